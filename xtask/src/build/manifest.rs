//! One manifest source, two manifests: each browser is spared the keys that only the other one reads.

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

/// A family of browsers with its own manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    Chrome,
    Firefox,
}

impl Browser {
    pub(crate) const ALL: [Self; 2] = [Self::Chrome, Self::Firefox];

    /// The browser's name in the names of files and folders.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chrome => "chrome",
            Self::Firefox => "firefox",
        }
    }
}

/// The manifest for one browser, from the source of both. The version is that of the Rust package.
///
/// # Errors
/// When the source is no JSON object, or offers the engine's module to web pages, which nobody needs.
pub(crate) fn for_browser(source: &str, browser: Browser) -> Result<String> {
    let mut manifest: Map<String, Value> =
        serde_json::from_str(source).context("extension/manifest.json is not a JSON object")?;
    if manifest.get("web_accessible_resources").is_some_and(|list| list.to_string().contains("wasm")) {
        bail!(
            "extension/manifest.json offers the engine to web pages: take the module out of web_accessible_resources"
        );
    }
    manifest.insert("version".to_owned(), env!("CARGO_PKG_VERSION").into());
    let background = manifest.get_mut("background").and_then(Value::as_object_mut);
    match browser {
        // Chrome warns about `scripts` beside `service_worker`, and about a key it does not know.
        Browser::Chrome => {
            background.map(|background| background.remove("scripts"));
            manifest.remove("browser_specific_settings");
            manifest.remove("sidebar_action");
        }
        Browser::Firefox => {
            background.map(|background| background.remove("service_worker"));
            manifest.remove("minimum_chrome_version");
            manifest.remove("side_panel");
            if let Some(permissions) = manifest.get_mut("permissions").and_then(Value::as_array_mut) {
                permissions.retain(|permission| permission != "sidePanel");
            }
            for command in manifest.get_mut("commands").and_then(Value::as_object_mut).into_iter().flatten() {
                free_for_firefox(command.1);
            }
        }
    }
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

/// Alt with Shift is how Firefox presses a page's access keys, and a page has them before an extension; with Alt alone it
/// is Chrome that does.
fn free_for_firefox(command: &mut Value) {
    let Some(key) = command.pointer_mut("/suggested_key/default") else { return };
    if let Some(letter) = key.as_str().and_then(|key| key.strip_prefix("Alt+Shift+")) {
        *key = format!("Alt+{letter}").into();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#"{
        "manifest_version": 3,
        "background": {"service_worker": "background.js", "scripts": ["background.js"], "type": "module"},
        "permissions": ["sidePanel", "storage"],
        "commands": {"open-panel": {"suggested_key": {"default": "Alt+Shift+K"}}},
        "side_panel": {"default_path": "side-panel.html"},
        "sidebar_action": {"default_panel": "side-panel.html"},
        "minimum_chrome_version": "131",
        "browser_specific_settings": {"gecko": {"id": "hearsay@example.org"}}
    }"#;

    fn parsed(browser: Browser) -> Value {
        serde_json::from_str(&for_browser(SOURCE, browser).unwrap()).unwrap()
    }

    #[test]
    fn each_browser_gets_only_its_own_keys() {
        let chrome = parsed(Browser::Chrome);
        assert_eq!(chrome["background"], serde_json::json!({"service_worker": "background.js", "type": "module"}));
        assert!(chrome.get("browser_specific_settings").is_none());
        assert_eq!((chrome.get("side_panel").is_some(), chrome.get("sidebar_action").is_some()), (true, false));
        assert_eq!(chrome["permissions"], serde_json::json!(["sidePanel", "storage"]));
        let firefox = parsed(Browser::Firefox);
        assert_eq!(firefox["background"], serde_json::json!({"scripts": ["background.js"], "type": "module"}));
        assert!(firefox.get("minimum_chrome_version").is_none());
        assert_eq!((firefox.get("side_panel").is_some(), firefox.get("sidebar_action").is_some()), (false, true));
        assert_eq!(firefox["permissions"], serde_json::json!(["storage"]));
        let key = "/commands/open-panel/suggested_key/default";
        assert_eq!(
            (chrome.pointer(key).unwrap(), firefox.pointer(key).unwrap()),
            (&"Alt+Shift+K".into(), &"Alt+K".into())
        );
    }

    #[test]
    fn the_version_is_the_packages() {
        assert_eq!(parsed(Browser::Chrome)["version"], env!("CARGO_PKG_VERSION"));
    }

    #[test]
    fn the_engine_is_never_offered_to_web_pages() {
        let source = r#"{"web_accessible_resources": [{"resources": ["hearsay.wasm"], "matches": ["*://*/*"]}]}"#;
        let message = for_browser(source, Browser::Chrome).unwrap_err().to_string();
        assert!(message.contains("web_accessible_resources"), "{message}");
    }
}
