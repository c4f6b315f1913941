//! `cargo xtask train CORPUS`: rebuilds every learned weight of the engine from labelled text.
//!
//! In: the folder of corpora. Out: `weights.bin` beside each tagger, byte-identical for the same corpora, and the
//! figures they reach on text held out, on standard output.

#![allow(clippy::print_stdout, reason = "the figures are what a person runs this for")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "weights are clamped before they are narrowed"
)]

mod attribution;
mod part_of_speech;
mod perceptron;
mod random;
mod writer;

use anyhow::{Context, Result, bail};
use hearsay::text::part_of_speech::{Model as Tagger, STORED};
use std::path::Path;

use crate::command;

/// What to train.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Stage {
    /// The part-of-speech tagger, from treebanks.
    Tags,
    /// The attribution tagger, from attributions, on the tags of the engine as it is built.
    Attribution,
}

/// Trains every model and stores it in the source tree, from which the engine takes it in when it is built. Each stage
/// runs in a program built anew with optimisation, so that attributions are learned from the tags just trained.
pub(crate) fn run(corpus: &Path, only: Option<Stage>) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask stands inside the repository")?;
    match only {
        None => {
            stage(corpus, "tags")?;
            stage(corpus, "attribution")
        }
        Some(_) if cfg!(debug_assertions) => bail!("a stage by itself runs with `--profile evaluate`"),
        Some(Stage::Tags) => store(&root.join("src/text/part_of_speech/weights.bin"), &part_of_speech::run(corpus)?),
        Some(Stage::Attribution) => {
            Tagger::read(STORED)?;
            store(&root.join("src/attribution/tagger/weights.bin"), &attribution::run(corpus)?)
        }
    }
}

fn stage(corpus: &Path, name: &str) -> Result<()> {
    command::show(
        command::cargo(&["run", "--quiet", "--profile", "evaluate", "--package", "xtask", "--", "train"])
            .arg(std::path::absolute(corpus)?)
            .args(["--only", name]),
    )
}

fn store(path: &Path, bytes: &[u8]) -> Result<()> {
    let changed = std::fs::read(path).map_or(true, |old| old != bytes);
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}: {} bytes{}", path.display(), bytes.len(), if changed { "" } else { ", as before" });
    Ok(())
}
