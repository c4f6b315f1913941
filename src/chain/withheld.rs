//! Why a name is kept back: the reason that the page gives where it speaks of somebody unnamed.
//!
//! In go a text and the finished claims. Each hand whose name is kept gets the words that say why, where the page has
//! any: `because she was not authorised to speak` behind *on condition of anonymity*, `not allowed to discuss the case`. They
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

/// Gives the hands whose names are kept the page's reason for that.
pub(super) fn disclose(text: &Text, claims: &mut [Claim]) {
    let reasons = Reasons::of(text, claims);
    if reasons.by_sentence.is_empty() {
        return;
    }
    // By where the source is mentioned first.
    let mut known: Vec<(Span, Span)> = Vec::new();
    for hop in claims.iter().flat_map(|claim| &claim.chain).filter(|hop| is_kept(hop)) {
        let Some(source) = source_of(hop) else { continue };
        let mentions = [hop.antecedent, hop.span].into_iter().flatten();
        if let Some(reason) = mentions.filter_map(|mention| reasons.beside(text, mention)).next() {
            known.push((source, reason));
        }
    }
    order::by(&mut known, |(source, _)| begins(source));
    for hop in claims.iter_mut().flat_map(|claim| &mut claim.chain).filter(|hop| is_kept(hop)) {
        let Some(source) = source_of(hop) else { continue };
        let at = known.partition_point(|(other, _)| begins(other) < begins(&source));
        hop.reason = known.get(at).filter(|(other, _)| *other == source).map(|(_, reason)| *reason);
    }
}

fn is_kept(hop: &Hop) -> bool {
    hop.anonymous || matches!(hop.source_type, SourceType::AnonymousIndividual | SourceType::AnonymousCollective)
}

/// The first mention of a hand stands for it.
fn source_of(hop: &Hop) -> Option<Span> {
    hop.antecedent.or(hop.span)
}

struct Reasons {
    /// The reasons with the sentences they stand in, in text order.
    by_sentence: Vec<(usize, Span)>,
    /// Where unnamed hands are mentioned, in text order.
    mentions: Vec<Span>,
}

impl Reasons {
    fn of(text: &Text, claims: &[Claim]) -> Self {
        let hops = || claims.iter().flat_map(|claim| &claim.chain).filter(|hop| is_kept(hop));
        let mut mentions = in_order(hops().flat_map(|hop| [hop.antecedent, hop.span]).flatten());
        mentions.dedup();
        let mut by_sentence = Vec::new();
        if mentions.is_empty() {
            return Self { by_sentence, mentions };
        }
        let said = in_order(claims.iter().flat_map(|claim| claim.content.iter().copied()));
        let covered = joined(&said);
        let cues = in_order(claims.iter().flat_map(|claim| claim.cue.iter().copied()));
        for (index, sentence) in text.sentences.iter().enumerate() {
            let Some(start) = sentence.clone().find_map(|at| begins_reason(text, at, sentence)) else { continue };
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
            if let Some(reason) = text.span(&(start..end(text, start, sentence.end, limit))) {
                by_sentence.push((index, reason));
            }
        }
        Self { by_sentence, mentions }
    }

    /// The reason that goes with a mention: of its own sentence, unless it belongs to another; else of one that opens with
    /// a word for the source again.
    fn beside(&self, text: &Text, mention: Span) -> Option<Span> {
        let at = token_at(text, mention);
        let sentence = text.sentence_of(at);
        if let Some(reason) = self.in_sentence(sentence) {
            return self.is_nearest(mention, reason).then_some(reason);
        }
        let reason = self.in_sentence(sentence + 1)?;
        let (own, next) = (text.sentences.get(sentence)?, text.sentences.get(sentence + 1)?);
        (self.mentioned(text, own) == 1
            && text.block_of(next.start) == text.block_of(at)
            && names_again(text, mention, next.start))
        .then_some(reason)
    }

    fn in_sentence(&self, sentence: usize) -> Option<Span> {
        let at = self.by_sentence.partition_point(|(other, _)| *other < sentence);
        self.by_sentence.get(at).filter(|(other, _)| *other == sentence).map(|(_, reason)| *reason)
    }

    /// Whether no other unnamed hand stands between a mention and a reason in its sentence.
    fn is_nearest(&self, mention: Span, reason: Span) -> bool {
        let (from, to) =
            if mention.start < reason.start { (mention.end, reason.start) } else { (reason.end, mention.start) };
        let at =
            |start| self.mentions.partition_point(|other| begins(other) < (mention.block as usize, start as usize));
        at(from) == at(to)
    }

    /// How many unnamed hands are mentioned in a sentence.
    fn mentioned(&self, text: &Text, sentence: &Range<usize>) -> usize {
        let before = |token: usize| self.mentions.partition_point(|mention| token_at(text, *mention) < token);
        before(sentence.end) - before(sentence.start)
    }
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
