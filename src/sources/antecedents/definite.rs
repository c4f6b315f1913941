//! `the report`, `the Arabic outlet`, `the ministry`, `the second official`: a mention that noun and adjectives fit.

use super::{Occurrence, PRONOUN_REACH, Pass, Referent, link, named};
use crate::attribution::Tokens;
use crate::lexicon::{Class, NounClass, lexicon};
use crate::report::SourceType;
use crate::sources::form::{Phrase, key, outlet_key};
use crate::sources::mention::{Entity, Mention};
use crate::sources::names::{Bearer, Name};

/// Mentions that a definite phrase looks back over for somebody without a name.
const MENTIONS_REACH: usize = 160;

/// Mentions of names that a definite phrase looks back over.
const NAMES_REACH: usize = 400;

impl Pass<'_> {
    /// `the report`, `the study`: a document called the same, or the last outlet that reported in this section.
    pub(super) fn report(&self, mentions: &mut [Mention], index: usize) {
        let phrase = Phrase::new(self.text, &mentions[index].tokens);
        // `the agency's report` is no paper's; `the paper's report` may be.
        let owner = phrase.core.clone().find(|at| phrase.is_genitive(*at)).map(|genitive| self.text.word(genitive - 1));
        let of_outlet = |owner: &str| {
            lexicon().outlet(owner).is_some() || lexicon().noun(owner).is_some_and(|n| n.class == NounClass::Outlet)
        };
        if owner.is_some_and(|owner| !of_outlet(owner)) {
            return;
        }
        let head = self.text.word(phrase.head);
        let block = self.text.block_of(mentions[index].tokens.start);
        let section = self.sections.get(block).copied().unwrap_or(0);
        // `the congressional report` is no paper's.
        let plain = |at: usize| {
            self.text.tokens[at].capital
                || self.text.is_in(at, Class::NewsModifier)
                || lexicon().noun(self.text.word(at)).is_some_and(|noun| noun.class == NounClass::Outlet)
        };
        let reports_news =
            self.text.is_in(phrase.head, Class::NewsPiece) && (phrase.core.start + 1..phrase.head).all(plain);
        let fits = |(candidate, _): &&(usize, usize)| {
            let other = &mentions[*candidate];
            // `the Q poll` may be Quinnipiac's, and is not the Gazette's.
            let called = |at: usize| {
                !self.text.tokens[at].capital
                    || other.tokens.clone().any(|of| self.text.word(of).starts_with(self.text.word(at)))
            };
            if !(phrase.core.start + 1..phrase.head).all(called) {
                return false;
            }
            let same_noun = stem(self.text.word(Phrase::new(self.text, &other.tokens).head)) == stem(head);
            match other.source_type {
                Some(SourceType::NewsOutlet) => reports_news,
                Some(SourceType::Document) => same_noun || (other.publisher.is_some() && reports_news),
                _ => false,
            }
        };
        let recent = || self.reports.iter().rev().take(40);
        let here = recent().filter(|(_, b)| self.sections.get(*b) == Some(&section)).find(fits);
        let Some((found, _)) = here.or_else(|| recent().find(fits)) else { return };
        let other = mentions[*found].clone();
        let mention = &mut mentions[index];
        mention.antecedent = Some(other.antecedent.clone().unwrap_or_else(|| other.tokens.clone()));
        mention.publisher = other
            .publisher
            .clone()
            .or_else(|| other.name.as_deref().filter(|_| other.source_type == Some(SourceType::NewsOutlet)).map(key));
        mention.entity = other.entity;
        mention.name = other.name;
        mention.anaphoric = true;
    }

    /// `the paper`, `the Arabic outlet`: the last outlet whose first mention its adjectives fit.
    pub(super) fn outlet(&self, mentions: &mut [Mention], index: usize, phrase: &Phrase) {
        let described: Vec<&str> = (phrase.core.start..phrase.head)
            .filter(|at| !self.text.is_in(*at, Class::Definite) && !self.text.is_in(*at, Class::NewsModifier))
            .map(|at| self.text.word(at))
            .collect();
        let outlets = || {
            self.reports
                .iter()
                .rev()
                .take(60)
                .map(|(i, _)| &mentions[*i])
                .filter(|m| matches!(m.source_type, Some(SourceType::NewsOutlet)) || m.publisher.is_some())
        };
        let agrees = |m: &&Mention| {
            let tokens = m.antecedent.as_ref().unwrap_or(&m.tokens);
            described.iter().all(|word| {
                tokens
                    .clone()
                    .any(|at| self.text.word(at) == *word || self.text.word(at).starts_with(&format!("{word}-")))
            })
        };
        // `the weekly` is the outlet that was called a weekly, if one was.
        let head = self.text.word(phrase.head);
        let called =
            |m: &&Mention| m.antecedent.as_ref().unwrap_or(&m.tokens).clone().any(|at| self.text.word(at) == head);
        let found = if described.is_empty() {
            outlets().find(called).or_else(|| outlets().next())
        } else {
            outlets().find(agrees).or_else(|| self.described_elsewhere(mentions, &described))
        };
        if let Some(other) = found.cloned() {
            let mention = &mut mentions[index];
            mention.source_type = Some(SourceType::NewsOutlet);
            mention.antecedent = Some(other.antecedent.clone().unwrap_or_else(|| other.tokens.clone()));
            mention.entity = other.entity;
            mention.name = other.name;
            mention.anaphoric = true;
        }
    }

    /// An outlet any of whose mentions carries the adjectives.
    pub(super) fn described_elsewhere<'m>(&self, mentions: &'m [Mention], described: &[&str]) -> Option<&'m Mention> {
        self.reports.iter().rev().take(60).map(|(i, _)| &mentions[*i]).find(|m| {
            m.source_type == Some(SourceType::NewsOutlet)
                && described.iter().any(|word| m.tokens.clone().any(|at| self.text.word(at) == *word))
        })
    }

    /// `the ministry`, `the airline`: a body whose name, first mention or apposition holds the noun and all its adjectives;
    /// `the company` alone: the body that was the last source.
    pub(super) fn body(&self, mentions: &mut [Mention], index: usize, phrase: &Phrase) {
        let head = self.text.word(phrase.head).to_owned();
        let own = mentions[index].tokens.start;
        let modifiers: Vec<&str> = (phrase.core.start + 1..phrase.head).map(|at| self.text.word(at)).collect();
        let introduced =
            |referent: &Referent, word: &str| referent.introduced.clone().any(|at| self.text.word(at) == word);
        let earlier = self.recent(own).find(|(_, referent)| {
            referent.source_type == SourceType::Institution
                && introduced(referent, &head)
                && modifiers.iter().all(|word| introduced(referent, word))
        });
        let holds = |name: &Name, word: &str| name.words.iter().any(|of| of == word);
        let is_called = |name: &Name| {
            let body = !matches!(name.bearer, Bearer::Person);
            (name.words.len() > 1 && holds(name, &head) || body && name.roles.contains(&head))
                && modifiers.iter().all(|word| holds(name, word) || name.roles.contains(*word))
        };
        let named = || self.names_before(own).find(|(_, name)| is_called(&self.names.all[*name]));
        let bare = modifiers.is_empty()
            && phrase.core.end == phrase.tokens.end
            && self.text.is_in(phrase.head, Class::AnyBody);
        let spoke = || {
            self.recent(own).find(|(occurrence, referent)| {
                occurrence.source && referent.source_type == SourceType::Institution && !referent.plural
            })
        };
        if let Some((_, referent)) = earlier {
            link(&mut mentions[index], referent);
        } else if let Some((tokens, name)) = named() {
            let mention = &mut mentions[index];
            mention.name = Some(self.names.all[*name].full.clone());
            mention.entity = Entity::Named(key(&self.names.all[*name].full));
            mention.antecedent = Some(tokens.clone());
            mention.anaphoric = true;
        } else if let Some((_, referent)) = spoke().filter(|(_, referent)| bare && referent.name.is_some()) {
            link(&mut mentions[index], referent);
        }
    }

    /// The mentions of names before a token, the nearest first; bounded, so that a long page stays linear.
    fn names_before(&self, token: usize) -> impl Iterator<Item = &(Tokens, usize)> {
        let end = self.names.mentions.partition_point(|(tokens, _)| tokens.start < token);
        self.names.mentions[..end].iter().rev().take(NAMES_REACH)
    }

    /// `the prime minister`: somebody the page calls so; `the second official`: an unnamed one mentioned before.
    pub(super) fn role(&self, mentions: &mut [Mention], index: usize, phrase: &Phrase) {
        let head = self.text.word(phrase.head).to_owned();
        let own = mentions[index].tokens.start;
        // `the union's president` is another president.
        if phrase.core.clone().any(|at| matches!(self.text.word(at), "'s" | "'")) {
            return;
        }
        let several = phrase.noun().is_some_and(|noun| noun.plural);
        let unnamed = mentions[..index].iter().rev().take(60).find(|m| {
            // `the judges` are more than `a judge`; `the source` may be one of `two sources`.
            (!several || m.source_type == Some(SourceType::AnonymousCollective))
                && matches!(m.source_type, Some(SourceType::AnonymousIndividual | SourceType::AnonymousCollective))
                && !m.anaphoric
                && stem(self.text.word(Phrase::new(self.text, &m.tokens).head)) == stem(&head)
        });
        // Of several who hold the role, the one named last before this mention.
        let holds =
            |name: &Name| name.roles.contains(&head) && !matches!(name.bearer, Bearer::Outlet | Bearer::Institution);
        let latest = self.names_before(own).find(|(_, name)| holds(&self.names.all[*name]));
        let named_since = |first: usize| latest.is_some_and(|(tokens, _)| tokens.start > first);
        let insider = phrase.noun().is_some_and(|noun| noun.class == NounClass::Insider);
        if insider || unnamed.is_some_and(|unnamed| !named_since(unnamed.tokens.start)) {
            if let Some(other) = unnamed.cloned() {
                let mention = &mut mentions[index];
                mention.antecedent = Some(other.tokens.clone());
                mention.entity = other.entity;
                mention.anaphoric = true;
                if !matches!(mention.source_type, Some(SourceType::AnonymousCollective)) {
                    mention.source_type = Some(SourceType::AnonymousIndividual);
                }
                mention.anonymous = true;
            }
            return;
        }
        let unnamed = self.called_the_same(own, phrase);
        if several {
            // Behind researchers spoken of, `the researchers` are still that team and no open class.
            let team = mentions[index].source_type == Some(SourceType::RoleOnly);
            let spoken_of = |referent: &Referent| referent.source_type == SourceType::VagueCollective;
            if let Some((_, referent)) = unnamed.filter(|(_, referent)| !(team && spoken_of(referent))) {
                link(&mut mentions[index], referent);
            }
            return;
        }
        if self.epithet(mentions, index, &head) {
            return;
        }
        let latest = latest.filter(|_| unnamed.is_none_or(|(occurrence, _)| named_since(occurrence.at())));
        if let Some((tokens, name)) = latest {
            let name = &self.names.all[self.names.fullest(*name)];
            link(&mut mentions[index], &named(name, Entity::Named(outlet_key(&name.full)), tokens));
        } else if let Some((_, referent)) = unnamed {
            link(&mut mentions[index], referent);
        }
    }

    /// `the divers`, behind `two divers`: a noun that the lexicon does not know.
    pub(super) fn somebody(&self, mentions: &mut [Mention], index: usize, phrase: &Phrase) {
        if let Some((_, referent)) = self.called_the_same(mentions[index].tokens.start, phrase) {
            link(&mut mentions[index], referent);
        }
    }

    /// `a spokesman for the ministry`, then `the spokesman`: the last one without a name that the same noun and all its
    /// adjectives fit. `The spokesman for the army` says himself who he is.
    fn called_the_same(&self, own: usize, phrase: &Phrase) -> Option<(&Occurrence, &Referent)> {
        let same = |(_, referent): &(&Occurrence, &Referent)| {
            let other = Phrase::new(self.text, &referent.introduced);
            let said_of = |at: usize| other.tokens.clone().any(|of| self.text.word(of) == self.text.word(at));
            referent.name.is_none()
                && matches!(
                    referent.source_type,
                    SourceType::RoleOnly | SourceType::VagueCollective | SourceType::AnonymousCollective
                )
                && self.text.word(other.head) == self.text.word(phrase.head)
                && (phrase.core.start + 1..phrase.head).all(said_of)
        };
        let bare = phrase.tokens.end == phrase.head + 1;
        bare.then(|| self.recent(own).find(same)).flatten()
    }

    /// The mentions in front of a token, the nearest first; bounded, so that a long page stays linear.
    fn recent(&self, own: usize) -> impl Iterator<Item = (&Occurrence, &Referent)> + Clone {
        self.referents.recent().take(MENTIONS_REACH).filter(move |(occurrence, _)| occurrence.at() < own)
    }

    /// `the Republican`, `the nominee`: newspapers call whom the story is about so instead of repeating the name. The
    /// last named person who was a source or was named is meant, unless another role is known of them.
    pub(super) fn epithet(&self, mentions: &mut [Mention], index: usize, head: &str) -> bool {
        if !lexicon().is_in(head, Class::Epithet) {
            return false;
        }
        let block = self.text.block_of(mentions[index].tokens.start);
        let recent = self.recent(mentions[index].tokens.start).take(40).filter(|(occurrence, referent)| {
            matches!(referent.source_type, SourceType::NamedPerson | SourceType::NamedOfficial)
                && referent.person > 0.5
                && block - occurrence.place.block.min(block) <= PRONOUN_REACH
        });
        // Else whom the sentence before is about, wherever it stands: who comes first in it.
        let before = self.text.sentence_of(mentions[index].tokens.start).checked_sub(1);
        let first = || recent.clone().filter(|(occurrence, _)| Some(occurrence.place.sentence) == before).last();
        let source = recent.clone().find(|(occurrence, _)| occurrence.source);
        match source.or_else(first).or_else(|| recent.clone().next()) {
            Some((_, referent)) => {
                link(&mut mentions[index], referent);
                true
            }
            None => false,
        }
    }
}

pub(super) fn stem(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}
