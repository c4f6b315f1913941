//! Every chore of this repository, one verb each: `cargo xtask --help` lists them.

mod train;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// The chores of this repository.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Rebuild the learned weights from labelled text, and print what held-out text says of them.
    Train {
        /// The folder of corpora.
        corpus: PathBuf,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().verb {
        Verb::Train { corpus } => train::run(&corpus),
    }
}
