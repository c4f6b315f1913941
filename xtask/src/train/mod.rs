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
mod random;
mod writer;

use anyhow::{Context, Result};
use std::path::Path;

use crate::command;

/// Trains every model and stores it in the source tree, from which the engine takes it in when it is built. Built for
/// development it has itself built anew with optimisation first, which halves the time.
pub(crate) fn run(corpus: &Path) -> Result<()> {
    if cfg!(debug_assertions) {
        return command::show(
            command::cargo(&["run", "--quiet", "--profile", "evaluate", "--package", "xtask", "--"])
                .arg("train")
                .arg(std::path::absolute(corpus)?),
        );
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask stands inside the repository")?;
    if store(&root.join("src/text/part_of_speech/weights.bin"), &part_of_speech::run(corpus)?)? {
        println!("The tags have changed. Run this again, so that the attribution tagger is trained on the new ones.");
        return Ok(());
    }
    store(&root.join("src/attribution/tagger/weights.bin"), &attribution::run(corpus)?)?;
    Ok(())
}

/// Writes a file, and tells whether that changed it.
fn store(path: &Path, bytes: &[u8]) -> Result<bool> {
    if std::fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(true)
}
