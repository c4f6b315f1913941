//! `the report`, `the Arabic outlet`, `the ministry`, `the second official`: a mention that noun and adjectives fit.

use super::{Occurrence, PRONOUN_REACH, Pass, Referent, link, named, person};
use crate::attribution::Tokens;
use crate::lexicon::{Class, NounClass, lexicon};
use crate::report::SourceType;
use crate::sources::form::{Phrase, key, outlet_key};
use crate::sources::mention::{Entity, Mention};
use crate::sources::names::{Bearer, Name, field_behind, field_in_front, role_of_two};
use crate::text::{Text, TokenKind};

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
        // `the report by the Orle Trust` says itself whose it is.
        let tail = phrase.core.end..phrase.tokens.end;
        if self.text.word(tail.start) == "by" && tail.clone().any(|at| self.text.tokens[at].capital) {
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

    /// Whom a name stands for: what the page says under any form of it.
    fn bearer(&self, name: usize) -> &Name {
        &self.names.all[self.names.fullest(name)]
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
        let insider = phrase.noun().is_some_and(|noun| noun.class == NounClass::Insider);
        let unnamed = mentions[..index].iter().rev().take(60).find(|m| {
            let other = Phrase::new(self.text, &m.tokens);
            // `the head` is none of `two former heads`.
            let of_several = !several && other.noun().is_some_and(|noun| noun.plural);
            // `the judges` are more than `a judge`; `the source` may be one of `two sources`.
            (!several || m.source_type == Some(SourceType::AnonymousCollective))
                && (!of_several || insider || head == "official")
                && m.source_type.is_some_and(SourceType::keeps_name)
                && !m.anaphoric
                && stem(self.text.word(other.head)) == stem(&head)
        });
        // Of several who hold the role, the one named last before this mention of whom the page says all the rest too;
        // `the Orle senator` may be the one senator of whom it does not say where from.
        let modifiers = || (phrase.core.start + 1..phrase.head).map(|at| self.text.word(at));
        let role = Role::of(self.text, phrase);
        let makes_laws = self.text.is_in(phrase.head, Class::LawmakerNoun);
        let is_one = |name: &Name| {
            let lawmaker = || name.roles.iter().any(|role| lexicon().is_in(role, Class::LawmakerRole));
            (name.roles.contains(&role.called) || makes_laws && lawmaker())
                && !matches!(name.bearer, Bearer::Outlet | Bearer::Institution)
        };
        let is_holder = |name: usize| is_one(&self.names.all[name]) && !role.is_other(self.bearer(name));
        let holders = || self.names_before(own).filter(|(_, name)| is_holder(*name));
        let whole = |(_, name): &&(Tokens, usize)| {
            let name = &self.names.all[self.names.fullest(*name)];
            modifiers().all(|word| name.roles.contains(word))
        };
        let exact = holders().find(whole);
        let only = || {
            let mut all = holders().map(|(_, name)| self.names.fullest(*name));
            let first = all.next();
            all.all(|other| Some(other) == first)
        };
        let latest = exact.or_else(|| holders().next().filter(|_| only()));
        let named_since = |first: usize| latest.is_some_and(|(tokens, _)| tokens.start > first);
        if insider || unnamed.is_some_and(|unnamed| !named_since(unnamed.tokens.start)) {
            if let Some(other) = unnamed.cloned() {
                let mention = &mut mentions[index];
                mention.antecedent = Some(other.tokens.clone());
                mention.entity = other.entity;
                mention.anaphoric = true;
                if several {
                    mention.source_type = Some(SourceType::AnonymousCollective);
                } else if !matches!(mention.source_type, Some(SourceType::AnonymousCollective)) {
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
        // `the Orle front-runner` is whom the page calls so.
        let told_apart = exact.is_some() && modifiers().next().is_some();
        if !told_apart && self.epithet(mentions, index, &head) {
            return;
        }
        let latest = latest.filter(|_| unnamed.is_none_or(|(occurrence, _)| named_since(occurrence.at())));
        if let Some((tokens, name)) = latest {
            let name = &self.names.all[self.names.fullest(*name)];
            link(&mut mentions[index], &named(name, Entity::Named(outlet_key(&name.full)), tokens));
        } else if let Some((_, referent)) = unnamed {
            link(&mut mentions[index], referent);
        } else if (phrase.noun().is_some_and(|noun| noun.class == NounClass::Profession)
            || self.text.is_in(phrase.head, Class::ManyHolders)
            || phrase.is_personal())
            && let Some(referent) = self.renamed(own, phrase)
        {
            link(&mut mentions[index], referent);
        }
    }

    /// `the divers`, behind `two divers`, `the 67-year-old`: a noun that the lexicon does not know.
    pub(super) fn somebody(&self, mentions: &mut [Mention], index: usize, phrase: &Phrase) {
        let own = mentions[index].tokens.start;
        let head = self.text.word(phrase.head);
        let role = Role::of(self.text, phrase);
        let holds = |name: usize| {
            let known = &self.names.all[name];
            known.roles.contains(head) && known.bearer != Bearer::Outlet && !role.is_other(self.bearer(name))
        };
        let of_one = mentions[index].source_type == Some(SourceType::RoleOnly);
        if let Some((_, referent)) = self.called_the_same(own, phrase) {
            link(&mut mentions[index], referent);
        } else if let Some((tokens, name)) = self.names_before(own).find(|(_, name)| holds(*name)) {
            let name = &self.names.all[self.names.fullest(*name)];
            link(&mut mentions[index], &named(name, Entity::Named(outlet_key(&name.full)), tokens));
        } else if let Some(referent) = self.renamed(own, phrase).filter(|_| of_one) {
            link(&mut mentions[index], referent);
        }
    }

    /// `Roe scored twice. The striker said`: newspapers vary the name of whom they write about. Who has just spoken or
    /// been a subject is meant, where nobody else comes near and nothing else is known of them that the noun is not.
    fn renamed(&self, own: usize, phrase: &Phrase) -> Option<&Referent> {
        /// Sentences that the name may stand back.
        const NEAR: usize = 2;
        /// What another calling takes away.
        const OTHER_ROLE: f32 = 1.5;
        // `the mother of four`
        let parent = phrase.tokens.end == phrase.head + 3
            && self.text.word(phrase.head + 1) == "of"
            && self.text.is_in(phrase.head + 2, Class::NumberWord);
        let bare = (phrase.tokens.end == phrase.head + 1 || parent) && phrase.head - phrase.core.start <= 3;
        // `the designer, who works for Orle` is told apart from whom the text has named.
        let comma = self.text.tokens.get(phrase.tokens.end).is_some_and(|next| next.kind == TokenKind::Comma);
        let defined = comma && self.text.is_in(phrase.tokens.end + 1, Class::RelativePronoun);
        let wanted = self.wanted(&phrase.tokens, lexicon().is_male_noun(self.text.word(phrase.head)));
        let bystander = !parent && self.text.is_in(phrase.head, Class::Bystander);
        if !bare || defined && !wanted.quoting || bystander {
            return None;
        }
        let role = Role::of(self.text, phrase);
        let sentence = self.text.sentence_of(own);
        let mut all: Vec<(f32, usize)> = Vec::new();
        // Whoever was mentioned last, name or none, is the one that a reader has in mind.
        let candidates = person::candidates(&self.referents, &wanted);
        let is_person = |candidate: &&person::Candidate| self.referents.all[candidate.referent].person > 0.5;
        let latest_person = candidates.iter().find(is_person).map(|candidate| candidate.referent);
        // `Roe lost a grandson. “It is late,” the baker said`: not who is only mentioned, and was called otherwise.
        let only_mentioned = |candidate: &&person::Candidate| {
            let referent = &self.referents.all[candidate.referent];
            let last = referent.latest.back().map(|index| &self.referents.occurrences[*index]);
            referent.name.is_none() && !last.is_some_and(|last| last.source || last.place.subject)
        };
        let latest_told_of =
            candidates.iter().filter(is_person).find(|c| !only_mentioned(c)).map(|candidate| candidate.referent);
        for candidate in candidates {
            let referent = &self.referents.all[candidate.referent];
            let calling = |role: &String| {
                lexicon().noun(role).is_some_and(|noun| {
                    matches!(noun.class, NounClass::Profession | NounClass::Official | NounClass::Head) && !noun.plural
                }) && !lexicon().is_in(role, Class::Epithet)
            };
            let name = self.names.by_key(&referent.entity);
            if name.is_some_and(|name| role.is_other(name)) {
                continue;
            }
            let other = !(phrase.is_personal() || parent)
                && name.is_some_and(|name| name.official || name.roles.iter().any(calling));
            all.push((candidate.score() - if other { OTHER_ROLE } else { 0.0 }, candidate.referent));
        }
        all.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        let (best, found) = *all.first()?;
        let clear = all.get(1).is_none_or(|(next, _)| best - next >= person::CLEAR);
        let referent = &self.referents.all[found];
        let latest = referent.latest.iter().rev().map(|index| &self.referents.occurrences[*index]);
        let here = latest.clone().any(|o| o.place.sentence == sentence);
        let near = latest
            .clone()
            .any(|o| (1..=NEAR).contains(&sentence.saturating_sub(o.place.sentence)) && (o.source || o.place.subject));
        let known = referent.name.is_some() && referent.person > 0.5;
        // Across a paragraph `the clerk` may be anybody, `the retired clerk` is somebody known.
        let told_more = phrase.head - phrase.core.start > 1
            || parent
            || self.text.word(phrase.head).contains('-')
            || self.text.is_in(phrase.head, Class::Native);
        let block = self.text.block_of(own);
        let here_or_told = told_more || latest.clone().any(|o| o.place.block == block);
        let before = |o: &&Occurrence| o.place.sentence + 1 == sentence && o.place.block == block;
        let speaks = latest.clone().filter(before).any(|o| o.source || o.place.subject);
        let nearest = latest_person == Some(found)
            || latest_told_of == Some(found) && speaks && !self.text.is_in(phrase.head, Class::PersonNoun);
        (clear && nearest && near && !here && known && here_or_told).then_some(referent)
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

    /// `Ida Lund of Orle, the ranking member, who said`: the person right in front, whom the phrase only describes.
    pub(super) fn apposed(&self, tokens: &Tokens) -> Option<&(Tokens, usize)> {
        let comma = |at: usize| self.text.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Comma);
        let closed = comma(tokens.end) || self.text.is_in(tokens.end, Class::RelativePronoun);
        let before = tokens.start.checked_sub(2).filter(|at| closed && comma(at + 1))?;
        let person = |last: usize| {
            let found = self.names.ending(last)?;
            (self.names.all[self.names.fullest(found.1)].bearer == Bearer::Person).then_some(found)
        };
        let place = self.names.ending(before).map(|(name, _)| name.start);
        let of = place.and_then(|start| start.checked_sub(2)).filter(|at| self.text.word(at + 1) == "of");
        of.and_then(person).or_else(|| person(before))
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

/// What a phrase calls somebody, and of what.
struct Role<'t> {
    /// The role in one word or in two: `minister`, `attorney general`.
    called: String,
    /// What it is a role in: `defence` of `the secretary of defence`.
    fields: Vec<&'t str>,
    /// `assistant` of `the assistant coach`.
    ranks: Vec<&'t str>,
    former: bool,
}

impl<'t> Role<'t> {
    fn of(text: &'t Text, phrase: &Phrase) -> Self {
        let start = phrase.core.start + 1;
        let two = role_of_two(text, phrase.head).filter(|_| phrase.head > start);
        let first = phrase.head - usize::from(two.is_some());
        let fields = field_in_front(text, first, start).chain(field_behind(text, phrase.head));
        let modifiers = || (start..phrase.head).map(|at| text.word(at));
        let former = |word: &str| lexicon().is_in(word, Class::Former);
        Self {
            called: two.map_or_else(|| text.word(phrase.head).to_owned(), |role| role.words),
            fields: fields.map(|at| text.word(at)).collect(),
            ranks: modifiers().filter(|word| lexicon().is_in(word, Class::OfficePart) && !former(word)).collect(),
            former: modifiers().any(former),
        }
    }

    /// Whether somebody has another role of this sort: is the mayor of another town, the head coach and not the
    /// assistant, or held the office once.
    fn is_other(&self, name: &Name) -> bool {
        let known = || name.roles.iter().filter_map(|role| role.strip_prefix(&self.called)?.strip_prefix(" of "));
        let same =
            |known: &str| self.fields.iter().any(|field| begin_alike(field, known) || name.roles.contains(*field));
        let other_field = !self.fields.is_empty() && known().next().is_some() && !known().any(same);
        let other_rank = name.roles.contains(&self.called) && self.ranks.iter().any(|rank| !name.roles.contains(*rank));
        other_field || other_rank || !self.former && name.held_once(&self.called)
    }
}

/// `Norland` and `Norlandish`: a place and what is of it.
fn begin_alike(one: &str, other: &str) -> bool {
    /// Letters that are the same.
    const ALIKE: usize = 3;
    one == other || one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count() >= ALIKE
}

pub(super) fn stem(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}
