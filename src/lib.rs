//! Hearsay finds the claims that an article puts in another mouth, and counts the hands each has passed through.
//!
//! Text goes in at the top, claims come out at the bottom, and nothing flows back: [`document`] is what an analysis is
//! given, [`text`] reads it into words, [`attribution`] finds who said what, [`sources`] finds out who that is,
//! [`chain`] counts the hands, and [`report`] is what comes out.
//!
//! # A worked example
//!
//! A page read one outlet, and that outlet heard somebody. Those are two hands, from the page outwards.
//!
//! ```
//! use hearsay::document::{Block, Document};
//! use hearsay::analyze;
//!
//! let text = "The ferry will sail on Friday, the Pellworth Gazette reported, citing harbour master Nora Vey.";
//! let document = Document {
//!     blocks: vec![Block { text: text.to_owned(), ..Block::default() }],
//!     ..Document::default()
//! };
//! let report = analyze(&document);
//!
//! let [claim] = report.claims.as_slice() else { panic!("one claim") };
//! assert_eq!(document.words(claim.content[0]), Some("The ferry will sail on Friday"));
//! assert_eq!(claim.depth, 2);
//!
//! let hands: Vec<_> = claim.chain.iter().filter_map(|hop| hop.name.as_deref()).collect();
//! assert_eq!(hands, ["Pellworth Gazette", "Nora Vey"]);
//! ```
//!
//! Offsets in a [`Report`] are UTF-8 bytes of a block's text. The depth is read off the words alone: it is a lower
//! bound, and no verdict on what is true. `docs/sourcing-depth.md` has the definition.

pub mod attribution;
pub mod chain;
pub mod document;
#[cfg(feature = "export")]
pub mod export;
mod folding;
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
    report(&text, &findings)
}

/// The same with one [veto](attribution::vetoes) left out, to see what it is worth.
#[must_use]
pub fn analyze_without(document: &Document, veto: &str) -> Report {
    let text = text::read(document);
    let findings = attribution::find_without(&text, veto);
    report(&text, &findings)
}

fn report(text: &text::Text, findings: &attribution::Findings) -> Report {
    let sources = sources::resolve(text, findings);
    chain::build(text, findings, &sources)
}
