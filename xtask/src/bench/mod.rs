//! `cargo xtask bench`: how fast and how small, as ratios of figures of one run. Nothing here passes or fails: budgets of
//! size are tests, and times are no test at all.
//!
//! `evaluate` has speed lines too, by the same measure on labelled texts, for whoever works on the engine; here the
//! library is held against others, on text that everybody has.

mod native;
mod page;
mod row;
mod table;
pub(crate) mod text;
mod wasm;

use std::fs;
use std::io::Write;

use anyhow::Result;

use crate::{build, project, setup};

/// Measure speed and size against what people use today
///
/// Builds everything, measures the engine, its WebAssembly module, their peers and pages in real browsers
/// in one run, prints one table and writes
/// it to docs/performance.md. Leave the machine alone meanwhile; it takes a few minutes.
#[derive(clap::Args)]
pub(crate) struct Arguments {}

/// Measures, prints the table and writes it down.
pub(crate) fn run(_: &Arguments) -> Result<()> {
    build::everything()?;
    setup::node::ensure_for_bench()?;
    let folder = project::target("bench");
    fs::create_dir_all(&folder)?;
    let mut rows = native::measure(&folder)?;
    rows.extend(wasm::measure(&folder)?);
    rows.extend(page::measure(&folder)?);
    let table = table::table(&rows);
    write!(std::io::stdout().lock(), "\n{table}")?;
    table::write(&table)
}
