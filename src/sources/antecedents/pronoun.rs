//! Pronouns for one person: whom `he` and `she` stand for, `they` where the page does not tell which of the two somebody is, and
//! a pronoun in front of the name that it stands for.
//!
//! In: a pronoun and everything mentioned in front of it. Out: the [`Referent`](super::Referent) by its index, or nobody.

use super::person::{self, Wanted};
use super::place::Place;
use super::referents::{Form, Occurrence, Referent};
use super::{KNOWN, Pass, link};
use crate::attribution::Tokens;
use crate::lexicon::Class;
use crate::report::SourceType;
use crate::sources::mention::Mention;

impl Pass<'_> {
    pub(super) fn pronoun(&mut self, mentions: &mut [Mention], index: usize, male: bool) {
        let tokens = mentions[index].tokens.clone();
        if let Some(found) = self.whom(&tokens, male) {
            link(&mut mentions[index], &self.referents.all[found]);
        }
    }

    /// The person that `he` or `she` stands for.
    pub(super) fn whom(&mut self, tokens: &Tokens, male: bool) -> Option<usize> {
        let wanted = self.wanted(tokens, Some(male));
        let candidates = person::candidates(&self.referents, &wanted);
        let found = self.just_named(&wanted).or_else(|| person::likeliest(&candidates))?;
        // Whom somebody means inside a quotation is less sure, and seldom who says it.
        if self.quotations[tokens.start] == 0 {
            let known = &mut self.referents.all[found];
            known.male = known.male.or(Some(male));
        }
        Some(found)
    }

    /// `Roe wasted no time. “…,” he told a crowd.`: who is the subject of the sentence before, in the same paragraph, where
    /// it names nobody else.
    fn just_named(&self, wanted: &Wanted) -> Option<usize> {
        /// Whoever is likelier than this to be a person may be meant.
        const MAY_BE: f32 = 0.4;
        let before = wanted.place.sentence.checked_sub(1).filter(|_| wanted.quoting && wanted.place.quotation == 0)?;
        let mut near = self.referents.recent().take_while(|(occurrence, _)| occurrence.place.sentence >= before);
        let place = |referent: &Referent| {
            self.names.by_key(&referent.entity).is_some_and(|name| name.evidence().is_elsewhere())
        };
        let person = |referent: &Referent| referent.person > MAY_BE && !referent.plural;
        let fits = |referent: &Referent| referent.male.is_none_or(|male| Some(male) == wanted.male);
        // `One parent said her son told it things. “…,” she said.`
        let spoke = |o: &Occurrence, referent: &Referent| {
            let somebody = matches!(referent.source_type, SourceType::RoleOnly | SourceType::AnonymousIndividual);
            let here = o.place.sentence == before && o.place.block == wanted.place.block && o.place.quotation == 0;
            here && o.source && o.form == Form::Description && somebody && !referent.plural && fits(referent)
        };
        if let Some((last, _)) = near.clone().find(|(o, referent)| spoke(o, referent)) {
            // `A teacher said so, Roe continued.`: two who could go on.
            let others = |(o, _): &(&Occurrence, &Referent)| o.place.sentence == before && o.referent != last.referent;
            let several = near.clone().filter(others).any(|(o, _)| o.source || o.form == Form::Name && o.place.subject);
            return (!several).then_some(last.referent);
        }
        let mut outside = near.clone().filter(|(o, referent)| o.place.quotation == 0 && person(referent));
        let (first, referent) = outside.next()?;
        let alone = outside.all(|(other, _)| other.referent == first.referent);
        let here = first.place.sentence == before && first.place.block == wanted.place.block;
        // `Orle was more than a town.` tells what something is.
        let acts = |o: &Occurrence| o.place.subject && !self.text.is_in(o.place.tokens.end, Class::BeForm);
        let named = near.any(|(o, _)| o.referent == first.referent && o.form == Form::Name && acts(o));
        (alone && here && named && fits(referent) && (referent.male.is_some() || !place(referent)))
            .then_some(first.referent)
    }

    pub(super) fn wanted(&self, tokens: &Tokens, male: Option<bool>) -> Wanted {
        let quotation = self.quotations[tokens.start];
        let speaker = self.speakers[quotation as usize].and_then(|at| self.resolved[at]).map(|(_, referent)| referent);
        let source = self.sources[tokens.start];
        let quoting = source && self.follows_quotation(tokens.start);
        Wanted { place: Place::of(self.text, tokens.clone(), quotation), male, source, quoting, speaker }
    }

    /// Whether a quotation ends right in front of a token. The mark may stand behind a cue: `“It is late,” said she`.
    fn follows_quotation(&self, at: usize) -> bool {
        at.checked_sub(2).is_some_and(|before| self.quotations[before] > 0 || self.quotations[before + 1] > 0)
    }

    /// `When he was asked, Roe said`: a pronoun in a clause in front of the main one, which names somebody, is most likely
    /// theirs, and nobody's who was named before.
    pub(super) fn looks_ahead(&self, tokens: &Tokens) -> bool {
        /// Tokens up to the comma behind the clause.
        const LONGEST: usize = 16;
        let text = self.text;
        let Some(sentence) = text.sentences.get(text.sentence_of(tokens.start)) else { return false };
        if !text.is_in(sentence.start, Class::Subordinator) && !text.is_in(sentence.start, Class::AskedParticiple) {
            return false;
        }
        let comma = (tokens.end..sentence.end.min(tokens.end + LONGEST)).find(|at| text.word(*at) == ",");
        let somebody = |range: std::ops::Range<usize>| {
            let first = self.names.mentions.partition_point(|(name, _)| name.start < range.start);
            let within = self.names.mentions[first..].iter().take_while(|(name, _)| name.start < range.end);
            within.clone().any(|(_, name)| self.names.all[self.names.fullest(*name)].person() > KNOWN)
        };
        let behind = comma.is_some_and(|comma| somebody(comma + 1..comma + 4));
        behind && !somebody(sentence.start..tokens.start)
    }

    /// `A spokesperson said it was late. They added …`: whoever was the source last, where the page does not tell whether
    /// that is a he or a she, and has spoken of no several people since.
    pub(super) fn somebody_of_any_sex(&self, own: usize) -> Option<usize> {
        /// Sentences that `they` may look back over.
        const NEAR: usize = 2;
        if !self.sources[own] {
            return None;
        }
        // Inside a quotation others may offer and promise.
        let occurrences = &self.referents.occurrences;
        let last = match self.quotations[own] {
            0 => {
                occurrences.iter().rposition(|occurrence| occurrence.source && self.quotations[occurrence.at()] == 0)?
            }
            _ => self.referents.last_source?,
        };
        let source = &occurrences[last];
        let referent = &self.referents.all[source.referent];
        let near = self.text.sentence_of(own) <= source.place.sentence + NEAR;
        let of_any_sex = referent.name.is_none() && referent.male.is_none() && !referent.plural;
        let somebody = matches!(referent.source_type, SourceType::RoleOnly | SourceType::AnonymousIndividual);
        if !(near && of_any_sex && somebody) {
            return None;
        }
        let several = occurrences[last + 1..].iter().any(|since| {
            // `An aide said the crowds would come. “…,” they added`: who speaks on is no crowd that was spoken of.
            let spoken_of = since.place.sentence == source.place.sentence && self.follows_quotation(own);
            let hidden = since.place.quotation != 0 && self.quotations[own] == 0 || spoken_of;
            self.referents.all[since.referent].plural && !hidden
        });
        (!several).then_some(source.referent)
    }
}
