//! Whether a hand is printed under the right name: not somebody else's, not a garbled one, not `he` for a known man.
//!
//! In: a labelled hop and the answered one that stands for it, and the text. The card prints a hop's name, and without one the
//! words of its mention.

use super::corpus::Hop;
use super::matching::plain_name;

/// Words in front of a name that a card may print or leave out.
const TITLES: &str = "mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor president \
    vice prime minister secretary general gen lt col colonel maj major capt captain sgt sergeant judge justice king queen \
    prince princess pope rev reverend chief chairman chairwoman spokesman spokeswoman mayor ambassador former";

/// Whether a card that prints `answered` names the hand that is `labelled`.
pub(crate) fn same_name(labelled: &Hop, answered: &Hop, text: &[char]) -> bool {
    let (label, guess) = (named(labelled), named(answered));
    let (label_words, guess_words) = (mentioned(labelled, text), mentioned(answered, text));
    match (label.as_slice(), guess.as_slice()) {
        ([], []) => true,
        ([], guess) => within(guess, &label_words) || within(&label_words, guess),
        // The page's words stand in for the name where they hold the surname, or the first word of the name.
        (label, []) => within(&label[label.len() - 1..], &guess_words) || within(&label[..1], &guess_words),
        (label, guess) => within(guess, label) || is_longer(label, guess, &label_words),
    }
}

/// A title more than the label has: `Senator Ann Roe` where the mention says so.
fn is_longer(label: &[String], guess: &[String], mention: &[String]) -> bool {
    guess.iter().eq(mention.iter().filter(|word| guess.contains(word)))
        && within(label, guess)
        && guess.iter().all(|word| is_title(word) || label.contains(word))
}

fn named(hop: &Hop) -> Vec<String> {
    hop.name.as_deref().map(words).unwrap_or_default()
}

fn mentioned(hop: &Hop, text: &[char]) -> Vec<String> {
    let Some([start, end]) = hop.span else { return Vec::new() };
    let end = end.min(text.len());
    words(&text[start.min(end)..end].iter().collect::<String>())
}

/// The words of a name in lower case, without punctuation, an article in front, and titles in front.
fn words(name: &str) -> Vec<String> {
    let name = plain_name(name).unwrap_or_default();
    let letters = |word: &str| word.chars().filter(|c| c.is_alphanumeric() || "-&.'".contains(*c)).collect::<String>();
    let mut words: Vec<String> = name
        .split_whitespace()
        .map(|word| letters(word).trim_matches(['.', '\'', '-']).to_owned())
        .filter(|word| !word.is_empty())
        .collect();
    let titles = words.iter().take_while(|word| is_title(word)).count();
    words.drain(..titles.min(words.len().saturating_sub(1)));
    words
}

fn is_title(word: &str) -> bool {
    TITLES.split_whitespace().any(|title| title == word)
}

fn within(part: &[String], whole: &[String]) -> bool {
    !part.is_empty() && whole.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Senator Ann Roe of Pellworth and he and the harbour master";

    fn hop(words: &str, name: Option<&str>) -> Hop {
        let start = TEXT.find(words).unwrap();
        Hop {
            span: (!words.is_empty()).then_some([start, start + words.len()]),
            name: name.map(str::to_owned),
            source_type: "named_person".to_owned(),
            anonymous: false,
            link: "explicit".to_owned(),
        }
    }

    #[test]
    fn a_hand_is_named_right_or_is_somebody_else() {
        let text: Vec<char> = TEXT.chars().collect();
        for (label, guess, right) in [
            // Names: part of the labelled one, or with the title that the page prints in front.
            (hop("Ann Roe", Some("Ann Roe")), hop("", Some("the Ann Roe’s")), true),
            (hop("Ann Roe", Some("Ann Roe")), hop("", Some("Roe")), true),
            (hop("Senator Ann Roe", Some("Ann Roe")), hop("", Some("Senator Ann Roe")), true),
            (hop("Ann Roe", Some("Ann Roe")), hop("", Some("Ann Roe of Pellworth")), false),
            (hop("Ann Roe", Some("Ann Roe")), hop("", Some("Roe Ann")), false),
            (hop("Ann Roe", Some("Ann Roe")), hop("", Some("Orla Vey")), false),
            // The card prints the page's words for somebody whose name is known.
            (hop("Ann Roe", Some("Ann Roe")), hop("Ann Roe", None), true),
            (hop("Ann Roe", Some("Ann Roe")), hop("he", None), false),
            // The card prints a name for somebody who has none.
            (hop("the harbour master", None), hop("", Some("harbour master")), true),
            (hop("the harbour master", None), hop("", Some("Ann Roe")), false),
            (hop("the harbour master", None), hop("the harbour master", None), true),
        ] {
            assert_eq!(same_name(&label, &guess, &text), right, "{label:?} {guess:?}");
        }
    }
}
