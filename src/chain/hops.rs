//! The hop rules: which hands a claim has passed through, from the page outwards.

use std::collections::{HashMap, HashSet};

use super::confidence;
use super::edges::Edges;
use super::nesting;
use super::returning::Unnamed;
use super::same_voice::is_again;
use crate::attribution::{Attribution, Findings, Frame, Hand, Role, Tokens};
use crate::lexicon::{Class, lexicon};
use crate::order;
use crate::report::{Hop, Link, SourceType, Span};
use crate::sources::{Entity, Mention, Publisher, Sources};
use crate::text::{Tag, Text, folded};

/// H10: no page is read as disclosing more hands than this.
const MOST_HOPS: usize = 6;

/// A hop, and who it stands for.
#[derive(Clone, Debug)]
pub(super) struct Disclosed {
    pub hop: Hop,
    pub entity: Entity,
    /// The outlet a document belongs to.
    pub publisher: Option<String>,
}

pub(super) struct Builder<'t> {
    text: &'t Text<'t>,
    findings: &'t Findings,
    sources: &'t Sources,
    publisher: &'t Publisher,
    /// People whom the page shows reporting.
    reporters: HashSet<Entity>,
    /// The last names of people whom the page calls an outlet's, with the hand that names it: `told Sky host Ann Roe`.
    staff: HashMap<&'t str, &'t Hand>,
}

impl<'t> Builder<'t> {
    pub fn new(text: &'t Text<'t>, findings: &'t Findings, sources: &'t Sources, publisher: &'t Publisher) -> Self {
        let reporters = reporters(text, findings, sources);
        let staff = staff(text, findings);
        Self { text, findings, sources, publisher, reporters, staff }
    }

    /// The chain of every attribution, parents before children.
    pub fn chains(&self, parents: &[Option<usize>]) -> Vec<Vec<Hop>> {
        let attributions = &self.findings.attributions;
        let mut own: Vec<Vec<Disclosed>> = attributions.iter().map(|attribution| self.own(attribution)).collect();
        self.share_conduits(&mut own);
        self.apply_sourcing(&mut own);
        let edges = self.edges(&own);
        let mut chains: Vec<Vec<Disclosed>> = Vec::with_capacity(own.len());
        let mut unnamed = Unnamed::new(self.text);
        for (index, hands) in own.into_iter().enumerate() {
            let origin = attributions[index].continues.filter(|origin| *origin < index);
            let mut chain = match (origin, parents[index]) {
                (Some(origin), _) => implied(&chains[self.innermost(origin, index, parents)]),
                (None, Some(outer)) => self.nested(&counted(&chains[outer]), hands, index, outer),
                (None, None) => hands,
            };
            if origin.is_none() {
                if parents[index].is_some() {
                    self.doubt_last(index, &mut chain);
                }
                unnamed.read(&mut chain, self.sentence(&attributions[index]));
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

    /// Of several hands the last, which stands in another's words, is `perhaps` where the chain is not sure enough.
    fn doubt_last(&self, index: usize, chain: &mut [Disclosed]) {
        let doubtful = self.confidence(index, chain.iter().map(|hand| &hand.hop)) < confidence::COUNTED_FROM;
        if let [_, .., last] = chain
            && doubtful
        {
            last.hop.link = Link::Inherited;
        }
    }

    /// How sure to be of the chain of an attribution.
    pub fn confidence<'h>(&self, index: usize, chain: impl Iterator<Item = &'h Hop>) -> f32 {
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
        confidence::of(chain, attribution.frame == Frame::Learned, listener_unknown, words)
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

    /// The hands that an attribution names itself, outermost first.
    fn own(&self, attribution: &Attribution) -> Vec<Disclosed> {
        let mut chain = Vec::new();
        chain.extend(self.hearsay(attribution));
        chain.extend(self.conduits(attribution));
        chain.extend(self.owner(attribution));
        chain.extend(self.source(attribution));
        for hand in attribution.hands.iter().filter(|hand| hand.role == Role::Cited) {
            // H13: inside a quotation only the attribution of a quoted news sentence counts.
            let quoted = attribution.content.iter().any(|piece| piece.contains(&hand.mention.start));
            if quoted && !chain.last().is_some_and(|last: &Disclosed| last.hop.source_type == SourceType::NewsOutlet) {
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
    fn hearsay(&self, attribution: &Attribution) -> Option<Disclosed> {
        let hand = attribution.hands.iter().find(|hand| hand.role == Role::Hearsay)?;
        // `was quoted in the book as saying`: where it was quoted, if that is a paper, stands for who did.
        let quoter = |hand: &Hand| hand.role == Role::Quoting && self.hand(hand, Link::Explicit).is_some();
        if attribution.frame == Frame::QuotedAs && attribution.hands.iter().any(quoter) {
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
                        SourceType::OutletCollective => hand.role == Role::Told && self.are_outlets(&hand.mention),
                        _ => false,
                    };
                    outlet && !self.is_own_platform(h) || self.reports(h)
                }),
                Role::PassedOn => self.hand(hand, Link::Explicit).filter(|h| passes_on(h) && !self.is_own_platform(h)),
                Role::Quoting => self.hand(hand, Link::Explicit),
                Role::Hearsay | Role::Owner | Role::Cited => None,
            };
            let Some(outer) = outer.filter(|h| !self.is_host(h)) else { continue };
            // H6: somebody's own outlet is no second hand.
            let own = source.is_some_and(|m| same_outlet(m, &outer));
            if !own && conduits.iter().all(|known| known.entity != outer.entity) {
                conduits.push(outer);
            }
        }
        conduits
    }

    /// H16: who was told. One of an outlet's people stands for it, whatever comes later: `told Roe`.
    fn told(&self, hand: &Hand) -> Option<Disclosed> {
        let told = self.hand(hand, Link::Explicit)?;
        let outlet = |told: &Disclosed| {
            let of = self.staff.get(self.text.word(hand.mention.end - 1)).filter(|_| is_named(told))?;
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
        let reports = is_named(&owner) && (sources || self.reports(&owner));
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
        is_named(hand) && self.reporters.contains(&hand.entity)
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

    fn hand(&self, hand: &Hand, link: Link) -> Option<Disclosed> {
        let mention = self.sources.mention(&hand.mention)?;
        mention.source_type?;
        let link = if mention.anaphoric { Link::Anaphoric } else { link };
        let near = hand.cue.start <= hand.mention.start && hand.mention.start - hand.cue.start < 12;
        let evidence = if near { hand.cue.start..hand.mention.end } else { hand.mention.clone() };
        Some(self.disclosed(mention, link, Some(evidence)))
    }

    fn disclosed(&self, mention: &Mention, link: Link, evidence: Option<Tokens>) -> Disclosed {
        let hop = Hop {
            span: self.text.span(&mention.tokens),
            name: mention.name.clone(),
            source_type: mention.source_type.unwrap_or(SourceType::Institution),
            anonymous: mention.anonymous,
            link,
            evidence: evidence.and_then(|tokens| self.text.span(&tokens)),
            antecedent: mention.antecedent.as_ref().and_then(|tokens| self.text.span(tokens)),
            address: self.address(mention),
        };
        Disclosed { hop, entity: mention.entity.clone(), publisher: mention.publisher.clone() }
    }

    /// Nobody, unless a link on the words says who: `reportedly` may lead to the report.
    fn nobody(&self, tokens: Option<&Tokens>, link: Link) -> Disclosed {
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
    fn evidence(&self, source: &Tokens, cue: Option<&Tokens>) -> Option<Tokens> {
        let Some(cue) = cue else { return Some(source.clone()) };
        let (start, end) = (source.start.min(cue.start), source.end.max(cue.end));
        let together = end - start <= 14 && self.text.sentence_of(start) == self.text.sentence_of(end - 1);
        Some(if together { start..end } else { cue.clone() })
    }

    /// H5: `on its website`, `on the council's portal`: somebody's own page is a medium.
    fn is_own_platform(&self, hand: &Disclosed) -> bool {
        let possessed = self.words_of(hand).is_some_and(|words| {
            let mut words = words.split_whitespace();
            let own = |word: &str| lexicon().is_in(&folded(word), Class::Possessive);
            words.clone().next().is_some_and(own) || words.any(|word| word.ends_with("'s") || word.ends_with("’s"))
        });
        possessed && hand.hop.name.is_none()
    }

    fn is_host(&self, hand: &Disclosed) -> bool {
        matches!(hand.hop.source_type, SourceType::NewsOutlet | SourceType::Institution)
            && (hand.hop.name.as_deref().is_some_and(|name| self.publisher.is(name))
                || matches!(&hand.entity, Entity::Named(name) if self.publisher.is(name)))
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

    fn words_of(&self, hand: &Disclosed) -> Option<&str> {
        self.words(&hand.hop)
    }

    fn words(&self, hop: &Hop) -> Option<&str> {
        let span = hop.span?;
        let text = &self.text.document.blocks.get(span.block as usize)?.text;
        text.get(span.start as usize..span.end as usize)
    }

    /// H11: cues of one sentence with one speaker share the outlet that was told.
    fn share_conduits(&self, own: &mut [Vec<Disclosed>]) {
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

    fn sentence(&self, attribution: &Attribution) -> usize {
        let at = attribution.cue.first().or(attribution.content.first()).map_or(0, |run| run.start);
        self.text.sentence_of(at)
    }

    fn block_of_sentence(&self, sentence: usize) -> Option<usize> {
        self.text.sentences.get(sentence).map(|tokens| self.text.block_of(tokens.start))
    }

    /// H8: a sentence that names a report's source holds for the claim right before or after it from that report.
    fn apply_sourcing(&self, own: &mut [Vec<Disclosed>]) {
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
            let outlet =
                hand.hop.source_type == SourceType::NewsOutlet && !self.is_host(&hand) && !self.is_own_platform(&hand);
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

    /// `the claim`, `the information`: not who said it, but what.
    fn is_what_was_said(&self, about: &Tokens) -> bool {
        self.text.is_in(about.end - 1, Class::SaidThing)
    }

    /// Which reports the page gives a source for, anywhere.
    fn edges(&self, own: &[Vec<Disclosed>]) -> Edges {
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

/// H15: who can be the hand that a claim came `via`: an outlet, or somebody by full name. `Via Facebook` is a medium.
fn passes_on(hand: &Disclosed) -> bool {
    let full = hand.hop.name.as_deref().is_some_and(|name| name.contains(' '));
    match hand.hop.source_type {
        SourceType::NewsOutlet | SourceType::OutletCollective => true,
        SourceType::NamedPerson | SourceType::NamedOfficial => full,
        _ => false,
    }
}

fn is_named(hand: &Disclosed) -> bool {
    matches!(hand.hop.source_type, SourceType::NamedPerson | SourceType::NamedOfficial)
}

/// The people of a page who report: `Roe reports that …`, `Roe of Radio Tarn`.
fn reporters(text: &Text, findings: &Findings, sources: &Sources) -> HashSet<Entity> {
    let reports =
        |attribution: &&Attribution| attribution.cue.iter().any(|cue| text.is_in(cue.start, Class::ReportForm));
    // `Roe's sources`: who has sources reports what they say.
    let owners = findings
        .attributions
        .iter()
        .flat_map(|attribution| &attribution.hands)
        .filter(|hand| hand.role == Role::Owner && matches!(text.word(hand.cue.end - 1), "source" | "sources"));
    let speakers = findings.attributions.iter().filter(reports).filter_map(|attribution| attribution.source.as_ref());
    let mentions = speakers.chain(owners.map(|hand| &hand.mention));
    let people = mentions.filter_map(|tokens| sources.mention(tokens));
    people.filter(|mention| mention.source_type == Some(SourceType::NamedPerson)).map(|m| m.entity.clone()).collect()
}

/// Whom the page calls an outlet's: `Sky host Ann Roe`, `Sky's Ann Roe`.
fn staff<'t>(text: &'t Text, findings: &'t Findings) -> HashMap<&'t str, &'t Hand> {
    let hands = findings.attributions.iter().flat_map(|attribution| &attribution.hands);
    let told = hands.filter(|hand| matches!(hand.role, Role::Told | Role::Medium));
    let named = told.filter_map(|hand| {
        let first = hand.mention.end + 1;
        let beside = text.is_in(hand.mention.end, Class::Presenter) || text.word(hand.mention.end) == "'s";
        let capital = |at: &usize| text.tokens.get(*at).is_some_and(|token| token.is_wordlike() && token.capital);
        let last = (first..first + 4).take_while(capital).last().filter(|_| beside)?;
        Some((text.word(last), hand))
    });
    named.collect()
}

/// H6: a journalist or document of the outlet that was told, or the outlet itself.
fn same_outlet(mention: &Mention, outlet: &Disclosed) -> bool {
    mention.entity == outlet.entity
        || matches!((&mention.publisher, &outlet.entity), (Some(own), Entity::Named(name)) if own == name)
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
