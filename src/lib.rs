//! Hearsay finds the claims that an article puts in another mouth, and counts the hands each has passed through.
//!
//! [`document`] is what an analysis is given, and [`report`] what comes out. [`wording`] says a report in English,
//! [`source_map`] draws it, and with the feature `export` a module of that name writes it as a file.
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

// Open for `xtask`, which trains and measures the engine's parts, and no part of the API.
#[doc(hidden)]
pub mod attribution;
#[doc(hidden)]
pub mod chain;
pub mod document;
#[cfg(feature = "export")]
pub mod export;
mod folding;
pub mod language;
#[doc(hidden)]
pub mod lexicon;
mod order;
pub mod report;
pub mod source_map;
#[doc(hidden)]
pub mod sources;
mod table;
#[doc(hidden)]
pub mod text;
#[cfg(feature = "trail")]
pub mod trail;
mod version;
#[cfg(any(feature = "wasm", test))]
mod wasm;
#[doc(hidden)]
pub mod weights;
pub mod wording;

pub use document::{Block, Document, Host, Region};
pub use report::{Claim, Report, Unread};
pub use version::version;

/// Finds every attributed claim of a document. The same answer for the same document, on every platform.
///
/// It takes time in proportion to the text, and never panics. A document of more than [`Document::MOST_BYTES`] is not
/// read: its report has no claims, and says so in [`Report::unread`].
#[must_use]
pub fn analyze(document: &Document) -> Report {
    read(document, attribution::find)
}

/// The same with one veto left out, to see what it is worth.
#[doc(hidden)]
#[must_use]
pub fn analyze_without(document: &Document, veto: &str) -> Report {
    read(document, |text| attribution::find_without(text, veto))
}

fn read(document: &Document, find: impl Fn(&text::Text) -> attribution::Findings) -> Report {
    if document.bytes() > Document::MOST_BYTES {
        return Report::unread(Unread::TooLong);
    }
    let text = text::read(document);
    let findings = find(&text);
    let sources = sources::resolve(&text, &findings);
    Report { engine: version().to_owned(), ..chain::build(&text, &findings, &sources) }
}
