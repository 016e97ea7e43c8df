//! Settings that are one of a few words.

use serde::{Deserialize, Serialize};

use crate::deck::grammar::keyword::words;

/// Whether something shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// It shows.
    #[default]
    Shown,
    /// It does not, until the presenter shows it.
    Hidden,
}

/// When phones show results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhoneResults {
    /// Once the question is closed and the stage shows them.
    #[default]
    Closed,
    /// At once.
    Shown,
    /// Not, until the presenter shows them.
    Hidden,
}

/// When phones of a room show results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhonesTo {
    /// As the deck says.
    #[default]
    Deck,
    /// Once a question is closed and the stage shows them.
    Closed,
    /// At once.
    Shown,
    /// Not.
    Hidden,
}

impl PhonesTo {
    /// Each of them, as pages list them.
    pub const ALL: [Self; 4] = [Self::Deck, Self::Closed, Self::Shown, Self::Hidden];

    /// Whether it is as the deck says.
    pub fn is_deck(&self) -> bool {
        *self == Self::Deck
    }

    /// The word for it in the HTTP API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Deck => "deck",
            Self::Closed => "closed",
            Self::Shown => "shown",
            Self::Hidden => "hidden",
        }
    }

    /// What it is instead of what the deck says; nothing where that holds.
    pub fn instead(self) -> Option<PhoneResults> {
        match self {
            Self::Deck => None,
            Self::Closed => Some(PhoneResults::Closed),
            Self::Shown => Some(PhoneResults::Shown),
            Self::Hidden => Some(PhoneResults::Hidden),
        }
    }
}

/// Who decides when a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerPace {
    /// The presenter, for all at once.
    #[default]
    Room,
    /// Each phone for itself.
    Own,
    /// The question stays open when the room has ended.
    After,
}

/// Questions to the speakers beside the slides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QaMode {
    /// Seen by the moderator first.
    Moderated,
    /// Seen by everyone at once.
    Open,
    /// None.
    #[default]
    Off,
}

/// What becomes of rude words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profanity {
    /// They wait for the moderator.
    #[default]
    Hold,
    /// They show as all others.
    Off,
}

/// What people are called on the leaderboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamePolicy {
    /// As they are given.
    #[default]
    Given,
    /// As they like.
    Own,
    /// Nothing.
    Off,
}

/// Who may join.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Codes {
    /// Who has the room's code.
    #[default]
    Open,
    /// Who has a code of their own.
    Personal,
}

macro_rules! default_left_out {
    ($($type:ty),*) => {
        $(impl $type {
            /// Whether it is what it is when nothing is said.
            pub fn is_default(&self) -> bool {
                *self == Self::default()
            }
        })*
    };
}

default_left_out!(Profanity, NamePolicy, Codes);

words!(Visibility {
    Shown: "shown",
    Hidden: "hidden"
});
words!(PhoneResults {
    Closed: "closed",
    Shown: "shown",
    Hidden: "hidden"
});
words!(AnswerPace {
    Room: "room",
    Own: "own",
    After: "after"
});
words!(QaMode {
    Moderated: "moderated",
    Open: "open",
    Off: "off"
});
words!(Profanity {
    Hold: "hold",
    Off: "off"
});
words!(NamePolicy {
    Given: "given",
    Own: "own",
    Off: "off"
});
words!(Codes {
    Open: "open",
    Personal: "personal"
});
