//! H16: who of a page reports, so that telling them is telling an outlet.
//!
//! In: the attributions and their sources. Out: the people whom the page shows reporting, and the last names of those whom
//! it calls an outlet's.

use std::collections::{HashMap, HashSet};

use crate::attribution::{Attribution, Findings, Hand, Role};
use crate::lexicon::Class;
use crate::report::SourceType;
use crate::sources::{Entity, Sources};
use crate::text::Text;

/// The people of a page who report: `Roe reports that …`, `Roe of Radio Tarn`.
pub(super) fn reporters(text: &Text, findings: &Findings, sources: &Sources) -> HashSet<Entity> {
    let reports =
        |attribution: &&Attribution| attribution.cue.iter().any(|cue| text.is_in(cue.start, Class::ReportForm));
    // `Roe's sources`: who has sources reports what they say.
    let owners = findings
        .attributions
        .iter()
        .flat_map(|attribution| &attribution.hands)
        .filter(|hand| hand.role == Role::Owner && matches!(text.word(hand.cue.end - 1), "source" | "sources"));
    let speakers = findings.attributions.iter().filter(reports).filter_map(|attribution| attribution.source.as_ref());
    let mentions = speakers.chain(owners.map(|hand| &hand.mention));
    let people = mentions.filter_map(|tokens| sources.mention(tokens));
    people.filter(|mention| mention.source_type == Some(SourceType::NamedPerson)).map(|m| m.entity.clone()).collect()
}

/// Whom the page calls an outlet's: `Sky host Ann Roe`, `Sky's Ann Roe`.
pub(super) fn staff<'t>(text: &'t Text, findings: &'t Findings) -> HashMap<&'t str, &'t Hand> {
    let hands = findings.attributions.iter().flat_map(|attribution| &attribution.hands);
    let told = hands.filter(|hand| matches!(hand.role, Role::Told | Role::Medium));
    let named = told.filter_map(|hand| {
        let first = hand.mention.end + 1;
        let beside = text.is_in(hand.mention.end, Class::Presenter) || text.word(hand.mention.end) == "'s";
        let capital = |at: &usize| text.tokens.get(*at).is_some_and(|token| token.is_wordlike() && token.capital);
        let last = (first..first + 4).take_while(capital).last().filter(|_| beside)?;
        Some((text.word(last), hand))
    });
    named.collect()
}
