//! Names for things that have no address: a number made of their content, so that the same thing always has the same
//! name. RFC 9562 keeps version 8 of UUIDs for numbers made in a way of one's own.

/// FNV-1a with 128 bits: its start, and what each step multiplies with.
const START: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// A `urn:uuid:` for some byte strings. Where one ends and the next begins counts too.
pub(super) fn of<'b>(parts: impl IntoIterator<Item = &'b [u8]>) -> String {
    let step = |hash: u128, byte: u8| (hash ^ u128::from(byte)).wrapping_mul(PRIME);
    let hash = parts.into_iter().fold(START, |hash, part| {
        let length = (part.len() as u64).to_le_bytes();
        length.iter().chain(part).fold(hash, |hash, &byte| step(hash, byte))
    });
    // The version and the variant have their own bits.
    let uuid = hash & !(0xf << 76) & !(0x3 << 62) | 0x8 << 76 | 0x2 << 62;
    let digits = format!("{uuid:032x}");
    let groups = [0..8, 8..12, 12..16, 16..20, 20..32].map(|group| &digits[group]);
    format!("urn:uuid:{}", groups.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_version_8_uuid() {
        let name = of([&b"Rain fell on Orle."[..]]);
        let groups: Vec<&str> = name.strip_prefix("urn:uuid:").unwrap().split('-').collect();
        assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        assert!(groups[2].starts_with('8'), "{name}");
        assert!(groups[3].starts_with(['8', '9', 'a', 'b']), "{name}");
    }

    #[test]
    fn the_same_things_have_the_same_name_and_no_others() {
        let names = [vec!["ab", "c"], vec!["a", "bc"], vec!["abc"], vec![]];
        let name = |parts: &Vec<&str>| of(parts.iter().map(|part| part.as_bytes()));
        for (index, parts) in names.iter().enumerate() {
            for (other, others) in names.iter().enumerate() {
                assert_eq!(name(parts) == name(others), index == other, "{parts:?} {others:?}");
            }
        }
    }
}
