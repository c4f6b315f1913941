//! The frames: one file for each shape that attribution takes in print.
//!
//! Each looks at one cue, or one sentence, and answers with an attribution or nothing. They are tried in the order of
//! how sure they are; what two of them find in the same words is kept once.

mod according_to;
mod block_quotation;
mod headline;
mod hearsay_adverb;
mod naming;
mod noun_that;
mod parenthetical;
mod passive;
mod quotation_alone;
mod quoted_as;
mod reported_clause;
mod signature;
mod sourcing;
mod speaker_label;

use super::cue::Cue;
use super::reading::Reading;
use super::subject::Subject;
use super::{Attribution, Findings, Frame, Tokens};
use crate::document::Region;
use crate::lexicon::Pattern;
use crate::order;
use crate::report::Factuality;

/// Finds what the frames and the tagger together make of a text.
pub(super) fn apply(reading: &Reading) -> Findings {
    let mut findings = alone(reading);
    #[cfg(feature = "tagger")]
    super::proposals::weigh(reading, &mut findings.attributions);
    settle(&mut findings.attributions);
    for attribution in &mut findings.attributions {
        let owner = attribution.source.as_ref().and_then(|source| reading.owner_of_source(source));
        attribution.hands.extend(owner);
    }
    findings
}

/// Applies every frame to every sentence that can make claims.
pub(super) fn alone(reading: &Reading) -> Findings {
    let mut findings = Findings::default();
    for sentence in &reading.text.sentences {
        if makes_claims(reading.region(sentence.start)) {
            in_sentence(reading, sentence, &mut findings);
        }
    }
    speaker_label::turns(reading, &mut findings.attributions);
    quotation_alone::find(reading, &mut findings.attributions);
    block_quotation::go_on(reading, &mut findings.attributions);
    block_quotation::signed(reading, &mut findings.attributions);
    findings
}

/// Captions and bylines never make claims, and neither does text whose part on the page is unknown.
pub(super) fn makes_claims(region: Region) -> bool {
    !matches!(region, Region::Caption | Region::Byline | Region::Other)
}

fn in_sentence(reading: &Reading, sentence: &Tokens, findings: &mut Findings) {
    let first = findings.attributions.len();
    let mut previous: Option<Tokens> = None;
    let mut present: Option<Tokens> = None;
    for cue in reading.cues(sentence) {
        let now = reading.is_present(&cue);
        // `The letter says Roe told them p and alleges that q`: the letter alleges, since only its verb is of that tense.
        let same_tense = present.as_ref().filter(|_| now);
        let subject = reading.subject(&cue, same_tense.or(previous.as_ref()));
        let found = of_verb(reading, &cue, subject.as_ref());
        // `Roe conceded that the roof was leaking but insisted …`: what leaks in her words is not who insists.
        let content = |own: &Attribution| own.content.iter().any(|piece| piece.contains(&cue.group.head));
        let silent = found.is_none() && findings.attributions[first..].iter().any(content);
        // `a law that required voters to show proof, saying …`: nobody has shown anything.
        let start = cue.group.tokens.start;
        let to_do = found.is_none() && (reading.is(start, "to") || reading.is(start.saturating_sub(1), "to"));
        // `She accepted that he had apologised, but noted …`: nor does he note anything.
        let inner = |own: &Subject| {
            let that = own.stretch.start.saturating_sub(1);
            found.is_none() && that > 0 && reading.is(that, "that") && reading.tag(that - 1).is_verb()
        };
        let taken_up = |own: &Subject| !silent && !own.relative && !to_do && !inner(own);
        if let Some(subject) = subject.filter(taken_up) {
            present = if now { Some(subject.tokens.clone()) } else { present };
            previous = Some(subject.tokens);
        }
        findings.attributions.extend(found);
    }
    findings.attributions.extend(according_to::find(reading, sentence));
    let quoted = quoted_as::find(reading, sentence);
    // `as saying` belongs to the verb that quotes.
    let taken = |own: &Attribution| quoted.iter().any(|other| other.cue.contains(&own.cue[0]));
    let own = findings.attributions.split_off(first);
    findings.attributions.extend(own.into_iter().filter(|own| own.cue.is_empty() || !taken(own)));
    findings.attributions.extend(quoted);
    findings.attributions.extend(noun_that::find(reading, sentence));
    findings.attributions.extend(headline::find(reading, sentence));
    findings.attributions.extend(hearsay_adverb::rumour(reading, sentence));
    let found = &findings.attributions[first..];
    let hearsay = hearsay_adverb::find(reading, sentence, found);
    findings.attributions.extend(hearsay);
    findings.sourcing.extend(sourcing::find(reading, sentence, &findings.attributions[first..]));
}

/// The frames of a cue verb.
fn of_verb(reading: &Reading, cue: &Cue, subject: Option<&Subject>) -> Option<Attribution> {
    if let Some(heard) = passive::heard(reading, cue) {
        return Some(heard);
    }
    if cue.group.passive {
        return passive::find(reading, cue);
    }
    let credit = reading.credit(cue, subject);
    if credit == 0.0 || reading.is_made_by(cue) {
        return None;
    }
    // `The Courier hears from a clerk that …`
    let hears = cue.verb.takes(Pattern::ThatClause) && reading.is(cue.words.end, "from");
    if cue.verb.takes(Pattern::Impersonal) && !hears {
        return passive::impersonal(reading, cue, subject.map(|subject| &subject.tokens));
    }
    // A quotation that closes right in front decides: `"The road," she said, "is open."` So does a subject behind the
    // verb: `The road is open, said Ann Roe, a clerk.`
    let named_behind = || {
        let behind = reading.noun_phrase_from(cue.words.end, cue.sentence.end);
        reading.inverts(cue) && behind.is_some_and(|behind| reading.is_name(&behind))
    };
    let closes = parenthetical::follows_quotation(reading, cue, subject) || named_behind();
    let mut found = naming::find(reading, cue, subject)
        .or_else(|| closes.then(|| parenthetical::find(reading, cue, subject)).flatten())
        .or_else(|| reported_clause::find(reading, cue, subject))
        .or_else(|| (!closes).then(|| parenthetical::find(reading, cue, subject)).flatten())?;
    found.confidence *= credit;
    if cue.group.wrongly {
        found.factuality = Factuality::Counterfactive;
    } else if cue.group.negated {
        found.factuality = Factuality::Hedged;
    } else if cue.group.future {
        found.factuality = Factuality::Nonassertive;
        found.confidence *= 0.6;
    } else if cue.group.hearsay.is_some() {
        found.factuality = Factuality::Hedged;
    }
    Some(found)
}

/// Orders attributions by content, drops doubles, and keeps nested ones. Of two that cross, the surer stays.
fn settle(attributions: &mut Vec<Attribution>) {
    // Of those that begin together the longest comes first.
    let order = order::places(attributions.len(), |index| {
        (first(&attributions[index]), usize::MAX - last(&attributions[index]))
    });
    let mut kept: Vec<usize> = Vec::with_capacity(order.len());
    for index in order {
        let candidate = &attributions[index];
        // Contents are ordered by their start, so only the ones still open can meet this one.
        let clash = kept.iter().rev().take(12).position(|other| clashes(&attributions[*other], candidate));
        match clash.map(|back| kept.len() - 1 - back) {
            Some(at) if attributions[kept[at]].confidence >= candidate.confidence => {}
            Some(at) => kept[at] = index,
            None => kept.push(index),
        }
    }
    // H7: `is believed to have left` inside content that somebody has is that one's caution, and no claim of nobody's.
    let hedges = |own: &Attribution, other: &Attribution| {
        // `was accused of …` is in two pieces as well; `it was reported that …` is in one, and a wrapper's own.
        matches!(own.frame, Frame::PassiveInfinitive | Frame::PassiveIt)
            && own.content.len() > 1
            && own.source.is_none()
            && other.source.is_some()
            && cue_inside(own, other)
    };
    let caution: Vec<bool> = (0..kept.len())
        .map(|at| {
            // Those that begin and end together stand in any order.
            let around = &kept[at.saturating_sub(12)..kept.len().min(at + 3)];
            around.iter().any(|other| hedges(&attributions[kept[at]], &attributions[*other]))
        })
        .collect();
    let mut caution = caution.into_iter();
    kept.retain(|_| !caution.next().unwrap_or_default());
    let mut place = vec![None; attributions.len()];
    for (new, old) in kept.iter().enumerate() {
        place[*old] = Some(new);
    }
    let mut settled: Vec<Attribution> = kept.iter().map(|index| attributions[*index].clone()).collect();
    for attribution in &mut settled {
        attribution.continues = attribution.continues.and_then(|old| place[old]);
    }
    *attributions = settled;
}

fn first(attribution: &Attribution) -> usize {
    attribution.content.first().map_or(0, |piece| piece.start)
}

fn last(attribution: &Attribution) -> usize {
    attribution.content.last().map_or(0, |piece| piece.end)
}

/// Whether two attributions cannot both stand: the same words, or contents that overlap without nesting.
fn clashes(a: &Attribution, b: &Attribution) -> bool {
    let overlap: usize = a.content.iter().flat_map(|x| b.content.iter().map(move |y| shared(x, y))).sum();
    if overlap == 0 {
        return false;
    }
    let (size_a, size_b) = (size(a), size(b));
    if overlap == size_a && overlap == size_b {
        return true;
    }
    // One inside the other is a chain, not a clash, as long as the inner cue stands inside too.
    if overlap == size_b {
        return !cue_inside(b, a);
    }
    if overlap == size_a {
        return !cue_inside(a, b);
    }
    true
}

fn cue_inside(inner: &Attribution, outer: &Attribution) -> bool {
    inner.cue.iter().all(|cue| outer.content.iter().any(|piece| piece.start <= cue.start && cue.end <= piece.end))
}

fn shared(a: &Tokens, b: &Tokens) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

fn size(attribution: &Attribution) -> usize {
    attribution.content.iter().map(ExactSizeIterator::len).sum()
}
