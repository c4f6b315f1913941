//! The web pages, in `target/www`: the playground with all it needs, and the sample articles.

use std::fs;

use anyhow::{Context, Result};

use super::tree;
use super::wasm::MODULES;
use crate::command::{quiet, script};
use crate::project;
use crate::stamp::Stamp;
use crate::step::{Step, unchanged};

/// What stands there as it is in the repository.
const COPIES: [(&str, &str); 2] = [("www/index.html", "index.html"), ("extension/icons/tile-48.png", "icon.png")];

/// Bundles the playground and puts its files beside it.
pub(crate) fn build() -> Result<()> {
    let what = "Web pages";
    let folder = project::target("www");
    let inputs = ["www", "extension", "xtask/src/build", "package-lock.json", "target/wasm", "target/wasm-views"];
    let stamp = Stamp::of("pages", &inputs.map(project::path), &[])?;
    if stamp.is_current() && folder.exists() {
        unchanged(what);
        return Ok(());
    }
    let step = Step::begin(what);
    tree::empty(&folder)?;
    quiet(&mut script("www/bundle.ts", &[&project::shown(&folder), env!("CARGO_PKG_VERSION")]))?;
    for (from, name) in COPIES {
        fs::copy(project::path(from), folder.join(name)).with_context(|| format!("{from} cannot be copied"))?;
    }
    for module in MODULES {
        let name = module.shipped_as;
        fs::copy(module.file(), folder.join(name)).with_context(|| format!("{name} cannot be copied"))?;
    }
    fs::create_dir_all(folder.join("samples"))?;
    tree::copy(&project::path("www/samples"), &folder.join("samples"))?;
    stamp.keep()?;
    step.done();
    Ok(())
}
