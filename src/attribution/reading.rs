//! A text as the frames see it: words, tags, and for every token its sentence and the quotation it stands in.

use super::Tokens;
use crate::document::Region;
use crate::lexicon::{Class, Lexicon, lexicon};
use crate::text::{Quotation, Tag, Text, TokenKind};

/// A text with what the frames ask of it again and again, looked up once.
pub(super) struct Reading<'t> {
    pub text: &'t Text<'t>,
    pub lexicon: &'static Lexicon,
    /// The veto that is left out.
    without: Option<&'t str>,
    /// For each token, 1 + the index of the double quotation it stands in or closes; 0 outside.
    quoted: Vec<u32>,
}

impl<'t> Reading<'t> {
    pub fn new(text: &'t Text<'t>) -> Self {
        let mut quoted = vec![0; text.tokens.len()];
        for (index, quotation) in text.quotations.iter().enumerate() {
            if !quotation.single {
                let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
                quoted[quotation.tokens.clone()].fill(number);
            }
        }
        Self { text, lexicon: lexicon(), without: None, quoted }
    }

    /// The same with one veto left out.
    pub fn without(self, veto: &'t str) -> Self {
        Self { without: Some(veto), ..self }
    }

    /// Whether a veto is left out.
    pub fn leaves_out(&self, veto: &str) -> bool {
        self.without == Some(veto)
    }

    pub fn word(&self, at: usize) -> &str {
        self.text.word(at)
    }

    pub fn tag(&self, at: usize) -> Tag {
        self.text.tags.get(at).copied().unwrap_or(Tag::Other)
    }

    pub fn kind(&self, at: usize) -> TokenKind {
        self.text.tokens.get(at).map_or(TokenKind::Symbol, |t| t.kind)
    }

    /// Whether a token is the given word.
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.word(at) == word
    }

    /// Whether a token is a word of a class.
    pub fn is_in(&self, at: usize, class: Class) -> bool {
        self.text.is_in(at, class)
    }

    /// Whether a token is one of the given words.
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.word(at))
    }

    /// Whether the words from a token on are those of a phrase: `according to`.
    pub fn reads(&self, at: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(i, word)| self.is(at + i, word))
    }

    pub fn sentence(&self, at: usize) -> Tokens {
        self.text.sentences.get(self.text.sentence_of(at)).cloned().unwrap_or(at..at)
    }

    /// The double quotation that a token stands in, its marks included.
    pub fn quotation(&self, at: usize) -> Option<&Quotation> {
        let number = *self.quoted.get(at)? as usize;
        self.text.quotations.get(number.checked_sub(1)?)
    }

    /// Whether a token stands in a double quotation, or is one of its marks.
    pub fn in_quotation(&self, at: usize) -> bool {
        self.quoted.get(at).is_some_and(|number| *number > 0)
    }

    /// The quotation, double or single, whose opening mark is this token.
    pub fn quotation_from(&self, at: usize) -> Option<&Quotation> {
        if !matches!(self.kind(at), TokenKind::DoubleQuote | TokenKind::SingleQuote) {
            return None;
        }
        let index = self.text.quotations.partition_point(|q| q.tokens.start < at);
        self.text.quotations.get(index).filter(|q| q.tokens.start == at)
    }

    /// The quotation whose first token this is, when it is a block of its own without marks.
    pub fn block_quotation_from(&self, at: usize) -> Option<Tokens> {
        (self.kind(at) != TokenKind::DoubleQuote).then(|| self.text.block_quotation_from(at)).flatten()
    }

    /// The quotation, double or single, whose last token is this one.
    pub fn quotation_to(&self, at: usize) -> Option<&Quotation> {
        if let Some(quotation) = self.quotation(at) {
            return (quotation.tokens.end == at + 1).then_some(quotation);
        }
        let sentence = self.sentence(at);
        let first = self.text.quotations.partition_point(|q| q.tokens.start < sentence.start);
        self.text.quotations[first..]
            .iter()
            .take_while(|q| q.tokens.start <= at)
            .find(|q| q.closed && q.tokens.end == at + 1)
    }

    pub fn region(&self, at: usize) -> Region {
        self.text.block_at(at).map_or(Region::Other, |block| block.region)
    }

    /// Whether the token stands over other text, where articles, auxiliaries and full stops are dropped.
    pub fn in_heading(&self, at: usize) -> bool {
        matches!(self.region(at), Region::Headline | Region::Subheading)
    }

    /// Whether a capital here says something: not at the start of a sentence or quotation.
    pub fn capital_inside(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|t| t.capital) && self.sentence(at).start < at
    }

    /// Whether a token is a comma or a dash, which may set something off.
    pub fn pauses(&self, at: usize) -> bool {
        matches!(self.kind(at), TokenKind::Comma | TokenKind::Dash)
    }

    /// Whether a token is a comma, a dash or another mark that parts clauses.
    pub fn parts_clauses(&self, at: usize) -> bool {
        matches!(
            self.kind(at),
            TokenKind::Comma
                | TokenKind::Colon
                | TokenKind::Semicolon
                | TokenKind::Dash
                | TokenKind::Stop
                | TokenKind::Ellipsis
                | TokenKind::DoubleQuote
        )
    }

    /// How many words a run holds, marks left out.
    pub fn words_in(&self, tokens: &Tokens) -> usize {
        tokens.clone().filter(|at| self.text.tokens.get(*at).is_some_and(crate::text::Token::is_wordlike)).count()
    }

    /// A run without commas, stops and dashes at its ends, and without what a bracket parts from it. Marks of quotation
    /// stay.
    pub fn trimmed(&self, tokens: &Tokens) -> Tokens {
        self.without_loose_marks(&self.between_brackets(&self.without_loose_marks(tokens)))
    }

    fn without_loose_marks(&self, tokens: &Tokens) -> Tokens {
        let loose = |at: usize| {
            matches!(
                self.kind(at),
                TokenKind::Comma
                    | TokenKind::Stop
                    | TokenKind::Colon
                    | TokenKind::Semicolon
                    | TokenKind::Dash
                    | TokenKind::Ellipsis
            )
        };
        let (mut start, mut end) = (tokens.start, tokens.end);
        while start < end && loose(start) {
            start += 1;
        }
        while start < end && loose(end - 1) {
            end -= 1;
        }
        start..end
    }

    /// `1`, `b`: what stands in front of the bracket of a list.
    fn numbers(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Number || self.kind(at) == TokenKind::Word && self.text.form(at).len() == 1
    }

    /// The part of a run that no bracket cuts in two: `it rains` of `(it rains, Roe said)` and of `(Roe said it rains)`. A
    /// bracket that nothing closes in its sentence is a slip, and parts nothing.
    fn between_brackets(&self, tokens: &Tokens) -> Tokens {
        let (mut start, mut end) = (tokens.start, tokens.end);
        let (mut outermost, mut depth) = (start, 0_usize);
        for at in tokens.clone() {
            match self.kind(at) {
                TokenKind::Open if depth == 0 => (outermost, depth) = (at, 1),
                TokenKind::Open => depth += 1,
                TokenKind::Close if depth > 0 => depth -= 1,
                TokenKind::Close if at == start => start += 1,
                // `1) it rains, b) it pours`
                TokenKind::Close if !self.numbers(at - 1) => {
                    end = at;
                    break;
                }
                _ => {}
            }
        }
        let closes = |at: usize| self.kind(at) == TokenKind::Close;
        let sentence =
            self.text.sentences.get(self.text.sentence_of(tokens.start)).map_or(end, |sentence| sentence.end);
        if depth > 0 && end > outermost + 1 && (end..sentence).any(closes) {
            start = outermost + 1;
        }
        start..end
    }
}
