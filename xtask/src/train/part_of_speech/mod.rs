//! Trains the part-of-speech tagger: classes of words first, then a greedy averaged perceptron, rounded to small integers.

mod classes;
mod measure;
mod perceptron;
mod treebank;

use super::writer::Writer;
use anyhow::Result;
use hearsay::text::part_of_speech::features::Sentence;
use hearsay::text::part_of_speech::{FineTag, Model, meaning};
use std::path::Path;

/// Trains on two treebanks and on news tagged by a vote of larger taggers, prints what held-out text says of it, and
/// returns the stored weights.
pub(super) fn run(corpus: &Path) -> Result<Vec<u8>> {
    let folder = corpus.join("ud");
    let read = |name: &str| treebank::read(&folder.join(name));
    let gold = ["ewt_train.tsv", "ewt_dev.tsv", "gum_train.tsv", "gum_dev.tsv"].map(read);
    let mut texts: Vec<treebank::Tagged> = Vec::new();
    for text in gold {
        texts.extend(text?);
    }
    texts.extend(treebank::read_fine(&folder.join("silver_polnear.tsv"))?);
    let started = std::time::Instant::now();
    let classes = classes::find(&texts);
    println!("part of speech, {} words in classes after {:.0}s", classes.count(), started.elapsed().as_secs_f32());
    let lookup = classes.lookup();
    let sentences: Vec<perceptron::Example> = texts
        .into_iter()
        .map(|text| perceptron::Example { sentence: Sentence::new(text.words, &lookup), tags: text.tags })
        .collect();
    let weights = perceptron::train(&sentences);
    let mut writer = Writer::new(meaning());
    writer.table(1, &classes.cells());
    let of_classes = Writer::sole(1, &classes.cells());
    writer.table(FineTag::COUNT, &weights);
    let bytes = writer.finish();
    println!(
        "part of speech, stored: {} bytes, {of_classes} of them for classes, after {:.0}s",
        bytes.len(),
        started.elapsed().as_secs_f32()
    );
    let model = Model::read(&bytes)?;
    for (name, file) in [("EWT test", "ewt_test.tsv"), ("GUM test", "gum_test.tsv"), ("PUD", "pud_test.tsv")] {
        println!("part of speech, {name}: {}", measure::of(&model, &read(file)?));
    }
    Ok(bytes)
}
