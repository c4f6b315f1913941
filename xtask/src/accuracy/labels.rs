//! Labelled texts as people write them: the format that `tests/accuracy/README.md` explains.
//!
//! In goes a file, out come rows of JSON, one text a line, in the form of every other labelled set: places are `[start, end)`
//! in code points of the text. What cannot be read is an error that names the text and the line.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

/// The kinds of source that a label may name.
const TYPES: [&str; 13] = [
    "named_person",
    "named_official",
    "role_only",
    "institution",
    "news_outlet",
    "outlet_collective",
    "document",
    "social_post",
    "anonymous_individual",
    "anonymous_collective",
    "vague_collective",
    "unspecified",
    "self",
];

/// Reads all texts of a file.
pub(super) fn read(file: &str) -> Result<Vec<Value>> {
    file.split("\n=== ")
        .filter_map(|text| text.strip_prefix("=== ").or(Some(text)))
        .filter(|text| !text.trim().is_empty())
        .map(row)
        .collect()
}

fn row(text: &str) -> Result<Value> {
    let (head, rest) = text.split_once('\n').context("a text without lines")?;
    let mut fields = head.split(" | ");
    let id = fields.next().unwrap_or_default().trim();
    let mut host = json!({ "names": [], "domain": "" });
    for field in fields {
        match field.split_once(':').map(|(name, value)| (name.trim(), value.trim())) {
            Some(("host", names)) => host["names"] = names.split(',').map(str::trim).collect(),
            Some(("domain", domain)) => host["domain"] = domain.into(),
            _ => bail!("{id}: `{field}` is neither a host nor a domain"),
        }
    }
    let (text, labels) = rest.split_once("\n--- claims\n").with_context(|| format!("{id}: no line `--- claims`"))?;
    let text = text.trim();
    let claims = labels
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| claim(text, line).with_context(|| format!("{id}: {line}")))
        .collect::<Result<Vec<_>>>()?;
    Ok(json!({ "id": id, "text": text, "host": host, "claims": claims }))
}

/// `[1]@2 It leaks ... in May // and more <- Tarn News {news_outlet} <- she {named_person = Ann Roe} ; optional`
fn claim(text: &str, line: &str) -> Result<Value> {
    let (id, body) = line.strip_prefix('[').and_then(|line| line.split_once(']')).context("no number in brackets")?;
    let (nth, body) = match body.strip_prefix('@').and_then(|body| body.split_once(' ')) {
        Some((nth, body)) => (nth.parse::<usize>()?, body),
        None => (1, body),
    };
    let optional = body.trim_end().ends_with("; optional");
    let body = body.trim_end().trim_end_matches("; optional").trim();
    let mut parts = body.split(" <- ");
    let content = content(text, parts.next().unwrap_or_default(), nth)?;
    let (start, end) = (content[0].0, content[content.len() - 1].1);
    let chain = parts.map(|hand| hop(text, hand.trim(), start, end)).collect::<Result<Vec<_>>>()?;
    ensure!(!chain.is_empty(), "no hands");
    let pieces: Vec<_> = content.iter().map(|piece| points(text, *piece)).collect();
    Ok(json!({
        // The cue is not labelled; an empty one would say that the claim goes on from the one before.
        "id": id, "content": pieces, "cue": [[0, 1]], "kind": "speech", "optional": optional,
        "depth": chain.len(), "depth_max": chain.len(), "chain": chain,
    }))
}

/// Bytes of the pieces of content, which ` // ` parts; within one, ` ... ` stands for all between.
fn content(text: &str, words: &str, nth: usize) -> Result<Vec<(usize, usize)>> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (piece, nth) in words.split(" // ").zip([nth].into_iter().chain(std::iter::repeat(1))) {
        let (first, last) = piece.trim().split_once(" ... ").unwrap_or((piece.trim(), ""));
        let found = text[from..].match_indices(first).nth(nth.saturating_sub(1));
        let start = from + found.with_context(|| format!("the text has no `{first}`"))?.0;
        let mut end = start + first.len();
        if !last.is_empty() {
            end += text[end..].find(last).with_context(|| format!("no `{last}` behind it"))? + last.len();
        }
        pieces.push((start, end));
        from = end;
    }
    Ok(pieces)
}

/// `she {named_person = Ann Roe}`: the mention nearest to the content.
fn hop(text: &str, hand: &str, start: usize, end: usize) -> Result<Value> {
    let (words, about) = hand.strip_suffix('}').and_then(|hand| hand.rsplit_once('{')).context("no braces")?;
    let words = words.trim();
    let (about, name) = about.split_once('=').map_or((about, None), |(about, name)| (about, Some(name.trim())));
    let source_type = about.split(',').next().unwrap_or_default().trim();
    ensure!(TYPES.contains(&source_type), "`{source_type}` is no type of source");
    let span = if words == "(nobody)" {
        None
    } else {
        let whole = |at: &usize| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !letter(text[..*at].chars().next_back()) && !letter(text[*at + words.len()..].chars().next())
        };
        let distance =
            |at: &usize| if (start..=end).contains(at) { 0 } else { at.abs_diff(start).min(at.abs_diff(end)) };
        let at = text.match_indices(words).map(|(at, _)| at).filter(whole).min_by_key(distance);
        let at = at.with_context(|| format!("the text has no `{words}`"))?;
        Some(points(text, (at, at + words.len())))
    };
    let named = matches!(source_type, "named_person" | "named_official" | "institution" | "news_outlet");
    let name = name.or(Some(words).filter(|_| named && span.is_some()));
    let anonymous = source_type.starts_with("anonymous") || about.contains(", anonymous");
    let link = if source_type == "unspecified" { "unspecified" } else { "explicit" };
    Ok(json!({ "span": span, "name": name, "type": source_type, "anonymous": anonymous, "link": link }))
}

/// A place in code points.
fn points(text: &str, (start, end): (usize, usize)) -> [usize; 2] {
    let first = text[..start].chars().count();
    [first, first + text[start..end].chars().count()]
}

#[cfg(test)]
mod tests {
    use super::read;

    const FILE: &str = "\
=== pier | host: Tarn Leader, Leader | domain: tarnleader.example
The pier

“Ølen leaks,” Vey told Radio Tarn. It leaks in May, she added.
--- claims
[1] “Ølen leaks,” <- Radio Tarn {news_outlet} <- Vey {named_person = Ann Vey}
[2]@1 It leaks ... May <- she {named_person = Ann Vey} ; optional
";

    #[test]
    fn a_text_is_read_with_its_host_and_its_claims_in_code_points() {
        let rows = read(FILE).unwrap();
        assert_eq!(rows.len(), 1);
        let row = &rows[0];
        assert_eq!((row["id"].as_str(), row["host"]["names"][1].as_str()), (Some("pier"), Some("Leader")));
        let text: Vec<char> = row["text"].as_str().unwrap().chars().collect();
        let words = |place: &serde_json::Value| {
            let at = |index: usize| usize::try_from(place[index].as_u64().unwrap()).unwrap();
            text[at(0)..at(1)].iter().collect::<String>()
        };
        let claims = row["claims"].as_array().unwrap();
        assert_eq!(words(&claims[0]["content"][0]), "“Ølen leaks,”");
        assert_eq!(words(&claims[0]["chain"][1]["span"]), "Vey");
        assert_eq!(claims[0]["chain"][1]["name"], "Ann Vey");
        assert_eq!(words(&claims[1]["content"][0]), "It leaks in May");
        assert_eq!((&claims[0]["optional"], &claims[1]["optional"]), (&false.into(), &true.into()));
    }

    #[test]
    fn what_cannot_be_read_is_told_with_the_text_and_the_line() {
        for (right, wrong, reason) in [
            ("“Ølen leaks,” <-", "“Ølen sinks,” <-", "the text has no `“Ølen sinks,”`"),
            ("{news_outlet}", "{outlet}", "`outlet` is no type of source"),
            ("<- Radio Tarn", "<- Radio Orle", "the text has no `Radio Orle`"),
            ("--- claims", "--- labels", "no line `--- claims`"),
        ] {
            let error = format!("{:#}", read(&FILE.replacen(right, wrong, 1)).unwrap_err());
            assert!(error.starts_with("pier") && error.contains(reason), "{error}");
        }
    }
}
