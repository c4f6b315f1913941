//! Rust errors as JavaScript's own kinds of error, ready to be thrown.

use std::fmt::Display;

use js_sys::{Error, RangeError, TypeError};

/// A value that is not what was asked for, as a `TypeError`.
pub(super) fn unlike(error: impl Display) -> Error {
    TypeError::new(&error.to_string()).into()
}

/// A number or a length that lies outside what is allowed, as a `RangeError`.
pub(super) fn out_of_range(error: impl Display) -> Error {
    RangeError::new(&error.to_string()).into()
}

/// Anything else that went wrong, as a plain `Error`.
pub(super) fn failed(error: impl Display) -> Error {
    Error::new(&error.to_string())
}
