//! Things on a line that must not touch, each as near as possible to where it would like to be.

/// Something on a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    /// Where its middle would like to be.
    pub(super) at: f64,
    /// How much room it takes.
    pub(super) size: f64,
}

/// Where the middles come to stand, in the order given, with at least `gap` between two of them. The sum of the squared
/// distances from the wishes is the least there is.
pub(super) fn spread(wishes: &[Wish], gap: f64) -> Vec<f64> {
    // Without the room that things take, the order is all there is to keep: the isotonic regression of the wishes,
    // found by joining neighbours that would pass each other.
    let mut offsets = Vec::with_capacity(wishes.len());
    let mut offset = 0.0;
    for (index, wish) in wishes.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).and_then(|before| wishes.get(before)) {
            offset += (before.size + wish.size) / 2.0 + gap;
        }
        offsets.push(offset);
    }
    // Groups that move together: the sum of their wishes and how many they are.
    let mut groups: Vec<(f64, usize)> = Vec::new();
    let middle = |&(sum, number): &(f64, usize)| sum / number as f64;
    for (wish, offset) in wishes.iter().zip(&offsets) {
        let mut group = (wish.at - offset, 1);
        while let Some(before) = groups.pop_if(|before| middle(before) >= middle(&group)) {
            group = (before.0 + group.0, before.1 + group.1);
        }
        groups.push(group);
    }
    let bases = groups.iter().flat_map(|group| std::iter::repeat_n(middle(group), group.1));
    bases.zip(&offsets).map(|(base, offset)| base + offset).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(wishes: &[f64]) -> Vec<f64> {
        spread(&wishes.iter().map(|&at| Wish { at, size: 8.0 }).collect::<Vec<_>>(), 2.0)
    }

    #[test]
    fn everything_is_as_near_as_possible_to_where_it_would_like_to_be() {
        for (wishes, expected) in [
            (vec![], vec![]),
            (vec![5.0], vec![5.0]),
            (vec![0.0, 50.0], vec![0.0, 50.0]),
            (vec![10.0, 10.0], vec![5.0, 15.0]),
            (vec![10.0, 10.0, 10.0, 100.0], vec![0.0, 10.0, 20.0, 100.0]),
            (vec![30.0, 0.0], vec![10.0, 20.0]),
        ] {
            assert_eq!(places(&wishes), expected, "{wishes:?}");
        }
    }
}
