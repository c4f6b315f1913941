//! The command line: `hearsay analyze` reads one text, `hearsay batch` many. Each verb has its own file; what they share is how a text is read ([`input`]) and how a claim is
//! written ([`answer`]).

mod analyze;
mod answer;
mod article;
mod batch;
mod code_points;
mod html;
mod input;
mod page;
mod progress;
mod row;
mod stats;

use std::io;
use std::process::ExitCode;

use anstream::eprintln;
use clap::{Parser, Subcommand};
use hearsay::Host;

const ABOUT: &str =
    "Finds the claims that an article puts in another mouth, and counts the hands each has passed through";

const EXAMPLES: &str = "\
Examples:
  The claims of an article, for a person to read:
    hearsay analyze article.txt

  The same for a text in a pipe; its publisher's own name is then not a hand:
    hearsay analyze --host lantern.example < article.txt

  The same for a program: offsets are Unicode code points, half-open:
    hearsay analyze --json article.txt

  Many articles, one JSON object a line, answered in the same order:
    hearsay batch < articles.jsonl > claims.jsonl

  How far away the claims of each site are, as a table:
    hearsay stats --by host claims.jsonl";

#[derive(Parser)]
#[command(name = "hearsay", version, about = ABOUT, after_help = EXAMPLES, arg_required_else_help = true)]
struct CommandLine {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Analyze(analyze::Options),
    Batch(batch::Options),
    Stats(stats::Options),
}

/// Runs the verb that the arguments ask for. A reader that goes away (`| head`) ends it without a word.
#[allow(clippy::print_stderr, reason = "the one place where an error is told to the person at the terminal")]
fn main() -> ExitCode {
    let done = match CommandLine::parse().verb {
        Verb::Analyze(options) => analyze::run(&options),
        Verb::Batch(options) => batch::run(&options),
        Verb::Stats(options) => stats::run(&options),
    };
    match done {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("hearsay: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe))
}

/// The publisher as the command line is told of it: a domain, an address on it, or else the name it goes by.
fn host(publisher: Option<&str>) -> Host {
    let publisher = publisher.unwrap_or_default().trim();
    if !publisher.contains('.') && !publisher.is_empty() {
        return Host { names: vec![publisher.to_owned()], domain: String::new() };
    }
    let address = publisher.to_lowercase();
    let address = address.split_once("://").map_or(address.as_str(), |(_, address)| address);
    let domain = address.split(['/', '?', '#', ':']).next().unwrap_or_default();
    Host { names: Vec::new(), domain: domain.strip_prefix("www.").unwrap_or(domain).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_publisher_is_told_by_domain_by_address_or_by_name() {
        for (publisher, name, domain) in [
            (None, None, ""),
            (Some(" "), None, ""),
            (Some("www.Lantern.example"), None, "lantern.example"),
            (Some("https://news.lantern.example:8080/orle?page=2"), None, "news.lantern.example"),
            (Some("The Northern Lantern"), Some("The Northern Lantern"), ""),
        ] {
            let found = host(publisher);
            assert_eq!(
                (found.names.first().map(String::as_str), found.domain.as_str()),
                (name, domain),
                "{publisher:?}"
            );
        }
    }
}
