//! The course of a line: level across every column it passes, bent in between.

use std::fmt::Write;

/// A bend is no longer than this, however far apart two columns are.
const BEND: f64 = 28.0;

/// A column that a line passes, from its left edge to its right edge.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pass {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) level: f64,
}

/// The line as an SVG path.
pub(super) fn path(passes: &[Pass]) -> String {
    let mut path = String::new();
    let Some((first, others)) = passes.split_first() else { return path };
    // Writing to a string never fails.
    let _ = write!(path, "M{} {}", short(first.left), short(first.level));
    let (mut x, mut y) = (first.right, first.level);
    for pass in others {
        let end = (x + BEND).min(pass.left);
        let middle = short((x + end) / 2.0);
        let (from, to) = (short(y), short(pass.level));
        let _ = write!(path, "C{middle} {from} {middle} {to} {} {to}", short(end));
        if pass.right > end {
            let _ = write!(path, "H{}", short(pass.right));
        }
        (x, y) = (pass.right, pass.level);
    }
    path
}

/// A tenth of a pixel is as fine as a screen shows.
fn short(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_level_in_columns_and_bent_between_them() {
        let pass = |left, right, level| Pass { left, right, level };
        let passes = [pass(8.0, 8.0, 50.0), pass(36.0, 110.0, 20.0), pass(128.0, 128.0, 20.04)];
        assert_eq!(path(&passes), "M8 50C22 50 22 20 36 20H110C119 20 119 20 128 20");
        let far = [pass(8.0, 8.0, 50.0), pass(120.0, 120.0, 20.0)];
        assert_eq!(path(&far), "M8 50C22 50 22 20 36 20H120");
        assert_eq!(path(&[]), "");
    }
}
