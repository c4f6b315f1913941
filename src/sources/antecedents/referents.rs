//! The store: whom and what the text has spoken of so far, and every mention of each, pronouns included.
//!
//! In: mentions in text order. Out: a [`Referent`] for each somebody or something, and the [`Occurrence`]s from the
//! last one back. What a pronoun stands for is asked of nothing else.

use std::collections::{HashMap, VecDeque};

use super::place::Place;
use crate::attribution::Tokens;
use crate::report::SourceType;
use crate::sources::mention::Entity;

/// Mentions of one referent that are remembered.
const REMEMBERED: usize = 14;

/// Somebody or something that the text speaks of.
#[derive(Clone, Debug)]
pub(super) struct Referent {
    pub entity: Entity,
    pub name: Option<String>,
    pub source_type: SourceType,
    /// The mention that introduced it, to be shown.
    pub introduced: Tokens,
    /// Whether it is several.
    pub plural: bool,
    /// Whether the text calls it he (true) or she (false).
    pub male: Option<bool>,
    /// How likely it is one person, 0 to 1.
    pub person: f32,
    /// Whether it came in as `a man`.
    pub indefinite: bool,
    /// Whether it came in as a noun without any determiner.
    pub bare: bool,
    /// Its last mentions, as indices of occurrences, in text order.
    pub latest: VecDeque<usize>,
    /// How many mentions there were.
    pub count: usize,
    /// Whether it has been the source of an attribution.
    pub spoke: bool,
}

impl Referent {
    /// Takes a name of it, if that is fuller than the one known: `The Wall Street Journal` behind `WSJ`.
    pub fn call(&mut self, name: Option<&str>) {
        let words = |name: &str| name.split_whitespace().count();
        if let Some(name) = name.filter(|name| self.name.as_deref().is_some_and(|known| words(known) < words(name))) {
            self.name = Some(name.to_owned());
        }
    }

    pub fn new(entity: Entity, source_type: SourceType, introduced: Tokens) -> Self {
        Self {
            entity,
            name: None,
            source_type,
            introduced,
            plural: false,
            male: None,
            person: 0.0,
            indefinite: false,
            bare: false,
            latest: VecDeque::new(),
            count: 0,
            spoke: false,
        }
    }
}

/// What a mention is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Name,
    Description,
    Pronoun,
}

/// One mention of a referent.
#[derive(Clone, Debug)]
pub(super) struct Occurrence {
    /// Index of the referent.
    pub referent: usize,
    pub place: Place,
    pub form: Form,
    /// Whether an attribution has it for its source.
    pub source: bool,
    /// Whether it stands in the phrase of a source: `a spokesman for Orle Foods said`.
    pub behind_source: bool,
    /// Whether an attribution has it for somebody told.
    pub told: bool,
    /// Whether an attribution names it in any part.
    pub hand: bool,
}

impl Occurrence {
    /// The first token of the mention.
    pub fn at(&self) -> usize {
        self.place.tokens.start
    }
}

/// Everybody and everything spoken of so far.
#[derive(Debug, Default)]
pub(super) struct Referents {
    pub all: Vec<Referent>,
    /// In text order.
    pub occurrences: Vec<Occurrence>,
    by_entity: HashMap<Entity, usize>,
    /// Index of the occurrence that was the source last.
    pub last_source: Option<usize>,
}

impl Referents {
    /// The referent of an entity; if it is new, what `make` says of it.
    pub fn of(&mut self, entity: &Entity, make: impl FnOnce() -> Referent) -> usize {
        if let Some(known) = self.by_entity.get(entity) {
            return *known;
        }
        self.all.push(make());
        self.by_entity.insert(entity.clone(), self.all.len() - 1);
        self.all.len() - 1
    }

    /// The referent of an entity, if it was mentioned.
    pub fn find(&self, entity: &Entity) -> Option<usize> {
        self.by_entity.get(entity).copied()
    }

    /// Adds a mention. One that overlaps the last mention of the same referent is the same mention.
    pub fn add(&mut self, occurrence: Occurrence) {
        let index = self.occurrences.len();
        let referent = &mut self.all[occurrence.referent];
        referent.spoke |= occurrence.source;
        let last = referent.latest.back().copied();
        if let Some(last) = last.filter(|last| self.occurrences[*last].place.tokens.end > occurrence.at()) {
            self.occurrences[last].source |= occurrence.source;
            self.occurrences[last].told |= occurrence.told;
            self.occurrences[last].hand |= occurrence.hand;
            if occurrence.source {
                self.last_source = Some(last);
            }
            return;
        }
        referent.count += 1;
        if referent.latest.len() == REMEMBERED {
            referent.latest.pop_front();
        }
        referent.latest.push_back(index);
        if occurrence.source {
            self.last_source = Some(index);
        }
        self.occurrences.push(occurrence);
    }

    /// Mentions from the last one back, each with its referent.
    pub fn recent(&self) -> impl Iterator<Item = (&Occurrence, &Referent)> + Clone {
        self.occurrences.iter().rev().map(|occurrence| (occurrence, &self.all[occurrence.referent]))
    }
}
