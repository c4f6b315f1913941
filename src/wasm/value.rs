//! Plain JavaScript objects as Rust values.

use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// Reads a value.
///
/// # Errors
/// Says what is wrong with the value, and what it should have been.
pub(super) fn read<T: DeserializeOwned>(value: JsValue, what: &str) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value).map_err(|error| JsError::new(&format!("Not a {what}: {}", reason(&error))))
}

/// What an error says, without the name of its JavaScript class.
fn reason(error: &serde_wasm_bindgen::Error) -> String {
    let text = error.to_string();
    text.strip_prefix("Error: ").map_or(text.clone(), str::to_owned)
}
