//! A claim of one page is found again on the page that it is cited from, or not found.

#![cfg(feature = "trail")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use hearsay::analyze;
use hearsay::document::{Block, Document};
use hearsay::trail::{Answer, find};

const PAGE: [&str; 3] = [
    "The pier at Lowby will be closed in May, harbour master Nora Vey said.",
    "Two clerks told the Gazette that repairs would cost 40,000 crowns.",
    "“We have looked away for far too long,” said Vey.",
];

fn page(paragraphs: &[&str]) -> Document {
    let block = |text: &&str| Block { text: (*text).to_owned(), ..Block::default() };
    Document { blocks: paragraphs.iter().map(block).collect(), ..Document::default() }
}

fn answer(claim: &str, paragraphs: &[&str]) -> Answer {
    let page = page(paragraphs);
    find(claim, &page, &analyze(&page))
}

#[test]
fn a_claim_that_is_worded_anew_is_found_with_the_claim_of_that_page() {
    let Answer::Found(passage) = answer("Lowby's pier closes in May.", &PAGE) else { panic!("not found") };
    assert_eq!((passage.span.block, passage.claim), (0, Some(0)));
}

#[test]
fn a_quotation_that_stands_there_to_the_letter_decides() {
    let claim = "The harbour had been a scandal to everybody: \"we have looked away for far too long\".";
    let Answer::Found(passage) = answer(claim, &PAGE) else { panic!("not found") };
    assert_eq!((passage.span.block, passage.score), (2, 1.0));
}

#[test]
fn another_claim_about_the_same_is_not_found_and_the_closest_are_offered() {
    let Answer::NotFound(closest) = answer("Vey said that the Gazette had invented two divers.", &PAGE) else {
        panic!("found")
    };
    assert!((1..=3).contains(&closest.len()), "{closest:?}");
    assert!(closest.is_sorted_by(|a, b| a.score >= b.score), "{closest:?}");
}

#[test]
fn nothing_is_found_of_nothing_or_where_nothing_is() {
    for claim in ["", " ", "…", "”“", "it was"] {
        assert_eq!(answer(claim, &PAGE), Answer::NotFound(Vec::new()), "{claim:?}");
    }
    assert_eq!(answer("The pier is closed.", &[]), Answer::NotFound(Vec::new()));
    assert_eq!(answer("The pier is closed.", &["", "\u{ad}"]), Answer::NotFound(Vec::new()));
}

#[test]
fn a_page_that_is_too_long_to_be_read_is_not_searched() {
    let text = "The pier is closed. ".repeat(Document::MOST_BYTES / 20 + 1);
    let page = page(&[&text]);
    assert_eq!(find("The pier is closed.", &page, &analyze(&page)), Answer::NotFound(Vec::new()));
}

#[test]
fn there_are_pairs_enough_to_measure_by() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trail/pairs.txt");
    let pairs = std::fs::read_to_string(file).unwrap();
    let lines = |sign: &str| pairs.lines().filter(|line| line.starts_with(sign)).count();
    assert!(lines("= ") >= 16 && lines("+ ") >= 80 && lines("- ") >= 60);
}
