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
const RAISED: i8 = 8;

/// Decoded weights of all stages.
#[derive(Debug)]
pub struct Model {
    known: Vec<bool>,
    /// The last one is added to every word.
    cue: Vec<i8>,
    /// For each bucket the weights of all labels, half a byte each, raised by [`RAISED`]: a table half the size is found
    /// twice as often in the processor's cache.
    rows: Vec<u32>,
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
                    packed << 4 | u32::from((weight.clamp(-LABEL_LARGEST, LABEL_LARGEST) + RAISED).unsigned_abs())
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
        let mut features = Features::default();
        cue::features(words, at, |feature| features.push(feature));
        let bias = i32::from(self.cue[1 << cue::BUCKET_BITS]);
        let weight = |feature: &u32| i32::from(self.cue[(feature >> (32 - cue::BUCKET_BITS)) as usize]);
        let sum: i32 = features.hashes[..features.count.min(MOST)].iter().map(weight).sum();
        (bias + sum) as f32 * CUE_STEP
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
        let mut features = Features::default();
        labels::plain_features(words, at, |feature| features.push(feature));
        let mut sums = Sums::default();
        self.sum(&features, &mut sums);
        sums
    }

    /// A word's label scores in its relation to a cue.
    #[must_use]
    pub fn labels(&self, context: &Context, at: usize, plain: &Sums) -> [f32; LABELS] {
        let mut features = Features::default();
        labels::features(context, at, |feature| features.push(feature));
        let mut sums = *plain;
        self.sum(&features, &mut sums);
        sums.scores()
    }

    fn sum(&self, features: &Features, sums: &mut Sums) {
        const EVEN: u32 = 0x0f0f_0f0f;
        let hashes = &features.hashes[..features.count.min(MOST)];
        // Sixteen raised weights fit a byte; then the bytes are widened before they can overflow.
        for few in hashes.chunks(16) {
            let (mut even, mut odd) = (0_u32, 0_u32);
            for feature in few {
                let row = self.rows[(feature >> (32 - labels::BUCKET_BITS)) as usize];
                even += row & EVEN;
                odd += row >> 4 & EVEN;
            }
            sums.even += widened(even);
            sums.odd += widened(odd);
        }
        sums.count += hashes.len() as u32;
    }

    /// Weights of one label after another, by seam.
    #[must_use]
    pub fn transitions(&self) -> &[[f32; LABELS * LABELS]] {
        &self.transitions
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

/// Four bytes, each moved apart into two.
fn widened(bytes: u32) -> u64 {
    let halves = u64::from(bytes & 0xffff) | u64::from(bytes >> 16) << 32;
    (halves | halves << 8) & 0x00ff_00ff_00ff_00ff
}

/// Features that a word can have at most.
const MOST: usize = 64;

/// The features of a word, gathered before they are looked up: look-ups that do not wait for each other are fast.
struct Features {
    hashes: [u32; MOST],
    count: usize,
}

impl Default for Features {
    fn default() -> Self {
        Features { hashes: [0; MOST], count: 0 }
    }
}

impl Features {
    fn push(&mut self, feature: u32) {
        self.hashes[self.count % MOST] = feature;
        self.count += 1;
    }
}

/// Sums of the labels' weights, two bytes each: those of even labels in one number, of odd ones in the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    count: u32,
    even: u64,
    odd: u64,
}

impl Sums {
    fn scores(&self) -> [f32; LABELS] {
        let raised = i64::from(self.count) * i64::from(RAISED);
        std::array::from_fn(|label| {
            let lanes = if label % 2 == 0 { self.even } else { self.odd };
            let lane = (lanes >> (16 * (label / 2)) & 0xffff) as i64;
            (lane - raised) as f32
        })
    }
}
