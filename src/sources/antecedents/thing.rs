//! `it`, `the paper`, `the company`: the outlet or body whose mentions so far speak for it most, by the weights of
//! `thing.tsv`.
//!
//! In: a pronoun or a noun phrase, and everything mentioned in front of it. Out: the likeliest referent. Kind, adjectives
//! and the noun of a special body rule candidates out, everything else adds up; where nothing adds up to what the form
//! asks for, nobody is meant and the page's own words stay.

use std::sync::OnceLock;

use super::person::logarithm;
use super::referents::{Form, Occurrence, Referent};
use super::{PRONOUN_REACH, Pass};
use crate::lexicon::{Class, NounClass, lexicon};
use crate::report::SourceType;
use crate::sources::form::Phrase;
use crate::sources::names::{Bearer, Name};
use crate::table::{self, rows};

/// Mentions looked back over.
const MENTIONS: usize = 240;

/// Referents chosen from.
const CANDIDATES: usize = 40;

/// Sentences that count as near.
const NEAR: usize = 2;

/// Whoever is likelier than this to be a person is no thing.
const MOST_PERSON: f32 = 0.5;

/// What is asked of a candidate, by the name that `thing.tsv` gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Feature {
    Sentences,
    SentencesTold,
    SameBlock,
    SubjectHere,
    SubjectNear,
    LastSource,
    SourceNear,
    Hand,
    Aside,
    Headline,
    Mentions,
    CalledSo,
    CalledOtherwise,
    OtherMedium,
    NewPlace,
    Named,
    Person,
    /// What a pronoun asks for.
    Pronoun,
    /// What a noun for outlets asks for.
    Outlet,
    /// What a noun for bodies asks for.
    Body,
}

const FEATURES: [(Feature, &str); 20] = [
    (Feature::Sentences, "sentences"),
    (Feature::SentencesTold, "sentences, for whom somebody told"),
    (Feature::SameBlock, "same block"),
    (Feature::SubjectHere, "subject in sentence"),
    (Feature::SubjectNear, "subject in sentence before"),
    (Feature::LastSource, "last source"),
    (Feature::SourceNear, "source near"),
    (Feature::Hand, "hand"),
    (Feature::Aside, "aside"),
    (Feature::Headline, "headline"),
    (Feature::Mentions, "mentions"),
    (Feature::CalledSo, "called so"),
    (Feature::CalledOtherwise, "called otherwise"),
    (Feature::OtherMedium, "other medium"),
    (Feature::NewPlace, "new place"),
    (Feature::Named, "named"),
    (Feature::Person, "person"),
    (Feature::Pronoun, "asked by a pronoun"),
    (Feature::Outlet, "asked by a noun for outlets"),
    (Feature::Body, "asked by a noun for bodies"),
];

/// What is looked for.
#[derive(Clone, Copy)]
pub(super) enum Wanted<'p, 't> {
    /// `it`
    It,
    /// `they`, where no people fit.
    They,
    /// `the Arabic outlet`
    Outlet(&'p Phrase<'t>),
    /// `the company`
    Body(&'p Phrase<'t>),
}

impl Wanted<'_, '_> {
    fn asks(self) -> Feature {
        match self {
            Self::It | Self::They => Feature::Pronoun,
            Self::Outlet(_) => Feature::Outlet,
            Self::Body(_) => Feature::Body,
        }
    }
}

fn weight(feature: Feature) -> f32 {
    static WEIGHTS: OnceLock<[f32; FEATURES.len()]> = OnceLock::new();
    let weights = WEIGHTS.get_or_init(|| {
        let mut weights = [0.0; FEATURES.len()];
        for row in rows(crate::table::table!("thing.tsv", 2)) {
            let mut fields = row.split('\t');
            let place = fields.next().and_then(|name| FEATURES.iter().position(|(_, known)| *known == name));
            if let (Some(place), Some(weight)) = (place, fields.next().and_then(table::weight)) {
                weights[place] = weight;
            }
        }
        weights
    });
    weights[feature as usize]
}

impl Pass<'_> {
    /// The referent that a mention beginning at token `own` stands for.
    pub(super) fn thing(&self, own: usize, wanted: Wanted) -> Option<&Referent> {
        let mut seen: Vec<usize> = Vec::new();
        let mut best: Option<(f32, usize)> = None;
        let last_source = self.last_thing();
        let pronoun = matches!(wanted, Wanted::It | Wanted::They);
        let (block, quoted) = (self.text.block_of(own), self.quotations[own] != 0);
        for (occurrence, referent) in self.referents.recent().take(MENTIONS) {
            let far = pronoun && block - occurrence.place.block.min(block) > PRONOUN_REACH;
            if far || seen.len() == CANDIDATES {
                break;
            }
            let hidden = occurrence.place.quotation != 0 && !quoted && !occurrence.hand;
            if occurrence.at() >= own || hidden || seen.contains(&occurrence.referent) {
                continue;
            }
            seen.push(occurrence.referent);
            let Some(mut score) = self.fits(referent, wanted) else { continue };
            score += self.salience(own, occurrence, referent, last_source == Some(occurrence.referent));
            if best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, occurrence.referent));
            }
        }
        let (_, found) = best.filter(|(score, _)| *score >= weight(wanted.asks()))?;
        self.referents.all.get(found)
    }

    /// The outlet, body or paper that was the source last.
    fn last_thing(&self) -> Option<usize> {
        let mut recent = self.referents.recent().take(MENTIONS);
        recent.find(|(occurrence, referent)| occurrence.source && is_thing(referent)).map(|(last, _)| last.referent)
    }

    /// How well a referent is what is looked for, whatever its place. None where it cannot be.
    fn fits(&self, referent: &Referent, wanted: Wanted) -> Option<f32> {
        let name = self.names.by_key(&referent.entity);
        match wanted {
            // A place is spoken of far more often than it speaks.
            Wanted::It | Wanted::They => {
                let speaks = referent.source_type != SourceType::Document && !self.is_place(name);
                let reads = referent.spoke && matches!(wanted, Wanted::It);
                (is_thing(referent) && (reads || speaks)).then_some(weight(Feature::Person) * referent.person)
            }
            Wanted::Outlet(phrase) => {
                let outlet = referent.source_type == SourceType::NewsOutlet
                    || referent.source_type == SourceType::Document
                        && name.is_some_and(|name| name.bearer == Bearer::Outlet);
                outlet.then(|| {
                    self.agreement(referent, name, phrase, |word| !lexicon().is_in(word, Class::NewsModifier))
                })?
            }
            Wanted::Body(phrase) => {
                // `Nortex, a ferry company`: what the page calls a body is none the less for what its name looks like.
                let called_one = name.is_some_and(|name| {
                    name.bearer == Bearer::Unknown && name.roles.contains(self.text.word(phrase.head))
                });
                let thing = called_one || is_thing(referent) && referent.source_type != SourceType::Document;
                thing.then(|| self.agreement(referent, name, phrase, |_| true))?
            }
        }
    }

    /// How well the words of a phrase fit a referent: its noun, and those of its adjectives that tell.
    fn agreement(
        &self,
        referent: &Referent,
        name: Option<&Name>,
        phrase: &Phrase,
        tells: impl Fn(&str) -> bool,
    ) -> Option<f32> {
        let head = self.text.word(phrase.head);
        let in_name =
            |word: &str| name.is_some_and(|name| name.words.len() > 1 && name.words.iter().any(|of| of == word));
        let by_role = |word: &str| name.is_some_and(|name| name.roles.contains(word));
        let introduced = |word: &str| {
            let of = |at: usize| {
                self.text.word(at) == word
                    || self.text.word(at).strip_prefix(word).is_some_and(|rest| rest.starts_with('-'))
            };
            referent.introduced.clone().any(of)
        };
        let before = |word: &str| {
            let mut latest = referent.latest.iter().map(|index| &self.referents.occurrences[*index]);
            latest.any(|occurrence| {
                occurrence.form == Form::Description
                    && occurrence.place.tokens.clone().any(|at| self.text.word(at) == word)
            })
        };
        let said = |word: &str| in_name(word) || by_role(word) || introduced(word) || before(word);
        let any_body = self.text.is_in(phrase.head, Class::AnyBody);
        let of_outlets = lexicon().noun(head).is_some_and(|noun| noun.class == NounClass::Outlet);
        let mut score = 0.0;
        for at in (phrase.core.start + 1..phrase.head).filter(|at| tells(self.text.word(*at))) {
            let word = self.text.word(at);
            if !said(word) {
                // `the Orle company`: news tells where somebody is from by the way.
                let by_the_way = any_body && self.text.tokens[at].capital && referent.name.is_some();
                if !by_the_way {
                    return None;
                }
                score += weight(Feature::NewPlace);
            }
        }
        if said(head) {
            return Some(score + weight(Feature::CalledSo));
        }
        // `the ministry` is what was called one, `the company` any.
        let bare = phrase.core.end == phrase.tokens.end;
        let any = of_outlets || any_body && bare && referent.name.is_some() && !self.is_place(name);
        if !any {
            return None;
        }
        let noun = |word: &String| lexicon().noun(word).is_some_and(|noun| noun.class == NounClass::Institution);
        let of_another = name.is_some_and(|name| {
            name.words.iter().any(|word| noun(word) && !lexicon().is_in(word, Class::AnyBody))
                || referent.source_type == SourceType::NewsOutlet
        });
        if !of_outlets && of_another && !self.text.is_in(phrase.head, Class::GroupNoun) {
            score += weight(Feature::CalledOtherwise);
        }
        if of_outlets && referent.name.as_deref().is_some_and(|name| is_other_medium(name, head)) {
            score += weight(Feature::OtherMedium);
        }
        Some(score + weight(Feature::Person) * referent.person)
    }

    fn is_place(&self, name: Option<&Name>) -> bool {
        name.is_some_and(|name| lexicon().is_place(&name.words.join(" ")))
    }

    /// How much the places of its mentions speak for a referent.
    fn salience(&self, own: usize, last: &Occurrence, referent: &Referent, last_source: bool) -> f32 {
        let sentence = self.text.sentence_of(own);
        let away = |occurrence: &Occurrence| sentence - occurrence.place.sentence.min(sentence);
        let latest = || referent.latest.iter().rev().map(|index| &self.referents.occurrences[*index]);
        let any = |is_meant: &dyn Fn(&Occurrence) -> bool| latest().any(is_meant);
        let place = &last.place;
        let told = self.roles[own].is_some();
        let holds = [
            (Feature::SameBlock, place.block == self.text.block_of(own)),
            (Feature::SubjectHere, any(&|o| o.place.subject && away(o) == 0)),
            (Feature::SubjectNear, any(&|o| o.place.subject && away(o) == 1)),
            // Whom somebody told is who was told before, or has just been named.
            (Feature::LastSource, last_source && !told),
            (Feature::SourceNear, !told && any(&|o| o.source && away(o) <= NEAR)),
            (Feature::Hand, any(&|o| o.hand)),
            (
                Feature::Aside,
                !told
                    && !place.subject
                    && (place.object || place.preposition.is_some() || place.possessive)
                    && !last.hand,
            ),
            (Feature::Headline, place.headline),
            (Feature::Named, referent.name.is_some()),
        ];
        let sum: f32 = holds.iter().filter(|(_, holds)| *holds).map(|(feature, _)| weight(*feature)).sum();
        let sentences = weight(Feature::Sentences) + if told { weight(Feature::SentencesTold) } else { 0.0 };
        sum + sentences * logarithm(away(last)) + weight(Feature::Mentions) * logarithm(referent.count)
    }
}

fn is_thing(referent: &Referent) -> bool {
    let kind = matches!(referent.source_type, SourceType::Institution | SourceType::NewsOutlet | SourceType::Document);
    kind && !referent.plural && referent.person < MOST_PERSON
}

/// `the paper` for a name in capitals, `the network` for a Tribune.
fn is_other_medium(name: &str, noun: &str) -> bool {
    let titled = name.split_whitespace().any(|word| lexicon().is_in(&word.to_lowercase(), Class::PaperTitle));
    let initials = (2..=5).contains(&name.len()) && name.chars().all(char::is_uppercase);
    lexicon().is_in(noun, Class::PaperNoun) && initials || lexicon().is_in(noun, Class::AirNoun) && titled
}

#[cfg(test)]
mod tests {
    use super::{FEATURES, rows};

    #[test]
    fn the_table_has_a_row_for_every_feature_and_no_other() {
        let named: Vec<&str> = rows(include_str!("thing.tsv")).filter_map(|row| row.split('\t').next()).collect();
        let known: Vec<&str> = FEATURES.iter().map(|(_, name)| *name).collect();
        assert_eq!(named, known);
    }
}
