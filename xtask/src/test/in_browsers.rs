//! The files of `tests/browser` in real browsers: Chromium and Firefox side by side, each one browser for all its files.
//!
//! A file that passed in a browser is left out of the next run while nothing has changed that it could see: the extension
//! as built for that browser, the harness, the file itself, what else it reads, and those of the extension's messages that
//! it quotes.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;

use super::quoted_messages::Messages;
use super::{TESTS, files_of};
use crate::build;
use crate::command::{answer, program};
use crate::project;
use crate::setup::browser::Browser;
use crate::stamp::Stamp;
use crate::step::{failures, line, unchanged};

/// Where the files are.
pub(super) const FOLDER: &str = "tests/browser";

/// What every file depends on, beside the extension.
const ALL_READ: [&str; 3] = ["tests/browser/harness", "www/samples", "package-lock.json"];

/// What only files depend on that mention it, and how they do.
const SOME_READ: [(&str, &[&str]); 4] = [
    ("harness/playground.ts", &["target/www"]),
    ("examples/", &["examples", "target/wasm"]),
    ("pages/shapes", &["tests/pages"]),
    ("saved-pages/", &["tests/saved-pages"]),
];

/// The words of these depend on each message, since they look how all of them fit.
const QUOTES_ALL: &str = "longer-words";

/// What the reporter `by-file.ts` says of a file.
#[derive(Deserialize)]
struct Outcome {
    file: String,
    seconds: f32,
    passed: usize,
    failures: Vec<String>,
}

/// Runs what may have changed; every file runs to its end, whether others fail or not.
pub(super) fn run(again: bool, browsers: &[(Browser, PathBuf)]) -> Result<()> {
    let files = files_of(FOLDER, TESTS)?;
    thread::scope(|scope| {
        let runs: Vec<_> =
            browsers.iter().map(|(browser, path)| scope.spawn(|| in_one(again, *browser, path, &files))).collect();
        let results: Vec<Result<()>> = runs
            .into_iter()
            .map(|run| run.join().unwrap_or_else(|_| Err(anyhow!("A run of tests was cut off."))))
            .collect();
        results.into_iter().collect()
    })
}

/// Runs the files in one browser.
fn in_one(again: bool, browser: Browser, executable: &Path, files: &[String]) -> Result<()> {
    let stamps = stamps(browser, executable, files)?;
    let what = |file: &str| format!("{}: {}", browser.name(), short(file));
    let (kept, wanted): (Vec<_>, Vec<_>) = stamps.iter().partition(|(_, stamp)| !again && stamp.is_current());
    for (file, _) in kept {
        unchanged(&what(file));
    }
    if wanted.is_empty() {
        return Ok(());
    }
    let reporter = "--test-reporter=./tests/browser/harness/by-file.ts";
    let mut command = program("node", &["--import", "tsx", reporter, "tests/browser/harness/all-files.ts"]);
    command.args(wanted.iter().map(|(file, _)| file));
    command.env(browser.variable(), executable).env("BROWSERS", browser.name());
    let mut running =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("Node could not be started.")?;
    let printed = running.stdout.take().context("Node prints nothing.")?;

    let mut passed = 0;
    let mut failed = Vec::new();
    for printed in BufReader::new(printed).lines() {
        let printed = printed?;
        let Ok(outcome) = serde_json::from_str::<Outcome>(&printed) else { continue };
        if outcome.failures.is_empty() {
            if let Some((_, stamp)) = wanted.iter().find(|(file, _)| **file == outcome.file) {
                stamp.keep()?;
            }
            passed += 1;
            line("✓", &what(&outcome.file), format_args!("{:.1} s, {} tests", outcome.seconds, outcome.passed));
        } else {
            failures(&what(&outcome.file), &outcome.failures);
            failed.push(short(&outcome.file).to_owned());
        }
    }
    running.wait()?;
    if !failed.is_empty() {
        bail!(
            "Failed in {name}: {files}. To run one again:\n    cargo xtask test {first} --browser {name}",
            name = browser.name(),
            files = failed.join(", "),
            first = failed[0].trim_end_matches(TESTS),
        );
    }
    if passed < wanted.len() {
        bail!(
            "{} of {} files of tests did not run to their end in {}.",
            wanted.len() - passed,
            wanted.len(),
            browser.name()
        );
    }
    Ok(())
}

/// Each file with the stamp of what it depends on.
fn stamps(browser: Browser, executable: &Path, files: &[String]) -> Result<Vec<(String, Stamp)>> {
    let extension = build::extension_for(match browser {
        Browser::Chromium => build::Browser::Chrome,
        Browser::Firefox => build::Browser::Firefox,
    });
    let messages = Messages::of(&extension)?;
    let mut common = messages.rest().to_vec();
    common.extend(ALL_READ.map(project::path));
    let version = answer(&mut program(executable, &["--version"])).unwrap_or_default();
    let common = Stamp::of("tests", &common, &[&version])?.number().to_owned();
    let harness = files_of("tests/browser/harness", ".ts")?;
    let harness = harness.iter().map(|file| read(file)).collect::<Result<String>>()?;
    files
        .iter()
        .map(|file| {
            let source = read(file)?;
            let mut inputs = vec![project::path(file)];
            for (mention, read) in SOME_READ {
                inputs.extend(read.iter().filter(|_| source.contains(mention)).map(|path| project::path(path)));
            }
            let quoted = if file.contains(QUOTES_ALL) {
                messages.all()
            } else {
                messages.quoted_in(&format!("{harness}\n{source}"))
            };
            let name = format!("passed-{}-{}", short(file), browser.name());
            Ok((file.clone(), Stamp::of(&name, &inputs, &[&common, &quoted])?))
        })
        .collect()
}

/// A file's name.
fn short(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

fn read(file: &str) -> Result<String> {
    std::fs::read_to_string(project::path(file)).with_context(|| format!("{file} cannot be read"))
}
