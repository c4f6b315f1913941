//! Writes trained models in the form that `Model::read` reads.

use super::Known;
use super::labeller::Labeller;
use super::logistic::Logistic;
use crate::train::writer::Writer;
use hearsay::attribution::tagger::labels::LABELS;
use hearsay::attribution::tagger::model::{CUE_STEP, JUDGE_STEP, meaning};

/// The bytes of as many models as there are; the rest reads as zeros.
pub(super) fn write(
    known: &Known,
    cue: Option<&Logistic>,
    labels: Option<&Labeller>,
    judge: Option<&Logistic>,
) -> Vec<u8> {
    let mut writer = Writer::new(meaning());
    writer.table(1, &known.0.iter().map(|&known| i8::from(known)).collect::<Vec<_>>());
    if let Some(cue) = cue {
        writer.table(1, &steps(cue, CUE_STEP));
    }
    if let Some(labels) = labels {
        writer.table(LABELS, &labels.emissions.iter().flatten().map(|&weight| weight as i8).collect::<Vec<_>>());
        writer.table(1, &labels.transitions.iter().flatten().map(|&weight| weight as i8).collect::<Vec<_>>());
    }
    if let Some(judge) = judge {
        writer.table(1, &steps(judge, JUDGE_STEP));
    }
    writer.finish()
}

fn steps(model: &Logistic, step: f32) -> Vec<i8> {
    model.weights.iter().chain([&model.bias]).map(|weight| (weight / step).round() as i8).collect()
}
