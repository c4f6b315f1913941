//! Attributions inside attributions.
//!
//! The inner one's chain begins with the outer one's hands. Where the outer content is nothing but the inner
//! attribution (`Cox said officials told him that …`), only the inner one is a claim.

use crate::attribution::{Attribution, Frame, Tokens};
use crate::lexicon::{Class, NounClass, lexicon};
use crate::report::Kind;
use crate::text::{Tag, Text, TokenKind};

/// For each attribution the innermost one whose content it stands in, cue and all. They are ordered by content.
pub(super) fn parents(attributions: &[Attribution]) -> Vec<Option<usize>> {
    let mut parents = vec![None; attributions.len()];
    let mut open: Vec<usize> = Vec::new();
    for index in 0..attributions.len() {
        let start = attributions[index].content[0].start;
        open.retain(|outer| attributions[*outer].content.last().is_some_and(|piece| piece.end > start));
        parents[index] =
            open.iter().rev().take(16).find(|outer| stands_in(&attributions[index], &attributions[**outer])).copied();
        open.push(index);
    }
    parents
}

fn stands_in(inner: &Attribution, outer: &Attribution) -> bool {
    let within = |run: &Tokens| outer.content.iter().any(|piece| piece.start <= run.start && run.end <= piece.end);
    inner.content.iter().all(within)
        && inner.cue.iter().all(within)
        && (!inner.cue.is_empty() || inner.source.is_some())
        && inner.source.as_ref().is_none_or(within)
        && inner.content != outer.content
}

/// The attributions around one, from the inside out.
pub(super) fn ancestors(parents: &[Option<usize>], index: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(parents[index], |outer| parents[*outer])
}

/// Which attributions are nothing but a wrapper around an inner one.
pub(super) fn wrappers(text: &Text, attributions: &[Attribution], parents: &[Option<usize>]) -> Vec<bool> {
    let mut wrappers = vec![false; attributions.len()];
    for (index, parent) in parents.iter().enumerate() {
        // `found that a third of voters thought …`: what a crowd thinks is all that was found; `said she thought …` is what
        // she thinks, and `according to Roe, Vey believes …` what Vey does.
        let somebody = |source: &Tokens| {
            source.len() == 1 && text.is_in(source.start, Class::SubjectPronoun)
                || source.clone().any(|at| text.tokens[at].capital)
        };
        // `Roe has asked a firm to move, the Courier reports`: that she did is what is reported.
        let kind = attributions[index].kind;
        let act = matches!(kind, Kind::Directive | Kind::Commissive);
        let voiced = kind == Kind::Speech || !act && attributions[index].source.as_ref().is_some_and(somebody);
        if let Some(outer) = *parent
            && voiced
            && wraps(text, &attributions[outer], &attributions[index])
        {
            wrappers[outer] = true;
        }
    }
    wrappers
}

/// Words of the outer content that the inner attribution does not account for, little words left out.
fn wraps(text: &Text, outer: &Attribution, inner: &Attribution) -> bool {
    let accounted = |at: usize| {
        inner
            .content
            .iter()
            .chain(&inner.cue)
            .chain(&inner.source)
            .chain(inner.hands.iter().flat_map(|hand| [&hand.mention, &hand.cue]))
            .any(|run| run.contains(&at))
    };
    // `said Roe, of the harbour board, according to …`: what describes the inner source.
    let described = inner.source.as_ref().map(|source| aside_behind(text, source.end)).unwrap_or_default();
    // `said on Monday in the hall that …`: what stands between the inner source, its cue and its content.
    let between = inner.source.as_ref().zip(inner.cue.first()).and_then(|(source, cue)| {
        let content = inner.content.first()?;
        let between = source.start..content.start;
        let verb = |at: usize| {
            text.tags.get(at).is_some_and(|tag| tag.is_finite() && *tag != Tag::FiniteAuxiliary) && !accounted(at)
        };
        // `treating it as an attack and urging people to …` says more.
        let more = between.clone().any(|at| text.word(at) == "and" || text.tokens[at].kind == TokenKind::DoubleQuote);
        let aside = aside_behind(text, source.end);
        let plain = between.clone().all(|at| aside.contains(&at) || !verb(at));
        // `of 73 percent who said p`, `people angry that p`: the rest is about them.
        let relative = (aside.end..cue.start).any(|at| text.is_in(at, Class::Relativizer));
        let whole = plain && !more && !relative && inner.frame != Frame::Learned;
        (source.end <= cue.start && cue.end <= content.start && whole).then_some(between)
    });
    let between = between.unwrap_or_default();
    // `“p,” Roe will tell donors on a call next week, according to …`: what stands behind the inner source says where and
    // when.
    let behind = inner.cue.first().and_then(|cue| {
        let end = outer.content.iter().find(|piece| piece.contains(&cue.start))?.end;
        let start = inner.source.as_ref().map(|source| source.end).filter(|start| *start <= cue.start);
        let behind = start.unwrap_or(cue.end)..end;
        let pauses = |at: usize| !text.tokens[at].is_wordlike() && at + 1 < end && !accounted(at);
        let says = |at: usize| {
            text.tags.get(at).is_some_and(|tag| tag.is_finite() && *tag != Tag::FiniteAuxiliary) && !accounted(at)
        };
        let last = inner.content.last().is_some_and(|piece| piece.end <= cue.start) && inner.frame != Frame::Learned;
        let plain = behind.clone().all(|at| !pauses(at) && !says(at));
        (last && plain).then_some(behind)
    });
    let behind = behind.unwrap_or_default();
    let front = inner.source.as_ref().map(|source| setting_in_front(text, outer, source)).unwrap_or_default();
    // `said she had been told by a deacon that …`: she passes on what the deacon told.
    let heard = inner.cue.first().filter(|_| inner.frame == Frame::PassiveIt && inner.source.is_some());
    let helps = |at: usize| {
        text.is_in(at, Class::SubjectPronoun)
            || matches!(text.tags.get(at), Some(Tag::FiniteAuxiliary | Tag::Adverb))
            || text.is_in(at, Class::BeForm)
    };
    let heard = heard.map(|cue| outer.content[0].start..cue.start).filter(|front| front.clone().all(helps));
    let heard = heard.unwrap_or_default();
    let left = outer
        .content
        .iter()
        .flat_map(Clone::clone)
        .filter(|at| {
            text.tokens[*at].is_wordlike()
                && !accounted(*at)
                && !described.contains(at)
                && !between.contains(at)
                && !behind.contains(at)
                && !front.contains(at)
                && !heard.contains(at)
                && !is_little(text.word(*at))
        })
        .count();
    left == 0
}

/// `Speaking to reporters in Lowby, Vey said …, the Courier reported`: what the outer content has in front of the inner
/// source, where it tells how it was said.
fn setting_in_front(text: &Text, outer: &Attribution, source: &Tokens) -> Tokens {
    let start = outer.content[0].start;
    let front = start..source.start.max(start);
    let comma = front.end.checked_sub(1).filter(|at| text.tokens[*at].kind == TokenKind::Comma);
    let verb = front.clone().skip(1).any(|at| text.tags.get(at).is_some_and(|tag| tag.is_finite()));
    // `In a text message sent in May, the girl wrote …`
    let paper = |at: usize| lexicon().noun(text.word(at)).is_some_and(|noun| noun.class == NounClass::Document);
    let written = text.word(start) == "in" && front.clone().take(5).any(paper);
    let speaks = written || text.is_in(start, Class::SpeakingParticiple) || text.is_in(start, Class::AskedParticiple);
    if comma.is_some() && speaks && (written || !verb) { front } else { start..start }
}

/// An aside between commas, or up to the end of the sentence, that begins at a token and holds no verb but a
/// relative clause's.
fn aside_behind(text: &Text, start: usize) -> Tokens {
    let comma = |at: usize| text.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Comma);
    let end = text.sentences.get(text.sentence_of(start)).map_or(start, |sentence| sentence.end);
    if !comma(start) {
        return start..start;
    }
    let close = (start + 1..end).find(|at| comma(*at)).unwrap_or(end);
    let relative = text.is_in(start + 1, Class::RelativePronoun) || text.is_in(start + 1, Class::AskedParticiple);
    let verb = !relative && (start + 1..close).any(|at| text.tags.get(at).is_some_and(|tag| tag.is_finite()));
    start..if verb { start } else { close }
}

fn is_little(word: &str) -> bool {
    lexicon().is_in(word, Class::LittleWord) || lexicon().is_in(word, Class::Approximation) || word.ends_with("day")
}

/// The outermost wrapper around an attribution, whose kind its claim has.
pub(super) fn outermost(parents: &[Option<usize>], wrappers: &[bool], index: usize) -> Option<usize> {
    ancestors(parents, index).take_while(|outer| wrappers[*outer]).last()
}
