//! Where something was said: to an outlet, on it, in it, or in a paper that an outlet has seen.
//!
//! In: the words around a cue. Out: [`Hand`]s that are told or are mediums. Phrases that only tell where a speaker works,
//! or belong to another deed, are no setting of the cue.

use super::cue::Cue;
use super::reading::Reading;
use super::{Hand, Role, Tokens};
use crate::lexicon::{Class, NounClass, Pattern};
use crate::report::Kind;
use crate::text::{Tag, TokenKind};

impl Reading<'_> {
    /// The outlets of a zone around a cue: the phrases behind a preposition that say where something was said.
    pub fn mediums(&self, cue: &Cue, zone: &Tokens, hands: &mut Vec<Hand>) {
        for (preposition, phrase) in self.prepositional_phrases(&self.until_participle(zone)) {
            if self.describes_somebody(preposition, zone.start)
                || zone.end <= cue.words.start
                    && !self.sets_the_scene(phrase.end)
                    && self.happens_elsewhere(&(zone.start..preposition))
                || self.occasions(preposition, zone)
                || self.is(preposition, "to") && !self.speaks_to(preposition)
                // `a column for the Courier`; `reports for the Courier`, `a chair for the Network` and `for the programme
                // to succeed` are none.
                || self.is(preposition, "for") && !self.is_paper(preposition - 1)
                || self.is(preposition, "with") && !self.speaks_with(preposition, zone.start)
                || self.is_time(phrase.start)
                || self.is_in(phrase.end - 1, Class::Premises)
                || phrase.len() == 1 && self.is_in(phrase.start, Class::Airwaves)
            {
                continue;
            }
            let mention = self.outlet_part(&phrase);
            hands.push(Hand { role: Role::Medium, mention, cue: preposition..preposition + 1 });
        }
    }

    /// The outlets that a speaker meets in what they do before they speak: `in a chat with the Courier`, `by text to it`.
    /// A report in an outlet, `attacked a story in the Courier, saying`, is what the deed is about.
    pub fn mediums_of_deed(&self, deed: &Tokens, hands: &mut Vec<Hand>) {
        for (preposition, phrase) in self.prepositional_phrases(deed) {
            let words = |at: usize| {
                self.is_in(at, Class::Conversation)
                    || self.is_in(at, Class::OwnPaper)
                    || self.is_in(at, Class::Contribution)
                    || self.is_in(at, Class::SpeakingVerb)
                    || self.is_in(at, Class::SpeakingParticiple)
            };
            // `turned up on This Morning and said`
            let on_air = self.is(preposition, "on") && self.text.tokens[phrase.start].capital;
            let meets = on_air || (preposition.saturating_sub(6).max(deed.start)..preposition).any(words);
            if meets && !self.is_time(phrase.start) && !self.is_in(phrase.end - 1, Class::Premises) {
                let mention = self.outlet_part(&phrase);
                hands.push(Hand { role: Role::Medium, mention, cue: preposition..preposition + 1 });
            }
        }
    }

    /// `After a report in the Courier, Vey said`: what made somebody speak, and not where they did.
    fn occasions(&self, preposition: usize, zone: &Tokens) -> bool {
        self.is_in(zone.start, Class::Occasion)
            && preposition > zone.start
            && !self.is_in(preposition - 1, Class::Conversation)
    }

    /// `the Courier's Ann Roe`, `Radio Norrland host Ann Roe`, `the BBC's breakfast programme`: the outlet stands for
    /// those who work for it. The whole phrase where it names no outlet, or a programme by its title.
    pub fn outlet_part(&self, phrase: &Tokens) -> Tokens {
        // `Channel 2`
        let station = |at: usize| {
            let noun = self.lexicon.noun(self.word(at)).filter(|noun| noun.class == NounClass::Outlet && !noun.plural);
            noun.is_some() && self.text.tokens[at].capital && self.kind(at + 1) == TokenKind::Number
        };
        let outlet = |end: usize| {
            self.outlet_name(&(phrase.start..end))
                || end == phrase.start + 2 && station(phrase.start)
                || (phrase.start..end)
                    .any(|at| self.lexicon.is_outlet_word(self.word(at)) && self.text.tokens[at].capital)
        };
        let titled = phrase.clone().any(|at| self.kind(at) == TokenKind::DoubleQuote);
        // `the paper's political editor`
        let owner = (phrase.start + 1..phrase.end).find(|at| self.is_genitive(*at)).filter(|at| {
            let noun = self.lexicon.noun(self.word(*at - 1)).filter(|noun| noun.class == NounClass::Outlet);
            noun.is_some() && !self.text.tokens[*at - 1].capital && self.is_somebody(phrase.end - 1)
        });
        if let Some(owner) = owner {
            return phrase.start..owner;
        }
        // `the Associated Press (AP)`, `the Courier in December`
        // but `the Mail on Sunday`
        let dated = |at: usize| {
            let title = at + 2 <= phrase.end && self.outlet_name(&(phrase.start..at + 2));
            let day = self.is_time(at + 1) || self.kind(at + 1) == TokenKind::Number;
            self.tag(at) == Tag::Adposition && day && !title
        };
        let beyond = (phrase.start + 1..phrase.end).find(|at| self.kind(*at) == TokenKind::Open || dated(*at));
        let phrase = &(phrase.start..beyond.unwrap_or(phrase.end));
        // `Ann Roe of the Courier`
        let works_at =
            (phrase.start + 1..phrase.end.saturating_sub(1)).find(|at| self.is_in(*at, Class::RolePreposition));
        if let Some(preposition) = works_at.filter(|at| self.is_name(&(phrase.start..*at)) && !titled) {
            let employer = preposition + 1..phrase.end;
            let named = self.outlet_name(&employer)
                || employer
                    .clone()
                    .any(|at| self.lexicon.is_outlet_word(self.word(at)) && self.text.tokens[at].capital);
            if named && !outlet(preposition) {
                return employer;
            }
        }
        let end = (phrase.start + 1..phrase.end).find(|at| self.is_genitive(*at) || self.is_presenter(*at));
        // `The Athletic's Ann Roe`: with a capital article even a name that is an ordinary word is an outlet's.
        let perhaps = |end: usize| {
            let titled = self.is(phrase.start, "the") && self.capital_inside(phrase.start);
            titled && self.lexicon.perhaps_outlet(self.word(phrase.start + 1)).is_some() && end == phrase.start + 2
        };
        match end.filter(|end| !titled && (outlet(*end) || perhaps(*end))) {
            Some(end) => phrase.start..end,
            None => phrase.clone(),
        }
    }

    /// Whether the words of a phrase alone tell that it names an outlet.
    pub fn sounds_like_outlet(&self, phrase: &Tokens) -> bool {
        let calls = self.lexicon.noun(self.word(phrase.end - 1)).is_some_and(|noun| noun.class == NounClass::Outlet);
        let titled = |at: usize| self.text.tokens[at].capital && self.lexicon.is_outlet_word(self.word(at));
        // `on 4BC`, `told 9News`
        let station =
            |at: usize| self.kind(at) == TokenKind::Word && self.word(at).starts_with(|c: char| c.is_ascii_digit());
        calls || self.outlet_name(phrase) || phrase.clone().any(|at| titled(at) || station(at))
    }

    fn is_paper(&self, at: usize) -> bool {
        self.is_in(at, Class::Contribution)
            || self.lexicon.noun(self.word(at)).is_some_and(|noun| noun.class == NounClass::Document)
    }

    /// `host`, `anchor`: who speaks for an outlet on air or in print, right in front of a name.
    pub fn is_presenter(&self, at: usize) -> bool {
        self.is_in(at, Class::Presenter) && self.text.tokens.get(at + 1).is_some_and(|next| next.capital)
    }

    /// `He was copied on the Courier's questions and Roe said`: a clause of its own in front, unless somebody speaks in it.
    fn happens_elsewhere(&self, tokens: &Tokens) -> bool {
        let speaks = tokens.clone().any(|at| self.is_in(at, Class::SpeakingVerb));
        !speaks && tokens.clone().any(|at| self.is_finite(at) && !self.in_quotation(at))
    }

    /// `made the claim on Sky, where she said …`: where what is said behind was said.
    fn sets_the_scene(&self, at: usize) -> bool {
        let at = at + usize::from(self.kind(at) == TokenKind::Comma);
        self.is(at, "where") || self.is(at + 1, "which") && self.is_in(at, Class::ContentPreposition)
    }

    /// `, referring to the debate on Sky`: another deed of the speaker, unless it is speaking.
    fn until_participle(&self, zone: &Tokens) -> Tokens {
        let deed = zone.clone().skip(1).find(|at| {
            self.tag(*at) == Tag::PresentParticiple
                && self.pauses(*at - 1)
                && !self.is_in(*at, Class::SpeakingParticiple)
        });
        zone.start..deed.unwrap_or(zone.end)
    }

    /// `in a letter to the Courier`, `said to Sky`, but `likened to the Star`.
    fn speaks_to(&self, preposition: usize) -> bool {
        let Some(before) = preposition.checked_sub(1) else { return true };
        if self.is_in(before, Class::OwnPaper) {
            // `before Roe's comments to Sky`: somebody else's.
            return !(before.saturating_sub(3)..before).any(|at| self.is_genitive(at));
        }
        self.is_in(before, Class::SpeakingParticiple)
            || self.is_in(before, Class::SpeakingVerb)
            || self.is(before, "on")
            || self.lexicon.verb(self.word(before)).is_some_and(|verb| {
                verb.takes(Pattern::Quotation) || verb.kind == Kind::Speech && verb.takes(Pattern::Clause)
            })
            || self.pauses(before)
            || self.is_time(before)
            || self.tag(before) == Tag::Adverb
            || self.is_nominal(before) && self.text.tokens[before].capital
            || self.is_pronoun(before)
    }

    /// `in an interview with the Courier`, `speaking with Sky`, but `compared with the Courier’s figures`.
    fn speaks_with(&self, preposition: usize, floor: usize) -> bool {
        (preposition.saturating_sub(7).max(floor)..preposition).any(|at| {
            self.is_in(at, Class::Conversation)
                || self.is_in(at, Class::OwnPaper)
                || self.is_in(at, Class::SpeakingVerb)
                || self.is_in(at, Class::SpeakingParticiple)
        })
    }

    /// `an editor at the Courier`, `said Roe, head of drama at Radio Tarn`: where somebody works, not where it was said.
    fn describes_somebody(&self, preposition: usize, floor: usize) -> bool {
        let opens_description = |at: usize| {
            self.is_in(at, Class::DescriptionOpener)
                || self.is_in(at, Class::FormerOffice)
                || self.is_any(at, &["one", "now"])
                || self.lexicon.noun(self.word(at)).is_some_and(|noun| noun.class.is_person())
        };
        let pause = (floor..preposition).rev().find(|at| self.pauses(*at));
        // `monitored by our correspondent on Radio Tarn`: the page's own people listen to it.
        let own = |at: usize| at > floor && self.is(at - 1, "our");
        preposition.checked_sub(1).is_some_and(|before| self.is_somebody(before) && !own(before))
            // `said Roe, who gave an interview to the Courier`
            || pause.is_some_and(|pause| {
                let speaks = (pause + 1..preposition).any(|at| self.is_in(at, Class::SpeakingVerb));
                opens_description(pause + 1) && !(self.is_in(pause + 1, Class::RelativePronoun) && speaks)
            })
    }
}
