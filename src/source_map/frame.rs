//! Where the columns stand, from the left edge to the right, in CSS pixels.

/// The page's bar.
const BAR: f64 = 8.0;
/// Between the bar and the first column: room for the lines to part.
const FAN: f64 = 26.0;
/// Between two columns.
const GAP: f64 = 14.0;
/// The least and the most that a column of hands is wide.
const HAND: std::ops::RangeInclusive<f64> = 58.0..=190.0;
/// The least that the column of origins is wide.
const ORIGIN: f64 = 62.0;
/// Where the origins begin when nothing stands between them and the page, as a part of the whole.
const STRAIGHT: f64 = 0.3;

/// Where the columns stand.
pub(super) struct Frame {
    /// Of the whole map.
    pub(super) width: f64,
    columns: usize,
    hand: f64,
}

impl Frame {
    /// The columns in so much room, or in as much as they need.
    pub(super) fn of(columns: usize, width: f64) -> Self {
        let hands = columns.saturating_sub(2) as f64;
        let least = BAR + FAN + hands * (HAND.start() + GAP) + ORIGIN;
        let width = width.max(least);
        // The origins have the longest names, and the last column the most room.
        let share = (width - least) / (hands + 1.5);
        Self { width, columns, hand: (HAND.start() + share).min(*HAND.end()) }
    }

    /// The left edge of a column.
    pub(super) fn x(&self, column: usize) -> f64 {
        match column {
            0 => 0.0,
            1 if self.columns == 2 => (BAR + FAN).max(self.width * STRAIGHT),
            _ => BAR + FAN + (column - 1) as f64 * (self.hand + GAP),
        }
    }

    pub(super) fn width_of(&self, column: usize) -> f64 {
        match column {
            0 => BAR,
            _ if column + 1 == self.columns => self.width - self.x(column),
            _ => self.hand,
        }
    }
}
