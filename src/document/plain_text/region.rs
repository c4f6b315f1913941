//! What part each block of a plain text plays. Nothing but its form tells: the wording of credits and labels, the place
//! at the top, a line that is short and does not end as a sentence does. In doubt a block is a paragraph: a caption
//! read as one makes a wrong claim at most, a paragraph read as a caption loses its claims.

use super::blocks::{ends_sentence, repeats};
use super::form;
use crate::document::Region;

/// Words that a heading has at most.
const HEADING_WORDS: usize = 16;
/// Words that a heading has at most if it is a question: running text asks longer ones.
const QUESTION_WORDS: usize = 8;
/// Words that a headline has at most; a line that stands alone is taken for one only up to the first.
const HEADLINE_WORDS: usize = 30;

/// A block's part, and how many bytes in front of it are no part of its text: `- `, `Headline: `.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) region: Region,
    pub(super) sign: usize,
}

/// The part of each block, in order.
pub(super) fn guess(blocks: &[&str]) -> Vec<Part> {
    let mut parts = Vec::with_capacity(blocks.len());
    let mut headline: Option<&str> = None;
    let mut body = false;
    for (index, &block) in blocks.iter().enumerate() {
        let alone = blocks.len() == 1;
        let labelled = if body { None } else { form::front(block) };
        let part = if let Some((region, sign)) = labelled.or_else(|| form::marker(block)) {
            Part { region, sign }
        } else {
            let before = headline.is_none() && !body;
            let region = by_wording(block, before)
                .or_else(|| before.then(|| by_place(block, alone, &blocks[index + 1..])).flatten())
                .unwrap_or_else(|| by_length(block));
            Part { region, sign: 0 }
        };
        let text = &block[part.sign..];
        let again = headline.is_some_and(|headline| same_words(headline, text));
        match part.region {
            Region::Headline => headline = Some(text),
            Region::Paragraph => body |= labelled.is_none(),
            _ => {}
        }
        parts.push(if again { Part { region: Region::Other, ..part } } else { part });
    }
    parts
}

/// What the wording of a block tells. What stands first on a page and has some length is more likely its headline than
/// a label.
fn by_wording(block: &str, before_headline: bool) -> Option<Region> {
    if let Some((above, below)) = block.split_once('\n')
        && repeats(above, below)
        && (form::region(below) == Some(Region::Caption) || !ends_sentence(below))
    {
        return Some(Region::Caption);
    }
    if !block.contains(char::is_alphanumeric) {
        return Some(Region::Other);
    }
    let region = form::region(block)?;
    // `Levy may go – Reuters`: an agency behind a dash is no credit in what stands first on a page.
    let dashed = || block.rsplit_once([' ', '.']).is_some_and(|(rest, _)| rest.trim_end().ends_with(['–', '—']));
    let credit = || region == Region::Other || region == Region::Caption && dashed();
    (!before_headline || words(block) < 4 || !credit()).then_some(region)
}

/// Whether a block that has no headline before it is one.
fn by_place(block: &str, alone: bool, rest: &[&str]) -> Option<Region> {
    let count = words(block);
    let headline = if ends_sentence(block) && !block.trim_end().ends_with('?') {
        // Some archives close every line with a stop, headlines too.
        let article = rest.len() >= 4 && rest.iter().any(|below| below.len() > block.len() * 3 / 2);
        count <= HEADLINE_WORDS && !alone && !quoted(block) && (title_case(block) || article && count <= 15)
    } else {
        heading_like(block) && count <= if alone { HEADING_WORDS } else { HEADLINE_WORDS }
    };
    headline.then_some(Region::Headline)
}

/// A heading is short and does not end as a sentence does.
fn by_length(block: &str) -> Region {
    let count = words(block);
    let speech = quoted(block) && (block.contains(['.', '!', '?']) || !block.ends_with(['"', '”']));
    let heading = if speech {
        false
    } else if block.ends_with('?') {
        count <= QUESTION_WORDS && heading_like(block)
    } else if ends_sentence(block) {
        (2..=6).contains(&count) && title_case(block)
    } else {
        count <= HEADING_WORDS && heading_like(block)
    };
    if heading { Region::Subheading } else { Region::Paragraph }
}

/// One line that does not begin in the middle of a sentence and does not announce what follows.
fn heading_like(block: &str) -> bool {
    let end = block.trim_end_matches(['"', '”', '’', '\'', ')', ' ']);
    !block.contains('\n')
        && !block.starts_with(|c: char| c.is_lowercase() || "―–—-,;:.…".contains(c))
        && !end.ends_with([':', ';', ',', '!', '…', '-', '–', '—', '―'])
}

/// Whether a block is in double quotation marks, or begins with some: a person speaks.
fn quoted(block: &str) -> bool {
    block.starts_with(['"', '“', '”'])
}

/// Whether all words but the small ones begin with a capital.
fn title_case(block: &str) -> bool {
    let long = |word: &&str| word.chars().count() > 3 && word.starts_with(char::is_alphabetic);
    let mut count = 0;
    for word in block.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(long) {
        if word.starts_with(char::is_lowercase) && !["from", "with", "over", "into", "than"].contains(&word) {
            return false;
        }
        count += 1;
    }
    count > 0
}

/// Whether two blocks say the same, whatever their marks and capitals.
fn same_words(one: &str, other: &str) -> bool {
    fn letters(block: &str) -> impl Iterator<Item = char> {
        block.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    letters(one).eq(letters(other))
}

fn words(block: &str) -> usize {
    block.split_whitespace().take(HEADLINE_WORDS + 1).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEDE: &str = "The bridge at Orle will stay closed until the spring, the council said on Friday after a week of \
                        talks behind closed doors.";

    fn regions(blocks: &[&str]) -> Vec<Region> {
        guess(blocks).into_iter().map(|part| part.region).collect()
    }

    #[test]
    fn the_first_line_is_a_headline_unless_it_is_a_sentence() {
        for (blocks, expected) in [
            (&["Bridge closed, says council", LEDE][..], Region::Headline),
            (&["Bridge closed - report", LEDE], Region::Headline),
            (&["Bridge closed for good – Reuters", LEDE], Region::Headline),
            (&["Who closed the bridge?", LEDE], Region::Headline),
            (&["Orle Council Closes the Bridge for a Year.", LEDE], Region::Headline),
            (&["Source: bridge to be closed for good", LEDE], Region::Headline),
            (&[LEDE, LEDE], Region::Paragraph),
            (&["The council said so.", LEDE], Region::Paragraph),
            (&["Bridge closed - report"], Region::Headline),
            (&["The council said that the bridge was closed."], Region::Paragraph),
            (&["“We will appeal,” said Jane Roe, who leads the council."], Region::Paragraph),
            (&["The council said:", LEDE], Region::Paragraph),
            (&["and so they left", LEDE], Region::Paragraph),
        ] {
            assert_eq!(regions(blocks)[0], expected, "{blocks:?}");
        }
    }

    #[test]
    fn a_later_line_is_a_subheading_if_it_is_short_and_no_sentence() {
        for (block, expected) in [
            ("A Second Bridge", Region::Subheading),
            ("'Nobody was asked'", Region::Subheading),
            ("“Nobody was asked”", Region::Subheading),
            ("A third bridge?", Region::Subheading),
            ("Money and Stone.", Region::Subheading),
            ("7:05 p.m.", Region::Subheading),
            ("She refused.", Region::Paragraph),
            ("Roe added:", Region::Paragraph),
            ("“Nobody was asked,” she said", Region::Paragraph),
            ("“Nobody was asked. We are angry.” — Jane Roe", Region::Paragraph),
            ("“Was nobody asked?”", Region::Paragraph),
            ("So who was it, in the end, that the council had asked before?", Region::Paragraph),
            (
                "The bridge is closed and the road behind it is, too, and so nobody could get home that night",
                Region::Paragraph,
            ),
        ] {
            assert_eq!(regions(&["Bridge closed", LEDE, block])[2], expected, "{block}");
        }
    }

    #[test]
    fn captions_bylines_labels_items_and_quotes_are_told_by_their_wording() {
        for (block, expected) in [
            ("The bridge at Orle\nThe bridge at Orle on Friday - File photo Orle Archive", Region::Caption),
            ("The old bridge\nThe old bridge seen from Orle", Region::Caption),
            ("The old bridge\nThe old bridge was built in 1911. It has been closed before.", Region::Paragraph),
            (
                "People cross the bridge at Orle on Friday, the last day it was open. (Jane Roe/Lantern Group)",
                Region::Caption,
            ),
            ("By Jane Roe", Region::Byline),
            ("May 3, 2024", Region::Byline),
            ("(Reporting by Jane Roe; editing by Juan Paz)", Region::Byline),
            ("Advertisement", Region::Other),
            ("Read more: A second bridge is closed", Region::Other),
            ("BRIDGE CLOSED", Region::Other),
            ("___", Region::Other),
            ("• The road is open.", Region::ListItem),
            ("2) The road is open.", Region::ListItem),
            ("> The road is open.", Region::Quote),
            ("The council told the Lantern that a photo of the bridge was a fake.", Region::Paragraph),
            ("2024 was a bad year for bridges, she said.", Region::Paragraph),
        ] {
            assert_eq!(regions(&["Bridge closed", LEDE, block])[2], expected, "{block}");
        }
    }

    #[test]
    fn labels_in_front_of_an_article_are_no_part_of_the_text() {
        let blocks = ["Headline: Bridge closed", "Subtitle: It was old.", "Date: 2024-05-03", LEDE, "Date: the day"];
        let parts = guess(&blocks);
        let texts: Vec<_> = blocks.iter().zip(&parts).map(|(block, part)| (part.region, &block[part.sign..])).collect();
        assert_eq!(
            texts,
            [
                (Region::Headline, "Bridge closed"),
                (Region::Paragraph, "It was old."),
                (Region::Byline, "2024-05-03"),
                (Region::Paragraph, LEDE),
                (Region::Subheading, "Date: the day"),
            ]
        );
    }
}
