//! `they` and `it`: several people, or a body, that the text has just spoken of.
//!
//! Who cannot be told stays the page's own word.

use super::{Form, Occurrence, PRONOUN_REACH, Pass, Referent, link};
use crate::report::SourceType;
use crate::sources::mention::Mention;

/// Mentions looked back over.
const REACH: usize = 80;

impl Pass<'_> {
    /// `they`: several people, the last that were a source or a subject; else the last body that was.
    pub(super) fn they(&self, mentions: &mut [Mention], index: usize) {
        let at = mentions[index].tokens.start;
        let block = self.text.block_of(at);
        let near = |(occurrence, _): &(&Occurrence, &Referent)| {
            block - occurrence.place.block.min(block) <= PRONOUN_REACH
                && occurrence.at() < at
                && (self.quotations[at] != 0 || occurrence.place.quotation == 0)
        };
        let recent = || self.referents.recent().take(REACH).filter(near);
        let is_body = |referent: &Referent| {
            matches!(
                referent.source_type,
                SourceType::Institution | SourceType::OutletCollective | SourceType::NewsOutlet
            ) && !referent.plural
        };
        let plural = |referent: &Referent| referent.plural && referent.person < 0.5;
        let sentence = self.text.sentence_of(at);
        let close = |occurrence: &Occurrence| sentence - occurrence.place.sentence.min(sentence) <= 2;
        let found = recent()
            .find(|(occurrence, referent)| {
                plural(referent) && (occurrence.source || occurrence.place.subject) && close(occurrence)
            })
            .or_else(|| recent().find(|(occurrence, referent)| plural(referent) && occurrence.source))
            .or_else(|| {
                recent().find(|(occurrence, referent)| is_body(referent) && occurrence.source && close(occurrence))
            })
            .or_else(|| {
                recent()
                    .find(|(occurrence, referent)| is_body(referent) && occurrence.place.subject && close(occurrence))
            });
        if let Some((_, referent)) = found {
            link(&mut mentions[index], referent);
        }
    }

    /// `it`: the body, outlet or paper that was the last source, or the subject of the same sentence.
    pub(super) fn thing(&self, mentions: &mut [Mention], index: usize) {
        let at = mentions[index].tokens.start;
        let (block, sentence) = (self.text.block_of(at), self.text.sentence_of(at));
        let is_thing = |referent: &Referent| {
            matches!(referent.source_type, SourceType::Institution | SourceType::NewsOutlet | SourceType::Document)
                && !referent.plural
        };
        let recent = || {
            self.referents
                .recent()
                .take(REACH)
                .filter(|(occurrence, referent)| is_thing(referent) && occurrence.at() < at)
                .filter(|(occurrence, _)| block - occurrence.place.block.min(block) <= PRONOUN_REACH)
        };
        let found = recent()
            .find(|(occurrence, _)| occurrence.place.sentence == sentence && occurrence.place.subject)
            .or_else(|| recent().find(|(occurrence, _)| occurrence.source));
        if let Some((_, referent)) = found {
            link(&mut mentions[index], referent);
        }
    }

    /// `one of them`: a member of the group that was a source last.
    pub(super) fn one_of_them(&self, mentions: &mut [Mention], index: usize) {
        let group =
            self.referents.recent().take(REACH).find(|(occurrence, referent)| {
                referent.plural && occurrence.source && occurrence.form != Form::Pronoun
            });
        let Some((_, group)) = group else { return };
        let own_type = mentions[index].source_type;
        link(&mut mentions[index], group);
        let one = self.text.word(mentions[index].tokens.start) == "one";
        if one && mentions[index].anonymous {
            mentions[index].source_type = Some(SourceType::AnonymousIndividual);
        } else if !mentions[index].anonymous {
            mentions[index].source_type = own_type;
        }
    }
}
