//! One origin, many pages: claims that several pages make and that end at the same hand.
//!
//! In: pages with their reports. Out: groups of claims, each from two pages or more. Who the hand is has to be said in the
//! same words; what is claimed is compared by its terms, as a claim is that is found again.

use std::collections::HashMap;

use super::counting::named;
use super::terms::{Terms, terms};
use crate::document::{Block, Document};
use crate::report::{Claim, Link, Report, SourceType};
use crate::text;

/// How much of two claims has to be the same, 0 to 1.
const SAME_FROM: f32 = 0.5;
/// A claim is compared with the groups that have one of its rarest terms, and so not with all.
const RAREST: usize = 3;

/// A claim by the index of its page, and its own in the report.
pub type At = (usize, usize);

/// Groups the claims of several pages that say the same and end at the same hand.
#[must_use]
pub fn one_origin(pages: &[(&Document, &Report)]) -> Vec<Vec<At>> {
    let mut claims: Vec<(At, String, Terms)> = Vec::new();
    let mut with: HashMap<String, f32> = HashMap::new();
    for (at, (document, report)) in pages.iter().enumerate() {
        for (index, claim) in report.claims.iter().enumerate() {
            let Some(hand) = last_hand(document, claim) else { continue };
            let said = said(document, claim);
            said.keys().for_each(|term| *with.entry(term.clone()).or_default() += 1.0);
            claims.push(((at, index), hand, said));
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "so many claims are on no pages")]
    let count = claims.len() as f32;
    let weight = |term: &str, kind: f32| kind * (1.0 + count / with.get(term).copied().unwrap_or(1.0)).ln();
    let sum = |terms: &Terms| -> f32 { terms.iter().map(|(term, kind)| weight(term, *kind)).sum() };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    // The newest group by hand and rare term: one look-up a term, however many groups there are.
    let mut by_term: HashMap<(&str, &str), usize> = HashMap::new();
    for (number, (_, hand, said)) in claims.iter().enumerate() {
        let mut rare: Vec<&str> = said.keys().map(String::as_str).collect();
        rare.sort_by(|a, b| weight(b, 1.0).total_cmp(&weight(a, 1.0)));
        let shared = |group: &usize| -> f32 {
            let Some((_, _, other)) = groups.get(*group).and_then(|group| claims.get(*group.first()?)) else {
                return 0.0;
            };
            let shared: f32 =
                said.iter().filter(|(term, _)| other.contains_key(*term)).map(|(term, kind)| weight(term, *kind)).sum();
            2.0 * shared / (sum(said) + sum(other)).max(f32::EPSILON)
        };
        let known = rare.iter().filter_map(|term| by_term.get(&(hand.as_str(), *term)).copied());
        let group = known.filter(|group| shared(group) >= SAME_FROM).min().unwrap_or(groups.len());
        match groups.get_mut(group) {
            Some(members) => members.push(number),
            None => groups.push(vec![number]),
        }
        for term in rare.into_iter().take(RAREST) {
            by_term.insert((hand, term), group);
        }
    }
    let groups = groups.into_iter().map(|group| group.into_iter().filter_map(|at| Some(claims.get(at)?.0)).collect());
    groups.filter(|group: &Vec<At>| group.iter().any(|(page, _)| Some(*page) != group.first().map(|at| at.0))).collect()
}

/// The last hand that counts, as it is compared: by its name, or by the words for it. None where nobody is said.
fn last_hand(page: &Document, claim: &Claim) -> Option<String> {
    let hop = claim.chain.iter().rfind(|hop| hop.link != Link::Inherited)?;
    if matches!(hop.source_type, SourceType::Unspecified | SourceType::Own) {
        return None;
    }
    let words = hop.name.as_deref().or_else(|| page.words(hop.span?))?;
    let name = named(words);
    let name = name.strip_prefix("a ").or_else(|| name.strip_prefix("an ")).unwrap_or(&name);
    (!name.is_empty()).then(|| name.to_owned())
}

fn said(page: &Document, claim: &Claim) -> Terms {
    let block = |span: &_| Some(Block { text: page.words(*span)?.to_owned(), ..Block::default() });
    let content = Document { blocks: claim.content.iter().filter_map(block).collect(), ..Document::default() };
    let content = text::read(&content);
    terms(&content, 0..content.tokens.len())
}
