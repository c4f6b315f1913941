//! What is found in a text, as other programs read it: places are `[start, end)` in code points of the whole text.
//! `docs/claims.schema.json` explains each field.

use hearsay::report::{Claim, ClaimId, Directness, Factuality, Hop, Kind, Link, Report, SourceType, Span};
use hearsay::{Unread, wording};
use serde::Serialize;
use serde_json::{Map, Value};

use super::article::Article;
use super::code_points::CodePoints;

/// The version of the fields below. A field may be added within a version; none changes its meaning.
const SCHEMA: u8 = 1;

/// The claims of one text.
#[derive(Serialize)]
pub(crate) struct Answer<'r> {
    /// What the row says beside the text.
    #[serde(flatten)]
    others: Map<String, Value>,
    schema: u8,
    engine: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unread: Option<Unread>,
    claims: Vec<ClaimJson<'r>>,
}

impl<'r> Answer<'r> {
    /// The claims of a report on `text`, which the article was read from.
    pub(crate) fn of(text: &str, article: &Article, report: &'r Report, others: Map<String, Value>) -> Self {
        let places = Places { text, article, points: CodePoints::of(text) };
        let claims = report.claims.iter().filter_map(|claim| places.claim(claim)).collect();
        Self { others, schema: SCHEMA, engine: &report.engine, unread: report.unread, claims }
    }
}

#[derive(Serialize)]
struct ClaimJson<'r> {
    id: ClaimId,
    content: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    source: Vec<[usize; 2]>,
    content_words: String,
    cue_words: String,
    source_words: String,
    kind: Kind,
    directness: Directness,
    factuality: Factuality,
    depth: u8,
    depth_max: u8,
    ends_nameless: bool,
    confidence: f64,
    chain_confidence: f64,
    parent: Option<ClaimId>,
    continues: Option<ClaimId>,
    chain: Vec<HopJson<'r>>,
    rule: &'r str,
}

#[derive(Serialize)]
struct HopJson<'r> {
    span: Option<[usize; 2]>,
    name: Option<&'r str>,
    #[serde(rename = "type")]
    source_type: SourceType,
    anonymous: bool,
    link: Link,
    evidence: Option<[usize; 2]>,
    antecedent: Option<[usize; 2]>,
    address: Option<&'r str>,
    reason: Option<[usize; 2]>,
}

struct Places<'t> {
    text: &'t str,
    article: &'t Article,
    points: CodePoints<'t>,
}

impl Places<'_> {
    /// None for a claim of a headline that does not stand in the text.
    fn claim<'r>(&self, claim: &'r Claim) -> Option<ClaimJson<'r>> {
        let content = self.all(&claim.content);
        if content.is_empty() {
            return None;
        }
        Some(ClaimJson {
            id: claim.id,
            content,
            cue: self.all(&claim.cue),
            source: self.all(&claim.source),
            content_words: self.words(&claim.content),
            cue_words: self.words(&claim.cue),
            source_words: self.words(&claim.source),
            kind: claim.kind,
            directness: claim.directness,
            factuality: claim.factuality,
            depth: claim.depth,
            depth_max: claim.depth_max,
            ends_nameless: wording::ends_nameless(claim),
            confidence: rounded(claim.confidence),
            chain_confidence: rounded(claim.chain_confidence),
            parent: claim.parent,
            continues: claim.continues,
            chain: claim.chain.iter().map(|hop| self.hop(hop)).collect(),
            rule: &claim.rule,
        })
    }

    /// The words at some places, as they stand, ` … ` between pieces.
    fn words(&self, spans: &[Span]) -> String {
        let pieces = spans.iter().filter_map(|&span| self.text.get(self.article.place(span)?));
        pieces.collect::<Vec<_>>().join(" … ")
    }

    fn hop<'r>(&self, hop: &'r Hop) -> HopJson<'r> {
        HopJson {
            span: hop.span.and_then(|span| self.one(span)),
            name: hop.name.as_deref(),
            source_type: hop.source_type,
            anonymous: hop.anonymous,
            link: hop.link,
            evidence: hop.evidence.and_then(|span| self.one(span)),
            antecedent: hop.antecedent.and_then(|span| self.one(span)),
            address: hop.address.as_deref(),
            reason: hop.reason.and_then(|span| self.one(span)),
        }
    }

    fn all(&self, spans: &[Span]) -> Vec<[usize; 2]> {
        spans.iter().filter_map(|&span| self.one(span)).collect()
    }

    fn one(&self, span: Span) -> Option<[usize; 2]> {
        Some(self.points.range(self.article.place(span)?))
    }
}

fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}
