//! The claims of one article as a person reads them in a terminal.

use std::io::{self, Write};

use hearsay::Report;
use hearsay::document::plain_text::PlainText;

pub(crate) fn write(out: &mut impl Write, text: &str, read: &PlainText, report: &Report) -> io::Result<()> {
    for claim in &report.claims {
        let content: Vec<&str> = claim.content.iter().filter_map(|&span| text.get(read.place(span)?)).collect();
        writeln!(out, "{} {}", claim.depth, content.join(" … "))?;
    }
    Ok(())
}
