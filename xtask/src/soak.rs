//! `cargo xtask soak`: reads pages for a long time and watches the memory.

use anyhow::Result;
use clap::Args;

use crate::build;
use crate::command::{script, show};
use crate::setup::browser::Browser;

/// Read pages for a long time and watch the memory
///
/// One tab in Chromium goes from article to article, then one article is rewritten again and again. Prints what the
/// page and the background hold at the start, in the middle and at the end, and fails when one of them has grown.
#[derive(Args)]
pub(crate) struct Arguments {
    /// How many articles are loaded
    #[arg(long, default_value_t = 500)]
    loads: u32,
    /// How often an article is changed
    #[arg(long, default_value_t = 10_000)]
    changes: u32,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let browser = Browser::Chromium;
    let executable = browser.ensure()?;
    build::everything()?;
    let Arguments { loads, changes } = arguments;
    let script_arguments = [loads.to_string(), changes.to_string()];
    let given: Vec<&str> = script_arguments.iter().map(String::as_str).collect();
    show(script("tests/soak/soak.ts", &given).env(browser.variable(), executable))
}
