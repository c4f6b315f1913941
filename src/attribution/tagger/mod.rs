//! The learned half of attribution: what corpora of attributions teach and no rule lists.
//!
//! In: a [`Text`], paragraph by paragraph. Out: [`Proposal`]s with a probability. Three models follow one another: a
//! classifier that says how likely each word is a cue, a labeller that finds source and content of each likely cue, and
//! a judge that says how likely the whole is right. The judge also weighs what others propose, the grammar first of
//! all: see [`Reading::weighed`]. Trained by `cargo xtask train`; the model card is `README.md` beside this file.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "features are hashes of counts and distances that are clipped first"
)]

pub mod candidate;
pub mod cue;
pub mod labels;
pub mod model;
pub mod words;

use std::ops::Range;
use std::sync::LazyLock;

use super::Attribution;
use crate::lexicon::lexicon;
use crate::order;
use crate::text::{Text, TokenKind};
use candidate::{Candidate, Company, Grammar, Suggestion};
use labels::{Context, LABELS, Labelling, Likely};
use model::{Model, Sums};
use words::Words;

/// Logit above which a word is looked at as a cue. Below it one in a hundred becomes a claim, and each takes its time.
const CANDIDATE: f32 = -1.5;
/// The same while the models are trained, which learn from what is no cue as well.
pub const CANDIDATE_IN_TRAINING: f32 = -3.0;
/// Logit above which a word counts as a likely cue beside another.
pub const LIKELY: f32 = 0.0;
/// In a paragraph of more than so many words …
const SHORT: usize = 60;
/// … not more than one word in so many may be a cue. What has more is no prose, and each cue takes its time.
const DENSEST: usize = 4;

/// An attribution that the tagger proposes, in tokens of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The mention of the source. None when there is none.
    pub source: Option<Range<usize>>,
    /// The words that attribute.
    pub cue: Range<usize>,
    /// What is attributed, in one piece or several. Never empty.
    pub content: Vec<Range<usize>>,
    /// How likely it is right, 0 to 1.
    pub probability: f32,
    /// Index of the attribution that the frames found with this very source and content.
    pub attribution: Option<usize>,
}

/// Reads a text, paragraph by paragraph, with what the frames found in it.
pub fn read<'t>(text: &'t Text<'t>, found: &'t [Attribution]) -> impl Iterator<Item = Reading<'static>> + 't {
    let paragraphs = paragraphs(text);
    let suggestions = suggestions(found, &paragraphs);
    paragraphs
        .into_iter()
        .zip(suggestions)
        .map(|(range, suggestions)| Reading::new(&MODEL, Words::read(text, range), suggestions, CANDIDATE))
}

/// What the frames found in each paragraph, in words of the paragraph.
#[must_use]
pub fn suggestions(attributions: &[Attribution], paragraphs: &[Range<usize>]) -> Vec<Vec<Suggestion>> {
    let mut suggestions = vec![Vec::new(); paragraphs.len()];
    for (attribution, found) in attributions.iter().enumerate() {
        // Where the cue is in pieces, the last one holds the verb that takes the content: `quoted … saying`.
        let Some(cue) = found.cue.last() else { continue };
        let index = paragraphs.partition_point(|paragraph| paragraph.end <= cue.start);
        let Some(paragraph) = paragraphs.get(index) else { continue };
        let within = |tokens: &Range<usize>| paragraph.start <= tokens.start && tokens.end <= paragraph.end;
        let shift = |tokens: &Range<usize>| tokens.start - paragraph.start..tokens.end - paragraph.start;
        if !within(cue) || !found.content.iter().all(within) {
            continue;
        }
        suggestions[index].push(Suggestion {
            head: cue.start - paragraph.start,
            parts: Labelling {
                source: found.source.as_ref().filter(|source| within(source)).map(shift),
                cue: shift(cue),
                content: found.content.iter().map(shift).collect(),
            },
            frame: words::hash(found.frame.name()),
            attribution,
        });
    }
    suggestions
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::decode(STORED));

/// The weights that the engine is built with.
pub const STORED: &[u8] = include_bytes!("weights.bin");

/// A paragraph as the tagger understands it.
#[derive(Debug)]
pub struct Reading<'m> {
    model: &'m Model,
    words: Words,
    /// Words that may be cues, with their logits.
    logits: Vec<(usize, f32)>,
    likely: Likely,
    suggestions: Vec<Suggestion>,
    candidates: Vec<Candidate>,
}

impl<'m> Reading<'m> {
    /// Reads a paragraph, with what the grammar suggests for it. Words whose logit is above `candidate` may be cues.
    #[must_use]
    pub fn new(model: &'m Model, words: Words, mut suggestions: Vec<Suggestion>, candidate: f32) -> Self {
        let length = words.words.len();
        suggestions.retain(|found| found.head < length);
        order::by(&mut suggestions, |found| (found.head, 0));
        let mut suggested = vec![false; length];
        suggestions.iter().for_each(|found| suggested[found.head] = true);
        let mut logits: Vec<(usize, f32)> = (0..length)
            .filter(|&at| suggested[at] || model.eligible(words.at(at, 0)))
            .map(|at| (at, model.cue(&words, at)))
            .filter(|(at, logit)| suggested[*at] || *logit > candidate)
            .collect();
        if length > SHORT && logits.len() * DENSEST > length {
            logits.clear();
        }
        let cues: Vec<usize> = logits.iter().filter(|(_, logit)| *logit > LIKELY).map(|(at, _)| *at).collect();
        let likely = Likely::new(length, &cues);
        let mut reading = Reading { model, words, logits, likely, suggestions, candidates: Vec::new() };
        reading.candidates = reading.label();
        reading
    }

    /// The words of the paragraph.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The words that may be cues, with their logits.
    #[must_use]
    pub fn logits(&self) -> &[(usize, f32)] {
        &self.logits
    }

    /// Where likely cues stand.
    #[must_use]
    pub fn likely(&self) -> &Likely {
        &self.likely
    }

    /// What the labeller made of each possible cue.
    #[must_use]
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// The attributions of the paragraph that do not stand in each other's way, in text order of their cues.
    ///
    /// An attribution inside another's content is kept; one that shares its cue or content with a likelier one is not.
    #[must_use]
    pub fn proposals(&self) -> Vec<Proposal> {
        let first = self.words.first;
        let shift = |range: &Range<usize>| range.start + first..range.end + first;
        let mut proposals: Vec<Proposal> = self
            .decide()
            .into_iter()
            .map(|(parts, logit, suggested)| Proposal {
                source: parts.source.as_ref().map(shift),
                cue: shift(&parts.cue),
                content: parts.content.iter().map(shift).collect(),
                probability: logistic(logit),
                attribution: suggested.and_then(|index| self.suggestions.get(index)).map(|found| found.attribution),
            })
            .collect();
        order::by(&mut proposals, |proposal| (proposal.cue.start, 0));
        proposals
    }

    /// How likely each of the frames' attributions is right: its index and a probability.
    pub fn weighed(&self) -> impl Iterator<Item = (usize, f32)> {
        self.scored().filter_map(|(logit, candidate)| {
            Some((self.suggestions.get(candidate.suggested?)?.attribution, logistic(logit)))
        })
    }

    fn scored(&self) -> impl Iterator<Item = (f32, &Candidate)> {
        self.candidates.iter().map(|candidate| {
            (self.model.judge(&self.words, candidate, Company::of(candidate, &self.candidates)), candidate)
        })
    }

    /// What [`proposals`](Self::proposals) tells, in words of the paragraph and logits.
    #[must_use]
    pub fn decide(&self) -> Vec<(Labelling, f32, Option<usize>)> {
        let mut scored: Vec<(f32, &Candidate)> = self.scored().collect();
        order::by(&mut scored, |(logit, candidate)| (falling(*logit), candidate.head));
        let mut taken = vec![false; self.words.words.len()];
        let mut cues = vec![false; taken.len()];
        let mut claims = Vec::new();
        for (logit, candidate) in scored {
            if candidate.parts.cue.clone().any(|at| cues[at]) {
                continue;
            }
            let mut parts = candidate.parts.clone();
            let all: usize = parts.content.iter().map(ExactSizeIterator::len).sum();
            parts.content.retain(|piece| !piece.clone().any(|at| taken[at]));
            let left: usize = parts.content.iter().map(ExactSizeIterator::len).sum();
            if left * 10 < all * 3 || left == 0 {
                continue;
            }
            for at in parts.content.iter().flat_map(Clone::clone) {
                taken[at] = true;
            }
            for at in parts.cue.clone() {
                cues[at] = true;
            }
            claims.push((parts, logit, candidate.suggested));
        }
        claims
    }

    fn label(&self) -> Vec<Candidate> {
        let mut plain: Vec<Option<Sums>> = vec![None; self.words.words.len()];
        let mut found: Vec<Candidate> = Vec::new();
        for &(head, logit) in &self.logits {
            let context = Context::new(&self.words, &self.likely, head);
            let window = context.window.clone();
            let emissions: Vec<[f32; LABELS]> = window
                .clone()
                .map(|at| {
                    let sums = plain[at].get_or_insert_with(|| self.model.plain(&self.words, at));
                    self.model.labels(&context, at, sums)
                })
                .collect();
            let seams = labels::seams(&self.words, window.clone());
            let transitions = self.model.transitions();
            let none = labels::score(&vec![0; emissions.len()], &emissions, &seams, transitions);
            let Some((labels, best)) = labels::decode(&emissions, &seams, transitions, head - window.start) else {
                continue;
            };
            let first = found.len();
            let parts = Labelling::read(&labels, window.start, head);
            if !parts.content.is_empty() {
                let grammar = Grammar::of(head, &parts, &self.suggestions);
                found.push(Candidate {
                    head,
                    parts,
                    logit,
                    margin: best - none,
                    behind: 0.0,
                    grammar,
                    suggested: None,
                });
            }
            let heads = self.suggestions.partition_point(|found| found.head < head)
                ..self.suggestions.partition_point(|found| found.head <= head);
            for index in heads {
                let suggestion = &self.suggestions[index];
                let parts = &suggestion.parts;
                let same =
                    |old: &&mut Candidate| old.parts.source == parts.source && old.parts.content == parts.content;
                if let Some(old) = found[first..].iter_mut().find(same) {
                    old.suggested = Some(index);
                    continue;
                }
                let score = labels::score(&parts.labels(&window), &emissions, &seams, transitions);
                found.push(Candidate {
                    head,
                    parts: parts.clone(),
                    logit,
                    margin: score - none,
                    behind: best - score,
                    grammar: Grammar { frame: suggestion.frame, agreement: 6, alone: true },
                    suggested: Some(index),
                });
            }
        }
        found
    }
}

/// A number that falls as a figure rises, so that the highest figure stands first. The order is that of
/// [`f32::total_cmp`].
fn falling(figure: f32) -> usize {
    let bits = figure.to_bits();
    // Below zero the bits themselves rise as the figure falls; from zero on they rise with it.
    let falling = if bits >> 31 == 1 { bits } else { !bits & (u32::MAX >> 1) };
    falling as usize
}

/// Turns a logit into a probability with nothing but products and quotients, which are the same on every platform.
fn logistic(logit: f32) -> f32 {
    let mut power = 1.0 - logit.clamp(-20.0, 20.0) / 1024.0;
    for _ in 0..10 {
        power *= power;
    }
    1.0 / (1.0 + power)
}

/// The paragraphs of a text: its blocks, one that ends in a colon joined with the next.
#[must_use]
pub fn paragraphs(text: &Text) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut joins = false;
    for block in text.blocks.iter().filter(|block| !block.is_empty()) {
        match paragraphs.last_mut().filter(|_| joins) {
            Some(last) => last.end = block.end,
            None => paragraphs.push(block.clone()),
        }
        joins = !joins && text.tokens[block.end - 1].kind == TokenKind::Colon;
    }
    paragraphs
}

/// What the lexicon says of a word, as a number; 0 for a word it does not know.
pub(crate) fn class(word: &str) -> u32 {
    lexicon().verb(word).map_or(0, crate::lexicon::Verb::class)
}

#[cfg(test)]
mod tests;
