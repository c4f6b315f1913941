//! Which words of a sentence are cue verbs.
//!
//! A form of the lexicon, used as a verb, outside every quotation. Whether it attributes anything is for the frames to
//! find out.

use super::reading::Reading;
use super::verb_group::VerbGroup;
use super::{Role, Tokens};
use crate::lexicon::{Class, Pattern, Verb};
use crate::text::{Tag, TokenKind};

/// A cue verb in its sentence.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// What the lexicon says of it.
    pub verb: &'static Verb,
    /// The verb with its auxiliaries.
    pub group: VerbGroup,
    /// The words of the cue itself, particle included: `pointed out`.
    pub words: Tokens,
    /// The sentence it stands in.
    pub sentence: Tokens,
}

impl Reading<'_> {
    /// The cue verbs of a sentence, in text order.
    pub fn cues(&self, sentence: &Tokens) -> Vec<Cue> {
        sentence.clone().filter_map(|at| self.cue_at(at, sentence)).collect()
    }

    /// The cue verb at a token, if it is one.
    pub fn cue_at(&self, at: usize, sentence: &Tokens) -> Option<Cue> {
        let (verb, words) = self.attributing_verb(at)?;
        if self.in_quotation(at) || self.in_single_quotation(at) || !self.used_as_verb(at) {
            return None;
        }
        Some(Cue { verb, group: self.verb_group(at, sentence.start), words, sentence: sentence.clone() })
    }

    pub(super) fn attributing_verb(&self, at: usize) -> Option<(&'static Verb, Tokens)> {
        if !self.text.tokens.get(at)?.is_wordlike() {
            return None;
        }
        if let Some(particle) = self.particle_after(at) {
            return Some((particle, at..at + 2));
        }
        self.lexicon.verb(self.word(at)).map(|verb| (verb, at..at + 1))
    }

    /// A verb of two words beginning here.
    pub(super) fn particle_after(&self, at: usize) -> Option<&'static Verb> {
        if !self.is_in(at + 1, Class::VerbParticle) {
            return None;
        }
        let mut both = String::with_capacity(24);
        both.push_str(self.word(at));
        both.push(' ');
        both.push_str(self.word(at + 1));
        self.lexicon.verb(&both)
    }

    fn used_as_verb(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        let after_determiner =
            before.is_some_and(|b| self.tag(b) == Tag::Determiner && !self.is_in(b, Class::DemonstrativePronoun));
        if after_determiner || before.is_some_and(|b| self.is_genitive(b) && !self.is_in(at, Class::ClearCue)) {
            return false;
        }
        if self.is_no_cue(at) || self.is_in_name(at) {
            return false;
        }
        // `did not deny`: the auxiliary proves the verb.
        let helped = before
            .is_some_and(|b| self.is_in(b, Class::Negation) || self.is_in(b, Class::DoForm) || self.is(b, "will"));
        // `went on to report that …`
        let infinitive = self.is_base_form(at) && self.is(at + 1, "that") && before.is_some_and(|b| self.is(b, "to"));
        // `but warning that …`
        let joined = self.word(at).ends_with("ing")
            && self.is(at + 1, "that")
            && before.is_some_and(|b| self.is_any(b, &["and", "but"]));
        // `the letter reads "we may …"`, `the department notes that …`: what follows proves it.
        // `reads in part: “…”`
        let next = at + 1 + if self.reads(at + 1, "in part") { 2 } else { 0 };
        let promoted = before.is_some_and(|b| self.is_nominal(b) || self.tag(b) == Tag::Pronoun)
            && ((self.is(at + 1, "that")
                && (self.word(at).ends_with(['s', 'd']) || before.is_some_and(|b| self.word(b).ends_with('s')))
                && !self.tag(at + 2).is_verb())
                || self.text.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::DoubleQuote)
                    && !self.is_said_behind(at + 1)
                    && (self.word(at).ends_with(['s', 'd', 't', 'e']) && !self.is_base_form(at)
                        || before.is_some_and(|b| self.tag(b) == Tag::Pronoun || self.word(b).ends_with('s')))
                || (matches!(self.kind(next), TokenKind::Comma | TokenKind::Colon)
                    && (self.kind(next + 1) == TokenKind::DoubleQuote
                        || self.block_quotation_from(next + 1).is_some())));
        // `“It leaks,” sighs Roe`
        let inverted = before.is_some_and(|b| {
            self.quotation_to(b).is_some_and(|quotation| quotation.closed)
                && self.parts_clauses(b - 1)
                && self.capital_inside(at + 1)
                && !self.is_base_form(at)
                && self.lexicon.verb(self.word(at)).is_some_and(|verb| verb.takes(Pattern::Quotation))
        });
        // `, it is understood.`
        let impersonal = at >= 2 && self.is_in(at - 1, Class::BeForm) && self.is(at - 2, "it");
        if promoted
            || impersonal
            || inverted
            || self.states_behind_its_subject(at)
            || joined
            || self.stands_apart(at)
            || infinitive
            || self.particle_after(at).is_some_and(|verb| verb.lemma == "quote from")
        {
            return true;
        }
        self.tag(at).is_verb() || self.is_in(at, Class::ClearCue) || (helped && self.tag(at) != Tag::ProperNoun)
    }

    /// `a biography written by Roe`: a participle about the thing in front of it.
    pub fn is_made_by(&self, cue: &Cue) -> bool {
        let maker = cue.words.end + 1;
        self.tag(cue.group.head) == Tag::PastParticiple
            && !self.is_in(cue.group.head, Class::ClearCue)
            && self.is(cue.words.end, "by")
            && (self.is(maker, "the") || self.capital_inside(maker))
    }

    /// `says`, in a single word.
    pub fn is_present(&self, cue: &Cue) -> bool {
        cue.group.tokens.len() == 1 && self.word(cue.group.head).ends_with('s')
    }

    /// `the harbour rule “is old,” said Roe`: the verb behind the quotation has it, no word in front.
    fn is_said_behind(&self, mark: usize) -> bool {
        self.quotation_from(mark).is_some_and(|quotation| {
            let end = quotation.tokens.end;
            self.kind(end.saturating_sub(2)) == TokenKind::Comma && self.is_in(end, Class::ClearCue)
        })
    }

    /// Whether a word that could be a cue is none where it stands, whoever takes it for one.
    pub fn is_no_cue(&self, at: usize) -> bool {
        // `in Republican states like Orle`
        let lands = self.is(at, "states") && self.is_in(at + 1, Class::StatesFollower);
        lands || self.is_plural_before_verb(at) || self.prompts(at) || self.describes(at) || self.is_noun_of_speech(at)
    }

    /// `the final say on the budget`, `its own reporting has found …`
    fn is_noun_of_speech(&self, at: usize) -> bool {
        // `the owner say`: who can speak is no comparative.
        let compared = |at: usize| {
            self.lexicon.noun(self.word(at)).is_none()
                && (self.tag(at) == Tag::Adjective || self.word(at).ends_with("er"))
        };
        let noun = at > 1 && compared(at - 1) && self.tag(at - 2) == Tag::Determiner;
        let say = self.is(at, "say") && (noun || at > 0 && self.is_in(at - 1, Class::SayModifier));
        let described =
            || (at.saturating_sub(2)..at).any(|before| self.is_possessive(before) || self.is_genitive(before));
        // The tagger takes `has` behind a participle for a noun.
        let verb = |at: usize| self.is_finite(at) || self.is_in(at, Class::HaveForm);
        let doing = self.word(at).ends_with("ing") && verb(at + 1) && described();
        say || doing
    }

    /// `the alleged smuggler`, `of all reported losses`, `so politically charged that …`: a participle that stands for
    /// an adjective.
    fn describes(&self, at: usize) -> bool {
        let before = |back: usize, words: &[&str]| at.checked_sub(back).is_some_and(|at| self.is_any(at, words));
        let ending = self.word(at).ends_with("ed");
        let counted = at.checked_sub(1).is_some_and(|at| self.is_in(at, Class::SingularDeterminer))
            || before(1, &["all", "most"]) && at > 1 && self.tag(at - 2) == Tag::Adposition;
        // `misled the public about alleged fraud`
        let governed = at.checked_sub(1).is_some_and(|at| self.tag(at) == Tag::Adposition) && self.is(at, "alleged");
        let measured = before(1, &["so"]) || before(2, &["so"]) && self.tag(at - 1) == Tag::Adverb;
        ending && ((counted || governed) && self.is_nominal(at + 1) || measured && self.is(at + 1, "that"))
    }

    /// `the United States`: behind another capital a capital in running text belongs to a name.
    fn is_in_name(&self, at: usize) -> bool {
        let capital = |at: usize| self.text.tokens.get(at).is_some_and(|token| token.capital && !token.all_capitals);
        at > self.sentence(at).start + 1 && capital(at) && capital(at - 1) && !self.in_heading(at)
    }

    /// `rule`, `report`: a form that agrees with no singular noun in front of it.
    fn is_base_form(&self, at: usize) -> bool {
        self.lexicon.verb(self.word(at)).is_some_and(|verb| verb.lemma == self.word(at))
    }

    /// `Asked whether she would go, Roe said …`: the question that an answer is to.
    fn prompts(&self, at: usize) -> bool {
        at == self.sentence(at).start && self.is_in(at, Class::AskedParticiple)
    }

    /// `emission rules could change`, `rules that could change`: in front of another verb an ending in s is a plural.
    fn is_plural_before_verb(&self, at: usize) -> bool {
        let next = at + 1 + usize::from(self.is(at + 1, "that"));
        let before = at.checked_sub(1);
        // `, Roe writes that hinge problems have forced …`: the tagger takes a noun for a verb.
        let compound = before.is_some_and(|b| self.capital_inside(b))
            && self.tag(next) == Tag::FiniteVerb
            && self.tag(next + 1) == Tag::Noun
            && self.is_finite(next + 2);
        self.word(at).ends_with('s')
            && !self.is_in(at, Class::ClearCue)
            && !compound
            && self.is_finite(next)
            && before.is_some_and(|b| self.is_nominal(b) || self.tag(b) == Tag::Adjective)
            && !self.follows_relative(at)
    }

    /// `which the report notes is late`: a relative pronoun can leave two verbs side by side.
    fn follows_relative(&self, at: usize) -> bool {
        let floor = at.saturating_sub(8).max(self.sentence(at).start);
        (floor..at).any(|before| self.is_relative(before))
    }

    /// `…, a new poll shows.`, `…, Roe explained.`, `“…,” Ann Roe joked to the crowd.`: behind a pause, a phrase and a form
    /// that agrees with it can be nothing else, whatever the tagger makes of them.
    fn stands_apart(&self, at: usize) -> bool {
        let sentence = self.sentence(at);
        let Some(verb) = self.lexicon.verb(self.word(at)).filter(|_| at > sentence.start) else { return false };
        let particle = self.particle_after(at).is_some();
        let verb = self.particle_after(at).unwrap_or(verb);
        let next = at + 1 + usize::from(particle);
        // `, the team reports in the journal.`
        let closes = || self.tag(next) == Tag::Adposition && self.nothing_follows(next, sentence.end);
        let ends = next >= sentence.end || self.parts_clauses(next) || closes();
        if !ends && !matches!(self.tag(next), Tag::Adposition | Tag::Adverb | Tag::PresentParticiple) {
            return false;
        }
        let Some(phrase) = self.noun_phrase_before(at, sentence.start) else { return false };
        let phrase = self.before_tie(&phrase, sentence.start).unwrap_or(phrase);
        // `, figures from the bank show.`
        let owner = phrase.start.checked_sub(1).filter(|before| *before > sentence.start && self.is(*before, "from"));
        let phrase = owner.and_then(|from| self.noun_phrase_before(from, sentence.start)).unwrap_or(phrase);
        let pause = phrase.start.checked_sub(1).filter(|pause| *pause > sentence.start && self.can_speak(&phrase));
        let Some(pause) = pause else { return false };
        let closes =
            self.quotation_to(pause).is_some_and(|quotation| quotation.closed && self.parts_clauses(pause - 1));
        let fits = closes && verb.takes(Pattern::Quotation)
            || ends && self.kind(pause) == TokenKind::Comma && verb.takes(Pattern::Parenthetical);
        let last = self.head_of(&phrase);
        let several = self
            .lexicon
            .noun(self.word(last))
            .map_or_else(|| self.word(last).ends_with('s') && !self.text.tokens[last].capital, |noun| noun.plural)
            || self.is_in(last, Class::PluralPronoun);
        let word = self.word(at);
        // `data show`, `data shows`
        fits && match word.ends_with('s') && word != verb.lemma {
            _ if self.is(last, "data") => true,
            true => !several,
            // `Bild claim,`: an outlet may be several people.
            false => several || word != verb.lemma && !word.ends_with("ing") || self.capital_inside(last) && ends,
        }
    }

    /// `The book claims Vey left`, `the Courier claims, citing two clerks, that …`, `clerks cited by the Courier claim that …`: a
    /// plural noun or a verb, told apart by what could say it in front and what is said behind.
    pub(super) fn states_behind_its_subject(&self, at: usize) -> bool {
        let sentence = self.sentence(at);
        // `the Orle State University`
        if self.text.tokens[at].capital && !self.in_heading(at) {
            return false;
        }
        let Some(verb) = self.lexicon.verb(self.word(at)).filter(|verb| verb.takes(Pattern::Clause)) else {
            return false;
        };
        let phrase = self.noun_phrase_before(at, sentence.start);
        let Some(phrase) = phrase.filter(|phrase| self.can_speak(phrase)) else { return false };
        let subject = self.before_tie(&phrase, sentence.start).unwrap_or(phrase);
        // `the authors of the study write that`, `Ann Roe and Jo Lee write that`
        let last = self.head_of(&subject);
        let several = self.lexicon.noun(self.word(last)).is_some_and(|noun| noun.plural)
            || subject.clone().any(|at| self.is(at, "and"));
        let agrees = if self.word(at) == verb.lemma { several } else { self.word(at).ends_with('s') && !several };
        let opens = subject.start == sentence.start || self.parts_clauses(subject.start - 1);
        let next = at + 1;
        let says = self.is(next, "that")
            || self.kind(next) == TokenKind::Comma
                && self.tie_at(next + 1).is_some_and(|(_, role)| role == Role::Cited)
            || (self.capital_inside(next) || self.is_determiner(next) || self.is_pronoun(next))
                && self.noun_phrase_from(next, sentence.end).is_some_and(|inner| self.is_finite(inner.end));
        agrees && opens && says
    }

    /// `a letter obtained by the Courier`: what stands in front of the words that tie a phrase to it.
    fn before_tie(&self, phrase: &Tokens, floor: usize) -> Option<Tokens> {
        let ends_here = |at: &usize| self.tie_at(*at).is_some_and(|(words, _)| words.end == phrase.start);
        let tie = (2..=3).filter_map(|back| phrase.start.checked_sub(back)).filter(|at| *at > floor).find(ends_here)?;
        self.noun_phrase_before(tie, floor)
    }

    /// Whether a token stands inside a quotation in single marks.
    pub fn in_single_quotation(&self, at: usize) -> bool {
        let first = self.text.quotations.partition_point(|q| q.tokens.start + 200 < at);
        self.text.quotations[first..].iter().take_while(|q| q.tokens.start <= at).any(|q| q.single && q.contains(at))
    }
}
