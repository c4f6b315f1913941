//! The words the engine knows stand in tables, each once where it belongs, and no rule holds a list of its own.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use hearsay::document::{Block, Document};
use hearsay::lexicon::{Class, lexicon};

/// Lists of three words or more that stand in Rust still. The number only falls.
const LISTS_IN_CODE: usize = 3;

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file under a folder, with its code: no comments, no tests.
fn code(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(code(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") && path.file_name().unwrap() != "tests.rs" {
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
            let lines: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
            found.push((path, lines.join("\n")));
        }
    }
    found
}

/// The rows of the table of classes: the name, empty where a row goes on, and the words.
fn rows(table: &str) -> impl Iterator<Item = (&str, Vec<&str>)> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once('\t').unwrap_or_else(|| panic!("no tab in {line:?}")))
        .map(|(name, words)| (name, words.split(' ').collect()))
}

fn is_class(name: &str) -> bool {
    Class::ALL.iter().any(|(known, _)| *known == name)
}

#[test]
fn every_class_has_words_and_every_word_a_token_can_be() {
    let table = fs::read_to_string(source().join("lexicon/word_classes.tsv")).unwrap();
    let mut named = "";
    let mut filled = HashSet::new();
    let mut seen = HashSet::new();
    for (name, words) in rows(&table) {
        if !name.is_empty() {
            assert!(is_class(name), "{name} is no class of class.rs");
            assert!(filled.insert(name), "{name} stands twice in the table");
            named = name;
        }
        for word in words {
            assert!(seen.insert((named, word)), "{word:?} stands twice in {named}");
            if filled.contains(word) {
                assert_ne!(word, named, "{named} includes itself");
                continue;
            }
            assert_eq!(word.to_lowercase(), word, "{word:?} in {named} is no class above it, and not in lower case");
            // A word that the tokenizer cuts up, as it does "don't", can never be met; `'ve` stands behind another.
            let before = if word.contains('\'') { "we" } else { "we " };
            let text = format!("{before}{word} b");
            let document = Document { blocks: vec![Block { text, ..Block::default() }], ..Document::default() };
            let text = hearsay::text::read(&document);
            assert_eq!((text.tokens.len(), text.word(1)), (3, word), "{word:?} in {named} is no token");
            assert!(text.is_in(1, Class::ALL.iter().find(|(known, _)| *known == named).unwrap().1), "{word:?}");
        }
    }
    let empty: Vec<_> = Class::ALL.iter().filter(|(name, _)| !filled.contains(name)).collect();
    assert!(empty.is_empty(), "no words for {empty:?}");
    assert!(Class::ALL.iter().all(|(_, class)| !lexicon().classes("heliotrope").has(*class)));
}

#[test]
fn every_class_is_asked_for() {
    let table = fs::read_to_string(source().join("lexicon/word_classes.tsv")).unwrap();
    let included: HashSet<&str> = rows(&table).flat_map(|(_, words)| words).filter(|word| is_class(word)).collect();
    let code: String = code(&source()).into_iter().map(|(_, code)| code).collect();
    let asked = |name: &str| {
        let asked = format!("Class::{name}");
        code.match_indices(&asked).any(|(at, _)| !code[at + asked.len()..].starts_with(char::is_alphanumeric))
    };
    let idle: Vec<_> =
        Class::ALL.iter().map(|(name, _)| name).filter(|name| !included.contains(**name) && !asked(name)).collect();
    assert!(idle.is_empty(), "no rule asks for {idle:?}");
}

/// The lists of a file's code: runs of three literals or more with nothing but `|` or `,` between them.
fn lists(code: &str) -> usize {
    let (mut lists, mut run) = (0, 0);
    let mut rest = code;
    while let Some(start) = rest.find('"') {
        let between = rest[..start].trim();
        run = if matches!(between, "|" | ",") { run } else { 0 };
        let Some(length) = rest[start + 1..].find('"') else { break };
        // A mark is no word.
        let word = rest[start + 1..start + 1 + length].contains(char::is_alphabetic);
        run = if word { run + 1 } else { 0 };
        lists += usize::from(run == 3);
        rest = &rest[start + length + 2..];
    }
    lists
}

#[test]
fn words_stand_in_tables() {
    assert_eq!(lists(r#"["“", "„", "«"]"#), 0);
    assert_eq!(lists(r#"matches!(word, "a" | "b" | "c") && ["d", "e"].contains(&word) && ["f", "g", "h", "i"]"#), 2);
    let mut found: Vec<(usize, String)> = Vec::new();
    for (path, code) in code(&source()) {
        let name = path.strip_prefix(source()).unwrap().display().to_string();
        // The keys of a row and the tags of a page are no words of English.
        if name.starts_with("cli/") {
            continue;
        }
        found.extend(Some(lists(&code)).filter(|lists| *lists > 0).map(|lists| (lists, name)));
    }
    found.sort();
    let count: usize = found.iter().map(|(lists, _)| lists).sum();
    assert!(
        count <= LISTS_IN_CODE,
        "{count} lists of words in {} files, where {LISTS_IN_CODE} were allowed; put new ones into \
         src/lexicon/word_classes.tsv: {found:#?}",
        found.len()
    );
}
