//! Node and the packages of `package-lock.json`.

use anyhow::{Context, Result, bail};

use crate::command::{answer, program, quiet};
use crate::project;
use crate::stamp::Stamp;
use crate::step::Step;

/// The oldest Node that the build and the tests run on.
const OLDEST: u32 = 20;

/// Checks Node's version and installs the packages that build and test when their lock file has changed since they were.
pub(crate) fn ensure() -> Result<()> {
    packages_of("")
}

/// Installs what the bench alone needs: what the engine is measured against.
pub(crate) fn ensure_for_bench() -> Result<()> {
    packages_of("tests/bench")
}

/// Installs the packages of the lock file in a folder.
fn packages_of(folder: &str) -> Result<()> {
    let Some(version) = answer(&mut program("node", &["--version"])) else {
        bail!(
            "Node is missing: install Node {OLDEST} or newer with npm, for instance with `apt-get install nodejs npm`."
        );
    };
    let major: Option<u32> = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    if major.is_none_or(|major| major < OLDEST) {
        bail!("Node {version} is too old: install Node {OLDEST} or newer with npm.");
    }
    // Inside node_modules, so that deleting the folder also forgets that it was filled.
    let folder = project::path(folder);
    let file = folder.join("node_modules/.installed-for");
    let stamp = Stamp::at(file, &[folder.join("package-lock.json"), folder.join(".npmrc")], &[&version])?;
    if stamp.is_current() {
        return Ok(());
    }
    let step = Step::begin("npm packages");
    quiet(program("npm", &["ci", "--no-audit", "--no-fund"]).current_dir(&folder))
        .context("The packages of package-lock.json could not be installed.")?;
    stamp.keep()?;
    step.done();
    Ok(())
}
