//! The engine as browsers load it, under Node: its size, its start, and an article against what people use today.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::row::{Row, faster, milliseconds, times};
use super::text::Paragraphs;
use crate::build;
use crate::command::{output, script};
use crate::step::Step;

/// How many words an article has.
const WORDS: usize = 1500;

/// How many processes the start is measured in.
const STARTS: usize = 5;

/// What `tests/bench/start.ts` prints: bytes, and milliseconds.
#[derive(Deserialize)]
struct Start {
    raw: f64,
    brotli: f64,
    compile: f64,
    start: f64,
    prepare: f64,
    first: f64,
}

/// What `tests/bench/peers.ts` prints, in milliseconds.
#[derive(Deserialize)]
struct Peers {
    engine: f64,
    compromise: f64,
    wink: f64,
    harper: f64,
}

/// What `tests/bench/alignment.ts` prints, in milliseconds.
#[derive(Deserialize)]
struct Alignment {
    alignment: f64,
    reading: f64,
}

/// Measures; `folder` is for the text.
pub(crate) fn measure(folder: &Path) -> Result<Vec<Row>> {
    let step = Step::begin("Engine in Wasm, and its peers, under Node");
    let file = folder.join("article.txt");
    std::fs::write(&file, Paragraphs::new()?.text(WORDS)).context("The text cannot be written.")?;
    let file = file.display().to_string();
    let gzip = kilobytes(build::engine_size()?);
    let starts =
        (0..STARTS).map(|_| printed::<Start>("tests/bench/start.ts", &file)).collect::<Result<Vec<Start>>>()?;
    let peers: Peers = printed("tests/bench/peers.ts", &file)?;
    let Alignment { alignment, reading } = printed("tests/bench/alignment.ts", &file)?;
    let shortest = |figure: fn(&Start) -> f64| starts.iter().map(figure).fold(f64::INFINITY, f64::min);
    let mut rows = vec![
        Row::alone("engine in Wasm, raw", format!("{:.0} kB", shortest(|start| start.raw) / 1e3)),
        Row::alone("engine in Wasm, gzip", format!("{gzip:.0} kB")).wanted("within 300 kB, aim 240"),
        Row::alone("engine in Wasm, brotli", format!("{:.0} kB", shortest(|start| start.brotli) / 1e3)),
        Row::alone("engine in Wasm, compile, cold", milliseconds(shortest(|start| start.compile))),
        Row::alone("engine in Wasm, start, cold", milliseconds(shortest(|start| start.start + start.prepare)))
            .wanted("within 10 ms"),
        Row::alone("engine in Wasm, first article, 1,500 words", milliseconds(shortest(|start| start.first))).against(
            format!("{} once warm", milliseconds(peers.engine)),
            format!("{} as long", times(shortest(|start| start.first), peers.engine)),
        ),
    ];
    for (peer, theirs, wanted) in [
        ("compromise `.quotations()`", peers.compromise, "at least 20, aim 60"),
        ("wink-nlp `readDoc`", peers.wink, ""),
        ("harper.js `lint`", peers.harper, ""),
    ] {
        rows.push(
            Row::alone("engine in Wasm, 1,500 words", milliseconds(peers.engine))
                .against(format!("{}, {peer}", milliseconds(theirs)), faster(peers.engine, theirs))
                .wanted(wanted),
        );
    }
    rows.push(
        Row::alone("engine in Wasm, a claim found again, 1,500 words", milliseconds(alignment))
            .against(format!("{} for reading them", milliseconds(reading)), faster(alignment, reading))
            .wanted("within 5 ms"),
    );
    step.done();
    Ok(rows)
}

/// Runs a script on a file and reads the line it prints.
fn printed<T: DeserializeOwned>(path: &str, file: &str) -> Result<T> {
    let line = output(&mut script(path, &[file]))?;
    serde_json::from_str(&line).with_context(|| format!("{path} printed something else than its figures: {line}"))
}

#[allow(clippy::cast_precision_loss, reason = "a module is far below 2^52 bytes")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1e3
}
