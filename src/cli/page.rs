//! The claims of one article as a person reads them in a terminal: how far away each is, its words, and through whose
//! hands it came.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use hearsay::document::plain_text::PlainText;
use hearsay::report::{Claim, ClaimId, Directness, Factuality, Hop, Kind, Link, Report, SourceType, Span};
use textwrap::Options;

const STRONG: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();
const HANDS: Style = AnsiColor::Cyan.on_default();

/// The columns to write in. Lines wider than a hundred are hard to read, however wide the terminal is.
pub(crate) fn width() -> usize {
    textwrap::termwidth().clamp(30, 100)
}

/// Writes the claims of a report on `text`, which `read` was made from, in so many columns.
pub(crate) fn write(
    out: &mut impl Write,
    width: usize,
    text: &str,
    read: &PlainText,
    report: &Report,
) -> io::Result<()> {
    let page = Page { text, read };
    match report.claims.len() {
        0 => return writeln!(out, "No claims that somebody else is named for."),
        1 => writeln!(out, "{STRONG}1 claim{STRONG:#}")?,
        claims => writeln!(out, "{STRONG}{claims} claims{STRONG:#}")?,
    }
    let number = report.claims.len().to_string().len();
    let indent = " ".repeat(number + 2);
    let block = Options::new(width).initial_indent(&indent).subsequent_indent(&indent);
    for claim in &report.claims {
        writeln!(out)?;
        let remarks = remarks(claim);
        let remarks = if remarks.is_empty() { String::new() } else { format!(" · {}", remarks.join(" · ")) };
        let depth = depth(claim);
        // The style marks have no width of their own, so they are put around a line that is wrapped already.
        let heading = format!("{depth}{remarks}");
        let mut lines = textwrap::wrap(&heading, width - indent.len()).into_iter();
        let first = lines.next().unwrap_or_default();
        let (strong, quiet) = first.split_at_checked(depth.len()).unwrap_or((&first, ""));
        writeln!(out, "{QUIET}{:>number$}{QUIET:#}  {STRONG}{strong}{STRONG:#}{QUIET}{quiet}{QUIET:#}", claim.id.0)?;
        for line in lines {
            writeln!(out, "{indent}{QUIET}{line}{QUIET:#}")?;
        }
        for line in textwrap::wrap(&page.words(&claim.content), &block) {
            writeln!(out, "{line}")?;
        }
        for line in textwrap::wrap(&page.chain(claim), &block) {
            writeln!(out, "{HANDS}{line}{HANDS:#}")?;
        }
    }
    Ok(())
}

/// How far away a claim is: `2 hands away, perhaps 3`.
fn depth(claim: &Claim) -> String {
    let perhaps = if claim.depth_max > claim.depth { format!(", perhaps {}", claim.depth_max) } else { String::new() };
    match claim.depth {
        0 => format!("this page's own{perhaps}"),
        1 => format!("1 hand away{perhaps}"),
        hands @ 2..6 => format!("{hands} hands away{perhaps}"),
        _ => "6 or more hands away".to_owned(),
    }
}

/// What else there is to say of a claim, in the order of the reader's card.
fn remarks(claim: &Claim) -> Vec<String> {
    let of = |what: &str, id: ClaimId| format!("{what} {}", id.0);
    let nameless = claim.chain.iter().rfind(|hop| hop.link != Link::Inherited).is_some_and(|hop| {
        use SourceType::{AnonymousCollective, AnonymousIndividual, Unspecified};
        matches!(hop.source_type, AnonymousCollective | AnonymousIndividual | Unspecified)
    });
    [
        nameless.then(|| "the last hand has no name".to_owned()),
        match claim.directness {
            Directness::Direct => Some("their words".to_owned()),
            Directness::Mixed => Some("partly their words".to_owned()),
            Directness::Indirect => None,
        },
        claim.continues.map(|id| of("the quote goes on from", id)),
        claim.parent.map(|id| of("inside", id)),
        match claim.kind {
            Kind::Speech => None,
            Kind::Attitude => Some("an attitude".to_owned()),
            Kind::Directive => Some("a demand".to_owned()),
            Kind::Commissive => Some("a promise".to_owned()),
        },
        match claim.factuality {
            Factuality::Neutral => None,
            Factuality::Hedged => Some("hedged by the page".to_owned()),
            Factuality::Counterfactive => Some("denied, or called wrong by the page".to_owned()),
            Factuality::Nonassertive => Some("not stated as a fact".to_owned()),
        },
    ]
    .into_iter()
    .flatten()
    .collect()
}

struct Page<'t> {
    text: &'t str,
    read: &'t PlainText,
}

impl Page<'_> {
    /// The hands of a claim: `page ← Tessaly Courier ← Nawras Net ← perhaps “well-informed sources”`.
    fn chain(&self, claim: &Claim) -> String {
        let domain = self.read.document.host.domain.as_str();
        let page = if domain.is_empty() { "page" } else { domain }.to_owned();
        claim.chain.iter().fold(page, |chain, hop| {
            let perhaps = if hop.link == Link::Inherited { "perhaps " } else { "" };
            format!("{chain} ← {perhaps}{}", self.hand(hop))
        })
    }

    /// A name stands as it is, other words of the page in quotation marks.
    fn hand(&self, hop: &Hop) -> String {
        use SourceType::{Document, Institution, NamedOfficial, NamedPerson, NewsOutlet};
        let named = matches!(hop.source_type, NamedPerson | NamedOfficial | Institution | NewsOutlet | Document);
        let words = hop.span.map(|span| self.words(&[span]));
        match (&hop.name, words) {
            (Some(name), _) if named => printable(name),
            (_, Some(words)) if hop.source_type == SourceType::Unspecified => format!("nobody named (“{words}”)"),
            (Some(name), _) => format!("“{}”", printable(name).trim_matches(['“', '”', '"'])),
            (None, Some(words)) => format!("“{}”", words.trim_matches(['“', '”', '"'])),
            (None, None) => "nobody named".to_owned(),
        }
    }

    /// The words of some spans, on one line.
    fn words(&self, spans: &[Span]) -> String {
        let pieces = spans.iter().filter_map(|&span| self.text.get(self.read.place(span)?)).map(printable);
        pieces.collect::<Vec<_>>().join(" … ")
    }
}

/// Words without what would steer the terminal, and with single spaces.
fn printable(words: &str) -> String {
    let words = words.replace(|c: char| c.is_control(), " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use hearsay::Host;

    use super::*;

    const TEXT: &str = "The bridge is closed,\nthe report said, citing well-informed sources.";

    fn span(words: &str) -> Span {
        let start = TEXT.find(words).expect("the words are in the text");
        let place = |byte: usize| u32::try_from(byte).expect("the text is short");
        Span { block: 0, start: place(start), end: place(start + words.len()) }
    }

    fn hop(words: Option<&str>, name: Option<&str>, source_type: SourceType, link: Link) -> Hop {
        Hop {
            span: words.map(span),
            name: name.map(str::to_owned),
            source_type,
            anonymous: false,
            link,
            evidence: None,
            antecedent: None,
        }
    }

    fn claim(chain: Vec<Hop>, depth: u8) -> Claim {
        Claim {
            id: ClaimId(1),
            content: vec![span("The bridge is closed")],
            cue: vec![span("said")],
            source: vec![span("the report")],
            kind: Kind::Speech,
            directness: Directness::Indirect,
            factuality: Factuality::Neutral,
            depth,
            depth_max: u8::try_from(chain.len()).expect("chains are short"),
            confidence: 0.9,
            parent: None,
            continues: None,
            chain,
            rule: "test",
        }
    }

    fn printed(claims: Vec<Claim>, domain: &str) -> String {
        let host = Host { names: Vec::new(), domain: domain.to_owned() };
        let mut out = anstream::StripStream::new(Vec::new());
        write(&mut out, 100, TEXT, &PlainText::read(TEXT, host), &Report { claims }).expect("a vector takes all");
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
                claim(vec![report(), courier, sources(Link::Inherited)], 2),
                "lantern.example",
                "1 claim\n\n1  2 hands away, perhaps 3\n   The bridge is closed\n   lantern.example ← Tessaly Courier ← \
                 Nawras Net ← perhaps “well-informed sources”\n",
            ),
            (
                claim(vec![report(), sources(Link::Explicit)], 2),
                "",
                "1 claim\n\n1  2 hands away · the last hand has no name\n   The bridge is closed\n   page ← Tessaly Courier \
                 ← “well-informed sources”\n",
            ),
            (
                claim(vec![hop(Some("report"), None, Unspecified, Link::Unspecified)], 1),
                "",
                "1 claim\n\n1  1 hand away · the last hand has no name\n   The bridge is closed\n   page ← nobody named \
                 (“report”)\n",
            ),
        ] {
            assert_eq!(printed(vec![claim], domain), expected);
        }
        assert_eq!(printed(vec![], ""), "No claims that somebody else is named for.\n");
    }

    #[test]
    fn words_of_the_page_cannot_steer_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\n\tc\u{7f}"), "a [31mb c");
    }
}
