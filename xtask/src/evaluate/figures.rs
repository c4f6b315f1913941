//! Figures, their targets, and the one table they are printed in.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

/// A measured figure.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Figure {
    pub(crate) set: String,
    pub(crate) figure: String,
    pub(crate) value: f64,
    /// What the figure is made of: `P 71.2, R 66.0`.
    pub(crate) detail: String,
}

impl Figure {
    pub(crate) fn new(set: &str, figure: &str, value: f64, detail: impl Into<String>) -> Self {
        Self { set: set.to_owned(), figure: figure.to_owned(), value, detail: detail.into() }
    }
}

/// What a figure has to reach, from `targets.tsv`.
struct Target<'t> {
    less_is_better: bool,
    limit: Option<f64>,
    at_least: &'t str,
    aim: &'t str,
}

fn target(set: &str, figure: &str) -> Target<'static> {
    let none = Target { less_is_better: false, limit: None, at_least: "", aim: "" };
    include_str!("targets.tsv")
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut columns = line.split('\t');
            (columns.next()? == set && columns.next()? == figure).then_some(columns)
        })
        .find_map(|mut columns| {
            let (better, at_least, aim) = (columns.next()?, columns.next()?, columns.next()?);
            Some(Target { less_is_better: better == "less", limit: at_least.parse().ok(), at_least, aim })
        })
        .unwrap_or(none)
}

/// Prints the table; with a baseline also the difference to it.
pub(crate) fn print(out: &mut impl Write, figures: &[Figure], baseline: Option<&[Figure]>) -> io::Result<()> {
    let mut rows = vec![["set", "figure", "value", "change", "target", "aim", "", ""].map(str::to_owned)];
    let mut last = "";
    for figure in figures {
        let target = target(&figure.set, &figure.figure);
        let before = baseline.into_iter().flatten().find(|old| old.set == figure.set && old.figure == figure.figure);
        let change = before.map(|old| figure.value - old.value).filter(|change| change.abs() >= 0.05);
        let reached = target
            .limit
            .map(|limit| if target.less_is_better { figure.value <= limit } else { figure.value >= limit - 1e-9 });
        let set = if figure.set == last { "" } else { figure.set.as_str() };
        last = &figure.set;
        rows.push([
            set.to_owned(),
            figure.figure.clone(),
            shown(figure.value),
            change.map(|change| format!("{change:+.1}")).unwrap_or_default(),
            match (target.at_least, target.less_is_better) {
                ("", _) => String::new(),
                (limit, true) => format!("≤ {limit}"),
                (limit, false) => format!("≥ {limit}"),
            },
            target.aim.to_owned(),
            reached.map(|reached| if reached { "reached" } else { "not yet" }).unwrap_or_default().to_owned(),
            figure.detail.clone(),
        ]);
    }
    if baseline.is_none() {
        for row in &mut rows {
            row[3].clear();
        }
    }
    let widths: [usize; 8] =
        std::array::from_fn(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default());
    for row in &rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            if width == 0 {
                continue;
            }
            let gap = " ".repeat(width - cell.chars().count());
            // Numbers stand on the right, words on the left.
            line += &if (2..6).contains(&column) { format!("{gap}{cell}  ") } else { format!("{cell}{gap}  ") };
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn shown(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.1}") }
}
