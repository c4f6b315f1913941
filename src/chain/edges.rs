//! H12: what a report's source is for one claim, it perhaps is for another.
//!
//! An edge leads from a report or outlet to the hand the page once gives for it. Chains that end in such a report are
//! drawn on along the edges, as inherited hops that no depth counts.

use std::collections::HashMap;

use super::disclosed::Disclosed;
use super::hops::Builder;
use crate::attribution::{Role, Tokens};
use crate::report::{Hop, Link, SourceType};
use crate::sources::{Entity, Mention};

/// From whom, for all a document says, its reports have what they say. Of several hands given for one report, the one
/// that was introduced last before a claim counts for it, or else the first.
#[derive(Debug, Default)]
pub(super) struct Edges {
    /// For each report its hands, in text order.
    deeper: HashMap<Entity, Vec<Given>>,
}

/// A hand that the page gives for a report.
#[derive(Debug)]
struct Given {
    at: Place,
    hand: Disclosed,
}

/// The block, and the byte in it, at which something stands.
type Place = (u32, u32);

impl Edges {
    /// Notes that `report` has something from `hand`.
    pub fn add(&mut self, report: &Disclosed, hand: &Disclosed) {
        let reports = matches!(report.hop.source_type, SourceType::NewsOutlet | SourceType::Document);
        if reports && report.entity != hand.entity && hand.entity != Entity::Nobody {
            let at = hand.hop.span.map_or((0, 0), |span| (span.block, span.start));
            let hands = self.deeper.entry(report.entity.clone()).or_default();
            let place = hands.partition_point(|other| other.at <= at);
            // Whoever comes back is who was introduced, however the page calls them now.
            let introduced = hands[..place].iter().find(|other| other.hand.entity == hand.entity);
            let hand = introduced.map_or(hand, |other| &other.hand).clone();
            hands.insert(place, Given { at, hand });
        }
    }

    /// The hand that a report is given before a claim at `claim`.
    pub(super) fn hand(&self, report: &Entity, claim: Place) -> Option<&Disclosed> {
        let hands = self.deeper.get(report)?;
        let before = hands.partition_point(|given| given.at < claim);
        hands.get(before.saturating_sub(1)).map(|given| &given.hand)
    }

    /// A chain with the inherited hops behind its last hand, if that is an identified report. `claim` is the block and
    /// byte at which the claim begins.
    pub fn with_inherited(&self, chain: Vec<Disclosed>, claim: Place, most: usize) -> Vec<Hop> {
        let mut entities: Vec<Entity> = chain.iter().map(|hand| hand.entity.clone()).collect();
        let mut hops: Vec<Hop> = chain.into_iter().map(|hand| hand.hop).collect();
        while let Some(hand) = entities.last().and_then(|last| self.hand(last, claim)) {
            // H10: a circle of reports stops where it closes.
            if hops.len() >= most || entities.contains(&hand.entity) {
                break;
            }
            hops.push(Hop { link: Link::Inherited, ..hand.hop.clone() });
            entities.push(hand.entity.clone());
        }
        hops
    }
}

impl Builder<'_> {
    /// Which reports the page gives a source for, anywhere.
    pub(super) fn edges(&self, own: &[Vec<Disclosed>]) -> Edges {
        let mut edges = Edges::default();
        for (attribution, chain) in self.findings.attributions.iter().zip(own) {
            let cites = attribution.hands.iter().any(|hand| hand.role == Role::Cited);
            for pair in chain.windows(2) {
                let unnamed = pair[1].hop.anonymous;
                if cites || unnamed {
                    edges.add(&pair[0], &pair[1]);
                }
            }
        }
        for sourcing in &self.findings.sourcing {
            let (Some(about), Some(named)) =
                (self.sources.mention(&sourcing.about), self.sources.mention(&sourcing.named))
            else {
                continue;
            };
            let of = |mention: &Mention, evidence: Tokens| self.disclosed(mention, Link::Explicit, Some(evidence));
            match sourcing.role {
                Role::Cited if named.source_type.is_some() => {
                    edges.add(&of(about, sourcing.about.clone()), &of(named, sourcing.cue.start..sourcing.named.end));
                }
                Role::Told if about.source_type.is_some() && !matches!(about.entity, Entity::Named(_)) => {
                    let mut hidden = of(about, sourcing.about.clone());
                    hidden.hop.anonymous = true;
                    if hidden.hop.source_type == SourceType::RoleOnly {
                        hidden.hop.source_type = SourceType::AnonymousIndividual;
                    }
                    edges.add(&of(named, sourcing.named.clone()), &hidden);
                }
                _ => {}
            }
        }
        edges
    }
}
