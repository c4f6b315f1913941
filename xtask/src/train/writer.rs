//! The encoder that mirrors `hearsay`'s weight reader.

use hearsay::weights::{BitCoder, Coder, adapt};

/// Collects the bytes of range-coded weights.
pub(super) struct Writer {
    low: u64,
    range: u32,
    bytes: Vec<u8>,
}

impl Writer {
    pub(super) fn new() -> Self {
        Writer { low: 0, range: u32::MAX, bytes: Vec::new() }
    }

    fn shift(&mut self) {
        if self.low > u64::from(u32::MAX) {
            for byte in self.bytes.iter_mut().rev() {
                *byte = byte.wrapping_add(1);
                if *byte != 0 {
                    break;
                }
            }
            self.low &= u64::from(u32::MAX);
        }
        self.bytes.push((self.low >> 24) as u8);
        self.low = (self.low << 8) & u64::from(u32::MAX);
    }

    /// The finished bytes. Zeros at the end are left out: a reader supplies them.
    pub(super) fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        while self.bytes.last() == Some(&0) {
            self.bytes.pop();
        }
        self.bytes
    }

    /// Stores one table, given row after row.
    pub(super) fn table(&mut self, columns: usize, cells: &[i8]) {
        let mut coder = Coder::new(columns);
        let mut row = vec![0; columns];
        for cells in cells.chunks(columns) {
            row.copy_from_slice(cells);
            coder.row(self, &mut row);
        }
    }
}

impl BitCoder for Writer {
    fn bit(&mut self, zero: &mut u16, bit: bool) -> bool {
        let bound = (self.range >> 12) * u32::from(*zero);
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        adapt(zero, bit);
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        bit
    }
}
