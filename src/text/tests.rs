//! What a reader of the tree may rely on: where words, quotations and sentences begin and end.

use super::{Text, read};
use crate::document::{Block, Document};

fn document(blocks: &[&str]) -> Document {
    Document {
        blocks: blocks.iter().map(|text| Block { text: (*text).to_owned(), ..Block::default() }).collect(),
        ..Document::default()
    }
}

fn forms<'a>(text: &Text<'a>) -> Vec<&'a str> {
    (0..text.tokens.len()).map(|at| text.form(at)).collect()
}

#[test]
fn words_keep_what_belongs_to_them() {
    let cases = [
        ("Don't go.", "Do|n't|go|."),
        ("The U.S. said no.", "The|U.S.|said|no|."),
        ("Lt. Gen. H. R. Holt", "Lt.|Gen.|H.|R.|Holt"),
        ("London-based, 3.5 percent of 10,000", "London-based|,|3.5|percent|of|10,000"),
        ("the mayor's aide — 'yes'", "the|mayor|'s|aide|—|'|yes|'"),
        ("It ended.Then rain", "It|ended|.|Then|rain"),
        ("``We lost,'' she said", "``|We|lost|,|''|she|said"),
        ("see example.com...", "see|example.com|..."),
        ("co\u{ad}operate e\u{301}te\u{301}", "co\u{ad}operate|e\u{301}te\u{301}"),
        ("a\u{a0}b\u{200b}c", "a|b|c"),
        ("“We did it 🎉,” said", "“|We|did|it|🎉|,|”|said"),
        ("@lantern #news", "@lantern|#news"),
    ];
    for (input, expected) in cases {
        let document = document(&[input]);
        assert_eq!(forms(&read(&document)).join("|"), expected, "{input}");
    }
}

#[test]
fn lower_case_forms_even_out_quotes_and_soft_hyphens() {
    let document = document(&["The Co\u{ad}op’s Ör"]);
    let text = read(&document);
    assert_eq!((0..4).map(|at| text.word(at)).collect::<Vec<_>>(), ["the", "coop", "'s", "ör"]);
}

#[test]
fn quotations_are_paired_as_readers_pair_them() {
    let cases: [(&[&str], &[&str]); 12] = [
        (&["\"Stay,\" he said. \"Now.\""], &["\"Stay,\"", "\"Now.\""]),
        (&["“Stay,” he said"], &["“Stay,”"]),
        (&["„Bleib“, sagte er"], &["„Bleib“"]),
        (&["「駅」, she said"], &["「駅」"]),
        (&["'We can't go on,' Bell said."], &["'We can't go on,'"]),
        (&["The drivers' union and the '80s band."], &[]),
        (&["the pilots' 'tired crews' complaint"], &["'tired crews'"]),
        (&["“One.", "“Two.” He left."], &["“One.", "“Two.”"]),
        (&["He is 6' 2\" tall"], &[]),
        (&["\"Out of time, said Omar."], &[]),
        (&["She called it \"a ‘quiet’ win.\""], &["\"a ‘quiet’ win.\"", "‘quiet’"]),
        (&["stray ” mark"], &[]),
    ];
    for (blocks, expected) in cases {
        let document = document(blocks);
        let text = read(&document);
        let found: Vec<&str> = text.quotations.iter().map(|q| text.slice(&q.tokens)).collect();
        assert_eq!(found, expected, "{blocks:?}");
    }
}

#[test]
fn sentences_end_where_readers_stop() {
    let cases: [(&str, &[&str]); 9] = [
        ("It rained. We left.", &["It rained.", "We left."]),
        ("The U.S. said no. Talks resume.", &["The U.S. said no.", "Talks resume."]),
        ("It went to the U.S. The rest stayed.", &["It went to the U.S.", "The rest stayed."]),
        ("Dr. Lee left at 6 a.m. on Sunday.", &["Dr. Lee left at 6 a.m. on Sunday."]),
        ("“Go. Now,” she said. He went.", &["“Go. Now,” she said.", "He went."]),
        ("“Go!” she said.", &["“Go!” she said."]),
        ("“Go now.” He went.", &["“Go now.”", "He went."]),
        ("Sales (and rents) fell. (See below.) More", &["Sales (and rents) fell.", "(See below.)", "More"]),
        ("He paused ... then spoke.", &["He paused ... then spoke."]),
    ];
    for (input, expected) in cases {
        let document = document(&[input]);
        let text = read(&document);
        let found: Vec<&str> = text.sentences.iter().map(|s| text.slice(s)).collect();
        assert_eq!(found, expected, "{input}");
    }
}

#[test]
fn text_without_a_stop_is_cut_into_sentences_of_bounded_length() {
    let document = document(&[&"he said ".repeat(5_000)]);
    let text = read(&document);
    assert!(text.sentences.iter().all(|sentence| sentence.len() <= 600));
    assert_eq!(text.sentences.iter().map(ExactSizeIterator::len).sum::<usize>(), 10_000);
}

#[test]
fn spans_point_at_the_bytes_of_their_block() {
    let document = document(&["Née", "«Ça»"]);
    let text = read(&document);
    let span = text.span(&(1..4)).unwrap();
    assert_eq!((span.block, span.start, span.end), (1, 0, 7));
    assert_eq!(text.span(&(2..2)), None);
    assert_eq!(text.span(&(0..2)), None);
}
