//! How sure to be of a chain: that its counted hands are all there are, the right ones, and in this order.
//!
//! In: the hops of a claim and what the page leaves open about them. Out: a number from 0 to 1, made by multiplying what is
//! left of certainty behind each trait below. Factors are counted on labelled chains, so that of those that say 0.9 nine in
//! ten are right; `docs/engine-log.md` has the figures.

use crate::lexicon::{Class, lexicon};
use crate::report::{Hop, Link, SourceType};

/// A hand inside another's words counts from this confidence of the chain on; below it stands as `perhaps`.
pub(super) const COUNTED_FROM: f32 = 0.5;

/// How often a chain is right that has no trait of the table.
const PLAIN: f32 = 0.94;

/// What a chain may have that makes it less certain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trait {
    /// Nearest to the page stands somebody without a name, who spoke to somebody.
    UnnamedNearest,
    /// Nearest to the page stand `experts`, or `the minister`.
    OpenNearest,
    /// `the court`, or a phrase that nothing is known of.
    BodyWithoutName,
    /// `the report`, `the official`: resolved, by a noun that may fit another.
    Definite,
    /// `the report`, `he`: resolved to nothing.
    Unresolved,
    /// Behind two others that are somebody.
    Third,
}

/// What is left of certainty behind each trait of a hop.
const LEFT: [(Trait, f32); 6] = [
    (Trait::UnnamedNearest, 0.76),
    (Trait::OpenNearest, 0.82),
    (Trait::BodyWithoutName, 0.82),
    (Trait::Definite, 0.88),
    (Trait::Unresolved, 0.92),
    (Trait::Third, 0.6),
];
/// What is left where somebody was told and the page does not tell what they are.
const LISTENER_UNKNOWN: f32 = 0.75;
/// What is left where no frame knows the shape of the attribution.
const LEARNED: f32 = 0.92;

/// The confidence of a chain. `words` gives a hop's own words in lower case.
pub(super) fn of<'h>(
    chain: impl Iterator<Item = &'h Hop>,
    learned: bool,
    listener_unknown: bool,
    words: impl Fn(&Hop) -> String,
) -> f32 {
    let mut confidence = PLAIN;
    let mut somebody = 0;
    for (place, hop) in chain.filter(|hop| hop.link != Link::Inherited).enumerate() {
        somebody += usize::from(hop.source_type != SourceType::Unspecified);
        let words = words(hop);
        for (is, left) in LEFT {
            if has(is, hop, place, somebody, &words) {
                confidence *= left;
            }
        }
    }
    confidence * if learned { LEARNED } else { 1.0 } * if listener_unknown { LISTENER_UNKNOWN } else { 1.0 }
}

fn has(is: Trait, hop: &Hop, place: usize, somebody: usize, words: &str) -> bool {
    let pronoun = lexicon().is_in(words, Class::ThirdPerson);
    match is {
        Trait::UnnamedNearest => place == 0 && hop.anonymous,
        Trait::OpenNearest => {
            place == 0 && matches!(hop.source_type, SourceType::VagueCollective | SourceType::RoleOnly)
        }
        Trait::BodyWithoutName => hop.source_type == SourceType::Institution && hop.name.is_none(),
        Trait::Definite => hop.link == Link::Anaphoric && !pronoun,
        Trait::Unresolved => {
            let definite = words.starts_with("the ") || words.starts_with("this ");
            hop.link == Link::Explicit && hop.name.is_none() && (pronoun || definite)
        }
        Trait::Third => somebody > 2,
    }
}
