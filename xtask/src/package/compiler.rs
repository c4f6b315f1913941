//! The compiler that made the packages, named in the source archive: another one may write other bytes.
//!
//! The repository itself names none, so that whoever works on it uses the compiler they have.

use anyhow::{Context, Result, bail};

use super::archive::File;
use crate::command::{answer, program};
use crate::setup::rust_target::WASM;

/// The file by which rustup takes the compiler that is in use now.
pub(super) fn named() -> Result<File> {
    let about = answer(&mut program("rustc", &["--version"])).context("`rustc --version` failed")?;
    Ok(File { name: "rust-toolchain.toml".to_owned(), content: choice(&about)?.into(), executable: false })
}

/// The choice of a compiler, from how it describes itself: `rustc 1.95.0 (59807616e 2026-04-14)`.
fn choice(about: &str) -> Result<String> {
    let version = about.split(' ').nth(1).with_context(|| format!("“{about}” names no version"))?;
    if version.contains('-') {
        bail!("Packages are built by a released compiler, so that a reviewer can have the same; this is {version}.");
    }
    Ok(format!(
        "# What the packages were built with: the same compiler writes the same bytes.\n[toolchain]\n\
         channel = \"{version}\"\ncomponents = [\"clippy\", \"rustfmt\"]\ntargets = [\"{WASM}\"]\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_released_compiler_is_named_by_its_version() {
        let chosen = choice("rustc 1.95.0 (59807616e 2026-04-14)").unwrap();
        assert!(chosen.contains("channel = \"1.95.0\""), "{chosen}");
    }

    #[test]
    fn a_compiler_that_will_be_gone_tomorrow_is_refused() {
        for about in ["rustc 1.97.0-nightly (0123abcd 2026-04-14)", "rustc"] {
            assert!(choice(about).is_err(), "{about}");
        }
    }
}
