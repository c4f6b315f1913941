//! `cargo xtask articles`: as many made-up articles as somebody wants, to try `hearsay batch` at size.

use std::io::{self, BufWriter, Write as _};

use anyhow::Result;
use serde_json::json;

use crate::bench::text::Paragraphs;

/// Words of a usual news article.
const WORDS: usize = 600;

/// Print made-up articles of 600 words, one JSON object a line as `hearsay batch` reads them
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How many.
    number: usize,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut paragraphs = Paragraphs::new()?;
    let mut out = BufWriter::new(io::stdout().lock());
    for id in 0..arguments.number {
        writeln!(out, "{}", json!({"id": id, "host": "merrowpost.example", "text": paragraphs.text(WORDS)}))?;
    }
    out.flush()?;
    Ok(())
}
