//! It was reported that the road was open. The road is said to be open. Drivers were told that the road was open.
//!
//! The speaker is left out, or stands behind `by`.

use super::super::cue::Cue;
use super::super::reading::Reading;
use super::super::{Attribution, Frame, Hand, Role, Tokens};
use crate::lexicon::{Class, Pattern};
use crate::report::{Factuality, Kind};
use crate::text::{Tag, TokenKind};

pub(super) fn find(reading: &Reading, cue: &Cue) -> Option<Attribution> {
    // `It will be recalled that …`: nobody has said so yet.
    if cue.group.negated || cue.group.modal || cue.group.future {
        return None;
    }
    let agent = reading.agent(cue);
    let behind = agent.as_ref().map_or(cue.words.end, |agent| agent.end);
    let after = reading.after_adjuncts(behind, cue.sentence.end);
    let subject = reading.noun_phrase_before(cue.group.tokens.start, cue.sentence.start);
    let told = cue.verb.takes(Pattern::Recipient) || cue.verb.takes(Pattern::RequiredRecipient);
    let it = subject.as_ref().is_some_and(|subject| reading.is(subject.start, "it") && subject.len() == 1);
    let start = after + usize::from(reading.is(after, "that"));
    // `It is understood the road is open.`
    let bare = || {
        (it && cue.verb.takes(Pattern::Hearsay) || told && subject.is_some() && agent.is_none())
            && reading.opens_with_subject(&(start..cue.sentence.end))
            && reading.may_be_clause(&(start..reading.content_end(start, cue)))
    };
    if start > after && (it || told) || start == after && !reading.parts_clauses(after) && bare() {
        let content = reading.trimmed(&(start..reading.content_end(start, cue)));
        let mut found = attribution(cue, vec![content], agent, Frame::PassiveIt, 0.85)?;
        // `Radio Tarn has been told that …`: whoever was told is a hand, if it is an outlet.
        let outlet = |told: &Tokens| reading.sounds_like_outlet(told);
        let told = subject.filter(|_| told && !it).map(|subject| reading.outlet_part(&subject)).filter(outlet);
        found.hands.extend(told.map(|mention| Hand { role: Role::Told, mention, cue: cue.words.clone() }));
        return Some(found);
    }
    // `The two have split, it has been claimed, after …`
    if it
        && agent.is_none()
        && cue.verb.takes(Pattern::Hearsay)
        && let Some(content) = reading.clause_before_it(cue, subject.as_ref()?.start)
    {
        return attribution(cue, vec![content], None, Frame::PassiveIt, 0.8);
    }
    // `The board was accused of hiding the report.`: whoever accuses is not told, and never the accused.
    if cue.verb.takes(Pattern::AccuseOf) && reading.is(after, "of") {
        let content = reading.trimmed(&(after..reading.content_end(after, cue)));
        let told = reading.words_in(&content) > 2;
        return attribution(cue, vec![subject.filter(|_| told)?, content], agent, Frame::PassiveIt, 0.75);
    }
    if let Some(named) = reading.named_by(cue, subject.as_ref()) {
        return Some(named);
    }
    if cue.verb.takes(Pattern::Hearsay)
        && agent.is_none()
        && !told
        && reading.is(cue.words.end, "to")
        && reading.tag(cue.words.end) == Tag::Particle
    {
        let subject = subject?;
        let start = reading.clause_start(subject.start, cue.sentence.start);
        let front = if reading.noun_phrase_from(start, subject.end).is_some() { start..subject.end } else { subject };
        let rest = reading.trimmed(&(cue.words.end..reading.content_end(cue.words.end, cue)));
        return attribution(cue, vec![front, rest], None, Frame::PassiveInfinitive, 0.75);
    }
    None
}

/// It emerged that the road was open.
pub(super) fn impersonal(reading: &Reading, cue: &Cue, subject: Option<&Tokens>) -> Option<Attribution> {
    let it = subject.is_some_and(|subject| subject.len() == 1 && reading.is(subject.start, "it"));
    let after = reading.after_adjuncts(cue.words.end, cue.sentence.end);
    if !it || !cue.verb.takes(Pattern::Impersonal) || !reading.is(after, "that") {
        return None;
    }
    let content = reading.trimmed(&(after + 1..reading.content_end(after + 1, cue)));
    attribution(cue, vec![content], None, Frame::PassiveIt, 0.8)
}

/// The court heard that the road was open. The road was open, the inquest heard.
///
/// Whoever told the court is left out.
pub(super) fn heard(reading: &Reading, cue: &Cue) -> Option<Attribution> {
    if cue.verb.lemma != "hear" {
        return None;
    }
    let subject = reading.noun_phrase_before(cue.group.tokens.start, cue.sentence.start)?;
    let hearing = reading.is_in(subject.end - 1, Class::CourtNoun);
    // `heard from a witness who said`: what the witness said has a cue of its own.
    if !hearing || cue.group.negated || cue.group.modal || reading.is(cue.words.end, "from") {
        return None;
    }
    let after = reading.after_adjuncts(cue.words.end, cue.sentence.end);
    let comma =
        subject.start.checked_sub(1).filter(|at| *at > cue.sentence.start && reading.kind(*at) == TokenKind::Comma);
    let content = match comma {
        Some(comma) if reading.nothing_follows(after, cue.sentence.end) => {
            reading.after_connective(&(cue.sentence.start..comma))..comma
        }
        _ => {
            let start = after + usize::from(reading.is(after, "that"));
            start..reading.content_end(start, cue)
        }
    };
    let content = reading.trimmed(&content);
    let clause = content.clone().any(|at| reading.is_finite(at));
    clause.then(|| attribution(cue, vec![content], None, Frame::PassiveIt, 0.85)).flatten()
}

fn attribution(
    cue: &Cue,
    content: Vec<Tokens>,
    source: Option<Tokens>,
    frame: Frame,
    confidence: f32,
) -> Option<Attribution> {
    let hedged = source.is_none() || frame == Frame::PassiveInfinitive;
    content.iter().all(|piece| !piece.is_empty()).then(|| Attribution {
        content,
        cue: vec![cue.words.clone()],
        source,
        hands: Vec::new(),
        // What nobody in particular believes has been said by somebody: `is believed to` is hearsay.
        kind: if cue.verb.kind == Kind::Attitude { Kind::Speech } else { cue.verb.kind },
        factuality: if hedged && frame == Frame::PassiveInfinitive { Factuality::Hedged } else { cue.verb.factuality },
        frame,
        confidence,
        continues: None,
    })
}

impl Reading<'_> {
    /// `The album was called “a small wet miracle” by the Courier.`: what was named, and the quotation that names it.
    fn named_by(&self, cue: &Cue, subject: Option<&Tokens>) -> Option<Attribution> {
        let link = cue.verb.takes(Pattern::NamingAs) && self.is(cue.words.end, "as");
        if !link && !cue.verb.takes(Pattern::Naming) {
            return None;
        }
        let quotation = self.quotation_from(cue.words.end + usize::from(link)).filter(|quotation| quotation.closed)?;
        let by = quotation.tokens.end;
        let source = self.noun_phrase_from(by + 1, cue.sentence.end).filter(|_| self.is(by, "by"))?;
        attribution(cue, vec![subject?.clone(), quotation.tokens.clone()], Some(source), Frame::Naming, 0.8)
    }

    /// The clause in front of `, it is claimed,` and `, it was understood.`
    fn clause_before_it(&self, cue: &Cue, it: usize) -> Option<Tokens> {
        let comma = it.checked_sub(1).filter(|at| *at > cue.sentence.start && self.pauses(*at))?;
        let end = self.after_adjuncts(cue.words.end, cue.sentence.end);
        let apart = end >= cue.sentence.end || self.parts_clauses(end);
        let content = self.trimmed(&(self.after_connective(&(cue.sentence.start..comma))..comma));
        // `a tunnel where, it is said, bats live`
        let cut = content.end.checked_sub(1).is_some_and(|last| {
            self.is_subordinate(last) || self.is_relative(last) || self.is_in(last, Class::QuestionWord)
        });
        (apart && !cut && self.may_be_clause(&content)).then_some(content)
    }

    /// Who did it: the phrase behind `by`.
    fn agent(&self, cue: &Cue) -> Option<Tokens> {
        if !self.is(cue.words.end, "by") {
            return None;
        }
        let phrase = self.noun_phrase_from(cue.words.end + 1, cue.sentence.end)?;
        Some(self.with_description(phrase, cue.sentence.end))
    }
}
