//! The tables hold what the code expects of them.

use std::collections::HashSet;

use super::{Ending, NounClass, Pattern, by_sex, lexicon, noun, rows, tie, verb};
use crate::folding::folded;
use crate::report::Kind;

#[test]
fn every_line_of_every_table_is_read() {
    for line in rows(include_str!("verbs.tsv")) {
        let lemma = line.split('\t').next().unwrap();
        let known = lexicon().verb(lemma);
        assert!(known.is_some_and(|v| v.lemma == lemma), "verbs.tsv: {line}");
    }
    for line in rows(include_str!("nouns.tsv")) {
        let (word, _) = line.split_once('\t').expect(line);
        assert!(lexicon().noun(word).is_some(), "nouns.tsv: {line}");
    }
    for line in rows(include_str!("ties.tsv")) {
        let (words, rest) = line.split_once('\t').expect(line);
        let first = words.split(' ').next().unwrap_or_default();
        assert!(lexicon().ties(first).iter().any(|tie| tie.words.join(" ") == words), "ties.tsv: {line}");
        let example = rest.split_once('\t').map_or("", |(_, example)| example);
        assert!(example.contains(&format!("{words} ")), "ties.tsv: no example with {words:?} in {line:?}");
    }
    for line in rows(include_str!("given_names.tsv")) {
        let (name, sex) = line.split_once('\t').expect(line);
        let male = lexicon().is_male_name(name);
        assert_eq!(male.map(|male| if male { "m" } else { "f" }), Some(sex), "given_names.tsv: {line}");
    }
    for line in rows(include_str!("places.tsv")) {
        assert!(lexicon().is_place(&folded(line)), "places.tsv: {line}");
    }
    for line in rows(include_str!("outlets.tsv")).map(|line| line.trim_start_matches('*')) {
        let name = line.split('\t').next().unwrap().trim_start_matches('?');
        let form = folded(name).replace('’', "'");
        let known = lexicon().perhaps_outlet(form.strip_prefix("the ").unwrap_or(&form));
        assert_eq!(known.map(|outlet| outlet.name), Some(name), "outlets.tsv: {line}");
    }
    assert_eq!(by_sex("kim\tx").len(), 0, "a name of neither sex is refused");
    assert_eq!(verb::read("say\tspeech\tneutral\tz\tsaid").len(), 0, "an unknown pattern is refused");
    assert_eq!(noun::read("thing\tgadget").len(), 0, "an unknown class is refused");
    assert_eq!(tie::read("waving to\tgreeted\twaving to Vey").len(), 0, "an unknown part is refused");
}

#[test]
fn no_word_stands_twice_in_a_table() {
    for table in [
        include_str!("verbs.tsv"),
        include_str!("nouns.tsv"),
        include_str!("given_names.tsv"),
        include_str!("places.tsv"),
        include_str!("outlet_words.tsv"),
        include_str!("outlets.tsv"),
    ] {
        let mut seen = HashSet::new();
        for line in rows(table) {
            let word = line.split('\t').next().unwrap();
            assert!(seen.insert(word), "{line:?} is the second of its word");
        }
    }
}

#[test]
fn verbs_are_found_by_every_form() {
    for (form, lemma, kind) in [
        ("said", "say", Kind::Speech),
        ("pointed out", "point out", Kind::Speech),
        ("vowing", "vow", Kind::Commissive),
        ("believes", "believe", Kind::Attitude),
    ] {
        let verb = lexicon().verb(form).expect(form);
        assert_eq!((verb.lemma, verb.kind), (lemma, kind));
    }
    assert!(lexicon().verb("tells").unwrap().takes(Pattern::Recipient));
    assert!(!lexicon().verb("called").unwrap().takes(Pattern::Clause));
}

/// Each rule by which forms are made, and every verb that no rule covers.
#[test]
fn verbs_have_the_forms_english_gives_them() {
    for (lemma, forms) in [
        ("argue", "argues argued arguing"),
        ("assess", "assesses assessed assessing"),
        ("begin", "begins began begun beginning"),
        ("bet", "bets bet betting"),
        ("blog", "blogs blogged blogging"),
        ("cry", "cries cried crying"),
        ("cut in", "cuts_in cut_in cutting_in"),
        ("echo", "echoes echoed echoing"),
        ("flag", "flags flagged flagging"),
        ("forecast", "forecasts forecast forecasted forecasting"),
        ("foresee", "foresees foresaw foreseen foreseeing"),
        ("go on", "goes_on went_on gone_on going_on"),
        ("guarantee", "guarantees guaranteed guaranteeing"),
        ("hit back", "hits_back hit_back hitting_back"),
        ("know", "knows knew known knowing"),
        ("make clear", "makes_clear made_clear making_clear"),
        ("plead", "pleads pleaded pled pleading"),
        ("point out", "points_out pointed_out pointing_out"),
        ("reply", "replies replied replying"),
        ("say", "says said saying"),
        ("show", "shows showed shown showing"),
        ("signal", "signals signaled signalled signaling signalling"),
        ("stress", "stresses stressed stressing"),
        ("submit", "submits submitted submitting"),
        ("sum up", "sums_up summed_up summing_up"),
        ("wail", "wails wailed wailing"),
        ("write", "writes wrote written writing"),
    ] {
        let expected: Vec<String> = forms.split(' ').map(|form| form.replace('_', " ")).collect();
        let mut made: Vec<&str> =
            lexicon().verbs.iter().filter(|(_, verb)| verb.lemma == lemma).map(|(form, _)| form.as_str()).collect();
        made.sort_unstable();
        let mut all: Vec<&str> = expected.iter().map(String::as_str).chain([lemma]).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(made, all, "{lemma}");
    }
}

/// `jot` gives `jotted`: one syllable that ends in one vowel and one consonant doubles it, and few longer verbs do.
#[test]
fn no_verb_forgets_to_double_its_last_letter() {
    let vowel = |letter: char| "aeiou".contains(letter);
    let long = ["admit", "aver", "begin", "concur", "deadpan", "demur", "extol", "infer", "rebut", "submit"];
    for (form, verb) in &lexicon().verbs {
        let lemma = verb.lemma.split(' ').next().unwrap();
        let last: Vec<char> = lemma.chars().rev().collect();
        let short = !vowel(last[0])
            && !"wxy".contains(last[0])
            && vowel(last[1])
            && last[2..].iter().all(|letter| !vowel(*letter));
        let once = [format!("{lemma}ed"), format!("{lemma}ing")];
        if short || long.contains(&lemma) {
            assert!(!once.contains(&form.split(' ').next().unwrap().to_owned()), "{form}");
        }
    }
}

#[test]
fn nouns_are_found_in_both_numbers() {
    for (form, class, plural) in [
        ("spokeswoman", NounClass::Spokesperson, false),
        ("lawmakers", NounClass::Official, true),
        ("secretaries", NounClass::Official, true),
        ("analyses", NounClass::Document, true),
        ("people", NounClass::Crowd, true),
        ("aides", NounClass::Insider, true),
    ] {
        let noun = lexicon().noun(form).expect(form);
        assert_eq!((noun.class, noun.plural), (class, plural), "{form}");
    }
}

#[test]
fn outlets_are_found_by_their_short_forms() {
    assert_eq!(lexicon().outlet("russia today").map(|o| o.name), Some("RT"));
    assert_eq!(lexicon().outlet("guardian").map(|o| o.name), Some("The Guardian"));
    assert!(lexicon().is_outlet_word("courier"));
    assert!(lexicon().is_place("oslo"));
}

#[test]
fn outlets_are_found_by_their_domains() {
    for (domain, name) in [
        ("nytimes.com", Some("The New York Times")),
        ("cooking.nytimes.com", Some("The New York Times")),
        ("news.bbc.co.uk", Some("BBC")),
        ("thehill.com", Some("The Hill")),
        ("business-insider.example", Some("Business Insider")),
        ("nj.com", Some("NJ.com")),
        ("variety.com", Some("Variety")),
        ("variety.example", None),
        ("spa.com", None),
        ("lantern.example", None),
        ("", None),
        ("com", None),
    ] {
        assert_eq!(lexicon().outlet_at(domain).map(|outlet| outlet.name), name, "{domain}");
    }
}

#[test]
fn an_outlet_whose_name_others_share_is_not_known_by_it_alone() {
    for (name, sure) in [("time", false), ("people", false), ("reuters", true), ("vice news", true), ("bbc news", true)]
    {
        assert_eq!(lexicon().outlet(name).is_some(), sure, "{name}");
        assert!(lexicon().perhaps_outlet(name).is_some(), "{name}");
    }
}

#[test]
fn words_are_told_by_their_endings() {
    for (word, sort, expected) in [
        ("aftenblad", Ending::Outlet, true),
        ("tarn.co.uk", Ending::Site, true),
        ("norwegian", Ending::Land, true),
        ("norwegians", Ending::People, true),
        ("tarnville", Ending::Place, true),
        ("land", Ending::Place, false),
        ("rigger", Ending::Person, true),
        ("payment", Ending::Noun, true),
        ("pays", Ending::Noun, false),
        ("reporters", Ending::Outlet, false),
        ("saharareporters", Ending::Outlet, true),
        ("post", Ending::Outlet, false),
        ("tarn", Ending::Site, false),
    ] {
        assert_eq!(lexicon().ends_in(word, sort), expected, "{word}");
    }
    let sorts = rows(include_str!("endings.tsv")).filter(|line| !line.starts_with('\t')).count();
    assert_eq!(sorts, Ending::Noun as usize + 1, "every row of endings.tsv is read");
}
