use super::{Meaning, Reader, Sparse, Unfit};

#[test]
fn weights_of_another_meaning_are_refused() {
    let meaning = Meaning(7);
    let bytes = [7, 0, 0, 0, 1, 0, 0, 0];
    assert!(meaning.check(&bytes).is_ok());
    for (bytes, meaning) in [(&bytes[..], Meaning(8)), (&bytes[..3], meaning), (&[], meaning)] {
        assert_eq!(meaning.check(bytes), Err(Unfit), "{bytes:?}");
    }
}

#[test]
fn a_name_in_another_place_means_something_else() {
    let meaning = |names: &[&str]| {
        let mut meaning = Meaning::default();
        names.iter().for_each(|name| meaning.name(name));
        meaning
    };
    assert_eq!(meaning(&["a", "b"]), meaning(&["a", "b"]));
    for other in [&["b", "a"][..], &["a"], &["a", "b", "c"], &["ab"]] {
        assert_ne!(meaning(&["a", "b"]), meaning(other), "{other:?}");
    }
}

#[test]
fn any_bytes_are_read_to_an_end_and_inside_the_table() {
    for seed in 0..200_u32 {
        let mut state = seed;
        let noise = std::iter::repeat_with(|| {
            state = state.wrapping_mul(0x9e37_79b1).wrapping_add(0x7f4a_7c15);
            (state >> 24) as u8
        });
        let bytes: Vec<u8> = [7, 0, 0, 0].into_iter().chain(noise.take(300)).collect();
        let mut reader = Reader::new(&bytes);
        for columns in [1, 7] {
            reader.table(1000, columns, |row, column, _| assert!(row < 1000 && column < columns));
        }
    }
}

#[test]
fn a_sparse_table_gives_what_was_filled_and_the_empty_row_elsewhere() {
    let places = [0, 1, 63, 64, 130, 199];
    let table = Sparse::new(200, 0, |at| {
        for place in places {
            at(place, &mut |row| *row += place + 1);
        }
        at(199, &mut |row| *row += 1000);
        at(5000, &mut |row| *row = 9);
    });
    for place in 0..300 {
        let expected = if place == 199 {
            1200
        } else if places.contains(&place) {
            place + 1
        } else {
            0
        };
        assert_eq!(table.get(place), expected, "{place}");
    }
}
