//! Where the lines leave a hand and where they arrive at one: stacked, in the order of where they go or come from.

use super::graph::{Graph, PAGE};
use super::layers::Layers;
use super::spread::{Wish, spread};

/// Between two lines where they leave the page.
const PORT: f64 = 5.0;
/// In a map higher than this a line leaves the page level with its goal; in a lower one the page is one short bar.
const TALL: f64 = 1200.0;

/// Where each link leaves its hand. From the page they leave a little apart.
pub(super) fn leaving(graph: &Graph, layers: &Layers, thick: &[f64], level: &[f64], height: f64) -> Vec<f64> {
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

/// Where each link arrives at its hand, after `leaving`.
pub(super) fn arriving(graph: &Graph, layers: &Layers, thick: &[f64], level: &[f64], leaving: &[f64]) -> Vec<f64> {
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
