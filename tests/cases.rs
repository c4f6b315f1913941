//! Every case in `tests/cases`: a short text, and each claim it makes with its chain.
//!
//! A case is a paragraph of the file. Its first line is the text (` ¶ ` parts blocks, `@domain` in front names the
//! host); each further line is a claim: `=> content <- hand <- hand`, a hand being the page's words, its name, or `?`
//! for nobody, with `~` in front when it is inherited. Pieces of content are joined with ` … `. Kinds other than speech
//! stand in front: `directive=>`. A text without such lines makes no claim.

use std::fs;
use std::path::Path;

use hearsay::analyze;
use hearsay::document::plain_text::PlainText;
use hearsay::document::{Document, Host};
use hearsay::report::{Claim, Kind, Link, SourceType, Span};

#[test]
fn every_case_gives_its_claims_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut wrong = Vec::new();
    let mut count = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let cases = fs::read_to_string(&path).unwrap();
        for case in cases.split("\n\n").map(str::trim).filter(|case| !case.is_empty()) {
            let lines: Vec<&str> = case.lines().filter(|line| !line.starts_with('#')).collect();
            let Some((text, expected)) = lines.split_first() else { continue };
            count += 1;
            let found = claims(text);
            if found != expected {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                wrong.push(format!("{name}: {text}\n  expected {expected:#?}\n  found    {found:#?}"));
            }
        }
    }
    assert!(count > 50, "only {count} cases were read");
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
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

fn line_of(document: &Document, claim: &Claim) -> String {
    let words =
        |span: &Span| document.blocks[span.block as usize].text[span.start as usize..span.end as usize].to_owned();
    let content: Vec<String> = claim.content.iter().map(words).collect();
    let kind = match claim.kind {
        Kind::Speech => "",
        Kind::Attitude => "attitude",
        Kind::Directive => "directive",
        Kind::Commissive => "commissive",
    };
    let mut line = format!("{kind}=> {}", content.join(" … "));
    for hop in &claim.chain {
        let inherited = if hop.link == Link::Inherited { "~" } else { "" };
        let own = hop.span.as_ref().map(words);
        let hand = match hop.source_type {
            SourceType::Unspecified => "?".to_owned(),
            _ => hop.name.clone().or(own).unwrap_or_default(),
        };
        line.push_str(&format!(" <- {inherited}{hand}"));
    }
    line
}
