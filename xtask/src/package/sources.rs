//! What the project is made of: every file that is committed, as it is committed.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::archive::{self, File};
use crate::command::{answer, program};

/// The committed files of the repository at `root`. None in an unpacked source archive, which has no history.
///
/// # Errors
/// When a file was changed or added since the last commit: nobody could build the same package again.
pub(super) fn committed(root: &Path) -> Result<Option<Vec<File>>> {
    if !root.join(".git").exists() {
        return Ok(None);
    }
    let git = |arguments: &[&str]| {
        answer(program("git", arguments).current_dir(root))
            .with_context(|| format!("`git {}` failed: packages are made of what is committed", arguments.join(" ")))
    };
    let changes = git(&["status", "--porcelain"])?;
    if !changes.is_empty() {
        bail!(
            "These files differ from the last commit, so nobody could build the same package again. Commit them, or put \
             them away with `git stash --include-untracked`:\n{changes}"
        );
    }
    let list = git(&["ls-files", "--stage", "-z"])?;
    list.split_terminator('\0').map(|line| file(root, line)).collect::<Result<_>>().map(Some)
}

/// A file by its line in git's index: `100644 HASH 0<tab>NAME`.
fn file(root: &Path, line: &str) -> Result<File> {
    let (about, name) = line.split_once('\t').with_context(|| format!("git lists “{line}”, which names no file"))?;
    let content = archive::read(&root.join(name))?;
    Ok(File { name: name.to_owned(), content, executable: about.starts_with("100755") })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;

    /// A new repository with one committed file, removed again at the end.
    struct Repository(PathBuf);

    impl Repository {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("kept.txt"), "kept").unwrap();
            let repository = Self(folder);
            repository.git(&["init", "--quiet"]);
            repository.git(&["add", "kept.txt"]);
            let author = ["-c", "user.name=Test", "-c", "user.email=test@hearsay.example"];
            repository.git(&[&author[..], &["commit", "--quiet", "--message", "First"]].concat());
            repository
        }

        fn git(&self, arguments: &[&str]) {
            answer(program("git", arguments).current_dir(&self.0)).unwrap();
        }
    }

    impl Drop for Repository {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn what_is_committed_is_packed() {
        let repository = Repository::new("committed");
        let files = committed(&repository.0).unwrap().unwrap();
        let kept = File { name: "kept.txt".to_owned(), content: b"kept".to_vec(), executable: false };
        assert_eq!(files, [kept]);
    }

    #[test]
    fn a_changed_or_added_file_is_refused_by_name() {
        for name in ["kept.txt", "added.txt"] {
            let repository = Repository::new(name);
            fs::write(repository.0.join(name), "changed").unwrap();
            let message = committed(&repository.0).unwrap_err().to_string();
            assert!(message.contains(name) && message.contains("Commit them"), "{message}");
        }
    }

    #[test]
    fn without_a_history_there_is_no_source_archive() {
        let repository = Repository::new("unpacked");
        fs::remove_dir_all(repository.0.join(".git")).unwrap();
        assert_eq!(committed(&repository.0).unwrap(), None);
    }
}
