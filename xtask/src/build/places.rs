//! Where things lie on the machine that builds: no part of what is shipped, or two machines could not build the same.
//!
//! A module names source files, for the message of a panic. The compiler is told to write every folder of this machine
//! under a name that is the same everywhere.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command::{answer, cargo, output, program};
use crate::project;
use crate::setup::rust_target::WASM;

/// The compiler's flags that write this machine's folders under common names.
pub(super) fn hidden() -> Result<Vec<String>> {
    let described = ["metadata", "--format-version", "1", "--locked", "--filter-platform", WASM];
    let metadata = output(&mut cargo(&described))?;
    let metadata: Value = serde_json::from_str(&metadata).context("What `cargo metadata` prints is not JSON")?;
    let sysroot = answer(&mut program("rustc", &["--print", "sysroot"])).context("`rustc --print sysroot` failed")?;
    Ok(flags(&project::root().to_string_lossy(), &sysroot, &folders(&metadata)))
}

/// The folders that hold the dependencies' sources: as a rule one, in cargo's home.
fn folders(metadata: &Value) -> BTreeSet<String> {
    let packages = metadata["packages"].as_array().into_iter().flatten();
    packages
        // A package of this repository comes from nowhere.
        .filter(|package| !package["source"].is_null())
        .filter_map(|package| Path::new(package["manifest_path"].as_str()?).parent()?.parent())
        .map(|folder| folder.to_string_lossy().into_owned())
        .collect()
}

/// One flag a folder. Where several apply the compiler takes the last, so the longest come last.
fn flags(root: &str, sysroot: &str, dependencies: &BTreeSet<String>) -> Vec<String> {
    let mut names: Vec<(&str, &str)> = vec![(root, "/hearsay"), (sysroot, "/rust")];
    names.extend(dependencies.iter().map(|folder| (folder.as_str(), "/dependencies")));
    names.sort_by_key(|(folder, _)| folder.len());
    names.iter().map(|(folder, name)| format!("--remap-path-prefix={folder}={name}")).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_folder_of_dependencies_is_named_once_and_the_projects_own_packages_are_left_out() {
        let metadata = json!({"packages": [
            {"source": null, "manifest_path": "/home/hearsay/Cargo.toml"},
            {"source": "registry", "manifest_path": "/home/cargo/src/regex-1/Cargo.toml"},
            {"source": "registry", "manifest_path": "/home/cargo/src/serde-1/Cargo.toml"},
        ]});
        assert_eq!(folders(&metadata), BTreeSet::from(["/home/cargo/src".to_owned()]));
    }

    #[test]
    fn a_folder_within_another_keeps_its_own_name() {
        let dependencies = BTreeSet::from(["/home/hearsay/vendor".to_owned()]);
        let flags = flags("/home/hearsay", "/usr", &dependencies);
        assert_eq!(flags[0], "--remap-path-prefix=/usr=/rust");
        assert_eq!(flags[2], "--remap-path-prefix=/home/hearsay/vendor=/dependencies");
    }
}
