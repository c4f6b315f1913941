//! Datelines: `OSLO, May 3 (Reuters) -` in front of the first sentence.
//!
//! They are no part of what the sentence says, and the wire service they credit is the page itself.

/// No place and date in front of the bracket are longer. Bytes.
const LONGEST_PLACE: usize = 62;
/// No wire service has a longer name. Bytes.
const LONGEST_WIRE: usize = 25;

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
        let place = text.trim_start();
        let open = place.find(['(', ')', '\n']).filter(|at| *at <= LONGEST_PLACE && place[*at..].starts_with('('))?;
        let bracket = &place[open + 1..];
        let close = bracket.find(')').filter(|at| (2..=LONGEST_WIRE).contains(at))?;
        let wire = &bracket[..close];
        let named = wire.starts_with(|c: char| c.is_ascii_uppercase())
            && wire.chars().all(|c| c.is_ascii_alphabetic() || c == ' ')
            && place.starts_with(char::is_uppercase);
        let rest = &bracket[close + 1..];
        let dash = rest.trim_start_matches(' ');
        let length = ["--", "—", "–", "―", "-"].iter().find(|mark| dash.starts_with(**mark)).map(|mark| mark.len())?;
        let end = text.len() - dash.len() + length;
        (named && rest.len() - dash.len() <= 1).then_some(Self { end, wire })
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
