//! The words of the page that a claim stands on, so that they can be found again: what they are, what stands before and
//! after them, and how far into the page's text they begin.

use super::{Page, Place};
use crate::report::Span;

/// How much of the text around a passage is given, in code points: enough to tell two of the same apart.
const AROUND: usize = 32;

/// Some words of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passage<'d> {
    /// The words, as they stand.
    pub(super) exact: &'d str,
    /// What stands right before them in the same block.
    pub(super) before: &'d str,
    /// What stands right after them in the same block.
    pub(super) after: &'d str,
    /// Where they begin and end in the text of the whole page, in code points. `None` when the page does not say.
    pub(super) position: Option<(usize, usize)>,
}

/// The passages of some spans. What does not lie in the document has none.
pub(super) fn passages<'d>(page: &Page<'d>, spans: &[Span]) -> Vec<Passage<'d>> {
    spans.iter().filter_map(|&span| passage(page, span)).collect()
}

fn passage<'d>(page: &Page<'d>, span: Span) -> Option<Passage<'d>> {
    let block = span.block as usize;
    let text = page.document.blocks.get(block)?.text.as_str();
    let (start, end) = (span.start as usize, span.end as usize);
    let exact = text.get(start..end)?;
    let before = &text[..start];
    let after = &text[end..];
    let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(byte, _)| byte);
    let to = after.char_indices().nth(AROUND).map_or(after.len(), |(byte, _)| byte);
    let places = page.places.get(block).map(Vec::as_slice).unwrap_or_default();
    let position = position(text, places, start).zip(position(text, places, end.saturating_sub(1)));
    Some(Passage {
        exact,
        before: &before[from..],
        after: &after[..to],
        // The end is where the last character stands, and one further.
        position: position.map(|(start, last)| (start, last + 1)),
    })
}

/// Where the character that holds a byte of a block stands in the text of the whole page.
fn position(text: &str, places: &[Place], byte: usize) -> Option<usize> {
    let place = places.iter().rfind(|place| place.at as usize <= byte)?;
    let begun =
        text.get(place.at as usize..)?.char_indices().take_while(|(start, _)| place.at as usize + start <= byte);
    Some(place.position as usize + begun.count().checked_sub(1)?)
}
