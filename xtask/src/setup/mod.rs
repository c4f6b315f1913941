//! What a fresh machine lacks, and how it is added: each look-up is quick when nothing is missing.

pub(crate) mod browser;
pub(crate) mod node;
pub(crate) mod rust_components;
pub(crate) mod rust_target;
