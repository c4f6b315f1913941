//! Counts in Unicode code points, the unit in which the command line speaks of places in a text.

use std::ops::Range;

/// Bytes between two marks. A count is at most this many bytes of work.
const STRIDE: usize = 256;

/// Turns places in bytes into places in code points, for one text.
pub(crate) struct CodePoints<'t> {
    text: &'t str,
    /// Code points that begin before byte 0, 256, 512, ….
    marks: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let mut before = 0;
        let marks = text.as_bytes().chunks(STRIDE).map(|chunk| {
            let mark = before;
            before += starts_in(chunk);
            mark
        });
        Self { text, marks: marks.collect() }
    }

    /// The code points that begin before `byte`.
    fn before(&self, byte: usize) -> usize {
        let stride = (byte / STRIDE).min(self.marks.len().saturating_sub(1));
        let rest = self.text.as_bytes().get(stride * STRIDE..byte).unwrap_or_default();
        self.marks.get(stride).copied().unwrap_or_default() + starts_in(rest)
    }

    /// A range of bytes as a range of code points.
    pub(crate) fn range(&self, bytes: Range<usize>) -> [usize; 2] {
        [self.before(bytes.start), self.before(bytes.end)]
    }
}

/// Bytes that begin a code point: all but UTF-8's continuation bytes.
fn starts_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_code_points_wherever_the_marks_fall() {
        for text in ["", "plain", "«ça»", "e\u{301}👩‍👩‍👧", &"👩a\u{301}é".repeat(200)] {
            let points = CodePoints::of(text);
            let boundaries = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
            for (count, byte) in boundaries.enumerate() {
                assert_eq!(points.before(byte), count, "{byte} in {text}");
            }
        }
    }
}
