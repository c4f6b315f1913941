//! Hearsay finds the claims that an article puts in another mouth, and counts the hands each has passed through.
//!
//! Text goes in at the top, claims come out at the bottom, and nothing flows back: [`document`] is what an analysis is
//! given, [`text`] reads it into words, [`attribution`] finds who said what, [`sources`] finds out who that is,
//! [`chain`] counts the hands, and [`report`] is what comes out.

pub mod attribution;
pub mod chain;
pub mod document;
#[cfg(feature = "export")]
pub mod export;
pub mod lexicon;
mod order;
pub mod report;
pub mod source_map;
pub mod sources;
mod table;
pub mod text;
#[cfg(any(feature = "wasm", test))]
mod wasm;
pub mod weights;
pub mod wording;

pub use document::{Block, Document, Host, Region};
pub use report::{Claim, Report};

/// Finds every attributed claim of a document. The same answer for the same document, on every platform.
#[must_use]
pub fn analyze(document: &Document) -> Report {
    let text = text::read(document);
    let findings = attribution::find(&text);
    let sources = sources::resolve(&text, &findings);
    chain::build(&text, &findings, &sources)
}
