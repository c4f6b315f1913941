//! `cargo xtask test`: everything that has to hold, from formatting to two real browsers.
//!
//! Cargo knows by itself what it need not compile again. The other steps write down the inputs they passed with and are
//! left out while these stay the same.

mod in_browsers;
mod quoted_messages;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::accuracy;
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

/// The folders of such files: those that need no browser, the documents' spelling, and those that drive one.
const UNDER_NODE: [&str; 3] = ["tests/wasm", "tests/extension", "tests/content"];
const SPELLING: &str = "tests/documents";
const IN_BROWSERS: &str = in_browsers::FOLDER;

/// Run every check and every test
///
/// Formatting, lints, Rust tests, dependencies, spelling, the built WebAssembly module under Node, TypeScript's types and unit tests, and the
/// built extension in Chromium and Firefox. A step that passed with the same inputs before is left out.
///
/// With names, only those files of tests in TypeScript run: `cargo xtask test iframes --browser firefox`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Files of tests, by name: `iframes` is `tests/browser/iframes.test.ts`.
    names: Vec<String>,
    /// Test in this browser only.
    #[arg(long, requires = "names")]
    browser: Option<Browser>,
    /// Only the tests whose names match this regular expression.
    #[arg(long, requires = "names")]
    only: Option<String>,
    /// Leave nothing out.
    #[arg(long)]
    again: bool,
}

/// Runs every check and every test, or the files named; stops at the first that fails.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    if !arguments.names.is_empty() {
        return named(arguments);
    }
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
    in_browsers::run(again, &browsers)
}

/// Builds what has changed and runs the files that were asked for, whether they passed before or not.
fn named(arguments: &Arguments) -> Result<()> {
    let mut files = Vec::new();
    for name in &arguments.names {
        files.extend(files_named(name)?);
    }
    build::everything()?;
    let mut command = node_tests(&files, arguments.only.as_deref());
    let browsers: Vec<Browser> = arguments.browser.map_or(Browser::ALL.to_vec(), |browser| vec![browser]);
    if files.iter().any(|file| file.starts_with(IN_BROWSERS)) {
        for browser in &browsers {
            command.env(browser.variable(), browser.ensure()?);
        }
        command.env("BROWSERS", browsers.iter().map(|browser| browser.name()).collect::<Vec<_>>().join(","));
    }
    show(&mut command)
}

/// The files of tests with this name, in whichever folders they are.
fn files_named(name: &str) -> Result<Vec<String>> {
    let file = format!("{}{TESTS}", name.trim_end_matches(TESTS));
    let mut known = Vec::new();
    for folder in UNDER_NODE.into_iter().chain([SPELLING, IN_BROWSERS]) {
        known.extend(files_of(folder, TESTS)?);
    }
    let found: Vec<_> =
        known.iter().filter(|path| path.rsplit('/').next() == Some(file.as_str()) || **path == file).cloned().collect();
    if found.is_empty() {
        bail!("no file of tests is called {name}; there are:\n{}", known.join("\n"));
    }
    Ok(found)
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

    let mut inputs = ["src", "cli", "tests/cases", "examples", "docs", "xtask", ".cargo", "Cargo.toml", "Cargo.lock"]
        .map(project::path)
        .to_vec();
    for (folder, ending) in [("tests", ".rs"), (".", ".md"), ("extension", "manifest.json"), ("extension/store", ".md")]
    {
        inputs.extend(files_of(folder, ending)?.iter().map(|file| project::path(file)));
    }
    let compiler = answer(&mut program("rustc", &["--version"])).unwrap_or_default();
    let mut pages = cargo(&["doc", "--quiet", "--no-deps", "--package", "hearsay", "--features", "export"]);
    pages.env("RUSTDOCFLAGS", "--deny warnings");
    step_if_changed(again, "Rust: documentation", "rustdoc", &inputs, &[&compiler], &mut pages)?;
    step_if_changed(
        again,
        "Rust: tests",
        "rust",
        &inputs,
        &[&compiler],
        &mut cargo(&["test", "--quiet", "--workspace"]),
    )?;
    let step = Step::begin("Accuracy: the document is what the texts give");
    accuracy::check()?;
    step.done();
    Ok(())
}

/// TypeScript's lints, layout and types, of what a browser runs and of what Node runs.
fn types(again: bool) -> Result<()> {
    let step = Step::begin("TypeScript: lints and layout");
    quiet(&mut program("node", &["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]))?;
    step.done();
    let mut inputs =
        ["extension/src", "www", "tests", "target/wasm", "target/wasm-views", "tsconfig.json", "package-lock.json"]
            .map(project::path)
            .to_vec();
    inputs.extend(files_of("extension", ".ts")?.iter().map(|file| project::path(file)));
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
    for folder in UNDER_NODE {
        let inputs = [folder, "target/extension", "target/wasm", "target/wasm-views", "extension", "package-lock.json"];
        let inputs = inputs.map(project::path);
        let mut command = node_tests(&files_of(folder, TESTS)?, None);
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
    let mut inputs = [SPELLING, "docs", "extension/store", "package-lock.json"].map(project::path).to_vec();
    inputs.extend(files_of(".", ".md")?.iter().map(|file| project::path(file)));
    step_if_changed(again, "Spelling", SPELLING, &inputs, &[], &mut node_tests(&files_of(SPELLING, TESTS)?, None))
}

/// The extension for Firefox, looked at as their store does.
fn as_the_store(again: bool) -> Result<()> {
    let extension = build::extension_for(build::Browser::Firefox);
    let inputs = [extension.clone(), project::path("package-lock.json")];
    step_if_changed(again, "Mozilla's linter", "linter", &inputs, &[], &mut lint::firefox(&extension))
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

/// Node's test runner on some files: all their tests, or those whose names match a regular expression.
fn node_tests(files: &[String], only: Option<&str>) -> Command {
    let mut command = program("node", &["--import", "tsx", "--test", "--test-reporter=spec"]);
    command.args(only.map(|pattern| format!("--test-name-pattern={pattern}"))).args(files);
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
