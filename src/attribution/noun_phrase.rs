//! Noun phrases without a parser: the longest run of words around a point that can name somebody.
//!
//! Both directions work on tags and the lexicon alone. A phrase keeps its determiner, its titles, `of`-phrases, and
//! what ties a role to its body (`a spokeswoman for the port`); asides between commas are the caller's business.

use super::Tokens;
use super::reading::Reading;
use crate::text::{Tag, TokenKind};

/// Days and stretches of time: they look like names and never are sources.
const TIMES: [&str; 46] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thurs",
    "fri",
    "sat",
    "sun",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan.",
    "feb.",
    "aug.",
    "sept.",
    "oct.",
    "nov.",
    "dec.",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "week",
    "month",
    "year",
    "morning",
    "afternoon",
    "evening",
    "night",
];

impl Reading<'_> {
    /// Whether a word is a day, a month or a stretch of time.
    pub fn is_time(&self, at: usize) -> bool {
        TIMES.contains(&self.word(at)) && !(self.is(at, "may") && self.tag(at) == Tag::FiniteAuxiliary)
    }

    /// Whether a word can be the head of a noun phrase, or stand inside its run of names.
    pub fn is_nominal(&self, at: usize) -> bool {
        match self.tag(at) {
            Tag::Noun | Tag::ProperNoun | Tag::Other => self.is_word(at),
            Tag::Numeral => true,
            // The tagger meets unknown names; a capital inside a sentence is better evidence than a guess.
            Tag::Adjective | Tag::Interjection | Tag::BaseVerb | Tag::PresentParticiple => {
                self.is_word(at) && (self.capital_inside(at) || self.opens_as_name(at))
            }
            // The endings of `tally` and `ally` mislead; the lexicon knows the nouns that can be sources.
            Tag::Adverb if self.lexicon.noun(self.word(at)).is_some() => true,
            Tag::Pronoun | Tag::Adverb | Tag::Determiner | Tag::FiniteVerb => self.opens_as_name(at),
            Tag::Punctuation => self.is(at, "/") && self.text.tokens.get(at + 1).is_some_and(|next| next.capital),
            _ => false,
        }
    }

    /// Whether a capitalised word that opens a sentence is a name the tagger does not know: no common opener, and a
    /// verb, a comma or another capital comes next.
    fn opens_as_name(&self, at: usize) -> bool {
        let Some(token) = self.text.tokens.get(at) else { return false };
        token.capital
            && token.kind == TokenKind::Word
            && self.sentence(at).start == at
            && !self.opens_sentences(at)
            && (self.is_finite(at + 1)
                || self.tag(at + 1).is_verb()
                || self.is_genitive(at + 1)
                || self.text.tokens.get(at + 1).is_some_and(|next| next.capital))
    }

    /// Words that open sentences in lower-case life too.
    fn opens_sentences(&self, at: usize) -> bool {
        self.is_any(
            at,
            &[
                "he",
                "she",
                "it",
                "they",
                "we",
                "i",
                "you",
                "this",
                "that",
                "these",
                "those",
                "there",
                "here",
                "who",
                "what",
                "which",
                "how",
                "why",
                "when",
                "where",
                "all",
                "both",
                "some",
                "many",
                "most",
                "several",
                "few",
                "others",
                "another",
                "each",
                "every",
                "no",
                "none",
                "nobody",
                "everyone",
                "everybody",
                "somebody",
                "someone",
                "one",
                "the",
                "a",
                "an",
                "his",
                "her",
                "its",
                "their",
                "our",
                "my",
                "your",
                "not",
                "never",
                "also",
                "then",
                "now",
                "later",
                "earlier",
                "still",
                "yet",
                "however",
                "meanwhile",
                "instead",
                "perhaps",
                "again",
                "so",
                "too",
                "just",
                "only",
                "even",
                "asked",
                "citing",
                "speaking",
                "writing",
                "adding",
                "saying",
                "told",
                "said",
            ],
        )
    }

    fn is_word(&self, at: usize) -> bool {
        matches!(self.kind(at), TokenKind::Word | TokenKind::Number | TokenKind::Symbol)
    }

    /// Whether a pronoun can be a source by itself: `she`, `they`, `others`, `some`.
    pub fn is_pronoun(&self, at: usize) -> bool {
        self.is_any(
            at,
            &[
                "he",
                "she",
                "it",
                "they",
                "we",
                "i",
                "you",
                "one",
                "some",
                "many",
                "others",
                "most",
                "several",
                "few",
                "both",
                "neither",
                "all",
                "another",
                "someone",
                "somebody",
                "nobody",
                "everyone",
                "everybody",
                "those",
                "these",
                "this",
                "that",
                "who",
                "which",
            ],
        ) && matches!(self.tag(at), Tag::Pronoun | Tag::Determiner | Tag::Adjective | Tag::Noun | Tag::Numeral)
    }

    pub fn is_relative(&self, at: usize) -> bool {
        self.is_any(at, &["who", "which"]) || (self.is(at, "that") && self.tag(at) == Tag::Pronoun)
    }

    fn is_possessive(&self, at: usize) -> bool {
        self.is_any(at, &["his", "her", "its", "their", "our", "my", "your", "whose"])
    }

    fn is_determiner(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Determiner) || self.is_possessive(at)
    }

    /// Whether a word can stand before a noun: adjectives, participles used as such, numbers.
    fn modifies(&self, at: usize) -> bool {
        match self.tag(at) {
            Tag::Adjective | Tag::Numeral | Tag::Symbol => true,
            _ if self.word(at).rsplit_once('-').is_some_and(|(_, end)| {
                matches!(
                    end,
                    "based" | "led" | "backed" | "owned" | "run" | "language" | "born" | "affiliated" | "linked"
                )
            }) =>
            {
                true
            }
            // `leaked letter`, `leading expert`: only between a determiner or adjective and the noun.
            Tag::PastParticiple | Tag::PresentParticiple => {
                at.checked_sub(1).is_some_and(|before| {
                    self.is_determiner(before) || self.tag(before) == Tag::Adjective || self.is_genitive(before)
                }) && (self.is_nominal(at + 1) || self.tag(at + 1) == Tag::Adjective)
            }
            // `well informed sources`
            Tag::Adverb => {
                matches!(self.tag(at + 1), Tag::Adjective | Tag::PastParticiple)
                    && at.checked_sub(1).is_some_and(|before| self.is_determiner(before))
            }
            _ => false,
        }
    }

    /// Whether a token is the `'s` of a possessor.
    pub fn is_genitive(&self, at: usize) -> bool {
        self.tag(at) == Tag::Particle && (self.is_any(at, &["'s", "'"]))
    }

    /// The noun phrase that ends just before `end`, looking no further left than `floor`.
    pub fn noun_phrase_before(&self, end: usize, floor: usize) -> Option<Tokens> {
        let mut start = self.core_before(end, floor)?;
        // A second and third step left, for `the head of the union of nurses`; bounded by the sentence.
        while let Some(further) = self.attached_before(start, floor).or_else(|| self.joined_before(start, floor)) {
            start = further;
        }
        Some(start..end)
    }

    /// A phrase without anything attached: `the former health minister Ann Roe`.
    fn core_before(&self, end: usize, floor: usize) -> Option<usize> {
        let last = end.checked_sub(1).filter(|last| *last >= floor)?;
        if self.is_pronoun(last) && !self.is_determiner(last.wrapping_sub(1)) {
            // `another`, `some` and `others` may have words before them, `she` never.
            return Some(last);
        }
        // `several of them`
        if self.is_any(last, &["him", "her", "them", "us"]) && last > floor && self.is(last - 1, "of") {
            return Some(last);
        }
        let mut at = end;
        // A title in quotation marks, or a bracket behind a name, is part of it.
        if let Some(quotation) = self.quotation_to(last)
            && self.words_in(&quotation.tokens) <= 6
            && quotation.tokens.start > floor
            && (self.is_nominal(quotation.tokens.start - 1) || self.is_genitive(quotation.tokens.start - 1))
        {
            at = quotation.tokens.start;
        } else if self.kind(last) == TokenKind::Close {
            let open = (last.saturating_sub(8).max(floor)..last).rfind(|at| self.kind(*at) == TokenKind::Open)?;
            at = open;
            if at == floor || !self.is_nominal(at - 1) {
                return None;
            }
        } else if !self.is_head(last) {
            return None;
        }
        self.walk_left(at, floor)
    }

    /// Whether a phrase can end with this word: a noun, or what stands for one; never a time.
    fn is_head(&self, at: usize) -> bool {
        let noun = self.is_nominal(at) || self.is_noun_like_adjective(at);
        noun && (!self.is_time(at) || self.ends_a_title(at))
    }

    /// `the accused`, `the injured`: an adjective behind a determiner.
    fn is_noun_like_adjective(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Adjective | Tag::PastParticiple)
            && at.checked_sub(1).is_some_and(|before| self.is_determiner(before))
    }

    fn walk_left(&self, mut at: usize, floor: usize) -> Option<usize> {
        let first = at;
        while at > floor {
            let before = at - 1;
            let inside = self.is_nominal(before)
                || self.modifies(before)
                || self.is_noun_like_adjective(before)
                || self.is_genitive(before)
                || (self.is(before, "&") && at < first);
            if inside && (!self.is_time(before) || self.possessed_time(before, first) || self.ends_a_title(before)) {
                at = before;
            } else if self.is_determiner(before) || self.is_quantifier(before) {
                at = before;
                // `all the ministers`, `Ann Roe's other aides`
                if at > floor && (self.is_any(at - 1, &["all", "both", "half"]) || self.is_genitive(at - 1)) {
                    at -= 1;
                    if !self.is_genitive(at) {
                        break;
                    }
                    continue;
                }
                break;
            } else if let Some(quotation) = self.scare_quotation_to(before, floor) {
                at = quotation.start;
            } else {
                break;
            }
        }
        (at < first).then_some(at)
    }

    /// `Russia Today`: a time at the end of a name, not behind one.
    pub fn ends_a_title(&self, at: usize) -> bool {
        self.is_any(at, &["today", "tonight", "week", "sun", "morning"])
            && self.text.tokens[at].capital
            && at > 0
            && self.text.tokens[at - 1].capital
            && self.is_nominal(at - 1)
    }

    /// `last year's figures` keeps its time; `Monday Roe said` does not.
    fn possessed_time(&self, at: usize, end: usize) -> bool {
        self.is_genitive(at + 1) && at + 2 < end
    }

    fn is_quantifier(&self, at: usize) -> bool {
        self.is_any(
            at,
            &["several", "many", "some", "few", "most", "two", "three", "another", "other", "various", "both"],
        ) && !self.is_pronoun_alone(at)
    }

    fn is_pronoun_alone(&self, at: usize) -> bool {
        !self.is_nominal(at + 1) && !self.modifies(at + 1)
    }

    /// `'well-informed' sources`: a quoted word or two in front of the noun.
    fn scare_quotation_to(&self, last: usize, floor: usize) -> Option<Tokens> {
        let quotation = self.quotation_to(last)?;
        let short = self.words_in(&quotation.tokens) <= 3 && !self.parts_clauses(last - 1);
        (quotation.tokens.start >= floor && short).then(|| quotation.tokens.clone())
    }

    /// The start of the phrase that the one at `start` hangs on: `the head of` before `the union`.
    fn attached_before(&self, start: usize, floor: usize) -> Option<usize> {
        let preposition = start.checked_sub(1).filter(|at| *at > floor)?;
        if self.tag(preposition) != Tag::Adposition {
            return None;
        }
        let head = preposition - 1;
        let attaches = if self.is(preposition, "of") {
            self.is_nominal(head) || self.is_pronoun(head) || self.is_genitive(head)
        } else {
            self.is_any(
                preposition,
                &["for", "from", "in", "at", "with", "to", "on", "behind", "by", "within", "inside"],
            ) && self.attaches_prepositions(head)
        };
        if !attaches {
            return None;
        }
        let further = self.core_before(preposition, floor)?;
        let intro = further > floor && self.tag(further - 1) == Tag::Adposition && !self.is(further - 1, "of");
        // `in an interview with Roe the paper` hangs on nothing.
        (!intro).then_some(further)
    }

    /// Roles and papers take their body behind a preposition: `spokesman for`, `report from`.
    fn attaches_prepositions(&self, head: usize) -> bool {
        self.lexicon.noun(self.word(head)).is_some() && matches!(self.tag(head), Tag::Noun | Tag::ProperNoun)
    }

    /// The start of a phrase joined with `and`: only where what stands before is a phrase and nothing but.
    fn joined_before(&self, start: usize, floor: usize) -> Option<usize> {
        let conjunction = start.checked_sub(1).filter(|at| *at > floor)?;
        if !self.is_any(conjunction, &["and", "or", "&"]) {
            return None;
        }
        let mut end = conjunction;
        if self.kind(end - 1) == TokenKind::Comma && end - 1 > floor {
            end -= 1;
        }
        let further = self.core_before(end, floor)?;
        let clean = further == floor
            || self.parts_clauses(further - 1)
            || matches!(self.tag(further - 1), Tag::SubordinatingConjunction | Tag::Adposition)
            || self.is_any(further - 1, &["that", "though", "as", "both"]);
        clean.then_some(further)
    }

    /// The noun phrase that begins at `start`, looking no further right than `ceiling`.
    pub fn noun_phrase_from(&self, start: usize, ceiling: usize) -> Option<Tokens> {
        let mut end = self.core_from(start, ceiling)?;
        loop {
            let next = end;
            let attaches = next + 1 < ceiling
                && self.tag(next) == Tag::Adposition
                && (self.is(next, "of")
                    || (self.is_any(next, &["for", "from", "at", "with", "in"])
                        && self.attaches_prepositions(next - 1)));
            let joins = next + 1 < ceiling && self.is_any(next, &["and", "&"]) && self.capital_pair(next);
            if !attaches && !joins {
                return Some(start..end);
            }
            match self.core_from(next + 1, ceiling) {
                Some(further) => end = further,
                None => return Some(start..end),
            }
        }
    }

    fn capital_pair(&self, conjunction: usize) -> bool {
        self.capital_inside(conjunction - 1) && self.capital_inside(conjunction + 1)
    }

    fn core_from(&self, start: usize, ceiling: usize) -> Option<usize> {
        if start >= ceiling {
            return None;
        }
        if self.is_any(start, &["him", "her", "them", "me", "us"]) && self.is_pronoun_alone(start) {
            return Some(start + 1);
        }
        if self.is_pronoun(start) && (self.is_pronoun_alone(start) || !self.is_quantifier_word(start)) {
            return Some(start + 1);
        }
        let mut at = start;
        let mut named = false;
        while at < ceiling {
            if self.is_time(at) && at > start && !self.is_genitive(at + 1) && !self.ends_a_title(at) {
                break;
            }
            // `the Associated Press last week`: the time is no part of the name.
            if at > start
                && self.is_any(at, &["last", "this", "next", "late", "early", "earlier"])
                && self.is_time(at + 1)
            {
                break;
            }
            let opens = self.is_determiner(at) || self.is_quantifier_word(at);
            if opens && at > start && !self.is_genitive(at - 1) && !self.is_any(at - 1, &["all", "both"]) {
                break;
            }
            let inside = opens
                || self.is_nominal(at)
                || self.modifies(at)
                || self.tag(at) == Tag::Adjective
                || (at == start && self.tag(at) == Tag::BaseVerb && self.is_nominal(at + 1))
                || (self.is_genitive(at) && named)
                || (self.is(at, "&") && named);
            if let Some(quotation) = self
                .quotation_from(at)
                .filter(|q| q.tokens.end <= ceiling && self.words_in(&q.tokens) <= 5 && (named || q.single) && q.closed)
            {
                at = quotation.tokens.end;
                continue;
            }
            if !inside {
                break;
            }
            // `the timetable as useless`: an adjective that nothing follows is the noun.
            named |= self.is_nominal(at)
                || (self.is_noun_like_adjective(at) && !self.is_nominal(at + 1) && !self.modifies(at + 1));
            at += 1;
        }
        // `people close to the owner`: an adjective behind its noun begins a description.
        while at > start + 1
            && (self.is_genitive(at - 1)
                || (self.tag(at - 1) == Tag::Adjective && self.is_nominal(at - 2) && !self.is_nominal(at - 1)))
        {
            at -= 1;
        }
        (named && at > start).then_some(at)
    }

    fn is_quantifier_word(&self, at: usize) -> bool {
        self.is_any(at, &["several", "many", "some", "few", "most", "another", "other", "various", "both", "all"])
    }
}
