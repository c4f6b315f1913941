//! Where the words are the page's own again: `, according to`, `, citing`, `, though she acknowledged`, `, the paper said`.
//!
//! In: a token behind a pause, and the cue that the words before it belong to. Out: yes or no.

use super::cue::Cue;
use super::reading::Reading;
use crate::lexicon::Pattern;
use crate::text::{Tag, TokenKind};

impl Reading<'_> {
    /// Whether the words from `at` on, behind a comma, are the page's own again.
    pub fn page_resumes(&self, at: usize, cue: &Cue) -> bool {
        if self.is(at, "but") && !self.is_any(at + 1, &["rather", "also", "instead", "not"]) {
            return true;
        }
        if self.is(at, "according") && self.is(at + 1, "to") {
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
        // `, compared with 33 percent in May`: the page sets another figure beside it.
        if self.is(at, "compared") && (at + 2..at + 5).any(|figure| self.tag(figure) == Tag::Numeral) {
            return true;
        }
        // `, to which Roe replied`
        if self.is(at + 1, "which") && self.is_any(at, &["to", "after", "upon"]) {
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

    /// `, though she acknowledged …`, `, and when pressed on …`: the page goes on about somebody's words.
    fn is_aside_of_page(&self, at: usize, ceiling: usize) -> bool {
        if self.is_any(at, &["though", "although", "while", "as", "because"]) {
            return self.noun_phrase_from(at + 1, ceiling).is_some_and(|subject| {
                self.lexicon.verb(self.word(subject.end)).is_some_and(|verb| verb.takes(Pattern::Parenthetical))
                    && self.is_finite(subject.end)
            });
        }
        let at = at + usize::from(self.is_any(at, &["and", "but"]));
        self.is_any(at, &["when", "if"])
            && self.is_any(at + 1, &["asked", "pressed", "questioned", "reached", "contacted"])
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
        let Some(head) = (at..ceiling)
            .find(|h| self.tag(*h).is_verb() && self.lexicon.verb(self.word(*h)).is_some() && !self.in_quotation(*h))
        else {
            return false;
        };
        let group = self.verb_group(head, at);
        if head == at {
            // Inverted: a phrase follows, and then the sentence ends or pauses.
            return self.is_clear_cue(head)
                && self
                    .noun_phrase_from(head + 1, cue.sentence.end)
                    .is_some_and(|subject| subject.end >= cue.sentence.end || self.parts_clauses(subject.end));
        }
        let Some(subject) = self.noun_phrase_before(group.tokens.start, at) else { return false };
        subject.start == at && self.nothing_follows(head + 1, cue.sentence.end)
    }

    fn is_clear_cue(&self, head: usize) -> bool {
        self.lexicon.verb(self.word(head)).is_some_and(|verb| verb.takes(Pattern::Parenthetical))
    }

    /// Whether no content follows a cue: the sentence ends, pauses, or only says when and where.
    pub fn nothing_follows(&self, at: usize, ceiling: usize) -> bool {
        let rest = self.after_adjuncts(at, ceiling);
        rest >= ceiling
            || matches!(self.kind(rest), TokenKind::Stop | TokenKind::Comma | TokenKind::Semicolon | TokenKind::Dash)
            || self.is_any(rest, &["without", "after", "when", "while", "during", "before", "as"])
    }
}
