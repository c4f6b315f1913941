//! The Courier quoted the mayor as saying the road was open. "It is open," the mayor was quoted as saying by the Courier.
//!
//! Whoever quotes is an outer hand, whoever is quoted the source. Verb, quoted and `as saying` together make one cue; what
//! it says stands behind it or in front of it, as with any other, so the frames of those shapes read it.

use super::super::cue::Cue;
use super::super::reading::Reading;
use super::super::subject::Subject;
use super::super::verb_group::VerbGroup;
use super::super::{Attribution, Frame, Hand, Role, Tokens};
use super::{parenthetical, reported_clause};
use crate::lexicon::{Class, Pattern, Verb};
use crate::report::Kind;
use crate::text::{Tag, TokenKind};

/// What an outlet does with somebody `who said` something to it.
const MEETS: [(&str, &str); 8] = [
    ("spoke", "to"),
    ("spoke", "with"),
    ("talked", "to"),
    ("talked", "with"),
    ("interviewed", ""),
    ("tracked", "down"),
    ("reached", ""),
    ("contacted", ""),
];
/// How far behind its verb `as saying` may stand.
const REACH: usize = 30;

/// `quoted the mayor as saying`, `was quoted by the Courier as saying`: a verb that quotes with what belongs to it.
struct Quoting {
    verb: usize,
    group: VerbGroup,
    /// The verb of saying, if there is one.
    saying: Option<usize>,
    /// The source.
    quoted: Tokens,
    /// Who quotes, as far as the words behind the verb tell.
    quoters: Vec<Hand>,
    /// Behind everything that belongs to it.
    end: usize,
}

pub(super) fn find(reading: &Reading, sentence: &Tokens) -> Vec<Attribution> {
    let mut found = Vec::new();
    let mut previous: Option<Tokens> = None;
    let mut at = sentence.start;
    while at < sentence.end {
        let verb = reading.quotes(at) && !reading.in_quotation(at);
        let quoting = if verb { reading.quoting(at, sentence, previous.as_ref()) } else { None };
        at = quoting.as_ref().map_or(at + 1, |(quoting, _)| quoting.end.max(at + 1));
        if let Some((quoting, subject)) = quoting {
            found.extend(attribution(reading, sentence, quoting, &subject));
            previous = Some(subject.tokens);
        }
    }
    found
}

fn attribution(reading: &Reading, sentence: &Tokens, quoting: Quoting, subject: &Subject) -> Option<Attribution> {
    let verb = quoting.saying.and_then(|saying| reading.lexicon.verb(reading.word(saying)));
    let verb = verb.or_else(|| reading.lexicon.verb("saying")).unwrap_or(Verb::neutral());
    let passive = quoting.group.passive;
    let cue = Cue {
        verb,
        group: VerbGroup { passive: false, ..quoting.group.clone() },
        words: quoting.verb..quoting.end,
        sentence: sentence.clone(),
    };
    if quoting.saying.is_some_and(|saying| reading.reads(saying + 1, "as much")) {
        return None;
    }
    let closes = parenthetical::follows_quotation(reading, &cue, Some(subject));
    // Without a verb of saying, `quoted the mayor` passes on nothing but a quotation beside it.
    let behind = || reported_clause::find(reading, &cue, Some(subject)).filter(|found| quoting.tells(reading, found));
    let front = || parenthetical::find(reading, &cue, Some(subject)).filter(|found| quoting.tells(reading, found));
    let found = if closes { front().or_else(behind) } else { behind().or_else(front) }?;
    let mut hands = quoting.quoters;
    // Whoever speaks to somebody is a hand only as an outlet.
    let role = if reading.meets(quoting.verb).is_some() { Role::Told } else { Role::Quoting };
    let outer = |mention: Tokens| Hand { role, mention, cue: quoting.verb..quoting.verb + 1 };
    if !passive {
        hands.push(outer(subject.tokens.clone()));
    } else if !hands.iter().any(|hand| reading.is(hand.cue.start, "by")) {
        // Nobody is named, so somebody unnamed did the quoting.
        let nobody = quoting.verb..quoting.verb + 1;
        hands.insert(0, Hand { role: Role::Hearsay, mention: nobody.clone(), cue: nobody });
    }
    // The words of the cue itself have been read.
    hands.extend(found.hands.into_iter().filter(|hand| {
        let inside = |run: &Tokens| subject.stretch.start <= run.start && run.end <= quoting.end;
        !inside(&hand.mention) && hand.role != Role::Hearsay
    }));
    let quotes = (role == Role::Quoting).then(|| quoting.verb..quoting.verb + 1);
    let words: Vec<Tokens> = quotes.into_iter().chain(quoting.saying.map(|saying| saying..saying + 1)).collect();
    Some(Attribution {
        hands,
        factuality: found.factuality,
        kind: if verb.kind == Kind::Speech { Kind::Speech } else { found.kind },
        ..Attribution::speech(found.content, words, Some(quoting.quoted), Frame::QuotedAs, 0.93)
    })
}

impl Quoting {
    fn tells(&self, reading: &Reading, found: &Attribution) -> bool {
        self.saying.is_some() || found.content.iter().any(|piece| reading.in_quotation(piece.start))
    }
}

impl Reading<'_> {
    fn quotes(&self, at: usize) -> bool {
        let verb = || self.tag(at).is_verb() || !matches!(self.word(at), "quotes" | "quote");
        // `was reported as saying`
        (self.is_in(at, Class::Quoting) || self.is_in(at, Class::Cites)) && verb()
            || self.is(at, "reported") && self.is(at + 1, "as")
            // `reported Lund as saying`
            || self.is_any(at, &["reported", "reports"])
                && self.noun_phrase_from(at + 1, self.sentence(at).end).is_some_and(|phrase| {
                    self.is(phrase.end, "as") && self.tag(phrase.end + 1) == Tag::PresentParticiple
                })
            || self.meets(at).is_some()
    }

    /// Behind `spoke to`, `interviewed`.
    pub(super) fn meets(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        let (_, particle) = MEETS
            .iter()
            .find(|(verb, particle)| *verb == word && (particle.is_empty() || self.is(at + 1, particle)))?;
        Some(at + 1 + usize::from(!particle.is_empty()))
    }

    /// What the verb at a token quotes, with the subject of that verb.
    fn quoting(&self, verb: usize, sentence: &Tokens, previous: Option<&Tokens>) -> Option<(Quoting, Subject)> {
        let group = self.verb_group(verb, sentence.start);
        let meets = self.meets(verb);
        if group.negated || group.modal || meets.is_some() && group.passive {
            return None;
        }
        let by = self.is(verb + 1, "by");
        // `a clerk quoted by the Courier as saying`
        let passive = group.passive || by && self.tag(verb) != Tag::PresentParticiple;
        let group = VerbGroup { passive, ..group };
        let cue = Cue {
            verb: Verb::neutral(),
            group: VerbGroup { passive: false, ..group.clone() },
            words: verb..verb + 1,
            sentence: sentence.clone(),
        };
        let subject = self.subject(&cue, previous)?;
        let ceiling = sentence.end.min(verb + REACH);
        let mut at = meets.unwrap_or(verb + 1);
        let quoted = if passive {
            subject.tokens.clone()
        } else {
            let phrase = self.noun_phrase_from(at, ceiling)?;
            let phrase = self.with_description(phrase, ceiling);
            // The tagger takes `as` behind a title for a noun.
            at = phrase.end - usize::from(phrase.len() > 1 && self.is(phrase.end - 1, "as"));
            phrase.start..at
        };
        let mut quoting = Quoting { verb, group, saying: None, quoted, quoters: Vec::new(), end: at };
        // `, a lawyer for the union,`: what describes the quoted stands in front of `as saying`.
        if !passive && let Some(close) = self.aside_before_saying(at, ceiling) {
            // `a former officer, Ann Roe, as saying`: the name in the aside belongs to the source.
            let inside = self.noun_phrase_from(at + 1, close).filter(|name| name.end == close && self.is_name(name));
            if inside.is_some() && !self.is_name(&quoting.quoted) {
                quoting.quoted.end = close;
            }
            at = close;
        }
        while at < ceiling {
            if let Some(saying) = self.saying_at(at, ceiling).filter(|_| quoting.saying.is_none()) {
                quoting.saying = Some(saying);
                at = saying + 1;
            } else if let Some((phrase, cue)) = self.place_of_quoting(at, ceiling).filter(|_| passive) {
                at = phrase.end;
                quoting.quoters.push(Hand { role: Role::Quoting, mention: self.outlet_part(&phrase), cue });
            } else if let Some(end) = self.time_end(at, ceiling).filter(|_| quoting.saying.is_none()) {
                at = end;
                continue;
            } else {
                break;
            }
            quoting.end = at;
        }
        // `citing her “long experience”` gives a reason.
        let quotes = self.is_in(verb, Class::Quoting);
        let mark = || matches!(self.kind(at), TokenKind::Colon | TokenKind::Comma);
        let quotation_behind = || quotes && mark() && self.quotation_from(at + 1).is_some();
        let start = subject.stretch.start;
        let quotation_before = || start > sentence.start && self.quotation_to(start - 1).is_some();
        // `Vey spoke to the crowd, saying that …`: it is Vey who says it.
        let own = meets.is_some() && quoting.saying.is_some_and(|saying| self.word(saying).ends_with("ing"));
        let says = !own && quoting.saying.is_some() || meets.is_none() && (quotation_behind() || quotation_before());
        says.then_some((quoting, subject))
    }

    /// `as saying`, `saying`, `, who said`: the verb of saying of what is quoted.
    fn saying_at(&self, at: usize, ceiling: usize) -> Option<usize> {
        let at = at + usize::from(self.kind(at) == TokenKind::Comma);
        let speaks = |at: usize| {
            at < ceiling
                && self.lexicon.verb(self.word(at)).is_some_and(|verb| {
                    verb.kind == Kind::Speech && (verb.takes(Pattern::Clause) || verb.takes(Pattern::Recipient))
                })
        };
        if self.is_in(at, Class::Relativizer) {
            let head = (at + 1..ceiling.min(at + 4)).find(|head| speaks(*head) && self.tag(*head).is_verb())?;
            return self.verb_group(head, at + 1).negated.eq(&false).then_some(head);
        }
        let at = at + usize::from(self.is(at, "as"));
        (self.word(at).ends_with("ing") && speaks(at)).then_some(at)
    }

    /// `by the Courier`, `in the book`, `on the programme`: who quoted, or where.
    fn place_of_quoting(&self, at: usize, ceiling: usize) -> Option<(Tokens, Tokens)> {
        if !self.is_in(at, Class::MediumPreposition) {
            return None;
        }
        let phrase = self.noun_phrase_from(at + 1, ceiling)?;
        let own = !self.is(at, "by") && self.is_in(phrase.end - 1, Class::OwnPaper);
        (!own && !self.is_time(phrase.end - 1)).then_some((phrase, at..at + 1))
    }

    /// Behind an aside that ends in front of `as saying`.
    fn aside_before_saying(&self, at: usize, ceiling: usize) -> Option<usize> {
        if self.kind(at) != TokenKind::Comma || self.saying_at(at, ceiling).is_some() {
            return None;
        }
        let close = (at + 1..ceiling).find(|close| self.saying_at(*close, ceiling).is_some() && self.pauses(*close))?;
        let plain = (at + 1..close).all(|inside| !self.is_finite(inside) && !self.in_quotation(inside));
        plain.then_some(close)
    }
}
