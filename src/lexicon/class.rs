//! Classes of words: what a rule can ask of a word without naming the words themselves.
//!
//! In goes `word_classes.tsv`, out comes for each word the set of its classes, which every token of a text carries. A class
//! is named once here, with what it is for, and once in the table, with its words.

use std::collections::HashMap;

macro_rules! classes {
    ($($(#[$what:meta])* $name:ident,)+) => {
        /// A class of words. The names are those of `word_classes.tsv`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Class {
            $($(#[$what])* $name,)+
        }

        impl Class {
            /// All classes, with their names.
            pub const ALL: &'static [(&'static str, Self)] = &[$((stringify!($name), Self::$name),)+];
        }
    };
}

classes! {
    /// Days of the week, their short forms too.
    Weekday,
    /// Months, their short forms too. `may` is among them.
    Month,
    /// Days, months and stretches of time: they look like names and never are sources.
    Time,
    /// Stretches of time that are one only behind `this` or `last`: `last spring`.
    Season,
    /// What picks one of several seasons: `this`, `last`.
    SeasonChooser,
    /// What ends a title although it is a time: `Russia Today`.
    TitleTime,
    /// Words in front of what belongs to somebody: `his`, `whose`.
    Possessive,
    /// What can be a source by itself: `she`, `they`, `others`.
    SourcePronoun,
    /// Words that open sentences in lower-case life too, so that their capital there says nothing.
    SentenceOpener,
    /// Irregular past forms that are hardly anything else: `fell`, `began`.
    PastForm,
    /// Irregular past forms that are nouns, adjectives or base forms too: `cost`, `left`.
    PastFormOrNoun,
    /// What is told rather than somebody: `told stories`, `told the truth`.
    ToldThing,
    /// What an answer is called: `her reply: “…”`.
    Answer,
    /// What somebody's version of events is called: `by her account`.
    Account,
    /// Labels that are nobody: `Verdict: “…”`, `Chorus: “…”`.
    Rubric,
    /// Words for outlets that mean other things too: `the site`, `the station`.
    VagueOutlet,
    /// What a name of an outlet may have behind it besides a noun for outlets: `Lantern News`, `Lantern Online`.
    OutletSuffix,
    /// Words in names of outlets that are surnames as well: `Ann Star`.
    OutletWordOrSurname,
    /// What an outlet does with a paper that is kept from others: `a memo seen by the Courier`.
    Seen,
    /// What an outlet does with what it has: `published`.
    PutOut,
    /// Talks that an outlet has with somebody: `in an interview with`.
    Talk,
    /// What somebody writes in or to an outlet: `in a column for`.
    Contribution,
    /// Platforms, which are a medium and no hand.
    Platform,
    /// What a page says of itself in place of a name: `Home`, `Politics`.
    NoName,
    /// Labels of domains that their owners have not chosen: the `co` of `lantern.co.uk`, the `substack` of a newsletter.
    SharedDomain,
}

/// How many words of bits a set has.
const LENGTH: usize = 4;
const _: () = assert!(Class::ALL.len() <= LENGTH * u64::BITS as usize, "a set of classes has no room for so many");

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes([u64; LENGTH]);

impl Classes {
    /// The set of a word that is in no class.
    pub const NONE: Self = Self([0; LENGTH]);

    /// Whether a class is in the set.
    #[must_use]
    pub fn has(&self, class: Class) -> bool {
        let (at, bit) = place(class);
        self.0[at] & bit != 0
    }

    fn add(&mut self, class: Class) {
        let (at, bit) = place(class);
        self.0[at] |= bit;
    }
}

fn place(class: Class) -> (usize, u64) {
    let number = class as usize;
    (number / u64::BITS as usize, 1 << (number % u64::BITS as usize))
}

/// The rows of `word_classes.tsv`: each class with its words, those of the classes it includes among them. A row without
/// a class goes on with the one above; a class that is unknown, here or in the words, is left out, and a test finds it.
fn rows(table: &'static str) -> Vec<(Class, Vec<&'static str>)> {
    let mut classes: Vec<(Class, Vec<&'static str>)> = Vec::new();
    for line in crate::table::rows(table) {
        let Some((name, words)) = line.split_once('\t') else { continue };
        match Class::ALL.iter().find(|(known, _)| *known == name) {
            Some((_, class)) => classes.push((*class, Vec::new())),
            None if name.is_empty() => {}
            None => continue,
        }
        for word in words.split(' ') {
            let included = Class::ALL.iter().find(|(known, _)| *known == word);
            let words: Vec<_> = match included.and_then(|(_, class)| classes.iter().find(|(known, _)| known == class)) {
                Some((_, words)) => words.clone(),
                None => vec![word],
            };
            if let Some((_, known)) = classes.last_mut() {
                known.extend(words);
            }
        }
    }
    classes
}

/// Reads `word_classes.tsv`: every word, with its classes.
pub(super) fn read(table: &'static str) -> HashMap<&'static str, Classes> {
    let mut words: HashMap<&'static str, Classes> = HashMap::new();
    for (class, members) in rows(table) {
        for word in members {
            words.entry(word).or_default().add(class);
        }
    }
    words
}
