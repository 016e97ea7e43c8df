//! What a presenter asks of a room, and what of it can be taken back.

use serde::{Deserialize, Serialize};

use crate::deck::PhonesTo;
use crate::event::Audience;
use crate::host::Actor;
use crate::ids::{ControlNumber, Millis, Round, SlideId};

/// A control, with the words of the HTTP API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// What to do.
    #[serde(rename = "do")]
    pub action: ControlAction,
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
    pub fn now(action: ControlAction) -> Self {
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
pub enum ControlAction {
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
    /// Open what stays open after the end.
    Evaluate,
    /// End the room.
    End,
    /// Go on after the end.
    Resume,
    /// Take back the last control that is not taken back yet.
    Undo,
}

/// What a host asks of a room beside controls and admission, with the words of the HTTP API. Each
/// names what it wants, so none depends on where the stage is, and none is taken back as the last
/// control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Adjustment {
    /// That people who are made up answer the question on the stage, in a room that is tried out.
    Trial {
        /// How many of them.
        votes: u32,
    },
    /// When phones show results, of all questions whose results nobody shows or hides by hand.
    Phones {
        /// From now on.
        to: PhonesTo,
    },
}

impl Adjustment {
    /// The words by which something that is asked is one of these.
    pub const WORDS: [&str; 2] = ["trial", "phones"];
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
    pub action: ControlAction,
    /// Where the slide that it was about stands in the deck, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slide: Option<u64>,
    /// When it was carried out.
    pub at: Millis,
    /// By whom, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Actor>,
}

/// What a host did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HostAction {
    /// A control; `go` for every move.
    Control(ControlAction),
    /// Hid a word or an answer, or refused it.
    Hid,
    /// Let one stand by itself again.
    Restored,
    /// Let one count as another.
    Merged,
    /// Showed one that waited.
    Approved,
    /// Let what comes wait for a moderator, or no longer.
    Held(bool),
    /// Changed the deck.
    ChangedDeck,
    /// Opened the door to newcomers, or closed it.
    SetDoor(bool),
    /// Said when phones show results.
    SetPhones,
    /// Took out people who joined between two moments.
    Removed,
    /// Took them in again.
    Returned,
    /// Erased an answer for good.
    Erased,
    /// Typed in a question to the speakers.
    Asked,
    /// Entered what people without a phone answer.
    Typed,
    /// Let a tablet be shared no more.
    EndedTablet,
    /// Made the code for tablets anew.
    RenewedTablets,
    /// Put one on the stage.
    Chose,
    /// Said that one was answered.
    Answered,
    /// Said for which speaker one is.
    Assigned,
    /// Answered one in writing.
    Replied,
}

/// Something that was done not long ago, as hosts are shown it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecentAction {
    /// Who did it.
    pub by: Actor,
    /// What it was.
    #[serde(rename = "do")]
    pub action: HostAction,
    /// Where the slide that it was about stands in the deck, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slide: Option<u64>,
    /// How often, one right after the other.
    pub times: u32,
    /// When, the last time.
    pub at: Millis,
}
