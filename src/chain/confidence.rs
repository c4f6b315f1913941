//! How sure to be of a chain: that its counted hands are all there are, the right ones, and in this order.
//!
//! In: the hops of a claim and what the page leaves open about them. Out: a number from 0 to 1, made by multiplying what is
//! left of certainty behind each trait below. Factors are counted on labelled chains, so that of those that say 0.9 nine in
//! ten are right; `docs/engine-log.md` has the figures. Whether the last hand is one at all depends on few of them.

use crate::lexicon::{Class, lexicon};
use crate::report::{Hop, Link, SourceType};

/// A hand inside another's words counts from this certainty that it is one; below it stands as `perhaps`.
pub(super) const COUNTED_FROM: f32 = 0.5;

/// How often a chain is right that has no trait of the table.
const PLAIN: f32 = 0.92;

/// What a hop may have that makes it less certain who it is, or whether somebody stands in front.
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
    /// `she`: resolved.
    Pronoun,
    /// `the report`, `he`: resolved to nothing.
    Unresolved,
}

/// What is left of certainty behind each trait of a hop.
const LEFT: [(Trait, f32); 6] = [
    (Trait::UnnamedNearest, 0.76),
    (Trait::OpenNearest, 0.88),
    (Trait::BodyWithoutName, 0.86),
    (Trait::Definite, 0.82),
    (Trait::Pronoun, 0.9),
    (Trait::Unresolved, 0.65),
];
/// What is left where somebody was told and the page does not tell what they are.
const LISTENER_UNKNOWN: f32 = 0.75;
/// What is left where no frame knows the shape of the attribution.
const LEARNED: f32 = 0.7;
/// What is left behind two others that are somebody.
const THIRD: f32 = 0.6;
/// What is left where a hand stands in words of a person, or body, that say more than it alone; and in those of a report.
const INSIDE: f32 = 0.4;
const INSIDE_REPORT: f32 = 0.75;
/// What is left there where the verb is no clear one of saying, or belongs to a relative clause.
const INSIDE_UNCLEAR: f32 = 0.6;
/// The same for being sure that there is a claim at all.
const CLAIM_INSIDE: f32 = 0.55;

/// What an attribution has that makes its chain less certain.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Doubts {
    /// No frame knows its shape.
    pub learned: bool,
    /// The page does not tell what whoever was told is.
    pub listener_unknown: bool,
    /// It stands in words of another that say more.
    pub inside: Option<Inside>,
}

/// An attribution in words of another that say more than it alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inside {
    /// Its verb is a clear one of saying, in no relative clause.
    pub clear: bool,
}

/// What is left of being sure that words are a claim, where they stand in another's that say more. Of those with an unclear
/// verb 28 in 45 were none when read.
pub(super) fn of_claim(inside: Option<Inside>) -> f32 {
    if inside.is_some_and(|inside| !inside.clear) { CLAIM_INSIDE } else { 1.0 }
}

/// How sure to be that the last of several hands is one, and not somebody whom the words only mention.
pub(super) fn of_last<'h>(chain: impl Iterator<Item = &'h Hop>, inside: Option<Inside>) -> f32 {
    let counted: Vec<&Hop> = chain.filter(|hop| hop.link != Link::Inherited).collect();
    let [nearest, _, ..] = counted.as_slice() else { return PLAIN };
    let somebody = counted.iter().filter(|hop| hop.source_type != SourceType::Unspecified).count();
    let report = matches!(nearest.source_type, SourceType::NewsOutlet | SourceType::Document);
    let inside = inside.map_or(1.0, |inside| {
        let left = if report { INSIDE_REPORT } else { INSIDE };
        if inside.clear { left } else { left * INSIDE_UNCLEAR }
    });
    PLAIN * inside * if somebody > 2 { THIRD } else { 1.0 }
}

/// The confidence of a chain. `words` gives a hop's own words in lower case.
pub(super) fn of<'h>(
    chain: impl Iterator<Item = &'h Hop> + Clone,
    doubts: Doubts,
    words: impl Fn(&Hop) -> String,
) -> f32 {
    let mut confidence = of_last(chain.clone(), doubts.inside);
    for (place, hop) in chain.filter(|hop| hop.link != Link::Inherited).enumerate() {
        let words = words(hop);
        for (is, left) in LEFT {
            if has(is, hop, place, &words) {
                confidence *= left;
            }
        }
    }
    let left = |doubt: bool, left: f32| if doubt { left } else { 1.0 };
    confidence * left(doubts.learned, LEARNED) * left(doubts.listener_unknown, LISTENER_UNKNOWN)
}

fn has(is: Trait, hop: &Hop, place: usize, words: &str) -> bool {
    let pronoun = lexicon().is_in(words, Class::ThirdPerson);
    match is {
        Trait::UnnamedNearest => place == 0 && hop.anonymous,
        Trait::OpenNearest => {
            place == 0 && matches!(hop.source_type, SourceType::VagueCollective | SourceType::RoleOnly)
        }
        Trait::BodyWithoutName => hop.source_type == SourceType::Institution && hop.name.is_none(),
        Trait::Definite => hop.link == Link::Anaphoric && !pronoun,
        Trait::Pronoun => hop.link == Link::Anaphoric && pronoun,
        Trait::Unresolved => {
            let definite = words.starts_with("the ") || words.starts_with("this ");
            hop.link == Link::Explicit && hop.name.is_none() && (pronoun || definite)
        }
    }
}
