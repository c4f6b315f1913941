//! A claim of one page is found again on the page that it is cited from, or not found.

#![cfg(feature = "trail")]

use hearsay::analyze;
use hearsay::document::{Block, Document};
use hearsay::trail::{Answer, Leg, Told, Wording, changes, count_on, find, one_origin};

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
    find(claim, &page(paragraphs))
}

#[test]
fn a_claim_that_is_worded_anew_is_found() {
    let Answer::Found(passage) = answer("Lowby's pier closes in May.", &PAGE) else { panic!("not found") };
    assert_eq!(passage.span.block, 0);
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
    assert_eq!(find("The pier is closed.", &page), Answer::NotFound(Vec::new()));
}

#[test]
fn there_are_pairs_enough_to_measure_by() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trail/pairs.txt");
    let pairs = std::fs::read_to_string(file).unwrap();
    let lines = |sign: &str| pairs.lines().filter(|line| line.starts_with(sign)).count();
    assert!(lines("= ") >= 16 && lines("+ ") >= 80 && lines("- ") >= 60);
}

#[test]
fn what_changed_is_called_out_as_the_table_has_it() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trail/changes.tsv");
    for row in std::fs::read_to_string(file).unwrap().lines().filter(|row| !row.starts_with('#')) {
        let [cited, cited_hands, citing, citing_hands, matter] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{row:?}")
        };
        let cited = Wording { words: cited, hands: cited_hands.parse().unwrap() };
        let citing = Wording { words: citing, hands: citing_hands.parse().unwrap() };
        let found: Vec<_> = changes(cited, citing).matter.iter().map(|change| format!("{change:?}")).collect();
        assert_eq!(found.join(" "), matter, "{row}");
    }
}

#[test]
fn what_differs_is_marked_on_both_sides() {
    let wording = |words| Wording { words, hands: 0 };
    let found = changes(wording("it may have been known"), wording("it has been known"));
    assert_eq!((found.gone, found.new), (vec![3..11], vec![3..6]));
}

/// The hands of the first claim of a text.
fn hands(text: &str) -> Vec<Option<String>> {
    let claim = analyze(&page(&[text])).claims.swap_remove(0);
    claim.chain.into_iter().map(|hop| hop.name).collect()
}

#[test]
fn the_publisher_of_the_followed_page_counts_once() {
    let (first, second) =
        (hands("The pier is closed, the Pellworth Gazette reported."), hands("Nora Vey said the pier was closed."));
    let legs =
        [Leg { publisher: "Lantern", hands: &first }, Leg { publisher: "The Pellworth Gazette", hands: &second }];
    let traced = count_on(&legs);
    assert_eq!((traced.disclosed, traced.hands.len(), traced.circular, traced.broken), (1, 2, None, None));
}

#[test]
fn a_trail_that_comes_back_is_circular_and_says_where() {
    let gazette = hands("The pier is closed, the Pellworth Gazette reported.");
    let courier = hands("The pier is closed, the Tarn Courier reported.");
    let legs: Vec<_> =
        [("Tarn Courier", &gazette), ("Pellworth Gazette", &courier)].into_iter().cycle().take(40).collect();
    let legs: Vec<_> = legs.into_iter().map(|(publisher, hands)| Leg { publisher, hands }).collect();
    let traced = count_on(&legs);
    assert_eq!((traced.disclosed, traced.circular), (1, Some(0)));
    assert_eq!(traced.hands, [(0, 0)]);
}

#[test]
fn a_page_that_no_hand_leads_to_is_not_counted_on() {
    let gazette = hands("The pier is closed, the Pellworth Gazette reported.");
    for publisher in ["Tarn Courier", ""] {
        let traced = count_on(&[Leg { publisher: "Lantern", hands: &gazette }, Leg { publisher, hands: &gazette }]);
        assert_eq!((traced.hands.len(), traced.broken), (1, Some(1)));
    }
    assert_eq!(count_on(&[]).hands.len(), 0);
}

#[test]
fn pages_that_end_at_one_unnamed_source_are_one_group() {
    let told = [
        (0, "a port official", "The pier at Lowby will be sold in May"),
        (1, "A port official", "Lowby's pier will be sold in May"),
        (2, "a port official", "The pier will be sold"),
        (2, "Nora Vey", "the ferry would sail"),
        (3, "the port official", "four whales had been seen off Orme"),
        (3, "Nora Vey", "the pier at Lowby will be sold in May"),
        (3, "", "the pier at Lowby will be sold in May"),
        (4, "a port official", ""),
    ];
    let told = told.map(|(page, hand, words)| Told { page, hand, words });
    assert_eq!(one_origin(&told), [[0, 1, 2]]);
    assert!(one_origin(&[]).is_empty() && one_origin(&told[..1]).is_empty());
}

#[test]
fn a_page_that_says_a_thing_twice_is_one_page() {
    let told = [0, 0].map(|page| Told { page, hand: "Nora Vey", words: "The pier at Lowby will be sold" });
    assert!(one_origin(&told).is_empty());
}
