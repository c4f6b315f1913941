//! Names of news outlets.

use std::collections::HashMap;

use crate::folding::folded;

/// A news outlet the lexicon knows by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlet {
    /// The full name as the outlet writes it.
    pub name: &'static str,
}

/// Reads `outlets.tsv`: every name and short form in lower case, without a leading `the`.
pub(super) fn read(table: &'static str) -> HashMap<String, Outlet> {
    let mut outlets = HashMap::new();
    for line in super::rows(table) {
        let (name, short_forms) = line.split_once('\t').unwrap_or((line, ""));
        for form in std::iter::once(name).chain(short_forms.split('|')).filter(|form| !form.is_empty()) {
            let form = folded(form).replace('’', "'");
            outlets.insert(form.strip_prefix("the ").unwrap_or(&form).to_owned(), Outlet { name });
        }
    }
    outlets
}
