//! What an analysis is given: an article as blocks of text, and the site that published it.
//!
//! The reader of a page (the extension, the playground, the command line) decides what the blocks are and what part
//! each plays; the engine decides everything about the words inside them. A block is never split or joined after this
//! point, so an offset into a block stays valid from here to the report.

pub mod plain_text;

use serde::{Deserialize, Serialize};

use crate::report::Span;

/// An article to be analysed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Who publishes the page. Its own outlets are not a hand: they are the page.
    #[serde(default)]
    pub host: Host,
    /// The text, in reading order.
    pub blocks: Vec<Block>,
}

impl Document {
    /// The most text that is read of one document, in bytes of UTF-8 over all blocks: a thousand times a long article.
    /// What is longer is none, and would hold up whoever waits for it.
    pub const MOST_BYTES: usize = 20_000_000;

    /// The length of the text, in bytes of UTF-8 over all blocks.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.blocks.iter().map(|block| block.text.len()).sum()
    }

    /// The words of a span, as they stand. `None` for a span that does not lie in a block's text.
    #[must_use]
    pub fn words(&self, span: Span) -> Option<&str> {
        self.blocks.get(span.block as usize)?.text.get(span.start as usize..span.end as usize)
    }

    /// The headline, if a block is known for one.
    #[must_use]
    pub fn headline(&self) -> Option<&str> {
        self.blocks.iter().find(|block| block.region == Region::Headline).map(|block| block.text.as_str())
    }
}

/// The publisher of a page, as far as the page says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Host {
    /// The names the publisher goes by: `The Northern Lantern`, `Lantern`. May be empty.
    #[serde(default)]
    pub names: Vec<String>,
    /// The registered name of the site without `www.`: `lantern.example`. Empty when unknown.
    #[serde(default)]
    pub domain: String,
}

/// A run of text that a reader sees as one piece: a paragraph, a heading, a list item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// The text as it stands on the page, white space included.
    pub text: String,
    /// The part this block plays on the page.
    #[serde(default)]
    pub region: Region,
    /// The links inside the text. A link's target can name an outlet that its words do not.
    #[serde(default)]
    pub links: Vec<Hyperlink>,
}

/// The part a block plays on a page. Captions and bylines never make claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// The title of the article.
    Headline,
    /// A heading inside the article. It closes the section before it: `the report` does not reach back across it.
    Subheading,
    /// Running text.
    #[default]
    Paragraph,
    /// A block quotation.
    Quote,
    /// One item of a list.
    ListItem,
    /// Words about a picture.
    Caption,
    /// Who wrote the article, and when.
    Byline,
    /// Text whose part is unknown: a table cell, a label, a pull quote. It makes no claims.
    Other,
}

impl Region {
    /// Every region by its name in JSON and in JavaScript.
    pub const NAMES: [(&'static str, Self); 8] = [
        ("headline", Self::Headline),
        ("subheading", Self::Subheading),
        ("paragraph", Self::Paragraph),
        ("quote", Self::Quote),
        ("list-item", Self::ListItem),
        ("caption", Self::Caption),
        ("byline", Self::Byline),
        ("other", Self::Other),
    ];
}

/// A hyperlink inside a block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Hyperlink {
    /// Start of the linked words in the block's text. UTF-8 bytes inside the engine, UTF-16 code units in JavaScript.
    pub start: u32,
    /// End of the linked words, exclusive; the same unit.
    pub end: u32,
    /// The host of the link's target without `www.`: `courier.example`.
    pub domain: String,
    /// The whole address, for a link to another site; empty where nobody asks for it.
    #[serde(default)]
    pub address: String,
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde::de::IntoDeserializer;
    use serde::de::value::Error;

    use super::Region;

    #[test]
    fn every_region_has_the_name_that_json_gives_it() {
        for (name, region) in Region::NAMES {
            assert_eq!(Region::deserialize(IntoDeserializer::<Error>::into_deserializer(name)), Ok(region), "{name}");
        }
        assert_eq!(Region::NAMES.len(), Region::Other as usize + 1, "no region is left out");
    }
}
