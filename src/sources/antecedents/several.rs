//! Several people: two named in one breath, and `one of them`.

use super::{Form, Pass, link};
use crate::attribution::Tokens;
use crate::lexicon::lexicon;
use crate::report::SourceType;
use crate::sources::mention::Mention;
use crate::sources::names::{Bearer, Names};
use crate::text::Text;

/// Mentions looked back over.
const REACH: usize = 80;

/// Words of a title in front of the second name.
const LONGEST_TITLE: usize = 2;

/// Whoever is likelier than this to be a person may be one of two.
const LIKELY_PERSON: f32 = 0.35;

/// Two names in one breath.
pub(super) struct Pair {
    pub tokens: Tokens,
    /// Whether they are persons; bodies otherwise.
    pub of_people: bool,
}

/// `Ida Lund and Tom Roe`, `Lund and Dr. Roe`, `Nordvik and Orle Foods`: every two persons or bodies named together.
pub(super) fn pairs(text: &Text, names: &Names) -> Vec<Pair> {
    let is_person = |name: usize| {
        let name = &names.all[names.fullest(name)];
        match name.bearer {
            Bearer::Person => Some(true),
            Bearer::Institution => Some(false).filter(|_| !lexicon().is_place(&name.words.join(" "))),
            Bearer::Unknown => Some(true).filter(|_| name.person() > LIKELY_PERSON),
            Bearer::Outlet => None,
        }
    };
    let joined = |pair: &[(Tokens, usize)]| {
        let [(first, one), (second, other)] = pair else { return None };
        let title = first.end + 1..second.start;
        let together = text.word(first.end) == "and"
            && title.start <= second.start
            && title.len() <= LONGEST_TITLE
            && title.clone().all(|at| text.tokens[at].capital || text.word(at) == ".");
        let of_people = is_person(*one).filter(|_| together)?;
        (is_person(*other) == Some(of_people)).then_some(Pair { tokens: first.start..second.end, of_people })
    };
    names.mentions.windows(2).filter_map(joined).collect()
}

impl Pass<'_> {
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
            mentions[index].anonymous = own_type.is_some_and(SourceType::keeps_name);
        }
    }
}
