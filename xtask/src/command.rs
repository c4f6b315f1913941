//! Other programs, run so that a failure says what a person can type to see it again.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::project;

/// A program that will run in the repository's root.
pub(crate) fn program<S: AsRef<OsStr>>(name: S, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(project::root());
    command
}

/// The cargo that runs this program.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// A script of the repository, in TypeScript, under Node.
pub(crate) fn script(path: &str, arguments: &[&str]) -> Command {
    let mut command = program("node", &["--import", "tsx", path]);
    command.args(arguments);
    command
}

/// Runs a program, its output going straight to the terminal.
pub(crate) fn show(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| by_hand("could not be started", command))?;
    if !status.success() {
        bail!(by_hand(&format!("failed ({status})"), command));
    }
    Ok(())
}

/// Runs a program silently; what it printed is shown only when it fails.
pub(crate) fn quiet(command: &mut Command) -> Result<()> {
    let output = command.stdin(Stdio::null()).output().with_context(|| by_hand("could not be started", command))?;
    if !output.status.success() {
        bail!(
            "{}{}\n{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
            by_hand(&format!("failed ({})", output.status), command)
        );
    }
    Ok(())
}

/// Runs a program whose answer is wanted: what it prints. What it says on standard error goes to the terminal.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let output = output.with_context(|| by_hand("could not be started", command))?;
    if !output.status.success() {
        bail!(by_hand(&format!("failed ({})", output.status), command));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What a program prints, or nothing when it is missing or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// One sentence: what happened, and the command to run by hand.
fn by_hand(happened: &str, command: &Command) -> String {
    let name = std::path::Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let settings = command.get_envs().filter_map(|(name, value)| {
        let value = value?.to_string_lossy();
        Some(format!("{}={} ", name.to_string_lossy(), quoted(&value)))
    });
    let words = command.get_args().map(|word| format!(" {}", quoted(&word.to_string_lossy())));
    let typed: String = settings.chain([name.to_string_lossy().into_owned()]).chain(words).collect();
    let folder = command.get_current_dir().unwrap_or(project::root());
    format!("This step {happened}. To run it by hand, in {}:\n    {typed}", folder.display())
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,@+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_names_the_command_to_run_by_hand() {
        let mut command = program("sh", &["-c", "exit 3"]);
        command.env("MODE", "one two");
        let message = show(&mut command).unwrap_err().to_string();
        assert!(message.contains("exit status: 3"), "{message}");
        assert!(message.ends_with("MODE='one two' sh -c 'exit 3'"), "{message}");
    }

    #[test]
    fn a_missing_program_answers_nothing() {
        assert_eq!(answer(&mut program("no-such-program-here", &[])), None);
    }
}
