//! The article as a picture: the page on the left, the hands in the middle by hop, the origins on the right.
//!
//! In go the ways that the claims came ([`Way`]), the width there is, and how wide words are; out comes a
//! [`SourceMap`], where every name and every line has its place. `graph` joins the ways, `layers` gives each hand its
//! column, `order` finds the order with few crossings, `placement` the places, `route` the lines, `label` the words.
//! Nothing here draws, and nothing depends on chance: the same ways have the same map everywhere.

mod frame;
mod graph;
mod label;
mod layers;
mod levels;
mod order;
mod placement;
mod ports;
mod route;
mod spread;

use serde::Deserialize;

pub use label::Face;
use layers::Layers;

/// A claim, and the hands it came through.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "wasm-views", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Way {
    /// The claim's number, as its report writes it.
    pub claim: String,
    /// The hands, from the page outwards.
    pub hands: Vec<Hand>,
}

/// A hand as a map shows it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "wasm-views", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Hand {
    /// What it is called, as it is to be shown. Hands of one name are one hand.
    pub name: String,
    /// Whether the page describes it and gives no name.
    pub described: bool,
    /// Whether its name is kept from the reader, or nobody is known.
    pub nameless: bool,
    /// Whether the page gives it for another claim only.
    pub perhaps: bool,
}

/// The article as a picture. Lengths are CSS pixels; x grows to the right, y downwards.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceMap {
    /// Of the whole picture, without headings. Wider than asked for when the columns do not fit.
    pub width: f64,
    /// Of the whole picture, without headings.
    pub height: f64,
    /// The page.
    pub bar: Bar,
    /// Where each column begins, the page's first, and what stands in it.
    pub columns: Vec<Column>,
    /// The hands, column by column from the left, each from above.
    pub spots: Vec<Spot>,
    /// The lines between them.
    pub lines: Vec<Line>,
}

/// The page, from which every line begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Its upper end.
    pub top: f64,
    /// Its length.
    pub height: f64,
}

/// A column of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Its left edge.
    pub x: f64,
    /// What stands in it.
    pub holds: Holds,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The page.
    Page,
    /// The hands so many hops from the page; `None` where one stands farther out than it is, to be right of another.
    Hands(Option<usize>),
    /// The ends of the ways.
    Origins,
}

/// A hand in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The hand.
    pub hand: Hand,
    /// The claims that came through it, and those that perhaps did, as indices of the ways.
    pub claims: Vec<usize>,
    /// How many claims certainly came through it.
    pub counted: usize,
    /// Whether ways end here only.
    pub is_origin: bool,
    /// The column it stands in, from 1.
    pub column: usize,
    /// The left edge.
    pub x: f64,
    /// The middle.
    pub y: f64,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// The height of the lines that arrive, together.
    pub arrivals: f64,
    /// The name, broken into lines that fit.
    pub words: Vec<String>,
    /// Whether the number of its claims is more than one, and has room behind the name.
    pub is_numbered: bool,
}

/// A line between two hands, or from the page to a hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The claims that came this way, as indices of the ways.
    pub claims: Vec<usize>,
    /// The hand it comes from; `None` for the page. An index of the spots.
    pub from: Option<usize>,
    /// The hand it leads to. An index of the spots.
    pub to: usize,
    /// Whether it leads to somebody without a name.
    pub nameless: bool,
    /// Whether the page gives the step for another claim only.
    pub perhaps: bool,
    /// How wide it is.
    pub width: f64,
    /// Where it runs, as an SVG path.
    pub path: String,
}

/// Where a key leads from a hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the hand above.
    Up,
    /// To the hand below.
    Down,
    /// Towards the page.
    Left,
    /// Towards the origins.
    Right,
}

impl SourceMap {
    /// Lays a map out in so many pixels, with words as wide as `measure` says.
    #[must_use]
    pub fn of(ways: &[Way], width: f64, measure: &dyn Fn(&str, Face) -> f64) -> Self {
        let graph = graph::Graph::of(ways);
        let mut layers = Layers::of(&graph);
        order::arrange(&graph, &mut layers);
        placement::place(&graph, &layers, ways.len(), width, measure)
    }

    /// The nearest hand from one, in a direction.
    #[must_use]
    pub fn neighbour(&self, spot: usize, direction: Direction) -> Option<usize> {
        let here = self.spots.get(spot)?;
        let distance = |index: &usize| (self.spots[*index].y - here.y).abs();
        let nearest = |column: usize| {
            let inside = (0..self.spots.len()).filter(|&index| self.spots[index].column == column);
            inside.min_by(|a, b| distance(a).total_cmp(&distance(b)))
        };
        let beside = |index: usize| self.spots.get(index).filter(|other| other.column == here.column).map(|_| index);
        match direction {
            Direction::Up => beside(spot.checked_sub(1)?),
            Direction::Down => beside(spot + 1),
            Direction::Left => (1..here.column).rev().find_map(nearest),
            Direction::Right => (here.column + 1..self.columns.len()).find_map(nearest),
        }
    }
}

#[cfg(test)]
mod tests;
