//! The command line as another program sees it: what goes in, what comes out, and how it ends.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use assert_cmd::assert::OutputAssertExt;

/// What a run printed and how it ended.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

fn hearsay(arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
    let mut command = assert_cmd::Command::from_std(program(arguments));
    let done = command.write_stdin(input.as_ref()).output().expect("the program starts");
    Run {
        code: done.status.code(),
        out: String::from_utf8(done.stdout).expect("what is printed is text"),
        err: String::from_utf8(done.stderr).expect("what is printed is text"),
    }
}

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hearsay"));
    command.args(arguments);
    command
}

fn rows(out: &str) -> Vec<serde_json::Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

#[test]
fn batch_answers_every_row_in_order() {
    let input: String =
        (0..500).map(|id| format!("{}\n", serde_json::json!({"id": id, "text": "Rain. ".repeat(id % 97)}))).collect();
    let run = hearsay(&["batch"], input);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let ids: Vec<_> = rows(&run.out).iter().map(|row| row["id"].as_u64()).collect();
    assert_eq!(ids, (0..500).map(Some).collect::<Vec<_>>());
    assert!(rows(&run.out).iter().all(|row| row["claims"].is_array()));
}

#[test]
fn batch_takes_hosts_in_every_form_and_ignores_what_it_does_not_know() {
    for row in [
        r#"{"id": "a", "text": "Rain."}"#,
        r#"{"id": "a", "text": "Rain.", "host": "lantern.example"}"#,
        r#"{"id": "a", "text": "Rain.", "host": "Lantern"}"#,
        r#"{"id": "a", "text": "Rain.", "host": null}"#,
        r#"{"id": "a", "text": "Rain.", "host": {"names": ["Lantern"], "domain": "lantern.example"}}"#,
        r#"{"id": "a", "text": "Rain.", "claims": [], "sha256": "…", "annotated_to": 5}"#,
    ] {
        let run = hearsay(&["batch", "--host", "courier.example"], row);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{row}");
        assert_eq!(rows(&run.out).len(), 1, "{row}");
    }
}

#[test]
fn a_broken_line_is_reported_with_its_number_and_the_others_are_answered() {
    let input = "{\"id\": 1, \"text\": \"Rain.\"}\n{\"id\": 2, \"text\n\n[]\n{\"id\": 5}\n\u{0}\n{\"id\": 7, \"text\": \"Sun.\"}";
    let run = hearsay(&["batch"], input);
    assert_eq!(run.code, Some(1));
    assert_eq!(rows(&run.out).iter().map(|row| row["id"].as_u64()).collect::<Vec<_>>(), [Some(1), Some(7)]);
    let errors: Vec<&str> = run.err.lines().collect();
    assert_eq!(errors.len(), 4, "{}", run.err);
    for (error, number) in errors.iter().zip([2, 4, 5, 6]) {
        assert!(error.starts_with(&format!("hearsay: line {number}: ")), "{error}");
    }
}

#[test]
fn whoever_asks_line_by_line_is_answered_line_by_line() {
    let mut child =
        program(&["batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    let (mut questions, answers) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
    let mut answers = BufReader::new(answers);
    for id in 0..3 {
        writeln!(questions, "{}", serde_json::json!({"id": id, "text": "Rain."})).expect("the program listens");
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("the program answers");
        assert!(answer.starts_with(&format!("{{\"id\":{id},")), "{answer}");
    }
    drop(questions);
    assert!(child.wait().expect("the program ends").success());
}

#[test]
fn a_reader_that_goes_away_ends_the_program_without_a_word() {
    let mut child = program(&["batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let mut questions = child.stdin.take().expect("piped");
    for id in 0..10_000 {
        if writeln!(questions, "{{\"id\": {id}, \"text\": \"Rain.\"}}").is_err() {
            break;
        }
    }
    drop(questions);
    let done = child.wait_with_output().expect("the program ends");
    assert_eq!((done.status.success(), done.stderr.as_slice()), (true, &b""[..]));
}

#[test]
fn analyze_prints_json_for_programs() {
    let run = hearsay(&["analyze", "--json", "--host", "lantern.example"], "Rain fell on Orle.\n\nIt was wet.");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(rows(&run.out)[0]["claims"].is_array());
}

#[test]
fn analyze_prints_what_other_programs_read() {
    let text = "Rain fell.\n\nThe bridge, mayor Anna Fox said, is \"shut\".\n\n=1+1 is two, Anna Fox said.";
    let printed = |arguments: &[&str]| {
        let run = hearsay(&[&["analyze"], arguments].concat(), text);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{arguments:?}");
        run.out
    };
    assert_eq!(printed(&["--format", "json"]), printed(&["--json"]));
    assert_eq!(printed(&["--format", "text"]), printed(&[]));
    let table = printed(&["--format", "csv", "--url", "https://lantern.example/orle"]);
    assert!(table.starts_with("claim,words,depth,"), "{table}");
    assert!(table.contains("… is \"\"shut\"\"\","), "{table}");
    assert!(table.contains(",'=1+1 is two,"), "{table}");
    assert!(printed(&["--format", "markdown"]).contains("## 1. 1 hand away\n\n> The bridge"));
    let url = ["--format", "markdown", "--url", "https://www.lantern.example/orle"];
    assert!(printed(&url).contains("\n\nlantern.example ← Anna Fox"));
    assert!(printed(&[&url[..], &["--host", "courier.example"]].concat()).contains("\n\ncourier.example ← Anna Fox"));
}

#[test]
fn a_format_is_asked_for_once() {
    for arguments in [&["analyze", "--json", "--format", "csv"][..], &["analyze", "--format", "xml"]] {
        let run = hearsay(arguments, "Rain fell on Orle.");
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
    }
}

#[test]
fn analyze_reads_a_file() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("article.txt");
    std::fs::write(&file, "Rain fell on Orle.").expect("a file can be written");
    program(&["analyze"]).arg(&file).assert().success();
}

#[test]
fn input_that_is_no_text_is_refused_in_one_sentence() {
    for (arguments, input, says) in [
        (&["analyze"][..], &b""[..], "empty"),
        (&["analyze"], b" \n\n ", "empty"),
        (&["analyze"], b"\x7fELF\0\0\0", "not plain text"),
        (&["analyze"], b"caf\xe9", "not UTF-8"),
        (&["analyze", "no-such-file.txt"], b"", "cannot read no-such-file.txt"),
        (&["batch", "no-such-file.jsonl"], b"", "cannot read no-such-file.jsonl"),
        (&["analyze", "tests"], b"", "folder"),
    ] {
        let run = hearsay(arguments, input);
        assert_eq!(run.code, Some(1), "{arguments:?}");
        assert_eq!(run.out, "", "{arguments:?}");
        assert!(run.err.starts_with("hearsay: ") && run.err.contains(says), "{arguments:?}: {}", run.err);
        assert_eq!(run.err.lines().count(), 1, "{arguments:?}: {}", run.err);
    }
}

#[test]
fn strange_texts_are_answered() {
    let marks = "\"".repeat(200_000);
    for text in [
        marks.as_str(),
        &"“".repeat(50_000),
        &"he said ".repeat(5_000),
        &"(\"'".repeat(20_000),
        &"word\n\n".repeat(20_000),
        "\u{feff}\u{200b}\u{ad}\u{301}",
        "👩‍👩‍👧 said: “🏳️‍🌈 p\u{a0}q\u{ad}r.”",
    ] {
        let run = hearsay(&["analyze", "--json"], text);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", text.chars().take(20).collect::<String>());
    }
}

#[test]
fn help_teaches_with_examples() {
    for arguments in [&["--help"][..], &["analyze", "--help"], &["batch", "--help"], &[]] {
        let run = hearsay(arguments, "");
        assert!((run.out + &run.err).contains("Examples:"), "{arguments:?}");
    }
}

#[test]
fn nothing_is_coloured_away_from_a_terminal() {
    let run = hearsay(&["analyze"], "“Rain is coming,” Jane Roe said.");
    assert!(!run.out.contains('\u{1b}'));
}
