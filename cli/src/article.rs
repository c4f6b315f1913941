//! A plain text as the command line reads it, with the headline that a row may give apart from it.

use hearsay::document::plain_text::PlainText;
use hearsay::document::{Block, Region};
use hearsay::report::Span;
use hearsay::{Document, Host};

/// An article, and where its blocks stand in its text.
pub(crate) struct Article {
    pub(crate) document: Document,
    /// Where each block begins in the text, in UTF-8 bytes. None for a headline that stands apart.
    pub(crate) starts: Vec<Option<usize>>,
}

impl Article {
    /// Reads a text. A title that the text does not begin with becomes the headline in front of it.
    pub(crate) fn read(text: &str, title: Option<String>, host: Host) -> Self {
        let PlainText { mut document, starts } = PlainText::read(text, host);
        let mut starts: Vec<_> = starts.into_iter().map(Some).collect();
        let begins = |title: &String| document.blocks.first().is_some_and(|first| first.text.trim() == title.trim());
        if let Some(text) = title.filter(|title| !begins(title)) {
            document.blocks.insert(0, Block { text, region: Region::Headline, links: Vec::new() });
            starts.insert(0, None);
        }
        Self { document, starts }
    }

    /// Where a span of the report stands in the text, in UTF-8 bytes.
    pub(crate) fn place(&self, span: Span) -> Option<std::ops::Range<usize>> {
        let start = (*self.starts.get(span.block as usize)?)?;
        Some(start + span.start as usize..start + span.end as usize)
    }
}
