//! Files to one zip, the same bytes each time: in the order of their names, with one time for all, and with nothing of
//! the machine that packs. And from a zip to files again.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use anyhow::{Context, Result};
use walkdir::WalkDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::build::tree;

/// A file as it will stand in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct File {
    /// Its path, parted by `/`.
    pub name: String,
    pub content: Vec<u8>,
    pub executable: bool,
}

/// Every file inside a folder, by its path from there.
pub(super) fn files_in(folder: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
            files.push(File { name, content: read(entry.path())?, executable: false });
        }
    }
    Ok(files)
}

/// The content of a file.
pub(super) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// The zip of some files, whatever order they come in.
pub(super) fn pack(files: &[File]) -> Result<Vec<u8>> {
    let mut files: Vec<&File> = files.iter().collect();
    files.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            // The earliest time a zip can hold: when a file was written is no part of what it is.
            .last_modified_time(DateTime::default())
            .unix_permissions(if file.executable { 0o755 } else { 0o644 });
        archive.start_file(&file.name, options).with_context(|| format!("{} cannot be packed", file.name))?;
        archive.write_all(&file.content)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Puts the files of a zip into a folder, where nothing else stays.
pub(super) fn unpack(file: &Path, folder: &Path) -> Result<()> {
    tree::empty(folder)?;
    let mut archive = ZipArchive::new(Cursor::new(read(file)?))?;
    archive.extract(folder).with_context(|| format!("{} cannot be unpacked", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, content: &str) -> File {
        File { name: name.to_owned(), content: content.into(), executable: false }
    }

    #[test]
    fn the_same_files_are_the_same_bytes_whenever_and_in_whatever_order_they_come() {
        let folder = std::env::temp_dir().join(format!("archive-{}", std::process::id()));
        fs::create_dir_all(folder.join("icons")).unwrap();
        let packed = || {
            for name in ["manifest.json", "icons/small.png"] {
                fs::write(folder.join(name), name).unwrap();
            }
            pack(&files_in(&folder).unwrap()).unwrap()
        };
        let first = packed();
        // Zip counts time in steps of two seconds.
        std::thread::sleep(std::time::Duration::from_millis(2100));
        assert_eq!(packed(), first);
        fs::remove_dir_all(&folder).unwrap();
        let by_hand = [file("manifest.json", "manifest.json"), file("icons/small.png", "icons/small.png")];
        assert_eq!(pack(&by_hand).unwrap(), first);
    }

    #[test]
    fn what_is_packed_comes_out_as_it_went_in() {
        let folder = std::env::temp_dir().join(format!("unpacked-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let zip = folder.join("packed.zip");
        let mut files = [file("a", "one"), file("b/c", "two")];
        fs::write(&zip, pack(&files).unwrap()).unwrap();
        unpack(&zip, &folder.join("out")).unwrap();
        let mut found = files_in(&folder.join("out")).unwrap();
        found.sort_by(|a, b| a.name.cmp(&b.name));
        files.sort_by(|a, b| a.name.cmp(&b.name));
        assert_eq!(found, files);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn other_content_is_other_bytes() {
        assert_ne!(pack(&[file("a", "one")]).unwrap(), pack(&[file("a", "two")]).unwrap());
    }

    #[test]
    fn what_can_be_run_stays_so() {
        let script = File { executable: true, ..file("run", "true") };
        assert_ne!(pack(&[script]).unwrap(), pack(&[file("run", "true")]).unwrap());
    }
}
