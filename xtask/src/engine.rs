//! The engine compiled for this machine, measured: the one measure of its speed and memory, on whatever text it is asked
//! for. `bench` takes text that everybody has, `evaluate` labelled articles.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::command::{cargo, output, show};
use crate::step::Step;

/// What `benches/engine.rs` prints for each length.
#[derive(Deserialize)]
pub(crate) struct Speed {
    /// Words a piece.
    pub(crate) words: u32,
    /// Words in all.
    pub(crate) taken: f64,
    pub(crate) bytes: f64,
    /// Seconds for all pieces.
    pub(crate) engine: f64,
    /// Seconds for a bare walk over the words.
    pub(crate) walk: f64,
}

impl Speed {
    /// Nanoseconds a word.
    pub(crate) fn word(&self, seconds: f64) -> f64 {
        seconds * 1e9 / self.taken
    }
}

/// What `benches/memory.rs` prints for each length.
#[derive(Deserialize)]
pub(crate) struct Memory {
    pub(crate) words: u32,
    pub(crate) taken: f64,
    pub(crate) bytes: f64,
    /// From the text to the report.
    pub(crate) allocations: f64,
    /// The most bytes held at once.
    pub(crate) peak: f64,
}

/// Seconds for all of a text, cut into pieces of so many words; for each length.
pub(crate) fn speed(file: &Path, lengths: &[&str]) -> Result<Vec<Speed>> {
    run("speed", "engine-speed", file, lengths)
}

/// The memory that an article of so many words takes, for each length.
pub(crate) fn memory(file: &Path, lengths: &[&str]) -> Result<Vec<Memory>> {
    run("memory", "engine-memory", file, lengths)
}

fn run<Measured: DeserializeOwned>(what: &str, example: &str, file: &Path, lengths: &[&str]) -> Result<Vec<Measured>> {
    let step = Step::begin(&format!("Engine, native: compile to measure {what}"));
    let example = ["--quiet", "--release", "--package", "hearsay", "--example", example];
    show(&mut cargo(&[&["build"], &example[..]].concat()))?;
    step.done();

    let step = Step::begin(&format!("Engine, native: measure {what}"));
    let file = file.display().to_string();
    let printed = output(&mut cargo(&[&["run"], &example[..], &["--", &file], lengths].concat()))?;
    let measured = printed.lines().map(serde_json::from_str).collect::<Result<_, _>>();
    step.done();
    measured.context("The bench printed no figures.")
}
