//! The page's own words for a claim: what attributes it, who stands by, and whether it is hedged.

use super::hops::Builder;
use super::nesting;
use crate::attribution::{Attribution, Role, Tokens};
use crate::lexicon::Class;
use crate::order;
use crate::report::{Hop, Link, Span};

impl Builder<'_> {
    /// The words that attribute a claim: its own cue, what cites, and the cues of the wrappers around it.
    pub fn cues(&self, index: usize, parents: &[Option<usize>], wrappers: &[bool]) -> Vec<Tokens> {
        let attributions = &self.findings.attributions;
        let mut cues: Vec<Tokens> = attributions[index].cue.clone();
        cues.extend(
            attributions[index]
                .hands
                .iter()
                .filter(|hand| matches!(hand.role, Role::Cited | Role::Hearsay))
                .map(|hand| hand.cue.clone()),
        );
        for outer in nesting::ancestors(parents, index).take_while(|outer| wrappers[*outer]) {
            cues.extend(attributions[outer].cue.iter().cloned());
        }
        order::by(&mut cues, |run| (run.start, 0));
        cues.dedup();
        cues
    }

    /// The mentions that stand by the cues: the sources of the wrappers, the source, and the hands that the page
    /// explicitly puts behind it.
    pub fn named(&self, index: usize, parents: &[Option<usize>], wrappers: &[bool], chain: &[Hop]) -> Vec<Span> {
        let attributions = &self.findings.attributions;
        let own = attributions[index].source.as_ref().and_then(|run| self.text.span(run));
        let outer = nesting::ancestors(parents, index).take_while(|outer| wrappers[*outer]);
        let mut named: Vec<Span> = outer
            .filter_map(|outer| attributions[outer].source.as_ref())
            .filter_map(|run| self.text.span(run))
            .collect();
        named.extend(own);
        let at = chain.iter().position(|hop| hop.span.is_some() && hop.span == own);
        let deeper = at.map_or(&[][..], |at| &chain[at + 1..]);
        named.extend(deeper.iter().filter(|hop| hop.link == Link::Explicit).filter_map(|hop| hop.span));
        order::by(&mut named, |span| (span.end as usize, 0));
        order::by(&mut named, |span| (span.block as usize, span.start as usize));
        named.dedup();
        named
    }

    /// Whether `reportedly` and its like stand inside the content.
    pub fn hedges(&self, attribution: &Attribution) -> bool {
        attribution.content.iter().flat_map(Clone::clone).any(|at| self.text.is_in(at, Class::HearsayAdverb))
    }
}
