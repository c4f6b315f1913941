//! What the tagger looks at: a word's own form, its endings, look and class, its neighbours, the tags before it, and which
//! verb stands before it.
//!
//! Training and tagging share this file, so both see the same features. A word is read once; after that everything is
//! arithmetic on numbers.

use super::FineTag;
use crate::folding::spell;
use crate::weights::Sparse;

/// Buckets that features are hashed into, as a power of two.
pub const BUCKET_BITS: u32 = 18;

/// Features of one word in its place.
pub const FEATURES: usize = 40;

/// The features that know a whole word, by whose word it is: the word itself, the next, the one before, the next but one,
/// the last but one. Four letters are many a whole name.
pub const FORMS: [(isize, &[usize]); 5] =
    [(0, &[0, 11, 14, 18, 21, 34]), (1, &[1, 19, 20]), (-1, &[2, 22]), (2, &[12, 24]), (-2, &[13])];

/// Bits that the class of a word is found by.
pub const CLASS_BITS: u32 = 17;

/// Stands for the tag, shape or class beyond the ends of a sentence.
pub const START: u32 = 63;

/// The classes of words, which training finds from their neighbours: for each hash of a form a class, 0 for none.
pub type Classes = Sparse<u8>;

/// Where the class of a form stands.
#[must_use]
pub fn class_place(form: u32) -> usize {
    (form.wrapping_mul(0x9e37_79b1) >> (32 - CLASS_BITS)) as usize
}

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
    /// Its last four characters, a byte each.
    pub ending: u32,
    /// Its first three characters, a byte each.
    pub beginning: u32,
    /// Its look.
    pub shape: Shape,
    /// The class of its form; a name and a number have one of their own.
    pub class: u8,
    /// What it does where it is an auxiliary.
    pub auxiliary: Auxiliary,
    /// Whether it is one of the frequent words, which have classes. All words of the closed parts of speech are.
    pub known: bool,
}

/// The auxiliaries that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Auxiliary {
    /// `was`, `being`; makes a participle passive.
    Be,
    /// `has`, `had`; makes a participle active.
    Have,
    /// Any other word.
    Other,
}

/// The class of a word with a capital that has none of its own or stands inside a sentence.
pub const NAME_CLASS: u8 = 1;
/// The class of what begins with a digit.
pub const NUMBER_CLASS: u8 = 2;
/// The first class that training finds.
pub const FIRST_CLASS: u8 = 3;

impl Word {
    /// Reads a word once, as it is spelled, all but its class.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut form = 0x811c_9dc5_u32;
        let (mut last, mut beginning) = (0_u32, 0_u32);
        let mut found = Found::default();
        spell(text, |letter| {
            found.add(letter);
            let letter = letter.to_ascii_lowercase();
            form = (form ^ u32::from(letter)).wrapping_mul(0x0100_0193);
            last = last << 8 | (u32::from(letter) & 0xff);
            if beginning < 1 << 16 {
                beginning = beginning << 8 | (u32::from(letter) & 0xff);
            }
        });
        let shape = found.shape(text, last);
        Word { form, ending: last, beginning, shape, class: 0, auxiliary: auxiliary(text), known: true }
    }

    fn is_capitalised(&self) -> bool {
        matches!(
            self.shape,
            Shape::Capitalised | Shape::AllCapitals | Shape::OneCapital | Shape::Mixed | Shape::HyphenCapitalised
        )
    }
}

fn auxiliary(text: &str) -> Auxiliary {
    let is = |forms: &[&str]| forms.iter().any(|form| text.eq_ignore_ascii_case(form));
    if text.len() > 6 {
        Auxiliary::Other
    } else if is(&["be", "is", "are", "was", "were", "been", "being", "am", "'re", "’re", "'m", "’m"]) {
        Auxiliary::Be
    } else if is(&["have", "has", "had", "having", "'ve", "’ve"]) {
        Auxiliary::Have
    } else {
        Auxiliary::Other
    }
}

/// The words of a sentence, and how they are set.
pub struct Sentence {
    /// All words, punctuation included.
    pub words: Vec<Word>,
    /// 2 where most words are in capitals, 1 where most begin with one.
    heading: u32,
}

impl Sentence {
    /// Looks up the classes of words. A word that opens the sentence has the class of its form, although it has a capital.
    #[must_use]
    pub fn new(mut words: Vec<Word>, classes: &Classes) -> Self {
        let letters = words.iter().filter(|word| !matches!(word.shape, Shape::Mark | Shape::Symbol | Shape::Digits));
        let (mut all, mut capitals, mut shouted) = (0, 0, 0);
        for word in letters {
            all += 1;
            capitals += usize::from(word.is_capitalised());
            shouted += usize::from(word.shape == Shape::AllCapitals);
        }
        let heading = match () {
            () if all >= 3 && shouted * 2 > all => 2,
            () if all >= 3 && capitals * 2 > all => 1,
            () => 0,
        };
        let mut opens = true;
        for word in &mut words {
            let class = classes.get(class_place(word.form));
            // Shorter ones are abbreviations and parts of words more often than not.
            word.known = class != 0 || word.ending < 1 << 24;
            word.class = match word.shape {
                Shape::Digits | Shape::DigitsWithLetters => NUMBER_CLASS,
                _ if word.is_capitalised() && !opens && heading == 0 && word.shape != Shape::OneCapital => NAME_CLASS,
                _ => class,
            };
            opens &= word.shape == Shape::Mark;
        }
        Sentence { words, heading }
    }
}

/// What stands before a word, as far as it has been tagged.
#[derive(Clone, Copy, Debug)]
pub struct Before {
    /// The tags of the last word but one and of the last word.
    tags: (u32, u32),
    /// The last verb or auxiliary and what has come between; see [`Before::after`].
    verb: u32,
}

impl Default for Before {
    fn default() -> Self {
        Before { tags: (START, START), verb: 0 }
    }
}

impl Before {
    /// What stands before the next word, once this one has a tag.
    #[must_use]
    pub fn after(self, word: &Word, tag: FineTag) -> Self {
        use FineTag as T;
        const NOMINAL: u32 = 1;
        const COMMA: u32 = 2;
        const COORDINATOR: u32 = 4;
        const SUBORDINATOR: u32 = 8;
        let verb = match tag {
            T::AXF | T::AXN | T::AXG | T::AXP => match word.auxiliary {
                Auxiliary::Be => 16,
                Auxiliary::Have => 32,
                Auxiliary::Other => 48,
            },
            T::MD => 64,
            T::TO => 80,
            T::VBD | T::VBZ | T::VBP => 96,
            T::VB => 112,
            T::VBG => 128,
            T::VBN => 144,
            T::PU if word.is_stop() => 0,
            T::PU | T::SYM => self.verb | COMMA,
            T::CC => self.verb | COORDINATOR,
            T::SC | T::THAT | T::WDT | T::WP | T::WRB => self.verb & !(NOMINAL | COMMA | COORDINATOR) | SUBORDINATOR,
            T::NN | T::NNS | T::NNP | T::PRP | T::PRN | T::CD => self.verb | NOMINAL,
            _ => self.verb,
        };
        Before { tags: (self.tags.1, tag as u32), verb }
    }
}

impl Word {
    fn is_stop(&self) -> bool {
        matches!(self.ending, 0x2e | 0x3b | 0x21 | 0x3f)
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
    fn add(&mut self, letter: char) {
        match letter {
            'a'..='z' => self.small += 1,
            'A'..='Z' => self.capitals += 1,
            '0'..='9' => self.digits += 1,
            '.' => self.stops += 1,
            '-' => self.hyphens += 1,
            '$' | '%' | '+' | '=' | '<' | '>' | '#' | '@' | '~' | '^' | '*' | '|' | '\\' | '£' | '€' | '¥' | '°' =>
            {
                self.symbols += 1;
            }
            _ if letter.is_alphabetic() => self.small += 1,
            _ => {}
        }
    }

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

/// The tags a word can have, a bit for each: what is not frequent is no pronoun, preposition or auxiliary, and an adverb
/// only by its ending.
#[must_use]
pub fn possible(word: &Word) -> u64 {
    if word.known {
        ALL
    } else if word.ending & 0xffff == ADVERBIAL {
        ALL & !CLOSED
    } else {
        ALL & !CLOSED & !(1 << FineTag::RB as u64)
    }
}

/// A bit for each tag.
const ALL: u64 = (1 << FineTag::COUNT) - 1;

/// The tags of the closed parts of speech, a bit for each.
const CLOSED: u64 = {
    use FineTag as T;
    let closed = [
        T::PRP,
        T::PRPS,
        T::WP,
        T::PRN,
        T::EX,
        T::DT,
        T::WDT,
        T::WRB,
        T::IN,
        T::RP,
        T::CC,
        T::SC,
        T::THAT,
        T::TO,
        T::NOT,
        T::POS,
        T::AXF,
        T::MD,
        T::AXN,
        T::AXG,
        T::AXP,
    ];
    let (mut tags, mut at) = (0, 0);
    while at < closed.len() {
        tags |= 1 << closed[at] as u64;
        at += 1;
    }
    tags
};

/// The ending of `slowly`.
const ADVERBIAL: u32 = 0x6c79;

/// The tag of a word that needs no thought: marks, symbols and plain numbers.
#[must_use]
pub fn obvious(word: &Word) -> Option<FineTag> {
    match word.shape {
        Shape::Mark if word.form == AMPERSAND => Some(FineTag::CC),
        Shape::Mark => Some(FineTag::PU),
        Shape::Symbol => Some(FineTag::SYM),
        Shape::Digits => Some(FineTag::CD),
        _ => None,
    }
}

const AMPERSAND: u32 = (0x811c_9dc5_u32 ^ 0x26).wrapping_mul(0x0100_0193);

/// A word beyond the ends of a sentence; its shape and class are never asked for.
const BEYOND: Word =
    Word { form: 0, ending: 0, beginning: 0, shape: Shape::Mark, class: 0, auxiliary: Auxiliary::Other, known: true };

/// The bucket of a feature.
#[must_use]
#[inline]
pub fn bucket(feature: u32) -> usize {
    (feature >> (32 - BUCKET_BITS)) as usize
}

/// The features of the word at `at`, given what stands before it, as hashes.
#[must_use]
pub fn features(sentence: &Sentence, at: usize, before: Before) -> [u32; FEATURES] {
    let words = &sentence.words;
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|at| words.get(at));
    let word_at = |offset: isize| near(offset).unwrap_or(&BEYOND);
    let [w2l, w1l, w1r, w2r] = [word_at(-2), word_at(-1), word_at(1), word_at(2)];
    let shape_of = |offset: isize| near(offset).map_or(START, |word| word.shape as u32);
    let class_of = |offset: isize| near(offset).map_or(255, |word| u32::from(word.class));
    let word = &words[at];
    let (t2, t1) = before.tags;
    let shape = word.shape as u32;
    let look = shape * 8 + u32::from(at == 0) * 4 + sentence.heading;
    let three = |word: &Word| word.ending & 0x00ff_ffff;
    let two = |word: &Word| word.ending & 0xffff;
    let (form, ending, short, next) = (word.form, three(word), two(word), three(w1r));
    let [c1l, c0, c1r, c2r] = [class_of(-1), class_of(0), class_of(1), class_of(2)];
    let both = t2 * 64 + t1;
    [
        feature(1, form, 0),
        feature(2, w1r.form, 0),
        feature(3, w1l.form, 0),
        feature(4, ending, 0),
        feature(5, short, shape),
        feature(6, look, 0),
        feature(7, both, 0),
        feature(8, t1, short),
        feature(9, t1, next),
        feature(10, shape_of(-1), shape),
        feature(11, shape, shape_of(1)),
        feature(12, t1, form),
        feature(13, w2r.form, 0),
        feature(14, w2l.form, 0),
        feature(15, word.ending, 0),
        feature(16, word.beginning & 0xffff, word.ending & 0xff),
        feature(17, ending, next),
        feature(18, mix(t1, ending), next),
        feature(19, form, next),
        feature(20, ending, w1r.form),
        feature(21, t1, w1r.form),
        feature(22, form, look),
        feature(23, w1l.form, short),
        feature(24, word.beginning, 0),
        feature(25, mix(next, shape_of(1)), w2r.form),
        feature(26, both, next),
        feature(27, ending, look),
        feature(28, both, ending),
        feature(29, c0, c1r),
        feature(30, c0, t1),
        feature(31, c1r, t1),
        feature(32, c1l, c0),
        feature(33, c0, ending),
        feature(34, c1r, c2r),
        feature(35, before.verb, form),
        feature(36, before.verb, short),
        feature(37, before.verb, mix(t1, short)),
        feature(38, before.verb, c0),
        feature(39, before.verb, mix(t1, c1r)),
        feature(40, mix(before.verb, c0), c1r),
    ]
}

fn mix(a: u32, b: u32) -> u32 {
    (a.wrapping_mul(0x85eb_ca77) ^ b).wrapping_mul(0x9e37_79b1)
}

fn feature(template: u32, a: u32, b: u32) -> u32 {
    let mut hash = a.wrapping_mul(0x9e37_79b1) ^ b.wrapping_mul(0x85eb_ca77) ^ template.wrapping_mul(0xc2b2_ae3d);
    hash = (hash ^ hash >> 15).wrapping_mul(0x2c1b_3c6d);
    hash ^ hash >> 13
}
