//! Cuts a block's text into tokens.
//!
//! Words keep their hyphens and the full stops of abbreviations; clitics (`n't`, `'s`) are split off, as the treebanks
//! do that the part-of-speech tagger learns from; every other mark stands alone. One pass, no allocation per token.

use std::ops::Range;
use std::sync::OnceLock;

use super::token::{Token, TokenKind};
use crate::folding::{folded, is_invisible, is_raised, spell};
use crate::lexicon::{Class, Table, lexicon};
use crate::table::rows;

/// Cuts `text` into tokens of block `block`, adding their lower-case forms to `words`.
pub(super) fn tokenize(block: usize, text: &str, words: &mut String, tokens: &mut Vec<Token>) {
    let Ok(block) = u32::try_from(block) else { return };
    // A block that u32 cannot count has no right offsets; it is left out rather than marked wrongly.
    if u32::try_from(text.len()).is_err() {
        return;
    }
    let mut reader = Reader { block, text, at: 0, space_before: true, address: None, words, tokens };
    while let Some(c) = reader.peek() {
        if is_space(c) {
            reader.at += c.len_utf8();
            reader.space_before = true;
        } else if let Some(length) = reader.set_apart(c) {
            reader.at += length;
        } else {
            reader.token(c);
            reader.space_before = false;
        }
    }
}

/// What may follow an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// A name, so that a sentence never ends after it: `Mr.`, `Gen.`.
    Title,
    /// A number: `No. 4`.
    Number,
    /// No name, so that a capital opens a sentence: `p.m.`, `etc.`
    Time,
    /// Anything.
    Other,
}

/// What sort of abbreviation a word without its stop is.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    static TABLE: OnceLock<Table<&'static str, Abbreviation>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        rows(crate::table::table!("abbreviations.tsv"))
            .filter_map(|line| line.split_once('\t'))
            .map(|(word, kind)| {
                let kind = match kind {
                    "title" => Abbreviation::Title,
                    "number" => Abbreviation::Number,
                    "time" => Abbreviation::Time,
                    _ => Abbreviation::Other,
                };
                (word, kind)
            })
            .collect()
    });
    table.get(word).copied()
}

struct Reader<'t> {
    block: u32,
    text: &'t str,
    at: usize,
    space_before: bool,
    /// Where the address of the Markdown link stands that was begun, in bytes.
    address: Option<Range<usize>>,
    words: &'t mut String,
    tokens: &'t mut Vec<Token>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// The bytes from here that are no part of what is said: characters that do not show, marks that point at a note
    /// (`said.[4]`, `said.¹`), and what Markdown sets around words: the address of a link, stars.
    fn set_apart(&mut self, c: char) -> Option<usize> {
        let rest = &self.text[self.at..];
        match c {
            '[' if !self.space_before && note_length(rest).is_some() => note_length(rest),
            '[' => {
                let address = address_behind(rest)?;
                self.address = Some(self.at + address.start..self.at + address.end);
                Some(1)
            }
            ']' => self.address.take_if(|address| address.start == self.at).map(|address| address.len()),
            '*' => {
                let length = run_length(rest, '*');
                let space_behind = self.char_after(self.at + length).is_none_or(is_space);
                (length <= 3 && !(self.space_before && space_behind)).then_some(length)
            }
            _ => (is_invisible(c) || is_raised(c)).then_some(c.len_utf8()),
        }
    }

    fn token(&mut self, c: char) {
        if is_word_char(c) || (matches!(c, '@' | '#') && self.char_after(self.at + 1).is_some_and(is_word_char)) {
            self.word();
            return;
        }
        let rest = &self.text[self.at..];
        let (kind, length) = match c {
            '\'' if rest.starts_with("''") => (TokenKind::DoubleQuote, 2),
            '`' if rest.starts_with("``") => (TokenKind::DoubleQuote, 2),
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '＂' | '″' | '‶' | '❝' | '❞'
            | '〝' | '〞' => (TokenKind::DoubleQuote, c.len_utf8()),
            '\'' | '‘' | '’' | '‚' | '‛' | '`' | '‹' | '›' | '′' | '‵' | '❛' | '❜' => {
                (TokenKind::SingleQuote, c.len_utf8())
            }
            ',' => (TokenKind::Comma, 1),
            '.' if rest.starts_with("..") => (TokenKind::Ellipsis, run_length(rest, '.')),
            '…' => (TokenKind::Ellipsis, c.len_utf8()),
            '.' | '!' | '?' => (TokenKind::Stop, 1),
            ':' => (TokenKind::Colon, 1),
            ';' => (TokenKind::Semicolon, 1),
            // `-8C`
            '-' | '−' if self.is_sign(c) => (TokenKind::Symbol, c.len_utf8()),
            '-' => (TokenKind::Dash, run_length(rest, '-')),
            '–' | '—' | '―' | '−' | '‒' => (TokenKind::Dash, c.len_utf8()),
            '(' | '[' | '{' => (TokenKind::Open, 1),
            ')' | ']' | '}' => (TokenKind::Close, 1),
            _ => (TokenKind::Symbol, c.len_utf8()),
        };
        self.push(self.at + length, kind);
    }

    /// Whether a minus is a figure's: behind a space and right in front of a digit.
    fn is_sign(&self, minus: char) -> bool {
        let behind = self.text[..self.at].chars().next_back().is_none_or(char::is_whitespace);
        behind && self.char_after(self.at + minus.len_utf8()).is_some_and(|c| c.is_ascii_digit())
    }

    /// A word runs on over joiners that have a letter or digit on both sides.
    fn word(&mut self) {
        let mut end = self.at + self.peek().map_or(0, char::len_utf8);
        let mut last = self.peek().unwrap_or(' ');
        while let Some(c) = self.char_after(end) {
            let after = end + c.len_utf8();
            let joined = is_word_char(c)
                || (self.char_after(after).is_some_and(char::is_alphanumeric)
                    && match c {
                        '\'' | '’' => last.is_alphanumeric(),
                        '-' | '‐' | '‑' | '&' | '@' => true,
                        ',' | ':' => {
                            last.is_ascii_digit() && self.char_after(after).is_some_and(|n| n.is_ascii_digit())
                        }
                        '.' => self.stop_joins(last, self.char_after(after).unwrap_or(' ')) || self.names_site(after),
                        _ => false,
                    });
            if !joined {
                break;
            }
            last = c;
            end = after;
        }
        let owns_mark = match self.char_after(end) {
            Some('.') => self.is_abbreviation(end),
            // `E! News`: the mark is a letter of the name.
            Some('!') => {
                abbreviation(folded(&self.text[self.at..=end]).as_str()).is_some() || self.goes_on_behind_mark(end)
            }
            _ => false,
        };
        end += usize::from(owns_mark);
        self.push_word(end);
    }

    /// `U.S`, `3.5`, `example.com`; but not the full stop of a sentence that lost its space.
    fn stop_joins(&self, before: char, after: char) -> bool {
        (before.is_ascii_digit() && after.is_ascii_digit())
            || (before.is_lowercase() && after.is_lowercase())
            || (before.is_uppercase() && after.is_uppercase())
    }

    /// `NFL.com`: what names of sites end in, behind capitals.
    fn names_site(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        matches!(&rest[..end], "com" | "org" | "net" | "tv")
    }

    /// Whether the word that ends here owns the full stop after it.
    fn is_abbreviation(&self, end: usize) -> bool {
        let word = &self.text[self.at..end];
        let mut chars = word.chars();
        let single = chars.next().filter(|_| chars.next().is_none());
        if single.is_some_and(char::is_uppercase) {
            return true;
        }
        let dotted = word.contains('.')
            && word.split('.').all(|part| (1..=2).contains(&part.len()) && part.chars().all(char::is_alphabetic));
        let kind = if dotted { None } else { abbreviation(folded(word).as_str()) };
        dotted || kind.is_some_and(|kind| kind != Abbreviation::Number || self.number_follows(end + 1))
    }

    /// `told Hola! that`, `bought Yahoo!, which`: a capitalised word inside a sentence that goes on behind the mark.
    fn goes_on_behind_mark(&self, end: usize) -> bool {
        let inside = self.tokens.last().is_some_and(|last| last.kind == TokenKind::Word);
        let rest = self.text.get(end + 1..).unwrap_or_default();
        let goes_on = rest.starts_with([',', '\'', '’'])
            || rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
        inside && goes_on && self.peek().is_some_and(char::is_uppercase)
    }

    /// Whether a number stands behind a space, as behind `No.`
    fn number_follows(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.strip_prefix([' ', '\u{a0}', '\u{202f}']).unwrap_or(rest).starts_with(|c: char| c.is_ascii_digit())
    }

    fn push_word(&mut self, end: usize) {
        let clitic = clitic_length(&self.text[self.at..end]);
        let kind = match self.peek() {
            Some(c) if c.is_ascii_digit() && !is_numbered_name(&self.text[self.at..end - clitic]) => TokenKind::Number,
            _ => TokenKind::Word,
        };
        self.push(end - clitic, kind);
        if clitic > 0 {
            self.space_before = false;
            self.push(end, TokenKind::Clitic);
        }
    }

    fn push(&mut self, end: usize, kind: TokenKind) {
        let form = &self.text[self.at..end];
        let word_start = self.words.len();
        spell(form, |c| match c {
            c if c.is_ascii() => self.words.push(c.to_ascii_lowercase()),
            c => self.words.extend(c.to_lowercase()),
        });
        // Lower case may be longer than the form, so the store of words is checked as well as the text.
        if let (Ok(start), Ok(end32), Ok(word_start), Ok(word_end)) =
            (u32::try_from(self.at), u32::try_from(end), u32::try_from(word_start), u32::try_from(self.words.len()))
        {
            let letters = || form.chars().filter(|c| c.is_alphabetic());
            self.tokens.push(Token {
                block: self.block,
                start,
                end: end32,
                kind,
                space_before: self.space_before,
                capital: form.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase),
                all_capitals: letters().count() > 1 && letters().all(char::is_uppercase),
                word: (word_start, word_end),
            });
        }
        self.at = end;
    }

    fn char_after(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }
}

/// `9News`, `4BC`, `13WMAZ`: a name that begins with the number of a channel or the like, and no measure (`8GB`).
fn is_numbered_name(form: &str) -> bool {
    let letters = form.trim_start_matches(|c: char| c.is_ascii_digit());
    let capitals = letters.chars().all(|c| c.is_ascii_uppercase()) && (2..=4).contains(&letters.len());
    let word = letters.len() > 3
        && letters.starts_with(|c: char| c.is_ascii_uppercase())
        && letters[1..].chars().all(|c| c.is_ascii_lowercase());
    let measure = || lexicon().is_in(&letters.to_ascii_lowercase(), Class::Measure);
    form.len() < letters.len() + 3 && (capitals && !measure() || word)
}

/// Bytes of the clitic that ends a word, 0 when there is none.
fn clitic_length(word: &str) -> usize {
    let Some(apostrophe) = word.rfind(['\'', '’']) else { return 0 };
    let mark = word[apostrophe..].chars().next().map_or(1, char::len_utf8);
    let tail = &word[apostrophe + mark..];
    if tail.eq_ignore_ascii_case("t") && word[..apostrophe].ends_with(['n', 'N']) && apostrophe > 1 {
        return word.len() - apostrophe + 1;
    }
    let known = ["s", "re", "ve", "ll", "d", "m"].iter().any(|clitic| tail.eq_ignore_ascii_case(clitic));
    if known && apostrophe > 0 { word.len() - apostrophe } else { 0 }
}

fn run_length(text: &str, c: char) -> usize {
    text.len() - text.trim_start_matches(c).len()
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Letters and digits, the marks that combine with them, and what does not show, such as a soft hyphen.
fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || matches!(c, '\u{300}'..='\u{36f}') || is_invisible(c)
}

/// The bytes of a mark that points at a note: `[4]`, `[b]`, `[citation needed]`.
fn note_length(rest: &str) -> Option<usize> {
    let end = rest.bytes().take(20).position(|byte| byte == b']')?;
    let inside = rest.get(1..end)?;
    let number = (1..=3).contains(&inside.len()) && inside.bytes().all(|byte| byte.is_ascii_digit());
    let letter = inside.len() == 1 && inside.bytes().all(|byte| byte.is_ascii_lowercase());
    (number || letter || inside == "citation needed").then_some(end + 1)
}

/// Where the address of a Markdown link stands, from its closing bracket on, in bytes from the opening one.
fn address_behind(rest: &str) -> Option<Range<usize>> {
    const LONGEST_WORDS: usize = 300;
    const LONGEST_ADDRESS: usize = 1000;
    let close = 1 + rest.bytes().skip(1).take(LONGEST_WORDS).position(|byte| matches!(byte, b']' | b'[' | b'\n'))?;
    let address = rest.get(close..)?.strip_prefix("](")?;
    let length = address.bytes().take(LONGEST_ADDRESS).position(|byte| matches!(byte, b')' | b'(' | b' ' | b'\n'))?;
    let known = ["http://", "https://", "mailto:", "/", "#"].iter().any(|start| address.starts_with(start));
    (known && address.as_bytes()[length] == b')').then_some(close..close + 2 + length + 1)
}
