//! Cuts a block's text into tokens.
//!
//! Words keep their hyphens and the full stops of abbreviations; clitics (`n't`, `'s`) are split off, as the treebanks
//! do that the part-of-speech tagger learns from; every other mark stands alone. One pass, no allocation per token.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::token::{Token, TokenKind};
use crate::folding::folded;
use crate::table::rows;

/// Cuts `text` into tokens of block `block`, adding their lower-case forms to `words`.
pub(super) fn tokenize(block: usize, text: &str, words: &mut String, tokens: &mut Vec<Token>) {
    let Ok(block) = u32::try_from(block) else { return };
    // A block that u32 cannot count has no right offsets; it is left out rather than marked wrongly.
    if u32::try_from(text.len()).is_err() {
        return;
    }
    let mut reader = Reader { block, text, at: 0, space_before: true, words, tokens };
    while let Some(c) = reader.peek() {
        if is_space(c) {
            reader.at += c.len_utf8();
            reader.space_before = true;
        } else {
            reader.token(c);
            reader.space_before = false;
        }
    }
}

/// Whether an abbreviation stands before a name, so that a sentence never ends after it: `Mr.`, `Gen.`.
pub(super) fn is_title(word: &str) -> bool {
    abbreviations().get(word).copied().unwrap_or_default()
}

/// The abbreviations, with whether each is a title.
fn abbreviations() -> &'static HashMap<&'static str, bool> {
    static TABLE: OnceLock<HashMap<&'static str, bool>> = OnceLock::new();
    TABLE.get_or_init(|| {
        rows(include_str!("abbreviations.tsv"))
            .filter_map(|line| line.split_once('\t'))
            .map(|(word, kind)| (word, kind == "title"))
            .collect()
    })
}

struct Reader<'t> {
    block: u32,
    text: &'t str,
    at: usize,
    space_before: bool,
    words: &'t mut String,
    tokens: &'t mut Vec<Token>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
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
            '\'' | '‘' | '’' | '‚' | '‛' | '`' | '‹' | '›' => (TokenKind::SingleQuote, c.len_utf8()),
            ',' => (TokenKind::Comma, 1),
            '.' if rest.starts_with("..") => (TokenKind::Ellipsis, run_length(rest, '.')),
            '…' => (TokenKind::Ellipsis, c.len_utf8()),
            '.' | '!' | '?' => (TokenKind::Stop, 1),
            ':' => (TokenKind::Colon, 1),
            ';' => (TokenKind::Semicolon, 1),
            '-' => (TokenKind::Dash, run_length(rest, '-')),
            '–' | '—' | '―' | '−' | '‒' => (TokenKind::Dash, c.len_utf8()),
            '(' | '[' | '{' => (TokenKind::Open, 1),
            ')' | ']' | '}' => (TokenKind::Close, 1),
            _ => (TokenKind::Symbol, c.len_utf8()),
        };
        self.push(self.at + length, kind);
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
                        '.' => self.stop_joins(last, self.char_after(after).unwrap_or(' ')),
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
            Some('!') => abbreviations().contains_key(folded(&self.text[self.at..=end]).as_str()),
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
        dotted || abbreviations().contains_key(folded(word).as_str())
    }

    fn push_word(&mut self, end: usize) {
        let clitic = clitic_length(&self.text[self.at..end]);
        let kind = match self.peek() {
            Some(c) if c.is_ascii_digit() => TokenKind::Number,
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
        for c in form.chars().filter(|c| *c != '\u{ad}') {
            match c {
                '’' => self.words.push('\''),
                '‐' | '‑' => self.words.push('-'),
                c if c.is_ascii() => self.words.push(c.to_ascii_lowercase()),
                c => self.words.extend(c.to_lowercase()),
            }
        }
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
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Letters and digits, the marks that combine with them, and the soft hyphen, which only shows at a line's end.
fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}')
}
