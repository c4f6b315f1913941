//! Learned weights as they are stored: tables of small signed integers, range coded.
//!
//! In: the bytes that `cargo xtask train` wrote. Out: the table, one call per weight. Most weights are zero, and a
//! coder that learns how often squeezes them further than gzip would. The encoder lives in `xtask`, since nothing that
//! ships needs it; both sides share the models of [`Coder`], so the two cannot drift apart.

/// Reads the weights of one table, row by row.
pub struct Reader<'a> {
    bytes: std::slice::Iter<'a, u8>,
    range: u32,
    code: u32,
}

/// One step of a binary range coder: the reader decodes a bit, the writer encodes the bit it is handed.
pub trait BitCoder {
    /// Passes one bit through the coder. `zero` is the chance of a 0, out of 4,096; it adapts to what was seen.
    /// A reader ignores `bit` and returns what stands in the data.
    fn bit(&mut self, zero: &mut u16, bit: bool) -> bool;
}

/// Moves the estimate of a 0 towards what was just seen.
pub fn adapt(zero: &mut u16, bit: bool) {
    if bit {
        *zero -= *zero >> 5;
    } else {
        *zero += (4096 - *zero) >> 5;
    }
}

impl<'a> Reader<'a> {
    /// Starts at the first byte of stored weights. Bytes that are missing at the end read as zeros.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut reader = Reader { bytes: bytes.iter(), range: u32::MAX, code: 0 };
        for _ in 0..4 {
            reader.shift();
        }
        reader
    }

    fn shift(&mut self) {
        self.code = self.code << 8 | u32::from(self.bytes.next().copied().unwrap_or(0));
    }
}

impl BitCoder for Reader<'_> {
    fn bit(&mut self, zero: &mut u16, _: bool) -> bool {
        let bound = (self.range >> 12) * u32::from(*zero);
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
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

/// The largest magnitude a stored weight can have.
pub const LARGEST: i8 = 63;

/// The statistics a table is coded with: how often a row is empty, a column zero, a weight negative, and how large.
pub struct Coder {
    empty: u16,
    /// Per column, and by how many of the row's earlier weights were not zero (0, 1, 2 or more).
    zero: Vec<[u16; 3]>,
    negative: Vec<u16>,
    larger: Vec<[u16; 64]>,
}

impl Coder {
    /// Fresh statistics for a table of so many columns.
    #[must_use]
    pub fn new(columns: usize) -> Self {
        Coder {
            empty: 2048,
            zero: vec![[2048; 3]; columns],
            negative: vec![2048; columns],
            larger: vec![[2048; 64]; columns],
        }
    }

    /// Passes one row through the coder: a reader fills `row`, a writer stores it.
    pub fn row(&mut self, bits: &mut impl BitCoder, row: &mut [i8]) {
        if bits.bit(&mut self.empty, row.iter().all(|&weight| weight == 0)) {
            row.fill(0);
            return;
        }
        let mut seen = 0;
        for (column, weight) in row.iter_mut().enumerate() {
            if !bits.bit(&mut self.zero[column][seen], *weight != 0) {
                *weight = 0;
                continue;
            }
            seen = (seen + 1).min(2);
            let negative = bits.bit(&mut self.negative[column], *weight < 0);
            let mut size = 1;
            while size < LARGEST
                && bits.bit(&mut self.larger[column][usize::from(size.unsigned_abs())], weight.abs() > size)
            {
                size += 1;
            }
            *weight = if negative { -size } else { size };
        }
    }
}
