//! The mayor said the road was open. The mayor said: "The road is open." The mayor vowed to mend the road.
//!
//! Subject, verb, perhaps who was told and when, and then the content.

use super::super::cue::Cue;
use super::super::reading::Reading;
use super::super::subject::Subject;
use super::super::{Attribution, Frame, Tokens};
use crate::lexicon::{Class, NounClass, Pattern};
use crate::report::Kind;
use crate::text::{Quotation, Tag, TokenKind};

/// Content found to the right of a cue.
struct Complement {
    content: Tokens,
    frame: Frame,
    confidence: f32,
}

pub(super) fn find(reading: &Reading, cue: &Cue, subject: Option<&Subject>) -> Option<Attribution> {
    let subject = subject?;
    let (recipient, complement) = reading.recipient_and_complement(cue)?;
    // `the diver who found the wreck, held a licence`: a relative clause finds things; what it says comes with `that`.
    let finds = !cue.verb.takes(Pattern::Quotation) && complement.frame == Frame::SubjectVerbClause;
    let paper = reading
        .lexicon
        .noun(reading.word(subject.tokens.end - 1))
        .is_some_and(|noun| !noun.plural && noun.class == NounClass::Document);
    // `respond by finding ways`, `the trouble is finding work`
    let doing = reading.word(cue.group.head).ends_with("ing");
    if (subject.relative || doing) && finds && !paper && !reading.is(complement.content.start - 1, "that") {
        return None;
    }
    // `learned of the statement “from his phone”`: words about it, and nothing that was said.
    let learns = reading.is_in(cue.words.start, Class::Learning) && complement.frame == Frame::SubjectVerbQuotation;
    if learns && !reading.sounds_like_outlet(&subject.tokens) {
        return None;
    }
    // `She understands people have concerns`: what an outlet understands without `that`, it says.
    let understands =
        reading.is_in(cue.group.head, Class::Understanding) && !reading.sounds_like_outlet(&subject.tokens);
    if understands && !reading.is(complement.content.start - 1, "that") {
        return None;
    }
    // `which, he said, runs …` reads on to the right; what stands to the left is not a clause of its own.
    let end = reading.main_verb_behind(&complement, subject, cue).unwrap_or(complement.content.end);
    let content = vec![reading.trimmed(&(complement.content.start..end))];
    // `said that because, she went on, …`, `denied that, however`
    let word = reading.tag(content[0].start);
    let torn = content[0].len() == 1
        && matches!(word, Tag::SubordinatingConjunction | Tag::Adverb)
        && complement.frame == Frame::SubjectVerbClause;
    // `said nothing and left`
    let nothing = reading.is_in(content[0].start, Class::Everything)
        && (reading.is_in(content[0].start + 1, Class::Coordinator)
            || reading.tag(content[0].start + 1) == Tag::Adposition);
    // `told the Courier on condition of anonymity because …`: why it was said so.
    let reason = complement.frame == Frame::SubjectVerbClause
        && reading.is(content[0].start, "because")
        && !reading.is(content[0].start + 1, "of")
        && !reading.is(content[0].start - 1, "that")
        && !reading.pauses(content[0].start - 1);
    // `told the Courier on the condition that she not be named`
    let condition = content[0].start >= 2 && reading.is(content[0].start - 2, "condition");
    let dated = reading.has_its_verb_behind_the_day(&subject.tokens, content[0].start);
    if content[0].is_empty() || torn || nothing || reason || condition || dated {
        return None;
    }
    let hands = reading.hands(cue, &subject.stretch, recipient, &content);
    let kind = match (complement.frame, cue.verb.kind) {
        // `denied closing the road` states something, `suggested closing it` does not.
        (Frame::Infinitive, Kind::Speech) if !reading.states_deed(cue, &content[0]) => Kind::Directive,
        // `She urged: “Close the road.”`: what stands in quotation marks was said.
        (Frame::SubjectVerbQuotation, Kind::Directive | Kind::Commissive) => Kind::Speech,
        // `Vey learned that it was late`; what an outlet has learned, it says.
        (Frame::SubjectVerbClause, Kind::Speech) if reading.only_learns(cue, subject) => Kind::Attitude,
        // `agreed to close the road`, but `agreed that it was late`.
        (Frame::SubjectVerbClause, Kind::Commissive) if cue.verb.lemma == "agree" => Kind::Speech,
        (_, kind) => kind,
    };
    Some(Attribution {
        content,
        cue: vec![cue.words.clone()],
        source: Some(subject.tokens.clone()),
        hands,
        kind,
        factuality: cue.verb.factuality,
        frame: complement.frame,
        confidence: complement.confidence,
        continues: None,
    })
}

impl Reading<'_> {
    /// `Vey learned that`: a name or role that is no outlet's knows something, and has not said it.
    fn only_learns(&self, cue: &Cue, subject: &Subject) -> bool {
        let head = self.head_of(&subject.tokens);
        let outlet = self.sounds_like_outlet(&subject.tokens);
        let somebody =
            self.is_pronoun(subject.tokens.start) || self.is_somebody(head) || self.tag(head) == Tag::ProperNoun;
        self.is_in(cue.words.start, Class::Learning) && !self.is(cue.words.end, "from") && somebody && !outlet
    }

    /// `Voters who say they trust her | will stay`, `Voters saying so | are few`: whom the sentence begins with still
    /// needs a verb of its own.
    fn main_verb_behind(&self, found: &Complement, subject: &Subject, cue: &Cue) -> Option<usize> {
        // `noted that the panel that ruled that the law was void | is small`
        let first = subject.tokens.start;
        let opens = first == self.after_connective(&cue.sentence)
            || first > 0 && self.is(first - 1, "that") && self.tag(first - 1) == Tag::SubordinatingConjunction;
        let set_off = self.pauses(subject.tokens.end);
        let describes = subject.relative || cue.group.participle && !subject.shared;
        if found.frame != Frame::SubjectVerbClause || !describes || !opens {
            return None;
        }
        // `The report, which found that it was late, | is long`
        if set_off {
            let resumes = |at: &usize| self.resumes_behind_pause(*at);
            return (found.content.start + 2..found.content.end).find(resumes).filter(|_| subject.relative);
        }
        self.main_verb_in(&found.content)
    }

    /// `the road was open | are wrong`: behind a clause, the verb of the clause around it.
    pub(super) fn main_verb_in(&self, content: &Tokens) -> Option<usize> {
        let mut main = None;
        for at in content.start + 2..content.end {
            let before = at - 1;
            let ends = self.parts_clauses(at)
                || self.is_relative(at)
                || self.is_in(at, Class::Coordinator)
                || self.tag(at) == Tag::SubordinatingConjunction;
            if main.is_some() && ends {
                break;
            }
            let goes_on = self.tag(before) == Tag::FiniteAuxiliary
                || self.is_in(before, Class::Coordinator)
                || self.is_relative(before)
                || self.tag(before) == Tag::Pronoun
                    && !self.is_in(before, Class::ObjectPronoun)
                    && !self.is_in(before, Class::Everything);
            if self.tag(at).is_finite()
                && !goes_on
                && !self.in_quotation(at)
                && self.reads_as_clause(&(content.start..at))
                // `| was composed of judges named by Roe`: behind an auxiliary a participle may look like another verb.
                && (self.tag(at) == Tag::FiniteAuxiliary
                    || main.is_none_or(|main: usize| self.tag(main) != Tag::FiniteAuxiliary))
            {
                main = Some(at);
            }
        }
        main
    }

    /// `, is long`: a verb right behind a comma is that of the clause around the one that the comma ends.
    pub fn resumes_behind_pause(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Comma && self.is_finite(at + 1) && !self.in_quotation(at)
    }

    /// `a ruling that in effect ended it`, `the drama that has grown`: behind a noun, and with a verb of its own right
    /// behind it, the word begins a clause about the noun.
    fn hangs_on_noun(&self, that: usize, cue: &Cue, start: usize, ceiling: usize) -> bool {
        let verb = self.after_adjuncts(that + 1, ceiling);
        let apart = that > cue.words.end && that > start && self.tag(that - 1) == Tag::Noun;
        // `said that before it came there was none`
        let clause = self.is_in(that + 1, Class::Subordinator);
        let gap = verb > that + 1 && !clause && !(that + 1..verb).any(|at| self.pauses(at));
        (apart || gap) && self.is_finite(verb)
    }

    /// `admitted closing the road`: a participle behind any verb of speech but those that propose.
    fn states_deed(&self, cue: &Cue, content: &Tokens) -> bool {
        cue.verb.takes(Pattern::Deed)
            || cue.verb.takes(Pattern::Gerund)
                && self.tag(content.start) == Tag::PresentParticiple
                && !matches!(cue.verb.lemma, "suggest" | "propose")
    }

    fn recipient_and_complement(&self, cue: &Cue) -> Option<(Option<Tokens>, Complement)> {
        let ceiling = cue.sentence.end;
        let told = cue.verb.takes(Pattern::Recipient) || cue.verb.takes(Pattern::RequiredRecipient);
        let recipient = if told { self.recipient(cue.words.end, ceiling) } else { None };
        if cue.verb.takes(Pattern::RequiredRecipient) && recipient.is_none() {
            return self.quotation_complement(cue, cue.words.end).map(|found| (None, found));
        }
        let start = recipient.as_ref().map_or(cue.words.end, |r| r.end);
        if told
            && recipient.is_none()
            && !self.is_any(start, &["that"])
            && self.quotation_ahead(start, ceiling).is_none()
        {
            return None;
        }
        self.complement(cue, start).map(|found| (recipient, found))
    }

    /// Who was told. A known outlet ends its own name: `told the Courier sales fell`.
    pub fn recipient(&self, start: usize, ceiling: usize) -> Option<Tokens> {
        // `told him shops close at nine`
        let pronoun = self.is_in(start, Class::ObjectPronoun) && !self.is(start, "her") && !self.capital_inside(start);
        if pronoun && start < ceiling {
            return Some(start..start + 1);
        }
        let phrase = self.noun_phrase_from(start, ceiling)?;
        // `told stories until dawn`, `told the truth`: what was told.
        let last = phrase.end - 1;
        if self.is_in(last, Class::ToldThing) && !self.text.tokens[last].capital {
            return None;
        }
        let ends_there = |end: usize| {
            end == phrase.end
                || (!self.is_genitive(end)
                    && !self.is_presenter(end)
                    && !self.calls_person(end)
                    && self.text.tokens.get(end).is_some_and(|next| !next.capital))
        };
        // `told the Mail on Sunday`
        let longest = (phrase.end + 2).min(ceiling);
        let outlet = (start + 1..=longest).rev().find(|end| self.outlet_name(&(start..*end)) && ends_there(*end));
        // `told the Reuters news agency`: what sort of outlet it is belongs to the phrase.
        let outlet = outlet
            .map(|end| (1..=2).rev().find(|words| self.calls_outlet(end, *words)).map_or(end, |words| end + words));
        // `told this newspaper boilers were …`
        let own = (start + 1..phrase.end.saturating_sub(1))
            .find(|at| {
                self.calls_outlet(*at, 1)
                    && self.is_determiner(start)
                    && self.word(at + 1).ends_with('s')
                    && !self.is_genitive(at + 1)
            })
            .map(|at| at + 1);
        let end = outlet.or(own).or_else(|| self.end_of_listeners(&phrase)).unwrap_or(phrase.end);
        let end = self.outlet_title_end(end).unwrap_or(end);
        // `told Radio 4 that`
        let numbered = self.kind(end) == TokenKind::Number && (self.is(end + 1, "that") || self.is_genitive(end + 1));
        let end = end + usize::from(numbered);
        let end = self.programme_end(end).unwrap_or(end);
        // `told the Associated Press (AP)`
        let short_form = self.kind(end) == TokenKind::Open && self.kind(end + 2) == TokenKind::Close;
        Some(start..if short_form && end + 3 <= ceiling { end + 3 } else { end })
    }

    /// `told the podcast Low Tide that`: behind a word for an outlet, capitals up to `that` or a pause are its name, not
    /// the content.
    fn outlet_title_end(&self, start: usize) -> Option<usize> {
        let calls = self.lexicon.noun(self.word(start.checked_sub(1)?));
        calls.filter(|noun| noun.class == NounClass::Outlet && !noun.plural)?;
        let capital = |at: &usize| self.kind(*at) == TokenKind::Word && self.text.tokens[*at].capital;
        let end = (start..start + 5).find(|at| !capital(at)).filter(|end| *end > start)?;
        (self.is(end, "that") || self.pauses(end) || self.kind(end) == TokenKind::Stop).then_some(end)
    }

    /// `told ABC's This Week that`, `told Radio 4's Today programme it`: the programme of the outlet in front.
    fn programme_end(&self, genitive: usize) -> Option<usize> {
        let start = genitive + 1;
        let capital = |at: usize| self.kind(at) == TokenKind::Word && self.text.tokens[at].capital;
        let end =
            (start..start + 5).find(|at| !capital(*at)).filter(|end| self.is_genitive(genitive) && *end > start)?;
        Some(end + usize::from(self.calls_outlet(end, 1)))
    }

    /// Whether a word or two are a noun for an outlet: `newspaper`, `news agency`.
    fn calls_outlet(&self, at: usize, words: usize) -> bool {
        let form = (at..at + words).map(|at| self.word(at)).collect::<Vec<_>>().join(" ");
        self.lexicon.noun(&form).is_some_and(|noun| noun.class == NounClass::Outlet && !noun.plural)
    }

    /// `told Sky founder Roe`: the name in front is no more than where somebody works.
    fn calls_person(&self, at: usize) -> bool {
        let person = self.lexicon.noun(self.word(at)).is_some_and(|noun| !noun.plural && noun.class.is_person());
        person && self.text.tokens.get(at + 1).is_some_and(|next| next.capital)
    }

    /// `told reporters Roe was late`, `told patients doctors leave`: behind a plural a capital or a plural begins the content.
    fn end_of_listeners(&self, phrase: &Tokens) -> Option<usize> {
        (phrase.start + 1..phrase.end).find(|at| {
            let plural = |at: usize| {
                !self.text.tokens[at].capital && self.lexicon.noun(self.word(at)).is_some_and(|noun| noun.plural)
            };
            plural(at - 1) && (self.text.tokens[*at].capital || plural(*at))
        })
    }

    /// Whether a run is the name of a news outlet in the lexicon.
    pub fn outlet_name(&self, tokens: &Tokens) -> bool {
        let start = tokens.start + usize::from(self.is(tokens.start, "the"));
        let mut name = String::with_capacity(32);
        for at in start..tokens.end {
            if at > start && !self.is_genitive(at) {
                name.push(' ');
            }
            name.push_str(self.word(at));
        }
        self.lexicon.outlet(&name).is_some()
    }

    fn quotation_ahead(&self, start: usize, ceiling: usize) -> Option<usize> {
        let at = self.after_adjuncts(start, ceiling);
        let mark = at + usize::from(matches!(self.kind(at), TokenKind::Comma | TokenKind::Colon));
        (mark < ceiling && self.quotation_from(mark).is_some()).then_some(mark)
    }

    fn complement(&self, cue: &Cue, start: usize) -> Option<Complement> {
        let ceiling = cue.sentence.end;
        // Verbs of finding take their clause at once, or behind a time: `found in the water` finds nothing.
        let says = cue.verb.takes(Pattern::Quotation)
            || cue.verb.takes(Pattern::Recipient)
            || !cue.verb.takes(Pattern::Parenthetical);
        let adjuncts = self.after_adjuncts(start, ceiling);
        let timed = || self.is(adjuncts, "that") && (start..adjuncts).any(|at| self.is_time(at));
        let at = if says || timed() { adjuncts } else { start };
        // `noted, however, that`
        let apart = self.kind(start) == TokenKind::Comma && self.kind(start + 2) == TokenKind::Comma;
        let at = if apart && self.is_in(start + 1, Class::AsideAdverb) { start + 3 } else { at };
        // `insisted more forcefully that`
        let adverbs = (at..ceiling.min(at + 3)).take_while(|at| self.tag(*at) == Tag::Adverb).count();
        let at = at + if self.is(at + adverbs, "that") { adverbs } else { 0 };
        let behind = cue.verb.takes(Pattern::Quotation).then_some([start, at]);
        let behind = behind.and_then(|starts| starts.into_iter().find_map(|at| self.behind_time_clause(at, ceiling)));
        let (start, at) = behind.map_or((start, at), |behind| (behind, behind));
        if at >= ceiling || (at + 1 == ceiling && self.parts_clauses(at)) {
            return self.quotation_in_next_block(cue);
        }
        // `wrote in a memo to staff that was seen by the Courier`: a clause about the memo, and perhaps the content behind it.
        let about = at > start && self.is(at, "that") && self.is_finite(at + 1) && self.tag(at - 1) == Tag::Noun;
        if about && self.quotation_ahead(at, ceiling).is_none() {
            let that = (at + 2..ceiling.min(at + 14)).find(|that| {
                self.is(*that, "that") && !self.is_finite(that + 1) && self.reads_as_clause(&(that + 1..ceiling))
            })?;
            let content = that + 1..self.content_end(that + 1, cue);
            return Some(Complement { content, frame: Frame::SubjectVerbClause, confidence: 0.85 });
        }
        let clause_taken = cue.verb.takes(Pattern::Clause) || cue.verb.takes(Pattern::ThatClause);
        let told = cue.verb.takes(Pattern::Recipient) || cue.verb.takes(Pattern::RequiredRecipient);
        if (clause_taken || told)
            && let Some(that) = self.that_ahead(at, ceiling).or_else(|| self.that_behind_phrase(at, ceiling))
        {
            if self.hangs_on_noun(that, cue, start, ceiling) {
                return self.quotation_complement(cue, start);
            }
            let content = that + 1..self.content_end(that + 1, cue);
            return Some(Complement { content, frame: Frame::SubjectVerbClause, confidence: 0.92 });
        }
        if let Some(found) = self.quotation_complement(cue, start).or_else(|| self.unclosed_complement(cue, at)) {
            return Some(found);
        }
        if self.is_in(at, Class::QuestionWord) {
            let asks = cue.verb.takes(Pattern::QuestionClause);
            let explains = clause_taken && self.is_in(at, Class::ExplainedQuestion) && !self.is_only_what(at, cue);
            return (asks || explains).then(|| self.clause_complement(cue, at, 0.7)).flatten();
        }
        if self.is(at, "to") && self.tag(at) == Tag::Particle {
            if cue.verb.takes(Pattern::ObjectInfinitive) {
                return self.object_infinitive(cue, cue.words.end);
            }
            let promised = cue.verb.takes(Pattern::Infinitive);
            return promised.then(|| Complement {
                content: at..self.infinitive_end(at, cue),
                frame: Frame::Infinitive,
                confidence: 0.8,
            });
        }
        if cue.verb.takes(Pattern::About) && self.is_in(start, Class::AboutPreposition) {
            let content = start + 1..self.content_end(start + 1, cue);
            let goes_on = |at: usize| self.quotation_from(at).is_some() && self.tag(at + 1).is_finite();
            let whole = !content.clone().any(goes_on);
            return (whole && self.words_in(&content) >= 3).then_some(Complement {
                content,
                frame: Frame::Naming,
                confidence: 0.7,
            });
        }
        let deed = cue.verb.takes(Pattern::Gerund) || cue.verb.takes(Pattern::Deed);
        if deed && self.tag(at) == Tag::PresentParticiple {
            let content = at..self.content_end(at, cue);
            return Some(Complement { content, frame: Frame::Infinitive, confidence: 0.6 });
        }
        // `maintained she was late`: a pronoun and its verb are a clause behind any verb that says one.
        let pronoun = cue.verb.takes(Pattern::ThatClause)
            && cue.verb.takes(Pattern::Quotation)
            && self.begins_anew(at)
            && !self.opens_contact_clause(at)
            && !self.is(at, "it");
        // `The Courier understands talks have begun`
        let understands = self.is_in(cue.group.head, Class::Understanding) && self.is_present(cue);
        let clause = cue.verb.takes(Pattern::Clause) || cue.verb.takes(Pattern::HardlyButClause) || understands;
        if clause || told || pronoun {
            let clause = self.clause_complement(cue, at, 0.85).or_else(|| self.clause_behind_phrase(cue, start));
            if clause.is_some() {
                return clause;
            }
        }
        cue.verb.takes(Pattern::ObjectInfinitive).then(|| self.object_infinitive(cue, cue.words.end)).flatten()
    }

    /// `The mayor said:`, and the quotation is a paragraph of its own.
    fn quotation_in_next_block(&self, cue: &Cue) -> Option<Complement> {
        let last = cue.sentence.end - 1;
        let next = self.text.block_of(last) + 1;
        let block = self.text.blocks.get(next).filter(|block| !block.is_empty())?;
        let announced = matches!(self.kind(last), TokenKind::Comma | TokenKind::Colon)
            && self.text.blocks[next - 1].end == cue.sentence.end;
        let quotation = match self.quotation_from(block.start).filter(|q| !q.single) {
            Some(quotation) => quotation.tokens.clone(),
            None => self.block_quotation_from(block.start)?,
        };
        announced.then_some(Complement { content: quotation, frame: Frame::SubjectVerbQuotation, confidence: 0.8 })
    }

    /// `said, "We are late.`: a mark that nothing closes still opens the content.
    fn unclosed_complement(&self, cue: &Cue, at: usize) -> Option<Complement> {
        let mark = at + usize::from(matches!(self.kind(at), TokenKind::Comma | TokenKind::Colon));
        let open = self.kind(mark) == TokenKind::DoubleQuote && self.quotation_from(mark).is_none();
        if !open || !cue.verb.takes(Pattern::Quotation) {
            return None;
        }
        let end = self.content_end(mark, cue);
        (self.words_in(&(mark..end)) >= 3).then_some(Complement {
            content: mark..end,
            frame: Frame::SubjectVerbQuotation,
            confidence: 0.6,
        })
    }

    /// `said as she left the hall, “It is late”`, `said, while speaking in Orle, that it was late`: when it was said, and where
    /// what was said begins.
    fn behind_time_clause(&self, at: usize, ceiling: usize) -> Option<usize> {
        /// Words of a clause that tells when.
        const LONGEST: usize = 20;
        let opener = at + usize::from(self.kind(at) == TokenKind::Comma);
        if !self.is_in(opener, Class::TimeSubordinator) {
            return None;
        }
        let clause = opener + 2..ceiling.min(opener + LONGEST);
        let mut within = clause.take_while(|at| !self.in_quotation(*at) && self.kind(*at) != TokenKind::Semicolon);
        within.find_map(|at| {
            let quotes = self.kind(at) == TokenKind::Comma && self.quotation_from(at + 1).is_some();
            let states = self.is(at, "that")
                && self.tag(at) == Tag::SubordinatingConjunction
                && !self.is_finite(at + 1)
                && !self.lexicon.verb(self.word(at - 1)).is_some_and(|verb| verb.takes(Pattern::Clause))
                && self.reads_as_clause(&(at + 1..ceiling));
            (quotes || states).then_some(at + usize::from(quotes))
        })
    }

    /// `learned that in 1990, when she was four`: a pronoun, and then only a time.
    fn that_is_pronoun(&self, at: usize, ceiling: usize) -> bool {
        let rest = self.after_adjuncts(at + 1, ceiling);
        let when = self.pauses(rest) && self.is_in(rest + 1, Class::QuestionAdverb);
        // `disputed that, noting`
        let resumes = self.tag(at + 2) == Tag::PresentParticiple && self.sourcing_phrase_end(at + 2).is_none();
        if self.is(at, "that") && self.pauses(at + 1) && resumes {
            return true;
        }
        self.is(at, "that")
            && rest > at + 1
            && (self.parts_sentence(rest, ceiling) || when && (rest + 1..ceiling).all(|at| !self.pauses(at)))
    }

    /// `that` as a conjunction here, or behind a comma and an aside.
    pub fn that_ahead(&self, at: usize, ceiling: usize) -> Option<usize> {
        // `reckoned with the fact that`: the clause says which fact.
        let of_noun = self.is_in(at - 1, Class::ContactClauseNoun) && self.is(at - 2, "the");
        let here = self.is(at, "that") && at + 1 < ceiling && !of_noun;
        // `said that man`: a determiner, if a noun and a cue-like verb follow; rare, and the clause reads the same.
        let pronoun = || self.that_is_pronoun(at, ceiling) || self.that_points_out(at, ceiling);
        (here && !self.is_in(at + 1, Class::DemonstrativeFollower) && !pronoun()).then_some(at)
    }

    /// `repeated that claim in May, adding`, `echoed that comment and left`: no word up to where the sentence goes on can
    /// be the verb of a clause.
    fn that_points_out(&self, that: usize, ceiling: usize) -> bool {
        let run = that + 1..ceiling;
        let coordinated = |at: usize| self.tag(at) == Tag::CoordinatingConjunction && self.is_finite(at + 1);
        let end = run.clone().find(|at| self.parts_clauses(*at) || coordinated(*at)).unwrap_or(ceiling);
        let goes_on = self.parts_sentence(end, ceiling)
            || coordinated(end)
            || self.pauses(end) && self.tag(end + 1) == Tag::PresentParticiple;
        // `that mothers …`: no plural stands behind the word that points out.
        let plural = self.word(run.start).ends_with('s');
        let thing = matches!(self.tag(run.start), Tag::Noun | Tag::Adjective) && !plural;
        thing && goes_on && !self.may_be_clause(&(run.start..end))
    }

    /// `said at a rally ahead of the vote that`: a phrase too long to be read whole, and the conjunction behind it.
    fn that_behind_phrase(&self, at: usize, ceiling: usize) -> Option<usize> {
        // `said in Lowby, Norland, that`, `said, on condition of anonymity, that`, `reported, citing two clerks, that`
        let cites = |at: usize| self.tie_at(at).is_some() || self.sourcing_phrase_end(at).is_some();
        let place = self.kind(at) == TokenKind::Comma
            && (self.is_nominal(at + 1)
                || self.tag(at + 1) == Tag::Adposition
                || self.is(at + 1, "without")
                || cites(at + 1));
        // `reported, citing Tarn News, which quoted two clerks, that`: the aside has verbs of its own.
        if self.kind(at) == TokenKind::Comma && cites(at + 1) {
            let apart = |that: &usize| {
                self.kind(that - 1) == TokenKind::Comma
                    && self.is(*that, "that")
                    && !self.in_quotation(*that)
                    && !self.is_finite(that + 1)
                    && self.reads_as_clause(&(that + 1..ceiling))
            };
            let that = (at + 2..ceiling.min(at + 30)).find(apart);
            if that.is_some() {
                return that;
            }
        }
        // `ahead of`, `apart from`
        let preposition =
            self.tag(at) == Tag::Adposition || self.tag(at) == Tag::Adverb && self.tag(at + 1) == Tag::Adposition;
        if !preposition && !place {
            return None;
        }
        // `said, without naming him, that`
        let gerund = |at: usize| {
            self.tag(at) == Tag::PresentParticiple
                && matches!(self.tag(at - 1), Tag::Adposition | Tag::SubordinatingConjunction)
        };
        let ends = |at: &usize| {
            self.parts_clauses(*at) && self.kind(*at) != TokenKind::Comma
                || self.is_finite(*at)
                || self.tag(*at).is_verb() && place && !cites(*at) && !gerund(*at)
                || self.in_quotation(*at)
        };
        let end = (at..ceiling.min(at + 18)).find(ends).unwrap_or(ceiling.min(at + 18));
        (at + 2..end).find(|at| {
            // Behind `said, in a letter,` the word can be nothing else, whatever the tagger makes of `that ink`.
            let between_commas = place && self.kind(*at - 1) == TokenKind::Comma;
            // `ruled on filings by states that want …`: a verb right behind it makes a clause about the states.
            // `held out for more and that …`: the conjunction goes on from another cue's.
            self.is(*at, "that")
                && !self.is_in(*at - 1, Class::Coordinator)
                && !self.is_finite(*at + 1)
                && (self.tag(*at) == Tag::SubordinatingConjunction || between_commas)
                && self.reads_as_clause(&(*at + 1..ceiling))
        })
    }

    /// `said what he believed`: what it was, the page keeps to itself; `said what he saw was a seal` says it.
    fn is_only_what(&self, at: usize, cue: &Cue) -> bool {
        let ends = |at: &usize| {
            self.parts_clauses(*at) || self.is_in(*at, Class::QuestionWord) || self.is_in(*at, Class::Subordinator)
        };
        let verbs = (at + 1..cue.sentence.end).take_while(|at| !ends(at)).filter(|at| self.is_finite(*at)).count();
        self.is(at, "what") && cue.verb.takes(Pattern::HardlyButClause) && verbs < 2
    }

    fn clause_complement(&self, cue: &Cue, at: usize, confidence: f32) -> Option<Complement> {
        let found_somewhere = self.tag(at) == Tag::Adposition && !cue.verb.takes(Pattern::Quotation)
            || self.that_is_pronoun(at, cue.sentence.end);
        // `tweeting and emailing a video`
        let joined = self.tag(at) == Tag::CoordinatingConjunction && !self.is_in(at, Class::FirstOfTwo);
        // `joked about leaving`, but `said about half had left`
        let counts = self.tag(at + 1) == Tag::Numeral || self.is(at + 1, "a") || self.is_in(at + 1, Class::Fraction);
        let topic = self.is_in(at, Class::AboutPreposition) && !counts;
        // `responded by standing up`
        let deed = matches!(self.tag(at), Tag::Adposition | Tag::SubordinatingConjunction)
            && self.tag(at + 1) == Tag::PresentParticiple;
        // `reported on Sunday now suggest that …`: behind a phrase the verb is that of what was reported.
        let rest = self.after_adjuncts(at, cue.sentence.end);
        let described = self.tag(at) == Tag::Adposition
            && rest > at
            && self.is_finite(rest + usize::from(self.tag(rest) == Tag::Adverb));
        // `found dead in the hall`, `said asleep on the sofa`: how somebody was found, and no clause.
        let state = self.tag(at) == Tag::Adjective && self.tag(at + 1) == Tag::Adposition;
        if topic
            || deed
            || joined
            || described
            || state
            || found_somewhere
            || cue.group.participle && self.names_what(at, cue.sentence.end)
            || self.parts_clauses(at) && !self.in_quotation(at)
        {
            return None;
        }
        let end = self.content_end(at, cue);
        if self.tells_when(&(at..end)) {
            return None;
        }
        // In a headline, and behind a verb that takes little else, the finite verb may be one the tagger missed.
        let only_clauses = cue.verb.takes(Pattern::HardlyButClause);
        let headline = self.in_heading(at) && self.words_in(&(at..end)) >= 4 && only_clauses;
        let expected =
            only_clauses && (self.may_be_clause(&(at..end)) || self.words_in(&(at..end)) >= 6 && !self.is_finite(at));
        // `everything he says is false`: the verb behind the cue is the page's.
        let anything = (headline || expected) && !self.parts_clauses(at) && self.tag(at) != Tag::Adposition;
        let clause = |run: Tokens| {
            if only_clauses || cue.verb.kind != Kind::Speech {
                self.reads_as_clause(&run)
            } else {
                self.begins_as_clause(&run)
            }
        };
        (anything || clause(at..end)).then_some(Complement {
            content: at..end,
            frame: Frame::SubjectVerbClause,
            confidence,
        })
    }

    /// `In a letter confirming the sale, the firm said`: what is confirmed is a thing, and the main clause begins behind it.
    fn names_what(&self, at: usize, ceiling: usize) -> bool {
        let comma = self.noun_phrase_from(at, ceiling).map(|thing| thing.end);
        comma.filter(|comma| self.kind(*comma) == TokenKind::Comma).is_some_and(|comma| {
            self.noun_phrase_from(comma + 1, ceiling)
                .is_some_and(|subject| self.is_finite(subject.end + usize::from(self.tag(subject.end) == Tag::Adverb)))
        })
    }

    /// `said in March sales fell`: the phrase behind the cue was the content's own.
    fn clause_behind_phrase(&self, cue: &Cue, start: usize) -> Option<Complement> {
        let own = self.tag(start) != Tag::Adposition || self.is_in(start, Class::ContentPreposition);
        // `said on Thursday, eleven years after …`: a pause behind the phrase makes it the cue's.
        let pauses = self.parts_clauses(self.after_adjuncts(start, cue.sentence.end));
        (own && !pauses && !cue.group.participle).then(|| self.clause_complement(cue, start, 0.7)).flatten()
    }

    /// An infinitive ends where `, and` begins a clause with a subject of its own.
    fn infinitive_end(&self, start: usize, cue: &Cue) -> usize {
        let end = self.content_end(start, cue);
        (start..end)
            .find(|at| {
                self.kind(*at) == TokenKind::Comma
                    && !self.in_quotation(*at)
                    && self.is_in(at + 1, Class::ClauseJoiner)
                    && self.noun_phrase_from(at + 2, end).is_some_and(|subject| self.is_finite(subject.end))
            })
            .unwrap_or(end)
    }

    /// `urged drivers to wait`.
    fn object_infinitive(&self, cue: &Cue, at: usize) -> Option<Complement> {
        let object = self.noun_phrase_from(at, cue.sentence.end)?;
        let to = (object.end..cue.sentence.end.min(object.end + 12))
            .find(|at| self.is(*at, "to") && self.tag(*at) == Tag::Particle)?;
        (object.end..to).all(|at| !self.is_finite(at)).then(|| Complement {
            content: at..self.content_end(at, cue),
            frame: Frame::Infinitive,
            confidence: 0.75,
        })
    }

    /// `“The Long Ferry”`: a few words, each with a capital.
    pub fn is_title(&self, quotation: &Quotation) -> bool {
        let small = |at: &usize| self.is_in(*at, Class::TitleLowercase);
        let words = || quotation.inside().filter(|at| self.kind(*at) == TokenKind::Word);
        let stops = self.kind(quotation.tokens.end.saturating_sub(2)) == TokenKind::Stop;
        !stops && (2..=8).contains(&words().count()) && words().all(|at| self.text.tokens[at].capital || small(&at))
    }

    /// A quotation beside the cue, behind a comma or colon, or behind `that`.
    fn quotation_complement(&self, cue: &Cue, start: usize) -> Option<Complement> {
        if !cue.verb.takes(Pattern::Quotation)
            && !cue.verb.takes(Pattern::Recipient)
            && !cue.verb.takes(Pattern::RequiredRecipient)
        {
            return None;
        }
        let mark = self.quotation_ahead(start, cue.sentence.end)?;
        let quotation = self.quotation_from(mark)?;
        // `complained about the road “is closed”`: the quotation goes on with the clause around, not with the cue.
        let paused = matches!(self.kind(mark - 1), TokenKind::Comma | TokenKind::Colon);
        if mark > start && !paused && self.tag(quotation.tokens.start + 1).is_finite() {
            return None;
        }
        // `their business ventures “and to keep you from it”`: the marks go on with the page's own words.
        if !paused && self.is_in(quotation.tokens.start + 1, Class::Coordinator) {
            return None;
        }
        // `He began “to see” it`, `She wrote “The Long Ferry”`: a turn of phrase, a title.
        if !paused && (cue.verb.takes(Pattern::QuotationApart) || self.is_title(quotation)) {
            return None;
        }
        let worthy = self.words_in(&quotation.tokens) >= 2 || self.kind(mark - 1) != TokenKind::Word;
        let mut end = quotation.tokens.end;
        // `"One" and "two"` is one statement.
        while end + 1 < cue.sentence.end
            && (self.is(end, "and") || self.kind(end) == TokenKind::Ellipsis)
            && let Some(next) = self.quotation_from(end + 1)
        {
            end = next.tokens.end;
        }
        // Words of the page that simply run on belong to the statement: `"very late" to the scene`.
        let stops = self.pauses(end.saturating_sub(2));
        let runs_on =
            end < cue.sentence.end && !stops && !self.parts_clauses(end) && self.kind(mark - 1) == TokenKind::Word;
        if runs_on && self.words_in(&quotation.tokens) < 8 {
            end = self.content_end(mark, cue).max(end);
        }
        worthy.then_some(Complement { content: mark..end, frame: Frame::SubjectVerbQuotation, confidence: 0.9 })
    }
}
