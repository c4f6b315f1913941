//! Puts things in order, stably, by one routine for all of them.
//!
//! In: a list and a number or two for each thing. Out: the list, lowest numbers first. The library's own sort is written
//! out for every type it is used with, at 5 kB of Wasm each; here only numbers are sorted, and the things then moved.

/// What things are ordered by: the first number decides, then the second.
pub(crate) type Key = (usize, usize);

/// The order of `length` things: their places, those with the lowest keys first, equals as they stood.
pub(crate) fn places(length: usize, key: impl Fn(usize) -> Key) -> Vec<usize> {
    let mut keys: Vec<(Key, usize)> = (0..length).map(|place| (key(place), place)).collect();
    keys.sort_unstable();
    keys.into_iter().map(|(_, place)| place).collect()
}

/// Orders a list by a key of its things.
pub(crate) fn by<T>(list: &mut Vec<T>, key: impl Fn(&T) -> Key) {
    let order = places(list.len(), |place| key(&list[place]));
    let mut things: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|place| things[place].take()));
}

#[cfg(test)]
mod tests {
    use super::by;

    #[test]
    fn equals_stay_as_they_stood() {
        let mut list = vec![("b", 2), ("a", 1), ("c", 2), ("d", 0)];
        by(&mut list, |thing| (thing.1, 0));
        assert_eq!(list, [("d", 0), ("a", 1), ("b", 2), ("c", 2)]);
    }
}
