//! `cargo xtask build`: from the sources to what a browser loads.
//!
//! Engine and views to WebAssembly, WebAssembly to JavaScript and types, the extension's rooms to one bundle each, and the whole
//! put together once for each browser and once as the web pages.

mod extension;
mod manifest;
mod pages;
mod panics;
mod places;
mod size;
pub(crate) mod tree;
mod wasm;

use anyhow::Result;
pub(crate) use extension::folder as extension_for;
pub(crate) use manifest::Browser;
use wasm::{ENGINE, MODULES};

use crate::setup;

/// Build the extension for both browsers and the web pages
///
/// Writes target/extension/chrome, target/extension/firefox and target/www. Steps whose inputs have not changed are
/// left out.
#[derive(clap::Args)]
pub(crate) struct Arguments {}

/// Builds everything and prints the sizes.
pub(crate) fn run(_: &Arguments) -> Result<()> {
    everything()?;
    size::print()
}

/// Builds the engine alone, as browsers load it, and gives the size of its module gzipped, in bytes.
pub(crate) fn engine_size() -> Result<usize> {
    setup::rust_target::ensure()?;
    setup::node::ensure()?;
    wasm::build(ENGINE)?;
    size::compressed(&std::fs::read(ENGINE.file())?)
}

/// Builds everything.
pub(crate) fn everything() -> Result<()> {
    setup::rust_target::ensure()?;
    setup::node::ensure()?;
    MODULES.into_iter().try_for_each(wasm::build)?;
    extension::build()?;
    pages::build()
}
