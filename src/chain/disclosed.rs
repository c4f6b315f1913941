//! A hop, with who it stands for: what the page discloses of one hand.
//!
//! In: a mention, or none. Out: a [`Disclosed`], with the page's words for it, its link and its address.

use super::hops::Builder;
use crate::attribution::{Hand, Tokens};
use crate::folding::folded;
use crate::lexicon::{Class, NounClass, lexicon};
use crate::report::{Hop, Link, SourceType};
use crate::sources::{Entity, Mention};

/// A hop, and who it stands for.
#[derive(Clone, Debug)]
pub(super) struct Disclosed {
    pub hop: Hop,
    pub entity: Entity,
    /// The outlet a document belongs to.
    pub publisher: Option<String>,
}

impl Disclosed {
    /// Whether it brings what others say before the public: an outlet, its paper, or a reporter of it.
    pub fn publishes(&self) -> bool {
        self.hop.source_type == SourceType::NewsOutlet || self.publisher.is_some()
    }

    /// Whether it is a person by name.
    pub fn is_named(&self) -> bool {
        matches!(self.hop.source_type, SourceType::NamedPerson | SourceType::NamedOfficial)
    }
}

impl Builder<'_> {
    pub(super) fn hand(&self, hand: &Hand, link: Link) -> Option<Disclosed> {
        let mention = self.sources.mention(&hand.mention)?;
        mention.source_type?;
        let link = if mention.anaphoric { Link::Anaphoric } else { link };
        let near = hand.cue.start <= hand.mention.start && hand.mention.start - hand.cue.start < 12;
        let evidence = if near { hand.cue.start..hand.mention.end } else { hand.mention.clone() };
        Some(self.disclosed(mention, link, Some(evidence)))
    }

    pub(super) fn disclosed(&self, mention: &Mention, link: Link, evidence: Option<Tokens>) -> Disclosed {
        let hop = Hop {
            span: self.text.span(&mention.tokens),
            name: mention.name.clone(),
            source_type: mention.source_type.unwrap_or(SourceType::Institution),
            anonymous: mention.anonymous,
            link,
            evidence: evidence.and_then(|tokens| self.text.span(&tokens)),
            antecedent: mention.antecedent.as_ref().and_then(|tokens| self.text.span(tokens)),
            address: self.address(mention),
            reason: None,
        };
        Disclosed { hop, entity: mention.entity.clone(), publisher: mention.publisher.clone() }
    }

    /// Nobody, unless a link on the words says who: `reportedly` may lead to the report.
    pub(super) fn nobody(&self, tokens: Option<&Tokens>, link: Link) -> Disclosed {
        let span = tokens.and_then(|tokens| self.text.span(tokens));
        if let Some(outlet) = tokens.and_then(|tokens| self.sources.linked_outlet(tokens)) {
            let hand = self.disclosed(outlet, Link::Explicit, tokens.cloned());
            return Disclosed { hop: Hop { span, ..hand.hop }, ..hand };
        }
        let hop = Hop {
            span,
            name: None,
            source_type: SourceType::Unspecified,
            anonymous: false,
            link,
            evidence: span,
            antecedent: None,
            address: None,
            reason: None,
        };
        Disclosed { hop, entity: Entity::Nobody, publisher: None }
    }

    /// Where a link on the words for an outlet or a paper leads. One on a person leads to anything.
    fn address(&self, mention: &Mention) -> Option<String> {
        let publishes = matches!(
            mention.source_type,
            Some(SourceType::NewsOutlet | SourceType::OutletCollective | SourceType::Document | SourceType::SocialPost)
        );
        self.sources.address(&mention.tokens).filter(|_| publishes).map(str::to_owned)
    }

    /// The page's words for a source: the mention and its cue when they stand together, else the cue.
    pub(super) fn evidence(&self, source: &Tokens, cue: Option<&Tokens>) -> Option<Tokens> {
        let Some(cue) = cue else { return Some(source.clone()) };
        let (start, end) = (source.start.min(cue.start), source.end.max(cue.end));
        let together = end - start <= 14 && self.text.sentence_of(start) == self.text.sentence_of(end - 1);
        Some(if together { start..end } else { cue.clone() })
    }

    /// H5: `on its website`, `on the council's portal`: somebody's own page is a medium.
    pub(super) fn is_own_platform(&self, hand: &Disclosed) -> bool {
        let possessed = self.words_of(hand).is_some_and(|words| {
            let mut words = words.split_whitespace();
            let own = |word: &str| lexicon().is_in(&folded(word), Class::Possessive);
            words.clone().next().is_some_and(own) || words.any(|word| word.ends_with("'s") || word.ends_with("’s"))
        });
        possessed && hand.hop.name.is_none()
    }

    pub(super) fn is_host(&self, hand: &Disclosed) -> bool {
        matches!(hand.hop.source_type, SourceType::NewsOutlet | SourceType::Institution)
            && (hand.hop.name.as_deref().is_some_and(|name| self.publisher.is(name))
                || matches!(&hand.entity, Entity::Named(name) if self.publisher.is(name))
                || self.words_of(hand).is_some_and(is_this_outlet))
    }

    pub(super) fn words_of(&self, hand: &Disclosed) -> Option<&str> {
        self.words(&hand.hop)
    }

    pub(super) fn words(&self, hop: &Hop) -> Option<&str> {
        let span = hop.span?;
        let text = &self.text.document.blocks.get(span.block as usize)?.text;
        text.get(span.start as usize..span.end as usize)
    }
}

/// `this newspaper`, `this website`: the page itself.
fn is_this_outlet(words: &str) -> bool {
    let outlet = |noun: &str| lexicon().noun(noun).is_some_and(|noun| noun.class == NounClass::Outlet);
    folded(words).strip_prefix("this ").is_some_and(outlet)
}
