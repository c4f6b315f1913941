//! The Wasm modules for browsers: for each its JavaScript side, its types, and the module.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::{panics, places};
use crate::command::{cargo, program, quiet, show};
use crate::project;
use crate::setup::rust_target::WASM;
use crate::stamp::Stamp;
use crate::step::{Step, unchanged};

/// A module that is built from the library.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Module {
    what: &'static str,
    name: &'static str,
    features: &'static str,
    /// Cargo's profile, which is the name of the folder too.
    profile: &'static str,
    /// The module's file in the extension.
    pub(crate) shipped_as: &'static str,
}

/// What reads articles: `target/wasm/hearsay.js`.
pub(crate) const ENGINE: Module = Module {
    what: "Engine",
    name: "hearsay",
    features: "tagger,trail,wasm-engine",
    profile: "wasm",
    shipped_as: "hearsay.wasm",
};

/// What is made of a report: `target/wasm-views/hearsay-views.js`.
pub(crate) const VIEWS: Module = Module {
    what: "Views",
    name: "hearsay-views",
    features: "wasm-views",
    profile: "wasm-views",
    shipped_as: "views.wasm",
};

pub(crate) const MODULES: [Module; 2] = [ENGINE, VIEWS];

impl Module {
    fn folder(self) -> PathBuf {
        project::target(self.profile)
    }

    /// The module as browsers load it.
    pub(crate) fn file(self) -> PathBuf {
        self.folder().join(format!("{}_bg.wasm", self.name))
    }
}

/// Compiles a module, writes its JavaScript side, and makes it smaller.
pub(crate) fn build(module: Module) -> Result<()> {
    let compiled = compile(module)?;
    let what = format!("{}: JavaScript side, types, smaller module", module.what);
    // This program's own file stands for the version of wasm-bindgen in it.
    let inputs = [compiled.clone(), project::path("package-lock.json"), project::path("xtask/src/build")];
    let stamp = Stamp::of(module.profile, &inputs, &[])?;
    if stamp.is_current() && module.file().exists() {
        unchanged(&what);
        return Ok(());
    }
    let step = Step::begin(&what);
    let folder = module.folder();
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    let mut output = Bindgen::new()
        .input_path(&compiled)
        .out_name(module.name)
        .web(true)?
        .typescript(true)
        // Whoever loads the module says where it is; no bundler has to follow a URL.
        .omit_default_module_path(true)
        // After a trap nothing in the module can be relied on: whoever holds it starts a new instance.
        .reset_state_function(true)
        .generate_output()
        .context("wasm-bindgen could not read the module")?;
    panics::silence(output.wasm_mut());
    output.emit(&folder).with_context(|| format!("the module could not be written into {}", folder.display()))?;
    shrink(module)?;
    stamp.keep()?;
    step.done();
    Ok(())
}

/// Compiles the library. Cargo knows by itself when there is nothing to do.
fn compile(module: Module) -> Result<PathBuf> {
    let step = Step::begin(&format!("{}: compile to WebAssembly", module.what));
    // Cargo adds these to the flags in .cargo/config.toml.
    let hidden = serde_json::to_string(&places::hidden()?)?;
    let mut command = cargo(&[
        "build",
        "--locked",
        "--config",
        &format!("target.{WASM}.rustflags={hidden}"),
        "--quiet",
        "--package",
        "hearsay",
        "--lib",
        "--target",
        WASM,
        "--profile",
        module.profile,
        "--no-default-features",
        "--features",
        module.features,
    ]);
    // Flags that a person has set for programs of their own would replace ours.
    for variable in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS"] {
        command.env_remove(variable);
    }
    show(&mut command)?;
    step.done();
    Ok(project::cargo_target(WASM)?.join(module.profile).join("hearsay.wasm"))
}

/// Runs Binaryen's optimiser over the module. Functions that are called once stay apart: in one of 170 kB, which is what
/// they were merged into, numbers of locals take two bytes, and code repeats itself less for gzip. The stack ends at the
/// lowest address, so that nothing is kept in the first kilobyte, and a field's offset can become part of a load. A
/// second round finds what the first has laid bare.
fn shrink(module: Module) -> Result<()> {
    let file = project::shown(&module.file());
    let sizes = ["-Os", "-Os", "--one-caller-inline-max-function-size=30", "--low-memory-unused"];
    quiet(program("node", &["node_modules/binaryen/bin/wasm-opt"]).args(sizes).args([&file, "-o", &file]))
}
