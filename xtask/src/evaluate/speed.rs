//! How fast the engine is and how much memory it takes on labelled articles, and how large it is in a browser.

use std::fs;

use serde_json::Value;

use super::Answers;
use super::figures::Figure;
use crate::engine;

/// How many words the whole text has: the articles, again from the first when they run out.
const WORDS: usize = 1_000_000;

/// Measures speed on one core, how time grows with length, and memory.
pub(crate) fn measure(answers: &Answers<'_>) -> anyhow::Result<Vec<Figure>> {
    let mut texts = Vec::new();
    for set in ["polnear_train", "polnear_dev", "gum_news", "scu_dev", "chains_dev"] {
        let Ok(rows) = fs::read_to_string(answers.gold(set)) else { continue };
        for row in rows.lines() {
            let row: Value = serde_json::from_str(row)?;
            texts.extend(row["text"].as_str().map(str::to_owned));
        }
    }
    let file = answers.out.join("million.txt");
    fs::write(&file, million(&texts))?;
    let mut figures = Vec::new();
    let speed = engine::speed(&file, &["1000", "10000", "1000000"])?;
    if let [articles, short, long] = &speed[..] {
        let (megabytes, one, other) = (articles.bytes / 1e6, short.word(short.engine), long.word(long.engine));
        figures.push(Figure::new(
            "engine",
            "MB of text a second on one core",
            megabytes / articles.engine,
            format!("{megabytes:.1} MB in articles of 1,000 words in {:.2} s", articles.engine),
        ));
        figures.push(Figure::new(
            "engine",
            "time a word, 1,000,000 words against 10,000",
            other / one,
            format!("{other:.0} ns against {one:.0} ns"),
        ));
    }
    for held in engine::memory(&file, &["1000000"])? {
        figures.push(Figure::new(
            "engine",
            "peak memory, times the input",
            held.peak / held.bytes,
            format!("{:.0} MB for {:.1} MB", held.peak / 1e6, held.bytes / 1e6),
        ));
    }
    figures.push(Figure::new("engine", "kB of WebAssembly, gzipped", kilobytes(crate::build::engine_size()?), ""));
    Ok(figures)
}

/// Paragraph after paragraph until there are words enough.
fn million(texts: &[String]) -> String {
    let (mut text, mut count) = (String::new(), 0);
    for paragraph in texts.iter().flat_map(|text| text.split("\n\n")).cycle() {
        if count >= WORDS {
            break;
        }
        count += paragraph.split_whitespace().count();
        text += paragraph;
        text += "\n\n";
    }
    text
}

#[allow(clippy::cast_precision_loss, reason = "a module is far below 2^52 bytes")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1e3
}
