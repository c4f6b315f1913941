//! Source, cue and content around one cue: the features of the labeller, its labels and its decoder.

use std::ops::Range;

use super::cue::bucket;
use super::words::{Counts, Seam, Word, Words, mix};
use crate::text::Tag;

/// Buckets of the labeller's table, as a power of two.
pub const BUCKET_BITS: u32 = 16;

/// How many labels a word can have.
pub const LABELS: usize = 7;
/// Part of nothing.
pub const OUTSIDE: usize = 0;
/// First word of the source; its further words have the next number.
pub const SOURCE: usize = 1;
/// First word of the cue.
pub const CUE: usize = 3;
/// First word of a piece of the content.
pub const CONTENT: usize = 5;

/// Kinds of seam between two words that transitions are told apart by.
pub const SEAMS: usize = 100;

/// Words to each side of a cue that are looked at, at most. No content reaches further.
pub(super) const REACH: usize = 200;
/// Sentences to each side.
const SENTENCES: usize = 1;

/// Where the likely cues of a paragraph stand.
#[derive(Debug, Default)]
pub struct Likely {
    /// For each word the nearest likely cue before it, and how many there are.
    before: Vec<(u32, u16)>,
    /// For each word the nearest likely cue after it.
    after: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Likely {
    /// Notes the likely cues, given as sorted places, of a paragraph of so many words.
    #[must_use]
    pub fn new(length: usize, cues: &[usize]) -> Self {
        let mut likely = Likely { before: vec![(NONE, 0); length + 1], after: vec![NONE; length + 1] };
        let mut last = (NONE, 0_u16);
        let mut next = cues.iter().peekable();
        for at in 0..=length {
            likely.before[at] = last;
            if next.next_if(|&&cue| cue == at).is_some() {
                last = (at as u32, last.1.wrapping_add(1));
            }
        }
        let mut last = NONE;
        let mut next = cues.iter().rev().peekable();
        for at in (0..length).rev() {
            likely.after[at] = last;
            if next.next_if(|&&cue| cue == at).is_some() {
                last = at as u32;
            }
        }
        likely
    }

    fn left(&self, at: usize, head: usize) -> Option<usize> {
        let mut found = self.before[at].0;
        if found as usize == head {
            found = self.before[head].0;
        }
        (found != NONE).then_some(found as usize)
    }

    fn right(&self, at: usize, head: usize) -> Option<usize> {
        let mut found = self.after[at];
        if found as usize == head {
            found = self.after[head];
        }
        (found != NONE).then_some(found as usize)
    }

    fn between(&self, from: usize, to: usize) -> u32 {
        u32::from(self.before[to].1.wrapping_sub(self.before[from].1))
    }
}

/// A cue in its paragraph, with what is the same for every word around it.
#[derive(Debug)]
pub struct Context<'a> {
    words: &'a Words,
    likely: &'a Likely,
    /// The word the cue hangs on.
    pub head: usize,
    /// The words that are labelled.
    pub window: Range<usize>,
    word: Word,
    neighbours: u32,
    /// Layout of the cue's sentence: words on both sides, quotes, seams beside the cue.
    layout: u32,
    /// The noun phrases that could be its subject: before it, and after it.
    subjects: [Range<usize>; 2],
}

impl<'a> Context<'a> {
    /// Looks at the cue that hangs on the word `head`.
    #[must_use]
    pub fn new(words: &'a Words, likely: &'a Likely, head: usize) -> Self {
        let sentence = words.sentence_of.get(head).map_or(0, |&s| s as usize);
        let first = words.sentences.get(sentence.saturating_sub(SENTENCES)).map_or(0, |s| s.start);
        let last = words.sentences.get((sentence + SENTENCES).min(words.sentences.len().saturating_sub(1)));
        let end = last.map_or(words.words.len(), |s| s.end);
        let window = first.max(head.saturating_sub(REACH))..end.min(head + REACH + 1).min(words.words.len());
        let own = words.sentences.get(sentence).cloned().unwrap_or(window.clone());
        let word = *words.at(head, 0);
        let (before, after) = (words.at(head, -1), words.at(head, 1));
        let quotes = |from: usize, to: usize| {
            words.at(to, 0).before.quotes.wrapping_sub(words.at(from, 0).before.quotes).min(2) as u32
        };
        let side = |length: usize| match length {
            0 => 0,
            1..=3 => 1,
            4..=8 => 2,
            _ => 3,
        };
        let mut layout = side(head - own.start.min(head)) * 4 + side(own.end.saturating_sub(head + 1));
        layout = layout * 9 + quotes(window.start, head) * 3 + quotes(head, window.end - 1);
        layout = (layout * 16 + before.seam as u32) * 16 + after.seam as u32;
        layout = layout * 2 + u32::from(word.quoted);
        let neighbours = before.tag as u32 * 1024 + word.tag as u32 * 32 + after.tag as u32;
        let subjects = [subject_before(words, head, own.start), subject_after(words, head, own.end)];
        Context { words, likely, head, window, word, neighbours, layout, subjects }
    }
}

fn in_phrase(word: &Word) -> bool {
    matches!(
        word.tag,
        Tag::Noun | Tag::ProperNoun | Tag::Adjective | Tag::Determiner | Tag::Numeral | Tag::Pronoun | Tag::Symbol
    ) || (word.tag == Tag::Particle && word.shape == 3)
}

/// The noun phrase before a verb, over its auxiliaries and adverbs and one aside between commas.
fn subject_before(words: &Words, head: usize, start: usize) -> Range<usize> {
    let mut at = head;
    let tag = |at: usize| words.at(at, 0).tag;
    while at > start
        && (matches!(tag(at - 1), Tag::FiniteAuxiliary | Tag::NonfiniteAuxiliary | Tag::Adverb | Tag::BaseVerb)
            || tag(at - 1) == Tag::Particle && words.at(at - 1, 0).shape != 3)
    {
        at -= 1;
    }
    if at > start && words.at(at - 1, 0).seam == Seam::Comma {
        let floor = start.max(at.saturating_sub(25));
        let mut back = at - 1;
        while back > floor && words.at(back - 1, 0).seam != Seam::Comma {
            back -= 1;
        }
        if back > floor {
            at = back - 1;
        }
    }
    let end = at;
    while at > start && in_phrase(words.at(at - 1, 0)) {
        at -= 1;
        if matches!(tag(at), Tag::Determiner) || tag(at) == Tag::Pronoun {
            break;
        }
    }
    at..end
}

/// The noun phrase right after a verb.
fn subject_after(words: &Words, head: usize, end: usize) -> Range<usize> {
    let mut at = head + 1;
    while at < end && words.at(at, 0).tag == Tag::Adverb {
        at += 1;
    }
    let start = at;
    while at < end && in_phrase(words.at(at, 0)) {
        at += 1;
    }
    start..at
}

/// Where a word stands to the noun phrases that could be the subject.
fn subjecthood(context: &Context, at: usize) -> u32 {
    let place = |phrase: &Range<usize>| match at {
        _ if phrase.is_empty() => 1,
        _ if at + 1 == phrase.end && phrase.contains(&at) => 2,
        _ if at == phrase.start => 3,
        _ if phrase.contains(&at) => 4,
        _ if at + 1 == phrase.start => 5,
        _ if at == phrase.end => 6,
        _ if at < phrase.start => 7,
        _ => 0,
    };
    place(&context.subjects[0]) * 8 + place(&context.subjects[1])
}

/// The seam between a word and the one before it, below [`SEAMS`].
#[must_use]
pub fn seam(words: &Words, at: usize) -> usize {
    words.at(at, -1).seam as usize * 10 + words.at(at, 0).seam as usize
}

/// Calls `feature` with the hash of every feature of a word that no cue has a part in.
pub fn plain_features(words: &Words, at: usize, mut feature: impl FnMut(u32)) {
    let near = |offset| words.at(at, offset);
    let [l2, l1, me, r1, r2] = [near(-2), near(-1), near(0), near(1), near(2)];
    let mut add = |template: u32, a: u32, b: u32| feature(mix(a ^ template.wrapping_mul(0xc2b2_ae3d), b));
    let q = u32::from(me.quoted);
    let tags = [l2, l1, me, r1, r2].map(|word| word.tag as u32);
    add(101, me.form, q);
    add(102, l1.form, 0);
    add(103, r1.form, 0);
    add(104, me.ending, 0);
    add(105, u32::from(l1.shape) * 256 + u32::from(me.shape) * 16 + u32::from(r1.shape), 0);
    add(106, u32::from(me.shape), q);
    add(107, tags[1] * 1024 + tags[2] * 32 + tags[3], 0);
    add(108, tags[0] * 1024 + tags[1] * 32 + tags[2], 0);
    add(109, tags[2] * 1024 + tags[3] * 32 + tags[4], 0);
}

/// Calls `feature` with the hash of every feature of a word in its relation to a cue.
pub fn features(context: &Context, at: usize, mut feature: impl FnMut(u32)) {
    let (words, head, cue) = (context.words, context.head, &context.word);
    let [l1, me, r1] = [words.at(at, -1), words.at(at, 0), words.at(at, 1)];
    let mut add = |template: u32, a: u32, b: u32| feature(mix(a ^ template.wrapping_mul(0xc2b2_ae3d), b));
    let dir = match at.cmp(&head) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal => 1,
        std::cmp::Ordering::Greater => 2,
    };
    let distance = at.abs_diff(head);
    let d = bucket(distance) * 3 + dir;
    let (from, to) = (at.min(head), at.max(head));
    let between = difference(words.at(to, 0).before, words.at((from + 1).min(to), 0).before);
    let clip = |count: u16, most: u16| u32::from(count.min(most));
    let cm = clip(between.commas, 2);
    let qb = clip(between.quotes, 3);
    let th = clip(between.thats, 1);
    let cj = clip(between.conjunctions, 2);
    let vb = clip(between.finites, 2);
    let sm = clip(between.dashes, 1);
    let wh = clip(between.relatives, 1);
    let oc = context.likely.between((from + 1).min(to), to).min(2);
    let offset = me.sentences_behind(cue);
    let sr = offset.clamp(-2, 2).unsigned_abs() * 2 + u32::from(offset < 0);
    let q = u32::from(me.quoted);
    let qd = q * 3 + dir;
    let p = me.tag as u32;
    let (cw, cc, ct, v) = (cue.form, cue.class, cue.stem, u32::from(cue.auxiliaries));
    let cq = u32::from(cue.quoted);
    let seam = seam(words, at) as u32;
    let tags = l1.tag as u32 * 1024 + p * 32 + r1.tag as u32;
    let starts = u32::from(l1.sentence != me.sentence || at == 0);
    let shape = u32::from(me.shape);
    let layout = context.layout;
    add(1, d, 0);
    add(2, d, shape + 1);
    add(3, me.form, dir * 4 + distance.min(3) as u32);
    add(4, qd * 8 + sr, qb * 2 + cq);
    add(5, qd, (cm * 3 + oc) * 2 + th);
    add(6, qd * 8 + sr, (cm * 3 + oc) * 2 + sm);
    add(7, cw, d);
    add(8, cw, (qd * 8 + sr) * 4 + cm);
    add(9, cc, (qd * 8 + sr) * 4 + qb);
    add(10, layout, (qd * 8 + sr) * 4 + qb);
    add(11, layout, d);
    add(12, layout, (dir * 4 + cm) * 4 + oc);
    add(13, l1.form, qd);
    add(14, r1.form, qd);
    add(15, seam, dir * 8 + sr);
    add(16, seam, mix(layout, dir));
    add(17, seam, ((dir * 4 + cm) * 4 + oc) * 2 + th);
    add(18, starts, mix(layout, dir * 8 + sr));
    add(19, (dir * 4 + oc) * 4 + cm, wh * 4 + cj);
    add(20, cc, d * 16 + shape);
    if distance <= 2 && distance > 0 {
        let inside = if distance == 2 { words.at(from, 1).form } else { 0 };
        add(21, mix(inside, me.form), d);
    }
    add(22, d, p);
    add(23, (dir * 4 + cm) * 4 + vb, oc * 32 + p);
    add(24, tags, dir);
    add(25, ((dir * 4 + vb) * 4 + wh) * 4 + cj, cm);
    add(26, ((dir * 4 + vb) * 4 + th) * 4 + oc, q);
    add(27, context.neighbours, d * 32 + p);
    add(28, cc, ((dir * 4 + vb) * 4 + cm) * 32 + p);
    if distance <= 4 && distance > 0 {
        let path = (from..=to).fold(dir, |path, at| path * 32 + words.at(at, 0).tag as u32);
        add(29, path, distance as u32);
    }
    let mut other = |template: u32, found: Option<usize>| {
        let code = found.map_or(1, |found| {
            let (from, to) = (found.min(at), found.max(at));
            let between = difference(words.at(to, 0).before, words.at(from, 0).before);
            let quotes = clip(between.quotes, 2);
            let commas = clip(between.commas, 2);
            mix(words.at(found, 0).stem, (bucket(to - from) * 3 + quotes) * 3 + commas)
        });
        add(template, code, qd * 8 + sr);
        add(template + 1, code, dir * 128 + seam);
    };
    other(30, context.likely.left(at, head));
    other(32, context.likely.right(at, head));
    let role = subjecthood(context, at);
    add(40, role, dir * 32 + p);
    add(41, role, cc);
    add(42, role, qd * 8 + sr);
    add(43, role, mix(layout, dir));
    add(44, role, dir * 128 + seam);
    add(45, role, (dir * 4 + cm) * 4 + vb);
    add(34, ct, d);
    add(35, ct, (qd * 8 + sr) * 4 + cm);
    add(36, ct, dir * 128 + seam);
    add(37, v, d);
    add(38, v, (dir * 4 + cm) * 32 + p);
    add(39, mix(v, cue.tag as u32), (dir * 8 + sr) * 4 + cm);
}

fn difference(late: Counts, early: Counts) -> Counts {
    Counts {
        commas: late.commas.wrapping_sub(early.commas),
        quotes: late.quotes.wrapping_sub(early.quotes),
        thats: late.thats.wrapping_sub(early.thats),
        conjunctions: late.conjunctions.wrapping_sub(early.conjunctions),
        finites: late.finites.wrapping_sub(early.finites),
        dashes: late.dashes.wrapping_sub(early.dashes),
        relatives: late.relatives.wrapping_sub(early.relatives),
    }
}

/// What one cue introduces, as ranges of the paragraph's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labelling {
    /// The mention of the source nearest to the cue.
    pub source: Option<Range<usize>>,
    /// The words of the cue.
    pub cue: Range<usize>,
    /// The pieces of the content.
    pub content: Vec<Range<usize>>,
}

impl Labelling {
    /// The labels of a window's words.
    #[must_use]
    pub fn labels(&self, window: &Range<usize>) -> Vec<u8> {
        let mut labels = vec![0; window.len()];
        let mut mark = |span: &Range<usize>, label: usize| {
            let span = span.start.max(window.start)..span.end.min(window.end);
            for at in span.clone() {
                labels[at - window.start] = if at == span.start { label } else { label + 1 } as u8;
            }
        };
        self.content.iter().for_each(|piece| mark(piece, CONTENT));
        self.source.iter().for_each(|source| mark(source, SOURCE));
        mark(&self.cue, CUE);
        // A span that another one cuts in two begins again behind it.
        let mut before = OUTSIDE;
        for label in &mut labels {
            if !follows(before, usize::from(*label)) {
                *label -= 1;
            }
            before = usize::from(*label);
        }
        labels
    }

    /// Reads labels of a window that begins at `start` and whose cue hangs on `head`.
    #[must_use]
    pub fn read(labels: &[u8], start: usize, head: usize) -> Self {
        let mut found = Labelling { cue: head..head + 1, ..Labelling::default() };
        let mut at = 0;
        while at < labels.len() {
            let label = usize::from(labels[at]);
            let begin = at;
            at += 1;
            if label == OUTSIDE {
                continue;
            }
            let inside = (label - 1) / 2 * 2 + 2;
            while at < labels.len() && usize::from(labels[at]) == inside {
                at += 1;
            }
            let span = start + begin..start + at;
            match inside - 1 {
                SOURCE => {
                    let gap =
                        |span: &Range<usize>| if span.start > head { span.start - head } else { head + 1 - span.end };
                    if found.source.as_ref().is_none_or(|old| gap(&span) < gap(old)) {
                        found.source = Some(span);
                    }
                }
                CUE if span.contains(&head) => found.cue = span,
                CONTENT => found.content.push(span),
                _ => {}
            }
        }
        found
    }
}

/// The score of given labels: what [`decode`] maximises.
#[must_use]
pub fn score(labels: &[u8], emissions: &[[f32; LABELS]], seams: &[u8], transitions: &[[f32; LABELS * LABELS]]) -> f32 {
    let mut before = OUTSIDE;
    let mut sum = 0.0;
    for ((&label, emission), &seam) in labels.iter().zip(emissions).zip(seams) {
        let label = usize::from(label);
        sum += emission[label] + transitions[usize::from(seam)][before * LABELS + label];
        before = label;
    }
    sum
}

/// Finds the best labelling of a window: `emissions` for each word, `transitions[seam][before * LABELS + after]`, and the
/// word that must be part of the cue. Returns it with its score. None only when there is no such word.
#[must_use]
pub fn decode(
    emissions: &[[f32; LABELS]],
    seams: &[u8],
    transitions: &[[f32; LABELS * LABELS]],
    head: usize,
) -> Option<(Vec<u8>, f32)> {
    const NEVER: f32 = -1e9;
    // For each label the best score to reach it, and which label came before.
    let mut scores = [NEVER; LABELS];
    scores[OUTSIDE] = 0.0;
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(emissions.len());
    for (at, emission) in emissions.iter().enumerate() {
        let mut next = [NEVER; LABELS];
        let mut from = [0; LABELS];
        let weights = &transitions[usize::from(seams[at])];
        for label in 0..LABELS {
            if at == head && !(CUE..CONTENT).contains(&label) {
                continue;
            }
            for &before in BEFORE[label] {
                let score = scores[before] + (weights[before * LABELS + label] + emission[label]);
                if score > next[label] && scores[before] > NEVER {
                    next[label] = score;
                    from[label] = before as u8;
                }
            }
        }
        scores = next;
        back.push(from);
    }
    let mut label = (0..LABELS).rev().max_by(|a, b| scores[*a].total_cmp(&scores[*b]))?;
    let score = scores[label];
    let mut labels = vec![0; emissions.len()];
    for at in (0..emissions.len()).rev() {
        labels[at] = label as u8;
        label = usize::from(back[at][label]);
    }
    (score > NEVER).then_some((labels, score))
}

/// For each label those that may stand before it: a span goes on only from itself.
const BEFORE: [&[usize]; LABELS] = {
    const ANY: &[usize] = &[0, 1, 2, 3, 4, 5, 6];
    [ANY, ANY, &[1, 2], ANY, &[3, 4], ANY, &[5, 6]]
};

/// Whether one label may stand after another: a span goes on only from itself.
#[must_use]
pub fn follows(before: usize, label: usize) -> bool {
    label == OUTSIDE || label % 2 == 1 || before == label || before + 1 == label
}

/// Seam of a word as [`decode`] wants it.
#[must_use]
pub fn seams(words: &Words, window: Range<usize>) -> Vec<u8> {
    window.map(|at| seam(words, at) as u8).collect()
}

/// Whether a seam is that of a stop.
#[must_use]
pub fn is_stop(word: &Word) -> bool {
    word.seam == Seam::Stop
}
