//! Reads tagged text: treebanks of Universal Dependencies, and text whose fine tags stand beside its words.

use anyhow::{Context, Result, bail};
use hearsay::text::part_of_speech::FineTag;
use hearsay::text::part_of_speech::features::Word;
use std::path::Path;

/// A sentence with its tags.
pub(super) struct Tagged {
    pub(super) forms: Vec<String>,
    pub(super) words: Vec<Word>,
    pub(super) tags: Vec<FineTag>,
}

impl Tagged {
    fn new(words: Vec<(String, FineTag)>) -> Self {
        let (forms, tags): (Vec<String>, _) = words.into_iter().unzip();
        Tagged { words: forms.iter().map(|form| Word::new(form)).collect(), forms, tags }
    }
}

/// Reads a treebank: form, universal tag, Penn tag, whether a space follows. Hyphenated words, which the treebanks
/// split, are joined again, since the engine keeps them whole; the last part gives the tag.
pub(super) fn read(path: &Path) -> Result<Vec<Tagged>> {
    let mut sentences = Vec::new();
    for lines in sentences_of(path)? {
        let mut words: Vec<(String, FineTag)> = Vec::new();
        let (mut glued, mut joining) = (false, false);
        for line in lines {
            let columns: Vec<&str> = line.split('\t').collect();
            let [form, universal, penn, space, ..] = columns[..] else {
                bail!("{}: a line without four columns: {line}", path.display())
            };
            let tag = fine_tag(form, universal, penn);
            if joining && let Some((whole, whole_tag)) = words.last_mut() {
                whole.push_str(form);
                *whole_tag = tag;
                joining = false;
            } else if glued
                && space == "0"
                && penn == "HYPH"
                && let Some((whole, _)) = words.last_mut()
            {
                whole.push_str(form);
                joining = true;
            } else {
                words.push((form.to_owned(), tag));
            }
            glued = space == "0";
        }
        sentences.push(Tagged::new(words));
    }
    Ok(sentences)
}

/// Reads text with a fine tag behind each word, as `FineTag` names them; PRP$ is PRPS there.
pub(super) fn read_fine(path: &Path) -> Result<Vec<Tagged>> {
    let mut sentences = Vec::new();
    for lines in sentences_of(path)? {
        let words: Result<Vec<(String, FineTag)>> = lines
            .into_iter()
            .map(|line| {
                let (form, name) = line.split_once('\t').with_context(|| format!("no tag behind {line}"))?;
                let name = name.replace('$', "S");
                let tag = FineTag::ALL.into_iter().find(|tag| format!("{tag:?}") == name);
                Ok((form.to_owned(), tag.with_context(|| format!("{}: no such tag: {name}", path.display()))?))
            })
            .collect();
        sentences.push(Tagged::new(words?));
    }
    Ok(sentences)
}

/// The lines of each sentence; the first line of a file tells its columns.
fn sentences_of(path: &Path) -> Result<Vec<Vec<String>>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines: Vec<&str> = text.lines().skip(1).collect();
    let sentences = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    Ok(sentences.map(|lines| lines.iter().map(|line| (*line).to_owned()).collect()).collect())
}

fn fine_tag(form: &str, universal: &str, penn: &str) -> FineTag {
    use FineTag as T;
    if penn == "NNP" || penn == "NNPS" {
        return T::NNP;
    }
    match (universal, penn) {
        ("VERB", "VB") => T::VB,
        ("VERB", "VBD") => T::VBD,
        ("VERB", "VBG") => T::VBG,
        ("VERB", "VBN") => T::VBN,
        ("VERB", "VBZ") => T::VBZ,
        ("VERB", _) => T::VBP,
        ("AUX", "MD") => T::MD,
        ("AUX", "VB") => T::AXN,
        ("AUX", "VBG") => T::AXG,
        ("AUX", "VBN") => T::AXP,
        ("AUX", _) => T::AXF,
        ("NOUN", "NNS") => T::NNS,
        ("NOUN", _) => T::NN,
        ("PROPN", _) => T::NNP,
        ("PRON", "PRP") => T::PRP,
        ("PRON", "PRP$") => T::PRPS,
        ("PRON", "WP" | "WP$" | "WDT") => T::WP,
        ("PRON", "EX") => T::EX,
        ("PRON", _) => T::PRN,
        ("DET", "WDT") => T::WDT,
        ("DET", _) => T::DT,
        ("ADJ", "JJR" | "JJS") => T::JJR,
        ("ADJ", _) => T::JJ,
        ("ADV", "WRB") => T::WRB,
        ("ADV", _) => T::RB,
        ("NUM", _) => T::CD,
        ("ADP", "RP") => T::RP,
        ("ADP", _) => T::IN,
        ("CCONJ", _) => T::CC,
        ("SCONJ", _) if form.eq_ignore_ascii_case("that") => T::THAT,
        ("SCONJ", _) => T::SC,
        ("PART", "TO") => T::TO,
        ("PART", "POS") => T::POS,
        ("PART", _) => T::NOT,
        ("INTJ", _) => T::UH,
        ("PUNCT", _) => T::PU,
        ("SYM", _) => T::SYM,
        _ => T::X,
    }
}
