//! The article the project started from: every required claim right in every respect, and nothing besides.

use super::corpus::Article;
use super::figures::Figure;
use super::matching::{iou, pair, same_chain};

/// Counts the required claims that are right in content, depth, greatest depth and chain, and the claims that nobody
/// labelled.
pub(crate) fn score(articles: &[Article]) -> Vec<Figure> {
    let Some(seed) = articles.iter().find(|article| article.id == "seed") else { return Vec::new() };
    let required = seed.labelled.iter().filter(|label| label.required);
    let right = required.clone().filter(|label| {
        seed.predicted.iter().any(|guess| {
            iou(&label.content, &guess.content) >= 0.9
                && label.depths.as_ref().is_some_and(|depths| depths.contains(&guess.depth))
                && label.depth_max == Some(guess.depth_max)
                && label.chain.as_ref().is_some_and(|chain| same_chain(chain, &guess.chain))
        })
    });
    let labelled = seed.labelled.iter().map(|label| &label.content).enumerate();
    let predicted = seed.predicted.iter().map(|guess| &guess.content).enumerate();
    let matched = pair(labelled, predicted, 0.5).len();
    let found =
        required.clone().filter(|label| seed.predicted.iter().any(|guess| iou(&label.content, &guess.content) >= 0.9));
    let detail = format!("of {}; content right {}", required.clone().count(), found.count());
    vec![
        Figure::new("seed", "required claims of 16", count(right.count()), detail),
        Figure::new("seed", "extra claims", count(seed.predicted.len() - matched), ""),
    ]
}

#[allow(clippy::cast_precision_loss, reason = "a few claims")]
fn count(claims: usize) -> f64 {
    claims as f64
}
