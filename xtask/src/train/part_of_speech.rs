//! Trains the part-of-speech tagger: a greedy averaged perceptron, rounded to small integers.

use super::random::Random;
use super::writer::Writer;
use anyhow::{Context, Result};
use hearsay::text::Tag;
use hearsay::text::part_of_speech::features::{self, BUCKET_BITS, START, Word};
use std::path::Path;

const EPOCHS: usize = 8;
/// The largest magnitude of a rounded weight.
const LARGEST: f64 = 7.0;
/// What one step of a rounded weight is worth.
const STEP: f64 = 2.0;
/// Weights below this many steps become zero.
const PRUNE: f64 = 0.75;
/// Times the model is trained, each time without the weights that were too small the time before. What is left makes up
/// for what is gone, which costs nothing and halves the size.
const ROUNDS: u32 = 5;

struct Sentence {
    words: Vec<Word>,
    tags: Vec<Tag>,
}

/// Trains on the web and news treebanks, prints what held-out text says of it, and returns the stored weights.
pub(super) fn run(corpus: &Path) -> Result<Vec<u8>> {
    let web = read(&corpus.join("ud_ewt_train.tsv"))?;
    let web_dev = read(&corpus.join("ud_ewt_dev.tsv"))?;
    let news = read(&corpus.join("ud_gum_wikinews.tsv"))?;
    // A fifth of the news is held out to be measured on; the weights that ship are trained on all of it.
    let (news_dev, news_train) = news.split_at(news.len() / 5);
    let measured = train(&web.iter().chain(news_train).collect::<Vec<_>>());
    println!("part of speech, held-out news: {:.1} % of tags right", accuracy(&measured, news_dev));
    println!("part of speech, web dev:       {:.1} % of tags right", accuracy(&measured, &web_dev));
    let mut writer = Writer::new();
    writer.table(Tag::COUNT, &train(&web.iter().chain(&news).collect::<Vec<_>>()));
    let bytes = writer.finish();
    println!("part of speech, stored: {} bytes", bytes.len());
    Ok(bytes)
}

/// Rounded weights, pruned in rounds.
fn train(sentences: &[&Sentence]) -> Vec<i8> {
    let mut kept = vec![true; (1 << BUCKET_BITS) * Tag::COUNT];
    let mut weights = learn(sentences, &kept);
    for round in 1..ROUNDS {
        let bar = STEP * PRUNE * f64::from(round) / f64::from(ROUNDS);
        for (kept, weight) in kept.iter_mut().zip(&weights) {
            *kept &= weight.abs() >= bar;
        }
        weights = learn(sentences, &kept);
    }
    weights
        .iter()
        .map(|weight| weight / STEP)
        .map(|steps| if steps.abs() < PRUNE { 0 } else { steps.round().clamp(-LARGEST, LARGEST) as i8 })
        .collect()
}

fn best<W: Copy + Into<f64>>(weights: &[W], buckets: &[u32]) -> Tag {
    let mut scores = [0.0; Tag::COUNT];
    for &bucket in buckets {
        for (score, weight) in scores.iter_mut().zip(&weights[bucket as usize * Tag::COUNT..]) {
            *score += (*weight).into();
        }
    }
    let mut best = 0;
    for tag in 1..Tag::COUNT {
        if scores[tag] > scores[best] {
            best = tag;
        }
    }
    Tag::ALL[best]
}

fn learn(sentences: &[&Sentence], kept: &[bool]) -> Vec<f64> {
    let size = (1 << BUCKET_BITS) * Tag::COUNT;
    let (mut weights, mut totals) = (vec![0.0; size], vec![0.0; size]);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = Random(1);
    let mut now = 1.0;
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for &index in &order {
            let sentence = sentences[index];
            let (mut before, mut last) = (START, START);
            for at in 0..sentence.words.len() {
                let gold = sentence.tags[at];
                let tag = features::obvious(&sentence.words[at]).unwrap_or_else(|| {
                    let buckets = features::buckets(&sentence.words, at, before, last);
                    let guess = best(&weights, &buckets);
                    if guess != gold {
                        // No weight is learned for a name: what `Paris` is has to follow from how it looks and where it stands.
                        let name = |index: usize| sentence.tags.get(index) == Some(&Tag::ProperNoun);
                        let names = [name(at), name(at + 1), name(at.wrapping_sub(1))];
                        for (feature, bucket) in buckets.into_iter().enumerate() {
                            if features::FORMS.iter().zip(names).any(|(&form, name)| name && form == feature) {
                                continue;
                            }
                            for (tag, change) in [(gold, 1.0), (guess, -1.0)] {
                                let cell = bucket as usize * Tag::COUNT + tag as usize;
                                if kept[cell] {
                                    weights[cell] += change;
                                    totals[cell] += change * now;
                                }
                            }
                        }
                    }
                    guess
                });
                now += 1.0;
                (before, last) = (last, tag as u32);
            }
        }
    }
    weights.iter().zip(&totals).map(|(weight, total)| weight - total / now).collect()
}

fn accuracy(weights: &[i8], sentences: &[Sentence]) -> f64 {
    let (mut right, mut all) = (0, 0);
    for sentence in sentences {
        let (mut before, mut last) = (START, START);
        for at in 0..sentence.words.len() {
            let tag = features::obvious(&sentence.words[at])
                .unwrap_or_else(|| best(weights, &features::buckets(&sentence.words, at, before, last)));
            right += usize::from(tag == sentence.tags[at]);
            all += 1;
            (before, last) = (last, tag as u32);
        }
    }
    100.0 * right as f64 / all as f64
}

/// Reads a treebank: form, universal tag, Penn tag, whether a space follows. Hyphenated words, which the treebanks
/// split, are joined again, since the engine keeps them whole; the last part gives the tag.
fn read(path: &Path) -> Result<Vec<Sentence>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut sentences = Vec::new();
    let mut forms: Vec<(String, Tag)> = Vec::new();
    let (mut glued, mut joining) = (false, false);
    for line in text.lines().skip(1).chain([""]) {
        let mut columns = line.split('\t');
        let (Some(form), Some(universal), Some(penn), Some(space)) =
            (columns.next(), columns.next(), columns.next(), columns.next())
        else {
            if !forms.is_empty() {
                sentences.push(Sentence {
                    words: forms.iter().map(|(form, _)| Word::new(form)).collect(),
                    tags: forms.drain(..).map(|(_, tag)| tag).collect(),
                });
            }
            (glued, joining) = (false, false);
            continue;
        };
        let tag = tag_of(universal, penn);
        let spaced = space == "1";
        if joining && let Some((whole, whole_tag)) = forms.last_mut() {
            whole.push_str(form);
            *whole_tag = tag;
            joining = false;
        } else if glued
            && !spaced
            && penn == "HYPH"
            && let Some((whole, _)) = forms.last_mut()
        {
            whole.push_str(form);
            joining = true;
        } else {
            forms.push((form.to_owned(), tag));
        }
        glued = !spaced;
    }
    Ok(sentences)
}

fn tag_of(universal: &str, penn: &str) -> Tag {
    if penn == "NNP" || penn == "NNPS" {
        return Tag::ProperNoun;
    }
    match (universal, penn) {
        ("VERB", "VB") => Tag::BaseVerb,
        ("VERB", "VBG") => Tag::PresentParticiple,
        ("VERB", "VBN") => Tag::PastParticiple,
        ("VERB", _) => Tag::FiniteVerb,
        ("AUX", "VB" | "VBG" | "VBN") => Tag::NonfiniteAuxiliary,
        ("AUX", _) => Tag::FiniteAuxiliary,
        ("NOUN", _) => Tag::Noun,
        ("PROPN", _) => Tag::ProperNoun,
        ("PRON", _) => Tag::Pronoun,
        ("DET", _) => Tag::Determiner,
        ("ADJ", _) => Tag::Adjective,
        ("ADV", _) => Tag::Adverb,
        ("NUM", _) => Tag::Numeral,
        ("ADP", _) => Tag::Adposition,
        ("CCONJ", _) => Tag::CoordinatingConjunction,
        ("SCONJ", _) => Tag::SubordinatingConjunction,
        ("PART", _) => Tag::Particle,
        ("INTJ", _) => Tag::Interjection,
        ("PUNCT", _) => Tag::Punctuation,
        ("SYM", _) => Tag::Symbol,
        _ => Tag::Other,
    }
}
