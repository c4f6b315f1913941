//! Classes of words that stand beside the same neighbours, found by exchange clustering (Martin, Liermann, Ney 1998): each
//! word moves to the class in which the classes of neighbours tell each other best, until few move.

use super::treebank::Tagged;
use hearsay::text::part_of_speech::features::{
    CLASS_BITS, Classes, FIRST_CLASS, NAME_CLASS, NUMBER_CLASS, class_place,
};
use hearsay::weights::Sparse;
use std::collections::HashMap;

/// How many classes there are, beside those of names, numbers and unknown words.
const CLASSES: usize = 96;
/// How many words have a class: the most frequent.
const WORDS: usize = 10_000;
/// Times that every word is asked whether it moves.
const ROUNDS: usize = 8;

/// Words with their classes, by the hash of their form.
pub(super) struct Found(Vec<(u32, u8)>);

impl Found {
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The table that is stored: for each place the class of its most frequent word.
    pub(super) fn cells(&self) -> Vec<i8> {
        let mut cells = vec![0; 1 << CLASS_BITS];
        for (form, class) in self.0.iter().rev() {
            cells[class_place(*form)] = *class as i8;
        }
        cells
    }

    pub(super) fn lookup(&self) -> Classes {
        Sparse::new(1 << CLASS_BITS, 0, |at| {
            for (place, class) in self.cells().into_iter().enumerate().filter(|(_, class)| *class != 0) {
                at(place, &mut |cell| *cell = class.unsigned_abs());
            }
        })
    }
}

/// Finds the classes of the most frequent words of a text.
pub(super) fn find(texts: &[Tagged]) -> Found {
    // A word with a capital is a name unless it opens the sentence, where it is left out.
    let word_of = |text: &Tagged, at: usize| -> Option<String> {
        let form = &text.forms[at];
        let first = form.chars().next()?;
        match first {
            _ if first.is_ascii_digit() => Some("0".to_owned()),
            _ if first.is_uppercase() && form != "I" => (at > 0).then(|| "A".to_owned()),
            _ => Some(form.replace('’', "'").to_lowercase()),
        }
    };
    let mut counts: HashMap<String, u32> = HashMap::new();
    for text in texts {
        for at in 0..text.forms.len() {
            if let Some(word) = word_of(text, at) {
                *counts.entry(word).or_default() += 1;
            }
        }
    }
    let mut frequent: Vec<(String, u32)> = counts.into_iter().collect();
    frequent.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    frequent.truncate(WORDS);
    let words: HashMap<&str, usize> = frequent.iter().enumerate().map(|(at, (word, _))| (word.as_str(), at)).collect();
    // Neighbours: pairs of words that follow one another. Stands for the ends of sentences, and for other words.
    let (edge, other) = (words.len(), words.len() + 1);
    let mut pairs: HashMap<(usize, usize), u32> = HashMap::new();
    for text in texts {
        let mut last = edge;
        for at in 0..text.forms.len() {
            let now = word_of(text, at).and_then(|word| words.get(word.as_str()).copied()).unwrap_or(other);
            *pairs.entry((last, now)).or_default() += 1;
            last = now;
        }
        *pairs.entry((last, edge)).or_default() += 1;
    }
    let classes = Exchange::new(&pairs, other + 1, &[edge, other]).run();
    let found = frequent.iter().zip(classes).filter_map(|((word, _), class)| {
        let class = match word.as_str() {
            "A" => NAME_CLASS,
            "0" => NUMBER_CLASS,
            _ => FIRST_CLASS + u8::try_from(class).ok()?,
        };
        let form = hearsay::text::part_of_speech::features::Word::new(word).form;
        (class >= FIRST_CLASS).then_some((form, class))
    });
    Found(found.collect())
}

/// The exchange of words between classes.
struct Exchange {
    /// For each word those before it and those after it, with how often.
    before: Vec<Vec<(usize, u32)>>,
    after: Vec<Vec<(usize, u32)>>,
    class: Vec<usize>,
    /// How often one class follows another: `[before * all + after]`.
    together: Vec<i64>,
    /// How often a class stands before anything, and behind anything.
    first: Vec<i64>,
    second: Vec<i64>,
    /// Classes, with one each for the fixed words.
    all: usize,
    fixed: Vec<usize>,
    entropies: Vec<f64>,
}

impl Exchange {
    fn new(pairs: &HashMap<(usize, usize), u32>, words: usize, fixed: &[usize]) -> Self {
        let mut before = vec![Vec::new(); words];
        let mut after = vec![Vec::new(); words];
        let mut sorted: Vec<_> = pairs.iter().map(|(pair, count)| (*pair, *count)).collect();
        sorted.sort_unstable();
        let class: Vec<usize> = (0..words)
            .map(|word| fixed.iter().position(|other| *other == word).map_or(word % CLASSES, |place| CLASSES + place))
            .collect();
        let all = CLASSES + fixed.len();
        let (mut together, mut first, mut second) = (vec![0; all * all], vec![0; all], vec![0; all]);
        for ((a, b), count) in sorted {
            after[a].push((b, count));
            before[b].push((a, count));
            together[class[a] * all + class[b]] += i64::from(count);
            first[class[a]] += i64::from(count);
            second[class[b]] += i64::from(count);
        }
        let entropies = (0..20_000).map(|n| if n == 0 { 0.0 } else { f64::from(n) * f64::from(n).ln() }).collect();
        Exchange { before, after, class, together, first, second, all, fixed: fixed.to_vec(), entropies }
    }

    fn run(mut self) -> Vec<usize> {
        for _ in 0..ROUNDS {
            let mut moved = 0;
            for word in 0..self.class.len() {
                if !self.fixed.contains(&word) {
                    moved += usize::from(self.settle(word));
                }
            }
            if moved * 500 < self.class.len() {
                break;
            }
        }
        self.class
    }

    /// Moves a word to the class where it fits best. Returns whether that is another one.
    fn settle(&mut self, word: usize) -> bool {
        let all = self.all;
        // How often the word has each class before and behind it; itself apart.
        let (mut left, mut right, mut itself) = (vec![0_i64; all], vec![0_i64; all], 0_i64);
        for &(other, count) in &self.after[word] {
            if other == word {
                itself += i64::from(count);
            } else {
                right[self.class[other]] += i64::from(count);
            }
        }
        for &(other, count) in &self.before[word] {
            if other != word {
                left[self.class[other]] += i64::from(count);
            }
        }
        let old = self.class[word];
        self.shift(old, &left, &right, itself, -1);
        let used = |side: &[i64]| -> Vec<(usize, i64)> {
            side.iter().copied().enumerate().filter(|(_, count)| *count > 0).collect()
        };
        let (lefts, rights) = (used(&left), used(&right));
        let (into, out) = (left.iter().sum::<i64>() + itself, right.iter().sum::<i64>() + itself);
        let mut best = (f64::NEG_INFINITY, old);
        for class in 0..CLASSES {
            let mut gain = 0.0;
            for &(other, count) in rights.iter().filter(|(other, _)| *other != class) {
                let now = self.together[class * all + other];
                gain += self.entropy(now + count) - self.entropy(now);
            }
            for &(other, count) in lefts.iter().filter(|(other, _)| *other != class) {
                let now = self.together[other * all + class];
                gain += self.entropy(now + count) - self.entropy(now);
            }
            let now = self.together[class * all + class];
            gain += self.entropy(now + left[class] + right[class] + itself) - self.entropy(now);
            gain -= self.entropy(self.first[class] + out) - self.entropy(self.first[class]);
            gain -= self.entropy(self.second[class] + into) - self.entropy(self.second[class]);
            if gain > best.0 {
                best = (gain, class);
            }
        }
        self.shift(best.1, &left, &right, itself, 1);
        self.class[word] = best.1;
        best.1 != old
    }

    /// Adds the word's neighbours to a class, or takes them away.
    fn shift(&mut self, class: usize, left: &[i64], right: &[i64], itself: i64, sign: i64) {
        let all = self.all;
        for (other, count) in right.iter().enumerate() {
            self.together[class * all + other] += sign * count;
        }
        for (other, count) in left.iter().enumerate() {
            self.together[other * all + class] += sign * count;
        }
        self.together[class * all + class] += sign * itself;
        self.first[class] += sign * (right.iter().sum::<i64>() + itself);
        self.second[class] += sign * (left.iter().sum::<i64>() + itself);
    }

    /// n log n, looked up where n is small.
    fn entropy(&self, n: i64) -> f64 {
        match usize::try_from(n).ok().and_then(|n| self.entropies.get(n)) {
            Some(entropy) => *entropy,
            None => n as f64 * (n as f64).ln(),
        }
    }
}
