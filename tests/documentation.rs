//! What the documents say has to hold: their links lead somewhere, the examples of `docs/sourcing-depth.md` are what the
//! engine answers, and `docs/privacy.md` names the permissions that the manifest asks for. What is said of the command line
//! is tried in `cli/tests/documents.rs`, what is said of `cargo xtask` in `xtask/src/main.rs`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use hearsay::document::Host;
use hearsay::document::plain_text::PlainText;
use hearsay::{analyze, wording};

/// A path from the repository's root.
fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every document for people: those in the root, in `docs`, and those for the stores.
fn documents() -> Vec<PathBuf> {
    let files = [".", "docs", "extension/store"].into_iter().flat_map(|folder| fs::read_dir(at(folder)).unwrap());
    let mut found: Vec<PathBuf> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    found.sort();
    found
}

/// The targets of a document's links: `[words](target)`.
fn links(document: &str) -> impl Iterator<Item = &str> {
    document.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target)
}

/// The name by which a heading can be linked to.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// Whether a link leads to a file, and to a heading in it if it names one. Other sites are not asked.
fn leads_somewhere(from: &Path, target: &str) -> bool {
    if target.starts_with("https://") || target.starts_with("mailto:") {
        return true;
    }
    let (path, heading) = target.split_once('#').unwrap_or((target, ""));
    let file = if path.is_empty() { from.to_owned() } else { from.parent().unwrap().join(path) };
    let headings = |text: &str| text.lines().any(|line| anchor(line.trim_start_matches('#')) == heading);
    file.exists() && (heading.is_empty() || headings(&read(&file)))
}

/// The rows of a document's tables, as cells without their code marks.
fn rows(document: &str) -> Vec<Vec<String>> {
    let lines = document.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    lines.map(|row| row.split(" | ").map(str::to_owned).collect()).collect()
}

#[test]
fn every_link_in_the_documents_leads_somewhere() {
    let mut count = 0;
    for document in documents() {
        let text = read(&document);
        for target in links(&text) {
            count += 1;
            assert!(leads_somewhere(&document, target), "{} links to {target}", document.display());
        }
    }
    assert!(count > 10, "only {count} links were read");
}

#[test]
fn every_path_that_the_architecture_names_exists() {
    let text = read(&at("docs/architecture.md"));
    let paths = text.split('`').skip(1).step_by(2).filter(|path| path.contains('/') && !path.contains(' '));
    let mut count = 0;
    for path in paths.filter(|path| !path.contains("NAME")) {
        // A room is named from its house once the paragraph says which: `frames/` in `src/attribution`.
        let houses =
            ["", "src/attribution", "src/sources", "extension/src", "extension/src/content", "extension/src/pages"];
        assert!(houses.iter().any(|house| at(house).join(path).exists()), "{path} does not exist");
        count += 1;
    }
    assert!(count > 20, "only {count} paths were read");
}

#[test]
fn the_examples_of_sourcing_depth_are_what_the_engine_answers() {
    let mut count = 0;
    for row in rows(&read(&at("docs/sourcing-depth.md"))) {
        let [sentence, hands, depth @ ..] = row.as_slice() else { continue };
        let silent = hands == "no claim";
        if !silent && !hands.starts_with("page ←") {
            continue;
        }
        count += 1;
        let document = PlainText::read(sentence, Host::default()).document;
        let found = analyze(&document).claims;
        let said: Vec<_> =
            found.iter().map(|claim| (wording::chain(&document, claim), wording::depth(claim))).collect();
        let expected: Vec<_> = depth.iter().map(|depth| (hands.clone(), depth.clone())).collect();
        assert_eq!(said, expected, "{sentence}");
    }
    assert!(count > 15, "only {count} examples were read");
}

#[test]
fn what_a_report_says_further_is_perhaps_one_hand_more() {
    let text = read(&at("docs/sourcing-depth.md"));
    let section = text.split("## Perhaps").nth(1).unwrap();
    let quoted = section.lines().filter_map(|line| line.strip_prefix('>')).map(str::trim).collect::<Vec<_>>();
    let document = PlainText::read(&quoted.join("\n"), Host::default()).document;
    let depths: Vec<_> = analyze(&document).claims.iter().map(wording::depth).collect();
    assert_eq!(depths, ["2 hands away", "1 hand away, perhaps 2"]);
}

#[test]
fn privacy_names_every_permission_and_no_other() {
    let manifest = read(&at("extension/manifest.json"));
    let asked: BTreeSet<&str> = ["\"permissions\": [", "\"host_permissions\": ["]
        .iter()
        .map(|key| manifest.split(key).nth(1).unwrap().split(']').next().unwrap())
        .flat_map(|list| list.split('"').skip(1).step_by(2))
        .collect();
    let document = read(&at("docs/privacy.md"));
    let named: Vec<_> = rows(&document).into_iter().filter(|row| row[0].starts_with('`')).collect();
    let named: BTreeSet<&str> = named.iter().flat_map(|row| row[0].split('`').skip(1).step_by(2)).collect();
    assert_eq!(named, asked);
}
