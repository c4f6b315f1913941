//! Anaphora: which earlier mention `she`, `the paper`, `the report` or `the second official` stands for.
//!
//! One pass in text order. Whoever was the source last, or opens the sentence, is the first choice for a pronoun;
//! definite phrases look for a mention that their noun and adjectives fit. `The report` is the last report-issuing
//! outlet of its section, so that a heading closes what came before. What stays unresolved stays what it says.

mod definite;
mod headline;
mod pronoun;

use std::collections::HashMap;

use super::form::{Phrase, outlet_key};
use super::mention::{Entity, Mention};
use super::names::{Bearer, Name, Names, plain};
use crate::attribution::{Findings, Hand, Role, Tokens};
use crate::document::Region;
use crate::lexicon::{NounClass, lexicon};
use crate::report::SourceType;
use crate::text::{Tag, Text};

/// Blocks a pronoun may reach back over.
const PRONOUN_REACH: usize = 3;

/// Resolves the mentions in place. Whoever has no name and returns goes by the words of the first mention.
pub(super) fn resolve(text: &Text, names: &Names, findings: &Findings, mentions: &mut [Mention]) {
    let mut pass = Pass {
        text,
        names,
        sections: sections(text),
        people: Vec::new(),
        reports: Vec::new(),
        male: HashMap::new(),
        sources: source_starts(text, findings),
        settings: settings(text, findings),
    };
    let mut next_name = 0;
    for index in 0..mentions.len() {
        while next_name < names.mentions.len() && names.mentions[next_name].0.start < mentions[index].tokens.start {
            pass.note_name(next_name);
            next_name += 1;
        }
        pass.resolve_one(mentions, index);
        pass.note_mention(mentions, index);
    }
    headline::headline_reports(text, findings, mentions);
    for mention in mentions.iter_mut().filter(|mention| mention.anaphoric && mention.name.is_none()) {
        mention.name = mention
            .antecedent
            .as_ref()
            .filter(|first| says_more(text, first, &mention.tokens))
            .map(|first| plain(text.slice(first)));
    }
}

/// Whether a first mention tells more of somebody than a later one: `a survey of divers` does, before `it` and `the survey`;
/// `his survey` does not, before `the Harbour Institute survey`.
fn says_more(text: &Text, first: &Tokens, later: &Tokens) -> bool {
    let is_pronoun = |tokens: &Tokens| tokens.len() == 1 && text.tags.get(tokens.start) == Some(&Tag::Pronoun);
    !is_pronoun(first)
        && (is_pronoun(later)
            || first.len() > later.len()
            || text.word(later.start) == "the" && first.len() == later.len())
}

/// For each block, the number of headings before it.
fn sections(text: &Text) -> Vec<usize> {
    let mut section = 0;
    text.document
        .blocks
        .iter()
        .map(|block| {
            section += usize::from(block.region == Region::Subheading);
            section
        })
        .collect()
}

/// For each token, whether the source of an attribution begins there.
fn source_starts(text: &Text, findings: &Findings) -> Vec<bool> {
    let mut starts = vec![false; text.tokens.len() + 1];
    for source in findings.attributions.iter().filter_map(|attribution| attribution.source.as_ref()) {
        starts[source.start] = true;
    }
    starts
}

/// For each token, whether a mention begins there that only says where something was said or to whom: `in Oslo`.
fn settings(text: &Text, findings: &Findings) -> Vec<bool> {
    let mut starts = vec![false; text.tokens.len() + 1];
    let hands = || findings.attributions.iter().flat_map(|attribution| &attribution.hands);
    let is_setting = |hand: &&Hand| matches!(hand.role, Role::Told | Role::Medium);
    hands().filter(is_setting).for_each(|hand| starts[hand.mention.start] = true);
    hands().filter(|hand| !is_setting(hand)).for_each(|hand| starts[hand.mention.start] = false);
    let sources = findings.attributions.iter().filter_map(|attribution| attribution.source.as_ref());
    let sourcing = findings.sourcing.iter().flat_map(|sourcing| [&sourcing.about, &sourcing.named]);
    sources.chain(sourcing).for_each(|mention| starts[mention.start] = false);
    starts
}

struct Pass<'t> {
    text: &'t Text<'t>,
    names: &'t Names,
    sections: Vec<usize>,
    /// People in the order of their last mention: who, at which token, and whether as a source.
    people: Vec<Person>,
    /// Mentions that issued a report, in text order: index, block.
    reports: Vec<(usize, usize)>,
    /// What pronouns have told about a person.
    male: HashMap<Entity, bool>,
    /// For each token, whether the source of an attribution begins there.
    sources: Vec<bool>,
    /// For each token, whether a mention begins there that is no more than a setting.
    settings: Vec<bool>,
}

#[derive(Clone)]
struct Person {
    entity: Entity,
    name: Option<String>,
    source_type: SourceType,
    /// The mention that introduced them, to be shown.
    tokens: Tokens,
    /// Where they were mentioned last.
    at: usize,
    plural: bool,
    source: bool,
}

impl Person {
    /// Somebody whose name stands in the text, not yet said to be a source.
    fn named(name: &Name, tokens: &Tokens) -> Self {
        Person {
            entity: Entity::Named(outlet_key(&name.full)),
            name: Some(name.full.clone()),
            source_type: if name.official { SourceType::NamedOfficial } else { SourceType::NamedPerson },
            at: tokens.start,
            tokens: tokens.clone(),
            plural: false,
            source: false,
        }
    }
}

impl Pass<'_> {
    pub(super) fn note_name(&mut self, index: usize) {
        let (tokens, name) = &self.names.mentions[index];
        let name = &self.names.all[self.names.fullest(*name)];
        // `Steve Israel` is somebody for all that he is called.
        let place =
            || name.words.iter().any(|word| lexicon().is_place(word)) || lexicon().is_place(&name.words.join(" "));
        if matches!(name.bearer, Bearer::Institution | Bearer::Outlet) || name.male.is_none() && place() {
            return;
        }
        // One capitalised word may be anything: `American`, `Parliament`. As a source it will be noted as one. So may
        // `the Purple Heart`, and `Tea Party Republicans` are no single person.
        let article = tokens.start.checked_sub(1).is_some_and(|at| matches!(self.text.word(at), "the" | "a" | "an"));
        let group = name.words.last().and_then(|word| lexicon().noun(word)).is_some_and(|noun| noun.plural);
        let person = Person::named(name, tokens);
        let known = || self.people.iter().rev().take(60).any(|other| other.entity == person.entity);
        if name.bearer != Bearer::Person && (name.words.len() < 2 && !known() || article || group) {
            return;
        }
        if let Some(male) = name.male {
            self.male.entry(person.entity.clone()).or_insert(male);
        }
        self.people.push(person);
    }

    pub(super) fn note_mention(&mut self, mentions: &[Mention], index: usize) {
        let mention = &mentions[index];
        let Some(source_type) = mention.source_type else { return };
        // `Road open, judge says`: the article names the judge, the headline does not.
        let headline = self.text.document.blocks.get(self.text.block_of(mention.tokens.start));
        if source_type == SourceType::RoleOnly && headline.is_some_and(|block| block.region == Region::Headline) {
            return;
        }
        if matches!(source_type, SourceType::NewsOutlet | SourceType::Document) {
            self.reports.push((index, self.text.block_of(mention.tokens.start)));
        }
        let body = matches!(source_type, SourceType::NewsOutlet | SourceType::Document | SourceType::Institution);
        let setting = self.settings[mention.tokens.start] && !body;
        if !setting && !matches!(source_type, SourceType::SocialPost | SourceType::Unspecified | SourceType::Own) {
            let plural = matches!(
                source_type,
                SourceType::AnonymousCollective | SourceType::VagueCollective | SourceType::OutletCollective
            ) || Phrase::new(self.text, &mention.tokens).noun().is_some_and(|noun| noun.plural);
            self.people.push(Person {
                entity: mention.entity.clone(),
                name: mention.name.clone(),
                source_type,
                at: mention.tokens.start,
                tokens: mention.antecedent.clone().unwrap_or_else(|| mention.tokens.clone()),
                plural,
                source: self.sources[mention.tokens.start],
            });
        }
    }

    pub(super) fn resolve_one(&mut self, mentions: &mut [Mention], index: usize) {
        let phrase = Phrase::new(self.text, &mentions[index].tokens);
        let first = self.text.word(mentions[index].tokens.start).to_owned();
        if mentions[index].tokens.len() == 1 {
            match first.as_str() {
                "he" | "his" => return self.pronoun(mentions, index, Some(true), false),
                "she" | "her" => return self.pronoun(mentions, index, Some(false), false),
                "they" | "their" => return self.pronoun(mentions, index, None, true),
                "it" | "its" => return self.thing(mentions, index),
                _ => {}
            }
        }
        if matches!(first.as_str(), "one" | "another" | "both" | "some")
            && self.text.word(mentions[index].tokens.end - 1) == "them"
        {
            return self.one_of_them(mentions, index);
        }
        let named = matches!(mentions[index].entity, Entity::Named(_));
        let noun = phrase.noun().copied();
        let definite = matches!(first.as_str(), "the" | "this" | "that" | "these" | "those");
        // `the vast majority of divers`
        let partitive =
            matches!(self.text.word(phrase.head), "majority" | "number" | "half" | "share" | "proportion" | "rest");
        if named || !definite || partitive {
            return;
        }
        match noun.map(|noun| noun.class) {
            Some(NounClass::Document) => self.report(mentions, index),
            Some(NounClass::Outlet) => self.outlet(mentions, index, &phrase),
            Some(NounClass::Institution) => self.body(mentions, index, &phrase),
            Some(class) if class.is_person() => self.role(mentions, index, &phrase),
            Some(_) => {}
            None => self.somebody(mentions, index, &phrase),
        }
    }
}

fn link(mention: &mut Mention, person: &Person) {
    mention.entity = person.entity.clone();
    mention.name = person.name.clone();
    mention.source_type = Some(person.source_type);
    mention.anonymous = matches!(person.source_type, SourceType::AnonymousIndividual | SourceType::AnonymousCollective);
    mention.antecedent = Some(person.tokens.clone());
    mention.anaphoric = true;
}
