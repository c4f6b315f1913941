//! The engine for browsers: `target/wasm/hearsay.js`, its types `hearsay.d.ts`, and `hearsay_bg.wasm`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{cargo, program, quiet, show};
use crate::project;
use crate::setup::rust_target::WASM;
use crate::stamp::Stamp;
use crate::step::{Step, unchanged};

/// The engine's module as browsers load it.
pub(crate) fn module() -> PathBuf {
    project::target("wasm/hearsay_bg.wasm")
}

/// Compiles the engine, writes its JavaScript side, and makes the module smaller.
pub(crate) fn build() -> Result<()> {
    let compiled = compile()?;
    let what = "Engine: JavaScript side, types, smaller module";
    // This program's own file stands for the version of wasm-bindgen in it.
    let inputs = [compiled.clone(), project::path("package-lock.json"), project::path("xtask/src/build/wasm.rs")];
    let stamp = Stamp::of("wasm", &inputs, &[])?;
    if stamp.is_current() && module().exists() {
        unchanged(what);
        return Ok(());
    }
    let step = Step::begin(what);
    let folder = project::target("wasm");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("target/wasm cannot be emptied")?;
    }
    Bindgen::new()
        .input_path(&compiled)
        .out_name("hearsay")
        .web(true)?
        .typescript(true)
        // Whoever loads the engine says where the module is; no bundler has to follow a URL.
        .omit_default_module_path(true)
        // After a trap nothing in the module can be relied on: whoever holds it starts a new instance.
        .reset_state_function(true)
        .generate(&folder)
        .context("wasm-bindgen could not read the engine")?;
    shrink()?;
    stamp.keep()?;
    step.done();
    Ok(())
}

/// Compiles the library. Cargo knows by itself when there is nothing to do.
fn compile() -> Result<PathBuf> {
    let step = Step::begin("Engine: compile to WebAssembly");
    show(&mut cargo(&[
        "build",
        "--quiet",
        "--package",
        "hearsay",
        "--lib",
        "--target",
        WASM,
        "--profile",
        "wasm",
        "--no-default-features",
        "--features",
        "tagger,wasm",
    ]))?;
    step.done();
    Ok(project::cargo_target(WASM)?.join("wasm/hearsay.wasm"))
}

/// Runs Binaryen's optimiser over the module.
fn shrink() -> Result<()> {
    let module = project::shown(&module());
    quiet(&mut program("node", &["node_modules/binaryen/bin/wasm-opt", "-Os", &module, "-o", &module]))
}
