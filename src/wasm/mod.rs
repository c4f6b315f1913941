//! The only place that knows JavaScript. Two modules for browsers are built from it.
//!
//! `engine` is the one that reads: an article comes in as a plain object, a report goes out as one. `trail` is beside it and
//! follows a claim from one article into another. `source_map` and
//! `export` are the views, what can be made of a report: a map drawn as SVG, a file. Every offset that JavaScript sees
//! is counted in UTF-16 code units of its block. What happens to offsets and sizes needs no browser, and stands in
//! modules of its own that are tested like any other.

#[cfg(feature = "wasm-engine")]
mod document;
#[cfg(feature = "wasm-engine")]
mod engine;
#[cfg(feature = "wasm-views")]
mod export;
#[cfg(any(feature = "wasm-engine", test))]
mod limit;
mod offsets;
#[cfg(feature = "wasm-views")]
mod source_map;
#[cfg(feature = "wasm")]
mod thrown;
#[cfg(all(feature = "wasm-engine", feature = "trail"))]
mod trail;
#[cfg(feature = "wasm-views")]
mod value;
