//! What part of speech each word is: noun, finite verb, participle.
//!
//! In: the words of one sentence. Out: one [`Tag`] for each. A greedy averaged perceptron over hashed features, trained
//! by `cargo xtask train`; its corpora, figures and weaknesses stand in `README.md` beside this file. It remembers word
//! endings and neighbours, not names.

pub mod features;

use crate::weights;
use features::{BUCKET_BITS, Word};
use std::sync::LazyLock;

/// The part of speech of a word: the universal tags, with verbs and auxiliaries split by form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Tag {
    /// `house`, `reports` in `two reports`.
    #[default]
    Noun,
    /// `Paris`, `Ann`, `Reuters`.
    ProperNoun,
    /// `she`, `their`, `who`, `everybody`.
    Pronoun,
    /// `the`, `a`, `this`, `no`.
    Determiner,
    /// `late`, `Russian`.
    Adjective,
    /// `soon`, `reportedly`, `not` excepted.
    Adverb,
    /// `three`, `2015`.
    Numeral,
    /// `of`, `in`; the particle of `carried out` too.
    Adposition,
    /// `and`, `or`, `but`.
    CoordinatingConjunction,
    /// `that`, `if`, `because`.
    SubordinatingConjunction,
    /// `to` before a verb, `not`, `n't`, the possessive `'s`.
    Particle,
    /// `yes`, `oh`.
    Interjection,
    /// `,` and quotation marks.
    Punctuation,
    /// `$`, `%`.
    Symbol,
    /// A foreign word, an address, a list mark.
    Other,
    /// A verb that agrees with a subject: `said`, `says`, `say` in `they say`.
    FiniteVerb,
    /// An infinitive or imperative: `say` in `to say`, `will say`.
    BaseVerb,
    /// `saying`.
    PresentParticiple,
    /// `said` in `has said`, `was said`.
    PastParticiple,
    /// `is`, `had`, `would`, `did` before another verb.
    FiniteAuxiliary,
    /// `be`, `been`, `having` before another verb.
    NonfiniteAuxiliary,
}

impl Tag {
    /// How many tags there are.
    pub const COUNT: usize = 21;

    /// Every tag, in the order of their numbers.
    pub const ALL: [Tag; Tag::COUNT] = [
        Tag::Noun,
        Tag::ProperNoun,
        Tag::Pronoun,
        Tag::Determiner,
        Tag::Adjective,
        Tag::Adverb,
        Tag::Numeral,
        Tag::Adposition,
        Tag::CoordinatingConjunction,
        Tag::SubordinatingConjunction,
        Tag::Particle,
        Tag::Interjection,
        Tag::Punctuation,
        Tag::Symbol,
        Tag::Other,
        Tag::FiniteVerb,
        Tag::BaseVerb,
        Tag::PresentParticiple,
        Tag::PastParticiple,
        Tag::FiniteAuxiliary,
        Tag::NonfiniteAuxiliary,
    ];

    /// Whether this is a verb in any form, auxiliaries left out.
    #[must_use]
    pub fn is_verb(self) -> bool {
        matches!(self, Tag::FiniteVerb | Tag::BaseVerb | Tag::PresentParticiple | Tag::PastParticiple)
    }

    /// Whether this agrees with a subject: a finite verb or a finite auxiliary.
    #[must_use]
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::FiniteVerb | Tag::FiniteAuxiliary)
    }
}

/// Tags the words of one sentence, punctuation included, and adds the tags to `tags` in order.
pub fn tag<'a>(words: impl Iterator<Item = &'a str>, tags: &mut Vec<Tag>) {
    let words: Vec<Word> = words.map(Word::new).collect();
    let (mut before, mut last) = (features::START, features::START);
    for at in 0..words.len() {
        let tag = features::obvious(&words[at]).unwrap_or_else(|| MODEL.best(&words, at, before, last));
        tags.push(tag);
        (before, last) = (last, tag as u32);
    }
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_bytes!("weights.bin")));

/// The largest magnitude of a weight.
const LARGEST: i8 = 7;
/// Added to every weight, so that none is negative.
const RAISED: i8 = LARGEST + 1;

/// The decoded weights: per bucket the scores of all tags, half a byte each, [`RAISED`]. Eleven features fit a byte when
/// they are added up, so sums are made four at a time; and a small table stays in the processor's cache.
struct Model {
    rows: Vec<[u32; 3]>,
}

impl Model {
    fn read(bytes: &[u8]) -> Self {
        let mut reader = weights::Reader::new(bytes);
        let mut coder = weights::Coder::new(Tag::COUNT);
        let mut row = [0; Tag::COUNT];
        let rows = (0..1 << BUCKET_BITS)
            .map(|_| {
                coder.row(&mut reader, &mut row);
                let mut packed = [0; 3];
                for (tag, weight) in row.into_iter().enumerate() {
                    let raised = (weight.clamp(-LARGEST, LARGEST) + RAISED).unsigned_abs();
                    packed[tag / 8] |= u32::from(raised) << (4 * (tag % 8));
                }
                packed
            })
            .collect();
        Model { rows }
    }

    fn best(&self, words: &[Word], at: usize, before: u32, last: u32) -> Tag {
        const EVEN: u32 = 0x0f0f_0f0f;
        // Bytes of sums: of the tags with even numbers, and of those with odd ones.
        let (mut even, mut odd) = ([0_u32; 3], [0_u32; 3]);
        for bucket in features::buckets(words, at, before, last) {
            for (part, weights) in self.rows[bucket as usize].into_iter().enumerate() {
                even[part] += weights & EVEN;
                odd[part] += weights >> 4 & EVEN;
            }
        }
        let (even, odd) = (even.map(u32::to_le_bytes), odd.map(u32::to_le_bytes));
        let scores = even.as_flattened().iter().zip(odd.as_flattened()).flat_map(|(even, odd)| [*even, *odd]);
        let mut best = (0, Tag::Noun);
        for (score, tag) in scores.zip(Tag::ALL) {
            if score > best.0 {
                best = (score, tag);
            }
        }
        best.1
    }
}

#[cfg(test)]
mod tests;
