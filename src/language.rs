//! Is a text in English? A text comes in; out comes yes, no, or that it is too short to tell. The engine reads whatever it
//! is given; who has texts of many languages asks here first.

use std::collections::HashSet;
use std::sync::LazyLock;

/// The words that tell: see the head of the table.
static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let rows = include_str!("lexicon/common_words.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.flat_map(str::split_whitespace).collect()
});

/// A text of fewer words says nothing about its language.
const ENOUGH_WORDS: usize = 30;
/// More words say nothing new. Also what keeps the question quick for any text.
const MOST_WORDS: usize = 2000;
/// The share of common words that makes a text English, in a hundredth; and where another language was declared.
const USUAL_SHARE: usize = 20;
const CONTRADICTING_SHARE: usize = 30;

/// Whether a text reads as English; `None` for one that is too short to tell.
///
/// `declared` is the language that somebody says it is in, as a BCP 47 tag (`en-GB`), if anybody does.
#[must_use]
pub fn is_english(text: &str, declared: Option<&str>) -> Option<bool> {
    let declared = declared.map(|tag| tag.trim().to_ascii_lowercase()).filter(|tag| !tag.is_empty());
    let contradicted = declared.is_some_and(|tag| tag.split('-').next() != Some("en"));
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(MOST_WORDS);
    let (mut all, mut common) = (0_usize, 0_usize);
    for word in words {
        all += 1;
        common += usize::from(COMMON.contains(word.to_lowercase().as_str()));
    }
    if all < ENOUGH_WORDS {
        return contradicted.then_some(false);
    }
    Some(common * 100 >= all * if contradicted { CONTRADICTING_SHARE } else { USUAL_SHARE })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "The ferry that had left the harbour in the morning was seen by two of the men who were on the \
                           pier, and they said that it would be back before the evening, when the wind was to turn.";
    const DUTCH: &str = "De veerboot die in de ochtend uit de haven was vertrokken, is gezien door twee mannen die op de \
                         pier stonden, en zij zeiden dat hij voor de avond terug zou zijn, als de wind zou draaien.";

    #[test]
    fn a_text_tells_its_language_by_its_commonest_words() {
        for (text, declared, told) in [
            (ENGLISH, None, Some(true)),
            (ENGLISH, Some("en-GB"), Some(true)),
            // Pages often declare the language of their site.
            (ENGLISH, Some("nl"), Some(true)),
            (DUTCH, None, Some(false)),
            (DUTCH, Some("en"), Some(false)),
            ("Rain fell.", None, None),
            ("Rain fell.", Some(" "), None),
            ("Het regende.", Some("nl"), Some(false)),
        ] {
            assert_eq!(is_english(text, declared), told, "{declared:?}: {text}");
        }
    }
}
