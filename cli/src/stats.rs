//! `hearsay stats`: what a batch has found, counted by site, by month or by what sort of source the last hand is, as a
//! table for a spreadsheet.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, ValueEnum};
use hearsay::Host;
use serde::Deserialize;
use serde_json::Value;

use super::{host, input};

/// What is counted together.
#[derive(Clone, Copy, ValueEnum)]
enum By {
    /// The site: the row's host, or hostname
    Host,
    /// The month of the row's date
    Month,
    /// What sort of source the last hand of a claim is
    Type,
}

/// Counts what a batch has found, as CSV
#[derive(Args)]
#[command(after_help = "\
In:   what `hearsay batch` prints, with the keys that its rows had
Out:  one line for each group: articles with a claim or without, claims by depth,
      claims whose last hand has no name, and the mean depth

Examples:
  hearsay stats --by host claims.jsonl > hosts.csv
  hearsay batch articles.jsonl | hearsay stats --by month
  hearsay stats --by type --confidence 0.5 claims.jsonl")]
pub(crate) struct Options {
    /// The answers of a batch; standard input if no file is named
    file: Option<PathBuf>,
    /// What to count together
    #[arg(long, value_enum)]
    by: By,
    /// Count only claims of at least this confidence, from 0 to 1
    #[arg(long, default_value_t = 0.0)]
    confidence: f64,
}

/// An answer of a batch, as far as it is counted.
#[derive(Deserialize)]
struct Row {
    host: Option<Value>,
    hostname: Option<Value>,
    date: Option<Value>,
    claims: Vec<Claim>,
}

#[derive(Deserialize)]
struct Claim {
    depth: u8,
    ends_nameless: bool,
    confidence: f64,
    chain: Vec<Hop>,
}

#[derive(Deserialize)]
struct Hop {
    #[serde(rename = "type")]
    source_type: String,
    link: String,
}

/// What is counted of a group.
#[derive(Default)]
struct Counts {
    articles: u64,
    claims: u64,
    /// Of one hand, of two, and of three or more.
    depths: [u64; 3],
    nameless: u64,
    /// The depths of all claims, added up.
    hands: u64,
}

/// Where a row does not say what it is counted by.
const UNKNOWN: &str = "unknown";

pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let lines = BufReader::new(input::open(options.file.as_deref())?);
    let mut groups: BTreeMap<String, Counts> = BTreeMap::new();
    for (number, line) in (1..).zip(lines.lines()) {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let row: Row = serde_json::from_str(&line)
            .ok()
            .with_context(|| format!("line {number} is no answer of `hearsay batch`"))?;
        count(&mut groups, row, options);
    }
    let mut table = csv::Writer::from_writer(io::stdout().lock());
    let group = match options.by {
        By::Host => "host",
        By::Month => "month",
        By::Type => "type",
    };
    let head = [group, "articles", "claims", "depth_1", "depth_2", "depth_3_or_more", "ends_nameless", "mean_depth"];
    table.write_record(head)?;
    for (group, counts) in &groups {
        table.write_record(counts.record(group))?;
    }
    table.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Adds a row to its groups.
fn count(groups: &mut BTreeMap<String, Counts>, row: Row, options: &Options) {
    let claims: Vec<Claim> = row.claims.into_iter().filter(|claim| claim.confidence >= options.confidence).collect();
    let whole = match options.by {
        By::Host => site(row.host.as_ref().or(row.hostname.as_ref())),
        By::Month => month(row.date.as_ref()),
        By::Type => {
            let mut of_type: BTreeMap<String, Vec<Claim>> = BTreeMap::new();
            for claim in claims {
                let last = claim.chain.iter().rfind(|hop| hop.link != "inherited");
                let name = last.map_or_else(|| UNKNOWN.to_owned(), |hop| hop.source_type.clone());
                of_type.entry(name).or_default().push(claim);
            }
            of_type.iter().for_each(|(name, claims)| groups.entry(name.clone()).or_default().add(claims));
            return;
        }
    };
    groups.entry(whole.unwrap_or_else(|| UNKNOWN.to_owned())).or_default().add(&claims);
}

impl Counts {
    /// Counts an article with these claims.
    fn add(&mut self, claims: &[Claim]) {
        self.articles += 1;
        for claim in claims {
            self.claims += 1;
            self.hands += u64::from(claim.depth);
            self.nameless += u64::from(claim.ends_nameless);
            self.depths[usize::from(claim.depth.clamp(1, 3)) - 1] += 1;
        }
    }

    fn record(&self, group: &str) -> Vec<String> {
        let [one, two, more] = self.depths;
        let mean =
            if self.claims == 0 { String::new() } else { format!("{:.3}", self.hands as f64 / self.claims as f64) };
        let numbers = [self.articles, self.claims, one, two, more, self.nameless].map(|number| number.to_string());
        [group.to_owned()].into_iter().chain(numbers).chain([mean]).collect()
    }
}

/// The site, by its domain or else its name.
fn site(publisher: Option<&Value>) -> Option<String> {
    let publisher = publisher?;
    let told = [publisher, &publisher["domain"], &publisher["names"][0]].into_iter().find_map(Value::as_str);
    let Host { names, domain } = host(told);
    [domain].into_iter().chain(names).find(|name| !name.is_empty())
}

/// `2024-05` of a date that begins so.
fn month(date: Option<&Value>) -> Option<String> {
    let month = date?.as_str()?.get(..7)?;
    let is_month =
        month.bytes().enumerate().all(|(at, byte)| if at == 4 { byte == b'-' } else { byte.is_ascii_digit() });
    is_month.then(|| month.to_owned())
}
