//! `cargo xtask train CORPUS`: rebuilds every learned weight of the engine from labelled text.
//!
//! In: the folder of corpora. Out: `weights.bin` beside each tagger, byte-identical for the same corpora, and the
//! figures they reach on text held out, on standard output.

#![allow(clippy::print_stdout, reason = "the figures are what a person runs this for")]
#![allow(clippy::cast_possible_truncation, reason = "weights are clamped before they are narrowed")]

mod part_of_speech;
mod random;
mod writer;

use anyhow::{Context, Result};
use std::path::Path;

/// Trains every model and stores it in the source tree, from which the engine takes it in when it is built.
pub(crate) fn run(corpus: &Path) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask stands inside the repository")?;
    store(&root.join("src/text/part_of_speech/weights.bin"), &part_of_speech::run(corpus)?)
}

fn store(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
