//! An article that is too long is an error in JavaScript: no report says anything about it.

use std::fmt;

use crate::document::Document;

const BYTES: usize = Document::MOST_BYTES;

/// An article that is too long to be read at once.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLong {
    bytes: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { bytes } = self;
        write!(f, "The article is too long: {bytes} bytes of text, and at most {BYTES} are read at once.")
    }
}

impl std::error::Error for TooLong {}

/// Refuses a document that is too long.
pub(super) fn check(document: &Document) -> Result<(), TooLong> {
    let bytes = document.bytes();
    if bytes > BYTES { Err(TooLong { bytes }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Block;

    fn document(blocks: usize, bytes: usize) -> Document {
        let block = Block { text: "x".repeat(bytes), ..Block::default() };
        Document { blocks: vec![block; blocks], ..Document::default() }
    }

    #[test]
    fn the_blocks_count_together() {
        assert_eq!(check(&document(4, BYTES / 4)), Ok(()));
        let message = check(&document(4, BYTES / 4 + 1)).unwrap_err().to_string();
        assert_eq!(message, "The article is too long: 20000004 bytes of text, and at most 20000000 are read at once.");
    }
}
