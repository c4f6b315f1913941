//! “The road is open.” — Ann Roe, mayor. “It is open.” (Tarn Gazette)
//!
//! A quotation with its speaker behind a dash, in brackets, or on the line below.

use super::super::reading::Reading;
use super::super::{Attribution, Frame, Tokens};
use crate::document::Region;
use crate::text::{Quotation, TokenKind};

/// Words that a name and what describes it have at most.
const LONGEST: usize = 12;

/// A quotation that begins its sentence and is signed.
pub(super) fn find(reading: &Reading, quotation: &Quotation) -> Option<Attribution> {
    let start = quotation.tokens.start;
    if start != reading.sentence(start).start || !reading.is_utterance(quotation) {
        return None;
    }
    let source = reading.signed_beside(quotation).or_else(|| reading.signed_below(quotation))?;
    Some(Attribution::speech(vec![quotation.tokens.clone()], Vec::new(), Some(source), Frame::Signature, 0.8))
}

/// Who signs a block quotation without marks, in a block of its own: `— Ann Roe (@annroe) June 3`.
pub(super) fn of_block(reading: &Reading, block: &Tokens) -> Option<Tokens> {
    if reading.region(block.start) != Region::Quote || reading.kind(block.start) != TokenKind::Dash {
        return None;
    }
    let name = block.start + 1;
    let end = (name..block.end).find(|at| reading.kind(*at) == TokenKind::Open).unwrap_or(block.end);
    reading.signatory(&(name..end))
}

impl Reading<'_> {
    /// Whether a quotation is something said rather than a title or a turn of phrase.
    fn is_utterance(&self, quotation: &Quotation) -> bool {
        let words = self.words_in(&quotation.tokens);
        let last = quotation.inside().end.saturating_sub(1);
        let stops = matches!(self.kind(last), TokenKind::Stop | TokenKind::Ellipsis | TokenKind::Comma);
        words >= 3 && (stops || words >= 5 && !self.is_title(quotation))
    }

    /// `“…” — Ann Roe, mayor`, `“…” (Tarn Gazette)`
    fn signed_beside(&self, quotation: &Quotation) -> Option<Tokens> {
        let mark = quotation.tokens.end;
        let block = &self.text.blocks[self.text.block_of(quotation.tokens.start)];
        let end = match self.kind(mark) {
            TokenKind::Dash | TokenKind::Colon => block.end,
            TokenKind::Open => {
                (mark + 1..block.end.min(mark + 2 * LONGEST)).find(|at| self.kind(*at) == TokenKind::Close)?
            }
            _ => return None,
        };
        (mark < block.end).then(|| self.signatory(&(mark + 1..end))).flatten()
    }

    /// The quotation is a paragraph, and the next one is a name with a dash in front or a role behind.
    fn signed_below(&self, quotation: &Quotation) -> Option<Tokens> {
        let index = self.text.block_of(quotation.tokens.start);
        let block = &self.text.blocks[index];
        let below = self.text.blocks.get(index + 1)?;
        let whole = quotation.tokens.start == block.start
            && (quotation.tokens.end..block.end).all(|at| self.kind(at) == TokenKind::Stop);
        if !whole || below.is_empty() || self.region(below.start) == Region::Headline {
            return None;
        }
        let dash = self.kind(below.start) == TokenKind::Dash;
        let name = self.signatory(&(below.start + usize::from(dash)..below.end))?;
        let described = self.kind(name.end) == TokenKind::Comma && name.end < below.end;
        let set_apart = self.region(below.start) == Region::Quote;
        (dash || described || set_apart).then_some(name)
    }

    /// The name that a run begins with, when all behind it only describes it.
    fn signatory(&self, tokens: &Tokens) -> Option<Tokens> {
        let end = (tokens.clone()).rev().find(|at| self.kind(*at) != TokenKind::Stop)? + 1;
        let name = self.noun_phrase_from(tokens.start, end)?;
        let describes = name.end == end || self.kind(name.end) == TokenKind::Comma;
        let short = self.words_in(&(tokens.start..end)) <= LONGEST;
        let plain = (tokens.start..end).all(|at| !self.is_finite(at) && !self.in_quotation(at));
        let several = name.len() > 1 || self.outlet_name(&name) || name.end < end;
        let first = self.text.tokens[name.start].capital;
        (describes && short && plain && several && first && self.text.tokens[name.end - 1].capital).then_some(name)
    }
}
