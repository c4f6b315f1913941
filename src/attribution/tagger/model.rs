//! The learned weights, decoded.
//!
//! In: the bytes that `cargo xtask train` stored. Out: sums of the weights of a word's features. All weights are small
//! integers, so every sum is exact and the same on every platform.

use super::candidate::{self, Candidate, Company, Grammar};
use super::labels::{self, Context, LABELS, Labelling, Likely, SEAMS};
use super::words::Words;
use super::{cue, words};
use crate::document::{Block, Document};
use crate::text::Tag;
use crate::weights::{self, Meaning, Unfit};

/// What one step of a cue weight is worth, in logits.
pub const CUE_STEP: f32 = 0.2;
/// What one step of a judge's weight is worth, in logits.
pub const JUDGE_STEP: f32 = 0.15;
/// Bits that a form is found by in the table of known cue forms.
pub const KNOWN_BITS: u32 = 14;

/// The largest magnitude of a labeller's weight: sixteen of them, raised to be positive, fit a byte.
pub const LABEL_LARGEST: i8 = 7;
const RAISED: i8 = 8;
/// A row of zeros, raised.
const NOTHING: u32 = 0x8888_8888;

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

/// What the weights of this code's features mean: what the features make of one paragraph in which every tag occurs.
#[must_use]
pub fn meaning() -> Meaning {
    const PROBE: &str = "“Mr. Ordway's 3 boats,” that (or N.T.) – quickly: bridges; 'if' aren't gliding in Pellworth. Why, \
                         she had not been walking there $ … yes, the low red walls fell";
    let document =
        Document { blocks: vec![Block { text: PROBE.to_owned(), ..Block::default() }], ..Document::default() };
    let mut text = crate::text::read(&document);
    text.tags.iter_mut().zip(Tag::ALL.iter().cycle()).for_each(|(tag, other)| *tag = *other);
    let words = Words::read(&text, 0..text.tokens.len());
    let likely = Likely::new(words.words.len(), &[4, 17]);
    let mut meaning = Meaning::default();
    Tag::ALL.iter().for_each(|tag| meaning.name(tag));
    for size in [KNOWN_BITS, cue::BUCKET_BITS, labels::BUCKET_BITS, candidate::BUCKET_BITS] {
        meaning.number(size);
    }
    for head in [0, 9, 17, 30] {
        let context = Context::new(&words, &likely, head);
        cue::features(&words, head, |feature| meaning.number(feature));
        for at in context.window.clone() {
            labels::plain_features(&words, at, |feature| meaning.number(feature));
            labels::features(&context, at, |feature| meaning.number(feature));
            meaning.number(labels::seam(&words, at) as u32);
        }
        let parts = Labelling { source: Some(head + 1..head + 3), cue: head..head + 1, content: vec![4..8, 9..12] };
        let grammar = Grammar { frame: 5, agreement: 4, alone: true };
        let me = Candidate { head, parts, logit: 1.0, margin: 20.0, behind: 3.0, grammar, suggested: None };
        candidate::features(&words, &me, Company { inside: 1, around: 2, across: 1 }, |feature| {
            meaning.number(feature);
        });
    }
    meaning
}

impl Model {
    /// Reads stored weights. What is missing reads as zero.
    ///
    /// # Errors
    ///
    /// [`Unfit`] where they were trained with other features, tags or labels than those of this code.
    pub fn read(bytes: &[u8]) -> Result<Self, Unfit> {
        meaning().check(bytes).map(|()| Self::decode(bytes))
    }

    pub(super) fn decode(bytes: &[u8]) -> Self {
        let mut reader = weights::Reader::new(bytes);
        let mut model = Model {
            known: vec![false; 1 << KNOWN_BITS],
            cue: vec![0; (1 << cue::BUCKET_BITS) + 1],
            rows: vec![NOTHING; 1 << labels::BUCKET_BITS],
            transitions: vec![[0.0; LABELS * LABELS]; SEAMS],
            judge: vec![0; (1 << candidate::BUCKET_BITS) + 1],
        };
        reader.table(1 << KNOWN_BITS, 1, |place, _, _| model.known[place] = true);
        reader.table(model.cue.len(), 1, |place, _, weight| model.cue[place] = weight);
        reader.table(model.rows.len(), LABELS, |place, label, weight| {
            let raised = (weight.clamp(-LABEL_LARGEST, LABEL_LARGEST) + RAISED).unsigned_abs();
            let shift = 4 * label;
            model.rows[place] = model.rows[place] & !(15 << shift) | u32::from(raised) << shift;
        });
        reader.table(SEAMS * LABELS * LABELS, 1, |place, _, weight| {
            model.transitions[place / (LABELS * LABELS)][place % (LABELS * LABELS)] = f32::from(weight);
        });
        reader.table(model.judge.len(), 1, |place, _, weight| model.judge[place] = weight);
        model
    }

    /// Whether a word may be a cue at all.
    #[must_use]
    pub fn eligible(&self, word: &words::Word) -> bool {
        cue::eligible(word) || self.known[(word.form >> (32 - KNOWN_BITS)) as usize]
    }

    /// How likely a word is a cue, in logits.
    #[must_use]
    pub fn cue(&self, words: &Words, at: usize) -> f32 {
        let weight = |feature: &u32| i32::from(self.cue[(feature >> (32 - cue::BUCKET_BITS)) as usize]);
        let mut sum = i32::from(self.cue[1 << cue::BUCKET_BITS]);
        let mut features = Batches::new(|hashes| sum += hashes.iter().map(weight).sum::<i32>());
        cue::features(words, at, |feature| features.push(feature));
        features.flush();
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
        let mut features = Batches::new(|hashes| self.sum(hashes, &mut sums));
        labels::plain_features(words, at, |feature| features.push(feature));
        features.flush();
        sums
    }

    /// A word's label scores in its relation to a cue.
    #[must_use]
    pub fn labels(&self, context: &Context, at: usize, plain: &Sums) -> [f32; LABELS] {
        let mut sums = *plain;
        let mut features = Batches::new(|hashes| self.sum(hashes, &mut sums));
        labels::features(context, at, |feature| features.push(feature));
        features.flush();
        sums.scores()
    }

    fn sum(&self, hashes: &[u32], sums: &mut Sums) {
        const EVEN: u32 = 0x0f0f_0f0f;
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

/// Four bytes, each moved apart into two.
fn widened(bytes: u32) -> u64 {
    let halves = u64::from(bytes & 0xffff) | u64::from(bytes >> 16) << 32;
    (halves | halves << 8) & 0x00ff_00ff_00ff_00ff
}

/// Features that are gathered before they are looked up: look-ups that do not wait for each other are fast. Most words
/// have fewer; where one has more they are looked up in turns.
const MOST: usize = 64;

/// The features of a word, handed on a batch at a time.
struct Batches<F: FnMut(&[u32])> {
    hashes: [u32; MOST],
    count: usize,
    look_up: F,
}

impl<F: FnMut(&[u32])> Batches<F> {
    fn new(look_up: F) -> Self {
        Batches { hashes: [0; MOST], count: 0, look_up }
    }

    #[inline]
    fn push(&mut self, feature: u32) {
        if self.count == MOST {
            self.flush();
        }
        self.hashes[self.count] = feature;
        self.count += 1;
    }

    fn flush(&mut self) {
        (self.look_up)(&self.hashes[..self.count]);
        self.count = 0;
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
