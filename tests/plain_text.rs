//! Plain text of any kind: the blocks that are read from it stand in it, in order.

use hearsay::document::plain_text::PlainText;
use hearsay::report::Span;
use hearsay::{Host, analyze};
use proptest::prelude::*;

/// Text as it comes, and text full of what plain text is read by.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\t",
        "\u{feff}",
        "\u{a0}",
        "“",
        "”",
        "\"",
        "'",
        "’",
        ".",
        "?",
        ":",
        ",",
        ";",
        "—",
        "-",
        "• ",
        "1. ",
        "> ",
        "# ",
        "By ",
        "Photo: ",
        "Getty Images",
        "(AP Photo/",
        ")",
        "Read more: ",
        "Headline: ",
        "Date: ",
        "said",
        "The council said ",
        "according to",
        "Orle",
        "Jane Roe",
        "she",
        "é",
        "e\u{301}",
        "👩‍👩‍👧",
        "\u{ad}",
        "漢",
        "ـ",
    ]);
    prop_oneof![any::<String>(), prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn blocks_stand_in_the_text_where_they_say_and_nothing_but_signs_is_left_out(text in texts()) {
        let read = PlainText::read(&text, Host::default());
        prop_assert_eq!(read.document.blocks.len(), read.starts.len());
        let mut end = 0;
        for (block, &start) in read.document.blocks.iter().zip(&read.starts) {
            prop_assert!(start >= end);
            end = start + block.text.len();
            prop_assert_eq!(text.get(start..end), Some(block.text.as_str()));
        }
    }

    #[test]
    fn every_span_of_a_report_stands_on_character_boundaries(text in texts()) {
        let read = PlainText::read(&text, Host::default());
        for claim in analyze(&read.document).claims {
            let hops = claim.chain.iter().flat_map(|hop| [hop.span, hop.evidence, hop.antecedent, hop.reason]).flatten();
            for span in claim.content.iter().chain(&claim.cue).chain(&claim.source).copied().chain(hops) {
                let place = read.place(span);
                prop_assert!(place.is_some_and(|place| !place.is_empty() && text.get(place).is_some()), "{:?}", span);
            }
        }
    }

    #[test]
    fn the_same_text_is_read_and_answered_the_same_way_twice(text in texts()) {
        let read = || PlainText::read(&text, Host::default());
        prop_assert_eq!(read(), read());
        prop_assert_eq!(analyze(&read().document), analyze(&read().document));
    }
}

#[test]
fn a_span_of_a_block_that_is_not_there_has_no_place() {
    let read = PlainText::read("Rain.\n\nSun.", Host::default());
    assert_eq!(read.place(Span { block: 1, start: 0, end: 3 }), Some(7..10));
    assert_eq!(read.place(Span { block: 2, start: 0, end: 3 }), None);
}
