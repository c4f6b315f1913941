//! The command line: `hearsay analyze` reads one text, `hearsay batch` many.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
