//! Where the blocks of a plain text begin and end. Text in, byte ranges out, without white space at either end.
//!
//! A blank line always ends a block. A single line break ends one too, unless it only wraps a line: some texts put
//! every paragraph on one long line, others break lines at a width, and a program that reads files meets both.

use std::ops::Range;

use super::form;

/// Text is wrapped at widths between these, in characters. A longer line was never wrapped; a narrower column is a list
/// or a verse.
const WIDTHS: std::ops::RangeInclusive<usize> = 50..=120;

/// The blocks of a text, in order.
pub(super) fn split(text: &str) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        // A byte order mark is no character of the text.
        let inner = line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let start = at + line.len() - inner.len();
        let end = start + inner.trim_end().len();
        if start < end {
            lines.push(start..end);
        } else {
            join_wrapped(text, &lines, &mut blocks);
            lines.clear();
        }
        at += line.len();
    }
    join_wrapped(text, &lines, &mut blocks);
    blocks
}

/// Makes blocks of lines between which no blank line stands.
fn join_wrapped(text: &str, lines: &[Range<usize>], blocks: &mut Vec<Range<usize>>) {
    let width = lines.iter().map(|line| text[line.clone()].chars().count()).max().unwrap_or_default();
    let mut last: Option<&Range<usize>> = None;
    for line in lines {
        match (last, blocks.last_mut()) {
            (Some(above), Some(block)) if goes_on(&text[above.clone()], &text[line.clone()], width) => {
                block.end = line.end;
            }
            _ => blocks.push(line.clone()),
        }
        last = Some(line);
    }
}

/// Whether a line goes on in the line below it, both being part of lines that are at most `width` characters long.
fn goes_on(above: &str, below: &str, width: usize) -> bool {
    let quoted = |line: &str| line.starts_with('>');
    if quoted(above) || quoted(below) {
        return quoted(above) && quoted(below);
    }
    let wordless = |line: &str| !line.contains(char::is_alphanumeric);
    if wordless(above) || wordless(below) || form::front(above).is_some() || form::front(below).is_some() {
        return false;
    }
    let ended = ends_sentence(above);
    if form::marker(below).is_some() {
        let number = below.starts_with(|c: char| c.is_ascii_digit());
        return number && !ended && !above.ends_with(':') && form::marker(above).is_none();
    }
    let unfinished = above.trim_end_matches(['"', '”', '’', '\'']).ends_with([',', ';', '-', '–', '—']);
    if unfinished || !ended && below.starts_with(char::is_lowercase) {
        return true;
    }
    // A picture's description, and below it the caption that repeats it.
    if repeats(above, below) {
        return true;
    }
    let next_word = below.split_whitespace().next().unwrap_or_default().chars().count();
    let full = 5 * (above.chars().count() + 1 + next_word) > 4 * width;
    WIDTHS.contains(&width) && full
}

/// Whether a line says again what the line above says, and goes on.
pub(super) fn repeats(above: &str, below: &str) -> bool {
    let above = above.trim();
    above.contains(' ') && !ends_sentence(above) && below.trim().strip_prefix(above).is_some_and(|rest| rest.len() > 1)
}

/// Whether a line ends as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')', ']', ' ']).ends_with(['.', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        split(text).into_iter().map(|block| &text[block]).collect()
    }

    #[test]
    fn blank_lines_separate_blocks_and_white_space_is_left_out() {
        for (text, expected) in [
            ("", &[][..]),
            (" \n\t\n", &[]),
            ("one", &["one"]),
            ("\u{feff}one\n\ntwo\n", &["one", "two"]),
            ("  one \r\n\r\n \r\n two", &["one", "two"]),
        ] {
            assert_eq!(pieces(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_wrapped_line_goes_on_and_a_line_that_is_a_paragraph_does_not() {
        let long = "The council of Orle, which had met behind closed doors for most of the week, said on Friday that the \
                    bridge would stay closed until the spring.";
        let wrapped =
            "The council of Orle, which had met behind closed doors for most of\nthe week, said so on Friday.";
        for (text, expected) in [
            (format!("{long}\n{long}"), vec![long, long]),
            (wrapped.to_owned(), vec![wrapped]),
            (format!("{wrapped}\nIt is old."), vec![wrapped, "It is old."]),
            ("“We are ready,”\nChen said.".to_owned(), vec!["“We are ready,”\nChen said."]),
            (format!("The bridge; \nA story.\n\n{long}"), vec!["The bridge; \nA story.", long]),
            ("Bridge closed\nBy Jane Roe\n3 May 2024".to_owned(), vec!["Bridge closed", "By Jane Roe", "3 May 2024"]),
            (format!("{long}\n- one\n- two"), vec![long, "- one", "- two"]),
            ("> We met\n> on Monday.\nShe left.".to_owned(), vec!["> We met\n> on Monday.", "She left."]),
            (
                "The bridge at Orle\nThe bridge at Orle - File photo".to_owned(),
                vec!["The bridge at Orle\nThe bridge at Orle - File photo"],
            ),
        ] {
            assert_eq!(pieces(&text), expected, "{text:?}");
        }
    }
}
