//! What goes wrong, and why: each labelled claim that was not found or not found right, and each false alarm, with its
//! cause and its place, so that the next improvement is chosen by count.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::Answers;
use super::chains::{self, Judged};
use super::corpus::{self, Article, Hop, Labelled, Pieces, Predicted};
use super::matching::{counted, iou, pair, same_chain, shared, size, without_continuations};
use super::naming::same_name;

/// Something that goes wrong.
pub(crate) struct Error {
    cause: Cause,
    /// What errors of one cause are counted by: the cue of a miss, the rule of a false alarm, the depths.
    group: String,
    article: String,
    at: usize,
    labelled: Option<String>,
    predicted: Option<String>,
    context: String,
}

/// Why an answer differs from the label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    Missed,
    False,
    Content,
    Edge,
    Source,
    Depth,
    Chain,
    Name,
    Type,
}

impl Cause {
    fn words(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::False => "not a claim",
            Self::Content => "content wrong",
            Self::Edge => "content not exact",
            Self::Source => "source wrong",
            Self::Depth => "depth wrong",
            Self::Chain => "chain wrong",
            Self::Name => "name wrong",
            Self::Type => "source type wrong",
        }
    }
}

impl Error {
    /// The same error has the same key in the next run.
    pub(crate) fn key(&self) -> String {
        let words = self.labelled.as_deref().or(self.predicted.as_deref()).unwrap_or_default();
        format!("{} @{} {}: {}", self.article, self.at, self.cause.words(), words)
    }
}

/// The sets that are judged as a reader is shown them. Their errors are read in the even rows alone, so that the odd ones
/// can tell whether what mends them holds elsewhere.
const SHOWN_SETS: [&str; 2] = ["wire_dev", "general_dev"];

/// The errors of one set.
pub(crate) fn find(answers: &Answers<'_>, set: &str) -> anyhow::Result<Vec<Error>> {
    let mut articles = corpus::read(&answers.gold(set), &answers.pred(set))?;
    let mut errors = Vec::new();
    for (row, article) in articles.iter_mut().enumerate() {
        if SHOWN_SETS.contains(&set) {
            if row % 2 == 0 {
                article.predicted = chains::answers(article, Judged::Shown);
                article.labelled = without_continuations(&article.labelled);
                claims(article, 0.5, Exactness::Close, &mut errors);
            }
            continue;
        }
        article.predicted.retain(|guess| guess.content.first().is_some_and(|piece| piece[0] < article.annotated_to));
        match set {
            "scu_dev" => statements(article, &mut errors),
            "hard_cases_dev" => {
                article.predicted.retain(|guess| guess.kind != "attitude");
                claims(article, 0.9, Exactness::Close, &mut errors);
            }
            "chains_dev" => {
                article.labelled = without_continuations(&article.labelled);
                article.predicted = without_continuations(&article.predicted);
                claims(article, 0.5, Exactness::Close, &mut errors);
            }
            _ => {
                keep_outermost(&mut article.predicted);
                claims(article, 0.5, Exactness::Edges, &mut errors);
            }
        }
    }
    Ok(errors)
}

/// Whether a set also asks for the exact edges of a content.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Exactness {
    Close,
    Edges,
}

fn claims(article: &Article, at_least: f64, exactness: Exactness, errors: &mut Vec<Error>) {
    let (labelled, predicted) = (&article.labelled, &article.predicted);
    let contents = |required: bool| {
        labelled.iter().enumerate().filter(move |(_, label)| label.required == required).map(|(i, l)| (i, &l.content))
    };
    let guesses = || predicted.iter().enumerate().map(|(i, guess)| (i, &guess.content));
    let mut pairs = pair(contents(true), guesses(), at_least);
    let mut used: BTreeSet<usize> = pairs.iter().map(|pair| pair.1).collect();
    let mut answered: BTreeSet<usize> = pairs.iter().map(|pair| pair.0).collect();

    // The cue was seen, but its content went astray: one error, not a miss and a false alarm.
    for (label, content) in contents(true).filter(|(label, _)| !answered.contains(label)).collect::<Vec<_>>() {
        let astray = guesses().filter(|(guess, found)| !used.contains(guess) && shared(content, found) > 0).find(
            |(guess, _)| {
                shared(&labelled[label].cue, &predicted[*guess].cue) > 0
                    || iou(content, &predicted[*guess].content) >= 0.3
            },
        );
        if let Some((guess, found)) = astray {
            used.insert(guess);
            answered.insert(label);
            let group = format!("{}: {}", predicted[guess].rule, edges(content, found));
            errors.push(error(article, Cause::Content, group, Some(&labelled[label]), Some(&predicted[guess])));
        }
    }
    let spare = guesses().filter(|(guess, _)| !used.contains(guess)).collect::<Vec<_>>();
    used.extend(pair(contents(false), spare, at_least).iter().map(|pair| pair.1));

    for (index, label) in labelled.iter().enumerate().filter(|(_, label)| label.required) {
        if !answered.contains(&index) {
            let group = words(article, &label.cue).to_lowercase().trim_end_matches([':', ',']).to_owned();
            errors.push(error(article, Cause::Missed, group, Some(label), None));
        }
    }
    for (index, guess) in predicted.iter().enumerate() {
        if !used.contains(&index) && (exactness == Exactness::Edges || at_least > 0.5 || guess.kind == "speech") {
            let group = format!("{}: {}", guess.rule, words(article, &guess.cue).to_lowercase());
            errors.push(error(article, Cause::False, group, None, Some(guess)));
        }
    }
    pairs.sort_unstable();
    for (label, guess) in pairs {
        details(article, &labelled[label], &predicted[guess], exactness, errors);
    }
}

/// What is wrong with a claim that was found.
fn details(article: &Article, label: &Labelled, guess: &Predicted, exactness: Exactness, errors: &mut Vec<Error>) {
    let mut wrong = |cause, group| errors.push(error(article, cause, group, Some(label), Some(guess)));
    if exactness == Exactness::Edges && trimmed(article, &label.content) != trimmed(article, &guess.content) {
        wrong(Cause::Edge, format!("{}: {}", guess.rule, edges(&label.content, &guess.content)));
    }
    if let Some(source) = &label.source {
        let agreed = shared(source, &guess.source) > 0
            || source.is_empty() && guess.source.is_empty()
            || exactness == Exactness::Close && guess.source.is_empty();
        if !agreed {
            wrong(Cause::Source, guess.rule.clone());
        }
    }
    if let Some(depths) = label.depths.as_ref().filter(|depths| !depths.contains(&guess.depth)) {
        wrong(Cause::Depth, format!("{} instead of {}: {}", guess.depth, depths[0], guess.rule));
        return;
    }
    let Some(chain) = &label.chain else { return };
    let (expected, found) = (counted(chain), counted(&guess.chain));
    if !same_chain(&expected, &found) {
        wrong(Cause::Chain, format!("{} instead of {}", types(&found), types(&expected)));
    } else if !same_chain(chain, &guess.chain) {
        let deeper = |depth: u8| format!("perhaps {depth}");
        let instead = label.depth_max.map(deeper).unwrap_or_default();
        wrong(Cause::Chain, format!("{} instead of {instead}", deeper(guess.depth_max)));
    }
    let misnamed = |(label, guess): &(&Hop, &Hop)| !same_name(label, guess, &article.text);
    if same_chain(&expected, &found) && expected.iter().zip(&found).any(|pair| misnamed(&pair)) {
        wrong(Cause::Name, format!("{} instead of {}", hands(article, &found), hands(article, &expected)));
    }
    let origin = |hops: &[Hop]| hops.last().map(|hop| hop.source_type.clone()).unwrap_or_default();
    if origin(&expected) != origin(&found) {
        wrong(Cause::Type, format!("{} instead of {}", origin(&found), origin(&expected)));
    }
}

/// Statements labelled as whole sentences, with the type of their source.
fn statements(article: &Article, errors: &mut Vec<Error>) {
    for label in &article.labelled {
        let hit = article
            .predicted
            .iter()
            .map(|guess| (shared(&label.content, &guess.content), guess))
            .filter(|(cells, guess)| *cells > 0 && 2 * cells >= size(&label.content).min(size(&guess.content)))
            .max_by_key(|(cells, _)| *cells);
        let source_type = label.source_type.clone().unwrap_or_default();
        match hit {
            None => errors.push(error(article, Cause::Missed, source_type, Some(label), None)),
            Some((_, guess)) => {
                let origin = counted(&guess.chain).pop().map(|hop| hop.source_type).unwrap_or_default();
                let plain = |words: &str| words.to_lowercase().replace([' ', '_'], "");
                if plain(type_label(&origin)) != plain(&source_type) {
                    let group = format!("{origin} instead of {source_type}");
                    errors.push(error(article, Cause::Type, group, Some(label), Some(guess)));
                }
            }
        }
    }
}

/// What the corpus of statements calls a type.
fn type_label(source_type: &str) -> &str {
    match source_type {
        "named_person" | "named_official" | "social_post" | "self" => "Named Person",
        "institution" | "news_outlet" | "role_only" => "Named Organization",
        "document" => "Document",
        "anonymous_individual" | "unspecified" => "Anonymous Source",
        _ => "Unnamed Group of People",
    }
}

/// The corpora of attributions label no attribution inside another's content.
pub(crate) fn keep_outermost(claims: &mut Vec<Predicted>) {
    let inner: Vec<bool> = claims
        .iter()
        .map(|claim| {
            let marks: Pieces = claim.source.iter().chain(&claim.cue).copied().collect();
            size(&marks) > 0
                && claims.iter().any(|other| {
                    shared(&marks, &other.content) == size(&marks)
                        && shared(&claim.content, &other.content) == size(&claim.content)
                        && size(&claim.content) < size(&other.content)
                })
        })
        .collect();
    let mut inner = inner.into_iter();
    claims.retain(|_| !inner.next().unwrap_or_default());
}

/// How a found content differs from the labelled one: `starts early, ends late`.
fn edges(label: &Pieces, guess: &Pieces) -> String {
    let ends = |pieces: &Pieces| (pieces.iter().map(|piece| piece[0]).min(), pieces.iter().map(|piece| piece[1]).max());
    let ((label_start, label_end), (start, end)) = (ends(label), ends(guess));
    let mut words = Vec::new();
    match start.cmp(&label_start) {
        std::cmp::Ordering::Less => words.push("starts early"),
        std::cmp::Ordering::Greater => words.push("starts late"),
        std::cmp::Ordering::Equal => {}
    }
    match end.cmp(&label_end) {
        std::cmp::Ordering::Less => words.push("ends early"),
        std::cmp::Ordering::Greater => words.push("ends late"),
        std::cmp::Ordering::Equal => {}
    }
    if words.is_empty() { "other pieces".into() } else { words.join(", ") }
}

/// The pieces without quotation marks, white space and closing punctuation at their ends, as the scorer compares them.
fn trimmed(article: &Article, pieces: &Pieces) -> BTreeSet<[usize; 2]> {
    let trim = |at: usize| "\"“”'‘’`.,;: \n\t".contains(article.text[at]);
    pieces
        .iter()
        .map(|&[mut start, mut end]| {
            while start < end && trim(start) {
                start += 1;
            }
            while start < end && trim(end - 1) {
                end -= 1;
            }
            [start, end]
        })
        .collect()
}

fn types(chain: &[Hop]) -> String {
    let types: Vec<&str> = chain.iter().map(|hop| hop.source_type.as_str()).collect();
    if types.is_empty() { "nobody".into() } else { types.join(" ← ") }
}

fn error(article: &Article, cause: Cause, group: String, label: Option<&Labelled>, guess: Option<&Predicted>) -> Error {
    let content = label.map(|label| &label.content).or(guess.map(|guess| &guess.content));
    let labelled = label.map(|label| {
        let hands = label.chain.as_deref().map(|chain| hands(article, chain)).unwrap_or_default();
        let source = label.source.as_ref().map(|source| words(article, source)).unwrap_or_default();
        let name = if label.id.is_empty() { String::new() } else { format!("{}: ", label.id) };
        format!("{name}{source}{hands} · {} · {}", words(article, &label.cue), words(article, &label.content))
    });
    let predicted = guess.map(|guess| {
        format!(
            "{}: {} [{}] · {} · {} ({}, {:.2}, {})",
            guess.id,
            words(article, &guess.source),
            hands(article, &guess.chain),
            words(article, &guess.cue),
            words(article, &guess.content),
            guess.rule,
            guess.confidence,
            guess.kind,
        )
    });
    let all: Vec<[usize; 2]> = [label.map(|l| (&l.content, &l.cue)), guess.map(|g| (&g.content, &g.cue))]
        .into_iter()
        .flatten()
        .flat_map(|(content, cue)| content.iter().chain(cue).copied())
        .collect();
    Error {
        cause,
        group,
        article: article.id.clone(),
        at: content.and_then(|content| content.first()).map_or(0, |piece| piece[0]),
        labelled,
        predicted,
        context: context(article, &all),
    }
}

fn hands(article: &Article, chain: &[Hop]) -> String {
    let hands: Vec<String> = chain
        .iter()
        .map(|hop| {
            let here = hop.span.map(|span| words(article, &vec![span]));
            let name = hop.name.clone().or(here).unwrap_or_else(|| "?".into());
            if hop.link == "inherited" { format!("perhaps {name}") } else { name }
        })
        .collect();
    hands.join(" ← ")
}

fn words(article: &Article, pieces: &Pieces) -> String {
    let mut pieces = pieces.clone();
    pieces.sort_unstable();
    let pieces: Vec<String> = pieces.iter().map(|&[start, end]| slice(article, start, end)).collect();
    pieces.join(" … ")
}

/// The text around an error, from a little before it to a little after.
fn context(article: &Article, places: &[[usize; 2]]) -> String {
    let start = places.iter().map(|piece| piece[0]).min().unwrap_or_default();
    let end = places.iter().map(|piece| piece[1]).max().unwrap_or_default();
    slice(article, start.saturating_sub(70), end.min(start + 600) + 70)
}

fn slice(article: &Article, start: usize, end: usize) -> String {
    let text = &article.text[start.min(article.text.len())..end.min(article.text.len())];
    text.iter().map(|&c| if c == '\n' { '⏎' } else { c }).collect()
}

/// Prints errors by cause, and within a cause by group, the most frequent first.
pub(crate) fn print(out: &mut impl Write, errors: &[Error], examples: usize, only: Option<&str>) -> io::Result<()> {
    let mut causes: BTreeMap<Cause, BTreeMap<&str, Vec<&Error>>> = BTreeMap::new();
    for error in errors {
        let heading = format!("{}: {}", error.cause.words(), error.group);
        if only.is_none_or(|words| heading.contains(words)) {
            causes.entry(error.cause).or_default().entry(&error.group).or_default().push(error);
        }
    }
    let mut causes: Vec<_> = causes.into_iter().collect();
    let total = |groups: &BTreeMap<&str, Vec<&Error>>| groups.values().map(Vec::len).sum::<usize>();
    causes.sort_by_key(|(_, groups)| std::cmp::Reverse(total(groups)));
    for (cause, groups) in causes {
        writeln!(out, "\n━━ {}: {} ━━", cause.words(), total(&groups))?;
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by_key(|(_, errors)| std::cmp::Reverse(errors.len()));
        for (group, errors) in groups {
            writeln!(out, "\n{:4}  {}", errors.len(), if group.is_empty() { "(no cue)" } else { group })?;
            for error in errors.iter().take(examples) {
                writeln!(out, "      {} @{}", error.article, error.at)?;
                for (side, words) in [("gold", &error.labelled), ("ours", &error.predicted)] {
                    if let Some(words) = words {
                        writeln!(out, "        {side}  {words}")?;
                    }
                }
                writeln!(out, "        text  {}", error.context)?;
            }
            if errors.len() > examples {
                writeln!(out, "      … and {} more", errors.len() - examples)?;
            }
        }
    }
    Ok(())
}

/// Prints which errors are gone and which are new since a baseline.
pub(crate) fn print_changes(
    out: &mut impl Write,
    before: &BTreeMap<String, Vec<String>>,
    now: &BTreeMap<String, Vec<String>>,
) -> io::Result<()> {
    for (set, now) in now {
        let Some(before) = before.get(set) else { continue };
        let (old, new): (BTreeSet<_>, BTreeSet<_>) = (before.iter().collect(), now.iter().collect());
        let (gone, come) = (old.difference(&new).count(), new.difference(&old).count());
        if gone + come == 0 {
            continue;
        }
        writeln!(out, "\n{set}: {gone} errors gone, {come} new")?;
        // The large sets change in hundreds of places; there only the counts say something.
        for (sign, errors) in [("-", old.difference(&new)), ("+", new.difference(&old))] {
            for error in errors.take(25) {
                let line: String = error.chars().take(180).collect();
                writeln!(out, "  {sign} {line}")?;
            }
        }
    }
    Ok(())
}
