//! How right a candidate looks as a whole: the features of the judge.
//!
//! A candidate comes from the labeller or from the grammar; the judge only looks at its spans, at how sure the
//! classifier is of its cue and how well the labeller likes its labels.

use std::ops::Range;

use super::cue::bucket;
use super::labels::{Labelling, REACH, is_stop};
use super::words::{Words, mix};
use crate::order;

/// Buckets of the judge's table, as a power of two.
pub const BUCKET_BITS: u32 = 16;

/// A labelling with what the earlier models think of it.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The word the cue hangs on.
    pub head: usize,
    /// Its parts.
    pub parts: Labelling,
    /// The classifier's logit for the cue.
    pub logit: f32,
    /// The labeller's score for these labels, less that for no attribution at all.
    pub margin: f32,
    /// How far the labels fall short of the labeller's first choice for this cue.
    pub behind: f32,
    /// What the grammar makes of the same cue.
    pub grammar: Grammar,
    /// The suggestion that has the same source and content, by its place among the suggestions.
    pub suggested: Option<usize>,
}

/// What the grammar suggests: parts of an attribution, and the frame they fill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The word the cue hangs on.
    pub head: usize,
    /// The parts.
    pub parts: Labelling,
    /// The frame, by the hash of its name.
    pub frame: u32,
    /// Index of the attribution in what the frames found.
    pub attribution: usize,
}

/// How a candidate stands to what the grammar suggests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grammar {
    /// The frame of the suggestion for this cue; 0 when the grammar is silent.
    pub frame: u32,
    /// How much of the suggestion the candidate shares: see [`Grammar::of`].
    pub agreement: u32,
    /// Whether the labeller did not find the candidate: it is the grammar's alone.
    pub alone: bool,
}

impl Grammar {
    /// Compares a candidate's parts with the suggestions for its paragraph, which are ordered by their heads.
    ///
    /// The agreement is 0 when no suggestion touches it, 1 when one shares the content only, 2 the cue only, 3 cue and
    /// source, 4 cue and content, 5 all three, 6 when cue, source and content are word for word the same.
    #[must_use]
    pub fn of(head: usize, parts: &Labelling, suggestions: &[Suggestion]) -> Self {
        let mut best = Grammar::default();
        let near = near(suggestions, head, |suggestion| suggestion.head);
        for suggestion in &suggestions[near] {
            let other = &suggestion.parts;
            let cue = suggestion.head == head || (other.cue.start < parts.cue.end && parts.cue.start < other.cue.end);
            let content = overlap(&other.content, &parts.content);
            let source = match (&other.source, &parts.source) {
                (None, None) => true,
                (Some(a), Some(b)) => a.start < b.end && b.start < a.end,
                _ => false,
            };
            let agreement = match (cue, content * 2 >= 100, source) {
                (true, true, true) if content == 100 && other.source == parts.source => 6,
                (true, true, true) => 5,
                (true, true, false) => 4,
                (true, false, true) => 3,
                (true, false, false) => 2,
                (false, true, _) => 1,
                _ => 0,
            };
            if agreement > best.agreement {
                best = Grammar { frame: suggestion.frame, agreement, alone: false };
            }
        }
        best
    }
}

/// The places of those whose head is near enough: contents reach no further than the labeller looks, so what stands
/// beyond two such windows never meets.
fn near<T>(ordered: &[T], head: usize, head_of: impl Fn(&T) -> usize) -> Range<usize> {
    ordered.partition_point(|other| head_of(other) + 2 * REACH < head)
        ..ordered.partition_point(|other| head_of(other) <= head + 2 * REACH)
}

/// Percentage of the words of two contents that they share.
#[must_use]
pub fn overlap(a: &[Range<usize>], b: &[Range<usize>]) -> usize {
    let common: usize =
        a.iter().flat_map(|a| b.iter().map(move |b| a.end.min(b.end).saturating_sub(a.start.max(b.start)))).sum();
    let all = a.iter().chain(b).map(ExactSizeIterator::len).sum::<usize>() - common;
    (common * 100).checked_div(all).unwrap_or(0)
}

/// How a candidate stands to the others of its paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub struct Company {
    /// Another's content holds this one's cue: 0 no, 1 a weaker one's, 2 a stronger one's.
    pub inside: u32,
    /// This one's content holds another's cue, likewise.
    pub around: u32,
    /// Contents overlap and neither holds the other's cue, likewise.
    pub across: u32,
}

impl Company {
    /// Compares a candidate with its neighbours.
    #[must_use]
    pub fn of(me: &Candidate, others: &[Candidate]) -> Self {
        let mut company = Company::default();
        let holds = |parts: &Labelling, head: usize| parts.content.iter().any(|piece| piece.contains(&head));
        let near = near(others, me.head, |other| other.head);
        for other in others[near].iter().filter(|other| other.head != me.head) {
            let strength = if other.margin > me.margin { 2 } else { 1 };
            let inside = holds(&other.parts, me.head);
            let around = holds(&me.parts, other.head);
            if inside {
                company.inside = company.inside.max(strength);
            }
            if around {
                company.around = company.around.max(strength);
            }
            let overlaps = || {
                me.parts.content.iter().any(|a| other.parts.content.iter().any(|b| a.start < b.end && b.start < a.end))
            };
            if !inside && !around && overlaps() {
                company.across = company.across.max(strength);
            }
        }
        company
    }
}

/// Calls `feature` with the hash of every feature of a candidate.
pub fn features(words: &Words, me: &Candidate, company: Company, mut feature: impl FnMut(u32)) {
    let mut add = |template: u32, a: u32, b: u32| feature(mix(a ^ template.wrapping_mul(0xc2b2_ae3d), b));
    let head = words.at(me.head, 0);
    let (l1, r1) = (words.at(me.head, -1), words.at(me.head, 1));
    let (cw, ct, cc, v) = (head.form, head.stem, head.class, u32::from(head.auxiliaries));
    let lb = ((me.logit * 1.5).floor().clamp(-12.0, 12.0) as i32 + 12) as u32;
    let mb = ((me.margin.abs().sqrt() * me.margin.signum()).floor().clamp(-15.0, 15.0) as i32 + 15) as u32;
    add(1, lb, 0);
    add(2, mb, 0);
    add(3, lb, mb);
    add(4, lb, cw);
    add(5, lb, ct);
    add(6, lb, cc);
    add(7, mb, cw);
    add(8, mb, ct);
    add(9, mb, cc);

    let behind = if me.behind <= 0.0 { 0 } else { 1 + (me.behind.sqrt() * 2.0).min(12.0) as u32 };
    add(82, behind, 0);
    add(83, behind, lb);
    add(84, behind, mb);
    add(85, behind, cc);
    let grammar = me.grammar.agreement * 2 + u32::from(me.grammar.alone);
    let frame = me.grammar.frame;
    add(86, grammar, 0);
    add(87, grammar, frame);
    add(88, grammar, lb);
    add(89, grammar, mb);
    add(90, grammar, cc);
    add(91, mix(grammar, frame), lb);
    add(92, grammar, ct);
    add(93, grammar, behind);
    let parts = &me.parts;
    let order = order(parts);
    add(94, mix(grammar, frame), order);
    add(10, order, 0);
    add(11, order, cc);
    add(12, order, ct);
    add(13, order, lb);

    let length: usize = parts.content.iter().map(ExactSizeIterator::len).sum();
    let length = bucket(length);
    let finites: u32 = parts.content.iter().map(|piece| finites(words, piece)).sum::<u32>().min(3);
    add(14, length, 0);
    add(15, length, cc);
    add(16, parts.content.len().min(4) as u32, 0);
    add(17, finites, 0);
    add(18, finites, cc);
    add(19, finites, length);
    add(20, finites, ct);

    if let (Some(first), Some(last)) = (parts.content.first(), parts.content.last()) {
        let start = words.at(first.start, -1).seam as u32 * 16 + words.at(first.start, 0).seam as u32;
        let end = words.at(last.end, -1).seam as u32 * 16 + words.at(last.end, 0).seam as u32;
        add(21, start, 0);
        add(22, end, 0);
        add(23, start, end);
        add(24, mix(start, end), order);
        add(25, start, cc);
        add(26, end, cc);
        let opens = words.at(first.start, 0);
        let second = words.at(first.start, 1);
        let closes = words.at(last.end, -1);
        let after = words.at(last.end, 0);
        add(27, opens.form, ct);
        add(28, opens.form, 0);
        add(29, opens.tag as u32, cc);
        add(30, opens.tag as u32 * 32 + second.tag as u32, cc);
        add(31, opens.tag as u32 * 32 + second.tag as u32, ct);
        add(32, closes.form, 0);
        add(33, closes.tag as u32 * 32 + after.tag as u32, 0);
        add(34, after.form, order);
        let inside = words.at(first.start, 0).quoted as u32 * 2 + words.at(last.end, -1).quoted as u32;
        let marks = quotes(words, &parts.content);
        add(35, inside * 4 + marks, order);
        add(36, inside * 4 + marks, ct);
        add(37, inside * 4 + marks, u32::from(head.quoted));
        let nearest = parts
            .content
            .iter()
            .map(|piece| {
                if piece.start >= parts.cue.end {
                    piece.start - parts.cue.end
                } else {
                    parts.cue.start.saturating_sub(piece.end)
                }
            })
            .min()
            .unwrap_or(0);
        let gap = bucket(nearest);
        add(38, gap, order);
        add(39, gap, ct);
        add(40, gap, cc);
        let shift = words.at(first.start, 0).sentences_behind(head).clamp(-3, 3);
        let reach = words.at(last.end, -1).sentences_behind(head).clamp(-3, 3);
        add(41, (shift + 3) as u32, (reach + 3) as u32);
        let ends_sentence = is_stop(after) || is_stop(closes) || last.end >= words.words.len();
        add(42, u32::from(ends_sentence), order);
        add(43, words.at(first.start, -1).form, opens.tag as u32);
    } else {
        add(44, ct, 0);
    }

    add(45, cw, 0);
    add(46, cc, 0);
    add(47, ct, 0);
    add(48, v, 0);
    add(49, ct, v);
    add(50, mix(cw, l1.tag as u32), r1.tag as u32);
    add(51, cw, l1.form);
    add(52, cw, r1.form);
    add(53, l1.tag as u32 * 1024 + head.tag as u32 * 32 + r1.tag as u32, 0);
    add(54, v, r1.tag as u32);
    add(55, v, cc);
    add(56, u32::from(head.quoted), lb);
    let phrase = parts.cue.clone().fold(0, |phrase, at| mix(phrase, words.at(at, 0).form));
    let tags = parts.cue.clone().fold(1_u32, |tags, at| tags.wrapping_mul(32).wrapping_add(words.at(at, 0).tag as u32));
    add(57, phrase, 0);
    add(58, phrase, order);
    add(59, tags, 0);
    add(60, tags, cc);
    add(61, parts.cue.len().min(6) as u32, 0);

    if let Some(source) = &parts.source {
        let (first, last) = (words.at(source.start, 0), words.at(source.end, -1));
        add(62, last.form, 0);
        add(63, last.tag as u32, order);
        add(64, last.tag as u32, cc);
        add(65, first.form, 0);
        add(66, first.tag as u32 * 32 + last.tag as u32, bucket(source.len()));
        let (from, to) = (source.end.min(parts.cue.end), source.start.max(parts.cue.start));
        let distance = bucket(to.saturating_sub(from));
        add(67, distance, order);
        add(68, distance, cc);
        let commas = words.at(to, 0).before.commas.wrapping_sub(words.at(from, 0).before.commas).min(2);
        let verbs = words.at(to, 0).before.finites.wrapping_sub(words.at(from, 0).before.finites).min(2);
        add(69, distance * 16 + u32::from(commas) * 4 + u32::from(verbs), 0);
        add(70, words.at(source.start, -1).tag as u32 * 32 + first.tag as u32, words.at(source.end, 0).seam as u32);
        add(71, last.stem, ct);
        add(72, u32::from(first.quoted) * 2 + u32::from(head.quoted), order);
    } else {
        add(73, ct, v);
        add(74, cc, order);
    }
    let company = company.inside * 9 + company.around * 3 + company.across;
    add(75, company, 0);
    add(76, company, lb);
    add(77, company, mb);
    add(78, company, cc);
    add(79, company, order);
    add(80, bucket(words.words.len() / 4), u32::from(words.opens_document));
    add(81, u32::from(words.opens_document), cc);
}

/// The order in which the parts stand, as digits in base 4.
fn order(parts: &Labelling) -> u32 {
    let mut places: Vec<(usize, usize)> = parts.content.iter().map(|piece| (piece.start, 3)).collect();
    places.push((parts.cue.start, 2));
    places.extend(parts.source.iter().map(|source| (source.start, 1)));
    order::by(&mut places, |place| (place.0, place.1));
    let mut code = 0_u32;
    let mut last = 0;
    for (_, part) in places {
        if part != last {
            code = code.wrapping_mul(4) + part as u32;
        }
        last = part;
    }
    code
}

fn finites(words: &Words, piece: &Range<usize>) -> u32 {
    piece.clone().filter(|&at| words.at(at, 0).tag.is_finite()).count().min(3) as u32
}

fn quotes(words: &Words, content: &[Range<usize>]) -> u32 {
    let quoted: usize = content.iter().map(|piece| piece.clone().filter(|&at| words.at(at, 0).quoted).count()).sum();
    let all: usize = content.iter().map(ExactSizeIterator::len).sum();
    match quoted {
        0 => 0,
        _ if quoted == all => 1,
        _ => 2,
    }
}
