//! A name in the room there is: two lines at most, broken between words, cut with an ellipsis.

/// The face that words are set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Names, and our own words.
    Sans,
    /// The page's words.
    Serif,
}

const LINES: usize = 2;

/// Breaks words into lines no wider than `width`. The last one leaves room for `rest` pixels.
pub(super) fn lines(words: &str, width: f64, rest: f64, measure: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut left = words.trim();
    while !left.is_empty() {
        let is_last = lines.len() + 1 == LINES;
        if measure(left) + rest <= width {
            lines.push(left.to_owned());
            break;
        }
        if is_last {
            lines.push(cut(left, width - rest, measure));
            break;
        }
        let (line, others) = broken(left, width, measure);
        lines.push(line.to_owned());
        if others.is_empty() {
            // The name fits, but for the number behind it, which gets a line of its own.
            lines.push(String::new());
        }
        left = others;
    }
    lines
}

/// The same, for a name that would be cut as another is: its beginning, and what is said from the word on that holds the
/// byte `differs`, where the two names part.
pub(super) fn lines_apart(
    words: &str,
    differs: usize,
    width: f64,
    rest: f64,
    measure: &dyn Fn(&str) -> f64,
) -> Vec<String> {
    let words = words.trim();
    let (line, _) = broken(words, width, measure);
    let word = words.get(..differs).and_then(|before| before.rfind(char::is_whitespace)).map_or(0, |blank| blank + 1);
    // A word that is long may have nothing in sight of where it differs.
    let from = if measure(words.get(word..differs).unwrap_or_default()) > width / 2.0 { differs } else { word };
    let Some(tail) = words.get(from..) else { return lines(words, width, rest, measure) };
    let tail = format!("…{tail}");
    let tail = if measure(&tail) + rest <= width { tail } else { cut(&tail, width - rest, measure) };
    vec![line.to_owned(), tail]
}

/// How many bytes two names have in common at their beginning.
pub(super) fn in_common(one: &str, other: &str) -> usize {
    let same = one.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b);
    same.last().map_or(0, |((at, letter), _)| at + letter.len_utf8())
}

/// Whether a name has lost its end.
pub(super) fn is_cut(lines: &[String]) -> bool {
    lines.last().is_some_and(|line| line.ends_with('…'))
}

/// As many whole words as fit, or parts of words that have hyphens, and the others. A word that is too long for a line is parted.
fn broken<'w>(words: &'w str, width: f64, measure: &dyn Fn(&str) -> f64) -> (&'w str, &'w str) {
    let breaks = words.char_indices().filter_map(|(byte, character)| match character {
        '-' | '–' | '/' => Some(byte + character.len_utf8()),
        _ => character.is_whitespace().then_some(byte),
    });
    let fitting = breaks.take_while(|&byte| measure(words[..byte].trim_end()) <= width).last().filter(|&byte| byte > 0);
    let at = fitting.unwrap_or_else(|| as_far_as_fits(words, width, measure));
    let (line, others) = words.split_at(at);
    (line.trim_end(), others.trim_start())
}

/// The beginning of some words, with an ellipsis.
fn cut(words: &str, width: f64, measure: &dyn Fn(&str) -> f64) -> String {
    let at = as_far_as_fits(words, width - measure("…"), measure);
    format!("{}…", words[..at].trim_end())
}

/// The byte up to which words fit; at least behind the first character, found in few steps however long they are.
fn as_far_as_fits(words: &str, width: f64, measure: &dyn Fn(&str) -> f64) -> usize {
    let ends: Vec<usize> = words.char_indices().map(|(byte, character)| byte + character.len_utf8()).collect();
    let fitting = ends.partition_point(|&end| measure(&words[..end]) <= width);
    ends.get(fitting.saturating_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_two_lines_at_most_and_leaves_room_for_its_number() {
        for (words, width, rest, expected) in [
            ("", 10.0, 0.0, vec![]),
            ("Orle", 10.0, 0.0, vec!["Orle"]),
            ("Orle Courier", 8.0, 0.0, vec!["Orle", "Courier"]),
            ("Orle Courier", 12.0, 2.0, vec!["Orle", "Courier"]),
            ("Orle", 4.0, 2.0, vec!["Orle", ""]),
            ("Institute for Coastal Trade", 14.0, 0.0, vec!["Institute for", "Coastal Trade"]),
            ("Institute for Coastal Trade", 13.0, 2.0, vec!["Institute for", "Coastal Tr…"]),
            ("well-informed sources", 10.0, 0.0, vec!["well-", "informed…"]),
            ("Donaudampfschiff", 6.0, 0.0, vec!["Donaud", "ampfs…"]),
            ("Donaudampfschiff", 0.5, 0.0, vec!["D", "o…"]),
            ("صحيفة النهار العربية", 14.0, 0.0, vec!["صحيفة النهار", "العربية"]),
        ] {
            let measure = |words: &str| words.chars().count() as f64;
            assert_eq!(lines(words, width, rest, &measure), expected, "{words} in {width}");
        }
    }

    #[test]
    fn three_hundred_characters_take_few_measurements() {
        let measured = std::cell::Cell::new(0);
        let measure = |words: &str| {
            measured.set(measured.get() + 1);
            words.chars().count() as f64
        };
        assert_eq!(lines(&"x".repeat(300), 20.0, 0.0, &measure).len(), 2);
        assert!(measured.get() < 40, "{}", measured.get());
    }
}
