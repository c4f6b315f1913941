//! `hearsay analyze`: one text, its claims for a person or as JSON.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use hearsay::export::{self, Place};
use hearsay::report::Report;
use hearsay::{Document, Unread};
use serde_json::Map;

use super::answer::Answer;
use super::article::Article;
use super::code_points::CodePoints;
use super::progress::Progress;
use super::{host, input, page};

/// What the claims are printed as.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For a person at a terminal
    Text,
    /// {"claims": […]} as docs/claims.schema.json explains it, places as [start, end) in Unicode code points
    Json,
    /// W3C Web Annotations as JSON-LD
    Annotation,
    /// A table for a spreadsheet
    Csv,
    /// A text with the claims as quotations
    Markdown,
    /// A page with a table, which word processors open
    Html,
}

/// The claims of one article
#[derive(Args)]
#[command(after_help = "\
The text is UTF-8, its blocks (headline, paragraphs, captions) separated by blank lines.

Examples:
  hearsay analyze article.txt
  hearsay analyze --host lantern.example < article.txt
  hearsay analyze --json article.txt | jq '.claims[] | {depth, chain}'
  hearsay analyze --format annotation --url https://lantern.example/orle article.txt")]
pub(crate) struct Options {
    /// The article; standard input if none is named
    file: Option<PathBuf>,
    /// What to print the claims as
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// The site that published the article; its own outlets are not a hand
    #[arg(long, value_name = "DOMAIN")]
    host: Option<String>,
    /// The address of the article, for exports, which else name the text itself; its site is the host if none is said
    #[arg(long)]
    url: Option<String>,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let text = input::text(options.file.as_deref())?;
    let site = options.url.as_deref().filter(|url| url.contains("://"));
    let read = Article::read(&text, None, host(options.host.as_deref().or(site)));
    let progress = Progress::reading(text.len());
    let report = hearsay::analyze(&read.document);
    progress.end();
    if report.unread == Some(Unread::TooLong) {
        let most = Document::MOST_BYTES / 1_000_000;
        anyhow::bail!("{} is longer than {most} MB; give one article at a time", input::name(options.file.as_deref()));
    }
    let mut out = BufWriter::new(anstream::stdout().lock());
    let format = if options.json { Format::Json } else { options.format };
    let file = match format {
        Format::Text => {
            page::write(&mut out, page::width(), &read.document, &report)?;
            None
        }
        Format::Json => {
            let answer = Answer::of(&text, &read, &report, Map::new());
            serde_json::to_writer(&mut out, &answer).map_err(io::Error::from)?;
            writeln!(out)?;
            None
        }
        Format::Annotation => Some(export::Format::Annotation),
        Format::Csv => Some(export::Format::Csv),
        Format::Markdown => Some(export::Format::Markdown),
        Format::Html => Some(export::Format::Html),
    };
    if let Some(file) = file {
        write!(out, "{}", exported(file, options, &text, &read, &report)?)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The claims as a file. The text given is the page, so places are counted from its beginning.
fn exported(
    format: export::Format,
    options: &Options,
    text: &str,
    read: &Article,
    report: &Report,
) -> anyhow::Result<String> {
    let points = CodePoints::of(text);
    let place = |start: usize| Some(Place { at: 0, position: u32::try_from(points.range(start..start)[0]).ok()? });
    let places: Vec<Vec<Place>> = read.starts.iter().map(|start| start.and_then(place).into_iter().collect()).collect();
    let url = options.url.as_deref().unwrap_or_default();
    let page = export::Page { url, title: "", author: "", published: "", document: &read.document, places: &places };
    Ok(export::export(format, &page, report)?)
}
