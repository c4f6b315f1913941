//! `cargo xtask spark`: the job of `examples/spark` on a cluster of two workers on this machine, held against one machine.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::articles;
use crate::command::{answer, cargo, program, quiet};
use crate::project;
use crate::stamp::Stamp;
use crate::step::{Step, line};

/// Two workers of one core and 1,024 MB each.
const CLUSTER: &str = "local-cluster[2,1,1024]";

/// Rows of every sort besides the made-up articles: other keys, another language, other letters, nothing to read.
const OTHERS: [&str; 4] = [
    r#"{"id": "ä", "text": "“Það er satt,” said Jón Þórsson 🌊 of the Höfn Tribune, citing María Núñez.", "date": "2031-01-09"}"#,
    r#"{"id": null, "text": "De boot die in de ochtend uit de haven was vertrokken, is gezien door twee mannen die op de pier stonden, en zij zeiden dat hij voor de avond terug zou zijn."}"#,
    r#"{"text": ""}"#,
    r#"{"title": "Mayor says so", "hostname": "www.lantern.example", "text": "The mayor said that the bridge was closed."}"#,
];

/// Run the example for Spark on a cluster of two workers, and compare its answers with one machine's
///
/// Installs PySpark into target/spark first. Needs Python 3 and Java 17 or newer.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How many made-up articles to read.
    #[arg(long, default_value_t = 2000)]
    articles: usize,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let folder = project::target("spark");
    fs::create_dir_all(&folder)?;
    let python = pyspark(&folder)?;
    let step = Step::begin("hearsay, for release");
    quiet(&mut cargo(&["build", "--quiet", "--release"]))?;
    step.done();
    let hearsay = project::cargo_target("release")?.join("hearsay");
    let rows = folder.join("articles.jsonl");
    let mut file = BufWriter::new(File::create(&rows)?);
    articles::write(arguments.articles, &mut file)?;
    OTHERS.iter().try_for_each(|row| writeln!(file, "{row}"))?;
    file.flush()?;

    let what = format!("{} articles", arguments.articles + OTHERS.len());
    let (alone, time) = alone(&hearsay, &rows)?;
    line("✓", &format!("{what} on one machine, all cores"), seconds(time));
    let (spread, time) = on_cluster(&python, &hearsay, &rows, &folder.join("claims"))?;
    line("✓", &format!("{what} on two workers, Spark's start included"), seconds(time));
    compare(&alone, &spread)?;
    line("✓", "Every row has the same answer", alone.lines().count());
    Ok(())
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f32())
}

/// The Python of an environment that has PySpark.
fn pyspark(folder: &Path) -> Result<PathBuf> {
    if answer(&mut program("java", &["-version"])).is_none() {
        bail!(
            "Java is missing: install Java 17 or newer, for instance with `apt-get install openjdk-17-jre-headless`."
        );
    }
    let environment = folder.join("environment");
    let python = environment.join("bin/python");
    let wanted = "examples/spark/requirements.txt";
    let stamp = Stamp::at(environment.join(".installed-for"), &[project::path(wanted)], &[])?;
    if !stamp.is_current() {
        let step = Step::begin("PySpark, from PyPI");
        quiet(&mut program("python3", &["-m", "venv", &project::shown(&environment)]))
            .context("install Python 3 with venv, for instance with `apt-get install python3-venv`")?;
        quiet(&mut program(&python, &["-m", "pip", "install", "--quiet", "--requirement", wanted]))?;
        stamp.keep()?;
        step.done();
    }
    Ok(python)
}

/// What one machine answers, and how long it takes.
fn alone(hearsay: &Path, rows: &Path) -> Result<(String, Duration)> {
    let begin = Instant::now();
    let output = program(hearsay, &["batch", &project::shown(rows)]).stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "`hearsay batch` failed");
    Ok((String::from_utf8(output.stdout)?, begin.elapsed()))
}

/// The same from the cluster: its files in the order of their names.
fn on_cluster(python: &Path, hearsay: &Path, rows: &Path, claims: &Path) -> Result<(String, Duration)> {
    if claims.exists() {
        fs::remove_dir_all(claims)?;
    }
    let begin = Instant::now();
    let submit = python.with_file_name("spark-submit");
    let [hearsay, rows, written] = [hearsay, rows, claims].map(project::shown);
    let job = "examples/spark/claims.py";
    let arguments = ["--master", CLUSTER, "--files", &hearsay, job, &rows, &written, "--partitions", "4"];
    quiet(program(submit, &arguments).env("PYSPARK_PYTHON", python))?;
    let time = begin.elapsed();
    let mut parts: Vec<_> =
        fs::read_dir(claims)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    parts.retain(|part| part.file_name().is_some_and(|name| name.to_string_lossy().starts_with("part-")));
    parts.sort();
    ensure!(parts.len() >= 4, "the rows were read in {} parts", parts.len());
    let answers = parts.iter().map(fs::read_to_string).collect::<Result<String, _>>()?;
    Ok((answers, time))
}

fn compare(alone: &str, spread: &str) -> Result<()> {
    let (one, other): (Vec<_>, Vec<_>) = (alone.lines().collect(), spread.lines().collect());
    if let Some(at) = (0..one.len().max(other.len())).find(|at| one.get(*at) != other.get(*at)) {
        let shown =
            |answers: &[&str]| answers.get(at).map_or("nothing".to_owned(), |row| row.chars().take(200).collect());
        bail!("row {}: one machine answers\n  {}\nthe cluster\n  {}", at + 1, shown(&one), shown(&other));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_differs_or_is_missing_is_named() {
        assert!(compare("a\nb\n", "a\nb\n").is_ok());
        assert!(compare("a\nb\n", "a\nc\n").unwrap_err().to_string().starts_with("row 2:"));
        assert!(compare("a\nb\n", "a\n").unwrap_err().to_string().contains("nothing"));
    }
}
