//! News outlets: their names, the short forms they go by, and the domains they publish under.

use super::class::Class;
use super::hashing::Table;
use crate::folding::folded;

/// A news outlet the lexicon knows by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlet {
    /// The full name as the outlet writes it.
    pub name: &'static str,
    /// Whether the form that was asked for is an ordinary word too, or the name of others: `Time`, `SPA`.
    pub ambiguous: bool,
    /// Whether it is a news agency, whose copy others print.
    pub agency: bool,
}

/// Reads names of news outlets, looked up by name and by domain.
#[derive(Debug, Default)]
pub(super) struct Outlets {
    /// Every name and short form in lower case, without a leading `the`.
    names: Table<String, Outlet>,
    domains: Table<String, Outlet>,
    /// The letters of every name: what a domain without a row of its own is made of.
    letters: Table<String, Outlet>,
}

impl Outlets {
    /// Reads `outlets.tsv`.
    pub(super) fn read(table: &'static str) -> Self {
        let mut outlets = Self::default();
        for line in super::rows(table) {
            let (row, agency) = line.strip_prefix('*').map_or((line, false), |row| (row, true));
            let mut columns = row.split('\t');
            let mut list = || columns.next().unwrap_or_default().split('|').filter(|part| !part.is_empty());
            let mut name = list();
            let Some(full) = name.next() else { continue };
            let bare = |form: &'static str| form.strip_prefix('?').map_or((form, false), |form| (form, true));
            let name = bare(full).0;
            for (form, ambiguous) in std::iter::once(full).chain(list()).map(bare) {
                let outlet = Outlet { name, ambiguous, agency };
                outlets.letters.entry(letters(form)).or_insert(outlet);
                let form = folded(form).replace('’', "'");
                // `Syracuse.com` says itself where it is.
                if form.contains('.') && !form.contains(' ') {
                    outlets.domains.insert(form.clone(), Outlet { ambiguous: false, ..outlet });
                }
                outlets.names.insert(form.strip_prefix("the ").unwrap_or(&form).to_owned(), outlet);
            }
            let outlet = Outlet { name, ambiguous: false, agency };
            outlets.domains.extend(list().map(|domain| (domain.to_owned(), outlet)));
        }
        outlets
    }

    pub(super) fn named(&self, name: &str) -> Option<&Outlet> {
        self.names.get(name)
    }

    pub(super) fn at(&self, domain: &str) -> Option<&Outlet> {
        let parents = domain.match_indices('.').map(|(dot, _)| &domain[dot + 1..]);
        let listed = std::iter::once(domain).chain(parents).find_map(|domain| self.domains.get(domain));
        listed.or_else(|| {
            let label = site_label(domain);
            let outlet = self.letters.get(&letters(label))?;
            // `people.com` and `variety.com` are theirs; `time.is` and `spa.com` need not be.
            let plain = !outlet.ambiguous || label.len() > 3 && domain.ends_with(".com");
            plain.then_some(outlet)
        })
    }
}

/// The letters and digits of a name or domain label in lower case, without a leading `the`: `northernlantern`.
pub(crate) fn letters(name: &str) -> String {
    let mut all = folded(name);
    all.retain(char::is_alphanumeric);
    if all.len() > 5 && all.starts_with("the") { all.split_off(3) } else { all }
}

/// The label of a domain that its owner has chosen: `lantern` of `news.lantern.co.uk`, `roe` of `roe.substack.com`.
pub(crate) fn site_label(domain: &str) -> &str {
    let shared = |label: &str| super::lexicon().is_in(label, Class::SharedDomain);
    let mut labels = domain.rsplit('.').skip(usize::from(domain.contains('.')));
    let mut label = labels.next().unwrap_or_default();
    while shared(label) {
        match labels.next().filter(|next| *next != "www") {
            Some(next) => label = next,
            None => break,
        }
    }
    label
}
