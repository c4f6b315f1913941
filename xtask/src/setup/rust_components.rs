//! The parts of the Rust toolchain that a minimal installation leaves out.

use anyhow::{Context, Result};

use crate::command::{answer, cargo, program, quiet};
use crate::step::Step;

/// Adds the formatter and the linter with rustup when they are missing.
pub(crate) fn ensure() -> Result<()> {
    for (component, verb) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if answer(&mut cargo(&[verb, "--version"])).is_none() {
            let step = Step::begin("Rust component, from rustup");
            quiet(&mut program("rustup", &["component", "add", component]))
                .with_context(|| format!("Rust's component {component} is missing."))?;
            step.done();
        }
    }
    Ok(())
}
