//! Logistic regression over hashed features, with AdaGrad.

use crate::train::perceptron::{Dropout, Seen};
use crate::train::random::Random;

pub(crate) struct Settings {
    /// Buckets of the table, as a power of two.
    pub(crate) bits: u32,
    pub(crate) rate: f64,
    pub(crate) epochs: u32,
    /// What one step of a rounded weight is worth.
    pub(crate) step: f32,
}

/// Times a model is trained, each time without the weights that were too small the time before.
const ROUNDS: u32 = 3;
/// Weights below this many steps become zero.
const PRUNE: f32 = 0.8;
/// The largest rounded weight, in steps.
const LARGEST: f32 = 15.0;
const DECAY: f32 = 5e-4;
/// Share of the features that an example goes without, so that none is leant on too much.
const DROPOUT: f64 = 0.2;

pub(crate) struct Logistic {
    pub(crate) weights: Vec<f32>,
    pub(crate) bias: f32,
}

impl Logistic {
    /// Trains in rounds, each without the weights that were too small in the one before, and rounds what is left.
    pub(crate) fn learn(
        settings: &Settings,
        examples: usize,
        example: impl Fn(usize, &mut dyn FnMut(u32)) -> f32,
    ) -> Self {
        let mut kept = vec![true; 1 << settings.bits];
        let mut model = Self::round(settings, examples, &example, &kept);
        for round in 1..ROUNDS {
            let bar = settings.step * PRUNE * round as f32 / ROUNDS as f32;
            for (kept, weight) in kept.iter_mut().zip(&model.weights) {
                *kept &= weight.abs() >= bar;
            }
            model = Self::round(settings, examples, &example, &kept);
        }
        for weight in &mut model.weights {
            let steps = *weight / settings.step;
            *weight = if steps.abs() < PRUNE { 0.0 } else { steps.round().clamp(-LARGEST, LARGEST) * settings.step };
        }
        model.bias = (model.bias / settings.step).round().clamp(-63.0, 63.0) * settings.step;
        model
    }

    /// `example(index, feature)` calls `feature` for each of its features and returns the truth.
    fn round(
        settings: &Settings,
        examples: usize,
        example: &impl Fn(usize, &mut dyn FnMut(u32)) -> f32,
        kept: &[bool],
    ) -> Self {
        let size = 1 << settings.bits;
        let mut model = Logistic { weights: vec![0.0; size], bias: 0.0 };
        let mut squares = vec![0.0_f32; size];
        let mut bias_squares = 0.0_f32;
        let mut seen = Seen::new(22);
        for index in 0..examples {
            example(index, &mut |feature| seen.note(feature));
        }
        let mut order: Vec<usize> = (0..examples).collect();
        let mut random = Random(7);
        let mut buckets = Vec::new();
        let rate = settings.rate as f32;
        for _ in 0..settings.epochs {
            random.shuffle(&mut order);
            for &index in &order {
                buckets.clear();
                let dropout = Dropout::new(DROPOUT, random.next() as u32);
                let truth = example(index, &mut |feature| {
                    if seen.often(feature, 2) && dropout.keeps(feature) {
                        let bucket = (feature >> (32 - settings.bits)) as usize;
                        if kept[bucket] {
                            buckets.push(bucket);
                        }
                    }
                });
                let logit: f32 = model.bias + buckets.iter().map(|&bucket| model.weights[bucket]).sum::<f32>();
                let error = 1.0 / (1.0 + (-logit).exp()) - truth;
                for &bucket in &buckets {
                    let slope = error + DECAY * model.weights[bucket];
                    squares[bucket] += slope * slope;
                    model.weights[bucket] -= rate * slope / (squares[bucket].sqrt() + 1e-6);
                }
                bias_squares += error * error;
                model.bias -= rate * error / (bias_squares.sqrt() + 1e-6);
            }
        }
        model
    }
}
