//! What holds of the engine's answer whatever the article says.

use hearsay::analyze;
use hearsay::document::{Block, Document, Host, Region};
use hearsay::report::{Claim, Link, Report, Unread};
use proptest::prelude::*;

const SENTENCES: [&str; 28] = [
    "The bridge at Orle is closed, the Veska Tribune reported, citing Commissioner Halden Roos.",
    "The report also said that the road would open in May.",
    "“We were not asked,” said Jane Roe, who leads the council.",
    "“Nobody was,” she added.",
    "Roe told Radio Lowmark that the money was gone.",
    "According to the ministry, the work is done.",
    "The source reportedly told the weekly that two pillars had cracked.",
    "The Harbour Gazette has reported that the mayor knew.",
    "The report cited two aides who asked not to be named.",
    "Experts say the river will rise, the study found.",
    "Amid reports that the mayor would resign, the council met.",
    "It was reported that the ferry had sunk.",
    "Juan Paz denied that he had seen the letter.",
    "The paper quoted Paz as saying he was “too busy to read”.",
    "He declined to say more.",
    "If the mayor says so, the road will stay closed.",
    "“The dam,” he said, “will not hold.”",
    "The mayor vowed to rebuild the bridge.",
    "Officials familiar with the plan said that talks had begun.",
    "A leaked memo seen by the Gazette says jobs will go.",
    "“It is over.”",
    "The road has allegedly been sold.",
    "Tolvia is said to be ready.",
    "Ms. Roe's spokesman said the U.S. had agreed.",
    "“Why now?” the minister asked.",
    "The council met at 6 p.m. on Friday.",
    "“A quote that is never closed, the mayor said.",
    "They called the plan a disgrace.",
];

fn articles() -> impl Strategy<Value = Document> {
    let sentence = prop::sample::select(SENTENCES.to_vec());
    let region = prop_oneof![
        8 => Just(Region::Paragraph),
        1 => Just(Region::Subheading),
        1 => Just(Region::Headline),
        1 => Just(Region::Quote),
        1 => Just(Region::ListItem),
        1 => Just(Region::Caption),
    ];
    let block = (prop::collection::vec(sentence, 1..4), region).prop_map(|(sentences, region)| Block {
        text: sentences.join(" "),
        region,
        links: Vec::new(),
    });
    let host = Host { names: vec!["The Merrow Post".into()], domain: "merrowpost.example".into() };
    prop::collection::vec(block, 0..8).prop_map(move |blocks| Document { host: host.clone(), blocks })
}

fn with_paragraph(document: &Document, text: &str) -> Report {
    let mut longer = document.clone();
    longer.blocks.push(Block { text: text.to_owned(), ..Block::default() });
    analyze(&longer)
}

/// What must be true of every claim.
fn check(claim: &Claim, document: &Document, report: &Report) -> Result<(), TestCaseError> {
    let text = |span: hearsay::report::Span| {
        document.blocks.get(span.block as usize)?.text.get(span.start as usize..span.end as usize)
    };
    prop_assert!(!claim.content.is_empty());
    let hops = claim.chain.iter().flat_map(|hop| [hop.span, hop.evidence, hop.antecedent, hop.reason]).flatten();
    for span in claim.content.iter().chain(&claim.cue).chain(&claim.source).copied().chain(hops) {
        prop_assert!(text(span).is_some_and(|words| !words.is_empty()), "{:?} in {:?}", span, claim);
    }
    let trimmed = |words: &str| words.trim() == words;
    prop_assert!(claim.content.iter().all(|&span| text(span).is_some_and(trimmed)), "blank edges: {:?}", claim);
    let counted = claim.chain.iter().filter(|hop| hop.link != Link::Inherited).count();
    prop_assert_eq!(usize::from(claim.depth), counted);
    prop_assert_eq!(usize::from(claim.depth_max), claim.chain.len());
    prop_assert!(claim.chain.len() <= 6, "too many hops: {:?}", claim);
    let inherited_last = claim.chain.iter().skip_while(|hop| hop.link != Link::Inherited);
    prop_assert!(inherited_last.into_iter().all(|hop| hop.link == Link::Inherited), "inherited in the middle");
    prop_assert!((0.0..=1.0).contains(&claim.confidence));
    prop_assert!((0.0..=1.0).contains(&claim.chain_confidence));
    for id in [claim.parent, claim.continues].into_iter().flatten() {
        prop_assert!(id != claim.id && report.claims.iter().any(|other| other.id == id), "{} is no other claim", id);
    }
    let block = claim.content[0].block as usize;
    let silent = matches!(document.blocks[block].region, Region::Caption | Region::Byline | Region::Other);
    prop_assert!(!silent, "a claim in a caption: {:?}", claim);
    Ok(())
}

proptest! {
    // Failures are shrunk to an article that a person can read; such an article becomes a test of its own.
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_claim_is_sound(document in articles()) {
        let report = analyze(&document);
        for (index, claim) in report.claims.iter().enumerate() {
            prop_assert_eq!(claim.id.0 as usize, index + 1);
            check(claim, &document, &report)?;
        }
        let begins: Vec<_> = report.claims.iter().map(|claim| (claim.content[0].block, claim.content[0].start)).collect();
        prop_assert!(begins.is_sorted(), "claims in text order: {:?}", begins);
    }

    #[test]
    fn an_unrelated_paragraph_at_the_end_changes_no_earlier_claim(document in articles()) {
        let before = analyze(&document).claims;
        // It may attribute something, but not begin with a quotation mark: one that is still open could close there.
        for unrelated in ["Rain fell on the hills, and the river rose by a hand.", "In Norrby, Ulla Brandt said nobody dances."] {
            let after = with_paragraph(&document, unrelated).claims;
            prop_assert_eq!(&after[..before.len().min(after.len())], &before[..], "{}", unrelated);
        }
    }

    #[test]
    fn the_same_article_is_answered_the_same_way_twice(document in articles()) {
        prop_assert_eq!(analyze(&document), analyze(&document));
    }
}

#[test]
fn text_that_attributes_nothing_makes_no_claim() {
    for (what, text) in [
        ("nothing", ""),
        ("blank", " \n\t\u{a0}"),
        ("a table", "Orle 12 14 19\nPaz 3 5 8\nTotal 15 19 27"),
        ("a recipe", "Beat two eggs. Add 200 g of flour and a pinch of salt. Bake for 40 minutes at 180 °C."),
        ("source code", "fn said(x: &str) -> String { format!(\"he said {x}\") }"),
        (
            "another language",
            "Die Brücke bleibt gesperrt, sagte die Bürgermeisterin am Freitag. „Wir wurden nicht gefragt“, sagte sie.",
        ),
        ("marks alone", "“”\"\"''‘’«»()[]{}"),
    ] {
        let document =
            Document { blocks: vec![Block { text: text.to_owned(), ..Block::default() }], ..Document::default() };
        assert_eq!(analyze(&document).claims, [], "{what}");
    }
}

#[test]
fn a_block_may_have_any_number_of_sentences_and_a_sentence_any_number_of_words() {
    for text in [
        "It fell. ".repeat(80_000),
        format!("Vey said the pier {}.", "and the old pier was closed ".repeat(9_000)),
        "‘Pier “".repeat(20_000),
        "[pier *".repeat(20_000),
    ] {
        let block = Block { text, ..Block::default() };
        let report = analyze(&Document { blocks: vec![block], ..Document::default() });
        assert!(report.claims.len() < 100, "{} claims", report.claims.len());
    }
}

#[test]
fn a_report_reads_back_what_it_wrote() {
    let blocks = SENTENCES.map(|text| Block { text: text.to_owned(), ..Block::default() });
    let report = analyze(&Document { blocks: blocks.into(), ..Document::default() });
    assert!(report.claims.len() > 20 && report.claims.iter().all(|claim| !claim.rule.is_empty()));
    let written = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&written).unwrap(), report);
}

#[test]
fn a_document_beyond_the_limit_is_not_read_and_its_report_says_so() {
    let of = |bytes: usize| {
        let text = "Jane Roe said that the bridge was closed. ".repeat(bytes / 42 + 1)[..bytes].to_owned();
        Document { blocks: vec![Block { text, ..Block::default() }], ..Document::default() }
    };
    let report = analyze(&of(Document::MOST_BYTES + 1));
    assert_eq!((report.unread, report.claims.len()), (Some(Unread::TooLong), 0));
    assert_eq!(report.engine, hearsay::version());
    assert_eq!(analyze(&of(1000)).unread, None);
}
