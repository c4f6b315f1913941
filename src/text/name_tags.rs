//! Names, nouns for people, nouns behind a number and bare genitives that the part-of-speech tagger mistakes for something
//! else.
//!
//! It learns from endings and neighbours, and a name it never met has the endings of anything: `Reed` looks like a
//! participle, `CEO` like a verb. Capitals are better evidence in three places, and only there.

use std::ops::Range;

use super::{Tag, Text, TokenKind};
use crate::document::Region;
use crate::lexicon::{Class, NounClass, lexicon};

/// Corrects the tags of a text in place.
pub(super) fn correct(text: &mut Text) {
    for sentence in 0..text.sentences.len() {
        let sentence = text.sentences[sentence].clone();
        let shouted = is_shouted(text, &sentence);
        for at in sentence.clone() {
            if (!shouted && is_acronym(text, at)) || is_opening_name(text, at, &sentence) {
                text.tags[at] = Tag::ProperNoun;
            } else if is_open_word(text, at)
                || is_opening_plural(text, at, &sentence)
                || at > sentence.start && (is_counted(text, at) || is_somebody(text, at, &sentence))
            {
                text.tags[at] = Tag::Noun;
            } else if at > sentence.start && is_bare_genitive(text, at) {
                text.tags[at] = Tag::Particle;
            } else if at > sentence.start && (is_past_with_object(text, at) || is_plan_of_somebody(text, at, &sentence))
            {
                text.tags[at] = Tag::FiniteVerb;
            } else if at > sentence.start && is_name_in_ing(text, at) {
                text.tags[at] = Tag::ProperNoun;
                text.tags[at - 1] = Tag::Adposition;
            } else if at > sentence.start
                && text.word(at) == "may"
                && text.tokens[at].capital
                && text.word(at - 1) == "'s"
            {
                // `the board's May meeting`
                text.tags[at] = Tag::ProperNoun;
            } else if text.word(at) == "et" && text.word(at + 1) == "al." {
                text.tags[at] = Tag::Other;
            }
        }
    }
}

/// `league sources`: a noun that the tagger takes for a word of a closed class.
fn is_open_word(text: &Text, at: usize) -> bool {
    matches!(text.tags[at], Tag::Adposition | Tag::SubordinatingConjunction) && lexicon().noun(text.word(at)).is_some()
}

/// `the growers' union`: an apostrophe behind a plural, where it closes no quotation.
fn is_bare_genitive(text: &Text, at: usize) -> bool {
    let behind_plural = text.tokens[at].kind == TokenKind::SingleQuote
        && !text.tokens[at].space_before
        && text.tokens[at - 1].kind == TokenKind::Word
        && text.word(at - 1).ends_with('s');
    let before_word = || text.tokens.get(at + 1).is_some_and(|next| next.space_before && next.kind == TokenKind::Word);
    // Asked of every token, so the quotations are looked at last.
    if !behind_plural || !before_word() {
        return false;
    }
    let opened = text.quotations.partition_point(|quotation| quotation.tokens.start < at);
    !text.quotations[opened.saturating_sub(LOOK_BACK)..opened].iter().any(|q| q.tokens.contains(&at))
}

/// `Norland intensified its raids`: no adjective stands in front of a determiner.
fn is_past_with_object(text: &Text, at: usize) -> bool {
    text.tags[at] == Tag::Adjective
        && text.word(at).ends_with("ed")
        && matches!(text.tags[at - 1], Tag::Noun | Tag::ProperNoun)
        && (text.tags.get(at + 1) == Some(&Tag::Determiner) || text.is_in(at + 1, Class::Possessive))
}

/// `Orsa plans to close`: behind a name without an article, and in front of an infinitive, whoever is named does it.
fn is_plan_of_somebody(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    let intends = text.tags[at] == Tag::Noun && text.is_in(at, Class::Intending) && text.word(at + 1) == "to";
    if !intends || !text.tokens[at - 1].capital || text.tags[at - 1] != Tag::ProperNoun {
        return false;
    }
    let name = (sentence.start..at).rev().take_while(|before| text.tokens[*before].capital).last().unwrap_or(at);
    let before = name.checked_sub(1).filter(|before| *before >= sentence.start);
    before.is_none_or(|before| text.tags[before] != Tag::Determiner) && !text.is_in(name, Class::Article)
}

/// `the mayor of Beijing`, `the head of Boeing`: in running text a capital is no gerund's.
fn is_name_in_ing(text: &Text, at: usize) -> bool {
    let heading =
        || text.block_at(at).is_some_and(|block| matches!(block.region, Region::Headline | Region::Subheading));
    text.tokens[at].capital
        && text.word(at).ends_with("ing")
        && !text.tokens[at - 1].capital
        && matches!(text.tags[at - 1], Tag::Adposition | Tag::SubordinatingConjunction)
        && text.is_in(at - 1, Class::ObjectPreposition)
        && !heading()
}

/// Quotations to look back over for one that is still open.
const LOOK_BACK: usize = 8;

/// Whether a sentence is written in capitals throughout, so that they say nothing.
fn is_shouted(text: &Text, sentence: &Range<usize>) -> bool {
    let words = || sentence.clone().filter(|at| text.tokens[*at].kind == TokenKind::Word);
    let capitals = words().filter(|at| text.tokens[*at].all_capitals).count();
    capitals > 2 && capitals * 2 > words().count()
}

fn is_acronym(text: &Text, at: usize) -> bool {
    text.tokens[at].all_capitals && text.tokens[at].kind == TokenKind::Word
}

/// `Two officials`, `Three aides`: behind a number an ending in s is a plural.
fn is_counted(text: &Text, at: usize) -> bool {
    text.is_in(at - 1, Class::NumberWord)
        && text.word(at).ends_with('s')
        && text.tags[at].is_verb()
        && !text.tokens[at].capital
}

/// `a local official told`, `that aides hid`, `the fire brigade`: a noun for people or a body that the tagger takes for the adjective or verb of the same
/// form, where no noun follows that it could describe, or a verb follows that it could be the subject of.
fn is_somebody(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    let tag = text.tags[at];
    if text.tokens[at].capital || !(tag == Tag::Adjective || tag.is_verb()) {
        return false;
    }
    let next = if at + 1 < sentence.end { text.tags[at + 1] } else { Tag::Punctuation };
    let ends = match tag {
        Tag::Adjective => {
            let describes = matches!(
                next,
                Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::Numeral | Tag::CoordinatingConjunction
            );
            // `the fire brigade,` ends where `the weary, grey-haired nurse` goes on.
            let compound = text.tags[at - 1] == Tag::Noun;
            let described = matches!(text.tags[at - 1], Tag::Determiner | Tag::Adjective | Tag::Numeral)
                || text.is_in(at - 1, Class::Possessive);
            let goes_on = text.word(at + 1) == "-" || text.word(at + 1) == "," && !compound;
            (described || compound) && !describes && !goes_on
        }
        _ => {
            // `league sources told`: the tagger, for whom the noun is a verb, takes the verb for a participle.
            let told = next == Tag::PastParticiple && text.is_in(at + 1, Class::PastForm);
            (next.is_finite() || told) && !text.tags[at - 1].is_finite()
        }
    };
    ends && lexicon()
        .noun(text.word(at))
        .is_some_and(|noun| noun.class.is_person() || tag == Tag::Adjective && noun.class == NounClass::Institution)
}

/// A capitalised word that opens a sentence, is no common opener, and has a finite verb right behind it, or an aside that
/// only who speaks can have: `Aftenpost, citing two clerks, said`.
fn is_opening_name(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    let token = &text.tokens[at];
    at == sentence.start
        && token.kind == TokenKind::Word
        && token.capital
        && !matches!(text.tags[at], Tag::Noun | Tag::ProperNoun)
        && !text.is_in(at, Class::SentenceOpener)
        && !text.is_in(at, Class::NumberWord)
        && at + 1 < sentence.end
        && (is_finite_behind(text, at) || has_aside(text, at))
}

/// `Democrats on the panel`: no statement begins with a verb in s but one that is turned round, `Says Roe:`.
fn is_opening_plural(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    at == sentence.start
        && text.tokens[at].capital
        && text.word(at).ends_with('s')
        && !text.is_in(at, Class::SentenceOpener)
        && lexicon().verb(text.word(at)).is_none()
        && text.tags[at].is_verb()
        && text.tags.get(at + 1) == Some(&Tag::Adposition)
}

/// `, citing two clerks`, `, which first told of it`
fn has_aside(text: &Text, at: usize) -> bool {
    text.tokens[at + 1].kind == TokenKind::Comma
        && (text.is_in(at + 2, Class::Citing) || text.is_in(at + 2, Class::RelativePronoun))
}

/// Whether a finite verb follows, perhaps behind `also`, `later`, `herself` or `on Saturday`.
fn is_finite_behind(text: &Text, at: usize) -> bool {
    let time = text.tags.get(at + 1) == Some(&Tag::Adposition) && text.is_in(at + 2, Class::Time);
    let between = text.is_in(at + 1, Class::MidAdverb) || text.is_in(at + 1, Class::ReflexivePronoun);
    let next = at + 1 + if time { 2 } else { usize::from(between) };
    text.tags.get(next).is_some_and(|tag| tag.is_finite())
}
