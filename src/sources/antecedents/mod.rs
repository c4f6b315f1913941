//! Antecedents: which earlier mention `she`, `the paper`, `the report` or `the second official` stands for.
//!
//! One pass over everything the text mentions, in text order: names, descriptions of people, pronouns, and the mentions
//! that some attribution names. Each goes into the store of [`Referents`], which is then asked whom the next pronoun or
//! definite phrase stands for. `The report` is the last report-issuing outlet of its section, so that a heading closes
//! what came before. What stays unresolved stays what it says.

mod definite;
mod headline;
mod person;
mod place;
mod pronoun;
mod referents;
mod several;
mod spoken_of;
mod thing;

use std::collections::HashSet;

use place::Place;
use referents::{Form, Occurrence, Referent, Referents};
use spoken_of::Spoken;

use super::form::{Phrase, outlet_key};
use super::mention::{Entity, Mention};
use super::names::{Bearer, Name, Names, is_company_ending, plain};
use super::publisher::Publisher;
use super::typing;
use crate::attribution::{Findings, Hand, Role, Tokens};
use crate::document::Region;
use crate::lexicon::{Class, NounClass, lexicon};
use crate::order;
use crate::report::SourceType;
use crate::text::{Tag, Text};

/// How likely somebody is a person whom the text has called one.
const KNOWN: f32 = 0.8;

/// Words between `a spokesman` and what they speak for.
const LONGEST_OFFICE: usize = 5;

/// Words of a name in front of `a spokesman`.
const LONGEST_NAME: usize = 6;

/// Blocks that `they` and `it` may reach back over.
const PRONOUN_REACH: usize = 3;

/// Resolves the mentions in place. Whoever has no name and returns goes by the words of the first mention.
pub(super) fn resolve(text: &Text, names: &Names, findings: &Findings, mentions: &mut [Mention]) {
    let mut pass = Pass::new(text, names, findings);
    pass.run(mentions);
    // `Nordvik said … The company said`: what turns out to be a body was one all along.
    let bodies: HashSet<Entity> = std::mem::take(&mut pass.bodies);
    for mention in mentions.iter_mut().filter(|mention| bodies.contains(&mention.entity)) {
        if mention.source_type == Some(SourceType::NamedPerson) {
            mention.source_type = Some(SourceType::Institution);
        }
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

/// Something that the text mentions.
enum Event {
    /// A mention that an attribution names, by its index.
    Mention(usize),
    /// A name, by its index among the mentions of names.
    Name(usize),
    /// A pronoun, or a noun for somebody or something.
    Spoken(Spoken),
    /// Two names in one breath: `Ida Lund and Tom Roe`.
    Pair(several::Pair),
}

/// Everything the text mentions, in text order; of what begins together, what an attribution names comes first.
fn events(text: &Text, names: &Names, mentions: &[Mention]) -> Vec<Event> {
    let mut events: Vec<(usize, usize, Event)> = Vec::new();
    events.extend(mentions.iter().enumerate().map(|(index, m)| (m.tokens.start, 0, Event::Mention(index))));
    events.extend(names.mentions.iter().enumerate().map(|(index, (t, _))| (t.start, 1, Event::Name(index))));
    events.extend(spoken_of::find(text).into_iter().map(|spoken| (spoken.tokens.start, 2, Event::Spoken(spoken))));
    events.extend(several::pairs(text, names).into_iter().map(|pair| (pair.tokens.start, 3, Event::Pair(pair))));
    order::by(&mut events, |(start, rank, _)| (*start, *rank));
    events.into_iter().map(|(_, _, event)| event).collect()
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

/// For each token, 1 + the index of the double quotation it stands in; 0 outside.
fn quotations(text: &Text) -> Vec<u32> {
    let mut numbers = vec![0; text.tokens.len() + 1];
    for (index, quotation) in text.quotations.iter().enumerate().filter(|(_, quotation)| !quotation.single) {
        numbers[quotation.tokens.clone()].fill(u32::try_from(index + 1).unwrap_or(u32::MAX));
    }
    numbers
}

/// For each quotation, the first token of the mention that speaks it.
fn speakers(text: &Text, findings: &Findings, quotations: &[u32]) -> Vec<Option<usize>> {
    let mut speakers = vec![None; text.quotations.len() + 1];
    for attribution in &findings.attributions {
        let Some(source) = &attribution.source else { continue };
        for piece in &attribution.content {
            for at in [piece.start, piece.end.saturating_sub(1)] {
                if let Some(number) = quotations.get(at).filter(|number| **number > 0) {
                    speakers[*number as usize] = Some(source.start);
                }
            }
        }
    }
    speakers
}

/// For each token, whether the source of an attribution begins there.
fn source_starts(text: &Text, findings: &Findings) -> Vec<bool> {
    let mut starts = vec![false; text.tokens.len() + 1];
    for source in findings.attributions.iter().filter_map(|attribution| attribution.source.as_ref()) {
        starts[source.start] = true;
    }
    starts
}

/// For each token, the part of the mention that begins there and is no source, nor cited: told, or where it was said.
fn roles(text: &Text, findings: &Findings) -> Vec<Option<Role>> {
    let mut starts = vec![None; text.tokens.len() + 1];
    let hands = || findings.attributions.iter().flat_map(|attribution| &attribution.hands);
    let is_setting = |hand: &&Hand| matches!(hand.role, Role::Told | Role::Medium);
    hands().filter(is_setting).for_each(|hand| starts[hand.mention.start] = Some(hand.role));
    hands().filter(|hand| !is_setting(hand)).for_each(|hand| starts[hand.mention.start] = None);
    let sources = findings.attributions.iter().filter_map(|attribution| attribution.source.as_ref());
    let sourcing = findings.sourcing.iter().flat_map(|sourcing| [&sourcing.about, &sourcing.named]);
    sources.chain(sourcing).for_each(|mention| starts[mention.start] = None);
    starts
}

struct Pass<'t> {
    text: &'t Text<'t>,
    names: &'t Names,
    sections: Vec<usize>,
    publisher: Publisher,
    referents: Referents,
    /// Mentions that issued a report, in text order: index, block.
    reports: Vec<(usize, usize)>,
    /// For each token, whether the source of an attribution begins there.
    sources: Vec<bool>,
    /// For each token, the part of the mention that begins there, where it is no more than a setting.
    roles: Vec<Option<Role>>,
    /// For each token, 1 + the index of the double quotation it stands in; 0 outside.
    quotations: Vec<u32>,
    /// For 1 + the index of a quotation, the first token of the mention that speaks it.
    speakers: Vec<Option<usize>>,
    /// Whoever looked like a person and was called a company.
    bodies: HashSet<Entity>,
    /// For each token, the end of the mention that begins there and was resolved, and its referent.
    resolved: Vec<Option<(usize, usize)>>,
}

impl<'t> Pass<'t> {
    fn new(text: &'t Text<'t>, names: &'t Names, findings: &Findings) -> Self {
        let quotations = quotations(text);
        Self {
            text,
            names,
            sections: sections(text),
            publisher: Publisher::of(text.document),
            referents: Referents::default(),
            reports: Vec::new(),
            sources: source_starts(text, findings),
            roles: roles(text, findings),
            speakers: speakers(text, findings, &quotations),
            quotations,
            bodies: HashSet::new(),
            resolved: vec![None; text.tokens.len() + 1],
        }
    }

    /// Reads everything the text mentions, and resolves the mentions in place.
    fn run(&mut self, mentions: &mut [Mention]) {
        for event in events(self.text, self.names, mentions) {
            match event {
                Event::Mention(index) => {
                    self.resolve_one(mentions, index);
                    self.note_mention(mentions, index);
                }
                Event::Name(index) => self.note_name(index, mentions),
                Event::Spoken(spoken) => self.note_spoken(&spoken, mentions),
                Event::Pair(pair) => self.note_pair(&pair),
            }
        }
    }

    /// Adds a mention to the store.
    fn add(&mut self, referent: usize, tokens: &Tokens, form: Form, hand: bool) {
        let place = Place::of(self.text, tokens.clone(), self.quotations[tokens.start]);
        let source = self.sources[tokens.start];
        let told = self.roles[tokens.start] == Some(Role::Told);
        // `Roe, a spokesman for Orle Foods, said`: the aside is a part of the source's phrase.
        let behind_source = !source && self.spokesman(tokens);
        self.referents.add(Occurrence { referent, place, form, source, behind_source, told, hand });
        self.resolved[tokens.start] = Some((tokens.end, referent));
    }

    /// Whether somebody who speaks for what the tokens name is a source, right in front: `Roe, a spokesman for Orle Foods`.
    fn spokesman(&self, tokens: &Tokens) -> bool {
        let sentence = &self.text.sentences[self.text.sentence_of(tokens.start)];
        let floor = sentence.start.max(tokens.start.saturating_sub(LONGEST_OFFICE));
        let speaks =
            |at: &usize| lexicon().noun(self.text.word(*at)).is_some_and(|noun| noun.class == NounClass::Spokesperson);
        let Some(office) = (floor..tokens.start).rev().find(speaks) else { return false };
        let between = |at: usize| {
            let tag = self.text.tags.get(at);
            matches!(tag, Some(Tag::Adposition | Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::ProperNoun))
        };
        let before = sentence.start.max(office.saturating_sub(LONGEST_NAME));
        (before..=office).any(|at| self.sources[at]) && (office + 1..tokens.start).all(between)
    }

    fn note_name(&mut self, index: usize, mentions: &[Mention]) {
        let (bare, name) = &self.names.mentions[index];
        if self.is_native(bare) {
            return;
        }
        // `ABSTRACT.`, `Getty`: a name that stands alone is a label.
        let sentence = self.text.sentences.get(self.text.sentence_of(bare.start));
        let outside = |at: &usize| !bare.contains(at) && self.text.tokens[*at].is_wordlike();
        if bare.len() == 1 && sentence.is_some_and(|sentence| !sentence.clone().any(|at| outside(&at))) {
            return;
        }
        // `Brightwell plc`
        let ending = bare.end < self.text.tokens.len() && is_company_ending(self.text.word(bare.end));
        let tokens = &(bare.start..bare.end + usize::from(ending));
        let name = self.bearer_by(*name, bare.start);
        let entity = Entity::Named(outlet_key(&name.full));
        // The mention around it has said who it is.
        if covering(mentions, tokens.start).is_some_and(|mention| mention.entity == entity) {
            return;
        }
        // `the Roe campaign`, `an American actor`: what only describes something is not spoken of.
        let describes = self.text.tags.get(tokens.end) == Some(&Tag::Noun)
            && self.text.tokens.get(tokens.end).is_some_and(|next| !next.capital);
        if describes {
            return;
        }
        // `the Purple Heart`, and `Tea Party Republicans` are no single person.
        let article = tokens.start.checked_sub(1).is_some_and(|at| self.text.is_in(at, Class::Article));
        let group = name
            .words
            .last()
            .and_then(|word| lexicon().noun(word))
            .is_some_and(|noun| noun.plural && noun.class != NounClass::Institution);
        let known = self.referents.find(&entity).is_some();
        let mut referent = named(name, entity.clone(), tokens);
        if matches!(name.bearer, Bearer::Unknown | Bearer::Institution) && group && !known {
            referent.plural = true;
            referent.person = 0.0;
            referent.source_type = SourceType::VagueCollective;
        }
        if article && name.bearer != Bearer::Person {
            referent.person = 0.0;
        }
        // `the Lunds`, where somebody is called Lund
        let family =
            |word: &str| word.strip_suffix('s').is_some_and(|one| self.names.is_surname(&[one.to_owned()], bare.end));
        if article && !known && matches!(&name.words[..], [word] if family(word)) {
            referent.plural = true;
            referent.person = 0.0;
            referent.source_type = SourceType::NamedPerson;
        }
        let referent = self.referents.of(&entity, || referent);
        self.referents.all[referent].call(Some(&name.full));
        self.add(referent, &tokens.clone(), Form::Name, false);
    }

    /// Whom a name stands for at a token: `Roe`, where a second Roe comes in later, is the one who has come in.
    fn bearer_by(&self, name: usize, at: usize) -> &'t Name {
        let (own, fullest) = (&self.names.all[name], &self.names.all[self.names.fullest(name)]);
        let comes = |index: usize| Some(&self.names.all[index]).filter(|other| other.first.start < at);
        if fullest.first.start <= at || fullest.words.len() <= own.words.len() {
            return fullest;
        }
        let another = |other: &&Name| {
            other.bearer == Bearer::Person
                && other.words.len() > own.words.len()
                && !other.words.contains(&fullest.words[0])
        };
        self.names.fuller(&own.words, at, own.male).and_then(comes).filter(another).unwrap_or(fullest)
    }

    /// A pronoun or a noun for somebody that no attribution names.
    fn note_spoken(&mut self, spoken: &Spoken, mentions: &[Mention]) {
        let tokens = &spoken.tokens;
        if let Some(male) = spoken.pronoun {
            let is_mention = covering(mentions, tokens.start).is_some_and(|mention| mention.tokens == *tokens);
            if is_mention || self.looks_ahead(tokens) {
                return;
            }
            if let Some(referent) = self.whom(tokens, male) {
                self.add(referent, tokens, Form::Pronoun, false);
            }
            return;
        }
        let in_name = spoken.thing.is_some() && self.names.ending_with(tokens.end - 1).is_some();
        if in_name || covering(mentions, tokens.start).is_some() {
            return;
        }
        let entity = Entity::Unnamed(tokens.start);
        let of_people = if spoken.plural { SourceType::VagueCollective } else { SourceType::RoleOnly };
        let source_type = spoken.thing.unwrap_or(of_people);
        let one = !spoken.plural && spoken.thing.is_none();
        let referent = Referent {
            plural: spoken.plural,
            male: spoken.male,
            person: if one { 1.0 } else { 0.0 },
            indefinite: spoken.indefinite,
            bare: spoken.bare,
            ..Referent::new(entity.clone(), source_type, tokens.clone())
        };
        let body = if spoken.definite { self.body(spoken) } else { Ok(None) };
        let Ok(body) = body else { return };
        let known = body.or_else(|| self.called(spoken).filter(|_| spoken.definite));
        let referent = known.unwrap_or_else(|| self.referents.of(&entity, || referent));
        self.add(referent, tokens, Form::Description, false);
    }

    /// `the company`: the body or outlet that it stands for.
    fn body(&self, spoken: &Spoken) -> Result<Option<usize>, thing::Ambiguous> {
        let phrase = Phrase::new(self.text, &spoken.tokens);
        let wanted = match spoken.thing {
            Some(SourceType::Institution) => thing::Wanted::Body(&phrase),
            Some(SourceType::NewsOutlet) => thing::Wanted::Outlet(&phrase),
            _ => return Ok(None),
        };
        self.spoken_thing(spoken.tokens.start, wanted)
    }

    fn note_pair(&mut self, pair: &several::Pair) {
        let tokens = &pair.tokens;
        let entity = Entity::Unnamed(tokens.start);
        let source_type = if pair.of_people { SourceType::NamedPerson } else { SourceType::Institution };
        let referent = Referent {
            name: Some(plain(self.text.slice(tokens))),
            plural: true,
            ..Referent::new(entity.clone(), source_type, tokens.clone())
        };
        let referent = self.referents.of(&entity, || referent);
        self.add(referent, tokens, Form::Name, false);
    }

    /// `the man`, behind `a man`: whoever was called the same noun last, by role or by description.
    fn called(&self, spoken: &Spoken) -> Option<usize> {
        /// Mentions that a description looks back over.
        const REACH: usize = 60;
        let head = self.text.word(spoken.tokens.end - 1);
        // `the Lund campaign` is not `the Roe campaign`.
        let capital = |at: &usize| self.text.tokens[*at].capital && *at > spoken.tokens.start;
        let told_apart: Vec<&str> = spoken.tokens.clone().filter(capital).map(|at| self.text.word(at)).collect();
        let same_words = |tokens: &Tokens| {
            self.text.word(tokens.end - 1) == head
                && told_apart.iter().all(|word| tokens.clone().any(|at| self.text.word(at) == *word))
        };
        let mut recent = self.referents.recent().take(REACH);
        let is_called = |(occurrence, referent): &(&Occurrence, &Referent)| {
            referent.plural == spoken.plural
                && match occurrence.form {
                    Form::Description => same_words(&occurrence.place.tokens),
                    Form::Name => self.names.by_key(&referent.entity).is_some_and(|name| name.roles.contains(head)),
                    Form::Pronoun => false,
                }
        };
        recent.find(is_called).map(|(occurrence, _)| occurrence.referent)
    }

    fn note_mention(&mut self, mentions: &[Mention], index: usize) {
        let mention = &mentions[index];
        let Some(source_type) = mention.source_type else { return };
        // `Road open, judge says`: the article names the judge, the headline does not.
        let headline = self.text.document.blocks.get(self.text.block_of(mention.tokens.start));
        if source_type == SourceType::RoleOnly && headline.is_some_and(|block| block.region == Region::Headline) {
            return;
        }
        // `told the Courier`, on the Courier's own page, issues no report that `the story` could be.
        let own = mention.name.as_deref().is_some_and(|name| self.publisher.is(name));
        if matches!(source_type, SourceType::NewsOutlet | SourceType::Document) && !own {
            self.reports.push((index, self.text.block_of(mention.tokens.start)));
        }
        if matches!(source_type, SourceType::SocialPost | SourceType::Unspecified | SourceType::Own) {
            return;
        }
        let phrase = Phrase::new(self.text, &mention.tokens);
        let plural = matches!(
            source_type,
            SourceType::AnonymousCollective | SourceType::VagueCollective | SourceType::OutletCollective
        ) || phrase.noun().is_some_and(|noun| noun.plural);
        let introduced = mention.antecedent.clone().unwrap_or_else(|| mention.tokens.clone());
        let is_pronoun = spoken_of::pronoun(self.text, &mention.tokens);
        let person = match source_type {
            SourceType::NamedPerson | SourceType::NamedOfficial => 1.0,
            SourceType::RoleOnly | SourceType::AnonymousIndividual if !plural => 1.0,
            _ => 0.0,
        };
        let name = self.names.by_key(&mention.entity);
        let male = name.and_then(|name| name.male).or_else(|| lexicon().is_male_noun(self.text.word(phrase.head)));
        let male = male.or_else(|| is_pronoun.flatten()).filter(|_| person > 0.0);
        let referent = Referent {
            name: mention.name.clone(),
            plural,
            male,
            person,
            indefinite: phrase.is_indefinite(),
            ..Referent::new(mention.entity.clone(), source_type, introduced)
        };
        let referent = self.referents.of(&mention.entity, || referent);
        let known = &mut self.referents.all[referent];
        // What a source is, its mention tells better than its name alone.
        known.source_type = source_type;
        known.person = known.person.max(person);
        known.call(mention.name.as_deref().filter(|_| !mention.anaphoric));
        let form = match (is_pronoun.is_some(), mention.name.is_some() && !mention.anaphoric) {
            (true, _) => Form::Pronoun,
            (false, true) => Form::Name,
            (false, false) => Form::Description,
        };
        self.add(referent, &mention.tokens.clone(), form, true);
    }

    /// `the Welshman`, `the Swede`: a person by where they are from, and no name.
    fn is_native(&self, tokens: &Tokens) -> bool {
        let head = tokens.end - 1;
        // `the New Zealander`, `the Northern Irishman`
        let compound = head > 1 && self.text.tokens[head - 1].capital && self.text.word(head - 2) == "the";
        let first = head - usize::from(compound && self.text.word(head - 1) != "the");
        let definite = first.checked_sub(1).is_some_and(|before| self.text.word(before) == "the");
        let word = self.text.word(head);
        // `the Republican` is a party's.
        let of_land = || word.ends_with("an") && typing::ends_as_people(word) && lexicon().noun(word).is_none();
        let native = self.text.is_in(head, Class::Native) || of_land();
        let person = |(_, name): &(Tokens, usize)| self.names.all[self.names.fullest(*name)].bearer != Bearer::Outlet;
        let alone = || self.names.mentions.binary_search_by_key(&(first, tokens.end), |(t, _)| (t.start, t.end));
        let named = || alone().is_ok_and(|place| person(&self.names.mentions[place]));
        definite && tokens.len() <= 2 + head - first && native && named()
    }

    /// `it`, `the paper`, `the company`
    fn stands_for(&mut self, mentions: &mut [Mention], index: usize, wanted: thing::Wanted) {
        let Some(found) = self.thing(mentions[index].tokens.start, wanted) else { return };
        let referent = &self.referents.all[found];
        link(&mut mentions[index], referent);
        let of_one = |person| matches!(person, SourceType::NamedPerson | SourceType::NamedOfficial);
        match wanted {
            thing::Wanted::Outlet(_) => mentions[index].source_type = Some(SourceType::NewsOutlet),
            thing::Wanted::Body(_) | thing::Wanted::It if of_one(referent.source_type) => {
                mentions[index].source_type = Some(SourceType::Institution);
                let known = &mut self.referents.all[found];
                known.source_type = SourceType::Institution;
                known.person = 0.0;
                self.bodies.insert(known.entity.clone());
            }
            _ => {}
        }
    }

    fn resolve_one(&mut self, mentions: &mut [Mention], index: usize) {
        let phrase = Phrase::new(self.text, &mentions[index].tokens);
        let first = mentions[index].tokens.start;
        if mentions[index].tokens.len() == 1 {
            if self.text.is_in(first, Class::ItForm) {
                return self.stands_for(mentions, index, thing::Wanted::It);
            }
            match spoken_of::pronoun(self.text, &mentions[index].tokens) {
                Some(Some(male)) => return self.pronoun(mentions, index, male),
                Some(None) => {
                    return match self.somebody_of_any_sex(first) {
                        Some(found) => link(&mut mentions[index], &self.referents.all[found]),
                        None => self.stands_for(mentions, index, thing::Wanted::They),
                    };
                }
                None => {}
            }
        }
        if self.text.is_in(first, Class::Quantifier) && self.text.word(mentions[index].tokens.end - 1) == "them" {
            return self.one_of_them(mentions, index);
        }
        if self.is_native(&mentions[index].tokens) {
            mentions[index].entity = Entity::Unnamed(first);
            mentions[index].name = None;
            mentions[index].source_type = Some(SourceType::RoleOnly);
            return self.somebody(mentions, index, &phrase);
        }
        let named = matches!(mentions[index].entity, Entity::Named(_));
        let noun = phrase.noun().copied();
        let definite = self.text.is_in(first, Class::Definite);
        // `the vast majority of divers`
        let partitive = self.text.is_in(phrase.head, Class::PartitiveNoun);
        if named || !definite || partitive {
            return;
        }
        let bare = phrase.tokens.len() == 2;
        if bare && self.text.is_in(phrase.head, Class::Couple) {
            return self.stands_for(mentions, index, thing::Wanted::Pair);
        }
        let of_one = noun.is_none_or(|noun| noun.class.is_person() && !noun.plural);
        if let Some((name, index_of)) = self.apposed(&mentions[index].tokens).filter(|_| of_one) {
            let known = &self.names.all[self.names.fullest(*index_of)];
            return link(&mut mentions[index], &self::named(known, Entity::Named(outlet_key(&known.full)), name));
        }
        match noun.map(|noun| noun.class) {
            Some(NounClass::Document) => self.report(mentions, index),
            Some(NounClass::Outlet) => self.stands_for(mentions, index, thing::Wanted::Outlet(&phrase)),
            Some(NounClass::Institution) => self.stands_for(mentions, index, thing::Wanted::Body(&phrase)),
            Some(class) if class.is_person() => self.role(mentions, index, &phrase),
            Some(_) => {}
            None => self.somebody(mentions, index, &phrase),
        }
    }
}

/// The mention that an attribution names and that a token stands in.
fn covering(mentions: &[Mention], at: usize) -> Option<&Mention> {
    let last = mentions.partition_point(|mention| mention.tokens.start <= at).checked_sub(1)?;
    (mentions[last].tokens.end > at).then(|| &mentions[last])
}

/// Somebody or something whose name stands in the text, not yet said to be a source.
fn named(name: &Name, entity: Entity, tokens: &Tokens) -> Referent {
    // `Steve Israel` is somebody for all that he is called.
    let place = || lexicon().is_place(&name.words.join(" ")) || name.words.iter().any(|word| lexicon().is_place(word));
    // `the Housing Act`
    let paper = name.words.len() > 1 && name.words.last().is_some_and(|word| lexicon().is_in(word, Class::PaperLabel));
    let (source_type, person) = match name.bearer {
        Bearer::Unknown | Bearer::Institution if paper => (SourceType::Document, 0.0),
        Bearer::Outlet => (SourceType::NewsOutlet, 0.0),
        Bearer::Institution => (SourceType::Institution, 0.0),
        Bearer::Person if name.official => (SourceType::NamedOfficial, name.person().max(KNOWN)),
        Bearer::Person => (SourceType::NamedPerson, name.person().max(KNOWN)),
        Bearer::Unknown if name.male.is_none() && place() => (SourceType::Institution, 0.0),
        Bearer::Unknown => (SourceType::NamedPerson, name.person()),
    };
    Referent {
        name: Some(name.full.clone()),
        male: name.male,
        person,
        ..Referent::new(entity, source_type, tokens.clone())
    }
}

fn link(mention: &mut Mention, referent: &Referent) {
    mention.entity = referent.entity.clone();
    mention.name = referent.name.clone();
    mention.source_type = Some(referent.source_type);
    mention.anonymous = referent.source_type.keeps_name();
    mention.antecedent = Some(referent.introduced.clone());
    mention.anaphoric = true;
}
