//! Scores of all tags at once, added up in the bytes of a few numbers.
//!
//! In: for each feature of a word its [`Row`] of weights. Out: the tag with the highest sum. Every word asks for this, so
//! nothing in it branches on a tag.

use super::FineTag;

/// The weights of all tags for one feature, half a byte each, the first tag in the lowest. None is negative.
pub(super) type Row = [u64; 3];

/// Sums of rows, two bytes each: the first index is that of a row's numbers, the second is the tag's number modulo four.
#[derive(Default)]
pub(super) struct Sums([[u64; 4]; 3]);

impl Sums {
    /// How many rows can be added in one step: so many half bytes fit a byte when they are summed.
    pub(super) const AT_ONCE: usize = 16;

    /// Adds up to [`AT_ONCE`](Self::AT_ONCE) rows.
    #[inline]
    pub(super) fn add(&mut self, rows: impl Iterator<Item = Row>) {
        const HALF_BYTES: u64 = 0x0f0f_0f0f_0f0f_0f0f;
        const BYTES: u64 = 0x00ff_00ff_00ff_00ff;
        let ([mut e0, mut e1, mut e2], [mut o0, mut o1, mut o2]) = ([0_u64; 3], [0_u64; 3]);
        for [a, b, c] in rows {
            e0 += a & HALF_BYTES;
            e1 += b & HALF_BYTES;
            e2 += c & HALF_BYTES;
            o0 += a >> 4 & HALF_BYTES;
            o1 += b >> 4 & HALF_BYTES;
            o2 += c >> 4 & HALF_BYTES;
        }
        for (sums, (even, odd)) in self.0.iter_mut().zip([(e0, o0), (e1, o1), (e2, o2)]) {
            sums[0] += even & BYTES;
            sums[1] += odd & BYTES;
            sums[2] += even >> 8 & BYTES;
            sums[3] += odd >> 8 & BYTES;
        }
    }

    /// The tag with the highest sum among those whose bit is set in `possible`; of equals the first, and the first of all
    /// where none has a sum.
    pub(super) fn best(&self, possible: u64) -> FineTag {
        let mut highest = 0;
        for (part, sums) in self.0.iter().enumerate() {
            for (column, lanes) in sums.iter().enumerate() {
                for lane in 0..4 {
                    let tag = part * 16 + lane * 4 + column;
                    let sum = if possible >> tag & 1 == 1 { lanes >> (16 * lane) & 0xffff } else { 0 };
                    // The first of equals makes the highest key.
                    highest = highest.max(sum << 8 | (0xff - tag as u64));
                }
            }
        }
        FineTag::ALL.get(0xff - (highest & 0xff) as usize).copied().unwrap_or(FineTag::NN)
    }
}
