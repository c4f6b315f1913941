//! Endings of words that tell what a word is, or whose name.

/// A sort of ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Of papers and stations in one word: `Aftenblad`, `Tarnpost`.
    Outlet,
    /// Of sites named by their address: `Tarn.com`.
    Site,
    /// Of words for what is of a land: `Norwegian`.
    Land,
    /// Of words for many people: `Norwegians`.
    People,
    /// Of places: `Norland`, `Tarnville`.
    Place,
    /// Of nouns for somebody who does something or comes from somewhere: `rigger`, `florist`.
    Person,
    /// Of nouns that are never verbs: `decision`, `payment`.
    Noun,
}

impl Ending {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "Outlet" => Self::Outlet,
            "Site" => Self::Site,
            "Land" => Self::Land,
            "People" => Self::People,
            "Place" => Self::Place,
            "Person" => Self::Person,
            "Noun" => Self::Noun,
            _ => return None,
        })
    }
}

/// Reads `endings.tsv`: every ending with its sort. A row without a sort goes on with the one above; a sort that is
/// unknown is left out, and a test finds it.
pub(super) fn read(table: &'static str) -> Vec<(Ending, &'static str)> {
    let mut endings = Vec::new();
    let mut sort = None;
    for (name, list) in super::rows(table).filter_map(|line| line.split_once('\t')) {
        sort = if name.is_empty() { sort } else { Ending::parse(name) };
        endings.extend(sort.into_iter().flat_map(|sort| list.split(' ').map(move |ending| (sort, ending))));
    }
    endings
}
