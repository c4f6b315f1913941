//! `hearsay analyze`: one text, its claims for a person or as JSON.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use hearsay::document::plain_text::PlainText;
use serde::Serialize;

use super::claim_json::{self, ClaimJson};
use super::{host, input, page};

/// The claims of one article
#[derive(Args)]
#[command(after_help = "\
The text is UTF-8, its blocks (headline, paragraphs, captions) separated by blank lines.

Examples:
  hearsay analyze article.txt
  hearsay analyze --host lantern.example < article.txt
  hearsay analyze --json article.txt | jq '.claims[] | {depth, chain}'")]
pub(crate) struct Options {
    /// The article; standard input if none is named
    file: Option<PathBuf>,
    /// Print JSON: {"claims": […]}, places as [start, end) in Unicode code points
    #[arg(long)]
    json: bool,
    /// The site that published the article; its own outlets are not a hand
    #[arg(long, value_name = "DOMAIN")]
    host: Option<String>,
}

#[derive(Serialize)]
struct Answer<'r> {
    claims: Vec<ClaimJson<'r>>,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let text = input::text(options.file.as_deref())?;
    let read = PlainText::read(&text, host(options.host.as_deref()));
    let report = hearsay::analyze(&read.document);
    let mut out = BufWriter::new(anstream::stdout().lock());
    if options.json {
        serde_json::to_writer(&mut out, &Answer { claims: claim_json::claims(&text, &read, &report) })
            .map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        page::write(&mut out, page::width(), &text, &read, &report)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
