//! `it`, `they`, `the paper`, `the company`: the outlet, body or people whose mentions so far speak for it most, by the
//! weights of `thing.tsv`.
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
use crate::sources::mention::Entity;
use crate::sources::names::{Bearer, Name};
use crate::sources::typing;
use crate::table::{self, rows};
use crate::text::Tag;

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
    SubjectNearForIt,
    LastSource,
    SourceNear,
    Hand,
    ToldJustNow,
    Aside,
    Headline,
    Mentions,
    CalledSo,
    IntroducedSo,
    LinkedSo,
    CalledOtherwise,
    OutletForBody,
    OtherMedium,
    NewPlace,
    NewSort,
    Named,
    Person,
    Several,
    Told,
    Unread,
    Initial,
    Unknown,
    Firm,
    /// What a pronoun asks for.
    Pronoun,
    /// What `they` asks for.
    Plural,
    /// What a noun asks for besides where it is no hand.
    NoHand,
    /// What a noun for outlets asks for.
    Outlet,
    /// What a noun for bodies asks for.
    Body,
}

const FEATURES: [(Feature, &str); 34] = [
    (Feature::Sentences, "sentences"),
    (Feature::SentencesTold, "sentences, for whom somebody told"),
    (Feature::SameBlock, "same block"),
    (Feature::SubjectHere, "subject in sentence"),
    (Feature::SubjectNear, "subject in sentence before"),
    (Feature::SubjectNearForIt, "subject in sentence before, for it"),
    (Feature::LastSource, "last source"),
    (Feature::SourceNear, "source near"),
    (Feature::Hand, "hand"),
    (Feature::ToldJustNow, "named as a hand just now, for whom somebody told"),
    (Feature::Aside, "aside"),
    (Feature::Headline, "headline"),
    (Feature::Mentions, "mentions"),
    (Feature::CalledSo, "called so"),
    (Feature::IntroducedSo, "introduced so"),
    (Feature::LinkedSo, "linked so"),
    (Feature::CalledOtherwise, "called otherwise"),
    (Feature::OutletForBody, "outlet for a body"),
    (Feature::OtherMedium, "other medium"),
    (Feature::NewPlace, "new place"),
    (Feature::NewSort, "new sort"),
    (Feature::Named, "named"),
    (Feature::Person, "person"),
    (Feature::Several, "several"),
    (Feature::Told, "told"),
    (Feature::Unread, "unread"),
    (Feature::Initial, "initial"),
    (Feature::Unknown, "unknown"),
    (Feature::Firm, "firm"),
    (Feature::Pronoun, "asked by it"),
    (Feature::Plural, "asked by they"),
    (Feature::NoHand, "asked besides by no hand"),
    (Feature::Outlet, "asked by a noun for outlets"),
    (Feature::Body, "asked by a noun for bodies"),
];

/// The referent that fits best.
struct Best {
    score: f32,
    referent: usize,
    /// How well the next fits.
    next: f32,
}

/// Something may be meant, and it is not clear that it is.
pub(super) struct Ambiguous;

/// What is looked for.
#[derive(Clone, Copy)]
pub(super) enum Wanted<'p, 't> {
    /// `it`
    It,
    /// `they`
    They,
    /// `the couple`
    Pair,
    /// `the Arabic outlet`
    Outlet(&'p Phrase<'t>),
    /// `the company`
    Body(&'p Phrase<'t>),
}

impl Wanted<'_, '_> {
    fn asks(self) -> Feature {
        match self {
            Self::It => Feature::Pronoun,
            Self::They | Self::Pair => Feature::Plural,
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
    pub(super) fn thing(&self, own: usize, wanted: Wanted) -> Option<usize> {
        let best = self.best_thing(own, wanted)?;
        (best.score >= weight(wanted.asks())).then_some(best.referent)
    }

    /// The referent of a noun that says nothing itself, where it is clear; `Err` where it is not.
    pub(super) fn spoken_thing(&self, own: usize, wanted: Wanted) -> Result<Option<usize>, Ambiguous> {
        let asked = weight(wanted.asks());
        match self.best_thing(own, wanted).filter(|best| best.score >= asked) {
            Some(best) if best.score - asked.max(best.next) >= weight(Feature::NoHand) => Ok(Some(best.referent)),
            Some(_) => Err(Ambiguous),
            None => Ok(None),
        }
    }

    fn best_thing(&self, own: usize, wanted: Wanted) -> Option<Best> {
        let mut seen: Vec<usize> = Vec::new();
        let mut best: Option<Best> = None;
        let last_source = self.last_source(wanted);
        let pronoun = matches!(wanted, Wanted::It | Wanted::They | Wanted::Pair);
        let (block, quoted) = (self.text.block_of(own), self.quotations[own] != 0);
        for (occurrence, referent) in self.referents.recent().take(MENTIONS) {
            let far = pronoun && block - occurrence.place.block.min(block) > PRONOUN_REACH;
            if far || seen.len() == CANDIDATES {
                break;
            }
            let hidden = occurrence.place.quotation != 0 && !quoted && !occurrence.hand;
            // `Roe and Lund` begins where `Roe` does.
            if occurrence.place.tokens.end > own || hidden || seen.contains(&occurrence.referent) {
                continue;
            }
            seen.push(occurrence.referent);
            // `Contacted by the Courier, the firm said`: whoever hears it is not who says it.
            let hears = !pronoun && self.roles[occurrence.at()].is_some() && self.sources[own];
            if hears && occurrence.place.sentence == self.text.sentence_of(own) {
                continue;
            }
            // A word with a capital that stands alone is no company.
            let place = &occurrence.place;
            let acts = place.subject || referent.spoke || place.preposition.is_some() && !place.possessive;
            let word = referent.name.as_deref().is_some_and(|name| !name.contains(' '));
            if word && !(acts || is_thing(referent) || referent.plural) {
                continue;
            }
            let Some(mut score) = self.fits(referent, wanted) else { continue };
            score += self.salience(own, occurrence, referent, last_source == Some(occurrence.referent));
            let highest = best.as_ref().map_or(f32::MIN, |best| best.score);
            if score > highest {
                best = Some(Best { score, referent: occurrence.referent, next: highest });
            } else if let Some(best) = best.as_mut() {
                best.next = best.next.max(score);
            }
        }
        best
    }

    /// The outlet, body, paper or people that were the source last.
    fn last_source(&self, wanted: Wanted) -> Option<usize> {
        let mut recent = self.referents.recent().take(MENTIONS);
        let by_mouth = |occurrence: &Occurrence| occurrence.behind_source && !matches!(wanted, Wanted::They);
        let spoke = |occurrence: &Occurrence| occurrence.source || by_mouth(occurrence);
        let fits = |referent: &Referent| is_thing(referent) || self.fits(referent, wanted).is_some();
        recent.find(|(occurrence, referent)| spoke(occurrence) && fits(referent)).map(|(last, _)| last.referent)
    }

    /// How well a referent is what is looked for, whatever its place. None where it cannot be.
    fn fits(&self, referent: &Referent, wanted: Wanted) -> Option<f32> {
        let name = self.names.by_key(&referent.entity);
        match wanted {
            Wanted::Pair => {
                let pair = referent.plural && referent.name.is_some() && matches!(referent.entity, Entity::Unnamed(_));
                pair.then_some(weight(Feature::Several))
            }
            Wanted::They if is_several(referent) || self.is_crew(referent) => Some(weight(Feature::Several)),
            Wanted::It | Wanted::They => {
                let paper = referent.source_type == SourceType::Document;
                // A place is spoken of far more often than it speaks, and `they` is no paper.
                let one = matches!(wanted, Wanted::It);
                let speaks = if paper { one } else { !self.is_place(name) || one && referent.spoke };
                let unread = if paper && !referent.spoke { weight(Feature::Unread) } else { 0.0 };
                let word = one && name.is_none_or(|name| name.words.len() == 1) || is_thing(referent);
                body(referent, name).filter(|_| speaks && word).map(|kind| kind + unread)
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
                let unknown = || {
                    self.text.is_in(phrase.head, Class::FirmNoun)
                        && name.is_some_and(|name| may_be_body(referent, name))
                };
                let thing =
                    called_one || is_thing(referent) && referent.source_type != SourceType::Document || unknown();
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
        // `the Nordvik company`
        let is_name = |at: usize| {
            let word = self.text.word(at);
            self.text.tokens[at].capital && name.is_some_and(|name| matches!(&name.words[..], [of] if of == word))
        };
        let other_body = |at: usize| {
            let other = self.referents.find(&Entity::Named(self.text.word(at).to_owned()));
            other.is_some_and(|other| {
                let other = &self.referents.all[other];
                let place = self.names.by_key(&other.entity).is_none_or(|name| name.evidence().is_elsewhere());
                is_thing(other) && !place
            })
        };
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
        let of_outlets = phrase.noun().is_some_and(|noun| noun.class == NounClass::Outlet);
        // `Orsa said … The furniture chain`: business news tells what a firm does by calling it so.
        let of_firm = self.text.is_in(phrase.head, Class::FirmNoun)
            && phrase.core.end == phrase.tokens.end
            && self.is_near(phrase.tokens.start, referent)
            && self.may_be_firm(referent, name);
        let mut score = 0.0;
        for at in (phrase.core.start + 1..phrase.head).filter(|at| tells(self.text.word(*at))) {
            let word = self.text.word(at);
            if !said(word) && !is_name(at) {
                // `the Orle company`: news tells where somebody is from by the way, and of an outlet that it has just
                // spoken of what sort it is: `the Orle daily`, `the non-profit newsroom`.
                // `the Tarn website` behind the Courier is another.
                let names_another = of_outlets && self.text.tokens[at].capital && !self.may_be_place(at);
                let by_the_way = referent.name.is_some()
                    && !names_another
                    && !other_body(at)
                    && (any_body && self.text.tokens[at].capital
                        || of_firm
                        || of_outlets && self.is_near(phrase.tokens.start, referent) && !self.is_elsewhere(name, at));
                if !by_the_way {
                    return None;
                }
                score += weight(if of_outlets { Feature::NewSort } else { Feature::NewPlace });
            }
        }
        // `told AFP … told the agency`
        let told_agency = head == "agency" && self.roles[phrase.tokens.start].is_some();
        let agency = |name: &str| lexicon().outlet(&name.to_lowercase()).is_some_and(|outlet| outlet.agency);
        if told_agency && referent.name.as_deref().is_some_and(agency) {
            return Some(score + weight(Feature::CalledSo));
        }
        if said(head) {
            let known = in_name(head) || by_role(head);
            // That an earlier phrase was linked to it may have been a mistake.
            let by = match (known, introduced(head)) {
                (true, _) => Feature::CalledSo,
                (false, true) => Feature::IntroducedSo,
                (false, false) => Feature::LinkedSo,
            };
            return Some(score + weight(by));
        }
        // `the FBI`, `the bureau`: one of its letters is the noun's.
        let may_shorten = any_body && referent.source_type == SourceType::Institution;
        if may_shorten && referent.name.as_deref().is_some_and(|name| has_initial(name, head)) {
            return Some(score + weight(Feature::Initial));
        }
        // `the ministry` is what was called one, `the company` any.
        let bare = phrase.core.end == phrase.tokens.end;
        let any = of_outlets || of_firm || any_body && bare && referent.name.is_some() && !self.is_place(name);
        if !any {
            return None;
        }
        // `Orle Ferry Services`, and `Lund Motors`, may be any company.
        let noun = |word: &String| {
            lexicon().noun(word).is_some_and(|noun| noun.class == NounClass::Institution && !noun.plural)
        };
        let of_another =
            name.is_some_and(|name| name.words.iter().any(|word| noun(word) && !lexicon().is_in(word, Class::AnyBody)));
        // `the chipmaker` behind the Norland Trade Commission
        let sort = self.text.is_in(phrase.head, Class::FirmNoun) && self.text.is_in(phrase.head, Class::BodyTitle);
        if sort && name.is_some_and(is_public) {
            return None;
        }
        if !of_outlets && referent.source_type == SourceType::NewsOutlet {
            score += weight(Feature::OutletForBody);
        } else if !of_outlets && of_another && !self.text.is_in(phrase.head, Class::GroupNoun) {
            score += weight(Feature::CalledOtherwise);
        } else if !of_outlets && name.is_some_and(is_firm) {
            score += weight(Feature::Firm);
        }
        if of_outlets && referent.name.as_deref().is_some_and(|name| is_other_medium(name, head)) {
            score += weight(Feature::OtherMedium);
        }
        Some(score + body(referent, name).unwrap_or(0.0))
    }

    /// Whether a named body is one that does business, for all that the page says.
    fn may_be_firm(&self, referent: &Referent, name: Option<&Name>) -> bool {
        let body = is_thing(referent) && referent.source_type == SourceType::Institution;
        name.is_some_and(|name| {
            !self.is_place(Some(name))
                && !is_public(name)
                && (body || name.evidence().is_firm() || may_be_body(referent, name))
        })
    }

    /// Whether something was mentioned two sentences back at most.
    fn is_near(&self, own: usize, referent: &Referent) -> bool {
        let here = self.text.sentence_of(own);
        let last = referent.latest.back().map(|index| self.referents.occurrences[*index].place.sentence);
        last.is_some_and(|last| here.saturating_sub(last) <= NEAR)
    }

    /// Whether a word is a place's or its people's, as far as the page and the lexicon tell.
    fn may_be_place(&self, at: usize) -> bool {
        let word = self.text.word(at);
        let named = self.names.by_key(&Entity::Named(word.to_owned()));
        lexicon().is_place(word)
            || typing::ends_as_people(word)
            || self.text.tags[at] == Tag::Adjective
            || named.is_some_and(|name| name.evidence().is_elsewhere())
    }

    /// Whether a word is a place, and the name is of another: `the Kyiv paper` behind the Moscow Times.
    fn is_elsewhere(&self, name: Option<&Name>, at: usize) -> bool {
        let place = |word: &str| lexicon().is_place(word);
        self.text.tokens[at].capital && name.is_some_and(|name| name.words.iter().any(|word| place(word)))
    }

    /// `police`, `the crew`: one word for several people.
    fn is_crew(&self, referent: &Referent) -> bool {
        referent.name.is_none() && self.text.is_in(referent.introduced.end - 1, Class::Crew)
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
        // `It said` in the middle of a paragraph is seldom who spoke in another.
        let block = self.text.block_of(own);
        let opens =
            self.text.sentences.get(sentence).is_none_or(|s| s.start == 0 || self.text.block_of(s.start - 1) != block);
        let another_paragraph = self.text.is_in(own, Class::ItForm) && !opens && place.block != block;
        let holds = [
            (Feature::SameBlock, place.block == self.text.block_of(own)),
            (Feature::SubjectHere, any(&|o| o.place.subject && away(o) == 0)),
            (Feature::SubjectNear, any(&|o| o.place.subject && away(o) == 1)),
            (
                Feature::SubjectNearForIt,
                self.text.is_in(own, Class::ItForm) && any(&|o| o.place.subject && away(o) == 1),
            ),
            // Whom somebody told is who was told before, or has just been named.
            (Feature::LastSource, last_source && !told && !another_paragraph),
            (Feature::SourceNear, !told && any(&|o| (o.source || o.behind_source) && away(o) <= NEAR)),
            (Feature::Hand, any(&|o| o.hand)),
            // `In a chat with Sky, Roe said p. Asked by the channel …`, whatever outlet was called a channel before.
            (
                Feature::ToldJustNow,
                told && last.hand
                    && last.form == Form::Name
                    && place.block == self.text.block_of(own)
                    && away(last) <= NEAR,
            ),
            (
                Feature::Aside,
                !told
                    && !place.subject
                    && (place.object || place.preposition.is_some() || place.possessive)
                    && !last.hand
                    && !last.behind_source,
            ),
            (Feature::Headline, place.headline),
            (Feature::Named, referent.name.is_some()),
            (Feature::Told, last.told && !told),
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

/// `residents`, `Lund and Roe`, `police`.
fn is_several(referent: &Referent) -> bool {
    referent.plural && !matches!(referent.source_type, SourceType::Document | SourceType::NewsOutlet)
}

/// What speaks against its being a body: that it looks like a person. None where it is no body.
fn body(referent: &Referent, name: Option<&Name>) -> Option<f32> {
    if is_thing(referent) {
        return Some(weight(Feature::Person) * referent.person);
    }
    name.filter(|name| may_be_body(referent, name)).map(|name| weight(Feature::Unknown) * name.person())
}

/// Whether a name has a noun for a body that does no business: `Norland Trade Commission`.
fn is_public(name: &Name) -> bool {
    name.words.iter().any(|word| {
        let noun = lexicon().noun(word);
        noun.is_some_and(|noun| noun.class == NounClass::Institution && !noun.plural)
            && !lexicon().is_in(word, Class::FirmNoun)
    })
}

/// Whether a name is a body's and no place's.
fn is_firm(name: &Name) -> bool {
    name.evidence().is_firm() || name.bearer == Bearer::Institution && !name.evidence().is_elsewhere()
}

/// A name that nothing but its speaking makes a person's: `Nordvik`, `Exxon Mobil`.
fn may_be_body(referent: &Referent, name: &Name) -> bool {
    let calling = |role: &String| lexicon().noun(role).is_some_and(|noun| noun.class.is_person());
    let person = name.male.is_some() || referent.male.is_some() || name.official || name.roles.iter().any(calling);
    let word = name.words.first().map_or("", String::as_str);
    let common = lexicon().is_given_name(word) || lexicon().noun(word).is_some() || typing::ends_as_people(word);
    let other = person || common || name.evidence().is_elsewhere() || referent.plural;
    !other && matches!(name.bearer, Bearer::Unknown | Bearer::Person)
}

/// Whether a name of capitals has the letter that a noun begins with, but not in front: `FBI` and `bureau`.
fn has_initial(name: &str, noun: &str) -> bool {
    let initials = (3..=5).contains(&name.len()) && name.chars().all(|letter| letter.is_ascii_uppercase());
    let first = noun.chars().next().map(|letter| letter.to_ascii_uppercase());
    initials && first.is_some_and(|first| name[1..].contains(first))
}

/// `the paper` for a name in capitals, `the network` for a Tribune.
fn is_other_medium(name: &str, noun: &str) -> bool {
    let titled = name.split_whitespace().any(|word| lexicon().is_in(&word.to_lowercase(), Class::PaperTitle));
    // `the paper` behind the Journal of Sleep is what it has printed.
    if noun == "paper" && name.contains("Journal of ") {
        return true;
    }
    let initials = (2..=5).contains(&name.len()) && name.chars().all(char::is_uppercase);
    // `the site` behind the Associated Press
    let agency = || lexicon().outlet(&name.to_lowercase()).is_some_and(|outlet| outlet.agency);
    let on_web = matches!(noun, "site" | "website") && (initials || agency());
    on_web || lexicon().is_in(noun, Class::PaperNoun) && initials || lexicon().is_in(noun, Class::AirNoun) && titled
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
