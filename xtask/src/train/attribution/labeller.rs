//! Trains the labeller: a structured averaged perceptron.

use super::{Known, Paragraph};
use crate::train::perceptron::{Averaged, Dropout, Seen};
use crate::train::random::Random;
use hearsay::attribution::tagger::Reading;
use hearsay::attribution::tagger::labels::{self, BUCKET_BITS, Context, LABELS, SEAMS};
use hearsay::attribution::tagger::model::LABEL_LARGEST;
use hearsay::attribution::tagger::words::Words;

const EPOCHS: usize = 8;
/// Points that a wrong label is offered in training, so that the right one has to win by a margin.
const COST: f32 = 5.0;
/// Share of the features that a word goes without in training, so that none is leant on too much.
const DROPOUT: f64 = 0.1;
/// Averaged weights below this are left out of the second training.
const SMALL: f32 = 3.0;
/// What one step of a rounded weight is worth.
const STEP: f32 = 12.0;
/// Weights below this many steps become zero.
const PRUNE: f32 = 0.8;
/// The largest magnitude of a transition's weight.
const LARGEST: f32 = 63.0;

/// A labeller whose weights are rounded to whole steps.
pub(crate) struct Labeller {
    pub(crate) emissions: Vec<[f32; LABELS]>,
    pub(crate) transitions: Vec<[f32; LABELS * LABELS]>,
}

fn bucket(feature: u32) -> usize {
    (feature >> (32 - BUCKET_BITS)) as usize
}

fn each(words: &Words, context: &Context, at: usize, mut feature: impl FnMut(u32)) {
    labels::plain_features(words, at, &mut feature);
    labels::features(context, at, &mut feature);
}

impl Labeller {
    /// Trains twice, the second time without the weights that came out small the first time, and rounds what is left.
    pub(crate) fn learn(known: &Known, reads: &[&(&Paragraph, Reading)]) -> Self {
        let mut kept = vec![u8::MAX; 1 << BUCKET_BITS];
        let mut model = Self::round(known, reads, &kept);
        for (kept, weights) in kept.iter_mut().zip(&model.emissions) {
            for (label, weight) in weights.iter().enumerate() {
                if weight.abs() < SMALL {
                    *kept &= !(1 << label);
                }
            }
        }
        model = Self::round(known, reads, &kept);
        let most = f32::from(LABEL_LARGEST);
        for weight in model.emissions.iter_mut().flatten() {
            let steps = *weight / STEP;
            *weight = if steps.abs() < PRUNE { 0.0 } else { steps.round().clamp(-most, most) };
        }
        for weight in model.transitions.iter_mut().flatten() {
            *weight = (*weight / STEP).round().clamp(-LARGEST, LARGEST);
        }
        model
    }

    fn round(known: &Known, reads: &[&(&Paragraph, Reading)], kept: &[u8]) -> Self {
        let mut examples = Vec::new();
        for (paragraph, reading) in reads {
            for gold in &paragraph.gold {
                let head = known.head(paragraph, gold);
                if reading.logits().iter().any(|&(at, _)| at == head) {
                    examples.push((reading, gold, head));
                }
            }
        }
        let mut seen = Seen::new(22);
        for (reading, _, head) in &examples {
            let context = Context::new(reading.words(), reading.likely(), *head);
            for at in context.window.clone() {
                each(reading.words(), &context, at, |feature| seen.note(feature));
            }
        }
        let mut emissions: Averaged<LABELS> = Averaged::new(1 << BUCKET_BITS);
        let mut transitions: Averaged<{ LABELS * LABELS }> = Averaged::new(SEAMS);
        // As the decoder takes them.
        let mut between = vec![[0.0_f32; LABELS * LABELS]; SEAMS];
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut random = Random(3);
        let mut features: Vec<u32> = Vec::new();
        let mut ends: Vec<usize> = Vec::new();
        for _ in 0..EPOCHS {
            random.shuffle(&mut order);
            for &index in &order {
                let (reading, gold, head) = &examples[index];
                let words = reading.words();
                let context = Context::new(words, reading.likely(), *head);
                let window = context.window.clone();
                let truth = gold.parts.labels(&window);
                features.clear();
                ends.clear();
                let mut scores = Vec::with_capacity(window.len());
                let salt = random.next() as u32;
                for at in window.clone() {
                    let start = features.len();
                    let dropout = Dropout::new(DROPOUT, salt.wrapping_add((at as u32).wrapping_mul(0x85eb_ca77)));
                    each(words, &context, at, |feature| {
                        if seen.often(feature, 2) && dropout.keeps(feature) {
                            features.push(bucket(feature) as u32);
                        }
                    });
                    ends.push(features.len());
                    let mut sums = [COST; LABELS];
                    sums[usize::from(truth[at - window.start])] = 0.0;
                    for &bucket in &features[start..] {
                        for (sum, weight) in sums.iter_mut().zip(&emissions.weights()[bucket as usize]) {
                            *sum += f32::from(*weight);
                        }
                    }
                    scores.push(sums);
                }
                let seams = labels::seams(words, window.clone());
                let guess = labels::decode(&scores, &seams, &between, head - window.start);
                let Some((guess, _)) = guess else { continue };
                if guess != truth {
                    let mut start = 0;
                    for at in 0..guess.len() {
                        let (right, wrong) = (usize::from(truth[at]), usize::from(guess[at]));
                        if right != wrong {
                            for &bucket in &features[start..ends[at]] {
                                let bucket = bucket as usize;
                                for (label, change) in [(right, 1), (wrong, -1)] {
                                    if kept[bucket] >> label & 1 == 1 {
                                        emissions.add(bucket, label, change);
                                    }
                                }
                            }
                        }
                        start = ends[at];
                        let before = |labels: &[u8]| if at == 0 { 0 } else { usize::from(labels[at - 1]) };
                        let (right, wrong) = (before(&truth) * LABELS + right, before(&guess) * LABELS + wrong);
                        if right != wrong {
                            let seam = usize::from(seams[at]);
                            for (pair, change) in [(right, 1), (wrong, -1)] {
                                transitions.add(seam, pair, change);
                                between[seam][pair] += f32::from(change);
                            }
                        }
                    }
                }
                emissions.step();
                transitions.step();
            }
        }
        Labeller { emissions: emissions.averages(), transitions: transitions.averages() }
    }
}
