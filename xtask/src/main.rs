//! Every chore of this repository, one verb each: `cargo xtask --help` lists them.

fn main() {}
