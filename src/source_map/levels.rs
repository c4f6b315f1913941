//! How high everything stands: the origins one row each, every hand and every lane level with what its lines lead to, as
//! far as those beside it leave room. CSS pixels.

use super::graph::Graph;
use super::layers::{Layers, Purpose, Stop};
use super::spread::{Wish, spread};

/// A name of two lines.
const ROW: f64 = 34.0;
/// Between two rows.
const BETWEEN: f64 = 2.0;
/// Free on both sides of a lane.
const LANE: f64 = 8.0;
/// Rounds in which the columns find their heights.
const ROUNDS: usize = 3;

/// How high each stop is: a node has room for its name and its lines, a lane for its line.
pub(super) fn sizes(graph: &Graph, layers: &Layers, thick: &[f64]) -> Vec<f64> {
    let (mut arriving, mut leaving) = (vec![0.0; graph.nodes.len()], vec![0.0; graph.nodes.len()]);
    for (link, thick) in graph.links.iter().zip(thick) {
        arriving[link.to] += thick;
        leaving[link.from] += thick;
    }
    let size = |purpose: &Purpose| match *purpose {
        Purpose::Node(node) => ROW.max(arriving[node]).max(leaving[node]),
        Purpose::Lane(link) => thick[link] + LANE,
    };
    layers.stops.iter().map(size).collect()
}

/// The middle of each stop, and the height of the whole.
pub(super) fn levels(layers: &Layers, sizes: &[f64]) -> (Vec<f64>, f64) {
    let (mut left, mut right) = (vec![Vec::new(); sizes.len()], vec![Vec::new(); sizes.len()]);
    for (a, b) in layers.joints() {
        right[a].push(b);
        left[b].push(a);
    }
    let mut level = vec![0.0; sizes.len()];
    let Some((origins, hands)) = layers.columns.get(1..).and_then(<[_]>::split_last) else { return (level, 0.0) };
    settle(origins, sizes, &mut level, |_, _| 0.0);
    for round in 0..ROUNDS {
        for stops in hands.iter().rev() {
            settle(stops, sizes, &mut level, |stop, level| middle(&right[stop], level));
        }
        if round + 1 < ROUNDS && !hands.is_empty() {
            settle(origins, sizes, &mut level, |stop, level| middle(&left[stop], level));
        }
    }
    let stops = || layers.columns[1..].iter().flatten();
    let top = stops().map(|&stop| level[stop] - sizes[stop] / 2.0).fold(f64::MAX, f64::min);
    let bottom = stops().map(|&stop| level[stop] + sizes[stop] / 2.0).fold(f64::MIN, f64::max);
    stops().for_each(|&stop| level[stop] -= top);
    (level, bottom - top)
}

/// Gives the stops of a column their levels, near to where they would like to be.
fn settle(stops: &[Stop], sizes: &[f64], level: &mut [f64], wish: impl Fn(Stop, &[f64]) -> f64) {
    let wishes: Vec<Wish> = stops.iter().map(|&stop| Wish { at: wish(stop, level), size: sizes[stop] }).collect();
    for (&stop, at) in stops.iter().zip(spread(&wishes, BETWEEN)) {
        level[stop] = at;
    }
}

fn middle(stops: &[Stop], level: &[f64]) -> f64 {
    stops.iter().map(|&stop| level[stop]).sum::<f64>() / stops.len().max(1) as f64
}
