//! Judges chains: which labelled claims are found, and of those which have the right depth, hands and names.
//!
//! In go labelled texts with their answers, out come counts. A labelled claim that is required (speech, not optional) is
//! looked for among all answers, the best overlap first; what is left over may match the labels that are not required, where
//! a hit is neither right nor wrong; and what is left then is a false alarm, if it is speech. Quotations that go on are joined
//! to their first piece on both sides, and each of a label's depths is right.

use std::collections::HashSet;

use super::SHOWN_FROM;
use super::corpus::{Article, Claim, Hop, Labelled, Pieces, Predicted};
use super::matching::{counted, pair_by, same_chain, without_continuations};
use super::naming::same_name;

/// Which answers are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judged {
    /// All of them.
    Everything,
    /// What a reader is shown with the settings of a fresh installation.
    Shown,
}

/// Counts of claims. From `depth` to `direct`, of the matched ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) required: usize,
    pub(crate) matched: usize,
    pub(crate) false_alarms: usize,
    pub(crate) depth: usize,
    pub(crate) depth_max: usize,
    pub(crate) origin_type: usize,
    pub(crate) origin_anonymous: usize,
    pub(crate) types: usize,
    /// The right hands, inherited ones left out.
    pub(crate) chain: usize,
    /// The right hands, inherited ones too.
    pub(crate) full_chain: usize,
    /// The right hands, inherited ones left out, and each under its right name.
    pub(crate) named: usize,
    pub(crate) direct: usize,
    /// Matched claims whose label says whether they are quoted.
    pub(crate) direct_labelled: usize,
    pub(crate) deep: Deep,
    /// Answers of two hands or more that are matched or false alarms.
    pub(crate) deep_answers: usize,
    /// Those of them whose every hand is right and rightly named.
    pub(crate) deep_answers_right: usize,
}

/// Counts of the required claims of two hands or more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Deep {
    pub(crate) required: usize,
    pub(crate) found: usize,
    pub(crate) depth: usize,
    pub(crate) chain: usize,
    pub(crate) named: usize,
}

/// Counts over texts.
pub(crate) fn count<'a>(articles: impl IntoIterator<Item = &'a Article>, judged: Judged) -> Counts {
    let mut counts = Counts::default();
    for article in articles {
        counts.add(article, judged);
    }
    counts
}

/// The answers of a text that are judged, those that go on joined: what a label is compared with.
pub(crate) fn answers(article: &Article, judged: Judged) -> Vec<Predicted> {
    let shown =
        |guess: &&Predicted| judged == Judged::Everything || guess.kind == "speech" && guess.confidence >= SHOWN_FROM;
    let kept: Vec<Predicted> =
        article.predicted.iter().filter(|guess| !guess.content.is_empty()).filter(shown).cloned().collect();
    let mut answers = without_continuations(&kept);
    answers.retain(|guess| {
        let start = guess.content.iter().filter(|piece| piece[0] < piece[1]).map(|piece| piece[0]).min();
        start.is_some_and(|start| start < article.annotated_to)
    });
    answers
}

impl Counts {
    fn add(&mut self, article: &Article, judged: Judged) {
        let labels = without_continuations(&article.labelled);
        let answers = answers(article, judged);
        let alike = |label: usize, guess: usize| depth(&labels[label]) == usize::from(answers[guess].depth);
        let contents = |required: bool| {
            labels.iter().enumerate().filter(move |(_, label)| label.required == required).map(content)
        };
        let pairs = pair_by(contents(true), answers.iter().enumerate().map(content), OVERLAP, alike);
        let mut used: HashSet<usize> = pairs.iter().map(|pair| pair.1).collect();
        let left: Vec<_> = answers.iter().enumerate().map(content).filter(|(guess, _)| !used.contains(guess)).collect();
        used.extend(pair_by(contents(false), left, OVERLAP, alike).iter().map(|pair| pair.1));

        let required = || labels.iter().filter(|label| label.required);
        self.required += required().count();
        self.deep.required += required().filter(|label| depth(label) >= 2).count();
        let spare = || answers.iter().enumerate().filter(|(guess, _)| !used.contains(guess)).map(|(_, answer)| answer);
        let false_alarms = || spare().filter(|answer| answer.kind == "speech");
        self.false_alarms += false_alarms().count();
        self.deep_answers += false_alarms().filter(|answer| answer.depth >= 2).count();
        for (label, guess) in pairs {
            self.add_pair(&labels[label], &answers[guess], &article.text);
        }
    }

    fn add_pair(&mut self, label: &Labelled, guess: &Predicted, text: &[char]) {
        let (expected, found) = (counted(label.chain()), counted(&guess.chain));
        let depths = label.depths.as_deref().unwrap_or_default();
        let right_depth = depth(label) == usize::from(guess.depth) || depths.contains(&guess.depth);
        let chain = same_chain(&expected, &found);
        let named = chain && expected.iter().zip(&found).all(|(label, guess)| same_name(label, guess, text));
        let depth_max = label.depth_max.map_or(label.chain().len(), usize::from);
        let origin = |chain: &[Hop]| chain.last().map(|hop| hop.source_type.clone());
        let anonymous = |chain: &[Hop]| chain.last().map(|hop| hop.anonymous);
        let types = |chain: &[Hop]| chain.iter().map(|hop| hop.source_type.clone()).collect::<Vec<_>>();
        for (count, right) in [
            (&mut self.matched, true),
            (&mut self.depth, right_depth),
            (&mut self.depth_max, depth_max == usize::from(guess.depth_max)),
            (&mut self.origin_type, origin(&expected) == origin(&found)),
            (&mut self.origin_anonymous, anonymous(&expected) == anonymous(&found)),
            (&mut self.types, types(&expected) == types(&found)),
            (&mut self.chain, chain),
            (&mut self.full_chain, same_chain(label.chain(), &guess.chain)),
            (&mut self.named, named),
            (&mut self.direct_labelled, label.directness.is_some()),
            (&mut self.direct, label.directness.as_ref() == Some(&guess.directness)),
        ] {
            *count += usize::from(right);
        }
        if depth(label) >= 2 {
            self.deep.found += 1;
            self.deep.depth += usize::from(right_depth);
            self.deep.chain += usize::from(chain);
            self.deep.named += usize::from(named);
        }
        if guess.depth >= 2 {
            self.deep_answers += 1;
            self.deep_answers_right += usize::from(named);
        }
    }

    /// How many of the claims that are judged are labelled, in per cent.
    pub(crate) fn precision(&self) -> f64 {
        percent(self.matched, self.matched + self.false_alarms)
    }

    /// How many of the required claims are found, in per cent.
    pub(crate) fn recall(&self) -> f64 {
        percent(self.matched, self.required)
    }

    /// The harmonic mean of both.
    pub(crate) fn f1(&self) -> f64 {
        percent(2 * self.matched, self.matched + self.false_alarms + self.required)
    }

    /// A share of the matched claims, in per cent.
    pub(crate) fn of_matched(&self, part: usize) -> f64 {
        percent(part, self.matched)
    }
}

/// Shared cells over covered cells from which a found claim is the labelled one.
const OVERLAP: f64 = 0.5;

fn content<C: Claim>((index, claim): (usize, &C)) -> (usize, &Pieces) {
    (index, claim.content())
}

/// The first of a label's depths.
fn depth(label: &Labelled) -> usize {
    let labelled = label.depths.as_deref().and_then(|depths| depths.first());
    labelled.map_or_else(|| counted(label.chain()).len(), |depth| usize::from(*depth))
}

/// A share in per cent; 0 of nothing.
#[allow(clippy::cast_precision_loss, reason = "a few hundred claims")]
pub(crate) fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

#[cfg(test)]
mod tests;
