//! One mention of a source, and the entity it stands for.

use crate::attribution::Tokens;
use crate::report::SourceType;

/// A run of tokens that names a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The tokens.
    pub tokens: Tokens,
    /// What sort of source it is, after resolution. None when nothing says that it could be a source at all.
    pub source_type: Option<SourceType>,
    /// Whether somebody speaks here whose name is withheld.
    pub anonymous: bool,
    /// The fullest name the page gives; for an unnamed source that returns, the words of its first mention.
    pub name: Option<String>,
    /// What it stands for: mentions with the same entity are the same hand.
    pub entity: Entity,
    /// Whether it is a pronoun or definite phrase that was resolved to an earlier mention.
    pub anaphoric: bool,
    /// The mention it was resolved to.
    pub antecedent: Option<Tokens>,
    /// The outlet that a document or journalist belongs to: `the Courier report`. Its name in lower case.
    pub publisher: Option<String>,
}

/// What a mention stands for, comparable across a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Entity {
    /// A name in canonical lower case: `vadim kulit`, `rt`.
    Named(String),
    /// Somebody without a name, known by the first token of the first mention.
    Unnamed(usize),
    /// Nobody: `reportedly`, `it was reported`.
    Nobody,
}
