//! Reads labelled articles, and scores claims against them as `score_attribution.py` does.

use anyhow::{Context, Result};
use hearsay::attribution::tagger::candidate::Suggestion;
use hearsay::attribution::tagger::labels::Labelling;
use hearsay::attribution::tagger::words::Words;
use hearsay::attribution::tagger::{Proposal, paragraphs, suggestions};
use hearsay::document::Host;
use hearsay::document::plain_text::PlainText;
use serde_json::Value;
use std::ops::Range;
use std::path::Path;

pub(crate) struct Article {
    pub(crate) paragraphs: Vec<Paragraph>,
    /// Attributions of the article, in code points: source, content.
    gold: Vec<(Spans, Spans)>,
}

type Spans = Vec<Range<usize>>;

pub(crate) struct Paragraph {
    pub(crate) words: Words,
    /// For each word its code points.
    places: Vec<Range<usize>>,
    pub(crate) gold: Vec<Gold>,
    /// What the grammar finds in it.
    pub(crate) suggestions: Vec<Suggestion>,
}

/// An attribution, as words of its paragraph.
pub(crate) struct Gold {
    pub(crate) sources: Spans,
    pub(crate) parts: Labelling,
}

impl Paragraph {
    fn characters(&self, spans: &[Range<usize>]) -> Vec<Range<usize>> {
        spans
            .iter()
            .filter(|span| !span.is_empty())
            .map(|span| self.places[span.start].start..self.places[span.end - 1].end)
            .collect()
    }

    /// Whether a labelling's content is this attribution's to the word, marks at its ends left out.
    pub(crate) fn exact(&self, gold: &Gold, parts: &Labelling) -> bool {
        let near = |a: &Range<usize>, b: &Range<usize>| a.start.abs_diff(b.start) <= 1 && a.end.abs_diff(b.end) <= 1;
        let (a, b) = (self.characters(&gold.parts.content), self.characters(&parts.content));
        a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| near(a, b))
    }

    /// Whether a labelling counts as this attribution: half of the content, and the source.
    pub(crate) fn right(&self, gold: &Gold, parts: &Labelling) -> bool {
        let same = overlap(&self.characters(&gold.parts.content), &self.characters(&parts.content));
        same >= 0.5
            && same_source(
                &self.characters(&gold.sources),
                &self.characters(&parts.source.iter().cloned().collect::<Vec<_>>()),
            )
    }
}

fn same_source(gold: &[Range<usize>], found: &[Range<usize>]) -> bool {
    gold.is_empty() && found.is_empty() || common(gold, found) > 0
}

fn common(a: &[Range<usize>], b: &[Range<usize>]) -> usize {
    a.iter().flat_map(|a| b.iter().map(move |b| a.end.min(b.end).saturating_sub(a.start.max(b.start)))).sum()
}

fn overlap(a: &[Range<usize>], b: &[Range<usize>]) -> f64 {
    let common = common(a, b);
    let all = a.iter().chain(b).map(ExactSizeIterator::len).sum::<usize>() - common;
    if all == 0 { 0.0 } else { common as f64 / all as f64 }
}

fn spans(value: &Value) -> Vec<Range<usize>> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|span| Some(span.get(0)?.as_u64()? as usize..span.get(1)?.as_u64()? as usize))
        .collect()
}

pub(crate) fn read(path: &Path) -> Result<Vec<Article>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    text.lines().map(|line| article(line).with_context(|| format!("{}: not an article", path.display()))).collect()
}

fn article(line: &str) -> Result<Article> {
    let row: Value = serde_json::from_str(line)?;
    let source = row["text"].as_str().context("no text")?;
    let plain = PlainText::read(source, Host::default());
    let text = hearsay::text::read(&plain.document);
    // Code point of every byte of the text.
    let mut points = vec![0; source.len() + 1];
    let mut point = 0;
    for (byte, letter) in source.char_indices() {
        points[byte..byte + letter.len_utf8()].fill(point);
        point += 1;
    }
    points[source.len()] = point;
    let place = |token: usize| -> Range<usize> {
        let token = &text.tokens[token];
        let start = plain.starts[token.block as usize];
        points[start + token.start as usize]..points[start + token.end as usize]
    };
    let rows: Vec<(Spans, Spans, Spans)> = row["attributions"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| (spans(&row["source"]), spans(&row["cue"]), spans(&row["content"])))
        .collect();
    let found = hearsay::attribution::find_by_frames(&text);
    let mut result = Vec::new();
    let ranges = paragraphs(&text);
    for (range, suggestions) in ranges.clone().into_iter().zip(suggestions(&found, &ranges)) {
        let words = Words::read(&text, range.clone());
        let places: Vec<Range<usize>> = range.map(place).collect();
        let covered = |spans: &[Range<usize>]| -> Vec<Range<usize>> {
            spans
                .iter()
                .map(|span| {
                    let start = places.partition_point(|place| place.end <= span.start);
                    let end = places.partition_point(|place| place.start < span.end);
                    start..end.max(start)
                })
                .filter(|span| !span.is_empty())
                .collect()
        };
        let gold = rows
            .iter()
            .filter_map(|(source, cue, content)| {
                let cue = covered(cue).into_iter().next()?;
                let sources = covered(source);
                let parts = Labelling { source: sources.first().cloned(), cue, content: covered(content) };
                Some(Gold { sources, parts })
            })
            .filter(|gold| !gold.parts.content.is_empty())
            .collect();
        result.push(Paragraph { words, places, gold, suggestions });
    }
    Ok(Article { paragraphs: result, gold: rows.into_iter().map(|(source, _, content)| (source, content)).collect() })
}

/// A proposal in code points of its article.
pub(crate) struct Claim {
    source: Spans,
    cue: Spans,
    content: Spans,
    probability: f32,
}

impl Claim {
    pub(crate) fn new(paragraph: &Paragraph, proposal: &Proposal) -> Self {
        let first = paragraph.words.first;
        let characters = |spans: &[Range<usize>]| {
            let spans: Vec<_> = spans.iter().map(|span| span.start - first..span.end - first).collect();
            paragraph.characters(&spans)
        };
        Claim {
            source: characters(proposal.source.as_slice()),
            cue: characters(std::slice::from_ref(&proposal.cue)),
            content: characters(&proposal.content),
            probability: proposal.probability,
        }
    }
}

/// Claims with the attribution each is matched to, if any, best overlap first.
fn matches(claims: &[&Claim], article: &Article) -> Vec<Option<usize>> {
    let mut pairs = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        for (number, (_, gold)) in article.gold.iter().enumerate() {
            let same = overlap(&claim.content, gold);
            if same >= 0.5 {
                pairs.push((same, index, number));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))));
    let mut matched = vec![None; claims.len()];
    let mut used = vec![false; article.gold.len()];
    for (_, index, number) in pairs {
        if matched[index].is_none() && !used[number] {
            matched[index] = Some(number);
            used[number] = true;
        }
    }
    matched
}

/// The headline figure of claims at or above a probability, and a line that tells it.
pub(crate) fn score(found: &[(&Article, Vec<Claim>)], threshold: f32) -> (String, f64) {
    let (mut right, mut attribution, mut all, mut gold_count) = (0, 0, 0, 0);
    for (article, claims) in found {
        let claims: Vec<&Claim> =
            outermost(&claims.iter().filter(|claim| claim.probability >= threshold).collect::<Vec<_>>());
        all += claims.len();
        gold_count += article.gold.len();
        for (claim, number) in claims.iter().zip(matches(&claims, article)) {
            let Some(number) = number else { continue };
            attribution += 1;
            right += usize::from(same_source(&article.gold[number].0, &claim.source));
        }
    }
    let f1 = |hits: usize| 200.0 * hits as f64 / (all + gold_count).max(1) as f64;
    let line = format!(
        "attribution {:.1}  attribution + source P {:.1} R {:.1} F1 {:.1}",
        f1(attribution),
        100.0 * right as f64 / all.max(1) as f64,
        100.0 * right as f64 / gold_count.max(1) as f64,
        f1(right),
    );
    (line, f1(right))
}

/// Of the claims with a probability between two, how many are right, and how many there are.
pub(crate) fn calibration(found: &[(&Article, Vec<Claim>)], low: f32, high: f32) -> (usize, usize) {
    let (mut right, mut all) = (0, 0);
    for (article, claims) in found {
        let claims = outermost(&claims.iter().collect::<Vec<_>>());
        for (claim, number) in claims.iter().zip(matches(&claims, article)) {
            if claim.probability >= low && claim.probability < high {
                all += 1;
                right += usize::from(number.is_some_and(|number| same_source(&article.gold[number].0, &claim.source)));
            }
        }
    }
    (right, all)
}

/// Claims whose source and cue stand inside another's content are left out: the corpora mark only the outermost.
fn outermost<'c>(claims: &[&'c Claim]) -> Vec<&'c Claim> {
    let inside = |claim: &Claim| {
        let marks = || claim.source.iter().chain(&claim.cue);
        claims.iter().any(|other| {
            marks().next().is_some()
                && marks()
                    .all(|mark| other.content.iter().any(|piece| piece.start <= mark.start && mark.end <= piece.end))
                && common(&claim.content, &other.content)
                    == claim.content.iter().map(ExactSizeIterator::len).sum::<usize>()
                && claim.content != other.content
        })
    };
    claims.iter().copied().filter(|claim| !inside(claim)).collect()
}
