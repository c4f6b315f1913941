//! H11: somebody unnamed who is known through an outlet alone keeps the outlet on every return.
//!
//! In go the chains in text order. Whoever has no name is remembered with the hands in front; when the same source comes
//! back, under the same word, as `the insider` or as `one of the people`, those hands come back too.

use super::disclosed::Disclosed;
use super::looking_back::{Return, is_called, look};
use crate::lexicon::{Class, lexicon};
use crate::report::{Link, SourceType};
use crate::sources::Entity;
use crate::text::{Text, folded};

/// Sentences that somebody unnamed may stay away for before another word means somebody else.
const REACH: usize = 25;
/// Sentences behind which nobody is meant who is only `they`, `both` or `another`.
const JUST: usize = 3;

/// Somebody unnamed, with the hands that the page gave in front.
struct Known {
    source: Disclosed,
    through: Vec<Disclosed>,
    words: String,
    /// The sentences in which they spoke first and last.
    sentence: usize,
    last: usize,
}

/// A sentence that says through whom somebody is known: `A clerk spoke to the Courier.`
pub(super) struct Introduction {
    pub source: Disclosed,
    pub through: Disclosed,
    pub sentence: usize,
}

/// Who is known without a name so far.
pub(super) struct Unnamed<'t> {
    text: &'t Text<'t>,
    known: Vec<Known>,
    /// The sentence in which several people spoke last whom no outlet gave: `one` is of them.
    crowd: Option<usize>,
}

impl Known {
    fn is_several(&self) -> bool {
        self.source.hop.source_type == SourceType::AnonymousCollective
    }
}

impl<'t> Unnamed<'t> {
    pub fn new(text: &'t Text<'t>) -> Self {
        Self { text, known: Vec::new(), crowd: None }
    }

    /// Remembers somebody whom the page brings in without a claim.
    pub fn introduce(&mut self, introduction: Introduction) {
        let Introduction { source, through, sentence } = introduction;
        if source.hop.anonymous {
            let words = self.words(&source);
            self.known.push(Known { source, through: vec![through], words, sentence, last: sentence });
        }
    }

    /// Gives a chain the hands that its unnamed source was known through, and remembers what it tells. `sentence` is the
    /// number of the sentence that attributes; `cited` tells whether it says from whom somebody has it, `quoted` whether it quotes
    /// somebody as saying.
    pub fn read(&mut self, chain: &mut Vec<Disclosed>, sentence: usize, cited: bool, quoted: bool) {
        let unnamed = |hand: &Disclosed| {
            let body = hand.hop.source_type == SourceType::Institution && self.introduces(hand);
            (hand.hop.anonymous || body) && hand.hop.name.as_deref().is_none_or(is_description)
        };
        // `the source was quoted as saying`: by whomever the source is known through.
        if let [nobody, source] = chain.as_slice()
            && nobody.entity == Entity::Nobody
            && quoted
            && self.who_returns(source, sentence).is_some()
        {
            chain.remove(0);
        }
        if let Some(at) = chain.iter().position(unnamed) {
            let words = self.words(&chain[at]);
            if at > 0 {
                let (through, source) = (chain[..at].to_vec(), chain[at].clone());
                // `Roe wrote, citing two clerks`: who cites the unnamed reports.
                if through.iter().any(|hand| hand.publishes() || cited && hand.is_named()) {
                    self.known.push(Known { source, through, words, sentence, last: sentence });
                }
                return;
            }
        }
        let Some(hand) = chain.first() else { return };
        let Some(known) = self.who_returns(hand, sentence) else {
            // Another one without a name: from here on, `the source` may be either.
            let either = unnamed(hand) && hand.hop.link == Link::Explicit;
            if matches!(hand.hop.source_type, SourceType::VagueCollective | SourceType::AnonymousCollective) {
                self.crowd = Some(sentence);
            }
            if either {
                self.known.retain(|known| known.sentence + 1 >= sentence && known.source.entity == hand.entity);
            }
            return;
        };
        let mut through = known.through.clone();
        for outer in &mut through {
            outer.hop.link = Link::Anaphoric;
        }
        let source = known.source.clone();
        if let Some(known) = self.known.iter_mut().rev().find(|known| known.source.entity == source.entity) {
            known.last = sentence;
        }
        let again = !matches!(look(&self.words(&chain[0])), Some(Return::OneOf(_)));
        let hand = &mut chain[0];
        if hand.entity != source.entity && again {
            hand.hop.link = Link::Anaphoric;
            hand.hop.name = source.hop.name.clone().or_else(|| self.slice(&source));
            hand.hop.antecedent = source.hop.antecedent.or(source.hop.span);
            hand.hop.source_type = source.hop.source_type;
            hand.hop.anonymous = true;
            hand.entity = source.entity;
        }
        // `All three`: a phrase that nothing else is known of is what those are that it stands for.
        if !again && hand.hop.source_type == SourceType::Institution {
            hand.hop.source_type = source.hop.source_type;
            hand.hop.anonymous = true;
        }
        chain.splice(0..0, through);
    }

    fn who_returns(&self, hand: &Disclosed, sentence: usize) -> Option<&Known> {
        let same = || self.known.iter().rev().find(|known| known.source.entity == hand.entity);
        if hand.hop.link == Link::Anaphoric && same().is_some() {
            return same();
        }
        // `they continued`, behind what somebody told the outlet: who spoke, not the outlet.
        let pronoun = lexicon().is_in(&self.words(hand), Class::PersonPronoun);
        let told = |known: &&Known| {
            sentence.saturating_sub(known.last) <= 2 && known.through.iter().any(|outer| outer.entity == hand.entity)
        };
        if pronoun && let Some(known) = self.known.last().filter(told) {
            return Some(known);
        }
        let near = |known: &&Known| sentence.saturating_sub(known.sentence) <= REACH;
        let just = |known: &&Known| sentence.saturating_sub(known.last) <= JUST;
        let words = self.words(hand);
        match self.looks_back(hand, &words)? {
            // `the insider` is not `two officials`
            Return::Insider { several } => self.known.last().filter(near).filter(|known| several == known.is_several()),
            Return::Speaker => self.known.last().filter(just),
            Return::OneOf(among) => {
                // `one of the four`, behind `four people close to the board`
                let counted = |known: &&Known| known.words.split(' ').any(|word| Some(word) == among.number);
                let called = |known: &&Known| match among.noun {
                    Some(noun) => is_called(&known.words, noun),
                    None => just(known),
                };
                let since = |known: &Known| self.crowd.is_none_or(|crowd| crowd < known.last);
                let fits = |known: &&Known| {
                    (among.named || just(known) && (among.noun.is_some() || since(known)))
                        && (among.more || known.is_several())
                };
                let mut known = self.known.iter().rev().take_while(near);
                if among.number.is_some() { known.find(counted) } else { known.filter(fits).find(called) }
            }
        }
    }

    /// How a mention that nothing resolved stands for somebody unnamed whom the page has spoken of.
    fn looks_back<'w>(&self, hand: &Disclosed, words: &'w str) -> Option<Return<'w>> {
        let described = matches!(hand.entity, Entity::Unnamed(_)) && hand.hop.link != Link::Unspecified;
        let back = look(words).filter(|_| described)?;
        (matches!(back, Return::OneOf(_)) || hand.hop.link == Link::Explicit).then_some(back)
    }

    /// `one developer`, `a bank`: a body without a name, that may be somebody.
    fn introduces(&self, hand: &Disclosed) -> bool {
        let words = self.words(hand);
        let first = words.split(' ').next().unwrap_or_default();
        lexicon().is_in(first, Class::Indefinite)
    }

    fn words(&self, hand: &Disclosed) -> String {
        self.slice(hand).map(|words| folded(&words)).unwrap_or_default()
    }

    fn slice(&self, hand: &Disclosed) -> Option<String> {
        let span = hand.hop.span?;
        let text = &self.text.document.blocks.get(span.block as usize)?.text;
        text.get(span.start as usize..span.end as usize).map(str::to_owned)
    }
}

/// Whether what is shown for a name is the words of a first mention: `a pal of Roe`.
fn is_description(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_lowercase)
        || name.split_whitespace().next().is_some_and(|first| lexicon().is_in(&folded(first), Class::CountOpener))
        || !name.contains(' ')
        || lexicon().noun(name.rsplit(' ').next().unwrap_or_default()).is_some()
}
