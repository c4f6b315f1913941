//! A claim as other programs read it: places are `[start, end)` in code points of the whole text.

use hearsay::document::plain_text::PlainText;
use hearsay::report::{Claim, ClaimId, Directness, Factuality, Hop, Kind, Link, Report, SourceType, Span};
use serde::Serialize;

use super::code_points::CodePoints;

#[derive(Serialize)]
pub(crate) struct ClaimJson<'r> {
    id: ClaimId,
    content: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    source: Vec<[usize; 2]>,
    kind: Kind,
    directness: Directness,
    factuality: Factuality,
    depth: u8,
    depth_max: u8,
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

/// The claims of a report on `text`, which `read` was made from.
pub(crate) fn claims<'r>(text: &str, read: &PlainText, report: &'r Report) -> Vec<ClaimJson<'r>> {
    let places = Places { read, points: CodePoints::of(text) };
    report.claims.iter().map(|claim| places.claim(claim)).collect()
}

struct Places<'t> {
    read: &'t PlainText,
    points: CodePoints<'t>,
}

impl Places<'_> {
    fn claim<'r>(&self, claim: &'r Claim) -> ClaimJson<'r> {
        ClaimJson {
            id: claim.id,
            content: self.all(&claim.content),
            cue: self.all(&claim.cue),
            source: self.all(&claim.source),
            kind: claim.kind,
            directness: claim.directness,
            factuality: claim.factuality,
            depth: claim.depth,
            depth_max: claim.depth_max,
            confidence: rounded(claim.confidence),
            chain_confidence: rounded(claim.chain_confidence),
            parent: claim.parent,
            continues: claim.continues,
            chain: claim.chain.iter().map(|hop| self.hop(hop)).collect(),
            rule: &claim.rule,
        }
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
        Some(self.points.range(self.read.place(span)?))
    }
}

fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}
