//! Who publishes the page: the outlets that are the page itself and therefore no hand.
//!
//! The host by its names and domain, its sister titles, and the wire service that a dateline credits.

use crate::document::{Document, Region};
use crate::lexicon::lexicon;
use crate::text::{Dateline, folded};

/// The outlets that stand behind a page.
#[derive(Debug)]
pub struct Publisher {
    /// Names in lower case, letters and digits only.
    names: Vec<String>,
}

impl Publisher {
    /// Gathers who publishes a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let mut names: Vec<String> = document.host.names.iter().map(|name| squash(name)).collect();
        let labels: Vec<&str> = document.host.domain.split('.').collect();
        // `news.lantern.co.uk`: the longest label that is not a common one is the outlet's.
        names.extend(
            labels
                .iter()
                .filter(|label| {
                    label.len() > 2 && !matches!(**label, "www" | "com" | "org" | "net" | "news" | "edition")
                })
                .map(|label| squash(label)),
        );
        names.extend(wires(document).map(squash));
        let canonical: Vec<String> =
            names.iter().filter_map(|name| lexicon().outlet(name)).map(|outlet| squash(outlet.name)).collect();
        names.extend(canonical);
        names.retain(|name| name.len() > 1);
        Self { names }
    }

    /// Whether an outlet is the page itself: its name, a sister title (`Lantern Magazine`), or its wire.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        let name = squash(name);
        if name.is_empty() {
            return false;
        }
        let long_form = lexicon().outlet(&folded(&name)).map(|outlet| squash(outlet.name));
        self.names.iter().any(|own| {
            *own == name
                || long_form.as_deref() == Some(own)
                || (own.len() > 3 && name.starts_with(own.as_str()))
                || (name.len() > 3 && own.starts_with(&name))
        })
    }
}

/// The wire services that datelines credit: `OSLO, May 3 (Reuters) -`.
fn wires(document: &Document) -> impl Iterator<Item = &str> {
    let paragraphs = document.blocks.iter().filter(|block| block.region == Region::Paragraph).take(3);
    paragraphs.filter_map(|block| Dateline::of(&block.text)).map(|dateline| dateline.wire)
}

fn squash(name: &str) -> String {
    let lower = folded(name);
    let plain = lower.strip_prefix("the ").unwrap_or(&lower);
    plain.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::Publisher;
    use crate::document::{Block, Document, Host};

    fn publisher(domain: &str, names: &[&str], first: &str) -> Publisher {
        Publisher::of(&Document {
            host: Host { domain: domain.to_owned(), names: names.iter().map(|n| (*n).to_owned()).collect() },
            blocks: vec![Block { text: first.to_owned(), ..Block::default() }],
        })
    }

    #[test]
    fn the_host_its_sister_titles_and_its_wire_are_the_page() {
        let cases = [
            ("lantern.example", &["The Northern Lantern"][..], "", "Northern Lantern", true),
            ("lantern.example", &["The Northern Lantern"], "", "Lantern", true),
            ("lantern.example", &["Lantern"], "", "Lantern Magazine", true),
            ("lantern.example", &["Lantern"], "", "Courier", false),
            ("", &[], "OSLO (AP) — It rained.", "AP", true),
            ("", &[], "OSLO, May 3 (Reuters) - It rained.", "Reuters", true),
            ("", &[], "It rained (Reuters) - so.", "AP", false),
            ("", &[], "", "Reuters", false),
        ];
        for (domain, names, first, asked, expected) in cases {
            assert_eq!(publisher(domain, names, first).is(asked), expected, "{domain} {first} {asked}");
        }
    }
}
