//! Plain JavaScript objects as Rust values, for the views. The engine reads its documents itself, see `document`.

use js_sys::Error;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use super::thrown;

/// Reads a value.
///
/// # Errors
/// A `TypeError` says what is wrong with the value, and what it should have been.
pub(super) fn read<T: DeserializeOwned>(value: JsValue, what: &str) -> Result<T, Error> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        let text = error.to_string();
        // Without the name of its JavaScript class.
        let reason = text.strip_prefix("Error: ").unwrap_or(&text);
        thrown::unlike(format_args!("Not a {what}: {reason}"))
    })
}
