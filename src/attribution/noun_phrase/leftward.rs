//! The noun phrase that ends at a point: the way to the subject in front of a verb.

use crate::attribution::Tokens;
use crate::attribution::reading::Reading;
use crate::lexicon::{Class, NounClass};
use crate::text::{Tag, TokenKind};

impl Reading<'_> {
    /// The noun phrase that ends just before `end`, looking no further left than `floor`.
    pub fn noun_phrase_before(&self, end: usize, floor: usize) -> Option<Tokens> {
        let mut start = self.core_before(end, floor)?;
        // A second and third step left, for `the head of the union of nurses`; bounded by the sentence.
        while let Some(further) = self.attached_before(start, floor).or_else(|| self.joined_before(start, floor)) {
            start = further;
        }
        // `at least three riggers`
        let at_least = start > floor && self.is(start, "least") && self.is(start - 1, "at");
        Some(start - usize::from(at_least)..end)
    }

    /// A phrase without anything attached: `the former health minister Ann Roe`.
    fn core_before(&self, end: usize, floor: usize) -> Option<usize> {
        let last = end.checked_sub(1).filter(|last| *last >= floor)?;
        if self.is_pronoun(last) && !self.is_determiner(last.wrapping_sub(1)) {
            // `another`, `some` and `others` may have words before them, `she` never.
            return Some(last);
        }
        // `several of them`
        if self.is_in(last, Class::ObjectPronoun) && last > floor && self.is(last - 1, "of") {
            return Some(last);
        }
        let mut at = end;
        // A title in quotation marks, or a bracket behind a name, is part of it.
        if let Some(quotation) = self.quotation_to(last)
            && self.words_in(&quotation.tokens) <= 6
            && quotation.tokens.start > floor
            && (self.is_nominal(quotation.tokens.start - 1) || self.is_genitive(quotation.tokens.start - 1))
        {
            at = quotation.tokens.start;
        } else if let Some(start) = self.somebody_quoted(last, floor) {
            return Some(start);
        } else if self.kind(last) == TokenKind::Close {
            let open = (last.saturating_sub(8).max(floor)..last).rfind(|at| self.kind(*at) == TokenKind::Open)?;
            at = open;
            if at == floor || !self.is_nominal(at - 1) {
                return None;
            }
        } else if !self.is_head(last) {
            return None;
        }
        self.walk_left(at, floor)
    }

    /// Whether a phrase can end with this word: a noun, or what stands for one; never a time.
    fn is_head(&self, at: usize) -> bool {
        let noun = self.is_nominal(at) || self.is_noun_like_adjective(at);
        noun && (!self.is_time(at) || self.ends_a_title(at))
    }

    /// `the “clerk”`, `“a friend of the owner”`: somebody in the words of another.
    fn somebody_quoted(&self, last: usize, floor: usize) -> Option<usize> {
        let quotation = self.quotation_to(last).filter(|q| q.closed && self.words_in(&q.tokens) <= 6)?;
        let inside = quotation.inside();
        let start = quotation.tokens.start;
        let somebody =
            inside.clone().find(|at| self.is_somebody(*at) || self.tag(*at) == Tag::Adjective && self.is_role(*at))?;
        let head = somebody + 1 == inside.end || self.tag(somebody + 1) == Tag::Adposition;
        if !head || start < floor || self.parts_clauses(inside.end - 1) {
            return None;
        }
        let determined = start > floor && self.is_determiner(start - 1);
        let whole = self.is_in(inside.start, Class::Indefinite) && start > floor && self.is(start - 1, "that");
        (determined || whole).then_some(start - usize::from(determined))
    }

    fn walk_left(&self, mut at: usize, floor: usize) -> Option<usize> {
        let first = at;
        while at > floor {
            let before = at - 1;
            let inside = self.is_nominal(before)
                || self.modifies(before)
                || self.is_noun_like_adjective(before)
                || self.is_genitive(before)
                || (self.is(before, "&") && at < first);
            // `the board's May meeting`
            let dates =
                at < first && before > floor && self.is_genitive(before - 1) && self.is_in(before, Class::Month);
            let timeless =
                !self.is_time(before) || self.possessed_time(before, first) || self.ends_a_title(before) || dates;
            if inside && timeless {
                at = before;
            } else if self.is_determiner(before) || self.is_quantifier(before) {
                at = before;
                // `all the ministers`, `Ann Roe's other aides`
                if at > floor && (self.is_in(at - 1, Class::Predeterminer) || self.is_genitive(at - 1)) {
                    at -= 1;
                    if !self.is_genitive(at) {
                        break;
                    }
                    continue;
                }
                break;
            } else if self.parts_adjectives(before, floor) {
                at = before - 1;
            } else if let Some(quotation) = self.scare_quotation_to(before, floor) {
                at = quotation.start;
            } else {
                break;
            }
        }
        (at < first).then_some(at)
    }

    /// `the weary, grey-haired nurse`: a comma between two words that both describe.
    fn parts_adjectives(&self, comma: usize, floor: usize) -> bool {
        let aged = self.word(comma + 1).ends_with("-old");
        comma > floor + 1
            && self.kind(comma) == TokenKind::Comma
            && (self.tag(comma + 1) == Tag::Adjective || aged)
            && (matches!(self.tag(comma - 1), Tag::Adjective | Tag::PastParticiple)
                || aged && self.lexicon.noun(self.word(comma - 1)).is_none())
            && (self.is_determiner(comma - 2) || self.is_genitive(comma - 2))
    }

    /// `last year's figures` keeps its time; `Monday Roe said` does not.
    fn possessed_time(&self, at: usize, end: usize) -> bool {
        self.is_genitive(at + 1) && at + 2 < end
    }

    fn is_quantifier(&self, at: usize) -> bool {
        (self.is_in(at, Class::Quantifier) || self.is(at, "two") || self.is(at, "three")) && !self.is_pronoun_alone(at)
    }

    /// `'well-informed' sources`: a quoted word or two in front of the noun.
    fn scare_quotation_to(&self, last: usize, floor: usize) -> Option<Tokens> {
        let quotation = self.quotation_to(last)?;
        let short = self.words_in(&quotation.tokens) <= 3 && !self.parts_clauses(last - 1);
        (quotation.tokens.start >= floor && short).then(|| quotation.tokens.clone())
    }

    /// The start of the phrase that the one at `start` hangs on: `the head of` before `the union`.
    fn attached_before(&self, start: usize, floor: usize) -> Option<usize> {
        let preposition = start.checked_sub(1).filter(|at| *at > floor)?;
        if self.tag(preposition) != Tag::Adposition {
            return None;
        }
        let head = preposition - 1;
        // `two officials briefed on the talks`: what happened to somebody hangs on them.
        if head > floor && self.word(head).ends_with("ed") && self.is_somebody(head - 1) {
            return self.core_before(head, floor);
        }
        // `four out of 10 voters`, `nine in 10`
        let counted =
            self.is(preposition, "of") && self.is(head, "out") && head > floor && self.tag(head - 1) == Tag::Numeral;
        if counted || self.is(preposition, "in") && [head, start].iter().all(|at| self.tag(*at) == Tag::Numeral) {
            return Some(head - usize::from(counted));
        }
        let attaches = if self.is(preposition, "of") {
            self.is_nominal(head) || self.is_pronoun(head) || self.is_genitive(head)
        } else {
            self.is_in(preposition, Class::AttachedPreposition)
                && (self.attaches_prepositions(head) || (self.is_in(head, Class::Somebody) || self.is(head, "those")))
        };
        if !attaches {
            return None;
        }
        let further = self.core_before(preposition, floor)?;
        let intro = further > floor && self.tag(further - 1) == Tag::Adposition && !self.is(further - 1, "of");
        // `in an interview with Roe the paper` hangs on nothing.
        (!intro).then_some(further)
    }

    /// Whether two names that `and` joins may be of one sort, places or bodies, so that both hang on the noun in front.
    fn alike(&self, first: usize, second: usize) -> bool {
        let name =
            |at: usize| self.text.tokens[at].capital && !self.lexicon.is_given_name(self.word(at)) && !self.is_role(at);
        let behind = first.checked_sub(1).is_some_and(|at| self.tag(at) == Tag::Adposition && !self.is(at, "of"));
        // `engineers from the port and the navy`
        let body = |at: usize| {
            self.is(at, "the")
                && self.lexicon.noun(self.word(at + 1)).is_none_or(|noun| noun.class == NounClass::Institution)
        };
        // `a study by Ann Roe and Bo Lee`, `a letter from the mayor and Ann Roe`
        let paper = first.checked_sub(2).is_some_and(|at| self.is_document(at))
            && self.is_any(first - 1, &["by", "from"])
            && self.text.tokens[second].capital;
        if paper {
            return true;
        }
        // `a study by Orle University and the Graduate School`
        behind && (name(first) && (name(second) || body(second)) || body(first) && body(second))
    }

    /// The start of a phrase joined with `and`: only where what stands before is a phrase and nothing but.
    fn joined_before(&self, start: usize, floor: usize) -> Option<usize> {
        let conjunction = start.checked_sub(1).filter(|at| *at > floor)?;
        if !self.is_in(conjunction, Class::NounCoordinator) {
            return None;
        }
        let mut end = conjunction;
        if self.kind(end - 1) == TokenKind::Comma && end - 1 > floor {
            end -= 1;
        }
        let further = self.core_before(end, floor)?;
        // `the Organization for Trade and Development`
        let preposition = further.checked_sub(1).filter(|at| *at > floor && self.is_in(*at, Class::NamePreposition));
        if let Some(body) = preposition.filter(|at| self.is_body(*at - 1) && self.text.tokens[*at - 1].capital)
            && [start, end - 1].iter().all(|at| self.text.tokens[*at].capital)
        {
            return self.core_before(body, floor);
        }
        if self.alike(further, start) {
            // `officials in Ohio and Iowa`
            let whole = self.attached_before(further, floor);
            if whole.is_some() {
                return whole;
            }
        }
        // `asked about fees and Roe said`: what hangs on a preposition is no subject, but a clause behind `after` has one.
        let inside = self.is_in(further.wrapping_sub(1), Class::ObjectPreposition);
        let opens = further == floor || self.parts_clauses(further - 1);
        // `broke into computers and she accused`: a clause of her own.
        if self.is_in(start, Class::SubjectPronoun) && !opens {
            return None;
        }
        let clean = opens
            || matches!(self.tag(further - 1), Tag::SubordinatingConjunction | Tag::Adposition) && !inside
            || self.is_in(further - 1, Class::CoordinationOpener);
        clean.then_some(further)
    }
}
