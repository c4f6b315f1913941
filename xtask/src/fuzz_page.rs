//! `cargo xtask fuzz-page`: throws generated pages at the content script until it breaks or the time is up.

use anyhow::Result;
use clap::Args;

use crate::build;
use crate::command::{script, show};
use crate::setup::browser::Browser;

/// Look for a page that the extension cannot bear
///
/// Elements at random, changed between reading and painting. Every piece that is painted has to be the very words
/// that the answer was about, and nothing may throw. The same seed gives the same pages.
#[derive(Args)]
pub(crate) struct Arguments {
    /// How long to look
    #[arg(long, default_value_t = 60)]
    seconds: u32,
    /// The first page's seed; each page after it has the next
    #[arg(long, default_value_t = 1)]
    seed: u32,
    /// Where to look
    #[arg(long, value_enum, default_value_t = Browser::Chromium)]
    browser: Browser,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    build::everything()?;
    let Arguments { seconds, seed, browser } = arguments;
    let given = [browser.name().to_owned(), seconds.to_string(), seed.to_string()];
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    show(script("tests/fuzz/page.ts", &given).env(browser.variable(), browser.ensure()?))
}
