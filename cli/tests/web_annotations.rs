//! `hearsay analyze --format annotation` against the W3C Web Annotation Data Model (Recommendation of 23 February 2017):
//! every word is one of its context's, everything has the properties it must have, and each selector selects the words
//! it says.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::collections::HashMap;

use serde_json::Value;

/// Terms of the recommendation's context, and what each of them is.
const TERMS: &str = include_str!("web_annotations/terms.tsv");

/// For each class, the properties it must have exactly once.
const REQUIRED: &[(&str, &[&str])] = &[
    ("AnnotationCollection", &["id", "type"]),
    ("AnnotationPage", &["id", "type", "items"]),
    ("Annotation", &["id", "type", "target"]),
    ("TextualBody", &["value"]),
    ("SpecificResource", &["source"]),
    ("TextQuoteSelector", &["type", "exact"]),
    ("TextPositionSelector", &["type", "start", "end"]),
    ("Software", &["type"]),
    // Our own.
    ("Article", &["id", "type"]),
    ("Claim", &["number", "words", "depth", "depthMax", "chain"]),
    ("Hand", &["called", "sourceType", "tie", "certain"]),
];

const ARTICLE: &str = "\
🚢 Ferry to Orle stops

\"The crossing is closed,\" harbour master Tavi Ren said, \"and it will stay closed for a week.\"

The Orle Courier reported on Monday, citing two dockers, that the E\u{301}lan had lost a rudder.

Passengers were reportedly told nothing.
";

fn exported(arguments: &[&str], text: &str) -> Value {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_hearsay"));
    let done = command.args(["analyze", "--format", "annotation"]).args(arguments).write_stdin(text);
    let output = done.output().expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("what is printed is JSON")
}

fn collection() -> Value {
    exported(&["--url", "https://lantern.example/orle?a=1&b=2"], ARTICLE)
}

/// The collection without the context, which explains it and is none of it.
fn without_context() -> Value {
    let mut collection = collection();
    collection.as_object_mut().map(|collection| collection.remove("@context"));
    collection
}

fn items(collection: &Value) -> &Vec<Value> {
    collection["first"]["items"].as_array().expect("a page has a list of annotations")
}

/// Calls back with every object in a value.
fn each_object(value: &Value, see: &mut impl FnMut(&serde_json::Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            see(object);
            object.values().for_each(|value| each_object(value, see));
        }
        Value::Array(list) => list.iter().for_each(|value| each_object(value, see)),
        _ => {}
    }
}

#[test]
fn every_word_is_one_of_the_context() {
    let rows = TERMS.lines().filter(|line| !line.starts_with('#'));
    let terms: HashMap<&str, &str> = rows.filter_map(|line| line.split_once('\t')).collect();
    let collection = collection();
    assert_eq!(collection["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    let own = collection["@context"][1].as_object().expect("the file explains its own terms");
    // None of the recommendation's terms means anything else here.
    assert!(own.keys().all(|term| !terms.contains_key(term.as_str())), "{own:?}");
    each_object(&without_context(), &mut |object| {
        for (key, value) in object {
            let is_own = own.contains_key(key);
            assert!(is_own || terms.get(key.as_str()) == Some(&"property"), "{key}");
            let kind = match key.as_str() {
                "type" if value.as_str().is_some_and(|class| own.contains_key(class)) => continue,
                "type" => "class",
                "motivation" | "purpose" => "motivation",
                _ => continue,
            };
            assert_eq!(terms.get(value.as_str().unwrap_or_default()), Some(&kind), "{key}: {value}");
        }
    });
}

#[test]
fn everything_has_the_properties_it_must_have() {
    each_object(&without_context(), &mut |object| {
        let class = object["type"].as_str().expect("a type is one word");
        let required = REQUIRED.iter().find(|(name, _)| *name == class).expect("a class that is written is listed").1;
        for property in required {
            assert!(object.contains_key(*property), "{class} has no {property}: {object:?}");
        }
        for property in ["id", "source", "partOf"] {
            // An IRI begins with its scheme.
            let iri = object.get(property).map(|iri| iri.as_str().unwrap_or_default());
            assert!(iri.is_none_or(|iri| iri.starts_with("https://") || iri.starts_with("urn:uuid:")), "{iri:?}");
        }
    });
}

#[test]
fn no_two_things_have_one_name() {
    let mut ids = Vec::new();
    each_object(&collection(), &mut |object| ids.extend(object.get("id").and_then(Value::as_str).map(str::to_owned)));
    let number = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), number);
}

#[test]
fn the_collection_counts_its_annotations() {
    let collection = collection();
    assert!(items(&collection).len() >= 3, "{collection}");
    assert_eq!(collection["total"], items(&collection).len());
    assert_eq!(collection["first"]["partOf"], collection["id"]);
    assert_eq!(collection["label"], "Claims on “🚢 Ferry to Orle stops”");
}

#[test]
fn a_quotation_and_a_position_select_the_same_words() {
    let text: Vec<char> = ARTICLE.chars().collect();
    let mut selected = 0;
    for target in items(&collection()).iter().flat_map(|item| item["target"].as_array().into_iter().flatten()) {
        let [quote, position] = target["selector"].as_array().expect("a list").as_slice() else {
            panic!("a quotation and a position: {target}")
        };
        let place = |name: &str| usize::try_from(position[name].as_u64().expect("a number")).expect("a place");
        let (start, end) = (place("start"), place("end"));
        let words = |from: usize, to: usize| text[from..to].iter().collect::<String>();
        let length = |name: &str| quote[name].as_str().expect("words").chars().count();
        assert_eq!(quote["exact"], words(start, end));
        assert_eq!(quote["prefix"], words(start - length("prefix"), start));
        assert_eq!(quote["suffix"], words(end, end + length("suffix")));
        selected += 1;
    }
    assert!(selected > items(&collection()).len(), "the quotation that is parted has two pieces");
}

#[test]
fn a_text_without_an_address_is_named_for_what_it_says() {
    let source = |text: &str| exported(&[], text)["first"]["items"][0]["target"][0]["source"].clone();
    let name = source(ARTICLE);
    assert!(name.as_str().expect("an IRI").starts_with("urn:uuid:"), "{name}");
    assert_eq!(source(ARTICLE), name);
    assert_ne!(source(&ARTICLE.replace("week", "month")), name);
}

#[test]
fn a_text_without_claims_is_an_empty_collection() {
    let collection = exported(&[], "Rain fell on Orle.");
    assert_eq!(collection["total"], 0);
    assert_eq!(collection.get("first"), None);
}
