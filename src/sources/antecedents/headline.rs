//! `… - report` in a headline: the report of the body whose claims share most words with it.

use std::collections::HashSet;

use crate::attribution::{Attribution, Findings, Tokens};
use crate::document::Region;
use crate::report::SourceType;
use crate::sources::mention::{Entity, Mention};
use crate::text::{Tag, Text};

/// Claims of reports below a headline that it is compared with.
const REPORTS: usize = 60;

/// A claim of a report that has a name: where it begins, whose it is, and its words.
struct Reported<'t> {
    start: usize,
    body: usize,
    words: HashSet<&'t str>,
}

/// `… - report` in a headline is the report of the body that says the same: the one whose claims share most words.
pub(super) fn headline_reports(text: &Text, findings: &Findings, mentions: &mut [Mention]) {
    let in_headline = |at: usize| text.block_at(at).is_some_and(|block| block.region == Region::Headline);
    let mut reports: Option<Vec<Reported>> = None;
    for attribution in &findings.attributions {
        let Some(source) = attribution.source.as_ref().filter(|source| in_headline(source.start)) else { continue };
        let Some(index) = place(mentions, source.start) else { continue };
        let vague = matches!(mentions[index].source_type, Some(SourceType::Document))
            && matches!(mentions[index].entity, Entity::Unnamed(_));
        if !vague {
            continue;
        }
        let words = content_words(text, &attribution.content);
        let reports = reports.get_or_insert_with(|| reported(text, findings, mentions));
        let below = reports.partition_point(|report| report.start <= source.start);
        let mut shared: Vec<(usize, usize)> = Vec::new();
        for report in reports[below..].iter().take(REPORTS) {
            let count = report.words.intersection(&words).count();
            match shared.iter_mut().find(|(body, _)| mentions[*body].entity == mentions[report.body].entity) {
                Some(entry) => entry.1 += count,
                None => shared.push((report.body, count)),
            }
        }
        // Two words may be shared by chance; three are a topic.
        if let Some((body, _)) =
            shared.into_iter().filter(|(_, count)| *count >= 3).max_by_key(|(body, count)| (*count, usize::MAX - body))
        {
            let other = mentions[body].clone();
            let mention = &mut mentions[index];
            mention.antecedent = Some(other.antecedent.unwrap_or(other.tokens));
            mention.entity = other.entity;
            mention.name = other.name;
        }
    }
}

/// The claims of all reports that have a name, in text order.
fn reported<'t>(text: &'t Text, findings: &Findings, mentions: &[Mention]) -> Vec<Reported<'t>> {
    let of = |attribution: &Attribution| {
        let body = attribution.source.as_ref().and_then(|source| place(mentions, source.start))?;
        let reports = matches!(mentions[body].source_type, Some(SourceType::Document | SourceType::NewsOutlet))
            && matches!(mentions[body].entity, Entity::Named(_));
        let start = attribution.content.first()?.start;
        reports.then(|| Reported { start, body, words: content_words(text, &attribution.content) })
    };
    findings.attributions.iter().filter_map(of).collect()
}

/// The place of the last mention that begins at a token, among mentions in text order.
fn place(mentions: &[Mention], start: usize) -> Option<usize> {
    let place = mentions.partition_point(|mention| mention.tokens.start <= start).checked_sub(1)?;
    (mentions[place].tokens.start == start).then_some(place)
}

fn content_words<'t>(text: &'t Text, content: &[Tokens]) -> HashSet<&'t str> {
    content
        .iter()
        .flat_map(Clone::clone)
        .filter(|at| {
            text.tags
                .get(*at)
                .is_some_and(|tag| matches!(tag, Tag::Noun | Tag::ProperNoun | Tag::Adjective) || tag.is_verb())
        })
        .map(|at| text.word(at))
        .filter(|word| word.len() > 3)
        .collect()
}
