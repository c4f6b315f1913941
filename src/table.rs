//! The tables of words and forms that lie beside the code that reads them: `.tsv` files, one row a line.
//!
//! In goes the text of a table, out come its rows, comments and empty lines left out, and the weights in its columns.

/// The rows of a table, in order. A line that begins with `#` is a comment.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A weight in a column, which has two digits behind its point: `-0.25`. The standard library's parser would bring 13 kB
/// along, most of them a table of powers that does not compress.
pub(crate) fn weight(column: &str) -> Option<f32> {
    let (whole, hundredths) = column.split_once('.').filter(|(_, hundredths)| hundredths.len() == 2)?;
    let magnitude = f32::from(whole.trim_start_matches('-').parse::<u8>().ok()?) * 100.0
        + f32::from(hundredths.parse::<u8>().ok()?);
    Some(if whole.starts_with('-') { -magnitude } else { magnitude } / 100.0)
}

/// A table as the program carries it: its first columns, without the lines and columns that only people read.
///
/// Nothing but what it gives is part of the program; the file itself is read by the compiler alone.
macro_rules! table {
    ($path:literal, $columns:expr) => {{
        const FILE: &str = include_str!($path);
        const KEPT: [u8; $crate::table::length(FILE, $columns)] = $crate::table::kept(FILE, $columns);
        const TABLE: &str = match std::str::from_utf8(&KEPT) {
            Ok(table) => table,
            Err(_) => panic!("a line was cut inside a character"),
        };
        TABLE
    }};
    ($path:literal) => {
        $crate::table::table!($path, usize::MAX)
    };
}
pub(crate) use table;

/// How many bytes of a table are kept. Takes its text and how many columns are.
pub(crate) const fn length(table: &str, columns: usize) -> usize {
    let mut kept = 0;
    let mut line = Line::new();
    let mut at = 0;
    while at < table.len() {
        kept += line.keeps(table.as_bytes()[at], columns) as usize;
        at += 1;
    }
    kept
}

/// The bytes of a table that are kept, [`length`] of them.
pub(crate) const fn kept<const LENGTH: usize>(table: &str, columns: usize) -> [u8; LENGTH] {
    let mut kept = [0; LENGTH];
    let mut line = Line::new();
    let (mut at, mut next) = (0, 0);
    while at < table.len() {
        let byte = table.as_bytes()[at];
        if line.keeps(byte, columns) {
            kept[next] = byte;
            next += 1;
        }
        at += 1;
    }
    kept
}

/// Where in its line a byte stands.
struct Line {
    first: bool,
    comment: bool,
    column: usize,
}

impl Line {
    const fn new() -> Self {
        Self { first: true, comment: false, column: 0 }
    }

    /// Whether the next byte is kept.
    const fn keeps(&mut self, byte: u8, columns: usize) -> bool {
        if self.first {
            self.comment = byte == b'#';
            self.column = 0;
        }
        // An empty line is none.
        let blank = self.first && byte == b'\n';
        self.first = byte == b'\n';
        self.column += (byte == b'\t') as usize;
        !self.comment && !blank && (self.first || self.column < columns)
    }
}

#[cfg(test)]
mod tests {
    use super::{kept, length, weight};

    #[test]
    fn the_program_carries_a_table_without_what_only_people_read() {
        const FILE: &str = "# A table.\n\nbeck\tbrook\ta beck\n# more\nfjell\thill\n";
        for (columns, table) in
            [(1, "beck\nfjell\n"), (2, "beck\tbrook\nfjell\thill\n"), (9, "beck\tbrook\ta beck\nfjell\thill\n")]
        {
            assert_eq!(length(FILE, columns), table.len());
        }
        assert_eq!(kept::<{ length(FILE, 2) }>(FILE, 2), *b"beck\tbrook\nfjell\thill\n");
        assert_eq!(kept::<{ length(FILE, 1) }>(FILE, 1), *b"beck\nfjell\n");
    }

    #[test]
    fn a_weight_is_read_as_it_is_written() {
        for (column, number) in [("0.05", 0.05), ("-0.25", -0.25), ("2.09", 2.09), ("-1.10", -1.1), ("0.00", 0.0)] {
            assert_eq!(weight(column), Some(number), "{column}");
        }
        for column in ["", "1", "0.5", "0.125", "a.bc", "1.2.3"] {
            assert_eq!(weight(column), None, "{column}");
        }
    }
}
