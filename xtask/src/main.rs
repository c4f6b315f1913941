//! Every chore of this repository, one verb each: `cargo xtask --help` lists them.
//!
//! A verb is a module with a `run`. It prints what it is doing as step lines and, when a step fails, the command to run
//! by hand. A verb does its own set-up, so any of them works on a fresh machine.

mod accuracy;
mod articles;
mod bench;
mod build;
mod command;
mod dependencies;
mod engine;
mod evaluate;
mod evaluate_trail;
mod fuzz;
mod fuzz_page;
mod package;
mod pages;
mod pictures;
mod project;
mod run;
mod setup;
mod soak;
mod spark;
mod stamp;
mod step;
mod test;
mod train;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Every chore of this repository, one verb each.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Build(build::Arguments),
    Run(run::Arguments),
    Pictures(pictures::Arguments),
    Test(test::Arguments),
    Evaluate(evaluate::Arguments),
    EvaluateTrail(evaluate_trail::Arguments),
    Accuracy(accuracy::Arguments),
    Articles(articles::Arguments),
    Bench(bench::Arguments),
    Fuzz(fuzz::Arguments),
    FuzzPage(fuzz_page::Arguments),
    Soak(soak::Arguments),
    Spark(spark::Arguments),
    Package(package::Arguments),
    Pages(pages::Arguments),
    /// Rebuild the learned weights from labelled text, and print what held-out text says of them.
    Train {
        /// The folder of corpora.
        corpus: PathBuf,
        /// Train one stage alone.
        #[arg(long)]
        only: Option<train::Stage>,
    },
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().verb {
        Verb::Build(arguments) => build::run(&arguments),
        Verb::Run(arguments) => run::run(&arguments),
        Verb::Pictures(arguments) => pictures::run(&arguments),
        Verb::Test(arguments) => test::run(&arguments),
        Verb::Evaluate(arguments) => evaluate::run(&arguments),
        Verb::Accuracy(arguments) => accuracy::run(&arguments),
        Verb::EvaluateTrail(arguments) => evaluate_trail::run(&arguments),
        Verb::Articles(arguments) => articles::run(&arguments),
        Verb::Bench(arguments) => bench::run(&arguments),
        Verb::Fuzz(arguments) => fuzz::run(&arguments),
        Verb::FuzzPage(arguments) => fuzz_page::run(&arguments),
        Verb::Soak(arguments) => soak::run(&arguments),
        Verb::Spark(arguments) => spark::run(&arguments),
        Verb::Package(arguments) => package::run(&arguments),
        Verb::Pages(arguments) => pages::run(&arguments),
        Verb::Train { corpus, only } => train::run(&corpus, only),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            step::failed(&error);
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use clap::error::ErrorKind;

    use super::*;

    /// Commands of the documents that are whole runs of cargo, and parts of `cargo xtask test` and `cargo xtask package`.
    const WHOLE_RUNS: [&str; 5] = [
        "cargo build --release",
        "cargo clippy --workspace --all-targets -- -D warnings",
        "cargo fmt --all",
        "cargo test --test cases",
        "cargo test --test word_lists",
    ];

    /// The text of every document for people.
    fn documents() -> String {
        let folders = ["", "docs", "extension/store"].map(project::path);
        let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
        let files = files.map(|file| file.unwrap().path());
        files.filter(|path| path.extension().is_some_and(|ending| ending == "md")).fold(
            String::new(),
            |mut all, path| {
                all += &fs::read_to_string(path).unwrap();
                all
            },
        )
    }

    /// What the documents tell people to type to cargo: in lines of code, a remark after it, and within sentences.
    fn commands(documents: &str) -> Vec<String> {
        let lines = documents.lines().filter_map(|line| line.strip_prefix("    "));
        let lines = lines.filter_map(|line| line.trim_start().split("  #").next()?.split(" > ").next());
        let spans = documents.split('`').skip(1).step_by(2);
        let typed = lines.chain(spans).map(|command| command.split_whitespace().collect::<Vec<_>>().join(" "));
        typed.filter(|command| command.starts_with("cargo ")).collect()
    }

    #[test]
    fn every_chore_in_the_documents_is_understood() {
        let commands = commands(&documents());
        assert!(commands.len() > 20, "{commands:?}");
        for command in commands.iter().filter(|command| !WHOLE_RUNS.contains(&command.as_str())) {
            let words = command.strip_prefix("cargo xtask").unwrap_or_else(|| panic!("nobody tries `{command}`"));
            let read = Arguments::try_parse_from(["cargo xtask"].into_iter().chain(words.split_whitespace()));
            let Err(error) = read else { continue };
            // A chore may be spoken of by its name alone.
            let is_name = words.split_whitespace().count() == 1 && error.kind() == ErrorKind::MissingRequiredArgument;
            assert!(is_name || error.kind() == ErrorKind::DisplayHelp, "`{command}`: {error}");
        }
    }

    #[test]
    fn a_chore_that_does_not_exist_is_found() {
        let commands = commands("As `cargo xtask pack`:\n\n    cargo xtask build --fast   # quickly\n");
        assert_eq!(commands, ["cargo xtask build --fast", "cargo xtask pack"]);
        for command in commands {
            assert!(Arguments::try_parse_from(command.split(' ').skip(1)).is_err(), "{command}");
        }
    }
}
