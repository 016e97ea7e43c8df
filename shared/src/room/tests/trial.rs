//! A room that is tried out with the real deck, and then begins.

use proptest::prelude::*;

use super::commands::*;
use super::generated::{JournalRecords, fold, journal, planned, redacted};
use super::story::{Story, room};
use super::*;
use crate::control::{Control, ControlAction};
use crate::event::{Batch, Event};
use crate::host::HostRole;
use crate::ids::{AnswerId, ParticipantId, ProducerId};
use crate::limits::TRIAL_VOTES_MAX;
use crate::phase::Phase;
use crate::protocol::view::Around;

/// Somebody with an id as people have them.
const ZOE: ParticipantId = ParticipantId(0xd << 120);
/// Somebody else.
const YAEL: ParticipantId = ParticipantId(0xc << 120);

fn story_of(journal: JournalRecords) -> Story {
    let (room, _) = fold(&journal);
    let at = room.at;
    Story { room, at, journal }
}

/// A room that is tried out, before its first slide.
pub fn trial() -> Story {
    let mut story = room();
    let [Event::Created { trial, .. }] = &mut story.journal[0].2.events[..] else {
        panic!("a journal begins with its room")
    };
    *trial = true;
    story_of(story.journal)
}

/// So many made-up people answer what is on the stage.
fn tried(mut story: Story, votes: u32) -> Story {
    let events = story.room.trial_votes(votes, 7, story.at).unwrap();
    assert_eq!(events.len(), votes as usize);
    for event in events {
        story = story.then(event);
    }
    story
}

#[test]
fn nothing_of_a_trial_is_left_when_the_room_begins() {
    let tried_out = tried(trial().moved("knowledge"), 14)
        .moved("step")
        .added(ZOE, "step", "k1", "een proef")
        .hidden_on_phones("step")
        .reset("step")
        .ended();
    assert!(tried_out.room.is_trial());
    assert_eq!(tried_out.room.answers_total(), 15);
    assert_eq!(tried_out.room.people.len(), 15);

    let begun = check(tried_out, does(ControlAction::Begin), Accepted);
    assert!(!begun.room.is_trial());
    assert_eq!(
        (begun.room.phase, begun.room.position.clone()),
        (Phase::Ready, None)
    );
    assert_eq!(begun.room.answers_total(), 0);
    let fresh = room();
    for (id, state) in fresh.room.all_questions() {
        assert_eq!(begun.room.question(id), Some(state), "{id:?}");
    }
    // Whoever came early is in, and the made-up are nobody.
    let people: Vec<_> = begun.room.people.iter().map(|(_, id)| id).collect();
    assert_eq!(people, [ZOE]);
    check(
        begun.story,
        does(ControlAction::Undo),
        Refusal::NothingToUndo,
    );
}

#[test]
fn answers_go_on_to_be_numbered_so_that_no_old_name_is_that_of_a_new_one() {
    let begun = tried(trial().moved("knowledge"), 3).then(does(ControlAction::Begin));
    let after = check(
        begun.moved("knowledge"),
        picks(ZOE, "knowledge", 1, [2]),
        Accepted,
    );
    assert_eq!(after.receipt.answer, Some(AnswerId(4)));
    assert_eq!(after.voters("knowledge"), 1);
    check(
        after.story,
        Event::Erased {
            answer: AnswerId(1),
        },
        Refusal::UnknownAnswer,
    );
}

#[test]
fn a_room_begins_once_and_by_who_saw_it_as_it_is() {
    check(room(), does(ControlAction::Begin), Refusal::NotTrial);
    let moved = trial().moved("knowledge");
    let late = Control {
        after: Some(0),
        ..Control::now(ControlAction::Begin)
    };
    check(moved.clone(), Command::Control(late), Refusal::Moved);
    let begun = moved.then(does(ControlAction::Begin));
    assert_eq!(begun.room.controls, 2);
    check(begun, does(ControlAction::Begin), Refusal::NotTrial);
}

#[test]
fn the_same_made_up_people_answer_each_question_and_each_of_them_once() {
    let tried_out = tried(tried(trial().moved("knowledge"), 5), 7);
    assert_eq!(tried_out.voters("knowledge"), 12);
    let next = tried(tried_out.moved("values"), 12);
    assert_eq!(next.voters("values"), 12);
    assert_eq!(next.room.people.len(), 12);
}

#[test]
fn made_up_answers_are_refused_where_nobody_could_give_them() {
    let made_up = |story: &Story, votes| story.room.trial_votes(votes, 1, story.at).err();
    let open = trial().moved("knowledge");
    assert_eq!(made_up(&open, 0), Some(Refusal::OutOfRange));
    assert_eq!(
        made_up(&open, TRIAL_VOTES_MAX + 1),
        Some(Refusal::OutOfRange)
    );
    assert_eq!(made_up(&trial(), 1), Some(Refusal::NotAQuestion));
    assert_eq!(made_up(&open.closed("knowledge"), 1), Some(Refusal::Closed));
    assert_eq!(
        made_up(&room().moved("knowledge"), 1),
        Some(Refusal::NotTrial)
    );
}

#[test]
fn what_was_tried_out_stands_nowhere_in_the_journal_afterwards() {
    let begun = trial()
        .moved("step")
        .added(ZOE, "step", "k1", "geheim van de proef")
        .then(does(ControlAction::Begin))
        .moved("step")
        .added(YAEL, "step", "k2", "dit telt");
    assert!(begun.room.has_trial_in_journal());
    let rewritten = redacted(&begun.journal);
    let text = serde_json::to_string(&rewritten).unwrap();
    assert!(!text.contains("geheim"), "{text}");
    let again = story_of(rewritten);
    assert!(!again.room.has_trial_in_journal());
    let views = |story: &Story| {
        [HostRole::Presenter, HostRole::Moderator]
            .map(|role| story.room.host_view(role, story.at, Around::default()))
    };
    assert_eq!(views(&again), views(&begun));
    assert_eq!(again.texts("step"), ["a2 dit telt 0"]);
}

/// The same journal of a trial that begins behind so many of its records, by people whose ids are
/// as long as those of people are.
fn beginning_behind(journal: &JournalRecords, records: usize) -> JournalRecords {
    let long = |number: u32| format!("{number:032x}");
    let mut text = serde_json::to_string(journal).unwrap();
    for number in 0..6 {
        let named = format!("\"{}\"", long(number));
        text = text.replace(&named, &format!("\"f{}\"", &long(number)[1..]));
    }
    let mut journal: JournalRecords = serde_json::from_str(&text).unwrap();
    if let [Event::Created { trial, .. }] = &mut journal[0].2.events[..] {
        *trial = true;
    }
    let place = records.clamp(1, journal.len());
    let (seq, at, _) = journal[place - 1];
    let begun = Batch {
        producer: ProducerId::from("beginning"),
        ..story::batch(
            1,
            vec![Event::Begun {
                kept: None,
                after: None,
            }],
        )
    };
    journal.insert(place, (seq + 1, at, begun));
    journal
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_journal_without_its_trial_comes_to_the_same_room((journal, records) in (journal(), 1..60usize)) {
        let journal = beginning_behind(&journal, records);
        let (erasure, _) = planned(&journal);
        let renamed = journal.iter().map(|(seq, at, batch)| {
            let events = batch.events.iter().map(|event| erasure.with_stand_ins(event.clone())).collect();
            (*seq, *at, Batch { events, ..batch.clone() })
        });
        let (whole, _) = fold(&renamed.collect::<Vec<_>>());
        let (rewritten, _) = fold(&redacted(&journal));
        prop_assert!(whole.has_trial_in_journal());
        // Nothing of it is left to be done, and what was erased after it has gone as well.
        let whole = Room { pending_beginning: None, pending_redactions: Vec::new(), ..whole };
        prop_assert_eq!(rewritten, whole);
    }
}
