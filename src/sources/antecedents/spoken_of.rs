//! Who and what else is spoken of: pronouns and nouns in running text, named by no attribution.
//!
//! In: a text. Out: in text order, every `he` and `she` in any case, and every noun for people, a body, an outlet or a
//! paper with its phrase. A pronoun further on may go on with any of them.

use crate::attribution::Tokens;
use crate::lexicon::{Class, NounClass, lexicon};
use crate::report::SourceType;
use crate::text::{Tag, Text, TokenKind};

/// Words in front of the noun that a phrase may have.
const LONGEST: usize = 6;

/// A pronoun, or a noun with its phrase.
pub(super) struct Spoken {
    pub tokens: Tokens,
    /// For a pronoun, whether it is `he` (true) or `she` (false) in any case.
    pub pronoun: Option<bool>,
    pub male: Option<bool>,
    /// What it is, where it is no person: a body, an outlet, a paper.
    pub thing: Option<SourceType>,
    pub plural: bool,
    /// `the man`
    pub definite: bool,
    /// `a man`
    pub indefinite: bool,
    /// `officer`, with no determiner at all.
    pub bare: bool,
}

/// Whether a mention is a pronoun, and of which sex.
pub(super) fn pronoun(text: &Text, tokens: &Tokens) -> Option<Option<bool>> {
    if tokens.len() != 1 {
        return None;
    }
    let other = text.is_in(tokens.start, Class::TheyForm) || text.is_in(tokens.start, Class::ItForm);
    if other { Some(None) } else { of_one(text, tokens.start).map(Some) }
}

/// `he` (true) or `she` (false), in any case.
fn of_one(text: &Text, token: usize) -> Option<bool> {
    let male = text.is_in(token, Class::HeForm);
    (male || text.is_in(token, Class::SheForm)).then_some(male)
}

/// Everybody and everything that a text speaks of by pronoun or noun.
pub(super) fn find(text: &Text) -> Vec<Spoken> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        for at in sentence.clone() {
            if let Some(male) = of_one(text, at) {
                found.push(Spoken {
                    tokens: at..at + 1,
                    pronoun: Some(male),
                    male: Some(male),
                    thing: None,
                    plural: false,
                    definite: false,
                    indefinite: false,
                    bare: false,
                });
            } else {
                found.extend(noun(text, at, sentence));
            }
        }
    }
    found
}

/// The phrase that ends with a noun for people or for what can speak, unless it goes on, is a title, or only says what somebody is.
fn noun(text: &Text, at: usize, sentence: &Tokens) -> Option<Spoken> {
    let tag = |at: usize| text.tags.get(at).copied().unwrap_or_default();
    if tag(at) != Tag::Noun {
        return None;
    }
    let word = text.word(at);
    let noun = lexicon().noun(word)?;
    let thing = match noun.class {
        class if class.is_person() => None,
        NounClass::Institution if noun.plural => Some(SourceType::VagueCollective),
        NounClass::Institution => Some(SourceType::Institution),
        NounClass::Outlet if !noun.plural => Some(SourceType::NewsOutlet),
        NounClass::Document if !noun.plural => Some(SourceType::Document),
        _ => return None,
    };
    let goes_on = at + 1 < sentence.end && matches!(tag(at + 1), Tag::Noun | Tag::ProperNoun);
    // `the mayor, Ida Lund`
    let named = text.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Comma)
        && at + 2 < sentence.end
        && tag(at + 2) == Tag::ProperNoun;
    if goes_on || named {
        return None;
    }
    let mut start = at;
    // `the institute's director` is one phrase.
    let inside = |at: usize| {
        matches!(tag(at), Tag::Noun | Tag::Adjective | Tag::ProperNoun | Tag::Numeral)
            || matches!(text.word(at), "'s" | "'")
    };
    while start > sentence.start && at - start < LONGEST && inside(start - 1) {
        start -= 1;
    }
    let determiner = start.checked_sub(1).filter(|at| *at >= sentence.start);
    let determined = determiner.is_some_and(|at| tag(at) == Tag::Determiner || text.is_in(at, Class::Possessive));
    let start = if determined { start - 1 } else { start };
    // `Roe is a cook`, `Roe, a cook`, `as a cook`, `like a cook`
    let before = start.checked_sub(1).filter(|at| *at >= sentence.start);
    let says_what = |at: usize| {
        text.is_in(at, Class::Predicates) || text.tokens[at].kind == TokenKind::Comma || text.word(at) == "like"
    };
    if before.is_some_and(says_what) {
        return None;
    }
    // `in court`, `on record` speak of none in particular.
    let particular = determined || noun.plural || before.is_none();
    if thing.is_some() && !particular {
        return None;
    }
    Some(Spoken {
        tokens: start..at + 1,
        pronoun: None,
        male: lexicon().is_male_noun(word).filter(|_| thing.is_none()),
        thing,
        plural: noun.plural,
        definite: text.is_in(start, Class::Definite),
        indefinite: text.is_in(start, Class::Indefinite),
        bare: !determined,
    })
}
