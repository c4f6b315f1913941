//! `she`, `they`, `it`: whoever opens the sentence, else whoever was the source last, else whoever was named last.

use super::{PRONOUN_REACH, Pass, Person, link};
use crate::attribution::Tokens;
use crate::report::SourceType;
use crate::sources::mention::Mention;

impl Pass<'_> {
    /// `he`, `she`, `they`: whoever opens the sentence, else whoever was the source last, else whoever was named last.
    pub(super) fn pronoun(&mut self, mentions: &mut [Mention], index: usize, male: Option<bool>, plural: bool) {
        let at = mentions[index].tokens.start;
        let block = self.text.block_of(at);
        let sentence = self.text.sentences.get(self.text.sentence_of(at)).cloned().unwrap_or(at..at);
        let fits = |person: &&Person| {
            let gender = male.is_none() || self.male.get(&person.entity).is_none_or(|known| Some(*known) == male);
            let singular = matches!(
                person.source_type,
                SourceType::NamedPerson
                    | SourceType::NamedOfficial
                    | SourceType::RoleOnly
                    | SourceType::AnonymousIndividual
            );
            let number = if plural {
                person.plural || matches!(person.source_type, SourceType::Institution | SourceType::OutletCollective)
            } else {
                singular && !person.plural
            };
            gender && number && block - self.text.block_of(person.at).min(block) <= PRONOUN_REACH
        };
        // Whom a quotation speaks of is seldom its speaker.
        let recent = || self.people.iter().rev().take(60).filter(|p| p.source || !self.is_quoted_apart(p.at, at));
        let in_sentence = recent()
            .filter(|p| sentence.contains(&p.at) && p.at < at && !self.is_quoted_apart(p.at, at))
            // `Though he did not mention Roe, he said …`: still the one before.
            .filter(|p| p.source || !self.is_said_again(&(sentence.start..p.at), at))
            .rfind(fits);
        // One candidate in the sentence is clear; of several the subject, which comes first, is the likeliest.
        let same_block = |p: &&Person| self.text.block_of(p.at) == block;
        let named =
            |p: &&Person| matches!(p.source_type, SourceType::NamedPerson | SourceType::NamedOfficial) || plural;
        let chosen = in_sentence
            .or_else(|| {
                let before = || {
                    recent()
                        .filter(|p| p.source)
                        .filter(same_block)
                        .filter(named)
                        .filter(|p| self.is_in_sentence_before(&sentence, p))
                        .filter(fits)
                };
                // Who speaks first there speaks on; a pronoun in front of its name, as in `Not only did she …`, is no hint.
                before().rfind(|p| p.tokens.start == p.at).or_else(|| before().next_back())
            })
            .or_else(|| {
                self.first_of_sentence_before(&sentence, &|p: &&Person| fits(p) && !self.is_quoted_apart(p.at, at))
            })
            .or_else(|| recent().filter(|p| p.source).filter(named).find(fits))
            .or_else(|| recent().filter(|p| p.source).find(fits))
            .or_else(|| recent().find(fits))
            .or_else(|| self.people.iter().rev().take(60).find(fits))
            .cloned();
        if let Some(person) = chosen {
            if let Some(male) = male {
                self.male.entry(person.entity.clone()).or_insert(male);
            }
            link(&mut mentions[index], &person);
        } else if let Some(male) = male {
            self.male.insert(mentions[index].entity.clone(), male);
        }
    }

    /// Whether the pronoun at a token stands among the tokens already, outside quotations.
    fn is_said_again(&self, tokens: &Tokens, pronoun: usize) -> bool {
        let own = self.text.word(pronoun);
        tokens.clone().any(|at| self.text.word(at) == own && !self.is_quoted_apart(at, pronoun))
    }

    /// Whether a token stands in a double quotation that another token does not stand in.
    fn is_quoted_apart(&self, at: usize, other: usize) -> bool {
        let next = self.text.quotations.partition_point(|quotation| quotation.tokens.start <= at);
        // A quotation in double marks may hold a few in single ones.
        self.text.quotations[..next].iter().rev().take(4).any(|q| !q.single && q.contains(at) && !q.contains(other))
    }

    /// The first fitting person that the sentence before names, if it stands in the same block.
    pub(super) fn first_of_sentence_before(
        &self,
        sentence: &Tokens,
        fits: &dyn Fn(&&Person) -> bool,
    ) -> Option<&Person> {
        let found = |p: &&Person| self.is_in_sentence_before(sentence, p);
        self.people.iter().rev().take(60).filter(found).filter(fits).filter(|p| !p.plural || !p.source).last()
    }

    pub(super) fn is_in_sentence_before(&self, sentence: &Tokens, person: &Person) -> bool {
        let at = self.text.sentence_of(sentence.start);
        let same_block = self.text.block_of(person.at) == self.text.block_of(sentence.start);
        same_block && at > 0 && self.text.sentences[at - 1].contains(&person.at)
    }

    /// `one of them`: a member of the group that was a source last.
    pub(super) fn one_of_them(&self, mentions: &mut [Mention], index: usize) {
        let Some(group) = self.people.iter().rev().take(20).find(|p| p.plural && p.source).cloned() else { return };
        let own_type = mentions[index].source_type;
        link(&mut mentions[index], &group);
        let one = self.text.word(mentions[index].tokens.start) == "one";
        if one && mentions[index].anonymous {
            mentions[index].source_type = Some(SourceType::AnonymousIndividual);
        } else if !mentions[index].anonymous {
            mentions[index].source_type = own_type;
        }
    }

    /// `it`: the last body, outlet or paper that was a source.
    pub(super) fn thing(&self, mentions: &mut [Mention], index: usize) {
        let block = self.text.block_of(mentions[index].tokens.start);
        let found = self.people.iter().rev().take(40).find(|p| {
            matches!(p.source_type, SourceType::Institution | SourceType::NewsOutlet | SourceType::Document)
                && !p.plural
                && block - self.text.block_of(p.at).min(block) <= PRONOUN_REACH
        });
        if let Some(person) = found.cloned() {
            link(&mut mentions[index], &person);
        }
    }
}
