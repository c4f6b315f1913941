//! Every case in `tests/cases`: a short text, and each claim it makes with its chain.
//!
//! A case is a paragraph of the file. Its first line is the text (` ¶ ` parts blocks, `@domain` in front names the
//! host); each further line is a claim: `=> content <- hand <- hand`, a hand being the page's words, its name, or `?`
//! for nobody, with `~` in front when it is inherited. Pieces of content are joined with ` … `. Kinds other than speech
//! stand in front: `directive=>`. A text without such lines makes no claim.
//!
//! Behind the content and behind each hand, braces may say the rest; without them it is not looked at.
//!
//!     => content {mixed, hedged, inside c1: allegedly … said} <- the captain {role_only, anaphoric, for Captain Roe}
//!
//! Behind a content: how it is quoted; its factuality unless that is neutral; the claim of this case that it stands inside of
//! or goes on from; its sources where they are not the mentions of its chain; and behind a colon the words that attribute it.
//! Behind a hand: its type; whether it is anonymous where the type does not tell; its link unless that is explicit; its
//! antecedent; why its name is kept (`unnamed because …`); and behind a colon the evidence, unless that runs from the mention to the nearest cue.
//!
//! `{!role_only}` is what would be right and is not found today; the case fails once it is, and the mark goes.
//!
//! Write new cases without braces. `BLESS=1 cargo test --test cases` adds them to every line whose words are right: read
//! each against `docs/sourcing-depth.md`, and mend by hand what is wrong. It changes no line that has them.

#![expect(clippy::panic, reason = "a case that is no case stops the test")]

use std::fmt::Debug;
use std::fs;
use std::path::Path;

use hearsay::analyze;
use hearsay::document::plain_text::PlainText;
use hearsay::document::{Document, Host};
use hearsay::report::{Claim, Hop, Link, SourceType, Span};

#[test]
fn every_case_gives_its_claims_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    let mut count = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let cases = fs::read_to_string(&path).unwrap();
        let mut blessed = Vec::new();
        for case in cases.split("\n\n") {
            let mut lines: Vec<String> = case.lines().map(str::to_owned).collect();
            let text = lines.iter().position(|line| !line.is_empty() && !line.starts_with('#'));
            if let Some(text) = text {
                count += 1;
                let expected: Vec<&str> =
                    lines[text + 1..].iter().map(String::as_str).filter(|line| !line.starts_with('#')).collect();
                let found = claims(&lines[text]);
                if agree(&expected, &found) {
                    let mut found = found.into_iter();
                    for line in lines[text + 1..].iter_mut().filter(|line| !line.starts_with('#')) {
                        let full = found.next().unwrap_or_default();
                        if !line.contains('{') {
                            *line = full;
                        }
                    }
                } else {
                    let name = path.file_name().unwrap().to_string_lossy().into_owned();
                    wrong.push(format!("{name}: {}\n  expected {expected:#?}\n  found    {found:#?}", lines[text]));
                }
            }
            blessed.push(lines.join("\n"));
        }
        if bless {
            fs::write(&path, blessed.join("\n\n") + "\n").unwrap();
        }
    }
    assert!(count > 50, "only {count} cases were read");
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// Whether the lines found are those expected, in all that the expected ones say.
fn agree(expected: &[&str], found: &[String]) -> bool {
    let same = |(expected, found): (&str, &str)| match expected.split_once(" {!") {
        Some((words, right)) => {
            found.strip_prefix(words).and_then(|rest| rest.strip_prefix(" {")).is_some_and(|rest| rest != right)
        }
        None => expected == found || Some(expected) == found.split(" {").next(),
    };
    expected.len() == found.len()
        && expected.iter().zip(found).all(|(expected, found)| {
            let (expected, found) = (expected.split(" <- "), found.split(" <- "));
            expected.clone().count() == found.clone().count() && expected.zip(found).all(same)
        })
}

#[test]
fn a_case_checks_what_it_says_and_what_it_leaves_unsaid_is_not_looked_at() {
    let found = ["=> it leaks {indirect: said} <- Roe {named_person} <- ~a memo {document}".to_owned()];
    for (expected, agrees) in [
        ("=> it leaks <- Roe <- ~a memo", true),
        ("=> it leaks {indirect: said} <- Roe {named_person} <- ~a memo {document}", true),
        ("=> it leaks <- Roe {named_person} <- ~a memo", true),
        ("=> it leaks <- Roe {!named_official} <- ~a memo", true),
        ("=> it leaks <- Roe {!named_person} <- ~a memo", false),
        ("=> it leaks <- Vey {!named_official} <- ~a memo", false),
        ("=> it leaks <- Roe", false),
        ("=> it leaks {indirect} <- Roe <- ~a memo", false),
        ("=> it leaks <- Roe {named_official} <- ~a memo", false),
        ("=> it leaks <- Roe <- a memo", false),
    ] {
        assert_eq!(agree(&[expected], &found), agrees, "{expected}");
    }
}

fn claims(line: &str) -> Vec<String> {
    let (domain, text) = match line.strip_prefix('@').and_then(|rest| rest.split_once(' ')) {
        Some((domain, text)) => (domain, text),
        None => ("", line),
    };
    let host = Host { names: Vec::new(), domain: domain.to_owned() };
    let document = PlainText::read(&text.replace(" ¶ ", "\n\n"), host).document;
    analyze(&document).claims.iter().map(|claim| line_of(&document, claim)).collect()
}

/// The whole line of a claim, with all braces.
fn line_of(document: &Document, claim: &Claim) -> String {
    let counted = claim.chain.iter().filter(|hop| hop.link != Link::Inherited).count();
    assert_eq!((usize::from(claim.depth), usize::from(claim.depth_max)), (counted, claim.chain.len()));

    let kind = Some(named(&claim.kind)).filter(|kind| kind != "speech").unwrap_or_default();
    let mut line = format!("{kind}=> {} {{{}}}", all(document, &claim.content), of_claim(document, claim));
    for hop in &claim.chain {
        let inherited = if hop.link == Link::Inherited { "~" } else { "" };
        let own = hop.span.as_ref().map(|span| words(document, span));
        let hand = match hop.source_type {
            SourceType::Unspecified => "?",
            _ => hop.name.as_deref().or(own).unwrap_or_default(),
        };
        line.push_str(&format!(" <- {inherited}{hand} {{{}}}", of_hop(document, claim, hop)));
    }
    line
}

fn of_claim(document: &Document, claim: &Claim) -> String {
    let mut said = vec![named(&claim.directness)];
    said.extend(Some(named(&claim.factuality)).filter(|factuality| factuality != "neutral"));
    said.extend(claim.parent.map(|parent| format!("inside {parent}")));
    said.extend(claim.continues.map(|origin| format!("continues {origin}")));
    let mut mentions: Vec<Span> =
        claim.chain.iter().filter(|hop| hop.link != Link::Inherited).filter_map(|hop| hop.span).collect();
    mentions.retain(|span| !claim.cue.contains(span));
    mentions.sort_unstable();
    if claim.source.is_empty() && !mentions.is_empty() {
        said.push("no source".to_owned());
    } else if claim.source != mentions {
        said.push(format!("source {}", all(document, &claim.source)));
    }
    let cue = if claim.cue.is_empty() { String::new() } else { format!(": {}", all(document, &claim.cue)) };
    said.join(", ") + &cue
}

fn of_hop(document: &Document, claim: &Claim, hop: &Hop) -> String {
    let source_type = named(&hop.source_type);
    let mut said = vec![source_type.clone()];
    if hop.anonymous != source_type.starts_with("anonymous") {
        said.push(if hop.anonymous { "anonymous" } else { "not anonymous" }.to_owned());
    }
    let link = named(&hop.link);
    said.extend(Some(link).filter(|link| !["explicit", "inherited", source_type.as_str()].contains(&link.as_str())));
    said.extend(hop.antecedent.map(|span| format!("for {}", words(document, &span))));
    said.extend(hop.reason.map(|span| format!("unnamed {}", words(document, &span))));
    let evidence = match hop.evidence {
        evidence if evidence == hop.span.and_then(|mention| with_nearest_cue(claim, mention)) => String::new(),
        Some(evidence) => format!(": {}", words(document, &evidence)),
        None => ": no evidence".to_owned(),
    };
    said.join(", ") + &evidence
}

/// The run from a mention to the cue that is nearest to it, or back.
fn with_nearest_cue(claim: &Claim, mention: Span) -> Option<Span> {
    let runs = claim.cue.iter().filter(|cue| cue.block == mention.block).map(|cue| Span {
        block: mention.block,
        start: mention.start.min(cue.start),
        end: mention.end.max(cue.end),
    });
    runs.min_by_key(|run| run.end - run.start)
}

fn all(document: &Document, spans: &[Span]) -> String {
    spans.iter().map(|span| words(document, span)).collect::<Vec<_>>().join(" … ")
}

fn words<'d>(document: &'d Document, span: &Span) -> &'d str {
    document.words(*span).unwrap_or_else(|| panic!("{span:?} is no place of the text"))
}

/// A variant's name in lower case, its words parted by `_`.
fn named(variant: &impl Debug) -> String {
    let name = format!("{variant:?}");
    let mut words = String::new();
    for (at, letter) in name.char_indices() {
        if at > 0 && letter.is_uppercase() {
            words.push('_');
        }
        words.extend(letter.to_lowercase());
    }
    words
}
