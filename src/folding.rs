//! Words in lower case, letter by letter, as tokens have them.
//!
//! In: words as they stand. Out: the same in lower case. No letter looks at its neighbours, as a Greek sigma would, so
//! that neither do the tables for it have to be downloaded.

/// Words in lower case.
#[must_use]
pub fn folded(words: &str) -> String {
    if words.is_ascii() {
        return words.to_ascii_lowercase();
    }
    words.chars().flat_map(char::to_lowercase).collect()
}

/// Hands over the letters of a word as it is spelled: with plain apostrophes and hyphens, ligatures taken apart, and without
/// soft hyphens, other marks that do not show, and raised figures, which point at notes.
#[inline]
pub fn spell(form: &str, mut letter: impl FnMut(char)) {
    for c in form.chars() {
        match c {
            c if c.is_ascii() => letter(c),
            c if is_invisible(c) || is_raised(c) => {}
            '’' => letter('\''),
            '‐' | '‑' => letter('-'),
            'ﬀ' => "ff".chars().for_each(&mut letter),
            'ﬁ' => "fi".chars().for_each(&mut letter),
            'ﬂ' => "fl".chars().for_each(&mut letter),
            'ﬃ' => "ffi".chars().for_each(&mut letter),
            'ﬄ' => "ffl".chars().for_each(&mut letter),
            'ﬅ' | 'ﬆ' => "st".chars().for_each(&mut letter),
            c => letter(c),
        }
    }
}

/// A name in lower case as it is spelled where accents are left out: `jose` for `josé`.
#[must_use]
pub fn unaccented(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        plain.push(match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
            'ç' | 'ć' | 'č' => 'c',
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
            'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
            'ñ' | 'ń' | 'ň' => 'n',
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
            'ś' | 'š' | 'ş' | 'ș' => 's',
            'ý' | 'ÿ' => 'y',
            'ź' | 'ż' | 'ž' => 'z',
            'ł' => 'l',
            'ř' => 'r',
            'ğ' => 'g',
            c => c,
        });
    }
    plain
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
