//! Whether a run of words is a clause, without a parser: somebody or something in front of a finite verb.
//!
//! In: tokens. Out: yes or no, which verbs are finite, and where a sentence begins behind `However,`.

use super::Tokens;
use super::reading::Reading;
use crate::text::{Tag, TokenKind};

/// Openers that belong to the page, not to the content behind them.
const CONNECTIVES: [&str; 20] = [
    "however",
    "meanwhile",
    "but",
    "and",
    "so",
    "yet",
    "also",
    "still",
    "moreover",
    "furthermore",
    "instead",
    "nevertheless",
    "nonetheless",
    "additionally",
    "separately",
    "later",
    "earlier",
    "finally",
    "besides",
    "likewise",
];

impl Reading<'_> {
    /// Whether a run reads as a clause: more finite verbs than relative pronouns, and something in front of the first.
    pub fn reads_as_clause(&self, tokens: &Tokens) -> bool {
        let mut finite = 0_usize;
        let mut relative = 0_usize;
        let mut subject = false;
        let mut commas = false;
        for at in tokens.clone().take(60) {
            // What `, and` joins is another clause; the evidence must come before it.
            if finite == 0
                && !commas
                && at > tokens.start
                && self.is_any(at, &["and", "but"])
                && self.kind(at - 1) == TokenKind::Comma
            {
                return false;
            }
            commas |=
                at > tokens.start + 1 && self.kind(at) == TokenKind::Comma && !self.is_any(at + 1, &["and", "but"]);
            if self.is_finite(at) {
                // `showed no remorse and will return`: the verb goes on with the cue's subject.
                let goes_on = at > tokens.start + 1
                    && (self.is(at - 1, "and") || self.is(at - 2, "and") && self.tag(at - 1) == Tag::Adverb);
                if finite == 0 && (!subject || goes_on) {
                    return false;
                }
                // `has said` is one verb, `is` and `was told` are one each.
                if !(finite > 0 && at > tokens.start && self.tag(at - 1) == Tag::FiniteAuxiliary) {
                    finite += 1;
                }
            } else if at > tokens.start && (self.is_relative(at) || self.opens_contact_clause(at)) {
                relative += 1;
            } else if self.is_nominal(at)
                || matches!(self.tag(at), Tag::Pronoun | Tag::Determiner | Tag::PresentParticiple | Tag::Adjective)
            {
                subject = true;
            }
        }
        finite > relative
    }

    /// `the relation it has to the town`: a pronoun right behind its noun opens a clause about it.
    fn opens_contact_clause(&self, at: usize) -> bool {
        self.is_any(at, &["he", "she", "it", "they", "we"])
            && self.tag(at - 1) == Tag::Noun
            && !self.is_time(at - 1)
            && at > 1
            && self.is_any(at - 2, &["a", "an", "the"])
    }

    /// `sales fell`, `the pier leaks`, `nobody knows`: the tagger takes a verb at the very end for a noun, but a plural
    /// and a form without s agree as subject and verb, as do a singular and a form with one.
    pub fn ends_in_verb(&self, tokens: &Tokens) -> bool {
        let run = self.trimmed(tokens);
        let [subject, verb] = [2, 1].map(|back| run.end.saturating_sub(back));
        let plural = |at: usize| self.word(at).ends_with('s') && !self.word(at).ends_with("ss");
        run.len() >= 2
            && self.tag(verb) == Tag::Noun
            && match self.tag(subject) {
                Tag::Noun => plural(subject) != plural(verb),
                Tag::Pronoun => !self.is_possessive(subject),
                _ => false,
            }
    }

    /// `said as she left the hall`: when something was said, not what.
    pub fn tells_when(&self, tokens: &Tokens) -> bool {
        self.is_any(tokens.start, &["as", "before", "after"])
            && !tokens.clone().any(|comma| self.kind(comma) == TokenKind::Comma)
    }

    /// Whether a word agrees with a subject. Beyond the tag, a past form or base form right behind a noun or pronoun
    /// counts, since the tagger cannot tell `sales collapsed` from `collapsed sales` by endings.
    pub fn is_finite(&self, at: usize) -> bool {
        let tag = self.tag(at);
        if tag.is_finite() {
            return true;
        }
        if !matches!(tag, Tag::PastParticiple | Tag::BaseVerb) || self.is(at + 1, "by") {
            return false;
        }
        let mut before = at;
        while let Some(next) = before.checked_sub(1).filter(|next| self.tag(*next) == Tag::Adverb && at - next < 4) {
            before = next;
        }
        before.checked_sub(1).is_some_and(|before| {
            matches!(self.tag(before), Tag::Noun | Tag::ProperNoun | Tag::Pronoun | Tag::Numeral)
                && !self.is_genitive(before)
                && !self.is_possessive(before)
        })
    }

    /// Where a sentence's own words begin behind `However,` and the like.
    pub fn after_connective(&self, tokens: &Tokens) -> usize {
        let mut at = tokens.start;
        for _ in 0..2 {
            if at < tokens.end && CONNECTIVES.contains(&self.word(at)) {
                let comma = at + 1 < tokens.end && self.kind(at + 1) == TokenKind::Comma;
                // `But` needs no comma; `Later sales fell` is a clause of its own.
                if comma {
                    at += 2;
                } else if self.is_any(at, &["but", "and", "yet", "so"]) && self.tag(at) == Tag::CoordinatingConjunction
                {
                    at += 1;
                } else {
                    break;
                }
            } else {
                break;
            }
        }
        at
    }
}
