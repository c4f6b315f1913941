//! What a page pays, in real browsers with the built extension in them.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::row::{Row, faster, milliseconds, short, times};
use super::text::Paragraphs;
use crate::command::{output, script};
use crate::setup::browser::Browser;
use crate::step::Step;

/// The lengths of the pages, in words.
const LENGTHS: [(usize, &str); 3] = [(1500, "1,500 words"), (5000, "5,000 words"), (30_000, "30,000 words")];

/// What `tests/bench/page.ts` prints.
#[derive(Deserialize)]
struct Measured {
    pages: Vec<Load>,
    painting: Painting,
    /// In Chromium alone.
    own: Option<Own>,
}

/// A page that was loaded; times in milliseconds.
#[derive(Deserialize)]
struct Load {
    /// From the end of the HTML to the first line below a claim.
    first: f64,
    /// The sum of all layout shifts.
    shift: f64,
    /// How often a node of the page was changed.
    writes: f64,
    /// In Chromium alone.
    tasks: Option<Tasks>,
}

/// The tasks of a page's main thread, in milliseconds.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Tasks {
    /// A bare TreeWalker over the page.
    walk: f64,
    /// Reading the page and painting it, and the browser's own part in it.
    sum: f64,
    drawing: f64,
    longest: f64,
    /// Ten seconds in which nothing happens, how many of their tasks are long, and what messages are sent.
    idle: f64,
    idle_long: f64,
    messages: f64,
    /// Bytes of script memory for the reading.
    memory: f64,
}

/// What the extension's own scripts and its engine take, in milliseconds.
#[derive(Deserialize)]
struct Own {
    /// The engine in the background, on the first page.
    engine: f64,
    /// A move of the pointer over the last page.
    pointer: f64,
    /// The share of a core on the first page, which changes without end.
    change: f64,
}

/// The same pieces of text marked in three ways, in milliseconds until the frame is drawn.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Painting {
    painter: f64,
    spans: f64,
    mark_js: f64,
}

/// Measures; `folder` is for the texts.
pub(crate) fn measure(folder: &Path) -> Result<Vec<Row>> {
    let mut files = Vec::new();
    for (words, _) in LENGTHS {
        let file = folder.join(format!("page-{words}.txt"));
        std::fs::write(&file, Paragraphs::new()?.text(words)).context("The text cannot be written.")?;
        files.push(file.display().to_string());
    }
    let mut rows = Vec::new();
    for browser in Browser::ALL {
        let name = browser.name();
        let step = Step::begin(&format!("Pages in {name}"));
        let arguments: Vec<&str> = std::iter::once(name).chain(files.iter().map(String::as_str)).collect();
        let line = output(script("tests/bench/page.ts", &arguments).env(browser.variable(), browser.ensure()?))?;
        let measured: Measured =
            serde_json::from_str(&line).with_context(|| format!("The script printed no figures: {line}"))?;
        for (load, (_, words)) in measured.pages.iter().zip(LENGTHS) {
            rows.push(Row::alone(format!("{name}, HTML read to first line, {words}"), milliseconds(load.first)));
            if let Some(tasks) = &load.tasks {
                rows.push(
                    Row::alone(format!("{name}, main thread in all, {words}"), milliseconds(tasks.sum))
                        .against(
                            format!("{}, bare TreeWalker", milliseconds(tasks.walk)),
                            format!("{} as long", times(tasks.sum, tasks.walk)),
                        )
                        .wanted(if words.starts_with("1,500") { "within 6, aim 3" } else { "" }),
                );
                rows.push(
                    Row::alone(format!("{name}, of that the browser's drawing, {words}"), milliseconds(tasks.drawing))
                        .against(
                            format!("{}, bare TreeWalker", milliseconds(tasks.walk)),
                            format!("{} as long", times(tasks.drawing, tasks.walk)),
                        ),
                );
                rows.push(
                    Row::alone(format!("{name}, longest task, {words}"), milliseconds(tasks.longest))
                        .wanted(if words.starts_with("30,000") { "within 50 ms, aim 16" } else { "" }),
                );
                rows.push(Row::alone(format!("{name}, main thread, 10 s idle, {words}"), milliseconds(tasks.idle)));
                rows.push(Row::alone(
                    format!("{name}, script memory of the page, {words}"),
                    format!("{} MB", short(tasks.memory / 1e6)),
                ));
            }
        }
        let tasks = || measured.pages.iter().filter_map(|page| page.tasks.as_ref());
        if let Some(own) = &measured.own {
            rows.push(
                Row::alone("chromium, engine in the service worker, 1,500 words, warm", milliseconds(own.engine))
                    .wanted("3.5 ms"),
            );
            rows.push(Row::alone(
                "chromium, scripts for a move of the pointer, 1,000 claims",
                format!("{:.0} µs", own.pointer * 1e3),
            ));
            rows.push(
                Row::alone(
                    "chromium, scripts on a page that changes 50 times a second, of a core",
                    format!("{} %", short(own.change * 100.0)),
                )
                .wanted("within 1 %"),
            );
            let sum = |figure: fn(&Tasks) -> f64| tasks().map(figure).sum::<f64>().to_string();
            rows.push(
                Row::alone("chromium, long tasks in 10 s idle, all pages", sum(|tasks| tasks.idle_long)).wanted("0"),
            );
            rows.push(
                Row::alone("chromium, messages in 10 s idle, all pages", sum(|tasks| tasks.messages)).wanted("0"),
            );
        }
        let Painting { painter, spans, mark_js } = measured.painting;
        for (peer, theirs, wanted) in [("spans", spans, "at least 8, aim 12"), ("mark.js `markRanges`", mark_js, "")] {
            rows.push(
                Row::alone(format!("{name}, 1,000 ranges painted, to the next frame"), milliseconds(painter))
                    .against(format!("{}, {peer}", milliseconds(theirs)), faster(painter, theirs))
                    .wanted(wanted),
            );
        }
        let most = |figure: fn(&Load) -> f64| measured.pages.iter().map(figure).fold(0.0, f64::max);
        // Firefox does not tell of layout shifts.
        if browser == Browser::Chromium {
            rows.push(
                Row::alone(format!("{name}, layout shift, all pages"), most(|load| load.shift).to_string()).wanted("0"),
            );
        }
        rows.push(
            Row::alone(format!("{name}, DOM writes, all pages"), most(|load| load.writes).to_string()).wanted("0"),
        );
        step.done();
    }
    Ok(rows)
}
