//! H8: a sentence that names a report's source holds for the claim right before or after it from that report.

use super::disclosed::Disclosed;
use super::hops::Builder;
use super::returning::Introduction;
use crate::attribution::{Role, Sourcing, Tokens};
use crate::lexicon::Class;
use crate::order;
use crate::report::{Link, SourceType};

impl Builder<'_> {
    /// H8: a sentence that names a report's source holds for the claim right before or after it from that report.
    pub(super) fn apply_sourcing(&self, own: &mut [Vec<Disclosed>]) {
        let attributions = self.findings.attributions.iter().enumerate();
        let mut by_sentence: Vec<(usize, usize)> = attributions.map(|(index, a)| (self.sentence(a), index)).collect();
        order::by(&mut by_sentence, |(sentence, index)| (*sentence, *index));
        for sourcing in &self.findings.sourcing {
            let (Some(about), Some(named)) =
                (self.sources.mention(&sourcing.about), self.sources.mention(&sourcing.named))
            else {
                continue;
            };
            if named.source_type.is_none() {
                continue;
            }
            let here = self.text.sentence_of(sourcing.cue.start);
            let near = |index: &usize| {
                let there = self.sentence(&self.findings.attributions[*index]);
                let beside = there + 1 == here || there == here + 1;
                // `The report cited …` looks back, and on within its paragraph; whoever was reached speaks in the next.
                let same_paragraph = self.block_of_sentence(there) == self.block_of_sentence(here);
                beside && (same_paragraph || sourcing.role == Role::Told)
            };
            let hand = self.disclosed(named, Link::Explicit, Some(sourcing.cue.start..sourcing.named.end));
            let outlet = self.is_other_outlet(&hand);
            let first = by_sentence.partition_point(|(sentence, _)| sentence + 1 < here);
            let beside = by_sentence[first..].iter().take_while(|(sentence, _)| *sentence <= here + 1);
            for index in beside.map(|(_, index)| *index).filter(near) {
                let chain = &mut own[index];
                let same = |known: &Disclosed| {
                    known.entity == about.entity || (about.publisher.is_some() && known.publisher == about.publisher)
                };
                // `The claim originated with …`: the one right before, whoever made it.
                let told = self.sentence(&self.findings.attributions[index]) + 1 == here
                    && self.is_what_was_said(&sourcing.about);
                let known = chain.iter().any(|known| known.entity == hand.entity);
                match sourcing.role {
                    Role::Cited if !known && (told || chain.last().is_some_and(same)) => chain.push(hand.clone()),
                    Role::Told if outlet && chain.len() == 1 && chain.first().is_some_and(same) => {
                        chain.insert(0, hand.clone());
                    }
                    _ => {}
                }
            }
        }
    }

    /// Who is known through an outlet by a sentence without a claim, in text order.
    pub(super) fn introductions(&self) -> Vec<Introduction> {
        let told = self.findings.sourcing.iter().filter(|sourcing| sourcing.role == Role::Told);
        let introduction = |sourcing: &Sourcing| {
            let (about, named) = (self.sources.mention(&sourcing.about)?, self.sources.mention(&sourcing.named)?);
            let through = self.disclosed(named, Link::Explicit, Some(sourcing.cue.start..sourcing.named.end));
            let source = self.disclosed(about, Link::Explicit, Some(sourcing.about.clone()));
            let outlet = self.is_other_outlet(&through);
            let sentence = self.text.sentence_of(sourcing.cue.start);
            outlet.then_some(Introduction { source, through, sentence })
        };
        told.filter_map(introduction).collect()
    }

    /// Whether a hand is a news outlet, and neither the page's nor somebody's own.
    fn is_other_outlet(&self, hand: &Disclosed) -> bool {
        hand.hop.source_type == SourceType::NewsOutlet && !self.is_host(hand) && !self.is_own_platform(hand)
    }

    /// `the claim`, `the information`: not who said it, but what.
    fn is_what_was_said(&self, about: &Tokens) -> bool {
        self.text.is_in(about.end - 1, Class::SaidThing)
    }

    fn block_of_sentence(&self, sentence: usize) -> Option<usize> {
        self.text.sentences.get(sentence).map(|tokens| self.text.block_of(tokens.start))
    }
}
