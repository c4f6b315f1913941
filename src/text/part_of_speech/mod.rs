//! What part of speech each word is: noun, finite verb, participle.
//!
//! In: the words of one sentence. Out: one [`Tag`] for each. A greedy averaged perceptron over hashed features, trained
//! by `cargo xtask train`; its corpora, figures and weaknesses stand in `README.md` beside this file. It remembers word
//! endings and neighbours, not names.

pub mod features;
mod fine;
mod sums;

use crate::weights::{self, Meaning, Sparse, Unfit};
use features::{BUCKET_BITS, Before, CLASS_BITS, Classes, Sentence, Word};
pub use fine::FineTag;
use std::sync::LazyLock;
use sums::{Row, Sums};

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
    tags.extend(MODEL.tags(words).into_iter().map(FineTag::tag));
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::decode(STORED));

/// The weights that the engine is built with.
pub const STORED: &[u8] = include_bytes!("weights.bin");

/// The largest magnitude of a weight.
pub const LARGEST: i8 = 7;
/// Added to every weight, so that none is negative.
const RAISED: i8 = 8;
/// A row of zeros, raised.
const NOTHING: Row = [0x8888_8888_8888_8888; 3];

/// The decoded weights. Those in `rows` are raised by `RAISED`.
pub struct Model {
    classes: Classes,
    rows: Sparse<Row>,
}

impl Model {
    /// Reads stored weights.
    ///
    /// # Errors
    ///
    /// [`Unfit`] where they were trained with other features or tags than those of this code.
    pub fn read(bytes: &[u8]) -> Result<Self, Unfit> {
        meaning().check(bytes).map(|()| Self::decode(bytes))
    }

    fn decode(bytes: &[u8]) -> Self {
        let mut reader = weights::Reader::new(bytes);
        let classes = Sparse::new(1 << CLASS_BITS, 0, |at| {
            reader.table(1 << CLASS_BITS, 1, |place, _, class| at(place, &mut |cell| *cell = class.unsigned_abs()));
        });
        let rows = Sparse::new(1 << BUCKET_BITS, NOTHING, |at| {
            reader.table(1 << BUCKET_BITS, FineTag::COUNT, |place, tag, weight| {
                let raised = (weight.clamp(-LARGEST, LARGEST) + RAISED).unsigned_abs();
                let shift = 4 * (tag % 16);
                at(place, &mut |row| row[tag / 16] = row[tag / 16] & !(15 << shift) | u64::from(raised) << shift);
            });
        });
        Model { classes, rows }
    }

    /// The tags of the words of one sentence, punctuation included.
    pub fn tags<'a>(&self, words: impl Iterator<Item = &'a str>) -> Vec<FineTag> {
        let sentence = Sentence::new(words.map(Word::new).collect(), &self.classes);
        let mut before = Before::default();
        let words = sentence.words.iter().enumerate();
        words
            .map(|(at, word)| {
                let tag = features::obvious(word).unwrap_or_else(|| self.best(&sentence, at, before));
                before = before.after(word, tag);
                tag
            })
            .collect()
    }

    /// The tag of the word at `at` with the highest score; of equals the first.
    fn best(&self, sentence: &Sentence, at: usize, before: Before) -> FineTag {
        // What no weight is known for tells no tag from another. Which features are known is guessed badly, so that they are
        // moved together without a branch.
        let (mut known, mut count) = ([0; features::FEATURES], 0);
        for feature in features::features(sentence, at, before) {
            let place = features::bucket(feature);
            known[count] = place;
            count += usize::from(self.rows.is_filled(place));
        }
        let mut sums = Sums::default();
        for few in known[..count].chunks(Sums::AT_ONCE) {
            sums.add(few.iter().map(|place| self.rows.get(*place)));
        }
        sums.best(features::possible(&sentence.words[at]))
    }
}

/// What the weights of this code's features mean.
#[must_use]
pub fn meaning() -> Meaning {
    let mut meaning = Meaning::default();
    FineTag::ALL.iter().for_each(|tag| meaning.name(&(tag, tag.tag())));
    meaning.number(BUCKET_BITS << 8 | CLASS_BITS);
    let probe = ["“", "The", "UN", "is", "having", "McLeod", "well-known", "3rd", "U.S.", "n't", "$", "'s", "Ann", "."];
    let mut sentence = Sentence::new(probe.map(Word::new).to_vec(), &Sparse::new(0, 0, |_| {}));
    for (word, class) in sentence.words.iter_mut().zip(features::FIRST_CLASS..) {
        meaning.number(u32::try_from(features::class_place(word.form)).unwrap_or_default());
        meaning.number(u32::from(word.class));
        word.class = class;
    }
    let mut before = Before::default();
    for (at, tags) in FineTag::ALL.chunks(3).enumerate() {
        features::features(&sentence, at, before).into_iter().for_each(|feature| meaning.number(feature));
        tags.iter().for_each(|tag| before = before.after(&sentence.words[at], *tag));
    }
    meaning
}

#[cfg(test)]
mod tests;
