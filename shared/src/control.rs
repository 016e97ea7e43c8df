//! What a presenter asks of a room, and what of it can be taken back.

use serde::{Deserialize, Serialize};

use crate::event::Audience;
use crate::ids::{ControlNumber, Millis, Round, SlideId};

/// A control, with the words of the HTTP API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// What to do.
    #[serde(rename = "do")]
    pub action: Action,
    /// The slide it is about; the one on the stage if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slide: Option<SlideId>,
    /// Who sees or no longer sees results; the stage if not said.
    #[serde(default = "stage")]
    pub on: Audience,
    /// How long a countdown goes on, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// The round whose results are shown; the one under way if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<Round>,
    /// The number of the last control that the sender's view showed: if another one came meanwhile,
    /// nothing is done. Left out, nothing is compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<ControlNumber>,
}

impl Control {
    /// About the slide on the stage, whatever came before.
    pub fn now(action: Action) -> Self {
        Self {
            action,
            slide: None,
            on: Audience::Stage,
            seconds: None,
            round: None,
            after: None,
        }
    }
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// To the next slide that can be played, or to the first.
    Next,
    /// To the one before that can be played.
    Previous,
    /// To the slide that is named.
    Go,
    /// Take answers.
    Open,
    /// Take no more answers.
    Close,
    /// Show results.
    Show,
    /// Hide results.
    Hide,
    /// Take upvotes only.
    Vote,
    /// Begin the next round.
    Reset,
    /// Let next and previous pass the slide that is named.
    Skip,
    /// Let them stop at it again.
    Unskip,
    /// Let a countdown go on for longer.
    Extend,
    /// Let what was tried out go, and count from now on.
    Begin,
    /// End the room.
    End,
    /// Go on after the end.
    Resume,
    /// Take back the last control that is not taken back yet.
    Undo,
}

/// Asks that people who are made up answer, in a room that is tried out; with the words of the HTTP
/// API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum TrialOrder {
    /// The question on the stage.
    Trial {
        /// How many of them.
        votes: u32,
    },
}

impl TrialOrder {
    /// The word by which an order is one of these.
    pub const WORD: &str = "trial";
}

fn stage() -> Audience {
    Audience::Stage
}

/// The control that would be taken back next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undoable {
    /// Which.
    pub control: ControlNumber,
    /// What it did, with the words of the HTTP API; `go` for every move.
    #[serde(rename = "do")]
    pub action: Action,
    /// Where the slide that it was about stands in the deck, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slide: Option<u64>,
    /// When it was carried out.
    pub at: Millis,
}
