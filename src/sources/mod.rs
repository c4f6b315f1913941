//! Who a mention is: its type, whether its name is withheld, and the earlier mention it refers back to.
//!
//! In go a [`Text`] and the [`Findings`] of the attribution stage; out come [`Sources`], one [`Mention`] for every run
//! of tokens that some attribution names as a hand. Nothing here counts hops.

mod antecedents;
mod form;
mod links;
mod mention;
mod names;
mod outlets;
mod publisher;
mod typing;

pub use mention::{Entity, Mention};
pub use publisher::Publisher;

use crate::attribution::{Findings, Tokens};
use crate::order;
use crate::text::Text;

/// Every mention of a source, resolved.
#[derive(Debug, Default)]
pub struct Sources {
    /// In text order, each once.
    mentions: Vec<Mention>,
    links: links::Links,
}

impl Sources {
    /// The mention that a run of tokens is. None for a run that was never asked about.
    #[must_use]
    pub fn mention(&self, tokens: &Tokens) -> Option<&Mention> {
        let place = self.mentions.binary_search_by_key(&(tokens.start, tokens.end), |m| (m.tokens.start, m.tokens.end));
        place.ok().map(|index| &self.mentions[index])
    }

    /// The outlet that a link on some of the tokens leads to, as a mention of it.
    #[must_use]
    pub fn linked_outlet(&self, tokens: &Tokens) -> Option<&Mention> {
        self.links.outlet(tokens)
    }

    /// Where a link on some of the tokens leads: an address on the web, at another site than the page's.
    #[must_use]
    pub fn address(&self, tokens: &Tokens) -> Option<&str> {
        self.links.address(tokens)
    }
}

/// Resolves every mention that the findings name.
#[must_use]
pub fn resolve(text: &Text, findings: &Findings) -> Sources {
    let mut names = names::Names::collect(text);
    let outlets = outlets::recognise(text, findings, &names);
    names.are_outlets(&outlets);
    names.weigh();
    let mut mentions: Vec<Mention> =
        mentioned(findings).iter().map(|tokens| form::read(text, &names, tokens)).collect();
    let links = links::Links::of(text, &names);
    mentions.iter_mut().for_each(|mention| links.disclose(mention));
    antecedents::resolve(text, &names, findings, &mut mentions);
    Sources { mentions, links }
}

/// All runs that the findings name as somebody, in text order, each once.
fn mentioned(findings: &Findings) -> Vec<Tokens> {
    let mut runs: Vec<Tokens> = findings
        .attributions
        .iter()
        .flat_map(|a| a.source.iter().chain(a.hands.iter().map(|hand| &hand.mention)))
        .chain(findings.sourcing.iter().flat_map(|s| [&s.about, &s.named]))
        .cloned()
        .collect();
    order::by(&mut runs, |run| (run.start, run.end));
    runs.dedup();
    runs
}
