//! `cargo xtask evaluate DIR`: how good the engine is. Builds the command line, runs it over the labelled texts in DIR,
//! judges the answers, and prints one table with the targets. Chains and the engine's speed are judged here; the other sets
//! have scorers beside DIR, and what their figures mean is what those print.

mod ablation;
pub(crate) mod chains;
pub(crate) mod corpus;
mod curve;
mod errors;
mod figures;
mod matching;
mod naming;
mod scorers;
mod seed;
mod speed;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, bail};
use clap::Args;
use hearsay::attribution::tagger;
use hearsay::text::part_of_speech as tags;
use serde::{Deserialize, Serialize};

use crate::{command, project};
use figures::Figure;

/// Below this confidence a claim is not shown unless the reader asks for more.
const SHOWN_FROM: f64 = 0.5;

/// Measures the engine on labelled texts and prints one table
#[derive(Args)]
#[command(after_help = "\
DIR holds wire_dev.jsonl, general_dev.jsonl, chains_dev.jsonl, polnear_dev.jsonl, gum_news.jsonl, scu_dev.jsonl and
hard_cases_dev.jsonl; a set that is not there is left out. wire_dev and general_dev are judged as a reader is shown them, in
even and odd rows apart: read errors in the even ones, which --errors prints, and measure on the odd. The scorers of the sets
that are not about chains are looked for in DIR/../score.

Examples:
  cargo xtask evaluate DIR --quick                              while working on the engine
  cargo xtask evaluate DIR --quick --save before.json           remember, change something, then:
  cargo xtask evaluate DIR --quick --baseline before.json
  cargo xtask evaluate DIR --quick --errors chains_dev          what goes wrong there, most frequent cause first
  cargo xtask evaluate DIR --quick --ablate                     what each veto is worth on each set")]
pub(crate) struct Arguments {
    /// The folder with the labelled texts
    dir: PathBuf,
    /// Build without whole-program optimisation, which is much faster, and leave out the speed lines
    #[arg(long)]
    quick: bool,
    /// Print what changed since the figures saved in this file
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Save the figures in this file
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Print the misses and false alarms of one set in context, grouped by cause
    #[arg(long, value_name = "SET")]
    errors: Option<String>,
    /// Print how precise the claims of one set are from each confidence upwards, and how many are left
    #[arg(long, value_name = "SET")]
    curve: Option<String>,
    /// Print what each reason why a cue says nothing is worth: the figures without it
    #[arg(long)]
    ablate: bool,
    /// How many examples to print for each cause
    #[arg(long, value_name = "N", default_value_t = 8)]
    examples: usize,
    /// Only causes whose heading contains this, for example `missed` or `said`
    #[arg(long, value_name = "WORDS")]
    only: Option<String>,
}

/// What is remembered of a run.
#[derive(Default, Serialize, Deserialize)]
struct Saved {
    figures: Vec<Figure>,
    /// For each set, what goes wrong, one line each, comparable from run to run.
    errors: BTreeMap<String, Vec<String>>,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    tags::Model::read(tags::STORED)?;
    tagger::model::Model::read(tagger::STORED)?;
    let baseline = arguments.baseline.as_deref().map(load).transpose()?;
    let binary = build(arguments.quick)?;
    let answers = Answers { dir: &arguments.dir, binary: &binary, out: project::target("evaluation"), without: None };
    fs::create_dir_all(&answers.out)?;
    let sets = scorers::SETS.iter().filter(|set| answers.gold(set.name).exists()).collect::<Vec<_>>();
    if sets.is_empty() {
        bail!("{} holds none of the labelled texts; see `cargo xtask evaluate --help`", arguments.dir.display());
    }

    let mut saved = Saved::default();
    let scored = thread::scope(|scope| {
        let running: Vec<_> = sets
            .iter()
            .map(|set| {
                let answers = &answers;
                scope.spawn(move || {
                    answers.make(set.name)?;
                    let figures = (set.score)(answers)?;
                    anyhow::Ok((set.name, figures, errors::find(answers, set.name)?))
                })
            })
            .collect();
        running.into_iter().map(|set| set.join().unwrap_or_else(|_| bail!("a scorer ended early"))).collect::<Vec<_>>()
    });
    let mut found = BTreeMap::new();
    for set in scored {
        let (name, figures, errors) = set?;
        saved.figures.extend(figures);
        saved.errors.insert(name.to_owned(), errors.iter().map(errors::Error::key).collect());
        found.insert(name, errors);
    }
    if !arguments.quick {
        saved.figures.extend(speed::measure(&answers)?);
    }

    if arguments.ablate {
        return ablation::print(&mut io::stdout().lock(), &answers, &sets, &saved.figures);
    }
    match print(arguments, &answers, &saved, baseline.as_ref(), &found) {
        // Whoever reads along (`| head`) has seen enough.
        Err(error) if error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) => {}
        printed => printed?,
    }
    if let Some(file) = &arguments.save {
        let json = serde_json::to_string_pretty(&saved)?;
        fs::write(file, json).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

fn print(
    arguments: &Arguments,
    answers: &Answers<'_>,
    saved: &Saved,
    baseline: Option<&Saved>,
    found: &BTreeMap<&str, Vec<errors::Error>>,
) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    if let Some(set) = &arguments.errors {
        let Some(errors) = found.get(set.as_str()) else {
            bail!("no set is called {set}; there are {}", found.keys().copied().collect::<Vec<_>>().join(", "));
        };
        errors::print(&mut out, errors, arguments.examples, arguments.only.as_deref())?;
        writeln!(out)?;
    }
    if let Some(set) = &arguments.curve {
        curve::print(&mut out, answers, set)?;
        writeln!(out)?;
    }
    figures::print(&mut out, &saved.figures, baseline.map(|saved| saved.figures.as_slice()))?;
    if let Some(baseline) = baseline {
        errors::print_changes(&mut out, &baseline.errors, &saved.errors)?;
    }
    Ok(())
}

fn load(file: &Path) -> anyhow::Result<Saved> {
    let json = fs::read_to_string(file).with_context(|| format!("cannot read the baseline {}", file.display()))?;
    serde_json::from_str(&json).with_context(|| format!("{} was not written by --save", file.display()))
}

fn build(quick: bool) -> anyhow::Result<PathBuf> {
    let profile = if quick { "evaluate" } else { "release" };
    command::show(&mut command::cargo(&["build", "--quiet", "--package", "hearsay-cli", "--profile", profile]))?;
    Ok(project::cargo_target(profile)?.join(format!("hearsay{}", std::env::consts::EXE_SUFFIX)))
}

/// Where the labelled texts are, and where the engine's answers to them go.
struct Answers<'a> {
    dir: &'a Path,
    binary: &'a Path,
    out: PathBuf,
    /// The veto to leave out.
    without: Option<String>,
}

impl Answers<'_> {
    fn gold(&self, set: &str) -> PathBuf {
        self.dir.join(format!("{set}.jsonl"))
    }

    fn pred(&self, set: &str) -> PathBuf {
        self.out.join(format!("{set}.jsonl"))
    }

    fn scorer(&self, name: &str) -> PathBuf {
        self.dir.join("../score").join(name)
    }

    /// Runs `hearsay batch` over a set.
    fn make(&self, set: &str) -> anyhow::Result<()> {
        let gold = fs::File::open(self.gold(set))?;
        let pred = fs::File::create(self.pred(set))?;
        let without = self.without.iter().flat_map(|veto| ["--without", veto]);
        let done = Command::new(self.binary).arg("batch").args(without).stdin(gold).stdout(pred).status()?;
        if !done.success() {
            bail!("`hearsay batch < {}` failed", self.gold(set).display());
        }
        Ok(())
    }
}
