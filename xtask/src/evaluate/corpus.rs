//! The labelled texts and the engine's answers, read into one form. Places are code points of the whole text.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::Context;
use serde::Deserialize;
use serde_json::Value;

/// Pieces of a text, `[start, end)` each.
pub(crate) type Pieces = Vec<[usize; 2]>;

/// A hand of a chain, labelled or answered.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Hop {
    pub(crate) span: Option<[usize; 2]>,
    pub(crate) name: Option<String>,
    #[serde(rename = "type")]
    pub(crate) source_type: String,
    #[serde(default)]
    pub(crate) anonymous: bool,
    pub(crate) link: String,
}

/// A claim as `hearsay batch` prints it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Predicted {
    pub(crate) id: String,
    pub(crate) content: Pieces,
    pub(crate) cue: Pieces,
    pub(crate) source: Pieces,
    pub(crate) kind: String,
    pub(crate) directness: String,
    pub(crate) depth: u8,
    pub(crate) depth_max: u8,
    pub(crate) confidence: f64,
    pub(crate) continues: Option<String>,
    pub(crate) chain: Vec<Hop>,
    pub(crate) rule: String,
}

/// A labelled claim. What a set does not label is `None`.
#[derive(Clone, Debug)]
pub(crate) struct Labelled {
    pub(crate) id: String,
    pub(crate) content: Pieces,
    pub(crate) cue: Pieces,
    pub(crate) source: Option<Pieces>,
    pub(crate) kind: String,
    /// A claim that is not required may be found or not.
    pub(crate) required: bool,
    pub(crate) continues: Option<String>,
    /// The depths that are right.
    pub(crate) depths: Option<Vec<u8>>,
    pub(crate) depth_max: Option<u8>,
    /// Whether the content is quoted: `direct`, `indirect`, `mixed`.
    pub(crate) directness: Option<String>,
    pub(crate) chain: Option<Vec<Hop>>,
    pub(crate) source_type: Option<String>,
}

/// What a labelled claim and an answered one have in common.
pub(crate) trait Claim: Clone {
    fn id(&self) -> &str;
    fn kind(&self) -> &str;
    fn content(&self) -> &Pieces;
    fn content_mut(&mut self) -> &mut Pieces;
    fn cue(&self) -> &Pieces;
    fn continues(&self) -> Option<&str>;
    fn chain(&self) -> &[Hop];
}

macro_rules! claim {
    ($kind:ty, $chain:expr) => {
        impl Claim for $kind {
            fn id(&self) -> &str {
                &self.id
            }
            fn kind(&self) -> &str {
                &self.kind
            }
            fn content(&self) -> &Pieces {
                &self.content
            }
            fn content_mut(&mut self) -> &mut Pieces {
                &mut self.content
            }
            fn cue(&self) -> &Pieces {
                &self.cue
            }
            fn continues(&self) -> Option<&str> {
                self.continues.as_deref()
            }
            fn chain(&self) -> &[Hop] {
                let chain: fn(&Self) -> &[Hop] = $chain;
                chain(self)
            }
        }
    };
}

claim!(Predicted, |claim| &claim.chain);
claim!(Labelled, |claim| claim.chain.as_deref().unwrap_or_default());

/// A labelled text with the engine's answer.
pub(crate) struct Article {
    pub(crate) id: String,
    pub(crate) text: Vec<char>,
    pub(crate) labelled: Vec<Labelled>,
    pub(crate) predicted: Vec<Predicted>,
    /// Nothing is labelled from here on.
    pub(crate) annotated_to: usize,
}

#[derive(Deserialize)]
struct Answer {
    id: String,
    claims: Vec<Predicted>,
}

/// Reads a set of labelled texts and the answers to it.
pub(crate) fn read(gold: &Path, pred: &Path) -> anyhow::Result<Vec<Article>> {
    let answers = fs::read_to_string(pred).with_context(|| format!("cannot read {}", pred.display()))?;
    let rows = fs::read_to_string(gold).with_context(|| format!("cannot read {}", gold.display()))?;
    parse(&rows, &answers).with_context(|| format!("cannot read {} and {}", gold.display(), pred.display()))
}

/// Reads labelled texts and the answers to them, one row a line.
pub(crate) fn parse(rows: &str, answers: &str) -> anyhow::Result<Vec<Article>> {
    let mut answers = answers
        .lines()
        .map(|line| serde_json::from_str(line).map(|answer: Answer| (answer.id, answer.claims)))
        .collect::<Result<HashMap<_, _>, _>>()
        .context("the answers are not what `hearsay batch` prints")?;
    let articles = rows.lines().filter(|line| !line.trim().is_empty()).map(|line| {
        let row: Row = serde_json::from_str(line)?;
        let text: Vec<char> = row.text.chars().collect();
        let labelled = match (&row.claims, &row.attributions) {
            (Some(claims), _) => claims.iter().map(|claim| claim_label(claim, &row.text)).collect(),
            (None, Some(attributions)) => attributions.iter().map(attribution_label).collect(),
            (None, None) => Vec::new(),
        };
        let predicted = answers.remove(&row.id).unwrap_or_default();
        let annotated_to = row.annotated_to.unwrap_or(text.len());
        Ok(Article { id: row.id, text, labelled, predicted, annotated_to })
    });
    articles.collect::<Result<_, serde_json::Error>>().context("the labelled texts are not in their format")
}

#[derive(Deserialize)]
struct Row {
    id: String,
    text: String,
    claims: Option<Vec<Value>>,
    attributions: Option<Vec<Value>>,
    annotated_to: Option<usize>,
}

fn claim_label(claim: &Value, text: &str) -> Labelled {
    let optional = claim["optional"].as_bool().unwrap_or_default();
    // The hard cases give words instead of places, and call `kind` what is the directness elsewhere.
    let words = !claim["content"][0].is_array();
    let depth = small(&claim["depth"]);
    let depths = depth.map(|depth| {
        let others = claim["alt_depth"].as_array().into_iter().flatten().filter_map(small);
        [depth].into_iter().chain(others).collect()
    });
    let place = |field: &str| if words { found(text, &claim[field]) } else { pieces(&claim[field]) };
    let chain = if words { None } else { serde_json::from_value::<Vec<Hop>>(claim["chain"].clone()).ok() };
    Labelled {
        id: claim["id"].as_str().unwrap_or_default().to_owned(),
        content: place("content"),
        cue: place("cue"),
        source: (words && claim["source"].is_string()).then(|| place("source")),
        kind: if words { "speech".to_owned() } else { claim["kind"].as_str().unwrap_or("speech").to_owned() },
        required: !optional && (words || claim["kind"] == "speech"),
        continues: claim["continues"].as_str().map(str::to_owned),
        depths,
        depth_max: small(&claim["depth_max"]),
        directness: claim["direct"].as_str().map(str::to_owned),
        chain,
        source_type: None,
    }
}

fn attribution_label(attribution: &Value) -> Labelled {
    let source_type = attribution["source_type"].as_str().map(str::to_owned);
    Labelled {
        id: attribution["id"].as_str().unwrap_or_default().to_owned(),
        content: pieces(&attribution["content"]),
        cue: pieces(&attribution["cue"]),
        source: source_type.is_none().then(|| pieces(&attribution["source"])),
        kind: "speech".to_owned(),
        required: true,
        continues: None,
        depths: None,
        depth_max: None,
        directness: None,
        chain: None,
        source_type,
    }
}

fn small(number: &Value) -> Option<u8> {
    number.as_u64().and_then(|number| u8::try_from(number).ok())
}

fn pieces(value: &Value) -> Pieces {
    serde_json::from_value(value.clone()).unwrap_or_default()
}

/// Where words stand in a text, each piece after the one before if it is there.
fn found(text: &str, words: &Value) -> Pieces {
    let words: Vec<&str> = match words {
        Value::String(words) => vec![words],
        Value::Array(pieces) => pieces.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let mut from = 0;
    let mut places = Vec::new();
    for piece in words {
        let later = text[from..].find(piece).map(|at| from + at);
        if let Some(at) = later.or_else(|| text.find(piece)) {
            from = from.max(at + piece.len());
            let start = text[..at].chars().count();
            places.push([start, start + piece.chars().count()]);
        }
    }
    places
}
