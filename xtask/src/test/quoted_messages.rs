//! Which of the extension's messages a file of tests quotes, so that a changed message runs only those files again that
//! could tell.
//!
//! A test quotes a message when any two words that follow each other in the message do so in the test, or when the one
//! word of the message stands in it; marks and capitals play no part. That is more than what it quotes, never less.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use walkdir::WalkDir;

/// A finished extension: its messages apart from the rest.
pub(super) struct Messages {
    /// `de: The words of a message`, sorted.
    messages: Vec<String>,
    rest: Vec<PathBuf>,
}

impl Messages {
    /// Reads the messages of all languages in the folder of a finished extension.
    pub(super) fn of(extension: &Path) -> Result<Self> {
        let (mut messages, mut rest) = (Vec::new(), Vec::new());
        for entry in WalkDir::new(extension).sort_by_file_name() {
            let entry = entry?;
            let path = entry.path();
            if !entry.file_type().is_file() {
                continue;
            }
            if !path.ends_with("messages.json") {
                rest.push(path.to_owned());
                continue;
            }
            let said = || format!("{} cannot be read", path.display());
            let file: Value = serde_json::from_str(&fs::read_to_string(path).with_context(said)?).with_context(said)?;
            let language = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
            for (key, message) in file.as_object().into_iter().flatten() {
                messages.push(format!("{language} {key}: {}", message["message"].as_str().unwrap_or_default()));
            }
        }
        messages.sort_unstable();
        Ok(Self { messages, rest })
    }

    /// The extension's other files.
    pub(super) fn rest(&self) -> &[PathBuf] {
        &self.rest
    }

    /// All messages, as one text.
    pub(super) fn all(&self) -> String {
        self.messages.join("\n")
    }

    /// The messages that a text quotes, as one text.
    pub(super) fn quoted_in(&self, text: &str) -> String {
        let words = words(text);
        let singles: HashSet<&str> = words.iter().map(String::as_str).collect();
        let pairs: HashSet<(&str, &str)> = words.windows(2).map(|pair| (pair[0].as_str(), pair[1].as_str())).collect();
        let is_quoted = |message: &&String| {
            let said = self::words(message.split_once(": ").map_or("", |(_, said)| said));
            match said.as_slice() {
                [one] => singles.contains(one.as_str()),
                more => more.windows(2).any(|pair| pairs.contains(&(pair[0].as_str(), pair[1].as_str()))),
            }
        };
        self.messages.iter().filter(is_quoted).map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}

/// The words of a text in small letters.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(said: &[&str]) -> Messages {
        Messages { messages: said.iter().map(|said| (*said).to_owned()).collect(), rest: Vec::new() }
    }

    #[test]
    fn a_changed_message_is_seen_by_the_files_that_quote_it_alone() {
        let (old, new) = (
            messages(&["en off: Off: you turned it off for $SITE$."]),
            messages(&["en off: Hearsay rests on $SITE$."]),
        );
        let quotes = "await waitForPopup(popup, 'you turned it off');";
        assert_ne!(old.quoted_in(quotes), new.quoted_in(quotes));
        let other = "await waitForPopup(popup, '2 hands');";
        assert_eq!(old.quoted_in(other), new.quoted_in(other));
    }

    #[test]
    fn marks_around_a_quoted_word_play_no_part() {
        assert_eq!(
            messages(&["en copied: Copied."]).quoted_in("waitForWords(page, /^Copied\\./)"),
            "en copied: Copied."
        );
    }
}
