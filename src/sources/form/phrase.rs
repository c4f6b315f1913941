//! A mention as a noun phrase: what its core is, and which word heads it.
//!
//! In: a run of tokens. Out: a [`Phrase`] that the other rules ask about its words.

use crate::attribution::Tokens;
use crate::lexicon::{Class, Noun, NounClass, lexicon};
use crate::sources::names::{has_capital, is_date, joins_name};
use crate::text::{Tag, Text, TokenKind};

/// The parts of a noun phrase.
pub(in crate::sources) struct Phrase<'t> {
    pub text: &'t Text<'t>,
    pub tokens: Tokens,
    /// Without what hangs on it behind: `the head` of `the head of the union`.
    pub core: Tokens,
    /// The last word of the core.
    pub head: usize,
}

impl<'t> Phrase<'t> {
    pub(in crate::sources) fn new(text: &'t Text<'t>, tokens: &Tokens) -> Self {
        let start = tokens.start;
        let cut = (start + 1..tokens.end).find(|at| ends_core(text, *at, start));
        let mut core = start..cut.unwrap_or(tokens.end);
        // `Orle Canals Authority (OCA) Chief Engineer Ann Roe`: who is named behind the initials is the head.
        if let Some(open) = cut.filter(|at| text.tokens[*at].kind == TokenKind::Open)
            && open + 4 < tokens.end
            && text.tokens[open + 1].all_capitals
            && text.tokens[open + 2].kind == TokenKind::Close
            && (open + 3..tokens.end).all(|at| text.tokens[at].capital)
        {
            core = open + 3..tokens.end;
        }
        // `the mayor, Luis Vega`: the name behind the comma is the head.
        while core.len() > 1 && !text.tokens[core.end - 1].is_wordlike() {
            core.end -= 1;
        }
        let mut head = core.end.saturating_sub(1).max(start);
        // `villagers downstream`
        let tag = |at: usize| text.tags.get(at).copied().unwrap_or_default();
        if head > start && matches!(tag(head), Tag::Adverb | Tag::Adposition) && tag(head - 1) == Tag::Noun {
            head -= 1;
        }
        Self { text, tokens: tokens.clone(), core, head }
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.text.word(at)
    }

    pub(super) fn is_in(&self, at: usize, class: Class) -> bool {
        self.text.is_in(at, class)
    }

    pub(in crate::sources) fn is_definite(&self) -> bool {
        self.is_in(self.tokens.start, Class::Definite) || self.is_possessed()
    }

    pub(super) fn is_possessed(&self) -> bool {
        self.is_in(self.tokens.start, Class::Possessive)
            || self.core.clone().any(|at| at < self.head && self.is_genitive(at))
    }

    pub(in crate::sources) fn is_genitive(&self, at: usize) -> bool {
        self.text.tags.get(at) == Some(&Tag::Particle) && matches!(self.word(at), "'s" | "'")
    }

    pub(in crate::sources) fn is_indefinite(&self) -> bool {
        self.is_in(self.tokens.start, Class::Indefinite)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        at < self.text.tokens.len() && has_capital(self.text, at)
    }

    pub(super) fn has_determiner(&self) -> bool {
        self.is_in(self.tokens.start, Class::Article)
    }

    pub(super) fn sentence_start(&self) -> usize {
        self.text.sentences.get(self.text.sentence_of(self.tokens.start)).map_or(0, |sentence| sentence.start)
    }

    /// `the retired clerk`, `the 71-year-old clerk`, `the Orle-born clerk`: told of one person, and of no role.
    pub(in crate::sources) fn is_personal(&self) -> bool {
        (self.core.start..self.head).any(|at| {
            let ending = self.word(at).rsplit_once('-').map_or("", |(_, ending)| ending);
            self.is_in(at, Class::PersonalModifier) || lexicon().is_in(ending, Class::PersonalEnding)
        })
    }

    /// The noun that the core ends with, two words first: `press secretary` before `secretary`. Of a body whose name goes on
    /// behind a small word, the noun in front of it: `Federation of Teachers`.
    pub(in crate::sources) fn noun(&self) -> Option<&'static Noun> {
        let joint = (self.core.start + 1..self.head).find(|at| self.word(*at) != "and" && joins_name(self.text, *at));
        let joint = joint.filter(|_| self.is_capital(self.head));
        let mut at = joint.map_or(self.head, |joint| joint - 1);
        // A name in quotation marks or a number behind the noun: `the podcast "Here's the Thing"`.
        while at > self.core.start && !matches!(self.text.tokens[at].kind, TokenKind::Word) {
            at -= 1;
        }
        if at > self.core.start {
            let two = format!("{} {}", self.word(at - 1), self.word(at));
            if let Some(noun) = lexicon().noun(&two) {
                return Some(noun);
            }
        }
        lexicon().noun(self.word(at))
    }
}

/// Words of a role behind `and`.
const LONGEST_ROLE: usize = 5;

/// Whether what hangs on a phrase begins here: a preposition, a participle behind its noun, a relative pronoun, `and`.
fn ends_core(text: &Text, at: usize, start: usize) -> bool {
    let tag = text.tags.get(at).copied().unwrap_or_default();
    let word = text.word(at);
    // `colleagues not involved in the work`, `people unconnected with the firm`
    let described = matches!(tag, Tag::Adjective | Tag::PastParticiple) && text.word(at + 1) == "with";
    // `a post shared thousands of times`
    let post = lexicon().noun(text.word(at - 1)).is_some_and(|noun| noun.class == NounClass::Post);
    if post && word.ends_with("ed") {
        return true;
    }
    if word == "not" || described && text.tags.get(at - 1) == Some(&Tag::Noun) {
        return true;
    }
    if text.tokens[at].kind == TokenKind::Open
        || (text.is_in(at, Class::RelativePronoun) || text.is_in(at, Class::InsiderAdjective) || word == "that")
    {
        // `close friends` is no description behind a noun.
        return !matches!(word, "close" | "familiar")
            || matches!(text.tags.get(at - 1), Some(Tag::Noun | Tag::ProperNoun | Tag::Pronoun))
                && text.word(at + 1) != "friends";
    }
    if matches!(word, "and" | "or") {
        // `Privacy and human rights advocates`: a lower-case run goes on to the noun.
        let opens = text.sentences.get(text.sentence_of(start)).is_some_and(|s| s.start == start);
        let shared_noun = opens && at == start + 1 && !text.tokens.get(at + 1).is_some_and(|t| t.capital);
        // `Democratic and independent analysts`: an adjective in front shares the noun behind.
        let describes = at > start && text.tags.get(at - 1) == Some(&Tag::Adjective);
        // `work and pensions secretary Ann Roe`: what an office is for, up to the noun in front of a name.
        let is_person = |at: usize| lexicon().noun(text.word(at)).is_some_and(|noun| noun.class.is_person());
        let name = (at + 2..at + 5).find(|name| text.tokens.get(*name).is_some_and(|token| token.capital));
        let fields = name.is_some_and(|name| {
            is_person(name - 1)
                && !(start..at).any(is_person)
                && (start..name)
                    .all(|of| of == at || matches!(text.tags[of], Tag::Noun | Tag::Adjective | Tag::Determiner))
        });
        return !text.tokens[at].capital
            && !fields
            && !shared_noun
            && !describes
            && !both_names(text, at)
            && !two_roles(text, at)
            && !joins_name(text, at);
    }
    // `an officer she spoke to on the quay`
    if text.is_in(at, Class::SubjectPronoun) && at > start {
        return true;
    }
    // `a fact sheet clerks released on Monday`
    let is_paper = |at: usize| lexicon().noun(text.word(at)).is_some_and(|noun| noun.class == NounClass::Document);
    let makers = lexicon().noun(word).is_some_and(|noun| noun.plural && noun.class.is_person());
    if at > start && makers && is_paper(at - 1) && text.tags.get(at + 1).is_some_and(|next| next.is_verb()) {
        return true;
    }
    let behind_noun = at > start && matches!(text.tags.get(at - 1), Some(Tag::Noun | Tag::ProperNoun | Tag::Pronoun));
    let before_noun = matches!(text.tags.get(at + 1), Some(Tag::Noun | Tag::ProperNoun | Tag::Adjective))
        && !text.is_in(at + 1, Class::TimeModifier)
        && !is_date(text.word(at + 1));
    match tag {
        // `five past and current employees`
        Tag::Adposition if word == "past" => text.word(at + 1) != "and" && !before_noun,
        Tag::Adposition | Tag::SubordinatingConjunction => !text.tokens[at].capital && !joins_name(text, at),
        Tag::Particle => word == "to" && !joins_name(text, at),
        // `the lawyer representing Love`
        Tag::PresentParticiple if behind_noun && text.tags.get(at + 1) == Some(&Tag::ProperNoun) => {
            !text.tokens[at].capital
        }
        // `two officials quoted in the report`: a phrase has no finite verb, whatever the tagger says.
        Tag::PastParticiple | Tag::PresentParticiple | Tag::FiniteVerb => {
            behind_noun && !before_noun && !text.tokens[at].capital
        }
        _ => false,
    }
}

/// `a former journalist and harbour guide Ann Roe`, `Norland Gov. and Party Chairman Tom Vey`: two roles of the one who is
/// named behind the second.
fn two_roles(text: &Text, and: usize) -> bool {
    let role = |at: usize| {
        let word = text.word(at);
        lexicon().role(word).is_some()
            || lexicon().noun(word).is_some_and(|noun| noun.class.is_person() && !noun.plural)
    };
    let reach =
        (and + 1..and + 1 + LONGEST_ROLE).take_while(|at| *at < text.tokens.len() && text.tokens[*at].is_wordlike());
    let second = reach.filter(|at| role(*at)).last();
    let named = |at: usize| text.tokens.get(at + 1).is_some_and(|next| next.capital && next.kind == TokenKind::Word);
    role(and - 1) && second.is_some_and(named)
}

fn both_names(text: &Text, conjunction: usize) -> bool {
    let capital = |at: usize| text.tokens.get(at).is_some_and(|t| t.capital);
    // `Ministry of Health and Safety` goes on; `Reed and Marsh` are two, and the first decides.
    capital(conjunction + 1) && (conjunction >= 2 && text.word(conjunction - 2) == "of")
}
