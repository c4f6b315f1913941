//! A page's claims as a file that other programs read: W3C Web Annotations, a table, a page of text.
//!
//! In go a [`Page`] (where the text comes from, and where it stands there) and the claims found in it; out comes the
//! content of one file. Each format has its own module; what all of them say of a claim is decided in
//! [`wording`](crate::wording), and which words of the page it stands on in `passage`.
//!
//! Files speak English, whatever language the interface has: so do the articles that they quote, a table keeps the names
//! of its columns wherever it is opened, and the same page gives everybody the same file.

mod annotation;
mod csv;
mod identifier;
mod markdown;
mod passage;

use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::report::Report;

/// What a file of claims is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm-views", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// JSON-LD by the W3C Web Annotation Data Model: one annotation for each claim.
    Annotation,
    /// A table for a spreadsheet, by RFC 4180: one row for each claim.
    Csv,
    /// A text for people.
    Markdown,
}

/// A page as it is exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<'d> {
    /// The page's address. Empty when it has none: then annotations name the text itself.
    pub url: &'d str,
    /// The page's title. Empty when it has none: then the headline stands in.
    pub title: &'d str,
    /// The text that was analysed.
    pub document: &'d Document,
    /// For each block of the document, where its text stands on the page.
    pub places: &'d [Vec<Place>],
}

/// A run of a block's text that stands on the page as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm-views", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Where the run begins in the block's text. UTF-8 bytes inside the engine, UTF-16 code units in JavaScript.
    pub at: u32,
    /// Where the run begins in the text of the whole page, in Unicode code points.
    pub position: u32,
}

impl Page<'_> {
    /// What the page is called; empty when nothing is known.
    fn name(&self) -> &str {
        let title = if self.title.is_empty() { self.document.headline() } else { Some(self.title) };
        title.unwrap_or_default().trim()
    }

    /// The address of the page, or a name for its text.
    fn source(&self) -> String {
        if !self.url.is_empty() {
            return self.url.to_owned();
        }
        identifier::of(self.document.blocks.iter().map(|block| block.text.as_bytes()))
    }
}

/// Writes the claims of a page.
///
/// # Errors
/// When a value cannot be written in the format, which the types of a report rule out.
pub fn export(format: Format, page: &Page, report: &Report) -> Result<String, Unwritable> {
    match format {
        Format::Annotation => annotation::write(page, report),
        Format::Csv => csv::write(page, report),
        Format::Markdown => Ok(markdown::write(page, report)),
    }
}

/// A report that could not be written in a format.
#[derive(Debug)]
pub struct Unwritable(String);

impl std::fmt::Display for Unwritable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the claims cannot be written: {}", self.0)
    }
}

impl std::error::Error for Unwritable {}

impl From<serde_json::Error> for Unwritable {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<::csv::Error> for Unwritable {
    fn from(error: ::csv::Error) -> Self {
        Self(error.to_string())
    }
}

#[cfg(test)]
mod tests;
