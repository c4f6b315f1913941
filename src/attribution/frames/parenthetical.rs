//! The road is open, the mayor said. "It is open," said the mayor. The road, the mayor said, is open.
//!
//! The cue stands apart from its content, behind it or in the middle of it.

use super::super::cue::Cue;
use super::super::reading::Reading;
use super::super::subject::Subject;
use super::super::{Attribution, Frame, Tokens};
use crate::lexicon::{Class, Pattern};
use crate::report::Kind;
use crate::text::{Quotation, Tag, TokenKind};

pub(super) fn find(reading: &Reading, cue: &Cue, subject: Option<&Subject>) -> Option<Attribution> {
    let quotes = cue.verb.takes(Pattern::Quotation)
        || cue.verb.takes(Pattern::Recipient)
        || cue.verb.takes(Pattern::RequiredRecipient);
    // `, the broadcaster understands.`
    let understands = reading.is_in(cue.group.head, Class::Understanding) && reading.is_present(cue);
    let stands_apart = cue.verb.takes(Pattern::Parenthetical) || understands;
    // `, adding more`: a bare participle takes what stands behind it.
    if !quotes && !stands_apart || cue.group.participle {
        return None;
    }
    let placed = reading.placed(cue, subject)?;
    let mut content = reading.content_before(cue, &placed)?;
    // In double marks or in single ones.
    let closes =
        |piece: &Tokens| reading.quotation_to(piece.end - 1).is_some_and(|mark| mark.tokens.start == piece.start);
    let quoted = content.iter().any(|piece| reading.in_quotation(piece.end - 1) || closes(piece));
    if !quoted && !stands_apart {
        return None;
    }
    let mut frame = Frame::ClauseSubjectVerb;
    let after = placed.after;
    // `When the alarm rang, she told police, who came at once`: two clauses about what she did.
    let about_listener = |piece: &Tokens| {
        !quoted && reading.is_subordinate(content[0].start) && reading.is_in(piece.start, Class::RelativePronoun)
    };
    if let Some(rest) = reading.content_after(cue, &content, after) {
        if about_listener(&rest) {
            return None;
        }
        frame = if quoted { frame } else { Frame::ClauseInterrupted };
        content.push(rest);
    } else if !quoted && !reading.nothing_follows(after, cue.sentence.end) {
        return None;
    }
    let joins = |piece: &Tokens| piece.len() == 1 && reading.is_in(piece.start, Class::Coordinator);
    let content: Vec<Tokens> =
        content.iter().map(|piece| reading.trimmed(piece)).filter(|piece| !piece.is_empty() && !joins(piece)).collect();
    // `because, she said, …`: what is left of a sentence that another cue has.
    let alone = content.iter().all(|piece| reading.words_in(piece) < 2 && !reading.in_quotation(piece.start));
    if content.is_empty() || alone && reading.is_subordinate(content[0].start) {
        return None;
    }
    let hands = reading.hands(cue, &placed.stretch, placed.recipient, &content);
    Some(Attribution {
        content,
        cue: vec![cue.words.clone()],
        source: Some(placed.subject),
        hands,
        // `“Close the road,” she urged.`: what stands in quotation marks was said.
        kind: match cue.verb.kind {
            Kind::Directive | Kind::Commissive if quoted => Kind::Speech,
            kind => kind,
        },
        factuality: cue.verb.factuality,
        frame,
        confidence: if quoted { 0.95 } else { 0.9 },
        continues: None,
    })
}

/// Whether the words right in front of a cue and its subject close a quotation of their sentence.
pub(super) fn follows_quotation(reading: &Reading, cue: &Cue, subject: Option<&Subject>) -> bool {
    let subject = subject.filter(|s| !s.shared && !s.relative && !reading.inverts(cue));
    let start = subject.map_or(cue.group.tokens.start, |s| s.stretch.start);
    let Some(before) = start.checked_sub(1).filter(|before| *before >= cue.sentence.start) else { return false };
    let Some(quotation) = reading.quotation_to(before) else { return false };
    let opening = reading.after_connective(&cue.sentence);
    // A quotation that only ends a longer clause, as in `Although he called it "late," she said it was open`, does not.
    let whole = quotation.tokens.start == opening;
    let pauses = reading.parts_clauses(before.saturating_sub(usize::from(quotation.closed)));
    whole || (pauses && reading.words_in(&quotation.tokens) > 1 && !reading.clause_follows(cue))
}

/// Where the parts of a parenthetical cue stand.
struct Placed {
    subject: Tokens,
    /// From the first token of the parenthesis on: content ends before it.
    stretch: Tokens,
    recipient: Option<Tokens>,
    /// Behind the verb, its subject and who was told.
    after: usize,
}

impl Reading<'_> {
    /// Whether a cue has a clause or a quotation of its own behind it.
    fn clause_follows(&self, cue: &Cue) -> bool {
        self.is(cue.words.end, "that")
            || self.kind(cue.words.end) == TokenKind::Colon
            || (self
                .noun_phrase_from(cue.words.end, cue.sentence.end)
                .is_some_and(|subject| self.is_finite(subject.end)))
    }

    fn placed(&self, cue: &Cue, subject: Option<&Subject>) -> Option<Placed> {
        let ceiling = cue.sentence.end;
        let told = cue.verb.takes(Pattern::Recipient) || cue.verb.takes(Pattern::RequiredRecipient);
        if let Some(subject) = subject.filter(|subject| !subject.shared && !subject.relative)
            && !self.inverts(cue)
        {
            let recipient = if told { self.recipient(cue.words.end, ceiling) } else { None };
            let after = recipient.as_ref().map_or(cue.words.end, |r| r.end);
            return Some(Placed {
                subject: subject.tokens.clone(),
                stretch: subject.stretch.clone(),
                recipient,
                after,
            });
        }
        let subject = self.noun_phrase_from(cue.words.end, ceiling).filter(|subject| !self.is_time(subject.end - 1))?;
        if self.is_pronoun(subject.start) && self.is_in(subject.start, Class::ThingPronoun)
            || self.commands(cue, &subject)
        {
            return None;
        }
        let subject = self.with_name_behind(subject, ceiling);
        // `The truth, said one clerk, who asked not to be named, is …`
        let relative = self.is_in(subject.end + 1, Class::RelativePronoun);
        let after = if relative { self.aside_end(subject.end, ceiling) } else { subject.end };
        Some(Placed { subject, stretch: cue.group.tokens.start..after, recipient: None, after })
    }

    /// `When it boils, add the beans`: a base form in front of what nobody could be called is a command.
    pub fn commands(&self, cue: &Cue, subject: &Tokens) -> bool {
        self.is(cue.words.start, cue.verb.lemma) && !self.can_speak(subject)
    }

    /// Whether a phrase could be somebody: a name, a pronoun, or a noun of the lexicon in it.
    pub fn can_speak(&self, phrase: &Tokens) -> bool {
        self.is_pronoun(phrase.start)
            || phrase.clone().any(|at| self.text.tokens[at].capital || self.lexicon.noun(self.word(at)).is_some())
    }

    /// Whether the subject stands behind the verb: a comma or closing mark right before it, a phrase right after.
    pub fn inverts(&self, cue: &Cue) -> bool {
        let Some(before) = cue.group.tokens.start.checked_sub(1).filter(|at| *at >= cue.sentence.start) else {
            return false;
        };
        // `the “sharing economy” reflects a change`: a mark inside a clause closes no statement.
        let utters = |quotation: &Quotation| {
            self.parts_clauses(before.saturating_sub(1))
                || quotation.tokens.start == self.after_connective(&cue.sentence)
                || self.parts_clauses(quotation.tokens.start.saturating_sub(1))
        };
        let closes = self.quotation_to(before).map_or(self.kind(before) == TokenKind::DoubleQuote, utters);
        let comma = self.pauses(before);
        let phrase =
            self.noun_phrase_from(cue.words.end, cue.sentence.end).filter(|phrase| !self.is_time(phrase.end - 1));
        // `"…," Roe, a nurse, told AFP`: who is told is never the speaker.
        let told = cue.verb.takes(Pattern::Recipient) && !closes || cue.verb.lemma == "tell";
        // `Roe, a clerk, emailed Ann Vey`: who is written to is no speaker either.
        let quotes_only = cue.verb.takes(Pattern::QuotationApart) && !closes;
        (closes || comma)
            && !told
            && !quotes_only
            && cue.verb.takes(Pattern::Quotation)
            && cue.group.head == cue.group.tokens.start
            && self.tag(cue.group.head) != Tag::PresentParticiple
            && phrase.is_some_and(|p| {
                let ends = p.end >= cue.sentence.end
                    || self.parts_clauses(p.end)
                    || self.nothing_follows(p.end, cue.sentence.end);
                closes || ends && self.can_speak(&p)
            })
    }

    /// The content in front of the parenthesis.
    fn content_before(&self, cue: &Cue, placed: &Placed) -> Option<Vec<Tokens>> {
        let sentence = &cue.sentence;
        let end = placed.stretch.start;
        if end <= sentence.start {
            return self.question_before(sentence, placed.after);
        }
        let before = end - 1;
        let closes = self.kind(before) == TokenKind::DoubleQuote || self.quotation_to(before).is_some();
        if !closes && !self.pauses(before) {
            return self.relative_before(end, cue).map(|content| vec![content]);
        }
        // `Roe replied that she left because, she said, it was late`: within what another cue has.
        let conjunction = before.checked_sub(1).filter(|at| *at > sentence.start && self.waits_for_clause(*at));
        if conjunction.is_some_and(|at| self.cues(&(sentence.start..at)).iter().any(|other| !other.group.negated)) {
            return None;
        }
        let start = self.content_start(sentence, before);
        // `Citing "other duties," he said`: a reason, not a statement.
        if self.is_any(start, &["citing", "quoting"]) {
            return None;
        }
        let content = start..if closes { end } else { before };
        if content.is_empty() {
            return None;
        }
        if closes && self.only_names_a_title(&content) {
            return None;
        }
        let headline = self.in_heading(sentence.start);
        let has_quotation = content.clone().any(|at| self.in_quotation(at)) || closes;
        let rest = self.after_adjuncts(placed.after, sentence.end);
        let goes_on = self.kind(rest) == TokenKind::Comma && self.is_finite(rest + 1);
        if !goes_on && self.kind(placed.after) != TokenKind::Comma && self.tells_meanwhile(&content) {
            return None;
        }
        // At the end of a sentence nothing but a statement can stand in front of `, the mayor said`.
        let inverts = self.inverts(cue);
        let verbal = self.words_in(&content) >= 4
            && content.clone().any(|at| self.tag(at).is_verb() && !inverts || self.is_finite(at));
        // `The hit of the night, Roe observed from the bar, was the band.`
        let interrupted = self.kind(placed.after) == TokenKind::Comma && !inverts || goes_on;
        // Nothing but a statement can stand in front of `, the mayor said.`, whatever the tagger sees in it.
        let ends = !inverts
            && self.words_in(&content) >= 3
            && self.opens_with_subject(&content)
            && self.parts_sentence(rest, sentence.end);
        let clause = self.may_be_clause(&content) || verbal || headline || ends;
        (has_quotation || clause || interrupted).then(|| vec![content])
    }

    /// `Walking in to shouts of “Vey!,” she said`, `Asked whether it was open, she said`: when it was said, not what.
    fn tells_meanwhile(&self, content: &Tokens) -> bool {
        let verb = matches!(self.tag(content.start), Tag::PresentParticiple | Tag::PastParticiple | Tag::FiniteVerb);
        let participle = verb && ["ing", "ed"].iter().any(|ending| self.word(content.start).ends_with(ending));
        let subordinate = |at: &usize| {
            self.is_in(*at, Class::QuestionWord) || self.is_in(*at, Class::Subordinator) || self.is_relative(*at)
        };
        let mut own = content.clone().skip(1).take_while(|at| !subordinate(at));
        participle && !own.any(|at| self.is_finite(at) && !self.in_quotation(at))
    }

    /// `In his book "The Long Ferry," Roe suggested leaving`: where something is said, not what.
    fn only_names_a_title(&self, content: &Tokens) -> bool {
        self.tag(content.start) == Tag::Adposition
            && self.quotation_to(content.end - 1).is_some_and(|title| {
                title.tokens.start > content.start + 1
                    && self.words_in(&title.tokens) <= 6
                    && !(content.start..title.tokens.start).any(|at| self.is_finite(at))
            })
    }

    /// Behind `However,` and behind the last semicolon or dash outside quotations.
    fn content_start(&self, sentence: &Tokens, before: usize) -> usize {
        let start = self.after_connective(&(sentence.start..before));
        // `One senator was blunt: "It is over," she said.`
        // `She was against the plan - "It is over," she said.`
        let own = |mark: usize| {
            let front = start..mark;
            self.kind(mark) == TokenKind::Dash
                && !self.is_subordinate(start)
                && !front.clone().any(|at| self.in_quotation(at))
                && self.reads_as_clause(&front)
        };
        if let Some(quotation) = self.quotation_to(before)
            && quotation.tokens.start > start
            && (self.kind(quotation.tokens.start - 1) == TokenKind::Colon || own(quotation.tokens.start - 1))
        {
            return quotation.tokens.start;
        }
        // `had held it for years and, friends say, did not speak to her`: what they say is the rest.
        let joins = before.checked_sub(1).filter(|at| *at > start && self.is_in(*at, Class::Coordinator));
        if let Some(coordinator) = joins.filter(|_| self.pauses(before)) {
            return coordinator;
        }
        // `Vey went further: Lund, she said, should resign.`
        let colon = |at: usize| self.kind(at) == TokenKind::Colon && self.reads_as_clause(&(start..at));
        (start..before)
            .rev()
            .find(|at| (self.kind(*at) == TokenKind::Semicolon || colon(*at)) && !self.in_quotation(*at))
            .map_or(start, |at| self.after_connective(&(at + 1..before)))
    }

    /// `"Will it hold?" Roe asked.`: the mark ended a sentence of its own.
    fn question_before(&self, sentence: &Tokens, after: usize) -> Option<Vec<Tokens>> {
        let index = self.text.sentence_of(sentence.start).checked_sub(1)?;
        let previous = self.text.sentences.get(index)?;
        let last = previous.end.checked_sub(1)?;
        if self.text.block_of(last) != self.text.block_of(sentence.start) {
            return None;
        }
        let quotation = self.quotation_to(last).filter(|q| q.closed && q.tokens.start >= previous.start)?;
        let asks = self.is_any(last - 1, &["?", "!"]);
        (asks && self.nothing_follows(after, sentence.end)).then(|| vec![quotation.tokens.clone()])
    }

    /// `which he said runs late`: the relative pronoun is the content's subject.
    fn relative_before(&self, end: usize, cue: &Cue) -> Option<Tokens> {
        let pronoun = end - 1;
        (self.is_relative(pronoun) && self.is_finite(cue.words.end)).then_some(pronoun..end)
    }

    /// The content that goes on behind the parenthesis.
    fn content_after(&self, cue: &Cue, before: &[Tokens], after: usize) -> Option<Tokens> {
        let ceiling = cue.sentence.end;
        if before.iter().any(|piece| piece.len() == 1 && self.is_relative(piece.start)) {
            let end = self.content_end(after, cue);
            // `The plan, which she says is late, is a disgrace`: the sentence goes on with its own verb.
            return Some(after..(after + 1..end).find(|at| self.resumes_behind_pause(*at)).unwrap_or(end));
        }
        let rest = self.after_adjuncts(after, ceiling);
        if rest >= ceiling || !matches!(self.kind(rest), TokenKind::Comma | TokenKind::Dash | TokenKind::Colon) {
            return None;
        }
        let quoted_before =
            before.iter().any(|piece| self.in_quotation(piece.end - 1) || self.quotation_to(piece.end - 1).is_some());
        // `"I like her," he said, but "she is wrong."`
        let next = rest + 1 + usize::from(self.is_any(rest + 1, &["but", "and"]));
        if let Some(quotation) = self.quotation_from(next) {
            return quoted_before.then(|| quotation.tokens.clone());
        }
        if quoted_before || self.kind(rest) == TokenKind::Colon {
            return None;
        }
        // Nothing in front could stand alone, so the clause is finished behind.
        let first = before.first()?;
        let asks = self.is_in(first.end - 1, Class::QuestionAdverb);
        // `The bridge was shut, he said, for the third time.`
        let goes_on = self.is_in(rest + 1, Class::ContinuingPreposition);
        // `He went home, he recalls, and came back.`
        let verb = rest + 2 + usize::from(self.quotation_from(rest + 2).is_some());
        let goes_on = goes_on || self.is(rest + 1, "and") && self.is_finite(verb) && !self.takes_content(verb, cue);
        // `It is a choice, he said, that will haunt us.`
        let goes_on = goes_on || self.is(rest + 1, "that") && self.is_finite(rest + 2);
        let torn = self.is_subordinate(first.start) || self.is_subordinate(first.end - 1);
        let end = self.content_end(rest + 1, cue);
        // `What is new, she said, is the colour.`, `What's more, she said, it is red.`
        let unfinished =
            self.is_finite(rest + 1) || self.words_in(first) <= 3 && self.reads_as_clause(&(rest + 1..end));
        // `It was, he said, one of the worst days.`
        let copula = self.is_in(first.end - 1, Class::BeForm);
        let open = asks || goes_on || torn || unfinished || copula || !self.reads_as_clause(first);
        // `The boat, officials said, sank in minutes.`: what the tagger takes for nouns must be the rest of the clause.
        let bare = || self.noun_phrase_from(first.start, first.end).is_some_and(|phrase| phrase.end == first.end);
        let finishes =
            goes_on || copula || (rest + 1..end).any(|at| self.is_finite(at) || self.tag(at).is_verb()) || bare();
        (open && finishes && !self.page_resumes(rest + 1, cue)).then_some(rest + 1..end)
    }

    /// Whether a verb is a cue with a statement of its own: `and added that …`.
    fn takes_content(&self, verb: usize, cue: &Cue) -> bool {
        self.cue_at(verb, &cue.sentence).is_some_and(|other| other.verb.kind == Kind::Speech)
    }

    /// `because`, `where`: a word behind which a clause has still to come.
    pub(in crate::attribution) fn waits_for_clause(&self, at: usize) -> bool {
        self.is_subordinate(at) || self.is_relative(at) || self.is_in(at, Class::QuestionAdverb)
    }

    pub(super) fn is_subordinate(&self, at: usize) -> bool {
        self.is_in(at + usize::from(self.is(at, "even")), Class::Subordinator)
    }
}
