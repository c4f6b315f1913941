//! Any text at all: no panic, every span on character boundaries inside the text, the same answer twice.
#![no_main]

use hearsay::document::plain_text::PlainText;
use hearsay::{Host, analyze};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let read = PlainText::read(text, Host { names: vec!["Lantern".into()], domain: "lantern.example".into() });
    let report = analyze(&read.document);
    for claim in &report.claims {
        let hops = claim.chain.iter().flat_map(|hop| [hop.span, hop.evidence, hop.antecedent, hop.reason]).flatten();
        for span in claim.content.iter().chain(&claim.cue).chain(&claim.source).copied().chain(hops) {
            let place = read.place(span).expect("the span's block is there");
            assert!(text.get(place).is_some_and(|words| !words.is_empty()), "{span:?} in {claim:?}");
        }
        assert!(claim.chain.len() <= 6 && usize::from(claim.depth_max) == claim.chain.len(), "{claim:?}");
    }
    assert_eq!(report, analyze(&read.document));
});
