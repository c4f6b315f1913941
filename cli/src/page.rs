//! The claims of one article as a person reads them in a terminal: how far away each is, its words, and through whose
//! hands it came.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use hearsay::{Document, Report, wording};
use textwrap::Options;

const STRONG: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();
const HANDS: Style = AnsiColor::Cyan.on_default();

/// The columns to write in. Lines wider than a hundred are hard to read, however wide the terminal is.
pub(crate) fn width() -> usize {
    textwrap::termwidth().clamp(30, 100)
}

/// Writes the claims of a report on a document, in so many columns.
pub(crate) fn write(out: &mut impl Write, width: usize, document: &Document, report: &Report) -> io::Result<()> {
    let heading = wording::number_of_claims(report.claims.len());
    if report.claims.is_empty() {
        return writeln!(out, "{heading}");
    }
    writeln!(out, "{STRONG}{heading}{STRONG:#}")?;
    let number = report.claims.len().to_string().len();
    let indent = " ".repeat(number + 2);
    let block = Options::new(width).initial_indent(&indent).subsequent_indent(&indent);
    for claim in &report.claims {
        writeln!(out)?;
        let remarks = wording::remarks(claim);
        let remarks = if remarks.is_empty() { String::new() } else { format!(" · {}", remarks.join(" · ")) };
        let depth = wording::depth(claim);
        // The style marks have no width of their own, so they are put around a line that is wrapped already.
        let heading = format!("{depth}{remarks}");
        let mut lines = textwrap::wrap(&heading, width - indent.len()).into_iter();
        let first = lines.next().unwrap_or_default();
        let (strong, quiet) = first.split_at_checked(depth.len()).unwrap_or((&first, ""));
        writeln!(out, "{QUIET}{:>number$}{QUIET:#}  {STRONG}{strong}{STRONG:#}{QUIET}{quiet}{QUIET:#}", claim.id.0)?;
        for line in lines {
            writeln!(out, "{indent}{QUIET}{line}{QUIET:#}")?;
        }
        for line in textwrap::wrap(&wording::words(document, &claim.content), &block) {
            writeln!(out, "{line}")?;
        }
        for line in textwrap::wrap(&wording::chain(document, claim), &block) {
            writeln!(out, "{HANDS}{line}{HANDS:#}")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use hearsay::Host;
    use hearsay::document::plain_text::PlainText;
    use hearsay::report::{Claim, Hop, Link, SourceType, Span};
    use serde_json::json;

    use super::*;

    const TEXT: &str = "The bridge is closed,\nthe report said, citing well-informed sources.";

    fn span(words: &str) -> Span {
        let start = TEXT.find(words).expect("the words are in the text");
        let place = |byte: usize| u32::try_from(byte).expect("the text is short");
        Span { block: 0, start: place(start), end: place(start + words.len()) }
    }

    fn hop(words: Option<&str>, name: Option<&str>, source_type: SourceType, link: Link) -> Hop {
        let hop = json!({"span": words.map(span), "name": name, "type": source_type, "anonymous": false, "link": link});
        serde_json::from_value(hop).expect("a hop")
    }

    fn claim(chain: &[Hop], depth: u8) -> Claim {
        let claim = json!({
            "id": "c1", "content": [span("The bridge is closed")], "cue": [span("said")], "source": [span("the report")],
            "kind": "speech", "directness": "indirect", "factuality": "neutral", "depth": depth, "depthMax": chain.len(),
            "confidence": 0.9, "chainConfidence": 0.9, "chain": chain, "rule": "test",
        });
        serde_json::from_value(claim).expect("a claim")
    }

    fn printed(claims: Vec<Claim>, domain: &str) -> String {
        let host = Host { names: Vec::new(), domain: domain.to_owned() };
        let mut out = anstream::StripStream::new(Vec::new());
        let mut report = Report::default();
        report.claims = claims;
        write(&mut out, 100, &PlainText::read(TEXT, host).document, &report).expect("a vector takes all");
        String::from_utf8(out.into_inner()).expect("text in, text out")
    }

    #[test]
    fn a_claim_is_its_depth_its_words_and_its_hands() {
        use SourceType::{AnonymousCollective, Document, NewsOutlet, Unspecified};
        let report = || hop(Some("the report"), Some("Tessaly Courier"), Document, Link::Anaphoric);
        let sources = |link| hop(Some("well-informed sources"), None, AnonymousCollective, link);
        let courier = hop(None, Some("Nawras Net"), NewsOutlet, Link::Explicit);
        for (claim, domain, expected) in [
            (
                claim(&[report(), courier, sources(Link::Inherited)], 2),
                "lantern.example",
                "1 claim\n\n1  2 hands away, perhaps 3\n   The bridge is closed\n   lantern.example ← Tessaly Courier ← \
                 Nawras Net ← perhaps “well-informed sources”\n",
            ),
            (
                claim(&[report(), sources(Link::Explicit)], 2),
                "",
                "1 claim\n\n1  2 hands away · the last hand has no name\n   The bridge is closed\n   page ← Tessaly Courier \
                 ← “well-informed sources”\n",
            ),
            (
                claim(&[hop(Some("report"), None, Unspecified, Link::Unspecified)], 1),
                "",
                "1 claim\n\n1  1 hand away · the last hand has no name\n   The bridge is closed\n   page ← nobody named \
                 (“report”)\n",
            ),
        ] {
            assert_eq!(printed(vec![claim], domain), expected);
        }
        assert_eq!(printed(vec![], ""), "No claims that somebody else is named for.\n");
    }
}
