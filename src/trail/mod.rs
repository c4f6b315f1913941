//! Following a claim into the page that it is cited from.
//!
//! In goes what one page claims, and another page; out comes where that page says it, or that it does not.

mod find;
mod terms;

pub use find::{Answer, FOUND_FROM, Passage, find, rank};
