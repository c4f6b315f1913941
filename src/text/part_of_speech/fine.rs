//! The tags the tagger itself works with: finer than [`Tag`], since the tag before tells more when it is finer.

use super::Tag;

/// A fine part of speech. Most names are those of the Penn Treebank, by which training text calls them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(clippy::upper_case_acronyms, missing_docs, reason = "the names are those of the treebanks")]
pub enum FineTag {
    NN,
    NNS,
    NNP,
    PRP,
    /// `their`; PRP$ in the treebanks.
    PRPS,
    WP,
    /// Other pronouns: `everybody`, `this` alone.
    PRN,
    EX,
    DT,
    WDT,
    JJ,
    JJR,
    RB,
    WRB,
    CD,
    IN,
    RP,
    CC,
    /// Subordinating conjunctions but `that`.
    SC,
    THAT,
    TO,
    NOT,
    POS,
    UH,
    PU,
    SYM,
    VBD,
    VBZ,
    VBP,
    VB,
    VBG,
    VBN,
    /// Auxiliaries: finite, infinitive, `being`, `been`. Modals are MD.
    AXF,
    MD,
    AXN,
    AXG,
    AXP,
    X,
}

impl FineTag {
    /// How many there are.
    pub const COUNT: usize = 38;

    /// Every fine tag, in the order of their numbers.
    #[rustfmt::skip]
    pub const ALL: [FineTag; FineTag::COUNT] = {
        use FineTag::*;
        [
            NN, NNS, NNP, PRP, PRPS, WP, PRN, EX, DT, WDT, JJ, JJR, RB, WRB, CD, IN, RP, CC, SC, THAT, TO, NOT, POS, UH,
            PU, SYM, VBD, VBZ, VBP, VB, VBG, VBN, AXF, MD, AXN, AXG, AXP, X,
        ]
    };

    /// The part of speech that the rest of the engine is told.
    #[must_use]
    pub fn tag(self) -> Tag {
        match self {
            FineTag::NN | FineTag::NNS => Tag::Noun,
            FineTag::NNP => Tag::ProperNoun,
            FineTag::PRP | FineTag::PRPS | FineTag::WP | FineTag::PRN | FineTag::EX => Tag::Pronoun,
            FineTag::DT | FineTag::WDT => Tag::Determiner,
            FineTag::JJ | FineTag::JJR => Tag::Adjective,
            FineTag::RB | FineTag::WRB => Tag::Adverb,
            FineTag::CD => Tag::Numeral,
            FineTag::IN | FineTag::RP => Tag::Adposition,
            FineTag::CC => Tag::CoordinatingConjunction,
            FineTag::SC | FineTag::THAT => Tag::SubordinatingConjunction,
            FineTag::TO | FineTag::NOT | FineTag::POS => Tag::Particle,
            FineTag::UH => Tag::Interjection,
            FineTag::PU => Tag::Punctuation,
            FineTag::SYM => Tag::Symbol,
            FineTag::VBD | FineTag::VBZ | FineTag::VBP => Tag::FiniteVerb,
            FineTag::VB => Tag::BaseVerb,
            FineTag::VBG => Tag::PresentParticiple,
            FineTag::VBN => Tag::PastParticiple,
            FineTag::AXF | FineTag::MD => Tag::FiniteAuxiliary,
            FineTag::AXN | FineTag::AXG | FineTag::AXP => Tag::NonfiniteAuxiliary,
            FineTag::X => Tag::Other,
        }
    }
}
