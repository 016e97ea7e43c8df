//! What a room that was tried out goes on with.

use serde::{Deserialize, Serialize};

use crate::deck::{Deck, PhonesTo};
use crate::groups::KeptGroups;
use crate::ids::{ControlNumber, DeckVersion};

/// What a room takes along from what was tried out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptOfTrial {
    /// The deck as it was changed to.
    pub deck: Deck,
    /// Which version of it.
    pub deck_version: DeckVersion,
    /// The number of the control before the one that began it.
    pub controls: ControlNumber,
    /// Whether the door was closed to newcomers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub door_closed: bool,
    /// When phones show results.
    #[serde(default, skip_serializing_if = "PhonesTo::is_deck")]
    pub phones: PhonesTo,
    /// How many answers have had a number: those that come go on from there, and no old name is
    /// that of a new answer.
    pub answers: u64,
    /// Which groups there are and who is in which, where the deck has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<KeptGroups>,
}
