//! The tables hold what the code expects of them.

use super::{NounClass, Pattern, lexicon, noun, rows, verb};
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
    assert_eq!(verb::read("say\tspeech\tneutral\tx\tsaid").len(), 0, "an unknown pattern is refused");
    assert_eq!(noun::read("thing\tgadget").len(), 0, "an unknown class is refused");
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
