//! A table of claims for a spreadsheet: RFC 4180 in UTF-8, one row for each claim, one column for each thing known.
//!
//! A spreadsheet takes a cell that begins like a formula for one, and runs it. The words come from strangers' pages, so
//! such a cell gets an apostrophe before it, which a spreadsheet shows as text.

use ::csv::{Terminator, WriterBuilder};
use serde::Serialize;

use super::passage::passages;
use super::{Page, Unwritable, address, deep_link};
use crate::report::{Claim, Directness, Factuality, Hop, Kind, Link, Report, SourceType, Span};
use crate::wording;

/// What a cell that a spreadsheet would run begins with. The wide forms are those of East Asian keyboards.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The columns, in their order.
#[derive(Serialize)]
struct Row {
    claim: u32,
    words: String,
    depth: u8,
    depth_max: u8,
    chain: String,
    nearest: String,
    nearest_type: Option<SourceType>,
    nearest_link: String,
    origin: String,
    origin_type: Option<SourceType>,
    origin_link: String,
    links: String,
    ends_nameless: bool,
    why_unnamed: String,
    kind: Kind,
    directness: Directness,
    factuality: Factuality,
    confidence: String,
    chain_confidence: String,
    cue: String,
    inside: Option<u32>,
    goes_on_from: Option<u32>,
    before: String,
    after: String,
    start: Option<usize>,
    end: Option<usize>,
    claim_link: String,
    page: String,
    title: String,
    author: String,
    published: String,
}

/// The names of the columns, for a page without a claim.
const HEADINGS: &str = "claim,words,depth,depth_max,chain,nearest,nearest_type,nearest_link,origin,origin_type,origin_link,\
                        links,ends_nameless,why_unnamed,kind,directness,factuality,confidence,chain_confidence,cue,inside,\
                        goes_on_from,before,after,start,end,claim_link,page,title,author,published\r\n";

pub(super) fn write(page: &Page, report: &Report) -> Result<String, Unwritable> {
    if report.claims.is_empty() {
        return Ok(HEADINGS.to_owned());
    }
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for claim in &report.claims {
        table.serialize(row(page, claim))?;
    }
    let bytes = table.into_inner().map_err(|error| Unwritable(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Unwritable(error.to_string()))
}

fn row(page: &Page, claim: &Claim) -> Row {
    let passages = passages(page, &claim.content);
    let (first, last) = (passages.first(), passages.last());
    let hand = |hop: Option<&Hop>| text(&hop.map(|hop| wording::hand(page.document, hop)).unwrap_or_default());
    let link = |hop: Option<&Hop>| text(hop.and_then(address).unwrap_or_default());
    let named = |hop: &Hop| address(hop).map(|address| format!("{} <{address}>", wording::hand(page.document, hop)));
    let reason: Vec<Span> = claim.chain.iter().filter_map(|hop| hop.reason).collect();
    let nearest = claim.chain.first();
    let origin = claim.chain.iter().rfind(|hop| hop.link != Link::Inherited);
    Row {
        claim: claim.id.0,
        words: text(&wording::words(page.document, &claim.content)),
        depth: claim.depth,
        depth_max: claim.depth_max,
        chain: text(&wording::chain(page.document, claim)),
        nearest: hand(nearest),
        nearest_type: nearest.map(|hop| hop.source_type),
        nearest_link: link(nearest),
        origin: hand(origin),
        origin_type: origin.map(|hop| hop.source_type),
        origin_link: link(origin),
        links: text(&claim.chain.iter().filter_map(named).collect::<Vec<_>>().join("; ")),
        ends_nameless: wording::ends_nameless(claim),
        why_unnamed: text(&wording::words(page.document, &reason)),
        kind: claim.kind,
        directness: claim.directness,
        factuality: claim.factuality,
        confidence: format!("{:.3}", claim.confidence),
        chain_confidence: format!("{:.3}", claim.chain_confidence),
        cue: text(&wording::words(page.document, &claim.cue)),
        inside: claim.parent.map(|id| id.0),
        goes_on_from: claim.continues.map(|id| id.0),
        before: text(first.map(|passage| passage.before).unwrap_or_default()),
        after: text(last.map(|passage| passage.after).unwrap_or_default()),
        start: first.and_then(|passage| Some(passage.position?.0)),
        end: last.and_then(|passage| Some(passage.position?.1)),
        claim_link: text(&deep_link::of(page, claim).unwrap_or_default()),
        page: text(&page.source()),
        title: text(page.name()),
        author: text(page.author),
        published: text(page.published),
    }
}

/// A cell that no spreadsheet takes for a formula.
fn text(words: &str) -> String {
    // Some programs drop blanks before they look.
    let bare = words.trim_start_matches(' ');
    if bare.starts_with(FORMULA) { format!("'{words}") } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_run_as_a_formula() {
        for (words, cell) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2 is the forecast", "'-2 is the forecast"),
            ("+49 was dialled", "'+49 was dialled"),
            (" =1", "' =1"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            ("2 = 1", "2 = 1"),
            ("“=1”", "“=1”"),
            ("", ""),
        ] {
            assert_eq!(text(words), cell, "{words:?}");
        }
    }
}
