//! Where the blocks of a plain text begin and end. Text in, byte ranges out, without white space at either end.

use std::ops::Range;

/// The blocks of a text, in order: what stands between blank lines.
pub(super) fn split(text: &str) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if words.is_empty() {
            blocks.extend(open.take());
        } else {
            let start = at + (line.len() - line.trim_start().len());
            let end = start + words.len();
            open = Some(open.map_or(start, |block| block.start)..end);
        }
        at += line.len();
    }
    blocks.extend(open);
    blocks
}
