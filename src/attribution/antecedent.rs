//! What a relative clause hangs on: `a letter that says`, `Ann Roe, a professor at Orle who said`.
//!
//! In: the relative pronoun. Out: a [`Subject`]. Who speaks is a person, so places and bodies that only describe one are
//! passed over on the way to a name or a role.

use super::Tokens;
use super::reading::Reading;
use super::subject::Subject;
use crate::lexicon::Class;
use crate::text::{Tag, TokenKind};

impl Reading<'_> {
    /// `a letter that says`, `Roe, who said`: what the relative clause hangs on.
    pub fn antecedent(&self, pronoun: usize, floor: usize) -> Option<Subject> {
        let mut end = pronoun;
        if end > floor && self.kind(end - 1) == TokenKind::Comma {
            end -= 1;
        }
        // `reported by the Courier in June, which said`: a day says nothing.
        let dates =
            |at: &usize| self.is_time(*at) || self.is_in(*at, Class::TimeUnit) || self.kind(*at) == TokenKind::Number;
        let day = (floor..end).rev().take_while(dates).count();
        let before =
            (end - day).saturating_sub(usize::from(self.tag((end - day).saturating_sub(1)) == Tag::Adposition));
        let dated = end < pronoun && day > 0 && before > floor;
        let mut tokens = self.noun_phrase_before(if dated { before } else { end }, floor)?;
        if self.is_any(pronoun, &["who", "whose"]) {
            tokens = self.person_behind(tokens, floor);
        }
        if self.is(pronoun, "which") {
            tokens = self.paper_in(&tokens).unwrap_or(tokens);
        }
        let stretch = tokens.start..pronoun + 1;
        // `the Courier carried an article that said`: H6 makes publisher and article one hand, the publisher.
        let issues = |at: usize| self.is_in(at, Class::PublishingVerb);
        if let Some(verb) = tokens.start.checked_sub(1).filter(|at| *at > floor && issues(*at)) {
            let group = self.verb_group(verb, floor);
            if let Some(publisher) = self.noun_phrase_before(group.tokens.start, floor) {
                tokens = publisher;
            }
        }
        Some(Subject { stretch, tokens, shared: false, relative: true })
    }

    /// `the leak of the report, which said`: the paper says it.
    fn paper_in(&self, phrase: &Tokens) -> Option<Tokens> {
        let of = phrase.clone().rev().find(|at| self.is(*at, "of"))?;
        let head = of.checked_sub(1).filter(|head| *head >= phrase.start)?;
        let paper = self.is_document(phrase.end - 1) && self.lexicon.noun(self.word(head)).is_none();
        paper.then_some(of + 1..phrase.end)
    }

    /// `Ann Roe, a professor at the University of Orle who said …`: who speaks is the professor, and has a name.
    fn person_behind(&self, phrase: Tokens, floor: usize) -> Tokens {
        let is_place = |at: usize| self.is_in(at, Class::RolePreposition);
        let is_person = |at: usize| self.lexicon.noun(self.word(at)).is_some_and(|noun| noun.class.is_person());
        let described = |phrase: &Tokens| phrase.clone().any(is_person);
        // `Lee told Roe on camera, who said …`
        let circumstance = phrase.clone().all(|at| !self.text.tokens[at].capital);
        let mut person = phrase.clone();
        // What a preposition hangs on a role belongs to its description.
        for _ in 0..3 {
            // `people around the team who said …`
            let beside = |at: usize| self.tag(at) == Tag::Adposition && is_person(at - 1);
            let hangs_on =
                |at: &usize| *at > floor && (is_place(*at) || beside(*at) || circumstance && self.is(*at, "on"));
            let Some(preposition) = person.start.checked_sub(1).filter(hangs_on) else {
                break;
            };
            let Some(further) = self.noun_phrase_before(preposition, floor).filter(|_| !described(&person)) else {
                break;
            };
            person = further;
            if circumstance && self.is_name(&person) {
                return person;
            }
        }
        if !described(&person) {
            // `the endorsement of Ann Roe, who said …`
            let inside = phrase.clone().rev().find(|at| self.tag(*at) == Tag::Adposition);
            let name = inside.map(|preposition| preposition + 1..phrase.end).filter(|name| {
                self.names_somebody(name)
                    && !self.is_any(phrase.start, &["a", "an"])
                    && self.lexicon.noun(self.word(name.end - 1)).is_none()
            });
            return name.unwrap_or(phrase);
        }
        let comma = person.start.checked_sub(1).filter(|at| *at > floor && self.kind(*at) == TokenKind::Comma);
        let name = comma.and_then(|comma| self.noun_phrase_before(comma, floor));
        match name.filter(|name| self.names_somebody(name)) {
            // `the work of Ann Roe, a professor`
            Some(name) => {
                let owned = name.clone().rev().find(|at| self.tag(*at) == Tag::Adposition);
                owned.map_or(name.start, |preposition| preposition + 1)..name.end
            }
            None => person.start..phrase.end,
        }
    }

    /// `Ann Roe`, `the work of Ann Roe`: whether a phrase ends with a name of two words or more.
    pub fn names_somebody(&self, phrase: &Tokens) -> bool {
        phrase.len() > 1 && [phrase.end - 1, phrase.end - 2].iter().all(|at| self.text.tokens[*at].capital)
    }

    /// `The judges who ruled that towns may not tax shops, for instance, said …`: the phrase ends a clause that somebody
    /// stated, so the verb behind it is theirs.
    pub fn before_reported_clause(&self, phrase: &Tokens, floor: usize) -> Option<Subject> {
        let start = self.clause_start(phrase.start, floor);
        let head = start.checked_sub(2).filter(|head| *head > floor && self.is(start - 1, "that"))?;
        self.lexicon.verb(self.word(head))?;
        let pronoun = self.verb_group(head, floor).tokens.start.checked_sub(1).filter(|at| *at > floor)?;
        let finished = (start..phrase.start).any(|at| self.is_finite(at));
        (finished && self.is_in(pronoun, Class::Relativizer)).then(|| self.antecedent(pronoun, floor)).flatten()
    }
}
