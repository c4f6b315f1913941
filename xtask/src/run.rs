//! `cargo xtask run`: an article in a real browser with the extension in it, or the playground.

use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

use crate::command::{script, show};
use crate::setup::browser::Browser;
use crate::{build, project, step};

/// What is built from, and how often it is looked at.
const SOURCES: [&str; 6] = ["src", "extension", "www", "CHANGELOG.md", "Cargo.toml", "Cargo.lock"];
const OFTEN: Duration = Duration::from_millis(300);

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
    /// Build again whenever a source is saved, and load the page again with the new build.
    #[arg(long)]
    watch: bool,
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
    if arguments.watch {
        words.push("--watch");
    }
    let mut browser = script("tests/browser/show.ts", &words);
    browser.env(arguments.browser.variable(), executable);
    if arguments.watch { watch(&mut browser) } else { show(&mut browser) }
}

/// Builds whenever a source is saved, until the browser is closed. The script sees by itself that there is a new build.
fn watch(browser: &mut Command) -> Result<()> {
    let mut built = saved()?;
    let mut running = browser.spawn().context("Node could not be started.")?;
    loop {
        if let Some(status) = running.try_wait()? {
            if !status.success() {
                bail!("The browser ended early ({status}).");
            }
            return Ok(());
        }
        let now = saved()?;
        if now != built {
            built = now;
            // What does not compile is said, and waits for the next change.
            if let Err(error) = build::everything() {
                step::failed(&error);
            }
        }
        sleep(OFTEN);
    }
}

/// A number that is another as soon as a source has been saved.
fn saved() -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for entry in SOURCES.map(project::path).iter().flat_map(WalkDir::new) {
        // An editor may take a file away in the midst of saving it.
        let Ok(entry) = entry else { continue };
        if let Some(time) =
            entry.metadata().ok().filter(std::fs::Metadata::is_file).and_then(|file| file.modified().ok())
        {
            (entry.path(), time).hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
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
