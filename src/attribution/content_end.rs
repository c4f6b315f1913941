//! Where content ends that stands behind its cue.
//!
//! With its sentence, or before words that visibly are no part of it: the page's own again (`page_resumes`), another
//! statement (`next_statement`), the main clause behind one that began with `While`. In: the first token of the content,
//! and the cue. Out: one past the last token.

use super::cue::Cue;
use super::reading::Reading;
use crate::lexicon::{Class, Pattern};
use crate::text::{Tag, TokenKind};

impl Reading<'_> {
    /// Where content that begins at `start` ends, given the cue in front of it. Exclusive.
    pub fn content_end(&self, start: usize, cue: &Cue) -> usize {
        let ceiling = self.subordinate_end(start, cue).unwrap_or(cue.sentence.end);
        let mut at = start;
        let mut brackets = 0_usize;
        while at < ceiling {
            if let Some(quotation) = self.quotation_from(at).filter(|q| q.closed) {
                let whole = at == start;
                at = quotation.tokens.end.max(at + 1);
                // `confirmed “an incident” but gave no details`: the second verb is the speaker's deed.
                if whole && at + 1 < ceiling && self.is_in(at, Class::Coordinator) && self.is_finite(at + 1) {
                    return at;
                }
                // `dismissed it as “nonsense” when asked on Radio Tarn`
                if self.is(at, "when") && self.is_in(at + 1, Class::AskedParticiple) {
                    return at;
                }
                // `was “late,” adding that …`: the comma stands inside the mark.
                let pauses = self.kind(at.saturating_sub(2)) == TokenKind::Comma;
                if pauses && at < ceiling && (self.page_resumes(at, cue) || self.only_adjuncts(at, ceiling)) {
                    return at;
                }
                continue;
            }
            match self.kind(at) {
                TokenKind::Open => brackets += 1,
                TokenKind::Close => brackets = brackets.saturating_sub(1),
                _ if brackets > 0 => {}
                TokenKind::Semicolon => return at,
                TokenKind::Colon if at > start + 2 && self.is_statement_behind_colon(at, cue) => return at,
                _ if at > start + 1 && self.is_another_share(at, cue) => return at,
                TokenKind::Comma | TokenKind::Dash if at > start && self.page_resumes(at + 1, cue) => {
                    let Some(close) = self.aside_of_inner_speaker(start, at, ceiling) else { return at };
                    at = close;
                }
                // A pair of dashes is an aside; a single one adds the page's own last word.
                TokenKind::Dash
                    if at > start + 3 && !self.dash_follows(at + 1, ceiling) && !self.dash_follows(start, at) =>
                {
                    return at;
                }
                TokenKind::Word if at > start + 1 && self.is_coordinated_cue(at, cue) => return at,
                TokenKind::Word
                    if at > start + 2 && (self.is_trailing_source(at) || self.is_second_statement(at, cue)) =>
                {
                    return at;
                }
                _ => {}
            }
            at += 1;
        }
        ceiling
    }

    /// `reported that Reuters, citing two clerks, said`, `reported that Reuters said, citing two clerks, that`: the speaker
    /// inside the content cites them, since its clause has still to come. The comma that closes the aside.
    fn aside_of_inner_speaker(&self, start: usize, comma: usize, ceiling: usize) -> Option<usize> {
        let close = (comma + 2..ceiling).find(|at| self.kind(*at) == TokenKind::Comma && !self.in_quotation(*at))?;
        // `wrote that she left because, she said, it was late`
        if self.waits_for_clause(comma - 1) && close < comma + 6 {
            return Some(close);
        }
        let waits_for_verb = !(start..comma).any(|at| self.is_finite(at)) && self.is_finite(close + 1);
        let states = self.lexicon.verb(self.word(comma - 1)).is_some_and(|verb| verb.takes(Pattern::Clause));
        let waits_for_clause = states && self.is(close + 1, "that");
        (self.is_in(comma + 1, Class::Citing) && (waits_for_verb || waits_for_clause)).then_some(close)
    }

    /// `While Roe says the road is open, the shops …`: the clause ends where the main clause begins.
    pub(super) fn subordinate_end(&self, start: usize, cue: &Cue) -> Option<usize> {
        // `It was late, and when Roe said the bar was closed, a man yelled`
        let coordinated = (cue.sentence.start + 1..cue.group.head).rev().take(12).find(|at| {
            self.is_any(*at, &["and", "but"]) && self.kind(*at - 1) == TokenKind::Comma && !self.in_quotation(*at)
        });
        let opener = coordinated.map_or_else(|| self.after_connective(&cue.sentence), |and| and + 1);
        let opener = opener + usize::from(self.is(opener, "even"));
        // `At the moment Roe announced …`, `By the time she said …`
        let at_once = usize::from(self.is_any(opener, &["at", "by"]));
        let moment = opener + at_once + 1;
        let timed = self.is(moment - 1, "the") && self.is_in(moment, Class::Moment);
        // `A few weeks after Roe said …`
        let measured = (opener..cue.group.head.min(opener + 5)).find(|at| self.is_any(*at, &["after", "before"]));
        let opener = measured.filter(|at| self.is_in(at.wrapping_sub(1), Class::TimeUnit)).unwrap_or(opener);
        // `When Roe, at a hearing in May, warned`: commas may set off an aside, but no other clause.
        let own = (opener..cue.group.head).all(|at| self.kind(at) != TokenKind::Comma)
            || self.noun_phrase_from(opener + 1, cue.group.head).is_some_and(|subject| {
                self.kind(subject.end) == TokenKind::Comma
                    && (subject.end..cue.group.tokens.start).all(|at| !self.is_finite(at))
            }) && !self.is_any(opener, &["after", "since"]);
        let near = cue.group.tokens.start < opener + 16 && own;
        // `In a year in which voters say they are tired, some wonder …`
        let relative = (cue.group.tokens.start.saturating_sub(8).max(cue.sentence.start)..cue.group.tokens.start)
            .find(|at| self.is_in(*at, Class::RelativePronoun) || self.is(*at, "where"));
        // `Under its rules, which say that …, the`, `Following the leak of the letter, which said that …, the`
        let phrase = self.tag(opener) == Tag::Adposition
            || self.tag(opener) == Tag::PresentParticiple && self.is_in(opener, Class::SettingPreposition);
        let fronted = phrase
            && relative.is_some_and(|relative| {
                // A comma right in front of the pronoun is its own.
                let end = relative - usize::from(self.pauses(relative.wrapping_sub(1)));
                !(opener..end).any(|at| self.is_finite(at) || self.pauses(at))
            });
        let subordinate = self.is_in(opener, Class::Subordinator) || self.is(opener, "where");
        // `With one clerk calling it “late”, the firm said …`, `Saying it was late, the firm closed …`
        let absolute = cue.group.participle && (self.is(opener, "with") || cue.group.tokens.start == opener);
        if !(fronted || near && (timed || subordinate || absolute)) {
            return None;
        }
        (start + 2..cue.sentence.end).find_map(|at| {
            // A second dash ends an aside in the clause, and perhaps the clause with it.
            let dash = || self.kind(at) == TokenKind::Dash && self.dash_follows(start, at);
            let comma = (self.kind(at) == TokenKind::Comma || dash()) && !self.in_quotation(at);
            // `was “sound,” a diver said`: the comma stands inside the mark.
            let marked = self.kind(at - 1) == TokenKind::Comma && self.quotation_to(at).is_some_and(|q| q.closed);
            // `, protesting delegates left`
            let modifier = self.is(at + 1, "even") || self.tag(at + 1) == Tag::PresentParticiple;
            let there = self.is(at + 1, "there") && self.is_finite(at + 2);
            let subject = || {
                self.noun_phrase_from(at + 1 + usize::from(modifier), cue.sentence.end).is_some_and(|subject| {
                    (subject.end..cue.sentence.end.min(subject.end + 8)).any(|verb| self.is_finite(verb))
                })
            };
            let main = (comma || marked) && self.words_in(&(start..at)) >= 2 && (there || subject());
            main.then_some(at + usize::from(marked))
        })
    }

    /// `“…,” in an interview on Sunday.`: when and where it was said, to the end of the sentence.
    fn only_adjuncts(&self, at: usize, ceiling: usize) -> bool {
        let rest = self.after_adjuncts(at, ceiling);
        rest > at && (rest >= ceiling || self.kind(rest) == TokenKind::Stop)
    }

    fn dash_follows(&self, start: usize, end: usize) -> bool {
        (start..end).any(|at| self.kind(at) == TokenKind::Dash && !self.in_quotation(at))
    }

    /// `according to`, `as reported by` without a comma before it.
    fn is_trailing_source(&self, at: usize) -> bool {
        self.sourcing_phrase_end(at).is_some()
    }
}
