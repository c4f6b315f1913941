//! Nouns that a source can be called by.

use super::hashing::Table;
use super::verb::with_s;

/// A noun form that can name a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// What the noun says about the source.
    pub class: NounClass,
    /// Whether the form is a plural.
    pub plural: bool,
}

/// What a noun says about the source it names. The words are those of `nouns.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NounClass {
    /// Holds public office or rank.
    Official,
    /// Speaks for a body.
    Spokesperson,
    /// Heads or represents an organisation.
    Head,
    /// Known by work, calling or kinship.
    Profession,
    /// In the know, and unnamed.
    Insider,
    /// One of an open class.
    Crowd,
    /// A body.
    Institution,
    /// A news outlet.
    Outlet,
    /// News outlets in general.
    Press,
    /// Something written or recorded.
    Document,
    /// A post on a social platform.
    Post,
    /// Word without an owner.
    Rumour,
}

impl NounClass {
    /// Whether the noun names people rather than bodies or papers.
    #[must_use]
    pub fn is_person(self) -> bool {
        matches!(
            self,
            Self::Official | Self::Spokesperson | Self::Head | Self::Profession | Self::Insider | Self::Crowd
        )
    }

    /// Whether the noun names who holds an office or speaks for a body.
    #[must_use]
    pub fn is_office(self) -> bool {
        matches!(self, Self::Official | Self::Spokesperson | Self::Head)
    }

    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "official" => Self::Official,
            "spokesperson" => Self::Spokesperson,
            "head" => Self::Head,
            "profession" => Self::Profession,
            "insider" => Self::Insider,
            "crowd" => Self::Crowd,
            "institution" => Self::Institution,
            "outlet" => Self::Outlet,
            "press" => Self::Press,
            "document" => Self::Document,
            "post" => Self::Post,
            "rumour" => Self::Rumour,
            _ => return None,
        })
    }
}

/// The table's word for a crowd that is named in the plural only: `Russians`, while `Russian` may be part of a name.
const PEOPLE: &str = "people";

/// Reads `nouns.tsv`: every noun and its plural. A plural that stands in the table itself keeps its own class.
pub(super) fn read(table: &'static str) -> Table<String, Noun> {
    let mut nouns = Table::default();
    let entries = || super::rows(table).filter_map(|line| line.split_once('\t'));
    for (singular, class) in entries() {
        if let Some(class) = NounClass::parse(class) {
            nouns.insert(plural(singular), Noun { class, plural: true });
        }
    }
    for (noun, class) in entries() {
        if let Some(class) = NounClass::parse(class) {
            nouns.insert(noun.to_owned(), Noun { class, plural: is_plural(noun, class) });
        } else if class == PEOPLE {
            nouns.insert(noun.to_owned(), Noun { class: NounClass::Crowd, plural: true });
        }
    }
    nouns
}

/// Press and rumour nouns are plural as listed, and so is `staff`.
fn is_plural(noun: &str, class: NounClass) -> bool {
    matches!(class, NounClass::Press | NounClass::Rumour) || noun == "staff"
}

/// Endings that a plural changes.
const IRREGULAR: [(&str, &str); 5] =
    [("man", "men"), ("sis", "ses"), ("wife", "wives"), ("child", "children"), ("person", "people")];

fn plural(singular: &str) -> String {
    let (before, last) = singular.rsplit_once(' ').map_or(("", singular), |(b, l)| (b, l));
    // The first word of `secretary of state` and `attorney general` takes the ending, but the news adds it last too.
    let irregular = IRREGULAR
        .iter()
        .filter(|_| last != "german")
        .find_map(|(singular, plural)| last.strip_suffix(singular).map(|stem| format!("{stem}{plural}")));
    let last = irregular.unwrap_or_else(|| with_s(last));
    if before.is_empty() { last } else { format!("{before} {last}") }
}
