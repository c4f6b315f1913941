//! A column for every hand: right of everybody who got something from it, the origins all in the last one. A link that
//! passes over a column has a lane in it, so that no line ever runs behind a name.

use super::graph::Graph;

/// A place in a column that has a height of its own: a node, or the lane of a link.
pub(super) type Stop = usize;

/// What a stop is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Node(usize),
    Lane(usize),
}

/// The columns, and the way of each link through them.
#[derive(Debug)]
pub(super) struct Layers {
    /// What each stop is there for. The stop of a node has the node's index.
    pub(super) stops: Vec<Purpose>,
    /// The column of each stop.
    pub(super) column_of: Vec<usize>,
    /// The stops of each column from above; the page's column first.
    pub(super) columns: Vec<Vec<Stop>>,
    /// For each link the stops it passes, from its hand to its hand.
    pub(super) routes: Vec<Vec<Stop>>,
}

impl Layers {
    pub(super) fn of(graph: &Graph) -> Self {
        let mut layers = Self {
            stops: (0..graph.nodes.len()).map(Purpose::Node).collect(),
            column_of: columns(graph),
            columns: Vec::new(),
            routes: Vec::new(),
        };
        for (index, link) in graph.links.iter().enumerate() {
            let between = layers.column_of[link.from] + 1..layers.column_of[link.to];
            let lanes = between.map(|column| layers.lane(index, column));
            let route = [link.from].into_iter().chain(lanes).collect::<Vec<_>>();
            layers.routes.push([route, vec![link.to]].concat());
        }
        let number = layers.column_of.iter().max().map_or(0, |last| last + 1);
        layers.columns.resize(number, Vec::new());
        for (stop, &column) in layers.column_of.iter().enumerate() {
            layers.columns[column].push(stop);
        }
        layers
    }

    /// A new lane for a link in a column.
    fn lane(&mut self, link: usize, column: usize) -> Stop {
        self.stops.push(Purpose::Lane(link));
        self.column_of.push(column);
        self.stops.len() - 1
    }

    /// Each pair of stops that a link joins, the left one first.
    pub(super) fn joints(&self) -> impl Iterator<Item = (Stop, Stop)> {
        self.routes.iter().flat_map(|route| route.windows(2).map(|pair| (pair[0], pair[1])))
    }
}

/// The column of each node: that of its hops, or the last one for an origin.
fn columns(graph: &Graph) -> Vec<usize> {
    let nodes = || 0..graph.nodes.len();
    let hands = nodes().filter(|&node| !graph.is_origin(node));
    let last = hands.map(|node| graph.nodes[node].column + 1).max().unwrap_or_default();
    nodes().map(|node| if graph.is_origin(node) { last } else { graph.nodes[node].column }).collect()
}
