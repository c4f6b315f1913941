//! Where content begins and ends: clauses without a parser.
//!
//! A clause is a run with somebody or something in front of a finite verb. It ends with its sentence, or before words
//! that visibly belong to the page again: another cue, `citing`, `according to`, a semicolon, `, but`.

use super::Tokens;
use super::cue::Cue;
use super::reading::Reading;
use crate::lexicon::Pattern;
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

    /// Where content that begins at `start` ends, given the cue in front of it. Exclusive.
    pub fn content_end(&self, start: usize, cue: &Cue) -> usize {
        let ceiling = self.subordinate_end(start, cue).unwrap_or(cue.sentence.end);
        let mut at = start;
        let mut brackets = 0_usize;
        while at < ceiling {
            if let Some(quotation) = self.quotation_from(at).filter(|q| q.closed) {
                at = quotation.tokens.end.max(at + 1);
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
                TokenKind::Comma | TokenKind::Dash if at > start && self.page_resumes(at + 1, cue) => return at,
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

    /// `While Roe says the road is open, the shops …`: the clause ends where the main clause begins.
    fn subordinate_end(&self, start: usize, cue: &Cue) -> Option<usize> {
        const OPENERS: [&str; 10] =
            ["while", "although", "though", "as", "when", "after", "before", "because", "since", "whereas"];
        // `It was late, and when Roe said the bar was closed, a man yelled`
        let coordinated = (cue.sentence.start + 1..cue.group.head).rev().take(12).find(|at| {
            self.is_any(*at, &["and", "but"]) && self.kind(*at - 1) == TokenKind::Comma && !self.in_quotation(*at)
        });
        let opener = coordinated.map_or_else(|| self.after_connective(&cue.sentence), |and| and + 1);
        let opener = opener + usize::from(self.is(opener, "even"));
        // `At the moment Roe announced …`, `By the time she said …`
        let at_once = usize::from(self.is_any(opener, &["at", "by"]));
        let moment = opener + at_once + 1;
        let timed = self.is(moment - 1, "the") && self.is_any(moment, &["moment", "time", "day", "minute", "hour"]);
        // `A few weeks after Roe said …`
        let measured = (opener..cue.group.head.min(opener + 5)).find(|at| self.is_any(*at, &["after", "before"]));
        let opener = measured
            .filter(|at| {
                self.is_any(at.wrapping_sub(1), &["minutes", "hours", "days", "weeks", "months", "years", "day"])
            })
            .unwrap_or(opener);
        // `When Roe, at a hearing in May, warned`: commas may set off an aside, but no other clause.
        let own = (opener..cue.group.head).all(|at| self.kind(at) != TokenKind::Comma)
            || self.noun_phrase_from(opener + 1, cue.group.head).is_some_and(|subject| {
                self.kind(subject.end) == TokenKind::Comma
                    && (subject.end..cue.group.tokens.start).all(|at| !self.is_finite(at))
            }) && !self.is_any(opener, &["after", "since"]);
        let near = cue.group.tokens.start < opener + 16 && own;
        // `In a year in which voters say they are tired, some wonder …`
        let relative = (cue.group.tokens.start.saturating_sub(8).max(cue.sentence.start)..cue.group.tokens.start)
            .find(|at| self.is_any(*at, &["which", "where"]) && !self.pauses(at.wrapping_sub(1)));
        let fronted = self.tag(opener) == Tag::Adposition
            && relative.is_some_and(|relative| !(opener..relative).any(|at| self.is_finite(at) || self.pauses(at)));
        if !(fronted || near && (timed || self.is_any(opener, &OPENERS))) {
            return None;
        }
        (start + 2..cue.sentence.end).find_map(|at| {
            // A second dash ends an aside in the clause, and perhaps the clause with it.
            let dash = || self.kind(at) == TokenKind::Dash && self.dash_follows(start, at);
            let comma = (self.kind(at) == TokenKind::Comma || dash()) && !self.in_quotation(at);
            // `was “sound,” a diver said`: the comma stands inside the mark.
            let marked = self.kind(at - 1) == TokenKind::Comma && self.quotation_to(at).is_some_and(|q| q.closed);
            let main = (comma || marked)
                && self.words_in(&(start..at)) >= 2
                && self.noun_phrase_from(at + 1 + usize::from(self.is(at + 1, "even")), cue.sentence.end).is_some_and(
                    |subject| (subject.end..cue.sentence.end.min(subject.end + 8)).any(|verb| self.is_finite(verb)),
                );
            main.then_some(at + usize::from(marked))
        })
    }

    /// `37 percent say it is late, 22 percent say it is not`, `ten have said yes, two have said no`: what the second
    /// share says is another statement.
    fn is_another_share(&self, at: usize, cue: &Cue) -> bool {
        let is_share =
            |at: usize| self.tag(at) == Tag::Numeral && self.is_any(at + 1, &["percent", "per", "%", "in", "out"]);
        let parts = self.kind(at) == TokenKind::Comma || self.is_any(at, &["and", "while"]);
        const ABOUT: [&str; 12] =
            ["and", "while", "but", "another", "only", "more", "than", "nearly", "about", "roughly", "almost", "some"];
        let next = (at + 1..at + 4).find(|next| !self.is_any(*next, &ABOUT)).unwrap_or(at + 4);
        let before = || (cue.sentence.start..cue.group.head).rev().take(10);
        let counted = |verb: usize| {
            self.tag(next) == Tag::Numeral
                && self.says_the_same(verb, cue)
                && before().any(|at| self.tag(at) == Tag::Numeral)
        };
        parts
            && (counted(next + 1)
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
    fn is_statement_behind_colon(&self, colon: usize, cue: &Cue) -> bool {
        self.text.tokens.get(colon + 1).is_some_and(|next| next.capital)
            && self.noun_phrase_from(colon + 1, cue.sentence.end).is_some_and(|subject| {
                self.is_finite(subject.end)
                    && self.is(subject.end + 1, "that")
                    && self.lexicon.verb(self.word(subject.end)).is_some()
            })
    }

    /// `while adding that …`, `, and an article quoted …`: another statement begins.
    fn is_second_statement(&self, at: usize, cue: &Cue) -> bool {
        let ceiling = self.sentence(at).end;
        if self.is_any(at, &["while", "whilst", "before"]) {
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
            let near = after..ceiling.min(after + if self.kind(at - 1) == TokenKind::Comma { 6 } else { 2 });
            near.into_iter().any(|verb| {
                self.is_any(
                    verb,
                    &["said", "says", "quoted", "cited", "quotes", "cites", "accused", "argued", "told", "warned"],
                ) && !self.in_quotation(verb)
                    && self.tag(verb) != Tag::Noun
            })
        })
    }

    /// Behind an aside between commas, if one begins here.
    fn after_aside(&self, at: usize, ceiling: usize) -> usize {
        let opens = self.kind(at) == TokenKind::Comma;
        let close = (at + 2..ceiling.min(at + 14)).find(|comma| opens && self.kind(*comma) == TokenKind::Comma);
        close.map_or(at, |comma| comma + 1)
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

    /// `“…,” in an interview on Sunday.`: when and where it was said, to the end of the sentence.
    fn only_adjuncts(&self, at: usize, ceiling: usize) -> bool {
        let rest = self.after_adjuncts(at, ceiling);
        rest > at && (rest >= ceiling || self.kind(rest) == TokenKind::Stop)
    }

    fn dash_follows(&self, start: usize, end: usize) -> bool {
        (start..end).any(|at| self.kind(at) == TokenKind::Dash && !self.in_quotation(at))
    }

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

    /// `adding that`, `noting`: a cue that takes up its subject again.
    fn is_participle_cue(&self, at: usize) -> bool {
        self.word(at).ends_with("ing")
            && self.lexicon.verb(self.word(at)).is_some()
            && (self.is(at + 1, "that")
                || matches!(self.kind(at + 1), TokenKind::DoubleQuote | TokenKind::Colon | TokenKind::Comma)
                || self.tag(at + 1) != Tag::Adposition
                || (at + 2..at + 10).any(|mark| self.kind(mark) == TokenKind::DoubleQuote))
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

    /// `and predicted that …`: a second cue with the same subject.
    fn is_coordinated_cue(&self, at: usize, cue: &Cue) -> bool {
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
        let plain = !matches!(self.tag(head), Tag::Noun | Tag::ProperNoun | Tag::Adjective);
        plain
            && same_form
            && self.tag(head).is_verb()
            && verb.lemma != "find"
            && self.complement_follows(head + 1, cue.sentence.end)
    }

    /// Whether what follows a second cue is content: `that`, a quotation, a clause.
    fn complement_follows(&self, at: usize, ceiling: usize) -> bool {
        let rest = self.after_adjuncts(at, ceiling);
        self.is_any(rest, &["that", "how", "why", "whether", "if", "to"])
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

    /// `according to`, `as reported by` without a comma before it.
    fn is_trailing_source(&self, at: usize) -> bool {
        self.are(at, &["according", "to"])
            || self.are(at, &["as", "reported", "by"])
            || self.are(at, &["in", "the", "words", "of"])
    }
}
