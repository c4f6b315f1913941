//! Where things are: the repository's folders, as absolute paths.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{answer, cargo};

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// A file or folder of the repository, from its root.
pub(crate) fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// Where everything built is put for people to find: always `target` in the repository.
pub(crate) fn target(relative: &str) -> PathBuf {
    path("target").join(relative)
}

/// Where cargo puts what it compiles, which a person may have set to a folder elsewhere.
pub(crate) fn cargo_target(relative: &str) -> Result<PathBuf> {
    let described = answer(&mut cargo(&["metadata", "--no-deps", "--format-version", "1"]))
        .and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok());
    let folder = described.as_ref().and_then(|project| project["target_directory"].as_str());
    let folder = folder.context("Cargo does not say where it puts what it compiles: `cargo metadata` failed.")?;
    Ok(Path::new(folder).join(relative))
}

/// A path as a person in the repository's root would type it.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
