//! Finds the claims in a text and prints each with its depth: `cargo run --example claims`.

use hearsay::document::plain_text::PlainText;
use hearsay::{analyze, document::Host, wording};

/// Two paragraphs, parted by a blank line.
const ARTICLE: &str = "\
The ferry will sail on Friday, the Pellworth Gazette reported, citing harbour master Nora Vey.

Two port officials said that the pier was unsafe.";

#[expect(clippy::print_stdout, reason = "an example shows what it finds")]
fn main() {
    // Plain text becomes a document: blocks, and who publishes them. A program that knows its page's parts makes the
    // document itself.
    let document = PlainText::read(ARTICLE, Host::default()).document;
    for claim in analyze(&document).claims {
        println!("{}: {} ({})", claim.id, wording::words(&document, &claim.content), wording::depth(&claim));
    }
}
