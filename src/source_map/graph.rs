//! The ways of all claims joined: each hand once, each step between two hands once, with the claims that took it.
//!
//! Every hand stands right of those who had something from it, and in one of few columns. Where that cannot be (A cites B
//! for one claim and B cites A for another, or the steps would lead on without end), the hand that comes second stands
//! there a second time.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Hand, Way};

/// The page's index among the nodes.
pub(super) const PAGE: usize = 0;

/// The most columns of hands and origins. No chain that the engine reports has more hops.
const COLUMNS: usize = 6;

/// Nodes and the links between them, each in the order in which the claims name them.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// The page first.
    pub(super) nodes: Vec<Node>,
    pub(super) links: Vec<Link>,
    /// For each node, the links that leave it.
    pub(super) leaving: Vec<Vec<usize>>,
    /// For each node, the links that arrive at it.
    arriving: Vec<Vec<usize>>,
}

/// A hand, or the page.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// `None` for the page.
    pub(super) hand: Option<Hand>,
    /// The claims that came through it, certainly or perhaps.
    pub(super) claims: Vec<usize>,
    /// How many did certainly.
    pub(super) counted: usize,
    /// The farthest from the page that any claim names it, in hops.
    pub(super) hop: usize,
    /// The most steps that lead to it from the page.
    pub(super) column: usize,
    /// The most steps that lead on from it.
    pub(super) beyond: usize,
}

/// A step between two nodes.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) perhaps: bool,
    pub(super) claims: Vec<usize>,
}

/// What makes two mentions one node: the same words, the same manner, and the how manieth copy. A description may begin
/// a sentence, and have a capital there. Nobody is nobody, wherever in a chain: one hole for all that fell into it.
type Identity<'w> = (Cow<'w, str>, bool, usize);

impl Graph {
    pub(super) fn of(ways: &[Way]) -> Self {
        let mut graph = Self::default();
        graph.add(None);
        let most = ways.iter().map(|way| way.hands.len()).fold(COLUMNS, usize::max);
        let mut nodes: BTreeMap<Identity, usize> = BTreeMap::new();
        let mut links: BTreeMap<(usize, usize, bool), usize> = BTreeMap::new();
        for (claim, way) in ways.iter().enumerate() {
            let mut from = PAGE;
            for (place, hand) in way.hands.iter().enumerate() {
                let name = || match hand.described {
                    true => Cow::Owned(hand.name.to_lowercase()),
                    false => Cow::Borrowed(hand.name.as_str()),
                };
                let copies = (0..).map(|copy| (name(), hand.described, copy));
                let left = way.hands.len() - 1 - place;
                let free = |identity: &Identity| {
                    nodes.get(identity).is_none_or(|&node| graph.has_room(from, node, left, most))
                };
                // A copy that is not there yet is always free.
                let Some(identity) = copies.into_iter().find(free) else { continue };
                let to = *nodes.entry(identity).or_insert_with(|| graph.add(Some(hand.clone())));
                graph.pass(claim, place + 1, hand, to);
                let link = *links.entry((from, to, hand.perhaps)).or_insert_with(|| graph.link(from, to, hand.perhaps));
                graph.links[link].claims.push(claim);
                from = to;
            }
        }
        graph
    }

    /// Whether a step between two nodes, and so many more, end within the columns and not in a circle.
    fn has_room(&self, from: usize, to: usize, left: usize, most: usize) -> bool {
        let (column, Node { column: current, beyond, .. }) = (self.nodes[from].column + 1, &self.nodes[to]);
        let ends = column.max(*current) + left.max(*beyond);
        ends <= most && (*current >= column || !self.leads(to, from))
    }

    /// Whether any way leads from one node to another, or they are the same.
    fn leads(&self, from: usize, to: usize) -> bool {
        let mut seen = vec![false; self.nodes.len()];
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            if node == to {
                return true;
            }
            if !std::mem::replace(&mut seen[node], true) {
                open.extend(self.leaving[node].iter().map(|&link| self.links[link].to));
            }
        }
        false
    }

    fn add(&mut self, hand: Option<Hand>) -> usize {
        self.nodes.push(Node { hand, ..Node::default() });
        self.leaving.push(Vec::new());
        self.arriving.push(Vec::new());
        self.nodes.len() - 1
    }

    fn link(&mut self, from: usize, to: usize, perhaps: bool) -> usize {
        let link = self.links.len();
        self.leaving[from].push(link);
        self.arriving[to].push(link);
        self.links.push(Link { from, to, perhaps, claims: Vec::new() });
        self.push_right(to, self.nodes[from].column + 1);
        self.lengthen(from, self.nodes[to].beyond + 1);
        link
    }

    /// Puts a node into a column, if it stands left of it, and everybody beyond right of it.
    fn push_right(&mut self, node: usize, column: usize) {
        if self.nodes[node].column < column {
            self.nodes[node].column = column;
            for link in self.leaving[node].clone() {
                self.push_right(self.links[link].to, column + 1);
            }
        }
    }

    /// Notes how many steps lead on from a node, and from everybody before it.
    fn lengthen(&mut self, node: usize, beyond: usize) {
        if self.nodes[node].beyond < beyond {
            self.nodes[node].beyond = beyond;
            for link in self.arriving[node].clone() {
                self.lengthen(self.links[link].from, beyond + 1);
            }
        }
    }

    /// Lets a claim pass through a node, at a hop.
    fn pass(&mut self, claim: usize, hop: usize, hand: &Hand, node: usize) {
        let node = &mut self.nodes[node];
        node.claims.push(claim);
        node.hop = node.hop.max(hop);
        if !hand.perhaps {
            node.counted += 1;
        }
    }

    /// Whether ways only end here.
    pub(super) fn is_origin(&self, node: usize) -> bool {
        node != PAGE && self.leaving[node].is_empty()
    }
}
