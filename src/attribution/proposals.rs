//! The tagger's proposals beside what the frames found: one list, one confidence.
//!
//! The frames know roles that no corpus labels, the tagger knows cues that no list holds. Where both see the same cue,
//! the frame's spans stand and the tagger's probability says how sure to be. Where only the tagger sees one, it is
//! added unless the grammar knows better: inside a quotation, negated, or across a statement that a frame found.

use super::cue::Cue;
use super::reading::Reading;
use super::tagger::{self, Proposal};
use super::{Attribution, Frame, Tokens};
use crate::lexicon::{Class, Pattern, Verb};
use crate::report::{Factuality, Kind};
use crate::text::Tag;

/// The probability from which a proposal of the tagger alone is believed: F1 is flat around it, precision is not.
const BELIEVED: f32 = 0.3;
/// The same for a cue that holds no verb.
const BELIEVED_WITHOUT_VERB: f32 = 0.5;
/// A statement that no frame recognises must be this likely: what a reader is shown comes from statements.
const BELIEVED_SPEECH: f32 = 0.4;
/// What is left of a frame's confidence when the judge gives it no chance.
const UNSUPPORTED: f32 = 0.62;

/// Weighs what the frames found with what the tagger proposes, and adds what only the tagger saw.
pub(super) fn weigh(reading: &Reading, attributions: &mut Vec<Attribution>) {
    let mut proposals: Vec<Proposal> = Vec::new();
    let mut support = vec![None; attributions.len()];
    for paragraph in tagger::read(reading.text, attributions) {
        for (index, probability) in paragraph.weighed() {
            support[index] = Some(probability);
        }
        proposals.extend(paragraph.proposals());
    }
    let found = Found::new(reading, attributions);
    for (attribution, support) in attributions.iter_mut().zip(support) {
        // Corpora mark the outermost attribution only; one inside another is no less likely for being unknown to them.
        if attribution.cue.first().is_some_and(|cue| found.content[cue.start] > 0) {
            continue;
        }
        attribution.confidence = confidence(attribution, support);
    }
    for index in 0..attributions.len() {
        if let Some(first) = attributions[index].continues {
            attributions[index].confidence = attributions[index].confidence.min(attributions[first].confidence);
        }
    }
    let added: Vec<Attribution> = proposals.iter().filter_map(|proposal| reading.believed(proposal, &found)).collect();
    attributions.extend(added);
}

/// How sure to be of what a frame found. Measured on the development part of PolNeAR, with quotations that go on taken
/// together: of the statements that frames find, the judge's favourites are right 96 times in a hundred, those it gives
/// no chance 65 times.
fn confidence(attribution: &Attribution, support: Option<f32>) -> f32 {
    let seen_by_corpora = matches!(
        attribution.frame,
        Frame::SubjectVerbClause
            | Frame::SubjectVerbQuotation
            | Frame::ClauseSubjectVerb
            | Frame::ClauseInterrupted
            | Frame::Naming
            | Frame::Infinitive
            | Frame::AccordingTo
            | Frame::PassiveInfinitive
            | Frame::NounThat
    );
    match support {
        Some(probability) => attribution.confidence * (UNSUPPORTED + (1.0 - UNSUPPORTED) * probability),
        None if seen_by_corpora => attribution.confidence * UNSUPPORTED,
        None => attribution.confidence,
    }
}

/// What the frames found, as marks on tokens.
struct Found {
    /// For each token, 1 + the index of the attribution whose content holds it, innermost last; 0 for none.
    content: Vec<u32>,
    cue: Vec<bool>,
}

impl Found {
    fn new(reading: &Reading, attributions: &[Attribution]) -> Self {
        let length = reading.text.tokens.len();
        let mut found = Self { content: vec![0; length], cue: vec![false; length] };
        for (index, attribution) in attributions.iter().enumerate() {
            let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
            for run in &attribution.content {
                found.content[run.clone()].fill(number);
            }
            for run in &attribution.cue {
                found.cue[run.clone()].fill(true);
            }
            // Nobody else speaks in the turn of a conversation.
            if attribution.frame == Frame::SpeakerLabel {
                attribution.content.iter().for_each(|run| found.cue[run.clone()].fill(true));
            }
        }
        found
    }

    /// Whether content overlaps what a frame found, other than by lying inside it together with its cue.
    fn crosses(&self, content: &[Tokens], cue: &Tokens) -> bool {
        let outer = self.content[cue.start];
        content.iter().flat_map(Clone::clone).any(|at| self.content[at] != outer)
    }
}

impl Proposal {
    /// `Roe, a candidate, said …`: what stands between source and cue describes the one, where content follows the other.
    fn describes_source(&self, piece: &Tokens) -> bool {
        let between =
            self.source.as_ref().is_some_and(|source| source.end <= piece.start && piece.end <= self.cue.start);
        between && self.content.iter().any(|other| other.start >= self.cue.end)
    }
}

impl Reading<'_> {
    /// A proposal as an attribution, if no frame speaks against it.
    fn believed(&self, proposal: &Proposal, found: &Found) -> Option<Attribution> {
        let cue = self.head_words(&proposal.cue)?;
        // A cue without a verb, as in `supporters of the plan`, is mostly something else.
        let verbal = cue.clone().any(|at| self.tag(at).is_verb());
        let refused = proposal.probability < if verbal { BELIEVED } else { BELIEVED_WITHOUT_VERB }
            || cue.clone().any(|at| found.cue[at] || self.in_quotation(at) || self.in_single_quotation(at))
            || self.is_no_cue(cue.start)
            // `when asked`: what she answers is the claim.
            || self.is(cue.start, "asked") && cue.start.checked_sub(1).is_some_and(|at| self.is_any(at, &["when", "if"]))
            || self.is_in(cue.start, Class::Refusal)
            || proposal.content.iter().any(|piece| self.tells_when(piece) || self.keeps_a_name(piece) || self.is_any(piece.start, &["according", "than"]))
            || proposal.source.as_ref().is_some_and(|source| self.is_own_voice(source))
            || !super::frames::makes_claims(self.region(cue.start));
        if refused {
            return None;
        }
        let content: Vec<Tokens> = proposal
            .content
            .iter()
            .filter(|piece| !proposal.describes_source(piece))
            .map(|piece| self.trimmed(&self.without_that(piece)))
            .filter(|piece| !piece.is_empty())
            .collect();
        if content.is_empty() || found.crosses(&content, &cue) {
            return None;
        }
        let verb = self.verb_of(&cue);
        let statement = verb.is_some_and(|verb| verb.kind == Kind::Speech);
        // `more likely to say`, `need to say`, `declined to say`
        let withheld = |at: usize| self.is_in(at, Class::Withholding);
        if statement && proposal.cue.clone().any(withheld) {
            return None;
        }
        let complete = verb.is_some_and(|verb| content.iter().any(|piece| self.is_complement(piece, &cue, verb)));
        let kind = match verb {
            // The mere mention of a thing states nothing about it: `she mentioned the bridge`.
            Some(verb) if complete || !statement => verb.kind,
            // What the lexicon does not know as speech is an attitude or an act, and hidden unless asked for.
            Some(verb) if verb.lemma == "say" => return None,
            _ => Kind::Attitude,
        };
        let quoted = content.iter().flat_map(Clone::clone).any(|at| self.in_quotation(at));
        // `slammed the plan`: a verdict states nothing unless it is quoted.
        let verdict = verb.is_some_and(|verb| verb.takes(Pattern::JudgedQuotation) && !verb.takes(Pattern::Clause));
        let doubtful = kind == Kind::Speech && (proposal.probability < BELIEVED_SPEECH || verdict && !quoted);
        // `is hailed as a hero`: the frames know by which verbs nobody in particular says something.
        let doubtful = doubtful || kind == Kind::Speech && proposal.source.is_none();
        // Inside what a frame found, only a statement is another hand.
        let inside = found.content[cue.start] > 0 && kind != Kind::Speech;
        if doubtful || inside || self.is_for_grammar(&cue) {
            return None;
        }
        let sentence = self.sentence(cue.start);
        // `goes without saying`: what speaks against a cue stands by its verb.
        let (verb, words) =
            cue.clone().find_map(|at| self.attributing_verb(at)).map_or((None, cue.clone()), |(v, w)| (Some(v), w));
        let as_cue = Cue {
            verb: verb.unwrap_or(Verb::neutral()),
            group: self.verb_group(words.start, sentence.start),
            words,
            sentence,
        };
        let subject = proposal.source.clone().unwrap_or(cue.start..cue.start);
        // `Roe was accused of theft`: who stands in front of a passive says nothing.
        let undergone = [Pattern::AccuseOf, Pattern::BlameFor, Pattern::Recipient, Pattern::QuestionClause];
        let accused = as_cue.group.passive
            && verb.is_some_and(|verb| undergone.into_iter().any(|pattern| verb.takes(pattern)))
            && proposal.source.as_ref().is_some_and(|source| source.end <= cue.start);
        // `wrote a book which praises the town`: a clause about the book.
        let describes = |piece: &Tokens| {
            let noun = piece.start > 1 && self.tag(piece.start - 2) == Tag::Noun;
            let that = noun && self.is(piece.start - 1, "that") && self.is_finite(piece.start);
            piece.start >= cue.end
                && ((piece.start - 1..=piece.start).any(|at| self.is_any(at, &["who", "which"])) || that)
        };
        if statement && content.iter().any(describes) {
            return None;
        }
        // `Vey's refusal to go suggests …`
        let dated = content.iter().any(|piece| self.has_its_verb_behind_the_day(&subject, piece.start));
        let thing = statement && !subject.is_empty() && (self.is_thing(&subject) || self.is_date(&subject) || dated);
        // `There are claims that it was late`: nobody is named.
        let expletive = subject.len() == 1 && self.is(subject.start, "there");
        if thing
            || expletive
            || statement && accused
            || self.is_silent(&as_cue, statement)
            || statement && self.commands(&as_cue, &subject)
        {
            return None;
        }
        let source = match &proposal.source {
            // `a sign, which read`, `a pilot who hopes`: what the relative clause hangs on, or nobody that can be shown.
            Some(source) if self.is_relative(source.start) => {
                Some(self.antecedent(source.start, as_cue.sentence.start)?.tokens)
            }
            source => source.as_ref().map(|source| self.to_its_noun(source, cue.start)),
        };
        let recipient = verb
            .filter(|verb| verb.takes(Pattern::Recipient) || verb.takes(Pattern::RequiredRecipient))
            .and_then(|_| self.recipient(cue.end, as_cue.sentence.end))
            .filter(|told| content.iter().all(|piece| told.end <= piece.start || told.start >= piece.end));
        Some(Attribution {
            // `Roe, speaking with the Courier, called it late`
            hands: self.hands(
                &as_cue,
                &(subject.start..subject.end.max(as_cue.group.tokens.start)),
                recipient,
                &content,
            ),
            content,
            cue: vec![cue],
            source: source
                .map(|source| self.without_deed(&self.without_time(&self.without_aside(&self.trimmed(&source)))))
                .filter(|source| !source.is_empty()),
            kind,
            factuality: verb.map_or(Factuality::Neutral, |verb| verb.factuality),
            frame: Frame::Learned,
            confidence: proposal.probability,
            continues: None,
        })
    }

    /// `asked not to be named`, `did not want his name printed`, `spoke on condition of anonymity`: a condition, and no claim.
    fn keeps_a_name(&self, content: &Tokens) -> bool {
        let named = |at: usize| {
            self.is_any(at, &["named", "identified"]) && self.is(at - 1, "be")
                || self.is_in(at, Class::WithheldParticiple) && self.is(at - 1, "name")
        };
        let on_condition = |at: usize| self.is_any(at, &["condition"]) && self.is_in(at + 2, Class::Anonymity);
        content.clone().skip(1).any(named) || content.clone().take(2).any(on_condition)
    }

    /// Whether the grammar knows all about a cue: who cites whom is a hand, and `according to` always has a frame.
    fn is_for_grammar(&self, cue: &Tokens) -> bool {
        cue.clone().any(|at| self.is_in(at, Class::SourcingWord)) || self.tie_at(cue.start).is_some()
    }

    /// Whether a verb of speech says nothing where it stands: negated, possible, conditional.
    fn is_silent(&self, cue: &Cue, statement: bool) -> bool {
        statement && self.credit(cue, self.subject(cue, None).as_ref()) == 0.0
    }

    /// The words of a cue without auxiliaries and adverbs around them.
    fn head_words(&self, cue: &Tokens) -> Option<Tokens> {
        let light = |at: &usize| {
            matches!(
                self.tag(*at),
                Tag::FiniteAuxiliary | Tag::NonfiniteAuxiliary | Tag::Adverb | Tag::Particle | Tag::Punctuation
            )
        };
        let start = cue.clone().find(|at| !light(at)).or(cue.clone().next())?;
        let end = cue.clone().rev().find(|at| !light(at)).map_or(cue.end, |at| at + 1);
        (start < end).then_some(start..end)
    }

    /// `you can see`, `let's assume`, `That shows`: the page speaks for itself, to its reader.
    fn is_own_voice(&self, source: &Tokens) -> bool {
        let opens = self.sentence(source.start).start == source.start;
        source.len() == 1
            && (self.is_in(source.start, Class::PageVoice)
                || opens && self.is_in(source.start, Class::DemonstrativeSubject)
                // The tagger takes many a name that opens a sentence for an adverb.
                || opens && self.word(source.start).ends_with("ly") && self.tag(source.start) == Tag::Adverb)
            // `No one mentioned …`
            || source.start.checked_sub(1).is_some_and(|before| self.is_in(before, Class::NobodyWord))
            || (self.is_in(source.start, Class::Anybody) || self.is_in(source.start, Class::NobodyWord))
    }

    /// `The former` of `The former first lady calls …`: a source that ends in front of its noun goes on to it.
    fn to_its_noun(&self, source: &Tokens, cue: usize) -> Tokens {
        let cut = source.end < cue && self.is_nominal(source.end) && !self.is_time(source.end);
        let open = cut && !self.text.tokens[source.end].capital && !self.is_in(source.end, Class::HaveForm);
        let ends_well =
            |whole: &Tokens| whole.end > source.end && self.lexicon.verb(self.word(whole.end - 1)).is_none();
        let whole = if open { self.noun_phrase_from(source.start, cue).filter(ends_well) } else { None };
        whole.unwrap_or_else(|| source.clone())
    }

    /// `Ann Roe on Wednesday`, `a poll last week`: the day is no part of the name, and nobody by itself.
    fn without_time(&self, source: &Tokens) -> Tokens {
        let is_day = |at: &usize| self.is_time(*at) && !self.ends_a_title(*at);
        let days = source.clone().rev().take_while(is_day).count();
        let end = source.end - days;
        let preposition = end.checked_sub(1).filter(|at| days > 0 && self.tag(*at) == Tag::Adposition);
        let end = preposition.unwrap_or(end).max(source.start);
        let which = |at: usize| self.is_in(at, Class::TimeModifier) && self.is_time_ahead(at + 1);
        let dated = (source.start + 1..end).rev().take_while(|at| which(*at)).last();
        source.start..dated.unwrap_or(end).max(source.start)
    }

    /// `last week`, `earlier this year`: a time here or one word further on.
    fn is_time_ahead(&self, at: usize) -> bool {
        self.is_time(at) || self.is_any(at, &["this", "last"]) && self.is_time(at + 1)
    }

    /// `a study published` on Monday, `a reporter later` said, `a poll out` this week: what belongs to the deed is cut off.
    fn without_deed(&self, source: &Tokens) -> Tokens {
        let last = source.end - usize::from(!source.is_empty());
        let dangles = self.tag(last).is_verb() || self.tag(last) == Tag::Adverb || self.is(last, "out");
        let cut = last > source.start && dangles && matches!(self.tag(last - 1), Tag::Noun | Tag::ProperNoun);
        source.start..if cut { last } else { source.end }
    }

    fn verb_of(&self, cue: &Tokens) -> Option<&'static Verb> {
        cue.clone().find_map(|at| self.attributing_verb(at)).map(|(verb, _)| verb)
    }

    /// Whether a proposed content is what its verb takes for one: `noted that the road was open`, `noted: “It is open.”`,
    /// but not `noted the number of the car`.
    fn is_complement(&self, piece: &Tokens, cue: &Tokens, verb: &Verb) -> bool {
        let named = [Pattern::Naming, Pattern::NamingAs, Pattern::BlameFor, Pattern::AccuseOf]
            .into_iter()
            .any(|pattern| verb.takes(pattern));
        // `tweeted a video of the band “Low Tide” that was new`: a title says nothing, a name one is called does.
        let quoted = piece.clone().any(|at| {
            self.quotation_from(at)
                .is_some_and(|quotation| named || self.words_in(&quotation.tokens) > 2 && !self.is_title(quotation))
        });
        if self.tag(piece.start) == Tag::CoordinatingConjunction && !self.is_in(piece.start, Class::FirstOfTwo) {
            return false;
        }
        // `joked about her hat`: what was talked about.
        let topic = (piece.start.saturating_sub(1)..=piece.start).any(|at| self.is_in(at, Class::AboutPreposition))
            && !verb.takes(Pattern::AccuseOf);
        if topic && !verb.takes(Pattern::About) {
            return false;
        }
        if piece.end <= cue.start {
            return quoted || self.reads_as_clause(piece);
        }
        let told = verb.takes(Pattern::Recipient) || verb.takes(Pattern::RequiredRecipient);
        // `the trouble is finding work`
        if !verb.takes(Pattern::Quotation) && self.word(cue.start).ends_with("ing") && !self.is(piece.start - 1, "that")
        {
            return false;
        }
        let clause = if named || verb.takes(Pattern::HardlyButClause) {
            self.reads_as_clause(piece)
        } else {
            self.begins_as_clause(piece)
        };
        if self.is(piece.start - 1, "that") {
            let joins = self.that_ahead(piece.start - 1, piece.end).is_some();
            return joins && (verb.takes(Pattern::Clause) || verb.takes(Pattern::ThatClause) || told);
        }
        let asks = self.is_in(piece.start, Class::QuestionWord);
        quoted
            || clause && (named || told || verb.takes(Pattern::Clause) || verb.takes(Pattern::HardlyButClause))
            || asks && verb.takes(Pattern::QuestionClause)
            || verb.takes(Pattern::About)
    }

    fn without_that(&self, content: &Tokens) -> Tokens {
        content.start + usize::from(self.is(content.start, "that") && content.len() > 1)..content.end
    }
}
