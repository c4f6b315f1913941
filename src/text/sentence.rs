//! Cuts blocks into sentences.
//!
//! A full stop ends a sentence, with the marks and brackets that close behind it, unless it belongs to an
//! abbreviation, unless what follows begins in lower case, and unless a quotation is still open: a quotation of many
//! sentences stays whole, since it is attributed as a whole.

use std::ops::Range;

use super::tokenizer::{self, Abbreviation};
use super::{Dateline, Text, TokenKind};
use crate::lexicon::Class;

/// Tokens that a sentence has at most. What runs on without a stop for longer is a list, a table or a joke; cut here, it
/// costs no more time for each word than prose does.
const LONGEST: usize = 600;

/// All sentences of a text.
pub(super) fn split(text: &Text) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut quotations = text.quotations.iter().peekable();
    for block in &text.blocks {
        let mut start = block.start;
        if let Some(end) = dateline_end(text, block) {
            sentences.push(start..end);
            start = end;
        }
        let mut quoted_until = block.start;
        let mut at = start;
        while at < block.end {
            while let Some(quotation) = quotations.next_if(|q| q.tokens.start <= at) {
                quoted_until = quoted_until.max(quotation.tokens.end);
            }
            if at - start >= LONGEST {
                sentences.push(start..at);
                start = at;
            }
            if !ends_sentence(text, at) {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            while end < block.end && closes_behind_stop(text, end, quoted_until) {
                end += 1;
            }
            let inside_quotation = end < quoted_until;
            if !inside_quotation && begins_sentence(text, end, block) && !goes_on(text, at, end) {
                sentences.push(start..end);
                start = end;
            }
            at = end;
        }
        if start < block.end {
            sentences.push(start..block.end);
        }
    }
    sentences
}

/// The first token behind a dateline, which is a sentence of its own.
fn dateline_end(text: &Text, block: &Range<usize>) -> Option<usize> {
    let first = text.tokens.get(block.start).filter(|_| !block.is_empty())?;
    let dateline = Dateline::of(&text.document.blocks.get(first.block as usize)?.text)?;
    block.clone().find(|at| text.tokens[*at].start as usize >= dateline.end)
}

/// A stop, or an abbreviation that may also end its sentence.
fn ends_sentence(text: &Text, at: usize) -> bool {
    match text.tokens[at].kind {
        TokenKind::Stop | TokenKind::Ellipsis => true,
        TokenKind::Word => text.form(at).ends_with('.'),
        _ => false,
    }
}

fn closes_behind_stop(text: &Text, at: usize, quoted_until: usize) -> bool {
    let token = text.tokens[at];
    match token.kind {
        TokenKind::Stop | TokenKind::Close => !token.space_before,
        TokenKind::DoubleQuote | TokenKind::SingleQuote => at < quoted_until && !token.space_before,
        _ => false,
    }
}

fn begins_sentence(text: &Text, at: usize, block: &Range<usize>) -> bool {
    if at >= block.end {
        return true;
    }
    let token = text.tokens[at];
    match token.kind {
        TokenKind::Word => token.capital && token.space_before,
        TokenKind::Number | TokenKind::Symbol => token.space_before,
        TokenKind::DoubleQuote | TokenKind::SingleQuote | TokenKind::Open | TokenKind::Ellipsis => true,
        _ => false,
    }
}

/// After an abbreviation a sentence ends only if the next word could not be part of a name, or if no name follows such an
/// abbreviation.
fn goes_on(text: &Text, stop: usize, next: usize) -> bool {
    if text.tokens[stop].kind != TokenKind::Word || next != stop + 1 {
        return false;
    }
    let word = text.word(stop).trim_end_matches('.');
    let is_number = text.tokens.get(next).is_some_and(|next| next.kind == TokenKind::Number);
    match tokenizer::abbreviation(word) {
        Some(Abbreviation::Title) => true,
        None if word.chars().count() == 1 => true,
        Some(Abbreviation::Time) => {
            let zone = text.tokens.get(next).is_some_and(|next| next.all_capitals);
            is_number || zone || text.is_in(next, Class::Time) || text.is_in(next, Class::TimeZone)
        }
        _ => !text.is_in(next, Class::OpenerBehindStop),
    }
}
