//! What sort of bearer a name has: evidence read from its words and from the words around each mention.
//!
//! In: a mention of a name with the title in front of it. Out: [`Evidence`], which the name gathers over the whole text.

mod evidence;

pub(super) use evidence::{Evidence, Gathered, Kind};

use crate::attribution::Tokens;
use crate::folding::folded;
use crate::lexicon::{Class, Ending, NounClass, Pattern, lexicon};
use crate::text::{Tag, Text, TokenKind};

/// Tokens of an apposition or predicate in which its noun is looked for.
const APPOSITION: usize = 10;

/// Tokens behind a name in which a pronoun is looked for.
const PRONOUN_REACH: usize = 30;

/// What the words of a name say. `words` are its words in lower case.
pub(super) fn of_words(text: &Text, bare: &Tokens, words: &[String]) -> Evidence {
    let mut found = Evidence::default();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return found };
    let class = |word: &str| lexicon().noun(word).map(|noun| noun.class);
    let is_body = |word: &str| class(word) == Some(NounClass::Institution);
    let several = words.len() > 1;
    found.note(Kind::OneWord, words.len() == 1);
    found.note(Kind::TwoWords, words.len() == 2);
    found.note(Kind::ThreeWords, words.len() == 3);
    found.note(Kind::MoreWords, words.len() > 3);
    found.note(Kind::GivenNameFirst, several && lexicon().is_given_name(first));
    found.note(Kind::IsGivenName, !several && lexicon().is_given_name(first));
    found.note(Kind::Initial, words.iter().any(|word| word.len() == 2 && word.ends_with('.')));
    found.note(Kind::Particle, words.iter().any(|word| lexicon().classes(word).has(Class::NameParticle)));
    let acronym = !several && bare.len() == 1 && text.tokens[bare.start].all_capitals && first.len() < 7;
    found.note(Kind::Acronym, acronym);
    found.note(Kind::Capitals, several && bare.clone().all(|at| text.tokens[at].all_capitals));
    found.note(Kind::Digit, words.iter().any(|word| word.contains(|c: char| c.is_ascii_digit())));
    found.note(Kind::Ampersand, words.iter().any(|word| word == "&"));
    found.note(Kind::OfInside, words.iter().any(|word| word == "of" || word == "for"));
    // `Theo Banks`
    let surname =
        words.len() == 2 && lexicon().is_given_name(first) && lexicon().noun(last).is_some_and(|noun| noun.plural);
    found.note(Kind::BodyWordLast, several && is_body(last) && !surname);
    found.note(Kind::BodyWordFirst, several && is_body(first));
    found.note(Kind::CompanyEnding, several && lexicon().classes(last.trim_end_matches('.')).has(Class::CompanyEnding));
    found.note(Kind::OutletWord, several && words.iter().any(|word| lexicon().is_outlet_word(word)));
    found.note(Kind::ListedPlace, lexicon().is_place(&words.join(" ")));
    let place_word = |word: &String| lexicon().classes(word).has(Class::PlaceWord);
    found.note(Kind::PlaceWordLast, several && place_word(last));
    found.note(Kind::PlaceWordInside, several && words[..words.len() - 1].iter().any(place_word));
    found.note(Kind::PlaceEnding, !several && lexicon().ends_in(last, Ending::Place));
    found.note(Kind::PeopleEnding, ends_as_people(last));
    found.note(Kind::PaperWordLast, several && class(last) == Some(NounClass::Document));
    found.note(Kind::RoleWordLast, several && class(last).is_some_and(NounClass::is_person));
    let plural = last.ends_with('s') && !last.ends_with("ss") && last.len() > 5;
    found.note(Kind::PluralEnding, !several && plural && !lexicon().is_given_name(last));
    found.note(Kind::Brand, bare.len() == 1 && is_brand(text.form(bare.start)));
    found
}

/// What the words around one mention of a name say.
pub(super) fn around(text: &Text, title: &Tokens, bare: &Tokens, sentence: &Tokens) -> Evidence {
    let mut found = Evidence::default();
    let tag = |at: usize| text.tags.get(at).copied().unwrap_or_default();
    let class = |at: usize| lexicon().noun(text.word(at)).map(|noun| noun.class);
    let is_person = |at: usize| class(at).is_some_and(NounClass::is_person);
    let says = |at: usize| lexicon().verb(text.word(at)).is_some_and(|verb| verb.takes(Pattern::Clause));
    let within = |at: usize| at < sentence.end;
    found.note(Kind::Title, title.clone().any(is_person));
    found.note(Kind::Courtesy, title.clone().any(|at| lexicon().classes(text.word(at)).has(Class::Courtesy)));
    found.note(Kind::Opens, title.start == sentence.start);
    if let Some(before) = title.start.checked_sub(1).filter(|at| *at >= sentence.start) {
        let word = text.word(before);
        found.note(Kind::BehindThe, word == "the");
        found.note(Kind::BehindA, matches!(word, "a" | "an"));
        let preposition = if tag(before) == Tag::Adposition { word } else { "" };
        let held = matches!(word, "of" | "in") && before > 0 && text.is_in(before - 1, Class::Holding);
        found.note(Kind::BehindIn, text.is_in(before, Class::PlacePreposition) && !preposition.is_empty() && !held);
        found.note(Kind::BehindFrom, matches!(word, "from" | "to"));
        found.note(Kind::BehindOf, word == "of");
        found.note(Kind::BehindOn, preposition == "on");
        found.note(Kind::BehindBy, preposition == "by");
        found.note(Kind::BehindFor, preposition == "for");
        found.note(Kind::BehindWith, preposition == "with");
        found.note(Kind::BehindAgainst, preposition == "against");
        found.note(Kind::AndInFront, word == "and");
        let noun = !text.tokens[before].capital && matches!(tag(before), Tag::Noun | Tag::ProperNoun);
        // `the group Roe founded`: a clause about the group, which has a determiner.
        let determined = || {
            let modifier = |at: &usize| matches!(tag(*at), Tag::Noun | Tag::ProperNoun | Tag::Adjective);
            let modifiers = (sentence.start..before).rev().take(APPOSITION).take_while(modifier).count();
            let determiner = (before - modifiers).checked_sub(1).filter(|at| *at >= sentence.start).map(tag);
            matches!(determiner, Some(Tag::Determiner | Tag::Numeral | Tag::Pronoun))
        };
        let says_behind = within(bare.end) && says(bare.end);
        let firm = noun && text.is_in(before, Class::FirmNoun) && (says_behind || !determined());
        // `the chief executive of Orsa`, `CEO of Orsa`
        let led = || {
            let office = before.saturating_sub(2);
            word == "of" && (leads_firm(text, office, sentence) || leads_firm(text, before - 1, sentence))
        };
        found.note(Kind::SharesOf, held || firm || before > sentence.start && led());
        found.note(Kind::RoleInFront, noun && is_person(before));
        found.note(Kind::BodyInFront, noun && class(before) == Some(NounClass::Institution));
        found.note(Kind::PaperInFront, noun && class(before) == Some(NounClass::Document));
        found.note(Kind::OutletInFront, noun && class(before) == Some(NounClass::Outlet));
        found.note(Kind::NounInFront, noun && class(before).is_none());
        found.note(Kind::SaidInFront, says(before));
        found.note(Kind::HumanVerb, text.is_in(before, Class::HumanVerb));
        found.note(Kind::VerbInFront, tag(before).is_verb() && !says(before));
        let comma = text.tokens[before].kind == TokenKind::Comma;
        found.note(
            Kind::RoleAndComma,
            comma
                && before > sentence.start
                && is_person(before - 1)
                && !text.tokens[before - 1].capital
                && !matches!(text.word(bare.end), "'s" | "'"),
        );
    }
    let after = bare.end;
    if !within(after) {
        return found;
    }
    found.note(Kind::Owner, tag(after) == Tag::Particle && matches!(text.word(after), "'s" | "'"));
    found.note(Kind::Who, text.word(after) == "who");
    found.note(Kind::SaysBehind, says(after) && tag(after).is_finite());
    let verb = after + usize::from(tag(after) == Tag::Adverb);
    found.note(Kind::HumanVerb, within(verb) && text.is_in(verb, Class::HumanVerb));
    found.note(Kind::VerbBehind, tag(after).is_finite() && !says(after));
    if says(after) {
        let said = after + 1 + usize::from(text.word(after + 1) == "that");
        let own = text.is_in(said, Class::HeForm) || text.is_in(said, Class::SheForm);
        found.note(Kind::SaysHe, within(said) && own);
        // `Roe said it was late` is of something else.
        let does = tag(said + 1) == Tag::FiniteVerb && !text.is_in(said + 1, Class::Predicates);
        found.note(Kind::SaysIt, within(said) && (text.word(said) == "its" || text.word(said) == "it" && does));
    }
    let pronoun = pronoun_behind(text, after, sentence);
    let person = |at: usize| text.is_in(at, Class::HeForm) || text.is_in(at, Class::SheForm);
    let acts = tag(after).is_finite() || tag(after) == Tag::Adverb && tag(after + 1).is_finite();
    found.note(Kind::HeBehind, acts && pronoun.is_some_and(person));
    found.note(Kind::ItsBehind, acts && pronoun.is_some_and(|at| !person(at)));
    found.note(Kind::PlaceWordBehind, !text.tokens[after].capital && text.is_in(after, Class::PlaceWord));
    let owned = after + usize::from(found.has(Kind::Owner));
    let business = within(owned) && !text.tokens[owned].capital && text.is_in(owned, Class::BusinessNoun);
    found.note(Kind::Business, business);
    let led = found.has(Kind::Owner) && leads_firm(text, owned, sentence);
    found.note(Kind::SharesOf, led);
    found.note(Kind::NumberBehind, tag(after) == Tag::Numeral);
    found.note(Kind::Ends, after + 1 >= sentence.end);
    // What it is called behind a comma, or behind `is`: the first noun that tells.
    let apposition = text.tokens[after].kind == TokenKind::Comma;
    let predicate = matches!(text.word(after), "is" | "was");
    // `in Orle, 44 people`: an age has nothing behind it.
    let age = apposition && tag(after + 1) == Tag::Numeral && text.word(after + 1).len() <= 2;
    let alone = |at: usize| at >= sentence.end || !text.tokens[at].is_wordlike();
    found.note(Kind::Age, age && alone(after + 2));
    found.note(Kind::CommaWho, apposition && text.word(after + 1) == "who");
    found.note(Kind::CommaWhich, apposition && text.word(after + 1) == "which");
    if (apposition || predicate) && text.is_in(after + 1, Class::Article) {
        let noun = (after + 2..sentence.end.min(after + 2 + APPOSITION))
            .take_while(|at| {
                // `Roe, the institute's director,` is no institute.
                matches!(tag(*at), Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::Numeral | Tag::Adverb)
                    || matches!(text.word(*at), "'s" | "'")
            })
            .last();
        let called = noun.map(|at| lexicon().noun(text.word(at)).map(|noun| noun.class));
        let person = called.is_some_and(|class| class.is_some_and(NounClass::is_person));
        // `Roe, a developer who`
        let somebody = noun.is_some_and(|at| text.word(at + 1) == "who");
        let body = called == Some(Some(NounClass::Institution)) && !somebody;
        found.note(Kind::DescribedAsPerson, apposition && person);
        found.note(Kind::DescribedAsBody, apposition && body);
        found.note(Kind::DescribedAsThing, apposition && called == Some(None));
        found.note(Kind::IsPerson, predicate && person);
        found.note(Kind::IsThing, predicate && called == Some(None));
    }
    found
}

/// `chief executive`, `CEO`: an office that only a company has.
fn leads_firm(text: &Text, at: usize, sentence: &Tokens) -> bool {
    let head = |words: &str| lexicon().noun(words).is_some_and(|noun| noun.class == NounClass::Head);
    let chief = at + 1 < sentence.end && text.word(at) == "chief" && head(&format!("chief {}", text.word(at + 1)));
    chief || at < sentence.end && text.tokens[at].all_capitals && head(text.word(at))
}

/// The first `he`, `her` or `its` behind a name, up to the start of the next sentence, where nobody else is named and nothing
/// is quoted in between.
fn pronoun_behind(text: &Text, after: usize, sentence: &Tokens) -> Option<usize> {
    let person = |at: usize| text.is_in(at, Class::HeForm) || text.is_in(at, Class::SheForm);
    // `Roe met her`: who is met is somebody else.
    let object = |at: usize| {
        text.is_in(at, Class::ObjectPronoun)
            && !matches!(text.tags.get(at + 1), Some(Tag::Noun | Tag::Adjective | Tag::ProperNoun))
    };
    let reach = after..sentence.end.min(after + PRONOUN_REACH);
    for at in reach.clone() {
        if object(at) {
            return None;
        }
        if person(at) || text.word(at) == "its" {
            return Some(at);
        }
        if text.tokens[at].capital || text.tokens[at].kind == TokenKind::DoubleQuote {
            return None;
        }
    }
    let next = sentence.end;
    let same = text.tokens.get(next).is_some_and(|token| token.block == text.tokens[after].block);
    (reach.end == next && same && person(next)).then_some(next)
}

/// `Norlandish`, `Orlean`: a word for people of a place, and what is theirs.
pub(super) fn ends_as_people(word: &str) -> bool {
    lexicon().ends_in(word, Ending::Land)
}

/// `SoCalGas`: a capital inside a word is a brand's, unless it is a family's.
pub(super) fn is_brand(form: &str) -> bool {
    let inner = form.char_indices().skip(1).find(|(_, c)| c.is_uppercase()).map(|(at, _)| at);
    let lower = form.chars().any(char::is_lowercase) && !form.contains(['-', '\'', '’']);
    let is_particle = |at: usize| lexicon().classes(&folded(&form[..at])).has(Class::JoinedParticle);
    lower && inner.is_some_and(|at| !is_particle(at))
}
