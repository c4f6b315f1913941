//! Which words are likely cues: the features of the cue classifier.

use super::words::{Seam, Word, Words, mix};
use crate::text::Tag;

/// Buckets of the classifier's table, as a power of two.
pub const BUCKET_BITS: u32 = 16;

/// Whether a word may be a cue at all.
#[must_use]
pub fn eligible(word: &Word) -> bool {
    word.tag.is_verb() || word.class != 0
}

/// How a distance in words is told: exactly when short, roughly when long.
#[must_use]
pub fn bucket(distance: usize) -> u32 {
    match distance {
        0..=6 => distance as u32,
        7..=8 => 7,
        9..=11 => 8,
        12..=16 => 9,
        17..=25 => 10,
        26..=40 => 11,
        _ => 12,
    }
}

/// Calls `feature` with the hash of every feature of the word at `at`.
pub fn features(words: &Words, at: usize, mut feature: impl FnMut(u32)) {
    let word = words.at(at, 0);
    let [w2l, w1l, w1r, w2r] = [words.at(at, -2), words.at(at, -1), words.at(at, 1), words.at(at, 2)];
    let (w, p, c, t, q, v) =
        (word.form, word.tag as u32, word.class, word.stem, u32::from(word.quoted), u32::from(word.auxiliaries));
    let [p2l, p1l, p1r, p2r] = [w2l, w1l, w1r, w2r].map(|word| word.tag as u32);
    let mut add = |template: u32, a: u32, b: u32| feature(mix(a ^ template.wrapping_mul(0xc2b2_ae3d), b));
    let around = p1l * 1024 + p * 32 + p1r;
    add(1, w, 0);
    add(2, w, q + 1);
    add(3, w, p);
    add(4, w, w1l.form);
    add(5, w, w1r.form);
    add(6, mix(w, w1l.form), w1r.form);
    add(7, mix(w, w1r.form), w2r.form);
    add(8, mix(w, w1l.form), w2l.form);
    add(9, w2l.form, p);
    add(10, w1l.form, p);
    add(11, w1r.form, p);
    add(12, w2r.form, p);
    add(13, around, 0);
    add(14, around, p2l + 1);
    add(15, around, p2r + 1);
    add(16, c, p * 2 + q);
    add(17, c, around);
    add(18, c, w1r.form);
    add(19, c, w1l.form);
    add(20, word.ending, p);
    add(21, word.ending & 0xffff, w1r.form);
    add(22, w, p1r * 32 + p2r);
    add(23, w, p1l * 32 + p2l);
    let sentence =
        words.sentence_of.get(at).and_then(|&s| words.sentences.get(s as usize)).cloned().unwrap_or(at..at + 1);
    let left = bucket(at - sentence.start);
    let right = bucket(sentence.end - 1 - at);
    add(24, left, p);
    add(25, left, w);
    add(26, left, c);
    add(27, right, p);
    add(28, right, w);
    add(29, right, c);
    let quotes_left = word.before.quotes.wrapping_sub(words.at(sentence.start, 0).before.quotes);
    let last = words.at(sentence.end - 1, 0);
    let quotes_right = last.before.quotes.wrapping_sub(word.before.quotes)
        + u16::from(matches!(last.seam, Seam::Opening | Seam::Closing));
    let quotes = u32::from(quotes_left.min(2)) * 8 + u32::from(quotes_right.min(2)) * 2 + q;
    add(30, quotes, c);
    add(31, quotes, w);
    let subject = subject(words, at, sentence.start);
    add(32, subject, p);
    add(33, subject, w);
    add(34, subject, c);
    add(35, subject, t);
    let ahead = words.at((at + 11).min(sentence.end - 1), 0).before;
    let next = word.before;
    let coming = u32::from(ahead.finites.wrapping_sub(next.finites).min(3)) * 16
        + u32::from(ahead.thats.wrapping_sub(next.thats).min(1)) * 8
        + u32::from(ahead.commas.wrapping_sub(next.commas).min(2));
    add(36, coming, p);
    add(37, coming, w);
    add(38, coming, c);
    add(39, coming, t);
    let opening = words.at(sentence.start, 0).before;
    let gone = u32::from(next.finites.wrapping_sub(opening.finites).min(3)) * 4
        + u32::from(next.commas.wrapping_sub(opening.commas).min(3));
    add(40, gone, p);
    add(41, gone, w);
    let seams = w1l.seam as u32 * 16 + w1r.seam as u32;
    add(42, seams, mix(p, c));
    add(43, w1r.seam as u32, w);
    add(44, u32::from(words.opens_document), mix(p, c));
    add(45, t, 0);
    add(46, t, q + 1);
    add(47, t, v);
    add(48, v, p);
    add(49, mix(c, v), p);
    add(50, t, p1r);
    add(51, t, p1r * 32 + p2r);
    add(52, t, w1r.form);
    add(53, t, p);
    add(54, word.beginning, p);
    add(55, word.beginning, w1r.form);
    add(56, mix(v, p1r), w1r.form);
    add(57, t, quotes);
    add(58, t, right * 2 + q);
    add(59, t, w1l.stem);
}

/// What stands to the left as a subject might: its kind, its word if a pronoun, and how near it is.
fn subject(words: &Words, at: usize, start: usize) -> u32 {
    for back in (start..at).rev().take(6) {
        let word = words.at(back, 0);
        let distance = (at - back).min(5) as u32;
        match word.tag {
            Tag::Pronoun => return mix(word.form, distance),
            Tag::Noun | Tag::ProperNoun => return word.tag as u32 * 8 + distance + 1,
            _ => {}
        }
    }
    0
}
