//! The averaged perceptron, trained in rounds, each without the weights that were too small in the one before: what is left
//! makes up for what is gone, which costs little and halves the size.

use crate::train::perceptron::{Averaged, Dropout, Seen};
use crate::train::random::Random;
use hearsay::text::part_of_speech::features::{self, BUCKET_BITS, Before, FORMS, Sentence};
use hearsay::text::part_of_speech::{FineTag, LARGEST};

const EPOCHS: usize = 5;
const ROUNDS: u32 = 6;

/// Points that a wrong tag is offered in training, so that the right one has to win by a margin.
const COST: i16 = 5;
/// Share of the features that a word goes without in training, so that none is leant on too much.
const DROPOUT: f64 = 0.1;
/// What one step of a rounded weight is worth.
const STEP: f64 = 4.0;
/// Weights below this many steps become zero.
const PRUNE: f64 = 1.0;
/// A feature that occurs less often learns nothing.
const RARE: u8 = 3;

/// A sentence to learn from.
pub(super) struct Example {
    pub(super) sentence: Sentence,
    pub(super) tags: Vec<FineTag>,
}

/// The weights of one feature, padded to what a processor adds at once.
type Row = [i16; 40];

/// Rounded weights, row after row.
pub(super) fn train(examples: &[Example]) -> Vec<i8> {
    let mut kept = vec![u64::MAX; 1 << BUCKET_BITS];
    let seen = seen(examples);
    let mut weights = Vec::new();
    for round in 1..=ROUNDS {
        weights = learn(examples, &seen, &kept);
        let bar = STEP * PRUNE * f64::from(round) / f64::from(ROUNDS);
        for (kept, row) in kept.iter_mut().zip(&weights) {
            for (tag, weight) in row[..FineTag::COUNT].iter().enumerate() {
                *kept &= !(u64::from(f64::from(*weight).abs() < bar) << tag);
            }
        }
    }
    let round = |weight: &f32| {
        let steps = f64::from(*weight) / STEP;
        if steps.abs() < PRUNE { 0 } else { steps.round().clamp(-f64::from(LARGEST), f64::from(LARGEST)) as i8 }
    };
    weights.iter().flat_map(|row| &row[..FineTag::COUNT]).map(round).collect()
}

/// The scores of all tags.
fn scores(weights: &[Row], features: &[u32], dropout: &Dropout) -> Row {
    let mut scores = [0_i16; 40];
    for &feature in features.iter().filter(|feature| dropout.keeps(**feature)) {
        for (score, weight) in scores.iter_mut().zip(&weights[features::bucket(feature)]) {
            *score = score.wrapping_add(*weight);
        }
    }
    scores
}

/// The tag with the highest score; of equals the first.
fn best(scores: &Row) -> FineTag {
    let mut best = 0;
    for tag in 1..FineTag::COUNT {
        if scores[tag] > scores[best] {
            best = tag;
        }
    }
    FineTag::ALL[best]
}

/// Which features occur often enough with the right tags before them. What is rare teaches little and is many: left out, it
/// neither fills buckets that others share nor has to be stored.
fn seen(examples: &[Example]) -> Seen {
    let mut seen = Seen::new(24);
    for Example { sentence, tags } in examples {
        let mut before = Before::default();
        for (at, (word, tag)) in sentence.words.iter().zip(tags).enumerate() {
            if features::obvious(word).is_none() {
                features::features(sentence, at, before).into_iter().for_each(|feature| seen.note(feature));
            }
            before = before.after(word, *tag);
        }
    }
    seen
}

fn learn(examples: &[Example], seen: &Seen, kept: &[u64]) -> Vec<[f32; 40]> {
    let mut model: Averaged<40> = Averaged::new(1 << BUCKET_BITS);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random(1);
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for &index in &order {
            let Example { sentence, tags } = &examples[index];
            let mut before = Before::default();
            for (at, word) in sentence.words.iter().enumerate() {
                let gold = tags[at];
                let tag = features::obvious(word).unwrap_or_else(|| {
                    let features = features::features(sentence, at, before);
                    let dropout = Dropout::new(DROPOUT, (model.now() as u32).wrapping_mul(0x85eb_ca77));
                    let mut scores = scores(model.weights(), &features, &dropout);
                    let tag = best(&scores);
                    scores[gold as usize] -= COST;
                    let rival = best(&scores);
                    if rival != gold {
                        let silent = silent(tags, at);
                        for (template, feature) in features.into_iter().enumerate() {
                            if silent >> template & 1 == 1 || !dropout.keeps(feature) || !seen.often(feature, RARE) {
                                continue;
                            }
                            let bucket = features::bucket(feature);
                            for (tag, change) in [(gold, 1), (rival, -1)] {
                                if kept[bucket] >> tag as u32 & 1 == 1 {
                                    model.add(bucket, tag as usize, change);
                                }
                            }
                        }
                    }
                    tag
                });
                model.step();
                before = before.after(word, tag);
            }
        }
    }
    model.averages()
}

/// The features of a word that learn nothing, a bit each. No weight is learned for a name: what `Paris` is has to follow
/// from how it looks and where it stands.
fn silent(tags: &[FineTag], at: usize) -> u64 {
    let name = |offset: isize| {
        at.checked_add_signed(offset).and_then(|at| tags.get(at)).is_some_and(|tag| *tag == FineTag::NNP)
    };
    let features = FORMS.iter().filter(|(offset, _)| name(*offset)).flat_map(|(_, features)| *features);
    features.fold(0, |silent, feature| silent | 1 << feature)
}
