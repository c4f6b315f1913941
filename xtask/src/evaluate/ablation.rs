//! `cargo xtask evaluate DIR --ablate`: what each veto is worth. Leaves out one after the other, and prints which figures of
//! which sets change, and by how much: a figure that falls without a veto speaks for it.

use std::io::Write;
use std::path::PathBuf;

use super::figures::Figure;
use super::scorers::Set;
use super::{Answers, project};

/// Changes below this are not told.
const LEAST: f64 = 0.05;

pub(crate) fn print(out: &mut impl Write, answers: &Answers<'_>, sets: &[&Set], with: &[Figure]) -> anyhow::Result<()> {
    for veto in hearsay::attribution::vetoes() {
        writeln!(out, "without `{}`, weight {}: {}", veto.name, veto.weight, veto.example)?;
        let (folder, name) = (folder()?, veto.name.to_owned());
        let without = Answers { dir: answers.dir, binary: answers.binary, out: folder, without: Some(name) };
        let mut nothing = true;
        for set in sets {
            without.make(set.name)?;
            for figure in (set.score)(&without)? {
                let before = with.iter().find(|old| old.set == figure.set && old.figure == figure.figure);
                let change = before.map_or(0.0, |old| figure.value - old.value);
                if change.abs() >= LEAST {
                    nothing = false;
                    writeln!(out, "    {:16}{:+6.1}  {}", figure.set, change, figure.figure)?;
                }
            }
        }
        if nothing {
            writeln!(out, "    nothing changes")?;
        }
    }
    Ok(())
}

fn folder() -> anyhow::Result<PathBuf> {
    let folder = project::target("evaluation").join("ablation");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
