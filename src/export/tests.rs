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
        address: Some("https://roe.example/a?b=<c>".into()),
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
    let page = Page { url, title, author: "Ann Roe", published: "2031-05-04", document: &document, places: &places };
    export(format, &page, report).unwrap()
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
        ("claim", "1"),
        ("words", "“The bridge is shut,” … “and stays so.”"),
        ("depth", "1"),
        ("chain", "lantern.example ← Anna Fox"),
        ("origin", "Anna Fox"),
        ("origin_type", "named_person"),
        ("nearest_link", "https://roe.example/a?b=<c>"),
        ("links", "Anna Fox <https://roe.example/a?b=<c>>"),
        ("author", "Ann Roe"),
        ("published", "2031-05-04"),
        (
            "claim_link",
            "https://lantern.example/bridge#:~:text=The%20bridge%20is%20shut&text=Fox%20said%2C%20%E2%80%9C-,and%20stays%20so",
        ),
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

const ON_PAGE: &str =
    "https://lantern.example/bridge#:~:text=The%20bridge%20is%20shut&text=Fox%20said%2C%20%E2%80%9C-,and%20stays%20so";

#[test]
fn a_page_of_text_quotes_each_claim_and_leads_to_it_and_to_its_hands() {
    let written = exported(Format::Markdown, "https://lantern.example/bridge", "", &report());
    let expected = format!(
        "# [\\=A bridge, shut](<https://lantern.example/bridge>)\n\nAnn Roe · 2031-05-04\n\n1 claim\n\n## 1. 1 hand \
         away\n\n> “The bridge is shut,” … “and stays so.”\n\nlantern.example ← [Anna \
         Fox](<https://roe.example/a?b=%3Cc%3E>) · their words · [on the page](<{ON_PAGE}>)\n"
    );
    assert_eq!(written, expected);
}

#[test]
fn a_table_for_word_processors_holds_words_and_links_and_no_markup_of_the_page() {
    let mut report = report();
    report.claims[0].chain[0].name = Some("<b>Anna</b> Fox".into());
    let written = exported(Format::Html, "https://lantern.example/bridge", "A \"bridge\" & more", &report);
    let link = ON_PAGE.replace('&', "&amp;");
    for part in [
        "<h1><a href=\"https://lantern.example/bridge\">A &quot;bridge&quot; &amp; more</a></h1>",
        "<p>Ann Roe · 2031-05-04 · 1 claim</p>",
        &format!("<tr><td>1</td><td><a href=\"{link}\">“The bridge is shut,” … “and stays so.”</a></td>"),
        "lantern.example ← <a href=\"https://roe.example/a?b=&lt;c&gt;\">&lt;b&gt;Anna&lt;/b&gt; Fox</a>",
    ] {
        assert!(written.contains(part), "{part} is not in {written}");
    }
}

#[test]
fn an_annotation_holds_the_chain_as_data() {
    let written = exported(Format::Annotation, "https://lantern.example/bridge", "", &report());
    let collection: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_eq!(collection["article"]["author"], "Ann Roe");
    let bodies = collection["first"]["items"][0]["body"].as_array().unwrap();
    let claim = bodies.iter().find(|body| body["type"] == "Claim").unwrap();
    assert_eq!((&claim["number"], &claim["depth"]), (&1.into(), &1.into()));
    assert_eq!(claim["onPage"], ON_PAGE);
    let hand = serde_json::json!({
        "type": "Hand", "called": "Anna Fox", "sourceType": "named_person", "nameless": false, "tie": "explicit",
        "certain": true, "canBeReadAt": "https://roe.example/a?b=<c>",
    });
    assert_eq!(claim["chain"], serde_json::json!([hand]));
}

#[test]
fn only_an_address_on_the_web_is_a_link() {
    for address in ["javascript:alert(1)", "data:text/html,x", "ftp://roe.example/", "//roe.example/"] {
        let mut report = report();
        report.claims[0].chain[0].address = Some(address.into());
        for format in [Format::Annotation, Format::Csv, Format::Markdown, Format::Html] {
            assert!(!exported(format, address, "", &report).contains(&format!("<{address}>")), "{address}");
            assert!(!exported(format, "", "", &report).contains(address), "{address}");
        }
    }
}

#[test]
fn claims_have_the_numbers_that_stand_on_the_page() {
    let mut report = report();
    let claim = report.claims[0].clone();
    let other = |id, parent, continues| Claim { id: ClaimId(id), parent, continues, ..claim.clone() };
    // The page marks three of five.
    report.claims = vec![
        other(2, None, None),
        other(4, Some(ClaimId(2)), Some(ClaimId(1))),
        other(5, Some(ClaimId(3)), Some(ClaimId(4))),
    ];
    let table = exported(Format::Csv, "", "", &report);
    let mut table = ::csv::Reader::from_reader(table.as_bytes());
    let headings = table.headers().unwrap().clone();
    let place = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    let rows = table.records().map(|row| {
        let row = row.unwrap();
        [place("claim"), place("inside"), place("goes_on_from")].map(|place| row[place].to_owned())
    });
    assert_eq!(rows.collect::<Vec<_>>(), [["1", "", ""], ["2", "1", ""], ["3", "", "2"]]);
}

#[test]
fn a_page_without_claims_or_names_is_written_too() {
    let nothing = Document::default();
    for format in [Format::Annotation, Format::Csv, Format::Markdown, Format::Html] {
        let page = Page { url: "", title: "", author: "", published: "", document: &nothing, places: &[] };
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

fn followed() -> Trail {
    let hand = |label: &str| TrailHand {
        label: label.into(),
        named: true,
        source_type: SourceType::NewsOutlet,
        anonymous: false,
        link: Link::Explicit,
    };
    let page = |publisher: &str, words: &str, from: &str, followed| TrailPage {
        url: format!("https://{}.example/pier", publisher.to_lowercase()),
        title: "The *pier*".into(),
        publisher: publisher.into(),
        published: "2031-05-04".into(),
        words: words.into(),
        hands: vec![hand(from)],
        followed,
    };
    Trail {
        pages: vec![
            page("Lantern", "it has fallen", "Gazette", Some(0)),
            page("Gazette", "it may have fallen", "Courier", None),
        ],
        disclosed: 1,
        hands: vec![hand("Gazette"), hand("Courier")],
        circular: None,
        broken: None,
        changes: vec![vec![crate::trail::Change::HedgeLost]],
        missed: None,
    }
}

#[test]
fn a_trail_in_words_keeps_the_two_counts_apart() {
    assert_eq!(
        markdown(&followed()),
        "# A claim on 2 pages

As the first page says: 1 hand away. Lantern ← Gazette

As the trail shows: 2 hands away. Lantern ← Gazette ← Courier

## 1. [Lantern](<https://lantern.example/pier>) · 2031-05-04

The \\*pier\\*

> it has fallen

Lantern ← Gazette

Gazette says it with caution, Lantern does not.

## 2. [Gazette](<https://gazette.example/pier>) · 2031-05-04

The \\*pier\\*

> it may have fallen

Gazette ← Courier
"
    );
}

#[test]
fn a_trail_that_ends_badly_says_so_and_no_address_off_the_web_is_a_link() {
    let mut trail = Trail { circular: Some(0), missed: Some("https://gone.example/<x>".into()), ..followed() };
    let written = markdown(&trail);
    assert!(written.contains("Circular: the trail comes back to Lantern."), "{written}");
    assert!(written.ends_with("(<https://gone.example/%3Cx%3E>), and not found there.\n"), "{written}");
    trail.pages[0].url = "javascript:alert(1)".into();
    trail.missed = Some("data:text/html,x".into());
    for written in [markdown(&trail), json_ld(&trail).unwrap()] {
        assert!(!written.contains("javascript:") && !written.contains("data:text"), "{written}");
    }
}

#[test]
fn a_trail_as_data_has_both_counts_and_every_step() {
    let data: serde_json::Value = serde_json::from_str(&json_ld(&followed()).unwrap()).unwrap();
    assert_eq!((&data["disclosed"], &data["traced"]), (&1.into(), &2.into()));
    let steps = data["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 2);
    assert_eq!((&steps[0]["changed"][0], &steps[0]["followedHand"]), (&"hedge-lost".into(), &1.into()));
    assert_eq!(steps[1]["chain"][0]["called"], "Courier");
    // Every word is a term that the file explains, or one of JSON-LD's own.
    let known = data["@context"][1].as_object().unwrap();
    for step in steps {
        for key in step.as_object().unwrap().keys().filter(|key| *key != "type") {
            assert!(known.contains_key(key), "{key}");
        }
    }
}
