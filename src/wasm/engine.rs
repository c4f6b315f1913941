//! The function that JavaScript calls.

use js_sys::Error;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{document, limit, offsets, thrown};

/// Finds every attributed claim of an article. Offsets in both directions are UTF-16 code units within a block.
///
/// A lone surrogate in a text is read as U+FFFD, which is one code unit too, so no offset moves.
///
/// # Errors
/// Throws a `TypeError` that says what is wrong when the value is not a document; a `RangeError` when a link does not lie
/// in its block's text, or the article is too long to be read at once.
#[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn analyze(#[wasm_bindgen(unchecked_param_type = "Document")] document: &JsValue) -> Result<JsValue, Error> {
    let mut document = document::read(document).map_err(thrown::unlike)?;
    limit::check(&document).map_err(thrown::out_of_range)?;
    offsets::to_bytes(&mut document).map_err(thrown::out_of_range)?;
    let mut report = crate::analyze(&document);
    offsets::to_utf16(&mut report, &document);
    // `null`, not `undefined`: it survives a message between the parts of an extension.
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    report.serialize(&serializer).map_err(thrown::failed)
}
