//! The mayor was quoted by the Courier as saying the road was open. The Courier quoted an aide saying it was open.
//!
//! Whoever quotes is an outer hand, whoever is quoted the source.

use super::super::reading::Reading;
use super::super::{Attribution, Frame, Hand, Role, Tokens};
use crate::text::{Tag, TokenKind};

pub(super) fn find(reading: &Reading, sentence: &Tokens) -> Option<Attribution> {
    let saying = sentence.clone().find(|at| {
        reading.is_any(*at, &["saying", "stating", "telling", "writing", "adding"])
            && !reading.in_quotation(*at)
            && (reading.is(at.saturating_sub(1), "as") || reading.follows_quoted(*at, sentence))
    })?;
    let verb = (sentence.start..saying)
        .rev()
        .take(30)
        .find(|at| reading.is_any(*at, &["quoted", "quotes", "quoting", "cited", "citing", "cites", "reported"]))?;
    let group = reading.verb_group(verb, sentence.start);
    let content = reading.content_of(saying, sentence)?;
    let cue = vec![verb..verb + 1, saying..saying + 1];
    let outer = |mention: Tokens| Hand { role: Role::Quoting, mention, cue: verb..verb + 1 };
    let (source, hands) = if group.passive {
        let source = reading.noun_phrase_before(group.tokens.start, sentence.start)?;
        let by = reading.is(verb + 1, "by").then(|| reading.noun_phrase_from(verb + 2, saying)).flatten();
        // Nobody is named, so somebody unnamed did the quoting.
        let hand = by.map_or_else(|| Hand { role: Role::Hearsay, mention: verb..verb + 1, cue: verb..verb + 1 }, outer);
        (source, vec![hand])
    } else {
        let source = verb + 1..saying - usize::from(reading.is(saying - 1, "as"));
        let quoter = reading
            .noun_phrase_before(group.tokens.start, sentence.start)
            .or_else(|| reading.main_subject(&(sentence.start..verb)))?;
        (source, vec![outer(quoter)])
    };
    let source = Some(reading.without_aside(&reading.trimmed(&source)));
    Some(Attribution { hands, ..Attribution::speech(vec![content], cue, source, Frame::QuotedAs, 0.93) })
}

impl Reading<'_> {
    /// `The Courier quoted an aide saying the road was open.`: without `as`, nothing but the aide in between.
    fn follows_quoted(&self, saying: usize, sentence: &Tokens) -> bool {
        let quotes = |at: &usize| self.is_any(*at, &["quoted", "quotes", "quoting", "cited", "cites"]);
        let Some(verb) = (sentence.start..saying).rev().take(12).find(quotes) else { return false };
        self.noun_phrase_from(verb + 1, saying)
            .is_some_and(|source| self.with_description(source, saying).end == saying)
    }

    /// What follows `as saying`: a clause, with or without `that`, or a quotation.
    fn content_of(&self, saying: usize, sentence: &Tokens) -> Option<Tokens> {
        let cue = self.cue_at(saying, sentence)?;
        let mut start = saying + 1;
        if matches!(self.kind(start), TokenKind::Comma | TokenKind::Colon) {
            start += 1;
        }
        if self.is(start, "that") && self.tag(start) != Tag::Determiner {
            start += 1;
        }
        let content = self.trimmed(&(start..self.content_end(start, &cue)));
        (!content.is_empty()).then_some(content)
    }
}
