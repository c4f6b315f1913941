//! W3C Web Annotations (Recommendation of 23 February 2017) as JSON-LD: a collection with one annotation for each claim.
//!
//! Its target is the claim's words on the page, found by quotation or by position; its bodies say in words how the
//! claim came, and tag it. Nothing is outside the recommendation's context, so that any reader of annotations
//! understands all of it.

use serde::Serialize;

use super::passage::{Passage, passages};
use super::{Page, Unwritable, identifier};
use crate::report::{Claim, Report};
use crate::wording;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

#[derive(Serialize)]
struct Collection {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: String,
    generator: Software,
    total: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<CollectionPage>,
}

#[derive(Serialize)]
struct Software {
    r#type: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CollectionPage {
    id: String,
    r#type: &'static str,
    part_of: String,
    start_index: usize,
    items: Vec<Annotation>,
}

#[derive(Serialize)]
struct Annotation {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: Vec<TextualBody>,
    target: Vec<SpecificResource>,
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
        context: CONTEXT,
        id,
        r#type: "AnnotationCollection",
        label: format!("Claims on “{}”", if name.is_empty() { &source } else { name }),
        generator: Software { r#type: "Software", name: "Hearsay" },
        total: first.items.len(),
        first: (!first.items.is_empty()).then_some(first),
    };
    Ok(serde_json::to_string_pretty(&collection)? + "\n")
}

fn annotation(page: &Page, source: &str, claim: &Claim) -> Option<Annotation> {
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

fn bodies(page: &Page, claim: &Claim) -> Vec<TextualBody> {
    let body =
        |purpose, value| TextualBody { r#type: "TextualBody", purpose, value, format: "text/plain", language: "en" };
    let depth = wording::depth(claim);
    let description = format!("{depth}: {}", wording::chain(page.document, claim));
    let tags = [depth].into_iter().chain(wording::remarks(claim));
    [body("describing", description)].into_iter().chain(tags.map(|tag| body("tagging", tag))).collect()
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
