//! `cargo xtask test`: everything that has to hold, from formatting to two real browsers.
//!
//! Cargo knows by itself what it need not compile again. The other steps write down the inputs they passed with and are
//! left out while these stay the same.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::build;
use crate::command::{answer, cargo, program, quiet, show};
use crate::dependencies;
use crate::package::lint;
use crate::project;
use crate::setup::browser::Browser;
use crate::setup::{self, rust_target::WASM};
use crate::stamp::Stamp;
use crate::step::{Step, unchanged};

/// How the name of a file of tests in TypeScript ends.
const TESTS: &str = ".test.ts";

/// Run every check and every test
///
/// Formatting, lints, Rust tests, dependencies, spelling, the built WebAssembly module under Node, TypeScript's types and unit tests, and the
/// built extension in Chromium and Firefox. A step that passed with the same inputs before is left out.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Leave nothing out.
    #[arg(long)]
    again: bool,
}

/// Runs every check and every test; stops at the first that fails.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let again = arguments.again;
    setup::rust_target::ensure()?;
    setup::rust_components::ensure()?;
    setup::node::ensure()?;
    let browsers = Browser::ALL.map(|browser| Ok((browser, browser.ensure()?)));
    let browsers = browsers.into_iter().collect::<Result<Vec<_>>>()?;

    rust(again)?;
    build::everything()?;
    depends()?;
    types(again)?;
    under_node(again)?;
    spelling(again)?;
    as_the_store(again)?;
    in_browsers(again, &browsers)
}

/// Formatting, lints and tests of everything written in Rust.
fn rust(again: bool) -> Result<()> {
    let step = Step::begin("Rust: formatting and lints");
    quiet(&mut cargo(&["fmt", "--all", "--check"]))?;
    let lints = ["--", "-D", "warnings"];
    show(&mut cargo(&[&["clippy", "--quiet", "--workspace", "--all-targets"][..], &lints].concat()))?;
    // The boundary is compiled only for browsers.
    let boundary = ["clippy", "--quiet", "--package", "hearsay", "--lib", "--target", WASM];
    show(&mut cargo(
        &[&boundary[..], &["--no-default-features", "--features", "wasm-engine,wasm-views"], &lints].concat(),
    ))?;
    step.done();

    let mut inputs = ["src", "tests/cases", "examples", "docs", "xtask", ".cargo", "Cargo.toml", "Cargo.lock"]
        .map(project::path)
        .to_vec();
    for (folder, ending) in [("tests", ".rs"), (".", ".md"), ("extension", "manifest.json"), ("extension/store", ".md")]
    {
        inputs.extend(files_of(folder, ending)?.iter().map(|file| project::path(file)));
    }
    let compiler = answer(&mut program("rustc", &["--version"])).unwrap_or_default();
    let mut pages = cargo(&["doc", "--quiet", "--no-deps", "--package", "hearsay"]);
    pages.env("RUSTDOCFLAGS", "--deny warnings");
    step_if_changed(again, "Rust: documentation", "rustdoc", &inputs, &[&compiler], &mut pages)?;
    step_if_changed(
        again,
        "Rust: tests",
        "rust",
        &inputs,
        &[&compiler],
        &mut cargo(&["test", "--quiet", "--workspace"]),
    )
}

/// TypeScript's types, of what a browser runs and of what Node runs.
fn types(again: bool) -> Result<()> {
    let inputs =
        ["extension", "www", "tests", "target/wasm", "target/wasm-views", "tsconfig.json", "package-lock.json"]
            .map(project::path);
    for (what, configuration) in
        [("TypeScript: what browsers run", "tsconfig.json"), ("TypeScript: tests", "tests/tsconfig.json")]
    {
        let mut command = program("node", &["node_modules/typescript/bin/tsc", "--noEmit", "--project", configuration]);
        step_if_changed(again, what, what, &inputs, &[], &mut command)?;
    }
    Ok(())
}

/// Every folder of tests in TypeScript that needs no browser.
fn under_node(again: bool) -> Result<()> {
    for folder in ["tests/wasm", "tests/extension", "tests/content"] {
        let inputs = [folder, "target/extension", "target/wasm", "target/wasm-views", "extension", "package-lock.json"];
        let inputs = inputs.map(project::path);
        let mut command = node_tests(&files_of(folder, TESTS)?);
        step_if_changed(again, &format!("Under Node: {folder}"), folder, &inputs, &[], &mut command)?;
    }
    Ok(())
}

/// What the project stands on. Quick enough to be asked each time.
fn depends() -> Result<()> {
    let step = Step::begin("Dependencies: sources, licences, uses");
    dependencies::check()?;
    step.done();
    Ok(())
}

/// How the documents are spelt.
fn spelling(again: bool) -> Result<()> {
    let folder = "tests/documents";
    let mut inputs = [folder, "docs", "extension/store", "package-lock.json"].map(project::path).to_vec();
    inputs.extend(files_of(".", ".md")?.iter().map(|file| project::path(file)));
    step_if_changed(again, "Spelling", folder, &inputs, &[], &mut node_tests(&files_of(folder, TESTS)?))
}

/// The extension for Firefox, looked at as their store does.
fn as_the_store(again: bool) -> Result<()> {
    let extension = build::extension_for(build::Browser::Firefox);
    let inputs = [extension.clone(), project::path("package-lock.json")];
    step_if_changed(again, "Mozilla's linter", "linter", &inputs, &[], &mut lint::firefox(&extension))
}

/// Each file of `tests/browser`, in both browsers, one file after the other.
fn in_browsers(again: bool, browsers: &[(Browser, PathBuf)]) -> Result<()> {
    let versions: Vec<String> =
        browsers.iter().filter_map(|(_, executable)| answer(&mut program(executable, &["--version"]))).collect();
    let versions: Vec<&str> = versions.iter().map(String::as_str).collect();
    for file in files_of("tests/browser", TESTS)? {
        let what = format!("In Chromium and Firefox: {}", file.trim_start_matches("tests/browser/"));
        let inputs = [
            &file,
            "tests/browser/harness",
            "extension",
            "examples",
            "target/extension",
            "target/www",
            "package-lock.json",
        ]
        .map(project::path);
        let mut command = node_tests(std::slice::from_ref(&file));
        command.envs(browsers.iter().map(|(browser, executable)| (browser.variable(), executable)));
        step_if_changed(again, &what, &file, &inputs, &versions, &mut command)?;
    }
    Ok(())
}

/// Runs a command as a step, unless it passed with the same inputs before.
fn step_if_changed(
    again: bool,
    what: &str,
    name: &str,
    inputs: &[PathBuf],
    words: &[&str],
    command: &mut Command,
) -> Result<()> {
    let stamp = Stamp::of(&format!("passed-{}", name.replace(['/', ' ', ':'], "-")), inputs, words)?;
    if stamp.is_current() && !again {
        unchanged(what);
        return Ok(());
    }
    let step = Step::begin(what);
    show(command)?;
    stamp.keep()?;
    step.done();
    Ok(())
}

/// Node's test runner on some files.
fn node_tests(files: &[String]) -> Command {
    let mut command = program("node", &["--import", "tsx", "--test", "--test-reporter=spec"]);
    command.args(files);
    command
}

/// The files of a folder whose names end in this, in order, as paths from the repository's root.
fn files_of(folder: &str, ending: &str) -> Result<Vec<String>> {
    let entries = fs::read_dir(project::path(folder)).with_context(|| format!("{folder} cannot be read"))?;
    let mut files = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(ending) {
            files.push(format!("{folder}/{name}"));
        }
    }
    files.sort_unstable();
    Ok(files)
}
