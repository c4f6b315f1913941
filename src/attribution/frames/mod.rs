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
use crate::lexicon::{Class, Pattern};
use crate::order;
use crate::report::Factuality;
use crate::text::TokenKind;

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
    findings
}

/// Captions and bylines never make claims, and neither does text whose part on the page is unknown.
pub(super) fn makes_claims(region: Region) -> bool {
    !matches!(region, Region::Caption | Region::Byline | Region::Other)
}

fn in_sentence(reading: &Reading, sentence: &Tokens, findings: &mut Findings) {
    let first = findings.attributions.len();
    let mut previous: Option<Tokens> = None;
    for cue in reading.cues(sentence) {
        let subject = reading.subject(&cue, previous.as_ref());
        let found = of_verb(reading, &cue, subject.as_ref());
        findings.attributions.extend(found);
        if let Some(subject) = subject.filter(|subject| !subject.relative) {
            previous = Some(subject.tokens);
        }
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
    if says_nothing(reading, cue, subject) || reading.is_made_by(cue) {
        return None;
    }
    if cue.verb.takes(Pattern::Impersonal) {
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

/// Whether the cue is there but nothing is said: `declined to say`, `if he says`, `could say`, `you can tell`.
pub(super) fn says_nothing(reading: &Reading, cue: &Cue, subject: Option<&Subject>) -> bool {
    let group = &cue.group;
    let denied_denial = cue.verb.factuality == Factuality::Counterfactive;
    if (group.negated && !denied_denial) || group.modal || reading.withholds(group) {
        return true;
    }
    // `That said, the roof still leaks.`
    let idiom = cue.words.start == cue.sentence.start + 1 && reading.is(cue.sentence.start, "that");
    if idiom || has_its_object(reading, cue) {
        return true;
    }
    let Some(subject) = subject else {
        return !cue.verb.takes(Pattern::Parenthetical) && !cue.verb.takes(Pattern::Quotation);
    };
    let first = subject.tokens.start;
    let own_voice = subject.tokens.len() == 1 && reading.is_in(first, Class::OwnVoice);
    // `Nothing Roe said “will help,” Lee argued.`: what Roe said is not told.
    let whatever = subject
        .stretch
        .start
        .checked_sub(1)
        .is_some_and(|at| at >= cue.sentence.start && reading.is_in(at, Class::IndefiniteThing));
    // `None of them said so.`
    let no_one = |at: usize| reading.is_in(at, Class::NobodyWord);
    let nobody = no_one(first) || first > 1 && reading.is(first - 1, "of") && no_one(first - 2);
    let conditional = !subject.shared
        && subject
            .stretch
            .start
            .checked_sub(1)
            .is_some_and(|at| at >= cue.sentence.start && reading.is_in(at, Class::Condition));
    own_voice
        || nobody
        || whatever
        || conditional
        || is_made_to(reading, cue, &subject.tokens)
        || is_said_of_noun(reading, cue, &subject.tokens)
        || infers(reading, cue, &subject.tokens)
        || supposes(reading, cue, &subject.tokens)
        || reading.is_time(subject.tokens.end - 1)
            && !reading.ends_a_title(subject.tokens.end - 1)
            && !reading.is_genitive(subject.tokens.end)
}

/// `They found themselves at sea`, `that says something about the town`, `she said as much`: nothing is stated.
fn has_its_object(reading: &Reading, cue: &Cue) -> bool {
    let at = cue.words.end;
    let found_oneself = cue.verb.lemma == "find" && reading.is_in(at, Class::ReflexivePronoun);
    let as_much = reading.are(at, &["as", "much"]) && !reading.is(at + 2, "as");
    // `she and Roe shared “a taste for boats”`
    let shared = cue.verb.lemma == "share" && reading.kind(at) == TokenKind::DoubleQuote;
    // `The problem is finding the way.`, `have trouble finding work`
    let before = cue.words.start.saturating_sub(1);
    let task = reading.is(cue.words.start, "finding") && !reading.is(at, "that") && !reading.parts_clauses(before);
    task || shared
        || found_oneself
        || as_much
        || reading.are(at, &["something", "about"])
        || reading.are(at, &["the", "same", "thing"])
}

/// `The agency helped a journalist write that …`, `She let him say it.`: somebody else's doing, and nothing said yet.
fn is_made_to(reading: &Reading, cue: &Cue, subject: &Tokens) -> bool {
    cue.words.start == cue.group.tokens.start
        && reading.is(cue.words.start, cue.verb.lemma)
        && subject.end == cue.words.start
        && subject.start > cue.sentence.start
        && reading.is_in(subject.start - 1, Class::CausingVerb)
}

/// `a point that inspectors have disputed`: the content is the point, and the page has said what that is.
fn is_said_of_noun(reading: &Reading, cue: &Cue, subject: &Tokens) -> bool {
    let relative = |at: &usize| *at > cue.sentence.start && reading.is_any(*at, &["that", "which"]);
    subject.end <= cue.group.tokens.start
        && subject.start.checked_sub(1).filter(relative).is_some_and(|at| reading.is_nominal(at - 1))
        && reading.nothing_follows(cue.words.end, cue.sentence.end)
}

/// `The price suggests a bargain.`: what is neither a paper, a person nor a name says nothing; the page infers.
fn infers(reading: &Reading, cue: &Cue, subject: &Tokens) -> bool {
    let can_say = |at: usize| reading.text.tokens[at].capital || reading.lexicon.noun(reading.word(at)).is_some();
    reading.lexicon.classes(cue.verb.lemma).has(Class::FindingVerb)
        && !reading.is_pronoun(subject.start)
        && !subject.clone().skip(1).any(can_say)
        && !can_say(subject.end - 1)
}

/// `Ask anybody who says it is late.`: nobody in particular, at no time in particular.
fn supposes(reading: &Reading, cue: &Cue, subject: &Tokens) -> bool {
    subject.len() == 1 && reading.is_in(subject.start, Class::Somebody) && reading.word(cue.words.start).ends_with('s')
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
        own.frame == Frame::PassiveInfinitive
            && own.source.is_none()
            && other.source.is_some()
            && cue_inside(own, other)
    };
    let caution: Vec<bool> = (0..kept.len())
        .map(|at| {
            kept[at.saturating_sub(12)..at].iter().any(|other| hedges(&attributions[kept[at]], &attributions[*other]))
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
