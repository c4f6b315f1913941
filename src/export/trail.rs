//! A trail as a file: the claim on each page that it was followed to, the hands between, and what changed on the way.
//!
//! In goes a trail as the reader sees it; out comes a text for people, or JSON-LD with the terms of `terms.tsv`. How many
//! hands the first page discloses and how many the trail shows stand side by side, and are never made one number.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::annotation::{CONTEXT, Term, terms};
use super::markdown::{escaped, linked};
use super::{Unwritable, identifier, is_on_web};
use crate::report::{Link, SourceType};
use crate::trail::Change;
use crate::wording;

/// A claim that was followed from page to page.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "wasm-views", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm-views", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Trail {
    /// The pages that make the claim, first the one that was read first.
    pub pages: Vec<TrailPage>,
    /// How many hands the first page gives.
    pub disclosed: usize,
    /// The hands that the trail gives, from the first page outwards.
    pub hands: Vec<TrailHand>,
    /// The page to which the trail comes back, by its place.
    pub circular: Option<usize>,
    /// The page whose publisher none of the hands before it is, by its place: nothing is counted on from there.
    pub broken: Option<usize>,
    /// For each page but the last, what matters of what it changed in the words of the next.
    pub changes: Vec<Vec<Change>>,
    /// Where the last page was followed to, and the claim was not found.
    pub missed: Option<String>,
}

/// A page of a trail, and the claim as that page has it.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "wasm-views", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm-views", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TrailPage {
    /// The page's address.
    pub url: String,
    /// The page's title.
    pub title: String,
    /// What people call its publisher.
    pub publisher: String,
    /// When it was published, by ISO 8601; empty when the page does not say.
    pub published: String,
    /// The claim in the page's words.
    pub words: String,
    /// The hands it gives the claim, from the page outwards.
    pub hands: Vec<TrailHand>,
    /// Which of the hands was followed; none on the last page.
    pub followed: Option<usize>,
}

/// A hand, as lists show it.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "wasm-views", derive(tsify::Tsify))]
pub struct TrailHand {
    /// Its name, or the page's words for it.
    pub label: String,
    /// Whether the label is a name.
    pub named: bool,
    /// The sort of source it is.
    #[serde(rename = "type")]
    pub source_type: SourceType,
    /// Whether the page keeps its name.
    pub anonymous: bool,
    /// How the page ties it to the claim.
    pub link: Link,
}

impl TrailHand {
    fn called(&self) -> String {
        match (self.source_type, self.named) {
            (SourceType::Unspecified, _) => "nobody named".to_owned(),
            (_, true) => self.label.clone(),
            (_, false) => format!("“{}”", self.label),
        }
    }

    fn is_certain(&self) -> bool {
        self.link != Link::Inherited
    }
}

impl Trail {
    /// What a change is in words, with the page that cites and the one it cites.
    fn change(&self, change: Change, citing: usize) -> Option<String> {
        let (citing, cited) = (&self.pages.get(citing)?.publisher, &self.pages.get(citing + 1)?.publisher);
        Some(match change {
            Change::HedgeLost => format!("{cited} says it with caution, {citing} does not."),
            Change::HedgeGained => format!("{citing} says it with caution, {cited} does not."),
            Change::SourceLost => format!("{cited} has it from somebody, {citing} does not say from whom."),
            Change::NumberChanged => format!("The number is another one in {cited} than in {citing}."),
            Change::NameAdded => format!("{citing} names somebody whom {cited} does not name there."),
        })
    }
}

/// A text for people, as CommonMark.
#[must_use]
pub fn markdown(trail: &Trail) -> String {
    let Trail { pages, disclosed, hands, circular, broken, changes, missed } = trail;
    let publisher = |at: &usize| pages.get(*at).map_or("", |page| &page.publisher);
    let way = |page: &TrailPage, hands: &[TrailHand]| {
        let hand = |hand: &TrailHand| {
            format!(" ← {}{}", if hand.is_certain() { "" } else { "perhaps " }, escaped(&hand.called()))
        };
        format!("{}{}", escaped(&page.publisher), hands.iter().map(hand).collect::<String>())
    };
    let mut parts = vec![format!("# A claim on {} page{}", pages.len(), if pages.len() == 1 { "" } else { "s" })];
    if let Some(first) = pages.first() {
        let certain: Vec<TrailHand> = first.hands.iter().filter(|hand| hand.is_certain()).cloned().collect();
        parts.push(format!("As the first page says: {}. {}", wording::away(*disclosed), way(first, &certain)));
        parts.push(format!("As the trail shows: {}. {}", wording::away(hands.len()), way(first, hands)));
    }
    parts.extend(circular.as_ref().map(|at| escaped(&format!("Circular: the trail comes back to {}.", publisher(at)))));
    parts.extend(broken.as_ref().map(|at| {
        let name = publisher(at);
        escaped(&format!("The claim did not come from anybody called {name}, so nothing is counted on from there."))
    }));
    for (at, page) in pages.iter().enumerate() {
        let link = Some(page.url.as_str()).filter(|url| is_on_web(url));
        let day = Some(escaped(&page.published)).filter(|day| !day.is_empty());
        let name = [Some(linked(&page.publisher, link)), day].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        parts.push(format!("## {}. {name}", at + 1));
        parts.extend(Some(escaped(&page.title)).filter(|title| !title.is_empty()));
        parts.push(format!("> {}", escaped(&page.words)));
        parts.push(way(page, &page.hands));
        let changed = changes.get(at).into_iter().flatten().filter_map(|change| trail.change(*change, at));
        parts.extend(changed.map(|words| escaped(&words)));
    }
    let missed = missed.as_deref().filter(|url| is_on_web(url));
    parts.extend(missed.map(|url| format!("It was followed to {}, and not found there.", linked(url, Some(url)))));
    parts.join("\n\n") + "\n"
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TrailData<'a> {
    #[serde(rename = "@context")]
    context: (&'static str, BTreeMap<&'static str, Term>),
    id: String,
    r#type: &'static str,
    disclosed: usize,
    traced: usize,
    traced_hands: Vec<HandData<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comes_back_to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_counted_from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missed_at: Option<&'a str>,
    steps: Vec<StepData<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StepData<'a> {
    r#type: &'static str,
    article: ArticleData<'a>,
    words: &'a str,
    chain: Vec<HandData<'a>>,
    /// From 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    followed_hand: Option<usize>,
    #[serde(skip_serializing_if = "<[Change]>::is_empty")]
    changed: &'a [Change],
}

#[derive(Serialize)]
struct ArticleData<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    r#type: &'static str,
    headline: &'a str,
    publisher: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    published: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct HandData<'a> {
    r#type: &'static str,
    called: String,
    source_type: &'a SourceType,
    nameless: bool,
    tie: &'a Link,
    certain: bool,
}

/// JSON-LD with the terms that the files of claims have too.
///
/// # Errors
/// When a value cannot be written, which the types of a trail rule out.
pub fn json_ld(trail: &Trail) -> Result<String, Unwritable> {
    let Trail { pages, disclosed, hands, circular, broken, changes, missed } = trail;
    let address =
        |at: &Option<usize>| at.and_then(|at| pages.get(at)).map(|page| page.url.as_str()).filter(|url| is_on_web(url));
    let changed = changes.iter().map(Vec::as_slice).chain(std::iter::repeat(&[][..]));
    let data = TrailData {
        context: (CONTEXT, terms()),
        id: identifier::of(pages.iter().flat_map(|page| [page.url.as_bytes(), page.words.as_bytes()])),
        r#type: "Trail",
        disclosed: *disclosed,
        traced: hands.len(),
        traced_hands: hands.iter().map(hand).collect(),
        comes_back_to: address(circular),
        not_counted_from: address(broken),
        missed_at: missed.as_deref().filter(|url| is_on_web(url)),
        steps: pages.iter().zip(changed).map(|(page, changed)| step(page, changed)).collect(),
    };
    Ok(serde_json::to_string_pretty(&data)? + "\n")
}

fn step<'a>(page: &'a TrailPage, changed: &'a [Change]) -> StepData<'a> {
    StepData {
        r#type: "Step",
        article: ArticleData {
            id: Some(page.url.as_str()).filter(|url| is_on_web(url)),
            r#type: "Article",
            headline: &page.title,
            publisher: &page.publisher,
            published: &page.published,
        },
        words: &page.words,
        chain: page.hands.iter().map(hand).collect(),
        followed_hand: page.followed.map(|at| at + 1),
        changed,
    }
}

fn hand(hand: &TrailHand) -> HandData<'_> {
    HandData {
        r#type: "Hand",
        called: hand.called(),
        source_type: &hand.source_type,
        nameless: hand.anonymous || hand.source_type.keeps_name() || hand.source_type == SourceType::Unspecified,
        tie: &hand.link,
        certain: hand.is_certain(),
    }
}
