use super::model::Model;
use super::words::Words;
use super::{STORED, falling, logistic, paragraphs, read};
use crate::document::{Block, Document};
use crate::order;
use crate::text;

fn proposals(paragraph: &str) -> Vec<(String, String, String)> {
    let document =
        Document { blocks: vec![Block { text: paragraph.to_owned(), ..Block::default() }], ..Document::default() };
    let text = text::read(&document);
    let words = |range: &std::ops::Range<usize>| text.slice(range).to_owned();
    read(&text, &[])
        .flat_map(|reading| reading.proposals())
        .filter(|proposal| proposal.probability > 0.5)
        .map(|proposal| {
            let content: Vec<String> = proposal.content.iter().map(words).collect();
            (proposal.source.as_ref().map(words).unwrap_or_default(), words(&proposal.cue), content.join(" | "))
        })
        .collect()
}

#[test]
fn plain_attributions_are_proposed_with_source_cue_and_content() {
    let cases = [
        (
            "The harbour master said the bridge would open in May.",
            ("The harbour master", "said", "the bridge would open in May"),
        ),
        (
            "The bridge will open in May, according to the harbour master.",
            ("the harbour master", "according to", "The bridge will open in May"),
        ),
        ("“It will open in May,” she said.", ("she", "said", "“It will open in May,”")),
    ];
    for (text, (source, cue, content)) in cases {
        assert_eq!(proposals(text), [(source.to_owned(), cue.to_owned(), content.to_owned())], "{text}");
    }
}

#[test]
fn text_without_attributions_gets_no_likely_proposal() {
    for text in ["", "The bridge opened in May.", "1 2 3 , , ,", "“”"] {
        assert_eq!(proposals(text), [], "{text}");
    }
}

#[test]
fn a_logit_becomes_a_probability() {
    assert!((logistic(0.0) - 0.5).abs() < 1e-6);
    assert!(logistic(-99.0) < 0.01 && logistic(99.0) > 0.99);
}

#[test]
fn the_highest_figure_stands_first() {
    let mut figures = vec![0.5, -2.0, 7.25, -0.0, 0.0, f32::NEG_INFINITY, -0.5];
    order::by(&mut figures, |figure| (falling(*figure), 0));
    let mut expected = figures.clone();
    expected.sort_by(|a, b| b.total_cmp(a));
    assert_eq!(figures, expected);
    assert_eq!(figures[0], 7.25);
}

#[test]
fn the_stored_weights_were_trained_with_this_code() {
    assert!(Model::read(STORED).is_ok(), "run `cargo xtask train`");
}

#[test]
fn a_block_may_have_more_sentences_than_two_bytes_can_count() {
    let document = Document {
        blocks: vec![Block { text: "It fell. ".repeat(80_000), ..Block::default() }],
        ..Document::default()
    };
    let text = text::read(&document);
    let words = Words::read(&text, paragraphs(&text).remove(0));
    let (first, last) = (&words.words[0], &words.words[words.words.len() - 1]);
    assert_eq!(last.sentences_behind(first), 79_999);
    assert_eq!(first.sentences_behind(last), -79_999);
}
