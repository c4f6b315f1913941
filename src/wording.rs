//! A report in English words: how far away a claim is, what else there is to say of it, and through whose hands it
//! came. In go a claim and the document it was found in; out come phrases of one line. The command line and the
//! exports speak with these words; the extension has its own, in the reader's language.

use crate::document::Document;
use crate::report::{Claim, ClaimId, Directness, Factuality, Hop, Kind, Link, SourceType, Span};

/// How far away a claim is: `2 hands away, perhaps 3`.
#[must_use]
pub fn depth(claim: &Claim) -> String {
    let perhaps = if claim.depth_max > claim.depth { format!(", perhaps {}", claim.depth_max) } else { String::new() };
    let perhaps = if claim.depth < MANY { perhaps } else { String::new() };
    format!("{}{perhaps}", away(usize::from(claim.depth)))
}

/// Hands from this many on are not told apart in words.
const MANY: u8 = 6;

/// How far so many hands are away: `2 hands away`.
#[must_use]
pub fn away(hands: usize) -> String {
    match hands {
        0 => "this page's own".to_owned(),
        1 => "1 hand away".to_owned(),
        2..6 => format!("{hands} hands away"),
        _ => "6 or more hands away".to_owned(),
    }
}

/// Whether the last counted hand has no name: it is kept from the reader, or there is nobody.
#[must_use]
pub fn ends_nameless(claim: &Claim) -> bool {
    claim.chain.iter().rfind(|hop| hop.link != Link::Inherited).is_some_and(is_nameless)
}

/// Whether a hand's name is kept from the reader, or there is nobody.
#[must_use]
pub fn is_nameless(hop: &Hop) -> bool {
    hop.anonymous || hop.source_type.keeps_name() || hop.source_type == SourceType::Unspecified
}

/// What else there is to say of a claim, in the order of the reader's card.
#[must_use]
pub fn remarks(claim: &Claim) -> Vec<String> {
    let of = |what: &str, id: ClaimId| format!("{what} {}", id.0);
    [
        ends_nameless(claim).then(|| "the last hand has no name".to_owned()),
        match claim.directness {
            Directness::Direct => Some("their words".to_owned()),
            Directness::Mixed => Some("partly their words".to_owned()),
            Directness::Indirect => None,
        },
        claim.continues.map(|id| of("the quote goes on from", id)),
        claim.parent.map(|id| of("inside", id)),
        match claim.kind {
            Kind::Speech => None,
            Kind::Attitude => Some("an attitude".to_owned()),
            Kind::Directive => Some("a demand".to_owned()),
            Kind::Commissive => Some("a promise".to_owned()),
        },
        match claim.factuality {
            Factuality::Neutral => None,
            Factuality::Hedged => Some("the page is cautious here".to_owned()),
            Factuality::Counterfactive => Some("denied, or called wrong by the page".to_owned()),
            Factuality::Nonassertive => Some("not stated as a fact".to_owned()),
        },
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How many claims, as a heading: `16 claims`.
#[must_use]
pub fn number_of_claims(claims: usize) -> String {
    match claims {
        0 => "No claims that somebody else is named for.".to_owned(),
        1 => "1 claim".to_owned(),
        _ => format!("{claims} claims"),
    }
}

/// The hands of a claim: `lantern.example ← Tessaly Courier ← perhaps “well-informed sources”`.
#[must_use]
pub fn chain(document: &Document, claim: &Claim) -> String {
    claim.chain.iter().fold(page(document), |chain, hop| format!("{chain} ← {}{}", perhaps(hop), hand(document, hop)))
}

/// What the page is called at the beginning of a chain.
#[must_use]
pub fn page(document: &Document) -> String {
    let domain = document.host.domain.as_str();
    if domain.is_empty() { "page" } else { domain }.to_owned()
}

/// What stands before a hand that the page gives for another claim only.
#[must_use]
pub fn perhaps(hop: &Hop) -> &'static str {
    if hop.link == Link::Inherited { "perhaps " } else { "" }
}

/// What a hand is called: a name stands as it is, other words of the page in quotation marks.
#[must_use]
pub fn hand(document: &Document, hop: &Hop) -> String {
    let named = hop.name.as_deref().is_some_and(|name| is_name(name, hop.source_type));
    let quoted = |words: &str| format!("“{}”", words.trim_matches(['“', '”', '"']));
    let words = hop.span.map(|span| words(document, &[span]));
    match (&hop.name, words) {
        (Some(name), _) if named => printable(name),
        (_, Some(words)) if hop.source_type == SourceType::Unspecified => format!("nobody named (“{words}”)"),
        (Some(name), _) => quoted(&printable(name)),
        (None, Some(words)) => quoted(&words),
        (None, None) => "nobody named".to_owned(),
    }
}

/// Whether what a hand goes by is a name: `the Post` is one, `a draft of the accord` its first description.
fn is_name(words: &str, source_type: SourceType) -> bool {
    use SourceType::{Document, Institution, NamedOfficial, NamedPerson, NewsOutlet};
    let mut each = words.split_whitespace();
    let described = each.next().is_some_and(|first| {
        let articles = ["a", "an", "one", "some", "two", "this", "that", "its", "his", "her", "their"];
        articles.iter().any(|article| first.eq_ignore_ascii_case(article))
    });
    match source_type {
        NamedPerson | NamedOfficial => true,
        Institution | NewsOutlet | Document => !described && words.chars().any(char::is_uppercase),
        _ => false,
    }
}

/// The words of some spans, on one line.
#[must_use]
pub fn words(document: &Document, spans: &[Span]) -> String {
    let pieces = spans.iter().filter_map(|&span| document.words(span)).map(printable);
    pieces.collect::<Vec<_>>().join(" … ")
}

/// Words without what would steer a terminal, and with single spaces.
fn printable(words: &str) -> String {
    let words = words.replace(|c: char| c.is_control(), " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_page_cannot_steer_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\n\tc\u{7f}"), "a [31mb c");
    }

    #[test]
    fn a_description_is_no_name() {
        let names = |words| is_name(words, SourceType::Document);
        assert!(names("Harbour Institute report") && names("The Lowby Papers"));
        assert!(!names("A draft of the Lowby accord") && !names("the draft"));
    }
}
