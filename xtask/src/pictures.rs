//! `cargo xtask pictures`: everything a reader sees, photographed.

use anyhow::Result;

use crate::build;
use crate::command::{script, show};
use crate::setup::browser::Browser;

/// Photograph every page and the card in every look
///
/// Builds the extension first. Writes PNGs to target/pictures: light, dark, forced colours, a phone, a zoom of 200 %;
/// and to target/pictures/store those for the stores.
#[derive(clap::Args)]
pub(crate) struct Arguments {}

/// Builds, then hands over to the script that drives the browser.
pub(crate) fn run(_: &Arguments) -> Result<()> {
    let browser = Browser::Chromium;
    let executable = browser.ensure()?;
    build::everything()?;
    show(script("tests/browser/pictures.ts", &[]).env(browser.variable(), executable))
}
