//! Rows made by hand: what is counted for each.

use serde_json::{Value, json};

use super::*;
use crate::evaluate::corpus;

/// `The Lantern said Roe fell. The pier leaks, it added. “It will rain.” “All day.” Ships wait.`, in code points.
const TEXT: &str =
    "The Lantern said Roe fell. The pier leaks, Vey told the Lantern. “It will rain.” “All day.” Ships wait.";

fn place(words: &str) -> [usize; 2] {
    let start = TEXT[..TEXT.find(words).unwrap()].chars().count();
    [start, start + words.chars().count()]
}

fn hop(words: &str, source_type: &str) -> Value {
    json!({"span": place(words), "name": null, "type": source_type, "anonymous": false, "link": "explicit"})
}

fn claim(id: &str, content: &str, cue: &str, chain: &[Value]) -> Value {
    let counted = chain.iter().filter(|hop| hop["link"] != "inherited").count();
    let cue: Vec<_> = Some(cue).filter(|cue| !cue.is_empty()).map(place).into_iter().collect();
    json!({
        "id": id, "content": [place(content)], "cue": cue, "source": [], "kind": "speech", "direct": "indirect",
        "directness": "indirect", "depth": counted, "depth_max": chain.len(), "confidence": 0.9, "chain": chain, "rule": "",
    })
}

fn counts(labelled: &[Value], answered: &[Value], judged: Judged) -> Counts {
    let gold = json!({"id": "row", "text": TEXT, "claims": labelled}).to_string();
    let pred = json!({"id": "row", "claims": answered}).to_string();
    count(&corpus::parse(&gold, &pred).unwrap(), judged)
}

fn with(mut claim: Value, field: &str, value: Value) -> Value {
    claim[field] = value;
    claim
}

fn fell() -> Value {
    claim("a", "Roe fell", "said", &[hop("The Lantern", "news_outlet")])
}

fn leaks() -> Value {
    claim("b", "The pier leaks", "told", &[hop("the Lantern", "news_outlet"), hop("Vey", "named_person")])
}

#[test]
fn what_is_labelled_and_found_alike_is_right_in_everything() {
    let both = [fell(), leaks()];
    let found = counts(&both, &both, Judged::Shown);
    let deep = Deep { required: 1, found: 1, depth: 1, chain: 1, named: 1 };
    assert_eq!(
        found,
        Counts {
            required: 2,
            matched: 2,
            false_alarms: 0,
            depth: 2,
            depth_max: 2,
            origin_type: 2,
            origin_anonymous: 2,
            types: 2,
            chain: 2,
            full_chain: 2,
            named: 2,
            direct: 2,
            direct_labelled: 2,
            deep,
            deep_answers: 1,
            deep_answers_right: 1,
        }
    );
    assert_eq!((found.precision(), found.recall(), found.f1()), (100.0, 100.0, 100.0));
}

#[test]
fn a_claim_that_is_not_answered_is_missed_and_one_that_is_not_labelled_is_a_false_alarm() {
    let found = counts(&[leaks()], &[fell()], Judged::Shown);
    assert_eq!((found.required, found.matched, found.false_alarms), (1, 0, 1));
    assert_eq!((found.deep.required, found.deep.found, found.deep_answers), (1, 0, 0));
    assert_eq!((found.precision(), found.recall(), found.f1()), (0.0, 0.0, 0.0));
}

#[test]
fn a_hit_on_what_is_optional_or_no_speech_is_neither_right_nor_wrong() {
    for (field, value) in [("optional", json!(true)), ("kind", json!("attitude"))] {
        let found = counts(&[with(fell(), field, value)], &[fell()], Judged::Shown);
        assert_eq!((found.required, found.matched, found.false_alarms), (0, 0, 0), "{field}");
    }
}

#[test]
fn only_what_a_reader_is_shown_counts_where_that_is_asked() {
    for (field, value, everything) in [("confidence", json!(0.4), 1), ("kind", json!("attitude"), 1)] {
        let answer = [with(fell(), field, value)];
        assert_eq!(counts(&[fell()], &answer, Judged::Everything).matched, everything, "{field}");
        assert_eq!(counts(&[fell()], &answer, Judged::Shown).matched, 0, "{field}");
    }
}

#[test]
fn another_kind_of_answer_is_no_false_alarm() {
    let found = counts(&[], &[with(fell(), "kind", json!("directive"))], Judged::Everything);
    assert_eq!(found.false_alarms, 0);
}

#[test]
fn half_of_the_content_is_enough_and_less_is_not() {
    for (words, matched) in [("Roe fell. The", 1), ("fell. The pier leaks", 0)] {
        let found = counts(&[fell()], &[claim("a", words, "said", &[])], Judged::Shown);
        assert_eq!(found.matched, matched, "{words}");
    }
}

#[test]
fn depth_is_right_as_labelled_or_as_the_label_allows() {
    let one = || claim("b", "The pier leaks", "told", &[hop("Vey", "named_person")]);
    let found = counts(&[leaks()], &[one()], Judged::Shown);
    assert_eq!((found.matched, found.depth, found.deep.depth), (1, 0, 0));
    let found = counts(&[with(leaks(), "alt_depth", json!([1]))], &[one()], Judged::Shown);
    assert_eq!((found.matched, found.depth, found.deep.depth), (1, 1, 1));
    assert_eq!((found.chain, found.named), (0, 0), "the hands are those of the label, whatever its depths");
}

#[test]
fn hands_are_right_by_place_and_named_right_by_what_a_card_prints() {
    let named = |name: &str| {
        let mut hop = hop("Vey", "named_person");
        hop["name"] = json!(name);
        claim("b", "The pier leaks", "told", &[self::hop("the Lantern", "news_outlet"), hop])
    };
    for (name, right) in [("Nora Vey", 1), ("Vey", 1), ("Ann Roe", 0)] {
        let found = counts(&[named("Nora Vey")], &[named(name)], Judged::Shown);
        assert_eq!((found.chain, found.named, found.deep_answers_right), (1, right, right), "{name}");
    }
}

#[test]
fn inherited_hands_count_in_the_full_chain_alone() {
    let mut inherited = hop("Ships", "document");
    inherited["link"] = json!("inherited");
    let more = claim("a", "Roe fell", "said", &[hop("The Lantern", "news_outlet"), inherited]);
    let found = counts(&[fell()], &[more], Judged::Shown);
    assert_eq!((found.depth, found.chain, found.depth_max, found.full_chain), (1, 1, 0, 0));
}

#[test]
fn types_and_anonymity_are_those_of_the_last_counted_hand() {
    let mut other = hop("The Lantern", "institution");
    other["anonymous"] = json!(true);
    let found = counts(&[fell()], &[claim("a", "Roe fell", "said", &[other])], Judged::Shown);
    assert_eq!((found.chain, found.origin_type, found.origin_anonymous, found.types), (1, 0, 0, 0));
}

#[test]
fn quotations_that_go_on_are_one_claim_on_both_sides() {
    let vey = || hop("Vey", "named_person");
    let first = || claim("a", "“It will rain.”", "told", &[vey()]);
    let second = || claim("b", "“All day.”", "", &[vey()]);
    let whole = with(first(), "content", json!([place("“It will rain.”"), place("“All day.”")]));
    // Said to go on, and seen to: the same hand stands behind a quotation without a cue right after.
    for pair in [[first(), with(second(), "continues", json!("a"))], [first(), second()]] {
        let found = counts(&pair, std::slice::from_ref(&whole), Judged::Shown);
        assert_eq!((found.required, found.matched), (1, 1));
        let found = counts(std::slice::from_ref(&whole), &pair, Judged::Shown);
        assert_eq!((found.matched, found.false_alarms), (1, 0));
    }
    let other = claim("b", "“All day.”", "", &[hop("Roe", "named_person")]);
    assert_eq!(counts(&[first(), other], &[], Judged::Shown).required, 2);
}

#[test]
fn nothing_is_judged_where_nothing_is_labelled() {
    let row = json!({"id": "row", "text": TEXT, "claims": [], "annotated_to": place("Ships")[0]}).to_string();
    for (words, alarms) in [("Ships wait", 0), ("Roe fell", 1)] {
        let pred = json!({"id": "row", "claims": [claim("a", words, "said", &[])]}).to_string();
        let found = count(&corpus::parse(&row, &pred).unwrap(), Judged::Shown);
        assert_eq!(found.false_alarms, alarms, "{words}");
    }
}
