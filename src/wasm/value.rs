//! Plain JavaScript objects as Rust values, and Rust errors as JavaScript's own kinds of error.

use std::fmt::Display;

use js_sys::{Error, RangeError, TypeError};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// Reads a value.
///
/// # Errors
/// A `TypeError` says what is wrong with the value, and what it should have been.
pub(super) fn read<T: DeserializeOwned>(value: JsValue, what: &str) -> Result<T, Error> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| TypeError::new(&format!("Not a {what}: {}", reason(&error))).into())
}

/// A number or a length that lies outside what is allowed, as a `RangeError`.
pub(super) fn out_of_range(error: impl Display) -> Error {
    RangeError::new(&error.to_string()).into()
}

/// Anything else that went wrong, as a plain `Error`.
pub(super) fn failed(error: impl Display) -> Error {
    Error::new(&error.to_string())
}

/// What an error says, without the name of its JavaScript class.
fn reason(error: &serde_wasm_bindgen::Error) -> String {
    let text = error.to_string();
    text.strip_prefix("Error: ").map_or(text.clone(), str::to_owned)
}
