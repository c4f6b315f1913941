//! Amid reports that the road was open, the shops filled. Roe's claim that the road was open was wrong.
//!
//! A noun of saying with a `that`-clause. Its owner is the source if the page names one.

use super::super::cue::Cue;
use super::super::reading::Reading;
use super::super::verb_group::VerbGroup;
use super::super::{Attribution, Frame, Tokens};
use crate::lexicon::{Class, Verb};
use crate::text::{Tag, TokenKind};

pub(super) fn find(reading: &Reading, sentence: &Tokens) -> Vec<Attribution> {
    sentence
        .clone()
        .filter(|at| !reading.in_quotation(*at))
        .filter_map(|at| attribution(reading, sentence, at))
        .collect()
}

fn attribution(reading: &Reading, sentence: &Tokens, noun: usize) -> Option<Attribution> {
    let is_noun = matches!(reading.tag(noun), Tag::Noun | Tag::ProperNoun);
    // `went on to report that`
    let infinitive = noun > sentence.start && reading.is(noun - 1, "to");
    if !is_noun || infinitive || !reading.is(noun + 1, "that") || reading.states_behind_its_subject(noun) {
        return None;
    }
    // `no evidence in the report that …`: what the evidence would show.
    let shown = (noun.saturating_sub(4).max(sentence.start)..noun).any(|at| reading.is_in(at, Class::ProofNoun));
    if shown {
        return None;
    }
    let own = reading.is_in(noun, Class::OwnClaimNoun);
    if !own && !reading.is_in(noun, Class::ClaimNoun) {
        return None;
    }
    // `a report that quoted Roe`: a relative clause, not a statement.
    if reading.tag(noun + 2).is_verb()
        || reading.is_in(noun + 2, Class::PassiveCue)
        || noun + 2 >= sentence.end
        || !reading.reads_as_clause(&(noun + 2..sentence.end))
    {
        return None;
    }
    let owner = reading.owner(noun, sentence.start);
    // Claims of nobody in particular are talked about, not passed on.
    let source = match owner {
        Some(owner) => Some(owner),
        None if own => Some(reading.noun_phrase_before(noun + 1, sentence.start).unwrap_or(noun..noun + 1)),
        None => None,
    };
    let source = source?;
    let cue = Cue {
        verb: Verb::neutral(),
        group: VerbGroup::of_words(noun..noun + 1),
        words: noun..noun + 1,
        sentence: sentence.clone(),
    };
    let start = noun + 2;
    let end = reading.noun_content_end(start, &cue);
    let content = reading.trimmed(&(start..end));
    (!content.is_empty())
        .then(|| Attribution::speech(vec![content], vec![noun..noun + 1], Some(source), Frame::NounThat, 0.7))
}

impl Reading<'_> {
    /// Whose noun it is: the possessor in front of it.
    fn owner(&self, noun: usize, floor: usize) -> Option<Tokens> {
        let mut near = (floor..noun).rev().take(4).take_while(|at| !self.is_determiner(*at) || self.is_possessive(*at));
        let before = near.find(|at| self.is_genitive(*at) || self.is_in(*at, Class::Possessive))?;
        if self.is_genitive(before) { self.noun_phrase_before(before, floor) } else { Some(before..before + 1) }
    }

    /// The clause ends at a comma behind which the main clause goes on, when the noun stood in a fronted phrase, and in
    /// front of the verb whose subject the noun is.
    fn noun_content_end(&self, start: usize, cue: &Cue) -> usize {
        let end = self.content_end(start, cue);
        let fronted = !(cue.sentence.start..cue.group.head).any(|at| self.is_finite(at));
        if !fronted {
            return end;
        }
        (start + 2..end)
            .find(|at| {
                self.kind(*at) == TokenKind::Comma
                    && !self.in_quotation(*at)
                    && self.reads_as_clause(&(start..*at))
                    && self.words_in(&(*at + 1..cue.sentence.end)) >= 2
            })
            .or_else(|| self.main_verb_in(&(start..end)))
            .unwrap_or(end)
    }
}
