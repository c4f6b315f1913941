//! Each set, and the scorer that judges it. The scorers are Python scripts beside the labelled texts: what a figure
//! means is what they print.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use serde_json::Value;

use super::figures::Figure;
use super::{Answers, SHOWN_FROM, seed};

/// A set of labelled texts and how it is judged.
pub(crate) struct Set {
    pub(crate) name: &'static str,
    pub(crate) score: fn(&Answers<'_>) -> anyhow::Result<Vec<Figure>>,
}

pub(crate) const SETS: [Set; 5] = [
    Set { name: "polnear_dev", score: polnear },
    Set { name: "gum_news", score: gum },
    Set { name: "chains_dev", score: chains },
    Set { name: "scu_dev", score: scu },
    Set { name: "hard_cases_dev", score: hard_cases },
];

fn polnear(answers: &Answers<'_>) -> anyhow::Result<Vec<Figure>> {
    let set = "polnear_dev";
    let all = attribution(answers, set, &answers.pred(set))?;
    let mut figures = vec![
        figure_f1(set, "attribution + source F1", &all["attribution + source"]),
        figure_f1(set, "attribution F1", &all["attribution"]),
        figure_f1(set, "content exact F1", &all["content exact"]),
        figure_f1(set, "source exact F1", &all["source exact"]),
        figure_f1(set, "cue exact F1", &all["cue exact"]),
    ];
    let shown = attribution(answers, set, &only(answers, set, "shown", is_shown)?)?;
    let row = &shown["attribution"];
    figures.push(Figure::new(
        set,
        "shown: precision of attribution",
        number(&row["p"]),
        format!("R {:.1}, with source P {:.1}", number(&row["r"]), number(&shown["attribution + source"]["p"])),
    ));
    let sure = only(answers, set, "sure", |claim| claim["confidence"].as_f64() >= Some(0.8))?;
    let sure = attribution(answers, set, &sure)?;
    let row = &sure["attribution + source"];
    figures.push(Figure::new(
        set,
        "confidence 0.8 or more: precision",
        number(&row["p"]),
        format!("R {:.1}, of attribution + source", number(&row["r"])),
    ));
    figures.extend(polnear_joined(answers)?);
    Ok(figures)
}

/// The same figures with every quotation that goes on joined to the one it goes on from. The engine gives the two apart,
/// as the definition asks; PolNeAR marks them as one, so that apart they count as a false alarm.
fn polnear_joined(answers: &Answers<'_>) -> anyhow::Result<Vec<Figure>> {
    let set = "polnear_dev";
    let scored = |part: &str, keep: &dyn Fn(&Value) -> bool| {
        attribution(
            answers,
            set,
            &rewritten(answers, set, part, |claims| {
                *claims = joined(claims);
                claims.retain(keep);
            })?,
        )
    };
    let all = scored("joined", &|_| true)?;
    let shown = scored("joined-shown", &is_shown)?;
    let sure = scored("joined-sure", &|claim| claim["confidence"].as_f64() >= Some(0.8))?;
    let precision =
        |name, row: &Value| Figure::new(set, name, number(&row["p"]), format!("R {:.1}", number(&row["r"])));
    Ok(vec![
        figure_f1(set, "joined: attribution + source F1", &all["attribution + source"]),
        precision("joined, shown: precision of attribution", &shown["attribution"]),
        precision("joined, confidence 0.8 or more: precision", &sure["attribution + source"]),
    ])
}

/// The claims of one text, each quotation that goes on added to the content of the one it goes on from.
fn joined(claims: &[Value]) -> Vec<Value> {
    let mut whole: Vec<Value> = Vec::new();
    let mut place: HashMap<String, usize> = HashMap::new();
    for claim in claims {
        let origin = claim["continues"].as_str().and_then(|id| place.get(id)).copied();
        let at = origin.unwrap_or(whole.len());
        match (origin, claim["content"].as_array()) {
            (Some(at), Some(more)) => {
                if let Some(content) = whole[at]["content"].as_array_mut() {
                    content.extend(more.iter().cloned());
                }
            }
            _ => whole.push(claim.clone()),
        }
        place.insert(claim["id"].as_str().unwrap_or_default().to_owned(), at);
    }
    whole
}

fn gum(answers: &Answers<'_>) -> anyhow::Result<Vec<Figure>> {
    let set = "gum_news";
    let all = attribution(answers, set, &answers.pred(set))?;
    Ok(vec![
        figure_f1(set, "attribution + source F1", &all["attribution + source"]),
        figure_f1(set, "attribution F1", &all["attribution"]),
        figure_f1(set, "content exact F1", &all["content exact"]),
    ])
}

fn chains(answers: &Answers<'_>) -> anyhow::Result<Vec<Figure>> {
    let set = "chains_dev";
    let scored = score(answers, "score_chains.py", set, &answers.pred(set), &["--alt", "--merge"])?;
    let counts = &scored["counts"];
    let detection = &scored["detection"];
    let mut figures = vec![Figure::new(
        set,
        "detection F1",
        percent(&detection["f1"]),
        format!(
            "P {:.1}, R {:.1}: {} of {} found, {} false",
            percent(&detection["precision"]),
            percent(&detection["recall"]),
            counts["matched"],
            counts["required"],
            counts["false_alarms"],
        ),
    )];
    for (figure, key) in [
        ("depth right", "depth"),
        ("depth_max right", "depth_max"),
        ("chain of counted hops right", "chain_counted"),
        ("full chain right", "chain_full"),
        ("origin type right", "origin_type"),
        ("types of all counted hops right", "type_sequence"),
        ("direct or indirect right", "direct"),
    ] {
        figures.push(Figure::new(
            set,
            figure,
            percent(&scored["accuracy"][key]),
            format!("of {} matched", scored["n"][key]),
        ));
    }
    let rows = fs::read_to_string(answers.gold(set))?;
    if rows.lines().any(|row| row.contains("\"id\": \"seed\"") || row.contains("\"id\":\"seed\"")) {
        figures.extend(seed::score(answers)?);
    }
    Ok(figures)
}

fn scu(answers: &Answers<'_>) -> anyhow::Result<Vec<Figure>> {
    let set = "scu_dev";
    let scored = score(answers, "score_types.py", set, &answers.pred(set), &[])?;
    let detail = format!("of {} statements", scored["statements"]);
    Ok(vec![
        Figure::new(set, "statements found", number(&scored["found"]), detail),
        Figure::new(
            set,
            "type right",
            number(&scored["type_loose"]),
            format!("counted strictly {:.1}", number(&scored["type_strict"])),
        ),
    ])
}

fn hard_cases(answers: &Answers<'_>) -> anyhow::Result<Vec<Figure>> {
    let set = "hard_cases_dev";
    let scored = score(answers, "score_hard_cases.py", set, &answers.pred(set), &[])?;
    let (silent, passed) = (number(&scored["silent"]), number(&scored["silent_passed"]));
    Ok(vec![
        Figure::new(set, "passed", number(&scored["percent"]), format!("{} of {}", scored["passed"], scored["cases"])),
        Figure::new(
            set,
            "passed, of those without a claim",
            100.0 * passed / silent.max(1.0),
            format!("{} of {}", scored["silent_passed"], scored["silent"]),
        ),
    ])
}

fn figure_f1(set: &str, figure: &str, row: &Value) -> Figure {
    Figure::new(set, figure, number(&row["f1"]), format!("P {:.1}, R {:.1}", number(&row["p"]), number(&row["r"])))
}

fn attribution(answers: &Answers<'_>, set: &str, pred: &Path) -> anyhow::Result<Value> {
    score(answers, "score_attribution.py", set, pred, &[])
}

fn score(answers: &Answers<'_>, scorer: &str, set: &str, pred: &Path, options: &[&str]) -> anyhow::Result<Value> {
    let done = Command::new("python3")
        .arg(answers.scorer(scorer))
        .arg(answers.gold(set))
        .arg(pred)
        .args(options)
        .arg("--json")
        .output()
        .context("the scorers need Python 3: install it and see that `python3 --version` answers")?;
    if !done.status.success() {
        bail!("{scorer} on {set}: {}", String::from_utf8_lossy(&done.stderr).trim());
    }
    serde_json::from_slice(&done.stdout).with_context(|| format!("{scorer} printed no JSON"))
}

/// Whether a reader is shown a claim by default.
fn is_shown(claim: &Value) -> bool {
    claim["kind"] == "speech" && claim["confidence"].as_f64() >= Some(SHOWN_FROM)
}

/// The answers to a set with only some of their claims, in a file of their own.
fn only(answers: &Answers<'_>, set: &str, part: &str, keep: impl Fn(&Value) -> bool) -> anyhow::Result<PathBuf> {
    rewritten(answers, set, part, |claims| claims.retain(&keep))
}

/// The answers to a set with the claims of each text changed, in a file of their own.
fn rewritten(
    answers: &Answers<'_>,
    set: &str,
    part: &str,
    change: impl Fn(&mut Vec<Value>),
) -> anyhow::Result<PathBuf> {
    let mut kept = String::new();
    for line in fs::read_to_string(answers.pred(set))?.lines() {
        let mut row: Value = serde_json::from_str(line)?;
        if let Some(claims) = row["claims"].as_array_mut() {
            change(claims);
        }
        kept += &row.to_string();
        kept.push('\n');
    }
    let file = answers.pred(&format!("{set}.{part}"));
    fs::write(&file, kept)?;
    Ok(file)
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

fn percent(value: &Value) -> f64 {
    100.0 * number(value)
}
