//! What changed in a claim's wording on its way from one page to the next.
//!
//! In: the words as the cited page has them and as the citing page does, with the hands behind each. Out: the pieces that
//! differ, and of those the ones that matter. Wordings that share too little are not compared: then nothing is said.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::document::{Block, Document};
use crate::table::{rows, table};
use crate::text::{self, Tag, Text, TokenKind};

/// Wordings of more tokens are not aligned, which takes time by the product of both lengths.
const LONGEST: usize = 200;

/// A claim as one page says it.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// The words of its content.
    pub words: &'a str,
    /// The hands behind the cited page that this page gives it.
    pub hands: u8,
}

/// A change that a reader should know of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// `may have` became `has`.
    HedgeLost,
    /// `has` became `may have`.
    HedgeGained,
    /// What somebody told the cited page is a fact on the citing one.
    SourceLost,
    /// `forty` became `fifty`.
    NumberChanged,
    /// Somebody is named whom the cited page did not name there.
    NameAdded,
}

/// How two wordings of a claim differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The pieces of the cited page's words that are gone, in bytes.
    pub gone: Vec<Range<usize>>,
    /// The pieces of the citing page's words that are new, in bytes.
    pub new: Vec<Range<usize>>,
    /// What of this matters.
    pub matter: Vec<Change>,
}

/// What changed between the cited page and the one that cites it.
#[must_use]
pub fn changes(cited: Wording<'_>, citing: Wording<'_>) -> Changes {
    if cited.words.len().max(citing.words.len()) > LONGEST * 20 {
        return Changes::default();
    }
    let (before, after) = (document(cited.words), document(citing.words));
    let (before, after) = (text::read(&before), text::read(&after));
    let (old, new) = (words(&before), words(&after));
    if old.len().max(new.len()) > LONGEST {
        return Changes::default();
    }
    let same = aligned(&before, &old, &after, &new);
    // Half of the shorter wording has to be the same in order, or the two are told in other words throughout.
    if same.len() * 2 < old.len().min(new.len()) || same.is_empty() {
        return Changes::default();
    }
    let mut gone = old.clone();
    gone.retain(|token| same.iter().all(|(kept, _)| kept != token));
    let mut came = new.clone();
    came.retain(|token| same.iter().all(|(_, kept)| kept != token));
    let mut matter = Vec::new();
    let hedged = |text: &Text, tokens: &[usize]| tokens.iter().any(|token| is_hedge(text, *token));
    match (hedged(&before, &old), hedged(&after, &new)) {
        (true, false) => matter.push(Change::HedgeLost),
        (false, true) => matter.push(Change::HedgeGained),
        _ => {}
    }
    if cited.hands > 0 && citing.hands == 0 {
        matter.push(Change::SourceLost);
    }
    let number = |text: &Text, tokens: &[usize]| match tokens.iter().filter(|token| is_number(text, **token)).count() {
        1 => tokens.iter().find(|token| is_number(text, **token)).and_then(|token| digits(text.word(*token))),
        _ => None,
    };
    if let (Some(was), Some(is)) = (number(&before, &gone), number(&after, &came))
        && was != is
    {
        matter.push(Change::NumberChanged);
    }
    let known = |word: &str| old.iter().any(|token| before.word(*token) == word);
    if came.iter().any(|token| is_name(&after, *token) && !known(after.word(*token))) {
        matter.push(Change::NameAdded);
    }
    Changes { gone: pieces(&before, &gone), new: pieces(&after, &came), matter }
}

fn document(words: &str) -> Document {
    Document { blocks: vec![Block { text: words.to_owned(), ..Block::default() }], ..Document::default() }
}

fn words(text: &Text) -> Vec<usize> {
    (0..text.tokens.len()).filter(|token| text.tokens[*token].is_wordlike()).collect()
}

/// Whether a token is a hedge. With a capital it is a month, or a name.
fn is_hedge(text: &Text, token: usize) -> bool {
    !text.tokens[token].capital && rows(table!("../lexicon/hedges.tsv")).any(|hedge| hedge == text.word(token))
}

fn is_number(text: &Text, token: usize) -> bool {
    text.tokens[token].kind == TokenKind::Number
}

/// A number without what groups its digits; none where it is more than digits.
fn digits(word: &str) -> Option<String> {
    let digits = word.replace(',', "");
    digits.chars().all(|c| c.is_ascii_digit() || c == '.').then_some(digits)
}

/// Whether a token is a name for certain: the first word of a wording has a capital anyway.
fn is_name(text: &Text, token: usize) -> bool {
    token > 0 && text.tokens[token].capital && text.tags.get(token) == Some(&Tag::ProperNoun)
}

/// The longest run of pairs of tokens with the same word, in order.
fn aligned(before: &Text, old: &[usize], after: &Text, new: &[usize]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut longest = vec![0_u16; (old.len() + 1) * width];
    let same = |i: usize, j: usize| before.word(old[i]) == after.word(new[j]);
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i * width + j] = if same(i, j) {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if same(i, j) {
            pairs.push((old[i], new[j]));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Tokens as pieces of the text, neighbours joined.
fn pieces(text: &Text, tokens: &[usize]) -> Vec<Range<usize>> {
    let runs = tokens.chunk_by(|a, b| a + 1 == *b);
    runs.filter_map(|run| text.span(&(*run.first()?..*run.last()? + 1)))
        .map(|span| span.start as usize..span.end as usize)
        .collect()
}
