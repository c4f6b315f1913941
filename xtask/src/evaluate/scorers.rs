//! Each set, and the scorer that judges it. Chains are judged here; what a figure of the other sets means is what the Python
//! scripts beside the labelled texts print.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use serde_json::Value;

use super::chains::{self, Judged, percent};
use super::figures::Figure;
use super::{Answers, SHOWN_FROM, corpus, seed};

/// A set of labelled texts and how it is judged.
pub(crate) struct Set {
    pub(crate) name: &'static str,
    pub(crate) score: fn(&Answers<'_>) -> anyhow::Result<Vec<Figure>>,
}

pub(crate) const SETS: [Set; 7] = [
    Set { name: "wire_dev", score: wire },
    Set { name: "general_dev", score: general },
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

/// Everything the engine finds: the hands, also those that a reader is not told of.
fn chains(answers: &Answers<'_>) -> anyhow::Result<Vec<Figure>> {
    let set = "chains_dev";
    let articles = corpus::read(&answers.gold(set), &answers.pred(set))?;
    let counts = chains::count(&articles, Judged::Everything);
    let mut figures = vec![Figure::new(
        set,
        "detection F1",
        counts.f1(),
        format!(
            "P {:.1}, R {:.1}: {} of {} found, {} false",
            counts.precision(),
            counts.recall(),
            counts.matched,
            counts.required,
            counts.false_alarms,
        ),
    )];
    let of_matched = format!("of {} matched", counts.matched);
    for (figure, right) in [
        ("depth right", counts.depth),
        ("depth_max right", counts.depth_max),
        ("chain of counted hops right", counts.chain),
        ("each of them named right", counts.named),
        ("full chain right", counts.full_chain),
        ("origin type right", counts.origin_type),
        ("origin anonymity right", counts.origin_anonymous),
        ("types of all counted hops right", counts.types),
    ] {
        figures.push(Figure::new(set, figure, counts.of_matched(right), of_matched.as_str()));
    }
    let direct = percent(counts.direct, counts.direct_labelled);
    figures.push(Figure::new(set, "direct or indirect right", direct, format!("of {}", counts.direct_labelled)));
    figures.extend(seed::score(&articles));
    Ok(figures)
}

fn wire(answers: &Answers<'_>) -> anyhow::Result<Vec<Figure>> {
    shown_chains(answers, "wire_dev")
}

fn general(answers: &Answers<'_>) -> anyhow::Result<Vec<Figure>> {
    shown_chains(answers, "general_dev")
}

/// What a reader is shown. Errors are read in the even rows; the odd ones tell whether what mends them holds elsewhere.
fn shown_chains(answers: &Answers<'_>, set: &str) -> anyhow::Result<Vec<Figure>> {
    let articles = corpus::read(&answers.gold(set), &answers.pred(set))?;
    let rows = |step: usize, first: usize| chains::count(articles.iter().skip(first).step_by(step), Judged::Shown);
    let mut figures = Vec::new();
    for (rows, counts) in [("all", rows(1, 0)), ("even rows", rows(2, 0)), ("odd rows", rows(2, 1))] {
        let (matched, deep) = (counts.matched, counts.deep);
        let of_deep = |part| percent(part, deep.required);
        let mut add = |figure: &str, value: f64, detail: String| {
            figures.push(Figure::new(set, &format!("{rows}: {figure}"), value, detail));
        };
        add("precision", counts.precision(), format!("{} false beside {matched} right", counts.false_alarms));
        add("recall", counts.recall(), format!("{matched} of {}", counts.required));
        add(
            "chain and names right",
            counts.of_matched(counts.named),
            format!(
                "of {matched} found; depth {:.1}, origin type {:.1}, chain {:.1}",
                counts.of_matched(counts.depth),
                counts.of_matched(counts.origin_type),
                counts.of_matched(counts.chain),
            ),
        );
        add(
            "two hands or more: chain and names right",
            of_deep(deep.named),
            format!(
                "of {} required; found {:.1}, depth {:.1}, chain {:.1}",
                deep.required,
                of_deep(deep.found),
                of_deep(deep.depth),
                of_deep(deep.chain),
            ),
        );
        add(
            "shown with two hands or more: right",
            percent(counts.deep_answers_right, counts.deep_answers),
            format!("{} of {}", counts.deep_answers_right, counts.deep_answers),
        );
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
