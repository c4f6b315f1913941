//! A page of text for people, as CommonMark: the title, who wrote it, how many claims, and each claim as a quotation with its way.
//! Words of the page stay words: whatever in them would be markup is escaped.

use super::{Page, deep_link};
use crate::report::{Claim, Hop, Report};
use crate::wording::{self, perhaps};

pub(super) fn write(page: &Page, report: &Report) -> String {
    let name = page.name();
    let title = if name.is_empty() { "Claims" } else { name };
    let number = wording::number_of_claims(report.claims.len());
    let credits = Some(escaped(&page.credits())).filter(|credits| !credits.is_empty());
    let claims = report.claims.iter().map(|claim| section(page, claim));
    let parts = [format!("# {}", linked(title, page.link()))].into_iter().chain(credits).chain([number]).chain(claims);
    parts.collect::<Vec<_>>().join("\n\n") + "\n"
}

fn section(page: &Page, claim: &Claim) -> String {
    let hand =
        |hop: &Hop| format!(" ← {}{}", perhaps(hop), linked(&wording::hand(page.document, hop), super::address(hop)));
    let remarks = wording::remarks(claim).into_iter().map(|remark| format!(" · {remark}"));
    let place = deep_link::of(page, claim).map(|link| format!(" · {}", linked("on the page", Some(&link))));
    format!(
        "## {}. {}\n\n> {}\n\n{}{}{}",
        claim.id.0,
        wording::depth(claim),
        escaped(&wording::words(page.document, &claim.content)),
        escaped(&wording::page(page.document)),
        claim.chain.iter().map(hand).collect::<String>(),
        remarks.chain(place).collect::<String>(),
    )
}

/// Words that lead to an address, if there is one.
pub(super) fn linked(words: &str, url: Option<&str>) -> String {
    url.map_or_else(|| escaped(words), |url| format!("[{}](<{}>)", escaped(words), address(url)))
}

/// Words that Markdown shows as they are, on one line. ASCII punctuation may always be escaped.
pub(super) fn escaped(words: &str) -> String {
    const MARKUP: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '#', '&', '|', '~', '!', '$'];
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped: String = line
        .chars()
        .flat_map(|character| MARKUP.contains(&character).then_some('\\').into_iter().chain([character]))
        .collect();
    // A line's beginning can be that of a list: `1. `, `2) `, `- `, `+ `; or of an underlined heading: `=`.
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let sign = escaped.as_bytes().get(digits).copied().unwrap_or_default();
    if (digits > 0 && matches!(sign, b'.' | b')')) || (digits == 0 && matches!(sign, b'-' | b'+' | b'=')) {
        escaped.insert(digits, '\\');
    }
    escaped
}

/// An address between pointed brackets, where neither these nor a line's end may stand.
fn address(url: &str) -> String {
    url.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E").split_whitespace().collect::<Vec<_>>().join("%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_page_are_never_markup() {
        for (words, written) in [
            ("the *bridge* is [shut](x)", r"the \*bridge\* is \[shut\](x)"),
            ("<img src=x>", r"\<img src=x\>"),
            ("AT&amp;T", r"AT\&amp;T"),
            ("1. Open", r"1\. Open"),
            ("2) Shut", r"2\) Shut"),
            ("- shut", r"\- shut"),
            ("# not a heading\n\n> nor a quote", r"\# not a heading \> nor a quote"),
            ("plain, “quoted” words.", "plain, “quoted” words."),
        ] {
            assert_eq!(escaped(words), written);
        }
    }

    #[test]
    fn an_address_ends_where_it_should() {
        assert_eq!(address("https://a.example/b c>(d)\\"), "https://a.example/b%20c%3E(d)%5C");
    }
}
