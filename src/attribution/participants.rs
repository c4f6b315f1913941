//! Who takes part in a statement besides its source, by the words that tie them to it: `citing`, `via`, `seen by`.
//!
//! The words and roles of `ties.tsv`, and whose source somebody is: `the Courier's insider`, `sources at the paper`. In: a run
//! of tokens. Out: [`Hand`]s. Prepositions that may mean anything (`in`, `on`, `to`) are weighed in `conduit`.

use super::reading::Reading;
use super::{Hand, Role, Tokens};
use crate::lexicon::{Class, NounClass, Part};
use crate::text::{Tag, TokenKind};

impl From<Part> for Role {
    fn from(part: Part) -> Self {
        match part {
            Part::Cited => Self::Cited,
            Part::PassedOn => Self::PassedOn,
            Part::Medium => Self::Medium,
        }
    }
}

impl Reading<'_> {
    /// What ties somebody to a statement, if it begins here: the words and the role.
    pub fn tie_at(&self, at: usize) -> Option<(Tokens, Role)> {
        // `without citing a source`
        let denied = |before: usize| self.is(before, "without") || self.is_in(before, Class::Negation);
        if self.in_quotation(at) || !self.text.tokens.get(at)?.is_wordlike() || at.checked_sub(1).is_some_and(denied) {
            return None;
        }
        // `published on Monday by the Courier`: a day may stand between participle and preposition.
        let sentence = self.sentence(at).end;
        let ends = |words: &[&str]| match words {
            [_, preposition] => {
                let on = at + 1 + usize::from(self.is(at + 1, "on"));
                // `asked about the draw by Sky`
                let about = self.is(at + 1, "about").then(|| self.noun_phrase_from(at + 2, sentence)).flatten();
                let behind = [Some(at + 1), self.time_end(on, sentence), about.map(|about| about.end)];
                behind.into_iter().flatten().find(|end| self.is(*end, preposition)).map(|end| end + 1)
            }
            _ => words.iter().enumerate().all(|(i, word)| self.is(at + i, word)).then_some(at + words.len()),
        };
        let mut ties = self.lexicon.ties(self.word(at)).iter();
        if let Some((end, part)) = ties.find_map(|tie| Some((ends(&tie.words)?, tie.part))) {
            // `on the basis of who leads`, `based on how old it is`: a question is nobody.
            let asks = self.is_in(end, Class::QuestionWord) && !self.is(end, "what");
            return (!asks).then(|| (at..end, part.into()));
        }
        // `attributing the claim to two clerks`
        if self.is_any(at, &["attributing", "crediting"]) {
            let to = (at + 1..at + 6).find(|to| self.is(*to, "to"))?;
            return Some((at..to + 1, Role::Cited));
        }
        // `pointing to a notice`, but `pointing to the door`; `referring to two sources`, but `referring to a memoir`
        if self.is_any(at, &["pointing", "referring"]) && self.is(at + 1, "to") {
            let phrase = self.noun_phrase_from(at + 2, sentence)?;
            let papers = self.is(at, "pointing") && self.is_document(phrase.end - 1);
            let insiders = phrase.clone().any(|at| self.is_insider(at));
            return (papers || insiders).then_some((at..at + 2, Role::Cited));
        }
        // `which cited`, `that quoted`: only behind a relative pronoun; elsewhere it is a sentence of its own.
        let cites = self.is_in(at, Class::CitesOrQuotes) && self.tag(at) != Tag::Noun;
        let relative = at.checked_sub(1).is_some_and(|before| self.is_relative(before) || self.is(before, "that"));
        (cites && relative).then_some((at..at + 1, Role::Cited))
    }

    /// `a listing spotted by the Courier`, `a page leaked to Radio Tarn`: whatever was done with what somebody said or wrote
    /// was done by or for a name there, unless the words speak against it: `a report attacked by the Courier`.
    pub fn open_tie_at(&self, at: usize) -> Option<(Tokens, Role)> {
        let participle = self.tag(at) == Tag::PastParticiple
            || self.word(at).ends_with("ed")
            || self.is_in(at, Class::PastForm) && self.tag(at) != Tag::FiniteVerb;
        let before = at.checked_sub(1)?;
        let belongs = self.pauses(before) || self.is_nominal(before);
        if !participle || !belongs || self.in_quotation(at) || self.is_in(at, Class::HostileParticiple) {
            return None;
        }
        // `dug up by`
        let particle = usize::from(self.tag(at + 1) != Tag::Adposition || self.is_in(at + 2, Class::AgentPreposition));
        let preposition = at + 1 + particle;
        let name = preposition + 1 + usize::from(self.is(preposition + 1, "the"));
        let named = self.text.tokens.get(name).is_some_and(|token| token.capital) && !self.is_time(name);
        (self.is_in(preposition, Class::AgentPreposition) && named).then_some((at..preposition + 1, Role::Medium))
    }

    /// `source`, `insider`: who tells without a name.
    pub(super) fn is_insider(&self, at: usize) -> bool {
        self.lexicon.noun(self.word(at)).is_some_and(|noun| noun.class == NounClass::Insider)
    }

    pub fn is_document(&self, at: usize) -> bool {
        self.lexicon.noun(self.word(at)).is_some_and(|noun| noun.class == NounClass::Document)
    }

    /// Everybody whom a run of tokens ties to the statement it belongs to. Of those cited, each is one step deeper.
    pub fn participants(&self, zone: &Tokens, hands: &mut Vec<Hand>) {
        let mut at = zone.start;
        while at < zone.end {
            if let Some(hand) = self.seen_by(at, zone.end) {
                at = hand.cue.end;
                hands.push(hand);
                continue;
            }
            let Some((cue, role)) = self.tie_at(at).or_else(|| self.open_tie_at(at)) else {
                at += 1;
                continue;
            };
            // `Roe, whose book is based on interviews with two clerks, said`: what the book has is not what Roe says, as what an
            // outlet's report has is what the outlet says.
            let whose = (zone.start..at).rev().take(8).take_while(|before| !self.pauses(*before));
            let whose = whose.into_iter().find(|before| self.is(*before, "whose"));
            let of_another = role == Role::Cited
                && whose.is_some_and(|whose| !(whose..at).any(|thing| self.is_in(thing, Class::NewsPiece)));
            let Some(phrase) = self.noun_phrase_from(cue.end, zone.end).filter(|_| !of_another) else {
                at = cue.end;
                continue;
            };
            // `based on interviews with two clerks`: they told, not the interviews.
            let held = |at: &usize| self.is_in(*at, Class::Conversation) && self.is(*at + 1, "with");
            let held = phrase.clone().find(held).map(|at| at + 2);
            let phrase = held.and_then(|with| self.noun_phrase_from(with, zone.end)).unwrap_or(phrase);
            at = phrase.end;
            let mention = match role {
                Role::Cited => self.with_description(phrase, zone.end),
                _ => self.outlet_part(&phrase),
            };
            hands.push(Hand { role, mention, cue });
        }
    }

    /// `the papers, which the Courier obtained from a clerk,`: who saw them, as in `obtained by`.
    fn seen_by(&self, at: usize, ceiling: usize) -> Option<Hand> {
        let relative = self.is_any(at, &["which", "that"]);
        // `documents the Courier obtained`
        let contact = || at > 0 && self.is_document(at - 1) && (self.is(at, "the") || self.capital_inside(at));
        if self.in_quotation(at) || !relative && !contact() {
            return None;
        }
        let phrase = self.noun_phrase_from(at + usize::from(relative), ceiling)?;
        let verb = phrase.end + usize::from(self.tag(phrase.end) == Tag::FiniteAuxiliary);
        let saw = verb < ceiling && (self.is_in(verb, Class::SeenParticiple) || self.is(verb, "saw"));
        saw.then(|| Hand { role: Role::Medium, mention: self.outlet_part(&phrase), cue: verb..verb + 1 })
    }

    /// A source without the words that tell who saw or cited it: `a letter seen by the Courier` is a letter.
    pub fn without_provenance(&self, tokens: &Tokens) -> Tokens {
        // `excerpts released by the palace` stay whole: whoever is no outlet is no hand, and tells which excerpts.
        let person = self.is_somebody(self.head_of(tokens)) || self.is_insider(self.head_of(tokens));
        let passed_on = |at: &usize| {
            let tied = self.tie_at(*at).or_else(|| self.open_tie_at(*at)).filter(|(_, role)| *role != Role::Cited);
            tied.is_some_and(|(cue, _)| {
                // `two clerks interviewed by the Courier`: who they are does not hang on it.
                person && self.tag(*at) == Tag::PastParticiple
                    || self.is_in(*at, Class::SeenParticiple)
                    || self.noun_phrase_from(cue.end, tokens.end).is_some_and(|phrase| self.sounds_like_outlet(&phrase))
            })
        };
        let cut = tokens.clone().skip(1).find(|at| !self.is_relative(at - 1) && passed_on(at)).unwrap_or(tokens.end);
        let comma = usize::from(cut < tokens.end && self.kind(cut - 1) == TokenKind::Comma);
        tokens.start..(cut - comma).max(tokens.start + 1)
    }

    /// `the Courier's sources`, `her insider`, `sources at the paper`: whose source speaks.
    pub fn owner_of_source(&self, source: &Tokens) -> Option<Hand> {
        let owner = |mention: Tokens, cue: Tokens| Some(Hand { role: Role::Owner, mention, cue });
        let head = source.clone().find(|at| self.is_insider(*at))?;
        if let Some(genitive) = (source.start + 1..head).rev().find(|at| self.is_genitive(*at)) {
            return owner(source.start..genitive, genitive..head + 1);
        }
        if self.is_in(source.start, Class::Possessive) && head > source.start {
            return owner(source.start..source.start + 1, source.start..head + 1);
        }
        // `Reuters sources`
        if head > source.start && self.is_any(head, &["source", "sources"]) && self.outlet_name(&(source.start..head)) {
            return owner(source.start..head, head..head + 1);
        }
        let at_work = self.is_any(head, &["source", "sources"]) && self.is(head + 1, "at") && head + 2 < source.end;
        at_work.then(|| owner(head + 2..source.end, head..head + 2)).flatten()
    }
}
