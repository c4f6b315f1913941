//! What both perceptrons have in common, that of tags and that of labels: weights with their averages, features that are left
//! out by chance, and features that are too rare to learn from.

/// Weights as they are, and as they were on average over the steps of training (Collins 2002).
pub(super) struct Averaged<const COLUMNS: usize> {
    weights: Vec<[i16; COLUMNS]>,
    /// Every change, times the step it was made in.
    totals: Vec<[i64; COLUMNS]>,
    now: i64,
}

impl<const COLUMNS: usize> Averaged<COLUMNS> {
    pub(super) fn new(rows: usize) -> Self {
        Averaged { weights: vec![[0; COLUMNS]; rows], totals: vec![[0; COLUMNS]; rows], now: 1 }
    }

    pub(super) fn weights(&self) -> &[[i16; COLUMNS]] {
        &self.weights
    }

    /// The step that training is in.
    pub(super) fn now(&self) -> i64 {
        self.now
    }

    pub(super) fn step(&mut self) {
        self.now += 1;
    }

    pub(super) fn add(&mut self, row: usize, column: usize, change: i16) {
        self.weights[row][column] += change;
        self.totals[row][column] += i64::from(change) * self.now;
    }

    pub(super) fn averages(&self) -> Vec<[f32; COLUMNS]> {
        let rows = self.weights.iter().zip(&self.totals);
        rows.map(|(weights, totals)| {
            std::array::from_fn(|at| (f64::from(weights[at]) - totals[at] as f64 / self.now as f64) as f32)
        })
        .collect()
    }
}

/// Features that one example goes without.
pub(super) struct Dropout {
    salt: u32,
    dropped: u32,
}

impl Dropout {
    /// Drops so large a share of the features; each salt drops others.
    pub(super) fn new(share: f64, salt: u32) -> Self {
        Dropout { salt: salt | 1, dropped: (share * f64::from(u32::MAX)) as u32 }
    }

    pub(super) fn keeps(&self, feature: u32) -> bool {
        (feature ^ self.salt).wrapping_mul(0x9e37_79b1) >= self.dropped
    }
}

/// How often each feature occurs, roughly: those that share the first bits of their hash count as one.
pub(super) struct Seen {
    counts: Vec<u8>,
    shift: u32,
}

impl Seen {
    pub(super) fn new(bits: u32) -> Self {
        Seen { counts: vec![0; 1 << bits], shift: u32::BITS - bits }
    }

    pub(super) fn note(&mut self, feature: u32) {
        let count = &mut self.counts[(feature >> self.shift) as usize];
        *count = count.saturating_add(1);
    }

    pub(super) fn often(&self, feature: u32, times: u8) -> bool {
        self.counts[(feature >> self.shift) as usize] >= times
    }
}

#[cfg(test)]
mod tests {
    use super::{Averaged, Dropout, Seen};

    #[test]
    fn an_average_is_over_all_steps() {
        let mut weights: Averaged<1> = Averaged::new(1);
        // The weights that four steps begin with: 0, 0, 2, 2. What a step changes, the next ones have.
        weights.step();
        weights.add(0, 0, 2);
        weights.step();
        weights.step();
        weights.add(0, 0, -1);
        assert_eq!(weights.weights(), [[1]]);
        assert!((weights.averages()[0][0] - 1.0).abs() < 1e-6);
    }

    #[test]
    fn as_many_features_are_dropped_as_asked_for_and_others_by_another_salt() {
        let features = || (0..10_000_u32).map(|at| at.wrapping_mul(0x85eb_ca77));
        let [one, other] = [3, 1234].map(|salt| Dropout::new(0.2, salt));
        let dropped = features().filter(|feature| !one.keeps(*feature)).count();
        assert!((1700..2300).contains(&dropped), "{dropped}");
        assert!(features().any(|feature| one.keeps(feature) != other.keeps(feature)));
        assert!(features().all(|feature| Dropout::new(0.0, 7).keeps(feature)));
    }

    #[test]
    fn a_feature_is_seen_as_often_as_it_was_noted() {
        let mut seen = Seen::new(8);
        (0..3).for_each(|_| seen.note(0x0100_0000));
        assert!(seen.often(0x0100_0000, 3) && !seen.often(0x0100_0000, 4) && !seen.often(0x0200_0000, 1));
    }
}
