//! Maps of small articles: where things stand, that nothing touches, and that lines cross as seldom as they can.

use std::fmt::Write;

use super::order::crossings_in;
use super::*;
use crate::source_map::graph::Graph;

/// Ways written as `Post < Courier < ?sources`: `?` has no name, `~` is perhaps there, `-` is nobody.
fn ways(written: &[&str]) -> Vec<Way> {
    let hand = |word: &str| {
        let name = word.trim_start_matches(['?', '~']);
        Hand {
            name: name.to_owned(),
            described: word.contains('?'),
            nameless: word.contains('?') || name == "-",
            perhaps: word.contains('~'),
        }
    };
    let way = |(index, way): (usize, &&str)| Way {
        claim: format!("c{}", index + 1),
        hands: way.split('<').map(str::trim).filter(|word| !word.is_empty()).map(hand).collect(),
    };
    written.iter().enumerate().map(way).collect()
}

fn map(written: &[&str]) -> SourceMap {
    SourceMap::of(&ways(written), 356.0, &|words, _| words.chars().count() as f64 * 6.0)
}

/// Each column as its names from above, with the number of claims where it is not one.
fn columns(map: &SourceMap) -> Vec<String> {
    (1..map.columns.len())
        .map(|column| {
            let spots = map.spots.iter().filter(|spot| spot.column == column);
            let name = |spot: &Spot| match spot.counted {
                1 => spot.hand.name.clone(),
                counted => format!("{} {counted}", spot.hand.name),
            };
            spots.map(name).collect::<Vec<_>>().join(", ")
        })
        .collect()
}

/// An article like those of an agency: outlets that carry outlets, sources without a name, people who speak themselves.
const ARTICLE: &[&str] = &[
    "Courier < Nawras Net < ?sources",
    "- < Ledger < ?negotiators",
    "Courier < Nawras Net < ~?sources",
    "Radio < ?diplomat",
    "Courier < ?draft",
    "Ledger < Osk",
    "Marrec",
    "Marrec",
    "Holm",
    "Courier < ~Nawras Net < ~?sources",
    "-",
];

#[test]
fn each_hand_stands_right_of_those_who_had_it_from_there() {
    for (name, written, expected) in [
        ("nothing", &[][..], &[][..]),
        ("the page's own", &[""], &[]),
        ("one speaker", &["Fox"], &["Fox"]),
        ("several claims of one", &["Fox", "Fox", "Roe"], &["Fox 2, Roe"]),
        ("a description at the beginning of a sentence", &["?Locals", "?locals", "Locals"], &["Locals 2, Locals"]),
        ("a chain", &["Post < Fox"], &["Post", "Fox"]),
        ("the longest way first", &["Roe", "Post < Fox"], &["Post", "Fox, Roe"]),
        ("an origin that is a hand too", &["Post", "Post < Fox"], &["Post 2", "Fox"]),
        ("one hand at two hops", &["A < B < X", "B < Y"], &["A", "B 2", "X, Y"]),
        ("nobody is one, in the middle and at the end", &["- < Post < X", "-", "Fox"], &["- 2", "Post", "X, Fox"]),
        ("perhaps does not count", &["Post < X", "Post < ~X"], &["Post 2", "X"]),
        ("only perhaps", &["Post < ~X"], &["Post", "X 0"]),
        ("a circle", &["A < B", "B < A"], &["A", "B 2", "A"]),
        ("the same hand twice", &["A < B < A"], &["A", "B", "A"]),
        (
            "an article",
            ARTICLE,
            &[
                "Courier 4, - 2, Radio",
                "Nawras Net 2, Ledger 2",
                "sources, draft, negotiators, Osk, diplomat, Marrec 2, Holm",
            ],
        ),
    ] {
        assert_eq!(columns(&map(written)), expected, "{name}");
    }
}

#[test]
fn a_column_says_how_many_hands_away_it_is_where_that_is_so() {
    use Holds::{Hands, Origins, Page};
    let holds = |written: &[&str]| map(written).columns.iter().map(|column| column.holds).collect::<Vec<_>>();
    assert_eq!(holds(ARTICLE), [Page, Hands(Some(1)), Hands(Some(2)), Origins]);
    // C is two hands away, but right of A, which B stands before.
    assert_eq!(holds(&["B < A < X", "A < C < Y"]), [Page, Hands(Some(1)), Hands(Some(2)), Hands(None), Origins]);
}

#[test]
fn the_same_ways_have_the_same_map() {
    assert_eq!(map(ARTICLE), map(ARTICLE));
}

#[test]
fn a_line_is_as_wide_as_its_claims() {
    let map = map(&["Post", "Post", "Post", "Fox", "Roe < ~?sources"]);
    let width = |name: &str| map.lines.iter().find(|line| map.spots[line.to].hand.name == name).map(|line| line.width);
    assert_eq!((width("Post"), width("Fox"), width("sources")), (Some(7.5), Some(2.5), Some(1.25)));
}

#[test]
fn a_whole_name_is_worth_more_than_its_number() {
    let written = ["Veska Tribune < X", "Veska Tribune < X", "Post < X", "Post < X", "Institute of Trade < X"];
    let ways = ways(&written);
    let map = SourceMap::of(&ways, 180.0, &|words, _| words.chars().count() as f64 * 6.0);
    let spots = map.spots.iter().map(|spot| (spot.words.join("|"), spot.is_numbered));
    let expected = [("Veska|Tribune", false), ("Post", true), ("Institut|e of Tr…", false), ("X", true)];
    assert_eq!(spots.collect::<Vec<_>>(), expected.map(|(words, is_numbered)| (words.to_owned(), is_numbered)));
}

#[test]
fn names_that_are_cut_alike_are_cut_where_they_differ() {
    let institute = |place: &str| format!("Institute of Trade and all Harbours in {place}");
    let ways =
        ways(&[&institute("Orle"), &institute("Tarn Holm"), &institute("Tarn Veldt"), "Fox", "Institute of Trade"]);
    let map = SourceMap::of(&ways, 180.0, &|words, _| words.chars().count() as f64 * 6.0);
    let mut words: Vec<_> = map.spots.iter().map(|spot| spot.words.join("|")).collect();
    words.sort();
    assert_eq!(
        words,
        [
            "Fox",
            "Institute of Trade",
            "Institute of Trade|…Holm",
            "Institute of Trade|…Orle",
            "Institute of Trade|…Veldt",
        ]
    );
}

#[test]
fn claims_that_came_straight_run_straight_across() {
    let map = map(ARTICLE);
    let line = map.lines.iter().find(|line| map.spots[line.to].hand.name == "Holm").unwrap();
    let end = format!("{:?}H", (map.spots[line.to].y * 10.0).round() / 10.0).replace(".0H", "H");
    let path = &line.path;
    assert!(path.contains(&end), "{path} is not level at {end}");
}

/// Graphs that can be drawn without a crossing are; the others with no more than the least there is.
#[test]
fn few_lines_cross() {
    for (name, written, most) in [
        ("nothing", &[][..], 0),
        ("an article", ARTICLE, 0),
        ("two trees", &["A < x", "B < y", "A < z", "B < w", "A < v"], 0),
        ("a ladder", &["A < x", "B < y", "C < z", "A < y", "B < z"], 0),
        ("told in the wrong order", &["A < q < x", "B < r < y", "A < r < z", "B < q < w"], 1),
        ("everybody from everybody", &["A < x", "A < y", "B < x", "B < y"], 1),
        ("three from three", &["A < x", "A < y", "A < z", "B < x", "B < y", "B < z", "C < x", "C < y", "C < z"], 9),
    ] {
        let graph = Graph::of(&ways(written));
        let mut layers = Layers::of(&graph);
        order::arrange(&graph, &mut layers);
        let number = crossings_in(&layers);
        assert!(number <= most, "{name}: {number} crossings");
    }
}

/// Ways between a few hands, told in some order that depends on `seed` alone.
fn some_ways(seed: u64, number: usize, hands: u64) -> Vec<Way> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let written: Vec<String> = (0..number)
        .map(|_| {
            let mut way = String::new();
            for hop in 0..=next(4) {
                let sign = ["", "", "?", "~"][usize::try_from(next(4)).unwrap()];
                write!(way, "{}{sign}{}", if hop == 0 { "" } else { "<" }, ["h", "-"][usize::from(next(9) == 0)])
                    .unwrap();
                if !way.ends_with('-') {
                    write!(way, "{}", next(hands)).unwrap();
                }
            }
            way
        })
        .collect();
    ways(&written.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn nothing_touches_and_no_line_runs_behind_a_name() {
    for seed in 0..60 {
        let ways = some_ways(seed, 1 + usize::try_from(seed).unwrap(), 3 + seed / 2);
        let map = SourceMap::of(&ways, 356.0, &|words, _| words.chars().count() as f64 * 6.0);
        for pair in map.spots.windows(2).filter(|pair| pair[0].column == pair[1].column) {
            assert!(pair[0].y + pair[0].height / 2.0 <= pair[1].y - pair[1].height / 2.0, "{seed}: {pair:?}");
        }
        for spot in &map.spots {
            assert!(spot.y - spot.height / 2.0 >= -1e-9 && spot.y + spot.height / 2.0 <= map.height + 1e-9, "{seed}");
            assert!(spot.x >= 34.0 && spot.x + spot.width <= map.width + 1e-9, "{seed}");
            for line in &map.lines {
                for (level, from, to) in levels_of(&line.path) {
                    let beside = to <= spot.x + 1e-9 || from >= spot.x + spot.width - 1e-9;
                    let passes = (level - spot.y).abs() >= spot.height / 2.0;
                    assert!(beside || passes, "{seed}: {} runs behind {spot:?}", line.path);
                }
            }
        }
        for line in &map.lines {
            assert!(line.from.is_none_or(|from| map.spots[from].column < map.spots[line.to].column), "{seed}");
        }
    }
}

/// The level parts of a path: the height, and from where to where.
fn levels_of(path: &str) -> Vec<(f64, f64, f64)> {
    let (mut x, mut y) = (0.0, 0.0);
    let mut levels = Vec::new();
    for part in path.split_inclusive(['M', 'C', 'H']).collect::<Vec<_>>().windows(2) {
        let sign = part[0].chars().last();
        let numbers: Vec<f64> = part[1].trim_end_matches(['C', 'H']).split(' ').map(|n| n.parse().unwrap()).collect();
        match (sign, numbers.as_slice()) {
            (Some('H'), &[to]) => {
                levels.push((y, x, to));
                x = to;
            }
            (_, &[.., to_x, to_y]) => (x, y) = (to_x, to_y),
            _ => unreachable!("a path is made of M, C and H"),
        }
    }
    levels
}

/// A hand may be cited by one and cite another without end; the map stays as wide as chains are long.
#[test]
fn ways_that_lead_on_without_end_stand_in_few_columns() {
    let written: Vec<String> = (0..500).map(|hand| format!("h{hand} < h{}", hand + 1)).collect();
    let map = map(&written.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(map.columns.len() <= 8, "{} columns", map.columns.len());
    let claims: usize = map.spots.iter().map(|spot| spot.counted).sum();
    assert_eq!(claims, 1000);
}

#[test]
fn two_thousand_claims_have_a_map() {
    let map = SourceMap::of(&some_ways(7, 2000, 900), 356.0, &|words, _| words.chars().count() as f64 * 6.0);
    assert!(map.spots.len() > 500);
    assert!(map.bar.height <= map.height);
    let most = |claims: usize| SourceMap::of(&ways(&vec!["Fox"; claims]), 356.0, &|_, _| 10.0).lines[0].width;
    assert_eq!((most(1), most(10), most(100), most(2000)), (2.5, 25.0, 40.0, 40.0));
}

#[test]
fn the_keys_lead_to_the_nearest_hand() {
    let map = map(&["Courier < Net < X", "Courier < Y", "Fox"]);
    let at = |name: &str| map.spots.iter().position(|spot| spot.hand.name == name).unwrap();
    let to = |name: &str, direction| map.neighbour(at(name), direction).map(|spot| map.spots[spot].hand.name.as_str());
    for (from, direction, expected) in [
        ("Courier", Direction::Right, Some("Net")),
        ("Net", Direction::Right, Some("X")),
        ("Net", Direction::Left, Some("Courier")),
        ("X", Direction::Down, Some("Y")),
        ("Y", Direction::Down, Some("Fox")),
        ("Fox", Direction::Down, None),
        ("X", Direction::Up, None),
        ("Courier", Direction::Left, None),
        ("Courier", Direction::Down, None),
    ] {
        assert_eq!(to(from, direction), expected, "{direction:?} from {from}");
    }
    assert_eq!(map.neighbour(99, Direction::Up), None);
}
