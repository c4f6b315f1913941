//! The averaged perceptron, trained in rounds, each without the weights that were too small in the one before: what is left
//! makes up for what is gone, which costs little and halves the size.

use crate::train::random::Random;
use hearsay::text::part_of_speech::features::{self, BUCKET_BITS, Before, FORMS, Sentence};
use hearsay::text::part_of_speech::{FineTag, LARGEST};

const EPOCHS: usize = 5;
const ROUNDS: u32 = 3;

/// What one step of a rounded weight is worth.
const STEP: f64 = 2.0;
/// Weights below this many steps become zero.
const PRUNE: f64 = 1.2;
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
    let seen = Seen::count(examples);
    let mut weights = Vec::new();
    for round in 1..=ROUNDS {
        weights = learn(examples, &seen, &kept);
        let bar = STEP * PRUNE * f64::from(round) / f64::from(ROUNDS);
        for (kept, row) in kept.iter_mut().zip(&weights) {
            for (tag, weight) in row.iter().enumerate() {
                *kept &= !(u64::from(f64::from(*weight).abs() < bar) << tag);
            }
        }
    }
    let round = |weight: &f32| {
        let steps = f64::from(*weight) / STEP;
        if steps.abs() < PRUNE { 0 } else { steps.round().clamp(-f64::from(LARGEST), f64::from(LARGEST)) as i8 }
    };
    weights.iter().flatten().map(round).collect()
}

fn best(weights: &[Row], features: &[u32]) -> FineTag {
    let mut scores = [0_i16; 40];
    for &feature in features {
        for (score, weight) in scores.iter_mut().zip(&weights[features::bucket(feature)]) {
            *score = score.wrapping_add(*weight);
        }
    }
    let mut best = 0;
    for tag in 1..FineTag::COUNT {
        if scores[tag] > scores[best] {
            best = tag;
        }
    }
    FineTag::ALL[best]
}

/// How often each feature occurs with the right tags before it, roughly. What is rare teaches little and is many: left out,
/// it neither fills buckets that others share nor has to be stored.
struct Seen(Vec<u8>);

impl Seen {
    fn count(examples: &[Example]) -> Self {
        let mut seen = Seen(vec![0; 1 << 24]);
        for Example { sentence, tags } in examples {
            let mut before = Before::default();
            for (at, (word, tag)) in sentence.words.iter().zip(tags).enumerate() {
                if features::obvious(word).is_none() {
                    for feature in features::features(sentence, at, before) {
                        let count = &mut seen.0[(feature >> 8) as usize];
                        *count = count.saturating_add(1);
                    }
                }
                before = before.after(word, *tag);
            }
        }
        seen
    }

    fn often(&self, feature: u32) -> bool {
        self.0[(feature >> 8) as usize] >= RARE
    }
}

fn learn(examples: &[Example], seen: &Seen, kept: &[u64]) -> Vec<[f32; FineTag::COUNT]> {
    let mut weights: Vec<Row> = vec![[0; 40]; 1 << BUCKET_BITS];
    let mut totals = vec![[0_i64; FineTag::COUNT]; 1 << BUCKET_BITS];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random(1);
    let mut now = 1_i64;
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for &index in &order {
            let Example { sentence, tags } = &examples[index];
            let mut before = Before::default();
            for (at, word) in sentence.words.iter().enumerate() {
                let gold = tags[at];
                let tag = features::obvious(word).unwrap_or_else(|| {
                    let features = features::features(sentence, at, before);
                    let guess = best(&weights, &features);
                    if guess != gold {
                        let silent = silent(tags, at);
                        for (template, feature) in features.into_iter().enumerate() {
                            if silent >> template & 1 == 1 || !seen.often(feature) {
                                continue;
                            }
                            let bucket = features::bucket(feature);
                            for (tag, change) in [(gold, 1), (guess, -1)] {
                                if kept[bucket] >> tag as u32 & 1 == 1 {
                                    weights[bucket][tag as usize] += change;
                                    totals[bucket][tag as usize] += i64::from(change) * now;
                                }
                            }
                        }
                    }
                    guess
                });
                now += 1;
                before = before.after(word, tag);
            }
        }
    }
    let average = |(weight, total): (&i16, &i64)| (f64::from(*weight) - *total as f64 / now as f64) as f32;
    weights
        .iter()
        .zip(&totals)
        .map(|(row, totals)| {
            let mut averages = [0.0; FineTag::COUNT];
            averages.iter_mut().zip(row.iter().zip(totals).map(average)).for_each(|(to, from)| *to = from);
            averages
        })
        .collect()
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
