//! How many tags are right on a treebank that was not trained on, and of those that attribution hangs on.

use super::treebank::Tagged;
use hearsay::text::Tag;
use hearsay::text::part_of_speech::{FineTag, Model};

/// A line of figures, in percent, by the tags that the rest of the engine is told.
pub(super) fn of(model: &Model, texts: &[Tagged]) -> String {
    let mut kinds = [
        ("of all tags right", Share::default()),
        ("past verbs behind a noun", Share::default()),
        ("present verbs in -s behind a noun", Share::default()),
        ("other present verbs behind a noun", Share::default()),
        ("-ed past", Share::default()),
        ("-ed participles", Share::default()),
        ("-ed participles not taken for a past", Share::default()),
        ("first words", Share::default()),
        ("names", Share::default()),
        ("subordinators", Share::default()),
    ];
    for text in texts {
        let found = model.tags(text.forms.iter().map(String::as_str));
        for (at, (gold, found)) in text.tags.iter().zip(found).enumerate() {
            let behind_noun = at > 0 && matches!(text.tags[at - 1].tag(), Tag::Noun | Tag::ProperNoun);
            let ed = text.forms[at].ends_with("ed");
            let counts = [
                true,
                behind_noun && *gold == FineTag::VBD,
                behind_noun && *gold == FineTag::VBZ,
                behind_noun && *gold == FineTag::VBP,
                ed && *gold == FineTag::VBD,
                ed && *gold == FineTag::VBN,
                ed && *gold == FineTag::VBN,
                at == 0,
                *gold == FineTag::NNP,
                gold.tag() == Tag::SubordinatingConjunction,
            ];
            for ((name, share), _) in kinds.iter_mut().zip(counts).filter(|(_, counts)| *counts) {
                share.all += 1;
                let right = if name.contains("not taken") { found != FineTag::VBD } else { found.tag() == gold.tag() };
                share.right += usize::from(right);
            }
        }
    }
    let figures = kinds.iter().map(|(name, share)| {
        format!("{:.2} {name} ({})", 100.0 * share.right as f64 / share.all.max(1) as f64, share.all)
    });
    figures.collect::<Vec<_>>().join(", ")
}

#[derive(Default)]
struct Share {
    right: usize,
    all: usize,
}
