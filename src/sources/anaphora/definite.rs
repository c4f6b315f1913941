//! `the report`, `the Arabic outlet`, `the ministry`, `the second official`: a mention that noun and adjectives fit.

use super::{PRONOUN_REACH, Pass, Person, link};
use crate::attribution::Tokens;
use crate::lexicon::{NounClass, lexicon};
use crate::report::SourceType;
use crate::sources::form::{Phrase, key};
use crate::sources::mention::{Entity, Mention};
use crate::sources::names::{Bearer, Name};

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
                || matches!(
                    self.text.word(at),
                    "news" | "exclusive" | "same" | "original" | "latest" | "new" | "earlier"
                )
                || lexicon().noun(self.text.word(at)).is_some_and(|noun| noun.class == NounClass::Outlet)
        };
        let reports_news = matches!(head, "report" | "article" | "story" | "dispatch" | "piece")
            && (phrase.core.start + 1..phrase.head).all(plain);
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
            .map(|at| self.text.word(at))
            .filter(|word| !matches!(*word, "the" | "this" | "that" | "news" | "same"))
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
        self.reports.iter().rev().map(|(i, _)| &mentions[*i]).find(|m| {
            m.source_type == Some(SourceType::NewsOutlet)
                && described.iter().any(|word| m.tokens.clone().any(|at| self.text.word(at) == *word))
        })
    }

    /// `the ministry`, `the airline`: a body whose name or first mention holds the noun.
    pub(super) fn body(&self, mentions: &mut [Mention], index: usize, phrase: &Phrase) {
        let head = self.text.word(phrase.head).to_owned();
        let own = mentions[index].tokens.start;
        let earlier = self.people.iter().rev().take(80).find(|p| {
            p.source_type == SourceType::Institution
                && p.at < own
                && p.tokens.clone().any(|at| self.text.word(at) == head)
        });
        let named = || {
            self.names_before(own)
                .find(|(_, name)| self.names.all[*name].words.len() > 1 && self.names.all[*name].words.contains(&head))
        };
        if let Some(person) = earlier.cloned() {
            link(&mut mentions[index], &person);
        } else if let Some((tokens, name)) = named() {
            let mention = &mut mentions[index];
            mention.name = Some(self.names.all[*name].full.clone());
            mention.entity = Entity::Named(key(&self.names.all[*name].full));
            mention.antecedent = Some(tokens.clone());
            mention.anaphoric = true;
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
        let unnamed = mentions[..index].iter().rev().take(60).find(|m| {
            matches!(m.source_type, Some(SourceType::AnonymousIndividual | SourceType::AnonymousCollective))
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
        if phrase.noun().is_some_and(|noun| noun.plural) {
            if let Some(person) = unnamed.cloned() {
                link(&mut mentions[index], &person);
            }
            return;
        }
        if self.epithet(mentions, index, &head) {
            return;
        }
        let latest = latest.filter(|_| unnamed.is_none_or(|unnamed| named_since(unnamed.at)));
        if let Some((tokens, name)) = latest {
            let name = &self.names.all[self.names.fullest(*name)];
            link(&mut mentions[index], &Person::named(name, tokens));
        } else if let Some(person) = unnamed.cloned() {
            link(&mut mentions[index], &person);
        }
    }

    /// `the divers`, behind `two divers`: a noun that the lexicon does not know.
    pub(super) fn somebody(&self, mentions: &mut [Mention], index: usize, phrase: &Phrase) {
        if let Some(person) = self.called_the_same(mentions[index].tokens.start, phrase).cloned() {
            link(&mut mentions[index], &person);
        }
    }

    /// `a spokesman for the ministry`, then `the spokesman`: the last one without a name that the same noun and all its
    /// adjectives fit. `The spokesman for the army` says himself who he is.
    fn called_the_same(&self, own: usize, phrase: &Phrase) -> Option<&Person> {
        let same = |person: &&Person| {
            let other = Phrase::new(self.text, &person.tokens);
            let said_of = |at: usize| other.tokens.clone().any(|of| self.text.word(of) == self.text.word(at));
            person.name.is_none()
                && person.at < own
                && matches!(person.source_type, SourceType::RoleOnly | SourceType::VagueCollective)
                && self.text.word(other.head) == self.text.word(phrase.head)
                && (phrase.core.start + 1..phrase.head).all(said_of)
        };
        let bare = phrase.tokens.end == phrase.head + 1;
        bare.then(|| self.people.iter().rev().take(80).find(same)).flatten()
    }

    /// `the Republican`, `the nominee`: newspapers call whom the story is about so instead of repeating the name. The
    /// last named person who was a source or was named is meant, unless another role is known of them.
    pub(super) fn epithet(&self, mentions: &mut [Mention], index: usize, head: &str) -> bool {
        const EPITHETS: [&str; 14] = [
            "republican",
            "democrat",
            "conservative",
            "liberal",
            "nominee",
            "candidate",
            "frontrunner",
            "front-runner",
            "billionaire",
            "businessman",
            "tycoon",
            "mogul",
            "incumbent",
            "challenger",
        ];
        let block = self.text.block_of(mentions[index].tokens.start);
        let recent = self.people.iter().rev().take(30).filter(|p| {
            matches!(p.source_type, SourceType::NamedPerson | SourceType::NamedOfficial)
                && block - self.text.block_of(p.at).min(block) <= PRONOUN_REACH
        });
        // Else whom the sentence before is about, wherever it stands: who comes first in it.
        let own = self.text.sentence_of(mentions[index].tokens.start);
        let before = own.checked_sub(1).and_then(|at| self.text.sentences.get(at));
        let first = || recent.clone().rfind(|p| before.is_some_and(|before| before.contains(&p.at)));
        let found = recent.clone().find(|p| p.source).or_else(first).or_else(|| recent.clone().next()).cloned();
        match found.filter(|_| EPITHETS.contains(&head)) {
            Some(person) => {
                link(&mut mentions[index], &person);
                true
            }
            None => false,
        }
    }
}

pub(super) fn stem(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}
