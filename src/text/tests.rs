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
        ("a\u{a0}b\u{2009}c", "a|b|c"),
        ("sa\u{200b}id the\u{200d} \u{feff}clerk", "sa\u{200b}id|the\u{200d}|clerk"),
        ("It sank.[4] It rose.¹ (km²)", "It|sank|.|It|rose|.|(|km²|)"),
        ("It sank.[citation needed] [She] rose", "It|sank|.|[|She|]|rose"),
        ("[Nora Vey](https://lantern.example/vey) **said** no", "Nora|Vey|said|no"),
        ("[Vey](no address) 5 * 3 f**k", "[|Vey|]|(|no|address|)|5|*|3|f|k"),
        ("bell No. 4, vol. 2, p. 31", "bell|No.|4|,|vol.|2|,|p.|31"),
        ("He said no. Nobody left vol.", "He|said|no|.|Nobody|left|vol|."),
        ("“We did it 🎉,” said", "“|We|did|it|🎉|,|”|said"),
        ("@lantern #news", "@lantern|#news"),
    ];
    for (input, expected) in cases {
        let document = document(&[input]);
        assert_eq!(forms(&read(&document)).join("|"), expected, "{input}");
    }
}

#[test]
fn lower_case_forms_are_words_as_they_are_spelled() {
    let document = document(&["The Co\u{ad}op’s Ör sa\u{200b}id\u{200d} oﬃce km²"]);
    let text = read(&document);
    let words: Vec<&str> = (0..text.tokens.len()).map(|at| text.word(at)).collect();
    assert_eq!(words, ["the", "coop", "'s", "ör", "said", "office", "km"]);
}

#[test]
fn quotations_are_paired_as_readers_pair_them() {
    let cases: &[(&[&str], &[&str])] = &[
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
        (&["»Bleib«, sagte er. »Jetzt.«"], &["»Bleib«", "»Jetzt.«"]),
        (&["“Bleib“, sagte er. “Jetzt.“"], &["“Bleib“", "“Jetzt.“"]),
        (&["”Stanna,” sa han"], &["”Stanna,”"]),
        (&["‚Bleib‘, sagte er"], &["‚Bleib‘"]),
        (&["‹Reste›, dit-il, ›Bleib‹, sagte er"], &["‹Reste›", "›Bleib‹"]),
        (&["″Stay,″ he said. ❝Now.❞"], &["″Stay,″", "❝Now.❞"]),
        (&["\"The plank is 14\" wide,\" he said."], &["\"The plank is 14\" wide,\""]),
        (&["He sold \"Apollo 13\" toys and \"Star\" toys."], &["\"Apollo 13\"", "\"Star\""]),
        (&["‘One.", "‘Two.’ He left."], &["‘One.", "‘Two.’"]),
        (&["She said: ‘The drivers’ union won.", "‘It did.’"], &["‘The drivers’ union won.", "‘It did.’"]),
        (&["The drivers' union won.", "'It did,' she said."], &["'It did,'"]),
        (
            &["\"It is new,\" she said, \"and the bell is old.", "It rained."],
            &["\"It is new,\"", "\"and the bell is old."],
        ),
    ];
    for (blocks, expected) in cases {
        let document = document(blocks);
        let text = read(&document);
        let found: Vec<&str> = text.quotations.iter().map(|q| text.slice(&q.tokens)).collect();
        assert_eq!(&found, expected, "{blocks:?}");
    }
}

#[test]
fn sentences_end_where_readers_stop() {
    let cases: &[(&str, &[&str])] = &[
        ("It rained. We left.", &["It rained.", "We left."]),
        ("The U.S. said no. Talks resume.", &["The U.S. said no.", "Talks resume."]),
        ("It went to the U.S. The rest stayed.", &["It went to the U.S.", "The rest stayed."]),
        ("Dr. Lee left at 6 a.m. on Sunday.", &["Dr. Lee left at 6 a.m. on Sunday."]),
        ("“Go. Now,” she said. He went.", &["“Go. Now,” she said.", "He went."]),
        ("“Go!” she said.", &["“Go!” she said."]),
        ("“Go now.” He went.", &["“Go now.”", "He went."]),
        ("Sales (and rents) fell. (See below.) More", &["Sales (and rents) fell.", "(See below.)", "More"]),
        ("He paused ... then spoke.", &["He paused ... then spoke."]),
        ("It was bell No. 4. We left.", &["It was bell No. 4.", "We left."]),
        ("See Sec. 3 and vol. 2 of it.", &["See Sec. 3 and vol. 2 of it."]),
        ("He said no. 4 is even.", &["He said no. 4 is even."]),
        ("Wm. Arden fell ill. Vey did not.", &["Wm. Arden fell ill.", "Vey did not."]),
        ("Carts, bikes, etc. Arden left.", &["Carts, bikes, etc.", "Arden left."]),
        ("It ended at 5 p.m. Arden left.", &["It ended at 5 p.m.", "Arden left."]),
        (
            "It ends at 5 p.m. Friday or 6 p.m. EST or 7 p.m. Eastern.",
            &["It ends at 5 p.m. Friday or 6 p.m. EST or 7 p.m. Eastern."],
        ),
        ("It ended in Jan. Arden left.", &["It ended in Jan.", "Arden left."]),
        ("On Jan. 5 he left.", &["On Jan. 5 he left."]),
        (
            "Krell et al. (2004) found it. So did Vey et al. But why?",
            &["Krell et al. (2004) found it.", "So did Vey et al.", "But why?"],
        ),
        (
            "The U.S. Senate sat. Voss & Co. Chairman Vey left.",
            &["The U.S. Senate sat.", "Voss & Co. Chairman Vey left."],
        ),
        ("It sank.[4] Vey left.¹ Arden stayed.", &["It sank.", "Vey left.", "Arden stayed."]),
    ];
    for (input, expected) in cases {
        let document = document(&[input]);
        let text = read(&document);
        let found: Vec<&str> = text.sentences.iter().map(|s| text.slice(s)).collect();
        assert_eq!(&found, expected, "{input}");
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
