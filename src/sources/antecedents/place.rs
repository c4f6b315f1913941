//! Where in its sentence a mention stands: as its subject, behind a preposition, in a quotation.
//!
//! In: the tokens of a mention. Out: a [`Place`], read from tags and neighbours alone. A pronoun goes back to who stands
//! in a strong place more readily than to whom some other phrase only mentions.

use crate::attribution::Tokens;
use crate::document::Region;
use crate::lexicon::Class;
use crate::text::{Tag, Text, TokenKind};

/// The place of a mention in its sentence.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The tokens of the mention.
    pub tokens: Tokens,
    /// Index of its sentence.
    pub sentence: usize,
    /// Index of its block.
    pub block: usize,
    /// 1 + the index of the double quotation it stands in; 0 outside.
    pub quotation: u32,
    /// Whether a finite verb follows: `Roe said`, `Roe, who lives in Orle, said`.
    pub subject: bool,
    /// Whether a verb stands right before: `told Roe`.
    pub object: bool,
    /// `to Roe`: the preposition in front.
    pub preposition: Option<Preposition>,
    /// `Roe's boat`, `his boat`.
    pub possessive: bool,
    /// `Lee and Roe`.
    pub coordinated: bool,
    /// Whether it stands in a headline.
    pub headline: bool,
    /// Whether it stands in a clause that begins with `when`, `after`, `because`.
    pub subordinate: bool,
    /// Whether it opens its sentence, titles left out.
    pub opens: bool,
}

/// A preposition in front of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Preposition {
    Of,
    By,
    Other,
}

/// Words of a title, and other words of one phrase, in front of a name.
const LONGEST_TITLE: usize = 6;

/// Words of an aside between a subject and its verb.
const LONGEST_ASIDE: usize = 24;

/// Words of a complement between a subject and its verb.
const LONGEST_COMPLEMENT: usize = 10;

impl Place {
    /// Reads the place of a mention. `quotation` is 1 + the index of the quotation it stands in, or 0.
    pub fn of(text: &Text, tokens: Tokens, quotation: u32) -> Self {
        let sentence = text.sentence_of(tokens.start);
        let bounds = text.sentences.get(sentence).cloned().unwrap_or_else(|| tokens.clone());
        let before = before_phrase(text, &tokens, &bounds);
        let tag = |at: usize| text.tags.get(at).copied().unwrap_or_default();
        // `As for Roe, he said`: whom the sentence is about.
        let topic =
            before.is_some_and(|at| at == bounds.start + 1 && text.word(at) == "for" && text.word(at - 1) == "as");
        let preposition = before.filter(|at| tag(*at) == Tag::Adposition && !topic).map(|at| match text.word(at) {
            "of" => Preposition::Of,
            "by" => Preposition::By,
            _ => Preposition::Other,
        });
        let conjunction = |at: usize| tag(at) == Tag::CoordinatingConjunction;
        let own = text.is_in(tokens.start, Class::Possessive) && tokens.len() == 1;
        Self {
            sentence,
            block: text.block_of(tokens.start),
            quotation,
            subject: topic || preposition.is_none() && has_verb(text, tokens.end, &bounds),
            object: before.is_some_and(|at| tag(at).is_verb()),
            preposition,
            possessive: is_genitive(text, tokens.end)
                || own && matches!(tag(tokens.end), Tag::Noun | Tag::Adjective | Tag::ProperNoun),
            coordinated: before.is_some_and(conjunction) || conjunction(tokens.end) && tokens.end + 1 < bounds.end,
            headline: text.block_at(tokens.start).is_some_and(|block| block.region == Region::Headline),
            subordinate: is_subordinate(text, tokens.start, &bounds),
            opens: before.is_none(),
            tokens,
        }
    }
}

/// The token in front of the phrase that a mention ends: in front of titles, adjectives, its determiner. None where the
/// phrase opens its sentence.
fn before_phrase(text: &Text, tokens: &Tokens, sentence: &Tokens) -> Option<usize> {
    let mut at = tokens.start;
    while at > sentence.start && tokens.start - at < LONGEST_TITLE {
        let inside = match text.tags.get(at - 1) {
            Some(Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::Determiner | Tag::Numeral) => true,
            Some(Tag::Particle) => is_genitive(text, at - 1),
            _ => false,
        };
        if !inside {
            break;
        }
        at -= 1;
    }
    let opening = at == sentence.start
        || at == sentence.start + 1
            && matches!(text.tokens[at - 1].kind, TokenKind::DoubleQuote | TokenKind::SingleQuote);
    (!opening).then(|| at - 1)
}

fn is_genitive(text: &Text, at: usize) -> bool {
    text.tags.get(at) == Some(&Tag::Particle) && matches!(text.word(at), "'s" | "'")
}

/// Whether a finite verb follows, perhaps behind an aside in commas or brackets and adverbs.
fn has_verb(text: &Text, mut at: usize, sentence: &Tokens) -> bool {
    let closes = match text.tokens.get(at).map(|token| token.kind) {
        Some(TokenKind::Comma) => Some(TokenKind::Comma),
        Some(TokenKind::Open) => Some(TokenKind::Close),
        _ => None,
    };
    if let Some(closing) = closes {
        let ceiling = sentence.end.min(at + LONGEST_ASIDE);
        match (at + 1..ceiling).find(|end| text.tokens[*end].kind == closing) {
            Some(end) => at = end + 1,
            None => return false,
        }
    }
    at = behind_complement(text, at, sentence);
    while at < sentence.end && matches!(text.tags.get(at), Some(Tag::Adverb)) {
        at += 1;
    }
    at < sentence.end && text.tags.get(at).is_some_and(|tag| tag.is_finite())
}

/// Where `of the union in Orle` behind a noun ends; where it would begin if there is none.
fn behind_complement(text: &Text, start: usize, sentence: &Tokens) -> usize {
    let ceiling = sentence.end.min(start + LONGEST_COMPLEMENT);
    if text.tags.get(start) != Some(&Tag::Adposition) {
        return start;
    }
    let inside = |at: &usize| {
        matches!(
            text.tags.get(*at),
            Some(Tag::Adposition | Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::Determiner | Tag::Numeral)
        ) || is_genitive(text, *at)
    };
    (start..ceiling).find(|at| !inside(at)).unwrap_or(start)
}

/// Whether the clause that a token stands in begins with a word that makes it depend on another.
fn is_subordinate(text: &Text, at: usize, sentence: &Tokens) -> bool {
    let floor = sentence.start.max(at.saturating_sub(LONGEST_TITLE));
    let opener = (floor..at).rev().find(|at| {
        matches!(text.tags.get(*at), Some(Tag::SubordinatingConjunction)) || text.is_in(*at, Class::ClauseOpener)
    });
    opener.is_some_and(|opener| (opener..at).all(|at| text.tokens[at].kind != TokenKind::Comma))
}
