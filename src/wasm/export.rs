//! A page's claims as a file, and a trail as one, for a page of the extension to save.

use js_sys::Error;
use serde::Deserialize;
use wasm_bindgen::prelude::*;

use super::offsets::Utf16;
use super::{thrown, value};
use crate::document::Document;
use crate::export::{self, Format, Page, Place, Trail, export};
use crate::report::Report;

/// A page as it is exported.
#[derive(Deserialize, tsify::Tsify)]
#[serde(rename_all = "camelCase")]
struct ExportedPage {
    /// The page's address.
    url: String,
    /// The page's title.
    title: String,
    /// Who wrote it, as the page says; empty when it does not.
    author: String,
    /// When it was published, by ISO 8601; empty when the page does not say.
    published: String,
    /// The article as it was read.
    #[tsify(type = "Document")]
    document: Utf16<Document>,
    /// For each block of the article, where its text stands on the page.
    #[tsify(type = "Place[][]")]
    places: Utf16<Vec<Vec<Place>>>,
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
    let ExportedPage { url, title, author, published, document, places } = value::read(page, "page")?;
    let report: Utf16<Report> = value::read(report, "report")?;
    let document = document.in_bytes().map_err(thrown::out_of_range)?;
    let (places, report) = (places.in_bytes(&document), report.in_bytes(&document));
    let page =
        Page { url: &url, title: &title, author: &author, published: &published, document: &document, places: &places };
    export(format, &page, &report).map_err(thrown::failed)
}

/// Writes a trail as the content of a Markdown file.
///
/// # Errors
/// Throws a `TypeError` that says what is wrong when the value is no trail.
#[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
#[wasm_bindgen(js_name = trailInMarkdown)]
pub fn trail_in_markdown(#[wasm_bindgen(unchecked_param_type = "Trail")] trail: JsValue) -> Result<String, Error> {
    let trail: Trail = value::read(trail, "trail")?;
    Ok(export::markdown(&trail))
}

/// Writes a trail as the content of a JSON-LD file.
///
/// # Errors
/// Throws a `TypeError` that says what is wrong when the value is no trail.
#[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
#[wasm_bindgen(js_name = trailInJsonLd)]
pub fn trail_in_json_ld(#[wasm_bindgen(unchecked_param_type = "Trail")] trail: JsValue) -> Result<String, Error> {
    let trail: Trail = value::read(trail, "trail")?;
    export::json_ld(&trail).map_err(thrown::failed)
}
