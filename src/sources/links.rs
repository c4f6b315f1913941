//! Links as evidence: a link to another outlet's site says who a hand is, and where its report can be read.
//!
//! In: the links of the blocks, as the page has them, and the names of the text. Out: [`Links`], which knows for a run of
//! tokens the outlet that a link on it leads to, and the address. Links to the page's own site say nothing.

use std::collections::HashMap;

use super::form::outlet_key;
use super::mention::{Entity, Mention};
use super::names::{Bearer, Names};
use super::publisher::spelled_outlet;
use crate::attribution::Tokens;
use crate::document::{Host, Hyperlink};
use crate::lexicon::{letters, lexicon, site_label};
use crate::order;
use crate::report::SourceType;
use crate::text::Text;

/// The links to other sites, in text order.
#[derive(Debug, Default)]
pub(super) struct Links {
    all: Vec<Linked>,
}

#[derive(Debug)]
struct Linked {
    tokens: Tokens,
    /// The outlet at the other end, as if the linked words named it.
    outlet: Option<Mention>,
    address: Option<String>,
}

impl Links {
    /// Reads the links of a text.
    pub(super) fn of(text: &Text, names: &Names) -> Self {
        let mut all = Vec::new();
        let outlets = OutletsByLetters::of(text, names);
        for (block, tokens) in text.document.blocks.iter().zip(&text.blocks) {
            let links = block.links.iter().filter(|link| leads_away(link, &text.document.host));
            all.extend(links.filter_map(|link| linked(text, &outlets, tokens, link)));
        }
        order::by(&mut all, |link| (link.tokens.start, link.tokens.end));
        // Links do not nest; where they are said to, the first one counts.
        let mut end = 0;
        all.retain(|link| {
            let apart = link.tokens.start >= end;
            end = if apart { link.tokens.end } else { end };
            apart
        });
        Self { all }
    }

    fn on(&self, tokens: &Tokens) -> &[Linked] {
        let first = self.all.partition_point(|link| link.tokens.end <= tokens.start);
        let end = self.all.partition_point(|link| link.tokens.start < tokens.end);
        self.all.get(first..end).unwrap_or_default()
    }

    /// The outlet that a link on some of the tokens leads to.
    pub(super) fn outlet(&self, tokens: &Tokens) -> Option<&Mention> {
        self.on(tokens).iter().find_map(|link| link.outlet.as_ref())
    }

    /// Where a link on some of the tokens leads.
    pub(super) fn address(&self, tokens: &Tokens) -> Option<&str> {
        self.on(tokens).iter().find_map(|link| link.address.as_deref())
    }

    /// Gives a mention the name of the outlet that it links to: `a local paper`, `a report`, `the Times`.
    pub(super) fn disclose(&self, mention: &mut Mention) {
        let Some(outlet) = self.outlet(&mention.tokens) else { return };
        let named = mention.name.as_deref();
        let discloses = match mention.source_type {
            Some(SourceType::NewsOutlet) => {
                named.is_none_or(|name| outlet.name.as_deref().is_some_and(|full| is_short_form(name, full)))
            }
            Some(SourceType::Document) => named.is_none() && mention.publisher.is_none(),
            Some(SourceType::Unspecified) => true,
            _ => false,
        };
        if !discloses {
            return;
        }
        match mention.source_type {
            Some(SourceType::Document) => mention.publisher = outlet.name.as_deref().map(outlet_key),
            _ => mention.source_type = outlet.source_type,
        }
        mention.name.clone_from(&outlet.name);
        mention.entity = outlet.entity.clone();
    }
}

/// Whether a link leads to a site that is not the page's.
fn leads_away(link: &Hyperlink, host: &Host) -> bool {
    let below =
        |lower: &str, upper: &str| lower.strip_suffix(upper).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let (there, here) = (link.domain.as_str(), host.domain.as_str());
    !there.is_empty() && (here.is_empty() || !below(there, here) && !below(here, there))
}

fn linked(text: &Text, outlets: &OutletsByLetters, block: &Tokens, link: &Hyperlink) -> Option<Linked> {
    let tokens = &text.tokens[block.clone()];
    let start = block.start + tokens.partition_point(|token| token.end <= link.start);
    let end = block.start + tokens.partition_point(|token| token.start < link.end);
    let tokens = (start < end).then_some(start..end)?;
    let outlet = outlets.at(&link.domain).map(|name| Mention {
        tokens: tokens.clone(),
        source_type: Some(SourceType::NewsOutlet),
        anonymous: false,
        entity: Entity::Named(outlet_key(&name)),
        name: Some(name),
        anaphoric: false,
        antecedent: None,
        publisher: None,
    });
    let web = link.address.starts_with("https://") || link.address.starts_with("http://");
    let plain = !link.address.contains(|c: char| c.is_whitespace() || c.is_control());
    let address = (web && plain && link.address.len() <= LONGEST_ADDRESS).then(|| link.address.clone());
    Some(Linked { tokens, outlet, address })
}

/// No longer address is passed on. Bytes.
const LONGEST_ADDRESS: usize = 2048;

/// The outlets that the article names, by the letters that their domains would be made of.
struct OutletsByLetters<'n>(HashMap<String, &'n str>);

impl<'n> OutletsByLetters<'n> {
    fn of(text: &Text, names: &'n Names) -> Self {
        let linked = text.document.blocks.iter().any(|block| !block.links.is_empty());
        let outlets = names.all.iter().filter(|name| linked && name.bearer == Bearer::Outlet);
        Self(outlets.rev().map(|name| (letters(&name.full), name.full.as_str())).collect())
    }

    /// Whose site a domain is: an outlet's that the lexicon or the article knows, or one whose letters end in a title.
    fn at(&self, domain: &str) -> Option<String> {
        if let Some(outlet) = lexicon().outlet_at(domain) {
            return Some(outlet.name.to_owned());
        }
        let named = self.0.get(&letters(site_label(domain))).map(|name| (*name).to_owned());
        named.or_else(|| spelled_outlet(domain))
    }
}

/// `the Times` for `The New York Times`, `WaPo` for `The Washington Post`.
fn is_short_form(short: &str, full: &str) -> bool {
    let (short, full) = (outlet_key(short), outlet_key(full));
    short == full || short.split(' ').all(|word| full.split(' ').any(|of| of == word))
}
