//! The functions that JavaScript calls.

use js_sys::Error;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::offsets::Utf16;
use super::{document, limit, thrown};
use crate::document::{Block, Document};
use crate::report::Report;

/// What is read to be ready: one paragraph for each shape that attribution commonly takes.
const FIRST: &str = include_str!("first.txt");

/// Makes the engine ready: it makes its tables, and a browser compiles what runs. The first article then takes little
/// longer than any other. Whoever loads the engine calls this while the article is still on its way.
#[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
#[wasm_bindgen]
pub fn prepare() {
    let block = |text: &str| Block { text: text.to_owned(), ..Block::default() };
    let blocks = FIRST.lines().map(block).collect();
    // What it finds is nothing to anybody.
    let _ = crate::analyze(&Document { blocks, ..Document::default() });
}

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
    let document = document::read(document).map_err(thrown::unlike)?.in_bytes().map_err(thrown::out_of_range)?;
    limit::check(&document).map_err(thrown::out_of_range)?;
    let report = Utf16::<Report>::of(crate::analyze(&document), &document);
    // `null`, not `undefined`: it survives a message between the parts of an extension.
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    report.serialize(&serializer).map_err(thrown::failed)
}
