//! Every chore of this repository, one verb each: `cargo xtask --help` lists them.
//!
//! A verb is a module with a `run`. It prints what it is doing as step lines and, when a step fails, the command to run
//! by hand. A verb does its own set-up, so any of them works on a fresh machine.

mod bench;
mod build;
mod command;
mod evaluate;
mod fuzz;
mod fuzz_page;
mod package;
mod pictures;
mod project;
mod run;
mod setup;
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
    Bench(bench::Arguments),
    Fuzz(fuzz::Arguments),
    FuzzPage(fuzz_page::Arguments),
    Package(package::Arguments),
    /// Rebuild the learned weights from labelled text, and print what held-out text says of them.
    Train {
        /// The folder of corpora.
        corpus: PathBuf,
    },
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().verb {
        Verb::Build(arguments) => build::run(&arguments),
        Verb::Run(arguments) => run::run(&arguments),
        Verb::Pictures(arguments) => pictures::run(&arguments),
        Verb::Test(arguments) => test::run(&arguments),
        Verb::Evaluate(arguments) => evaluate::run(&arguments),
        Verb::Bench(arguments) => bench::run(&arguments),
        Verb::Fuzz(arguments) => fuzz::run(&arguments),
        Verb::FuzzPage(arguments) => fuzz_page::run(&arguments),
        Verb::Package(arguments) => package::run(&arguments),
        Verb::Train { corpus } => train::run(&corpus),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            step::failed(&error);
            ExitCode::FAILURE
        }
    }
}
