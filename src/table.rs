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

#[cfg(test)]
mod tests {
    use super::weight;

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
