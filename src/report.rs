//! What an analysis gives back: the claims, and for each the chain of hands it came through.
//!
//! Plain values without logic. The command line, the Wasm boundary and the tests all show this same report; what they
//! may change is only the unit in which offsets are counted.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Everything found in one document, in text order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Report {
    /// The claims, ordered by where they begin.
    pub claims: Vec<Claim>,
    /// What people call the publisher of the page: of its names, of a list, or else spelled as its domain is. None for a
    /// page that says neither name nor domain.
    #[serde(default)]
    pub publisher: Option<String>,
    /// The news agency whose copy the page says that it is, in a dateline or a byline. It is the page, and no hand.
    #[serde(default)]
    pub wire: Option<String>,
    /// Why nothing was read, where nothing was. There are no claims then.
    #[serde(default)]
    pub unread: Option<Unread>,
    /// The engine and the weights that this comes from, to be cited: see [`version`](crate::version).
    #[serde(default)]
    pub engine: String,
}

impl Report {
    /// The report on a document that was not read.
    #[must_use]
    pub fn unread(why: Unread) -> Self {
        Self { unread: Some(why), engine: crate::version().to_owned(), ..Self::default() }
    }
}

/// Why a document was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Unread {
    /// It has more text than [`Document::MOST_BYTES`](crate::Document::MOST_BYTES).
    TooLong,
    /// It is not in English. [`analyze`](crate::analyze) reads what it is given; who reads texts of many languages says
    /// this of those that [`is_english`](crate::language::is_english) turns away.
    OtherLanguage,
}

/// A piece of one block's text, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Span {
    /// Index of the block in [`Document::blocks`](crate::Document).
    pub block: u32,
    /// First unit of the piece. UTF-8 bytes inside the engine, UTF-16 code units in JavaScript.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// The number of a claim in its report, from 1. Written `c1`, `c2`, ….
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimId(pub u32);

impl std::fmt::Display for ClaimId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "c{}", self.0)
    }
}

impl Serialize for ClaimId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ClaimId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        let number = written.strip_prefix('c').and_then(|number| number.parse().ok());
        number
            .map(Self)
            .ok_or_else(|| D::Error::custom(format!("“{written}” is no claim's number, which is written c1")))
    }
}

/// Content that the page puts in another mouth, and the way it came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Claim {
    /// The claim's number, unique in its report.
    #[cfg_attr(feature = "wasm", tsify(type = "string"))]
    pub id: ClaimId,
    /// What is claimed, with its quotation marks. Several pieces when the attribution stands in the middle.
    pub content: Vec<Span>,
    /// The words that attribute it: `said`; `reported` and `citing`. Empty for a quote without any.
    pub cue: Vec<Span>,
    /// The mention of the source that stands by the cue. Empty when there is none.
    pub source: Vec<Span>,
    /// What sort of attribution this is.
    pub kind: Kind,
    /// Whether the content is quoted.
    pub directness: Directness,
    /// How far the page stands behind the attribution.
    pub factuality: Factuality,
    /// Hands between the page and the last one it discloses: the hops whose link is not inherited.
    pub depth: u8,
    /// All hops, inherited ones included.
    pub depth_max: u8,
    /// How sure the engine is that this is a claim with this source and content, 0 to 1.
    pub confidence: f32,
    /// How sure the engine is that the counted hops are all the hands there are, the right ones and in this order, 0 to 1,
    /// if the claim is one. Of those that say 0.9, nine in ten are right.
    pub chain_confidence: f32,
    /// The claim this one stands inside of.
    #[cfg_attr(feature = "wasm", tsify(type = "string | null"))]
    pub parent: Option<ClaimId>,
    /// The claim that this quote without a cue goes on from.
    #[cfg_attr(feature = "wasm", tsify(type = "string | null"))]
    pub continues: Option<ClaimId>,
    /// The hands from the page outwards to the origin; the page itself is not listed.
    pub chain: Vec<Hop>,
    /// The rule or model decision that found the claim, for the curious: `quote, subject verb`.
    #[cfg_attr(feature = "wasm", tsify(type = "string"))]
    pub rule: Rule,
}

/// The name of a rule: one of the engine's own, or one that was read back.
pub type Rule = Cow<'static, str>;

/// One hand that a claim has passed through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Hop {
    /// The words that name this hand for this claim. None when no word does.
    pub span: Option<Span>,
    /// The fullest name the page gives; for an unnamed source that returns, the words of its first mention.
    pub name: Option<String>,
    /// What sort of source it is.
    #[serde(rename = "type")]
    pub source_type: SourceType,
    /// Whether somebody speaks here whose name is kept from the reader.
    pub anonymous: bool,
    /// How the page ties this hand to the claim.
    pub link: Link,
    /// The page's words that say so, to be shown in quotation marks: `citing the Arabic-language website`.
    pub evidence: Option<Span>,
    /// Where the page introduced the hand that `the report` or `she` stands for.
    pub antecedent: Option<Span>,
    /// Where the page's own link says that this hand can be read: an address on the web, at another site than the page's.
    pub address: Option<String>,
    /// Why the page keeps this hand's name back, in its words: `because she was not authorised to speak`.
    #[serde(default)]
    pub reason: Option<Span>,
}

/// What sort of attribution a claim is; decided by the outermost cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Kind {
    /// Said, written, found, predicted, denied.
    Speech,
    /// Thought, believed, feared.
    Attitude,
    /// Urged, demanded, proposed.
    Directive,
    /// Promised, vowed, agreed to.
    Commissive,
}

/// Whether a claim's content is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Directness {
    /// All of it stands in quotation marks.
    Direct,
    /// None of it does.
    Indirect,
    /// Part of it does.
    Mixed,
}

/// How far the page itself stands behind an attribution. Not a verdict on the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Factuality {
    /// The page passes it on.
    Neutral,
    /// The page passes it on with a hedge: `reportedly`, `may`.
    Hedged,
    /// The source denies it, or the page in the same breath calls it wrong.
    Counterfactive,
    /// A question, a joke, a promise; something to be said later.
    Nonassertive,
}

/// The sort of source a hand is. The resolved source counts: `the paper` is what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SourceType {
    /// A name: a candidate, an expert, an author, a private person.
    NamedPerson,
    /// A name that holds public office or rank, or speaks for or heads a named body.
    NamedOfficial,
    /// One unnamed holder of a definite role: `the minister`.
    RoleOnly,
    /// A ministry, court, company, agency; a capital that stands for its government.
    Institution,
    /// A title, a programme; `the paper`.
    NewsOutlet,
    /// `Russian media`, `reports in the press`.
    OutletCollective,
    /// A report, study, poll, filing, letter.
    Document,
    /// A post on a social platform.
    SocialPost,
    /// One unnamed speaker: `a senior aide`.
    AnonymousIndividual,
    /// `officials`, `people familiar with the matter`.
    AnonymousCollective,
    /// An open class: `experts`, `critics`.
    VagueCollective,
    /// Nobody: `reportedly`, `it was reported`.
    Unspecified,
    /// `we` or `I` of the page's own voice.
    #[serde(rename = "self")]
    Own,
}

impl SourceType {
    /// Whether the words for such a source say already that it is somebody whose name is kept: `an aide`, `two officials`.
    #[must_use]
    pub fn keeps_name(self) -> bool {
        matches!(self, Self::AnonymousIndividual | Self::AnonymousCollective)
    }
}

/// How the page ties a hand to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Link {
    /// Named or described at the cue, or in a sourcing sentence.
    Explicit,
    /// A pronoun or definite phrase, resolved in the text.
    Anaphoric,
    /// A quote that simply goes on.
    Implicit,
    /// An adverb or an agentless passive.
    Unspecified,
    /// A hand the page gives for another claim of the same report, or that stands in another's words and may be none of
    /// its own. Never part of the depth.
    Inherited,
}
