//! Text to measure on: the sample articles of `www`, over and over, each time with other people, places and numbers. So
//! no text is long because one name stands in it ten thousand times, which no article does.

use std::fs;

use anyhow::{Context, Result};

use crate::project;

/// The sample articles.
const SAMPLES: [&str; 2] = ["www/samples/river.html", "www/samples/night-train.html"];

/// The names in them that become others from one time to the next.
const NAMES: [&str; 18] = [
    "Roos", "Kallow", "Orrick", "Sandvig", "Tolley", "Quill", "Brandt", "Halden", "Ines", "Petra", "Moira", "Aldo",
    "Bram", "Tolvia", "Maravel", "Karrow", "Corvan", "Senn",
];

/// What names are made of.
const BEGINNINGS: [&str; 16] =
    ["Ald", "Bren", "Cor", "Dag", "Elm", "Far", "Gar", "Hol", "Ister", "Jor", "Kel", "Lund", "Mar", "Nor", "Os", "Tar"];
const ENDINGS: [&str; 16] = [
    "a", "by", "croft", "den", "ek", "field", "gard", "holm", "ick", "low", "mont", "ner", "ov", "rand", "sen", "wick",
];

/// Paragraphs of running text without end.
pub(crate) struct Paragraphs {
    samples: Vec<String>,
    next: usize,
}

impl Paragraphs {
    /// Reads the sample articles.
    pub(crate) fn new() -> Result<Self> {
        let mut samples = Vec::new();
        for sample in SAMPLES {
            let html = fs::read_to_string(project::path(sample)).with_context(|| format!("{sample} cannot be read"))?;
            samples.extend(html.split("<p>").skip(1).filter_map(|rest| Some(words(rest.split_once("</p>")?.0))));
        }
        Ok(Self { samples, next: 0 })
    }

    /// A text of at least so many words: paragraphs with a blank line between them.
    pub(crate) fn text(&mut self, words: usize) -> String {
        let (mut text, mut count) = (String::new(), 0);
        while count < words
            && let Some(paragraph) = self.next()
        {
            count += paragraph.split_whitespace().count();
            text += &paragraph;
            text += "\n\n";
        }
        text
    }
}

impl Iterator for Paragraphs {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let round = self.next.checked_div(self.samples.len())?;
        let sample = &self.samples[self.next % self.samples.len()];
        self.next += 1;
        Some(if round == 0 { sample.clone() } else { varied(sample, round) })
    }
}

/// The text of some HTML, on one line.
fn words(html: &str) -> String {
    let mut text = String::new();
    for (index, piece) in html.split('<').enumerate() {
        text += if index == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) };
    }
    text.replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A paragraph with the names and numbers of a round. One name becomes the same name throughout a round.
fn varied(paragraph: &str, round: usize) -> String {
    let mut text = String::new();
    for word in paragraph.split_inclusive(|character: char| !character.is_alphanumeric()) {
        let bare = word.trim_end_matches(|character: char| !character.is_alphanumeric());
        let after = &word[bare.len()..];
        if let Some(place) = NAMES.iter().position(|name| *name == bare) {
            // Steps that share no factor with the number of names: every round has others, no two of a round agree.
            let name = (round * NAMES.len() + place * 7) % (BEGINNINGS.len() * ENDINGS.len());
            text += BEGINNINGS[name % BEGINNINGS.len()];
            text += ENDINGS[name / BEGINNINGS.len()];
        } else if let Ok(number) = bare.parse::<usize>() {
            text += &(number + round % 90).to_string();
        } else {
            text += bare;
        }
        text += after;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_the_words_asked_for_and_no_markup() {
        let text = Paragraphs::new().unwrap().text(5000);
        let words = text.split_whitespace().count();
        assert!((5000..5200).contains(&words), "{words}");
        assert!(!text.contains(['<', '>']));
    }

    #[test]
    fn a_name_is_another_in_the_next_round_and_the_same_within_one() {
        let sentence = "Roos said that Kallow, not Roos, had 40 boats.";
        let (one, two) = (varied(sentence, 1), varied(sentence, 2));
        assert_ne!(one, two);
        let name = one.split(' ').next().unwrap();
        assert_eq!(one.matches(name).count(), 2);
        assert!(one.ends_with("had 41 boats."), "{one}");
    }
}
