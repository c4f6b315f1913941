//! The road is reportedly open. Rumour has it that the road is open.
//!
//! The adverb attributes its own clause to nobody. On another cue it is an outer hand of that cue, inside content that
//! already has a source it is a hedge; both are left to those attributions.

use super::super::reading::Reading;
use super::super::{Attribution, Frame, Tokens};
use crate::lexicon::Class;
use crate::report::Factuality;
use crate::text::{Tag, TokenKind};

pub(super) fn find(reading: &Reading, sentence: &Tokens, found: &[Attribution]) -> Vec<Attribution> {
    sentence
        .clone()
        .filter(|at| reading.is_in(*at, Class::HearsayAdverb) && !reading.in_quotation(*at))
        .filter(|at| !found.iter().any(|other| covers(other, *at)))
        .filter_map(|at| attribution(reading, sentence, at, found))
        .collect()
}

/// `Rumour has it that the road is open.`, `Road Open, Rumour Has It`
pub(super) fn rumour(reading: &Reading, sentence: &Tokens) -> Option<Attribution> {
    let noun = |at: &usize| reading.is_in(*at, Class::RumourNoun) && reading.reads(*at + 1, "has it");
    let at = sentence.clone().find(|at| noun(at) && !reading.in_quotation(*at))?;
    let cue = at..at + 3;
    let front = sentence.start..at;
    let content = if reading.words_in(&front) > 2 && reading.nothing_follows(cue.end, sentence.end) {
        reading.trimmed(&(reading.after_connective(&front)..at))
    } else {
        let start = cue.end + usize::from(reading.is(cue.end, "that"));
        reading.trimmed(&(start..sentence.end))
    };
    (reading.words_in(&content) > 2).then(|| Attribution {
        factuality: Factuality::Hedged,
        ..Attribution::speech(vec![content], vec![cue], None, Frame::HearsayAdverb, 0.85)
    })
}

/// Whether an attribution already takes account of the adverb.
fn covers(attribution: &Attribution, adverb: usize) -> bool {
    attribution.hands.iter().any(|hand| hand.mention.contains(&adverb))
        || attribution.content.iter().any(|piece| piece.contains(&adverb))
}

fn attribution(reading: &Reading, sentence: &Tokens, adverb: usize, found: &[Attribution]) -> Option<Attribution> {
    // `the allegedly stolen car`: it only colours a word in front of a noun.
    let in_phrase = matches!(reading.tag(adverb + 1), Tag::PastParticiple | Tag::Adjective)
        && adverb.checked_sub(1).is_some_and(|before| reading.tag(before) == Tag::Determiner);
    if in_phrase {
        return None;
    }
    // What another cue or a quotation has is not hearsay: the clause begins behind both.
    let cues = found.iter().flat_map(|other| &other.cue).map(|cue| cue.end);
    let quotations = (sentence.start..adverb).filter(|at| reading.in_quotation(*at)).map(|at| at + 1);
    let floor = cues.chain(quotations).filter(|end| *end <= adverb).max().unwrap_or(sentence.start).max(sentence.start);
    let start = reading.hearsay_clause_start(adverb, &(floor..sentence.end));
    let start = start + usize::from(reading.is(start, "with"));
    let end = reading.hearsay_clause_end(adverb, sentence);
    // `said “…,” reportedly in tears`: nothing is left in front for a clause.
    if floor > sentence.start
        && reading.words_in(&(start..adverb)) == 0
        && reading.tag(adverb + 1) != Tag::PresentParticiple
    {
        return None;
    }
    let content: Vec<Tokens> = [start..adverb, adverb + 1..end]
        .iter()
        .map(|piece| reading.trimmed(piece))
        .filter(|piece| !piece.is_empty())
        .collect();
    (reading.words_in(&(start..end)) > 2 && !content.is_empty()).then(|| Attribution {
        factuality: Factuality::Hedged,
        ..Attribution::speech(content, vec![adverb..adverb + 1], None, Frame::HearsayAdverb, 0.85)
    })
}

impl Reading<'_> {
    /// The adverb's clause begins behind a fronted phrase or clause, behind `and` with a subject, or with the sentence.
    fn hearsay_clause_start(&self, adverb: usize, sentence: &Tokens) -> usize {
        let start = self.after_connective(&(sentence.start..adverb));
        // `…, reportedly winning over delegates`: the participle clause is all there is.
        if adverb > start && self.kind(adverb - 1) == TokenKind::Comma && self.tag(adverb + 1) == Tag::PresentParticiple
        {
            return adverb;
        }
        let mut at = adverb;
        while at > start {
            let before = at - 1;
            let fronted = self.kind(before) == TokenKind::Comma
                && !self.opens_aside(before, start)
                && !self.in_quotation(before)
                && !self.closes_aside(before, start)
                && self.noun_phrase_from(at, adverb + 1).is_some();
            let joined = self.is_any(before, &["and", "but"])
                && self.finite_between(start, before)
                && self.noun_phrase_from(at, adverb + 1).is_some();
            // `because she is supposedly ill`, `, with a third firm reportedly keen`
            let subordinate =
                (self.is_in(before, Class::Concession) || self.is(before, "since") || self.is(before, "whether"))
                    || self.is(before, "with") && before > start && self.kind(before - 1) == TokenKind::Comma;
            if fronted || joined || subordinate || matches!(self.kind(before), TokenKind::Semicolon | TokenKind::Colon)
            {
                return at;
            }
            at = before;
        }
        start
    }

    /// `Roe, 51, allegedly left`: in front of the comma stands a subject and nothing else.
    fn opens_aside(&self, comma: usize, start: usize) -> bool {
        self.noun_phrase_from(start, comma).is_some_and(|subject| subject.end == comma && !self.is_time(comma - 1))
    }

    fn closes_aside(&self, comma: usize, floor: usize) -> bool {
        (floor..comma).rev().take(30).find(|at| self.kind(*at) == TokenKind::Comma).is_some_and(|open| {
            self.is_in(open + 1, Class::RelativePronoun)
                || self.is_in(open + 1, Class::Article)
                || self.tag(open + 1) == Tag::Numeral
        })
    }

    fn finite_between(&self, start: usize, end: usize) -> bool {
        (start..end).any(|at| self.is_finite(at))
    }

    /// It ends with the sentence, or where `and` or `but` begins a clause with a subject of its own.
    fn hearsay_clause_end(&self, adverb: usize, sentence: &Tokens) -> usize {
        let mut at = adverb + 1;
        while at < sentence.end {
            if let Some(quotation) = self.quotation_from(at).filter(|q| q.closed) {
                at = quotation.tokens.end;
                continue;
            }
            if self.kind(at) == TokenKind::Semicolon {
                return at;
            }
            let comma = self.kind(at) == TokenKind::Comma;
            // `With Roe reportedly in hiding, the council met.`
            if comma
                && self.is(sentence.start, "with")
                && !self.is_relative(at + 1)
                && self.finite_between(at + 1, sentence.end.min(at + 9))
            {
                return at;
            }
            if comma && (self.is_in(at + 1, Class::Concession) || self.is(at + 1, "and") || self.is(at + 1, "but")) {
                let clause = at + 2..sentence.end;
                if self.tag(at + 2) != Tag::FiniteVerb && self.reads_as_clause(&clause) {
                    return at;
                }
            }
            at += 1;
        }
        sentence.end
    }
}
