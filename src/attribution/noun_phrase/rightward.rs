//! The noun phrase that begins at a point: the way to who was told, who is cited, and inverted subjects.

use crate::attribution::Tokens;
use crate::attribution::reading::Reading;
use crate::lexicon::{Class, NounClass};
use crate::text::{Quotation, Tag};

impl Reading<'_> {
    /// The noun phrase that begins at `start`, looking no further right than `ceiling`.
    pub fn noun_phrase_from(&self, start: usize, ceiling: usize) -> Option<Tokens> {
        let mut end = self.core_from(start, ceiling)?;
        loop {
            let next = end;
            let attaches = next + 1 < ceiling
                && self.tag(next) == Tag::Adposition
                // `a book in which`
                && !self.is_relative(next + 1)
                && (self.is(next, "of")
                    || (self.is_in(next, Class::RolePreposition)
                        && self.attaches_prepositions(next - 1))
                    // `nine in 10`
                    || (self.is(next, "in") && [next - 1, next + 1].iter().all(|at| self.tag(*at) == Tag::Numeral))
                    // `a study by Frost & Vale`, `the Centre for Flood Research`
                    || (self.is(next, "by") && self.capital_inside(next + 1) && self.attaches_prepositions(next - 1))
                    || (self.is(next, "for") && self.capital_pair(next) && self.is_body(next - 1)));
            let joins = next + 1 < ceiling && self.is_any(next, &["and", "&"]) && self.capital_pair(next);
            if !attaches && !joins {
                return Some(start..end);
            }
            // `told reporters at the time`, `told the paper in the morning`: when it was told. `The mayor at the time` is a role.
            let when = |further: usize| {
                self.is_any(next, &["at", "in"])
                    && !self.is_role(next - 1)
                    && (self.is_time(further - 1) || self.is_in(further - 1, Class::Moment))
            };
            match self.core_from(next + 1, ceiling) {
                Some(further) if !when(further) => end = further,
                _ => return Some(start..end),
            }
        }
    }

    /// `at least three riggers`, `nearly 40 riggers`, `more than a dozen riggers`: where the count stands, or the start itself.
    fn behind_approximation(&self, start: usize) -> usize {
        let first = start + usize::from(self.is(start, "at"));
        let mut count = first;
        while count < first + 2 && self.is_in(count, Class::Approximation) {
            count += 1;
        }
        let counts = self.tag(count) == Tag::Numeral || self.is_any(count, &["a", "one"]);
        if count > first && counts { count } else { start }
    }

    fn core_from(&self, start: usize, ceiling: usize) -> Option<usize> {
        if start >= ceiling {
            return None;
        }
        let title = start + 2 <= ceiling && self.capital_inside(start) && self.outlet_name(&(start..start + 2));
        if self.is_in(start, Class::ObjectPronoun) && self.is_pronoun_alone(start) && !title {
            return Some(start + 1);
        }
        if self.is_pronoun(start)
            && !self.points_out(start)
            && (self.is_pronoun_alone(start) || !self.is_quantifier_word(start))
        {
            return Some(start + 1);
        }
        let start = if title { start } else { self.behind_approximation(start) };
        let mut at = if title { start + 2 } else { start };
        let mut named = title;
        while at < ceiling {
            if self.is_time(at) && at > start && !self.is_genitive(at + 1) && !self.ends_a_title(at) {
                break;
            }
            // `the Associated Press last week`: the time is no part of the name.
            if at > start && self.is_in(at, Class::TimeModifier) && self.is_time(at + 1) {
                break;
            }
            let opens = self.is_determiner(at) || self.is_quantifier_word(at);
            if opens && at > start && !self.is_genitive(at - 1) && !self.is_any(at - 1, &["all", "both"]) {
                break;
            }
            let inside = opens
                || self.is_nominal(at)
                || self.modifies(at)
                || self.tag(at) == Tag::Adjective
                || self.ends_a_title(at)
                || (at == start && self.tag(at) == Tag::BaseVerb && self.is_nominal(at + 1))
                || (at == start && self.tag(at) == Tag::PastParticiple && self.is_somebody(at + 1))
                || (self.is_genitive(at) && named)
                || (self.is(at, "&") && named);
            if let Some(quotation) = self.quotation_from(at).filter(|q| {
                q.tokens.end <= ceiling
                    && self.words_in(&q.tokens) <= 5
                    && (named || q.single || self.opens_phrase(q))
                    && q.closed
            }) {
                at = quotation.tokens.end;
                continue;
            }
            if !inside {
                break;
            }
            // `the timetable as useless`: an adjective that nothing follows is the noun.
            named |= self.is_nominal(at)
                || (self.is_noun_like_adjective(at) && !self.is_nominal(at + 1) && !self.modifies(at + 1));
            at += 1;
        }
        // `people close to the owner`: an adjective behind its noun begins a description.
        while at > start + 1
            && (self.is_genitive(at - 1)
                || (self.tag(at - 1) == Tag::Adjective
                    && self.is_nominal(at - 2)
                    && !self.is_nominal(at - 1)
                    && !self.is_role(at - 1)))
        {
            at -= 1;
        }
        (named && at > start).then_some(at)
    }

    /// `“well-placed” sources`: a quoted word or two right in front of the noun.
    fn opens_phrase(&self, quotation: &Quotation) -> bool {
        let end = quotation.tokens.end;
        self.words_in(&quotation.tokens) <= 3
            && !self.parts_clauses(end.saturating_sub(2))
            && (self.is_nominal(end) || (self.tag(end) == Tag::Adjective && self.is_nominal(end + 1)))
    }

    /// `Centers for`, `Department for`: the name of a body goes on behind its preposition.
    pub(super) fn is_body(&self, at: usize) -> bool {
        self.lexicon.noun(self.word(at)).is_some_and(|noun| noun.class == NounClass::Institution)
    }

    fn capital_pair(&self, conjunction: usize) -> bool {
        self.capital_inside(conjunction - 1) && self.capital_inside(conjunction + 1)
    }

    fn is_quantifier_word(&self, at: usize) -> bool {
        self.is_in(at, Class::Quantifier)
    }
}
