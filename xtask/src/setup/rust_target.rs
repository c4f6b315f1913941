//! The compiler's WebAssembly target.

use std::path::Path;

use anyhow::{Context, Result};

use crate::command::{answer, program, quiet};
use crate::step::Step;

/// The target the engine is compiled to for browsers.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the target with rustup when the compiler does not have it.
pub(crate) fn ensure() -> Result<()> {
    let folder = answer(&mut program("rustc", &["--print", "target-libdir", "--target", WASM]));
    if folder.is_some_and(|folder| Path::new(&folder).exists()) {
        return Ok(());
    }
    let step = Step::begin("Rust target wasm32-unknown-unknown");
    quiet(&mut program("rustup", &["target", "add", WASM])).context("The compiler's WebAssembly target is missing.")?;
    step.done();
    Ok(())
}
