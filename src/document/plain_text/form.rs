//! What a block gives away by its wording alone: a credit, a date, `Read more`, a bullet. The wordings are the patterns
//! of `forms.tsv`, each with the place where it is looked for and an example:
//! `all` the whole of a short block, `start` its beginning, `end` its end, `marker` a sign in front that is not part of
//! the text, `front` a label in front of the text in the lines above an article.

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use crate::document::Region;
use crate::table;

/// Longer blocks are not looked at as a whole. Bytes.
const SHORT: usize = 220;
/// How much of a longer block is looked at. Bytes.
const START: usize = 80;
const END: usize = 140;
/// No caption is longer than this. Bytes.
const LONGEST_CAPTION: usize = 900;

/// The region that the wording of a block tells.
pub(super) fn region(block: &str) -> Option<Region> {
    let short = block.len() <= SHORT;
    let start = &block[..block.floor_char_boundary(START)];
    let end = &block[block.ceil_char_boundary(block.len().saturating_sub(END))..];
    // A long paragraph that ends as sentences do ends with no credit.
    let credit = short || block.len() <= LONGEST_CAPTION && !block.ends_with(['.', '”', '"', '?', '!', ':']);
    let all = short.then(|| FORMS.all.first(block)).flatten();
    all.or_else(|| FORMS.start.first(start)).or_else(|| credit.then(|| FORMS.end.first(end)).flatten())
}

/// The region that a sign or a label in front of a block tells, and the length of that sign in bytes.
pub(super) fn marker(block: &str) -> Option<(Region, usize)> {
    // Every paragraph is asked. Most begin with a word or a quotation mark, which no sign does but `a)`.
    let mut characters = block.chars();
    let first = characters.next()?;
    let plain = first.is_alphabetic() && characters.next() != Some(')') || "\"“”‘'".contains(first);
    if plain { None } else { sign(&FORMS.markers, block) }
}

/// The region that a label in the lines above an article tells, and the length of the label in bytes.
pub(super) fn front(block: &str) -> Option<(Region, usize)> {
    // Every line is asked, and few begin with one word and a colon.
    let label = block.bytes().take(START).find(|byte| !byte.is_ascii_alphabetic());
    if label == Some(b':') { sign(&FORMS.front, block) } else { None }
}

fn sign(signs: &[(Region, Regex)], block: &str) -> Option<(Region, usize)> {
    let start = &block[..block.floor_char_boundary(START)];
    signs.iter().find_map(|(region, sign)| Some((*region, sign.find(start)?.end())))
}

struct Forms {
    all: Wordings,
    start: Wordings,
    end: Wordings,
    markers: Vec<(Region, Regex)>,
    front: Vec<(Region, Regex)>,
}

/// Patterns that are looked for together, and the region each tells.
#[derive(Default)]
struct Wordings {
    patterns: RegexSet,
    regions: Vec<Region>,
}

impl Wordings {
    /// The region of the first pattern of the table that fits.
    fn first(&self, text: &str) -> Option<Region> {
        self.regions.get(self.patterns.matches(text).iter().next()?).copied()
    }
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let rows = |place| rows().filter(move |row| row.place == place);
    // That each pattern compiles is tested; a pattern that did not would only tell nothing.
    let wordings = |place| Wordings {
        patterns: RegexSet::new(rows(place).map(|row| row.pattern)).unwrap_or_default(),
        regions: rows(place).map(|row| row.region).collect(),
    };
    let signs = |place| rows(place).filter_map(|row| Some((row.region, Regex::new(row.pattern).ok()?))).collect();
    Forms {
        all: wordings("all"),
        start: wordings("start"),
        end: wordings("end"),
        markers: signs("marker"),
        front: signs("front"),
    }
});

struct Row {
    region: Region,
    place: &'static str,
    pattern: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "shows what is meant, and is tested"))]
    example: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    table::rows(include_str!("forms.tsv")).filter_map(|line| {
        let mut columns = line.split('\t');
        let region = match columns.next()? {
            "headline" => Region::Headline,
            "subheading" => Region::Subheading,
            "paragraph" => Region::Paragraph,
            "quote" => Region::Quote,
            "list-item" => Region::ListItem,
            "caption" => Region::Caption,
            "byline" => Region::Byline,
            "other" => Region::Other,
            _ => return None,
        };
        Some(Row { region, place: columns.next()?, pattern: columns.next()?, example: columns.next()? })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_fits_its_example_and_the_example_tells_the_region() {
        assert_eq!(rows().count(), include_str!("forms.tsv").lines().count() - 1);
        for Row { region: expected, place, pattern, example } in rows() {
            let compiled = Regex::new(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
            assert!(compiled.is_match(example), "{pattern} does not fit {example}");
            let found = match place {
                "marker" => marker(example).map(|(region, _)| region),
                "front" => front(example).map(|(region, _)| region),
                "all" | "start" | "end" => region(example),
                _ => panic!("no such place: {place}"),
            };
            assert_eq!(found, Some(expected), "{example}");
        }
    }

    #[test]
    fn a_sentence_that_speaks_of_pictures_or_agencies_is_no_caption() {
        for sentence in [
            "The ministry told Reuters that the bridge was closed.",
            "She posted a photo by a neighbour on Instagram.",
            "Getty Images sued the maker of the program, its lawyers said.",
            "The police released a file photo of the bridge.",
            "A screenshot of the letter was sent to the Lantern.",
            "In this case, the mayor said, the photo was real.",
            "By Friday, the bridge was open again.",
            "Updated plans for 12 bridges were shown, the mayor said, and most of them will be built by next year.",
            "The bridge is closed, the mayor said. (Reuters)",
            "Follow the money, she said.",
            "Sources: bridge to be closed for good",
            "Read the letter, he said, and you will see.",
            "“The image was a fake,” Roe said on Facebook.",
        ] {
            assert_eq!(region(sentence).or(marker(sentence).map(|(region, _)| region)), None, "{sentence}");
        }
    }
}
