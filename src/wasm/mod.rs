//! The only place that knows JavaScript: an article comes in as a plain object, a report goes out as one, with every
//! offset counted in UTF-16 code units of its block.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::document::Document;
use crate::report::Report;

/// Finds every attributed claim of an article. Offsets in both directions are UTF-16 code units within a block.
///
/// # Errors
/// Throws an `Error` that names the field when the value is not a document.
#[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn analyze(#[wasm_bindgen(unchecked_param_type = "Document")] document: JsValue) -> Result<JsValue, JsError> {
    let document: Document = serde_wasm_bindgen::from_value(document)?;
    let report: Report = crate::analyze(&document);
    // `null`, not `undefined`: it survives a message between the parts of an extension.
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    Ok(report.serialize(&serializer)?)
}
