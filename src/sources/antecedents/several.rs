//! `they` and `it`: several people, or a body, that the text has just spoken of.
//!
//! Who cannot be told stays the page's own word.

use super::thing::Wanted;
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
        let plural = |referent: &Referent| referent.plural && referent.person < 0.5;
        let sentence = self.text.sentence_of(at);
        let close = |occurrence: &Occurrence| sentence - occurrence.place.sentence.min(sentence) <= 2;
        let found = recent()
            .find(|(occurrence, referent)| {
                plural(referent) && (occurrence.source || occurrence.place.subject) && close(occurrence)
            })
            .or_else(|| recent().find(|(occurrence, referent)| plural(referent) && occurrence.source));
        let body = || self.thing(at, Wanted::They);
        if let Some(referent) = found.map(|(_, referent)| referent).or_else(body) {
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
