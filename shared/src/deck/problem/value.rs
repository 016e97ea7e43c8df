//! What can be wrong with what is written behind a setting.

use crate::limits::{SLIDE_ID_BYTES, STEPS_MAX, STEPS_MIN};

use super::one_of;

/// Something wrong with what is written behind a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing is written.
    Empty {
        /// The key.
        key: String,
    },
    /// A text is wanted.
    NotText {
        /// The key.
        key: String,
    },
    /// Another type is wanted.
    NotA {
        /// The key.
        key: String,
        /// What is wanted.
        wanted: Wanted,
        /// As written, shortened.
        found: String,
        /// What was most likely meant, as it is written.
        instead: Option<String>,
    },
    /// One of a few words is wanted.
    NotOneOf {
        /// The key.
        key: String,
        /// As written, shortened.
        found: String,
        /// The words.
        words: Vec<&'static str>,
        /// The word that was most likely meant.
        near: Option<&'static str>,
    },
    /// A number outside its range.
    Range {
        /// The key.
        key: &'static str,
        /// As written.
        found: i64,
        /// The least.
        min: i64,
        /// The most.
        max: i64,
    },
    /// More picks than options.
    PickOptions {
        /// What `pick` allows.
        pick: u32,
        /// How many options there are.
        options: usize,
    },
    /// `from` is not below `to`.
    Order,
    /// A scale with too few or too many steps.
    Steps {
        /// How many it has.
        steps: i64,
    },
    /// An axis without exactly two labels.
    Pair {
        /// `x` or `y`.
        key: &'static str,
    },
}

/// What a key wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// `yes` or `no`.
    YesNo,
    /// A list of texts.
    List,
    /// A pole of a spectrum.
    Pole,
    /// Letters, digits and `-`.
    Id,
    /// `1`, `2` or `1-3`.
    Pick,
    /// A time of day.
    Time,
    /// A language tag.
    Language,
    /// One emoji.
    Emoji,
}

impl Value {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "value-missing",
            Self::NotText { .. } => "value-not-text",
            Self::NotA { wanted, .. } => wanted.code(),
            Self::NotOneOf { .. } => "value-unknown",
            Self::Range { .. } => "value-out-of-range",
            Self::PickOptions { .. } => "pick-more-than-options",
            Self::Order => "from-not-below-to",
            Self::Steps { .. } => "scale-steps",
            Self::Pair { .. } => "axis-labels",
        }
    }

    pub(super) fn english(&self) -> String {
        match self {
            Self::Empty { key } => {
                format!("Nothing stands behind `{key}:`. Write something, or take the line away.")
            }
            Self::NotText { key } => format!("`{key}` takes a text. Put the text in quotes."),
            Self::NotA { key, wanted, found, instead } => {
                let said = format!("`{key}` takes {}, not `{found}`.", wanted.english());
                instead.as_ref().map_or(said.clone(), |instead| format!("{said} Write `{key}: {instead}`."))
            }
            Self::NotOneOf { key, found, near: Some(near), .. } => {
                format!("`{key}` does not take `{found}`. Write `{key}: {near}`.")
            }
            Self::NotOneOf { key, found, words, near: None } => {
                format!("`{key}` takes {}, not `{found}`.", one_of(words, "or"))
            }
            Self::Range { key, found, min, max } => format!("`{key}` is {found}; it can be {min} to {max}."),
            Self::PickOptions { pick, options } => {
                format!("`pick` asks for {pick} of {options} options. Lower it, or add options.")
            }
            Self::Order => "`from` must be less than `to`. Swap them or change one.".into(),
            Self::Steps { steps } => {
                format!("This range has {steps} steps; it can have {STEPS_MIN} to {STEPS_MAX}, such as 1 to 5.")
            }
            Self::Pair { key } => format!("`{key}` takes two labels: `{key}: [low, high]`."),
        }
    }

    pub(super) fn dutch(&self) -> String {
        match self {
            Self::Empty { key } => {
                format!("Achter `{key}:` staat niets. Schrijf iets, of haal de regel weg.")
            }
            Self::NotText { key } => {
                format!("`{key}` is een tekst. Zet de tekst tussen aanhalingstekens.")
            }
            Self::NotA { key, wanted, found, instead } => {
                let said = format!("`{key}` is {}, niet `{found}`.", wanted.dutch());
                instead.as_ref().map_or(said.clone(), |instead| format!("{said} Schrijf `{key}: {instead}`."))
            }
            Self::NotOneOf { key, found, near: Some(near), .. } => {
                format!("`{key}` kan niet `{found}` zijn. Schrijf `{key}: {near}`.")
            }
            Self::NotOneOf { key, found, words, near: None } => {
                format!("`{key}` is {}, niet `{found}`.", one_of(words, "of"))
            }
            Self::Range { key, found, min, max } => format!("`{key}` is {found}; het kan {min} tot en met {max} zijn."),
            Self::PickOptions { pick, options } => {
                format!("`pick` vraagt {pick} van de {options} opties. Maak het getal lager, of zet er opties bij.")
            }
            Self::Order => "`from` moet kleiner zijn dan `to`. Wissel ze om of verander er één.".into(),
            Self::Steps { steps } => {
                format!(
                    "Deze schaal heeft {steps} stappen; het kunnen er {STEPS_MIN} tot en met {STEPS_MAX} zijn, zoals 1 tot en met 5."
                )
            }
            Self::Pair { key } => format!("`{key}` heeft twee namen: `{key}: [laag, hoog]`."),
        }
    }
}

impl Wanted {
    fn code(self) -> &'static str {
        match self {
            Self::Whole => "not-a-whole-number",
            Self::Number => "not-a-number",
            Self::YesNo => "not-yes-or-no",
            Self::List => "not-a-list",
            Self::Pole => "not-a-pole",
            Self::Id => "not-an-id",
            Self::Pick => "not-a-pick",
            Self::Time => "not-a-time",
            Self::Language => "not-a-language",
            Self::Emoji => "not-an-emoji",
        }
    }

    fn english(self) -> String {
        match self {
            Self::Whole => "a whole number, such as `3`".into(),
            Self::Number => "a number, such as `3` or `3.5`".into(),
            Self::YesNo => "`yes` or `no`".into(),
            Self::List => "a list of texts, such as `[one, two]`".into(),
            Self::Pole => "a text, or `{label: …, note: …, image: …}`".into(),
            Self::Id => format!("letters a–z, digits and `-`, at most {SLIDE_ID_BYTES}"),
            Self::Pick => "a number such as `2`, or a range such as `1-3`".into(),
            Self::Time => "a time of day, such as `15:30`".into(),
            Self::Language => "a language tag, such as `nl` or `en-GB`".into(),
            Self::Emoji => "an emoji, such as `👏`".into(),
        }
    }

    fn dutch(self) -> String {
        match self {
            Self::Whole => "een heel getal, zoals `3`".into(),
            Self::Number => "een getal, zoals `3` of `3.5`".into(),
            Self::YesNo => "`yes` of `no`".into(),
            Self::List => "een lijst met teksten, zoals `[een, twee]`".into(),
            Self::Pole => "een tekst, of `{label: …, note: …, image: …}`".into(),
            Self::Id => format!("een rij letters a–z, cijfers en `-`, hoogstens {SLIDE_ID_BYTES}"),
            Self::Pick => "een getal zoals `2`, of een bereik zoals `1-3`".into(),
            Self::Time => "een tijd, zoals `15:30`".into(),
            Self::Language => "een taalcode, zoals `nl` of `en-GB`".into(),
            Self::Emoji => "een emoji, zoals `👏`".into(),
        }
    }
}
