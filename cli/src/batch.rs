//! `hearsay batch`: many texts, one JSON object a line, analysed on all cores and answered in order. No more than a few
//! rows for each core are held at a time.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, SyncSender, TryRecvError};
use std::thread;

use clap::Args;
use hearsay::language::is_english;
use hearsay::{Host, Report, Unread};

use super::answer::Answer;
use super::article::Article;
use super::progress::Progress;
use super::row::Row;
use super::{host, input};

/// The claims of many articles, as JSON Lines
#[derive(Args)]
#[command(after_help = "\
In:   {\"id\": …, \"text\": …, \"host\": …}   one article a line
Out:  {\"id\": …, \"claims\": […]}            one line for each, in the same order

All but the text may be left out, and other keys go with the answer. Rows of
`trafilatura --json` are taken as they come: title is the headline, hostname the
publisher, date goes along. What is not in English is answered with
\"unread\": \"other-language\". A line that cannot be read is reported on
standard error with its number, the others are answered, and the command ends
with code 1. docs/claims.schema.json explains every field.

Examples:
  hearsay batch < articles.jsonl > claims.jsonl
  hearsay batch --host lantern.example articles.jsonl | jq -c '[.id, (.claims | length)]'")]
pub(crate) struct Options {
    /// The articles; standard input if no file is named
    file: Option<PathBuf>,
    /// The site that published the articles whose rows do not say
    #[arg(long, value_name = "DOMAIN")]
    host: Option<String>,
    /// Leave out one of the reasons why a cue says nothing, to see what it is worth
    #[arg(long, value_name = "VETO", value_parser = vetoes())]
    without: Option<String>,
}

/// The names of the vetoes.
fn vetoes() -> Vec<&'static str> {
    hearsay::attribution::vetoes().iter().map(|veto| veto.name).collect()
}

/// What holds for every line.
#[derive(Clone)]
struct Settings {
    /// Who publishes a row that does not say.
    default: Host,
    /// The veto to leave out.
    without: Option<String>,
}

/// A line's answer, or why there is none.
type Outcome = Result<String, String>;

/// A line whose answer is still being worked on.
struct Pending {
    /// The line's number in the input, from 1.
    number: usize,
    /// The line's length in bytes.
    length: usize,
    outcome: Receiver<Outcome>,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let file = options.file.as_deref();
    let lines = BufReader::with_capacity(1 << 16, input::open(file)?);
    let settings = Settings { default: host(options.host.as_deref()), without: options.without.clone() };
    let (queue, pending) = mpsc::sync_channel(4 * rayon::current_num_threads());
    let reader = thread::spawn(move || read(lines, &settings, &queue));

    let mut out = BufWriter::new(io::stdout().lock());
    let progress = Progress::begin(input::length(file));
    let (mut answered, mut unread) = (0_usize, 0_usize);
    while let Some(line) = next(&pending, &mut out)? {
        let early = || Err("the analysis ended early; please report this line".into());
        match line.outcome.recv().unwrap_or_else(|_| early()) {
            Ok(answer) => {
                answered += 1;
                writeln!(out, "{answer}")?;
            }
            Err(reason) => {
                unread += 1;
                progress.say(&format!("hearsay: line {}: {reason}", line.number));
            }
        }
        progress.advance(line.length, answered);
    }
    out.flush()?;
    progress.end();
    match reader.join() {
        Ok(read) => read?,
        Err(_) => anyhow::bail!("reading ended early; please report this"),
    }
    if answered + unread == 0 {
        progress.say(&format!("hearsay: {} is empty: there is no article to analyze", input::name(file)));
    }
    Ok(if unread == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The next answer in order. Before it waits, what is written so far is passed on: whoever asks line by line is
/// answered line by line.
fn next(pending: &Receiver<Pending>, out: &mut impl Write) -> io::Result<Option<Pending>> {
    match pending.try_recv() {
        Ok(answer) => Ok(Some(answer)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            out.flush()?;
            Ok(pending.recv().ok())
        }
    }
}

/// Reads lines and has each analysed. Waits when the queue is full; stops when nobody takes answers any more.
fn read(mut lines: impl BufRead, settings: &Settings, queue: &SyncSender<Pending>) -> anyhow::Result<()> {
    for number in 1.. {
        let mut line = Vec::new();
        let length = lines.by_ref().take(input::LONGEST_TEXT as u64).read_until(b'\n', &mut line)?;
        if length == 0 {
            break;
        }
        if length == input::LONGEST_TEXT {
            anyhow::bail!("line {number} is longer than {} MB; stopped there", input::LONGEST_TEXT >> 20);
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let (answer, receiver) = mpsc::sync_channel(1);
        let settings = settings.clone();
        rayon::spawn(move || {
            // Nobody listens any more when the output was closed early.
            let _ = answer.send(outcome(&line, settings));
        });
        if queue.send(Pending { number, length, outcome: receiver }).is_err() {
            break;
        }
    }
    Ok(())
}

fn outcome(line: &[u8], settings: Settings) -> Outcome {
    let Row { text, title, host, language, others } = Row::read(line)?;
    let article = Article::read(&text, title, host.unwrap_or(settings.default));
    let is_other = is_english(&text, language.as_deref()) == Some(false);
    let read = || {
        if is_other {
            return Report::unread(Unread::OtherLanguage);
        }
        match &settings.without {
            Some(veto) => hearsay::analyze_without(&article.document, veto),
            None => hearsay::analyze(&article.document),
        }
    };
    // A fault in one article shall not end the others.
    let report = catch_unwind(AssertUnwindSafe(read));
    let report = report.map_err(|_| "the engine failed on this text; please report it".to_owned())?;
    serde_json::to_string(&Answer::of(&text, &article, &report, others)).map_err(|error| error.to_string())
}
