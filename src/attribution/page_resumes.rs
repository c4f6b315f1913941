//! Where the words are the page's own again: `, according to`, `, citing`, `, though she acknowledged`, `, the paper said`.
//!
//! In: a token behind a pause, and the cue that the words before it belong to. Out: yes or no.

use super::cue::Cue;
use super::reading::Reading;
use super::{Role, Tokens};
use crate::lexicon::{Class, Pattern};
use crate::report::Kind;
use crate::text::{Tag, TokenKind};

impl Reading<'_> {
    /// Whether the words from `at` on, behind a comma, are the page's own again.
    pub fn page_resumes(&self, at: usize, cue: &Cue) -> bool {
        if self.is(at, "but") && !self.is_in(at + 1, Class::Correction) {
            return !self.goes_on_with_verb(at + 1, cue);
        }
        // `Nothing bore out claims that p, nor did …`: the page goes on denying.
        let denies =
            |at: usize| self.is_in(at, Class::NobodyWord) || self.is_in(at, Class::Negation) || self.is(at, "nothing");
        if self.is(at, "nor") && (cue.sentence.start..cue.group.tokens.start).any(denies) {
            return true;
        }
        // `vetoed it, saying it was late, and signed two others`: the main clause goes on.
        if cue.group.participle && self.is(at, "and") && self.is_finite(at + 1) {
            return true;
        }
        // `, which we had on this page too`
        if self.is(at, "which") && self.is_any(at + 1, &["we", "our"]) {
            return true;
        }
        if self.preposition_cue_end(at).is_some() || self.tells_where_from(at, cue.sentence.end) {
            return true;
        }
        if self.is_any(at, &["citing", "quoting"]) || self.is_aside_of_page(at, cue.sentence.end) {
            return true;
        }
        // `The judges who ruled that the law was void, for instance, said …`: the main clause has its verb yet to come.
        if self.is(at, "for")
            && self.is_any(at + 1, &["instance", "example"])
            && self.kind(at + 2) == TokenKind::Comma
            && self.is_finite(at + 3)
        {
            return true;
        }
        // `The ringer, who warned that the bell was gone, has left`: behind the relative clause the main one goes on.
        if self.is_finite(at) && self.in_relative_clause(cue) && !self.ends_aside(cue.words.end..at - 1) {
            return true;
        }
        // `, and Roe, who claimed …`: another one, and what that one said.
        if self.is(at, "and")
            && self.noun_phrase_from(at + 1, cue.sentence.end).is_some_and(|other| {
                self.kind(other.end) == TokenKind::Comma
                    && self.is(other.end + 1, "who")
                    && self.lexicon.verb(self.word(other.end + 2)).is_some()
            })
        {
            return true;
        }
        // `posted that “…”, before deleting it`
        let deed = self.is_any(at, &["before", "after"]) && self.tag(at + 1) == Tag::PresentParticiple;
        if deed && at > 1 && self.quotation_to(at - 2).is_some_and(|quotation| quotation.closed) {
            return true;
        }
        // `, pointing to the governor's beard`, `, referring to the fight`: what the speaker meant, told by the page.
        if self.is_any(at, &["pointing", "referring"]) && self.is(at + 1, "to") {
            return true;
        }
        // `, compared with 33 percent in May`: the page sets another figure beside it.
        if self.is(at, "compared") && (at + 2..at + 5).any(|figure| self.tag(figure) == Tag::Numeral) {
            return true;
        }
        // `, a claim the council called false`, `, something she denies`: what somebody makes of the words before.
        if self.comments_on_claim(at, cue.sentence.end) {
            return true;
        }
        // `, while Roe's lawyer, Ann Vey, said in an email that …`
        if self.is_in(at, Class::SideClauseOpener) && self.is_other_speaker(at + 1, cue.sentence.end) {
            return true;
        }
        // `, to which Roe replied`
        if self.is(at + 1, "which") && self.is_in(at, Class::RelativePreposition) {
            return true;
        }
        if self.is(at, "with") {
            // `, with Roe stating: …`
            return self
                .noun_phrase_from(at + 1, cue.sentence.end)
                .is_some_and(|subject| self.is_participle_cue(subject.end));
        }
        self.is_participle_cue(at) || self.is_parenthetical_cue(at, cue)
    }

    /// `Roe's lawyer, Ann Vey, said`: somebody of full rank, and what that one says.
    fn is_other_speaker(&self, at: usize, ceiling: usize) -> bool {
        self.noun_phrase_from(at, ceiling).is_some_and(|subject| {
            let verb = self.after_aside(subject.end, ceiling);
            self.is_in(verb, Class::ClearCue) && self.is_finite(verb)
        })
    }

    /// `a claim the council called false`, `an allegation he rejects`, `something she denies`, `a claim that was later denied`.
    fn comments_on_claim(&self, at: usize, ceiling: usize) -> bool {
        let noun = at + usize::from(self.is_any(at, &["a", "an"]));
        let named = self.is(at, "something") || noun > at && self.is_in(noun, Class::CommentNoun);
        let clause = noun + 1;
        named
            && (self.is_relative(clause)
                || self.is(clause, "that")
                || self.noun_phrase_from(clause, ceiling).is_some_and(|subject| {
                    let disputes = |at: usize| self.lexicon.verb(self.word(at)).is_some();
                    // `something Norland Rail denies`: the tagger takes the verb for a part of the name.
                    let last = subject.end - 1;
                    let swallowed = subject.len() > 1 && !self.text.tokens[last].capital && disputes(last);
                    // `something the curator, Ann Roe, has denied`
                    let verb = self.after_aside(subject.end, ceiling);
                    let has = self.is_in(verb, Class::HaveForm)
                        && (disputes(verb + 1) || self.is(verb + 1, "since") && disputes(verb + 2));
                    swallowed || has || self.is_finite(verb) && (noun > at || disputes(verb))
                }))
    }

    /// `, based on interviews with two clerks.`, up to the end of the sentence.
    fn tells_where_from(&self, at: usize, ceiling: usize) -> bool {
        let cites = self.tie_at(at).is_some_and(|(_, role)| role == Role::Cited);
        cites && !(at..ceiling).any(|inside| self.is_finite(inside) && !self.in_quotation(inside))
    }

    /// `who warned`, `who in two letters had warned`: the subject of a cue is a relative pronoun.
    fn in_relative_clause(&self, cue: &Cue) -> bool {
        let start = cue.group.tokens.start;
        let pronoun = (start.saturating_sub(6).max(cue.sentence.start)..start).rfind(|at| self.is(*at, "who"));
        pronoun.is_some_and(|pronoun| !(pronoun + 1..start).any(|at| self.is_finite(at) || self.pauses(at)))
    }

    /// `the bell, cracked as it is`: a pause, and no verb yet that the words before it would be the subject of.
    fn ends_aside(&self, content: Tokens) -> bool {
        content.clone().any(|at| self.pauses(at)) && !content.clone().any(|at| self.is_finite(at))
    }

    /// `told the paper that Roe is pleased, but wants more`: a verb in another tense than the cue goes on with the
    /// content's subject.
    fn goes_on_with_verb(&self, at: usize, cue: &Cue) -> bool {
        let present = |at: usize| self.tag(at) == Tag::FiniteVerb && self.word(at).ends_with('s');
        present(at)
            && !present(cue.group.head)
            && self.lexicon.verb(self.word(at)).is_none_or(|verb| verb.kind != Kind::Speech)
    }

    /// `, though she acknowledged …`, `, and when pressed on …`: the page goes on about somebody's words.
    fn is_aside_of_page(&self, at: usize, ceiling: usize) -> bool {
        let at = at + usize::from(self.is(at, "even"));
        if self.is_in(at, Class::Concession) || self.is(at, "as") {
            return self.noun_phrase_from(at + 1, ceiling).is_some_and(|subject| {
                // `though the firm has since denied`
                let helped = self.is_in(subject.end, Class::HaveForm) && !self.is(at, "as");
                let verb = subject.end + usize::from(helped);
                let adverb =
                    self.tag(verb) == Tag::Adverb || self.is_in(verb, Class::MidAdverb) || self.is(verb, "since");
                let verb = verb + usize::from(helped && adverb);
                self.lexicon.verb(self.word(verb)).is_some_and(|verb| verb.takes(Pattern::Parenthetical))
                    && (helped || self.is_finite(verb))
            });
        }
        let at = at + usize::from(self.is_any(at, &["and", "but"]));
        self.is_any(at, &["when", "if"]) && self.is_in(at + 1, Class::AskedParticiple)
    }

    /// `adding that`, `noting`: a cue that takes up its subject again.
    pub fn is_participle_cue(&self, at: usize) -> bool {
        let verb = self.lexicon.verb(self.word(at)).filter(|_| self.word(at).ends_with("ing"));
        // `, reflecting a wider trend`: a verb that takes neither a clause nor a thing has nothing but `that` or a quotation.
        let Some(verb) = verb else { return false };
        let takes_more = !verb.takes(Pattern::Quotation) || verb.takes(Pattern::Clause) || verb.takes(Pattern::About);
        self.is(at + 1, "that")
            || matches!(self.kind(at + 1), TokenKind::DoubleQuote | TokenKind::Colon | TokenKind::Comma)
            || takes_more && self.tag(at + 1) != Tag::Adposition
            || !verb.takes(Pattern::QuotationApart)
                && (at + 2..at + 10).any(|mark| self.kind(mark) == TokenKind::DoubleQuote)
    }

    /// `, the paper reported` or `, said the minister` at the end of the sentence or before a comma.
    pub fn is_parenthetical_cue(&self, at: usize, cue: &Cue) -> bool {
        let ceiling = cue.sentence.end.min(at + 24);
        // `clerks who heard her speech said`: the verbs of a relative clause have nothing to say here.
        let heads = (at..ceiling).filter(|h| {
            self.lexicon.verb(self.word(*h)).is_some_and(|verb| {
                self.tag(*h).is_verb() || verb.takes(Pattern::Parenthetical) && self.cue_at(*h, &cue.sentence).is_some()
            }) && !self.in_quotation(*h)
        });
        heads.take(3).any(|head| {
            let group = self.verb_group(head, at);
            if head == at {
                // Inverted: a phrase follows, and then the sentence ends or pauses.
                return self.is_clear_cue(head)
                    && self
                        .noun_phrase_from(head + 1, cue.sentence.end)
                        .is_some_and(|subject| subject.end >= cue.sentence.end || self.parts_clauses(subject.end));
            }
            let ends =
                self.nothing_follows(head + 1, cue.sentence.end) || self.told_and_nothing_else(head, cue.sentence.end);
            let closes = self.parts_sentence(head + 1, cue.sentence.end);
            ends && self.is_subject_from(at, group.tokens.start, closes)
        })
    }

    /// `the clerks told Radio Tarn` and the end of the sentence.
    fn told_and_nothing_else(&self, head: usize, ceiling: usize) -> bool {
        let told = self
            .lexicon
            .verb(self.word(head))
            .is_some_and(|verb| verb.takes(Pattern::Recipient) || verb.takes(Pattern::RequiredRecipient));
        told && self.recipient(head + 1, ceiling).is_some_and(|told| self.nothing_follows(told.end, ceiling))
    }

    /// Whether the words from `at` to a verb are its subject and nothing else: a phrase, and, if the
    /// verb closes the sentence, perhaps a relative clause.
    fn is_subject_from(&self, at: usize, verb: usize, closes: bool) -> bool {
        if self.noun_phrase_before(verb, at).is_some_and(|subject| subject.start == at) {
            return true;
        }
        closes
            && self.noun_phrase_from(at, verb).is_some_and(|subject| {
                let relative = self.is_relative(subject.end) || self.is(subject.end, "that");
                // `a letter obtained by the Courier states`
                let reduced = self.tie_at(subject.end).is_some();
                let plain = !(subject.end..verb).any(|inside| self.parts_clauses(inside));
                let verbs = (subject.end..verb).filter(|inside| self.is_finite(*inside)).count();
                plain && (relative && verbs == 1 || reduced && verbs == 0)
            })
    }

    fn is_clear_cue(&self, head: usize) -> bool {
        self.lexicon.verb(self.word(head)).is_some_and(|verb| verb.takes(Pattern::Parenthetical))
    }

    pub fn parts_sentence(&self, at: usize, ceiling: usize) -> bool {
        at >= ceiling || self.kind(at) == TokenKind::Stop
    }

    /// Whether no content follows a cue: the sentence ends, pauses, or only says when and where.
    pub fn nothing_follows(&self, at: usize, ceiling: usize) -> bool {
        // `reports on the word of a clerk`: where it has it from.
        if self.tie_at(at).is_some() {
            return true;
        }
        let rest = self.after_adjuncts(at, ceiling);
        rest >= ceiling
            || matches!(self.kind(rest), TokenKind::Stop | TokenKind::Comma | TokenKind::Semicolon | TokenKind::Dash)
            // `said on condition of anonymity because …`: why it was said so.
            || self.is_in(rest, Class::CircumstanceOpener)
            // `on the condition that she not be named`
            || self.is(rest, "that") && self.is(rest - 1, "condition")
            // `in a memo to staff that was seen by the Courier`
            || self.is(rest, "that") && self.is_finite(rest + 1) && rest > at && (at..rest).any(|at| self.is_document(at))
    }
}
