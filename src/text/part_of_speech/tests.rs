use super::sums::Sums;
use super::{FineTag, Model, STORED, Tag, tag};

#[test]
fn words_get_the_tag_that_their_place_asks_for() {
    use Tag::{
        Adjective, BaseVerb, Determiner, FiniteAuxiliary, FiniteVerb, Noun, Numeral, Particle, PastParticiple,
        PresentParticiple, Pronoun, ProperNoun, Punctuation, Symbol,
    };
    let cases: &[(&str, &[Tag])] = &[
        ("The report said", &[Determiner, Noun, FiniteVerb]),
        ("She reports the fire", &[Pronoun, FiniteVerb, Determiner, Noun]),
        ("They want to report it", &[Pronoun, FiniteVerb, Particle, BaseVerb, Pronoun]),
        ("It was reported", &[Pronoun, FiniteAuxiliary, PastParticiple]),
        ("citing two sources", &[PresentParticiple, Numeral, Noun]),
        ("Ms. Okafor said .", &[ProperNoun, ProperNoun, FiniteVerb, Punctuation]),
        ("It ca n’t cost $ 5", &[Pronoun, FiniteAuxiliary, Particle, BaseVerb, Symbol, Numeral]),
        ("a senior official", &[Determiner, Adjective, Noun]),
        (
            "The bank said of\u{ad}fice rents fell .",
            &[Determiner, Noun, FiniteVerb, Noun, Noun, FiniteVerb, Punctuation],
        ),
        ("", &[]),
    ];
    for (sentence, expected) in cases {
        let mut tags = Vec::new();
        tag(sentence.split_whitespace(), &mut tags);
        assert_eq!(&tags, expected, "{sentence}");
    }
}

#[test]
fn the_highest_sum_wins_and_of_equals_the_first_that_is_possible() {
    let all = (1 << FineTag::COUNT) - 1;
    for (at, tag) in FineTag::ALL.into_iter().enumerate() {
        // More rows than are added in one step, so that sums outgrow a byte.
        let mut sums = Sums::default();
        let row =
            |place: usize| std::array::from_fn(|part| if part == place / 16 { 15 << (4 * (place % 16)) } else { 0 });
        for _ in 0..3 {
            sums.add(std::iter::repeat_n(row(at), Sums::AT_ONCE));
        }
        assert_eq!(sums.best(all), tag);
        assert_eq!(sums.best(all & !(1 << at)), FineTag::ALL[0], "{tag:?} is not possible");
        let later = (at + 1) % FineTag::COUNT;
        for _ in 0..3 {
            sums.add(std::iter::repeat_n(row(later), Sums::AT_ONCE));
        }
        assert_eq!(sums.best(all), FineTag::ALL[at.min(later)], "{tag:?} and its neighbour are equal");
    }
}

#[test]
fn strange_words_get_some_tag() {
    let words = ["", "\u{0}", "’", "'", "n't", "🙂", "é", "中文", "a\u{301}", "-", "..", "3½"];
    let mut tags = Vec::new();
    tag(words.into_iter(), &mut tags);
    assert_eq!(tags.len(), words.len());
}

#[test]
fn every_tag_is_told_by_a_finer_one() {
    for tag in Tag::ALL {
        assert!(FineTag::ALL.iter().any(|fine| fine.tag() == tag), "{tag:?}");
    }
    assert!(FineTag::ALL.iter().enumerate().all(|(at, tag)| *tag as usize == at));
}

#[test]
fn the_stored_weights_were_trained_with_this_code() {
    assert!(Model::read(STORED).is_ok(), "run `cargo xtask train`");
}
