//! How words for somebody without a name look back to somebody whom the page has brought in: `the insider`, `one of the
//! four`, `a second official`.
//!
//! In: the words of a mention in lower case. Out: what they ask of whoever they stand for, or nothing.

use crate::lexicon::{Class, NounClass, lexicon};

/// What words ask of whoever they stand for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Return<'w> {
    /// `the source`, `this person`, `the insiders`: whoever spoke last, of the same number.
    Insider { several: bool },
    /// `they`: whoever spoke in the sentence before.
    Speaker,
    /// `one of the people`, `a second official`, `both`: of several, or one more of the kind.
    OneOf(Among<'w>),
}

/// Of whom `one`, `another` or `both` is said.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Among<'w> {
    /// `official` of `a second official`.
    pub noun: Option<&'w str>,
    /// `four` of `one of the four`.
    pub number: Option<&'w str>,
    /// Whether the words name the whole that they take a part of: `one of the people`.
    pub named: bool,
    /// Whether one more comes in beside the one before: `another`, `a second`.
    pub more: bool,
}

/// Reads the words of a mention.
pub(super) fn look(words: &str) -> Option<Return<'_>> {
    let is = |word: &str, class: Class| lexicon().is_in(word, class);
    let words: Vec<&str> = words.split_whitespace().collect();
    let definite = |the: &str| is(the, Class::Definite) || the == "our";
    match words.as_slice() {
        [pronoun] if is(pronoun, Class::PersonPronoun) => Some(Return::Speaker),
        [the, noun] | [the, "same", noun] if definite(the) && tells(noun) => {
            let several = lexicon().noun(noun).is_some_and(|noun| noun.plural);
            Some(Return::Insider { several })
        }
        ["the" | "a", rest @ ..] | rest => among(rest).map(Return::OneOf),
    }
}

/// `source`, `insider`, `person`: a noun that says no more than that somebody tells.
fn tells(noun: &str) -> bool {
    let insider = lexicon().noun(noun).is_some_and(|noun| noun.class == NounClass::Insider);
    insider || lexicon().is_in(noun, Class::PersonNoun)
}

fn among<'w>(words: &[&'w str]) -> Option<Among<'w>> {
    let is_number = |word: &&&str| lexicon().is_in(word, Class::NumberWord);
    let (first, rest) = words.split_first()?;
    let is = |class: Class| lexicon().is_in(first, class);
    let more = is(Class::OneMore) || is(Class::Ordinal);
    if !more && !is_number(&first) && !is(Class::PartOf) {
        return None;
    }
    let is_noun = |word: &&&str| tells(word) || lexicon().noun(word).is_some();
    let among = |noun: Option<&&'w str>, number: Option<&&'w str>, named| {
        Some(Among { noun: noun.copied(), number: number.copied(), named, more })
    };
    match rest {
        [] => among(None, Some(first).filter(is_number), false),
        ["of", the, rest @ ..] if lexicon().is_in(the, Class::Definite) || *the == "them" => {
            among(rest.iter().find(is_noun), rest.iter().find(is_number), true)
        }
        [number] if is_number(&number) => among(None, Some(number), false),
        [noun] if is_noun(&noun) => among(Some(noun), None, false),
        _ => None,
    }
}

/// Whether `noun` may be said of somebody brought in with `words`: `another insider` of `two sources`, `one official` of
/// `three officials`, and `a second person` of anybody.
pub(super) fn is_called(words: &str, noun: &str) -> bool {
    let insider = |word: &str| lexicon().noun(word).is_some_and(|noun| noun.class == NounClass::Insider);
    let stem = |word: &str| word.trim_end_matches('s').to_owned();
    lexicon().is_in(noun, Class::PersonNoun)
        || words.split_whitespace().any(|word| stem(word) == stem(noun) || insider(word) && insider(noun))
}

#[cfg(test)]
mod tests {
    use super::{Return, look};

    #[test]
    fn words_look_back_only_where_they_take_a_part_or_say_no_more_than_that_somebody_tells() {
        for words in
            ["the insider", "this person", "the same source", "they", "one of the four", "a second official", "both"]
        {
            assert!(look(words).is_some(), "{words}");
        }
        for words in
            ["the mayor", "an insider", "sources", "another person familiar with the talks", "two of his friends"]
        {
            assert_eq!(look(words), None, "{words}");
        }
        assert_eq!(look("the insiders"), Some(Return::Insider { several: true }));
    }
}
