//! Where the next statement of a sentence begins: `Roe says it is late and Lee says it is early`.
//!
//! What is coordinated may also go on inside the first statement, so each shape asks for a sign that it does not: the
//! same verb again, the same tense, a share of the same survey, a subject of its own right in front of a cue.

use super::cue::Cue;
use super::reading::Reading;
use crate::lexicon::{Class, Pattern};
use crate::text::{Tag, TokenKind};

impl Reading<'_> {
    /// `37 percent say it is late, 22 percent say it is not`, `ten have said yes, two have said no`: what the second
    /// share says is another statement.
    pub fn is_another_share(&self, at: usize, cue: &Cue) -> bool {
        let is_share = |at: usize| self.tag(at) == Tag::Numeral && self.is_in(at + 1, Class::ShareWord);
        let parts = self.kind(at) == TokenKind::Comma || self.is_any(at, &["and", "while"]);
        let next = (at + 1..at + 4).find(|next| !self.is_in(*next, Class::ShareOpener)).unwrap_or(at + 4);
        let before = || (cue.sentence.start..cue.group.head).rev().take(10);
        let counted = |verb: usize| {
            self.tag(next) == Tag::Numeral
                && self.says_the_same(verb, cue)
                && before().any(|at| self.tag(at) == Tag::Numeral)
        };
        // `39 have said they will go and five have yet to decide`
        let subject = cue.group.tokens.start.checked_sub(1).filter(|at| *at >= cue.sentence.start);
        let alone = subject.is_some_and(|at| self.tag(at) == Tag::Numeral);
        let undecided = alone && self.tag(next) == Tag::Numeral && self.is_in(next + 1, Class::HaveForm);
        parts
            && (counted(next + 1)
                || undecided
                || is_share(next)
                    && (next..cue.sentence.end.min(next + 8)).any(|verb| self.is_finite(verb))
                    && before().any(|at| is_share(at) || self.is_any(at, &["half", "majority"])))
    }

    /// Whether the verb group that begins at a token is that of the cue, word for word but for its adverbs.
    fn says_the_same(&self, at: usize, cue: &Cue) -> bool {
        let mut own = cue.group.tokens.clone().filter(|own| self.tag(*own) != Tag::Adverb);
        let mut other = (at..cue.sentence.end).filter(|other| self.tag(*other) != Tag::Adverb);
        own.all(|own| other.next().is_some_and(|other| self.word(own) == self.word(other)))
    }

    /// `shows why it failed: A new poll found that …`: behind the colon a sentence of its own says something.
    pub fn is_statement_behind_colon(&self, colon: usize, cue: &Cue) -> bool {
        self.text.tokens.get(colon + 1).is_some_and(|next| next.capital)
            && self.noun_phrase_from(colon + 1, cue.sentence.end).is_some_and(|subject| {
                self.is_finite(subject.end)
                    && self.is(subject.end + 1, "that")
                    && self.lexicon.verb(self.word(subject.end)).is_some()
            })
    }

    /// `while adding that …`, `, and an article quoted …`: another statement begins.
    pub fn is_second_statement(&self, at: usize, cue: &Cue) -> bool {
        let ceiling = self.sentence(at).end;
        if self.is_in(at, Class::SideClauseOpener) {
            // `Roe says it is late while Vey claims …`: two statements of the same time.
            let now = |verb: usize| self.word(verb).ends_with('s') && self.tag(verb) == Tag::FiniteVerb;
            let other = || {
                self.noun_phrase_from(at + 1, ceiling)
                    .filter(|subject| self.is_name(subject))
                    .is_some_and(|subject| now(subject.end) && self.lexicon.verb(self.word(subject.end)).is_some())
            };
            return self.is_participle_cue(at + 1) || now(cue.group.head) && self.is(at, "while") && other();
        }
        if !self.is_any(at, &["and", "but"]) {
            return false;
        }
        // `said the fleet was safe and declined to comment`
        if (self.is_in(at + 1, Class::Refusal) || self.is_any(at + 1, &["refused", "refuses"]))
            && self.is(at + 2, "to")
            && (self.is_in(at + 3, Class::SpeakingOut) || self.is_any(at + 3, &["say", "elaborate"]))
        {
            return true;
        }
        // `Roe saying it was late and Vey calling it early`
        let takes_up = |at: usize| self.word(at).ends_with("ing") && self.lexicon.verb(self.word(at)).is_some();
        if cue.group.participle
            && self
                .noun_phrase_from(at + 1, ceiling)
                .is_some_and(|subject| self.is_name(&subject) && takes_up(subject.end))
        {
            return true;
        }
        // `The Post will call you a liar and the Star will accuse you …`
        let future = |at: usize| self.is_any(at, &["will", "would"]);
        if cue.group.tokens.clone().any(future)
            && self
                .noun_phrase_from(at + 1, ceiling)
                .is_some_and(|subject| future(subject.end) && self.lexicon.verb(self.word(subject.end + 1)).is_some())
        {
            return true;
        }
        // `and Roe accused …`, `, and an article quoted …`: a new subject with a cue right behind it.
        self.noun_phrase_from(at + 1, ceiling).is_some_and(|subject| {
            // `, and Ann Roe, who leads the union, said …`
            let after = self.after_aside(subject.end, ceiling);
            let apart = self.kind(at - 1) == TokenKind::Comma;
            let near = after..ceiling.min(after + if apart { 6 } else { 2 });
            near.into_iter().any(|verb| {
                // `, and the Star later claimed that …`
                let states = || {
                    let verb_of = self.lexicon.verb(self.word(verb));
                    apart
                        && self.is(verb + 1, "that")
                        // `, and he suggested that …`: the speaker goes on.
                        && (self.text.tokens[subject.end - 1].capital
                            || self.is_in(subject.start, Class::PersonPronoun) && subject.len() == 1)
                        && verb_of.is_some_and(|verb| verb.takes(Pattern::Clause) && verb.takes(Pattern::Quotation))
                };
                (self.is_in(verb, Class::StatementVerb) || states())
                    && !self.in_quotation(verb)
                    && self.tag(verb) != Tag::Noun
            })
        })
    }

    /// Behind an aside between commas, if one begins here.
    pub(super) fn after_aside(&self, at: usize, ceiling: usize) -> usize {
        let opens = self.kind(at) == TokenKind::Comma;
        let close = (at + 2..ceiling.min(at + 14)).find(|comma| opens && self.kind(*comma) == TokenKind::Comma);
        close.map_or(at, |comma| comma + 1)
    }

    /// `and predicted that …`: a second cue with the same subject.
    pub fn is_coordinated_cue(&self, at: usize, cue: &Cue) -> bool {
        if !self.is_any(at, &["and", "but"]) {
            return false;
        }
        let mut head = at + 1;
        while head < cue.sentence.end && (self.tag(head) == Tag::Adverb || self.is_any(head, &["also", "then"])) {
            head += 1;
        }
        let verb = self.particle_after(head).or_else(|| self.lexicon.verb(self.word(head)));
        let Some(verb) = verb else { return false };
        // `conceding that it was late but warning that …`, whatever the tagger makes of `warning`.
        if cue.group.participle && self.word(head).ends_with("ing") && self.is(head + 1, "that") {
            return true;
        }
        // The same tense as the first cue, so that `and say` inside the content is not taken for one.
        let first_finite = self.is_finite(cue.group.head) || !cue.group.participle;
        let same_form = self.is_finite(head) == first_finite || self.tag(head) == Tag::PastParticiple && first_finite;
        // `says Roe told them p and alleges that q`, whatever the tagger makes of the second.
        let clear = self.is_in(head, Class::ClearCue) && self.word(head).ends_with('s');
        let plain = !matches!(self.tag(head), Tag::Noun | Tag::ProperNoun | Tag::Adjective);
        (plain && same_form && self.tag(head).is_verb() || clear)
            && verb.lemma != "find"
            && self.complement_follows(head + 1, cue.sentence.end)
    }

    /// Whether what follows a second cue is content: `that`, a quotation, a clause.
    fn complement_follows(&self, at: usize, ceiling: usize) -> bool {
        let rest = self.after_adjuncts(at, ceiling);
        (self.is_in(rest, Class::QuestionWord) || self.is(rest, "that") || self.is(rest, "to"))
            || self.quotation_from(rest).is_some()
            || matches!(self.kind(rest), TokenKind::Colon)
            || self.reads_as_clause(&(rest..ceiling))
            || self.lexicon.verb(self.word(at - 1)).is_some_and(|verb| {
                verb.takes(Pattern::AccuseOf)
                    // `and urged drivers to wait`
                    || verb.takes(Pattern::ObjectInfinitive) && (rest..ceiling.min(rest + 8)).any(|to| self.is(to, "to"))
            })
            // `and called for an inquiry`
            || self.particle_after(at - 1).is_some()
    }
}
