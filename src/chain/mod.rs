//! How many hands: a chain and a depth for every claim.
//!
//! In go the [`Findings`] and the resolved [`Sources`]; out comes the [`Report`]. This is where the hop rules H1 to H17
//! of `docs/sourcing-depth.md` live, one function each, named after their rule.

mod confidence;
mod directness;
mod disclosed;
mod edges;
mod hops;
mod looking_back;
mod nesting;
mod own_hands;
mod page_words;
mod reporters;
mod returning;
mod same_voice;
mod sharing;
mod sourcing_sentences;
mod withheld;

use crate::attribution::Findings;
use crate::report::{Claim, ClaimId, Factuality, Report, Span};
use crate::sources::{Publisher, Sources};
use crate::text::Text;

/// Builds the report.
#[must_use]
pub fn build(text: &Text, findings: &Findings, sources: &Sources) -> Report {
    let publisher = Publisher::of(text.document);
    let builder = hops::Builder::new(text, findings, sources, &publisher);
    let parents = nesting::parents(&findings.attributions);
    let wrappers = nesting::wrappers(text, &findings.attributions, &parents);
    let chains = builder.chains(&parents, &wrappers);
    let mut number = vec![None; findings.attributions.len()];
    let mut claims = Vec::new();
    for (index, attribution) in findings.attributions.iter().enumerate() {
        // An outer attribution of nothing but an inner one is a hand of the inner claim, not a claim of its own.
        if wrappers[index] {
            continue;
        }
        let id = ClaimId(u32::try_from(claims.len() + 1).unwrap_or(u32::MAX));
        number[index] = Some(id);
        let chain = &chains[index];
        let inside = builder.inside(index, &parents, &wrappers);
        let depth = chain.iter().filter(|hop| hop.link != crate::report::Link::Inherited).count();
        let parent = nesting::ancestors(&parents, index).find_map(|outer| number[outer]);
        let spans = |runs: &[crate::attribution::Tokens]| -> Vec<Span> {
            runs.iter().filter_map(|run| text.span(run)).collect()
        };
        let hedged = attribution.factuality == Factuality::Neutral && builder.hedges(attribution);
        claims.push(Claim {
            id,
            content: spans(&attribution.content),
            cue: spans(&builder.cues(index, &parents, &wrappers)),
            source: builder.named(index, &parents, &wrappers, chain),
            kind: builder.kind(nesting::outermost(&parents, &wrappers, index).unwrap_or(index), chain),
            directness: directness::of(text, &attribution.content),
            factuality: if hedged { Factuality::Hedged } else { attribution.factuality },
            depth: u8::try_from(depth).unwrap_or(u8::MAX),
            depth_max: u8::try_from(chain.len()).unwrap_or(u8::MAX),
            // What a wrapper is sure of, its claim is: one cue is enough. Inside what says more, an unclear one is not.
            confidence: nesting::ancestors(&parents, index)
                .take_while(|outer| wrappers[*outer])
                .map(|outer| findings.attributions[outer].confidence)
                .fold(attribution.confidence, f32::max)
                * confidence::of_claim(inside),
            chain_confidence: builder.confidence(index, inside, chain.iter()),
            parent,
            continues: attribution.continues.and_then(|origin| number[origin]),
            chain: chain.clone(),
            rule: attribution.frame.name().into(),
        });
    }
    withheld::disclose(text, &mut claims);
    Report {
        claims,
        publisher: publisher.name().map(str::to_owned),
        wire: publisher.wire(text.document),
        ..Report::default()
    }
}
