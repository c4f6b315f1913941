//! The address of a claim's very words: a text fragment (`#:~:text=`), which a browser scrolls to and marks. In go the
//! page and the words; out comes an address, or none for a page that is not on the web. `deep-link.ts` in the extension
//! makes the same of what it copies; `tests/deep_links.tsv` holds both to it.

use super::Page;
use super::passage::{Passage, passages};
use crate::report::Claim;

/// So many words at each end are enough to find a passage; a shorter one is given whole.
const ENDS: usize = 5;
/// A passage of no more words could stand on the page twice: it is found by what stands before it too.
const FEW: usize = 3;

pub(super) fn of(page: &Page, claim: &Claim) -> Option<String> {
    let address = page.link()?.split('#').next()?;
    let directives: Vec<String> = passages(page, &claim.content).iter().filter_map(directive).collect();
    (!directives.is_empty()).then(|| format!("{address}#:~:text={}", directives.join("&text=")))
}

/// What finds one passage. Signs at its ends are left out, since a browser looks for whole words.
fn directive(passage: &Passage) -> Option<String> {
    let is_sign = |c: char| !c.is_alphanumeric();
    let bare = passage.exact.trim_start_matches(is_sign);
    let signs = &passage.exact[..passage.exact.len() - bare.len()];
    let words: Vec<&str> = bare.trim_end_matches(is_sign).split_whitespace().collect();
    let joined = |words: &[&str]| encoded(words.join(" ").trim_matches(is_sign));
    match words.len() {
        0 => None,
        1..=FEW => Some(format!("{}{}", prefix(&format!("{}{signs}", passage.before)), joined(&words))),
        some if some <= 2 * ENDS => Some(joined(&words)),
        all => Some(format!("{},{}", joined(&words[..ENDS]), joined(&words[all - ENDS..]))),
    }
}

/// The last words of what stands right before a passage, up to its first letter.
fn prefix(before: &str) -> String {
    let words: Vec<&str> = before.split_whitespace().collect();
    let last = words[words.len().saturating_sub(FEW)..].join(" ");
    let last = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    if last.is_empty() { String::new() } else { format!("{}-,", encoded(last)) }
}

/// Words as they may stand in a directive: of the signs only those that mean nothing there.
fn encoded(words: &str) -> String {
    let mut encoded = String::new();
    for byte in words.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_found_by_its_ends_and_a_short_one_by_what_stands_before() {
        let table = include_str!("../../tests/deep_links.tsv");
        for row in table.lines().filter(|line| !line.starts_with('#')) {
            let [before, exact, expected] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
            let passage = Passage { exact, before, after: "", position: None };
            assert_eq!(directive(&passage).unwrap_or_default(), expected, "{exact}");
        }
    }
}
