//! The report cited three aides. She spoke to the Courier on condition of anonymity. When reached by the Courier, he … A source
//! cited by the Courier denied this.
//!
//! Sentences without a claim that say where the claims around them come from.

use super::super::reading::Reading;
use super::super::{Attribution, Role, Sourcing, Tokens};
use crate::lexicon::Class;
use crate::text::Tag;

pub(super) fn find(reading: &Reading, sentence: &Tokens, found: &[Attribution]) -> Vec<Sourcing> {
    let mut sourcing = Vec::new();
    for at in sentence.clone().filter(|at| !reading.in_quotation(*at)) {
        sourcing.extend(was_speaking_on(reading, sentence, at));
        // A sentence that attributes something has said the rest in its hands.
        if found.is_empty() {
            sourcing.extend(citing_sentence(reading, sentence, at));
            sourcing.extend(reached_by(reading, sentence, at));
            sourcing.extend(spoke_to(reading, sentence, at));
            sourcing.extend(passed_on(reading, sentence, at));
        }
    }
    sourcing
}

/// Verbs that tell where a report has something, with what stands between them and the source.
const SOURCES: [(Class, &str); 7] = [
    (Class::CitesOrQuotes, ""),
    (Class::CitesOrQuotes, "from"),
    (Class::AttributingVerb, "to"),
    (Class::RelyingVerb, "on"),
    (Class::OriginVerb, "from"),
    (Class::BeginningVerb, "with"),
    (Class::BeginningVerb, "in"),
];

/// `The report cited three aides.`, `It attributed this to a clerk.`, `The claim originated with the Courier.`
fn citing_sentence(reading: &Reading, sentence: &Tokens, at: usize) -> Option<Sourcing> {
    if !reading.tag(at).is_verb() {
        return None;
    }
    let group = reading.verb_group(at, sentence.start);
    if group.passive || group.negated {
        return None;
    }
    let about = reading.noun_phrase_before(group.tokens.start, sentence.start)?;
    // `attributed this to`, `based its report on`: between the verb and its preposition stands what is so sourced.
    let behind = |preposition: &str| match preposition {
        "" => Some(at + 1),
        _ => (at + 1..sentence.end.min(at + 5)).find(|p| reading.is(*p, preposition)).map(|p| p + 1),
    };
    let fits = |(verbs, preposition): &(Class, &str)| {
        if reading.is_in(at, *verbs) { behind(preposition) } else { None }
    };
    let start = SOURCES.iter().rev().find_map(fits)?;
    // What comes from somewhere must be something said.
    let moves = reading.is_in(at, Class::OriginVerb);
    if moves && !reading.is_in(about.end - 1, Class::SaidThing) {
        return None;
    }
    let named = reading.noun_phrase_from(start, sentence.end)?;
    let named = reading.with_description(named, sentence.end);
    Some(Sourcing { about, named, cue: at..start, role: Role::Cited })
}

/// `When reached by the Courier, Roe had little to say.`
fn reached_by(reading: &Reading, sentence: &Tokens, at: usize) -> Option<Sourcing> {
    let reached = reading.is_in(at, Class::AskedParticiple) && reading.is(at + 1, "by");
    if !reached {
        return None;
    }
    let named = reading.noun_phrase_from(at + 2, sentence.end)?;
    let about = (named.end..sentence.end).find_map(|start| reading.noun_phrase_from(start, sentence.end))?;
    Some(Sourcing { about, named, cue: at..at + 2, role: Role::Told })
}

/// `The woman spoke to the Courier on condition of anonymity.`, `The Courier tracked down the woman.`: either may be the
/// outlet, which the chain knows.
fn spoke_to(reading: &Reading, sentence: &Tokens, at: usize) -> Vec<Sourcing> {
    // `Vey rang the Courier`, `Vey went on Radio Tarn`
    let tied = || {
        let (tie, role) = reading.tie_at(at).filter(|(tie, _)| !reading.is(tie.end - 1, "by"))?;
        (role == Role::Medium && reading.is_finite(at)).then_some(tie.end)
    };
    let meets = reading.meets(at).filter(|_| reading.tag(at) != Tag::Noun);
    let Some(start) = meets.or_else(tied) else { return Vec::new() };
    let met = reading.noun_phrase_from(start, sentence.end);
    let who = reading.noun_phrase_before(at, sentence.start).or_else(|| reading.main_subject(&(sentence.start..at)));
    let Some((met, who)) = met.zip(who) else { return Vec::new() };
    let told = |about, named| Sourcing { about, named, cue: at..start, role: Role::Told };
    vec![told(who.clone(), met.clone()), told(met, who)]
}

/// `A clerk cited by the Courier denied this.`
fn passed_on(reading: &Reading, sentence: &Tokens, at: usize) -> Option<Sourcing> {
    let (cue, _) = reading.tie_at(at).filter(|(cue, role)| *role != Role::Cited && reading.is(cue.end - 1, "by"))?;
    let about = reading.noun_phrase_before(at, sentence.start)?;
    let named = reading.noun_phrase_from(cue.end, sentence.end)?;
    let person = reading.lexicon.noun(reading.word(about.end - 1)).is_some_and(|noun| noun.class.is_person());
    person.then_some(Sourcing { about, named, cue, role: Role::Told })
}

/// `Roe was speaking on Radio Tarn.`, `Roe made the remarks in an interview with the Courier.`
fn was_speaking_on(reading: &Reading, sentence: &Tokens, at: usize) -> Vec<Sourcing> {
    let speaking =
        reading.is_in(at, Class::SpeakingParticiple) && at > sentence.start && reading.is_in(at - 1, Class::BeForm);
    // `made similar remarks` are others.
    let these =
        reading.is(at + 1, "the") || reading.is_in(at + 1, Class::Demonstrative) || reading.is_possessive(at + 1);
    let remarks = (at + 2..sentence.end.min(at + 4)).find(|remarks| reading.is_in(*remarks, Class::SaidThing));
    let made = remarks.filter(|_| reading.is_any(at, &["made", "makes"]) && these);
    let Some(end) = made.map(|remarks| remarks + 1).or(speaking.then_some(at + 1)) else { return Vec::new() };
    let group = reading.verb_group(at, sentence.start);
    let about = reading.noun_phrase_before(group.tokens.start, sentence.start);
    let Some(about) = about.filter(|_| !group.negated && !group.modal) else { return Vec::new() };
    let zone = end..(end..sentence.end).find(|at| reading.is_finite(*at)).unwrap_or(sentence.end);
    let sourcing = |(_, phrase)| Sourcing {
        about: about.clone(),
        named: reading.outlet_part(&phrase),
        cue: at..end,
        role: Role::Told,
    };
    reading.prepositional_phrases(&zone).into_iter().map(sourcing).collect()
}
