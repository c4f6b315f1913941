//! The hands that an attribution names itself: its source, and whoever stands between the source and the page.
//!
//! In: an attribution with its resolved mentions. Out: its hands from the page outwards: hearsay (H7), outlets and others
//! that were told, aired or passed it on (H4, H5, H9, H15, H16), whose source it is (H14), the source (H1), whom that
//! cites (H2).

use super::disclosed::Disclosed;
use super::hops::Builder;
use crate::attribution::{Attribution, Frame, Hand, Role, Tokens};
use crate::lexicon::Class;
use crate::report::{Hop, Link, SourceType};
use crate::sources::{Entity, Mention};
use crate::text::Tag;

impl Builder<'_> {
    /// The hands that an attribution names itself, outermost first.
    pub(super) fn own(&self, attribution: &Attribution) -> Vec<Disclosed> {
        let mut chain = Vec::new();
        let conduits = self.conduits(attribution);
        chain.extend(self.hearsay(attribution, &conduits));
        chain.extend(conduits);
        chain.extend(self.owner(attribution));
        chain.extend(self.source(attribution));
        for hand in attribution.hands.iter().filter(|hand| hand.role == Role::Cited) {
            // H13: inside a quotation only the attribution of a quoted news sentence counts.
            let quoted = attribution.content.iter().any(|piece| piece.contains(&hand.mention.start));
            let news = |last: &Disclosed| last.hop.source_type == SourceType::NewsOutlet || self.reports(last);
            if quoted && !chain.last().is_some_and(news) {
                continue;
            }
            let next = self.hand(hand, Link::Explicit).filter(|next| next.hop.source_type != SourceType::Unspecified);
            chain.extend(next.filter(|next| chain.iter().all(|known: &Disclosed| known.entity != next.entity)));
        }
        // A link on the cue leads to where the outermost hand can be read.
        if let Some(outermost) = chain.first_mut().filter(|outermost| outermost.hop.address.is_none()) {
            outermost.hop.address = attribution.cue.iter().find_map(|cue| self.sources.address(cue)).map(str::to_owned);
        }
        chain
    }

    /// H7: `reportedly` on a cue is somebody unnamed, outermost.
    fn hearsay(&self, attribution: &Attribution, conduits: &[Disclosed]) -> Option<Disclosed> {
        let hand = attribution.hands.iter().find(|hand| hand.role == Role::Hearsay)?;
        // `was quoted in the book as saying`, `was quoted as telling the Courier`: where it was quoted stands for who did.
        let quoter = |hand: &Hand| hand.role == Role::Quoting && self.hand(hand, Link::Explicit).is_some();
        let quoted = !conduits.is_empty() || attribution.hands.iter().any(quoter);
        if attribution.frame == Frame::QuotedAs && quoted {
            return None;
        }
        Some(self.nobody(Some(&hand.mention), Link::Unspecified))
    }

    /// H4: an outlet that was told, interviewed or aired it is an outer hand; H5, H9: anybody else is none.
    fn conduits(&self, attribution: &Attribution) -> Vec<Disclosed> {
        let mut conduits: Vec<Disclosed> = Vec::new();
        let source = attribution.source.as_ref().and_then(|tokens| self.sources.mention(tokens));
        for hand in &attribution.hands {
            let outer = match hand.role {
                Role::Told | Role::Medium => self.told(hand).filter(|h| {
                    // `told local media`: several outlets, where they were told.
                    let outlet = match h.hop.source_type {
                        SourceType::NewsOutlet => true,
                        SourceType::OutletCollective => names_carrier(hand) && self.are_outlets(&hand.mention),
                        _ => false,
                    };
                    // `in an interview with Roe`, who reports; not `a vote for Roe`
                    let met = hand.role == Role::Told || self.text.word(hand.cue.start) == "with";
                    outlet && !self.is_own_platform(h) || met && self.reports(h)
                }),
                Role::PassedOn => self.hand(hand, Link::Explicit).filter(|h| passes_on(h) && !self.is_own_platform(h)),
                Role::Quoting => self.hand(hand, Link::Explicit),
                Role::Hearsay | Role::Owner | Role::Cited => None,
            };
            let Some(outer) = outer.filter(|h| !self.is_host(h)) else { continue };
            // H6: somebody's own outlet is no second hand, nor is the journal of a study.
            let study = source.is_some_and(|m| m.source_type == Some(SourceType::Document))
                && self.text.is_in(hand.cue.start, Class::PublishedParticiple)
                && self.text.word(hand.cue.start + 1) == "in";
            let own = study || source.is_some_and(|m| same_outlet(m, &outer));
            if !own && conduits.iter().all(|known| known.entity != outer.entity) {
                // `told Sky, via the Courier`: who passes on what another was told stands nearer to the page.
                let behind = hand.role == Role::PassedOn
                    && attribution
                        .hands
                        .iter()
                        .any(|told| told.role == Role::Told && told.mention.end <= hand.cue.start);
                conduits.insert(if behind { 0 } else { conduits.len() }, outer);
            }
        }
        conduits
    }

    /// H16: who was told. One of an outlet's people stands for it, whatever comes later: `told Roe`.
    fn told(&self, hand: &Hand) -> Option<Disclosed> {
        let told = self.hand(hand, Link::Explicit)?;
        let outlet = |told: &Disclosed| {
            let of = self.staff.get(self.text.word(hand.mention.end - 1)).filter(|_| told.is_named())?;
            let outlet = self.hand(of, Link::Anaphoric)?;
            let hop = Hop { span: told.hop.span, antecedent: outlet.hop.span, link: Link::Anaphoric, ..outlet.hop };
            Some(Disclosed { hop: Hop { evidence: told.hop.evidence, ..hop }, ..outlet })
        };
        Some(outlet(&told).unwrap_or(told))
    }

    /// H14: the outlet, or the reporter, whose source speaks.
    fn owner(&self, attribution: &Attribution) -> Option<Disclosed> {
        let hand = attribution.hands.iter().find(|hand| hand.role == Role::Owner)?;
        let owner = self.hand(hand, Link::Explicit).filter(|owner| !self.is_host(owner))?;
        let sources = matches!(self.text.word(hand.cue.end - 1), "source" | "sources");
        let reports = owner.is_named() && (sources || self.reports(&owner));
        (owner.hop.source_type == SourceType::NewsOutlet || reports).then_some(owner)
    }

    /// `local media`, `two news agencies`; `reporters` and `the press` are an audience.
    fn are_outlets(&self, mention: &Tokens) -> bool {
        let audience = |at: usize| self.text.is_in(at, Class::NewsAudience);
        mention.len() > 1
            && self.text.tags.get(mention.start) != Some(&Tag::Determiner)
            && !mention.clone().any(audience)
    }

    /// H16: somebody whom the page shows reporting stands for an outlet.
    fn reports(&self, hand: &Disclosed) -> bool {
        hand.is_named() && self.reporters.contains(&hand.entity)
    }

    /// H1: the source of a cue is one hand. Nobody is one too, when an adverb or a passive stands in for somebody.
    fn source(&self, attribution: &Attribution) -> Option<Disclosed> {
        let Some(tokens) = &attribution.source else {
            let link = if attribution.frame == Frame::OrphanQuotation { Link::Implicit } else { Link::Unspecified };
            return Some(self.nobody(attribution.cue.first(), link));
        };
        let mention = self.sources.mention(tokens)?;
        let link = if mention.anaphoric { Link::Anaphoric } else { Link::Explicit };
        let evidence = self.evidence(tokens, attribution.cue.first());
        let hand = self.disclosed(mention, link, evidence);
        // The page quoting itself is no hand.
        (!self.is_host(&hand) || hand.hop.source_type == SourceType::Document).then_some(hand)
    }
}

/// `told local media`, `carried by state media`: not `in local media`.
fn names_carrier(hand: &Hand) -> bool {
    hand.role == Role::Told || hand.cue.len() > 1
}

/// H15: who can be the hand that a claim came `via`: an outlet, or somebody by full name. `Via Facebook` is a medium.
fn passes_on(hand: &Disclosed) -> bool {
    let full = hand.hop.name.as_deref().is_some_and(|name| name.contains(' '));
    match hand.hop.source_type {
        SourceType::NewsOutlet | SourceType::OutletCollective => true,
        SourceType::NamedPerson | SourceType::NamedOfficial => full,
        _ => false,
    }
}

/// H6: a journalist or document of the outlet that was told, or the outlet itself.
fn same_outlet(mention: &Mention, outlet: &Disclosed) -> bool {
    mention.entity == outlet.entity
        || matches!((&mention.publisher, &outlet.entity), (Some(own), Entity::Named(name)) if own == name)
}
