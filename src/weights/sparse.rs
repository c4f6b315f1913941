//! A table most rows of which are empty, found by one look at a bitmap.

/// The rows that are not empty, behind a bit for each row that says whether it is.
#[derive(Debug)]
pub struct Sparse<R> {
    /// For each 64 rows a bit that says which are filled, and how many are before them: side by side, since a look-up
    /// needs both and waits for each.
    places: Vec<(u64, u32)>,
    /// The empty row, then those that are not, in order.
    rows: Vec<R>,
}

impl<R: Copy> Sparse<R> {
    /// A table of `length` rows. `fill` is handed a function that finds the row at a place, to be written to; places come
    /// in rising order, and a row that no place was asked for is `empty`.
    #[must_use]
    pub fn new(length: usize, empty: R, fill: impl FnOnce(&mut dyn FnMut(usize, &mut dyn FnMut(&mut R)))) -> Self {
        let words = length.div_ceil(64).max(1);
        let mut filled = vec![0_u64; words];
        let mut rows = vec![empty];
        fill(&mut |place, write| {
            let bit = 1 << (place % 64);
            let Some(word) = filled.get_mut(place / 64) else { return };
            if *word & bit == 0 {
                *word |= bit;
                rows.push(empty);
            }
            rows.last_mut().into_iter().for_each(write);
        });
        let mut count = 0;
        let places = filled
            .into_iter()
            .map(|word| {
                let before = count;
                count += word.count_ones();
                (word, before)
            })
            .collect();
        rows.shrink_to_fit();
        Sparse { places, rows }
    }

    /// Whether the row at `place` is another than the empty one.
    #[must_use]
    #[inline]
    pub fn is_filled(&self, place: usize) -> bool {
        self.places.get(place / 64).is_some_and(|(filled, _)| filled >> (place % 64) & 1 == 1)
    }

    /// The row at `place`; the empty one beyond the end.
    #[must_use]
    #[inline]
    pub fn get(&self, place: usize) -> R {
        let Some((filled, before)) = self.places.get(place / 64) else { return self.rows[0] };
        let bit = place % 64;
        let rank = *before as usize + (filled & ((1 << bit) - 1)).count_ones() as usize + 1;
        // The empty row stands in front, so that an empty place needs no branch.
        self.rows[rank * (filled >> bit & 1) as usize]
    }
}
