//! The hop rules together: what the hands of one attribution make with those around it, from the page outwards.

use std::collections::{HashMap, HashSet};

use super::confidence::{self, Doubts, Inside};
use super::disclosed::Disclosed;
use super::nesting;
use super::reporters::{reporters, staff};
use super::returning::Unnamed;
use super::same_voice::is_again;
use crate::attribution::{Attribution, Findings, Frame, Hand, Role};
use crate::folding::folded;
use crate::lexicon::Class;
use crate::report::{Hop, Kind, Link, SourceType};
use crate::sources::{Entity, Publisher, Sources};
use crate::text::{Tag, Text};

/// H10: no page is read as disclosing more hands than this.
const MOST_HOPS: usize = 6;

pub(super) struct Builder<'t> {
    pub(super) text: &'t Text<'t>,
    pub(super) findings: &'t Findings,
    pub(super) sources: &'t Sources,
    pub(super) publisher: &'t Publisher,
    /// People whom the page shows reporting.
    pub(super) reporters: HashSet<Entity>,
    /// The last names of people whom the page calls an outlet's, with the hand that names it: `told Sky host Ann Roe`.
    pub(super) staff: HashMap<&'t str, &'t Hand>,
}

impl<'t> Builder<'t> {
    pub fn new(text: &'t Text<'t>, findings: &'t Findings, sources: &'t Sources, publisher: &'t Publisher) -> Self {
        let reporters = reporters(text, findings, sources);
        let staff = staff(text, findings);
        Self { text, findings, sources, publisher, reporters, staff }
    }

    /// The chain of every attribution, parents before children.
    pub fn chains(&self, parents: &[Option<usize>], wrappers: &[bool]) -> Vec<Vec<Hop>> {
        let attributions = &self.findings.attributions;
        let mut own: Vec<Vec<Disclosed>> = attributions.iter().map(|attribution| self.own(attribution)).collect();
        self.share_conduits(&mut own);
        self.share_citers(&mut own);
        self.apply_sourcing(&mut own);
        let edges = self.edges(&own);
        let mut chains: Vec<Vec<Disclosed>> = Vec::with_capacity(own.len());
        let mut unnamed = Unnamed::new(self.text);
        let mut introductions = self.introductions().into_iter().peekable();
        for (index, hands) in own.into_iter().enumerate() {
            let origin = attributions[index].continues.filter(|origin| *origin < index);
            let mut chain = match (origin, parents[index]) {
                (Some(origin), _) => implied(&chains[self.innermost(origin, index, parents)]),
                (None, Some(outer)) => self.nested(&counted(&chains[outer]), hands, index, outer),
                (None, None) => hands,
            };
            if origin.is_none() {
                if parents[index].is_some() {
                    Self::doubt_last(self.inside(index, parents, wrappers), &mut chain);
                }
                let sentence = self.sentence(&attributions[index]);
                while let Some(next) = introductions.next_if(|next| next.sentence <= sentence) {
                    unnamed.introduce(next);
                }
                let cited = attributions[index].hands.iter().any(|hand| hand.role == Role::Cited);
                let quoted = attributions[index].frame == Frame::QuotedAs;
                unnamed.read(&mut chain, sentence, cited, quoted);
            }
            chains.push(limited(chain));
        }
        let begins = |index: usize| {
            self.text.span(&attributions[index].content[0]).map_or((0, 0), |span| (span.block, span.start))
        };
        chains
            .into_iter()
            .enumerate()
            .map(|(index, chain)| edges.with_inherited(chain, begins(index), MOST_HOPS))
            .collect()
    }

    /// Of several hands the last, which stands in another's words, is `perhaps` where it may be none.
    fn doubt_last(inside: Option<Inside>, chain: &mut [Disclosed]) {
        let doubtful = confidence::of_last(chain.iter().map(|hand| &hand.hop), inside) < confidence::COUNTED_FROM;
        if let [_, .., last] = chain
            && doubtful
        {
            last.hop.link = Link::Inherited;
        }
    }

    /// What sort of attribution it is. `Radio Tarn understands that …`: what an outlet understands, it reports.
    pub fn kind(&self, index: usize, chain: &[Hop]) -> Kind {
        let attribution = &self.findings.attributions[index];
        let understands = attribution.cue.iter().any(|cue| self.text.is_in(cue.start, Class::Understanding));
        let outlet = || chain.first().is_some_and(|hop| hop.source_type == SourceType::NewsOutlet);
        if understands && outlet() { Kind::Speech } else { attribution.kind }
    }

    /// How sure to be of the chain of an attribution.
    pub fn confidence<'h>(
        &self,
        index: usize,
        inside: Option<Inside>,
        chain: impl Iterator<Item = &'h Hop> + Clone,
    ) -> f32 {
        let attribution = &self.findings.attributions[index];
        // `told dpa`, `told Quayreporters`: a name, or a bare word for one.
        let unknown = |hand: &Hand| {
            let capital = hand.mention.clone().any(|at| self.text.tokens[at].capital);
            let bare = hand.mention.len() == 1 && self.text.tags.get(hand.mention.start) != Some(&Tag::Pronoun);
            let untyped = || self.sources.mention(&hand.mention).is_some_and(|told| told.source_type.is_none());
            hand.role == Role::Told && (capital || bare) && untyped()
        };
        let listener_unknown = attribution.hands.iter().any(unknown);
        let words = |hop: &Hop| self.words(hop).map(folded).unwrap_or_default();
        let doubts = Doubts { learned: attribution.frame == Frame::Learned, listener_unknown, inside };
        confidence::of(chain, doubts, words)
    }

    /// Whether an attribution stands in words of another that say more, and how.
    pub fn inside(&self, index: usize, parents: &[Option<usize>], wrappers: &[bool]) -> Option<Inside> {
        let attribution = Some(&self.findings.attributions[index]).filter(|own| own.kind == Kind::Speech)?;
        nesting::ancestors(parents, index).find(|outer| !wrappers[*outer])?;
        let cue = attribution.cue.first()?.start;
        let verb = matches!(attribution.frame, Frame::SubjectVerbClause | Frame::SubjectVerbQuotation);
        let relative = (cue.saturating_sub(2)..cue).any(|at| self.text.is_in(at, Class::Relativizer));
        // `reports that p`, in a report's own words
        let noun = attribution.frame == Frame::NounThat;
        Some(Inside { clear: noun || verb && !relative && self.text.is_in(cue, Class::ClearCue) })
    }

    /// H17: of several attributions of one quotation, the one that names its speaker; what goes on is said by that one.
    fn innermost(&self, origin: usize, before: usize, parents: &[Option<usize>]) -> usize {
        let attributions = &self.findings.attributions;
        let last = |index: usize| attributions[index].content.first().map_or(0, |piece| piece.end);
        let quoted = |index: usize| attributions[index].content[0].start == attributions[origin].content[0].start;
        (origin + 1..before)
            .take_while(|index| quoted(*index) && last(*index) <= last(origin))
            .filter(|index| nesting::ancestors(parents, *index).any(|outer| outer == origin))
            .last()
            .unwrap_or(origin)
    }

    /// H3: a cue inside the content adds its hands, unless its source is the outer one again, or that one's document.
    fn nested(&self, outer: &[Disclosed], inner: Vec<Disclosed>, at: usize, around: usize) -> Vec<Disclosed> {
        let (own, other) = (&self.findings.attributions[at], &self.findings.attributions[around]);
        let (inner_source, outer_content) = (own.source.as_ref(), other.content.first());
        let mut chain = outer.to_vec();
        // `Radio Tarn reported that p, according to two clerks`: they told the outlet, not the page about the outlet.
        let insiders =
            chain.last().is_some_and(|last| last.hop.anonymous || last.hop.source_type == SourceType::VagueCollective);
        let report = inner.first().is_some_and(|first| first.hop.source_type == SourceType::NewsOutlet);
        if own.frame == Frame::SubjectVerbClause && chain.len() == 1 && inner.len() == 1 && insiders && report {
            chain.splice(0..0, inner);
            return chain;
        }
        for hand in inner {
            let again = chain.iter().any(|known| known.entity == hand.entity && hand.entity != Entity::Nobody);
            let opens =
                inner_source.is_some_and(|source| outer_content.is_some_and(|content| source.start == content.start));
            let words = self.words_of(&hand).map(folded).unwrap_or_default();
            let speaker_again = chain.last().is_some_and(|last| is_again(last, &hand, &words, opens));
            // H7: inside content that has a source already, `reportedly` is a hedge.
            let hedge = hand.hop.link == Link::Unspecified && !chain.is_empty();
            if !again && !speaker_again && !hedge {
                chain.push(hand);
            }
        }
        chain
    }

    pub(super) fn sentence(&self, attribution: &Attribution) -> usize {
        let at = attribution.cue.first().or(attribution.content.first()).map_or(0, |run| run.start);
        self.text.sentence_of(at)
    }
}

fn counted(chain: &[Disclosed]) -> Vec<Disclosed> {
    chain.iter().filter(|hand| hand.hop.link != Link::Inherited).cloned().collect()
}

/// A quotation that goes on has the chain of the one it goes on from, said without a word.
fn implied(chain: &[Disclosed]) -> Vec<Disclosed> {
    let mut chain = counted(chain);
    for hand in &mut chain {
        hand.hop.link = Link::Implicit;
    }
    chain
}

/// H10: a hand that stands for the same as an earlier one ends the chain; so does the limit.
fn limited(chain: Vec<Disclosed>) -> Vec<Disclosed> {
    let mut kept: Vec<Disclosed> = Vec::with_capacity(chain.len().min(MOST_HOPS));
    for hand in chain {
        let seen = hand.entity != Entity::Nobody
            && kept.iter().any(|known| known.entity == hand.entity && known.hop.source_type == hand.hop.source_type);
        if !seen && kept.len() < MOST_HOPS {
            kept.push(hand);
        }
    }
    kept
}
