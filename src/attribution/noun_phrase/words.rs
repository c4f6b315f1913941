//! Which words can stand in a noun phrase, and as what: head, modifier, determiner, pronoun, time.

use crate::attribution::reading::Reading;
use crate::lexicon::{Class, NounClass};
use crate::text::{Tag, TokenKind};

impl Reading<'_> {
    /// Whether a word is a day, a month or a stretch of time.
    pub fn is_time(&self, at: usize) -> bool {
        let season = self.is_in(at, Class::Season) && at > 0 && self.is_in(at - 1, Class::SeasonChooser);
        let modal = self.is(at, "may") && self.tag(at) == Tag::FiniteAuxiliary;
        // `the Sun` is a paper or a star, `Sun` a day.
        let sun = self.is(at, "sun") && at > 0 && self.is(at - 1, "the");
        season || self.is_in(at, Class::Time) && !modal && !sun
    }

    /// Whether a word can be the head of a noun phrase, or stand inside its run of names.
    pub fn is_nominal(&self, at: usize) -> bool {
        // `Post-ABC`: two names in one word, whatever the tagger makes of it.
        if self.is_word(at) && self.capital_inside(at) && joins_two_names(self.text.form(at)) {
            return true;
        }
        // `mayor Ann Roe`: the tagger meets few roles right in front of a name.
        if !self.tag(at).is_verb() && self.is_role_before_name(at) {
            return true;
        }
        match self.tag(at) {
            Tag::Noun | Tag::ProperNoun | Tag::Other => self.is_word(at),
            Tag::Numeral => true,
            // `Road open, poll finds`: no verb comes first behind the comma of a headline.
            Tag::BaseVerb | Tag::FiniteVerb | Tag::PastParticiple
                if self.in_heading(at)
                    && at.checked_sub(1).is_some_and(|before| self.kind(before) == TokenKind::Comma)
                    && self.lexicon.noun(self.word(at)).is_some() =>
            {
                true
            }
            // The tagger meets unknown names; a capital inside a sentence is better evidence than a guess.
            Tag::Adjective | Tag::Interjection | Tag::BaseVerb | Tag::PresentParticiple => {
                self.is_word(at) && (self.capital_inside(at) || self.opens_as_name(at))
            }
            // The endings of `tally` and `ally` mislead; the lexicon knows the nouns that can be sources.
            Tag::Adverb if self.lexicon.noun(self.word(at)).is_some() => true,
            Tag::Pronoun | Tag::Adverb | Tag::Determiner | Tag::FiniteVerb => self.opens_as_name(at),
            Tag::Punctuation => self.is(at, "/") && self.text.tokens.get(at + 1).is_some_and(|next| next.capital),
            _ => false,
        }
    }

    fn is_role_before_name(&self, at: usize) -> bool {
        let name = self.text.tokens.get(at + 1).is_some_and(|next| next.capital && next.kind == TokenKind::Word);
        name && !self.text.tokens[at].capital && self.is_role(at)
    }

    /// `mayor`, `spokeswoman`: whether a word is a role that one person has.
    pub fn is_role(&self, at: usize) -> bool {
        self.lexicon.noun(self.word(at)).is_some_and(|noun| noun.class.is_person() && !noun.plural)
    }

    /// Whether a capitalised word that opens a sentence is a name the tagger does not know: no common opener, and a
    /// verb, a comma or another capital comes next.
    pub(super) fn opens_as_name(&self, at: usize) -> bool {
        let Some(token) = self.text.tokens.get(at) else { return false };
        // `Roe, the owner of the inn,`
        let described = self.kind(at + 1) == TokenKind::Comma && self.is_in(at + 2, Class::DescriptionOpener);
        token.capital
            && token.kind == TokenKind::Word
            && self.sentence(at).start == at
            && !self.is_in(at, Class::SentenceOpener)
            && (self.is_finite(at + 1)
                || self.tag(at + 1).is_verb()
                || self.is_genitive(at + 1)
                || described
                || self.text.tokens.get(at + 1).is_some_and(|next| next.capital))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        matches!(self.kind(at), TokenKind::Word | TokenKind::Number | TokenKind::Symbol)
    }

    /// Whether a pronoun can be a source by itself: `she`, `they`, `others`, `some`.
    pub fn is_pronoun(&self, at: usize) -> bool {
        self.is_in(at, Class::SourcePronoun)
            && matches!(self.tag(at), Tag::Pronoun | Tag::Determiner | Tag::Adjective | Tag::Noun | Tag::Numeral)
    }

    pub fn is_relative(&self, at: usize) -> bool {
        self.is_any(at, &["who", "which"]) || (self.is(at, "that") && self.tag(at) == Tag::Pronoun)
    }

    /// `his`, `their`: a word in front of what belongs to somebody.
    pub fn is_possessive(&self, at: usize) -> bool {
        self.is_in(at, Class::Possessive)
    }

    pub fn is_determiner(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Determiner) || self.is_possessive(at)
    }

    /// Whether a word can stand before a noun: adjectives, participles used as such, numbers.
    pub(super) fn modifies(&self, at: usize) -> bool {
        match self.tag(at) {
            Tag::Adjective | Tag::Numeral | Tag::Symbol => true,
            _ if self
                .word(at)
                .rsplit_once('-')
                .is_some_and(|(_, end)| self.lexicon.is_in(end, Class::HyphenParticiple)) =>
            {
                true
            }
            // `leaked letter`, `leading expert`: only between a determiner or adjective and the noun.
            Tag::PastParticiple | Tag::PresentParticiple => {
                // `Vey's freshly elected chair`
                let adverb = usize::from(at > 1 && self.tag(at - 1) == Tag::Adverb);
                at.checked_sub(1 + adverb).is_some_and(|before| {
                    self.is_determiner(before)
                        || self.tag(before) == Tag::Adjective && adverb == 0
                        || self.is_genitive(before)
                }) && (self.is_nominal(at + 1) || self.tag(at + 1) == Tag::Adjective)
            }
            // `well informed sources`
            Tag::Adverb => {
                matches!(self.tag(at + 1), Tag::Adjective | Tag::PastParticiple)
                    && at.checked_sub(1).is_some_and(|before| self.is_determiner(before) || self.is_genitive(before))
            }
            _ => false,
        }
    }

    /// Whether a token is the `'s` of a possessor.
    pub fn is_genitive(&self, at: usize) -> bool {
        // `telling ABC's This Week`: between two capitals it is no verb, whatever the tagger says.
        let capital = |at: usize| self.text.tokens.get(at).is_some_and(|token| token.capital);
        let between = || self.is(at, "'s") && at > 0 && capital(at - 1) && capital(at + 1);
        (self.tag(at) == Tag::Particle || between()) && self.is_any(at, &["'s", "'"])
    }

    /// `the accused`, `the injured`: an adjective behind a determiner.
    pub fn is_noun_like_adjective(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Adjective | Tag::PastParticiple)
            && at.checked_sub(1).is_some_and(|before| self.is_determiner(before))
    }

    /// `Russia Today`: a time at the end of a name, not behind one.
    pub fn ends_a_title(&self, at: usize) -> bool {
        // `India Today TV`
        let capital = at > 1 && self.capital_inside(at);
        if capital && self.capital_inside(at - 1) && self.calls_air(at + 1) {
            return true;
        }
        // `the Sunday Times`
        if self.text.tokens[at].capital && self.lexicon.is_outlet_word(self.word(at + 1)) && self.capital_inside(at + 1)
        {
            return true;
        }
        // `Radio Tarn's Morning Norland`
        if capital && self.is_genitive(at - 1) && self.capital_inside(at - 2) {
            return true;
        }
        self.is_in(at, Class::TitleTime)
            && self.text.tokens[at].capital
            && at > 0
            && self.text.tokens[at - 1].capital
            && self.is_nominal(at - 1)
    }

    /// `TV`, `Radio`: a word of an outlet's name.
    fn calls_air(&self, at: usize) -> bool {
        self.capital_inside(at) && self.lexicon.is_outlet_word(self.word(at))
    }

    /// `this newspaper`: the word points out the noun behind it.
    pub(super) fn points_out(&self, at: usize) -> bool {
        let outlet = || {
            let noun = self.lexicon.noun(self.word(at + 1));
            noun.is_some_and(|noun| noun.class == NounClass::Outlet && !noun.plural)
        };
        self.is_any(at, &["this", "these"]) && self.is_nominal(at + 1)
            // `informed that paper.`, but `informed that paper was short`
            || self.is(at, "that") && outlet() && self.parts_clauses(at + 2)
    }

    pub(super) fn is_pronoun_alone(&self, at: usize) -> bool {
        !self.is_nominal(at + 1) && !self.modifies(at + 1)
    }

    /// A word for a person, one or several: `officials`, `the pilot`.
    pub fn is_somebody(&self, at: usize) -> bool {
        self.tag(at) == Tag::Noun && self.lexicon.noun(self.word(at)).is_some_and(|noun| noun.class.is_person())
    }

    /// Roles and papers take their body behind a preposition: `spokesman for`, `report from`.
    pub(super) fn attaches_prepositions(&self, head: usize) -> bool {
        self.lexicon.noun(self.word(head)).is_some() && matches!(self.tag(head), Tag::Noun | Tag::ProperNoun)
    }
}

fn joins_two_names(form: &str) -> bool {
    form.split_once('-').is_some_and(|(_, second)| second.starts_with(char::is_uppercase))
}
