//! The further hands that a cue's own sentence names: who was told, where it was aired, who is cited, `reportedly`.
//!
//! Gathered generously: only a news outlet counts as somebody told, and only who can be a source counts as cited.
//! Which is which is known once mentions are resolved, so the chain decides.

use super::cue::Cue;
use super::reading::Reading;
use super::{Hand, Role, Tokens};
use crate::lexicon::Pattern;
use crate::text::{Tag, TokenKind};

impl Reading<'_> {
    /// The hands that stand around a cue, outside its content. `subject` is the stretch in front of the verb.
    pub fn hands(&self, cue: &Cue, subject: &Tokens, recipient: Option<Tokens>, content: &[Tokens]) -> Vec<Hand> {
        let mut hands = Vec::new();
        if let Some(adverb) = cue.group.hearsay {
            hands.push(Hand { role: Role::Hearsay, mention: adverb..adverb + 1, cue: adverb..adverb + 1 });
        }
        let after = self.outside(cue.words.end..cue.sentence.end, content);
        let front = self.outside(cue.sentence.start..subject.start.max(cue.sentence.start), content);
        let mut told_end = cue.words.end;
        if let Some(recipient) = recipient {
            told_end = recipient.end;
            hands.push(Hand { role: Role::Told, mention: self.outlet_part(&recipient), cue: cue.words.clone() });
        }
        for zone in front.iter().chain(&after) {
            let zone = zone.start.max(if zone.start >= cue.words.end { told_end } else { 0 })..zone.end;
            self.mediums(cue, &self.until_cue(&zone), &mut hands);
        }
        // `the report quotes from the website`: the cue itself cites.
        if cue.verb.lemma == "quote from"
            && let Some(phrase) = self.noun_phrase_from(cue.words.end, cue.sentence.end)
        {
            hands.push(Hand { role: Role::Cited, mention: phrase, cue: cue.words.clone() });
        }
        for zone in front.iter().chain(&after).chain(std::iter::once(subject)) {
            self.cited(zone, &mut hands);
        }
        self.obtained(subject, &mut hands);
        hands.extend(content.iter().filter_map(|piece| self.source_inside(piece)));
        hands
    }

    /// H13: a quoted news sentence that carries its own attribution, `"…, people close to the firm said," the Courier
    /// reported`. The chain counts it if an outlet is quoted.
    fn source_inside(&self, content: &Tokens) -> Option<Hand> {
        let quotation = self.quotation_to(content.end.checked_sub(1)?).filter(|q| q.closed)?;
        let inside = self.trimmed(&quotation.inside());
        let comma = (inside.end.saturating_sub(16).max(inside.start)..inside.end)
            .rev()
            .find(|at| self.kind(*at) == TokenKind::Comma)?;
        let head = (comma + 1..inside.end).find(|at| {
            self.lexicon
                .verb(self.word(*at))
                .is_some_and(|verb| verb.takes(Pattern::Parenthetical) || verb.takes(Pattern::Recipient))
        })?;
        let group = self.verb_group(head, comma + 1);
        let phrase = comma + 1..group.tokens.start;
        let rest = self.recipient(head + 1, inside.end).map_or(head + 1, |told| told.end);
        let closes = self.after_adjuncts(rest, inside.end) >= inside.end;
        (closes && !phrase.is_empty() && self.noun_phrase_from(phrase.start, phrase.end).is_some()).then(|| Hand {
            role: Role::Cited,
            mention: phrase,
            cue: head..head + 1,
        })
    }

    /// A zone up to the next cue in it: what stands behind belongs to that one.
    fn until_cue(&self, zone: &Tokens) -> Tokens {
        let end = zone
            .clone()
            .skip(1)
            .find(|at| self.is_finite(*at) && self.lexicon.verb(self.word(*at)).is_some() && !self.in_quotation(*at));
        zone.start..end.unwrap_or(zone.end)
    }

    /// A run without the pieces of content in it.
    fn outside(&self, tokens: Tokens, content: &[Tokens]) -> Vec<Tokens> {
        let mut pieces = Vec::new();
        let mut start = tokens.start;
        for piece in content.iter().filter(|piece| piece.start < tokens.end && piece.end > tokens.start) {
            if piece.start > start {
                pieces.push(start..piece.start);
            }
            start = start.max(piece.end);
        }
        if start < tokens.end {
            pieces.push(start..tokens.end);
        }
        pieces
    }

    fn mediums(&self, cue: &Cue, zone: &Tokens, hands: &mut Vec<Hand>) {
        for (preposition, phrase) in self.prepositional_phrases(&self.until_participle(zone)) {
            if self.describes_somebody(preposition, zone.start)
                || zone.end <= cue.words.start && self.happens_elsewhere(&(zone.start..preposition))
                || self.is(preposition, "to") && !self.speaks_to(preposition)
                || self.is_time(phrase.start)
                || phrase.len() == 1 && self.is_any(phrase.start, &["television", "radio", "tv", "air", "camera"])
            {
                continue;
            }
            let mention = self.outlet_part(&phrase);
            hands.push(Hand { role: Role::Medium, mention, cue: preposition..preposition + 1 });
        }
    }

    /// `the Courier's Ann Roe`, `Radio Norrland host Ann Roe`, `the BBC's breakfast programme`: the outlet stands for
    /// those who work for it. The whole phrase where it names no outlet, or a programme by its title.
    fn outlet_part(&self, phrase: &Tokens) -> Tokens {
        let outlet = |end: usize| {
            self.outlet_name(&(phrase.start..end))
                || (phrase.start..end)
                    .any(|at| self.lexicon.is_outlet_word(self.word(at)) && self.text.tokens[at].capital)
        };
        let titled = phrase.clone().any(|at| self.kind(at) == TokenKind::DoubleQuote);
        // `the Associated Press (AP)`, `the Courier in December`
        let dated = |at: usize| {
            self.tag(at) == Tag::Adposition && (self.is_time(at + 1) || self.kind(at + 1) == TokenKind::Number)
        };
        let beyond = (phrase.start + 1..phrase.end).find(|at| self.kind(*at) == TokenKind::Open || dated(*at));
        let phrase = &(phrase.start..beyond.unwrap_or(phrase.end));
        let end = (phrase.start + 1..phrase.end).find(|at| self.is_genitive(*at) || self.is_presenter(*at));
        match end.filter(|end| !titled && outlet(*end)) {
            Some(end) => phrase.start..end,
            None => phrase.clone(),
        }
    }

    /// `host`, `anchor`: who speaks for an outlet on air or in print, right in front of a name.
    pub fn is_presenter(&self, at: usize) -> bool {
        const PRESENTERS: [&str; 12] = [
            "host",
            "co-host",
            "anchor",
            "reporter",
            "correspondent",
            "presenter",
            "moderator",
            "journalist",
            "columnist",
            "commentator",
            "interviewer",
            "editor",
        ];
        self.is_any(at, &PRESENTERS) && self.text.tokens.get(at + 1).is_some_and(|next| next.capital)
    }

    /// `He was copied on the Courier's questions and Roe said`: a clause of its own in front, unless somebody speaks in it.
    fn happens_elsewhere(&self, tokens: &Tokens) -> bool {
        const SPEAKS: [&str; 10] =
            ["appeared", "spoke", "went", "talked", "sat", "wrote", "testified", "gave", "interviewed", "asked"];
        let speaks = tokens.clone().any(|at| self.is_any(at, &SPEAKS));
        !speaks && tokens.clone().any(|at| self.is_finite(at) && !self.in_quotation(at))
    }

    /// `, referring to the debate on Sky`: another deed of the speaker, unless it is speaking.
    fn until_participle(&self, zone: &Tokens) -> Tokens {
        const SPEAKING: [&str; 6] = ["speaking", "appearing", "talking", "writing", "testifying", "being"];
        let deed = zone
            .clone()
            .skip(1)
            .find(|at| self.tag(*at) == Tag::PresentParticiple && self.pauses(*at - 1) && !self.is_any(*at, &SPEAKING));
        zone.start..deed.unwrap_or(zone.end)
    }

    /// `in a letter to the Courier`, `said to Sky`, but `likened to the Star`.
    fn speaks_to(&self, preposition: usize) -> bool {
        const PAPERS: [&str; 15] = [
            "statement",
            "statements",
            "email",
            "e-mail",
            "emails",
            "letter",
            "message",
            "comment",
            "comments",
            "remarks",
            "call",
            "interview",
            "note",
            "response",
            "reply",
        ];
        let Some(before) = preposition.checked_sub(1) else { return true };
        if self.is_any(before, &PAPERS) {
            // `before Roe's comments to Sky`: somebody else's.
            return !(before.saturating_sub(3)..before).any(|at| self.is_genitive(at));
        }
        self.is_any(before, &["speaking", "spoke", "talking", "talked", "writing", "wrote", "on"])
            || self.lexicon.verb(self.word(before)).is_some_and(|verb| verb.takes(Pattern::Quotation))
            || self.pauses(before)
            || self.is_time(before)
            || self.tag(before) == Tag::Adverb
            || self.is_nominal(before) && self.text.tokens[before].capital
            || self.is_pronoun(before)
    }

    /// `an editor at the Courier`, `said Roe, head of drama at Radio Tarn`: where somebody works, not where it was said.
    fn describes_somebody(&self, preposition: usize, floor: usize) -> bool {
        let opens_description = |at: usize| {
            self.is_any(at, &["a", "an", "the", "one", "who", "which", "whose", "former", "now", "then"])
                || self.lexicon.noun(self.word(at)).is_some_and(|noun| noun.class.is_person())
        };
        let pause = (floor..preposition).rev().find(|at| self.pauses(*at));
        preposition.checked_sub(1).is_some_and(|before| self.is_somebody(before))
            || pause.is_some_and(|pause| opens_description(pause + 1))
    }

    /// `seen by Sky`, `obtained by the Courier`, in the description of a document.
    fn obtained(&self, subject: &Tokens, hands: &mut Vec<Hand>) {
        for at in subject.clone() {
            if self.is_any(
                at,
                &[
                    "seen",
                    "obtained",
                    "reviewed",
                    "viewed",
                    "published",
                    "leaked",
                    "provided",
                    "shared",
                    "aired",
                    "released",
                ],
            ) && self.is_any(at + 1, &["by", "to", "with", "on"])
                && let Some(phrase) = self.noun_phrase_from(at + 2, subject.end)
            {
                hands.push(Hand { role: Role::Medium, mention: phrase, cue: at..at + 2 });
            }
        }
    }

    /// `citing two aides`, `based on a report that quoted residents`: each one step deeper than the last.
    pub fn cited(&self, zone: &Tokens, hands: &mut Vec<Hand>) {
        let mut at = zone.start;
        while at < zone.end {
            let Some(words) = self.citing_at(at).filter(|_| !self.in_quotation(at)) else {
                at += 1;
                continue;
            };
            match self.noun_phrase_from(words.end, zone.end) {
                Some(phrase) => {
                    at = phrase.end;
                    let mention = self.with_description(phrase, zone.end);
                    hands.push(Hand { role: Role::Cited, mention, cue: words });
                }
                None => at = words.end,
            }
        }
    }

    /// `people close to the firm`: the words behind the noun that say who is meant.
    pub fn with_description(&self, phrase: Tokens, ceiling: usize) -> Tokens {
        if phrase.end < ceiling
            && self.is_any(phrase.end, &["familiar", "close", "briefed", "involved", "privy", "with", "in", "at"])
        {
            let rest = (phrase.end + 1..ceiling)
                .find(|at| self.parts_clauses(*at) || self.is_finite(*at) || self.is_any(*at, &["and", "who", "that"]));
            return phrase.start..rest.unwrap_or(ceiling);
        }
        phrase
    }

    /// The words that cite, if they begin here.
    fn citing_at(&self, at: usize) -> Option<Tokens> {
        if self.is_any(at, &["citing", "quoting"]) {
            let from = usize::from(self.is(at + 1, "from"));
            return Some(at..at + 1 + from);
        }
        if self.are(at, &["based", "on"])
            || self.are(at, &["relying", "on"])
            || self.are(at, &["drawing", "on"])
            || self.are(at, &["attributed", "to"])
        {
            return Some(at..at + 2);
        }
        // `which cited`, `that quoted`: only behind a relative pronoun; elsewhere it is a sentence of its own.
        let cites = self.is_any(at, &["cited", "cites", "quoted", "quotes"]) && self.tag(at) != Tag::Noun;
        (cites && at.checked_sub(1).is_some_and(|before| self.is_relative(before) || self.is(before, "that")))
            .then_some(at..at + 1)
    }
}
