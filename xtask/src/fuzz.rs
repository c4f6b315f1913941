//! `cargo xtask fuzz`: throws text at the engine until it breaks or the time is up.

use anyhow::{Result, bail};
use clap::Args;

use crate::{command, project};

/// Look for text that the engine cannot bear
#[derive(Args)]
pub(crate) struct Arguments {
    /// How long to look
    #[arg(long, default_value_t = 10)]
    minutes: u32,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    if command::answer(&mut command::program("cargo", &["+nightly", "fuzz", "--version"])).is_none() {
        bail!(
            "fuzzing needs nightly Rust and cargo-fuzz: `rustup toolchain install nightly` and `cargo install cargo-fuzz`"
        );
    }
    std::fs::create_dir_all(project::path("fuzz/corpus/analyze"))?;
    let seconds = format!("-max_total_time={}", u64::from(arguments.minutes) * 60);
    // Nothing in the engine touches raw memory, so no sanitizer need slow it down.
    let build = ["+nightly", "fuzz", "run", "--sanitizer", "none", "analyze"];
    // What it finds on the way is kept in the first folder; the second is where it begins.
    let look = ["fuzz/corpus/analyze", "fuzz/seeds", "--", "-dict=fuzz/words.dict", "-max_len=3000", "-timeout=10"];
    command::show(command::program("cargo", &build).args(look).arg(seconds))
}
