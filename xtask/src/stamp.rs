//! Whether a step's inputs are what they were when it last succeeded, so that a second run is quick.
//!
//! A stamp is a small file with a number made of every input's path and content. Clocks play no part: a fresh clone
//! with the same files has the same number.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::project;

/// The inputs of one step as they are now, and where its last success is written down.
pub(crate) struct Stamp {
    file: PathBuf,
    number: String,
}

impl Stamp {
    /// Takes the inputs of the step `name`: files and folders, which may be missing, and words such as versions.
    pub(crate) fn of(name: &str, inputs: &[PathBuf], words: &[&str]) -> Result<Self> {
        Self::at(project::target("xtask").join(name), inputs, words)
    }

    /// The same, written down in a file of the caller's choice.
    pub(crate) fn at(file: PathBuf, inputs: &[PathBuf], words: &[&str]) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        words.hash(&mut hasher);
        for input in inputs {
            add(&mut hasher, input)?;
        }
        Ok(Self { file, number: format!("{:016x}", hasher.finish()) })
    }

    /// The number of the inputs, for a stamp of more than these.
    pub(crate) fn number(&self) -> &str {
        &self.number
    }

    /// Whether the step last succeeded with these inputs.
    pub(crate) fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.number)
    }

    /// Writes down that the step has succeeded with these inputs.
    pub(crate) fn keep(&self) -> Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.file, &self.number).with_context(|| format!("{} cannot be written", self.file.display()))
    }
}

fn add(hasher: &mut DefaultHasher, input: &Path) -> Result<()> {
    if !input.exists() {
        return Ok(());
    }
    // What stands in `node_modules` is told by the lock file beside it.
    let own = |entry: &walkdir::DirEntry| entry.file_name() != "node_modules";
    for entry in WalkDir::new(input).sort_by_file_name().into_iter().filter_entry(own) {
        let entry = entry?;
        if entry.file_type().is_file() {
            project::shown(entry.path()).hash(hasher);
            let content =
                fs::read(entry.path()).with_context(|| format!("{} cannot be read", entry.path().display()))?;
            content.hash(hasher);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_current_until_an_input_or_a_word_changes() {
        let folder = std::env::temp_dir().join(format!("stamp-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let input = folder.join("input");
        let taken = |words: &[&str]| Stamp::at(folder.join("kept"), std::slice::from_ref(&input), words).unwrap();

        fs::write(&input, "one").unwrap();
        assert!(!taken(&[]).is_current(), "nothing is written down yet");
        taken(&[]).keep().unwrap();
        assert!(taken(&[]).is_current());
        assert!(!taken(&["other version"]).is_current());
        fs::write(&input, "two").unwrap();
        assert!(!taken(&[]).is_current());
        fs::remove_dir_all(&folder).unwrap();
    }
}
