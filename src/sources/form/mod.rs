//! What a mention is by its own words: a name, a role, a body, a paper, or nobody.
//!
//! The rules follow the table of source types in `docs/sourcing-depth.md`. A phrase is read from its head: the last
//! noun before any preposition. Pronouns and definite phrases get a first guess here and are resolved afterwards.

mod description;
mod name;
mod outlet;
mod phrase;

pub(super) use phrase::Phrase;

use super::mention::{Entity, Mention};
use super::names::Names;
use crate::attribution::Tokens;
use crate::lexicon::{Class, lexicon};
use crate::report::SourceType;
use crate::text::{Tag, Text, folded};

/// Reads one mention.
pub(super) fn read(text: &Text, names: &Names, tokens: &Tokens) -> Mention {
    let phrase = Phrase::new(text, tokens);
    let mut mention = Mention {
        tokens: tokens.clone(),
        source_type: None,
        anonymous: false,
        name: None,
        entity: Entity::Unnamed(tokens.start),
        anaphoric: false,
        antecedent: None,
        publisher: None,
    };
    if phrase.is_hearsay() {
        mention.source_type = Some(SourceType::Unspecified);
        mention.entity = Entity::Nobody;
        return mention;
    }
    phrase.outlet(names, &mut mention);
    if mention.source_type.is_none() {
        phrase.programme(&mut mention);
    }
    if mention.source_type.is_none() && !phrase.opens_with_number() && !phrase.opens_with_somebody() {
        phrase.named(names, &mut mention);
    }
    if mention.source_type.is_none() {
        phrase.described(&mut mention);
        phrase.possessing_outlet(names, &mut mention);
    }
    phrase.anonymity(&mut mention);
    mention
}

impl Phrase<'_> {
    pub(super) fn is_hearsay(&self) -> bool {
        self.tokens.len() == 1 && self.word(self.tokens.start).ends_with("edly")
            || self.tokens.len() == 1 && self.is_in(self.tokens.start, Class::PassiveCue)
    }

    /// `Fourteen of 22 economists`: the capital only opens the sentence.
    fn opens_with_number(&self) -> bool {
        self.core.len() == 1
            && self.text.tags.get(self.core.start) == Some(&Tag::Numeral)
            && self.word(self.core.start) != "one"
            && self.is_in(self.core.end, Class::OutOf)
    }

    /// `Someone in the hall`
    fn opens_with_somebody(&self) -> bool {
        self.is_in(self.core.start, Class::Somebody) || self.word(self.core.start) == "those"
    }

    /// `unnamed`, `on condition of anonymity`: the page says that the name is withheld.
    pub(super) fn anonymity(&self, mention: &mut Mention) {
        let withheld = self.tokens.clone().any(|at| self.is_in(at, Class::Unnamed));
        if withheld {
            let plural = self.noun().is_some_and(|noun| noun.plural);
            if matches!(
                mention.source_type,
                Some(
                    SourceType::RoleOnly
                        | SourceType::AnonymousIndividual
                        | SourceType::VagueCollective
                        | SourceType::AnonymousCollective
                ) | None
            ) {
                mention.source_type =
                    Some(if plural { SourceType::AnonymousCollective } else { SourceType::AnonymousIndividual });
            }
        }
        mention.anonymous = mention.source_type.is_some_and(SourceType::keeps_name);
    }
}

/// Names are compared in lower case, without a leading `the` and without quotation marks.
pub(in crate::sources) fn key(name: &str) -> String {
    let lower = folded(name).replace('’', "'");
    lower.strip_prefix("the ").unwrap_or(&lower).to_owned()
}

/// The key of an outlet: its canonical name if the lexicon knows it, else its own.
pub(in crate::sources) fn outlet_key(name: &str) -> String {
    let own = key(name);
    lexicon().outlet(&own).map_or(own, |outlet| key(outlet.name))
}
