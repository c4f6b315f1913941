//! W3C Web Annotations (Recommendation of 23 February 2017) as JSON-LD: a collection with one annotation for each claim.
//!
//! Its target is the claim's words on the page, found by quotation or by position; its bodies say in words how the
//! claim came, tag it, and hold the claim with its chain as data. What is said in words is within the recommendation's
//! context, so that any reader of annotations understands it; the data has terms of its own, which the file explains
//! itself (`terms.tsv`) and `docs/files.md` in words.

use std::collections::BTreeMap;

use serde::Serialize;

use super::passage::{Passage, passages};
use super::{Page, Unwritable, address, deep_link, identifier};
use crate::report::{Claim, Directness, Factuality, Hop, Kind, Link, Report, SourceType, Span};
use crate::wording;

pub(super) const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// Terms of our own.
const TERMS: &str = include_str!("terms.tsv");

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: (&'static str, BTreeMap<&'static str, Term>),
    id: String,
    r#type: &'static str,
    label: String,
    generator: Software,
    article: Article<'a>,
    total: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<CollectionPage<'a>>,
}

/// What a term of our own stands for. One without a type is written short: only then it can be a prefix of others.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Term {
    Plain(&'static str),
    Typed(TypedTerm),
}

#[derive(Serialize)]
pub(super) struct TypedTerm {
    #[serde(rename = "@id")]
    id: &'static str,
    #[serde(rename = "@type", skip_serializing_if = "str::is_empty")]
    value: &'static str,
    #[serde(rename = "@container", skip_serializing_if = "str::is_empty")]
    container: &'static str,
}

/// The page as its author would cite it.
#[derive(Serialize)]
struct Article<'a> {
    id: &'a str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    headline: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    author: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    published: &'a str,
}

#[derive(Serialize)]
struct Software {
    r#type: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CollectionPage<'a> {
    id: String,
    r#type: &'static str,
    part_of: String,
    start_index: usize,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: Vec<Body<'a>>,
    target: Vec<SpecificResource>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Body<'a> {
    Words(TextualBody),
    Data(Box<ClaimData<'a>>),
}

/// A claim with its chain.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ClaimData<'a> {
    r#type: &'static str,
    number: u32,
    words: String,
    depth: u8,
    depth_max: u8,
    ends_nameless: bool,
    kind: Kind,
    directness: Directness,
    factuality: Factuality,
    confidence: f64,
    chain_confidence: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    inside: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    goes_on_from: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_page: Option<String>,
    /// From the page outwards.
    chain: Vec<Hand<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Hand<'a> {
    r#type: &'static str,
    called: String,
    source_type: SourceType,
    nameless: bool,
    tie: Link,
    certain: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why_unnamed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    can_be_read_at: Option<&'a str>,
}

#[derive(Serialize)]
struct TextualBody {
    r#type: &'static str,
    purpose: &'static str,
    value: String,
    format: &'static str,
    language: &'static str,
}

#[derive(Serialize)]
struct SpecificResource {
    r#type: &'static str,
    source: String,
    selector: Vec<Selector>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector {
    TextQuoteSelector { exact: String, prefix: String, suffix: String },
    TextPositionSelector { start: usize, end: usize },
}

pub(super) fn write(page: &Page, report: &Report) -> Result<String, Unwritable> {
    let source = page.source();
    // A claim whose words are not there has nothing to be pinned to.
    let items: Vec<Annotation> = report.claims.iter().filter_map(|claim| annotation(page, &source, claim)).collect();
    let name = page.name();
    let id = identifier::of([source.as_bytes(), b"claims"]);
    let first = CollectionPage {
        id: identifier::of([source.as_bytes(), b"claims", b"0"]),
        r#type: "AnnotationPage",
        part_of: id.clone(),
        start_index: 0,
        items,
    };
    let collection = Collection {
        context: (CONTEXT, terms()),
        id,
        r#type: "AnnotationCollection",
        label: format!("Claims on “{}”", if name.is_empty() { &source } else { name }),
        generator: Software { r#type: "Software", name: "Hearsay" },
        article: Article {
            id: &source,
            r#type: "Article",
            headline: name,
            author: page.author,
            published: page.published,
        },
        total: first.items.len(),
        first: (!first.items.is_empty()).then_some(first),
    };
    Ok(serde_json::to_string_pretty(&collection)? + "\n")
}

fn annotation<'a>(page: &Page, source: &str, claim: &'a Claim) -> Option<Annotation<'a>> {
    let passages = passages(page, &claim.content);
    let first = passages.first()?;
    // Two claims can be made with the same words, but not in the same place.
    let place = format!("{:?} {:?}", claim.content, claim.cue);
    Some(Annotation {
        id: identifier::of([source.as_bytes(), first.exact.as_bytes(), place.as_bytes()]),
        r#type: "Annotation",
        motivation: "describing",
        body: bodies(page, claim),
        target: passages.iter().map(|passage| target(source, passage)).collect(),
    })
}

fn bodies<'a>(page: &Page, claim: &'a Claim) -> Vec<Body<'a>> {
    let body = |purpose, value| {
        Body::Words(TextualBody { r#type: "TextualBody", purpose, value, format: "text/plain", language: "en" })
    };
    let depth = wording::depth(claim);
    let description = format!("{depth}: {}", wording::chain(page.document, claim));
    let tags = [depth].into_iter().chain(wording::remarks(claim));
    let words = [body("describing", description)].into_iter().chain(tags.map(|tag| body("tagging", tag)));
    words.chain([Body::Data(Box::new(data(page, claim)))]).collect()
}

fn data<'a>(page: &Page, claim: &'a Claim) -> ClaimData<'a> {
    ClaimData {
        r#type: "Claim",
        number: claim.id.0,
        words: wording::words(page.document, &claim.content),
        depth: claim.depth,
        depth_max: claim.depth_max,
        ends_nameless: wording::ends_nameless(claim),
        kind: claim.kind,
        directness: claim.directness,
        factuality: claim.factuality,
        confidence: thousandths(claim.confidence),
        chain_confidence: thousandths(claim.chain_confidence),
        inside: claim.parent.map(|id| id.0),
        goes_on_from: claim.continues.map(|id| id.0),
        on_page: deep_link::of(page, claim),
        chain: claim.chain.iter().map(|hop| hand(page, hop)).collect(),
    }
}

fn hand<'a>(page: &Page, hop: &'a Hop) -> Hand<'a> {
    let quoted =
        |span: Option<Span>| span.map(|span| wording::words(page.document, &[span])).filter(|words| !words.is_empty());
    Hand {
        r#type: "Hand",
        called: wording::hand(page.document, hop),
        source_type: hop.source_type,
        nameless: wording::is_nameless(hop),
        tie: hop.link,
        certain: hop.link != Link::Inherited,
        evidence: quoted(hop.evidence),
        why_unnamed: quoted(hop.reason),
        can_be_read_at: address(hop),
    }
}

/// The context that explains our terms.
pub(super) fn terms() -> BTreeMap<&'static str, Term> {
    let rows = TERMS.lines().filter(|row| !row.starts_with('#'));
    let term = |row: &'static str| {
        let mut columns = row.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        let (term, id, value, container) = (next(), next(), next(), next());
        let is_plain = value.is_empty() && container.is_empty();
        (term, if is_plain { Term::Plain(id) } else { Term::Typed(TypedTerm { id, value, container }) })
    };
    rows.map(term).collect()
}

fn thousandths(share: f32) -> f64 {
    (f64::from(share) * 1000.0).round() / 1000.0
}

fn target(source: &str, passage: &Passage) -> SpecificResource {
    let quote = Selector::TextQuoteSelector {
        exact: passage.exact.to_owned(),
        prefix: passage.before.to_owned(),
        suffix: passage.after.to_owned(),
    };
    let position = passage.position.map(|(start, end)| Selector::TextPositionSelector { start, end });
    SpecificResource {
        r#type: "SpecificResource",
        source: source.to_owned(),
        selector: [quote].into_iter().chain(position).collect(),
    }
}
