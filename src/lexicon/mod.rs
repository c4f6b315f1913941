//! The words the engine knows, read once from the tables beside this file.
//!
//! Each table is a readable `.tsv`: to teach the engine a word, add a line. All look-ups take a word in lower case, as a
//! token of a text has it, several words joined by one space. A [`Class`] is what a rule asks of a single word.

mod class;
mod ending;
mod hashing;
mod noun;
mod outlet;
mod tie;
mod verb;

use std::sync::OnceLock;

pub use class::{Class, Classes};
pub use ending::Ending;
pub(crate) use hashing::Table;
pub use noun::{Noun, NounClass};
pub use outlet::Outlet;
pub(crate) use outlet::{letters, site_label};
pub use tie::{Part, Tie};
pub use verb::{Pattern, Verb};

use crate::folding::{folded, unaccented};
use crate::table::{rows, table};
use hashing::List;

/// All tables, with one look-up each.
#[derive(Debug)]
pub struct Lexicon {
    classes: Table<&'static str, Classes>,
    endings: Vec<(Ending, &'static str)>,
    verbs: Table<String, Verb>,
    nouns: Table<String, Noun>,
    /// By their first words.
    ties: Table<&'static str, Vec<Tie>>,
    sourcing_phrases: Vec<Vec<&'static str>>,
    outlets: outlet::Outlets,
    outlet_words: List<&'static str>,
    places: List<String>,
    given_names: Table<&'static str, bool>,
    short_roles: Table<&'static str, &'static str>,
    gendered_nouns: Table<&'static str, bool>,
}

/// The lexicon. The tables are part of the program, so there is exactly one and it never changes.
#[must_use]
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon {
        classes: class::read(table!("word_classes.tsv")),
        endings: ending::read(table!("endings.tsv")),
        verbs: verb::read(table!("verbs.tsv")),
        nouns: noun::read(table!("nouns.tsv")),
        ties: tie::read(table!("ties.tsv", 2)),
        sourcing_phrases: rows(table!("sourcing_phrases.tsv", 1))
            .filter_map(|line| Some(line.split('\t').next()?.split(' ').collect()))
            .collect(),
        outlets: outlet::Outlets::read(table!("outlets.tsv")),
        outlet_words: rows(table!("outlet_words.tsv")).collect(),
        places: rows(table!("places.tsv")).map(folded).collect(),
        given_names: by_sex(table!("given_names.tsv")),
        short_roles: rows(table!("short_roles.tsv")).filter_map(|row| row.split_once('\t')).collect(),
        gendered_nouns: by_sex(table!("gendered_nouns.tsv")),
    })
}

/// Reads a table of words, each with whether it is said of men. A row that says neither `m` nor `f` is left out.
fn by_sex(table: &'static str) -> Table<&'static str, bool> {
    let word = |line: &'static str| match line.split_once('\t')? {
        (word, "m") => Some((word, true)),
        (word, "f") => Some((word, false)),
        _ => None,
    };
    rows(table).filter_map(word).collect()
}

impl Lexicon {
    /// The classes that a word is in; none for a word that is in no table.
    #[must_use]
    pub fn classes(&self, word: &str) -> &Classes {
        self.classes.get(word).unwrap_or(&Classes::NONE)
    }

    /// Whether a word is of a class.
    #[must_use]
    pub fn is_in(&self, word: &str, class: Class) -> bool {
        self.classes(word).has(class)
    }

    /// Whether a word in lower case ends in one of a sort of endings, and has three letters or more in front of it.
    #[must_use]
    pub fn ends_in(&self, word: &str, sort: Ending) -> bool {
        let mut endings = self.endings.iter().filter(|(of, _)| *of == sort).map(|(_, ending)| ending);
        endings.any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
    }

    /// The attributing verb that a form belongs to: `said`, `pointed out`.
    #[must_use]
    pub fn verb(&self, form: &str) -> Option<&Verb> {
        self.verbs.get(form)
    }

    /// The noun that a form belongs to, with its number: `ministers`, `press secretary`.
    #[must_use]
    pub fn noun(&self, form: &str) -> Option<&Noun> {
        self.nouns.get(form)
    }

    /// What ties somebody to a statement and begins with a word, in the order in which to try: `quoting from` before
    /// `quoting`.
    #[must_use]
    pub fn ties(&self, first: &str) -> &[Tie] {
        self.ties.get(first).map_or(&[], Vec::as_slice)
    }

    /// What makes whoever stands behind it the source, word by word: `according to`.
    #[must_use]
    pub fn sourcing_phrases(&self) -> &[Vec<&'static str>] {
        &self.sourcing_phrases
    }

    /// The news outlet of exactly this name, without a leading `the`: `haaretz`, `radio norrland`. None for a name that
    /// others share; see [`Lexicon::perhaps_outlet`].
    #[must_use]
    pub fn outlet(&self, name: &str) -> Option<&Outlet> {
        self.perhaps_outlet(name).filter(|outlet| !outlet.ambiguous)
    }

    /// The news outlet of exactly this name, be it an ordinary word as well: `time`, `people`.
    #[must_use]
    pub fn perhaps_outlet(&self, name: &str) -> Option<&Outlet> {
        self.outlets.named(name)
    }

    /// The news outlet that publishes at a domain: `edition.cnn.com`, `nytimes.com`.
    #[must_use]
    pub fn outlet_at(&self, domain: &str) -> Option<&Outlet> {
        self.outlets.at(domain)
    }

    /// Whether a word inside a name makes it the name of a news outlet: `courier`, `gazette`, and `herald-courier` of two papers.
    #[must_use]
    pub fn is_outlet_word(&self, word: &str) -> bool {
        let joined = || {
            word.split_once('-')
                .is_some_and(|(first, last)| [first, last].iter().any(|part| self.outlet_words.contains(*part)))
        };
        self.outlet_words.contains(word) || joined()
    }

    /// Whether a given name is borne by men (true) or women (false). None for names of both and names unknown.
    #[must_use]
    pub fn is_male_name(&self, name: &str) -> Option<bool> {
        let found = self.given_names.get(name).copied();
        // `josé` is listed as `jose`.
        found.or_else(|| if name.is_ascii() { None } else { self.given_names.get(unaccented(name).as_str()).copied() })
    }

    /// Whether a noun is said of men (true) or of women (false): `king`, `actress`. None for any other word.
    #[must_use]
    pub fn is_male_noun(&self, noun: &str) -> Option<bool> {
        self.gendered_nouns.get(noun).copied()
    }

    /// The noun that a short form of a role stands for: `senator` for `sen` and `sen.`.
    #[must_use]
    pub fn role(&self, short: &str) -> Option<&'static str> {
        self.short_roles.get(short.trim_end_matches('.')).copied()
    }

    /// Whether a word is a common given name.
    #[must_use]
    pub fn is_given_name(&self, name: &str) -> bool {
        self.is_male_name(name).is_some()
    }

    /// Whether a name is a place that can stand for its government: `oslo`.
    #[must_use]
    pub fn is_place(&self, name: &str) -> bool {
        self.places.contains(name)
    }
}

#[cfg(test)]
mod tests;
