//! How the tables of the lexicon are hashed.
//!
//! Every word of a text is looked up several times. A hash that withstands chosen keys, the default of the standard
//! library, takes most of the time of a look-up; the keys of these tables are the engine's own, so that nobody chooses
//! them. Names and whatever else comes from a page stay in the maps of the standard library.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A table of the engine's own words, with what it says of each.
pub(crate) type Table<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// A list of the engine's own words.
pub(super) type List<K> = HashSet<K, BuildHasherDefault<Fnv>>;

/// FNV-1a with 64 bits: a multiplication for each byte.
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
}
