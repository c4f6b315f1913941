//! One origin, many pages: claims that several pages make and that end at the same hand.
//!
//! In: claims, each with its page and the last hand that counts. Out: groups of them, each from two pages or more. Who the
//! hand is has to be said in the same words; what is claimed is compared by its terms, as a claim is that is found again.

use super::counting::named;
use super::terms::{Terms, terms};
use crate::document::{Block, Document};
use crate::text;

/// How much of two claims has to be the same, 0 to 1.
const SAME_FROM: f32 = 0.5;
/// A claim is compared with the newest groups of its hand, and not with all of a hand that has thousands.
const NEWEST: usize = 100;

/// A claim that a page makes, with the last hand it gives.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The page, by a number that no other has.
    pub page: usize,
    /// What the page calls the last hand that counts: by its name, or in the page's words.
    pub hand: &'a str,
    /// What is claimed.
    pub words: &'a str,
}

/// Groups the claims of several pages that say the same and end at the same hand, each by its place in the list.
#[must_use]
pub fn one_origin(told: &[Told<'_>]) -> Vec<Vec<usize>> {
    let claims: Vec<(String, Terms)> = told.iter().map(|claim| (hand(claim.hand), said(claim.words))).collect();
    // How many of the claims have a term: the fewer, the more it tells.
    let mut with = Terms::new();
    for term in claims.iter().flat_map(|(_, said)| said.keys()) {
        *with.entry(term.clone()).or_default() += 1.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "so many claims are on no pages")]
    let count = claims.len() as f32;
    let weight = |(term, kind): (&String, &f32)| kind * (1.0 + count / with.get(term).copied().unwrap_or(1.0)).ln();
    let is_same = |one: &Terms, other: &Terms| {
        let shared: f32 = one.iter().filter(|(term, _)| other.contains_key(*term)).map(weight).sum();
        let all: f32 = one.iter().chain(other).map(weight).sum();
        shared > 0.0 && 2.0 * shared / all >= SAME_FROM
    };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (number, (hand, said)) in claims.iter().enumerate().filter(|(_, (hand, _))| !hand.is_empty()) {
        let first = |group: &Vec<usize>| group.first().and_then(|first| claims.get(*first));
        let of_hand = groups.iter_mut().rev().filter(|group| first(group).is_some_and(|(other, _)| other == hand));
        let same = of_hand.take(NEWEST).find(|group| first(group).is_some_and(|(_, other)| is_same(said, other)));
        match same {
            Some(group) => group.push(number),
            None => groups.push(vec![number]),
        }
    }
    let page = |claim: &usize| told.get(*claim).map(|claim| claim.page);
    groups.retain(|group| group.iter().any(|claim| page(claim) != group.first().and_then(page)));
    groups
}

/// A hand as it is compared.
fn hand(words: &str) -> String {
    let name = named(words);
    name.strip_prefix("a ").or_else(|| name.strip_prefix("an ")).unwrap_or(&name).to_owned()
}

fn said(words: &str) -> Terms {
    let block = Block { text: words.to_owned(), ..Block::default() };
    let content = Document { blocks: vec![block], ..Document::default() };
    let content = text::read(&content);
    terms(&content, 0..content.tokens.len())
}
