//! What a verb tells the person who waits: one line when a step begins, one when it ends, on standard error.

use std::fmt::Display;
use std::time::Instant;

/// A step under way.
pub(crate) struct Step {
    what: String,
    begun: Instant,
}

impl Step {
    /// Says that a step begins. Only for steps that can take longer than a moment.
    pub(crate) fn begin(what: &str) -> Self {
        line("…", what, "");
        Self { what: what.to_owned(), begun: Instant::now() }
    }

    /// Says that it has ended, and how long it took.
    pub(crate) fn done(self) {
        line("✓", &self.what, format_args!("{:.1} s", self.begun.elapsed().as_secs_f32()));
    }
}

/// Says that a step had nothing to do.
pub(crate) fn unchanged(what: &str) {
    line("✓", what, "unchanged");
}

/// Prints one line: a sign, a step, a remark.
#[expect(clippy::print_stderr, reason = "the one place where a verb speaks")]
pub(crate) fn line(sign: &str, what: &str, remark: impl Display) {
    eprintln!("{sign} {what:<48} {remark}");
}

/// Says what failed in a step that has parts, each with its reason.
#[expect(clippy::print_stderr, reason = "the one place where a verb speaks")]
pub(crate) fn failures(what: &str, reasons: &[String]) {
    eprintln!("✗ {what}\n\n{}\n", reasons.join("\n\n"));
}

/// Says why the verb stops: what was wrong, and each cause of it.
#[expect(clippy::print_stderr, reason = "the one place where a verb speaks")]
pub(crate) fn failed(error: &anyhow::Error) {
    eprint!("\n✗ ");
    for cause in error.chain() {
        eprintln!("{cause}");
    }
}
