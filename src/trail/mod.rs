//! Following a claim into the page that it is cited from.
//!
//! In goes what one page claims, and another page; out comes where that page says it, or that it does not; what of it changed
//! on the way; the hands over all pages of a trail; and which claims of several pages have one origin.

mod changes;
mod counting;
mod find;
mod origins;
mod terms;

pub use changes::{Change, Changes, Wording, changes};
pub use counting::{Leg, Traced, count_on};
pub use find::{Answer, FOUND_FROM, Passage, find, rank};
pub use origins::{Told, one_origin};
