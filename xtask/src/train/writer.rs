//! The encoder that mirrors `hearsay`'s weight reader: static rANS, which is written from the last symbol to the first.

use hearsay::weights::{CONTEXTS, GAP_SYMBOLS, LOWEST, Meaning, PRECISION, SHORT_GAPS, WEIGHT_OFFSET, context};

/// The whole of a context's frequencies.
const WHOLE: u32 = 1 << PRECISION;

/// Collects the symbols of a weights file, each as the start and the frequency it is coded with.
pub(super) struct Writer {
    meaning: Meaning,
    symbols: Vec<(u32, u32)>,
}

impl Writer {
    pub(super) fn new(meaning: Meaning) -> Self {
        Writer { meaning, symbols: Vec::new() }
    }

    /// The finished bytes. Zeros at the end are left out: a reader supplies them.
    pub(super) fn finish(self) -> Vec<u8> {
        let mut state = LOWEST;
        let mut halves: Vec<u16> = Vec::new();
        for (start, frequency) in self.symbols.into_iter().rev() {
            while u64::from(state) >= u64::from(LOWEST >> PRECISION << 16) * u64::from(frequency) {
                halves.push(state as u16);
                state >>= 16;
            }
            state = (state / frequency) << PRECISION | (state % frequency + start);
        }
        halves.extend([state as u16, (state >> 16) as u16]);
        let mut bytes = self.meaning.0.to_le_bytes().to_vec();
        bytes.extend(halves.into_iter().rev().flat_map(u16::to_le_bytes));
        // By halves, as they are read: half of one would be lost.
        while bytes.len() > 5 && bytes.ends_with(&[0, 0]) {
            bytes.truncate(bytes.len() - 2);
        }
        bytes
    }

    /// How many bytes a table takes by itself.
    pub(super) fn sole(columns: usize, cells: &[i8]) -> usize {
        let mut writer = Writer::new(Meaning::default());
        writer.table(columns, cells);
        writer.finish().len()
    }

    fn bits(&mut self, count: u32, number: u32) {
        if count > PRECISION {
            self.bits(PRECISION, number & (WHOLE - 1));
            self.bits(count - PRECISION, number >> PRECISION);
        } else {
            self.symbols.push((number << (PRECISION - count), 1 << (PRECISION - count)));
        }
    }

    /// Stores how often each symbol of a context occurs, and returns how each is coded.
    fn frequencies(&mut self, counts: &[u32]) -> Vec<(u32, u32)> {
        let occurs = counts.iter().any(|count| *count > 0);
        self.bits(1, u32::from(occurs));
        if !occurs {
            return Vec::new();
        }
        let mut start = 0;
        frequencies(counts)
            .into_iter()
            .map(|frequency| {
                let length = u32::BITS - frequency.leading_zeros();
                self.bits(4, length);
                if length > 0 {
                    self.bits(length - 1, frequency & !(1 << (length - 1)));
                }
                start += frequency;
                (start - frequency, frequency)
            })
            .collect()
    }

    /// Stores one table, given row after row.
    pub(super) fn table(&mut self, columns: usize, cells: &[i8]) {
        let rows: Vec<(usize, Vec<(usize, i8)>)> = cells
            .chunks(columns)
            .map(|row| row.iter().copied().enumerate().filter(|(_, weight)| *weight != 0).collect::<Vec<_>>())
            .enumerate()
            .filter(|(_, row)| !row.is_empty())
            .collect();
        self.bits(24, rows.len() as u32);
        if rows.is_empty() {
            return;
        }
        let weights = rows.iter().flat_map(|(_, row)| row).map(|(_, weight)| i16::from(*weight));
        let (lowest, highest) = weights.fold((i16::MAX, i16::MIN), |(low, high), w| (low.min(w), high.max(w)));
        let mut gaps = vec![0; GAP_SYMBOLS];
        let mut next: Vec<Vec<u32>> = (0..columns).map(|before| vec![0; columns + 1 - before]).collect();
        let mut values = vec![vec![0; (highest - lowest) as usize + 1]; CONTEXTS];
        let mut end = 0;
        for (place, row) in &rows {
            gaps[gap(place - end).0] += 1;
            end = place + 1;
            let mut column = 0;
            for (cell, _) in row {
                next[column][cell - column] += 1;
                column = cell + 1;
            }
            for (context, weight) in in_context(row) {
                values[context][(weight - lowest) as usize] += 1;
            }
            if column < columns {
                next[column][columns - column] += 1;
            }
        }
        let gaps = self.frequencies(&gaps);
        let next: Vec<_> =
            if columns > 1 { next.iter().map(|counts| self.frequencies(counts)).collect() } else { Vec::new() };
        self.bits(8, (lowest + WEIGHT_OFFSET) as u32);
        self.bits(8, (highest - lowest) as u32);
        let values: Vec<_> = values.iter().map(|counts| self.frequencies(counts)).collect();
        let mut end = 0;
        for (place, row) in &rows {
            let (symbol, length, rest) = gap(place - end);
            self.symbols.push(gaps[symbol]);
            self.bits(length, rest);
            end = place + 1;
            let mut column = 0;
            for (cell, _) in row {
                if let Some(next) = next.get(column) {
                    self.symbols.push(next[cell - column]);
                }
                column = cell + 1;
            }
            if let Some(next) = next.get(column) {
                self.symbols.push(next[columns - column]);
            }
            self.symbols.extend(in_context(row).map(|(context, weight)| values[context][(weight - lowest) as usize]));
        }
    }
}

/// The weights of a row, each with the context it is told in.
fn in_context(row: &[(usize, i8)]) -> impl Iterator<Item = (usize, i16)> {
    let mut sum = 0;
    row.iter().enumerate().map(move |(at, (_, weight))| {
        let weight = i16::from(*weight);
        sum += weight;
        (context(sum - weight, at + 1 == row.len()), weight)
    })
}

/// The symbol of a gap, and the bits that follow it: how many, and which.
fn gap(gap: usize) -> (usize, u32, u32) {
    if gap < SHORT_GAPS {
        return (gap, 0, 0);
    }
    let length = gap.ilog2();
    (SHORT_GAPS + length as usize, length, (gap - (1 << length)) as u32)
}

/// Counts made to add up to [`WHOLE`], none that occurs becoming zero.
fn frequencies(counts: &[u32]) -> Vec<u32> {
    let all: u64 = counts.iter().map(|count| u64::from(*count)).sum();
    let mut frequencies: Vec<u32> = counts
        .iter()
        .map(|&count| if count == 0 { 0 } else { ((u64::from(count) * u64::from(WHOLE) / all) as u32).max(1) })
        .collect();
    // What rounding took or gave is settled with the largest, which notice it least.
    loop {
        let sum: u32 = frequencies.iter().sum();
        let Some(largest) = frequencies.iter_mut().max() else { return Vec::new() };
        match sum.cmp(&WHOLE) {
            std::cmp::Ordering::Equal => return frequencies,
            std::cmp::Ordering::Less => *largest += WHOLE - sum,
            std::cmp::Ordering::Greater => *largest -= (sum - WHOLE).min(largest.saturating_sub(1) / 2).max(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Writer;
    use crate::train::random::Random;
    use hearsay::weights::{Meaning, Reader};

    #[test]
    fn what_is_written_is_read() {
        let mut random = Random(5);
        let mut table = |rows: usize, columns: usize, largest: usize, one_in: usize| -> (usize, Vec<i8>) {
            let mut cell = || match random.below(one_in) {
                0 => random.below(2 * largest + 1) as i8 - largest as i8,
                _ => 0,
            };
            (columns, (0..rows * columns).map(|_| cell()).collect())
        };
        let tables = [
            table(5000, 38, 7, 30),
            table(70_000, 1, 63, 900),
            table(300, 1, 1, 1),
            table(40, 7, 7, 1_000_000),
            (1, vec![96; 3]),
            table(1, 2, 7, 1),
        ];
        let mut writer = Writer::new(Meaning(1));
        tables.iter().for_each(|(columns, cells)| writer.table(*columns, cells));
        let bytes = writer.finish();
        let mut reader = Reader::new(&bytes);
        for (columns, cells) in &tables {
            let mut read = vec![0; cells.len()];
            reader.table(cells.len() / columns, *columns, |row, column, weight| read[row * columns + column] = weight);
            assert!(read == *cells, "a table of {columns} columns");
        }
    }
}
