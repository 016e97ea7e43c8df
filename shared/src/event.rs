//! What is stored: readable for ever, added to, never changed.
//!
//! A room's journal is a sequence of batches. The first holds one [`Event::Created`]; a room is
//! what [`Room::apply`](crate::room::Room::apply) makes of them in order. A variant that is not
//! known stops the room: it is never skipped.

use serde::{Deserialize, Serialize};

use crate::deck::{Deck, PhonesTo};
use crate::ids::{
    AnswerId, ControlNumber, DeckVersion, GroupNumber, Key, Millis, ParticipantId, Revision,
    RoomId, Round, SlideId, TabletNumber,
};
use crate::question::Answer;
use crate::rules::Rules;

mod audience;
mod batch;
mod by_hand;
mod place;
mod qa;
mod sender;
mod trial;

pub use audience::Audience;
pub use batch::Batch;
pub use by_hand::TypedAnswer;
pub use place::{AnswerPlace, QA};
pub use qa::QaChange;
pub use trial::KeptOfTrial;

/// Something that happened in a room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The room began, with its whole deck frozen.
    Created {
        /// The room's own name.
        room: RoomId,
        /// Nothing a room needs is looked up elsewhere.
        deck: Box<Deck>,
        /// Under which rules it is played to its end.
        #[serde(default = "Rules::first", skip_serializing_if = "Rules::is_first")]
        rules: Rules,
        /// Whether `moderated` of its deck holds texts until a moderator approves them. Rooms of
        /// before showed everything at once, and come to the same figures for ever.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        moderates: bool,
        /// Whether `groups` of its deck act. Rooms of before counted every answer as one person's.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        groups: bool,
        /// Whether `pace: own` of its deck acts. Rooms of before went with their stage.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        own_pace: bool,
        /// Whether everything is tried out until [`Event::Begun`], and counts for nothing then.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        trial: bool,
    },
    /// What was tried out is over: nobody has answered anything, and the stage is before its first
    /// slide. Who joined stays in, the door is as it was, and the deck as it was changed to.
    Begun {
        /// What the room goes on with, once the journal no longer holds what came before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kept: Option<Box<KeptOfTrial>>,
        /// The number of the control before it, as whoever sent it saw the room; see
        /// [`Event::after`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ControlNumber>,
    },
    /// The deck was edited while the room runs.
    DeckChanged {
        /// The whole new deck.
        deck: Box<Deck>,
        /// The slides of it that the room knew, by the ids under which it knew them; without this a
        /// slide is known that has the same id, and asks anew where what it asks is another.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        matched: Option<Vec<SlideId>>,
        /// Those of them that begin a round.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        new_rounds: Vec<SlideId>,
        /// The version of the room's deck that it was made from. Compared by the fold and by nobody
        /// else.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<DeckVersion>,
    },
    /// A participant's page came alive.
    Joined {
        /// Who.
        participant: ParticipantId,
    },
    /// A participant who had been removed joined again, as somebody new.
    JoinedAgain {
        /// Who.
        participant: ParticipantId,
        /// Who they were before. That one does not come back for as long as the new one counts.
        instead_of: ParticipantId,
    },
    /// A participant is in a group from now on. What was given in another stays there.
    GroupChosen {
        /// Who.
        participant: ParticipantId,
        /// In which of the deck's.
        group: GroupNumber,
    },
    /// A participant has gone through a deck of which everybody goes at their own pace.
    Finished {
        /// Who.
        participant: ParticipantId,
    },
    /// A device is one that people share from now on, or again.
    TabletShared {
        /// Who sits where at it. The first is the device's own participant, who joins with this.
        seats: Vec<ParticipantId>,
    },
    /// A device is shared no more: its other seats are nobody's.
    TabletEnded {
        /// Which.
        tablet: TabletNumber,
    },
    /// The code by which a device becomes a shared one was made anew.
    TabletsRenewed {
        /// For which time.
        times: u32,
    },
    /// Everybody was removed who joined between two moments. What they gave counts nowhere, and
    /// nothing is taken of them any more.
    Removed {
        /// From that moment on: milliseconds, as the record of their joining was stamped.
        joined_from: Millis,
        /// Until before that moment.
        joined_to: Millis,
    },
    /// Everybody is back who had been removed and had joined between two moments, with all that
    /// they gave.
    Returned {
        /// From that moment on.
        joined_from: Millis,
        /// Until before that moment.
        joined_to: Millis,
    },
    /// A participant's value for a question, replacing the one before.
    Answered {
        /// Who.
        participant: ParticipantId,
        /// To what.
        question: SlideId,
        /// In which round of it.
        round: Round,
        /// The phone's counter; none from a form, where it is the last one plus 1.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        turn: Option<Revision>,
        /// What; nothing once it has been erased.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer: Option<Answer>,
        /// Which of its texts a list of words held for the moderator, by their places from 1. What
        /// the question itself holds is not said here.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        held: Vec<u8>,
    },
    /// A participant added something to a question, or edited what they added under the same key.
    Added {
        /// Who.
        participant: ParticipantId,
        /// To what.
        question: SlideId,
        /// In which round of it.
        round: Round,
        /// Names it for its sender.
        key: Key,
        /// The phone's counter; none from a form, where it is the last one plus 1.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        turn: Option<Revision>,
        /// What; nothing once it has been erased.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        /// Whether a list of words held it for the moderator. That the question itself holds is not
        /// said here.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        held: bool,
    },
    /// A host entered what people without a phone answer to a question. It takes the place of what
    /// was entered there before.
    Typed {
        /// To what.
        question: SlideId,
        /// In which round of it.
        round: Round,
        /// Names it for its sender: the same key is the same entry.
        key: Key,
        /// For which group, where a group gives one answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<GroupNumber>,
        /// How many entries there were when its sender looked, of that round and group. Compared by
        /// the fold, so that nobody takes the place of an entry that they have not seen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rests_on: Option<u32>,
        /// All that counts now.
        answers: Vec<TypedAnswer>,
    },
    /// A participant gave an upvote, or took it back.
    Upvoted {
        /// Who.
        participant: ParticipantId,
        /// The question that the answer belongs to.
        question: SlideId,
        /// For which answer.
        answer: AnswerId,
        /// Given (true) or taken back.
        on: bool,
    },
    /// A question to the speakers was asked.
    QaAsked {
        /// By whom; nobody where a host typed in what came from a chat or a hand.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        participant: Option<ParticipantId>,
        /// Names it for its sender: the same key is the same question.
        key: Key,
        /// What; nothing once it has been erased.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        /// Whether a list of words held it for the moderator. That the room holds all of them is
        /// not said here.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        held: bool,
    },
    /// A participant wants to know that too, or no longer.
    QaUpvoted {
        /// Who.
        participant: ParticipantId,
        /// For which question to the speakers.
        question: AnswerId,
        /// Given (true) or taken back.
        up: bool,
    },
    /// A host did something with a question to the speakers.
    QaModerated {
        /// With which.
        question: AnswerId,
        /// What.
        change: QaChange,
    },
    /// The stage moved to a slide.
    Moved {
        /// The slide it shows now.
        to: SlideId,
        /// Whether the room had ended and the stage looks back at it; without this nothing moves
        /// after the end.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        looks_back: bool,
        /// The number of the control before it, as whoever sent it saw the room; see
        /// [`Event::after`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ControlNumber>,
    },
    /// A question was opened by hand.
    Opened {
        /// Which.
        question: SlideId,
        /// The number of the control before it, as whoever sent it saw the room; see
        /// [`Event::after`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ControlNumber>,
    },
    /// A question was closed by hand.
    Closed {
        /// Which.
        question: SlideId,
        /// The number of the control before it, as whoever sent it saw the room; see
        /// [`Event::after`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ControlNumber>,
    },
    /// Results were shown or hidden by hand.
    Shown {
        /// Whose.
        question: SlideId,
        /// To whom.
        audience: Audience,
        /// Shown (true) or hidden.
        shown: bool,
        /// Of which round; of the one under way if not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        round: Option<Round>,
        /// Whether the room had ended and the stage looks back at it; without this nothing moves
        /// after the end.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        looks_back: bool,
        /// The number of the control before it, as whoever sent it saw the room; see
        /// [`Event::after`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ControlNumber>,
    },
    /// A question stopped collecting; it takes upvotes only.
    VotingStarted {
        /// Which.
        question: SlideId,
        /// The number of the control before it, as whoever sent it saw the room; see
        /// [`Event::after`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ControlNumber>,
    },
    /// A question began its next round, open.
    Reset {
        /// Which.
        question: SlideId,
        /// The number of the control before it, as whoever sent it saw the room; see
        /// [`Event::after`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ControlNumber>,
    },
    /// Next and previous pass a slide, or stop at it again.
    Skipped {
        /// Which.
        slide: SlideId,
        /// Passed (true) or not.
        skip: bool,
        /// The number of the control before it, as whoever sent it saw the room; see
        /// [`Event::after`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ControlNumber>,
    },
    /// The countdown of an open question goes on for longer.
    Extended {
        /// Which.
        question: SlideId,
        /// For how long, in seconds.
        seconds: u32,
        /// The number of the control before it, as whoever sent it saw the room; see
        /// [`Event::after`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ControlNumber>,
    },
    /// What stays open after the end opens now, wherever the stage is.
    EvaluationOpened {
        /// The number of the control before it, as whoever sent it saw the room; see
        /// [`Event::after`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ControlNumber>,
    },
    /// The room ended.
    Ended {
        /// The number of the control before it, as whoever sent it saw the room; see
        /// [`Event::after`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ControlNumber>,
    },
    /// The room goes on after its end, as it was before it.
    Resumed {
        /// The number of the control before it, as whoever sent it saw the room; see
        /// [`Event::after`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ControlNumber>,
    },
    /// A control was taken back: position, openness, visibility and round are as they were before
    /// it.
    Undone {
        /// Which.
        control: ControlNumber,
        /// The number of the control before it, as whoever sent it saw the room; see
        /// [`Event::after`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<ControlNumber>,
    },
    /// The door was opened or closed to newcomers.
    DoorSet {
        /// Open (true) or closed.
        open: bool,
    },
    /// From now on phones show results then, of all questions whose results nobody shows or hides
    /// by hand.
    PhonesSet {
        /// When.
        to: PhonesTo,
    },
    /// What came out can be read on a page; until then goes on what stays open after the end.
    AfterPageSet {
        /// Where; nothing where the page was taken back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        page: Option<crate::after_page::AfterPageLink>,
    },
    /// An answer was erased for good.
    Erased {
        /// Which.
        answer: AnswerId,
    },
    /// A word was hidden from everybody's results, or shown again; also of anyone who gives it
    /// later.
    WordHidden {
        /// Of which question.
        question: SlideId,
        /// In which round of it.
        round: Round,
        /// The word's key; a stand-in where nobody gives that word any more and its answers were
        /// erased.
        word: String,
        /// Hidden (true) or shown again.
        hidden: bool,
    },
    /// A word counts as another one from now on, or as itself again.
    WordMerged {
        /// Of which question.
        question: SlideId,
        /// In which round of it.
        round: Round,
        /// The word's key.
        word: String,
        /// The other one's key; nothing to let it be itself again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        into: Option<String>,
    },
    /// Something that was added was hidden from everybody's results, or shown again.
    AnswerHidden {
        /// Which.
        answer: AnswerId,
        /// Hidden (true) or shown again.
        hidden: bool,
    },
    /// Something that was added counts as another one from now on, or as itself again.
    AnswerMerged {
        /// Which.
        answer: AnswerId,
        /// The other one; nothing to let it be itself again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        into: Option<AnswerId>,
    },
    /// From now on texts that come to a question wait for a moderator, or show at once. What waits
    /// already goes on waiting.
    HoldSet {
        /// Which.
        question: SlideId,
        /// They wait (true) or show at once.
        on: bool,
    },
    /// A word that waited is shown, whoever gave it or gives it later.
    WordApproved {
        /// Of which question.
        question: SlideId,
        /// In which round of it.
        round: Round,
        /// The word's key; a stand-in as of [`Event::WordHidden`].
        word: String,
    },
    /// Something that was added and waited is shown.
    AnswerApproved {
        /// Which.
        answer: AnswerId,
    },
}

impl Event {
    /// For a control: the number of the control that its sender saw last, where they said it. A
    /// room that has come further does not do it. Compared by the fold and by nobody else, so it
    /// holds wherever the two controls came from.
    pub fn after(&self) -> Option<Option<ControlNumber>> {
        match self {
            Self::Moved { after, .. }
            | Self::Opened { after, .. }
            | Self::Closed { after, .. }
            | Self::Shown { after, .. }
            | Self::VotingStarted { after, .. }
            | Self::Reset { after, .. }
            | Self::Skipped { after, .. }
            | Self::Extended { after, .. }
            | Self::Begun { after, .. }
            | Self::EvaluationOpened { after }
            | Self::Ended { after }
            | Self::Resumed { after }
            | Self::Undone { after, .. } => Some(*after),
            Self::Created { .. }
            | Self::DeckChanged { .. }
            | Self::Joined { .. }
            | Self::JoinedAgain { .. }
            | Self::GroupChosen { .. }
            | Self::Finished { .. }
            | Self::TabletShared { .. }
            | Self::TabletEnded { .. }
            | Self::TabletsRenewed { .. }
            | Self::Removed { .. }
            | Self::Returned { .. }
            | Self::DoorSet { .. }
            | Self::PhonesSet { .. }
            | Self::AfterPageSet { .. }
            | Self::Answered { .. }
            | Self::Added { .. }
            | Self::Typed { .. }
            | Self::Upvoted { .. }
            | Self::QaAsked { .. }
            | Self::QaUpvoted { .. }
            | Self::QaModerated { .. }
            | Self::Erased { .. }
            | Self::WordHidden { .. }
            | Self::WordMerged { .. }
            | Self::AnswerHidden { .. }
            | Self::AnswerMerged { .. }
            | Self::HoldSet { .. }
            | Self::WordApproved { .. }
            | Self::AnswerApproved { .. } => None,
        }
    }
}
