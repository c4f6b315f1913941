//! `cargo xtask evaluate-trail`: how well a claim is found again on the page that it is cited from.
//!
//! Reads `tests/trail/pairs.txt`, whose head explains it. For each story the score from which a claim counts as found is
//! chosen on the other stories, and what it gives on this one is counted.

use std::fs;
use std::io::{self, Write};

use anyhow::{Context, bail};
use hearsay::document::{Block, Document, Host};
use hearsay::trail::{FOUND_FROM, rank};

use crate::project;

/// How many of the found ones are to be right.
const PRECISION: f32 = 0.95;

/// A pair, read and scored.
struct Pair {
    story: usize,
    claim: String,
    /// Whether the page says the claim.
    said: bool,
    /// Whether the closest passage is where it says it.
    right: bool,
    score: f32,
    passage: String,
}

#[derive(Default)]
struct Count {
    found: u16,
    right: u16,
    said: u16,
}

impl Count {
    fn of<'a>(pairs: impl Iterator<Item = &'a Pair>, from: f32) -> Self {
        pairs.fold(Self::default(), |mut count, pair| {
            count.add(pair, from);
            count
        })
    }

    fn add(&mut self, pair: &Pair, from: f32) {
        let found = pair.score >= from;
        self.found += u16::from(found);
        self.right += u16::from(found && pair.right);
        self.said += u16::from(pair.said);
    }

    fn precision(&self) -> f32 {
        f32::from(self.right) / f32::from(self.found.max(1))
    }

    fn recall(&self) -> f32 {
        f32::from(self.right) / f32::from(self.said.max(1))
    }

    fn print(&self, out: &mut impl Write, what: &str) -> io::Result<()> {
        let Self { found, right, said } = self;
        let (precision, recall) = (100.0 * self.precision(), 100.0 * self.recall());
        writeln!(out, "{what}: precision {precision:.1} ({right} of {found}), recall {recall:.1} ({right} of {said})")
    }
}

/// Measures how well a claim is found again on the page it is cited from
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Print the pairs that go wrong
    #[arg(long)]
    errors: bool,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let file = project::path("tests/trail/pairs.txt");
    let pairs = pairs(&fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?)?;
    let stories = pairs.last().map_or(0, |pair| pair.story);
    let mut held_out = Count::default();
    for story in 1..=stories {
        let from = threshold(&pairs, story);
        pairs.iter().filter(|pair| pair.story == story).for_each(|pair| held_out.add(pair, from));
    }
    let mut out = io::stdout().lock();
    let misses = pairs.iter().filter(|pair| !pair.said).count();
    writeln!(out, "{} pairs of {stories} stories, {misses} of them near misses", pairs.len())?;
    held_out.print(&mut out, "each story by the others")?;
    Count::of(pairs.iter(), FOUND_FROM).print(&mut out, &format!("as built, from {FOUND_FROM}"))?;
    if arguments.errors {
        for pair in pairs.iter().filter(|pair| (pair.score >= FOUND_FROM) != pair.said || pair.said && !pair.right) {
            let sign = if pair.said { '+' } else { '-' };
            writeln!(out, "{sign} {:.2} {}\n       {}", pair.score, pair.claim, pair.passage)?;
        }
    }
    Ok(())
}

/// The score that finds most of what the other stories say, at the precision that is asked for.
fn threshold(pairs: &[Pair], story: usize) -> f32 {
    let others = || pairs.iter().filter(|pair| pair.story != story);
    let precise = others().map(|pair| pair.score).filter(|from| Count::of(others(), *from).precision() >= PRECISION);
    precise.fold(1.0, f32::min)
}

fn pairs(file: &str) -> anyhow::Result<Vec<Pair>> {
    let (mut pairs, mut story) = (Vec::new(), 0);
    let mut page = Document::default();
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if line.starts_with("= ") {
            story += 1;
            page = Document { host: Host::default(), blocks: Vec::new() };
            continue;
        }
        let (paragraph, claim) = if let Some(claim) = line.strip_prefix("- ") {
            (None, claim)
        } else if let Some(row) = line.strip_prefix("+ ") {
            let (paragraph, claim) = row.split_once(' ').with_context(|| format!("no claim in {line:?}"))?;
            (Some(paragraph.parse::<u32>()?), claim)
        } else {
            page.blocks.push(Block { text: line.to_owned(), ..Block::default() });
            continue;
        };
        if page.blocks.is_empty() {
            bail!("no page above {line:?}");
        }
        let best = rank(claim, &page).into_iter().next();
        let right = best.as_ref().is_some_and(|best| Some(best.span.block + 1) == paragraph);
        let passage = best.as_ref().and_then(|best| page.words(best.span)).unwrap_or_default().to_owned();
        let (said, score) = (paragraph.is_some(), best.map_or(0.0, |best| best.score));
        pairs.push(Pair { story, claim: claim.to_owned(), said, right, score, passage });
    }
    Ok(pairs)
}
