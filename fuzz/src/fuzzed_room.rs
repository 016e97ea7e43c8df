//! A room of one deck with every kind of question open, in which participants do things. Whatever
//! they do, what was foreseen of it comes true, what was stored reads as what was meant, and the
//! journal comes to the same room.

use std::sync::LazyLock;

use shared::deck::grammar;
use shared::event::{Batch, Event};
use shared::host::HostRole;
use shared::ids::{Millis, ParticipantId, ProducerId, RoomId};
use shared::limits::RULES;
use shared::protocol::view::Around;
use shared::question::fields;
use shared::room::{Clouds, Decision, Outcome, Room};
use shared::rules::Rules;

/// Ids are single letters, so that a fuzzer finds them.
const DECK: &str = include_str!("fuzzed_room.md");
const QUESTIONS: [&str; 9] = ["k", "w", "o", "s", "p", "n", "f", "u", "r"];
/// When rooms begin.
const NOON: Millis = 1_800_000_000_000;
/// How far apart things happen, in milliseconds.
const STEP: Millis = 400;

/// A record as it lies on the disk.
#[derive(Clone)]
pub struct Stored {
    pub seq: u64,
    pub at: Millis,
    pub body: String,
}

/// A room with what was stored of it.
#[derive(Clone)]
pub struct FuzzedRoom {
    pub room: Room,
    journal: Vec<Stored>,
}

impl FuzzedRoom {
    /// The room with its questions open. Made once: the fuzzer starts thousands of runs a second.
    pub fn begins() -> Self {
        static BEGINNING: LazyLock<FuzzedRoom> = LazyLock::new(FuzzedRoom::first);
        BEGINNING.clone()
    }

    fn first() -> Self {
        let deck = grammar::read(DECK).expect("the deck is right").deck;
        let created = batch(
            1,
            vec![Event::Created {
                room: RoomId::from("room-1"),
                deck: Box::new(deck),
                rules: Rules::LATEST,
                moderates: true,
                groups: true,
                own_pace: true,
                trial: false,
            }],
        );
        let room = Room::begin(1, NOON, &created).expect("the record begins a room");
        let mut fuzzed_room = Self {
            room,
            journal: vec![stored(1, NOON, &created)],
        };
        for question in QUESTIONS {
            fuzzed_room.takes(Event::Opened {
                question: question.into(),
                after: None,
            });
        }
        fuzzed_room
    }

    /// One of three participants.
    pub fn somebody(number: usize) -> ParticipantId {
        ParticipantId(1 + (number % 3) as u128)
    }

    /// Stores an event and applies it.
    pub fn takes(&mut self, event: Event) {
        self.reads_the_same(&event);
        let (seq, at) = (self.room.seq + 1, self.room.at + STEP);
        let foreseen = self.room.check(&event, at);
        let record = stored(seq, at, &batch(seq, vec![event.clone()]));
        let read: Batch = serde_json::from_str(&record.body).expect("what was stored can be read");
        assert_eq!(
            read.events,
            std::slice::from_ref(&event),
            "stored as {}",
            record.body
        );
        let outcomes = self.room.apply(seq, at, &read);
        self.journal.push(record);
        let [outcome] = outcomes.as_slice() else {
            panic!("{event:?} came to {outcomes:?}")
        };
        match (&foreseen, outcome) {
            (Ok(Decision::Accept), Outcome::Accepted(_)) => self.is_known(&event, at),
            (Ok(Decision::Repeat), Outcome::Repeated(_)) => {}
            (Err(foreseen), Outcome::Refused(refusal)) if foreseen == refusal => {}
            _ => panic!("{event:?} was to come to {foreseen:?}, and came to {outcome:?}"),
        }
    }

    /// What was accepted from a participant is a repetition from then on.
    fn is_known(&self, event: &Event, at: Millis) {
        if matches!(
            event,
            Event::Answered { .. } | Event::Added { .. } | Event::Upvoted { .. }
        ) {
            assert_eq!(
                self.room.check(event, at),
                Ok(Decision::Repeat),
                "{event:?}"
            );
        }
    }

    /// A page shows people what they sent, and sends it again: that must be the same answer.
    fn reads_the_same(&self, event: &Event) {
        if let Event::Answered {
            question,
            answer: Some(answer),
            ..
        } = event
        {
            let asked = self
                .room
                .deck
                .question(question)
                .expect("there is what was answered");
            let fields = fields(answer);
            // What is in a form is kept elsewhere.
            if !asked.ask.is_kept_apart() {
                assert_eq!(
                    asked.ask.read(&fields, self.room.rules).as_ref(),
                    Ok(answer),
                    "shown as {fields:?}"
                );
            }
        }
    }

    /// Looks at the room as everybody does, and folds it anew from what was stored.
    pub fn ends(self) {
        look_around(&self.room);
        let again = fold(&self.journal).expect("the journal begins the room");
        assert_eq!(again, self.room);
    }
}

/// Shows a room to everybody.
pub fn look_around(room: &Room) {
    for at in [room.at, Millis::MAX] {
        let _ = (room.phone_view(at), room.next_deadline(at));
        for role in [
            HostRole::Stage,
            HostRole::Presenter,
            HostRole::Remote,
            HostRole::Moderator,
            HostRole::Speaker,
        ] {
            let (view, _) = Clouds::default().host_view(room, role, at, Around::default());
            serde_json::to_string(&view).expect("a view can be sent");
        }
    }
    for (_, participant) in room.people.iter() {
        serde_json::to_string(&room.own(participant))
            .expect("what somebody has stored can be sent");
    }
}

/// The room that these records come to; none where the first does not begin one.
pub fn fold(records: &[Stored]) -> Option<Room> {
    let (first, rest) = records.split_first()?;
    let read = |record: &Stored| {
        serde_json::from_str::<Batch>(&record.body).expect("what was stored can be read")
    };
    let mut room = Room::begin(first.seq, first.at, &read(first)).ok()?;
    for record in rest {
        room.apply(record.seq, record.at, &read(record));
    }
    Some(room)
}

/// A batch of this process.
pub fn batch(counter: u64, events: Vec<Event>) -> Batch {
    Batch {
        rules: RULES,
        producer: ProducerId::from("a"),
        counter,
        events,
        by: Default::default(),
    }
}

/// A batch as a record.
pub fn stored(seq: u64, at: Millis, batch: &Batch) -> Stored {
    Stored {
        seq,
        at,
        body: serde_json::to_string(batch).expect("events are plain data with text keys"),
    }
}
