//! A room and what happened in it so far.

use crate::control::ControlAction;
use crate::deck::Deck;
use crate::event::{Batch, Event};
use crate::host::HostRole;
use crate::ids::{AnswerId, Millis, ParticipantId, ProducerId, Revision};
use crate::limits::RULES;
use crate::protocol::Own;
use crate::protocol::view::{Around, PhoneView, QuestionView, SlideView};
use crate::question::Results;
use crate::room::tests::commands::{
    Command, adds, does, does_on_phones, does_to, picks, says, upvotes,
};
use crate::room::tests::decks::afternoon;
use crate::room::{Outcome, QuestionState, Room, RoundState};
use crate::rules::Rules;

/// When the stories begin.
pub const NOON: Millis = 1_800_000_000_000;
/// A second, as the stories count time.
pub const SECOND: Millis = 1_000;

#[derive(Clone, Debug)]
pub struct Story {
    pub room: Room,
    pub at: Millis,
    pub journal: Vec<(u64, Millis, Batch)>,
}

/// A room with the deck of the afternoon, before the first move.
pub fn room() -> Story {
    room_with(afternoon())
}

pub fn room_with(deck: Deck) -> Story {
    room_under(Rules::LATEST, deck)
}

/// A room that began under these rules.
pub fn room_under(rules: Rules, deck: Deck) -> Story {
    let first = batch(
        1,
        vec![Event::Created {
            room: "room".into(),
            deck: Box::new(deck),
            rules,
            moderates: true,
            groups: true,
            own_pace: true,
            trial: false,
        }],
    );
    let room = Room::begin(1, NOON, &first).expect("the batch begins a room");
    Story {
        room,
        at: NOON,
        journal: vec![(1, NOON, first)],
    }
}

pub fn batch(counter: u64, events: Vec<Event>) -> Batch {
    Batch {
        rules: RULES,
        producer: ProducerId::from("start"),
        counter,
        events,
        by: Default::default(),
    }
}

impl Story {
    /// Applies an event in a record of its own.
    pub fn applied(mut self, event: Event) -> (Self, Outcome) {
        let number = self.journal.len() as u64 + 1;
        let outcomes = self.applied_batch(number, batch(number, vec![event]));
        let [outcome] = outcomes.as_slice() else {
            panic!("an event has one outcome")
        };
        (self, outcome.clone())
    }

    pub fn applied_batch(&mut self, seq: u64, batch: Batch) -> Vec<Outcome> {
        let outcomes = self.room.apply(seq, self.at, &batch);
        self.journal.push((seq, self.at, batch));
        outcomes
    }

    /// Something that must be accepted.
    #[track_caller]
    pub fn then(self, command: impl Into<Command>) -> Self {
        let event = command
            .into()
            .event(&self.room)
            .expect("a control that is possible");
        let (story, outcome) = self.applied(event.clone());
        assert!(
            matches!(outcome, Outcome::Accepted(_)),
            "{event:?}: {outcome:?}"
        );
        story
    }

    pub fn later(self, millis: Millis) -> Self {
        Self {
            at: self.at + millis,
            ..self
        }
    }

    #[track_caller]
    pub fn moved(self, slide: &str) -> Self {
        self.then(does_to(ControlAction::Go, slide))
    }

    #[track_caller]
    pub fn opened(self, slide: &str) -> Self {
        self.then(does_to(ControlAction::Open, slide))
    }

    #[track_caller]
    pub fn closed(self, slide: &str) -> Self {
        self.then(does_to(ControlAction::Close, slide))
    }

    #[track_caller]
    pub fn reset(self, slide: &str) -> Self {
        self.then(does_to(ControlAction::Reset, slide))
    }

    #[track_caller]
    pub fn voting(self, slide: &str) -> Self {
        self.then(does_to(ControlAction::Vote, slide))
    }

    #[track_caller]
    pub fn shown(self, slide: &str) -> Self {
        self.then(does_to(ControlAction::Show, slide))
    }

    #[track_caller]
    pub fn hidden(self, slide: &str) -> Self {
        self.then(does_to(ControlAction::Hide, slide))
    }

    #[track_caller]
    pub fn shown_on_phones(self, slide: &str) -> Self {
        self.then(does_on_phones(ControlAction::Show, slide))
    }

    #[track_caller]
    pub fn hidden_on_phones(self, slide: &str) -> Self {
        self.then(does_on_phones(ControlAction::Hide, slide))
    }

    #[track_caller]
    pub fn ended(self) -> Self {
        self.then(does(ControlAction::End))
    }

    #[track_caller]
    pub fn answered<const N: usize>(
        self,
        who: ParticipantId,
        question: &str,
        turn: Revision,
        options: [u8; N],
    ) -> Self {
        self.then(picks(who, question, turn, options))
    }

    #[track_caller]
    pub fn said<const N: usize>(
        self,
        who: ParticipantId,
        question: &str,
        turn: Revision,
        entries: [&str; N],
    ) -> Self {
        self.then(says(who, question, turn, entries))
    }

    #[track_caller]
    pub fn added(self, who: ParticipantId, question: &str, key: &str, text: &str) -> Self {
        self.then(adds(who, question, key, 1, text))
    }

    #[track_caller]
    pub fn upvoted(self, who: ParticipantId, question: &str, answer: u64) -> Self {
        self.then(upvotes(who, question, answer))
    }

    #[track_caller]
    pub fn erased(self, answer: u64) -> Self {
        self.then(Event::Erased {
            answer: AnswerId(answer),
        })
    }
}

/// What there is to look at.
impl Story {
    pub fn state(&self, question: &str) -> &QuestionState {
        self.room
            .question(&question.into())
            .expect("the deck has the question")
    }

    pub fn current(&self, question: &str) -> &RoundState {
        self.state(question).current()
    }

    pub fn is_open(&self, question: &str) -> bool {
        self.state(question).is_open(self.at)
    }

    pub fn voters(&self, question: &str) -> u64 {
        self.current(question).voters()
    }

    /// Votes per option.
    pub fn votes(&self, question: &str) -> Vec<u64> {
        match self.state(question).results() {
            Some(Results::Choice(results)) => {
                results.options.iter().map(|option| option.votes).collect()
            }
            other => panic!("not a choice: {other:?}"),
        }
    }

    /// Words and how many gave each, as `hoop 2`.
    pub fn words(&self, question: &str) -> Vec<String> {
        match self.state(question).results() {
            Some(Results::Words(results)) => results
                .entries
                .iter()
                .map(|entry| format!("{} {}", entry.text, entry.count))
                .collect(),
            other => panic!("not words: {other:?}"),
        }
    }

    /// Open answers, as `a1 tekst 2`.
    pub fn texts(&self, question: &str) -> Vec<String> {
        match self.state(question).results() {
            Some(Results::Open(results)) => results
                .answers
                .iter()
                .map(|it| format!("{} {} {}", it.id, it.text, it.votes))
                .collect(),
            other => panic!("not open: {other:?}"),
        }
    }

    pub fn own(&self, who: ParticipantId, question: &str) -> Option<Own> {
        self.room.own_to(who, &question.into())
    }

    /// An answer's name on phones.
    pub fn named(&self, answer: u64) -> AnswerId {
        self.room.name_on_phones(AnswerId(answer))
    }

    pub fn position(&self) -> Option<&str> {
        self.room.position.as_ref().map(|id| id.as_str())
    }

    pub fn phone(&self) -> PhoneView {
        self.room.phone_view(self.at)
    }

    /// The question on the stage as phones see it.
    pub fn phone_question(&self) -> QuestionView {
        question_of(self.phone().slide)
    }

    /// The question on the stage as a host sees it.
    pub fn host_question(&self, role: HostRole) -> QuestionView {
        question_of(self.room.host_view(role, self.at, Around::default()).slide)
    }
}

pub fn question_of(slide: Option<SlideView>) -> QuestionView {
    use crate::protocol::view::PartView;
    match slide.map(|slide| slide.part) {
        Some(PartView::Question(question)) => *question,
        other => panic!("not a question: {other:?}"),
    }
}
