//! The learned half of attribution: what corpora of attributions teach and no rule lists.
//!
//! In: a [`Text`], paragraph by paragraph. Out: [`Proposal`]s with a probability. Three models follow one another: a
//! classifier that says how likely each word is a cue, a labeller that finds source and content of each likely cue, and
//! a judge that says how likely the whole is right. The judge also weighs what others propose, the grammar first of
//! all: see [`Reading::probability`]. Trained by `cargo xtask train`; the model card is `README.md` beside this file.

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

use crate::lexicon::lexicon;
use crate::text::{Text, TokenKind};
use candidate::{Candidate, Company};
use labels::{Context, LABELS, Labelling, Likely};
use model::{Model, Sums};
use words::Words;

/// Logit above which a word is looked at as a cue.
pub const CANDIDATE: f32 = -3.5;
/// Logit above which a word counts as a likely cue beside another.
pub const LIKELY: f32 = 0.0;
/// In a paragraph of more than so many words …
const SHORT: usize = 60;
/// … not more than one word in so many may be a cue. What has more is no prose, and each cue takes its time.
const DENSEST: usize = 4;
/// Labellings per cue that the judge chooses from.
const CHOICES: usize = 1;

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
}

/// Reads a text, paragraph by paragraph.
pub fn read<'t>(text: &'t Text<'t>) -> impl Iterator<Item = Reading<'static>> + 't {
    paragraphs(text).into_iter().map(|range| Reading::new(&MODEL, Words::read(text, range)))
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_bytes!("weights.bin")));

/// A paragraph as the tagger understands it.
#[derive(Debug)]
pub struct Reading<'m> {
    model: &'m Model,
    words: Words,
    /// Words that may be cues, with their logits.
    logits: Vec<(usize, f32)>,
    likely: Likely,
    candidates: Vec<Candidate>,
}

impl<'m> Reading<'m> {
    /// Reads a paragraph.
    #[must_use]
    pub fn new(model: &'m Model, words: Words) -> Self {
        let length = words.words.len();
        let mut logits: Vec<(usize, f32)> = (0..length)
            .filter(|&at| model.eligible(words.at(at, 0)))
            .map(|at| (at, model.cue(&words, at)))
            .filter(|(_, logit)| *logit > CANDIDATE)
            .collect();
        if length > SHORT && logits.len() * DENSEST > length {
            logits.clear();
        }
        let cues: Vec<usize> = logits.iter().filter(|(_, logit)| *logit > LIKELY).map(|(at, _)| *at).collect();
        let likely = Likely::new(length, &cues);
        let mut reading = Reading { model, words, logits, likely, candidates: Vec::new() };
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
            .map(|(parts, logit)| Proposal {
                source: parts.source.as_ref().map(shift),
                cue: shift(&parts.cue),
                content: parts.content.iter().map(shift).collect(),
                probability: logistic(logit),
            })
            .collect();
        proposals.sort_by_key(|proposal| proposal.cue.start);
        proposals
    }

    /// What [`proposals`](Self::proposals) tells, in words of the paragraph and logits.
    #[must_use]
    pub fn decide(&self) -> Vec<(Labelling, f32)> {
        let mut scored: Vec<(f32, &Candidate)> = self
            .candidates
            .iter()
            .map(|candidate| {
                (self.model.judge(&self.words, candidate, Company::of(candidate, &self.candidates)), candidate)
            })
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.head.cmp(&b.1.head)));
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
            claims.push((parts, logit));
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
            let none: f32 = emissions
                .iter()
                .zip(&seams)
                .map(|(emission, &seam)| emission[0] + transitions[usize::from(seam)][0])
                .sum();
            let ways = labels::decode::<CHOICES>(&emissions, &seams, transitions, head - window.start);
            let best = ways.first().map_or(0.0, |way| way.1);
            for (labels, score) in ways {
                let parts = Labelling::read(&labels, window.start, head);
                if !parts.content.is_empty() {
                    found.push(Candidate { head, parts, logit, margin: score - none, behind: best - score });
                }
            }
        }
        found
    }
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
