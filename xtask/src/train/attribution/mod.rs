//! Trains the attribution tagger: cue classifier, labeller and judge, each on what the one before makes of text that it
//! was not trained on.

mod corpus;
mod labeller;
mod logistic;
mod stored;

use anyhow::Result;
use corpus::{Article, Gold, Paragraph};
use hearsay::attribution::tagger::candidate::{self, Company};
use hearsay::attribution::tagger::cue;
use hearsay::attribution::tagger::model::{CUE_STEP, JUDGE_STEP, KNOWN_BITS, Model};
use hearsay::attribution::tagger::{CANDIDATE_IN_TRAINING, Reading};
use labeller::Labeller;
use logistic::{Logistic, Settings};
use std::collections::HashMap;
use std::path::Path;

/// What a candidate counts that has the right source and half of the right content, but not all of it.
const INEXACT: f32 = 0.7;

/// Parts that the articles are cut into: what is trained on some of them is tried on another.
const FOLDS: usize = 3;

/// Trains on the articles, prints what held-out articles say of the result, and returns the stored weights.
pub(super) fn run(corpus: &Path) -> Result<Vec<u8>> {
    let started = std::time::Instant::now();
    let articles = corpus::read(&corpus.join("polnear_train.jsonl"))?;
    let all: Vec<&Article> = articles.iter().collect();
    let known = Known::learn(&all);
    let fold = |fold: usize, inside: bool| -> Vec<&Article> {
        all.iter()
            .enumerate()
            .filter(|(index, _)| (index % FOLDS == fold) == inside)
            .map(|(_, article)| *article)
            .collect()
    };

    let mut cues =
        parallel(FOLDS + 1, |job| cue_model(&if job == FOLDS { all.clone() } else { fold(job, false) }, &known));
    println!("cues {:.0}s", started.elapsed().as_secs_f32());
    let cue_models: Vec<Model> =
        cues.iter().map(|cue| Model::read(&stored::write(&known, Some(cue), None, None))).collect::<Result<_, _>>()?;
    let read: Vec<Vec<(&Paragraph, Reading)>> = parallel(FOLDS, |job| readings(&cue_models[job], &fold(job, true)));
    let mut labellers = parallel(FOLDS + 1, |job| {
        let others: Vec<_> = (0..FOLDS).filter(|&other| other != job).flat_map(|other| &read[other]).collect();
        Labeller::learn(&known, &others)
    });
    println!("labellers {:.0}s", started.elapsed().as_secs_f32());
    let models: Vec<Model> = (0..FOLDS)
        .map(|job| Model::read(&stored::write(&known, Some(&cues[job]), Some(&labellers[job]), None)))
        .collect::<Result<_, _>>()?;
    let judged: Vec<(&Paragraph, Reading)> =
        parallel(FOLDS, |job| readings(&models[job], &fold(job, true))).into_iter().flatten().collect();
    let judge = judge_model(&judged);
    let (Some(cue), Some(labeller)) = (cues.pop(), labellers.pop()) else { anyhow::bail!("no model was trained") };
    let bytes = stored::write(&known, Some(&cue), Some(&labeller), Some(&judge));
    println!("judge {:.0}s", started.elapsed().as_secs_f32());
    for (name, parts) in [
        ("known", stored::write(&known, None, None, None)),
        ("cue", stored::write(&known, Some(&cue), None, None)),
        ("labels", stored::write(&known, Some(&cue), Some(&labeller), None)),
        ("all", bytes.clone()),
    ] {
        println!("{name}: {} bytes", parts.len());
    }
    let model = Model::read(&bytes)?;
    for (name, file) in [("dev", "polnear_dev.jsonl"), ("gum", "gum_news.jsonl")] {
        measure(name, &model, &corpus::read(&corpus.join(file))?)?;
    }
    println!("done {:.0}s", started.elapsed().as_secs_f32());
    Ok(bytes)
}

fn measure(name: &str, model: &Model, articles: &[Article]) -> Result<()> {
    let found: Vec<(&Article, Vec<corpus::Claim>)> = articles
        .iter()
        .map(|article| {
            let claims = readings(model, &[article]).into_iter().flat_map(|(paragraph, reading)| {
                reading
                    .proposals()
                    .into_iter()
                    .map(|proposal| corpus::Claim::new(paragraph, &proposal))
                    .collect::<Vec<_>>()
            });
            (article, claims.collect())
        })
        .collect();
    let (mut all, mut cue, mut first, mut any) = (0, 0, 0, 0);
    for (paragraph, reading) in articles.iter().flat_map(|article| readings(model, &[article])) {
        for gold in &paragraph.gold {
            all += 1;
            cue += usize::from(reading.logits().iter().any(|(at, _)| gold.parts.cue.contains(at)));
            let right = |c: &&candidate::Candidate| paragraph.right(gold, &c.parts);
            first += usize::from(reading.candidates().iter().filter(|c| c.behind <= 0.0).any(|c| right(&c)));
            any += usize::from(reading.candidates().iter().any(|c| right(&c)));
        }
    }
    let percent = |n: usize| 100.0 * n as f64 / all as f64;
    println!("{name} cue {:.1} first {:.1} any {:.1}", percent(cue), percent(first), percent(any));
    let mut best = (0.0, 0.0, String::new());
    for step in 1..19 {
        let threshold = step as f32 / 20.0;
        let (line, f1) = corpus::score(&found, threshold);
        if f1 > best.0 {
            best = (f1, threshold, line.clone());
        }
        if step % 4 == 2 {
            println!("{name} t {threshold:.2}: {line}");
        }
    }
    println!("{name} BEST t {:.2}: {}", best.1, best.2);
    let mut line = String::new();
    for low in 0..10 {
        let (low, high) = (low as f32 / 10.0, (low + 1) as f32 / 10.0);
        let (right, all) = corpus::calibration(&found, low, high);
        line += &format!("{low:.1}: {:.0}% of {all}  ", 100.0 * right as f64 / all.max(1) as f64);
    }
    println!("{name} right by probability {line}");
    Ok(())
}

fn readings<'a, 'm>(model: &'m Model, articles: &[&'a Article]) -> Vec<(&'a Paragraph, Reading<'m>)> {
    let paragraphs = articles.iter().flat_map(|article| &article.paragraphs);
    paragraphs.map(|paragraph| (paragraph, reading(model, paragraph))).collect()
}

fn reading<'m>(model: &'m Model, paragraph: &Paragraph) -> Reading<'m> {
    Reading::new(model, paragraph.words.clone(), paragraph.suggestions.clone(), CANDIDATE_IN_TRAINING)
}

/// Forms that are cues often enough to be looked at although no verb and not in the lexicon.
pub(super) struct Known(pub(super) Vec<bool>);

impl Known {
    fn learn(articles: &[&Article]) -> Self {
        let mut counts: HashMap<u32, (u32, u32)> = HashMap::new();
        for paragraph in articles.iter().flat_map(|article| &article.paragraphs) {
            let words = &paragraph.words.words;
            for word in words {
                counts.entry(word.form).or_default().1 += 1;
            }
            for gold in &paragraph.gold {
                let head = gold.parts.cue.clone().find(|&at| words[at].tag.is_verb() || words[at].class != 0);
                counts.entry(words[head.unwrap_or(gold.parts.cue.start)].form).or_default().0 += 1;
            }
        }
        let mut known = vec![false; 1 << KNOWN_BITS];
        for (form, (cue, all)) in counts {
            if cue >= 2 && cue * 50 >= all {
                known[(form >> (32 - KNOWN_BITS)) as usize] = true;
            }
        }
        Known(known)
    }

    fn holds(&self, form: u32) -> bool {
        self.0[(form >> (32 - KNOWN_BITS)) as usize]
    }

    /// The word that an attribution's cue hangs on.
    fn head(&self, paragraph: &Paragraph, gold: &Gold) -> usize {
        let words = &paragraph.words.words;
        gold.parts
            .cue
            .clone()
            .find(|&at| words[at].class != 0)
            .or_else(|| gold.parts.cue.clone().find(|&at| self.holds(words[at].form)))
            .or_else(|| gold.parts.cue.clone().find(|&at| words[at].tag.is_verb()))
            .unwrap_or(gold.parts.cue.start)
    }
}

fn cue_model(articles: &[&Article], known: &Known) -> Logistic {
    let mut examples = Vec::new();
    for paragraph in articles.iter().flat_map(|article| &article.paragraphs) {
        let heads: Vec<usize> = paragraph.gold.iter().map(|gold| known.head(paragraph, gold)).collect();
        for (at, word) in paragraph.words.words.iter().enumerate() {
            if cue::eligible(word) || known.holds(word.form) {
                examples.push((paragraph, at, heads.contains(&at)));
            }
        }
    }
    let settings = Settings { bits: cue::BUCKET_BITS, rate: 0.03, epochs: 6, step: CUE_STEP };
    Logistic::learn(&settings, examples.len(), |example, feature| {
        let (paragraph, at, gold) = examples[example];
        cue::features(&paragraph.words, at, feature);
        f32::from(u8::from(gold))
    })
}

fn judge_model(readings: &[(&Paragraph, Reading)]) -> Logistic {
    let mut examples = Vec::new();
    for (paragraph, reading) in readings {
        for candidate in reading.candidates() {
            let soft = INEXACT;
            let right = paragraph
                .gold
                .iter()
                .filter(|gold| paragraph.right(gold, &candidate.parts))
                .map(|gold| if paragraph.exact(gold, &candidate.parts) { 1.0 } else { soft })
                .fold(0.0, f32::max);
            examples.push((reading, candidate, Company::of(candidate, reading.candidates()), right));
        }
    }
    let settings = Settings { bits: candidate::BUCKET_BITS, rate: 0.03, epochs: 6, step: JUDGE_STEP };
    Logistic::learn(&settings, examples.len(), |example, feature| {
        let (reading, candidate, company, right) = examples[example];
        candidate::features(reading.words(), candidate, company, feature);
        right
    })
}

/// Runs the jobs 0, 1 … on two threads; results stand in the order of the jobs.
fn parallel<R: Send>(jobs: usize, work: impl Fn(usize) -> R + Sync) -> Vec<R> {
    let (work, half) = (&work, jobs.div_ceil(2));
    let (mut first, second): (Vec<R>, Vec<R>) = std::thread::scope(|scope| {
        let second = scope.spawn(move || (half..jobs).map(work).collect());
        let first = (0..half).map(work).collect();
        (first, second.join().unwrap_or_default())
    });
    first.extend(second);
    first
}
