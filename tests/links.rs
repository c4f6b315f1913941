//! What a link says about a hand. Each row is a text in which `[words](address)` is a link, the page's domain, and the
//! hands of its first claim: type, name, address.

#![expect(clippy::expect_used, reason = "a test may stop at the first surprise")]

use hearsay::analyze;
use hearsay::document::{Block, Document, Host, Hyperlink};
use hearsay::report::{Hop, SourceType};

/// A block of a text with links in the manner of Markdown.
fn block(marked: &str) -> Block {
    let mut block = Block::default();
    let mut rest = marked;
    while let Some((before, linked)) = rest.split_once('[') {
        let (words, linked) = linked.split_once("](").expect("a link has an address");
        let (address, after) = linked.split_once(')').expect("an address ends");
        block.text += before;
        let start = u32::try_from(block.text.len()).expect("texts are short");
        block.text += words;
        let end = u32::try_from(block.text.len()).expect("texts are short");
        let domain = address.split_once("://").map_or("", |(_, rest)| rest.split('/').next().unwrap_or_default());
        block.links.push(Hyperlink { start, end, domain: domain.to_owned(), address: address.to_owned() });
        rest = after;
    }
    block.text += rest;
    block
}

fn hands(domain: &str, marked: &str) -> Vec<Hop> {
    let host = Host { domain: domain.to_owned(), names: Vec::new() };
    let report = analyze(&Document { host, blocks: vec![block(marked)] });
    report.claims.into_iter().next().map(|claim| claim.chain).unwrap_or_default()
}

#[test]
fn a_link_to_an_outlet_says_who_the_hand_is_and_where_its_report_stands() {
    use SourceType::{Document, NewsOutlet, Unspecified};
    let courier = "https://www.orlecourier.example/pier";
    let named = |name: &'static str| Some(name);
    for (domain, marked, first) in [
        // The cue leads to the report: the page does disclose who.
        ("lantern.example", "The pier was [reportedly](https://reuters.com/x) sold.", (NewsOutlet, named("Reuters"))),
        (
            "lantern.example",
            "The pier was [reportedly](https://www.orlecourier.example/pier) sold.",
            (NewsOutlet, named("Orle Courier")),
        ),
        ("lantern.example", "The pier was [reportedly](https://council.example/minutes) sold.", (Unspecified, None)),
        ("reuters.com", "The pier was [reportedly](https://uk.reuters.com/x) sold.", (Unspecified, None)),
        (
            "lantern.example",
            "It was [reported](https://apnews.com/x) that the pier was sold.",
            (NewsOutlet, named("Associated Press")),
        ),
        // Words that name no outlet, and short forms.
        (
            "lantern.example",
            "The pier was sold, [a local paper](https://orlecourier.example/pier) reported.",
            (NewsOutlet, named("Orle Courier")),
        ),
        (
            "lantern.example",
            "The pier was sold, [the Times](https://www.nytimes.com/pier) reported.",
            (NewsOutlet, named("The New York Times")),
        ),
        (
            "lantern.example",
            "The pier was sold, [CNN](https://www.nytimes.com/pier) reported.",
            (NewsOutlet, named("CNN")),
        ),
        (
            "lantern.example",
            "[A report](https://www.reuters.com/x) said the pier was sold.",
            (Document, named("Reuters")),
        ),
        // Its own site tells that a name is an outlet's.
        (
            "lantern.example",
            "The pier was sold, [Kaptein](https://kaptein.example/pier) said.",
            (NewsOutlet, named("Kaptein")),
        ),
    ] {
        let hands = hands(domain, marked);
        let found = hands.first().map(|hop| (hop.source_type, hop.name.as_deref()));
        assert_eq!(found, Some(first), "{marked}");
    }
    let told = hands("lantern.example", "A clerk told [Kaptein](https://kaptein.example/pier) that the pier was sold.");
    assert_eq!(told.len(), 2, "{told:?}");
    let address = |marked: &str| hands("lantern.example", marked).first().and_then(|hop| hop.address.clone());
    for (marked, expected) in [
        ("The pier was sold, [the Orle Courier](https://www.orlecourier.example/pier) reported.", Some(courier)),
        ("The pier was sold, the Orle Courier [reported](https://www.orlecourier.example/pier).", Some(courier)),
        ("Ida Lund [said](https://www.orlecourier.example/pier) the pier was sold.", Some(courier)),
        ("[Ida Lund](https://people.example/lund) said the pier was sold.", None),
        ("The pier was sold, [the Orle Courier](https://lantern.example/courier) reported.", None),
        ("The pier was sold, [the Orle Courier](javascript://orlecourier.example/x) reported.", None),
    ] {
        assert_eq!(address(marked).as_deref(), expected, "{marked}");
    }
}

#[test]
fn links_anywhere_do_no_harm() {
    let text = "The pier was reportedly sold, Kaptein said.";
    let long = format!("https://reuters.com/{}", "x".repeat(5000));
    for (start, end) in [(0, 43), (40, 90), (7, 3), (u32::MAX, u32::MAX), (13, 13), (0, 0)] {
        let link = Hyperlink { start, end, domain: "reuters.com".to_owned(), address: long.clone() };
        let links = vec![link.clone(), link];
        let block = Block { text: text.to_owned(), links, ..Block::default() };
        let report = analyze(&Document { host: Host::default(), blocks: vec![block] });
        assert!(report.claims.iter().flat_map(|claim| &claim.chain).all(|hop| hop.address.is_none()));
    }
}
