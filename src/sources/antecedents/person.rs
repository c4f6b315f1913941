//! `he`, `she` and `the striker`: the person whose mentions so far speak for it most, by the weights of `person.tsv`.
//!
//! In: a pronoun or a noun, and the [`Referents`] in front of it. Out: the likeliest referent, if any fits. Sex and number
//! rule candidates out; everything else adds up. A noun asks that nobody else comes near.

use std::sync::OnceLock;

use super::place::{Place, Preposition};
use super::referents::{Form, Occurrence, Referent, Referents};
use crate::table::{rows, weight};

/// Sentences a pronoun looks back over.
const SENTENCES: usize = 12;

/// Blocks a pronoun looks back over.
const BLOCKS: usize = 3;

/// Mentions a pronoun looks back over.
const MENTIONS: usize = 160;

/// Referents a pronoun chooses from.
const CANDIDATES: usize = 40;

/// Who is less likely to be a person than this is none.
const LEAST_PERSON: f32 = 0.06;

/// What is asked of a candidate, by the names that `person.tsv` gives a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feature {
    GenderKnown,
    SameSentence,
    SentenceBefore,
    TwoSentencesBefore,
    FurtherBefore,
    SameBlock,
    TwoBlocksBefore,
    LastName,
    LastDescription,
    LastPronoun,
    Named,
    Indefinite,
    Bare,
    OnlyQuoted,
    SpeakerOfQuotation,
    PronounHere,
    PronounNear,
    PronounFar,
    SubjectHere,
    SubjectNear,
    LastSubjectHere,
    LastSubjectNear,
    LastSubjectFar,
    BothSubjects,
    SourceHere,
    SourceNear,
    Spoke,
    LastSource,
    LastSourceNear,
    LastSourceForSource,
    LastSourceNearForSource,
    ToldNearForSource,
    Object,
    BehindOf,
    BehindBy,
    BehindPreposition,
    Possessor,
    OwnPronoun,
    OwnPronounSubjectHere,
    ObjectPronounSubjectHere,
    Coordinated,
    Headline,
    Subordinate,
    PronounSubordinate,
    OpensNear,
    OpensBlockBelowSubject,
    OpensBelowOpening,
    Nearest,
    NotNearest,
    Person,
    Sentences,
    Mentions,
    MentionsNear,
    SameSentenceForSource,
    SubjectHereForSource,
    SubjectNearForSource,
    SourceHereForSource,
    SourceNearForSource,
    OpensNearForSource,
    BehindPrepositionForSource,
    ObjectForSource,
    LastSourceBehindQuotation,
    SubjectNearBehindQuotation,
}

/// Every feature with its name in `person.tsv`, in the order of their numbers.
const FEATURES: [(Feature, &str); 63] = [
    (Feature::GenderKnown, "gender known"),
    (Feature::SameSentence, "same sentence"),
    (Feature::SentenceBefore, "sentence before"),
    (Feature::TwoSentencesBefore, "two sentences before"),
    (Feature::FurtherBefore, "further before"),
    (Feature::SameBlock, "same block"),
    (Feature::TwoBlocksBefore, "two blocks before"),
    (Feature::LastName, "last a name"),
    (Feature::LastDescription, "last a description"),
    (Feature::LastPronoun, "last a pronoun"),
    (Feature::Named, "named"),
    (Feature::Indefinite, "indefinite"),
    (Feature::Bare, "bare"),
    (Feature::OnlyQuoted, "only quoted"),
    (Feature::SpeakerOfQuotation, "speaker of quotation"),
    (Feature::PronounHere, "pronoun in sentence"),
    (Feature::PronounNear, "pronoun in sentence before"),
    (Feature::PronounFar, "pronoun further before"),
    (Feature::SubjectHere, "subject in sentence"),
    (Feature::SubjectNear, "subject in sentence before"),
    (Feature::LastSubjectHere, "last subject in sentence"),
    (Feature::LastSubjectNear, "last subject in sentence before"),
    (Feature::LastSubjectFar, "last subject further before"),
    (Feature::BothSubjects, "both subjects"),
    (Feature::SourceHere, "source in sentence"),
    (Feature::SourceNear, "source in sentence before"),
    (Feature::Spoke, "spoke"),
    (Feature::LastSource, "last source"),
    (Feature::LastSourceNear, "last source near"),
    (Feature::LastSourceForSource, "last source for a source"),
    (Feature::LastSourceNearForSource, "last source near for a source"),
    (Feature::ToldNearForSource, "told for a source"),
    (Feature::Object, "object"),
    (Feature::BehindOf, "behind of"),
    (Feature::BehindBy, "behind by"),
    (Feature::BehindPreposition, "behind a preposition"),
    (Feature::Possessor, "possessor"),
    (Feature::OwnPronoun, "own pronoun, same sentence"),
    (Feature::OwnPronounSubjectHere, "own pronoun, subject in sentence"),
    (Feature::ObjectPronounSubjectHere, "object pronoun, subject in sentence"),
    (Feature::Coordinated, "coordinated"),
    (Feature::Headline, "headline"),
    (Feature::Subordinate, "subordinate"),
    (Feature::PronounSubordinate, "pronoun subordinate"),
    (Feature::OpensNear, "opens near"),
    (Feature::OpensBlockBelowSubject, "opens block below subject"),
    (Feature::OpensBelowOpening, "opens below opening"),
    (Feature::Nearest, "nearest"),
    (Feature::NotNearest, "not nearest"),
    (Feature::Person, "person"),
    (Feature::Sentences, "sentences"),
    (Feature::Mentions, "mentions"),
    (Feature::MentionsNear, "mentions near"),
    (Feature::SameSentenceForSource, "same sentence, for a source"),
    (Feature::SubjectHereForSource, "subject in sentence, for a source"),
    (Feature::SubjectNearForSource, "subject in sentence before, for a source"),
    (Feature::SourceHereForSource, "source in sentence, for a source"),
    (Feature::SourceNearForSource, "source in sentence before, for a source"),
    (Feature::OpensNearForSource, "opens near, for a source"),
    (Feature::BehindPrepositionForSource, "behind a preposition, for a source"),
    (Feature::ObjectForSource, "object, for a source"),
    (Feature::LastSourceBehindQuotation, "last source, behind a quotation"),
    (Feature::SubjectNearBehindQuotation, "subject near, behind a quotation"),
];

/// The weight of every feature, in the order of [`FEATURES`].
type Weights = [f32; FEATURES.len()];

/// A pronoun that stands for one person.
pub(super) struct Wanted {
    pub place: Place,
    /// `he` (true) or `she` (false); what the noun says, where it is one.
    pub male: Option<bool>,
    /// Whether it is the source of an attribution.
    pub source: bool,
    /// Whether it closes a quotation as its source: `“It is late,” she said`.
    pub quoting: bool,
    /// The referent whose quotation the pronoun stands in, if that is known.
    pub speaker: Option<usize>,
}

/// A candidate with what speaks for and against it.
pub(super) struct Candidate {
    /// Index of the referent.
    pub referent: usize,
    /// What holds of it, and how much.
    pub features: Vec<(Feature, f32)>,
}

impl Candidate {
    pub fn score(&self) -> f32 {
        let weights = weights();
        self.features.iter().map(|(feature, value)| weights[*feature as usize] * value).sum()
    }
}

/// The weights of `person.tsv`.
fn weights() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        let mut weights = [0.0; FEATURES.len()];
        for row in rows(crate::table::table!("person.tsv", 2)) {
            let mut fields = row.split('\t');
            let place = fields.next().and_then(|name| FEATURES.iter().position(|(_, known)| *known == name));
            if let (Some(place), Some(weight)) = (place, fields.next().and_then(weight)) {
                weights[place] = weight;
            }
        }
        weights
    })
}

/// How far the likeliest candidate has to be in front of the next for a noun to mean it.
pub(super) const CLEAR: f32 = 1.0;

/// Of the candidates for a pronoun, the likeliest.
pub(super) fn likeliest(candidates: &[Candidate]) -> Option<usize> {
    let mut best: Option<(f32, usize)> = None;
    for candidate in candidates {
        let score = candidate.score();
        if best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, candidate.referent));
        }
    }
    best.map(|(_, referent)| referent)
}

/// Everybody that a pronoun could stand for, whoever was mentioned last first.
pub(super) fn candidates(referents: &Referents, wanted: &Wanted) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut seen: Vec<usize> = Vec::new();
    for (occurrence, referent) in referents.recent().take(MENTIONS) {
        if found.len() == CANDIDATES || !is_near(&occurrence.place, &wanted.place) {
            break;
        }
        if !is_visible(occurrence, wanted) || seen.contains(&occurrence.referent) {
            continue;
        }
        seen.push(occurrence.referent);
        if can_be(referent, wanted) {
            let features = features_of(referents, occurrence, referent, wanted, found.len());
            found.push(Candidate { referent: occurrence.referent, features });
        }
    }
    found
}

fn is_near(place: &Place, pronoun: &Place) -> bool {
    pronoun.sentence - place.sentence.min(pronoun.sentence) <= SENTENCES
        && pronoun.block - place.block.min(pronoun.block) <= BLOCKS
}

/// For a pronoun outside quotation marks, what stands inside them does not count.
fn is_visible(occurrence: &Occurrence, wanted: &Wanted) -> bool {
    wanted.place.quotation != 0 || occurrence.place.quotation == 0
}

fn can_be(referent: &Referent, wanted: &Wanted) -> bool {
    !referent.plural
        && referent.person >= LEAST_PERSON
        && wanted.male.is_none_or(|wanted| referent.male.is_none_or(|male| male == wanted))
}

fn features_of(
    referents: &Referents,
    last: &Occurrence,
    referent: &Referent,
    wanted: &Wanted,
    rank: usize,
) -> Vec<(Feature, f32)> {
    use Feature as F;
    let mut found: Vec<(Feature, f32)> = Vec::with_capacity(24);
    let mut holds = |feature: Feature, condition: bool| {
        if condition {
            found.push((feature, 1.0));
        }
    };
    let pronoun = &wanted.place;
    let distance = pronoun.sentence - last.place.sentence.min(pronoun.sentence);
    let blocks = pronoun.block - last.place.block.min(pronoun.block);
    let visible = || {
        let latest = referent.latest.iter().rev().map(|index| &referents.occurrences[*index]);
        latest.filter(|occurrence| is_visible(occurrence, wanted))
    };
    let away = |occurrence: &Occurrence| pronoun.sentence - occurrence.place.sentence.min(pronoun.sentence);
    let any = |is_meant: &dyn Fn(&Occurrence) -> bool| visible().any(is_meant);
    let last_source = referents.last_source.is_some_and(|index| {
        std::ptr::eq(&raw const referents.all[referents.occurrences[index].referent], &raw const *referent)
    });
    holds(F::GenderKnown, referent.male.is_some());
    holds(F::SameSentence, distance == 0);
    holds(F::SentenceBefore, distance == 1);
    holds(F::TwoSentencesBefore, distance == 2);
    holds(F::FurtherBefore, distance > 2);
    holds(F::SameBlock, blocks == 0);
    holds(F::TwoBlocksBefore, blocks > 1);
    holds(F::LastName, last.form == Form::Name);
    holds(F::LastDescription, last.form == Form::Description);
    holds(F::LastPronoun, last.form == Form::Pronoun);
    holds(F::Named, referent.name.is_some());
    holds(F::Indefinite, referent.indefinite);
    holds(F::Bare, referent.bare);
    holds(F::OnlyQuoted, !any(&|occurrence| occurrence.place.quotation == 0));
    holds(F::SpeakerOfQuotation, wanted.speaker.is_some_and(|speaker| speaker == last.referent));
    let pronoun_before = |far: &dyn Fn(usize) -> bool| any(&|o| o.form == Form::Pronoun && far(away(o)));
    let (here, near) = (pronoun_before(&|away| away == 0), pronoun_before(&|away| away == 1));
    holds(F::PronounHere, here);
    holds(F::PronounNear, !here && near);
    holds(F::PronounFar, !here && !near && pronoun_before(&|away| away > 1));
    holds(F::SubjectHere, any(&|o| o.place.subject && away(o) == 0));
    holds(F::SubjectNear, any(&|o| o.place.subject && away(o) == 1));
    holds(F::LastSubjectHere, last.place.subject && distance == 0);
    holds(F::LastSubjectNear, last.place.subject && distance == 1);
    holds(F::LastSubjectFar, last.place.subject && distance > 1);
    holds(F::BothSubjects, last.place.subject && pronoun.subject);
    holds(F::SourceHere, any(&|o| o.source && away(o) == 0));
    holds(F::SourceNear, any(&|o| o.source && away(o) == 1));
    holds(F::Spoke, referent.spoke);
    holds(F::LastSource, last_source);
    holds(F::LastSourceNear, last_source && distance <= 1);
    holds(F::LastSourceForSource, last_source && wanted.source);
    holds(F::LastSourceNearForSource, last_source && distance <= 1 && wanted.source);
    holds(F::ToldNearForSource, wanted.source && distance <= 1 && last.told);
    holds(F::Object, last.place.object);
    holds(F::BehindOf, last.place.preposition == Some(Preposition::Of));
    holds(F::BehindBy, last.place.preposition == Some(Preposition::By));
    holds(F::BehindPreposition, last.place.preposition.is_some());
    holds(F::Possessor, last.place.possessive && last.form != Form::Pronoun);
    holds(F::OwnPronoun, pronoun.possessive && distance == 0);
    holds(F::OwnPronounSubjectHere, pronoun.possessive && any(&|o| o.place.subject && away(o) == 0));
    holds(F::ObjectPronounSubjectHere, !pronoun.subject && !pronoun.possessive && last.place.subject && distance == 0);
    holds(F::Coordinated, last.place.coordinated);
    holds(F::Headline, last.place.headline);
    holds(F::Subordinate, last.place.subordinate);
    holds(F::PronounSubordinate, pronoun.subordinate && last.place.subject && distance == 0);
    holds(F::OpensNear, last.place.opens && distance <= 1);
    holds(F::OpensBlockBelowSubject, pronoun.opens && blocks == 1 && last.place.subject);
    holds(F::OpensBelowOpening, pronoun.opens && last.place.opens);
    holds(F::Nearest, rank == 0);
    holds(F::NotNearest, rank > 1);
    holds(F::SameSentenceForSource, wanted.source && distance == 0);
    holds(F::SubjectHereForSource, wanted.source && any(&|o| o.place.subject && away(o) == 0));
    holds(F::SubjectNearForSource, wanted.source && any(&|o| o.place.subject && away(o) == 1));
    holds(F::SourceHereForSource, wanted.source && any(&|o| o.source && away(o) == 0));
    holds(F::SourceNearForSource, wanted.source && any(&|o| o.source && away(o) == 1));
    holds(F::OpensNearForSource, wanted.source && last.place.opens && distance <= 1);
    holds(F::BehindPrepositionForSource, wanted.source && last.place.preposition.is_some());
    holds(F::ObjectForSource, wanted.source && last.place.object);
    holds(F::LastSourceBehindQuotation, wanted.quoting && last_source);
    holds(F::SubjectNearBehindQuotation, wanted.quoting && any(&|o| o.place.subject && away(o) == 1));
    let recent = visible().filter(|o| pronoun.block - o.place.block.min(pronoun.block) <= 1).count();
    found.push((F::Person, referent.person));
    found.push((F::Sentences, logarithm(distance)));
    found.push((F::Mentions, logarithm(referent.count)));
    found.push((F::MentionsNear, logarithm(recent)));
    found
}

#[allow(clippy::cast_precision_loss, reason = "counts are small")]
pub(super) fn logarithm(count: usize) -> f32 {
    (1.0 + count as f32).ln()
}

#[cfg(test)]
mod tests {
    use super::{FEATURES, rows};

    #[test]
    fn the_table_has_every_feature_once_and_no_other() {
        let mut named: Vec<&str> = rows(include_str!("person.tsv")).filter_map(|row| row.split('\t').next()).collect();
        let mut known: Vec<&str> = FEATURES.iter().map(|(_, name)| *name).collect();
        named.sort_unstable();
        known.sort_unstable();
        assert_eq!(named, known);
    }

    #[test]
    fn a_feature_stands_in_the_place_of_its_number() {
        assert!(FEATURES.iter().enumerate().all(|(place, (feature, _))| *feature as usize == place));
    }
}
