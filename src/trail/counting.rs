//! Counting on: the hands of a claim over the pages of a trail.
//!
//! In: for each page its publisher and the chain it gives the claim. Out: the depth that the first page discloses beside
//! the depth that the trail shows. The publisher of a followed page is the hand that led there, and counts once.

use crate::folding::folded;

/// A page of a trail, as far as it is counted.
#[derive(Clone, Copy, Debug)]
pub struct Leg<'a> {
    /// What people call its publisher.
    pub publisher: &'a str,
    /// The hands that it gives the claim and that count, from the page outwards, each by its name if it has one.
    pub hands: &'a [Option<String>],
}

/// What a trail shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traced {
    /// The hands that the first page gives.
    pub disclosed: usize,
    /// The hands that the whole trail gives, each as its page and its place among that page's hands.
    pub hands: Vec<(usize, usize)>,
    /// The page to which the trail comes back, where it goes in a circle: counting ends before it.
    pub circular: Option<usize>,
    /// The page whose publisher none of the hands before it is: what it says cannot be counted on.
    pub broken: Option<usize>,
}

/// Counts the hands over the pages of a trail, first the one that was read first.
#[must_use]
pub fn count_on(legs: &[Leg<'_>]) -> Traced {
    let mut traced = Traced::default();
    let Some(first) = legs.first() else { return traced };
    traced.hands = (0..first.hands.len()).map(|at| (0, at)).collect();
    traced.disclosed = traced.hands.len();
    let mut been = vec![named(first.publisher)];
    for (page, leg) in legs.iter().enumerate().skip(1) {
        let publisher = named(leg.publisher);
        traced.circular = been.iter().position(|known| !known.is_empty() && *known == publisher);
        if traced.circular.is_some() {
            break;
        }
        let name = |&(page, at): &(usize, usize)| legs[page].hands[at].as_deref().map(named);
        let followed = traced.hands.iter().position(|hand| name(hand).is_some_and(|name| name == publisher));
        let Some(followed) = followed.filter(|_| !publisher.is_empty()) else {
            traced.broken = Some(page);
            break;
        };
        been.push(publisher);
        let further: Vec<_> = (0..leg.hands.len()).map(|at| (page, at)).collect();
        // A page that gives no hand takes none back that was named before.
        if !further.is_empty() {
            traced.hands.truncate(followed + 1);
            traced.hands.extend(further);
        }
    }
    // A hand that is a page of the trail is counted already, and so is all behind it.
    let page_of = |&(page, at): &(usize, usize)| {
        let name = legs[page].hands[at].as_deref().map(named)?;
        been[..=page].iter().position(|known| page > 0 && *known == name)
    };
    if let Some((place, page)) = traced.hands.iter().enumerate().find_map(|(at, hand)| Some((at, page_of(hand)?))) {
        traced.circular = traced.circular.or(Some(page));
        traced.hands.truncate(place);
    }
    traced
}

/// A name as it is compared: without case and article.
pub(super) fn named(name: &str) -> String {
    let name = folded(name.trim());
    name.strip_prefix("the ").unwrap_or(&name).to_owned()
}
