//! The further hands that a cue's own sentence names: who was told, where it was aired, who is cited, `reportedly`.
//!
//! Gathered generously: only a news outlet counts as somebody told, and only who can be a source counts as cited.
//! Which is which is known once mentions are resolved, so the chain decides.

use super::cue::Cue;
use super::reading::Reading;
use super::{Hand, Role, Tokens};
use crate::lexicon::{Class, Pattern};
use crate::report::Kind;
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
        // `Vey went on Radio Tarn and said`, `Vey waved it off in a chat with the Courier, saying`: the same speaker's deed.
        let deed = self.deed_of_speaker(cue, subject);
        self.mediums_of_deed(&deed, &mut hands);
        // `Vey, in comments to the Courier, said`
        let aside = self.setting_behind(subject);
        self.mediums(cue, &self.until_cue(&aside), &mut hands);
        hands.extend(self.host_of_clause(cue, subject));
        hands.extend(self.told_in_relative(cue, subject));
        hands.extend(self.sourced_between(cue, content));
        // `the report quotes from the website`: the cue itself cites.
        if cue.verb.lemma == "quote from"
            && let Some(phrase) = self.noun_phrase_from(cue.words.end, cue.sentence.end)
        {
            hands.push(Hand { role: Role::Cited, mention: phrase, cue: cue.words.clone() });
        }
        // `Radio Tarn has learned from two clerks that …`, `Radio Tarn understands from two clerks that …`
        if self.is(cue.words.end, "from")
            && let Some(phrase) = self.noun_phrase_from(cue.words.end + 1, cue.sentence.end)
            && (self.is_in(cue.words.start, Class::Learning) || self.is_somebody(self.head_of(&phrase)))
        {
            let mention = self.with_description(phrase, cue.sentence.end);
            hands.push(Hand { role: Role::Cited, mention, cue: cue.words.end..cue.words.end + 1 });
        }
        for zone in front.iter().chain(&after).chain([subject, &deed]) {
            self.participants(&self.until_cue(zone), &mut hands);
        }
        hands.extend(content.iter().filter_map(|piece| self.source_inside(piece)));
        hands
    }

    /// `The Courier reported, according to two clerks, that …`
    fn sourced_between(&self, cue: &Cue, content: &[Tokens]) -> Option<Hand> {
        let content = content.first().filter(|content| content.start > cue.words.end)?;
        let (at, end) = (cue.words.end..content.start).find_map(|at| Some((at, self.sourcing_phrase_end(at)?)))?;
        let phrase = self.noun_phrase_from(end, content.start)?;
        Some(Hand { role: Role::Cited, mention: self.with_description(phrase, content.start), cue: at..end })
    }

    /// What a speaker does before the cue, in a clause whose subject the cue shares: `went on Radio Tarn and` said.
    fn deed_of_speaker(&self, cue: &Cue, subject: &Tokens) -> Tokens {
        let deed = subject.end.max(cue.sentence.start)..cue.group.tokens.start;
        // What another cue attributes is no deed.
        let states = |at: &usize| {
            self.is_finite(*at)
                && self.tie_at(*at).is_none()
                && !self.is_in(*at, Class::SpeakingVerb)
                && self.cue_at(*at, &cue.sentence).is_some_and(|other| {
                    // `laughed it off in a chat with the Courier, saying`: nothing is quoted there.
                    other.verb.kind == Kind::Speech && other.verb.takes(Pattern::Clause)
                })
        };
        let end = deed.clone().find(states).unwrap_or(deed.end);
        deed.start..end.max(deed.start)
    }

    /// The outlet on whose air or pages a clause of somebody else's stands: `Radio Tarn followed with a clerk saying that`,
    /// `the Courier has Vey confirming that`, `the Courier runs an interview in which Vey says`.
    fn host_of_clause(&self, cue: &Cue, subject: &Tokens) -> Option<Hand> {
        let before = subject.start.checked_sub(1).filter(|at| *at > cue.sentence.start)?;
        let within = self.is(before, "which") && self.is(before - 1, "in") || self.is(before, "where");
        let main = if within { cue.sentence.start..before } else { cue.sentence.start..subject.start };
        let apart = main.clone().any(|at| self.pauses(at) && at + 1 == main.end);
        if !(cue.group.participle || within) || apart {
            return None;
        }
        let host = self.main_subject(&main)?;
        Some(Hand { role: Role::Medium, mention: host, cue: before..before + 1 })
    }

    /// `the Courier, to whom she complained that …`
    fn told_in_relative(&self, cue: &Cue, subject: &Tokens) -> Option<Hand> {
        let to = subject.start.checked_sub(2).filter(|at| *at > cue.sentence.start && self.is(*at, "to"))?;
        if !self.is_any(to + 1, &["whom", "which"]) {
            return None;
        }
        let comma = usize::from(self.kind(to - 1) == TokenKind::Comma);
        let mention = self.outlet_part(&self.noun_phrase_before(to - comma, cue.sentence.start)?);
        Some(Hand { role: Role::Told, mention, cue: to..to + 2 })
    }

    /// What commas set off behind a subject, where it tells how somebody speaks and not who that is.
    fn setting_behind(&self, subject: &Tokens) -> Tokens {
        let comma = subject.clone().skip(1).find(|at| self.kind(*at) == TokenKind::Comma);
        let speaks = |at: usize| {
            self.is_in(at, Class::SpeakingParticiple)
                || self.is_in(at, Class::ContentPreposition)
                    && (at..subject.end.min(at + 5)).any(|at| self.is_in(at, Class::OwnPaper))
        };
        comma.map(|comma| comma + 1..subject.end).filter(|aside| speaks(aside.start)).unwrap_or_default()
    }

    /// H13: a quoted news sentence that carries its own attribution, `"…, people close to the firm said," the Courier
    /// reported`. The chain counts it if an outlet is quoted.
    fn source_inside(&self, content: &Tokens) -> Option<Hand> {
        let quotation = self.quotation_to(content.end.checked_sub(1)?).filter(|q| q.closed)?;
        let inside = self.trimmed(&quotation.inside());
        if let Some(hand) = self.source_in_front(&inside) {
            return Some(hand);
        }
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
        // `“Well, it is a thing to say,” Roe said`: nobody says that.
        let infinitive = self.is(group.tokens.start - 1, "to") || phrase.clone().any(|at| self.is_finite(at));
        let closes = self.after_adjuncts(rest, inside.end) >= inside.end && !infinitive;
        (closes && !phrase.is_empty() && self.noun_phrase_from(phrase.start, phrase.end).is_some()).then(|| Hand {
            role: Role::Cited,
            mention: phrase,
            cue: head..head + 1,
        })
    }

    /// `"According to the report, the pier is shut," the Courier reports`
    fn source_in_front(&self, inside: &Tokens) -> Option<Hand> {
        let start = self.after_connective(inside);
        let cue = start..start + 2;
        let phrase = self.noun_phrase_from(cue.end, inside.end).filter(|_| self.reads(start, "according to"))?;
        Some(Hand { role: Role::Cited, mention: phrase, cue })
    }

    /// A zone up to the next cue in it: what stands behind belongs to that one.
    fn until_cue(&self, zone: &Tokens) -> Tokens {
        let end = zone.clone().skip(1).find(|at| {
            // `a memo leaked to the Courier`: a participle, whatever the tagger makes of it.
            let cue = self.is_finite(*at) && self.lexicon.verb(self.word(*at)).is_some() && self.tie_at(*at).is_none();
            !self.in_quotation(*at) && (cue || self.reads(*at, "according to"))
        });
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

    /// `people close to the firm`: the words behind the noun that say who is meant.
    pub fn with_description(&self, phrase: Tokens, ceiling: usize) -> Tokens {
        if phrase.end < ceiling
            && (self.is_in(phrase.end, Class::InsiderAdjective)
                || self.is(phrase.end, "with")
                || self.is(phrase.end, "in")
                || self.is(phrase.end, "at"))
        {
            let rest = (phrase.end + 1..ceiling).find(|at| {
                self.parts_clauses(*at)
                    || self.is_finite(*at)
                    || (self.is_in(*at, Class::RelativePronoun) || self.is(*at, "and") || self.is(*at, "that"))
                    // `quotes a person close to the club as saying`
                    || self.is(*at, "as") && self.tag(at + 1) == Tag::PresentParticiple
            });
            return phrase.start..rest.unwrap_or(ceiling);
        }
        if self.is_role(phrase.end - 1) { self.with_name_behind(phrase, ceiling) } else { phrase }
    }
}
