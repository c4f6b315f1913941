//! A page's claims as a file that other programs read: W3C Web Annotations, a table, a page of text, a page with a table.
//! `docs/files.md` says what is in each.
//!
//! In go a [`Page`] (where the text comes from, and where it stands there) and the claims found in it; out comes the
//! content of one file. A claim that was followed from page to page is a file of its own, `trail`. Each format has its own module; what all of them say of a claim is decided in
//! [`wording`](crate::wording), and which words of the page it stands on in `passage`.
//!
//! Files speak English, whatever language the interface has: so do the articles that they quote, a table keeps the names
//! of its columns wherever it is opened, and the same page gives everybody the same file.

mod annotation;
mod csv;
mod deep_link;
mod html;
mod identifier;
mod markdown;
mod passage;
mod trail;

pub use trail::{Trail, TrailHand, TrailPage, json_ld, markdown};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::report::{Claim, ClaimId, Hop, Report};

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
    /// A page with a table, which word processors open.
    Html,
}

/// A page as it is exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<'d> {
    /// The page's address. Empty when it has none: then annotations name the text itself.
    pub url: &'d str,
    /// The page's title. Empty when it has none: then the headline stands in.
    pub title: &'d str,
    /// Who wrote it, as the page says: `Ann Roe, Tavi Ren`. Empty when it does not.
    pub author: &'d str,
    /// When it was published, as the page says, by ISO 8601: `2031-05-04`. Empty when it does not.
    pub published: &'d str,
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

    /// The address, where a file can lead to it: on the web.
    fn link(&self) -> Option<&str> {
        Some(self.url).filter(|url| is_on_web(url))
    }

    /// Who wrote it and when, on one line; empty when nothing is known.
    fn credits(&self) -> String {
        [self.author, self.published].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
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
    let report = numbered(report);
    match format {
        Format::Annotation => annotation::write(page, &report),
        Format::Csv => csv::write(page, &report),
        Format::Markdown => Ok(markdown::write(page, &report)),
        Format::Html => Ok(html::write(page, &report)),
    }
}

/// The claims by the numbers that a reader sees on the page: of those that are marked the first has 1, and none is
/// missing. A claim that is not in the report is spoken of by nobody.
fn numbered(report: &Report) -> Report {
    let places = report.claims.iter().zip(1..).map(|(claim, number)| (claim.id, ClaimId(number)));
    let numbers: BTreeMap<ClaimId, ClaimId> = places.collect();
    let number = |id: ClaimId| numbers.get(&id).copied();
    let claims = report.claims.iter().zip(1..).map(|(claim, place)| Claim {
        id: ClaimId(place),
        parent: claim.parent.and_then(number),
        continues: claim.continues.and_then(number),
        ..claim.clone()
    });
    Report { claims: claims.collect(), ..report.clone() }
}

/// Where a hand can be read, if that is an address on the web.
fn address(hop: &Hop) -> Option<&str> {
    hop.address.as_deref().filter(|address| is_on_web(address))
}

fn is_on_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
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
