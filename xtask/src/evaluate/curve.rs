//! What confidence is worth: how often claims of each confidence are right, and what a threshold keeps.

use std::io::Write;

use super::Answers;
use super::corpus::{self, Predicted};
use super::errors::keep_outermost;
use super::matching::{pair, shared};

/// A claim found, and whether it is one that is labelled.
struct Judged {
    confidence: f64,
    found: bool,
    source_too: bool,
}

/// Prints one row for each threshold: of the claims with at least that confidence, how many are right, and how many of
/// those between it and the next. Only speech is judged, since that is what readers are shown.
pub(crate) fn print(out: &mut impl Write, answers: &Answers<'_>, set: &str) -> anyhow::Result<()> {
    let mut judged = Vec::new();
    let mut labels = 0;
    for mut article in corpus::read(&answers.gold(set), &answers.pred(set))? {
        article.predicted.retain(|guess| guess.kind == "speech");
        keep_outermost(&mut article.predicted);
        labels += article.labelled.len();
        let labelled = article.labelled.iter().map(|label| &label.content).enumerate();
        let predicted = article.predicted.iter().map(|guess| &guess.content).enumerate();
        let pairs = pair(labelled, predicted, 0.5);
        judged.extend(article.predicted.iter().enumerate().map(|(index, guess)| {
            let label = pairs.iter().find(|pair| pair.1 == index).map(|pair| &article.labelled[pair.0]);
            let agreed = |guess: &Predicted| {
                label.and_then(|label| label.source.as_ref()).is_some_and(|source| {
                    shared(source, &guess.source) > 0 || source.is_empty() && guess.source.is_empty()
                })
            };
            Judged { confidence: guess.confidence, found: label.is_some(), source_too: agreed(guess) }
        }));
    }
    writeln!(out, "{set}: {} claims of kind speech, {labels} labelled attributions", judged.len())?;
    writeln!(out, "from confidence   claims  precision  with source   recall   right from here to the next row")?;
    for step in 0..20 {
        let (from, to) = (f64::from(step) / 20.0, f64::from(step + 1) / 20.0);
        let kept: Vec<&Judged> = judged.iter().filter(|claim| claim.confidence >= from).collect();
        let band: Vec<&Judged> = kept.iter().copied().filter(|claim| claim.confidence < to || step == 19).collect();
        let (right, sourced) = (count(&kept, |claim| claim.found), count(&kept, |claim| claim.source_too));
        let band_right = count(&band, |claim| claim.source_too);
        writeln!(
            out,
            "{from:15.2} {:8} {:10.1} {:12.1} {:8.1}   {band_right:5} of {:5} = {:5.1}",
            kept.len(),
            percent(right, kept.len()),
            percent(sourced, kept.len()),
            percent(right, labels),
            band.len(),
            percent(band_right, band.len()),
        )?;
    }
    Ok(())
}

fn count(claims: &[&Judged], right: impl Fn(&Judged) -> bool) -> usize {
    claims.iter().filter(|claim| right(claim)).count()
}

#[allow(clippy::cast_precision_loss, reason = "a few thousand claims")]
fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
