//! The table, as it is printed and as it stands in `docs/performance.md`.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};

use super::row::Row;
use crate::command::{answer, program};
use crate::project;

const FILE: &str = "docs/performance.md";

const HEAD: [&str; 5] = ["what", "figure", "against, in the same run", "ratio", "to reach"];

/// The rows in columns.
pub(crate) fn table(rows: &[Row]) -> String {
    let head = HEAD.map(str::to_owned);
    let cells: Vec<[String; 5]> = rows
        .iter()
        .map(|row| [&row.what, &row.ours, &row.against, &row.ratio].map(String::clone))
        .zip(rows)
        .map(|([what, ours, against, ratio], row)| [what, ours, against, ratio, row.wanted.to_owned()])
        .collect();
    let widths: [usize; 5] = std::array::from_fn(|column| {
        std::iter::once(&head).chain(&cells).map(|row| row[column].chars().count()).max().unwrap_or_default()
    });
    let line = |row: &[String; 5]| {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!(" {cell:<width$} |"));
        format!("|{}\n", cells.collect::<String>())
    };
    let rule: String = widths.iter().map(|width| format!("{}|", "-".repeat(width + 2))).collect();
    let body: String = cells.iter().map(line).collect();
    format!("{}|{rule}\n{body}", line(&head))
}

/// Writes the table with the machine and the day it was measured on.
pub(crate) fn write(table: &str) -> Result<()> {
    let mut text = String::from(
        "# Performance\n\n\
         Written by `cargo xtask bench`; do not edit. A time alone says little, since machines differ: what counts is a\n\
         ratio of two figures of one run. The text is the sample articles of `www`, over and over with other names and\n\
         numbers. Times of a page's main thread are the processor's, but for the longest task. Most of what a short article\n\
         costs there is its price in every extension: a script's first run, three messages, and the browser drawing lines.\n\
         A bare TreeWalker does none of that. Memory of the engine is what it allocates itself, from text to report.\n\n",
    );
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    writeln!(text, "* machine: {}, {threads} threads", processor())?;
    let programs: [(&str, &[&str]); 2] = [("rustc", &["--version"]), ("node", &["--version"])];
    for (name, arguments) in programs {
        if let Some(version) = answer(&mut program(name, arguments)) {
            writeln!(text, "* {name}: {}", version.trim_start_matches(name).trim_start())?;
        }
    }
    if let Some(day) = answer(&mut program("date", &["-u", "+%F"])) {
        writeln!(text, "* date: {day}")?;
    }
    write!(text, "\n{table}")?;
    fs::write(project::path(FILE), text).with_context(|| format!("{FILE} cannot be written"))
}

/// The processor's name, as the system gives it.
fn processor() -> String {
    let linux = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    linux
        .or_else(|| answer(&mut program("sysctl", &["-n", "machdep.cpu.brand_string"])))
        .unwrap_or_else(|| std::env::consts::ARCH.to_owned())
}
