//! Finding a claim of one page again on another.
//!
//! In: the claim's words and the other page. Out: the sentence that says the same, or the closest ones. Words
//! are weighed by how rare they are on the other page, so that what the whole page is about tells little. A long
//! quotation that stands there to the letter decides. No answer is better than a wrong one.

use super::terms::{Terms, terms};
use crate::document::{Block, Document};
use crate::report::Span;
use crate::text::{self, Text, folded};

/// The score from which a sentence says the same. `cargo xtask evaluate-trail` prints what others give.
pub const FOUND_FROM: f32 = 0.5;
/// How many passages are offered where none is the claim.
const OFFERED: usize = 3;
/// A quotation of as many words is nobody else's.
const QUOTATION_WORDS: usize = 5;
/// A claim of more bytes is none. It would be held against each sentence of the page.
const LONGEST_CLAIM: usize = 10_000;
/// How much of the score is that the claim's words are there; the rest is that there are no others.
const RECALL: f32 = 0.8;
/// The rarity of a word that the other page does not have, as if half a sentence had it.
const NOWHERE: f32 = 0.5;

/// A sentence of the other page, and how near it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Where it stands, in bytes of its block.
    pub span: Span,
    /// How much of the claim it says, 0 to 1.
    pub score: f32,
}

/// Whether a page says what another page claims.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// It says so here.
    Found(Passage),
    /// It does not; these come closest.
    NotFound(Vec<Passage>),
}

/// Finds a claim again on another page.
#[must_use]
pub fn find(claim: &str, page: &Document) -> Answer {
    let mut passages = rank(claim, page);
    match passages.first() {
        Some(best) if best.score >= FOUND_FROM => Answer::Found(passages.swap_remove(0)),
        _ => Answer::NotFound(passages),
    }
}

/// The passages that come closest to a claim, the nearest first.
#[must_use]
pub fn rank(claim: &str, page: &Document) -> Vec<Passage> {
    let asked = Document { blocks: vec![Block { text: claim.to_owned(), ..Block::default() }], ..Document::default() };
    if asked.bytes() > LONGEST_CLAIM || page.bytes() > Document::MOST_BYTES {
        return Vec::new();
    }
    let (asked, page) = (text::read(&asked), text::read(page));
    let wanted = terms(&asked, 0..asked.tokens.len());
    let sentences: Vec<Terms> = page.sentences.iter().map(|sentence| terms(&page, sentence.clone())).collect();
    // In how many sentences each term stands.
    let mut with = Terms::new();
    for term in sentences.iter().flat_map(Terms::keys) {
        match with.get_mut(term) {
            Some(count) => *count += 1.0,
            None => _ = with.insert(term.clone(), 1.0),
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "no page has so many sentences that it would matter")]
    let count = sentences.len() as f32;
    let weight = |term: &str, kind: f32| kind * (1.0 + count / with.get(term).copied().unwrap_or(NOWHERE)).ln();
    let sum = |terms: &Terms| -> f32 { terms.iter().map(|(term, kind)| weight(term, *kind)).sum() };
    let whole = sum(&wanted);
    let quoted = quotations(&asked);
    let mut passages: Vec<Passage> = Vec::new();
    for (sentence, said) in page.sentences.iter().zip(&sentences) {
        let Some(span) = page.span(sentence) else { continue };
        let shared: f32 = wanted
            .iter()
            .filter(|(term, _)| said.contains_key(term.as_str()))
            .map(|(term, kind)| weight(term, *kind))
            .sum();
        if shared <= 0.0 {
            continue;
        }
        let words = plain(&page, sentence.clone());
        let score = if quoted.iter().any(|quoted| words.contains(quoted.as_str())) {
            1.0
        } else {
            RECALL * shared / whole + (1.0 - RECALL) * (shared / sum(said)).min(1.0)
        };
        let place = passages.iter().position(|nearer| nearer.score < score).unwrap_or(passages.len());
        if place < OFFERED {
            passages.truncate(OFFERED - 1);
            passages.insert(place, Passage { span, score });
        }
    }
    passages
}

/// The words of the claim's long quotations, evened out.
fn quotations(text: &Text) -> Vec<String> {
    let inside = text.quotations.iter().map(text::Quotation::inside);
    let words = inside.map(|tokens| plain(text, tokens));
    words.filter(|words| words.split_whitespace().count() >= QUOTATION_WORDS).collect()
}

/// Words in lower case with a space around each, without marks.
fn plain(text: &Text, tokens: std::ops::Range<usize>) -> String {
    let mut plain = String::from(" ");
    for token in tokens.filter(|token| text.tokens.get(*token).is_some_and(text::Token::is_wordlike)) {
        plain += &folded(text.word(token));
        plain.push(' ');
    }
    plain
}
