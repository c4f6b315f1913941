//! The order of each column, so that few lines cross.
//!
//! The start is the order of telling: from the page the deepest ways first, then the busiest. Then the columns are swept
//! from left to right and back, each stop going to the middle of those it is joined to in the column before; and
//! neighbours change places where that helps. The order with the fewest crossings stays, and of two equally good ones
//! the one that was there first.

use super::graph::{Graph, PAGE};
use super::layers::{Layers, Purpose, Stop};

/// Sweeps there and back. Few graphs get better after the third.
const SWEEPS: usize = 8;

/// Puts every column in order.
pub(super) fn arrange(graph: &Graph, layers: &mut Layers) {
    layers.columns = order_of_telling(graph, layers);
    let joined = Joined::of(layers);
    let mut best = layers.columns.clone();
    let mut fewest = crossings(&best, &joined);
    for _ in 0..SWEEPS {
        if fewest == 0 {
            break;
        }
        sweep(&mut layers.columns, &joined);
        exchange(&mut layers.columns, &joined);
        let number = crossings(&layers.columns, &joined);
        if number < fewest {
            fewest = number;
            best.clone_from(&layers.columns);
        }
    }
    layers.columns = best;
}

/// The stops that each stop is joined to, in the column before it and in the one behind.
struct Joined {
    left: Vec<Vec<Stop>>,
    right: Vec<Vec<Stop>>,
}

impl Joined {
    fn of(layers: &Layers) -> Self {
        let none = vec![Vec::new(); layers.stops.len()];
        let mut joined = Self { left: none.clone(), right: none };
        for (left, right) in layers.joints() {
            joined.right[left].push(right);
            joined.left[right].push(left);
        }
        joined
    }
}

/// The columns in the order in which somebody would tell the ways.
fn order_of_telling(graph: &Graph, layers: &Layers) -> Vec<Vec<Stop>> {
    let mut told = Telling {
        graph,
        layers,
        is_told: vec![false; layers.stops.len()],
        columns: vec![Vec::new(); layers.columns.len()],
    };
    told.tell(PAGE);
    told.columns
}

struct Telling<'g> {
    graph: &'g Graph,
    layers: &'g Layers,
    is_told: Vec<bool>,
    columns: Vec<Vec<Stop>>,
}

impl Telling<'_> {
    /// Tells of a node and of all that lies beyond it. No deeper than there are columns.
    fn tell(&mut self, node: usize) {
        if self.is_told[node] {
            return;
        }
        self.put(node);
        let mut leaving = self.graph.leaving[node].clone();
        leaving.sort_by_key(|&link| {
            let link = &self.graph.links[link];
            std::cmp::Reverse((self.graph.nodes[link.to].beyond, link.claims.len()))
        });
        for link in leaving {
            for &stop in &self.layers.routes[link][1..] {
                match self.layers.stops[stop] {
                    Purpose::Lane(_) => self.put(stop),
                    Purpose::Node(node) => self.tell(node),
                }
            }
        }
    }

    fn put(&mut self, stop: Stop) {
        self.is_told[stop] = true;
        self.columns[self.layers.column_of[stop]].push(stop);
    }
}

/// Orders each column by the one before it, from left to right, and then from right to left.
fn sweep(columns: &mut [Vec<Stop>], joined: &Joined) {
    for column in 1..columns.len() {
        sort_by_middle(columns, column, column - 1, &joined.left);
    }
    for column in (0..columns.len().saturating_sub(1)).rev() {
        sort_by_middle(columns, column, column + 1, &joined.right);
    }
}

/// Moves each stop of a column to the middle of those it is joined to in another. Equals keep their order.
fn sort_by_middle(columns: &mut [Vec<Stop>], column: usize, other: usize, joined: &[Vec<Stop>]) {
    let places = places(&columns[other], joined.len());
    let here = self::places(&columns[column], joined.len());
    let middle = |&stop: &Stop| {
        let of = joined[stop].iter().map(|&other| places[other]);
        let number = joined[stop].len();
        if number == 0 { here[stop] } else { of.sum::<f64>() / number as f64 }
    };
    let mut stops: Vec<(f64, Stop)> = columns[column].iter().map(|stop| (middle(stop), *stop)).collect();
    stops.sort_by(|a, b| a.0.total_cmp(&b.0));
    columns[column] = stops.into_iter().map(|(_, stop)| stop).collect();
}

/// Where each stop of a column stands in it.
fn places(column: &[Stop], stops: usize) -> Vec<f64> {
    let mut places = vec![0.0; stops];
    column.iter().enumerate().for_each(|(place, &stop)| places[stop] = place as f64);
    places
}

/// Lets neighbours change places where fewer lines cross afterwards. Goes over each column once.
fn exchange(columns: &mut [Vec<Stop>], joined: &Joined) {
    let stops = joined.left.len();
    for column in 1..columns.len() {
        let before = places(&columns[column - 1], stops);
        let behind = columns.get(column + 1).map(|behind| places(behind, stops));
        for place in 1..columns[column].len() {
            let (upper, lower) = (columns[column][place - 1], columns[column][place]);
            let number = |first: Stop, second: Stop| {
                let left = crossed(&joined.left[first], &joined.left[second], &before);
                let right = behind.as_ref().map(|behind| crossed(&joined.right[first], &joined.right[second], behind));
                left + right.unwrap_or_default()
            };
            if number(lower, upper) < number(upper, lower) {
                columns[column].swap(place - 1, place);
            }
        }
    }
}

/// How many lines of two neighbours cross, the first standing above the second.
fn crossed(first: &[Stop], second: &[Stop], places: &[f64]) -> usize {
    first.iter().map(|&a| second.iter().filter(|&&b| places[a] > places[b]).count()).sum()
}

/// How many pairs of lines cross, over all columns.
fn crossings(columns: &[Vec<Stop>], joined: &Joined) -> usize {
    columns.windows(2).map(|pair| crossings_between(&pair[0], &pair[1], joined)).sum()
}

/// Counts the lines that cross between two columns: the inversions among the right ends, read by their left ends.
fn crossings_between(left: &[Stop], right: &[Stop], joined: &Joined) -> usize {
    let mut place = vec![0_usize; joined.left.len()];
    right.iter().enumerate().for_each(|(index, &stop)| place[stop] = index);
    // A Fenwick tree of the right ends seen so far.
    let mut seen = vec![0_usize; right.len() + 1];
    let (mut number, mut crossings) = (0, 0);
    for &stop in left {
        let mut ends: Vec<usize> = joined.right[stop].iter().map(|&end| place[end]).collect();
        ends.sort_unstable();
        for &end in &ends {
            let mut at = end + 1;
            let mut not_below = 0;
            while at > 0 {
                not_below += seen[at];
                at &= at - 1;
            }
            crossings += number - not_below;
        }
        for &end in &ends {
            let mut at = end + 1;
            while at < seen.len() {
                seen[at] += 1;
                at += at & at.wrapping_neg();
            }
            number += 1;
        }
    }
    crossings
}

#[cfg(test)]
pub(super) fn crossings_in(layers: &Layers) -> usize {
    crossings(&layers.columns, &Joined::of(layers))
}
