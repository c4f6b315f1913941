//! How fast the engine is and how much memory it takes, measured on the release command line.

use std::fs;
use std::path::Path;
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
    let file = |words: usize| answers.out.join(format!("{words}-words.txt"));
    let (one, short, long) = (file(1), file(10_000), file(1_000_000));
    fs::write(&one, "Rain.")?;
    fs::write(&short, cut(&texts, 10_000))?;
    fs::write(&long, cut(&texts, 1_000_000))?;

    let articles = answers.out.join("articles.jsonl");
    let mut rows = String::new();
    for (id, text) in texts.iter().enumerate() {
        rows += &serde_json::json!({ "id": id, "text": text }).to_string();
        rows.push('\n');
    }
    fs::write(&articles, rows)?;

    let start_up = time(answers, &["analyze", "--json"], &one, 9)?;
    let batch = time(answers, &["batch"], &articles, 3)?.saturating_sub(start_up);
    let bytes: usize = texts.iter().map(String::len).sum();
    let per_word = |file: &Path, words: f64, times: usize| -> anyhow::Result<f64> {
        let taken = time(answers, &["analyze", "--json"], file, times)?.saturating_sub(start_up);
        Ok(taken.as_secs_f64() * 1e9 / words)
    };
    let (few, many) = (per_word(&short, 10_000.0, 9)?, per_word(&long, 1_000_000.0, 3)?);
    let mut figures = vec![
        Figure::new(
            "engine",
            "MB of text a second on one core",
            megabytes(bytes) / batch.as_secs_f64(),
            format!("{:.1} MB of articles in {:.2} s", megabytes(bytes), batch.as_secs_f64()),
        ),
        Figure::new(
            "engine",
            "time a word, 1,000,000 words against 10,000",
            many / few,
            format!("{many:.0} ns against {few:.0} ns"),
        ),
    ];
    if let Some(peak) = peak_memory(answers, &long)? {
        let input = fs::read(&long)?.len();
        figures.push(Figure::new(
            "engine",
            "peak memory, times the input",
            megabytes(peak) / megabytes(input),
            format!("{:.0} MB for {:.1} MB", megabytes(peak), megabytes(input)),
        ));
    }
    Ok(figures)
}

#[allow(clippy::cast_precision_loss, reason = "sizes of files are far below 2^52 bytes")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// A text of so many words: the articles one after another, again from the first when they run out.
fn cut(texts: &[String], words: usize) -> String {
    let mut text = String::new();
    let mut left = words;
    for article in texts.iter().cycle() {
        for paragraph in article.split("\n\n") {
            let here = paragraph.split_whitespace().count();
            if here >= left {
                let rest: Vec<&str> = paragraph.split_whitespace().take(left).collect();
                return text + &rest.join(" ");
            }
            left -= here;
            text += paragraph;
            text += "\n\n";
        }
    }
    text
}

/// The shortest of several runs on one core.
fn time(answers: &Answers<'_>, arguments: &[&str], input: &Path, times: usize) -> anyhow::Result<Duration> {
    let mut shortest = Duration::MAX;
    for _ in 0..times {
        let begin = Instant::now();
        let done = command(answers, arguments, input)?.status()?;
        shortest = shortest.min(begin.elapsed());
        if !done.success() {
            bail!("`hearsay {}` failed on {}", arguments.join(" "), input.display());
        }
    }
    Ok(shortest)
}

fn command(answers: &Answers<'_>, arguments: &[&str], input: &Path) -> anyhow::Result<Command> {
    let input = fs::File::open(input).with_context(|| format!("cannot read {}", input.display()))?;
    let mut command = Command::new(answers.binary);
    command.args(arguments).env("RAYON_NUM_THREADS", "1").stdin(input).stdout(Stdio::null()).stderr(Stdio::null());
    Ok(command)
}

/// The most memory that an analysis held at once, in bytes. `None` where the system does not tell.
fn peak_memory(answers: &Answers<'_>, input: &Path) -> anyhow::Result<Option<usize>> {
    let mut child = command(answers, &["analyze", "--json"], input)?.spawn()?;
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
