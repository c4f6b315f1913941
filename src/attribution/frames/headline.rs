//! Road open - report. Road open: sources. Mayor: 'The road is open'. Reports: road open.
//!
//! Headlines name their source with a mark instead of a verb.

use super::super::reading::Reading;
use super::super::{Attribution, Frame, Tokens};
use crate::document::Region;
use crate::lexicon::NounClass;
use crate::text::TokenKind;

pub(super) fn find(reading: &Reading, sentence: &Tokens) -> Option<Attribution> {
    let block = reading.text.blocks.get(reading.text.block_of(sentence.start))?;
    // Front matter aside, only a block that is one sentence can be a headline.
    let headline = matches!(reading.region(sentence.start), Region::Headline | Region::Subheading);
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
    if source.is_empty() || reading.words_in(&source) > 4 || !reading.can_be_headline_source(&source) {
        return None;
    }
    let content = reading.trimmed(&(sentence.start..mark));
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
    let speaker = reading.can_be_headline_source(&source) || (quoted && reading.is_name(&source));
    let long_enough = quoted || reading.words_in(&content) >= 4;
    (speaker && long_enough).then(|| of_headline(content, source, Frame::HeadlineLead, 0.8))
}

fn of_headline(content: Tokens, source: Tokens, frame: Frame, confidence: f32) -> Attribution {
    Attribution::speech(vec![content], vec![source.clone()], Some(source), frame, confidence)
}

impl Reading<'_> {
    /// Whether a run is a word or two for a source: a role, a report, an outlet; never just any phrase.
    fn can_be_headline_source(&self, tokens: &Tokens) -> bool {
        let last = tokens.end - 1;
        let class = self.lexicon.noun(self.word(last)).map(|noun| noun.class);
        let credit =
            self.is_any(last, &["photo", "photos", "video", "image", "images", "pictures", "map", "list", "live"]);
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
            ) || (class == NounClass::Document
                && self.is_any(last, &["report", "study", "poll", "survey", "memo", "filing", "documents", "data"]))
                || (class == NounClass::Crowd && self.is_any(last, &["experts", "witnesses", "residents"]))
        });
        (known && !credit) || self.outlet_name(tokens)
    }
}
