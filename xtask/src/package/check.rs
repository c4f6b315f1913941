//! A look at a package as a store would: is its manifest one, is every file there that it names, does it run its own code
//! and no other?

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

/// The sizes of the icon that the browsers and their stores show, in pixels.
const ICONS: [&str; 2] = ["48", "128"];

/// What a page of the extension may take scripts from: the package, and the engine in it.
const OWN_CODE: [&str; 2] = ["'self'", "'wasm-unsafe-eval'"];

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
    wrong.extend(
        ["name", "description", "default_locale"]
            .into_iter()
            .filter(|key| !manifest[key].is_string())
            .map(|key| format!("{key} is missing")),
    );
    wrong.extend(icon_faults(&manifest, files));
    wrong.extend(foreign_code(&manifest));
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

/// Icons that are missing, and icons of another size than the manifest says.
fn icon_faults(manifest: &Value, files: &[File]) -> Vec<String> {
    let missing = ICONS.into_iter().filter(|size| manifest["icons"][size].is_null());
    let missing = missing.map(|size| format!("icons has none of {size} pixels"));
    let shown = [&manifest["icons"], &manifest["action"]["default_icon"], &manifest["sidebar_action"]["default_icon"]];
    let shown = shown.into_iter().filter_map(Value::as_object).flatten();
    let other = shown.filter_map(|(size, name)| {
        let name = name.as_str()?;
        let (width, height) = pixels(&files.iter().find(|file| file.name == name)?.content)?;
        (![width, height].iter().all(|side| side.to_string() == *size))
            .then(|| format!("{name} has {width} × {height} pixels, not {size}"))
    });
    missing.chain(other).collect()
}

/// Width and height of a PNG, which stand in its first chunk.
fn pixels(png: &[u8]) -> Option<(u32, u32)> {
    let side = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    Some((side(16)?, side(20)?))
}

/// Where a page of the extension might take code from elsewhere.
fn foreign_code(manifest: &Value) -> Vec<String> {
    let Some(policy) = manifest["content_security_policy"]["extension_pages"].as_str() else {
        return vec!["content_security_policy.extension_pages is missing".to_owned()];
    };
    let directives: Vec<Vec<&str>> = policy.split(';').map(|part| part.split_whitespace().collect()).collect();
    let of =
        |name: &str| directives.iter().find(|words| words.first() == Some(&name)).map_or(&[][..], |words| &words[1..]);
    let mut wrong = Vec::new();
    if of("default-src") != ["'none'"] {
        wrong.push("the policy's default-src is not 'none'".to_owned());
    }
    for source in of("script-src").iter().filter(|source| !OWN_CODE.contains(source)) {
        wrong.push(format!("the policy takes scripts from {source}"));
    }
    for source in of("connect-src").iter().filter(|source| **source != "'self'") {
        wrong.push(format!("the policy lets pages connect to {source}"));
    }
    wrong
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

    /// A package with this manifest, its description, a script, and the icons.
    fn files(manifest: &Value, description: &str) -> Vec<File> {
        let messages = json!({"extension_description": {"message": description}});
        let parts: [(&str, Vec<u8>); 5] = [
            ("manifest.json", manifest.to_string().into()),
            ("_locales/en/messages.json", messages.to_string().into()),
            ("background.js", Vec::new()),
            ("icons/48.png", png(48)),
            ("icons/128.png", png(128)),
        ];
        parts.map(|(name, content)| File { name: name.to_owned(), content, executable: false }).to_vec()
    }

    /// The beginning of a PNG.
    fn png(side: u32) -> Vec<u8> {
        let size = side.to_be_bytes();
        [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &size, &size].concat()
    }

    #[test]
    fn each_fault_is_named() {
        let sound = json!({
            "manifest_version": 3,
            "version": VERSION,
            "name": "Hearsay",
            "description": "__MSG_extension_description__",
            "default_locale": "en",
            "icons": {"48": "icons/48.png", "128": "icons/128.png"},
            "background": {"service_worker": "background.js"},
            "content_security_policy": {"extension_pages": "default-src 'none'; script-src 'self'; connect-src 'self'"},
        });
        let with = |key: &str, value: Value| {
            let mut manifest = sound.clone();
            manifest[key] = value;
            manifest
        };
        let policy = |policy: &str| with("content_security_policy", json!({"extension_pages": policy}));
        let long = "x".repeat(LONGEST_DESCRIPTION + 1);
        for (browser, manifest, description, fault) in [
            (Browser::Chrome, sound.clone(), "Marks claims.", None),
            (Browser::Firefox, sound.clone(), "Marks claims.", Some("gecko.id")),
            (Browser::Chrome, with("version", json!("0.0.0")), "Marks claims.", Some("Cargo.toml")),
            (Browser::Chrome, with("manifest_version", json!(2)), "Marks claims.", Some("not 3")),
            (Browser::Chrome, with("name", Value::Null), "Marks claims.", Some("name is missing")),
            (
                Browser::Chrome,
                with("action", json!({"default_popup": "lost.html"})),
                "Marks claims.",
                Some("lost.html"),
            ),
            (Browser::Chrome, sound.clone(), long.as_str(), Some("133 characters")),
            (
                Browser::Chrome,
                with("icons", json!({"48": "icons/48.png"})),
                "Marks claims.",
                Some("none of 128 pixels"),
            ),
            (
                Browser::Chrome,
                with("action", json!({"default_icon": {"16": "icons/48.png"}})),
                "Marks claims.",
                Some("48 × 48 pixels, not 16"),
            ),
            (Browser::Chrome, with("content_security_policy", json!({})), "Marks claims.", Some("extension_pages")),
            (Browser::Chrome, policy("script-src 'self'"), "Marks claims.", Some("default-src")),
            (
                Browser::Chrome,
                policy("default-src 'none'; script-src 'self' https://code.example"),
                "Marks claims.",
                Some("scripts from https://code.example"),
            ),
            (Browser::Chrome, policy("default-src 'none'; connect-src *"), "Marks claims.", Some("connect to *")),
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
