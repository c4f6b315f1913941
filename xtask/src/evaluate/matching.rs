//! When a claim that was found is the claim that is labelled. The same rules as the scorers have.

use std::collections::HashMap;

use super::corpus::{Claim, Hop, Pieces};

/// Cells that two lists of pieces share.
pub(crate) fn shared(a: &Pieces, b: &Pieces) -> usize {
    let (a, b) = (joined(a), joined(b));
    let overlap = |x: &[usize; 2], y: &[usize; 2]| x[1].min(y[1]).saturating_sub(x[0].max(y[0]));
    a.iter().map(|x| b.iter().map(|y| overlap(x, y)).sum::<usize>()).sum()
}

/// Cells that a list of pieces covers.
pub(crate) fn size(pieces: &Pieces) -> usize {
    joined(pieces).iter().map(|piece| piece[1] - piece[0]).sum()
}

/// Shared cells over covered cells, 0 to 1.
#[allow(clippy::cast_precision_loss, reason = "texts are far shorter than 2^52 characters")]
pub(crate) fn iou(a: &Pieces, b: &Pieces) -> f64 {
    let shared = shared(a, b);
    if shared == 0 { 0.0 } else { shared as f64 / (size(a) + size(b) - shared) as f64 }
}

/// Pieces in order, without overlap and without empty ones.
fn joined(pieces: &Pieces) -> Pieces {
    let mut sorted: Pieces = pieces.iter().copied().filter(|piece| piece[0] < piece[1]).collect();
    sorted.sort_unstable();
    let mut joined: Pieces = Vec::new();
    for piece in sorted {
        match joined.last_mut() {
            Some(last) if piece[0] <= last[1] => last[1] = last[1].max(piece[1]),
            _ => joined.push(piece),
        }
    }
    joined
}

/// Pairs of a labelled and a found claim, one to one, the best overlap first.
pub(crate) fn pair<'a>(
    labelled: impl IntoIterator<Item = (usize, &'a Pieces)>,
    predicted: impl IntoIterator<Item = (usize, &'a Pieces)>,
    at_least: f64,
) -> Vec<(usize, usize)> {
    pair_by(labelled, predicted, at_least, |_, _| true)
}

/// The same; of pairs that overlap alike, those that are alike in another respect too come first.
pub(crate) fn pair_by<'a>(
    labelled: impl IntoIterator<Item = (usize, &'a Pieces)>,
    predicted: impl IntoIterator<Item = (usize, &'a Pieces)>,
    at_least: f64,
    alike: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let predicted: Vec<_> = predicted.into_iter().collect();
    let mut candidates = Vec::new();
    for (label, content) in labelled {
        for &(guess, found) in &predicted {
            let overlap = iou(content, found);
            if overlap >= at_least && overlap > 0.0 {
                candidates.push((overlap, !alike(label, guess), label, guess));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2, a.3).cmp(&(b.1, b.2, b.3))));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, _, label, guess) in candidates {
        if pairs.iter().all(|pair| pair.0 != label && pair.1 != guess) {
            pairs.push((label, guess));
        }
    }
    pairs
}

/// Claims in text order, each quotation without a cue joined to the one it goes on from: where that is said, and where the
/// same hands stand behind a claim that ends a little before.
pub(crate) fn without_continuations<C: Claim>(claims: &[C]) -> Vec<C> {
    /// Code points between two pieces of one quotation at most.
    const GAP: usize = 400;
    let start = |claim: &C| claim.content().iter().map(|piece| piece[0]).min().unwrap_or_default();
    let mut sorted: Vec<C> = claims.to_vec();
    sorted.sort_by_key(|claim| (start(claim), claim.cue().is_empty()));
    let mut joined: Vec<C> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for claim in sorted {
        let goes_on = |last: &C| {
            let end = last.content().iter().map(|piece| piece[1]).max().unwrap_or_default();
            let (first, second) = (counted(last.chain()), counted(claim.chain()));
            start(&claim).checked_sub(end).is_some_and(|gap| gap <= GAP)
                && first.last().is_some_and(|hop| hop.source_type != "unspecified")
                && same_chain(&first, &second)
        };
        let host = match claim.continues() {
            Some(origin) => places.get(origin).copied(),
            None if claim.cue().is_empty() && claim.kind() == "speech" => {
                joined.len().checked_sub(1).filter(|last| goes_on(&joined[*last]))
            }
            None => None,
        };
        places.insert(claim.id().to_owned(), host.unwrap_or(joined.len()));
        match host {
            Some(host) => joined[host].content_mut().extend(claim.content().iter().copied()),
            None => joined.push(claim),
        }
    }
    joined
}

/// The hops that count for the depth.
pub(crate) fn counted(chain: &[Hop]) -> Vec<Hop> {
    chain.iter().filter(|hop| hop.link != "inherited").cloned().collect()
}

/// Whether two chains name the same hands, hop by hop.
pub(crate) fn same_chain(label: &[Hop], guess: &[Hop]) -> bool {
    label.len() == guess.len() && label.iter().zip(guess).all(|(label, guess)| same_hop(label, guess))
}

fn same_hop(label: &Hop, guess: &Hop) -> bool {
    let same_place = matches!((label.span, guess.span), (Some(a), Some(b)) if a[1].min(b[1]) > a[0].max(b[0]));
    let same_name = matches!((plain(label), plain(guess)), (Some(a), Some(b)) if a == b);
    same_place || same_name || (label.source_type == "unspecified" && guess.source_type == "unspecified")
}

/// A hop's name without what only spelling decides.
fn plain(hop: &Hop) -> Option<String> {
    plain_name(hop.name.as_deref()?)
}

/// A name in lower case, without an article in front, a genitive behind, and marks around it. None if nothing is left.
pub(super) fn plain_name(name: &str) -> Option<String> {
    let name = name.replace(['’', '‘'], "'").replace(['“', '”'], "\"").replace('\u{a0}', " ").replace('\u{ad}', "");
    let name = name.to_lowercase();
    let mut words: Vec<&str> = name.trim_matches([' ', '.', ',', ';', ':', '"', '\'']).split_whitespace().collect();
    if let Some(&("the" | "a" | "an")) = words.first() {
        words.remove(0);
    }
    let name = words.join(" ");
    let name = name.strip_suffix("'s").unwrap_or(&name).to_owned();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlap_counts_each_cell_once() {
        for (a, b, expected) in [
            (vec![[0, 10]], vec![[0, 10]], 1.0),
            (vec![[0, 10]], vec![[5, 15]], 5.0 / 15.0),
            (vec![[0, 4], [6, 10]], vec![[0, 10]], 0.8),
            (vec![[0, 6], [4, 10]], vec![[0, 10]], 1.0),
            (vec![], vec![[0, 10]], 0.0),
            (vec![[3, 3]], vec![[3, 3]], 0.0),
        ] {
            assert!((iou(&a, &b) - expected).abs() < 1e-9, "{a:?} {b:?}");
        }
    }

    #[test]
    fn pairs_take_the_best_overlap_first_and_each_claim_once() {
        let labelled = [vec![[0, 10]], vec![[8, 20]]];
        let predicted = [vec![[0, 20]], vec![[0, 9]]];
        let pairs = pair(labelled.iter().enumerate(), predicted.iter().enumerate(), 0.5);
        assert_eq!(pairs, [(0, 1), (1, 0)]);
    }

    #[test]
    fn hops_are_the_same_by_place_by_name_or_by_being_nobody() {
        let hop = |span, name: Option<&str>, source_type: &str| Hop {
            span,
            name: name.map(str::to_owned),
            source_type: source_type.to_owned(),
            anonymous: false,
            link: "explicit".to_owned(),
        };
        for (a, b, same) in [
            (hop(Some([0, 5]), None, "document"), hop(Some([4, 9]), None, "institution"), true),
            (hop(Some([0, 5]), None, "document"), hop(Some([5, 9]), None, "document"), false),
            (hop(None, Some("The Lantern"), "news_outlet"), hop(None, Some("Lantern’s"), "news_outlet"), true),
            (hop(None, None, "unspecified"), hop(Some([1, 2]), None, "unspecified"), true),
            (hop(None, None, "document"), hop(None, None, "document"), false),
        ] {
            assert_eq!(same_hop(&a, &b), same, "{a:?} {b:?}");
        }
    }
}
