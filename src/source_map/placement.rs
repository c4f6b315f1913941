//! A place for everything, once the columns and their order are known: `frame` says where the columns stand, `levels` how
//! high what is in them, `ports` where lines leave and arrive. Here it is put together.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::graph::{Graph, Link, PAGE};
use super::label::{self, Face};
use super::layers::{Layers, Purpose, Stop};
use super::levels::{levels, sizes};
use super::route::{self, Pass};
use super::{Bar, Column, Hand, Holds, Line, SourceMap, Spot, ports};

/// A line for one claim; and at most a line however many claims it stands for, and all lines of the page together.
const CLAIM: f64 = 2.5;
const WIDEST: f64 = 40.0;
const ALL: f64 = 300.0;
/// The least width of a line, and the width of one that is only perhaps there.
const THIN: f64 = 1.25;
/// Left and right of a name on its plate.
const BEFORE_NAME: f64 = 7.0;
const BEHIND_NAME: f64 = 3.0;

/// Places the hands and the lines of so many claims.
pub(super) fn place(
    graph: &Graph,
    layers: &Layers,
    claims: usize,
    width: f64,
    measure: &dyn Fn(&str, Face) -> f64,
) -> SourceMap {
    let busiest = graph.links.iter().filter(|link| !link.perhaps).map(|link| link.claims.len()).max().unwrap_or(1);
    let unit = CLAIM.min(WIDEST / busiest as f64).min(ALL / claims.max(1) as f64);
    let thick: Vec<f64> = graph.links.iter().map(|link| thickness(link, unit)).collect();
    let sizes = sizes(graph, layers, &thick);
    let (level, height) = levels(layers, &sizes);
    let leaving = ports::leaving(graph, layers, &thick, &level, height);
    let arriving = ports::arriving(graph, layers, &thick, &level, &leaving);
    let drawing = Drawing { graph, layers, frame: Frame::of(layers.columns.len(), width), thick, sizes, level };

    let stops = layers.columns.iter().skip(1).flatten();
    let nodes: Vec<usize> = stops.copied().filter(|&stop| layers.stops[stop] == Purpose::Node(stop)).collect();
    let mut spot_of = vec![None; graph.nodes.len()];
    nodes.iter().enumerate().for_each(|(spot, &node)| spot_of[node] = Some(spot));
    let mut spots: Vec<Spot> = nodes.iter().filter_map(|&node| drawing.spot(node, measure)).collect();
    tell_apart(&mut spots, measure);
    SourceMap {
        width: drawing.frame.width,
        height,
        bar: drawing.bar(&leaving),
        columns: (0..layers.columns.len()).map(|column| drawing.column(column)).collect(),
        spots,
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
        let face = face_of(&hand);
        let number = if node.counted > 1 { measure(&format!(" {}", node.counted), Face::Sans) } else { 0.0 };
        let room = width - BEFORE_NAME - BEHIND_NAME;
        let lines = |rest| label::lines(&hand.name, room, rest, &|words| measure(words, face));
        let (beside_number, alone) = (lines(number), lines(0.0));
        // A whole name is worth more than its number, which the width of its lines shows too.
        let crowds = label::is_cut(&beside_number) && !label::is_cut(&alone);
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
            words: if crowds { alone } else { beside_number },
            is_numbered: node.counted > 1 && !crowds,
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

/// Names that were cut to the same words are cut otherwise: so that what is left of each differs from its neighbours.
fn tell_apart(spots: &mut [Spot], measure: &dyn Fn(&str, Face) -> f64) {
    let mut alike: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for (index, spot) in spots.iter().enumerate().filter(|(_, spot)| label::is_cut(&spot.words)) {
        alike.entry(spot.words.clone()).or_default().push(index);
    }
    for group in alike.into_values() {
        let mut names: Vec<(String, usize)> =
            group.iter().map(|&index| (spots[index].hand.name.trim().to_owned(), index)).collect();
        names.sort();
        for (place, (name, index)) in names.iter().enumerate() {
            // In their order, the name that has most in common with one stands beside it.
            let beside = [place.checked_sub(1), Some(place + 1)].into_iter().flatten().filter_map(|at| names.get(at));
            let differs =
                beside.filter(|(other, _)| other != name).map(|(other, _)| label::in_common(name, other)).max();
            let Some(differs) = differs else { continue };
            let spot = &mut spots[*index];
            let face = face_of(&spot.hand);
            let rest = if spot.is_numbered { measure(&format!(" {}", spot.counted), Face::Sans) } else { 0.0 };
            let room = spot.width - BEFORE_NAME - BEHIND_NAME;
            spot.words = label::lines_apart(name, differs, room, rest, &|words| measure(words, face));
        }
    }
}

fn face_of(hand: &Hand) -> Face {
    if hand.described { Face::Serif } else { Face::Sans }
}

fn thickness(link: &Link, unit: f64) -> f64 {
    if link.perhaps { THIN } else { (link.claims.len() as f64 * unit).max(THIN) }
}
