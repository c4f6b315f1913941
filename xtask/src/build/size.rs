//! How large the extension is, file by file: what a reader's browser stores, and what it downloads.

use std::fs;
use std::io::Write;

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use walkdir::WalkDir;

use super::{extension, manifest::Browser};

/// Prints the extension's files of 1 kB or more, largest first, and the sum of all.
pub(crate) fn print() -> Result<()> {
    let folder = extension::folder(Browser::Chrome);
    let mut files = Vec::new();
    for entry in WalkDir::new(&folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let content = fs::read(entry.path())?;
            let name = entry.path().strip_prefix(&folder)?.display().to_string();
            files.push((content.len(), compressed(&content)?, name));
        }
    }
    files.sort_unstable_by(|a, b| b.cmp(a));
    let sum = files.iter().fold((0, 0), |(raw, gzip), file| (raw + file.0, gzip + file.1));

    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{:>10} {:>10}  the extension, as Chrome loads it", "bytes", "gzip")?;
    for (raw, gzip, name) in files.iter().filter(|file| file.0 >= 1000) {
        writeln!(out, "{raw:>10} {gzip:>10}  {name}")?;
    }
    writeln!(out, "{:>10} {:>10}  all {} files", sum.0, sum.1, files.len())?;
    Ok(())
}

/// The length of some bytes gzipped, as a server would send them.
pub(super) fn compressed(content: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len())
}
