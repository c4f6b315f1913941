//! Who does the saying: the subject of a cue verb.
//!
//! Usually the phrase in front of the verb. Behind an aside it is the phrase in front of that; behind `who` the phrase
//! the clause hangs on; behind `and`, or for `adding that`, the subject of the verb before.

use super::Tokens;
use super::cue::Cue;
use super::reading::Reading;
use crate::lexicon::{Class, Ending, NounClass};
use crate::text::{Tag, TokenKind};

/// A subject and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    /// The phrase.
    pub tokens: Tokens,
    /// The whole stretch the subject fills in front of its verb, asides and relative clauses included.
    pub stretch: Tokens,
    /// Whether it belongs to an earlier verb of the sentence.
    pub shared: bool,
    /// Whether the verb stands in a relative clause about it.
    pub relative: bool,
}

impl Subject {
    pub(super) fn plain(tokens: Tokens) -> Self {
        Self { stretch: tokens.clone(), tokens, shared: false, relative: false }
    }
}

impl Reading<'_> {
    /// The subject of a cue, given the subject of the cue before it in the same sentence.
    pub fn subject(&self, cue: &Cue, previous: Option<&Tokens>) -> Option<Subject> {
        let floor = cue.sentence.start;
        if cue.group.participle {
            return self.subject_of_participle(cue, previous);
        }
        let mut end = cue.group.tokens.start;
        let mut before = end.checked_sub(1).filter(|at| *at >= floor)?;
        // `Roe went on to say`
        if cue.group.infinitive && !self.withholds(&cue.group) {
            let tokens = self.main_subject(&(floor..end))?;
            return Some(Subject { shared: true, ..Subject::plain(tokens) });
        }
        // `The harbour board, a public body, today announced`
        if self.is_any(before, &["today", "yesterday"]) && !self.ends_a_title(before) && before > floor {
            (end, before) = (before, before - 1);
        }
        // `Ovrin on Saturday said`, `Reports from Radio Tarn last week indicated`
        let dated = |at: usize| self.is_in(at, Class::TimeModifier) || self.is(at, "on") || self.is(at, "in");
        if self.is_time(before) && before > floor + 1 && dated(before - 1) && !self.ends_a_title(before) {
            (end, before) = (before - 1, before - 2);
        }
        // `who as recently as Monday had told`
        let as_recently = before.checked_sub(3).filter(|at| *at > floor && self.time_end(*at, end) == Some(end));
        if let Some(at) = as_recently.filter(|at| self.is(*at, "as")) {
            (end, before) = (at, at - 1);
        }
        if self.is_in(before, Class::Coordinator) || (self.is(before, "then") && before > floor) {
            return self.shared_subject(cue, previous);
        }
        if self.is_relative(before) {
            return self.antecedent(before, floor);
        }
        // `Roe, the star of “Low Tide,” said`: the comma stands inside the mark.
        if let Some(comma) = self.pause_in_title(before, floor) {
            return self.subject_before_aside(comma, floor);
        }
        if self.pauses(before) {
            return self.subject_before_aside(before, floor).or_else(|| {
                // `Roe opened the meeting, then said`
                self.is_any(before, &["then"]).then(|| self.shared_subject(cue, previous)).flatten()
            });
        }
        let Some(phrase) = self.noun_phrase_before(end, floor) else {
            // `people who have spoken with her say`
            let start = self.postmodified(&(end..end), floor)?;
            let relative = (start..end).any(|at| self.is_in(at, Class::RelativePronoun));
            return relative.then(|| Subject::plain(start..end));
        };
        // `The book claims Vey said`: the tagger takes the verb for a noun of the phrase.
        let verb = phrase.clone().skip(1).rev().find(|at| *at + 1 < phrase.end && self.states_behind_its_subject(*at));
        let phrase = verb.map_or(phrase.start, |verb| verb + 1)..phrase.end;
        if let Some(name) = self.subject_of_contact_clause(&phrase) {
            return Some(Subject { relative: true, ..Subject::plain(name) });
        }
        // `Ann Roe, who in two letters had made clear that …`
        let preposition = phrase.start.checked_sub(1).filter(|at| *at > floor && self.tag(*at) == Tag::Adposition);
        if let Some(pronoun) =
            preposition.map(|at| at - 1).filter(|at| *at > floor && self.is_any(*at, &["who", "which"]))
        {
            return self.antecedent(pronoun, floor);
        }
        Some(self.with_what_belongs(phrase, floor))
    }

    /// `the proud story Roe has told`: the name behind a thing begins a clause about it.
    pub fn subject_of_contact_clause(&self, phrase: &Tokens) -> Option<Tokens> {
        let is_thing = |at: usize| {
            !self.text.tokens[at].capital
                && match self.lexicon.noun(self.word(at)) {
                    Some(noun) => noun.class == NounClass::Document,
                    None => self.tag(at) == Tag::Noun,
                }
        };
        let name = (phrase.start + 2..phrase.end).find(|at| self.text.tokens[*at].capital && is_thing(*at - 1))?;
        let plain = (phrase.start..name).all(|at| self.tag(at) != Tag::Adposition && !self.is_genitive(at));
        let name = name..phrase.end;
        let body = self.lexicon.noun(self.word(name.end - 1)).is_some();
        (self.is_determiner(phrase.start) && plain && !body && self.is_name(&name)).then_some(name)
    }

    /// The comma that ends a short title in quotation marks.
    fn pause_in_title(&self, mark: usize, floor: usize) -> Option<usize> {
        let title =
            self.quotation(mark).filter(|title| title.tokens.end == mark + 1 && title.tokens.start > floor + 2)?;
        let named =
            title.inside().filter(|at| self.text.tokens[*at].is_wordlike()).all(|at| self.text.tokens[at].capital);
        let comma = mark.checked_sub(1).filter(|at| self.kind(*at) == TokenKind::Comma)?;
        (named && title.tokens.len() <= 8 && self.tag(title.tokens.start - 1) != Tag::FiniteVerb).then_some(comma)
    }

    fn subject_of_participle(&self, cue: &Cue, previous: Option<&Tokens>) -> Option<Subject> {
        let floor = cue.sentence.start;
        if cue.group.tokens.start == self.after_connective(&cue.sentence) {
            return self.subject_behind_clause(cue);
        }
        let before = cue.group.tokens.start.checked_sub(1).filter(|at| *at >= floor)?;
        // `wrote that reporting the fault would be late`: a deed that something is said of.
        if self.is(before, "that") {
            return None;
        }
        // The pause may stand inside a closing mark: `was “late,” adding that …`.
        let marked = self.kind(before) == TokenKind::DoubleQuote && before > floor && self.pauses(before - 1);
        // `Vey was heard saying`
        let heard = self.tag(before) == Tag::PastParticiple && before > floor && self.is_in(before - 1, Class::BeForm);
        // `with the commissioner, Ann Roe, telling the Courier that …`
        if self.pauses(before)
            && let Some(with) = self.opens_circumstance(before, floor)
        {
            return self.subject_before_aside(before, with + 1);
        }
        // `Roe said the prince was seen saying`
        if heard && let Some(phrase) = self.noun_phrase_before(self.verb_group(before, floor).tokens.start, floor) {
            return Some(Subject::plain(phrase));
        }
        if self.pauses(before) || marked || heard || self.is_in(before, Class::ParticipleOpener) {
            return self.shared_subject(cue, previous);
        }
        // `a report saying`, `with Roe stating`
        let end = cue.group.tokens.start;
        let dated = |at: &usize| self.is_time(*at) || self.is_in(*at, Class::TimeModifier) || self.is(*at, "on");
        let undated = end - (floor..end).rev().take_while(dated).count();
        // `Vey spent a minute explaining that …`
        let spent = (floor..end).rev().take(6).any(|at| self.is_in(at, Class::SpendingVerb));
        if spent {
            return self.shared_subject(cue, previous);
        }
        // `sent a letter earlier this month stating`
        let phrase = self.noun_phrase_before(undated, floor)?;
        // `Vey was on Radio Tarn telling viewers`
        let on = phrase.start.checked_sub(1).filter(|at| *at > floor && self.is(*at, "on"));
        if on.is_some_and(|on| self.is_in(on - 1, Class::BeForm) || self.tie_at(on - 1).is_some()) {
            return self.shared_subject(cue, previous);
        }
        let paper = self.paper_before(&phrase, floor).or_else(|| self.insider_before(&phrase, floor));
        if undated < end && paper.is_none() && !phrase.clone().any(|at| self.is_document(at)) {
            return None;
        }
        let phrase = paper.unwrap_or(phrase);
        Some(self.with_what_belongs(phrase, floor))
    }

    /// `Arguing that the law was void, lawyers for Roe asked …`: the subject of the main clause.
    fn subject_behind_clause(&self, cue: &Cue) -> Option<Subject> {
        let end = self.subordinate_end(cue.words.end, cue)?;
        // `Recalling that moment, Roe said`
        let states = (cue.words.end..end).any(|at| self.is_finite(at) || self.in_quotation(at));
        let end = Some(end).filter(|_| states)?;
        let subject = self.noun_phrase_from(end + 1, cue.sentence.end)?;
        Some(Subject { shared: true, ..Subject::plain(subject) })
    }

    /// The `with` of `, with the commissioner, Ann Roe,` that the comma at `close` ends, where somebody and an aside follow.
    fn opens_circumstance(&self, close: usize, floor: usize) -> Option<usize> {
        let reach = (floor.max(close.saturating_sub(30))..close).rev().take_while(|at| !self.is_finite(*at));
        let with = reach.into_iter().find(|at| self.is(*at, "with"))?;
        let apart = with == floor || self.pauses(with - 1);
        let somebody = self.noun_phrase_from(with + 1, close).is_some_and(|phrase| {
            let comma = (phrase.end..close).find(|at| self.kind(*at) == TokenKind::Comma);
            comma.is_some_and(|comma| self.is_aside(&(comma + 1..close)))
        });
        (apart && somebody).then_some(with)
    }

    /// `sent a letter to the mayor saying …`: of a paper and what a preposition hangs on it, the paper says it.
    fn paper_before(&self, phrase: &Tokens, floor: usize) -> Option<Tokens> {
        let preposition = phrase
            .start
            .checked_sub(1)
            .filter(|at| *at > floor && (self.tag(*at) == Tag::Adposition || self.is(*at, "to")))?;
        if self.is(preposition, "of") || self.is_document(phrase.end - 1) {
            return None;
        }
        let paper = (floor..preposition)
            .rev()
            .take(15)
            .take_while(|at| !self.is_finite(*at))
            .find(|at| self.is_document(*at))?;
        self.noun_phrase_before(paper + 1, floor)
    }

    /// `a source in the harbour office saying`: of somebody and where they sit, somebody says it.
    fn insider_before(&self, phrase: &Tokens, floor: usize) -> Option<Tokens> {
        let preposition =
            phrase.start.checked_sub(1).filter(|at| *at > floor && self.is_in(*at, Class::RolePreposition))?;
        let somebody = self.is_insider(preposition - 1)
            || self.is_somebody(preposition - 1)
            || self.lexicon.ends_in(self.word(preposition - 1), Ending::Person);
        let found = self.noun_phrase_before(preposition, floor).filter(|_| somebody)?;
        Some(found.start..phrase.end)
    }

    fn shared_subject(&self, cue: &Cue, previous: Option<&Tokens>) -> Option<Subject> {
        let main = |tokens: &&Tokens| !(cue.group.participle && self.opens_hanging_clause(tokens, cue.sentence.start));
        let tokens = match previous.filter(main) {
            Some(tokens) => tokens.clone(),
            None => {
                self.main_subject(&(cue.sentence.start..cue.group.tokens.start)).or_else(|| self.opening_phrase(cue))?
            }
        };
        let tokens = self.who_came_before(&tokens, cue).unwrap_or(tokens);
        Some(Subject { stretch: tokens.clone(), tokens, shared: true, relative: false })
    }

    /// `It comes after Roe laughed off the claims, telling …`: what `it` is does not tell anybody; who did something before does.
    fn who_came_before(&self, subject: &Tokens, cue: &Cue) -> Option<Tokens> {
        /// Words up to `after`: `comes just three days after`.
        const NEAR: usize = 6;
        let thing = self.is_in(subject.start, Class::ItForm) || self.is_in(subject.start, Class::DemonstrativePronoun);
        let comes = cue.group.participle && subject.len() == 1 && thing && self.is_in(subject.end, Class::Coming);
        let after = (subject.end + 1..subject.end + NEAR).find(|at| self.is(*at, "after")).filter(|_| comes)?;
        let who = self.noun_phrase_from(after + 1, cue.group.tokens.start)?;
        self.is_finite(who.end).then_some(who)
    }

    /// The phrase that opens the sentence, for when the tagger missed its verb.
    fn opening_phrase(&self, cue: &Cue) -> Option<Tokens> {
        let start = self.after_connective(&cue.sentence);
        let phrase = self.noun_phrase_from(start, cue.group.tokens.start)?;
        Some(self.with_name_behind(phrase, cue.group.tokens.start))
    }

    /// `the mayor, Ann Roe`: a role and the name behind it are one source.
    pub fn with_name_behind(&self, phrase: Tokens, ceiling: usize) -> Tokens {
        let aside = self.kind(phrase.end) == TokenKind::Comma && !self.is_name(&phrase);
        let name = self.noun_phrase_from(phrase.end + 1, ceiling).filter(|name| aside && self.is_name(name));
        let whole = name.filter(|name| name.end >= ceiling || self.parts_clauses(name.end));
        phrase.start..whole.map_or(phrase.end, |name| name.end)
    }

    /// The subject of the last finite verb of a run, relative clauses left out.
    pub fn main_subject(&self, tokens: &Tokens) -> Option<Tokens> {
        // `a statement supplied to the Courier`: a participle.
        let tied = |at: usize| self.tag(at) == Tag::PastParticiple && self.tie_at(at).is_some();
        let verb = |at: &usize| self.is_finite(*at) && !self.in_quotation(*at) && !tied(*at);
        let last = tokens.end.saturating_sub(1);
        let apart =
            self.pauses(last) || self.kind(last) == TokenKind::DoubleQuote && self.pauses(last.saturating_sub(1));
        tokens.clone().rev().take(60).filter(verb).find_map(|verb| {
            let group = self.verb_group(verb, tokens.start);
            let before = group.tokens.start.checked_sub(1).filter(|at| *at >= tokens.start)?;
            // `required voters to show proof`: the tagger takes the infinitive for a finite verb.
            let infinitive = self.is(group.tokens.start, "to") || self.is(before, "to");
            if self.is_relative(before) || self.is_in(before, Class::Coordinator) || infinitive {
                return None;
            }
            if self.pauses(before) {
                return self.subject_before_aside(before, tokens.start).map(|subject| subject.tokens);
            }
            let phrase = self.noun_phrase_before(group.tokens.start, tokens.start)?;
            // `who left when she was mayor pleaded guilty`: what somebody was does not plead.
            let predicate = phrase.start > tokens.start && self.is_in(phrase.start - 1, Class::BeForm);
            if predicate || self.subject_of_contact_clause(&phrase).is_some() {
                return None;
            }
            let subject = self.with_what_belongs(phrase, tokens.start).tokens;
            // `Roe welcomed the news that Vey would quit, saying …`
            let reported = subject.start > tokens.start + 1 && self.is(subject.start - 1, "that");
            let hanging = apart && self.opens_hanging_clause(&subject, tokens.start);
            (!reported && !hanging).then_some(subject)
        })
    }

    /// `Roe left when Vey arrived, saying …`: whether a subject is that of a clause that hangs on the one in front. Behind a
    /// pause, as in `It was late, as Vey told the crowd, saying …`, the clause stands by itself.
    fn opens_hanging_clause(&self, subject: &Tokens, floor: usize) -> bool {
        let subordinator = subject.start.checked_sub(1).filter(|at| *at > floor + 1);
        subordinator.is_some_and(|at| self.is_in(at, Class::Subordinator) && !self.pauses(at - 1))
    }

    /// Whether a phrase is a proper name: all its words but titles and `of` are capitalised.
    pub fn is_name(&self, tokens: &Tokens) -> bool {
        tokens.end > tokens.start
            && tokens.clone().all(|at| {
                self.text.tokens[at].capital || self.kind(at) != TokenKind::Word || self.is_in(at, Class::NameJoiner)
            })
            && self.text.tokens[tokens.end - 1].capital
    }

    /// The last word of a phrase before what hangs on it: `delay` of `the latest delay in the works`, `poll` of `a poll
    /// taken last week`.
    pub fn head_of(&self, phrase: &Tokens) -> usize {
        let hangs = |at: &usize| {
            let participle = matches!(self.tag(*at), Tag::PastParticiple | Tag::PresentParticiple)
                && self.lexicon.noun(self.word(*at)).is_none();
            self.tag(*at) == Tag::Adposition
                || self.is(*at, "to")
                || self.is_relative(*at)
                || participle && self.tag(*at - 1) == Tag::Noun
        };
        (phrase.start + 1..phrase.end).find(hangs).unwrap_or(phrase.end).saturating_sub(1).max(phrase.start)
    }

    /// Whether a phrase names a thing that nobody can be called by: `the latest delay`, `its new scheme`.
    pub fn is_thing(&self, phrase: &Tokens) -> bool {
        let head = self.head_of(phrase);
        let counted = |at: usize| {
            self.tag(at) == Tag::Numeral || self.is_in(at, Class::Fraction) || self.is_in(at, Class::ShareWord)
        };
        let known = |at: usize| {
            let word = self.word(at);
            // `the coast guard`
            let two = || at > phrase.start && self.lexicon.noun(&format!("{} {word}", self.word(at - 1))).is_some();
            word.starts_with("ex-")
                || self.lexicon.noun(word).is_some()
                || two()
                || self.lexicon.ends_in(word.trim_end_matches('s'), Ending::Person)
        };
        // `a wide array of economists`, `the share of voters`
        let of_many = self.is(head + 1, "of")
            && (head + 2..phrase.end).any(|at| self.lexicon.noun(self.word(at)).is_some_and(|noun| noun.plural));
        self.tag(head) == Tag::Noun
            && !self.text.tokens[head].capital
            && !of_many
            && !phrase.clone().any(counted)
            && !(phrase.start..=head).any(known)
    }

    /// Whether a phrase is nothing but a time: `Monday`, `March 23`, and the `23` of it.
    pub fn is_date(&self, phrase: &Tokens) -> bool {
        let timed = |at: usize| self.is_time(at) || self.kind(at) == TokenKind::Number;
        let dated = phrase.start.checked_sub(1).is_some_and(|before| self.is_time(before));
        !phrase.is_empty() && phrase.clone().all(timed) && (dated || phrase.clone().any(|at| self.is_time(at)))
    }

    /// `Ann Roe, who studies floods,`: the name is the source, what commas set off is not.
    #[cfg(feature = "tagger")]
    pub fn without_aside(&self, source: &Tokens) -> Tokens {
        let comma = source.clone().find(|at| self.kind(*at) == TokenKind::Comma);
        let named = |name: &Tokens| {
            let described = self.is_in(name.end + 1, Class::DescriptionOpener);
            // `a clerk, asked by the Courier if it was true,`
            let tied = (name.end + 1..source.end.min(name.end + 4)).any(|at| self.tie_at(at).is_some());
            if tied && name.end > name.start {
                return true;
            }
            self.is_name(name) || described && name.end > name.start && self.text.tokens[name.end - 1].capital
        };
        comma.map(|comma| source.start..comma).filter(named).unwrap_or_else(|| source.clone())
    }

    /// Widens a phrase in front of a verb to the whole subject: relative clauses, participles, roles behind a name.
    pub(super) fn with_what_belongs(&self, phrase: Tokens, floor: usize) -> Subject {
        let mut subject = Subject::plain(phrase.clone());
        if let Some(judge) = self.before_reported_clause(&phrase, floor) {
            subject.tokens = judge.tokens;
            subject.stretch = judge.stretch.start..phrase.end;
            return subject;
        }
        // `Jo Lee, a spokesman for the port said`: the second comma is missing.
        if let Some(comma) = phrase.start.checked_sub(1).filter(|at| *at > floor && self.kind(*at) == TokenKind::Comma)
            && let Some(name) = self.noun_phrase_before(comma, floor)
            && (name.start == floor
                || self.kind(name.start - 1) == TokenKind::DoubleQuote
                || self.kind(name.start - 1) == TokenKind::Comma)
            && self.aside_names(&name, &phrase)
        {
            subject.tokens = if self.is_name(&name) { name.clone() } else { name.start..phrase.end };
            subject.stretch = name.start..phrase.end;
            return subject;
        }
        // `people familiar with the matter said`, `the woman who received the letters said`
        if let Some(start) = self.postmodified(&phrase, floor) {
            subject.stretch = start..phrase.end;
            subject.tokens = self.without_provenance(&subject.stretch);
        }
        subject
    }

    fn aside_names(&self, name: &Tokens, phrase: &Tokens) -> bool {
        let describes = self.is_in(phrase.start, Class::Article) || phrase.clone().take(3).any(|at| self.is_role(at));
        let role_behind_name = self.is_name(name) && describes && !self.is_name(phrase);
        let name_behind_role = !self.is_name(name) && self.is_name(phrase) && self.is_role(name.end - 1);
        role_behind_name || name_behind_role
    }

    /// The start of the phrase that the clause begins with, when all between it and `phrase` only describes it.
    fn postmodified(&self, phrase: &Tokens, floor: usize) -> Option<usize> {
        let start = self.clause_start(phrase.start, floor);
        if start >= phrase.start {
            return None;
        }
        let first = self.noun_phrase_from(start, phrase.start)?;
        // `colleagues not involved in the work`
        let opener = first.end + usize::from(self.is(first.end, "not"));
        if opener >= phrase.start {
            return None;
        }
        let relative = self.is_in(opener, Class::RelativePronoun) || self.is(opener, "that");
        // `published last year by`: a past form in front of a preposition or a time is no finite verb here.
        let past = self.word(opener).ends_with("ed")
            && (self.tag(opener + 1) == Tag::Adposition || self.is_in(opener + 1, Class::TimeModifier));
        // `A post shared thousands of times on Facebook`, `a letter widely read in Lowby`
        let counted = matches!(self.tag(opener + 1), Tag::Numeral | Tag::Adverb)
            || self.is_any(opener + 1, &["thousands", "millions"]);
        let past = past || self.word(opener).ends_with("ed") && counted;
        // `Ann Roe departed from …`: a name has its verb there, no description.
        let noun = self.lexicon.noun(self.word(first.end - 1)).is_some() && first.len() == 1;
        let reduced = past && (!self.is_name(&first) || noun)
            || matches!(self.tag(opener), Tag::PastParticiple | Tag::PresentParticiple)
            || (self.is_in(opener, Class::InsiderAdjective) || self.is_in(opener, Class::AttachedPreposition));
        let finite = (opener + usize::from(reduced)..phrase.start).filter(|at| self.is_finite(*at)).count();
        // `The moment that she left, the crowd …`: when and how, not who.
        let circumstance = first.len() <= 2
            && (self.is_in(first.end - 1, Class::Moment) || self.is_in(first.end - 1, Class::ContactClauseNoun));
        let subject_like = !self.is_time(first.end - 1) && !circumstance;
        // `a point that inspectors dispute`: the clause has its own subject, which is not the point.
        let hangs_on = finite == 1 || finite == 0 && self.is_any(opener, &["who", "whose"]);
        // `an officer she spoke to on the quay`
        let relative = relative || finite == 1 && self.is_in(opener, Class::SubjectPronoun);
        // `a man arrested over the fire that destroyed the mill`
        let about_thing = |verb: usize| {
            // `a school funded by a body linked to Roe`: the tagger takes the second participle for a finite verb.
            let participle = self.word(verb).ends_with("ed") && self.tag(verb + 1) == Tag::Adposition;
            self.is_relative(verb - 1) || self.is(verb - 1, "that") || participle && self.is_nominal(verb - 1)
        };
        let plain = (opener + 1..phrase.start).filter(|at| self.is_finite(*at)).all(about_thing);
        (subject_like && ((relative && hangs_on) || (reduced && plain))).then_some(first.start)
    }

    /// The first token of the clause that the token before `end` stands in.
    pub fn clause_start(&self, end: usize, floor: usize) -> usize {
        let mut at = end;
        while at > floor {
            let before = at - 1;
            if self.parts_clauses(before)
                || (self.tag(before) == Tag::SubordinatingConjunction
                    && !self.is_any(before, &["than", "as"])
                    // `the woman accused of taking the boat`
                    && self.tag(at) != Tag::PresentParticiple)
                // `the fire that destroyed the mill`: a clause about the fire does not part the one it stands in.
                || (self.is(before, "that") && self.tag(before) != Tag::Pronoun && !self.is_finite(at))
                || (self.is_in(before, Class::Concession) || self.is(before, "but"))
            {
                break;
            }
            at = before;
        }
        at
    }
}
