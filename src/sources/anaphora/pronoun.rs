//! `she`, `they`, `it`: whoever opens the sentence, else whoever was the source last, else whoever was named last.

use super::{PRONOUN_REACH, Pass, Person, link};
use crate::attribution::Tokens;
use crate::lexicon::lexicon;
use crate::report::SourceType;
use crate::sources::mention::Mention;

/// How many people are looked back over.
const PEOPLE_REACH: usize = 60;

/// What a pronoun asks of whom it stands for.
struct Wanted {
    /// The pronoun.
    at: usize,
    /// `he` (true) or `she` (false).
    male: Option<bool>,
    /// `they`.
    plural: bool,
}

impl Pass<'_> {
    /// `he`, `she`, `they`: whoever opens the sentence, else whoever was the source last, else whoever was named last.
    pub(super) fn pronoun(&mut self, mentions: &mut [Mention], index: usize, male: Option<bool>, plural: bool) {
        let at = mentions[index].tokens.start;
        if let Some(person) = self.antecedent(&Wanted { at, male, plural }).cloned() {
            if let Some(male) = male {
                self.male.entry(person.entity.clone()).or_insert(male);
            }
            link(&mut mentions[index], &person);
        } else if let Some(male) = male {
            self.male.insert(mentions[index].entity.clone(), male);
        }
    }

    fn antecedent(&self, wanted: &Wanted) -> Option<&Person> {
        let at = wanted.at;
        let sentence = self.text.sentences.get(self.text.sentence_of(at)).cloned().unwrap_or(at..at);
        let fitting: Vec<&Person> =
            self.people.iter().rev().take(PEOPLE_REACH).filter(|person| self.fits(person, wanted)).collect();
        // Whom a quotation speaks of is seldom its speaker.
        let quoted = |person: &Person| self.is_quoted_apart(person.at, at);
        let earliest = |is_meant: &dyn Fn(&Person) -> bool| fitting.iter().copied().rfind(|person| is_meant(person));
        let latest = |is_meant: &dyn Fn(&Person) -> bool| fitting.iter().copied().find(|person| is_meant(person));
        let named = |person: &Person| {
            wanted.plural || matches!(person.source_type, SourceType::NamedPerson | SourceType::NamedOfficial)
        };
        // `Though he did not mention Roe, he said …`: still the one before.
        let said_again = |person: &Person| !person.source && self.is_said_again(&(sentence.start..person.at), at);
        // One candidate in the sentence is clear; of several the subject, which comes first, is the likeliest.
        let here = |person: &Person| sentence.contains(&person.at) && person.at < at;
        let before = |person: &Person| self.is_in_sentence_before(&sentence, person);
        // `When Roe asked, Lee replied …`: the main clause comes last, and goes on.
        let last_first = self.opens_with_subordinate_clause(self.text.sentence_of(at).wrapping_sub(1));
        let first_to_speak =
            |is_meant: &dyn Fn(&Person) -> bool| if last_first { latest(is_meant) } else { earliest(is_meant) };
        let spoke_before = |person: &Person| person.source && named(person) && before(person);
        earliest(&|person| here(person) && !quoted(person) && !said_again(person))
            // A pronoun in front of its name, as in `Not only did she …`, is no hint.
            .or_else(|| first_to_speak(&|person| spoke_before(person) && person.tokens.start == person.at))
            .or_else(|| first_to_speak(&spoke_before))
            .or_else(|| earliest(&|person| before(person) && !quoted(person) && !(person.plural && person.source)))
            .or_else(|| first_to_speak(&|p| p.source && named(p) && self.is_in_sentence_above(&sentence, p)))
            .or_else(|| {
                earliest(&|person| named(person) && !quoted(person) && self.opens_sentence_above(&sentence, person))
            })
            .or_else(|| latest(&|person| person.source && named(person)))
            .or_else(|| latest(&|person| person.source))
            .or_else(|| latest(&|person| !quoted(person)))
            .or_else(|| latest(&|_| true))
    }

    /// Whether sex, number and distance allow a pronoun to stand for somebody.
    fn fits(&self, person: &Person, wanted: &Wanted) -> bool {
        let sex =
            wanted.male.is_none() || self.male.get(&person.entity).is_none_or(|known| Some(*known) == wanted.male);
        let number = match person.source_type {
            SourceType::NamedPerson
            | SourceType::NamedOfficial
            | SourceType::RoleOnly
            | SourceType::AnonymousIndividual => person.plural == wanted.plural,
            SourceType::Institution | SourceType::OutletCollective => wanted.plural,
            _ => wanted.plural && person.plural,
        };
        let block = self.text.block_of(wanted.at);
        sex && number && block - self.text.block_of(person.at).min(block) <= PRONOUN_REACH
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

    /// Whether somebody is mentioned in the sentence before, and that sentence stands in the same block.
    fn is_in_sentence_before(&self, sentence: &Tokens, person: &Person) -> bool {
        let at = self.text.sentence_of(sentence.start);
        let same_block = self.text.block_of(person.at) == self.text.block_of(sentence.start);
        same_block && at > 0 && self.text.sentences[at - 1].contains(&person.at)
    }

    /// The last sentence of the block above, where a block begins with the sentence at hand.
    fn sentence_above(&self, sentence: &Tokens) -> Option<&Tokens> {
        let above = self.text.sentences.get(self.text.sentence_of(sentence.start).checked_sub(1)?)?;
        (self.text.block_of(above.start) != self.text.block_of(sentence.start)).then_some(above)
    }

    fn opens_with_subordinate_clause(&self, sentence: usize) -> bool {
        self.text.sentences.get(sentence).is_some_and(|tokens| {
            matches!(
                self.text.word(tokens.start),
                "when"
                    | "after"
                    | "as"
                    | "while"
                    | "although"
                    | "though"
                    | "since"
                    | "before"
                    | "because"
                    | "if"
                    | "once"
            )
        })
    }

    fn is_in_sentence_above(&self, sentence: &Tokens, person: &Person) -> bool {
        self.sentence_above(sentence).is_some_and(|above| above.contains(&person.at))
    }

    /// `Roe was not impressed.`, and the next block begins `“No,” he said`. What is Roe's is not Roe.
    fn opens_sentence_above(&self, sentence: &Tokens, person: &Person) -> bool {
        /// Words of a title in front of a name.
        const TITLE: usize = 3;
        let Some(above) = self.sentence_above(sentence).filter(|above| above.contains(&person.at)) else {
            return false;
        };
        let is_role = |at: usize| lexicon().noun(self.text.word(at)).is_some_and(|noun| noun.class.is_person());
        let is_title = |at: usize| is_role(at) || self.text.word(at).ends_with('.');
        // `Roe's answer`, `Roe spokesman Emil Lund`
        let owns = (person.at..person.at + TITLE).any(|at| matches!(self.text.word(at), "'s" | "'") || is_role(at + 1));
        !owns && person.at <= above.start + TITLE && (above.start..person.at).all(is_title)
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
