//! Learned weights as they are stored: sparse tables of small signed integers, entropy coded.
//!
//! In: the bytes that `cargo xtask train` wrote. Out: the cells of each table that are not zero. The coder is static
//! rANS (Duda 2013): how often each symbol occurs stands in front of a table, and reading a symbol is one look-up and one
//! multiplication. The encoder lives in `xtask`, since nothing that ships needs it.
//!
//! Weights mean something to the code they were trained with alone: a feature is a hash, and a hash has no name. So the
//! file begins with a [`Meaning`], by which training, evaluation and the tests refuse what was trained with other code.
//! The engine itself reads what it was built with unasked, or every browser would ask what one test has answered.

mod sparse;

use std::fmt;

pub use sparse::Sparse;

/// Bits of a symbol's frequency: those of one context add up to `1 << PRECISION`.
pub const PRECISION: u32 = 12;
/// Gaps between rows below this are symbols of their own; longer ones are a length and so many bits.
pub const SHORT_GAPS: usize = 48;
/// Symbols that a gap can be told by.
pub const GAP_SYMBOLS: usize = SHORT_GAPS + 24;
/// The lowest state of the coder between two symbols.
pub const LOWEST: u32 = 1 << 16;
/// Added to a weight where its range is stored.
pub const WEIGHT_OFFSET: i16 = 128;
/// How many contexts a weight is told in.
pub const CONTEXTS: usize = 14;

/// The context of a weight, by the sum of those before it in its row and whether it is the last. What is learned for one
/// label is unlearned for another, so that a weight makes up for those before it, and the last one for all.
#[must_use]
pub fn context(sum: i16, last: bool) -> usize {
    usize::from((sum.clamp(-3, 3) + 3).unsigned_abs()) * 2 + usize::from(last)
}

/// What the numbers of a weights file mean: a hash over what the features make of a probe, and the names of all labels.
///
/// Renaming or reordering a label, changing a feature or the size of a table changes it; moving code does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning(pub u32);

impl Meaning {
    /// The meaning of nothing at all.
    #[must_use]
    pub fn new() -> Self {
        Meaning(0x811c_9dc5)
    }

    /// Whether stored weights have this meaning.
    ///
    /// # Errors
    ///
    /// [`Unfit`] where they were made for another.
    pub fn check(self, bytes: &[u8]) -> Result<(), Unfit> {
        if bytes.starts_with(&self.0.to_le_bytes()) { Ok(()) } else { Err(Unfit) }
    }

    /// Adds a number, such as the bucket of a feature.
    pub fn number(&mut self, number: u32) {
        for byte in number.to_le_bytes() {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }

    /// Adds the name of a variant in its place.
    pub fn name(&mut self, name: &impl fmt::Debug) {
        for byte in format!("{name:?},").bytes() {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
}

impl Default for Meaning {
    fn default() -> Self {
        Self::new()
    }
}

/// Stored weights were trained with other features, labels or tables than those of this code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit;

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the weights were trained with other features or labels; run `cargo xtask train` to make them anew")
    }
}

impl std::error::Error for Unfit {}

/// Reads the tables of a file, one after the other.
pub struct Reader<'a> {
    bytes: &'a [u8],
    state: u32,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte of stored weights, behind their meaning. Bytes that are missing at the end read as zeros.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let bytes = bytes.split_first_chunk::<4>().map_or(&[][..], |(_, bytes)| bytes);
        let mut reader = Reader { bytes, state: 0 };
        reader.state = reader.half() << 16 | reader.half();
        reader
    }

    fn half(&mut self) -> u32 {
        let Some((half, rest)) = self.bytes.split_first_chunk() else { return 0 };
        self.bytes = rest;
        u32::from(u16::from_le_bytes(*half))
    }

    fn advance(&mut self, start: u32, frequency: u32, slot: u32) {
        self.state = frequency.wrapping_mul(self.state >> PRECISION).wrapping_add(slot.wrapping_sub(start));
        if self.state < LOWEST {
            self.state = self.state << 16 | self.half();
        }
    }

    /// A number of so many bits, up to [`PRECISION`] at a time.
    fn bits(&mut self, count: u32) -> u32 {
        if count > PRECISION {
            let low = self.bits(PRECISION);
            return self.bits(count - PRECISION) << PRECISION | low;
        }
        let slot = self.state & ((1 << PRECISION) - 1);
        let number = slot >> (PRECISION - count);
        self.advance(number << (PRECISION - count), 1 << (PRECISION - count), slot);
        number
    }

    fn symbol(&mut self, frequencies: &Frequencies) -> usize {
        let slot = self.state & ((1 << PRECISION) - 1);
        let symbol = frequencies.slots[slot as usize];
        let (start, frequency) = frequencies.symbols[usize::from(symbol)];
        self.advance(start, frequency, slot);
        usize::from(symbol)
    }

    fn frequencies(&mut self, symbols: usize) -> Frequencies {
        let mut read = Frequencies { slots: vec![0; 1 << PRECISION], symbols: vec![(0, 0); symbols.max(1)] };
        // A context in which nothing was told.
        if self.bits(1) == 0 {
            return read;
        }
        let mut start = 0_u32;
        for symbol in 0..symbols {
            let length = self.bits(4);
            let frequency = if length == 0 { 0 } else { 1 << (length - 1) | self.bits(length - 1) };
            let end = start.saturating_add(frequency).min(1 << PRECISION);
            read.slots[start as usize..end as usize].fill(u8::try_from(symbol).unwrap_or_default());
            read.symbols[symbol] = (start, end - start);
            start = end;
        }
        read
    }

    /// Reads one table, row by row, and hands over each cell that is not zero: its row, its column, its weight. `rows`
    /// and `columns` are those it was written with; a column is below 255.
    pub fn table(&mut self, rows: usize, columns: usize, mut cell: impl FnMut(usize, usize, i8)) {
        let filled = self.bits(24);
        if filled == 0 {
            return;
        }
        let gaps = self.frequencies(GAP_SYMBOLS);
        // Which column comes next depends on the last one; `columns` itself ends a row.
        let next: Vec<Frequencies> =
            (0..if columns > 1 { columns } else { 0 }).map(|before| self.frequencies(columns + 1 - before)).collect();
        let lowest = i16::try_from(self.bits(8)).unwrap_or_default() - WEIGHT_OFFSET;
        let weights = self.bits(8) as usize + 1;
        let weights: Vec<Frequencies> = (0..CONTEXTS).map(|_| self.frequencies(weights)).collect();
        let mut row = 0;
        let mut filled_columns = Vec::with_capacity(columns);
        for _ in 0..filled.min(u32::try_from(rows).unwrap_or(u32::MAX)) {
            let gap = self.symbol(&gaps);
            row += match gap.checked_sub(SHORT_GAPS) {
                None => gap,
                Some(length) => 1 << length | self.bits(u32::try_from(length).unwrap_or_default()) as usize,
            };
            if row >= rows {
                return;
            }
            filled_columns.clear();
            let mut column = 0;
            while column < columns {
                column += next.get(column).map_or(0, |next| self.symbol(next));
                filled_columns.extend(Some(column).filter(|column| *column < columns));
                column += 1;
            }
            let mut sum = 0_i16;
            for (at, column) in filled_columns.iter().enumerate() {
                let context = context(sum, at + 1 == filled_columns.len());
                let weight = lowest + i16::try_from(self.symbol(&weights[context])).unwrap_or_default();
                sum = sum.saturating_add(weight);
                cell(row, *column, i8::try_from(weight).unwrap_or_default());
            }
            row += 1;
        }
    }
}

/// How often each symbol of a context occurs, and which one stands in each slot.
struct Frequencies {
    slots: Vec<u8>,
    symbols: Vec<(u32, u32)>,
}

#[cfg(test)]
mod tests;
