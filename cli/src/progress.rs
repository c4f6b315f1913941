//! How far a long batch or a long text has come, for whoever waits at a terminal. Elsewhere nothing is shown.

use std::io::{self, IsTerminal};
use std::time::Duration;

use anstream::eprintln;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A line on standard error that is written again and again.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Begins to count towards a number of bytes, if it is known.
    pub(crate) fn begin(bytes: Option<u64>) -> Self {
        // Answers on the same terminal show well enough how it goes.
        let shown = io::stderr().is_terminal() && !io::stdout().is_terminal();
        let target = if shown { ProgressDrawTarget::stderr_with_hz(5) } else { ProgressDrawTarget::hidden() };
        let form = match bytes {
            Some(_) => "{bar:30} {percent:>3} % · {msg} · {eta} left",
            None => "{spinner} {bytes} · {msg} · {elapsed}",
        };
        let bar = ProgressBar::with_draw_target(bytes, target);
        Self(bar.with_style(ProgressStyle::with_template(form).unwrap_or_else(|_| ProgressStyle::default_bar())))
    }

    /// Shows that one text of so many bytes is being read, and since when. A short one is read before anybody could look.
    pub(crate) fn reading(bytes: usize) -> Self {
        const LONG: usize = 1_000_000;
        let shown = bytes >= LONG && io::stderr().is_terminal();
        let target = if shown { ProgressDrawTarget::stderr_with_hz(5) } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        bar.set_style(
            ProgressStyle::with_template("{spinner} reading {msg} · {elapsed}")
                .unwrap_or_else(|_| ProgressStyle::default_bar()),
        );
        bar.set_message(format!("{:.1} MB", bytes as f64 / 1e6));
        if shown {
            bar.enable_steady_tick(Duration::from_millis(200));
        }
        Self(bar)
    }

    /// Counts a line of so many bytes, after which so many articles have been answered.
    pub(crate) fn advance(&self, bytes: usize, articles: usize) {
        if !self.0.is_hidden() {
            self.0.set_message(format!("{articles} answered"));
            self.0.inc(bytes as u64);
        }
    }

    /// Writes a line to standard error, above the progress.
    #[allow(clippy::print_stderr, reason = "a line that cannot be read is told at once, while the others go on")]
    pub(crate) fn say(&self, line: &str) {
        self.0.suspend(|| eprintln!("{line}"));
    }

    pub(crate) fn end(&self) {
        self.0.finish_and_clear();
    }
}
