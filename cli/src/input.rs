//! Where a text comes from: a file, or standard input. What cannot be read is said in one sentence.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, bail};

/// More than any article; what is longer was given by mistake, and would not fit in memory.
pub(crate) const LONGEST_TEXT: usize = 256 << 20;

/// Opens a file, or standard input for no file and for `-`.
pub(crate) fn open(file: Option<&Path>) -> anyhow::Result<Box<dyn Read + Send>> {
    match file.filter(|file| *file != Path::new("-")) {
        Some(file) if file.is_dir() => bail!("{} is a folder; name a text file in it", file.display()),
        Some(file) => Ok(Box::new(File::open(file).with_context(|| format!("cannot read {}", file.display()))?)),
        None => Ok(Box::new(io::stdin())),
    }
}

/// The length of a file in bytes. `None` for standard input, whose end nobody knows.
pub(crate) fn length(file: Option<&Path>) -> Option<u64> {
    file.and_then(|file| file.metadata().ok()).filter(std::fs::Metadata::is_file).map(|file| file.len())
}

/// What to call an input in a sentence.
pub(crate) fn name(file: Option<&Path>) -> String {
    file.filter(|file| *file != Path::new("-"))
        .map_or_else(|| "standard input".into(), |file| file.display().to_string())
}

/// Reads the whole of one text.
pub(crate) fn text(file: Option<&Path>) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    let limit = LONGEST_TEXT as u64 + 1;
    open(file)?.take(limit).read_to_end(&mut bytes).with_context(|| format!("cannot read {}", name(file)))?;
    if bytes.len() > LONGEST_TEXT {
        bail!("{} is longer than {} MB; give one article at a time", name(file), LONGEST_TEXT >> 20);
    }
    if bytes.contains(&0) {
        bail!("{} is not plain text: it holds zero bytes", name(file));
    }
    let text = String::from_utf8(bytes)
        .map_err(|error| error.utf8_error().valid_up_to())
        .map_err(|byte| anyhow::anyhow!("{} is not UTF-8 text: byte {byte} begins no character", name(file)))?;
    // A byte order mark is no character of the text: no place is counted from it.
    let text = text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned);
    if super::html::is_html(&text) {
        bail!("{} {}", name(file), super::html::REFUSAL);
    }
    if text.trim().is_empty() {
        bail!("{} is empty: there is no text to analyze", name(file));
    }
    Ok(text)
}
