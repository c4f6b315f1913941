//! `cargo xtask accuracy`: how often a reader is shown what is right, on texts of our own. Runs the engine over the labelled
//! texts in `tests/accuracy/`, counts as `evaluate` does, and writes `docs/accuracy.md` and the table in `README.md`.

mod labels;

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};

use crate::command::{cargo, program};
use crate::evaluate::chains::{self, Counts, Judged};
use crate::evaluate::corpus::{self, Article};
use crate::project;

/// Where the texts are.
const TEXTS: &str = "tests/accuracy";
/// What is written as a whole.
const DOCUMENT: &str = "docs/accuracy.md";
/// Where the main figures stand, between two remarks that no reader sees.
const README: &str = "README.md";
const BEGIN: &str = "<!-- Written by `cargo xtask accuracy`. -->\n";
const END: &str = "<!-- To here. -->\n";

/// Measure on our own labelled texts how often a reader is shown what is right
///
/// Writes docs/accuracy.md, and its main figures into README.md.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing, and fail where the document says something else.
    #[arg(long)]
    check: bool,
}

/// A file of texts.
struct Set {
    name: &'static str,
    title: &'static str,
    /// What has been done with them.
    use_made: &'static str,
}

const SETS: [Set; 3] = [
    Set { name: "news", title: "News of every sort", use_made: UNREAD },
    Set { name: "rewrites2", title: "Copy that passes on what other outlets report", use_made: UNREAD },
    Set { name: "rewrites", title: "The same, in as many ways as its writer could think of", use_made: READ },
];

const UNREAD: &str = "Nobody who works on the engine has read what it makes of these texts.";
const READ: &str = "These texts have been read for mistakes, so that an article that nobody has seen fares worse.";

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    if arguments.check {
        return check();
    }
    for (document, text) in written()? {
        fs::write(project::path(document), text).with_context(|| format!("cannot write {document}"))?;
        writeln!(std::io::stdout(), "{document}")?;
    }
    Ok(())
}

/// Fails where a document says something else than the texts give.
pub(crate) fn check() -> Result<()> {
    for (document, text) in written()? {
        let standing = read(document)?;
        ensure!(standing == text, "{document} is not what the texts give; write it anew with `cargo xtask accuracy`");
    }
    Ok(())
}

fn read(document: &str) -> Result<String> {
    fs::read_to_string(project::path(document)).with_context(|| format!("cannot read {document}"))
}

/// The documents as the engine of today gives them, by their paths.
fn written() -> Result<[(&'static str, String); 2]> {
    let mut document = String::from(HEAD);
    let mut unread = Vec::new();
    for Set { name, title, use_made } in SETS {
        let articles = answered(name)?;
        let counts = chains::count(&articles, Judged::Shown);
        write!(document, "\n## {title}\n\n{use_made} There are {} of them.\n\n| | |\n|---|---|\n", articles.len())?;
        for (what, share) in LINES {
            writeln!(document, "| {what} | {} |", share(&counts))?;
        }
        if use_made == UNREAD {
            unread.push((title, counts));
        }
    }
    document.push_str(FOOT);
    Ok([(DOCUMENT, document), (README, with_table(&read(README)?, &unread)?)])
}

/// The README with the main figures of these sets, side by side.
fn with_table(readme: &str, sets: &[(&str, Counts)]) -> Result<String> {
    let (before, rest) = readme.split_once(BEGIN).context("README.md has no place for the figures")?;
    let (_, after) = rest.split_once(END).context("the figures of README.md have no end")?;
    let row = |first: &str, cells: Vec<String>| format!("| {first} | {} |\n", cells.join(" | "));
    let mut table = row("", sets.iter().map(|(title, _)| (*title).to_owned()).collect());
    table += &row("---", vec!["---".to_owned(); sets.len()]);
    for (what, (_, share)) in MAIN {
        table += &row(what, sets.iter().map(|(_, counts)| share(counts)).collect());
    }
    Ok(format!("{before}{BEGIN}{table}{END}{after}"))
}

/// The texts of a set with the engine's answers.
fn answered(set: &str) -> Result<Vec<Article>> {
    let file = format!("{TEXTS}/{set}.txt");
    let texts = fs::read_to_string(project::path(&file)).with_context(|| format!("cannot read {file}"))?;
    let rows = labels::read(&texts).with_context(|| file.clone())?;
    let rows = rows.iter().map(|row| format!("{row}\n")).collect::<String>();
    // Built like the tests, since the answers are the same in every profile and this is compiled already.
    let built =
        cargo(&["build", "--quiet", "--package", "hearsay-cli"]).status().context("cargo could not be started")?;
    ensure!(built.success(), "the engine could not be built");
    let binary = project::cargo_target("debug")?.join(format!("hearsay{}", std::env::consts::EXE_SUFFIX));
    let mut batch = program(binary, &["batch"]);
    let mut batch =
        batch.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("hearsay could not be started")?;
    let mut input = batch.stdin.take().context("hearsay takes no input")?;
    let given = rows.clone();
    let giving = std::thread::spawn(move || input.write_all(given.as_bytes()));
    let output = batch.wait_with_output()?;
    if giving.join().is_err() || !output.status.success() {
        bail!("`hearsay batch` failed on {file}");
    }
    corpus::parse(&rows, &String::from_utf8_lossy(&output.stdout)).with_context(|| file)
}

/// A line of a table: what it tells, and its share of whole.
type Line = (&'static str, fn(&Counts) -> String);

const LINES: [Line; 7] = [
    ("claims that a careful reader marks", |counts| counts.required.to_string()),
    ("of these, shown", |counts| share(counts.matched, counts.required)),
    ("of what is shown, marked by the reader too", |counts| {
        share(counts.matched, counts.matched + counts.false_alarms)
    }),
    ("**one hand**: of those shown, the right hand under the right name", |counts| {
        share(counts.named - counts.deep.named, counts.matched - counts.deep.found)
    }),
    ("**two hands and more**: of those marked, shown", |counts| share(counts.deep.found, counts.deep.required)),
    ("of those marked, every hand right and rightly named", |counts| share(counts.deep.named, counts.deep.required)),
    ("of what is shown with two hands and more, right and rightly named", |counts| {
        share(counts.deep_answers_right, counts.deep_answers)
    }),
];

/// What the README tells, each with its line in the document.
const MAIN: [(&str, Line); 4] = [
    ("claims shown, of those that a careful reader marks", LINES[1]),
    ("of what is shown, marked by the reader too", LINES[2]),
    ("**one hand**: the right hand under the right name", LINES[3]),
    ("**two hands and more**: every hand right and rightly named", LINES[6]),
];

/// `87 % (45 of 52)`
fn share(part: usize, whole: usize) -> String {
    format!("{:.0} % ({part} of {whole})", chains::percent(part, whole))
}

const HEAD: &str = "\
# How often Hearsay is right

What a reader is shown, compared with what a careful reader marks by [the definition](sourcing-depth.md). The texts were
written for this, in the manner of real outlets, by people who had not seen how the engine works; their labels stand beside
them in `tests/accuracy/`. `cargo xtask accuracy` writes this page, and `cargo xtask test` fails where it is not what the
engine gives.

Hearsay reads English alone, and it goes by the words on the page: it does not know what is true.
";

const FOOT: &str = "
## How it is counted

A claim is shown when at least half of its words are those of the label. It is right when each hand stands in its place, and
rightly named when each is printed under the name that the page gives it: not somebody else's, not a garbled one, not *she*
where the page says who she is. What a label calls optional counts neither way. Quotations that go on are one claim with
what they go on from.
";
