//! The words that a key takes, for reading and for writing.

/// A type with a word in the deck format for each of its values.
pub(crate) trait Keyword: Copy + PartialEq + 'static {
    /// Every value.
    const ALL: &'static [Self];

    /// Its word.
    fn word(self) -> &'static str;

    /// The value of a word.
    fn read(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }
}

/// Gives each value its word. The match is exhaustive, so a new value without a word does not
/// compile.
macro_rules! words {
    ($type:ty { $($value:ident: $word:literal),* $(,)? }) => {
        impl $crate::deck::grammar::keyword::Keyword for $type {
            const ALL: &'static [Self] = &[$(Self::$value),*];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word),*
                }
            }
        }
    };
}

pub(crate) use words;
