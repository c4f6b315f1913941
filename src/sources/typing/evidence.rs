//! What a name's words and its neighbours say about its bearer: person, body, place or something else.
//!
//! In: mentions of a name. Out: an [`Evidence`] that adds up over all of them, by the weights of `typing.tsv`, to how
//! likely the bearer is a person. Each kind of evidence counts once, however often it is found.

use std::sync::OnceLock;

use crate::table::{rows, weight};

/// A kind of evidence, by the name that `typing.tsv` gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sources) enum Kind {
    Always,
    /// `Roe`
    OneWord,
    /// `Ann Roe`
    TwoWords,
    /// `Ann Vey Roe`
    ThreeWords,
    /// `Orle Bay Sailing Club`
    MoreWords,
    /// `Ann Vey`
    GivenNameFirst,
    /// `Ann`
    IsGivenName,
    /// `Ann B. Roe`
    Initial,
    /// `Jan van Vey`
    Particle,
    /// `ORSA`
    Acronym,
    /// `LOWBY SAILS`
    Capitals,
    /// `Radio 4`
    Digit,
    /// `Frost & Vale`
    Ampersand,
    /// `Trust for Harbours`
    OfInside,
    /// `Orle Harbour Trust`
    BodyWordLast,
    /// `Ministry of Tides`
    BodyWordFirst,
    /// `Orsund Gazette`
    OutletWord,
    /// `Oslo`
    ListedPlace,
    /// `Green Valley`
    PlaceWordLast,
    /// `Lake Vey Hotel`
    PlaceWordInside,
    /// `Norland`
    PlaceEnding,
    /// `Norlandish`
    PeopleEnding,
    /// `Harbour Report`
    PaperWordLast,
    /// `Ann Baker`
    RoleWordLast,
    /// `the Orsa`
    BehindThe,
    /// `an Orsa`
    BehindA,
    /// `in Orsa`
    BehindIn,
    /// `from Orsa`
    BehindFrom,
    /// `of Orsa`
    BehindOf,
    /// `on Orsa`
    BehindOn,
    /// `by Roe`
    BehindBy,
    /// `for Orsa`
    BehindFor,
    /// `with Roe`
    BehindWith,
    /// `against Orsa`
    BehindAgainst,
    /// `Captain Roe`
    Title,
    /// `Ms Roe`
    Courtesy,
    /// `singer Ann Roe`
    RoleInFront,
    /// `airline Orsa`
    BodyInFront,
    /// `report Orsa`
    PaperInFront,
    /// `newspaper Orsa`
    OutletInFront,
    /// `ship Orsa`
    NounInFront,
    /// `Roe's boat`
    Owner,
    /// `Roe, a baker,`
    DescribedAsPerson,
    /// `Orsa, an airline,`
    DescribedAsBody,
    /// `Orsa, a boat,`
    DescribedAsThing,
    /// `Roe, who`
    CommaWho,
    /// `Roe who`
    Who,
    /// `Orsa, which`
    CommaWhich,
    /// `the mayor, Ann Roe`
    RoleAndComma,
    /// `Roe is a baker`
    IsPerson,
    /// `Orsa is a boat`
    IsThing,
    /// `Roe said`
    SaysBehind,
    /// `said Roe`
    SaidInFront,
    /// `Roe sank`
    VerbBehind,
    /// `saw Roe`
    VerbInFront,
    /// `Orsa-based`
    Hyphen,
    /// `Orsa 5`
    NumberBehind,
    /// `Roe, 44,`
    Age,
    /// opens its sentence
    Opens,
    /// ends its sentence
    Ends,
    /// `Lee and Roe`
    AndInFront,
    /// `shares of Orsa`, `a stake in Orsa`, `airline Orsa`
    SharesOf,
    /// `Orsa Inc.`
    CompanyEnding,
    /// `OrsaNet`
    Brand,
    /// `Gardeners`
    PluralEnding,
    /// `Orle province`
    PlaceWordBehind,
    /// `Orsa's profits`, `Orsa shareholders`
    Business,
    /// `Roe said she`
    SaysHe,
    /// `Orsa said its`, `Orsa said it expects`
    SaysIt,
    /// `Roe left with her`, `Roe left. She`: nobody is named between.
    HeBehind,
    /// `Orsa left its`
    ItsBehind,
    /// `Roe smiled`, `quipped Roe`
    HumanVerb,
    /// `Orsa`, where nobody has a longer name that ends so, and nothing in front of it calls it somebody.
    Alone,
}

const KINDS: [(Kind, &str); 73] = [
    (Kind::Always, "always"),
    (Kind::OneWord, "one word"),
    (Kind::TwoWords, "two words"),
    (Kind::ThreeWords, "three words"),
    (Kind::MoreWords, "four words or more"),
    (Kind::GivenNameFirst, "given name first"),
    (Kind::IsGivenName, "is a given name"),
    (Kind::Initial, "initial"),
    (Kind::Particle, "particle"),
    (Kind::Acronym, "acronym"),
    (Kind::Capitals, "all capitals"),
    (Kind::Digit, "digit"),
    (Kind::Ampersand, "ampersand"),
    (Kind::OfInside, "of or for inside"),
    (Kind::BodyWordLast, "body word last"),
    (Kind::BodyWordFirst, "body word first"),
    (Kind::OutletWord, "outlet word"),
    (Kind::ListedPlace, "listed place"),
    (Kind::PlaceWordLast, "place word last"),
    (Kind::PlaceWordInside, "place word inside"),
    (Kind::PlaceEnding, "place ending"),
    (Kind::PeopleEnding, "ending of a people"),
    (Kind::PaperWordLast, "paper word last"),
    (Kind::RoleWordLast, "role word last"),
    (Kind::BehindThe, "behind the"),
    (Kind::BehindA, "behind a"),
    (Kind::BehindIn, "behind in"),
    (Kind::BehindFrom, "behind from or to"),
    (Kind::BehindOf, "behind of"),
    (Kind::BehindOn, "behind on"),
    (Kind::BehindBy, "behind by"),
    (Kind::BehindFor, "behind for"),
    (Kind::BehindWith, "behind with"),
    (Kind::BehindAgainst, "behind against"),
    (Kind::Title, "title in front"),
    (Kind::Courtesy, "courtesy in front"),
    (Kind::RoleInFront, "role in front"),
    (Kind::BodyInFront, "body in front"),
    (Kind::PaperInFront, "paper in front"),
    (Kind::OutletInFront, "outlet in front"),
    (Kind::NounInFront, "noun in front"),
    (Kind::Owner, "owner"),
    (Kind::DescribedAsPerson, "called somebody behind a comma"),
    (Kind::DescribedAsBody, "called a body behind a comma"),
    (Kind::DescribedAsThing, "called something behind a comma"),
    (Kind::CommaWho, "comma and who"),
    (Kind::Who, "who"),
    (Kind::CommaWhich, "comma and which"),
    (Kind::RoleAndComma, "role and comma in front"),
    (Kind::IsPerson, "is said to be somebody"),
    (Kind::IsThing, "is said to be something"),
    (Kind::SaysBehind, "says"),
    (Kind::SaidInFront, "said in front"),
    (Kind::VerbBehind, "verb behind"),
    (Kind::VerbInFront, "verb in front"),
    (Kind::Hyphen, "hyphen behind"),
    (Kind::NumberBehind, "number behind"),
    (Kind::Age, "comma and age"),
    (Kind::Opens, "opens its sentence"),
    (Kind::Ends, "ends its sentence"),
    (Kind::AndInFront, "and in front"),
    (Kind::SharesOf, "shares of"),
    (Kind::CompanyEnding, "company ending"),
    (Kind::Brand, "capital inside a word"),
    (Kind::PluralEnding, "ending of a plural"),
    (Kind::PlaceWordBehind, "place word behind"),
    (Kind::Business, "business behind"),
    (Kind::SaysHe, "says he"),
    (Kind::SaysIt, "says it"),
    (Kind::HeBehind, "he or she behind"),
    (Kind::ItsBehind, "its behind"),
    (Kind::HumanVerb, "does what only people do"),
    (Kind::Alone, "alone"),
];

/// What bearers are told apart.
const BEARERS: usize = 4;

/// The kinds of evidence that were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sources) struct Evidence(u128);

impl Default for Evidence {
    fn default() -> Self {
        Self(1 << Kind::Always as u32)
    }
}

impl Evidence {
    /// Adds a kind of evidence, if it was found.
    pub fn note(&mut self, kind: Kind, found: bool) {
        self.0 |= u128::from(found) << kind as u32;
    }

    pub(super) fn has(self, kind: Kind) -> bool {
        self.0 & 1 << kind as u32 != 0
    }

    /// Whether something is where the bearer is: `in Orsa`, `Orsa province`.
    pub fn is_elsewhere(self) -> bool {
        self.has(Kind::BehindIn) || self.has(Kind::PlaceWordBehind) || self.has(Kind::Courtesy)
    }

    /// Whether the page introduces the bearer as somebody: by a title, a role or an age.
    pub fn is_introduced(self) -> bool {
        [Kind::Title, Kind::Courtesy, Kind::RoleInFront, Kind::DescribedAsPerson, Kind::RoleAndComma, Kind::Age]
            .iter()
            .any(|kind| self.has(*kind))
    }

    /// Whether the bearer is called `it`, and nobody's title or courtesy stands in front.
    pub fn has_its(self) -> bool {
        (self.has(Kind::ItsBehind) || self.has(Kind::SaysIt))
            && !self.is_introduced()
            && !self.has(Kind::HeBehind)
            && !self.has(Kind::SaysHe)
    }

    /// Whether it has what companies have.
    pub fn is_firm(self) -> bool {
        self.has(Kind::Business)
            || self.has(Kind::SharesOf)
            || self.has(Kind::SaysIt)
            || self.has(Kind::DescribedAsBody)
    }

    /// Whether a name stands alone: whoever is a person has a given name or a title somewhere on the page.
    pub fn is_alone(self) -> bool {
        self.has(Kind::OneWord) && !self.has(Kind::IsGivenName) && !self.is_introduced()
    }

    /// How likely the bearer is one person, 0 to 1.
    pub fn person(self) -> f32 {
        let mut sums = [0.0_f32; BEARERS];
        for (kind, weights) in KINDS.iter().zip(weights()) {
            if self.has(kind.0) {
                sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
            }
        }
        let highest = sums.iter().copied().fold(f32::MIN, f32::max);
        let shares = sums.map(|sum| (sum - highest).exp());
        let all: f32 = shares.iter().sum();
        shares[0] / all
    }
}

impl Kind {
    /// What anybody meets who is mentioned often enough, and tells something only where it is met often.
    fn is_circumstance(self) -> bool {
        (Kind::BehindThe as u32..=Kind::BehindAgainst as u32).contains(&(self as u32))
            || matches!(
                self,
                Kind::HeBehind
                    | Kind::ItsBehind
                    | Kind::PaperInFront
                    | Kind::NounInFront
                    | Kind::VerbInFront
                    | Kind::AndInFront
                    | Kind::Ends
            )
    }
}

/// One mention in so many has to show a circumstance.
const OFTEN: u16 = 4;

/// What was found around all mentions of a name.
#[derive(Clone, Debug)]
pub(in crate::sources) struct Gathered {
    counts: [u16; KINDS.len()],
    mentions: u16,
}

impl Default for Gathered {
    fn default() -> Self {
        Self { counts: [0; KINDS.len()], mentions: 0 }
    }
}

impl Gathered {
    /// Adds what was found around one mention.
    pub fn add(&mut self, found: Evidence) {
        self.mentions = self.mentions.saturating_add(1);
        for (kind, _) in KINDS.iter().filter(|(kind, _)| found.has(*kind)) {
            let count = &mut self.counts[*kind as usize];
            *count = count.saturating_add(1);
        }
    }

    /// Adds what was found around the mentions of a short form.
    pub fn join(&mut self, other: &Self) {
        self.mentions = self.mentions.saturating_add(other.mentions);
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count = count.saturating_add(more);
        }
    }

    /// The evidence of the words of a name, with what was found around its mentions.
    pub fn with(&self, of_words: Evidence) -> Evidence {
        let mut all = of_words;
        for (kind, _) in KINDS {
            let count = self.counts[kind as usize];
            let often = !kind.is_circumstance() || count.saturating_mul(OFTEN) >= self.mentions;
            all.note(kind, count > 0 && often);
        }
        all
    }
}

fn weights() -> &'static [[f32; BEARERS]] {
    static WEIGHTS: OnceLock<Vec<[f32; BEARERS]>> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        let mut weights = vec![[0.0; BEARERS]; KINDS.len()];
        for row in rows(crate::table::table!("typing.tsv", 5)) {
            let mut fields = row.split('\t');
            let place = fields.next().and_then(|name| KINDS.iter().position(|(_, known)| *known == name));
            let Some(place) = place else { continue };
            for cell in &mut weights[place] {
                *cell = fields.next().and_then(weight).unwrap_or_default();
            }
        }
        weights
    })
}

#[cfg(test)]
mod tests {
    use super::{KINDS, rows};

    #[test]
    fn the_table_has_a_row_for_every_kind_of_evidence_and_no_other() {
        let named: Vec<&str> = rows(include_str!("typing.tsv")).filter_map(|row| row.split('\t').next()).collect();
        let known: Vec<&str> = KINDS.iter().map(|(_, name)| *name).collect();
        assert_eq!(named, known);
    }
}
