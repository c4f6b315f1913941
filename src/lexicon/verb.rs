//! Verbs that attribute, and what each needs before it counts as a cue.

use std::collections::HashMap;

use crate::report::{Factuality, Kind};

/// An attributing verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verb {
    /// The base form: `say`, `point out`.
    pub lemma: &'static str,
    /// What sort of attribution it makes.
    pub kind: Kind,
    /// How far the page stands behind what it introduces.
    pub factuality: Factuality,
    patterns: u32,
}

/// What may stand around a verb that makes it a cue. The letters are those of `verbs.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// `c`: a clause, with or without `that`.
    Clause,
    /// `t`: a clause after `that`.
    ThatClause,
    /// `w`: a question clause.
    QuestionClause,
    /// `q`: a quotation beside it.
    Quotation,
    /// `Q`: a quotation beside it or in the next sentence; never a clause.
    JudgedQuotation,
    /// `p`: standing apart from its clause.
    Parenthetical,
    /// `r`: somebody told may follow.
    Recipient,
    /// `R`: somebody told must follow.
    RequiredRecipient,
    /// `i`: an infinitive is the content.
    Infinitive,
    /// `g`: a participle or noun phrase is the content.
    Gerund,
    /// `o`: somebody and an infinitive are the content.
    ObjectInfinitive,
    /// `n`: a thing and what it is called are the content.
    Naming,
    /// `m`: a thing and `as` are the content.
    NamingAs,
    /// `f`: somebody and `for` are the content.
    BlameFor,
    /// `a`: somebody and `of` are the content.
    AccuseOf,
    /// `e`: `it` is its only subject.
    Impersonal,
    /// `b`: `of` or `about` and what it is about.
    About,
}

impl Pattern {
    const ALL: [(char, Self); 17] = [
        ('c', Self::Clause),
        ('t', Self::ThatClause),
        ('w', Self::QuestionClause),
        ('q', Self::Quotation),
        ('Q', Self::JudgedQuotation),
        ('p', Self::Parenthetical),
        ('r', Self::Recipient),
        ('R', Self::RequiredRecipient),
        ('i', Self::Infinitive),
        ('g', Self::Gerund),
        ('o', Self::ObjectInfinitive),
        ('n', Self::Naming),
        ('m', Self::NamingAs),
        ('f', Self::BlameFor),
        ('a', Self::AccuseOf),
        ('e', Self::Impersonal),
        ('b', Self::About),
    ];

    fn bit(self) -> u32 {
        1 << self as u32
    }
}

impl Verb {
    /// A verb that stands for cues that are none: `according to`, `reports that`.
    #[must_use]
    pub fn neutral() -> &'static Self {
        const NEUTRAL: Verb = Verb { lemma: "say", kind: Kind::Speech, factuality: Factuality::Neutral, patterns: 0 };
        &NEUTRAL
    }

    /// A number that verbs share when they are of one kind and take the same patterns. Never 0.
    #[must_use]
    pub fn class(&self) -> u32 {
        self.patterns << 4 | (self.kind as u32) << 1 | 1
    }

    /// Whether the verb is a cue in this pattern.
    #[must_use]
    pub fn takes(&self, pattern: Pattern) -> bool {
        self.patterns & pattern.bit() != 0
    }
}

/// Reads `verbs.tsv`: every form, with its verb. A line that is not in the format is left out; a test finds it.
pub(super) fn read(table: &'static str) -> HashMap<&'static str, Verb> {
    let mut verbs = HashMap::new();
    for line in super::rows(table) {
        if let Some((forms, verb)) = parse(line) {
            verbs.insert(verb.lemma, verb);
            verbs.extend(forms.split('|').map(|form| (form, verb)));
        }
    }
    verbs
}

fn parse(line: &'static str) -> Option<(&'static str, Verb)> {
    let mut fields = line.split('\t');
    let lemma = fields.next()?;
    let kind = match fields.next()? {
        "speech" => Kind::Speech,
        "attitude" => Kind::Attitude,
        "directive" => Kind::Directive,
        "commissive" => Kind::Commissive,
        _ => return None,
    };
    let factuality = match fields.next()? {
        "neutral" => Factuality::Neutral,
        "hedged" => Factuality::Hedged,
        "counterfactive" => Factuality::Counterfactive,
        "nonassertive" => Factuality::Nonassertive,
        _ => return None,
    };
    let mut patterns = 0;
    for letter in fields.next()?.chars() {
        patterns |= Pattern::ALL.iter().find(|(known, _)| *known == letter)?.1.bit();
    }
    Some((fields.next()?, Verb { lemma, kind, factuality, patterns }))
}
