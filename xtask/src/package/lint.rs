//! Mozilla's linter for add-ons, the one that looks at every upload to their store.

use std::path::Path;
use std::process::Command;

use crate::command::program;
use crate::project;

/// The linter on a package for Firefox, or on the folder of one. It fails at an error, or at so much as a warning.
pub(crate) fn firefox(package: &Path) -> Command {
    let linter = "node_modules/addons-linter/bin/addons-linter";
    program("node", &[linter, "--warnings-as-errors", &project::shown(package)])
}
