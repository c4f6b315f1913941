//! Reads an article that is plain text: blocks separated by blank lines, and no word on what part each block plays.
//! Text in; out come a document, whose regions are guessed from the form of the blocks, and the place of each block in
//! the text, so that a span of the report can be found again.

mod blocks;
mod form;
mod region;

use std::ops::Range;

use super::{Block, Document, Host};
use crate::report::Span;

/// A plain text read as an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlainText {
    /// The article, to be given to [`analyze`](crate::analyze).
    pub document: Document,
    /// Where each block of the document begins in the text, in UTF-8 bytes.
    pub starts: Vec<usize>,
}

impl PlainText {
    /// Finds the blocks of a text and guesses what part each plays. Every text can be read; one without a word has no
    /// blocks.
    #[must_use]
    pub fn read(text: &str, host: Host) -> Self {
        let pieces = blocks::split(text);
        let parts = region::guess(&pieces.iter().map(|piece| &text[piece.clone()]).collect::<Vec<_>>());
        let mut read = Self { document: Document { host, blocks: Vec::new() }, starts: Vec::new() };
        for (piece, part) in pieces.into_iter().zip(parts) {
            let start = piece.start + part.sign;
            let text = text[start..piece.end].to_owned();
            read.document.blocks.push(Block { text, region: part.region, links: Vec::new() });
            read.starts.push(start);
        }
        read
    }

    /// Where a span of the report stands in the text that was read, in UTF-8 bytes. `None` for a block that the
    /// document does not have.
    #[must_use]
    pub fn place(&self, span: Span) -> Option<Range<usize>> {
        let start = self.starts.get(span.block as usize)?;
        Some(start + span.start as usize..start + span.end as usize)
    }
}
