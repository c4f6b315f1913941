//! A page's claims as a file, for a page of the extension to save.

use js_sys::Error;
use serde::Deserialize;
use wasm_bindgen::prelude::*;

use super::{offsets, thrown, value};
use crate::document::Document;
use crate::export::{Format, Page, Place, export};
use crate::report::Report;

/// A page as it is exported.
#[derive(Deserialize, tsify::Tsify)]
#[serde(rename_all = "camelCase")]
struct ExportedPage {
    /// The page's address.
    url: String,
    /// The page's title.
    title: String,
    /// The article as it was read.
    document: Document,
    /// For each block of the article, where its text stands on the page.
    places: Vec<Vec<Place>>,
}

/// Writes the claims of a page as the content of a file. Offsets are UTF-16 code units within a block.
///
/// # Errors
/// Throws a `TypeError` that says what is wrong when a value has not the shape it should have.
#[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
#[wasm_bindgen(js_name = exportClaims)]
pub fn export_claims(
    #[wasm_bindgen(unchecked_param_type = "Format")] format: JsValue,
    #[wasm_bindgen(unchecked_param_type = "ExportedPage")] page: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Report")] report: JsValue,
) -> Result<String, Error> {
    let format: Format = value::read(format, "format")?;
    let mut page: ExportedPage = value::read(page, "page")?;
    let mut report: Report = value::read(report, "report")?;
    offsets::places_to_bytes(&mut page.places, &page.document);
    offsets::report_to_bytes(&mut report, &page.document);
    offsets::to_bytes(&mut page.document).map_err(thrown::out_of_range)?;
    let ExportedPage { url, title, document, places } = &page;
    export(format, &Page { url, title, document, places }, &report).map_err(thrown::failed)
}
