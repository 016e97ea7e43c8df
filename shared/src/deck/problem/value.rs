//! What can be wrong with what is written behind a setting.

/// Something wrong with what is written behind a key.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueProblem {
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
    /// Quadrants that are not four.
    Quadrants,
    /// A text of more bytes than fit.
    Bytes {
        /// The key.
        key: &'static str,
        /// How many fit.
        max: usize,
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
    /// A number of groups, or their names.
    Groups,
    /// Names of baskets.
    Baskets,
    /// A network with its name and password.
    Wifi,
    /// The name of a room, or `last`.
    Room,
}

impl ValueProblem {
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
            Self::Quadrants => "quadrant-names",
            Self::Bytes { .. } => "value-too-long",
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
            Self::Groups => "not-groups",
            Self::Baskets => "not-baskets",
            Self::Wifi => "not-wifi",
            Self::Room => "not-a-room",
        }
    }
}
