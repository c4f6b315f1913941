//! "It is open," she said. "It has been for days." The mayor criticized the plan. "It is a disgrace." He shrugged: "No."
//!
//! Quotations that no cue of their own attributes. They go on from the one before, or belong to whoever the sentence
//! in front is about; a paragraph that is nothing but a quotation, with no speaker in reach, belongs to nobody named.

use super::super::reading::Reading;
use super::super::{Attribution, Frame, Tokens};
use super::{first, makes_claims, signature, speaker_label};
use crate::lexicon::{Class, Pattern};
use crate::order;
use crate::report::Kind;
use crate::text::{Quotation, TokenKind};

pub(super) fn find(reading: &Reading, attributions: &mut Vec<Attribution>) {
    let order = order::places(attributions.len(), |index| (first(&attributions[index]), 0));
    let mut passed = 0;
    let mut before: Option<usize> = None;
    // Single marks hold much else: what goes on in them is believed only behind a quotation in single marks.
    let quotations: Vec<Quotation> = reading
        .text
        .quotations
        .iter()
        .filter(|q| !q.single || !reading.in_quotation(q.tokens.start))
        .cloned()
        .collect();
    let covered = covered_tokens(reading, attributions);
    for quotation in quotations {
        while passed < order.len() && first(&attributions[order[passed]]) < quotation.tokens.start {
            before = Some(later(attributions, before, order[passed]));
            passed += 1;
        }
        let start = quotation.tokens.start;
        if covered[start] || !makes_claims(reading.region(start)) {
            continue;
        }
        if let Some(found) = reading.attribute(&quotation, before, attributions) {
            attributions.push(found);
            before = Some(attributions.len() - 1);
        }
    }
}

/// Of two attributions the one whose words reach further, since that is the one a quotation follows on.
fn later(attributions: &[Attribution], a: Option<usize>, b: usize) -> usize {
    let reach = |index: usize| reach(&attributions[index]);
    a.filter(|a| reach(*a) > reach(b)).unwrap_or(b)
}

/// One past the last token of an attribution, cue and source included.
fn reach(attribution: &Attribution) -> usize {
    attribution
        .content
        .iter()
        .chain(&attribution.cue)
        .chain(&attribution.source)
        .map(|piece| piece.end)
        .max()
        .unwrap_or(0)
}

fn covered_tokens(reading: &Reading, attributions: &[Attribution]) -> Vec<bool> {
    let mut covered = vec![false; reading.text.tokens.len()];
    for piece in attributions.iter().flat_map(|attribution| &attribution.content) {
        covered[piece.clone()].fill(true);
    }
    covered
}

impl Reading<'_> {
    fn attribute(
        &self,
        quotation: &Quotation,
        before: Option<usize>,
        attributions: &[Attribution],
    ) -> Option<Attribution> {
        let start = quotation.tokens.start;
        let sentence = self.sentence(start);
        let alone = start == sentence.start && self.ends_with_sentence(quotation, &sentence);
        let words = self.words_in(&quotation.tokens);
        if words < 2 || (words < 3 && !alone) || quotation.single && !alone {
            return None;
        }
        if let Some(found) = speaker_label::find(self, quotation).or_else(|| signature::find(self, quotation)) {
            return Some(found);
        }
        if !alone {
            return self.behind_colon(quotation, &sentence);
        }
        let goes_on = |index: &usize| {
            let origin = &attributions[*index];
            self.goes_on_from(quotation, origin) && (!quotation.single || self.ends_in_single_mark(origin))
        };
        if let Some(index) = before.filter(goes_on) {
            let origin = &attributions[index];
            let content = vec![quotation.tokens.clone()];
            return Some(Attribution {
                hands: origin.hands.clone(),
                continues: Some(index),
                ..Attribution::speech(content, Vec::new(), origin.source.clone(), Frame::ContinuedQuotation, 0.85)
            });
        }
        if quotation.single {
            return None;
        }
        self.judged(quotation, &sentence)
            .or_else(|| self.floating(quotation, &sentence))
            .or_else(|| self.orphan(quotation))
    }

    /// Whether an attribution has a quotation in single marks for its content.
    fn ends_in_single_mark(&self, origin: &Attribution) -> bool {
        let last = origin.content.last().map_or(0, |piece| piece.end.saturating_sub(1));
        self.quotation_to(last).is_some_and(|quotation| quotation.single)
    }

    /// `Ann Roe was not worried. “It is open, and it will stay open.”`: who the sentence in front is about.
    fn floating(&self, quotation: &Quotation, sentence: &Tokens) -> Option<Attribution> {
        let previous = self.text.sentences.get(self.text.sentence_of(sentence.start).checked_sub(1)?)?.clone();
        let same = self.text.block_of(previous.start) == self.text.block_of(sentence.start);
        let quoted = previous.clone().any(|at| self.in_quotation(at));
        if !same || quoted || self.words_in(&quotation.tokens) < 5 || self.words_in(&previous) > 12 {
            return None;
        }
        let subject = self.noun_phrase_from(self.after_connective(&previous), previous.end)?;
        let somebody = self.is_any(subject.start, &["he", "she"])
            || self.is_name(&subject)
                && self.lexicon.noun(self.word(subject.end - 1)).is_none()
                && !self.lexicon.is_place(self.word(subject.end - 1));
        let acts = self.is_finite(subject.end);
        (somebody && acts).then(|| {
            Attribution::speech(
                vec![quotation.tokens.clone()],
                Vec::new(),
                Some(subject),
                Frame::ContinuedQuotation,
                0.6,
            )
        })
    }

    fn ends_with_sentence(&self, quotation: &Quotation, sentence: &Tokens) -> bool {
        quotation.tokens.end >= sentence.end
            || (quotation.tokens.end..sentence.end).all(|at| self.kind(at) == TokenKind::Stop)
    }

    /// A quotation goes on from a quoted statement right in front of it: in its paragraph, or at the end of the one
    /// before when it opens a paragraph itself.
    fn goes_on_from(&self, quotation: &Quotation, origin: &Attribution) -> bool {
        let quoted = origin.content.iter().any(|piece| piece.clone().any(|at| self.in_quotation(at)))
            || self.ends_in_single_mark(origin);
        let speaker = origin.source.is_some();
        if !speaker || origin.kind != Kind::Speech {
            return false;
        }
        let start = quotation.tokens.start;
        let origin_end = reach(origin).max(1) - 1;
        let (here, there) = (self.text.block_of(start), self.text.block_of(origin_end));
        if here == there {
            // At most one plain sentence between, and none with a subject of its own.
            return self.text.sentence_of(start) - self.text.sentence_of(origin_end) <= 1;
        }
        if !quoted {
            return false;
        }
        let block = &self.text.blocks[here];
        let previous = &self.text.blocks[there];
        self.text.block_behind(there) == Some(here)
            && start == block.start
            && self.text.sentence_of(previous.end - 1) == self.text.sentence_of(origin_end)
    }

    /// `The mayor criticized the plan. "It is a disgrace."`
    fn judged(&self, quotation: &Quotation, sentence: &Tokens) -> Option<Attribution> {
        let previous = self.text.sentences.get(self.text.sentence_of(sentence.start).checked_sub(1)?)?.clone();
        if self.text.block_of(previous.start) != self.text.block_of(sentence.start) {
            return None;
        }
        let cue = self
            .cues(&previous)
            .into_iter()
            .find(|cue| cue.verb.takes(Pattern::JudgedQuotation) && !cue.group.passive && !cue.group.negated)?;
        let subject = self.subject(&cue, None)?;
        Some(Attribution::speech(
            vec![quotation.tokens.clone()],
            vec![cue.words],
            Some(subject.tokens),
            Frame::JudgedQuotation,
            0.75,
        ))
    }

    /// `He shrugged: "It is open."`
    fn behind_colon(&self, quotation: &Quotation, sentence: &Tokens) -> Option<Attribution> {
        let colon = quotation.tokens.start.checked_sub(1)?;
        if self.kind(colon) != TokenKind::Colon || colon <= sentence.start {
            return None;
        }
        let subject = self.main_subject(&(sentence.start..colon))?;
        let verb = (subject.end..colon).find(|at| self.tag(*at).is_verb())?;
        // `It is unfair to tell them: “…”`
        let thing = self.is_in(subject.start, Class::ThingPronoun);
        let speaker = !thing && (self.is_in(subject.start, Class::PersonPronoun) || self.is_name(&subject));
        // `Her answer was blunt: "…"`
        let noun = subject.end - 1;
        let speech = self.is_in(noun, Class::Answer);
        if speech && self.is_in(subject.start, Class::Possessive) {
            return Some(Attribution::speech(
                vec![quotation.tokens.clone()],
                vec![noun..subject.end],
                Some(subject.start..subject.start + 1),
                Frame::ColonQuotation,
                0.7,
            ));
        }
        let words = self.words_in(&quotation.tokens);
        (speaker && words >= 3).then(|| {
            // `He repeated it in a text to the Courier: “…”`
            let mut hands = Vec::new();
            self.mediums_of_deed(&(verb..colon), &mut hands);
            self.participants(&(verb..colon), &mut hands);
            let content = vec![quotation.tokens.clone()];
            let said = Attribution::speech(content, vec![verb..verb + 1], Some(subject), Frame::ColonQuotation, 0.7);
            Attribution { hands, ..said }
        })
    }

    fn orphan(&self, quotation: &Quotation) -> Option<Attribution> {
        let block = &self.text.blocks[self.text.block_of(quotation.tokens.start)];
        let whole = quotation.tokens.start == block.start && quotation.tokens.end >= block.end;
        let running = makes_running_text(self.region(quotation.tokens.start));
        (whole && running && self.words_in(&quotation.tokens) >= 5).then(|| {
            Attribution::speech(vec![quotation.tokens.clone()], Vec::new(), None, Frame::OrphanQuotation, 0.45)
        })
    }
}

fn makes_running_text(region: crate::document::Region) -> bool {
    use crate::document::Region::{Paragraph, Quote};
    matches!(region, Paragraph | Quote)
}
