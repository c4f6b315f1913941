//! Names that end in a genitive: `McDonald’s`, `Barron’s`, `Lloyd’s of London`.
//!
//! In: the tokens of a document, clitics split off. Out: the same with name and clitic as one token, where nothing could be
//! owned by the name: a verb, `of` and a name, or nothing follows. One such place tells it for the whole document, unless
//! the name stands without its clitic anywhere, as that of a person does.

use std::collections::{HashMap, HashSet};

use super::Text;
use super::token::TokenKind;
use crate::lexicon::{Class, lexicon};

/// Joins names and the genitives that belong to them.
pub(super) fn join(text: &mut Text) {
    let names = names(text);
    if names.is_empty() {
        return;
    }
    let mut joined = vec![false; text.tokens.len()];
    for (at, joins) in joined.iter_mut().enumerate().skip(1) {
        *joins = is_genitive(text, at) && names.contains(text.word(at - 1));
    }
    let mut kept = 0;
    // What the blocks lose in front of and inside them.
    let mut before = Vec::with_capacity(joined.len() + 1);
    for (at, joins) in joined.iter().enumerate() {
        before.push(kept);
        if *joins {
            let (end, word) = (text.tokens[at].end, text.tokens[at].word.1);
            let name = &mut text.tokens[kept - 1];
            name.end = end;
            name.word.1 = word;
        } else {
            text.tokens[kept] = text.tokens[at];
            kept += 1;
        }
    }
    before.push(kept);
    text.tokens.truncate(kept);
    for block in &mut text.blocks {
        *block = before[block.start]..before[block.end];
    }
}

/// The words that are a name with their genitive alone.
fn names(text: &Text) -> HashSet<String> {
    // For each capitalised word in front of a genitive, whether the genitive can only be a part of it.
    let mut found: HashMap<&str, bool> = HashMap::new();
    for at in (1..text.tokens.len()).filter(|at| is_genitive(text, *at)) {
        let listed = || lexicon().outlet(&format!("{}'s", text.word(at - 1))).is_some();
        *found.entry(text.word(at - 1)).or_default() |= owns_nothing(text, at) || listed();
    }
    found.retain(|_, told| *told);
    if !found.is_empty() {
        for at in 0..text.tokens.len() {
            if text.tokens[at].kind == TokenKind::Word && !is_genitive(text, at + 1) {
                found.remove(text.word(at));
            }
        }
    }
    found.into_keys().map(str::to_owned).collect()
}

/// Whether the token is the genitive behind a capitalised word.
fn is_genitive(text: &Text, at: usize) -> bool {
    let clitic = text.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Clitic) && text.word(at) == "'s";
    clitic && at > 0 && text.tokens[at - 1].kind == TokenKind::Word && text.tokens[at - 1].capital
}

/// Whether what stands behind the genitive can be owned by nobody: a form of saying, an auxiliary, `of` and a name.
fn owns_nothing(text: &Text, at: usize) -> bool {
    // `Barron’s first reported`
    let next = at + 1 + usize::from(lexicon().is_in(text.word(at + 1), Class::GroupAdverb));
    let Some(token) = text.tokens.get(next).filter(|token| token.block == text.tokens[at].block) else { return false };
    let word = text.word(next);
    // `Lund’s calling him that`, `Lund’s reported sale`
    let complement = || {
        let behind = text.tokens.get(next + 1).is_none_or(|behind| behind.kind != TokenKind::Word);
        behind || lexicon().is_in(text.word(next + 1), Class::Article) || text.word(next + 1) == "that"
    };
    let finite = || !word.ends_with("ing") && (!word.ends_with("ed") || complement());
    let says =
        || lexicon().verb(word).is_some_and(|verb| verb.lemma != word) && lexicon().noun(word).is_none() && finite();
    let of_name = || word == "of" && text.tokens.get(next + 1).is_some_and(|name| name.capital);
    !token.capital && (says() || of_name() || lexicon().is_in(word, Class::Modal))
}
