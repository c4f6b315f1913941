//! Words in lower case, letter by letter, as tokens have them.
//!
//! In: words as they stand. Out: the same in lower case. No letter looks at its neighbours, as a Greek sigma would, so
//! that neither do the tables for it have to be downloaded.

/// Words in lower case.
#[must_use]
pub fn folded(words: &str) -> String {
    words.chars().flat_map(char::to_lowercase).collect()
}

/// The letters of a word as it is spelled: with plain apostrophes and hyphens, ligatures taken apart, and without soft
/// hyphens, other marks that do not show, and raised figures, which point at notes.
pub fn spelled(form: &str) -> impl Iterator<Item = char> {
    form.chars().filter(|c| c.is_ascii() || !is_invisible(*c) && !is_raised(*c)).flat_map(|c| {
        let (first, rest): (char, &'static str) = match c {
            '’' => ('\'', ""),
            '‐' | '‑' => ('-', ""),
            'ﬀ' => ('f', "f"),
            'ﬁ' => ('f', "i"),
            'ﬂ' => ('f', "l"),
            'ﬃ' => ('f', "fi"),
            'ﬄ' => ('f', "fl"),
            'ﬅ' | 'ﬆ' => ('s', "t"),
            c => (c, ""),
        };
        std::iter::once(first).chain(rest.chars())
    })
}

/// Whether a character shows nothing and parts nothing: soft hyphens, joiners, spaces without width, and marks of the
/// direction of writing.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// Whether a character is a raised figure: `said.¹`.
pub fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}
