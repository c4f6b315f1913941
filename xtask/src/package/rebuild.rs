//! What a reviewer does: builds the packages again from the source archive, and compares.
//!
//! In a new folder, with a home of its own for cargo, and with the one command that a reviewer is told to type.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::archive;
use crate::command::{program, quiet};
use crate::project;
use crate::step::{Step, line};

/// Builds from the source archive, and compares each package with the one built before.
///
/// # Errors
/// When the build fails, or a package has other bytes.
pub(super) fn compare(sources: &Path, packages: &[PathBuf]) -> Result<()> {
    let step = Step::begin("Packages, once more from the source archive");
    let folder = std::env::temp_dir().join(format!("hearsay-rebuild-{}", std::process::id()));
    archive::unpack(sources, &folder.join("sources"))?;
    build(&folder)?;
    packages.iter().try_for_each(|package| same(package, &folder))?;
    // After a failure it stays, to be looked at.
    fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    step.done();
    line(" ", "The packages are the same", "byte for byte");
    Ok(())
}

fn build(folder: &Path) -> Result<()> {
    let mut command = program("cargo", &["xtask", "package"]);
    command.current_dir(folder.join("sources")).env("CARGO_HOME", folder.join("cargo"));
    // What cargo and rustup have told this program about this build.
    for variable in ["CARGO", "CARGO_TARGET_DIR", "CARGO_MANIFEST_DIR", "RUSTUP_TOOLCHAIN"] {
        command.env_remove(variable);
    }
    quiet(&mut command)
}

fn same(package: &Path, folder: &Path) -> Result<()> {
    let again = folder.join("sources").join(package.strip_prefix(project::root())?);
    if archive::read(package)? != archive::read(&again)? {
        bail!("{} has other bytes than {}, from the source archive.", project::shown(package), again.display());
    }
    Ok(())
}
