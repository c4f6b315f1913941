//! From UTF-16 code units to UTF-8 bytes and back, block by block.
//!
//! JavaScript counts a text in UTF-16 code units, the engine in UTF-8 bytes. Whatever holds offsets comes in and goes out
//! as [`Utf16`], which gives nothing away before it has been turned. An offset inside a character counts as the
//! character's beginning.

use std::fmt;

use crate::document::Document;
#[cfg(feature = "export")]
use crate::export::Place;
use crate::report::{Report, Span};

/// What holds offsets that are counted in UTF-16 code units of their block.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub(super) struct Utf16<T>(T);

/// A link that does not lie in the text of its block.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LinkOutside {
    block: usize,
    link: usize,
    start: u32,
    end: u32,
    length: usize,
}

impl fmt::Display for LinkOutside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { block, link, start, end, length } = self;
        write!(f, "blocks[{block}].links[{link}] is {start} to {end}, but the text has {length} UTF-16 code units.")
    }
}

impl std::error::Error for LinkOutside {}

impl Utf16<Document> {
    /// A document that JavaScript wrote.
    #[cfg(feature = "wasm-engine")]
    pub(super) fn written(document: Document) -> Self {
        Self(document)
    }

    /// The document with its links in bytes.
    ///
    /// # Errors
    /// When a link ends before it begins, or behind its text.
    pub(super) fn in_bytes(self) -> Result<Document, LinkOutside> {
        let Self(mut document) = self;
        for (block_index, block) in document.blocks.iter_mut().enumerate() {
            if block.links.is_empty() {
                continue;
            }
            let bytes = bytes_of_units(&block.text);
            for (link_index, link) in block.links.iter_mut().enumerate() {
                let (start, end) = (link.start, link.end);
                let at = |unit: u32| usize::try_from(unit).ok().and_then(|unit| bytes.get(unit)).copied();
                let (Some(first), Some(last), true) = (at(start), at(end), start <= end) else {
                    let length = bytes.len().saturating_sub(1);
                    return Err(LinkOutside { block: block_index, link: link_index, start, end, length });
                };
                (link.start, link.end) = (first, last);
            }
        }
        Ok(document)
    }
}

impl Utf16<Report> {
    /// A report of the engine about this document.
    #[cfg(any(feature = "wasm-engine", test))]
    pub(super) fn of(mut report: Report, document: &Document) -> Self {
        turn(&mut report, document, units_of_bytes);
        Self(report)
    }

    /// The report as the engine gave it.
    #[cfg(any(feature = "wasm-views", test))]
    pub(super) fn in_bytes(self, document: &Document) -> Report {
        let Self(mut report) = self;
        turn(&mut report, document, bytes_of_units);
        report
    }
}

#[cfg(feature = "export")]
impl Utf16<Vec<Vec<Place>>> {
    /// The beginnings of runs of text, for each block of the document, in bytes.
    pub(super) fn in_bytes(self, document: &Document) -> Vec<Vec<Place>> {
        let Self(mut places) = self;
        for (places, block) in places.iter_mut().zip(&document.blocks) {
            let bytes = bytes_of_units(&block.text);
            for place in places {
                place.at = offset(&bytes, place.at);
            }
        }
        places
    }
}

/// Turns every span of a report by a table made for each block's text.
fn turn(report: &mut Report, document: &Document, table: fn(&str) -> Vec<u32>) {
    let mut tables: Vec<Option<Vec<u32>>> = vec![None; document.blocks.len()];
    let mut turn = |span: &mut Span| {
        let Ok(block) = usize::try_from(span.block) else { return };
        let text = document.blocks.get(block).map(|block| &block.text).filter(|text| !text.is_ascii());
        let (Some(text), Some(known)) = (text, tables.get_mut(block)) else { return };
        let table = known.get_or_insert_with(|| table(text));
        (span.start, span.end) = (offset(table, span.start), offset(table, span.end));
    };
    for claim in &mut report.claims {
        let pieces = [&mut claim.content, &mut claim.cue, &mut claim.source];
        pieces.into_iter().flatten().for_each(&mut turn);
        for hop in &mut claim.chain {
            [&mut hop.span, &mut hop.evidence, &mut hop.antecedent, &mut hop.reason]
                .into_iter()
                .flatten()
                .for_each(&mut turn);
        }
    }
}

/// A piece of a text, given in bytes, in UTF-16 code units.
#[cfg(all(feature = "wasm-engine", feature = "trail"))]
pub(super) fn in_units(text: &str, start: u32, end: u32) -> (u32, u32) {
    let table = units_of_bytes(text);
    (offset(&table, start), offset(&table, end))
}

/// What an offset is in the other unit. What lies behind the text counts as its end.
fn offset(table: &[u32], at: u32) -> u32 {
    let found = usize::try_from(at).ok().and_then(|at| table.get(at));
    found.or(table.last()).copied().unwrap_or_default()
}

/// For every UTF-16 code unit of a text, and its end: the byte where its character begins.
fn bytes_of_units(text: &str) -> Vec<u32> {
    let mut bytes = Vec::with_capacity(text.len() + 1);
    for (byte, character) in text.char_indices() {
        bytes.extend(std::iter::repeat_n(narrow(byte), character.len_utf16()));
    }
    bytes.push(narrow(text.len()));
    bytes
}

/// For every byte of a text, and its end: the UTF-16 code unit where its character begins.
#[cfg(any(feature = "wasm-engine", test))]
fn units_of_bytes(text: &str) -> Vec<u32> {
    let mut units = Vec::with_capacity(text.len() + 1);
    let mut unit = 0;
    for character in text.chars() {
        units.extend(std::iter::repeat_n(narrow(unit), character.len_utf8()));
        unit += character.len_utf16();
    }
    units.push(narrow(unit));
    units
}

/// No text is longer than [`limit`](super::limit) allows, which fits.
fn narrow(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, Hyperlink};
    use crate::report::{Claim, ClaimId, Directness, Factuality, Hop, Kind, Link, SourceType};

    /// Texts in which the two units part ways, each with the words to be found again.
    const TEXTS: &[(&str, &str)] = &[
        ("plain", "Fox said so"),
        ("typographic quotation marks", "“so”, Fox said so"),
        ("an emoji", "🚢 so, Fox said 🚢🚢 so"),
        ("a family of emoji", "👩‍👩‍👧 so, Fox said so"),
        ("a combining mark", "E\u{301}va Fox said so"),
        ("a no-break space", "Fox\u{a0}said so"),
        ("a soft hyphen", "Fo\u{ad}x sa\u{ad}id so"),
        ("what a lone surrogate becomes", "\u{fffd} Fox said so"),
        ("another script", "Фокс said 我 so"),
    ];

    fn units(text: &str) -> Vec<u16> {
        text.encode_utf16().collect()
    }

    /// Where the last `so` of a text stands, in bytes and in UTF-16 code units.
    fn last_so(text: &str) -> ((u32, u32), (u32, u32)) {
        let byte = text.rfind("so").unwrap();
        let unit = units(&text[..byte]).len();
        ((narrow(byte), narrow(byte + 2)), (narrow(unit), narrow(unit + 2)))
    }

    #[test]
    fn spans_name_the_same_words_in_both_units() {
        for (name, text) in TEXTS {
            let ((start, end), expected) = last_so(text);
            // The second block, so that a mix-up of blocks would show.
            let document = Document {
                blocks: ["🚢", text].map(|text| Block { text: text.into(), ..Block::default() }).into(),
                ..Document::default()
            };
            let span = Span { block: 1, start, end };
            let report = Report { claims: vec![claim(span)], ..Report::default() };
            let turned = Utf16::<Report>::of(report.clone(), &document);
            let claim = &turned.0.claims[0];
            let hop = &claim.chain[0];
            let all = [claim.content[0], claim.cue[0], claim.source[0]]
                .into_iter()
                .chain([hop.span, hop.evidence, hop.antecedent, hop.reason].into_iter().flatten());
            for span in all {
                assert_eq!((span.start, span.end), expected, "{name}");
            }
            assert_eq!(turned.in_bytes(&document), report, "{name}, and back");
        }
    }

    #[cfg(feature = "export")]
    #[test]
    fn runs_of_text_begin_at_the_same_words_in_both_units() {
        for (name, text) in TEXTS {
            let ((byte, _), (unit, _)) = last_so(text);
            let document =
                Document { blocks: vec![Block { text: (*text).into(), ..Block::default() }], ..Document::default() };
            let places = Utf16(vec![vec![Place { at: unit, position: 7 }]]).in_bytes(&document);
            assert_eq!(places[0][0], Place { at: byte, position: 7 }, "{name}");
        }
    }

    #[test]
    fn links_name_the_same_words_in_both_units() {
        for (name, text) in TEXTS {
            let (expected, (start, end)) = last_so(text);
            let document = Utf16(with_link(text, start, end)).in_bytes().unwrap();
            let link = &document.blocks[0].links[0];
            assert_eq!((link.start, link.end), expected, "{name}");
        }
    }

    #[test]
    fn an_offset_inside_a_character_counts_as_its_beginning() {
        let document = Utf16(with_link("a🚢b", 2, 4)).in_bytes().unwrap();
        let link = &document.blocks[0].links[0];
        assert_eq!((link.start, link.end), (1, 6));
    }

    #[test]
    fn a_link_outside_its_text_is_an_error_that_names_it() {
        for (start, end) in [(0, 4), (2, 1), (9, 9), (u32::MAX, u32::MAX)] {
            let message = Utf16(with_link("a🚢", start, end)).in_bytes().unwrap_err().to_string();
            let expected = format!("blocks[0].links[0] is {start} to {end}, but the text has 3 UTF-16 code units.");
            assert_eq!(message, expected);
        }
    }

    fn with_link(text: &str, start: u32, end: u32) -> Document {
        let links = vec![Hyperlink { start, end, domain: "fox.example".into(), address: String::new() }];
        Document { blocks: vec![Block { text: text.into(), links, ..Block::default() }], ..Document::default() }
    }

    /// A claim all of whose spans are the one given.
    fn claim(span: Span) -> Claim {
        Claim {
            id: ClaimId(1),
            content: vec![span],
            cue: vec![span],
            source: vec![span],
            kind: Kind::Speech,
            directness: Directness::Indirect,
            factuality: Factuality::Neutral,
            depth: 1,
            depth_max: 1,
            confidence: 1.0,
            chain_confidence: 1.0,
            parent: None,
            continues: None,
            chain: vec![Hop {
                span: Some(span),
                name: None,
                source_type: SourceType::NamedPerson,
                anonymous: false,
                link: Link::Explicit,
                evidence: Some(span),
                antecedent: Some(span),
                address: None,
                reason: None,
            }],
            rule: "".into(),
        }
    }
}
