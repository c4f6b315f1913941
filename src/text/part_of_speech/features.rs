//! What the tagger looks at: a word's own form, its endings and shape, and the tags before it.
//!
//! Training and tagging share this file, so both see the same features. A word is read once; after that everything is
//! arithmetic on numbers.

use super::Tag;

/// Buckets that features are hashed into, as a power of two.
pub const BUCKET_BITS: u32 = 15;

/// Features of one word in its place.
pub const FEATURES: usize = 11;

/// The features that know a whole word: the word itself, the next, the one before.
pub const FORMS: [usize; 3] = [0, 1, 2];

/// Stands for the tag or shape beyond the ends of a sentence.
pub const START: u32 = 31;

/// The look of a word, without its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    /// `house`
    Lower,
    /// `House`
    Capitalised,
    /// `UN`
    AllCapitals,
    /// `A`
    OneCapital,
    /// `iPhone`, `McLeod`
    Mixed,
    /// `2015`, `3.5`
    Digits,
    /// `1990s`
    DigitsWithLetters,
    /// `well-known`
    HyphenLower,
    /// `Anglo-Irish`
    HyphenCapitalised,
    /// `U.S.`
    Dotted,
    /// `'s`, `n't`
    Clitic,
    /// `,`
    Mark,
    /// `$`
    Symbol,
}

/// A word as the features see it.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Hash of the word in lower case.
    pub form: u32,
    /// Hash of its last three bytes.
    pub ending: u32,
    /// Hash of its last two bytes.
    pub short_ending: u32,
    /// Its look.
    pub shape: Shape,
}

impl Word {
    /// Reads a word once. A typographic apostrophe counts as a plain one.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut form = 0x811c_9dc5_u32;
        let mut last = 0_u32;
        let mut found = Found::default();
        for letter in text.chars() {
            let letter = if letter == '’' { '\'' } else { letter.to_ascii_lowercase() };
            form = (form ^ u32::from(letter)).wrapping_mul(0x0100_0193);
            last = last << 8 | (u32::from(letter) & 0xff);
        }
        for letter in text.chars() {
            match letter {
                'a'..='z' => found.small += 1,
                'A'..='Z' => found.capitals += 1,
                '0'..='9' => found.digits += 1,
                '.' => found.stops += 1,
                '-' => found.hyphens += 1,
                '$' | '%' | '+' | '=' | '<' | '>' | '#' | '@' | '~' | '^' | '*' | '|' | '\\' | '£' | '€' | '¥'
                | '°' => {
                    found.symbols += 1;
                }
                _ if letter.is_alphabetic() => found.small += 1,
                _ => {}
            }
        }
        let shape = found.shape(text, last);
        Word { form, ending: last & 0x00ff_ffff, short_ending: last & 0xffff, shape }
    }
}

/// How many characters of each sort a word has.
#[derive(Default)]
struct Found {
    small: u32,
    capitals: u32,
    digits: u32,
    stops: u32,
    hyphens: u32,
    symbols: u32,
}

impl Found {
    fn shape(&self, text: &str, last: u32) -> Shape {
        let capital_first = text.starts_with(|letter: char| letter.is_ascii_uppercase());
        if self.small + self.capitals + self.digits == 0 {
            if self.symbols > 0 { Shape::Symbol } else { Shape::Mark }
        } else if text.starts_with(['\'', '’']) || last & 0x00ff_ffff == NOT {
            Shape::Clitic
        } else if self.digits > 0 {
            if self.small + self.capitals == 0 { Shape::Digits } else { Shape::DigitsWithLetters }
        } else if self.stops > 0 {
            Shape::Dotted
        } else if self.hyphens > 0 {
            if self.capitals > 0 { Shape::HyphenCapitalised } else { Shape::HyphenLower }
        } else if self.capitals == 0 {
            Shape::Lower
        } else if self.small == 0 {
            if self.capitals == 1 { Shape::OneCapital } else { Shape::AllCapitals }
        } else if self.capitals == 1 && capital_first {
            Shape::Capitalised
        } else {
            Shape::Mixed
        }
    }
}

/// The ending of `n't`.
const NOT: u32 = 0x006e_2774;

/// The tag of a word that needs no thought: marks, symbols and plain numbers.
#[must_use]
pub fn obvious(word: &Word) -> Option<Tag> {
    match word.shape {
        Shape::Mark if word.form == AMPERSAND => Some(Tag::CoordinatingConjunction),
        Shape::Mark => Some(Tag::Punctuation),
        Shape::Symbol => Some(Tag::Symbol),
        Shape::Digits => Some(Tag::Numeral),
        _ => None,
    }
}

const AMPERSAND: u32 = (0x811c_9dc5_u32 ^ 0x26).wrapping_mul(0x0100_0193);

/// The buckets of the features of the word at `at`, given the two tags before it as numbers.
#[must_use]
pub fn buckets(words: &[Word], at: usize, before: u32, last: u32) -> [u32; FEATURES] {
    let word = &words[at];
    let next = words.get(at + 1);
    let shape = word.shape as u32;
    let next_shape = next.map_or(START, |next| next.shape as u32);
    let last_shape = if at == 0 { START } else { words[at - 1].shape as u32 };
    let first = u32::from(at == 0);
    [
        bucket(1, word.form, 0),
        bucket(2, next.map_or(0, |next| next.form), 0),
        bucket(3, if at == 0 { 0 } else { words[at - 1].form }, 0),
        bucket(4, word.ending, 0),
        bucket(5, word.short_ending, shape),
        bucket(6, shape, first),
        bucket(7, before, last),
        bucket(8, last, word.short_ending),
        bucket(9, last, next.map_or(0, |next| next.ending)),
        bucket(10, last_shape, shape),
        bucket(11, shape, next_shape),
    ]
}

fn bucket(template: u32, a: u32, b: u32) -> u32 {
    let mut hash = a.wrapping_mul(0x9e37_79b1) ^ b.wrapping_mul(0x85eb_ca77) ^ template.wrapping_mul(0xc2b2_ae3d);
    hash = (hash ^ hash >> 15).wrapping_mul(0x2c1b_3c6d);
    hash >> (32 - BUCKET_BITS)
}
