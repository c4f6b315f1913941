//! The ways of all claims joined: each hand once, each step between two hands once, with the claims that took it.
//!
//! Steps never lead in a circle. Where one would (A cites B for one claim, B cites A for another), the hand that comes
//! second stands there a second time.

use std::collections::BTreeMap;

use super::{Hand, Way};

/// The page's index among the nodes.
pub(super) const PAGE: usize = 0;

/// Nodes and the links between them, each in the order in which the claims name them.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// The page first.
    pub(super) nodes: Vec<Node>,
    pub(super) links: Vec<Link>,
    /// For each node, the links that leave it.
    pub(super) leaving: Vec<Vec<usize>>,
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
}

/// A step between two nodes.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) perhaps: bool,
    pub(super) claims: Vec<usize>,
}

/// What makes two mentions one node: the same words, the same manner, and the how manieth copy. Nobody is told from
/// nobody by the place in the chain and by who comes next.
type Identity<'w> = (&'w str, bool, usize, Option<&'w str>, usize);

impl Graph {
    pub(super) fn of(ways: &[Way]) -> Self {
        let mut graph = Self { nodes: vec![Node::default()], links: Vec::new(), leaving: vec![Vec::new()] };
        let mut nodes: BTreeMap<Identity, usize> = BTreeMap::new();
        let mut links: BTreeMap<(usize, usize, bool), usize> = BTreeMap::new();
        for (claim, way) in ways.iter().enumerate() {
            let mut from = PAGE;
            for (place, hand) in way.hands.iter().enumerate() {
                let next = way.hands.get(place + 1).map(|hand| hand.name.as_str());
                let (hop, beyond) = if hand.nobody { (place + 1, next) } else { (0, None) };
                let copies = (0..).map(|copy| (hand.name.as_str(), hand.described, hop, beyond, copy));
                let free = |identity: &Identity| nodes.get(identity).is_none_or(|&node| !graph.leads(node, from));
                // A copy that nothing leads away from is always free.
                let Some(identity) = copies.into_iter().find(free) else { continue };
                let to = *nodes.entry(identity).or_insert_with(|| graph.add(hand));
                graph.pass(claim, place + 1, hand, to);
                let link = *links.entry((from, to, hand.perhaps)).or_insert_with(|| graph.link(from, to, hand.perhaps));
                graph.links[link].claims.push(claim);
                from = to;
            }
        }
        graph
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

    fn add(&mut self, hand: &Hand) -> usize {
        self.nodes.push(Node { hand: Some(hand.clone()), ..Node::default() });
        self.leaving.push(Vec::new());
        self.nodes.len() - 1
    }

    fn link(&mut self, from: usize, to: usize, perhaps: bool) -> usize {
        self.leaving[from].push(self.links.len());
        self.links.push(Link { from, to, perhaps, claims: Vec::new() });
        self.links.len() - 1
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
