//! `docs/claims.schema.json` says what the command line reads and writes: real output is held against it, and each of its
//! fields is explained.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

use boon::{Compiler, Schemas};
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../../docs/claims.schema.json");

const ARTICLE: &str = "Bridge at Orle is closed\n\nThe bridge is closed, the Veska Tribune reported, citing Commissioner \
                       Halden Roos. “We were not asked,” said Jane Roe. “Nobody was,” she added. Roe told Radio Lowmark \
                       that the money was gone. The report also said that two officials, who spoke on condition of \
                       anonymity, knew. The road has allegedly been sold. The mayor vowed to rebuild it, and experts \
                       believe that she will. Juan Paz denied that he had seen the letter.";

/// What the program prints, line by line.
fn printed(arguments: &[&str], input: &str) -> Vec<Value> {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_hearsay"));
    let done = command.args(arguments).write_stdin(input).output().expect("the program starts");
    let printed = String::from_utf8(done.stdout).expect("what is printed is text");
    printed.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

/// What a part of the schema has against a value; nothing when it fits.
fn against(part: &str, value: &Value) -> String {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    compiler.add_resource("urn:hearsay:claims:1", schema).expect("the schema can be read");
    let part = compiler.compile(&format!("urn:hearsay:claims:1#{part}"), &mut schemas).expect("the part is there");
    schemas.validate(value, part).err().map(|error| error.to_string()).unwrap_or_default()
}

#[test]
fn what_is_printed_is_as_the_schema_says() {
    let dutch = "De boot die in de ochtend uit de haven was vertrokken, is gezien door twee mannen die op de pier stonden, \
                 en zij zeiden dat hij voor de avond terug zou zijn, als de wind zou draaien, en dat was ook zo.";
    let rows = [
        json!({"id": 7, "text": ARTICLE, "host": "lantern.example", "date": "2024-05-03"}),
        json!({"text": ARTICLE, "title": "Mayor says so", "hostname": "www.lantern.example", "id": null}),
        json!({"text": dutch, "language": "nl"}),
        json!({"text": ""}),
    ];
    for row in &rows {
        assert_eq!(against("/$defs/row", row), "");
    }
    let input: String = rows.iter().map(|row| format!("{row}\n")).collect();
    let answers = [printed(&["batch"], &input), printed(&["analyze", "--json"], ARTICLE)].concat();
    assert_eq!(answers.len(), 5);
    assert!(answers[0]["claims"].as_array().expect("claims").len() >= 8, "{}", answers[0]);
    for answer in &answers {
        assert_eq!(against("", answer), "", "{answer}");
    }
    assert_eq!(answers[0]["date"], "2024-05-03", "other keys go with the answer");
    assert_eq!(answers[2]["unread"], "other-language");
}

#[test]
fn the_words_beside_a_place_are_those_that_stand_there() {
    let text: Vec<char> = ARTICLE.chars().collect();
    for file in [ARTICLE.to_owned(), format!("\u{feff}{ARTICLE}")] {
        for claim in printed(&["analyze", "--json"], &file)[0]["claims"].as_array().expect("claims") {
            for what in ["content", "cue", "source"] {
                let pieces = claim[what].as_array().expect("places").iter().map(|place| {
                    let at = |end: usize| usize::try_from(place[end].as_u64().expect("a number")).expect("small");
                    text[at(0)..at(1)].iter().collect::<String>()
                });
                let words = pieces.collect::<Vec<_>>().join(" … ");
                assert_eq!(claim[format!("{what}_words")], words, "a byte order mark shifts nothing");
            }
        }
    }
}

#[test]
fn what_is_not_as_the_schema_says_is_noticed() {
    let right = &printed(&["analyze", "--json"], ARTICLE)[0];
    for (at, wrong) in [
        ("/claims/0/depth", json!(0)),
        ("/claims/0/kind", json!("song")),
        ("/claims/0/content/0", json!([3])),
        ("/claims/0/chain/0/link", json!("loose")),
        ("/schema", json!(2)),
        ("/engine", json!("newest")),
    ] {
        let mut answer = right.clone();
        *answer.pointer_mut(at).expect(at) = wrong;
        assert_ne!(against("", &answer), "", "{at}");
    }
    let mut more = right.clone();
    more["claims"][0]["mood"] = json!("fair");
    assert_ne!(against("", &more), "", "a field that is not explained");
}

/// Every part of the schema that describes a field.
fn fields<'s>(schema: &'s Value, path: &str, found: &mut Vec<(String, &'s Value)>) {
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        found.push((format!("{path}.{name}"), field));
    }
    for (name, part) in schema["$defs"].as_object().into_iter().flatten() {
        found.push((name.clone(), part));
        fields(part, name, found);
    }
}

#[test]
fn every_field_is_explained() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let mut found = Vec::new();
    fields(&schema, "", &mut found);
    assert!(found.len() > 35, "{}", found.len());
    for (path, field) in found {
        let said = field["description"].as_str().unwrap_or_default();
        assert!(said.ends_with('.'), "{path} is not explained");
        for value in field["enum"].as_array().into_iter().flatten() {
            let name = value.as_str().expect("a name");
            let quoted = said.contains(&format!("`{name}`"));
            assert!(quoted, "{path} does not say what `{name}` is");
        }
    }
}
