//! The only place that knows JavaScript: an article comes in as a plain object, a report goes out as one, with every
//! offset counted in UTF-16 code units of its block.
//!
//! `binding` is the exported function. What it does to offsets and sizes needs no browser, and stands in modules of its
//! own that are tested like any other.

#[cfg(feature = "wasm")]
mod binding;
mod limit;
mod offsets;
