//! `cargo xtask articles`: as many made-up articles as somebody wants, to try `hearsay batch` at size.

use std::io::{self, BufWriter, Write};

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
    write(arguments.number, &mut BufWriter::new(io::stdout().lock()))
}

/// Writes so many rows.
pub(crate) fn write(number: usize, out: &mut impl Write) -> Result<()> {
    let mut paragraphs = Paragraphs::new()?;
    for id in 0..number {
        writeln!(out, "{}", json!({"id": id, "host": "merrowpost.example", "text": paragraphs.text(WORDS)}))?;
    }
    out.flush()?;
    Ok(())
}
