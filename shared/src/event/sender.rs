//! Whose doing an event is.

use super::Event;
use crate::ids::ParticipantId;

impl Event {
    /// The participant who did it; nobody for what hosts do.
    pub fn sender(&self) -> Option<ParticipantId> {
        match self {
            Self::Joined { participant }
            | Self::JoinedAgain { participant, .. }
            | Self::GroupChosen { participant, .. }
            | Self::Finished { participant }
            | Self::Answered { participant, .. }
            | Self::Added { participant, .. }
            | Self::Upvoted { participant, .. }
            | Self::QaUpvoted { participant, .. } => Some(*participant),
            Self::QaAsked { participant, .. } => *participant,
            Self::TabletShared { seats } => seats.first().copied(),
            _ => None,
        }
    }
}
