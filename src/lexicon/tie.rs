//! Words that tie somebody to a statement besides its source: `citing`, `via`, `seen by`.

use super::hashing::Table;

/// Words with somebody behind them, and the part that somebody plays.
#[derive(Debug)]
pub struct Tie {
    /// The words, in lower case.
    pub words: Vec<&'static str>,
    /// What the one behind them has to do with the statement.
    pub part: Part,
}

/// The part that somebody plays in a statement besides its source. The words are those of `ties.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Is cited by the source: `citing X`.
    Cited,
    /// Passed the statement on: `via X`.
    PassedOn,
    /// Printed, aired or saw it, or was told: `seen by X`.
    Medium,
}

impl Part {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "cited" => Self::Cited,
            "passed on" => Self::PassedOn,
            "medium" => Self::Medium,
            _ => return None,
        })
    }
}

/// Reads `ties.tsv`, by the first words of its rows and in its order. A row whose part is unknown is left out, and a test
/// finds it.
pub(super) fn read(table: &'static str) -> Table<&'static str, Vec<Tie>> {
    let tie = |line: &'static str| {
        let (words, rest) = line.split_once('\t')?;
        let part = Part::parse(rest.split('\t').next()?)?;
        Some(Tie { words: words.split(' ').collect(), part })
    };
    let mut ties: Table<&'static str, Vec<Tie>> = Table::default();
    for tie in super::rows(table).filter_map(tie) {
        ties.entry(tie.words[0]).or_default().push(tie);
    }
    ties
}
