//! Whether a run of words is a clause, without a parser: somebody or something in front of a finite verb.
//!
//! In: tokens. Out: yes or no, which verbs are finite, and where a sentence begins behind `However,`.

use super::Tokens;
use super::reading::Reading;
use crate::lexicon::{Class, Ending};
use crate::text::{Tag, TokenKind};

/// Words of a label at most.
const LONGEST_LABEL: usize = 5;

/// Whether a word is a verb that the tagger missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum UnseenVerb {
    No,
    Perhaps,
    Sure,
}

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
                && (self.kind(at - 1) == TokenKind::Comma || self.begins_anew(at + 1))
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
            } else if at > tokens.start
                && (self.is_relative(at) || self.opens_contact_clause(at) || self.that_is_relative(at))
            {
                relative += 1;
            } else if self.is_nominal(at)
                || matches!(self.tag(at), Tag::Pronoun | Tag::Determiner | Tag::PresentParticiple | Tag::Adjective)
            {
                subject = true;
            }
        }
        finite > relative
    }

    /// `a photo that was meant for him`: behind a noun and in front of a verb, whatever the tagger makes of it.
    fn that_is_relative(&self, at: usize) -> bool {
        self.is(at, "that") && self.tag(at - 1) == Tag::Noun && self.is_finite(at + 1)
    }

    /// `the relation it has to the town`: a pronoun right behind its noun opens a clause about it.
    pub fn opens_contact_clause(&self, at: usize) -> bool {
        self.is_in(at, Class::SubjectPronoun)
            && self.tag(at - 1) == Tag::Noun
            && !self.is_time(at - 1)
            && at > 1
            && self.is_in(at - 2, Class::Article)
    }

    /// Whether a run can be a clause, for where one is expected: behind `said`, in front of `, Roe said`. Something in
    /// front of a word that can be its verb is enough.
    pub fn may_be_clause(&self, tokens: &Tokens) -> bool {
        self.reads_as_clause(tokens) || self.opens_with_subject(tokens) && self.may_have_predicate(tokens)
    }

    /// Whether a word of a run can be its verb, and is not the verb of a clause about something in it: `a book in which
    /// she thanks them`.
    fn may_have_predicate(&self, tokens: &Tokens) -> bool {
        let verb = |at: usize| {
            self.tag(at).is_finite()
                || self.is_in(at, Class::ContractedFinite)
                || self.unseen_verb(at) != UnseenVerb::No
        };
        let mut clauses = 0_usize;
        for at in (tokens.start + 1..tokens.end).take(40) {
            if self.is_relative(at) && self.kind(at - 1) != TokenKind::Comma {
                clauses += 1;
            } else if verb(at) {
                if clauses == 0 {
                    return true;
                }
                clauses -= 1;
            }
        }
        false
    }

    /// Whether a run is a clause though the tagger saw no verb in it: a noun, and a word behind it that agrees with the
    /// noun as only a verb does, with more to come that no noun has behind it.
    pub fn agrees_as_clause(&self, tokens: &Tokens) -> bool {
        // `announced price cuts last week`: what only tells when follows nouns too.
        let goes_on = |at: usize| {
            let at = self.after_adjuncts(at, tokens.end);
            at < tokens.end
                && !self.is_relative(at)
                && (self.is_determiner(at)
                    || self.quotation_from(at).is_some()
                    || matches!(self.tag(at), Tag::Pronoun | Tag::Adverb | Tag::Numeral | Tag::Adjective))
        };
        let ends = |at: &usize| {
            self.parts_clauses(*at)
                || self.is_relative(*at)
                || self.is_finite(*at)
                || matches!(
                    self.tag(*at),
                    Tag::Adposition | Tag::CoordinatingConjunction | Tag::SubordinatingConjunction
                )
        };
        self.opens_with_subject(tokens)
            && (tokens.start + 1..tokens.end.min(tokens.start + 8)).take_while(|at| !ends(at)).any(|at| {
                match self.unseen_verb(at) {
                    UnseenVerb::Sure => true,
                    UnseenVerb::Perhaps => goes_on(at + 1),
                    UnseenVerb::No => false,
                }
            })
    }

    /// Whether a run begins with a subject and its verb, where a thing could stand too: `noted the pier was old`, but not
    /// `noted the pier that was old`, `wrote a book which was read`.
    pub fn begins_as_clause(&self, tokens: &Tokens) -> bool {
        let subject = self.noun_phrase_from(tokens.start, tokens.end).filter(|_| !self.is(tokens.start, "there"));
        // What opens with an adverb, a preposition or a question is no thing.
        let Some(subject) = subject else { return self.reads_as_clause(tokens) };
        // `announced her run in March`: the pronoun is no subject, whatever the tagger makes of the noun.
        let own = self.is(tokens.start, "her") && subject.len() == 1;
        let subject = subject.start..subject.end + usize::from(own);
        self.has_predicate(&subject, tokens.end) || self.agrees_as_clause(tokens)
    }

    /// Whether a phrase is the subject of a finite verb to its right. What may stand between the two describes the phrase:
    /// other phrases, participles, asides, and clauses about it, which have verbs of their own.
    fn has_predicate(&self, phrase: &Tokens, ceiling: usize) -> bool {
        // `the story Roe told`: the name begins a clause about the thing.
        let mut clauses = usize::from(self.subject_of_contact_clause(phrase).is_some());
        let mut aside = false;
        let mut at = phrase.end;
        while at < ceiling.min(phrase.end + 40) {
            // `predicted viewers “will be asleep”`: the words in the marks are part of the clause.
            let quotation = self.quotation_from(at).filter(|quotation| quotation.closed && !self.is_finite(at + 1));
            if let Some(quotation) = quotation {
                // `songs for the choir “Orle,” her cousins brought a drum`
                if !aside && self.kind(quotation.tokens.end.saturating_sub(2)) == TokenKind::Comma {
                    return false;
                }
                at = quotation.tokens.end;
                continue;
            }
            if self.is_predicate(at) {
                if clauses == 0 {
                    return true;
                }
                clauses -= 1;
            } else if self.opens_clause_about(at) {
                clauses += 1;
            } else if self.tag(at) == Tag::SubordinatingConjunction
                || self.is_in(at, Class::TimeSubordinator) && self.governs_clause(at, ceiling)
            {
                return false;
            }
            match self.kind(at) {
                TokenKind::Comma | TokenKind::Dash => {
                    // `boasts a cellar, has shut its doors`: behind its first comma the phrase has no verb.
                    let joined = self.is(at + 1, "but") || self.kind(at) == TokenKind::Comma && self.is(at + 1, "and");
                    if joined || !aside && self.is_predicate(at + 1) {
                        return false;
                    }
                    aside = !aside;
                }
                TokenKind::Semicolon | TokenKind::Colon | TokenKind::Open => return false,
                _ => {}
            }
            let next = at + 1 + usize::from(self.tag(at + 1) == Tag::Adverb);
            let verb = self.tag(next).is_verb() || self.tag(next).is_finite();
            if self.tag(at) == Tag::CoordinatingConjunction && (verb || self.begins_anew(next)) {
                return false;
            }
            at += 1;
        }
        false
    }

    /// `A merger announced Monday would close the port`: of what nobody could be called, the verb behind the day tells more.
    pub fn has_its_verb_behind_the_day(&self, thing: &Tokens, day: usize) -> bool {
        let head = self.head_of(thing);
        let speaks = self.is_pronoun(thing.start)
            || self.tag(head) == Tag::ProperNoun
            || self.lexicon.noun(self.word(head)).is_some();
        self.is_time(day) && self.is_finite(day + 1) && !speaks
    }

    /// `announced her run in March and she left`: a pronoun and its verb.
    pub fn begins_anew(&self, at: usize) -> bool {
        self.is_in(at, Class::SubjectPronoun) && self.is_finite(at + 1)
    }

    /// Whether a word is finite, and no participle that describes the noun in front of it: `a pane removed and`.
    fn is_predicate(&self, at: usize) -> bool {
        let described = self.tag(at) == Tag::PastParticiple
            && !self.is_in(at, Class::PastForm)
            && (matches!(self.tag(at + 1), Tag::Adposition | Tag::CoordinatingConjunction)
                || self.parts_clauses(at + 1));
        self.is_finite(at) && !described
    }

    /// Whether a clause about what stands in front begins here: `the pier that`, `the coves where`, `the way the men`.
    fn opens_clause_about(&self, at: usize) -> bool {
        let behind_noun = self.tag(at - 1) == Tag::Noun && !self.is_time(at - 1);
        let contact = behind_noun && (self.tag(at) == Tag::Pronoun || self.is_in(at, Class::Article));
        contact || self.is_relative(at) || self.is_in(at, Class::QuestionWord)
    }

    /// `after two caught fire`: a clause, where `after two fires` is a phrase.
    fn governs_clause(&self, at: usize, ceiling: usize) -> bool {
        self.noun_phrase_from(at + 1, ceiling).is_some_and(|subject| self.is_finite(subject.end))
    }

    /// Whether somebody or something can be meant by how a run begins.
    pub fn opens_with_subject(&self, tokens: &Tokens) -> bool {
        let first = tokens.start;
        self.is_determiner(first)
            || self.is_nominal(first)
            || self.is(first, "there")
            || matches!(self.tag(first), Tag::Pronoun | Tag::Numeral | Tag::Adjective | Tag::PresentParticiple)
    }

    /// Whether a word that the tagger takes for something else can be the verb of what stands in front of it: `prices rose`,
    /// `the pier leaks`, `nobody knows`, `buses stop`.
    fn unseen_verb(&self, at: usize) -> UnseenVerb {
        let ends_in_s = |at: usize| self.word(at).ends_with('s') && !self.word(at).ends_with("ss");
        let open = match self.tag(at) {
            Tag::Noun | Tag::Adjective | Tag::Other | Tag::BaseVerb | Tag::PastParticiple => true,
            Tag::Adverb => ends_in_s(at),
            _ => false,
        };
        let before = at - 1;
        let behind_subject = match self.tag(before) {
            Tag::Noun | Tag::ProperNoun | Tag::Numeral => true,
            Tag::Pronoun => !self.is_possessive(before),
            Tag::Adjective => self.is_noun_like_adjective(before) && self.tag(at) != Tag::Noun,
            Tag::Adverb => at > 1 && matches!(self.tag(at - 2), Tag::Noun | Tag::ProperNoun | Tag::Pronoun),
            _ => false,
        };
        if !open || !behind_subject || self.text.tokens[at].capital || self.is_genitive(before) {
            return UnseenVerb::No;
        }
        let word = self.word(at);
        if self.is_in(at, Class::PastForm) {
            return UnseenVerb::Sure;
        }
        if word.ends_with("ed") {
            return UnseenVerb::Perhaps;
        }
        let plural = self.lexicon.noun(self.word(before)).map_or_else(
            || {
                ends_in_s(before) && !self.text.tokens[before].capital && !self.is(before, "news")
                    || self.tag(before) == Tag::Adjective
                    || (self.is_in(before, Class::PluralPronoun) || self.is(before, "i") || self.is(before, "you"))
            },
            |noun| noun.plural,
        );
        let past = self.is_in(at, Class::PastFormOrNoun);
        let noun = !past && self.lexicon.ends_in(word, Ending::Noun)
            || self.lexicon.noun(word).is_some() && self.lexicon.verb(word).is_none();
        let agrees = !noun && self.tag(at) != Tag::Adjective && plural != ends_in_s(at);
        // `pipes burst`, `winds ease`: few plurals stand in front of another noun.
        let apart = || self.tag(before) == Tag::Noun && !self.is_in(before, Class::CompoundingPlural);
        match agrees {
            true if ends_in_s(before) && apart() => UnseenVerb::Sure,
            false if !past => UnseenVerb::No,
            _ => UnseenVerb::Perhaps,
        }
    }

    /// `said as she left the hall`: when something was said, not what.
    pub fn tells_when(&self, tokens: &Tokens) -> bool {
        self.is_in(tokens.start, Class::TimeSubordinator)
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

    /// Where a sentence's own words begin behind a label, `However,` and the like.
    pub fn after_connective(&self, tokens: &Tokens) -> usize {
        let mut at = self.after_label(tokens);
        for _ in 0..2 {
            if at < tokens.end && self.is_in(at, Class::Connective) {
                let comma = at + 1 < tokens.end && self.kind(at + 1) == TokenKind::Comma;
                // `But` needs no comma; `Later sales fell` is a clause of its own.
                if comma {
                    at += 2;
                } else if self.is_in(at, Class::ClauseCoordinator) && self.tag(at) == Tag::CoordinatingConjunction {
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

    /// `The big picture: Repairs could cost ten million`: a few words and a colon in front of a sentence head it.
    fn after_label(&self, tokens: &Tokens) -> usize {
        let words = tokens.clone().take(LONGEST_LABEL + 1).take_while(|at| self.kind(*at) == TokenKind::Word).count();
        let rest = tokens.start + words + 1;
        let heads =
            (1..=LONGEST_LABEL).contains(&words) && rest < tokens.end && self.kind(rest - 1) == TokenKind::Colon;
        if heads && self.text.tokens[rest].capital { rest } else { tokens.start }
    }
}
