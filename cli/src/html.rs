//! Is a text HTML? Read as plain text, its tags would stand among the words and its menus among the paragraphs, so it is
//! refused, with a sentence that says so.

/// What to do instead.
pub(crate) const REFUSAL: &str = "is HTML, and plain text is read: take the article out of the page first, as \
                                  `trafilatura --json` does, or open the page in the playground";

/// What a page begins with.
const BEGINNINGS: [&str; 7] = ["<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>"];
/// So many closing tags are no accident.
const TAGS: usize = 3;

/// Whether a text is a page's source. Looks at its beginning alone.
pub(crate) fn is_html(text: &str) -> bool {
    let start = &text[..text.floor_char_boundary(20_000)];
    let small = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_ascii_lowercase();
    BEGINNINGS.iter().any(|beginning| small.starts_with(beginning))
        || ["</p>", "</div>", "</a>", "</span>", "</li>"].iter().map(|tag| small.matches(tag).count()).sum::<usize>()
            >= TAGS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_told_from_a_text_that_speaks_of_tags() {
        for (text, expected) in [
            ("\u{feff} <!DOCTYPE html>\n<title>Rain</title>", true),
            ("<p>Rain fell.</p>", true),
            ("Home <a href=x>a</a> <a href=y>b</a> <a href=z>c</a>", true),
            ("Rain fell, <b>Roe</b> said.", false),
            ("A paragraph ends with </p>, the tutor said, and a < b.", false),
        ] {
            assert_eq!(is_html(text), expected, "{text}");
        }
    }
}
