//! Anaphora: which earlier mention `she`, `the paper`, `the report` or `the second official` stands for.
//!
//! One pass in text order. Whoever was the source last, or opens the sentence, is the first choice for a pronoun;
//! definite phrases look for a mention that their noun and adjectives fit. `The report` is the last report-issuing
//! outlet of its section, so that a heading closes what came before. What stays unresolved stays what it says.

use std::collections::HashMap;

use super::form::{Phrase, key};
use super::mention::{Entity, Mention};
use super::names::{Bearer, Names};
use crate::attribution::{Findings, Tokens};
use crate::document::Region;
use crate::lexicon::{NounClass, lexicon};
use crate::report::SourceType;
use crate::text::Text;

/// Blocks a pronoun may reach back over.
const PRONOUN_REACH: usize = 3;

/// Resolves the mentions in place.
pub(super) fn resolve(text: &Text, names: &Names, findings: &Findings, mentions: &mut [Mention]) {
    let mut pass = Pass {
        text,
        names,
        sections: sections(text),
        people: Vec::new(),
        reports: Vec::new(),
        male: HashMap::new(),
        sources: source_starts(findings),
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
    headline_reports(text, findings, mentions);
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

/// The first tokens of the mentions that are the source of an attribution.
fn source_starts(findings: &Findings) -> std::collections::HashSet<usize> {
    findings.attributions.iter().filter_map(|a| a.source.as_ref()).map(|s| s.start).collect()
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
    sources: std::collections::HashSet<usize>,
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

impl Pass<'_> {
    fn note_name(&mut self, index: usize) {
        let (tokens, name) = &self.names.mentions[index];
        let full = self.names.fuller(&self.names.all[*name].words, usize::MAX).unwrap_or(*name);
        let name = &self.names.all[full];
        if matches!(name.bearer, Bearer::Institution | Bearer::Outlet)
            || name.words.iter().any(|word| lexicon().is_place(word))
        {
            return;
        }
        // One capitalised word may be anything: `American`, `Parliament`. As a source it will be noted as one.
        if name.bearer != Bearer::Person && name.words.len() < 2 {
            return;
        }
        let entity = Entity::Named(super::form::outlet_key(&name.full));
        if let Some(male) = name.male {
            self.male.entry(entity.clone()).or_insert(male);
        }
        let source_type = if name.official { SourceType::NamedOfficial } else { SourceType::NamedPerson };
        self.people.push(Person {
            entity,
            name: Some(name.full.clone()),
            source_type,
            at: tokens.start,
            tokens: tokens.clone(),
            plural: false,
            source: false,
        });
    }

    fn note_mention(&mut self, mentions: &[Mention], index: usize) {
        let mention = &mentions[index];
        let Some(source_type) = mention.source_type else { return };
        if matches!(source_type, SourceType::NewsOutlet | SourceType::Document) {
            self.reports.push((index, self.text.block_of(mention.tokens.start)));
        }
        let person = matches!(
            source_type,
            SourceType::NamedPerson
                | SourceType::NamedOfficial
                | SourceType::RoleOnly
                | SourceType::AnonymousIndividual
                | SourceType::AnonymousCollective
                | SourceType::VagueCollective
                | SourceType::Institution
                | SourceType::OutletCollective
                | SourceType::NewsOutlet
                | SourceType::Document
        );
        if person {
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
                source: self.sources.contains(&mention.tokens.start),
            });
        }
    }

    fn resolve_one(&mut self, mentions: &mut [Mention], index: usize) {
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
        let named = matches!(mentions[index].entity, Entity::Named(_));
        let noun = phrase.noun().copied();
        let definite = matches!(first.as_str(), "the" | "this" | "that" | "these" | "those");
        if named || !definite {
            return;
        }
        match noun.map(|noun| noun.class) {
            Some(NounClass::Document) => self.report(mentions, index),
            Some(NounClass::Outlet) => self.outlet(mentions, index, &phrase),
            Some(NounClass::Institution) => self.body(mentions, index, &phrase),
            Some(class) if class.is_person() => self.role(mentions, index, &phrase),
            _ => {}
        }
    }

    /// `he`, `she`, `they`: whoever opens the sentence, else whoever was the source last, else whoever was named last.
    fn pronoun(&mut self, mentions: &mut [Mention], index: usize, male: Option<bool>, plural: bool) {
        let at = mentions[index].tokens.start;
        let block = self.text.block_of(at);
        let sentence = self.text.sentences.get(self.text.sentence_of(at)).cloned().unwrap_or(at..at);
        let fits = |person: &&Person| {
            let gender = male.is_none() || self.male.get(&person.entity).is_none_or(|known| Some(*known) == male);
            let singular = matches!(
                person.source_type,
                SourceType::NamedPerson
                    | SourceType::NamedOfficial
                    | SourceType::RoleOnly
                    | SourceType::AnonymousIndividual
            );
            let number = if plural {
                person.plural || matches!(person.source_type, SourceType::Institution | SourceType::OutletCollective)
            } else {
                singular && !person.plural
            };
            gender && number && block - self.text.block_of(person.at).min(block) <= PRONOUN_REACH
        };
        let recent = || self.people.iter().rev().take(60);
        let in_sentence = recent().filter(|p| sentence.contains(&p.at) && p.at < at).rfind(fits);
        // One candidate in the sentence is clear; of several the subject, which comes first, is the likeliest.
        let same_block = |p: &&Person| self.text.block_of(p.at) == block;
        let named =
            |p: &&Person| matches!(p.source_type, SourceType::NamedPerson | SourceType::NamedOfficial) || plural;
        let chosen = in_sentence
            .or_else(|| {
                recent()
                    .filter(|p| p.source)
                    .filter(same_block)
                    .filter(named)
                    .find(fits)
                    .filter(|p| self.is_in_sentence_before(&sentence, p))
            })
            .or_else(|| self.first_of_sentence_before(&sentence, &fits))
            .or_else(|| recent().filter(|p| p.source).filter(named).find(fits))
            .or_else(|| recent().filter(|p| p.source).find(fits))
            .or_else(|| recent().find(fits))
            .cloned();
        if let Some(person) = chosen {
            if let Some(male) = male {
                self.male.entry(person.entity.clone()).or_insert(male);
            }
            link(&mut mentions[index], &person);
        }
    }

    /// The first fitting person that the sentence before names, if it stands in the same block.
    fn first_of_sentence_before(&self, sentence: &Tokens, fits: &dyn Fn(&&Person) -> bool) -> Option<&Person> {
        let found = |p: &&Person| self.is_in_sentence_before(sentence, p);
        self.people.iter().rev().take(60).filter(found).filter(fits).filter(|p| !p.plural || !p.source).last()
    }

    fn is_in_sentence_before(&self, sentence: &Tokens, person: &Person) -> bool {
        let at = self.text.sentence_of(sentence.start);
        let same_block = self.text.block_of(person.at) == self.text.block_of(sentence.start);
        same_block && at > 0 && self.text.sentences[at - 1].contains(&person.at)
    }

    /// `it`: the last body, outlet or paper that was a source.
    fn thing(&self, mentions: &mut [Mention], index: usize) {
        let block = self.text.block_of(mentions[index].tokens.start);
        let found = self.people.iter().rev().take(40).find(|p| {
            matches!(p.source_type, SourceType::Institution | SourceType::NewsOutlet | SourceType::Document)
                && !p.plural
                && block - self.text.block_of(p.at).min(block) <= PRONOUN_REACH
        });
        if let Some(person) = found.cloned() {
            link(&mut mentions[index], &person);
        }
    }

    /// `the report`, `the study`: a document called the same, or the last outlet that reported in this section.
    fn report(&self, mentions: &mut [Mention], index: usize) {
        let phrase = Phrase::new(self.text, &mentions[index].tokens);
        let head = self.text.word(phrase.head);
        let block = self.text.block_of(mentions[index].tokens.start);
        let section = self.sections.get(block).copied().unwrap_or(0);
        let reports_news = matches!(head, "report" | "article" | "story" | "dispatch" | "piece");
        let fits = |(candidate, _): &&(usize, usize)| {
            let other = &mentions[*candidate];
            let same_noun = stem(self.text.word(Phrase::new(self.text, &other.tokens).head)) == stem(head);
            match other.source_type {
                Some(SourceType::NewsOutlet) => reports_news,
                Some(SourceType::Document) => same_noun || (other.publisher.is_some() && reports_news),
                _ => false,
            }
        };
        let recent = || self.reports.iter().rev().take(40);
        let here = recent().filter(|(_, b)| self.sections.get(*b) == Some(&section)).find(fits);
        let Some((found, _)) = here.or_else(|| recent().find(fits)) else { return };
        let other = mentions[*found].clone();
        let mention = &mut mentions[index];
        mention.antecedent = Some(other.antecedent.clone().unwrap_or_else(|| other.tokens.clone()));
        mention.publisher = other
            .publisher
            .clone()
            .or_else(|| other.name.as_deref().filter(|_| other.source_type == Some(SourceType::NewsOutlet)).map(key));
        mention.entity = other.entity;
        mention.name = other.name;
        mention.anaphoric = true;
    }

    /// `the paper`, `the Arabic outlet`: the last outlet whose first mention its adjectives fit.
    fn outlet(&self, mentions: &mut [Mention], index: usize, phrase: &Phrase) {
        let described: Vec<&str> = (phrase.core.start..phrase.head)
            .map(|at| self.text.word(at))
            .filter(|word| !matches!(*word, "the" | "this" | "that" | "news" | "same"))
            .collect();
        let outlets = || {
            self.reports
                .iter()
                .rev()
                .take(60)
                .map(|(i, _)| &mentions[*i])
                .filter(|m| matches!(m.source_type, Some(SourceType::NewsOutlet)) || m.publisher.is_some())
        };
        let agrees = |m: &&Mention| {
            let tokens = m.antecedent.as_ref().unwrap_or(&m.tokens);
            described.iter().all(|word| {
                tokens
                    .clone()
                    .any(|at| self.text.word(at) == *word || self.text.word(at).starts_with(&format!("{word}-")))
            })
        };
        let found = if described.is_empty() {
            outlets().next()
        } else {
            outlets().find(agrees).or_else(|| self.described_elsewhere(mentions, &described))
        };
        if let Some(other) = found.cloned() {
            let mention = &mut mentions[index];
            mention.source_type = Some(SourceType::NewsOutlet);
            mention.antecedent = Some(other.antecedent.clone().unwrap_or_else(|| other.tokens.clone()));
            mention.entity = other.entity;
            mention.name = other.name;
            mention.anaphoric = true;
        }
    }

    /// An outlet any of whose mentions carries the adjectives.
    fn described_elsewhere<'m>(&self, mentions: &'m [Mention], described: &[&str]) -> Option<&'m Mention> {
        self.reports.iter().rev().map(|(i, _)| &mentions[*i]).find(|m| {
            m.source_type == Some(SourceType::NewsOutlet)
                && described.iter().any(|word| m.tokens.clone().any(|at| self.text.word(at) == *word))
        })
    }

    /// `the ministry`, `the airline`: a body whose name or first mention holds the noun.
    fn body(&self, mentions: &mut [Mention], index: usize, phrase: &Phrase) {
        let head = self.text.word(phrase.head).to_owned();
        let own = mentions[index].tokens.start;
        let earlier = self.people.iter().rev().take(80).find(|p| {
            p.source_type == SourceType::Institution
                && p.at < own
                && p.tokens.clone().any(|at| self.text.word(at) == head)
        });
        let named = || {
            self.names
                .mentions
                .iter()
                .take_while(|(tokens, _)| tokens.start < own)
                .filter(|(_, name)| {
                    self.names.all[*name].words.len() > 1 && self.names.all[*name].words.contains(&head)
                })
                .last()
        };
        if let Some(person) = earlier.cloned() {
            link(&mut mentions[index], &person);
        } else if let Some((tokens, name)) = named() {
            let mention = &mut mentions[index];
            mention.name = Some(self.names.all[*name].full.clone());
            mention.entity = Entity::Named(key(&self.names.all[*name].full));
            mention.antecedent = Some(tokens.clone());
            mention.anaphoric = true;
        }
    }

    /// `the prime minister`: somebody the page calls so; `the second official`: an unnamed one mentioned before.
    fn role(&self, mentions: &mut [Mention], index: usize, phrase: &Phrase) {
        let head = self.text.word(phrase.head).to_owned();
        let own = mentions[index].tokens.start;
        // `the union's president` is another president.
        if phrase.core.clone().any(|at| matches!(self.text.word(at), "'s" | "'")) {
            return;
        }
        let unnamed = mentions[..index].iter().rev().take(60).find(|m| {
            matches!(m.source_type, Some(SourceType::AnonymousIndividual | SourceType::AnonymousCollective))
                && !m.anaphoric
                && stem(self.text.word(Phrase::new(self.text, &m.tokens).head)) == stem(&head)
        });
        let insider = phrase.noun().is_some_and(|noun| noun.class == NounClass::Insider);
        if insider || unnamed.is_some() {
            if let Some(other) = unnamed.cloned() {
                let mention = &mut mentions[index];
                mention.antecedent = Some(other.tokens.clone());
                mention.name = Some(super::names::plain(self.text.slice(&other.tokens)));
                mention.entity = other.entity;
                mention.anaphoric = true;
                if !matches!(mention.source_type, Some(SourceType::AnonymousCollective)) {
                    mention.source_type = Some(SourceType::AnonymousIndividual);
                }
                mention.anonymous = true;
            }
            return;
        }
        if phrase.noun().is_some_and(|noun| noun.plural) {
            return;
        }
        if self.epithet(mentions, index, &head) {
            return;
        }
        let called = self
            .names
            .all
            .iter()
            .enumerate()
            .filter(|(_, name)| {
                name.roles.contains(&head)
                    && name.first.start < own
                    && name.bearer != Bearer::Outlet
                    && name.bearer != Bearer::Institution
            })
            .map(|(i, _)| i);
        // Of several who hold the role, the one named last before this mention.
        let called: Vec<usize> = called.collect();
        let latest = self
            .names
            .mentions
            .iter()
            .take_while(|(tokens, _)| tokens.start < own)
            .filter(|(_, name)| called.contains(name))
            .last();
        if let Some((tokens, name)) = latest {
            let full = self.names.fuller(&self.names.all[*name].words, usize::MAX).unwrap_or(*name);
            let name = &self.names.all[full];
            let person = Person {
                entity: Entity::Named(super::form::outlet_key(&name.full)),
                name: Some(name.full.clone()),
                source_type: if name.official { SourceType::NamedOfficial } else { SourceType::NamedPerson },
                at: tokens.start,
                tokens: tokens.clone(),
                plural: false,
                source: false,
            };
            link(&mut mentions[index], &person);
        }
    }
}

impl Pass<'_> {
    /// `the Republican`, `the nominee`: newspapers call whom the story is about so instead of repeating the name. The
    /// last named person who was a source or was named is meant, unless another role is known of them.
    fn epithet(&self, mentions: &mut [Mention], index: usize, head: &str) -> bool {
        const EPITHETS: [&str; 14] = [
            "republican",
            "democrat",
            "conservative",
            "liberal",
            "nominee",
            "candidate",
            "frontrunner",
            "front-runner",
            "billionaire",
            "businessman",
            "tycoon",
            "mogul",
            "incumbent",
            "challenger",
        ];
        let block = self.text.block_of(mentions[index].tokens.start);
        let recent = self.people.iter().rev().take(30).filter(|p| {
            matches!(p.source_type, SourceType::NamedPerson | SourceType::NamedOfficial)
                && block - self.text.block_of(p.at).min(block) <= PRONOUN_REACH
        });
        let found = recent.clone().find(|p| p.source).or_else(|| recent.clone().next()).cloned();
        match found.filter(|_| EPITHETS.contains(&head)) {
            Some(person) => {
                link(&mut mentions[index], &person);
                true
            }
            None => false,
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

fn stem(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

/// `… - report` in a headline is the report of the body that says the same: the one whose claims share most words.
fn headline_reports(text: &Text, findings: &Findings, mentions: &mut [Mention]) {
    let place: HashMap<usize, usize> = mentions.iter().enumerate().map(|(i, m)| (m.tokens.start, i)).collect();
    let in_headline = |at: usize| text.block_at(at).is_some_and(|block| block.region == Region::Headline);
    for attribution in &findings.attributions {
        let Some(source) = attribution.source.as_ref().filter(|source| in_headline(source.start)) else { continue };
        let Some(&index) = place.get(&source.start) else { continue };
        let vague = matches!(mentions[index].source_type, Some(SourceType::Document))
            && matches!(mentions[index].entity, Entity::Unnamed(_));
        if !vague {
            continue;
        }
        let words = content_words(text, &attribution.content);
        let mut shared: Vec<(usize, usize)> = Vec::new();
        for other in findings.attributions.iter().filter(|other| other.content[0].start > source.start) {
            let Some(body) = other.source.as_ref().and_then(|s| place.get(&s.start)) else { continue };
            let reports = matches!(mentions[*body].source_type, Some(SourceType::Document | SourceType::NewsOutlet))
                && matches!(mentions[*body].entity, Entity::Named(_));
            if reports {
                let count = content_words(text, &other.content).intersection(&words).count();
                match shared.iter_mut().find(|(m, _)| mentions[*m].entity == mentions[*body].entity) {
                    Some(entry) => entry.1 += count,
                    None => shared.push((*body, count)),
                }
            }
        }
        // Two words may be shared by chance; three are a topic.
        if let Some((body, _)) =
            shared.into_iter().filter(|(_, count)| *count >= 3).max_by_key(|(body, count)| (*count, usize::MAX - body))
        {
            let other = mentions[body].clone();
            let mention = &mut mentions[index];
            mention.antecedent = Some(other.antecedent.unwrap_or(other.tokens));
            mention.entity = other.entity;
            mention.name = other.name;
        }
    }
}

fn content_words<'t>(text: &'t Text, content: &[Tokens]) -> std::collections::HashSet<&'t str> {
    content
        .iter()
        .flat_map(Clone::clone)
        .filter(|at| {
            text.tags.get(*at).is_some_and(|tag| {
                matches!(tag, crate::text::Tag::Noun | crate::text::Tag::ProperNoun | crate::text::Tag::Adjective)
                    || tag.is_verb()
            })
        })
        .map(|at| text.word(at))
        .filter(|word| word.len() > 3)
        .collect()
}
