//! The verb of a cue with what belongs to it: auxiliaries, negation, adverbs.
//!
//! Tells a statement (`said`, `has said`, `would later say`) from what is none: `declined to say`, `did not say`,
//! `could say`, `is said`.

use super::Tokens;
use super::reading::Reading;
use crate::lexicon::{Class, Pattern};
use crate::text::Tag;

/// A verb and its auxiliaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct VerbGroup {
    /// The whole group, from the first auxiliary or adverb to the verb.
    pub tokens: Tokens,
    /// The verb itself.
    pub head: usize,
    /// `was said`: a form of `be` or `get` with a past participle.
    pub passive: bool,
    /// `not`, `never`, `n't` inside the group.
    pub negated: bool,
    /// `could`, `might`, `would`: somebody may say it.
    pub modal: bool,
    /// `will say`: somebody is going to.
    pub future: bool,
    /// `to say`.
    pub infinitive: bool,
    /// `saying`, without an auxiliary.
    pub participle: bool,
    /// `wrongly claimed`: the page contradicts in the same breath.
    pub wrongly: bool,
    /// The hearsay adverb inside the group: `reportedly said`.
    pub hearsay: Option<usize>,
}

impl VerbGroup {
    /// The group of a cue that is no verb: just its own words.
    pub fn of_words(tokens: Tokens) -> Self {
        Self {
            head: tokens.start,
            tokens,
            passive: false,
            negated: false,
            modal: false,
            future: false,
            infinitive: false,
            participle: false,
            wrongly: false,
            hearsay: None,
        }
    }
}

impl Reading<'_> {
    /// The group of the verb at `head`, looking no further left than `floor`.
    pub fn verb_group(&self, head: usize, floor: usize) -> VerbGroup {
        let mut group = VerbGroup::of_words(head..head + 1);
        group.participle = self.tag(head) == Tag::PresentParticiple || self.word(head).ends_with("ing");
        let mut be = false;
        let mut have = false;
        for at in (floor..head).rev() {
            let word = self.word(at);
            match word {
                _ if self.is_in(at, Class::Negation) || word == "neither" => group.negated = true,
                "to" if self.tag(at) == Tag::Particle => group.infinitive = true,
                _ if self.is_in(at, Class::BeForm) || self.is_in(at, Class::GetForm) => be = true,
                _ if self.is_in(at, Class::HaveForm) => have = true,
                "'s" if matches!(self.tag(at), Tag::FiniteAuxiliary) => be = true,
                _ if self.is_in(at, Class::Modal) => {
                    if self.tag(at).is_verb() || self.tag(at) == Tag::Noun {
                        break;
                    }
                    // `would only say that`, `would say only that`: she said that, and no more.
                    let only = self.is_any(at + 1, &["only", "merely"]) || self.is(head + 1, "only");
                    group.modal = !(word == "would" && only);
                }
                _ if self.is_in(at, Class::Future) => group.future = true,
                _ if self.is_in(at, Class::DoForm) => {}
                _ if self.is_in(at, Class::HearsayAdverb) => group.hearsay = Some(at),
                _ if self.is_in(at, Class::GroupAdverb) && !self.starts_adverbial(at) => {}
                // `have in the past said`: a phrase between the auxiliary and its verb.
                _ if at + 1 == group.tokens.start && self.auxiliary_behind_phrase(at, floor).is_some() => {
                    group.tokens.start = self.auxiliary_behind_phrase(at, floor).unwrap_or(at);
                    have = true;
                    break;
                }
                // `is said to have replied`: somebody unnamed says so.
                _ if group.infinitive && have && at > floor && self.is_told_of(at) => {
                    group.hearsay = Some(at);
                    group.infinitive = false;
                    group.tokens.start = at - 1;
                    break;
                }
                _ if self.is_in(at, Class::WronglyAdverb) => group.wrongly = true,
                _ if self.is_emphatic(at, floor) => {}
                _ if self.tag(at) == Tag::Adverb
                    && !self.is_in(at, Class::BindingAdverb)
                    && self.lexicon.noun(word).is_none() => {}
                _ if self.is_manner(at) => {}
                _ => break,
            }
            group.tokens.start = at;
        }
        // An adverb in front of the subject is not part of the group; without an auxiliary only adverbs were crossed.
        let past = matches!(self.tag(head), Tag::PastParticiple | Tag::FiniteVerb | Tag::Adjective);
        group.passive = be && past && !group.participle && !self.word(head).ends_with("ing");
        group.participle &= !be && !have;
        group
    }

    /// `is said`, `was reported`: behind a form of `be` a participle that passes on what somebody did.
    fn is_told_of(&self, at: usize) -> bool {
        self.is_in(at - 1, Class::BeForm)
            && self.lexicon.verb(self.word(at)).is_some_and(|verb| verb.takes(Pattern::Hearsay))
    }

    /// The auxiliary in front of a prepositional phrase that ends here.
    fn auxiliary_behind_phrase(&self, last: usize, floor: usize) -> Option<usize> {
        let preposition =
            (last.saturating_sub(3).max(floor)..last).rev().find(|at| self.tag(*at) == Tag::Adposition)?;
        let auxiliary = preposition.checked_sub(1).filter(|at| *at >= floor)?;
        self.is_in(auxiliary, Class::HaveForm).then_some(auxiliary)
    }

    /// `Roe herself said`: the pronoun repeats the subject and names nobody else.
    fn is_emphatic(&self, at: usize, floor: usize) -> bool {
        self.is_in(at, Class::ReflexivePronoun) && at > floor && self.is_nominal(at - 1)
    }

    /// `Roe jokingly said`: the tagger takes a rare adverb behind a name for a noun.
    fn is_manner(&self, at: usize) -> bool {
        let plain = self.word(at).len() > 5 && self.word(at).ends_with("ly") && !self.text.tokens[at].capital;
        plain
            && !self.is_in(at, Class::NounInLy)
            && self.lexicon.noun(self.word(at)).is_none()
            && at.checked_sub(1).is_some_and(|before| self.text.tokens[before].capital && self.is_nominal(before))
    }

    fn starts_adverbial(&self, at: usize) -> bool {
        self.is(at, "as") || (self.is(at, "all") && self.tag(at) != Tag::Adverb)
    }

    /// Whether a word governs an infinitive so that nothing is said: `declined to say`, `hard to say`.
    pub fn withholds(&self, group: &VerbGroup) -> bool {
        // `was the first to report`
        let first = group.tokens.clone().any(|at| self.is(at, "first"));
        let anyway = |at: usize| self.is_in(at, Class::SayingAnyway) || self.meets_before(at);
        group.infinitive && !first && !group.tokens.start.checked_sub(1).is_some_and(anyway)
    }

    /// `rang the Courier to say`, `went on Radio Tarn to say`, `used an interview to say`: done, and so said.
    fn meets_before(&self, last: usize) -> bool {
        let floor = self.sentence(last).start;
        let clause = (floor..last).rev().take(10).take_while(|at| !self.parts_clauses(*at));
        clause.into_iter().any(|at| {
            let meets = self.tie_at(at).is_some_and(|(cue, _)| !self.is(cue.end - 1, "by"))
                || self.is_in(at, Class::TalkUse) && (at + 1..=last).any(|at| self.is_in(at, Class::Conversation));
            // `has emailed us to say`
            meets && (self.is_finite(at) || self.is_in(at - 1, Class::HaveForm))
        })
    }
}
