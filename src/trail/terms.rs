//! The words that tell one statement from another: no function words, cut to their stems.
//!
//! In: tokens of a text. Out: each statement as a set of terms, with how much a term of its kind counts.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::text::{Tag, Text, TokenKind};

/// A number tells statements of one subject apart, and a name does more than a common word.
const NUMBER: f32 = 1.5;
const NAME: f32 = 1.2;
/// A stem shorter than this is kept as it is.
const SHORTEST_STEM: usize = 4;

/// The terms of one statement, each with the weight of its kind.
pub(super) type Terms = BTreeMap<String, f32>;

/// The terms of a run of tokens.
pub(super) fn terms(text: &Text, tokens: Range<usize>) -> Terms {
    let (first, mut terms) = (tokens.start, Terms::new());
    // One by one: what collects them sorts them first, which would be the larger part of all this in a browser.
    for (term, kind) in tokens.filter_map(|token| term(text, token, token == first)) {
        terms.insert(term, kind);
    }
    terms
}

fn term(text: &Text, token: usize, opens: bool) -> Option<(String, f32)> {
    let kind = text.tokens.get(token)?;
    let word = text.word(token);
    match kind.kind {
        TokenKind::Number => Some((word.replace(',', ""), NUMBER)),
        TokenKind::Word if is_content(text.tags.get(token).copied()) => {
            let is_name = kind.capital && !opens;
            Some((stem(word), if is_name { NAME } else { 1.0 }))
        }
        _ => None,
    }
}

/// Whether words of this part of speech say what a statement is about.
fn is_content(tag: Option<Tag>) -> bool {
    !matches!(
        tag,
        None | Some(
            Tag::Pronoun
                | Tag::Determiner
                | Tag::Adposition
                | Tag::CoordinatingConjunction
                | Tag::SubordinatingConjunction
                | Tag::Particle
                | Tag::Interjection
                | Tag::Punctuation
                | Tag::FiniteAuxiliary
                | Tag::NonfiniteAuxiliary
        )
    )
}

/// A word without the endings that grammar gives it.
fn stem(word: &str) -> String {
    let stem = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.chars().count() >= SHORTEST_STEM - 1);
    if let Some(stem) = stem("ies").or_else(|| stem("ied")) {
        return format!("{stem}y");
    }
    let cut = stem("ing").or_else(|| stem("ed")).or_else(|| stem("es")).or_else(|| stem("s")).unwrap_or(word);
    // `closed` and `close` meet without the last letter, and so do `stopped` and `stop`.
    let cut = cut.strip_suffix('e').filter(|cut| cut.len() >= SHORTEST_STEM - 1).unwrap_or(cut);
    let mut letters = cut.chars().rev();
    let doubled = letters.next().filter(|last| letters.next() == Some(*last) && letters.nth(1).is_some());
    cut.strip_suffix(|last| Some(last) == doubled).unwrap_or(cut).to_owned()
}
