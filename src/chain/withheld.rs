//! That a name is kept back, and why: what the page says of it where it speaks of somebody unnamed.
//!
//! In go a text and the finished claims. A spokeswoman who asked not to be named is no office on record, and residents who
//! speak on condition of anonymity are no people in general: the names of both are kept. Each hand whose name is kept gets
//! the words that say why, where the page has any: `because she was not authorised to speak` behind *on condition of anonymity*, `not allowed to discuss the case`. They
//! stand in the sentence of a mention of that hand or open the next one, and hold for every mention of the same source.

use std::ops::Range;

use crate::lexicon::Class;
use crate::order;
use crate::report::{Claim, Hop, SourceType, Span};
use crate::text::{Text, TokenKind};

/// Words between *named* and *because*: `not to be named in the story because`.
const BETWEEN: usize = 5;
/// Words between the negation and *named*: `not to be publicly named`.
const NEGATED: usize = 4;

/// Words between the negation and *be named*: `did not want to be`.
const UNWILLING: usize = 5;
/// Words between *asked* and *anonymity*.
const ASKED: usize = 4;

/// Marks the hands whose names the page says it keeps, and gives each the page's reason for that.
pub(super) fn disclose(text: &Text, claims: &mut [Claim]) {
    let notes = Notes::of(text, claims);
    if notes.by_sentence.is_empty() {
        return;
    }
    // By where the source is mentioned first.
    let mut known: Vec<(Span, Option<Span>)> = Vec::new();
    for hop in claims.iter().flat_map(|claim| &claim.chain).filter(|hop| may_be_kept(hop)) {
        let Some(source) = source_of(hop) else { continue };
        let mentions = [hop.antecedent, hop.span].into_iter().flatten();
        if let Some(reason) = mentions.filter_map(|mention| notes.beside(text, mention, is_kept(hop))).next() {
            known.push((source, reason));
        }
    }
    // A note that says why stands before one of the same source that does not.
    let place = |(source, reason): &(Span, Option<Span>)| (source.start as usize) * 2 + usize::from(reason.is_none());
    order::by(&mut known, |note| (note.0.block as usize, place(note)));
    for hop in claims.iter_mut().flat_map(|claim| &mut claim.chain).filter(|hop| may_be_kept(hop)) {
        let Some(source) = source_of(hop) else { continue };
        let at = known.partition_point(|(other, _)| begins(other) < begins(&source));
        let Some((_, reason)) = known.get(at).filter(|(other, _)| *other == source) else { continue };
        hop.reason = *reason;
        hop.anonymous = true;
        if hop.source_type == SourceType::VagueCollective {
            hop.source_type = SourceType::AnonymousCollective;
        }
    }
}

/// Whether the words for a hand say already that it is somebody whose name is kept: `an aide`.
fn is_kept(hop: &Hop) -> bool {
    hop.anonymous || hop.source_type.keeps_name()
}

/// Whether a hand has no name, so that the page may say that it keeps one.
fn may_be_kept(hop: &Hop) -> bool {
    is_kept(hop) || matches!(hop.source_type, SourceType::RoleOnly | SourceType::VagueCollective)
}

/// The first mention of a hand stands for it.
fn source_of(hop: &Hop) -> Option<Span> {
    hop.antecedent.or(hop.span)
}

/// That a name is kept: where a sentence says so, and where it says why.
#[derive(Clone, Copy)]
struct Note {
    sentence: usize,
    said: Span,
    reason: Option<Span>,
}

struct Notes {
    /// In text order.
    by_sentence: Vec<Note>,
    /// Where hands without a name are mentioned, in text order, and those of them that are kept by their words alone.
    mentions: Vec<Span>,
    kept: Vec<Span>,
}

impl Notes {
    fn of(text: &Text, claims: &[Claim]) -> Self {
        let of = |which: fn(&Hop) -> bool| {
            let hops = claims.iter().flat_map(|claim| &claim.chain).filter(|hop| which(hop));
            let mut mentions = in_order(hops.flat_map(|hop| [hop.antecedent, hop.span]).flatten());
            mentions.dedup();
            mentions
        };
        let (mentions, kept) = (of(may_be_kept), of(is_kept));
        let mut by_sentence = Vec::new();
        if mentions.is_empty() {
            return Self { by_sentence, mentions, kept };
        }
        let said = in_order(claims.iter().flat_map(|claim| claim.content.iter().copied()));
        let covered = joined(&said);
        let cues = in_order(claims.iter().flat_map(|claim| claim.cue.iter().copied()));
        for (index, sentence) in text.sentences.iter().enumerate() {
            let reason = sentence.clone().find_map(|at| begins_reason(text, at, sentence));
            let Some(start) = reason.or_else(|| sentence.clone().find(|at| keeps_name(text, *at, sentence))) else {
                continue;
            };
            let Some(opening) = text.span(&(start..start + 1)) else { continue };
            // What somebody says of other people is no reason of the page's.
            let before = covered.partition_point(|span| begins(span) <= begins(&opening)).checked_sub(1);
            if before.is_some_and(|at| covered[at].block == opening.block && opening.start < covered[at].end) {
                continue;
            }
            let next = |spans: &[Span]| {
                let at = spans.partition_point(|span| begins(span) <= begins(&opening));
                spans.get(at).filter(|span| span.block == opening.block).map_or(u32::MAX, |span| span.start)
            };
            let limit = next(&said).min(next(&cues));
            let reason = reason.and_then(|start| text.span(&(start..end(text, start, sentence.end, limit))));
            by_sentence.push(Note { sentence: index, said: reason.unwrap_or(opening), reason });
        }
        Self { by_sentence, mentions, kept }
    }

    /// What is said of a mention: the reason, if one is given. The note is of its own sentence, unless it belongs to
    /// another mention; else of one that opens with a word for the source again. Somebody whose words alone say that the name is
    /// kept comes before all others. None where nothing is said.
    fn beside(&self, text: &Text, mention: Span, kept: bool) -> Option<Option<Span>> {
        let at = token_at(text, mention);
        let sentence = text.sentence_of(at);
        let rivals = if kept { &self.kept } else { &self.mentions };
        if let Some(note) = self.in_sentence(sentence) {
            return is_nearest(rivals, mention, note.said).then_some(note.reason);
        }
        let note = self.in_sentence(sentence + 1)?;
        let (own, next) = (text.sentences.get(sentence)?, text.sentences.get(sentence + 1)?);
        (mentioned(rivals, text, own) == 1
            && text.block_of(next.start) == text.block_of(at)
            && names_again(text, mention, next.start))
        .then_some(note.reason)
    }

    fn in_sentence(&self, sentence: usize) -> Option<Note> {
        let at = self.by_sentence.partition_point(|note| note.sentence < sentence);
        self.by_sentence.get(at).filter(|note| note.sentence == sentence).copied()
    }
}

/// Whether no other unnamed hand stands between a mention and a note in its sentence.
fn is_nearest(mentions: &[Span], mention: Span, reason: Span) -> bool {
    let (from, to) =
        if mention.start < reason.start { (mention.end, reason.start) } else { (reason.end, mention.start) };
    let at = |start| mentions.partition_point(|other| begins(other) < (mention.block as usize, start as usize));
    at(from) == at(to)
}

/// How many unnamed hands are mentioned in a sentence.
fn mentioned(mentions: &[Span], text: &Text, sentence: &Range<usize>) -> usize {
    let before = |token: usize| mentions.partition_point(|mention| token_at(text, *mention) < token);
    before(sentence.end) - before(sentence.start)
}

/// Whether a sentence opens with a word for somebody mentioned in the one before: `They spoke`, `The officials asked`.
fn names_again(text: &Text, mention: Span, at: usize) -> bool {
    if text.is_in(at, Class::ThirdPerson) || text.is_in(at, Class::Predeterminer) {
        return true;
    }
    let first = token_at(text, mention);
    let words = (first..).take_while(|token| {
        text.span(&(*token..*token + 1)).is_some_and(|span| span.block == mention.block && span.end <= mention.end)
    });
    text.is_in(at, Class::Definite) && words.skip(1).chain([first]).any(|token| text.word(token) == text.word(at + 1))
}

/// `on condition of anonymity`, `asked not to be named`, `declined to give her name`: whether a token says that a name is kept.
fn keeps_name(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    let before = |reach: usize| at.saturating_sub(reach).max(sentence.start)..at;
    let unwilling = || before(UNWILLING).any(|at| text.is_in(at, Class::Negation) || text.is_in(at, Class::Refusal));
    if text.is_in(at, Class::Anonymity) {
        return before(ASKED).any(|at| text.is_in(at, Class::AnonymityAsked));
    }
    // `has not been named` says nothing of whether anybody asked for it.
    if text.is_in(at, Class::WithheldParticiple) {
        let kept = |at: usize| text.word(at) == "be" || text.is_in(at, Class::NameNoun);
        return before(2).any(kept) && unwilling();
    }
    let own = text.is_in(at, Class::NameNoun) && before(1).any(|at| text.is_in(at, Class::Possessive));
    own && before(2).any(|at| text.is_in(at, Class::GivingAway)) && unwilling()
}

/// The first token of a reason, if a token is what leads to one.
fn begins_reason(text: &Text, at: usize, sentence: &Range<usize>) -> Option<usize> {
    let opens = |from: usize, within: usize| {
        (from..sentence.end.min(from + within))
            .take_while(|at| text.tokens[*at].kind == TokenKind::Word || text.word(*at) == ",")
            .find(|at| text.is_in(*at, Class::ReasonOpener))
    };
    if text.is_in(at, Class::Anonymity) {
        // `on condition of anonymity to discuss`: only there `to` says why.
        let next = at + 1;
        return opens(next, 2).or_else(|| (next < sentence.end && text.word(next) == "to").then_some(next));
    }
    let negated = |within: usize| {
        (at.saturating_sub(within).max(sentence.start)..at)
            .find(|at| text.is_in(*at, Class::Negation) || text.is_in(*at, Class::Refusal))
    };
    if text.is_in(at, Class::WithheldParticiple) {
        return negated(NEGATED).and_then(|_| opens(at + 1, BETWEEN));
    }
    let speaks = text.word(at + 1) == "to" && at + 2 < sentence.end && text.is_in(at + 2, Class::SpeakingOut);
    let negation = (speaks && text.is_in(at, Class::LeaveParticiple)).then(|| negated(2)).flatten()?;
    // `wasn't` is one word to a reader.
    Some(negation - usize::from(text.tokens[negation].kind == TokenKind::Clitic))
}

/// One past the last token of a reason: where the clause is cut, or something is said or claimed.
fn end(text: &Text, start: usize, last: usize, limit: u32) -> usize {
    let cut = (start + 1..last)
        .find(|at| {
            !matches!(text.tokens[*at].kind, TokenKind::Word | TokenKind::Clitic) || text.tokens[*at].start >= limit
        })
        .unwrap_or(last);
    if cut > start + 1 && text.word(cut - 1) == "that" { cut - 1 } else { cut }
}

fn in_order(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.collect();
    order::by(&mut spans, begins);
    spans
}

/// Spans in order as those that do not overlap.
fn joined(spans: &[Span]) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if last.block == span.block && span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(*span),
        }
    }
    joined
}

fn begins(span: &Span) -> (usize, usize) {
    (span.block as usize, span.start as usize)
}

fn token_at(text: &Text, span: Span) -> usize {
    text.tokens.partition_point(|token| (token.block, token.start) < (span.block, span.start))
}
