//! A paragraph as the tagger sees it: every word as a handful of numbers.
//!
//! In: a [`Text`] and the tokens of a paragraph. Out: [`Words`]. Hashes are made here, once per word; what the models do
//! with them is arithmetic. Names are replaced by their look, so that no weight can be learned for a person.

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::{Tag, Text, TokenKind};

/// A word as numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Hash of the word in lower case; of its look when it is a name.
    pub form: u32,
    /// Hash of the word without its inflection.
    pub stem: u32,
    /// Its last three letters, packed.
    pub ending: u32,
    /// Its first five letters, hashed.
    pub beginning: u32,
    /// What the lexicon says of it; 0 for a word it does not know.
    pub class: u32,
    /// Part of speech.
    pub tag: Tag,
    /// Its look: see `shape`.
    pub shape: u8,
    /// What kind of seam it makes between what stands before and after it.
    pub seam: Seam,
    /// Whether it stands inside quotation marks; the marks do too.
    pub quoted: bool,
    /// Which auxiliaries stand before it: one bit each for be, have, not, to, a modal, do, a participle.
    pub auxiliaries: u8,
    /// Which sentence of the paragraph it stands in. Sentences inside a quotation count.
    pub sentence: u32,
    /// How much of each sort stands before it in the paragraph.
    pub before: Counts,
}

/// Running counts; only differences are used, so they may wrap.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Commas.
    pub commas: u16,
    /// Quotation marks.
    pub quotes: u16,
    /// The word `that`.
    pub thats: u16,
    /// Conjunctions.
    pub conjunctions: u16,
    /// Finite verbs and auxiliaries.
    pub finites: u16,
    /// Colons, dashes and semicolons.
    pub dashes: u16,
    /// Question and relative words.
    pub relatives: u16,
}

/// How a token may part one phrase from the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Seam {
    /// Not at all.
    #[default]
    None,
    /// The mark that opens a quotation.
    Opening,
    /// The mark that closes one.
    Closing,
    /// A comma.
    Comma,
    /// The end of a sentence.
    Stop,
    /// A colon, a semicolon, a dash.
    Dash,
    /// The word `that`.
    That,
    /// A word with a capital.
    Capital,
    /// A bracket or an apostrophe.
    Bracket,
    /// Beyond the paragraph.
    Edge,
}

/// The words of one paragraph.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Number in the text of the first word.
    pub first: usize,
    /// All words.
    pub words: Vec<Word>,
    /// The sentences, as ranges of `words`. A quotation is never cut.
    pub sentences: Vec<Range<usize>>,
    /// For each word the sentence it stands in.
    pub sentence_of: Vec<u32>,
    /// Whether this is the first paragraph of the document.
    pub opens_document: bool,
}

/// Hash of a word in lower case.
#[must_use]
pub fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Mixes two hashes into one.
#[must_use]
#[inline]
pub fn mix(a: u32, b: u32) -> u32 {
    let mut hash = a.wrapping_mul(0x9e37_79b1) ^ b.wrapping_mul(0x85eb_ca77).rotate_left(13);
    hash = (hash ^ hash >> 15).wrapping_mul(0x2c1b_3c6d);
    hash ^ hash >> 13
}

impl Word {
    /// How many sentences the word stands behind another one, below zero where it stands before it.
    #[must_use]
    pub fn sentences_behind(&self, other: &Word) -> i32 {
        self.sentence.wrapping_sub(other.sentence) as i32
    }
}

impl Words {
    /// Reads the tokens `range` of a text, which stand in one paragraph.
    #[must_use]
    pub fn read(text: &Text, range: Range<usize>) -> Self {
        let mut words = Words {
            first: range.start,
            opens_document: range.start == 0,
            words: Vec::with_capacity(range.len()),
            ..Words::default()
        };
        let first_sentence = text.sentence_of(range.start);
        for sentence in &text.sentences[first_sentence..] {
            if sentence.start >= range.end {
                break;
            }
            let index = u32::try_from(words.sentences.len()).unwrap_or(u32::MAX);
            words.sentence_of.extend(sentence.clone().map(|_| index));
            words.sentences.push(sentence.start - range.start..sentence.end - range.start);
        }
        let quotes = Quotes::read(text, &range);
        let mut before = Counts::default();
        let mut sentence = 0;
        let mut starts = true;
        for (token, quote) in range.clone().zip(quotes.states) {
            let at = token - range.start;
            if words.sentences.get(words.sentence_of.get(at).map_or(0, |&s| s as usize)).is_some_and(|s| s.start == at)
                && at > 0
                && !starts
            {
                sentence += 1;
                starts = true;
            }
            let mut word = word(text, token, starts, quote);
            word.before = before;
            word.sentence = sentence;
            word.auxiliaries = auxiliaries(text, &words.words, range.start, token);
            count(text.word(token), &word, &mut before);
            // A stop inside a quotation ends a sentence too, where a capital follows.
            starts = starts && !text.tokens[token].is_wordlike();
            if matches!(text.tokens[token].kind, TokenKind::Stop | TokenKind::Ellipsis)
                && text
                    .tokens
                    .get(token + 1)
                    .is_some_and(|next| next.space_before && (next.capital || next.kind == TokenKind::DoubleQuote))
            {
                sentence += 1;
                starts = true;
            }
            words.words.push(word);
        }
        words
    }

    /// The word at a place, or an empty one beyond the ends.
    #[must_use]
    #[inline]
    pub fn at(&self, at: usize, offset: isize) -> &Word {
        at.checked_add_signed(offset).and_then(|at| self.words.get(at)).unwrap_or(&BEYOND)
    }
}

static BEYOND: Word = Word {
    form: 1,
    stem: 1,
    ending: 1,
    beginning: 1,
    class: 0,
    tag: Tag::Other,
    shape: 15,
    seam: Seam::Edge,
    quoted: false,
    auxiliaries: 0,
    sentence: 0,
    before: Counts { commas: 0, quotes: 0, thats: 0, conjunctions: 0, finites: 0, dashes: 0, relatives: 0 },
};

fn word(text: &Text, token: usize, starts: bool, quote: (bool, Seam)) -> Word {
    let kind = text.tokens[token].kind;
    let tag = text.tags[token];
    let lower = text.word(token);
    let shape = shape(text, token);
    let seam = match kind {
        TokenKind::DoubleQuote | TokenKind::SingleQuote if quote.1 != Seam::None => quote.1,
        TokenKind::DoubleQuote | TokenKind::SingleQuote | TokenKind::Open | TokenKind::Close => Seam::Bracket,
        TokenKind::Comma => Seam::Comma,
        TokenKind::Stop | TokenKind::Ellipsis => Seam::Stop,
        TokenKind::Colon | TokenKind::Semicolon | TokenKind::Dash => Seam::Dash,
        _ if lower == "that" => Seam::That,
        _ if text.tokens[token].capital => Seam::Capital,
        _ => Seam::None,
    };
    let class = crate::attribution::tagger::class(lower);
    let name = class == 0 && (tag == Tag::ProperNoun || (text.tokens[token].capital && !starts && lower != "i"));
    let (form, stem, ending, beginning) = if name {
        let look = mix(0x6e61_6d65, u32::from(shape) * 32 + tag as u32);
        (look, look, look, look)
    } else {
        let form = match kind {
            TokenKind::DoubleQuote | TokenKind::SingleQuote => mix(0x7175_6f74, quote.1 as u32),
            _ => hash(lower),
        };
        let end = lower.as_bytes().iter().rev().take(3).fold(2, |packed, &byte| packed << 8 | u32::from(byte));
        let begin = lower
            .as_bytes()
            .iter()
            .take(5)
            .fold(0x811c_9dc5, |hash: u32, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        (form, stem(lower), end, begin)
    };
    Word { form, stem, ending, beginning, class, tag, shape, seam, quoted: quote.0, ..Word::default() }
}

/// The look of a word in four bits.
fn shape(text: &Text, token: usize) -> u8 {
    let token = &text.tokens[token];
    match token.kind {
        TokenKind::Word if token.all_capitals => 2,
        TokenKind::Word if token.capital => 1,
        TokenKind::Word => 0,
        TokenKind::Clitic => 3,
        TokenKind::Number => 4,
        TokenKind::DoubleQuote => 5,
        TokenKind::SingleQuote => 6,
        TokenKind::Comma => 7,
        TokenKind::Stop => 8,
        TokenKind::Ellipsis => 9,
        TokenKind::Colon => 10,
        TokenKind::Semicolon => 11,
        TokenKind::Dash => 12,
        TokenKind::Open | TokenKind::Close => 13,
        TokenKind::Symbol => 14,
    }
}

fn count(lower: &str, word: &Word, before: &mut Counts) {
    let add = |count: &mut u16, more: bool| *count = count.wrapping_add(u16::from(more));
    add(&mut before.commas, word.seam == Seam::Comma);
    add(&mut before.quotes, matches!(word.seam, Seam::Opening | Seam::Closing));
    add(&mut before.thats, word.seam == Seam::That);
    add(&mut before.conjunctions, word.tag == Tag::CoordinatingConjunction);
    add(&mut before.finites, word.tag.is_finite());
    add(&mut before.dashes, word.seam == Seam::Dash);
    add(&mut before.relatives, lower.starts_with("wh") && lower.len() < 7);
}

/// Which auxiliaries stand among the four words before.
fn auxiliaries(text: &Text, words: &[Word], first: usize, token: usize) -> u8 {
    let mut flags = 0;
    for at in (token.saturating_sub(4).max(first)..token).rev() {
        let word = &words[at - first];
        let is_in = |class| text.is_in(at, class);
        flags |= match text.word(at) {
            be if (is_in(Class::BeForm) || be == "'s") && word.tag != Tag::Particle => 1,
            _ if is_in(Class::HaveForm) => 2,
            _ if is_in(Class::Negation) => 4,
            "to" => 8,
            _ if is_in(Class::Modal) || is_in(Class::Future) => 16,
            _ if is_in(Class::DoForm) => 32,
            _ if matches!(word.tag, Tag::PresentParticiple | Tag::PastParticiple) => 64,
            _ if matches!(word.tag, Tag::Adverb | Tag::Adjective) => 0,
            _ => break,
        };
    }
    flags
}

/// For each token whether it is quoted, and what a mark does.
struct Quotes {
    states: Vec<(bool, Seam)>,
}

impl Quotes {
    fn read(text: &Text, range: &Range<usize>) -> Self {
        let mut states = vec![(false, Seam::None); range.len()];
        let start = text.quotations.partition_point(|quotation| quotation.tokens.start < range.start);
        for quotation in &text.quotations[start..] {
            if quotation.tokens.start >= range.end {
                break;
            }
            let end = quotation.tokens.end.min(range.end);
            for state in &mut states[quotation.tokens.start - range.start..end - range.start] {
                state.0 = true;
            }
            states[quotation.tokens.start - range.start].1 = Seam::Opening;
            if quotation.closed && quotation.tokens.end <= range.end {
                states[quotation.tokens.end - 1 - range.start].1 = Seam::Closing;
            }
        }
        Quotes { states }
    }
}

/// Hash of a word without its inflection. Rough on purpose: it only has to bring the forms of a verb together.
fn stem(word: &str) -> u32 {
    const IRREGULAR: [(&str, &str); 46] = [
        ("began", "begin"),
        ("begun", "begin"),
        ("bought", "buy"),
        ("broke", "break"),
        ("brought", "bring"),
        ("came", "come"),
        ("chose", "choose"),
        ("did", "do"),
        ("drew", "draw"),
        ("felt", "feel"),
        ("forgot", "forget"),
        ("fought", "fight"),
        ("found", "find"),
        ("gave", "give"),
        ("given", "give"),
        ("gone", "go"),
        ("got", "get"),
        ("heard", "hear"),
        ("held", "hold"),
        ("kept", "keep"),
        ("knew", "know"),
        ("known", "know"),
        ("laid", "lay"),
        ("led", "lead"),
        ("left", "leave"),
        ("made", "make"),
        ("meant", "mean"),
        ("rode", "ride"),
        ("said", "say"),
        ("saw", "see"),
        ("seen", "see"),
        ("sent", "send"),
        ("shown", "show"),
        ("sought", "seek"),
        ("spoke", "speak"),
        ("spoken", "speak"),
        ("stood", "stand"),
        ("swore", "swear"),
        ("taken", "take"),
        ("thought", "think"),
        ("told", "tell"),
        ("took", "take"),
        ("understood", "understand"),
        ("went", "go"),
        ("written", "writ"),
        ("wrote", "writ"),
    ];
    if let Ok(index) = IRREGULAR.binary_search_by(|(form, _)| (*form).cmp(word)) {
        return hash(IRREGULAR[index].1);
    }
    const ENDINGS: [(&str, usize, usize); 5] =
        [("ing", 5, 3), ("ied", 4, 2), ("ies", 4, 2), ("ed", 4, 2), ("sses", 4, 2)];
    let bytes = word.as_bytes();
    let ending = ENDINGS.iter().find(|(ending, longer_than, _)| bytes.len() > *longer_than && word.ends_with(ending));
    let cut = match ending {
        Some((_, _, cut)) => *cut,
        None => usize::from(bytes.len() > 3 && word.ends_with('s') && !word.ends_with("ss")),
    };
    let mut root = &bytes[..bytes.len() - cut];
    if let [rest @ .., b'e'] = root
        && rest.len() > 2
    {
        root = rest;
    }
    if let [rest @ .., a, b] = root
        && a == b
        && !matches!(a, b's' | b'l')
        && rest.len() > 1
    {
        root = &root[..root.len() - 1];
    }
    if let [rest @ .., b'y'] = root
        && rest.len() > 2
    {
        return rest
            .iter()
            .chain(b"i")
            .fold(0x811c_9dc5, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    }
    root.iter().fold(0x811c_9dc5, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
