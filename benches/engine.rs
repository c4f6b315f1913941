//! How long the engine takes, and next to it the least that any reader of text has to do: a walk over the words with
//! `unicode-segmentation`. `cargo xtask bench` runs it; to run it by hand:
//!
//!     cargo run --release --example engine-speed -- FILE 1000 10000
//!
//! FILE is plain text. For each number the whole of it is read in pieces of about so many words. One line of JSON comes
//! out for each number: `words` a piece is cut to, `taken` words and `bytes` in all, and the seconds of `engine` and `walk`,
//! each the shortest of several runs that take turns.

use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use anyhow::Context;
use hearsay::document::plain_text::PlainText;
use hearsay::{Document, Host};
use unicode_segmentation::UnicodeSegmentation;

/// How often each is measured.
const RUNS: usize = 5;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().context("Say which text, and how many words a piece of it shall have.")?;
    let text = std::fs::read_to_string(&file)?;
    let paragraphs: Vec<&str> = text.split("\n\n").filter(|paragraph| !paragraph.is_empty()).collect();
    for words in arguments {
        let words: usize = words.parse()?;
        let pieces = cut(&paragraphs, words);
        let documents = || pieces.iter().flat_map(|piece| &piece.blocks);
        let bytes: usize = documents().map(|block| block.text.len()).sum();
        let taken: usize = documents().map(|block| block.text.split_whitespace().count()).sum();
        let (mut engine, mut walk) = (Duration::MAX, Duration::MAX);
        for _ in 0..RUNS {
            engine = engine.min(time(|| pieces.iter().map(|piece| hearsay::analyze(piece).claims.len()).sum()));
            walk = walk.min(time(|| documents().map(|block| block.text.unicode_words().count()).sum()));
        }
        let line = serde_json::json!({
            "words": words,
            "taken": taken,
            "bytes": bytes,
            "engine": engine.as_secs_f64(),
            "walk": walk.as_secs_f64(),
        });
        writeln!(io::stdout(), "{line}")?;
    }
    Ok(())
}

/// The paragraphs as documents of at least so many words each.
fn cut(paragraphs: &[&str], words: usize) -> Vec<Document> {
    let (mut pieces, mut piece, mut count) = (Vec::new(), String::new(), 0);
    for (index, paragraph) in paragraphs.iter().enumerate() {
        piece += paragraph;
        piece += "\n\n";
        count += paragraph.split_whitespace().count();
        if count >= words || index + 1 == paragraphs.len() {
            pieces.push(PlainText::read(&piece, Host::default()).document);
            piece.clear();
            count = 0;
        }
    }
    pieces
}

fn time(work: impl FnOnce() -> usize) -> Duration {
    let begin = Instant::now();
    black_box(work());
    begin.elapsed()
}
