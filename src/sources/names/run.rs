//! Where a name begins and ends in running text, what of it is title, and what sort of bearer its words give away.

use super::Bearer;
use crate::attribution::Tokens;
use crate::lexicon::{Class, NounClass, lexicon};
use crate::text::{Tag, Text, TokenKind};

/// `Mr.`, `Dame`: whether a word of courtesy is said of men (true) or of women (false). None for any other word.
pub(in crate::sources) fn courtesy(word: &str) -> Option<bool> {
    match word.trim_end_matches('.') {
        "mr" | "sir" => Some(true),
        "mrs" | "ms" | "miss" | "dame" => Some(false),
        _ => None,
    }
}

/// The run of capitalised words that begins here: a name, with titles in front.
pub(super) fn name_from(text: &Text, start: usize, sentence: &Tokens) -> Option<Tokens> {
    if !begins_name(text, start, sentence) {
        return None;
    }
    let mut end = start + 1;
    while end < sentence.end {
        let token = &text.tokens[end];
        let capital = token.kind == TokenKind::Word && token.capital && !is_function_word(text.word(end));
        let joins = joins_name(text, end) && end + 1 < sentence.end
            || end + 1 < sentence.end
                && text.tokens[end + 1].capital
                && (is_particle(text.word(end)) || text.word(end) == "&");
        if !(capital || joins) {
            break;
        }
        end += 1;
    }
    Some(start..end)
}

fn begins_name(text: &Text, at: usize, sentence: &Tokens) -> bool {
    let token = &text.tokens[at];
    if token.kind != TokenKind::Word || !token.capital || is_function_word(text.word(at)) || is_date(text.word(at)) {
        return false;
    }
    // At the start of a sentence a capital says nothing unless the tagger or the next word speaks for a name.
    let opens =
        at == sentence.start || matches!(text.tokens[at - 1].kind, TokenKind::DoubleQuote | TokenKind::SingleQuote);
    !opens
        || token.all_capitals
        || matches!(text.tags.get(at), Some(Tag::ProperNoun))
        || (text.tags.get(at).is_some_and(|tag| {
            matches!(tag, Tag::Noun | Tag::Adjective | Tag::Pronoun | Tag::Other | Tag::Interjection)
        }) && text
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.capital && next.kind == TokenKind::Word && at + 1 < sentence.end))
}

/// A day or a month, which has a capital and names nobody.
pub(in crate::sources) fn is_date(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
    )
}

fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "i"
            | "you"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "this"
            | "that"
            | "these"
            | "those"
            | "in"
            | "on"
            | "at"
            | "by"
            | "for"
            | "from"
            | "with"
            | "of"
            | "to"
            | "as"
            | "but"
            | "and"
            | "or"
            | "so"
            | "if"
            | "when"
            | "while"
            | "after"
            | "before"
            | "since"
            | "because"
            | "although"
            | "though"
            | "however"
            | "meanwhile"
            | "there"
            | "here"
            | "what"
            | "who"
            | "how"
            | "why"
            | "where"
            | "which"
            | "some"
            | "many"
            | "most"
            | "all"
            | "both"
            | "no"
            | "not"
            | "another"
            | "one"
            | "two"
            | "three"
            | "under"
            | "according"
            | "citing"
            | "reports"
            | "report"
            | "earlier"
            | "later"
            | "yes"
            | "now"
            | "then"
    )
}

/// Splits a run into the titles in front and the bare name.
pub(super) fn without_titles(text: &Text, run: &Tokens) -> (Tokens, Tokens) {
    let mut start = run.start;
    while start + 1 < run.end {
        let word = text.word(start);
        let two = format!("{} {}", word, text.word(start + 1));
        if start + 2 < run.end && lexicon().noun(&two).is_some_and(|noun| noun.class.is_person()) {
            start += 2;
        } else if is_title(word) {
            start += 1;
        } else {
            break;
        }
    }
    // `Former House Speaker`, `Presumptive Republican Nominee`: everything up to the last title word is title.
    let last_title = (start..run.end.saturating_sub(1)).rev().find(|at| is_title(text.word(*at)) && run.end - at > 1);
    let start = last_title.map_or(start, |at| at + 1);
    (run.start..start, start..run.end)
}

pub(super) fn is_title(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    courtesy(word).is_some()
        || matches!(
            bare,
            "dr" | "prof"
                | "sen"
                | "rep"
                | "gov"
                | "gen"
                | "lt"
                | "col"
                | "maj"
                | "capt"
                | "sgt"
                | "adm"
                | "rev"
                | "hon"
                | "pres"
                | "former"
                | "rear"
                | "brig"
                | "cmdr"
                | "atty"
                | "sens"
                | "reps"
                | "govs"
                | "gens"
                | "vice"
                | "deputy"
                | "acting"
                | "first"
                | "lady"
        )
        || lexicon().noun(word).is_some_and(|noun| noun.class.is_person() && !noun.plural)
}

/// `Ministry of Health`, `Institute for Inland Waters`, `Department of Harbours and Public Baths`: a small word inside
/// the name of a body.
pub(in crate::sources) fn joins_name(text: &Text, at: usize) -> bool {
    let capital = |at: usize| text.tokens.get(at).is_some_and(|t| t.capital && t.kind == TokenKind::Word);
    if at == 0 || !capital(at - 1) || !capital(at + 1) {
        return false;
    }
    match text.word(at) {
        "of" | "for" => {
            lexicon().noun(text.word(at - 1)).is_some_and(|noun| noun.class == NounClass::Institution)
                && (!lexicon().is_place(text.word(at + 1)) || is_named_for_a_place(text.word(at - 1)))
        }
        // `the Post and Courier`
        "and" if lexicon().is_outlet_word(text.word(at - 1)) && lexicon().is_outlet_word(text.word(at + 1)) => true,
        "and" => {
            let preposition = (at.saturating_sub(5)..at).rev().find(|before| !capital(*before));
            preposition.is_some_and(|before| text.word(before) != "and" && joins_name(text, before))
                && !lexicon().is_given_name(text.word(at + 1))
        }
        _ => false,
    }
}

/// `University of Norland`, `Bank of Norland`: bodies that go by their place, not offices of it.
fn is_named_for_a_place(body: &str) -> bool {
    matches!(
        body,
        "university"
            | "college"
            | "institute"
            | "academy"
            | "museum"
            | "bank"
            | "church"
            | "council"
            | "party"
            | "union"
            | "society"
    )
}

pub(super) fn is_particle(word: &str) -> bool {
    matches!(word, "de" | "van" | "von" | "al" | "bin" | "le" | "la" | "el")
}

pub(super) fn bearer(text: &Text, bare: &Tokens, words: &[String]) -> Bearer {
    let key = words.join(" ");
    if lexicon().outlet(&key).is_some() {
        return Bearer::Outlet;
    }
    let last = words.last().map_or("", String::as_str);
    let institution = |word: &str| lexicon().noun(word).is_some_and(|noun| noun.class == NounClass::Institution);
    if words.len() > 1 && (institution(last) || institution(&words[0]) || is_company_ending(last)) {
        return Bearer::Institution;
    }
    let outlet_noun =
        |word: &String| lexicon().noun(word).is_some_and(|noun| noun.class == NounClass::Outlet && !noun.plural);
    // `Ann Star`: a word for an outlet may be a surname.
    let surname = words.len() == 2
        && lexicon().is_given_name(&words[0])
        && lexicon().classes(last).has(Class::OutletWordOrSurname);
    if words.len() > 1 && !surname && words.iter().any(|word| lexicon().is_outlet_word(word) || outlet_noun(word)) {
        return Bearer::Outlet;
    }
    if lexicon().is_place(&key) || (words.len() == 1 && (institution(last) || text.tokens[bare.start].all_capitals)) {
        return Bearer::Institution;
    }
    if words.len() > 1 && lexicon().is_given_name(&words[0]) {
        return Bearer::Person;
    }
    // Followed by `of` or `for` a capitalised phrase names a body more often than a person.
    let of = text.word(bare.end) == "of"
        && text.tokens.get(bare.end + 1).is_some_and(|next| next.capital)
        && words.len() == 1
        && institution(last);
    if of { Bearer::Institution } else { Bearer::Unknown }
}

pub(in crate::sources) fn is_company_ending(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "inc"
            | "corp"
            | "ltd"
            | "llc"
            | "plc"
            | "co"
            | "gmbh"
            | "ag"
            | "sa"
            | "group"
            | "holdings"
            | "partnership"
            | "agreement"
            | "treaty"
            | "act"
            | "amendment"
            | "initiative"
            | "party"
            | "forces"
    )
}
