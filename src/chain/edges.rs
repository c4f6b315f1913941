//! H12: what a report's source is for one claim, it perhaps is for another.
//!
//! An edge leads from a report or outlet to the hand the page once gives for it. Chains that end in such a report are
//! drawn on along the edges, as inherited hops that no depth counts.

use std::collections::HashMap;

use super::hops::Disclosed;
use crate::report::{Hop, Link, SourceType};
use crate::sources::Entity;

/// From whom, for all a document says, its reports have what they say. The first hand given for each counts.
#[derive(Debug, Default)]
pub(super) struct Edges {
    deeper: HashMap<Entity, Disclosed>,
}

impl Edges {
    /// Notes that `report` has something from `hand`.
    pub fn add(&mut self, report: &Disclosed, hand: &Disclosed) {
        let reports = matches!(report.hop.source_type, SourceType::NewsOutlet | SourceType::Document);
        if reports && report.entity != hand.entity && hand.entity != Entity::Nobody {
            self.deeper.entry(report.entity.clone()).or_insert_with(|| hand.clone());
        }
    }

    /// A chain with the inherited hops behind its last hand, if that is an identified report.
    pub fn with_inherited(&self, chain: Vec<Disclosed>, most: usize) -> Vec<Hop> {
        let mut entities: Vec<Entity> = chain.iter().map(|hand| hand.entity.clone()).collect();
        let mut hops: Vec<Hop> = chain.into_iter().map(|hand| hand.hop).collect();
        while let Some(hand) = entities.last().and_then(|last| self.deeper.get(last)) {
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
