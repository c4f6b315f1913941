//! The smallest unit the engine looks at: a word, a clitic or a mark of punctuation, and where it stands.

/// One token of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Index of the block in the document.
    pub block: u32,
    /// First byte in the block's text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What sort of token it is.
    pub kind: TokenKind,
    /// Whether white space, or the start of the block, stands before it.
    pub space_before: bool,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Whether it has two letters or more, all of them capitals.
    pub all_capitals: bool,
    /// Range of the lower-case form in the text's store of words.
    pub(super) word: (u32, u32),
}

/// What sort of token it is, by its characters alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with digits, hyphens or the full stops of an abbreviation.
    Word,
    /// `'s`, `n't`, `'ll`: split from the word before.
    Clitic,
    /// Begins with a digit.
    Number,
    /// `"`, `“`, `''`, `«`: a mark of a quotation in double marks.
    DoubleQuote,
    /// `'`, `‘`: a single mark that is not inside a word. May be an apostrophe.
    SingleQuote,
    /// `,`
    Comma,
    /// `.`, `!`, `?`
    Stop,
    /// `…`, `...`
    Ellipsis,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// `–`, `—`, `--`, or a hyphen that joins nothing.
    Dash,
    /// `(`, `[`, `{`
    Open,
    /// `)`, `]`, `}`
    Close,
    /// Anything else: a currency sign, an emoji, a bullet.
    Symbol,
}

impl Token {
    /// Whether the token is a word, a clitic or a number.
    #[must_use]
    pub fn is_wordlike(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Clitic | TokenKind::Number)
    }
}
