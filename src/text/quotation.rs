//! Pairs quotation marks.
//!
//! Double and single marks are paired separately, block by block. A straight mark opens where a word begins and closes
//! where one ends. An opening mark that is never closed counts as a quotation only where newspapers leave it open: when
//! the next paragraph opens again, or where it is the last sentence behind a cue. What cannot be paired is left alone; one broken mark costs its own block at most.

use std::ops::Range;

use super::{Text, TokenKind};
use crate::order;

/// A run of text between two marks, in tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The tokens, both marks included. The closing mark is missing when `closed` is false.
    pub tokens: Range<usize>,
    /// Whether a closing mark ends it.
    pub closed: bool,
    /// Whether the next block's first quotation goes on with it.
    pub continues: bool,
    /// Whether the marks are single ones.
    pub single: bool,
}

impl Quotation {
    /// The tokens between the marks.
    #[must_use]
    pub fn inside(&self) -> Range<usize> {
        self.tokens.start + 1..if self.closed { self.tokens.end - 1 } else { self.tokens.end }
    }

    /// Whether a token stands inside, or is one of the marks.
    #[must_use]
    pub fn contains(&self, token: usize) -> bool {
        self.tokens.contains(&token)
    }
}

/// All quotations of a text, ordered by their opening mark.
pub(super) fn pair(text: &Text) -> Vec<Quotation> {
    let mut found = Vec::new();
    for (index, block) in text.blocks.iter().enumerate() {
        pair_double(text, index, block, &mut found);
        pair_single(text, index, block, &mut found);
    }
    order::by(&mut found, |q| (q.tokens.start, q.tokens.end));
    found
}

fn pair_double(text: &Text, index: usize, block: &Range<usize>, found: &mut Vec<Quotation>) {
    let marks: Vec<usize> = block.clone().filter(|at| text.tokens[*at].kind == TokenKind::DoubleQuote).collect();
    let mut open: Option<usize> = None;
    for (place, &at) in marks.iter().enumerate() {
        if measures(text, at, open, marks.get(place + 1).copied()) {
            continue;
        }
        match (role(text, at, open), open) {
            (Role::Opens, _) => open = Some(at),
            (Role::Closes, Some(start)) => {
                found.push(Quotation { tokens: start..at + 1, closed: true, continues: false, single: false });
                open = None;
            }
            (Role::Closes, None) => {}
        }
    }
    if let Some(start) = open {
        let continues = goes_on(text, index, TokenKind::DoubleQuote);
        if continues || was_forgotten(text, start, block) {
            found.push(Quotation { tokens: start..block.end, closed: false, continues, single: false });
        }
    }
}

/// Whether somebody forgot to close a quotation: behind a comma or a colon it is the last sentence of its block.
fn was_forgotten(text: &Text, start: usize, block: &Range<usize>) -> bool {
    let kind = |at: usize| text.tokens[at].kind;
    let behind_cue = start > block.start && matches!(kind(start - 1), TokenKind::Comma | TokenKind::Colon);
    let last = block.end - 1;
    behind_cue && kind(last) == TokenKind::Stop && !(start..last).any(|at| kind(at) == TokenKind::Stop)
}

enum Role {
    Opens,
    Closes,
}

fn role(text: &Text, at: usize, open: Option<usize>) -> Role {
    let opens_word = begins_word(text, at);
    let opened_by = |mark: &str| open.is_some_and(|start| text.form(start) == mark);
    match text.form(at) {
        // German and Danish point inwards: `»…«`.
        "»" if open.is_none() && opens_word => Role::Opens,
        "«" if opened_by("»") => Role::Closes,
        // Swedish has the same mark at both ends.
        "”" if open.is_none() && opens_word => Role::Opens,
        "”" | "»" | "」" | "』" | "❞" | "〞" => Role::Closes,
        // Two single marks are typed for both ends alike, unless backticks open.
        "''" if opened_by("``") => Role::Closes,
        "„" | "‟" | "«" | "「" | "『" | "``" | "❝" | "〝" => Role::Opens,
        // German closes with the mark that English opens with.
        "“" if opened_by("„") || opened_by("“") && ends_word(text, at) => Role::Closes,
        "“" => Role::Opens,
        _ if open.is_none() => Role::Opens,
        // Two straight marks that both begin a word: the first was never closed.
        _ if opens_word => Role::Opens,
        _ => Role::Closes,
    }
}

/// `a plank 14″ wide`: a double prime behind a number is no mark. Nor is a straight one inside a quotation that another
/// mark closes.
fn measures(text: &Text, at: usize, open: Option<usize>, next: Option<usize>) -> bool {
    let behind_number = !text.tokens[at].space_before
        && at.checked_sub(1).is_some_and(|number| text.tokens[number].kind == TokenKind::Number);
    let goes_on = text.tokens.get(at + 1).is_some_and(|next| next.space_before && next.is_wordlike() && !next.capital);
    let closed_later = || next.is_some_and(|next| ends_word(text, next));
    behind_number
        && match text.form(at) {
            "″" => open.is_none(),
            "\"" => open.is_some() && goes_on && closed_later(),
            _ => false,
        }
}

/// Whether a mark touches what stands before it and not a word after it.
fn ends_word(text: &Text, at: usize) -> bool {
    let next_apart = text
        .tokens
        .get(at + 1)
        .is_none_or(|next| next.space_before || !next.is_wordlike() || next.block != text.tokens[at].block);
    !text.tokens[at].space_before && next_apart
}

/// Whether a mark touches the word after it and not the one before it.
fn begins_word(text: &Text, at: usize) -> bool {
    let touches_next =
        text.tokens.get(at + 1).is_some_and(|next| !next.space_before && next.block == text.tokens[at].block);
    text.tokens[at].space_before && touches_next
}

/// Whether the block behind another opens with a mark of a kind.
fn goes_on(text: &Text, block: usize, kind: TokenKind) -> bool {
    let next = text.block_behind(block).map(|next| &text.blocks[next]);
    let Some(block) = next.filter(|block| !block.is_empty()) else { return false };
    text.tokens[block.start].kind == kind
        && !matches!(text.form(block.start), "”" | "»" | "」" | "』" | "''" | "’" | "❞" | "❜")
        && text.tokens.get(block.start + 1).is_some_and(|next| !next.space_before)
}

/// Single marks are apostrophes until proved otherwise: one opens only before a word, and only if a mark that touches
/// the word before it closes it again, or if the next block opens with one. Where a plural possessive could be the close,
/// a better one further on wins.
fn pair_single(text: &Text, index: usize, block: &Range<usize>, found: &mut Vec<Quotation>) {
    let marks: Vec<usize> = block.clone().filter(|at| text.tokens[*at].kind == TokenKind::SingleQuote).collect();
    let continues = !marks.is_empty() && goes_on(text, index, TokenKind::SingleQuote);
    let mut next = 0;
    while next < marks.len() {
        let start = marks[next];
        next += 1;
        if !opens_single(text, start, block) {
            continue;
        }
        // A quotation in single marks is short; the bound keeps hostile text linear.
        let closers = marks[next..]
            .iter()
            .take(16)
            .copied()
            .filter(|at| closers(text.form(start)).contains(&text.form(*at)) && ends_word(text, *at));
        let close = closers.clone().find(|at| !could_be_possessive(text, *at));
        match close.or_else(|| closers.clone().next().filter(|_| !continues)) {
            Some(close) => {
                found.push(Quotation { tokens: start..close + 1, closed: true, continues: false, single: true });
                next += marks[next..].iter().take_while(|at| **at <= close).count();
            }
            None if continues && (start == block.start || !matches!(text.form(start), "'" | "`")) => {
                found.push(Quotation { tokens: start..block.end, closed: false, continues: true, single: true });
                return;
            }
            None => {}
        }
    }
}

/// The marks that close what a single mark opens.
fn closers(open: &str) -> &'static [&'static str] {
    match open {
        "‚" => &["‘", "’", "'"],
        "›" => &["‹"],
        "‹" => &["›"],
        "❛" => &["❜"],
        "′" | "‵" => &["′"],
        _ => &["'", "’"],
    }
}

fn opens_single(text: &Text, at: usize, block: &Range<usize>) -> bool {
    if text.form(at) == "’" || at + 1 >= block.end {
        return false;
    }
    let touches_next = !text.tokens[at + 1].space_before && text.tokens[at + 1].kind != TokenKind::Number;
    let free_before = text.tokens[at].space_before
        || matches!(text.tokens[at.saturating_sub(1)].kind, TokenKind::DoubleQuote | TokenKind::Open | TokenKind::Dash);
    touches_next && free_before
}

fn could_be_possessive(text: &Text, at: usize) -> bool {
    text.word(at.saturating_sub(1)).ends_with('s')
        && text.tokens.get(at + 1).is_some_and(|next| next.space_before && next.is_wordlike())
}
