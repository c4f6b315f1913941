//! How fast the engine is and how much memory it takes, measured on the release command line, and how large it is in a
//! browser.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use serde_json::Value;

use super::Answers;
use super::figures::Figure;

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
    let paragraphs: Vec<&str> = texts.iter().flat_map(|text| text.split("\n\n")).collect();
    // The same million words, as one text and as a hundred.
    let pieces = cut(&paragraphs, 100, 10_000);
    let whole = pieces.join("\n\n");
    let file = |name: &str, texts: &[String]| -> anyhow::Result<PathBuf> {
        let rows = texts.iter().map(|text| serde_json::json!({ "id": 0, "text": text }).to_string() + "\n");
        let file = answers.out.join(name);
        fs::write(&file, rows.collect::<String>())?;
        Ok(file)
    };
    let (articles, short) = (file("articles.jsonl", &texts)?, file("short.jsonl", &pieces)?);
    let long = file("long.jsonl", std::slice::from_ref(&whole))?;
    let start_up = time(answers, &file("start-up.jsonl", &["Rain.".to_owned()])?)?;
    let taken = |file: &Path| Ok::<_, anyhow::Error>(time(answers, file)?.saturating_sub(start_up).as_secs_f64());
    let (batch, few, many) = (taken(&articles)?, taken(&short)?, taken(&long)?);
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut figures = vec![
        Figure::new(
            "engine",
            "MB of text a second on one core",
            megabytes(bytes) / batch,
            format!("{:.1} MB of articles in {:.2} s", megabytes(bytes), batch),
        ),
        Figure::new(
            "engine",
            "time a word, 1,000,000 words against 10,000",
            many / few,
            // Seconds for a million words are microseconds for one.
            format!("{:.0} ns against {:.0} ns", many * 1e3, few * 1e3),
        ),
    ];
    if let Some(peak) = peak_memory(answers, &long)? {
        figures.push(Figure::new(
            "engine",
            "peak memory, times the input",
            megabytes(peak) / megabytes(whole.len()),
            format!("{:.0} MB for {:.1} MB", megabytes(peak), megabytes(whole.len())),
        ));
    }
    let module = crate::build::engine_size()?;
    figures.push(Figure::new("engine", "kB of WebAssembly, gzipped", megabytes(module) * 1000.0, ""));
    Ok(figures)
}

#[allow(clippy::cast_precision_loss, reason = "sizes of files are far below 2^52 bytes")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// So many texts of about so many words each: paragraph after paragraph, again from the first when they run out.
fn cut(paragraphs: &[&str], texts: usize, words: usize) -> Vec<String> {
    let mut source = paragraphs.iter().cycle();
    let mut one = || {
        let (mut text, mut count) = (String::new(), 0);
        while let Some(paragraph) = source.next().filter(|_| count < words) {
            count += paragraph.split_whitespace().count();
            text += paragraph;
            text += "\n\n";
        }
        text
    };
    (0..texts).map(|_| one()).collect()
}

/// The shortest of several runs over some articles on one core.
fn time(answers: &Answers<'_>, articles: &Path) -> anyhow::Result<Duration> {
    let mut shortest = Duration::MAX;
    for _ in 0..3 {
        let begin = Instant::now();
        let done = command(answers, articles)?.status()?;
        shortest = shortest.min(begin.elapsed());
        if !done.success() {
            bail!("`hearsay batch` failed on {}", articles.display());
        }
    }
    Ok(shortest)
}

fn command(answers: &Answers<'_>, articles: &Path) -> anyhow::Result<Command> {
    let input = fs::File::open(articles).with_context(|| format!("cannot read {}", articles.display()))?;
    let mut command = Command::new(answers.binary);
    command.arg("batch").env("RAYON_NUM_THREADS", "1").stdin(input).stdout(Stdio::null()).stderr(Stdio::null());
    Ok(command)
}

/// The most memory that an analysis held at once, in bytes. `None` where the system does not tell.
fn peak_memory(answers: &Answers<'_>, input: &Path) -> anyhow::Result<Option<usize>> {
    let mut child = command(answers, input)?.spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait()?.is_none() {
        let now = fs::read_to_string(&status).ok().and_then(|status| {
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
            line.trim().trim_end_matches(" kB").parse::<usize>().ok()
        });
        peak = peak.max(now.map(|kilobytes| kilobytes * 1024));
        std::thread::sleep(Duration::from_millis(2));
    }
    Ok(peak)
}
