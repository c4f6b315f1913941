//! The report cited three aides. She spoke to the Courier on condition of anonymity. When reached by the Courier, he …
//!
//! Sentences without a claim that say where the claims around them come from.

use super::super::reading::Reading;
use super::super::{Attribution, Role, Sourcing, Tokens};
use crate::text::Tag;

pub(super) fn find(reading: &Reading, sentence: &Tokens, found: &[Attribution]) -> Vec<Sourcing> {
    let mut sourcing = Vec::new();
    // A sentence that attributes something has said all this in its hands.
    if !found.is_empty() {
        return sourcing;
    }
    for at in sentence.clone().filter(|at| !reading.in_quotation(*at)) {
        sourcing.extend(citing_sentence(reading, sentence, at));
        sourcing.extend(reached_by(reading, sentence, at));
        sourcing.extend(spoke_to(reading, sentence, at));
    }
    sourcing
}

/// `The report cited three aides.`
fn citing_sentence(reading: &Reading, sentence: &Tokens, at: usize) -> Option<Sourcing> {
    let cites = reading.is_any(at, &["cited", "cites", "quoted", "quotes"]) && reading.tag(at).is_verb();
    if !cites {
        return None;
    }
    let group = reading.verb_group(at, sentence.start);
    if group.passive || group.negated {
        return None;
    }
    let about = reading.noun_phrase_before(group.tokens.start, sentence.start)?;
    let from = usize::from(reading.is_any(at + 1, &["from"]));
    let named = reading.noun_phrase_from(at + 1 + from, sentence.end)?;
    let named = reading.with_description(named, sentence.end);
    Some(Sourcing { about, named, cue: at..at + 1 + from, role: Role::Cited })
}

/// `When reached by the Courier, Roe had little to say.`
fn reached_by(reading: &Reading, sentence: &Tokens, at: usize) -> Option<Sourcing> {
    let reached =
        reading.is_any(at, &["reached", "contacted", "asked", "interviewed", "approached"]) && reading.is(at + 1, "by");
    if !reached {
        return None;
    }
    let named = reading.noun_phrase_from(at + 2, sentence.end)?;
    let about = (named.end..sentence.end).find_map(|start| reading.noun_phrase_from(start, sentence.end))?;
    Some(Sourcing { about, named, cue: at..at + 2, role: Role::Told })
}

/// `The woman spoke to the Courier on condition of anonymity.`
fn spoke_to(reading: &Reading, sentence: &Tokens, at: usize) -> Option<Sourcing> {
    let spoke = reading.is_any(at, &["spoke", "talked"])
        && reading.is_any(at + 1, &["to", "with"])
        && reading.tag(at) != Tag::Noun;
    if !spoke {
        return None;
    }
    let named = reading.noun_phrase_from(at + 2, sentence.end)?;
    let about =
        reading.noun_phrase_before(at, sentence.start).or_else(|| reading.main_subject(&(sentence.start..at)))?;
    Some(Sourcing { about, named, cue: at..at + 2, role: Role::Told })
}
