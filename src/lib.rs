//! Hearsay finds the claims that an article puts in another mouth, and counts the hands each has passed through.

pub mod attribution;
pub mod document;
pub mod lexicon;
pub mod report;
pub mod text;
#[cfg(feature = "wasm")]
mod wasm;
pub mod weights;

pub use document::{Block, Document, Host, Region};
pub use report::{Claim, Report};

/// Finds every attributed claim of a document.
#[must_use]
pub fn analyze(document: &Document) -> Report {
    let _ = document;
    Report::default()
}
