//! `cargo xtask package`: what the stores are given.
//!
//! A zip for each browser, and one of the sources that both were built from, in `target/packages/`. The same sources
//! give the same bytes: `archive` leaves out whatever differs between two runs, and `compiler` names the one that was
//! used. `sources` says what belongs to the project and refuses what is not committed; `check` looks at each package as a
//! store would, and `lint` has Mozilla's own linter look. On request `rebuild` does what a reviewer does, and `smoke`
//! installs the packages.

mod archive;
mod check;
mod compiler;
pub(crate) mod lint;
mod rebuild;
mod smoke;
mod sources;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use archive::File;

use crate::build::{self, Browser};
use crate::command::quiet;
use crate::project;
use crate::step::{Step, line};

/// The one place of the version is `Cargo.toml`.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Pack the extension for both stores, and its sources
///
/// Writes hearsay-VERSION-chrome.zip, hearsay-VERSION-firefox.zip and hearsay-VERSION-source.zip to target/packages. In
/// an unpacked source archive it writes the first two, byte for byte the same. Refuses a tree with changes that are not
/// committed.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Also build both packages a second time, from the source archive in a new folder, and compare; then try both in
    /// their browsers. Takes some minutes, and downloads the dependencies anew.
    #[arg(long)]
    check: bool,
}

/// Builds everything and packs it.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let sources = sources::committed(project::root())?;
    build::everything()?;
    if sources::committed(project::root())? != sources {
        bail!("A file was changed while the packages were built. Start again.");
    }
    let step = Step::begin("Packages for both stores");
    let mut packages = Vec::new();
    for browser in Browser::ALL {
        let files = archive::files_in(&build::extension_for(browser))?;
        check::package(browser, &files)?;
        packages.push((browser.name(), files));
    }
    if let Some(mut files) = sources.clone() {
        files.push(compiler::named()?);
        packages.push(("source", files));
    }
    step.done();
    packages.iter().try_for_each(|(what, files)| write(what, files))?;
    quiet(&mut lint::firefox(&file(Browser::Firefox.name())))?;
    if arguments.check {
        if sources.is_some() {
            rebuild::compare(&file("source"), &Browser::ALL.map(|browser| file(browser.name())))?;
        }
        smoke::test()?;
    }
    Ok(())
}

/// Where a package is put.
fn file(what: &str) -> PathBuf {
    project::target("packages").join(format!("hearsay-{VERSION}-{what}.zip"))
}

/// Writes one package and says how large it is.
fn write(what: &str, files: &[File]) -> Result<()> {
    let folder = project::target("packages");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let file = file(what);
    let packed = archive::pack(files)?;
    fs::write(&file, &packed).with_context(|| format!("{} cannot be written", file.display()))?;
    line(" ", &project::shown(&file), format_args!("{} kB", packed.len().div_ceil(1000)));
    Ok(())
}
