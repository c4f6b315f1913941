//! The engine compiled for this machine, against a bare walk over the words of the same text.

use std::path::Path;

use anyhow::{Context, Result};

use super::row::{Row, short, times};
use super::text::Paragraphs;
use crate::engine;

/// The lengths of articles, in words. The first is taken for what articles are, the last is the whole text.
const LENGTHS: [&str; 4] = ["1000", "10000", "100000", "1000000"];

/// How many words the whole text has.
const WORDS: usize = 1_000_000;

/// Measures; `folder` is for the text.
pub(crate) fn measure(folder: &Path) -> Result<Vec<Row>> {
    let file = folder.join("million.txt");
    std::fs::write(&file, Paragraphs::new()?.text(WORDS)).context("The text cannot be written.")?;
    let measured = engine::speed(&file, &LENGTHS)?;
    let mut rows = Vec::new();
    if let Some(first) = measured.first() {
        let speed = |seconds: f64| first.bytes / 1e6 / seconds;
        rows.push(
            Row::alone("engine, native, MB of text a second", format!("{} MB/s", short(speed(first.engine))))
                .against(
                    format!("{} MB/s, walk over words", short(speed(first.walk))),
                    format!("{} as long", times(first.engine, first.walk)),
                )
                .wanted("within 20, aim 6"),
        );
    }
    for one in &measured {
        rows.push(
            Row::alone(
                format!("engine, native, a word in articles of {}", words(one.words)),
                format!("{:.0} ns", one.word(one.engine)),
            )
            .against(
                format!("{:.0} ns, walk over words", one.word(one.walk)),
                format!("{} as long", times(one.engine, one.walk)),
            ),
        );
    }
    let of_length = |words| measured.iter().find(|one| one.words == words);
    if let (Some(long), Some(short)) = (of_length(1_000_000), of_length(10_000)) {
        let (long, short) = (long.word(long.engine), short.word(short.engine));
        rows.push(
            Row::alone("engine, native, a word in 1,000,000 against 10,000", format!("{long:.0} ns"))
                .against(format!("{short:.0} ns"), format!("{} as long", times(long, short)))
                .wanted("within 1.3, aim 1.05"),
        );
    }
    let [first, .., last] = LENGTHS;
    for held in engine::memory(&file, &[first, last])? {
        let words = words(held.words);
        rows.push(
            Row::alone(
                format!("engine, native, allocations, an article of {words}"),
                format!("{:.0}", held.allocations),
            )
            .against(format!("{:.0} words", held.taken), format!("{} a word", short(held.allocations / held.taken))),
        );
        rows.push(
            Row::alone(
                format!("engine, native, peak memory, an article of {words}"),
                format!("{} MB", short(held.peak / 1e6)),
            )
            .against(
                format!("{} MB of text", short(held.bytes / 1e6)),
                format!("{} as much", times(held.peak, held.bytes)),
            ),
        );
    }
    Ok(rows)
}

/// A number of words with its thousands apart.
fn words(number: u32) -> String {
    match number {
        1_000_000.. => format!("{},000,000 words", number / 1_000_000),
        1000.. => format!("{},000 words", number / 1000),
        _ => format!("{number} words"),
    }
}
