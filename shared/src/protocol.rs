//! What goes over the wire: frames, and the views they carry. Versioned by [`PROTOCOL`], so that a
//! page and a server of different ages understand each other or say so.
//!
//! docs/protocol.md shows every frame with an example.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::{AnswerId, GroupNumber, Key, ParticipantId, Revision, Round, SlideId};
use crate::question::Fields;
use crate::refusal::Refusal;

pub mod closing;
pub mod view;

pub use closing::Closing;

/// The version of everything in this module.
pub const PROTOCOL: u32 = 3;

/// What a participant's page sends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ClientFrame {
    /// A whole answer, replacing the one before.
    Answer {
        /// To what.
        question: SlideId,
        /// In which round.
        round: Round,
        /// Higher than that of any answer sent to this question before.
        turn: Revision,
        /// What a form would send; which fields there are depends on the question's kind.
        fields: Fields,
        /// A sequence that the server must have reached first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seq: Option<u64>,
    },
    /// Something added, or a change to what was added under the same key.
    Add {
        /// To what.
        question: SlideId,
        /// In which round.
        round: Round,
        /// The sender's own name for it: 1–64 letters, digits and `-`.
        key: Key,
        /// Higher than that of any change to it before.
        turn: Revision,
        /// The text.
        text: String,
        /// A sequence that the server must have reached first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seq: Option<u64>,
    },
    /// An upvote, given or taken back.
    Upvote {
        /// The question that the answer belongs to.
        question: SlideId,
        /// For which answer.
        answer: AnswerId,
        /// Given (true) or taken back.
        on: bool,
        /// A sequence that the server must have reached first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seq: Option<u64>,
    },
    /// Asks how far the room is.
    Ping {
        /// Comes back in the pong.
        id: u64,
    },
}

/// What the server sends; `V` is the view of the page's role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServerFrame<V> {
    /// The first frame of a connection.
    Hello {
        /// The room's sequence.
        seq: u64,
        /// Who this is in this room.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        you: Option<ParticipantId>,
        /// Their own answers by question.
        #[serde(default)]
        own: BTreeMap<SlideId, Own>,
        /// In which group they are.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<GroupNumber>,
        /// Whether they have gone through a deck of which everybody goes at their own pace.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        finished: bool,
        /// What to show.
        view: V,
    },
    /// Somebody says that they are through the deck: they are, or what is missing.
    Finished {
        /// Questions that have to be answered first, in their order; none where they are finished.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        missing: Vec<SlideId>,
    },
    /// Somebody is in another group, or others of theirs changed what it gave.
    Group {
        /// In which group they are.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<GroupNumber>,
        /// What they and their group have given to the questions that groups answer.
        own: BTreeMap<SlideId, Own>,
    },
    /// What to show from now on.
    View {
        /// The room's sequence.
        seq: u64,
        /// What to show.
        view: V,
    },
    /// What was sent is on disk.
    Saved(Saved),
    /// What was sent changed nothing.
    Refused(Refused),
    /// The answer to a ping.
    Pong {
        /// The ping's.
        id: u64,
        /// The room's sequence.
        seq: u64,
    },
    /// A frame that can't be read or was not dealt with.
    Error {
        /// A stable word.
        code: String,
        /// What was sent, where that could be read; the same again is safe.
        #[serde(flatten, skip_serializing_if = "Option::is_none")]
        about: Option<About>,
    },
}

/// Which of the frames of a page another one is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// To what.
    pub question: SlideId,
    /// In which round.
    pub round: Round,
    /// Under which turn; 0 for an upvote.
    pub turn: Revision,
}

/// What was sent is on disk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// To what.
    pub question: SlideId,
    /// In which round.
    pub round: Round,
    /// Under which turn it was sent; 0 for an upvote.
    pub turn: Revision,
    /// In which record.
    pub seq: u64,
    /// The public name of something that was added, or voted for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<AnswerId>,
}

/// What was sent changed nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Refused {
    /// To what.
    pub question: SlideId,
    /// In which round.
    pub round: Round,
    /// Under which turn it was sent; 0 for an upvote.
    pub turn: Revision,
    /// The public name of what was voted for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<AnswerId>,
    /// Why, with what one needs to know to do better.
    #[serde(flatten)]
    pub refusal: Refusal,
    /// What is stored instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Own>,
}

/// A participant's own answer to one question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Own {
    /// In which round.
    pub round: Round,
    /// Under which turn; 0 where there is no answer.
    pub turn: Revision,
    /// The fields that fill the form again: of their group, where it gives one answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fields: Option<Fields>,
    /// What they, or where it gives one answer their group, added, in order of arrival.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<OwnAdded>,
    /// What they voted for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub upvotes: Vec<AnswerId>,
    /// The organiser erased it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub erased: bool,
}

/// Something a participant added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnAdded {
    /// Its public name.
    pub id: AnswerId,
    /// The sender's name for it.
    pub key: Key,
    /// Under which turn.
    pub turn: Revision,
    /// The text; nothing where it was erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Somebody else of their group wrote it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub others: bool,
}

#[cfg(test)]
mod tests;
