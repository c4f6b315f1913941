//! The tables of words and forms that lie beside the code that reads them: `.tsv` files, one row a line.
//!
//! In goes the text of a table, out come its rows, comments and empty lines left out.

/// The rows of a table, in order. A line that begins with `#` is a comment.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}
