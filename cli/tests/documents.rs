//! The command line does what the documents say: every call of it in them is made.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::Path;

/// Every document for people: those in the root, and those in `docs`.
fn documents() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let files = [root.clone(), root.join("docs")].into_iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let paths = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "md"));
    paths.map(|path| fs::read_to_string(path).unwrap() + "\n").collect()
}

/// The lines of code in the documents that call the command line, without the folder it is built in and the remark.
fn calls(documents: &str) -> Vec<String> {
    let lines = documents.lines().filter_map(|line| line.trim_start().strip_prefix("target/release/hearsay "));
    lines.map(|line| line.split("  #").next().unwrap_or_default().trim().to_owned()).collect()
}

#[test]
fn every_call_of_the_command_line_in_the_documents_works() {
    let calls = calls(&documents());
    assert!(calls.len() > 3, "{calls:?}");
    let folder = tempfile::tempdir().unwrap();
    let article = "The dam will open in May, the Veska Tribune reported, citing Halden Roos.";
    fs::write(folder.path().join("article.txt"), article).unwrap();
    fs::write(folder.path().join("articles.jsonl"), format!("{{\"id\": 1, \"text\": \"{article}\"}}\n")).unwrap();
    for call in calls {
        let (call, into) = call.split_once(" > ").unwrap_or((&call, ""));
        let (call, from) = call.split_once(" < ").unwrap_or((call, ""));
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_hearsay"));
        command.args(call.split_whitespace()).current_dir(folder.path());
        if !from.is_empty() {
            command.pipe_stdin(folder.path().join(from)).unwrap();
        }
        let output = command.assert().success().get_output().stdout.clone();
        if !into.is_empty() {
            fs::write(folder.path().join(into), &output).unwrap();
        }
        let found = if call.starts_with("stats") { "\nunknown,1,1,0,1,0,0,2.000" } else { "Roos" };
        assert!(String::from_utf8_lossy(&output).contains(found), "hearsay {call}");
    }
}
