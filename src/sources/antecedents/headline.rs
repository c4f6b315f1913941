//! `… - report` in a headline: the report of the body whose claims share most words with it.

use std::collections::HashSet;

use crate::attribution::{Findings, Tokens};
use crate::document::Region;
use crate::report::SourceType;
use crate::sources::mention::{Entity, Mention};
use crate::text::{Tag, Text};

/// `… - report` in a headline is the report of the body that says the same: the one whose claims share most words.
pub(super) fn headline_reports(text: &Text, findings: &Findings, mentions: &mut [Mention]) {
    let in_headline = |at: usize| text.block_at(at).is_some_and(|block| block.region == Region::Headline);
    for attribution in &findings.attributions {
        let Some(source) = attribution.source.as_ref().filter(|source| in_headline(source.start)) else { continue };
        let Some(index) = place(mentions, source.start) else { continue };
        let vague = matches!(mentions[index].source_type, Some(SourceType::Document))
            && matches!(mentions[index].entity, Entity::Unnamed(_));
        if !vague {
            continue;
        }
        let words = content_words(text, &attribution.content);
        let mut shared: Vec<(usize, usize)> = Vec::new();
        for other in findings.attributions.iter().filter(|other| other.content[0].start > source.start) {
            let Some(body) = other.source.as_ref().and_then(|s| place(mentions, s.start)) else { continue };
            let reports = matches!(mentions[body].source_type, Some(SourceType::Document | SourceType::NewsOutlet))
                && matches!(mentions[body].entity, Entity::Named(_));
            if reports {
                let count = content_words(text, &other.content).intersection(&words).count();
                match shared.iter_mut().find(|(m, _)| mentions[*m].entity == mentions[body].entity) {
                    Some(entry) => entry.1 += count,
                    None => shared.push((body, count)),
                }
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
