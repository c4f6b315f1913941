//! A look at a package as a store would: is its manifest one, and is every file there that it names?

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::VERSION;
use super::archive::File;
use crate::build::Browser;

/// What a store counts for the description of an extension, in characters.
const LONGEST_DESCRIPTION: usize = 132;

/// Checks a package.
///
/// # Errors
/// When a store would refuse it; the message says what is missing.
pub(super) fn package(browser: Browser, files: &[File]) -> Result<()> {
    let wrong = faults(browser, files)?;
    if !wrong.is_empty() {
        bail!("The package for {} would be refused:\n  {}", browser.name(), wrong.join("\n  "));
    }
    Ok(())
}

fn faults(browser: Browser, files: &[File]) -> Result<Vec<String>> {
    let manifest = json(files, "manifest.json")?;
    let there: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let mut wrong: Vec<String> = named(&manifest)
        .into_iter()
        .filter(|name| !there.contains(name))
        .map(|name| format!("manifest.json names {name}, which is not in the package"))
        .collect();
    if manifest["manifest_version"] != 3 {
        wrong.push("manifest_version is not 3".to_owned());
    }
    if manifest["version"] != VERSION {
        wrong.push(format!("version is not {VERSION}, the one in Cargo.toml"));
    }
    if browser == Browser::Firefox && !manifest["browser_specific_settings"]["gecko"]["id"].is_string() {
        wrong.push("browser_specific_settings.gecko.id is missing".to_owned());
    }
    for language in there.iter().filter(|name| name.starts_with("_locales/") && name.ends_with("/messages.json")) {
        let description = json(files, language)?["extension_description"]["message"].as_str().unwrap_or("").to_owned();
        let length = description.chars().count();
        if !(1..=LONGEST_DESCRIPTION).contains(&length) {
            wrong.push(format!("{language}: the description has {length} characters, not 1 to {LONGEST_DESCRIPTION}"));
        }
    }
    // Sources, maps and hidden files have no business in a package.
    let stray = there.iter().filter(|name| name.ends_with(".map") || name.ends_with(".ts") || name.starts_with('.'));
    wrong.extend(stray.map(|name| format!("{name} does not belong into the package")));
    Ok(wrong)
}

/// One of the package's files as JSON.
fn json(files: &[File], name: &str) -> Result<Value> {
    let file = files.iter().find(|file| file.name == name);
    let file = file.with_context(|| format!("{name} is not in the package"))?;
    serde_json::from_slice(&file.content).with_context(|| format!("{name} is not JSON"))
}

/// Every file that a manifest names, wherever it does.
fn named(manifest: &Value) -> BTreeSet<&str> {
    match manifest {
        Value::String(text) => is_file(text).then_some(text.as_str()).into_iter().collect(),
        Value::Array(values) => values.iter().flat_map(named).collect(),
        Value::Object(entries) => entries.values().flat_map(named).collect(),
        _ => BTreeSet::new(),
    }
}

fn is_file(text: &str) -> bool {
    let endings = [".js", ".css", ".html", ".png", ".wasm", ".json"];
    !text.contains([' ', ':', '*']) && endings.iter().any(|ending| text.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A package with this manifest, its description, and one script.
    fn files(manifest: &Value, description: &str) -> Vec<File> {
        let messages = json!({"extension_description": {"message": description}});
        let parts = [
            ("manifest.json", manifest.to_string()),
            ("_locales/en/messages.json", messages.to_string()),
            ("background.js", String::new()),
        ];
        parts.map(|(name, text)| File { name: name.to_owned(), content: text.into(), executable: false }).to_vec()
    }

    #[test]
    fn each_fault_is_named() {
        let sound =
            json!({"manifest_version": 3, "version": VERSION, "background": {"service_worker": "background.js"}});
        let with = |key: &str, value: Value| {
            let mut manifest = sound.clone();
            manifest[key] = value;
            manifest
        };
        let long = "x".repeat(LONGEST_DESCRIPTION + 1);
        for (browser, manifest, description, fault) in [
            (Browser::Chrome, sound.clone(), "Marks claims.", None),
            (Browser::Firefox, sound.clone(), "Marks claims.", Some("gecko.id")),
            (Browser::Chrome, with("version", json!("0.0.0")), "Marks claims.", Some("Cargo.toml")),
            (Browser::Chrome, with("manifest_version", json!(2)), "Marks claims.", Some("not 3")),
            (Browser::Chrome, with("icons", json!({"16": "icons/lost.png"})), "Marks claims.", Some("icons/lost.png")),
            (Browser::Chrome, sound.clone(), long.as_str(), Some("133 characters")),
        ] {
            let found = faults(browser, &files(&manifest, description)).unwrap();
            assert_eq!(found.len(), usize::from(fault.is_some()), "{fault:?}: {found:?}");
            assert!(fault.is_none_or(|fault| found[0].contains(fault)), "{fault:?}: {found:?}");
        }
    }

    #[test]
    fn a_package_without_a_manifest_is_refused() {
        assert!(package(Browser::Chrome, &[]).unwrap_err().to_string().contains("manifest.json"));
    }
}
