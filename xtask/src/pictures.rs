//! `cargo xtask pictures`: everything a reader sees, photographed; and the moving picture of the README.

mod moving;

use anyhow::Result;

use crate::build;
use crate::command::{script, show};
use crate::project;
use crate::setup::browser::Browser;

/// Photograph every page and the card in every look
///
/// Builds the extension first. Writes PNGs to target/pictures: light, dark, forced colours, a phone, a zoom of 200 %;
/// and to target/pictures/store those for the stores.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Make the README's pictures alone, a moving one and one that stands still, and write them to docs.
    #[arg(long)]
    moving: bool,
}

/// Builds, then hands over to the script that drives the browser.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let browser = Browser::Chromium;
    let executable = browser.ensure()?;
    build::everything()?;
    let drive = |file: &str, arguments: &[&str]| show(script(file, arguments).env(browser.variable(), &executable));
    if !arguments.moving {
        return drive("tests/browser/pictures.ts", &[]);
    }
    let frames = project::target("pictures/frames");
    drive("tests/browser/moving-picture.ts", &[&project::shown(&frames)])?;
    moving::write(&frames)
}
