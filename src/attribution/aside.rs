//! What commas set off between a subject and its verb, and who stands in front of it.
//!
//! In: the comma in front of a verb. Out: the subject: `Roe, 22, of Lowby, Norland, said`, `the Courier, citing Radio Tarn,
//! which cited two clerks, said`. An aside tells more about what stands in front of it and never speaks itself.

use super::Tokens;
use super::reading::Reading;
use super::subject::Subject;
use crate::lexicon::{Class, Pattern};
use crate::text::{Tag, TokenKind};

impl Reading<'_> {
    /// `Roe, who leads the union, said`: the phrase in front of the aside that the comma at `close` ends.
    pub(super) fn subject_before_aside(&self, close: usize, floor: usize) -> Option<Subject> {
        let opens = |at: &usize| {
            self.kind(*at) == self.kind(close) && !self.in_quotation(*at) && self.is_aside(&(*at + 1..close))
        };
        let lowest = floor.max(close.saturating_sub(40));
        let open = (lowest..close).rev().find(opens)?;
        // `a statement that, while short, said`
        if let Some(pronoun) = open.checked_sub(1).filter(|at| *at > floor && self.is_relative(*at)) {
            return self.antecedent(pronoun, floor);
        }
        // `Roe, who lost her boat in Lowby, Norland, in May, said`: the relative clause has commas of its own.
        let relative = (lowest..open).rev().find(|at| {
            self.kind(*at) == TokenKind::Comma && self.is_in(*at + 1, Class::RelativePronoun) && !self.in_quotation(*at)
        });
        if let Some(relative) = relative
            && let Some(pause) = (relative + 1..close).find(|at| self.kind(*at) == TokenKind::Comma)
            && !(pause..close).any(|at| self.is_finite(at))
        {
            let phrase = self.before_asides(self.noun_phrase_before(relative, floor)?, floor);
            let mut subject = self.with_what_belongs(phrase, floor);
            subject.stretch = subject.stretch.start..close + 1;
            return Some(subject);
        }
        // `Ann Roe, a baker at the hall in Lowby, Norland, and a friend in Orle, Norland, said`
        let described = (lowest..open).find(|at| {
            let opens = self.kind(*at) == TokenKind::Comma
                && self.is_in(*at + 1, Class::Article)
                && !self.in_quotation(*at)
                && !(*at..close).any(|verb| self.tag(verb).is_finite() || self.in_quotation(verb));
            opens && self.named_at_start(*at, floor).is_some()
        });
        if let Some(name) = described.and_then(|comma| self.named_at_start(comma, floor)) {
            return Some(Subject { stretch: name.start..close + 1, ..Subject::plain(name) });
        }
        let phrase = self.before_asides(self.noun_phrase_before(open, floor)?, floor);
        // `Ann Roe, 61, of Lowby, said`: the age is an aside too.
        let age = phrase.clone().all(|at| self.kind(at) == TokenKind::Number);
        if age && phrase.start > floor && self.kind(phrase.start - 1) == TokenKind::Comma {
            let mut subject = self.subject_before_aside(open, floor)?;
            subject.stretch = subject.stretch.start..close + 1;
            return Some(subject);
        }
        // `the prime minister, Ann Roe, said`: the name in the aside belongs to the source.
        let inside = self.noun_phrase_from(open + 1, close);
        // `the Deputy Chairman of the Forum` is none, whatever its capitals.
        // `Her lawyer, Ann Roe, said`, `Ms Vey's MP, Ann Roe, said`, `One, the clerk Ann Roe, said`
        let owned = self.is_possessive(phrase.start) || phrase.clone().any(|at| self.is_genitive(at));
        let one = phrase.len() == 1 && self.is_any(phrase.start, &["one", "another"]);
        let office = one
            || (owned || self.is_in(phrase.start, Class::Article))
                && self.lexicon.noun(self.word(self.head_of(&phrase))).is_some_and(|noun| noun.class.is_office());
        let named = !office && self.is_name(&phrase);
        // `the prime minister, Ann Roe, while speaking in Orle, said`
        let several = self.lexicon.noun(self.word(self.head_of(&phrase))).is_some_and(|noun| noun.plural);
        let apart = |name: &Tokens| name.end == close || self.kind(name.end) == TokenKind::Comma && !several;
        // `the author of the report, Lowby councillor Ann Roe, said`
        let titled = |name: &Tokens| {
            let last = (name.clone().rev()).take_while(|at| self.text.tokens[*at].capital).last().unwrap_or(name.end);
            last > name.start && last + 2 <= name.end && self.is_role(last - 1)
        };
        let name = inside.filter(|name| apart(name) && (self.is_name(name) || titled(name)) && !named);
        let mut subject = self.with_what_belongs(phrase, floor);
        if let Some(name) = name {
            subject.tokens.end = subject.tokens.end.max(name.end);
        }
        // `A resident, who identified himself simply as Tunde, said`
        let called = self.is(open + 1, "who") && (open + 2..close).any(|at| self.is_any(at, &["identified", "gave"]));
        let as_name = (open + 2..close).rfind(|at| self.is(*at, "as")).filter(|at| called && *at + 1 < close);
        if as_name.is_some_and(|at| (at + 1..close).all(|at| self.text.tokens[at].capital)) {
            subject.tokens.end = close;
        }
        subject.stretch = subject.stretch.start..close + 1;
        Some(subject)
    }

    /// Of asides in a row, none is who speaks: `Roe, quoting Vey, which quotes a clerk, said`, `Roe, 22, of Lowby, Norland,
    /// said`, `Roe, at a meeting in Lowby, Norland, said`. The phrase in front of them all, where `phrase` stands in one.
    fn before_asides(&self, mut phrase: Tokens, floor: usize) -> Tokens {
        /// Words of an aside.
        const LONGEST: usize = 10;
        while let Some(comma) = (floor + 1..phrase.start).rev().take(LONGEST).find(|at| self.pauses(*at)) {
            let opener = comma + 1;
            // `Rep. Roe, R-Lowby, the sponsor, said`
            if self.text.is_party(opener)
                && let Some(before) = self.noun_phrase_before(comma, floor)
            {
                phrase = before;
                continue;
            }
            // `at a rally in Lowby, Norland, on Monday`: the land behind a place
            if opener == phrase.start && self.is_name(&phrase) {
                let place = self.place_in_aside(comma, floor);
                let front = place.map(|place| (place.clone(), self.before_asides(place, floor)));
                return front.filter(|(place, front)| place != front).map_or(phrase, |(_, front)| front);
            }
            let aside = match self.tag(opener) {
                Tag::PresentParticiple | Tag::Adposition => opener < phrase.start,
                // `Roe, a clerk from Lowby, Norland, said`
                Tag::Determiner => opener == phrase.start && self.is_in(opener, Class::Article),
                _ => opener == phrase.start && phrase.clone().all(|at| self.kind(at) == TokenKind::Number),
            };
            let plain = !(opener..phrase.start).any(|at| self.is_finite(at) || self.in_quotation(at));
            let Some(before) = self.noun_phrase_before(comma, floor).filter(|_| aside && plain) else { break };
            let somebody =
                opener < phrase.start || self.is_name(&before) || self.kind(before.start) == TokenKind::Number;
            // `Some clerks, like Roe, a baker, said`: one of them
            if self.is(opener, "like") && self.lexicon.noun(self.word(self.head_of(&before))).is_some_and(|n| n.plural)
            {
                break;
            }
            // `In Lowby, a clerk from Orle, Norland, said`
            let fronted = before.start > floor && self.tag(before.start - 1) == Tag::Adposition;
            // `Reacting, the chairman, Ann Roe, said`
            let reacts = before.len() == 1 && before.start == floor && self.word(floor).ends_with("ing");
            if !somebody || fronted || reacts {
                break;
            }
            phrase = before;
        }
        phrase
    }

    /// `Lowby` of `Roe, at a rally in Lowby, Norland`: the place in front of a comma, inside an aside.
    fn place_in_aside(&self, comma: usize, floor: usize) -> Option<Tokens> {
        let place = self.noun_phrase_before(comma, floor).filter(|place| self.is_name(place))?;
        let behind = place.start > floor && self.is_in(place.start - 1, Class::RolePreposition);
        let mut before = (floor + 1..place.start).rev().take(10).take_while(|at| !self.is_finite(*at));
        let aside = before.any(|at| {
            self.pauses(at) && matches!(self.tag(at + 1), Tag::Adposition | Tag::PresentParticiple | Tag::Determiner)
        });
        (behind && aside).then_some(place)
    }

    /// The phrase with a name in front of a comma, where nothing but a quotation stands before it in its sentence.
    fn named_at_start(&self, comma: usize, floor: usize) -> Option<Tokens> {
        let name = self.noun_phrase_before(comma, floor).filter(|name| self.capital_inside(name.end - 1))?;
        let opening = |at: &usize| self.quotation_to(*at).is_some_and(|q| q.tokens.start == self.sentence(comma).start);
        // The tagger misses the first word of `lead author Ann Roe`.
        let mark = (name.start.saturating_sub(2).max(floor)..name.start).find(opening);
        let start = if name.start == floor { Some(floor) } else { mark.map(|mark| mark + 1) };
        start.filter(|_| self.names_somebody(&name)).map(|start| start..name.end)
    }

    /// Whether a run between commas tells more about the phrase before it.
    pub(super) fn is_aside(&self, tokens: &Tokens) -> bool {
        if tokens.is_empty() {
            return false;
        }
        let first = tokens.start;
        if self.is_in(first, Class::Relativizer) {
            return true;
        }
        // `Clerks, the Courier reported, said`
        let cue = tokens.end - 1;
        let reports =
            self.is_finite(cue) && self.lexicon.verb(self.word(cue)).is_some_and(|v| v.takes(Pattern::Parenthetical));
        if reports && self.noun_phrase_from(first, cue).is_some_and(|phrase| phrase.end == cue) {
            return true;
        }
        // `Roe, asked about the reports, said`, whatever the tagger makes of `asked`
        let asked = self.is_in(first, Class::AskedParticiple);
        if tokens.clone().skip(usize::from(asked)).any(|at| self.is_finite(at) && !self.after_relative(at, first)) {
            return false;
        }
        if asked {
            return true;
        }
        // `Roe, without naming him, said`
        let gerund = self.tag(first) == Tag::SubordinatingConjunction && self.tag(first + 1) == Tag::PresentParticiple;
        gerund
            || matches!(
                self.tag(first),
                Tag::Determiner
                    | Tag::Numeral
                    | Tag::Noun
                    | Tag::ProperNoun
                    | Tag::Adjective
                    | Tag::Adposition
                    | Tag::PresentParticiple
                    | Tag::PastParticiple
                    | Tag::Adverb
                    | Tag::Pronoun
            )
    }

    /// Whether a finite verb stands in a relative clause inside the aside, or in a question: `asked if she was late`.
    fn after_relative(&self, at: usize, first: usize) -> bool {
        (first..at).any(|before| {
            self.is_in(before, Class::Relativizer)
                || self.is_in(before, Class::QuestionWord)
                || self.is_any(before, &["if", "whether"])
        })
    }
}
