//! What people do to a room, in as few words as a story has.

use crate::control::{Control, ControlAction};
use crate::deck::Deck;
use crate::event::{Audience, Event, QaChange};
use crate::ids::{AnswerId, GroupNumber, Key, ParticipantId, Revision, Round};
use crate::question::Answer;
use crate::question::word::Word;
use crate::refusal::Refusal;
use crate::room::{ModerationAction, ModerationRequest, ModerationTarget, Room};
use crate::rules::Rules;
use crate::text;

pub const ANNA: ParticipantId = ParticipantId(0xa);
pub const BRAM: ParticipantId = ParticipantId(0xb);
pub const CARLA: ParticipantId = ParticipantId(0xc);

/// Something done by a participant or by a host.
#[derive(Clone, Debug)]
pub enum Command {
    Event(Event),
    Control(Control),
    Moderation(ModerationRequest),
}

impl Command {
    /// The event that it comes to.
    pub fn event(&self, room: &Room) -> Result<Event, Refusal> {
        match self {
            Self::Event(event) => Ok(event.clone()),
            Self::Control(control) => room.resolve(control),
            Self::Moderation(moderation) => room.moderating(moderation),
        }
    }

    /// To another round than the first.
    pub fn round(mut self, number: Round) -> Self {
        if let Self::Event(Event::Answered { round, .. } | Event::Added { round, .. }) = &mut self {
            *round = number;
        }
        self
    }

    /// From a form, which has no turn.
    pub fn by_form(mut self) -> Self {
        if let Self::Event(Event::Answered { turn, .. } | Event::Added { turn, .. }) = &mut self {
            *turn = None;
        }
        self
    }
}

impl From<Event> for Command {
    fn from(event: Event) -> Self {
        Self::Event(event)
    }
}

/// The deck is another, whose slides are those of before that have the same ids: as events of before
/// say it.
pub fn deck_named(deck: Deck) -> Event {
    Event::DeckChanged {
        deck: Box::new(deck),
        matched: None,
        new_rounds: Vec::new(),
        version: None,
    }
}

/// Is in a group from now on.
pub fn chooses(participant: ParticipantId, group: u16) -> Event {
    let group = GroupNumber(group);
    Event::GroupChosen { participant, group }
}

/// Picks options by their number.
pub fn picks<const N: usize>(
    who: ParticipantId,
    question: &str,
    turn: Revision,
    options: [u8; N],
) -> Command {
    answers(
        who,
        question,
        turn,
        Answer::Choice {
            options: options.to_vec(),
            other: None,
        },
    )
}

/// Sends words.
pub fn says<const N: usize>(
    who: ParticipantId,
    question: &str,
    turn: Revision,
    entries: [&str; N],
) -> Command {
    let word = |text: &str| Word {
        key: text::word_key(text, Rules::LATEST),
        text: text.to_owned(),
    };
    answers(
        who,
        question,
        turn,
        Answer::Words {
            entries: entries.map(word).to_vec(),
        },
    )
}

/// Sends any answer.
pub fn answers(who: ParticipantId, question: &str, turn: Revision, answer: Answer) -> Command {
    let (question, answer) = (question.into(), Some(answer));
    Event::Answered {
        participant: who,
        question,
        round: 1,
        turn: Some(turn),
        answer,
        held: Vec::new(),
    }
    .into()
}

/// Adds an open answer, or edits the one of that key.
pub fn adds(who: ParticipantId, question: &str, key: &str, turn: Revision, text: &str) -> Command {
    let (question, key, text) = (question.into(), Key::from(key), Some(text.to_owned()));
    Event::Added {
        participant: who,
        question,
        round: 1,
        key,
        turn: Some(turn),
        text,
        held: false,
    }
    .into()
}

pub fn upvotes(who: ParticipantId, question: &str, answer: u64) -> Command {
    Event::Upvoted {
        participant: who,
        question: question.into(),
        answer: AnswerId(answer),
        on: true,
    }
    .into()
}

pub fn takes_back(who: ParticipantId, question: &str, answer: u64) -> Command {
    Event::Upvoted {
        participant: who,
        question: question.into(),
        answer: AnswerId(answer),
        on: false,
    }
    .into()
}

/// Asks the speakers something.
pub fn asks(who: ParticipantId, key: &str, text: &str) -> Command {
    Event::QaAsked {
        participant: Some(who),
        key: key.into(),
        text: Some(text.to_owned()),
        held: false,
    }
    .into()
}

/// Types in a question of somebody who has no phone.
pub fn types_in(key: &str, text: &str) -> Command {
    Event::QaAsked {
        participant: None,
        key: key.into(),
        text: Some(text.to_owned()),
        held: false,
    }
    .into()
}

/// Wants to know a question of somebody else too.
pub fn wants(who: ParticipantId, question: u64) -> Command {
    wishes(who, question, true)
}

/// No longer wants to.
pub fn wants_no_more(who: ParticipantId, question: u64) -> Command {
    wishes(who, question, false)
}

fn wishes(participant: ParticipantId, question: u64, up: bool) -> Command {
    Event::QaUpvoted {
        participant,
        question: AnswerId(question),
        up,
    }
    .into()
}

/// A host does something with a question to the speakers.
pub fn moderates(question: u64, change: QaChange) -> Command {
    Event::QaModerated {
        question: AnswerId(question),
        change,
    }
    .into()
}

/// Lets a question to the speakers count as another one.
pub fn joins_with(question: u64, into: u64) -> Command {
    let into = Some(AnswerId(into));
    moderates(question, QaChange::Merged { into })
}

pub fn joins(who: ParticipantId) -> Command {
    Event::Joined { participant: who }.into()
}

pub fn erases(answer: u64) -> Command {
    Event::Erased {
        answer: AnswerId(answer),
    }
    .into()
}

/// A control about the slide on the stage.
pub fn does(action: ControlAction) -> Command {
    Command::Control(Control::now(action))
}

/// A control about a slide.
pub fn does_to(action: ControlAction, slide: &str) -> Command {
    Command::Control(Control {
        slide: Some(slide.into()),
        ..Control::now(action)
    })
}

/// Shows or hides results on phones.
pub fn does_on_phones(action: ControlAction, slide: &str) -> Command {
    Command::Control(Control {
        slide: Some(slide.into()),
        on: Audience::Phones,
        ..Control::now(action)
    })
}

/// Hides a word of the question on the stage.
pub fn hides(word: &str) -> Command {
    Command::Moderation(moderation(
        ModerationAction::Hide,
        ModerationTarget::Word(word.to_owned()),
        None,
    ))
}

/// Shows a word of the question on the stage again, by itself.
pub fn restores(word: &str) -> Command {
    Command::Moderation(moderation(
        ModerationAction::Restore,
        ModerationTarget::Word(word.to_owned()),
        None,
    ))
}

/// Lets a word of the question on the stage count as another one.
pub fn merges(word: &str, into: &str) -> Command {
    Command::Moderation(moderation(
        ModerationAction::Merge,
        ModerationTarget::Word(word.to_owned()),
        Some(into),
    ))
}

/// Shows a word of the question on the stage that waits.
pub fn approves(word: &str) -> Command {
    Command::Moderation(moderation(
        ModerationAction::Approve,
        ModerationTarget::Word(word.to_owned()),
        None,
    ))
}

pub fn approves_answer(answer: u64) -> Command {
    Command::Moderation(moderation(
        ModerationAction::Approve,
        ModerationTarget::Answer(AnswerId(answer)),
        None,
    ))
}

/// Lets what comes to the question on the stage wait, or show at once.
pub fn holds(on: bool) -> Command {
    Command::Moderation(moderation(
        ModerationAction::Hold,
        ModerationTarget::On(on),
        None,
    ))
}

pub fn hides_answer(answer: u64) -> Command {
    Command::Moderation(moderation(
        ModerationAction::Hide,
        ModerationTarget::Answer(AnswerId(answer)),
        None,
    ))
}

pub fn restores_answer(answer: u64) -> Command {
    Command::Moderation(moderation(
        ModerationAction::Restore,
        ModerationTarget::Answer(AnswerId(answer)),
        None,
    ))
}

pub fn merges_answer(answer: u64, into: &str) -> Command {
    Command::Moderation(moderation(
        ModerationAction::Merge,
        ModerationTarget::Answer(AnswerId(answer)),
        Some(into),
    ))
}

fn moderation(
    action: ModerationAction,
    about: ModerationTarget,
    into: Option<&str>,
) -> ModerationRequest {
    ModerationRequest {
        action,
        question: None,
        about,
        into: into.map(str::to_owned),
    }
}
