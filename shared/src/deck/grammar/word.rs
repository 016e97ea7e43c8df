//! The words that a key takes, for reading and for writing.

use crate::deck::{Pace, PhoneResults, QaMode, Visibility};
use crate::question::choice::ChoiceLayout;
use crate::question::open::OpenLayout;
use crate::question::spectrum::SpectrumLayout;
use crate::question::words::WordsLayout;

/// A type with a word in the deck format for each of its values.
pub(in crate::deck) trait Word: Copy + PartialEq + 'static {
    /// Every value.
    const ALL: &'static [Self];

    /// Its word.
    fn word(self) -> &'static str;

    /// The value of a word.
    fn read(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }
}

/// The match is exhaustive, so a new value without a word does not compile.
macro_rules! words {
    ($type:ty { $($value:ident: $word:literal),* }) => {
        impl Word for $type {
            const ALL: &'static [Self] = &[$(Self::$value),*];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word),*
                }
            }
        }
    };
}

words!(Visibility { Shown: "shown", Hidden: "hidden" });
words!(PhoneResults { Closed: "closed", Shown: "shown", Hidden: "hidden" });
words!(Pace { Room: "room", Own: "own", After: "after" });
words!(QaMode { Moderated: "moderated", Open: "open", Off: "off" });
words!(ChoiceLayout { Bars: "bars", Columns: "columns", Donut: "donut", Dots: "dots", Places: "places" });
words!(OpenLayout { Wall: "wall", One: "one", List: "list", Columns: "columns" });
words!(WordsLayout { Cloud: "cloud", List: "list" });
words!(SpectrumLayout { Dots: "dots", Density: "density" });
