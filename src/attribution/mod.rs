//! Who said what: finds, sentence by sentence, the words that attribute, who they name, and what they attribute.
//!
//! In goes a [`Text`], out come [`Findings`]: token ranges, not yet anybody's identity. Which earlier mention `she` or
//! `the report` stands for is decided in [`sources`](crate::sources), how many hands that makes in
//! [`chain`](crate::chain).

mod adjunct;
mod antecedent;
mod aside;
mod clause;
mod conduit;
mod content_end;
mod cue;
mod frames;
mod hands;
mod next_statement;
mod noun_phrase;
mod page_resumes;
mod participants;
#[cfg(feature = "tagger")]
mod proposals;
mod reading;
mod subject;
#[cfg(feature = "tagger")]
pub mod tagger;
mod verb_group;
mod veto;

use std::ops::Range;

pub use veto::Veto;

use crate::report::{Factuality, Kind};
use crate::text::Text;

/// A run of tokens.
pub type Tokens = Range<usize>;

/// Everything the attribution stage found in a text.
#[derive(Debug, Default)]
pub struct Findings {
    /// The attributions, ordered by where their content begins.
    pub attributions: Vec<Attribution>,
    /// Sentences that name a report's source without attributing anything themselves.
    pub sourcing: Vec<Sourcing>,
}

/// Somebody is said to have said something.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// What is attributed, in one piece or several, in text order. Never empty.
    pub content: Vec<Tokens>,
    /// The words that attribute. Empty for a quotation that goes on, or stands, without any.
    pub cue: Vec<Tokens>,
    /// The mention that stands by the cue. None for `reportedly` and agentless passives.
    pub source: Option<Tokens>,
    /// Further hands that the cue's clause names.
    pub hands: Vec<Hand>,
    /// What sort of attribution the cue makes.
    pub kind: Kind,
    /// How far the page stands behind it.
    pub factuality: Factuality,
    /// What shape of words was found.
    pub frame: Frame,
    /// How sure the frame is, 0 to 1.
    pub confidence: f32,
    /// Index in [`Findings::attributions`] of the attribution that this quotation without a cue goes on from.
    pub continues: Option<usize>,
}

impl Attribution {
    /// Plain speech: said, not thought, by nobody but the source, and the page takes no stand on it. What a frame finds
    /// besides, it sets itself.
    pub(in crate::attribution) fn speech(
        content: Vec<Tokens>,
        cue: Vec<Tokens>,
        source: Option<Tokens>,
        frame: Frame,
        confidence: f32,
    ) -> Self {
        Attribution {
            content,
            cue,
            source,
            hands: Vec::new(),
            kind: Kind::Speech,
            factuality: Factuality::Neutral,
            frame,
            confidence,
            continues: None,
        }
    }
}

/// A hand besides the source, with the part it plays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    /// The part it plays.
    pub role: Role,
    /// The words that name it. For [`Role::Hearsay`] the adverb itself.
    pub mention: Tokens,
    /// The words that tie it to the claim: `citing`, `told`.
    pub cue: Tokens,
}

/// The part a hand plays beside the source of a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// `reportedly`: somebody unnamed, outermost.
    Hearsay,
    /// Was told: `told the Courier`. An outer hand if it is a news outlet.
    Told,
    /// Aired or printed it: `in an interview with`, `on the programme`, `carried by`. An outer hand if it is an outlet.
    Medium,
    /// Quotes the source: `was quoted by X as saying`, `X quoted her as saying`. Always an outer hand.
    Quoting,
    /// Passed it on: `via X`, `sources cited by X`. An outer hand if it is an outlet or somebody with a name.
    PassedOn,
    /// Has the source: `the Courier's insider`. An outer hand if it is an outlet, or reports itself.
    Owner,
    /// Is cited by the source: `citing X`, `based on X`. Always a deeper hand.
    Cited,
}

/// A sentence about where a report got it: `The report cited three aides.`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourcing {
    /// The mention of the report, outlet or person that the sentence is about.
    pub about: Tokens,
    /// Who is given as its source, or as the outlet it was told to.
    pub named: Tokens,
    /// The words that tie the two.
    pub cue: Tokens,
    /// Whether `named` is behind `about` ([`Role::Cited`]) or in front of it ([`Role::Told`]).
    pub role: Role,
}

/// The shapes of attribution. The doc of each is a sentence that it matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Frame {
    /// The mayor said the road was open.
    SubjectVerbClause,
    /// The mayor said: "The road is open."
    SubjectVerbQuotation,
    /// The road is open, the mayor said. "It is open," she said.
    ClauseSubjectVerb,
    /// The road, the mayor said, is open.
    ClauseInterrupted,
    /// The mayor called the road a disgrace.
    Naming,
    /// The mayor vowed to mend the road.
    Infinitive,
    /// The road is open, according to the mayor.
    AccordingTo,
    /// The road, as the mayor put it, is open.
    AsSubjectVerb,
    /// The mayor was quoted as saying the road was open.
    QuotedAs,
    /// It was reported that the road was open.
    PassiveIt,
    /// The road is said to be open.
    PassiveInfinitive,
    /// The road is reportedly open.
    HearsayAdverb,
    /// Amid reports that the road was open, the shops filled.
    NounThat,
    /// Road open - report
    HeadlineTail,
    /// Mayor: 'The road is open'
    HeadlineLead,
    /// The mayor criticized the plan. "It is a disgrace."
    JudgedQuotation,
    /// The mayor shrugged: "It is open."
    ColonQuotation,
    /// Mayor: "It is open."
    SpeakerLabel,
    /// "It is open." - Ann Roe, mayor
    Signature,
    /// "It is open," she said. "It has been for days."
    ContinuedQuotation,
    /// A paragraph that is a quotation and nothing else.
    OrphanQuotation,
    /// None of these: the tagger found it.
    Learned,
}

impl Frame {
    /// The frame's name, for readers who want to know why a claim was found.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SubjectVerbClause => "subject, verb, clause",
            Self::SubjectVerbQuotation => "subject, verb, quotation",
            Self::ClauseSubjectVerb => "clause, subject, verb",
            Self::ClauseInterrupted => "clause interrupted by subject and verb",
            Self::Naming => "calling something something",
            Self::Infinitive => "verb and infinitive",
            Self::AccordingTo => "according to",
            Self::AsSubjectVerb => "as somebody put it",
            Self::QuotedAs => "quoted as saying",
            Self::PassiveIt => "it was said that",
            Self::PassiveInfinitive => "is said to",
            Self::HearsayAdverb => "reportedly",
            Self::NounThat => "reports that",
            Self::HeadlineTail => "headline with its source at the end",
            Self::HeadlineLead => "headline with its source in front",
            Self::JudgedQuotation => "verdict and quotation",
            Self::ColonQuotation => "colon and quotation",
            Self::SpeakerLabel => "speaker's label in front",
            Self::Signature => "speaker's name behind a quotation",
            Self::ContinuedQuotation => "quotation that goes on",
            Self::OrphanQuotation => "quotation without a speaker",
            Self::Learned => "learned from examples",
        }
    }
}

/// What the frames find by themselves, not yet settled: what the tagger is trained to weigh.
#[must_use]
pub fn find_by_frames(text: &Text) -> Vec<Attribution> {
    frames::alone(&reading::Reading::new(text)).attributions
}

/// Finds every attribution of a text.
#[must_use]
pub fn find(text: &Text) -> Findings {
    frames::apply(&reading::Reading::new(text))
}

/// Finds every attribution of a text with one veto left out, to see what it is worth. A name that [`vetoes`] does not have
/// leaves out none.
#[must_use]
pub fn find_without(text: &Text, veto: &str) -> Findings {
    frames::apply(&reading::Reading::new(text).without(veto))
}

/// All reasons why a cue says nothing.
#[must_use]
pub fn vetoes() -> &'static [Veto] {
    &veto::VETOES
}
