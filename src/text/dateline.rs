//! Datelines: `OSLO, May 3 (Reuters) -`, `NEW CORRAN —` in front of the first sentence.
//!
//! They are no part of what the sentence says, and the wire service they credit is the page itself. Without one it is the
//! place that tells: it stands in capitals, and a sentence begins behind the dash.

/// No place and date are longer. Bytes.
const LONGEST_PLACE: usize = 62;
/// No wire service has a longer name. Bytes.
const LONGEST_WIRE: usize = 25;

/// A dateline at the start of a block's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline<'t> {
    /// Bytes from the start of the text to the end of the dash.
    pub end: usize,
    /// The wire service in brackets, where one is credited.
    pub wire: Option<&'t str>,
}

/// The dashes that end a dateline.
const DASHES: [&str; 5] = ["--", "—", "–", "―", "-"];

impl<'t> Dateline<'t> {
    /// The dateline that a text begins with.
    #[must_use]
    pub fn of(text: &'t str) -> Option<Self> {
        Self::with_wire(text).or_else(|| Self::in_capitals(text))
    }

    fn with_wire(text: &'t str) -> Option<Self> {
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
        let length = DASHES.iter().find(|mark| dash.starts_with(**mark)).map(|mark| mark.len())?;
        let end = text.len() - dash.len() + length;
        (named && rest.len() - dash.len() <= 1).then_some(Self { end, wire: Some(wire) })
    }

    /// `NEW CORRAN, May 3 — It rained`. `NATO — the alliance — is` goes on in lower case.
    fn in_capitals(text: &'t str) -> Option<Self> {
        let place = text.trim_start();
        let (at, mark) =
            DASHES.iter().filter_map(|mark| place.find(&format!(" {mark} ")).map(|at| (at, mark))).min()?;
        let (city, date) = place[..at].split_once(',').unwrap_or((&place[..at], ""));
        let letters = |words: &str| words.chars().filter(|c| c.is_alphabetic()).count();
        let named = city.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '/'))
            && letters(city) > 2
            && city.split_whitespace().count() <= 4
            && date.split_whitespace().count() <= 4
            && at <= LONGEST_PLACE;
        let rest = place[at + 1 + mark.len()..].trim_start();
        let begins = rest
            .trim_start_matches(['"', '“', '\'', '‘', '«'])
            .starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        let end = text.len() - place.len() + at + 1 + mark.len();
        (named && begins).then_some(Self { end, wire: None })
    }
}

#[cfg(test)]
mod tests {
    use super::Dateline;

    #[test]
    fn a_place_a_wire_and_a_dash_make_a_dateline() {
        let cases = [
            ("OSLO (AP) — It rained.", Some(Some("AP"))),
            ("OSLO, May 3 (Reuters) - It rained.", Some(Some("Reuters"))),
            ("New Corran (Nordic Wire) -- It rained.", Some(Some("Nordic Wire"))),
            ("It rained (Reuters) and poured.", None),
            ("The fee doubled (Financial Times).", None),
            ("rain (AP) - so", None),
            ("NEW CORRAN — It rained.", Some(None)),
            ("SELBY, May 3 -- “It rained,” Roe said.", Some(None)),
            ("NATO — the alliance — met.", None),
            ("ROE: The gate is shut — It is dry.", None),
            ("Selby — It rained.", None),
        ];
        for (text, wire) in cases {
            assert_eq!(Dateline::of(text).map(|dateline| dateline.wire), wire, "{text}");
        }
    }
}
