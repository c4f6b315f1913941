//! The learned weights, decoded.
//!
//! In: the bytes that `cargo xtask train` stored. Out: sums of the weights of a word's features. All weights are small
//! integers, so every sum is exact and the same on every platform.

use super::candidate::{self, Candidate, Company};
use super::labels::{self, Context, LABELS, SEAMS};
use super::words::Words;
use super::{cue, words};
use crate::weights;

/// What one step of a cue weight is worth, in logits.
pub const CUE_STEP: f32 = 0.2;
/// What one step of a judge's weight is worth, in logits.
pub const JUDGE_STEP: f32 = 0.15;
/// Bits that a form is found by in the table of known cue forms.
pub const KNOWN_BITS: u32 = 14;

/// The largest magnitude of a labeller's weight: sixteen of them, raised to be positive, fit a byte.
pub const LABEL_LARGEST: i8 = 7;
const RAISED: u64 = 8;

/// Decoded weights of all stages.
#[derive(Debug)]
pub struct Model {
    known: Vec<bool>,
    /// The last one is added to every word.
    cue: Vec<i8>,
    /// For each bucket the weights of all labels, a byte each, raised by [`RAISED`].
    rows: Vec<u64>,
    transitions: Vec<[f32; LABELS * LABELS]>,
    judge: Vec<i8>,
}

impl Model {
    /// Reads stored weights. What is missing reads as zero.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let mut reader = weights::Reader::new(bytes);
        let known = column(&mut reader, 1 << KNOWN_BITS).into_iter().map(|cell| cell != 0).collect();
        let cue = column(&mut reader, (1 << cue::BUCKET_BITS) + 1);
        let mut coder = weights::Coder::new(LABELS);
        let mut row = [0; LABELS];
        let rows = (0..1_usize << labels::BUCKET_BITS)
            .map(|_| {
                coder.row(&mut reader, &mut row);
                row.iter().rev().fold(0, |packed, &weight| {
                    packed << 8 | u64::from((weight.clamp(-LABEL_LARGEST, LABEL_LARGEST) + 8).unsigned_abs())
                })
            })
            .collect();
        let mut coder = weights::Coder::new(LABELS * LABELS);
        let mut row = [0; LABELS * LABELS];
        let transitions = (0..SEAMS)
            .map(|_| {
                coder.row(&mut reader, &mut row);
                row.map(f32::from)
            })
            .collect();
        let judge = column(&mut reader, (1 << candidate::BUCKET_BITS) + 1);
        Model { known, cue, rows, transitions, judge }
    }

    /// Whether a word may be a cue at all.
    #[must_use]
    pub fn eligible(&self, word: &words::Word) -> bool {
        cue::eligible(word) || self.known[(word.form >> (32 - KNOWN_BITS)) as usize]
    }

    /// How likely a word is a cue, in logits.
    #[must_use]
    pub fn cue(&self, words: &Words, at: usize) -> f32 {
        let mut sum = i32::from(self.cue[1 << cue::BUCKET_BITS]);
        cue::features(words, at, |feature| sum += i32::from(self.cue[(feature >> (32 - cue::BUCKET_BITS)) as usize]));
        sum as f32 * CUE_STEP
    }

    /// How likely a candidate is right, in logits.
    #[must_use]
    pub fn judge(&self, words: &Words, me: &Candidate, company: Company) -> f32 {
        let mut sum = i32::from(self.judge[1 << candidate::BUCKET_BITS]);
        candidate::features(words, me, company, |feature| {
            sum += i32::from(self.judge[(feature >> (32 - candidate::BUCKET_BITS)) as usize]);
        });
        sum as f32 * JUDGE_STEP
    }

    /// The part of a word's label scores that no cue has a part in.
    #[must_use]
    pub fn plain(&self, words: &Words, at: usize) -> Sums {
        let mut sums = Sums::default();
        labels::plain_features(words, at, |feature| sums.add(self.row(feature)));
        sums.settle();
        sums
    }

    /// A word's label scores in its relation to a cue.
    #[must_use]
    pub fn labels(&self, context: &Context, at: usize, plain: &Sums) -> [f32; LABELS] {
        let mut sums = *plain;
        labels::features(context, at, |feature| sums.add(self.row(feature)));
        sums.settle();
        sums.scores()
    }

    /// Weights of one label after another, by seam.
    #[must_use]
    pub fn transitions(&self) -> &[[f32; LABELS * LABELS]] {
        &self.transitions
    }

    fn row(&self, feature: u32) -> u64 {
        self.rows[(feature >> (32 - labels::BUCKET_BITS)) as usize]
    }
}

fn column(reader: &mut weights::Reader, length: usize) -> Vec<i8> {
    let mut coder = weights::Coder::new(1);
    let mut cell = [0];
    (0..length)
        .map(|_| {
            coder.row(reader, &mut cell);
            cell[0]
        })
        .collect()
}

/// Sums of label weights, eight at a time: bytes first, widened before they can overflow.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    bytes: u64,
    waiting: u32,
    count: u32,
    even: u64,
    odd: u64,
}

impl Sums {
    fn add(&mut self, row: u64) {
        self.bytes += row;
        self.waiting += 1;
        if self.waiting == 16 {
            self.settle();
        }
    }

    fn settle(&mut self) {
        const EVEN: u64 = 0x00ff_00ff_00ff_00ff;
        self.even += self.bytes & EVEN;
        self.odd += self.bytes >> 8 & EVEN;
        self.bytes = 0;
        self.count += self.waiting;
        self.waiting = 0;
    }

    fn scores(&self) -> [f32; LABELS] {
        let raised = i64::from(self.count) * RAISED as i64;
        std::array::from_fn(|label| {
            let lanes = if label % 2 == 0 { self.even } else { self.odd };
            let lane = (lanes >> (16 * (label / 2)) & 0xffff) as i64;
            (lane - raised) as f32
        })
    }
}
