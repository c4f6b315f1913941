//! What the project stands on: each package from a public registry, under a licence that lets us use it, needed, and in
//! what is shipped no package twice.
//!
//! It reads the lock files and the sources, and asks no network. Known weaknesses are no part of it: their lists are
//! reached by `cargo audit` and `npm audit`, from where those may be asked.

mod licence;
mod unused;

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::{answer, cargo, output, program};
use crate::project;
use crate::setup::rust_target::WASM;

/// Where cargo's packages may come from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The library, and all that it stands on unless its user asks for more.
const LIBRARY: [&str; 3] = ["hearsay", "regex", "serde"];

/// What npm installs: for everybody, and for the bench alone.
const LOCKS: [&str; 2] = ["package-lock.json", "tests/bench/package-lock.json"];

/// Checks every dependency.
///
/// # Errors
/// When one should not be there; the message names each and says why.
pub(crate) fn check() -> Result<()> {
    let here =
        answer(&mut program("rustc", &["--print", "host-tuple"])).context("`rustc --print host-tuple` failed")?;
    // What is built here, so that nothing has to be fetched for it.
    let platforms = ["--filter-platform", &here, "--filter-platform", WASM];
    let crates = ["metadata", "--locked", "--format-version", "1"];
    let crates = output(&mut cargo(&[&crates[..], &platforms].concat()))?;
    let crates: Value = serde_json::from_str(&crates).context("What `cargo metadata` prints is not JSON")?;
    let mut wrong = [of_crates(&crates), twice()?, unused::crates(&crates)?, beside_library()?].concat();
    for file in LOCKS {
        let lock = fs::read(project::path(file)).with_context(|| format!("{file} cannot be read"))?;
        let lock: Value = serde_json::from_slice(&lock).with_context(|| format!("{file} is not JSON"))?;
        wrong.extend([of_npm(&lock), unused::npm(&lock)?].concat());
    }
    if !wrong.is_empty() {
        bail!("Dependencies that should not be as they are:\n  {}", wrong.join("\n  "));
    }
    Ok(())
}

/// Crates from elsewhere, or under a licence that does not suit.
fn of_crates(metadata: &Value) -> Vec<String> {
    let foreign = metadata["packages"].as_array().into_iter().flatten().filter(|package| !package["source"].is_null());
    foreign
        .filter_map(|package| {
            let name = package["name"].as_str().unwrap_or_default();
            let licence = package["license"].as_str().unwrap_or("none");
            let source = package["source"].as_str().unwrap_or_default();
            if source != REGISTRY {
                Some(format!("{name} comes from {source}"))
            } else {
                (!licence::suits(licence)).then(|| format!("{name} is under {licence}"))
            }
        })
        .collect()
}

/// Packages of npm without a checksum, or under a licence that does not suit.
fn of_npm(lock: &Value) -> Vec<String> {
    let packages = lock["packages"].as_object().into_iter().flatten().filter(|(path, _)| !path.is_empty());
    packages
        .filter_map(|(path, package)| {
            let name = path.rsplit("node_modules/").next().unwrap_or_default();
            let licence = package["license"].as_str().unwrap_or("none");
            if !package["integrity"].is_string() {
                Some(format!("{name} has no checksum in package-lock.json"))
            } else {
                (!licence::suits(licence)).then(|| format!("{name} is under {licence}"))
            }
        })
        .collect()
}

/// Crates that are in the modules for browsers in two versions: a reader would load both.
fn twice() -> Result<Vec<String>> {
    let features = "tagger,wasm-engine,wasm-views";
    let tree = output(&mut cargo(&[
        "tree",
        "--quiet",
        "--locked",
        "--duplicates",
        "--depth",
        "0",
        "--prefix",
        "none",
        "--edges",
        "normal,no-proc-macro",
        "--package",
        "hearsay",
        "--target",
        WASM,
        "--no-default-features",
        "--features",
        features,
    ]))?;
    Ok(tree.lines().filter(|line| !line.is_empty()).map(|line| format!("{line} is one of several versions")).collect())
}

/// Crates that `cargo add hearsay` brings along and the engine does not need.
fn beside_library() -> Result<Vec<String>> {
    let tree = ["tree", "--quiet", "--locked", "--package", "hearsay", "--edges", "normal", "--depth", "1"];
    let tree = output(&mut cargo(&[&tree[..], &["--prefix", "none", "--format", "{lib}"]].concat()))?;
    let beside = tree.lines().filter(|name| !LIBRARY.contains(name));
    Ok(beside.map(|name| format!("{name} comes with the library, by default")).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_comes_from_elsewhere_or_is_not_free_is_named() {
        let metadata = json!({"packages": [
            {"name": "own", "source": null, "license": null},
            {"name": "good", "source": REGISTRY, "license": "MIT OR Apache-2.0"},
            {"name": "closed", "source": REGISTRY, "license": "Commercial"},
            {"name": "silent", "source": REGISTRY, "license": null},
            {"name": "private", "source": "git+https://code.example/private", "license": "MIT"},
        ]});
        let found = of_crates(&metadata).join("\n");
        assert_eq!(
            found,
            "closed is under Commercial\nsilent is under none\nprivate comes from git+https://code.example/private"
        );
    }

    #[test]
    fn a_package_of_npm_needs_a_licence_and_a_checksum() {
        let lock = json!({"packages": {
            "": {"name": "own"},
            "node_modules/good": {"license": "MIT", "integrity": "sha512-0"},
            "node_modules/a/node_modules/bare": {"license": "MIT"},
            "node_modules/closed": {"license": "SEE LICENSE IN x", "integrity": "sha512-0"},
        }});
        let mut found = of_npm(&lock);
        found.sort();
        assert_eq!(found, ["bare has no checksum in package-lock.json", "closed is under SEE LICENSE IN x"]);
    }
}
