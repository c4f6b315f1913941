//! How much memory the engine takes for one article, told by its own allocations: what the program around it holds (the
//! file, its other copies, what the system keeps for it) is not counted. `cargo xtask bench` and `cargo xtask evaluate`
//! run it; to run it by hand:
//!
//!     cargo run --release --example engine-memory -- FILE 1000 10000
//!
//! FILE is plain text. For each number an article of about so many words is read from its beginning. One line of JSON
//! comes out for each: the `words` asked for, those `taken` and their `bytes`, how many `allocations` were made from the
//! text to the report, and `peak`, the most bytes that were held at once, the document and the report with them.

use std::hint::black_box;
use std::io::{self, Write};

use anyhow::Context;
use hearsay::Host;
use hearsay::document::plain_text::PlainText;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().context("Say which text, and how many words of it shall be read.")?;
    let text = std::fs::read_to_string(&file)?;
    for words in arguments {
        let words: usize = words.parse()?;
        let article = beginning(&text, words);
        let held = allocation_counter::measure(|| {
            let read = PlainText::read(article, Host::default());
            black_box(hearsay::analyze(&read.document));
        });
        let line = serde_json::json!({
            "words": words,
            "taken": article.split_whitespace().count(),
            "bytes": article.len(),
            "allocations": held.count_total,
            "peak": held.bytes_max,
        });
        writeln!(io::stdout(), "{line}")?;
    }
    Ok(())
}

/// Whole paragraphs from the beginning, of so many words or a few more.
fn beginning(text: &str, words: usize) -> &str {
    let (mut count, mut end) = (0, 0);
    for paragraph in text.split_inclusive("\n\n") {
        if count >= words {
            break;
        }
        count += paragraph.split_whitespace().count();
        end += paragraph.len();
    }
    &text[..end]
}
