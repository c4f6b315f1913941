//! Where a name begins and ends in running text, what of it is title, and what sort of bearer its words give away.

use super::Bearer;
use crate::attribution::Tokens;
use crate::lexicon::{Class, Ending, NounClass, Pattern, lexicon};
use crate::text::{Tag, Text, TokenKind};

/// Words of an office that the lexicon may know: `secretary of state`.
const LONGEST_OFFICE: usize = 4;

/// Words on one side of the `and` in the name of a body.
const LONGEST_SIDE: usize = 4;

/// Words of a nickname.
const LONGEST_NICKNAME: usize = 4;

/// `Mr.`, `Dame`: whether a word of courtesy is said of men (true) or of women (false). None for any other word.
pub(in crate::sources) fn courtesy(word: &str) -> Option<bool> {
    let male = lexicon().is_male_noun(word.trim_end_matches('.'));
    male.filter(|_| is_in(word, Class::Courtesy))
}

fn is_in(word: &str, class: Class) -> bool {
    lexicon().classes(word.trim_end_matches('.')).has(class)
}

/// The run of capitalised words that begins here: a name, with titles in front.
pub(super) fn name_from(text: &Text, start: usize, sentence: &Tokens) -> Option<Tokens> {
    if !begins_name(text, start, sentence) || text.is_party(start) {
        return None;
    }
    let mut end = start + 1;
    while end < sentence.end {
        // `Frost & Co. Arden`: a company ends with its ending.
        if is_unit(text, end - 1) && (end - 1 > start || text.word(start) != "st.") {
            break;
        }
        let Some(next) = goes_on(text, end, start, sentence.end) else { break };
        end = next;
    }
    // `Ann Roe MP`
    while end > start + 2 && is_in(text.word(end - 1), Class::PostNominal) {
        end -= 1;
    }
    // `Ann Roe, Jr.`
    if text.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Comma)
        && end + 1 < sentence.end
        && text.tokens[end + 1].capital
        && lexicon().classes(text.word(end + 1)).has(Class::NameEnding)
    {
        end += 2;
    }
    Some(start..end)
}

/// The end of what a name goes on with at a token.
fn goes_on(text: &Text, at: usize, start: usize, ceiling: usize) -> Option<usize> {
    let token = &text.tokens[at];
    let capital = |at: usize| at < ceiling && is_name_word(text, at);
    if capital(at) {
        return Some(at + 1);
    }
    // `Carpenters Without Borders`
    if text.word(at) == "without" && token.capital && capital(at + 1) {
        return Some(at + 2);
    }
    // `The Mail on Sunday`
    let listed = || format!("{} {} {}", text.word(at - 1), text.word(at), text.word(at + 1));
    if at + 1 < ceiling
        && text.tokens[at + 1].capital
        && text.tokens[at - 1].capital
        && lexicon().outlet(&listed()).is_some()
    {
        return Some(at + 2);
    }
    // `Jan van der Vey`
    let particles = (at..ceiling).take_while(|at| is_in(text.word(*at), Class::NameParticle)).count();
    if particles > 0 && capital(at + particles) || joins_name(text, at) && at + 1 < ceiling {
        return Some(at + particles.max(1));
    }
    if text.word(at) == "&" && capital(at + 1) {
        return Some(at + 1);
    }
    let role = |at: usize| lexicon().noun(text.word(at)).is_some_and(|noun| noun.class.is_person());
    // `U.S. Attorney's Office`
    let office =
        matches!(text.word(at), "'s" | "'") && capital(at + 1) && is_institution(text.word(at + 1)) && role(at - 1);
    if office {
        return Some(at + 2);
    }
    // `Orle Women's Shelter Network`, `St. Mary's Hospital`
    let whose = lexicon().noun(text.word(at - 1)).is_some_and(|noun| noun.class.is_person() && noun.plural)
        || is_in(text.word(at - 1), Class::Folk)
        || at > start + 1 && text.word(at - 2).trim_end_matches('.') == "st";
    if matches!(text.word(at), "'s" | "'") && whose && capital(at + 1) {
        let end = (at + 1..ceiling).find(|at| !capital(*at)).unwrap_or(ceiling);
        let body = lexicon().noun(text.word(end - 1)).map(|noun| noun.class);
        return matches!(body, Some(NounClass::Institution | NounClass::Outlet)).then_some(end);
    }
    // `Secretary of State Ida Lund`: an office and its field, when a name follows.
    if matches!(text.word(at), "of" | "for") && capital(at + 1) && role(at - 1) {
        let run_end = |from: usize| (from..ceiling).find(|at| !capital(*at)).unwrap_or(ceiling);
        let end = run_end(at + 1);
        if name_behind_office(text, start, at, end).is_some() {
            return Some(end);
        }
        // `Envoy for Maritime and Island Affairs Ann Roe`: a field of two parts.
        let second = end + 1;
        let joined = end < ceiling && text.word(end) == "and" && capital(second);
        let end = if joined { run_end(second) } else { return None };
        let given = (second + 1..end.saturating_sub(1)).any(|at| lexicon().is_given_name(text.word(at)));
        return given.then_some(end);
    }
    // `Jonas “Stumpy” Krell`, `Jonas (“Stumpy”) Krell`
    let opens = matches!(token.kind, TokenKind::DoubleQuote | TokenKind::SingleQuote | TokenKind::Open);
    let mark = |at: usize| {
        matches!(
            text.tokens[at].kind,
            TokenKind::DoubleQuote | TokenKind::SingleQuote | TokenKind::Open | TokenKind::Close
        )
    };
    if opens && token.space_before && capital(at - 1) {
        let inside = (at..ceiling.min(at + LONGEST_NICKNAME + 2)).find(|at| !mark(*at))?;
        let close = (inside..ceiling.min(inside + LONGEST_NICKNAME)).find(|at| mark(*at))?;
        let quoted = text.tokens[at].kind != TokenKind::Open || inside > at + 1;
        let end = (close..ceiling).find(|at| !mark(*at))?;
        let nickname = (inside..close).all(|at| text.tokens[at].capital && text.tokens[at].kind == TokenKind::Word);
        return (quoted && nickname && capital(end) && text.tokens[end].space_before).then_some(end);
    }
    None
}

/// The first token of the name behind an office with its field: `Secretary of State` `Ida Lund`.
fn name_behind_office(text: &Text, start: usize, preposition: usize, end: usize) -> Option<usize> {
    let field = preposition + 1;
    let known = (field + 1..end).rev().find(|at| (start..field).any(|from| is_person_noun(text, &(from..*at))));
    if known.is_some() {
        return known;
    }
    // `Minister for Island Affairs Ann Roe`: the field is one word or more, the name two.
    let given = (field + 1..end.saturating_sub(1)).find(|at| lexicon().is_given_name(text.word(*at)));
    // `Minister for Fisheries Aino Lund`, where `Minister for Home Affairs Lund` has a field of two words.
    let whole = end == field + 3 && !is_in(text.word(field + 1), Class::FieldEnd);
    let two = || ((whole || end >= field + 4) && !is_institution(text.word(end - 1))).then(|| end - 2);
    given.or_else(two).map(|name| from_initials(text, field, name))
}

/// `K. Ramesh Roe`: the initials in front of a name belong to it.
fn from_initials(text: &Text, floor: usize, name: usize) -> usize {
    let initial = |at: &usize| text.word(*at).ends_with('.') && text.word(*at).len() <= 4;
    name - (floor..name).rev().take_while(initial).count()
}

/// Whether a run of words is a noun for one person that the lexicon knows: `chief of staff`.
fn is_person_noun(text: &Text, tokens: &Tokens) -> bool {
    if tokens.is_empty() || tokens.len() > LONGEST_OFFICE {
        return false;
    }
    let words: Vec<&str> = tokens.clone().map(|at| text.word(at)).collect();
    // `Public Advocate Ann Roe`; `Community Development` has no title.
    let title = |class: NounClass| {
        class.is_person() && (class != NounClass::Crowd || lexicon().is_given_name(text.word(tokens.end)))
    };
    lexicon().noun(&words.join(" ")).is_some_and(|noun| title(noun.class) && !noun.plural)
}

fn is_institution(word: &str) -> bool {
    lexicon().noun(word).is_some_and(|noun| noun.class == NounClass::Institution)
}

/// Whether a token has a capital, perhaps behind a particle: `Roe`, `al-Assad`.
pub(in crate::sources) fn has_capital(text: &Text, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|token| token.capital)
        || text.form(at).split_once(['-', '\'', '’']).is_some_and(|(particle, name)| {
            is_in(particle, Class::NameParticle) && name.starts_with(char::is_uppercase)
        })
}

/// Whether a token is a word of a name by its capital: `Roe`, `al-Assad`.
fn is_name_word(text: &Text, at: usize) -> bool {
    if text.tokens.get(at).is_none_or(|token| token.kind != TokenKind::Word) {
        return false;
    }
    let capital = has_capital(text, at);
    // `the Kenyan-born Roe`, `the Orle-based Courier`: a description made of a name.
    let described =
        text.word(at).rsplit_once('-').is_some_and(|(_, participle)| is_in(participle, Class::HyphenParticiple));
    // `the Sunday Times`
    let titled = is_date(text.word(at))
        && text.tokens.get(at + 1).is_some_and(|next| next.capital)
        && lexicon().is_outlet_word(text.word(at + 1));
    capital && !described && (titled || !lexicon().classes(text.word(at)).has(Class::BeginsNoName))
}

/// `Calif.`, whose full stop may end the sentence.
pub(in crate::sources) fn is_state(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    let stop = word.ends_with('.')
        || text.word(at + 1) == "." && text.tokens.get(at + 1).is_some_and(|next| !next.space_before);
    stop && is_in(word, Class::State)
}

/// `Co.`, `p.m.`: a short form whose full stop may look like one inside a name.
fn is_unit(text: &Text, at: usize) -> bool {
    text.word(at).ends_with('.') && is_in(text.word(at), Class::Unit)
}

/// `Significantly`: a word that opens a sentence and is nobody's name.
pub(in crate::sources) fn is_adverb(word: &str) -> bool {
    word.len() > 6 && word.ends_with("ly")
}

/// `Stated`, `Continued`: what may stand in front of who speaks.
pub(in crate::sources) fn is_past_speech(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    let speech = || lexicon().verb(word).is_some_and(|verb| verb.takes(Pattern::Clause));
    word.ends_with("ed") && (text.is_in(at, Class::GoingOn) || speech())
}

/// `Retailer` of `Retailer Orle Stores said`: what a body is, in front of its name.
pub(in crate::sources) fn is_body_title(text: &Text, at: usize) -> bool {
    is_in(text.word(at), Class::BodyTitle) && text.tokens.get(at + 1).is_some_and(|next| next.capital)
}

fn begins_name(text: &Text, at: usize, sentence: &Tokens) -> bool {
    let token = &text.tokens[at];
    // `Reuters reported`, `A Bola says`: a listed outlet, whatever its words are elsewhere.
    if token.capital && begins_listed_outlet(text, at, sentence) {
        return true;
    }
    if !is_name_word(text, at) || is_unit(text, at) && text.word(at) != "st." {
        return false;
    }
    // `Lowby, Ill.`
    if at > sentence.start && text.tokens[at - 1].kind == TokenKind::Comma && is_state(text, at) {
        return false;
    }
    // `H/T Goal`
    if at > sentence.start + 1 && text.word(at) == "t" && text.word(at - 1) == "/" && text.word(at - 2) == "h" {
        return false;
    }
    // `Stated Roe: “…”`
    if at == sentence.start && is_past_speech(text, at) {
        return false;
    }
    // At the start of a sentence a capital says nothing unless the tagger or the next word speaks for a name.
    let opens =
        at == sentence.start || matches!(text.tokens[at - 1].kind, TokenKind::DoubleQuote | TokenKind::SingleQuote);
    // `Retailer Orle Stores`: what the body is.
    if opens && is_body_title(text, at) {
        return false;
    }
    // `Secretary of State Ida Lund`
    let office = || {
        matches!(text.word(at + 1), "of" | "for")
            && lexicon().noun(text.word(at)).is_some_and(|noun| noun.class.is_person())
            && goes_on(text, at + 1, at, sentence.end).is_some()
    };
    // `Nortex, a ferry company,`
    let described = text.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Comma)
        && (text.is_in(at + 2, Class::Article) || text.word(at + 2) == "who")
        && !text.is_in(at, Class::SentenceOpener)
        && text.tags.get(at) != Some(&Tag::Adverb)
        && !is_adverb(text.word(at));
    // `Tides and Harbour Protection says`
    let joined = || at + 1 < sentence.end && text.word(at + 1) == "and" && joins_name(text, at + 1);
    !opens
        || described
        || joined()
        || office()
        || token.all_capitals
        || matches!(text.tags.get(at), Some(Tag::ProperNoun))
        || (text.tags.get(at).is_some_and(|tag| {
            matches!(tag, Tag::Noun | Tag::Adjective | Tag::Pronoun | Tag::Other | Tag::Interjection)
        }) && text
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.capital && next.kind == TokenKind::Word && at + 1 < sentence.end))
}

fn begins_listed_outlet(text: &Text, at: usize, sentence: &Tokens) -> bool {
    let capital = |at: usize| at < sentence.end && text.tokens[at].capital;
    let of_article = || {
        text.is_in(at, Class::Article)
            && capital(at + 1)
            && !capital(at + 2)
            && text.word(at) != "the"
            && lexicon().outlet(&format!("{} {}", text.word(at), text.word(at + 1))).is_some()
    };
    let alone = || at == sentence.start && !capital(at + 1) && lexicon().outlet(text.word(at)).is_some();
    alone() || of_article()
}

/// A day or a month, which has a capital and names nobody.
pub(in crate::sources) fn is_date(word: &str) -> bool {
    let classes = lexicon().classes(word);
    word != "may" && (classes.has(Class::Month) || classes.has(Class::Weekday))
}

/// Splits a run into the titles in front and the bare name.
pub(in crate::sources) fn without_titles(text: &Text, run: &Tokens) -> (Tokens, Tokens) {
    let mut start = run.start;
    // The last word of a title, wherever it stands, with what stands in front of it: `Former House Speaker`.
    // `Justice Department` is a body's, `Coach Tom Church` a person's.
    let joint = run.clone().skip(1).find(|at| matches!(text.word(*at), "of" | "for") && joins_name(text, *at));
    // `Office of the Inspector General`, `Republican Party of Norland`, but `Department of Health Secretary Ann Roe`
    let of_something = joint.is_some_and(|of| {
        let behind = of + 1 + usize::from(text.word(of + 1) == "the")..run.end;
        is_person_noun(text, &behind) || !behind.clone().any(|at| is_person_noun(text, &(at..at + 1)))
    });
    let body = of_something || is_institution(text.word(run.end - 1));
    for at in run.start..run.end.saturating_sub(1) {
        let given = |length: usize| lexicon().is_given_name(text.word(at + length));
        let office = (1..=LONGEST_OFFICE).rev().find(|length| {
            at + length < run.end
                && (!body || given(*length))
                && !is_called_so(text, at, run)
                && (is_person_noun(text, &(at..at + length)) || *length == 1 && is_title(text, at, run))
        });
        if let Some(length) = office {
            start = start.max(at + length);
        }
    }
    // `Senators Roe and Vey`, `Norlanders Ann Roe and Jo Lee`: what several people are stands in front of the first.
    if start + 1 < run.end && names_people(text, start, run) {
        start += 1;
    }
    // `Orle County Recorder Ann Roe`: a long run ends in the person, from the given name on.
    if run.end - start > 3
        && text.word(start).len() > 2
        && !lexicon().is_given_name(text.word(start))
        && !is_body_word(text.word(run.end - 1))
    {
        let given = (run.end - 3..run.end - 1).find(|at| lexicon().is_given_name(text.word(*at)));
        let plain = (start..run.end).all(|at| is_name_word(text, at));
        start = given.filter(|_| plain).map_or(start, |given| from_initials(text, start, given));
    }
    // `Former Roe`: what goes with an office says nothing by itself; `the Vice President's Office` is a body's.
    let owned = body && run.clone().any(|at| matches!(text.word(at), "'s" | "'"));
    while !owned && start + 1 < run.end && is_in(text.word(start), Class::OfficePart) {
        start += 1;
    }
    let office = (run.start..run.end).rev().find(|at| {
        matches!(text.word(*at), "of" | "for") && *at > run.start && {
            let before = *at - 1;
            lexicon().noun(text.word(before)).is_some_and(|noun| noun.class.is_person())
        }
    });
    if let Some(name) = office.and_then(|preposition| name_behind_office(text, run.start, preposition, run.end)) {
        start = start.max(name);
    }
    start = start.max(run.start + usize::from(begins_with_field(text, run)));
    (run.start..start, start..run.end)
}

/// `Leader of the | Opposition V.D. Menon`, `Minister of the | Interior Roe`: the field of an office, a plain word, in front of
/// whoever holds it.
fn begins_with_field(text: &Text, run: &Tokens) -> bool {
    let Some(role) = run.start.checked_sub(3) else { return false };
    let office = text.tokens[role].capital
        && text.word(role + 1) == "of"
        && text.word(role + 2) == "the"
        && lexicon().noun(text.word(role)).is_some_and(|noun| noun.class.is_person());
    let plain = |at: usize| lexicon().noun(text.word(at)).is_some() || is_in(text.word(at), Class::FieldEnd);
    office && matches!(run.len(), 2 | 3) && plain(run.start) && (run.start + 1..run.end).all(|at| !plain(at))
}

/// `Hunter Roe`, `Dean Roe`: a given name that is a noun for somebody too, in front of a surname alone. Rank comes first:
/// `Judge Roe`.
fn is_called_so(text: &Text, at: usize, run: &Tokens) -> bool {
    let word = text.word(at);
    let rank = lexicon().noun(word).is_some_and(|noun| noun.class == NounClass::Official);
    at == run.start && run.len() == 2 && lexicon().is_given_name(word) && !rank
}

/// Whether the word that a run begins with says what several people are, the first of whom is named behind it.
fn names_people(text: &Text, first: usize, run: &Tokens) -> bool {
    let word = text.word(first);
    let people = lexicon().noun(word).is_some_and(|noun| noun.plural && noun.class.is_person())
        || lexicon().ends_in(word, Ending::People);
    let given = run.end - first > 2 && lexicon().is_given_name(text.word(first + 1));
    let several = text.word(run.end) == "and" && text.tokens.get(run.end + 1).is_some_and(|next| next.capital);
    people && (given || several) && !is_body_word(text.word(run.end - 1))
}

fn is_body_word(word: &str) -> bool {
    is_institution(word) || is_company_ending(word) || lexicon().is_outlet_word(word)
}

/// Whether a word inside a run is a title and no part of the name.
fn is_title(text: &Text, at: usize, run: &Tokens) -> bool {
    let word = text.word(at);
    // `Mayor-elect Jo Fenn`
    if word.ends_with("-elect") {
        return true;
    }
    let role = |word: &str| lexicon().noun(word).is_some_and(|noun| noun.class.is_person());
    // `Browns DL Sheldon Roe`: a position, in two or three capitals in front of a given name.
    let position = text.tokens[at].all_capitals
        && word.len() < 4
        && run.end - at > 2
        && lexicon().is_given_name(text.word(at + 1))
        && !is_institution(text.word(run.end - 1));
    // `Hurdler Nadia Roe`: a word with a capital by its place alone, and a given name behind it.
    let opens = text.sentences.get(text.sentence_of(at)).is_some_and(|sentence| sentence.start == at);
    let trade = opens
        && run.end - at > 2
        && lexicon().is_given_name(text.word(at + 1))
        && !lexicon().is_given_name(word)
        && lexicon().ends_in(word, Ending::Person);
    // `Singer-guitarists Tom Roe`
    let lower = || text.form(at).rsplit_once('-').is_some_and(|(_, last)| last.starts_with(char::is_lowercase));
    let compound = word.rsplit_once('-').is_some_and(|(first, last)| {
        // `Chef-patron Wren Roe`
        role(last) || run.end - at > 2 && first.len() > 2 && last.len() > 3 && lower()
    });
    is_in(word, Class::Courtesy) && word != "lord" && word != "lady"
        || is_in(word, Class::Rank)
        || position
        || compound
        || trade
}

/// `Ministry of Health`, `Institute for Inland Waters`, `Department of Harbours and Public Baths`, `Office of the Mayor`: a
/// small word inside the name of a body.
pub(in crate::sources) fn joins_name(text: &Text, at: usize) -> bool {
    let capital = |at: usize| text.tokens.get(at).is_some_and(|t| t.capital && t.kind == TokenKind::Word);
    if at == 0 {
        return false;
    }
    let word = text.word(at);
    let article = word == "the";
    if article && matches!(text.word(at - 1), "of" | "for") {
        return joins_name(text, at - 1);
    }
    let next = at + 1 + usize::from(matches!(word, "of" | "for") && text.word(at + 1) == "the");
    if !capital(at - 1) || !capital(next) {
        return false;
    }
    match word {
        "of" | "for" => {
            let titled = word == "of" && is_in(text.word(at - 1), Class::PaperTitle);
            // `Attorney's Office for the Southern District of Florida`
            let part = word == "of" && is_in(text.word(at - 1), Class::LandPart);
            titled || part || is_institution(text.word(at - 1))
        }
        // `Committee to Protect Journalists`
        "to" => is_institution(text.word(at - 1)) && capital(at + 2) && !text.tokens[at].capital,
        // `the Post and Courier`
        "and" if lexicon().is_outlet_word(text.word(at - 1)) && lexicon().is_outlet_word(text.word(at + 1)) => true,
        "on" => lexicon().outlet(&format!("{} on {}", text.word(at - 1), text.word(at + 1))).is_some(),
        "and" if is_one_body(text, at) => true,
        "and" => {
            let preposition = (at.saturating_sub(5)..at).rev().find(|before| !capital(*before));
            preposition.is_some_and(|before| text.word(before) != "and" && joins_name(text, before))
                && !lexicon().is_given_name(text.word(at + 1))
        }
        _ => false,
    }
}

/// `Tides and Harbour Protection says`, `Tides and Harbour Protection (THP)`: a verb in the singular or the initials behind
/// tell that the names on both sides are one body's.
fn is_one_body(text: &Text, and: usize) -> bool {
    let capital = |at: usize| text.tokens.get(at).is_some_and(|t| t.capital && t.kind == TokenKind::Word);
    let reach = (and.saturating_sub(LONGEST_SIDE)..and).rev();
    let start = reach.take_while(|at| capital(*at)).last().unwrap_or(and);
    let end = (and + 1..and + 1 + LONGEST_SIDE).find(|at| !capital(*at)).unwrap_or(and + 1 + LONGEST_SIDE);
    // `the Orle Parks and Wildlife Department`: of two bodies the second would have an article as well.
    let last = text.word(and - 1);
    let known = is_institution(last) || lexicon().is_given_name(last) || text.tokens[and - 1].all_capitals;
    let plain = and > start + 1
        || is_in(last, Class::FieldEnd)
        || lexicon().noun(last).is_some()
        || lexicon().verb(last).is_some();
    let field = start < and && !known && plain;
    let article = start > 0 && text.word(start - 1) == "the" || text.word(start) == "the";
    if article
        && field
        && end > and + 2
        && is_institution(text.word(end - 1))
        && !text.is_in(end - 1, Class::PaperTitle)
    {
        return true;
    }
    let named = (start..end).any(|at| lexicon().is_given_name(text.word(at)) || lexicon().is_place(text.word(at)));
    if start == and || named || text.word(start) == "both" {
        return false;
    }
    // `THP`, where `U.S.` stands in front.
    let initials: String = (start..end).filter(|at| *at != and).filter_map(|at| text.word(at).chars().next()).collect();
    let acronym = text.word(end + 1);
    let short = text.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Open)
        && acronym.len() > 1
        && initials.ends_with(acronym);
    let front = start.checked_sub(1 + usize::from(start > 0 && text.is_in(start - 1, Class::Article)));
    let depends = front.is_some_and(|at| matches!(text.tags[at], Tag::Adposition | Tag::CoordinatingConjunction));
    let verb = text.word(end);
    let singular =
        text.tags.get(end).is_some_and(|tag| tag.is_finite()) && verb.ends_with('s') && !matches!(verb, "was" | "is");
    let sides = and - start + end - and - 1;
    short || singular && !depends && sides > 2
}

pub(super) fn is_particle(word: &str) -> bool {
    is_in(word, Class::NameParticle)
}

pub(super) fn bearer(text: &Text, bare: &Tokens, words: &[String]) -> Bearer {
    let key = words.join(" ");
    if lexicon().outlet(&key).is_some() {
        return Bearer::Outlet;
    }
    let last = words.last().map_or("", String::as_str);
    let body_ending = is_company_ending(last);
    // `NHS Lothian`, `RSPB Scotland`, `UK Sport`: initials in front are a body's.
    let initials = text.tokens[bare.start].all_capitals
        && (text.word(bare.start).len() > 2 || lexicon().is_place(text.word(bare.start)))
        && text.word(bare.start).chars().all(char::is_alphabetic)
        && !text.tokens[bare.end - 1].all_capitals;
    if words.len() > 1 && initials {
        return Bearer::Institution;
    }
    // `Theo Banks`: what stands around the name decides.
    let surname = words.len() == 2
        && lexicon().noun(last).is_some_and(|noun| noun.class == NounClass::Institution && noun.plural);
    if surname {
        return Bearer::Unknown;
    }
    if is_institution(&key) || words.len() > 1 && (is_institution(last) || is_institution(&words[0]) || body_ending) {
        return Bearer::Institution;
    }
    // `Los Amigos del Puerto`, `Carpenters Without Borders`
    let without = words.iter().any(|word| word == "without");
    if without || words.len() > 1 && is_in(&words[0], Class::ForeignArticle) {
        return Bearer::Institution;
    }
    // `U.S. Department of Tides`
    let field = |pair: &[String]| is_institution(&pair[0]) && matches!(pair[1].as_str(), "of" | "for");
    if words.windows(2).any(field) {
        return Bearer::Institution;
    }
    if words.iter().any(|word| word == "and") {
        return Bearer::Institution;
    }
    // A `Rescue Network` is one of people, a `Harbour Program` of deeds.
    let titled = words.iter().any(|word| lexicon().is_outlet_word(word));
    if words.len() > 1 && !titled && matches!(last, "network" | "program") {
        return Bearer::Institution;
    }
    let outlet_noun =
        |word: &String| lexicon().noun(word).is_some_and(|noun| noun.class == NounClass::Outlet && !noun.plural);
    // `Ann Star`: a word for an outlet may be a surname.
    let surname =
        words.len() == 2 && lexicon().is_given_name(&words[0]) && lexicon().is_in(last, Class::OutletWordOrSurname);
    if words.len() > 1 && !surname && (titled || words.iter().any(outlet_noun)) {
        return Bearer::Outlet;
    }
    // `Green Valley`
    let place = words.len() > 1 && is_in(last, Class::PlaceWord) && !lexicon().is_given_name(&words[0]);
    if place || lexicon().is_place(&key) || words.len() == 1 && text.tokens[bare.start].all_capitals {
        return Bearer::Institution;
    }
    if words.len() > 1 && lexicon().is_given_name(&words[0]) {
        return Bearer::Person;
    }
    Bearer::Unknown
}

/// `Inc.`, `Partnership`: whether the last word of a name makes its bearer a company or another body.
pub(in crate::sources) fn is_company_ending(word: &str) -> bool {
    is_in(word, Class::CompanyEnding) || is_in(word, Class::BodyEnding)
}
