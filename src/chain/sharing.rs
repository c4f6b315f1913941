//! Hands that attributions of one sentence share.
//!
//! In: the hands that each names itself. Out: the same, with the outlet that was told (H11), and with whoever cites the speaker
//! of a relative clause (H2).

use super::disclosed::Disclosed;
use super::hops::Builder;
use crate::attribution::{Hand, Role};
use crate::report::SourceType;
use crate::sources::Entity;

impl Builder<'_> {
    /// H11: cues of one sentence with one speaker share the outlet that was told.
    pub(super) fn share_conduits(&self, own: &mut [Vec<Disclosed>]) {
        let attributions = &self.findings.attributions;
        for index in 0..own.len() {
            let from = index.saturating_sub(4);
            let shared = (from..own.len().min(index + 5)).filter(|other| *other != index).find_map(|other| {
                let same_sentence = self.sentence(&attributions[other]) == self.sentence(&attributions[index]);
                let (speaker, conduits) = self.speaker(&own[other])?;
                let (own_speaker, own_conduits) = self.speaker(&own[index])?;
                let told = attributions[other].hands.iter().any(|hand| matches!(hand.role, Role::Told | Role::Medium));
                (same_sentence
                    && told
                    && speaker == own_speaker
                    && own_conduits.is_empty()
                    && !conduits.is_empty()
                    && attributions[index].continues.is_none())
                .then(|| conduits.to_vec())
            });
            if let Some(conduits) = shared {
                own[index].splice(0..0, conduits);
            }
        }
    }

    fn speaker<'h>(&self, hands: &'h [Disclosed]) -> Option<(&'h Entity, &'h [Disclosed])> {
        let at = hands
            .iter()
            .position(|hand| hand.entity != Entity::Nobody && hand.hop.source_type != SourceType::NewsOutlet)?;
        Some((&hands[at].entity, &hands[..at]))
    }

    /// H2: `Radio Tarn reported p, quoting a clerk who said q`: the clerk was quoted with q as well.
    pub(super) fn share_citers(&self, own: &mut [Vec<Disclosed>]) {
        let attributions = &self.findings.attributions;
        for index in 0..own.len() {
            let Some(source) = &attributions[index].source else { continue };
            let cites = |hand: &Hand| hand.role == Role::Cited && hand.mention.start == source.start;
            let citer = (index.saturating_sub(4)..own.len().min(index + 5))
                .filter(|other| *other != index)
                .find(|other| attributions[*other].hands.iter().any(cites));
            let Some(citer) = citer else { continue };
            let Some(first) = own[index].first() else { continue };
            let at = own[citer].iter().position(|hand| hand.entity == first.entity);
            if let Some(at) = at.filter(|at| *at > 0) {
                let before = own[citer][..at].to_vec();
                own[index].splice(0..0, before);
            }
        }
    }
}
