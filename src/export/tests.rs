//! The formats on one small page: what a claim becomes in each, and that words in any script are found again.

use super::*;
use crate::Host;
use crate::document::{Block, Region};
use crate::report::{Claim, ClaimId, Directness, Factuality, Hop, Kind, Link, SourceType, Span};

const TEXT: &str = "🚢 “The bridge is shut,” Fox said, “and stays so.”";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    let place = |byte: usize| u32::try_from(byte).unwrap();
    Span { block: 1, start: place(start), end: place(start + words.len()) }
}

fn document() -> Document {
    let headline = Block { text: "=A bridge, shut".into(), region: Region::Headline, ..Block::default() };
    let paragraph = Block { text: TEXT.into(), ..Block::default() };
    Document { host: Host { names: vec![], domain: "lantern.example".into() }, blocks: vec![headline, paragraph] }
}

fn report() -> Report {
    let fox = Hop {
        span: Some(span("Fox")),
        name: Some("Anna Fox".into()),
        source_type: SourceType::NamedPerson,
        anonymous: false,
        link: Link::Explicit,
        evidence: None,
        antecedent: None,
        address: None,
        reason: None,
    };
    let claim = Claim {
        id: ClaimId(1),
        content: vec![span("“The bridge is shut,”"), span("“and stays so.”")],
        cue: vec![span("said")],
        source: vec![span("Fox")],
        kind: Kind::Speech,
        directness: Directness::Direct,
        factuality: Factuality::Neutral,
        depth: 1,
        depth_max: 1,
        confidence: 0.9,
        chain_confidence: 0.9,
        parent: None,
        continues: None,
        chain: vec![fox],
        rule: "".into(),
    };
    Report { claims: vec![claim], ..Report::default() }
}

/// The page's text is the headline, a line's end, and the paragraph, whose ship stands elsewhere than its words.
fn places() -> Vec<Vec<Place>> {
    vec![vec![Place { at: 0, position: 0 }], vec![Place { at: 0, position: 100 }, Place { at: 5, position: 200 }]]
}

fn exported(format: Format, url: &str, title: &str, report: &Report) -> String {
    let (document, places) = (document(), places());
    export(format, &Page { url, title, document: &document, places: &places }, report).unwrap()
}

#[test]
fn an_annotation_finds_each_piece_of_the_claim_by_quotation_and_by_position() {
    let written = exported(Format::Annotation, "https://lantern.example/bridge", "The bridge", &report());
    let collection: serde_json::Value = serde_json::from_str(&written).unwrap();
    let annotation = &collection["first"]["items"][0];
    assert_eq!(collection["label"], "Claims on “The bridge”");
    assert_eq!(annotation["body"][0]["value"], "1 hand away: lantern.example ← Anna Fox");
    let [shut, stays] = [0, 1].map(|piece| &annotation["target"][piece]);
    assert_eq!(shut["source"], "https://lantern.example/bridge");
    assert_eq!(shut["selector"][0]["prefix"], "🚢 ");
    assert_eq!(shut["selector"][0]["exact"], "“The bridge is shut,”");
    assert_eq!(shut["selector"][0]["suffix"], " Fox said, “and stays so.”");
    assert_eq!((&shut["selector"][1]["start"], &shut["selector"][1]["end"]), (&200.into(), &221.into()));
    assert_eq!((&stays["selector"][1]["start"], &stays["selector"][1]["end"]), (&232.into(), &247.into()));
}

#[test]
fn the_same_claim_keeps_its_name_from_one_export_to_the_next() {
    let id = |url: &str| {
        let written = exported(Format::Annotation, url, "", &report());
        let collection: serde_json::Value = serde_json::from_str(&written).unwrap();
        collection["first"]["items"][0]["id"].clone()
    };
    assert_eq!(id("https://a.example/"), id("https://a.example/"));
    assert_ne!(id("https://a.example/"), id("https://b.example/"));
}

#[test]
fn a_row_holds_a_claim_and_no_cell_is_a_formula() {
    let written = exported(Format::Csv, "https://lantern.example/bridge", "", &report());
    let mut table = ::csv::Reader::from_reader(written.as_bytes());
    let headings = table.headers().unwrap().clone();
    let row = table.records().next().unwrap().unwrap();
    let cell = |name: &str| row.get(headings.iter().position(|heading| heading == name).unwrap()).unwrap();
    for (name, expected) in [
        ("claim", "c1"),
        ("words", "“The bridge is shut,” … “and stays so.”"),
        ("depth", "1"),
        ("chain", "lantern.example ← Anna Fox"),
        ("origin", "Anna Fox"),
        ("origin_type", "named_person"),
        ("ends_nameless", "false"),
        ("inside", ""),
        ("start", "200"),
        ("end", "247"),
        ("title", "'=A bridge, shut"),
    ] {
        assert_eq!(cell(name), expected, "{name}");
    }
}

#[test]
fn a_table_has_the_same_headings_with_and_without_claims() {
    let full = exported(Format::Csv, "", "", &report());
    let empty = exported(Format::Csv, "", "", &Report::default());
    assert_eq!(full.split_inclusive("\r\n").next(), Some(empty.as_str()));
}

#[test]
fn a_page_of_text_quotes_each_claim() {
    let written = exported(Format::Markdown, "https://lantern.example/bridge", "", &report());
    assert_eq!(
        written,
        "# [\\=A bridge, shut](<https://lantern.example/bridge>)\n\n1 claim\n\n## 1. 1 hand away\n\n> “The bridge is \
         shut,” … “and stays so.”\n\nlantern.example ← Anna Fox · their words\n"
    );
}

#[test]
fn a_page_without_claims_or_names_is_written_too() {
    let nothing = Document::default();
    for format in [Format::Annotation, Format::Csv, Format::Markdown] {
        let page = Page { url: "", title: "", document: &nothing, places: &[] };
        assert!(!export(format, &page, &Report::default()).unwrap().is_empty());
    }
}

#[test]
fn spans_outside_the_text_are_left_out() {
    let mut report = report();
    report.claims[0].content = vec![Span { block: 9, start: 0, end: 1 }, Span { block: 1, start: 1, end: 900 }];
    let written = exported(Format::Annotation, "", "", &report);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap()["total"], 0);
}
