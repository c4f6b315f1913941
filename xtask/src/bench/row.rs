//! One line of the table: a figure, what it is held against, and their ratio.

/// A figure of this run.
pub(crate) struct Row {
    /// What was measured.
    pub(crate) what: String,
    /// The figure with its unit.
    pub(crate) ours: String,
    /// What it is held against, measured in the same run, with its unit; empty when it stands alone.
    pub(crate) against: String,
    /// How many times the one is the other, and which way: `2.1 times as long`, `60 times faster`.
    pub(crate) ratio: String,
    /// What the ratio, or the figure, has to reach: `at least 20, aim 60`; empty when nothing was set.
    pub(crate) wanted: &'static str,
}

impl Row {
    /// A figure that stands alone.
    pub(crate) fn alone(what: impl Into<String>, ours: String) -> Self {
        Self { what: what.into(), ours, against: String::new(), ratio: String::new(), wanted: "" }
    }

    /// The same with something to hold it against.
    pub(crate) fn against(self, against: String, ratio: String) -> Self {
        Self { against, ratio, ..self }
    }

    /// The same with what it has to reach.
    pub(crate) fn wanted(self, wanted: &'static str) -> Self {
        Self { wanted, ..self }
    }
}

/// How much longer or larger the first is than the second.
pub(crate) fn times(ours: f64, theirs: f64) -> String {
    format!("{} times", short(ours / theirs))
}

/// How much faster, or slower, the first is than the second.
pub(crate) fn faster(ours: f64, theirs: f64) -> String {
    if ours <= theirs {
        format!("{} times faster", short(theirs / ours))
    } else {
        format!("{} times slower", short(ours / theirs))
    }
}

/// A figure to three digits at most.
pub(crate) fn short(value: f64) -> String {
    let digits = if value >= 99.95 {
        0
    } else if value >= 9.995 {
        1
    } else {
        2
    };
    format!("{value:.digits$}")
}

/// Milliseconds with their unit.
pub(crate) fn milliseconds(value: f64) -> String {
    format!("{} ms", short(value))
}
