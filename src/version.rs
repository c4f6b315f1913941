//! Which engine and which weights an answer comes from, so that a study can cite it and another can repeat it.

use std::sync::LazyLock;

use crate::text;

/// The version of the engine and, behind a `+`, a number made of the learned weights: `0.1.0+5f3a9c21`. Two engines with
/// the same version give the same answers.
#[must_use]
pub fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let stored = [
            text::part_of_speech::STORED,
            #[cfg(feature = "tagger")]
            crate::attribution::tagger::STORED,
        ];
        format!("{}+{:08x}", env!("CARGO_PKG_VERSION"), stored.into_iter().fold(0, sum) >> 32)
    });
    &VERSION
}

/// A number of some bytes that is another as soon as one of them is: a multiplicative hash, eight bytes at a time.
fn sum(before: u64, bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    bytes.chunks(8).fold(before, |sum, chunk| {
        let mut eight = [0; 8];
        eight.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        (sum ^ u64::from_le_bytes(eight)).wrapping_mul(ODD).rotate_left(29)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_names_the_engine_and_the_weights() {
        let (engine, weights) = version().split_once('+').unwrap();
        assert_eq!(engine, env!("CARGO_PKG_VERSION"));
        assert!(weights.len() == 8 && weights.bytes().all(|digit| digit.is_ascii_hexdigit()), "{weights}");
    }

    #[test]
    fn one_changed_bit_anywhere_is_another_number() {
        let bytes: Vec<u8> = (0..100).collect();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert_ne!(sum(0, &bytes) >> 32, sum(0, &changed) >> 32, "{at}");
        }
    }
}
