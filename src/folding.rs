//! Words in lower case, letter by letter, as tokens have them.
//!
//! In: words as they stand. Out: the same in lower case. No letter looks at its neighbours, as a Greek sigma would, so
//! that neither do the tables for it have to be downloaded.

/// Words in lower case.
#[must_use]
pub fn folded(words: &str) -> String {
    words.chars().flat_map(char::to_lowercase).collect()
}
