//! Characters to words: tokens, quotations, sentences and parts of speech of a document.
//!
//! In goes a [`Document`], out comes a [`Text`]. Nothing here knows what a cue or a source is. Every token keeps the
//! byte offsets of its block, so whatever later stages find can be pointed at on the page.

mod dateline;
mod genitive_names;
mod name_tags;
pub mod part_of_speech;
mod quotation;
mod sentence;
mod token;
mod tokenizer;

use std::ops::Range;

pub use dateline::Dateline;
pub use part_of_speech::Tag;
pub use quotation::Quotation;
pub use token::{Token, TokenKind};

pub use crate::folding::folded;

use crate::document::{Block, Document, Region};
use crate::lexicon::{Class, Classes, lexicon};
use crate::report::Span;

/// A document read into words.
///
/// Tokens are numbered through the whole document; blocks, sentences and quotations are ranges of those numbers.
#[derive(Debug)]
pub struct Text<'a> {
    /// What was read.
    pub document: &'a Document,
    /// All tokens, in text order.
    pub tokens: Vec<Token>,
    /// The part of speech of each token.
    pub tags: Vec<Tag>,
    /// The classes of words that each token is in.
    classes: Vec<&'static Classes>,
    /// For each block of the document, its tokens.
    pub blocks: Vec<Range<usize>>,
    /// All sentences, in text order. A sentence never crosses a block; a quotation never crosses its sentence.
    pub sentences: Vec<Range<usize>>,
    /// All quotations in double or single marks, ordered by their opening mark.
    pub quotations: Vec<Quotation>,
    /// Lower-case forms of the tokens, one after the other; tokens hold ranges of it.
    words: String,
}

/// Reads a document into words.
#[must_use]
pub fn read(document: &Document) -> Text<'_> {
    let mut text = Text {
        document,
        tokens: Vec::new(),
        tags: Vec::new(),
        classes: Vec::new(),
        blocks: Vec::with_capacity(document.blocks.len()),
        sentences: Vec::new(),
        quotations: Vec::new(),
        words: String::new(),
    };
    for (index, block) in document.blocks.iter().enumerate() {
        let first = text.tokens.len();
        tokenizer::tokenize(index, &block.text, &mut text.words, &mut text.tokens);
        text.blocks.push(first..text.tokens.len());
    }
    genitive_names::join(&mut text);
    text.classes = (0..text.tokens.len()).map(|token| lexicon().classes(text.word(token))).collect();
    text.quotations = quotation::pair(&text);
    text.sentences = sentence::split(&text);
    text.tags = tags(&text);
    name_tags::correct(&mut text);
    text
}

fn tags(text: &Text) -> Vec<Tag> {
    let mut tags = Vec::with_capacity(text.tokens.len());
    for sentence in &text.sentences {
        part_of_speech::tag(sentence.clone().map(|token| text.form(token)), &mut tags);
    }
    tags
}

impl<'a> Text<'a> {
    /// The lower-case form of a token: quotes and soft hyphens evened out. Empty beyond the last token.
    #[must_use]
    pub fn word(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| &self.words[t.word.0 as usize..t.word.1 as usize])
    }

    /// Whether a token is a word of a class. No token beyond the last one is.
    #[must_use]
    pub fn is_in(&self, token: usize, class: Class) -> bool {
        self.classes.get(token).is_some_and(|classes| classes.has(class))
    }

    /// `R-Wapaka`, `D-N.Y.`: the party and the place of somebody whose name stands in front.
    #[must_use]
    pub fn is_party(&self, token: usize) -> bool {
        let place = self.form(token).strip_prefix(['D', 'R', 'I']).and_then(|rest| rest.strip_prefix('-'));
        place.is_some_and(|place| place.starts_with(char::is_uppercase))
    }

    /// The characters of a token as they stand on the page.
    #[must_use]
    pub fn form(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |t| &self.block_text(t.block)[t.start as usize..t.end as usize])
    }

    /// The characters of a run of tokens inside one block, with whatever stands between them.
    #[must_use]
    pub fn slice(&self, tokens: &Range<usize>) -> &'a str {
        self.span(tokens).map_or("", |span| &self.block_text(span.block)[span.start as usize..span.end as usize])
    }

    /// The span of a run of tokens: UTF-8 bytes of the block its first token stands in. None for an empty run.
    #[must_use]
    pub fn span(&self, tokens: &Range<usize>) -> Option<Span> {
        let first = self.tokens.get(tokens.start)?;
        let last = self.tokens.get(tokens.end.checked_sub(1)?)?;
        (tokens.start < tokens.end && first.block == last.block).then_some(Span {
            block: first.block,
            start: first.start,
            end: last.end,
        })
    }

    /// The index of the sentence that holds a token.
    #[must_use]
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.end <= token)
    }

    /// The index of the block that holds a token. 0 beyond the last token.
    #[must_use]
    pub fn block_of(&self, token: usize) -> usize {
        self.tokens.get(token).map_or(0, |t| t.block as usize)
    }

    /// The block in which the telling goes on behind another: captions and labels between two paragraphs part nothing.
    #[must_use]
    pub fn block_behind(&self, block: usize) -> Option<usize> {
        /// So many of them may stand there.
        const MOST: usize = 4;
        let apart =
            |at: usize| matches!(self.document.blocks[at].region, Region::Caption | Region::Byline | Region::Other);
        (block + 1..self.blocks.len().min(block + 2 + MOST)).find(|at| !apart(*at))
    }

    /// The block that holds a token.
    #[must_use]
    pub fn block_at(&self, token: usize) -> Option<&'a Block> {
        self.document.blocks.get(self.block_of(token))
    }

    /// The tokens of the block that begins with a token, where the page sets it apart as a quotation. Its last stop, as
    /// in any content without marks, is left out.
    #[must_use]
    pub fn block_quotation_from(&self, token: usize) -> Option<Range<usize>> {
        let quotes = self.block_at(token).is_some_and(|block| block.region == Region::Quote);
        let block = self.blocks.get(self.block_of(token)).filter(|block| quotes && block.start == token)?;
        let stops = self.tokens[block.clone()].last().is_some_and(|last| last.kind == TokenKind::Stop);
        Some(block.start..block.end - usize::from(stops))
    }

    fn block_text(&self, block: u32) -> &'a str {
        self.document.blocks.get(block as usize).map_or("", |b| &b.text)
    }
}

#[cfg(test)]
mod tests;
