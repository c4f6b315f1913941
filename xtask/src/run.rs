//! `cargo xtask run`: an article in a real browser with the extension in it, or the playground.

use std::env;

use anyhow::Result;

use crate::build;
use crate::command::{script, show};
use crate::setup::browser::Browser;

/// Open an article in a browser with Hearsay in it
///
/// Builds the extension first. Without a display, or with --headless, points at a claim itself, writes a picture of the
/// page with the card open to target/run, and prints the claims.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The browser.
    #[arg(long, value_enum, default_value_t = Browser::Chromium)]
    browser: Browser,
    /// The page to open: an HTML file or an address. Without it, the sample article.
    #[arg(long, value_name = "FILE|URL")]
    page: Option<String>,
    /// Serve the playground and open that.
    #[arg(long, conflicts_with = "page")]
    www: bool,
    /// Show no window.
    #[arg(long)]
    headless: bool,
}

/// Builds, then hands over to the script that drives the browser.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let executable = arguments.browser.ensure()?;
    build::everything()?;
    let mut words = vec!["--browser", arguments.browser.name()];
    let page = arguments.page.as_deref().map(from_here).transpose()?;
    if let Some(page) = &page {
        words.extend(["--page", page]);
    }
    if arguments.www {
        words.push("--www");
    }
    if arguments.headless || !has_display() {
        words.push("--headless");
    }
    show(script("tests/browser/show.ts", &words).env(arguments.browser.variable(), executable))
}

/// A page as the script understands it wherever this program was called: an address stays, a file gets its full path.
fn from_here(page: &str) -> Result<String> {
    if page.contains("://") {
        return Ok(page.to_owned());
    }
    Ok(std::path::absolute(page)?.display().to_string())
}

fn has_display() -> bool {
    !cfg!(target_os = "linux") || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some())
}
