//! Dependencies that nothing speaks of: asked for once, and forgotten when the need was gone.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;
use walkdir::WalkDir;

use crate::project;

/// Where what Node runs speaks of its packages.
const NODE: [&str; 6] = ["extension", "tests", "www", "xtask/src", "tsconfig.json", "examples"];

/// Crates of this repository's packages that none of their sources names.
pub(super) fn crates(metadata: &Value) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten().filter(|package| package["source"].is_null()) {
        let manifest = package["manifest_path"].as_str().context("`cargo metadata` names no manifest")?;
        let folder = Path::new(manifest).parent().context("a manifest is in no folder")?;
        let parts = ["src", "tests", "examples", "benches"].map(|part| folder.join(part));
        let sources = text_of(&parts, &["rs"])?;
        let asked = package["dependencies"].as_array().into_iter().flatten();
        let asked = asked.filter_map(|dependency| dependency["name"].as_str());
        let unused = asked.filter(|name| !names_crate(&sources, name));
        found.extend(
            unused.map(|name| format!("{name} is in {}, and no source names it", project::shown(Path::new(manifest)))),
        );
    }
    Ok(found)
}

/// Packages in a package.json that no script, test or setting names.
pub(super) fn npm(lock: &Value) -> Result<Vec<String>> {
    let sources = text_of(&NODE.map(project::path), &["ts", "js", "jsonc", "rs", "html", "tsconfig.json"])?;
    let asked = lock["packages"][""]["devDependencies"].as_object().into_iter().flatten();
    let unused = asked.filter(|(name, _)| !names_package(&sources, name));
    Ok(unused.map(|(name, _)| format!("{name} is asked for of npm, and nothing names it")).collect())
}

fn names_crate(sources: &str, name: &str) -> bool {
    let name = name.replace('-', "_");
    [format!("{name}::"), format!("use {name};"), format!("{name} as ")].iter().any(|use_of| sources.contains(use_of))
}

/// Types count as used where what they describe is: a package, Node itself, or what a setting names.
fn names_package(sources: &str, name: &str) -> bool {
    let described = name.strip_prefix("@types/");
    let name = described.unwrap_or(name);
    let uses = [format!("'{name}'"), format!("'{name}/"), format!("\"{name}\""), format!("node_modules/{name}/")];
    uses.iter().any(|use_of| sources.contains(use_of)) || described == Some("node") && sources.contains("'node:")
}

/// The text of all files with these endings, in some files and folders.
fn text_of(places: &[std::path::PathBuf], endings: &[&str]) -> Result<String> {
    let mut text = String::new();
    let own = |entry: &walkdir::DirEntry| entry.file_name() != "node_modules";
    let walks = places.iter().filter(|place| place.exists()).map(WalkDir::new);
    for entry in walks.flat_map(|walk| walk.into_iter().filter_entry(own)) {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy();
        if entry.file_type().is_file() && endings.iter().any(|ending| name.ends_with(ending)) {
            text += &fs::read_to_string(entry.path())
                .with_context(|| format!("{} cannot be read", project::shown(entry.path())))?;
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_used_where_its_name_stands_in_a_path() {
        let sources = "use serde_json::Value;\n// once we had walkdir";
        for (name, used) in [("serde_json", true), ("serde-json", true), ("walkdir", false)] {
            assert_eq!(names_crate(sources, name), used, "{name}");
        }
    }

    #[test]
    fn a_package_is_used_where_it_is_imported_run_or_a_setting_names_it() {
        let sources = "import 'tsx'; import { x } from 'axe-core/axe.js'; \"node_modules/binaryen/bin\" \"types\": [\"chrome\"] 'node:fs'";
        for (name, used) in [
            ("tsx", true),
            ("axe-core", true),
            ("binaryen", true),
            ("@types/chrome", true),
            ("@types/node", true),
            ("@types/left", false),
            ("left-pad", false),
        ] {
            assert_eq!(names_package(sources, name), used, "{name}");
        }
    }
}
