//! The time that an analysis takes grows with the length of the text and no faster, whatever the text repeats.
//!
//! Each shape of text below is what some store of the engine keeps an entry for: names, outlets, reports in headlines,
//! unnamed sources, pronouns. Four times as many of them may take little more than four times as long; what looks at
//! each for each takes sixteen times.

use std::time::{Duration, Instant};

use hearsay::analyze;
use hearsay::document::Host;
use hearsay::document::plain_text::PlainText;

/// How often a shape is repeated, and how often for comparison.
const FEW: usize = 60;
const MANY: usize = 4 * FEW;
/// What `MANY` may take, in times of what `FEW` take. Four is linear; the rest is for a busy machine.
const MOST: u32 = 9;
/// Runs of each, of which the fastest counts.
const RUNS: usize = 3;

/// A name that no other number has.
fn name(number: usize) -> String {
    let mut rest = number + 1;
    let mut name = String::from("Ar");
    while rest > 0 {
        name.push(['a', 'e', 'i', 'o', 'u'][rest % 5]);
        name.push(['l', 'n', 'r', 's', 't', 'v'][rest / 5 % 6]);
        rest /= 30;
    }
    name
}

fn fastest(text: &str) -> Duration {
    let document = PlainText::read(text, Host::default()).document;
    let run = || {
        let start = Instant::now();
        let claims = analyze(&document).claims.len();
        assert!(claims > 0, "a text without claims measures nothing");
        start.elapsed()
    };
    (0..RUNS).map(|_| run()).min().unwrap_or_default()
}

/// A shape of text, with what its paragraphs are for a number.
type Shape = (&'static str, fn(usize) -> String);

#[test]
fn time_grows_with_the_text_and_no_faster() {
    let shapes: [Shape; 6] = [
        ("headlines that cite a report", |n| {
            format!("Pier {0} shut - report\n\nThe {0} report said the pier was shut and the boat was late.", name(n))
        }),
        ("people", |n| format!("Ann {} said the boat was late. She said it was old.", name(n))),
        ("companies", |n| format!("{} Foods said the boat was late. The company said it was old.", name(n))),
        ("hands of one outlet", |n| {
            format!("The Orle Tribune reported that a boat was late, citing {}. The paper said it was old.", name(n))
        }),
        ("bearers of one office", |n| {
            format!("Sen. Ann {} said the boat was late. The Orle senator said it was old.", name(n))
        }),
        ("unnamed sources", |n| {
            format!("A source told the {} Post that the boat was late. The source said it was old.", name(n))
        }),
    ];
    for (what, paragraph) in shapes {
        let text = |count| (0..count).map(paragraph).collect::<Vec<_>>().join("\n\n");
        let (few, many) = (fastest(&text(FEW)), fastest(&text(MANY)));
        assert!(many < few * MOST, "{what}: {FEW} take {few:?}, {MANY} take {many:?}");
    }
}
