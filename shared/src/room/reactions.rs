//! Reactions: what participants may show everybody for a moment. Nothing of them is stored or
//! counted; who reacted is handed to no one.

use crate::ids::ParticipantId;
use crate::limits::REACTIONS_MAX;
use crate::phase::Phase;
use crate::protocol::view::SentReaction;
use crate::room::Room;

impl Room {
    /// The emoji that may be sent now: those of the slide on the stage, or else of the deck; none
    /// before the first slide, once it is over, and where nobody looks at one thing together.
    pub fn reactions(&self) -> &[String] {
        if self.phase != Phase::Live || self.is_own_pace() {
            return &[];
        }
        let of_slide = self
            .current_slide()
            .and_then(|(_, slide)| slide.reactions.as_ref());
        let offered = of_slide.unwrap_or(&self.deck.reactions);
        &offered[..offered.len().min(REACTIONS_MAX)]
    }

    /// The place of one among [`Self::reactions`], from 0, where that participant may send it.
    pub fn reaction_of(&self, who: ParticipantId, reaction: &str) -> Option<usize> {
        let of_room = self.people.find(who).is_some() && !self.people.is_removed(who);
        let mut offered = self.reactions().iter();
        offered
            .position(|each| each == reaction)
            .filter(|_| of_room)
    }

    /// Those that may be sent now, each with how often it was; the projected page shows what is
    /// new.
    pub(super) fn reactions_sent(&self, sent: [u32; REACTIONS_MAX]) -> Vec<SentReaction> {
        let each = self.reactions().iter().zip(sent);
        each.map(|(reaction, times)| SentReaction {
            reaction: reaction.clone(),
            times,
        })
        .collect()
    }
}
