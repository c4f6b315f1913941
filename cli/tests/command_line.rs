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
fn batch_takes_hosts_in_every_form_and_passes_on_what_it_does_not_know() {
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
        let (mut answer, given) = (rows(&run.out), rows(row));
        assert_eq!(answer.len(), 1, "{row}");
        let answer = answer.remove(0);
        for (key, value) in given[0].as_object().expect("an object").iter().filter(|(key, _)| *key != "text") {
            assert_eq!(&answer[key], value, "{row}");
        }
    }
}

#[test]
fn the_keys_of_a_row_stay_in_their_order_before_what_the_answer_adds() {
    let run = hearsay(&["batch"], r#"{"id": 7, "url": "x", "text": "Rain.", "date": "2031-01-09", "author": null}"#);
    assert!(run.out.starts_with(r#"{"id":7,"url":"x","date":"2031-01-09","author":null,"schema":1,"#), "{}", run.out);
}

#[test]
fn what_is_wrong_with_a_row_is_said_in_plain_words() {
    for (row, says) in [
        (r#"{"id": 1}"#, "the row has no \"text\""),
        (r#"{"text": 5}"#, "\"text\" is a number, and should be a string"),
        (r#"{"text": "Rain.", "host": 5}"#, "\"host\" is a number, and should be a domain, a name or "),
        (r#"{"text": "Rain.", "hostname": {"names": "Lantern"}}"#, "\"hostname.names\" should be a list of strings"),
        (r#"["Rain."]"#, "a row is an object {\"text\": …}, and this is a list"),
        (r#"{"text": "Rain.""#, "the JSON ends too early"),
        (r#"{"text": Rain.}"#, "this is no JSON from column 10 on"),
        (r#"{"text": "<!doctype html><p>Rain.</p>"}"#, "\"text\" is HTML, and plain text is read"),
    ] {
        let run = hearsay(&["batch"], row);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{row}");
        assert!(run.err.starts_with(&format!("hearsay: line 1: {says}")), "{row}: {}", run.err);
    }
}

#[test]
fn a_batch_is_counted_by_site_by_month_and_by_sort_of_source() {
    let text = "Jane Roe said that the bridge was shut. The Courier reported, citing two aides, that it would stay so.";
    let input: String = [
        serde_json::json!({"text": text, "hostname": "www.lantern.example", "date": "2024-05-03"}),
        serde_json::json!({"text": "Rain fell.", "host": {"names": ["Merrow Post"]}, "date": "2024-05-30T10:00"}),
        serde_json::json!({"text": text}),
    ]
    .iter()
    .map(|row| format!("{row}\n"))
    .collect();
    let answers = hearsay(&["batch"], input).out;
    for (by, lines) in [
        ("host", &["Merrow Post,1,0,0,0,0,0,", "lantern.example,1,2,1,1,0,1,1.500", "unknown,1,2,1,1,0,1,1.500"][..]),
        ("month", &["2024-05,2,2,1,1,0,1,1.500", "unknown,1,2,1,1,0,1,1.500"]),
        ("type", &["anonymous_collective,2,2,0,2,0,2,2.000", "named_person,2,2,2,0,0,0,1.000"]),
    ] {
        let run = hearsay(&["stats", "--by", by], &answers);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{by}");
        let head = format!("{by},articles,claims,depth_1,depth_2,depth_3_or_more,ends_nameless,mean_depth");
        assert_eq!(run.out.lines().collect::<Vec<_>>(), [&[head.as_str()][..], lines].concat(), "{by}");
    }
    let run = hearsay(&["stats", "--by", "host"], "{\"id\": 1}");
    assert_eq!(run.err, "hearsay: line 1 is no answer of `hearsay batch`\n");
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
        (&["analyze"], b"<!doctype html><p>Rain fell on Orle.</p>", "is HTML, and plain text is read"),
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
    for arguments in [&["--help"][..], &["analyze", "--help"], &["batch", "--help"], &["stats", "--help"], &[]] {
        let run = hearsay(arguments, "");
        assert!((run.out + &run.err).contains("Examples:"), "{arguments:?}");
    }
}

#[test]
fn nothing_is_coloured_away_from_a_terminal() {
    let run = hearsay(&["analyze"], "“Rain is coming,” Jane Roe said.");
    assert!(!run.out.contains('\u{1b}'));
}
