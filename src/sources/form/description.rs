//! Mentions without a name: the head noun, its determiner and number decide what sort of source it is.
//!
//! `the minister` is a role, `a minister` somebody unnamed, `ministers` a group, `experts` an open class.

use super::phrase::Phrase;
use super::{key, outlet_key};
use crate::document::Region;
use crate::lexicon::{Class, Ending, NounClass, lexicon};
use crate::report::SourceType;
use crate::sources::mention::{Entity, Mention};
use crate::sources::names::plain;
use crate::text::Tag;

impl Phrase<'_> {
    /// A phrase without a name: the head noun and its determiner decide.
    pub(super) fn described(&self, mention: &mut Mention) {
        mention.source_type = self.described_type();
        if matches!(mention.source_type, Some(SourceType::Unspecified)) {
            mention.entity = Entity::Nobody;
        }
        // `an earlier report from Bloomberg`
        if mention.source_type == Some(SourceType::Document)
            && let Some(from) = (self.core.end..self.tokens.end).find(|at| matches!(self.word(*at), "from" | "in"))
        {
            let rest = from + 1..self.tokens.end;
            let words: Vec<String> =
                rest.clone().filter(|at| self.is_capital(*at)).map(|at| self.word(at).to_owned()).collect();
            // `in the national Kaptein newspaper`
            let capital = |at: &usize| self.is_capital(*at);
            let named = rest.clone().find(capital).zip(rest.clone().rev().find(capital));
            let name = named.map_or_else(String::new, |(first, last)| plain(self.text.slice(&(first..last + 1))));
            // `an editorial in the Orsund Gazette`: a name that the lexicon does not hold, and nothing besides.
            let sounds = || words.iter().any(|word| lexicon().is_outlet_word(word)) && rest.len() <= words.len() + 1;
            let publisher = match lexicon().outlet(&words.join(" ")) {
                Some(outlet) => Some(key(outlet.name)),
                None => sounds().then(|| outlet_key(&name)),
            };
            if let Some(publisher) = publisher {
                mention.publisher = Some(publisher.clone());
                mention.entity = Entity::Named(publisher);
                mention.name = Some(name);
            }
        }
    }

    pub(super) fn described_type(&self) -> Option<SourceType> {
        // `at least two clerks`, `more than a dozen clerks`: what makes a number about right says nothing of who they are.
        let number = self.behind_approximation();
        if number > self.tokens.start {
            return Phrase::new(self.text, &(number..self.tokens.end)).described_type();
        }
        if self.stands_for_one() {
            return Some(SourceType::AnonymousIndividual);
        }
        // `he and other challengers`
        let pronoun = self.text.tags.get(self.tokens.start) == Some(&Tag::Pronoun);
        if pronoun && self.tokens.len() > 2 && self.word(self.tokens.start + 1) == "and" {
            return Some(SourceType::VagueCollective);
        }
        if self.stands_for_a_share() || self.word(self.core.start) == "those" && self.core.len() == 1 {
            return Some(SourceType::VagueCollective);
        }
        if self.tokens.len() == 1 && self.text.tags.get(self.tokens.start) == Some(&Tag::Pronoun)
            || self.is_in(self.head, Class::ThirdPerson)
        {
            let start = self.tokens.start;
            return match self.word(start) {
                "one" | "who" => Some(SourceType::RoleOnly),
                "we" | "i" => Some(SourceType::Own),
                "it" | "which" => Some(SourceType::Institution),
                _ if self.is_in(start, Class::PluralPronoun) => Some(SourceType::VagueCollective),
                _ if [Class::PersonPronoun, Class::HeForm, Class::SheForm]
                    .iter()
                    .any(|form| self.is_in(start, *form)) =>
                {
                    Some(SourceType::RoleOnly)
                }
                _ => None,
            };
        }
        let first = self.word(self.tokens.start);
        // `one of his advisers`, `26 percent of voters`, `a number of delegates`
        if self.word(self.core.end) == "of" && self.core.end < self.tokens.end {
            let partitive = first == "another" || self.is_in(self.head, Class::PartitiveHead);
            let inner = Phrase::new(self.text, &(self.core.end + 1..self.tokens.end));
            let inner_type = inner.described_type();
            let partitive = partitive || self.text.tags.get(self.head) == Some(&Tag::Numeral);
            let people = inner.noun().is_none_or(|noun| noun.class.is_person());
            // `two members of parliament` are people.
            let members = !people && self.noun().is_some_and(|noun| noun.class.is_person());
            if partitive && !members && !inner.tokens.is_empty() {
                return Some(match (first, inner_type) {
                    ("one" | "another", _) if people => SourceType::AnonymousIndividual,
                    (_, Some(SourceType::AnonymousCollective)) => SourceType::AnonymousCollective,
                    _ if people => SourceType::VagueCollective,
                    (_, Some(other)) => other,
                    _ => SourceType::VagueCollective,
                });
            }
        }
        let Some(noun) = self.noun() else { return self.guess() };
        let definite = self.is_definite();
        let modified = self.core.len() > 1;
        Some(match noun.class {
            NounClass::Document => SourceType::Document,
            NounClass::Post => SourceType::SocialPost,
            NounClass::Outlet if noun.plural => SourceType::OutletCollective,
            NounClass::Outlet if self.is_scholarly_paper() => SourceType::Document,
            NounClass::Outlet => SourceType::NewsOutlet,
            NounClass::Press => SourceType::OutletCollective,
            // `estimates from the Harbour Institute` have an owner.
            NounClass::Rumour if self.is_owned() => SourceType::Document,
            NounClass::Rumour => self.rumour(),
            // `prosecutors`, as `police`: an office that speaks on record.
            _ if self.speaks_on_record() => SourceType::Institution,
            // `lawyers for the bank` speak for it.
            NounClass::Profession if self.is_in(self.head, Class::TeamNoun) && self.word(self.core.end) == "for" => {
                SourceType::RoleOnly
            }
            NounClass::Institution if noun.plural => SourceType::VagueCollective,
            NounClass::Institution => SourceType::Institution,
            NounClass::Insider if noun.plural => SourceType::AnonymousCollective,
            NounClass::Insider => SourceType::AnonymousIndividual,
            // `the judges`: a bench, as `the researchers` are a team.
            NounClass::Official if definite && self.is_in(self.head, Class::TeamNoun) => SourceType::RoleOnly,
            NounClass::Official | NounClass::Head if noun.plural => SourceType::AnonymousCollective,
            NounClass::Spokesperson if noun.plural => SourceType::RoleOnly,
            NounClass::Spokesperson => SourceType::RoleOnly,
            NounClass::Crowd if self.is_indefinite() && !noun.plural => SourceType::AnonymousIndividual,
            NounClass::Crowd if self.describes_insiders() || self.counts_a_few() => SourceType::AnonymousCollective,
            NounClass::Crowd => SourceType::VagueCollective,
            NounClass::Profession if noun.plural => {
                let team = definite && self.is_in(self.head, Class::TeamNoun);
                let insiders = self.is_in(self.head, Class::CircleNoun) || self.is_small_circle();
                if insiders && !team {
                    SourceType::AnonymousCollective
                } else if team {
                    SourceType::RoleOnly
                } else {
                    SourceType::VagueCollective
                }
            }
            NounClass::Official | NounClass::Head | NounClass::Profession => {
                // A headline leaves the article out: `Road open, judge says`.
                let headline =
                    matches!(self.text.block_at(self.head).map(|block| block.region), Some(Region::Headline));
                if headline && !self.is_indefinite() {
                    SourceType::RoleOnly
                } else if self.is_indefinite() || !(definite || modified || self.is_capital(self.head)) {
                    SourceType::AnonymousIndividual
                } else {
                    SourceType::RoleOnly
                }
            }
        })
    }

    /// `One`, `Another`, `A third`, `somebody`: one of those just spoken of, and no word more.
    fn stands_for_one(&self) -> bool {
        let first = self.word(self.tokens.start);
        if matches!(first, "someone" | "somebody") {
            return true;
        }
        match self.tokens.len() {
            1 => matches!(first, "one" | "another"),
            2 => first == "a" && self.is_in(self.head, Class::Ordinal),
            _ => false,
        }
    }

    /// `44%`, `two`, `Nine in 10`, `about two-thirds`, `four out of 10 voters`: a number for people.
    fn stands_for_a_share(&self) -> bool {
        let counts = |at: usize| {
            matches!(self.text.tags.get(at), Some(Tag::Numeral | Tag::Symbol)) || self.is_in(at, Class::Fraction)
        };
        let measures = |at: usize| {
            counts(at)
                || self.is_in(at, Class::ShareFiller)
                || self.is_in(at, Class::Approximation)
                || self.is_in(at, Class::OutOf) && (at.saturating_sub(2)..at + 3).any(counts)
        };
        let rest = self.tokens.clone().find(|at| !measures(*at)).unwrap_or(self.tokens.end);
        // `two studies` are no share, `two in ten studies` might be.
        let share = (self.tokens.start..rest).any(|at| matches!(self.word(at), "in" | "out"));
        (self.tokens.start..rest).any(counts) && (rest == self.tokens.end || share)
    }

    /// Where the count stands behind `at least` and `nearly`; the start where there is neither.
    fn behind_approximation(&self) -> usize {
        let start = self.tokens.start;
        let first = start + usize::from(self.word(start) == "at");
        let number = (first..self.tokens.end).find(|at| !self.is_in(*at, Class::Approximation)).unwrap_or(start);
        let counts = self.text.tags.get(number) == Some(&Tag::Numeral) || matches!(self.word(number), "a" | "one");
        if number > first && counts { number } else { start }
    }

    /// `prosecutors`, `the rescuers`: an office, by the people in it; `two rescuers` and `some rescuers` are people.
    fn speaks_on_record(&self) -> bool {
        let start = self.core.start;
        let counted = self.text.tags.get(start) == Some(&Tag::Numeral) || self.is_in(start, Class::Quantifier);
        self.is_in(self.head, Class::SpeaksOnRecord) && !counted
    }

    /// `two clerks`, `three local riggers`: so few that each has a name, which the page keeps. `two dozen clerks` and
    /// `two in ten clerks` are no such number.
    fn counts_a_few(&self) -> bool {
        let number = self.core.start;
        if !self.is_in(number, Class::NumberWord) || number == self.head {
            return false;
        }
        let multiplies = |at: usize| {
            self.text.tags.get(at) == Some(&Tag::Numeral) || self.is_in(at, Class::OutOf) || self.word(at) == "dozen"
        };
        !multiplies(number + 1)
    }

    /// `two clerks`, `clerks close to the owner`; who `the actors involved` are is known.
    fn is_small_circle(&self) -> bool {
        let placed = self.core.end < self.tokens.end && self.is_in(self.core.end, Class::InsiderAdjective);
        self.counts_a_few() || placed && !self.is_definite()
    }

    /// `people familiar with the matter`
    pub(super) fn describes_insiders(&self) -> bool {
        (self.core.end..self.tokens.end)
            .take(2)
            .any(|at| self.is_in(at, Class::InsiderAdjective) || self.word(at) == "with")
    }

    pub(super) fn is_owned(&self) -> bool {
        matches!(self.word(self.core.end), "from" | "by")
            && self.is_capital(self.core.end + 1)
            && self.core.end < self.tokens.end
    }

    /// `a 2019 paper`, `a paper by economists`: written by somebody, not printed daily.
    fn is_scholarly_paper(&self) -> bool {
        let dated = self.core.clone().any(|at| self.text.tags.get(at) == Some(&Tag::Numeral));
        let authored = self.is_in(self.core.end, Class::AuthoredBy) && self.core.end < self.tokens.end;
        self.word(self.head) == "paper" && !matches!(self.word(self.tokens.start), "the") && (dated || authored)
    }

    /// Bare `reports` and `estimates` belong to nobody; `media reports` and `reports in the press` to many outlets.
    pub(super) fn rumour(&self) -> SourceType {
        let press = self.tokens.clone().any(|at| {
            lexicon().noun(self.word(at)).is_some_and(|noun| matches!(noun.class, NounClass::Press | NounClass::Outlet))
                || matches!(self.word(at), "news")
        });
        let exclusive = (self.core.start..self.head).any(|at| matches!(self.word(at), "exclusive"));
        if press || exclusive { SourceType::OutletCollective } else { SourceType::Unspecified }
    }

    /// A noun the lexicon does not know: people by their endings, else a body when it is definite.
    pub(super) fn guess(&self) -> Option<SourceType> {
        let word = self.word(self.head);
        // `The second said`, `The other said`: one of those who were named before.
        let one_of_two = self.is_in(self.head, Class::Ordinal) || matches!(word, "other" | "latter");
        if one_of_two && self.is_definite() {
            return Some(SourceType::RoleOnly);
        }
        // The tagger takes an age for an adjective.
        let aged = word.ends_with("-year-old");
        if !aged && !matches!(self.text.tags.get(self.head), Some(Tag::Noun | Tag::ProperNoun)) {
            return None;
        }
        let stem = word.trim_end_matches('s');
        let person = lexicon().ends_in(stem, Ending::Person) || aged || self.is_personal();
        let plural = word.ends_with('s') && !word.ends_with("ss");
        // `One courtier told the Courier`
        let circumstance =
            self.tokens.start.checked_sub(1).and_then(|at| self.text.tags.get(at)) == Some(&Tag::Adposition);
        if self.word(self.tokens.start) == "one" && self.core.len() == 2 && !plural && !circumstance {
            return Some(SourceType::AnonymousIndividual);
        }
        let counted = self.text.tags.get(self.tokens.start) == Some(&Tag::Numeral);
        match (person || counted, plural) {
            (true, true) if person && self.is_small_circle() => Some(SourceType::AnonymousCollective),
            (true, true) => Some(SourceType::VagueCollective),
            (true, false) if person && self.is_indefinite() => Some(SourceType::AnonymousIndividual),
            (true, false) if person => Some(SourceType::RoleOnly),
            _ => None,
        }
    }
}
