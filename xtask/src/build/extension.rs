//! The extension, put together: one bundle, and for each browser a folder that it loads as it is.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::wasm::MODULES;
use super::{manifest, manifest::Browser, tree};
use crate::command::{quiet, script};
use crate::project;
use crate::stamp::Stamp;
use crate::step::{Step, unchanged};

/// Bundles the rooms of `extension/src` and writes `target/extension/chrome` and `target/extension/firefox`.
pub(crate) fn build() -> Result<()> {
    let what = "Extension for Chrome and Firefox";
    let inputs =
        ["extension", "CHANGELOG.md", "xtask/src/build", "package-lock.json", "target/wasm", "target/wasm-views"]
            .map(project::path);
    let stamp = Stamp::of("extension", &inputs, &[])?;
    let finished = Browser::ALL.iter().all(|browser| folder(*browser).exists());
    if stamp.is_current() && finished {
        unchanged(what);
        return Ok(());
    }
    let step = Step::begin(what);
    let bundle = project::target("extension/bundle");
    tree::empty(&bundle)?;
    quiet(&mut script("extension/bundle.ts", &[&project::shown(&bundle)]))?;
    let source = fs::read_to_string(project::path("extension/manifest.json"))
        .context("extension/manifest.json cannot be read")?;
    for browser in Browser::ALL {
        let folder = folder(browser);
        tree::empty(&folder)?;
        tree::copy(&bundle, &folder)?;
        for part in ["_locales", "icons"] {
            let from = project::path("extension").join(part);
            if from.exists() {
                fs::create_dir_all(folder.join(part))?;
                tree::copy(&from, &folder.join(part))?;
            }
        }
        for module in MODULES {
            let name = module.shipped_as;
            fs::copy(module.file(), folder.join(name)).with_context(|| format!("{name} cannot be copied"))?;
        }
        write(&folder.join("manifest.json"), &manifest::for_browser(&source, browser)?)?;
    }
    stamp.keep()?;
    step.done();
    Ok(())
}

/// Where the extension for a browser is put.
pub(crate) fn folder(browser: Browser) -> std::path::PathBuf {
    project::target("extension").join(browser.name())
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))
}
