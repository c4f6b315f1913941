//! A place for everything, once the columns and their order are known: the origins one row each, every hand and every
//! lane level with what its lines lead to, as far as those beside it leave room.

use super::graph::{Graph, Link, PAGE};
use super::label::{self, Face};
use super::layers::{Layers, Purpose, Stop};
use super::route::{self, Pass};
use super::spread::{Wish, spread};
use super::{Bar, Column, Holds, Line, SourceMap, Spot};

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
/// A name of two lines.
const ROW: f64 = 34.0;
/// Between two rows.
const BETWEEN: f64 = 2.0;
/// A line for one claim, and all lines of the page together at most.
const CLAIM: f64 = 2.5;
const ALL: f64 = 300.0;
/// The least width of a line, and the width of one that is only perhaps there.
const THIN: f64 = 1.25;
/// Free on both sides of a lane.
const LANE: f64 = 8.0;
/// Between two lines where they leave the page.
const PORT: f64 = 5.0;
/// Left and right of a name on its plate.
const BEFORE_NAME: f64 = 7.0;
const BEHIND_NAME: f64 = 3.0;
/// In a map higher than this a line leaves the page level with its goal; in a lower one the page is one short bar.
const TALL: f64 = 1200.0;
/// Rounds in which the columns find their heights.
const ROUNDS: usize = 3;

/// Places the hands and the lines of so many claims.
pub(super) fn place(
    graph: &Graph,
    layers: &Layers,
    claims: usize,
    width: f64,
    measure: &dyn Fn(&str, Face) -> f64,
) -> SourceMap {
    let unit = CLAIM.min(ALL / claims.max(1) as f64);
    let thick: Vec<f64> = graph.links.iter().map(|link| thickness(link, unit)).collect();
    let sizes = sizes(graph, layers, &thick);
    let (level, height) = levels(layers, &sizes);
    let leaving = ports(graph, layers, &thick, &level, height);
    let arriving = arrivals(graph, layers, &thick, &level, &leaving);
    let drawing = Drawing { graph, layers, frame: Frame::of(layers.columns.len(), width), thick, sizes, level };

    let stops = layers.columns.iter().skip(1).flatten();
    let nodes: Vec<usize> = stops.copied().filter(|&stop| layers.stops[stop] == Purpose::Node(stop)).collect();
    let mut spot_of = vec![None; graph.nodes.len()];
    nodes.iter().enumerate().for_each(|(spot, &node)| spot_of[node] = Some(spot));
    SourceMap {
        width: drawing.frame.width,
        height,
        bar: drawing.bar(&leaving),
        columns: (0..layers.columns.len()).map(|column| drawing.column(column)).collect(),
        spots: nodes.iter().filter_map(|&node| drawing.spot(node, measure)).collect(),
        lines: (0..graph.links.len())
            .filter_map(|link| drawing.line(link, &spot_of, leaving[link], arriving[link]))
            .collect(),
    }
}

/// Everything that is known when the parts of the map are put together.
struct Drawing<'g> {
    graph: &'g Graph,
    layers: &'g Layers,
    frame: Frame,
    /// How wide each link is.
    thick: Vec<f64>,
    /// How high each stop is.
    sizes: Vec<f64>,
    /// The middle of each stop.
    level: Vec<f64>,
}

impl Drawing<'_> {
    /// The page is as long as its lines need.
    fn bar(&self, leaving: &[f64]) -> Bar {
        let links = &self.graph.leaving[PAGE];
        let edges = links.iter().flat_map(|&link| [-0.5, 0.5].map(|side| leaving[link] + side * self.thick[link]));
        let (top, bottom) = edges.fold((f64::MAX, f64::MIN), |(top, bottom), edge| (top.min(edge), bottom.max(edge)));
        if links.is_empty() { Bar { top: 0.0, height: 0.0 } } else { Bar { top, height: bottom - top } }
    }

    fn column(&self, column: usize) -> Column {
        let last = self.layers.columns.len() - 1;
        let holds = match column {
            0 => Holds::Page,
            _ if column == last => Holds::Origins,
            _ => {
                let nodes = self.layers.columns[column].iter().filter_map(|&stop| self.graph.nodes.get(stop));
                let as_far = nodes.map(|node| node.hop).all(|hop| hop == column);
                Holds::Hands(as_far.then_some(column))
            }
        };
        Column { x: self.frame.x(column), holds }
    }

    fn spot(&self, index: usize, measure: &dyn Fn(&str, Face) -> f64) -> Option<Spot> {
        let node = &self.graph.nodes[index];
        let hand = node.hand.clone()?;
        let column = self.layers.column_of[index];
        let width = self.frame.width_of(column);
        let face = if hand.described { Face::Serif } else { Face::Sans };
        let number = if node.counted > 1 { measure(&format!(" {}", node.counted), Face::Sans) } else { 0.0 };
        let room = width - BEFORE_NAME - BEHIND_NAME;
        let certain = self.graph.links.iter().zip(&self.thick).filter(|(link, _)| link.to == index && !link.perhaps);
        Some(Spot {
            claims: node.claims.clone(),
            counted: node.counted,
            is_origin: self.graph.is_origin(index),
            column,
            x: self.frame.x(column),
            y: self.level[index],
            width,
            height: self.sizes[index],
            arrivals: certain.map(|(_, thick)| thick).sum(),
            words: label::lines(&hand.name, room, number, &|words| measure(words, face)),
            hand,
        })
    }

    fn line(&self, index: usize, spot_of: &[Option<usize>], leaving: f64, arriving: f64) -> Option<Line> {
        let link = &self.graph.links[index];
        let is_nameless = |node: usize| self.graph.nodes[node].hand.as_ref().is_some_and(|hand| hand.nameless);
        Some(Line {
            claims: link.claims.clone(),
            from: spot_of[link.from],
            to: spot_of[link.to]?,
            nameless: !link.perhaps && is_nameless(link.to),
            perhaps: link.perhaps,
            width: self.thick[index],
            path: route::path(&self.passes(index, leaving, arriving)),
        })
    }

    /// The columns that a link passes, with its height in each.
    fn passes(&self, link: usize, leaving: f64, arriving: f64) -> Vec<Pass> {
        let route = &self.layers.routes[link];
        let pass = |(place, &stop): (usize, &Stop)| {
            let column = self.layers.column_of[stop];
            let left = self.frame.x(column);
            let right = left + self.frame.width_of(column);
            match place {
                0 => Pass { left: right, right, level: leaving },
                _ if place + 1 == route.len() => Pass { left, right: left, level: arriving },
                _ => Pass { left, right, level: self.level[stop] },
            }
        };
        route.iter().enumerate().map(pass).collect()
    }
}

/// Where the columns stand.
struct Frame {
    width: f64,
    columns: usize,
    hand: f64,
}

impl Frame {
    fn of(columns: usize, width: f64) -> Self {
        let hands = columns.saturating_sub(2) as f64;
        let least = BAR + FAN + hands * (HAND.start() + GAP) + ORIGIN;
        let width = width.max(least);
        // The origins have the longest names, and the last column the most room.
        let share = (width - least) / (hands + 1.5);
        Self { width, columns, hand: (HAND.start() + share).min(*HAND.end()) }
    }

    fn x(&self, column: usize) -> f64 {
        match column {
            0 => 0.0,
            1 if self.columns == 2 => (BAR + FAN).max(self.width * STRAIGHT),
            _ => BAR + FAN + (column - 1) as f64 * (self.hand + GAP),
        }
    }

    fn width_of(&self, column: usize) -> f64 {
        match column {
            0 => BAR,
            _ if column + 1 == self.columns => self.width - self.x(column),
            _ => self.hand,
        }
    }
}

fn thickness(link: &Link, unit: f64) -> f64 {
    if link.perhaps { THIN } else { (link.claims.len() as f64 * unit).max(THIN) }
}

/// How high each stop is: a node has room for its name and its lines, a lane for its line.
fn sizes(graph: &Graph, layers: &Layers, thick: &[f64]) -> Vec<f64> {
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
fn levels(layers: &Layers, sizes: &[f64]) -> (Vec<f64>, f64) {
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

/// Where each link leaves its hand: stacked in the order of where they go. From the page they leave a little apart.
fn ports(graph: &Graph, layers: &Layers, thick: &[f64], level: &[f64], height: f64) -> Vec<f64> {
    let mut ports = vec![0.0; graph.links.len()];
    for (node, links) in graph.leaving.iter().enumerate() {
        let mut links = links.clone();
        let next = |link: usize| level[layers.routes[link][1]];
        links.sort_by(|&a, &b| next(a).total_cmp(&next(b)));
        let places = match node {
            PAGE if height > TALL => {
                let wishes: Vec<Wish> = links.iter().map(|&link| Wish { at: next(link), size: thick[link] }).collect();
                spread(&wishes, PORT)
            }
            PAGE => stacked(&links, thick, height / 2.0, PORT),
            _ => stacked(&links, thick, level[node], 0.0),
        };
        links.iter().zip(places).for_each(|(&link, at)| ports[link] = at);
    }
    ports
}

/// Where each link arrives at its hand: stacked in the order of where they come from.
fn arrivals(graph: &Graph, layers: &Layers, thick: &[f64], level: &[f64], leaving: &[f64]) -> Vec<f64> {
    let mut arriving = vec![Vec::new(); graph.nodes.len()];
    for (index, link) in graph.links.iter().enumerate() {
        arriving[link.to].push(index);
    }
    let mut ports = vec![0.0; graph.links.len()];
    for (node, mut links) in arriving.into_iter().enumerate() {
        let last = |link: usize| {
            let route = &layers.routes[link];
            if route.len() > 2 { level[route[route.len() - 2]] } else { leaving[link] }
        };
        links.sort_by(|&a, &b| last(a).total_cmp(&last(b)));
        let stacked = stacked(&links, thick, level[node], 0.0);
        links.iter().zip(stacked).for_each(|(&link, at)| ports[link] = at);
    }
    ports
}

/// The middles of links one above the other, around a middle.
fn stacked(links: &[usize], thick: &[f64], middle: f64, gap: f64) -> Vec<f64> {
    let all = links.iter().map(|&link| thick[link] + gap).sum::<f64>() - gap;
    let mut top = middle - all / 2.0;
    let next = |&link: &usize| {
        let at = top + thick[link] / 2.0;
        top += thick[link] + gap;
        at
    };
    links.iter().map(next).collect()
}
