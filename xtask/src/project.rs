//! Where things are: the repository's folders, as absolute paths.

use std::path::{Path, PathBuf};

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

/// Where cargo puts what it compiles: `CARGO_TARGET_DIR`, or `target` in the repository.
pub(crate) fn cargo_target(relative: &str) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| path("target"), |folder| root().join(folder)).join(relative)
}

/// A path as a person in the repository's root would type it.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
