//! Mayor Roe: “The road is open.” From Ann Roe: “It is open.” Said Roe: “It is.” ANN ROE: The road is open.
//!
//! A label in front of what is said: a name or role with a colon, in front of a quotation or in front of each turn of a
//! conversation that is printed like a play.

use super::super::reading::Reading;
use super::super::{Attribution, Frame, Tokens};
use super::makes_claims;
use crate::document::Region;
use crate::lexicon::Class;
use crate::text::{Quotation, TokenKind};

/// Words that a label has at most.
const LONGEST: usize = 14;

/// A label with its parts.
struct Label {
    source: Tokens,
    cue: Option<Tokens>,
}

/// The quotation of a label that stands in front of it, in its sentence or as the paragraph above.
pub(super) fn find(reading: &Reading, quotation: &Quotation) -> Option<Attribution> {
    let label = reading.label_beside(quotation).or_else(|| reading.label_above(quotation))?;
    Some(of_label(label, quotation.tokens.clone(), 0.8))
}

fn of_label(label: Label, content: Tokens, confidence: f32) -> Attribution {
    let cue = label.cue.into_iter().collect();
    Attribution::speech(vec![content], cue, Some(label.source), Frame::SpeakerLabel, confidence)
}

/// The turns of a conversation: paragraphs that each begin with who speaks. What is asked states nothing.
pub(super) fn turns(reading: &Reading, attributions: &mut Vec<Attribution>) {
    let labels: Vec<(Tokens, Tokens)> = reading.text.blocks.iter().filter_map(|block| reading.turn(block)).collect();
    let words = |label: &Tokens| label.clone().map(|at| reading.word(at)).collect::<Vec<_>>();
    let mut known: Vec<Vec<&str>> = labels.iter().map(|(label, _)| words(label)).collect();
    known.sort_unstable();
    for (label, content) in labels.iter().filter(|_| known.len() > 1) {
        let own = words(label);
        let again = known.partition_point(|other| *other <= own) - known.partition_point(|other| *other < own) > 1;
        let capitals = label.len() > 1 && label.clone().all(|at| reading.text.tokens[at].all_capitals);
        let asks = reading.is(content.end - 1, "?");
        let states = reading.sentence(content.start).end < content.end || reading.may_be_clause(content);
        if !(again || capitals) {
            continue;
        }
        // `Roe: My doctor said it would heal.`: all of a turn is in the speaker's mouth.
        let spoken = |own: &Attribution| own.cue.iter().any(|cue| content.contains(&cue.start));
        attributions.retain(|own| !spoken(own));
        if !asks && (states || again) {
            let label = Label { source: label.clone(), cue: None };
            attributions.push(of_label(label, content.clone(), 0.7));
        }
    }
}

impl Reading<'_> {
    /// A paragraph of running text as a turn: who speaks, and what is said.
    fn turn(&self, block: &Tokens) -> Option<(Tokens, Tokens)> {
        let colon = block.clone().take(6).find(|at| self.kind(*at) == TokenKind::Colon)?;
        let (label, content) = (block.start..colon, colon + 1..block.end);
        let named = !label.is_empty()
            && label.clone().all(|at| self.text.tokens[at].capital && self.kind(at) == TokenKind::Word)
            && !self.is_in(label.start, Class::Rubric)
            // `THE FACTS: …`
            && !self.is(label.start, "the");
        let running = matches!(self.region(block.start), Region::Paragraph | Region::Quote | Region::ListItem);
        // `A: …`: who answers has no name there.
        let letter = label.len() == 1 && self.text.form(label.start).len() == 1;
        let unmarked = self.quotation_from(content.start).is_none();
        (named && !letter && running && unmarked && self.words_in(&content) >= 3).then_some((label, content))
    }

    /// `Mayor Roe: “…”`, `[Roe:] “…”`, `Roe – “…”`
    fn label_beside(&self, quotation: &Quotation) -> Option<Label> {
        let start = self.sentence(quotation.tokens.start).start;
        let mut mark = quotation.tokens.start.checked_sub(1).filter(|mark| *mark > start)?;
        let bracket = usize::from(self.kind(mark) == TokenKind::Close && self.kind(start) == TokenKind::Open);
        mark -= bracket;
        let run = start + bracket..mark;
        match self.kind(mark) {
            TokenKind::Colon => self.label(&run).or_else(|| self.answer(&run)),
            // A dash parts much else: only a name that opens a paragraph.
            TokenKind::Dash if start == self.text.blocks[self.text.block_of(start)].start => {
                let shouted = run.clone().any(|at| self.text.tokens[at].all_capitals);
                let name = !shouted && self.is_name(&run);
                self.label(&run).filter(|label| name && label.cue.is_none() && label.source == run)
            }
            _ => None,
        }
    }

    /// The paragraph above a quotation, when it is nothing but a label.
    fn label_above(&self, quotation: &Quotation) -> Option<Label> {
        let index = self.text.block_of(quotation.tokens.start);
        let above = self.text.blocks.get(index.checked_sub(1)?)?;
        let last = above.end.checked_sub(1)?;
        let opens = quotation.tokens.start == self.text.blocks[index].start;
        if !opens || !makes_claims(self.region(above.start)) || self.sentence(last).start != above.start {
            return None;
        }
        let label = self.label(&(above.start..last))?;
        let colon = self.kind(last) == TokenKind::Colon;
        (colon || self.kind(last) == TokenKind::Stop && label.cue.is_some()).then_some(label)
    }

    /// `Roe`, `the mayor`, `And from Ann Roe, who chairs the board`, `Roe on the bridge`, `Said Roe`
    fn label(&self, tokens: &Tokens) -> Option<Label> {
        if tokens.is_empty() || self.words_in(tokens) > LONGEST {
            return None;
        }
        let mut at = tokens.start + usize::from(self.is(tokens.start, "and"));
        let cue = self.is_in(at, Class::LabelOpener).then(|| at..at + 1);
        at += usize::from(cue.is_some());
        if self.reads(at, "the desk of") {
            at += 3;
        }
        let source = self.noun_phrase_from(at, tokens.end)?;
        let rest = source.end..tokens.end;
        let about = self.is_any(rest.start, &["on", "about"]) && rest.clone().all(|at| !self.is_finite(at));
        let whole = rest.is_empty() || about || self.kind(rest.start) == TokenKind::Comma;
        let speaker = self.is_speaker(&source) && (cue.is_some() || !self.is_in(source.start, Class::Rubric));
        (whole && speaker).then_some(Label { source, cue })
    }

    /// `Here is Roe's answer`
    fn answer(&self, tokens: &Tokens) -> Option<Label> {
        let noun = tokens.end.checked_sub(1).filter(|noun| self.is_in(*noun, Class::Answer))?;
        // `His words`
        if noun == tokens.start + 1 && self.is_possessive(tokens.start) {
            return Some(Label { source: tokens.start..noun, cue: Some(noun..noun + 1) });
        }
        let owner = (tokens.start + 1..noun).rev().take(2).find(|at| self.is_genitive(*at))?;
        let source = self.noun_phrase_before(owner, tokens.start)?;
        self.is_speaker(&source).then_some(Label { source, cue: Some(noun..noun + 1) })
    }

    /// Whether a phrase is a name or a role that one can have.
    fn is_speaker(&self, phrase: &Tokens) -> bool {
        let last = phrase.end - 1;
        let described = self.lexicon.noun(self.word(last));
        let named = self.text.tokens[last].capital
            && phrase.clone().all(|at| self.text.tokens[at].capital || self.is_role(at) || self.is_determiner(at));
        described.map_or(named, |noun| noun.class.is_person())
    }
}
