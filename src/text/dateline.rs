//! Datelines: `OSLO, May 3 (Reuters) -` in front of the first sentence.
//!
//! They are no part of what the sentence says, and the wire service they credit is the page itself.

use std::sync::OnceLock;

use regex::Regex;

/// A dateline at the start of a block's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline<'t> {
    /// Bytes from the start of the text to the end of the dash.
    pub end: usize,
    /// The wire service in brackets.
    pub wire: &'t str,
}

impl<'t> Dateline<'t> {
    /// The dateline that a text begins with.
    #[must_use]
    pub fn of(text: &'t str) -> Option<Self> {
        static PATTERN: OnceLock<Option<Regex>> = OnceLock::new();
        let pattern = PATTERN
            .get_or_init(|| Regex::new(r"^[ \t\n]*[A-Z][^()\n]{0,60}\(([A-Z][A-Za-z ]{1,24})\) ?(?:--|-|–|—)").ok());
        let captures = pattern.as_ref()?.captures(text)?;
        Some(Self { end: captures.get(0)?.end(), wire: captures.get(1)?.as_str() })
    }
}

#[cfg(test)]
mod tests {
    use super::Dateline;

    #[test]
    fn a_place_a_wire_and_a_dash_make_a_dateline() {
        let cases = [
            ("OSLO (AP) — It rained.", Some("AP")),
            ("OSLO, May 3 (Reuters) - It rained.", Some("Reuters")),
            ("New Corran (Nordic Wire) -- It rained.", Some("Nordic Wire")),
            ("It rained (Reuters) and poured.", None),
            ("The fee doubled (Financial Times).", None),
            ("rain (AP) - so", None),
        ];
        for (text, wire) in cases {
            assert_eq!(Dateline::of(text).map(|d| d.wire), wire, "{text}");
        }
    }
}
