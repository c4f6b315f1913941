//! What may stand between a cue and its content without being either: when, where, how and to whom it was said.

use super::reading::Reading;
use super::{Role, Tokens};
use crate::lexicon::Class;
use crate::text::{Tag, TokenKind};

impl Reading<'_> {
    /// The first token behind adverbs, times and prepositional phrases: `said | on Tuesday in a statement | that`.
    pub fn after_adjuncts(&self, start: usize, ceiling: usize) -> usize {
        let mut at = start;
        while at < ceiling {
            let next = self
                .adverb_end(at, ceiling)
                .or_else(|| self.time_end(at, ceiling))
                .or_else(|| self.preposition_end(at, ceiling))
                .or_else(|| self.credit_end(at, ceiling));
            match next {
                Some(next) if next > at => at = next,
                _ => break,
            }
        }
        at
    }

    fn adverb_end(&self, at: usize, _ceiling: usize) -> Option<usize> {
        let adverb = self.tag(at) == Tag::Adverb && !self.is_in(at, Class::BindingAdverb);
        // An adverb of the content, not of the cue: `said only that`, but `said nearly 40 people`.
        let of_cue = self.word(at).ends_with("ly") || self.is_in(at, Class::AsideAdverb);
        // `said there had never been one`: no place, but the subject of what was said.
        let expletive = self.is(at, "there") && self.is_finite(at + 1);
        let before_number = matches!(self.tag(at + 1), Tag::Numeral | Tag::Adjective | Tag::Determiner);
        (adverb && of_cue && !expletive && !before_number).then_some(at + 1)
    }

    /// `Tuesday`, `last week`, `earlier this month`, `two days ago`.
    pub(super) fn time_end(&self, at: usize, ceiling: usize) -> Option<usize> {
        // `as early as 2022`, `as recently as Monday`
        if self.is(at, "as") && self.is_in(at + 1, Class::TimeDegree) && self.is(at + 2, "as") {
            let year = self.kind(at + 3) == TokenKind::Number;
            return if year { Some(at + 4) } else { self.time_end(at + 3, ceiling) };
        }
        let mut end = at;
        while end < ceiling && end < at + 5 && (self.is_in(end, Class::TimePhraseWord) || self.tag(end) == Tag::Numeral)
        {
            end += 1;
        }
        if end < ceiling && (self.is_time(end) || (self.is_in(end, Class::TimeUnit) || self.is_in(end, Class::Season)))
        {
            end += 1;
            while end < ceiling
                && (self.is_time(end)
                    || self.is(end, "ago")
                    || self.is_in(end, Class::Time)
                    || (self.tag(end) == Tag::Numeral && self.is_time(end - 1)))
            {
                end += 1;
            }
            // `Tuesday's vote` is a thing, not a time; `said that the spring was late` has content about one.
            let subject = self.is(at, "that") && self.is_finite(end);
            return (!self.is_genitive(end) && !subject).then_some(end);
        }
        None
    }

    /// A preposition with its phrase, if it is one that says where or how something is said.
    fn preposition_end(&self, at: usize, ceiling: usize) -> Option<usize> {
        let infinitive = self.is(at, "to") && self.tag(at + 1) == Tag::BaseVerb;
        if infinitive
            || !matches!(self.tag(at), Tag::Adposition | Tag::SubordinatingConjunction | Tag::Particle)
            || !self.is_in(at, Class::SettingPreposition)
            // `said that at least eleven were late`: so many, and no place.
            || self.is_any(at + 1, &["least", "most"])
        {
            return None;
        }
        if let Some(end) = self.time_end(at + 1, ceiling) {
            return Some(end);
        }
        if self.tag(at + 1) == Tag::Numeral && self.kind(at + 1) == TokenKind::Number && self.is(at, "in") {
            return Some(at + 2);
        }
        // `after meeting Roe`: a participle with its object.
        if self.is_any(at, &["after", "before"]) && self.tag(at + 1) == Tag::PresentParticiple {
            let rest = self.after_adjuncts(at + 2, ceiling);
            return Some(self.noun_phrase_from(rest, ceiling).map_or(rest, |np| self.after_adjuncts(np.end, ceiling)));
        }
        let phrase = self.noun_phrase_from(at + 1, ceiling)?;
        // `in a statement carried by the agency`: the phrase goes on with a participle.
        if self.tag(phrase.end) == Tag::PastParticiple && phrase.end < ceiling {
            return self.preposition_end(phrase.end + 1, ceiling).or_else(|| self.time_end(phrase.end + 1, ceiling));
        }
        Some(phrase.end)
    }

    /// `(via Radio Tarn)`, `[h/t the Courier]`: a bracket that says where the page has it from.
    pub(super) fn credit_end(&self, at: usize, ceiling: usize) -> Option<usize> {
        /// Tokens of a credit at most.
        const LONGEST: usize = 10;
        if self.kind(at) != TokenKind::Open {
            return None;
        }
        let close = (at + 2..ceiling.min(at + LONGEST)).find(|close| self.kind(*close) == TokenKind::Close)?;
        let credits = self.tie_at(at + 1).is_some_and(|(_, role)| role == Role::PassedOn) || self.is(at + 1, "per");
        credits.then_some(close + 1)
    }

    /// Every phrase behind a preposition in a run: the people and papers something was said to, on or through.
    pub fn prepositional_phrases(&self, tokens: &Tokens) -> Vec<(usize, Tokens)> {
        let mut found = Vec::new();
        let mut at = tokens.start;
        while at + 1 < tokens.end {
            if self.is_in(at, Class::ParticipantPreposition)
                && !self.in_quotation(at)
                && let Some(phrase) = self.noun_phrase_from(at + 1, tokens.end)
            {
                found.push((at, phrase));
            }
            at += 1;
        }
        found
    }
}
