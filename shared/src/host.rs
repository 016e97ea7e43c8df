//! Who leads a room.

use serde::{Deserialize, Serialize};

/// The role of a host's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HostRole {
    /// The projected page.
    Stage,
    /// The console.
    Presenter,
    /// The presenter's phone.
    Remote,
    /// Who sees to the answers.
    Moderator,
    /// Who answers questions to the speakers.
    Speaker,
}

impl HostRole {
    /// The word for it in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Stage => "stage",
            Self::Presenter => "presenter",
            Self::Remote => "remote",
            Self::Moderator => "moderator",
            Self::Speaker => "speaker",
        }
    }
}

/// Who did something to a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Whoever is signed in.
    Owner,
    /// A program with the token of the API.
    Token,
    /// Nobody: the room does it by itself.
    Room,
    /// Whoever holds a link.
    Link {
        /// Which.
        role: HostRole,
        /// Which of the browsers that followed links of that role, from 1; none of one that did so
        /// before they were numbered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        number: Option<u32>,
    },
}
