//! `cargo xtask pages`: what the extension does on pages that somebody has saved.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::build;
use crate::command::{script, show};
use crate::setup::browser::Browser;

/// Read saved pages in a browser and print what became of each
///
/// Reads every DIR/*/source.html with the built extension, without the page's scripts and without its other files.
/// Prints a line for each page: whether it is read as an article, how many claims it has and how many pieces of text
/// wear a line, what was thrown, whether the document changed, how many requests were made, and how many milliseconds
/// after the end of the HTML the first line stood; and a summary. Run it before and after a change to compare.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A folder with a folder for each page, and its HTML in source.html
    folder: PathBuf,
    /// Where to read them
    #[arg(long, value_enum, default_value_t = Browser::Chromium)]
    browser: Browser,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let Arguments { folder, browser } = arguments;
    let folder = folder.canonicalize().with_context(|| format!("{} cannot be read", folder.display()))?;
    ensure!(folder.is_dir(), "{} is no folder. Name one that holds NAME/source.html for each page.", folder.display());
    build::everything()?;
    let folder = folder.to_string_lossy();
    show(script("tests/saved-pages/pages.ts", &[browser.name(), &folder]).env(browser.variable(), browser.ensure()?))
}
