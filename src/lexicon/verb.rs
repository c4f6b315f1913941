//! Verbs that attribute, and what each needs before it counts as a cue.

use super::hashing::Table;

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
    /// `k`: a quotation beside it that a comma or colon sets off.
    QuotationApart,
    /// `l`: what follows is a clause, whether or not a finite verb is seen in it.
    HardlyButClause,
    /// `h`: in the passive, an infinitive.
    Hearsay,
    /// `d`: a participle that tells what somebody did or felt is the content.
    Deed,
    /// `s`: things do it too, and then nobody says anything.
    Shows,
    /// `v`: a thing and `at` with a number are the content.
    ValuedAt,
    /// `x`: a thing and `to` with a quotation are the content.
    LikenedTo,
}

impl Pattern {
    const ALL: [(char, Self); 24] = [
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
        ('k', Self::QuotationApart),
        ('l', Self::HardlyButClause),
        ('h', Self::Hearsay),
        ('d', Self::Deed),
        ('s', Self::Shows),
        ('v', Self::ValuedAt),
        ('x', Self::LikenedTo),
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

    /// A number that verbs share when they are of one kind and take the same patterns. Never 0. The patterns behind
    /// [`Pattern::About`] only tell senses of a verb apart, and no class. It hangs on the letters of the patterns, not on
    /// their order, so that learned weights outlive a new pattern.
    #[must_use]
    pub fn class(&self) -> u32 {
        let taken =
            Pattern::ALL.iter().filter(|(_, pattern)| *pattern as u32 <= Pattern::About as u32 && self.takes(*pattern));
        let letters = taken.map(|(letter, _)| u32::from(*letter).wrapping_mul(0x9e37_79b1) >> 8 | 1);
        let kind = match self.kind {
            Kind::Speech => 1,
            Kind::Attitude => 3,
            Kind::Directive => 5,
            Kind::Commissive => 7,
        };
        letters.fold(0_u32, |sum, letter| sum.wrapping_add(letter.wrapping_mul(letter))) << 3 | kind
    }

    /// Whether the verb is a cue in this pattern.
    #[must_use]
    pub fn takes(&self, pattern: Pattern) -> bool {
        self.patterns & pattern.bit() != 0
    }
}

/// Reads `verbs.tsv`: every form, with its verb. A line that is not in the format is left out; a test finds it.
pub(super) fn read(table: &'static str) -> Table<String, Verb> {
    let mut verbs = Table::default();
    for (verb, irregular) in super::rows(table).filter_map(parse) {
        verbs.extend(forms(verb.lemma, irregular).into_iter().map(|form| (form, verb)));
    }
    verbs
}

fn parse(line: &'static str) -> Option<(Verb, &'static str)> {
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
    if patterns & Pattern::QuotationApart.bit() != 0 {
        patterns |= Pattern::Quotation.bit();
    }
    Some((Verb { lemma, kind, factuality, patterns }, fields.next().unwrap_or_default()))
}

/// Every form of a verb, the lemma first. In a verb of two words, the first is inflected: `points out`.
fn forms(lemma: &str, irregular: &str) -> Vec<String> {
    let (verb, particle) = lemma.split_at(lemma.find(' ').unwrap_or(lemma.len()));
    let given: Vec<String> = irregular.split('|').filter(|form| !form.is_empty()).map(str::to_owned).collect();
    let participle = |form: &String| form[..form.len() - particle.len()].ends_with("ing");
    let mut forms = vec![lemma.to_owned(), third_person(verb) + particle];
    if given.iter().all(participle) {
        forms.push(regular(verb, "ed") + particle);
    }
    if !given.iter().any(participle) {
        let last = verb.chars().last().unwrap_or_default();
        let doubled = format!("{verb}{last}");
        let doubles = |form: &&String| form.starts_with(&format!("{doubled}ed"));
        let plain = given.iter().filter(doubles).count() < given.len() || given.is_empty();
        forms.extend(plain.then(|| regular(verb, "ing") + particle));
        forms.extend(given.iter().find(doubles).map(|_| format!("{doubled}ing{particle}")));
    }
    forms.extend(given);
    forms
}

/// `says`, `wishes`, `replies`, `goes`.
fn third_person(verb: &str) -> String {
    if verb.ends_with('o') { format!("{verb}es") } else { with_s(verb) }
}

/// A word with the ending s, of a verb or of nouns: `says`, `wishes`, `ministries`.
pub(super) fn with_s(word: &str) -> String {
    match ends_in_y(word) {
        Some(stem) => format!("{stem}ies"),
        None if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") => format!("{word}es"),
        None => format!("{word}s"),
    }
}

/// A form in -ed or -ing, without doubled letters: `stated`, `replied`, `seeing`.
fn regular(verb: &str, ending: &str) -> String {
    let past = ending == "ed";
    match (ends_in_y(verb), verb.strip_suffix('e')) {
        (Some(stem), _) if past => format!("{stem}ied"),
        (_, Some(stem)) if past || !verb.ends_with("ee") => format!("{stem}{ending}"),
        _ => format!("{verb}{ending}"),
    }
}

/// The verb without a final y behind a consonant.
fn ends_in_y(verb: &str) -> Option<&str> {
    verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}
