//! The mayor called the road a disgrace, described it as open, blamed the wind for it, accused the firm of hiding it.
//!
//! The content is the thing together with what is said about it.

use super::super::cue::Cue;
use super::super::reading::Reading;
use super::super::subject::Subject;
use super::super::{Attribution, Frame};
use crate::lexicon::{Class, Pattern};
use crate::text::{Tag, TokenKind};

pub(super) fn find(reading: &Reading, cue: &Cue, subject: Option<&Subject>) -> Option<Attribution> {
    let subject = subject?;
    let start = cue.words.end;
    let ceiling = cue.sentence.end;
    let verb = cue.verb;
    let link = if verb.takes(Pattern::NamingAs) {
        Some("as")
    } else if verb.takes(Pattern::BlameFor) {
        Some("for")
    } else if verb.takes(Pattern::AccuseOf) {
        Some("of")
    } else if verb.takes(Pattern::ValuedAt) {
        Some("at")
    } else if verb.takes(Pattern::LikenedTo) {
        Some("to")
    } else if verb.takes(Pattern::Naming) {
        None
    } else {
        return None;
    };
    let object = reading.noun_phrase_from(start, ceiling)?;
    let end = reading.trimmed(&(start..reading.content_end(start, cue))).end;
    // `A woman who accused him of theft | said`: whom the clause tells of still needs a verb of its own.
    let opens = subject.relative && subject.tokens.start == reading.after_connective(&cue.sentence);
    let main = |at: &usize| {
        let clause = reading.is_relative(at - 1) || reading.tag(at - 1) == Tag::Pronoun || reading.is(at - 1, "that");
        reading.is_finite(*at) && !clause && !reading.in_quotation(*at)
    };
    let linked = link.is_some_and(|link| object.clone().any(|at| reading.is(at, link)));
    let end = (object.end + usize::from(!linked)..end).find(main).filter(|_| opens).unwrap_or(end);
    let complete = match link {
        Some(word) => {
            (object.end..end.min(object.end + 8)).any(|at| reading.is(at, word))
                || (start + 1..object.end).any(|at| reading.is(at, word))
        }
        None => {
            object.end < end
                && (reading.quotation_from(object.end).is_some()
                    || matches!(reading.tag(object.end), Tag::Determiner | Tag::Adjective)
                        && !reading.tells_how_often(object.end, end)
                    || reading.tag(object.end) == Tag::Adverb && reading.tag(object.end + 1) == Tag::Adjective)
        }
    };
    let quoted = (start..end).any(|at| reading.in_quotation(at));
    // `put the toll at nine`, but `put the house at risk`; `likened it to “a barn”`, but `compared it to the rest`
    let numbered = (start..end).any(|at| reading.is(at, "at") && reading.counts_from(at + 1));
    if verb.takes(Pattern::ValuedAt) && !quoted && !numbered || verb.takes(Pattern::LikenedTo) && !quoted {
        return None;
    }
    // A verdict of a word or two is an opinion, hardly a statement.
    let words = reading.words_in(&(object.end..end));
    if !complete || (link.is_none() && !quoted && words < 3) {
        return None;
    }
    let content = vec![start..end];
    let hands = reading.hands(cue, &subject.stretch, None, &content);
    Some(Attribution {
        content,
        cue: vec![cue.words.clone()],
        source: Some(subject.tokens.clone()),
        hands,
        kind: verb.kind,
        factuality: verb.factuality,
        frame: Frame::Naming,
        confidence: if quoted { 0.85 } else { 0.65 },
        continues: None,
    })
}

impl Reading<'_> {
    /// `nine`, `about 40`, `€3.8m`
    fn counts_from(&self, at: usize) -> bool {
        (at..at + 3).any(|at| self.tag(at) == Tag::Numeral || self.kind(at) == TokenKind::Number)
    }

    /// `called her lawyer a second time`, `called Roe last week`
    fn tells_how_often(&self, at: usize, end: usize) -> bool {
        self.after_adjuncts(at, end) > at
            || self.noun_phrase_from(at, end).is_some_and(|phrase| self.is_in(phrase.end - 1, Class::ToldThing))
    }
}
