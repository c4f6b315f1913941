//! The road is open, according to the mayor. According to the mayor, the road is open. As the mayor put it, it is open.
//!
//! A preposition or an `as`-clause names the source; the rest of the sentence is the content.

use super::super::cue::Cue;
use super::super::reading::Reading;
use super::super::verb_group::VerbGroup;
use super::super::{Attribution, Frame, Hand, Role, Tokens};
use crate::lexicon::{Class, NounClass, Pattern, Verb};
use crate::text::{Tag, TokenKind};

/// A parenthesis that names a source.
struct Parenthesis {
    cue: Tokens,
    source: Tokens,
    /// Everything from its first to its last word, the aside behind the source included.
    all: Tokens,
    /// Who else was told: `as Roe told the Courier`.
    recipient: Option<Tokens>,
    frame: Frame,
}

pub(super) fn find(reading: &Reading, sentence: &Tokens) -> Vec<Attribution> {
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        match reading.parenthesis_at(at, sentence) {
            Some(parenthesis) => {
                at = parenthesis.all.end.max(at + 1);
                found.extend(attribution(reading, sentence, &parenthesis));
            }
            None => at += 1,
        }
    }
    found
}

fn attribution(reading: &Reading, sentence: &Tokens, parenthesis: &Parenthesis) -> Option<Attribution> {
    let cue = Reading::as_cue(parenthesis, sentence);
    let content = reading.content_around(sentence, parenthesis, &cue)?;
    let content: Vec<Tokens> =
        content.iter().map(|piece| reading.trimmed(piece)).filter(|piece| !piece.is_empty()).collect();
    // `The closure was first reported by the Courier.`: what was reported, stands elsewhere.
    let before = |only: &Tokens| {
        let quotes = only.clone().any(|at| reading.in_quotation(at));
        only.end == parenthesis.cue.start && reading.is_in(only.end - 1, Class::BeForm) && !quotes
    };
    // `Vey said, as quoted by the Courier: “…”`: what was said stands behind.
    let announces = |only: &Tokens| {
        let says = reading.lexicon.verb(reading.word(only.end - 1)).is_some_and(|verb| verb.takes(Pattern::Quotation));
        let mark = parenthesis.all.end + usize::from(reading.parts_clauses(parenthesis.all.end));
        says && only.end <= parenthesis.cue.start
            && !only.clone().any(|at| reading.in_quotation(at))
            && (reading.quotation_from(mark).is_some() || reading.quotation_from(parenthesis.all.end).is_some())
    };
    // `Vey said in a letter, as reported by the Courier, that …`: the parenthesis stands inside what is said.
    let that = parenthesis.all.end + 1;
    let interrupts = parenthesis.all.start > sentence.start
        && reading.kind(that - 1) == TokenKind::Comma
        && reading.is(that, "that")
        && !reading.is_finite(that + 1);
    let cut = interrupts || matches!(&content[..], [only] if before(only) || announces(only));
    if content.is_empty() || cut {
        return None;
    }
    let aside = parenthesis.source.start..parenthesis.all.end;
    let mut hands = reading.hands(&cue, &aside, parenthesis.recipient.clone(), &content);
    // What stands inside the source's own phrase is part of the phrase.
    hands.retain(|hand| hand.mention.start >= parenthesis.source.end || hand.mention.end <= parenthesis.cue.start);
    let before = reading.after_connective(&(sentence.start..parenthesis.all.start))..parenthesis.all.start;
    if let Some(mention) = reading.reporter_in_front(&before) {
        hands.push(Hand { role: Role::Medium, mention, cue: before.end - 2..before.end - 1 });
    }
    let (cue, source, frame) = (parenthesis.cue.clone(), parenthesis.source.clone(), parenthesis.frame);
    let confidence = if frame == Frame::AccordingTo { 0.92 } else { 0.8 };
    Some(Attribution { hands, ..Attribution::speech(content, vec![cue], Some(source), frame, confidence) })
}

impl Reading<'_> {
    fn parenthesis_at(&self, at: usize, sentence: &Tokens) -> Option<Parenthesis> {
        if self.in_quotation(at) {
            return None;
        }
        let cue_end = self.preposition_cue_end(at);
        if let Some(cue_end) = cue_end {
            let phrase = self.noun_phrase_from(cue_end, sentence.end)?;
            if self.follows_rules(&phrase) {
                return None;
            }
            let source = self.with_participle(self.with_description(phrase, sentence.end), sentence.end);
            let all = at..self.phrase_end(self.relative_end(source.end, sentence.end), sentence.end);
            let source = self.without_provenance(&source);
            return Some(Parenthesis { cue: at..cue_end, source, all, recipient: None, frame: Frame::AccordingTo });
        }
        self.account_at(at, sentence).or_else(|| self.as_clause_at(at, sentence))
    }

    /// `By Roe's account, the road is open.`, `in her telling`
    fn account_at(&self, at: usize, sentence: &Tokens) -> Option<Parenthesis> {
        let apart = at == sentence.start || self.parts_clauses(at - 1);
        if !apart || !self.is_any(at, &["by", "in"]) {
            return None;
        }
        let phrase = self.noun_phrase_from(at + 1, sentence.end)?;
        let account = phrase.end - 1;
        let owner = phrase.clone().find(|owner| self.is_genitive(*owner) || self.is_possessive(*owner))?;
        let source = phrase.start..owner + usize::from(owner == phrase.start);
        // `He added that the firm had, in his words, “one shot”`: the cue has it.
        if self.is_possessive(owner) && !self.cues(sentence).is_empty() {
            return None;
        }
        let pause = phrase.end >= sentence.end || self.parts_clauses(phrase.end);
        (self.is_in(account, Class::Account) && pause).then_some(Parenthesis {
            cue: account..phrase.end,
            source,
            all: at..phrase.end,
            recipient: None,
            frame: Frame::AccordingTo,
        })
    }

    /// Where the cue that begins here ends, if it is one: `according to`, `per`, `in the words of`.
    pub(in crate::attribution) fn preposition_cue_end(&self, at: usize) -> Option<usize> {
        if let Some(end) = self.sourcing_phrase_end(at) {
            return Some(end);
        }
        if self.credits_alone(at) {
            return self.tie_at(at).map(|(words, _)| words.end);
        }
        if !self.is(at, "per") {
            return None;
        }
        // `per the ministry`, but `50 km per hour` and `ten per cent`.
        let insider = || {
            self.noun_phrase_from(at + 1, self.sentence(at).end).is_some_and(|p| {
                // `per three people close to the board`
                let counted = self.tag(p.start) == Tag::Numeral && self.is_in(p.end, Class::InsiderAdjective);
                counted || self.is_insider(p.end - 1)
            })
        };
        // `per a Quinnipiac poll`, `per an aide to Roe`
        let somebody = || {
            self.is_any(at + 1, &["a", "an"])
                && self.noun_phrase_from(at + 1, self.sentence(at).end).is_some_and(|phrase| {
                    let noun = self.lexicon.noun(self.word(self.head_of(&phrase)));
                    noun.is_some_and(|noun| noun.class.is_person() || noun.class == NounClass::Document)
                })
        };
        let named = somebody()
            || self.text.tokens.get(at + 1).is_some_and(|next| next.capital)
            || self.is(at + 1, "the")
            || insider();
        let apart = at.checked_sub(1).is_none_or(|b| self.parts_clauses(b) || self.kind(b) == TokenKind::Open);
        (named && apart).then_some(at + 1)
    }

    /// `The pier is shut (via Radio Tarn)`: a credit in brackets behind what nobody is said to have said.
    fn credits_alone(&self, at: usize) -> bool {
        let sentence = self.sentence(at);
        let opens = at.checked_sub(1).filter(|open| self.kind(*open) == TokenKind::Open && *open > sentence.start);
        let capital = |words: Tokens| {
            let name = self.text.tokens.get(words.end).is_some_and(|next| next.capital);
            name && !self.lexicon.is_place(self.word(words.end))
        };
        opens.is_some_and(|open| self.credit_end(open, sentence.end).is_some())
            && self.tie_at(at).is_some_and(|(words, _)| capital(words))
            && self.cues(&sentence).is_empty()
    }

    /// Where the phrase that begins here ends, if whoever stands behind it is the source: `according to`, `in the words of`.
    pub fn sourcing_phrase_end(&self, at: usize) -> Option<usize> {
        let mut phrases = self.lexicon.sourcing_phrases().iter();
        let phrase = phrases.find(|words| words.iter().enumerate().all(|(i, word)| self.is(at + i, word)));
        phrase.map(|words| at + words.len())
    }

    /// `according to plan`, `according to the rules`: nobody says anything.
    fn follows_rules(&self, phrase: &Tokens) -> bool {
        self.is_in(phrase.end - 1, Class::Standard) && !self.text.tokens[phrase.end - 1].capital
    }

    /// `a survey released on Thursday`, `reports emerging in the press`: the participle tells which one.
    fn with_participle(&self, phrase: Tokens, ceiling: usize) -> Tokens {
        let at = phrase.end;
        let participle = matches!(self.tag(at), Tag::PastParticiple | Tag::PresentParticiple)
            || (self.word(at).ends_with("ed") && matches!(self.tag(at + 1), Tag::Adposition));
        if at >= ceiling || !participle || (self.is_in(at, Class::Citing) || self.is(at, "adding")) {
            return phrase;
        }
        let ends = |at: &usize| {
            self.parts_clauses(*at)
                || (self.is_finite(*at) && *at > phrase.end)
                || (self.is_in(*at, Class::RelativePronoun) || self.is(*at, "and") || self.is(*at, "that"))
        };
        let end = (at..ceiling).find(ends).unwrap_or(ceiling);
        phrase.start..end
    }

    /// Behind all that describes the source: an aside, or `according to a source who spoke with the Courier, …`.
    fn relative_end(&self, source_end: usize, ceiling: usize) -> usize {
        // `according to a report citing two clerks, …`
        let cites = self.is_in(source_end, Class::Citing);
        if !self.is_in(source_end, Class::RelativePronoun) && !self.is(source_end, "that") && !cites {
            return self.aside_end(source_end, ceiling);
        }
        let close = (source_end..ceiling).find(|at| self.parts_clauses(*at) || self.quotation_from(*at).is_some());
        close.filter(|close| self.kind(*close) == TokenKind::Comma).unwrap_or(source_end)
    }

    /// Behind all that hangs on the source up to the comma of the clause: `according to a study by two economists of the
    /// union and the port, …`. Where a verb comes first, the clause has begun without a comma.
    fn phrase_end(&self, end: usize, ceiling: usize) -> usize {
        /// Words that hang on a source.
        const LONGEST: usize = 20;
        if end >= ceiling || self.parts_clauses(end) || !(self.tag(end) == Tag::Adposition || self.is(end, "and")) {
            return end;
        }
        let mut rest =
            (end..ceiling.min(end + LONGEST)).take_while(|at| !self.is_finite(*at) && !self.in_quotation(*at));
        rest.find(|at| self.kind(*at) == TokenKind::Comma).unwrap_or(end)
    }

    /// Behind an aside that describes the source: `according to Roe, who led the work, …`.
    pub(super) fn aside_end(&self, source_end: usize, ceiling: usize) -> usize {
        if self.kind(source_end) != TokenKind::Comma || source_end + 1 >= ceiling {
            return source_end;
        }
        let first = source_end + 1;
        // `according to the Courier, via Tarn News, …`
        let passed = self.tie_at(first).is_some_and(|(_, role)| role == Role::PassedOn);
        let describes = self.is_in(first, Class::DescriptionOpener) || self.is_in(first, Class::Citing) || passed;
        let close = (first..ceiling).find(|at| self.kind(*at) == TokenKind::Comma && !self.in_quotation(*at));
        let finite = (first..close.unwrap_or(ceiling)).filter(|at| self.is_finite(*at)).count();
        let relative = self.is_in(first, Class::RelativePronoun) || self.is_in(first, Class::Citing);
        // Without a closing comma an aside only runs to the end where it could not be the main clause.
        if describes && (relative || finite == 0) {
            return close.unwrap_or(if relative { ceiling } else { source_end });
        }
        source_end
    }

    /// `as the mayor put it`, `as Roe told the Courier`.
    fn as_clause_at(&self, at: usize, sentence: &Tokens) -> Option<Parenthesis> {
        let apart = at == sentence.start || self.parts_clauses(at - 1);
        if !self.is(at, "as") || !apart {
            return None;
        }
        let mut subject = self.noun_phrase_from(at + 1, sentence.end)?;
        // `as Radio Tarn reports`: the tagger takes the verb for a plural.
        let last = subject.end - 1;
        let reports = self.lexicon.verb(self.word(last)).is_some_and(|verb| verb.takes(Pattern::Parenthetical));
        if reports
            && last > subject.start
            && self.word(last).ends_with('s')
            && self.nothing_follows(last + 1, sentence.end)
        {
            subject.end = last;
        }
        let reports = |head: usize| head == last && subject.end == last;
        // `as Roe, a lawyer for the union, explained`
        let behind = if self.kind(subject.end) == TokenKind::Comma {
            (subject.end + 1..sentence.end.min(subject.end + 16)).find(|c| self.kind(*c) == TokenKind::Comma)? + 1
        } else {
            subject.end
        };
        let is_verb = |h: &usize| self.tag(*h).is_verb() || self.cue_form(*h) || reports(*h);
        let head = (behind..sentence.end.min(behind + 4)).find(is_verb)?;
        // `As Grandmother would say`: nobody said it.
        if self.verb_group(head, behind).modal {
            return None;
        }
        let verb = self.lexicon.verb(self.word(head));
        let puts = self.is(head, "put") && self.is(head + 1, "it");
        if !puts && !verb.is_some_and(|verb| verb.takes(Pattern::Parenthetical) || verb.takes(Pattern::Recipient)) {
            return None;
        }
        // `as her top shows`, `as he has shown in May`: no cue, and deeds.
        let shows = verb.is_some_and(|verb| verb.takes(Pattern::Shows));
        let lame = self.is_possessive(subject.start) && self.tag(subject.end - 1) != Tag::Noun;
        let own = subject.len() == 1 && self.is_in(subject.start, Class::OwnVoice);
        if own || lame || self.is_thing(&subject) || shows && self.is_in(subject.start, Class::PersonPronoun) {
            return None;
        }
        let mut end = head + 1 + usize::from(puts);
        let recipient =
            verb.filter(|verb| verb.takes(Pattern::Recipient)).and_then(|_| self.recipient(end, sentence.end));
        if let Some(recipient) = &recipient {
            end = recipient.end;
        }
        end = self.after_adjuncts(end, sentence.end);
        // Content of its own would make it a cue like any other: `as Roe announced that …`.
        let closed = end >= sentence.end || self.parts_clauses(end);
        closed.then(|| Parenthesis {
            cue: head..head + 1 + usize::from(puts),
            source: subject,
            all: at..end,
            recipient,
            frame: Frame::AsSubjectVerb,
        })
    }

    /// Whether a word is an attributing verb in a form that ends like one, whatever the tagger says.
    fn cue_form(&self, at: usize) -> bool {
        self.word(at).ends_with("ed") && self.lexicon.verb(self.word(at)).is_some()
    }

    /// A parenthesis in the form the other frames know a cue in.
    fn as_cue(parenthesis: &Parenthesis, sentence: &Tokens) -> Cue {
        Cue {
            verb: Verb::neutral(),
            group: VerbGroup::of_words(parenthesis.cue.clone()),
            words: parenthesis.cue.clone(),
            sentence: sentence.clone(),
        }
    }

    /// `The Courier reported, according to two clerks, the bridge is shut.`: who stands in front and reports what follows.
    fn reporter_in_front(&self, before: &Tokens) -> Option<Tokens> {
        let verb = before.end.checked_sub(2).filter(|verb| *verb > before.start && self.is_finite(*verb))?;
        let reports = self.lexicon.verb(self.word(verb)).is_some_and(|verb| verb.takes(Pattern::Clause));
        let subject = self.noun_phrase_from(before.start, verb).filter(|subject| subject.end == verb)?;
        (reports && self.kind(verb + 1) == TokenKind::Comma).then_some(subject)
    }

    fn content_around(&self, sentence: &Tokens, parenthesis: &Parenthesis, cue: &Cue) -> Option<Vec<Tokens>> {
        let all = &parenthesis.all;
        // `The tour starts in May; tickets, according to Roe, are cheap`
        let interrupts = all.end + 1 < sentence.end && self.kind(all.end) == TokenKind::Comma;
        let parted = |at: &usize| interrupts && self.kind(*at) == TokenKind::Semicolon && !self.in_quotation(*at);
        let clause = (sentence.start..all.start).rev().find(parted).map_or(sentence.start, |semicolon| semicolon + 1);
        let start = self.after_connective(&(clause..all.start));
        let bracket = all.start > start && self.kind(all.start - 1) == TokenKind::Open;
        let before = start..all.start - usize::from(bracket);
        let front = self.words_in(&before) == 0;
        if front {
            // A quotation of the next lines may stand there as well: `As Roe told the Courier, "…"`.
            let from = all.end + usize::from(self.parts_clauses(all.end) && self.quotation_from(all.end).is_none());
            let end = self.content_end(from, cue);
            return self.complete(&(from..end)).then(|| vec![from..end]);
        }
        // `noted that, according to Roe, the road …`: the clause begins behind the parenthesis.
        let conjunction = all.start - 1 - usize::from(self.kind(all.start - 1) == TokenKind::Comma);
        // `late because, in his words, “it rained”`
        let reason = self.is_in(conjunction, Class::Subordinator);
        let stated = self.is(conjunction, "that") && self.lexicon.verb(self.word(conjunction - 1)).is_some();
        if conjunction > sentence.start && (reason || stated) {
            let from = all.end + usize::from(self.kind(all.end) == TokenKind::Comma);
            let end = self.content_end(from, cue);
            return self.complete(&(from..end)).then(|| vec![from..end]);
        }
        let closes = self.quotation_to(all.start - 1).is_some();
        let comma = self.parts_clauses(all.start - 1);
        let after = all.end;
        // `The Courier reported, according to two clerks, that …`: the clause is what the Courier reported.
        let that = after + usize::from(self.kind(after) == TokenKind::Comma);
        let verb = all.start.saturating_sub(2);
        if comma && self.is(that, "that") && self.lexicon.verb(self.word(verb)).is_some() {
            return None;
        }
        if self.reporter_in_front(&before).is_some() && self.kind(after) == TokenKind::Comma {
            let end = self.content_end(after + 1, cue);
            return self.complete(&(after + 1..end)).then(|| vec![after + 1..end]);
        }
        // `That's according to two clerks.`: what is, stands in front.
        let be = self.is_in(all.start - 1, Class::BeForm) || self.is(all.start - 1, "'s");
        if self.is_pronoun(start) && be && all.start - start == 2 {
            return None;
        }
        let goes_on = comma && self.kind(after) == TokenKind::Comma && after + 1 < sentence.end;
        if goes_on && !closes {
            let end = self.content_end(after + 1, cue);
            let left = self.clause_left(&self.behind_conjunction(&before));
            if (!self.reads_as_clause(&left) || self.is_relative(left.start))
                && (after + 1..end).any(|at| self.is_finite(at) || self.tag(at).is_verb())
            {
                return Some(vec![left, after + 1..end]);
            }
        }
        // `, but` before the source opens a clause of the page's own; the source covers the one it closes.
        self.complete(&before).then(|| vec![before])
    }

    /// `reports that the firm, according to two clerks, is …`: from behind the conjunction of another cue on.
    fn behind_conjunction(&self, before: &Tokens) -> Tokens {
        let joins = |at: &usize| self.is(*at, "that") && self.lexicon.verb(self.word(*at - 1)).is_some();
        let that = (before.start + 1..before.end).rev().find(joins);
        that.map_or(before.start, |that| that + 1)..before.end
    }

    /// From a relative pronoun on, when that is what the parenthesis interrupts: `boats which, according to …`.
    fn clause_left(&self, before: &Tokens) -> Tokens {
        let last = before.end.saturating_sub(1);
        let pronoun = last.saturating_sub(usize::from(self.kind(last) == TokenKind::Comma));
        if pronoun > before.start && self.is_relative(pronoun) { pronoun..before.end } else { before.clone() }
    }

    fn complete(&self, tokens: &Tokens) -> bool {
        let headline = self.in_heading(tokens.start);
        self.may_be_clause(tokens)
            || tokens.clone().any(|at| self.in_quotation(at))
            || (headline && self.words_in(tokens) >= 3)
            || (self.words_in(tokens) >= 4 && tokens.clone().any(|at| self.tag(at).is_verb()))
    }
}
