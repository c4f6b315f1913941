//! Walks the chain of each claim, from the page outwards to the origin: `cargo run --example chains`.

use hearsay::analyze;
use hearsay::document::{Block, Document, Host};
use hearsay::report::{Hop, Link};

#[expect(clippy::print_stdout, reason = "an example shows what it finds")]
fn main() {
    let document = Document {
        // What the publisher itself was told passes through no further hand.
        host: Host { names: vec!["Orme Bay Courier".to_owned()], domain: "ormebaycourier.example".to_owned() },
        blocks: vec![
            paragraph(
                "The pier has been sold, the Pellworth Gazette reported, citing two people close to the council.",
            ),
            paragraph("The report also said that the ferry would move to Orme Bay."),
        ],
    };
    for claim in analyze(&document).claims {
        println!("{}", document.host.domain);
        for hop in &claim.chain {
            println!("  ← {}", hand(&document, hop));
        }
    }
}

fn paragraph(text: &str) -> Block {
    Block { text: text.to_owned(), ..Block::default() }
}

/// A hand by its name, or by the page's words for it; with what else there is to say of it.
fn hand(document: &Document, hop: &Hop) -> String {
    let words = hop.span.and_then(|span| document.words(span));
    let called = hop.name.as_deref().or(words).unwrap_or("nobody named");
    let withheld = if hop.anonymous { ", whose name is kept from the reader" } else { "" };
    // An inherited hand is known from another claim of the same report: it is possible, and not counted.
    let perhaps = if hop.link == Link::Inherited { "perhaps " } else { "" };
    format!("{perhaps}{called}{withheld}")
}
