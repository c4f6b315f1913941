//! Noun phrases without a parser: the longest run of words around a point that can name somebody.
//!
//! Both directions work on tags and the lexicon alone. A phrase keeps its determiner, its titles, `of`-phrases, and
//! what ties a role to its body (`a spokeswoman for the port`); asides between commas are the caller's business.

mod leftward;
mod rightward;
mod words;
