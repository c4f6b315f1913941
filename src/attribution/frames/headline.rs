//! Road open - report. Road open: sources. Mayor: 'The road is open'. Reports: road open.
//!
//! Headlines name their source with a mark instead of a verb.

use super::super::reading::Reading;
use super::super::{Attribution, Frame, Tokens};
use crate::lexicon::{Class, NounClass, Pattern};
use crate::text::{Tag, TokenKind};

pub(super) fn find(reading: &Reading, sentence: &Tokens) -> Option<Attribution> {
    let block = reading.text.blocks.get(reading.text.block_of(sentence.start))?;
    // Front matter aside, only a block that is one sentence can be a headline.
    let headline = reading.in_heading(sentence.start);
    let whole = block.start == sentence.start && block.end == sentence.end;
    if !headline || !whole {
        return None;
    }
    tail(reading, sentence).or_else(|| lead(reading, sentence))
}

/// The source stands at the end, behind a dash or colon.
fn tail(reading: &Reading, sentence: &Tokens) -> Option<Attribution> {
    let end = reading.trimmed(sentence).end;
    let mark = (sentence.start + 2..end).rev().find(|at| {
        matches!(reading.kind(*at), TokenKind::Dash | TokenKind::Colon)
            && !reading.in_quotation(*at)
            && !reading.in_single_quotation(*at)
    })?;
    let source = mark + 1..end;
    let content = reading.trimmed(&(sentence.start..mark));
    // `‘I will not go’ - Roe`, `Levy may go - Tarn Leader`, where the Leader is who reports it below
    let named = || {
        let quoted = reading.quotation_to(content.end - 1).is_some_and(|q| q.single && q.tokens.start <= content.start);
        reading.is_name(&source) && (quoted || reading.speaks_below(&source))
    };
    if source.is_empty()
        || content.is_empty()
        || reading.words_in(&source) > 4
        || !(reading.can_be_headline_source(&source) || named())
    {
        return None;
    }
    (reading.words_in(&content) >= 3).then(|| of_headline(content, source, Frame::HeadlineTail, 0.85))
}

/// The source stands in front of a colon.
fn lead(reading: &Reading, sentence: &Tokens) -> Option<Attribution> {
    let mark = sentence.clone().take(9).find(|at| reading.kind(*at) == TokenKind::Colon)?;
    let source = sentence.start..mark;
    let content = reading.trimmed(&(mark + 1..sentence.end));
    if source.is_empty() || content.is_empty() {
        return None;
    }
    let quoted = reading.quotation_from(content.start).is_some_and(|q| q.tokens.end + 1 >= content.end);
    // `North Korea: Talks are over`: whoever speaks in the text below speaks here, if it is a clause.
    // `Karsan: Border closed ‘for repairs’`
    let partly =
        || content.clone().any(|at| reading.quotation_from(at).is_some_and(|q| reading.words_in(&q.tokens) > 2));
    let known = || {
        let role = quoted && (reading.is_somebody(source.end - 1) || reading.is_role(source.end - 1));
        let said = || quoted || partly() || reading.says_below(&content) && reading.speaks_below(&source);
        role || reading.is_name(&source) && reading.names_one(&source) && said()
    };
    // `Vey heckles the crowd: “Go home”`
    let deed = source.clone().skip(1).any(|at| reading.tag(at) == Tag::FiniteVerb && !reading.is_somebody(at));
    let speaker = reading.can_be_headline_source(&source) || !deed && known();
    let long_enough = quoted || reading.words_in(&content) >= 4;
    (speaker && long_enough).then(|| of_headline(content, source, Frame::HeadlineLead, 0.8))
}

fn of_headline(content: Tokens, source: Tokens, frame: Frame, confidence: f32) -> Attribution {
    Attribution::speech(vec![content], vec![source.clone()], Some(source), frame, confidence)
}

/// How many tokens behind a headline are searched for what its name says there.
const BELOW: usize = 4000;

impl Reading<'_> {
    /// Whether what stands behind a colon in a headline could be said: `The woman who sold it` describes.
    fn says_below(&self, content: &Tokens) -> bool {
        self.reads_as_clause(content)
            || content.clone().any(|at| {
                self.is_in(at, Class::Modal) || self.is_in(at, Class::Future) || self.is_any(at, &["is", "are"])
            })
    }

    /// `Vey Addresses Attack: “This cannot go on”`: three words and more are a title with a name, or stand below as they are.
    fn names_one(&self, tokens: &Tokens) -> bool {
        let named = |at: usize| {
            let word = self.word(at);
            self.lexicon.noun(word).is_some()
                || self.lexicon.is_given_name(word)
                || self.lexicon.is_outlet_word(word)
                || self.lexicon.classes(word.trim_end_matches('.')).has(Class::PublicRank)
        };
        // `Woman Steps Forward With Claim`
        let clause = tokens.clone().skip(1).any(|at| self.is_in(at, Class::ObjectPreposition) && !self.is(at, "of"));
        tokens.len() < 3 || tokens.clone().any(named) && !clause || self.recurs(tokens)
    }

    /// Whether a run of words stands in the text that follows as well.
    fn recurs(&self, tokens: &Tokens) -> bool {
        let end = self.text.tokens.len().min(tokens.end + BELOW);
        (tokens.end..end).any(|at| tokens.clone().zip(at..end).all(|(own, other)| self.word(own) == self.word(other)))
    }

    /// Whether somebody of this name says something in the text that follows.
    fn speaks_below(&self, name: &Tokens) -> bool {
        let last = self.word(name.end - 1);
        let says = |at: usize| self.lexicon.verb(self.word(at)).is_some_and(|verb| verb.takes(Pattern::Parenthetical));
        let end = self.text.tokens.len().min(name.end + BELOW);
        // `Roe Endorses Vey: …` is no name that the text has.
        if !self.recurs(name) {
            return false;
        }
        (name.end..end).filter(|at| self.is(*at, last) && self.text.tokens[*at].capital && !self.in_quotation(*at)).any(
            |at| {
                let before = at.saturating_sub(name.len());
                says(at + 1)
                    || says(at + 2) && self.tag(at + 1).is_verb()
                    || says(before)
                    || self.reads(before.saturating_sub(1), "according to")
            },
        )
    }

    /// Whether a run is a word or two for a source: a role, a report, an outlet; never just any phrase.
    fn can_be_headline_source(&self, tokens: &Tokens) -> bool {
        let last = tokens.end - 1;
        let class = self.lexicon.noun(self.word(last)).map(|noun| noun.class);
        let credit = self.is_in(last, Class::CreditLabel);
        let known = class.is_some_and(|class| {
            matches!(
                class,
                NounClass::Insider
                    | NounClass::Official
                    | NounClass::Spokesperson
                    | NounClass::Head
                    | NounClass::Institution
                    | NounClass::Outlet
                    | NounClass::Press
                    | NounClass::Rumour
            ) || (class == NounClass::Document && self.is_in(last, Class::PaperLabel))
                || (class == NounClass::Crowd && self.is_in(last, Class::CrowdLabel))
        });
        (known && !credit) || self.outlet_name(tokens)
    }
}
