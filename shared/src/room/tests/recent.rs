//! Who did what last.

use super::commands::*;
use super::story::{SECOND, room};
use super::*;
use crate::control::{ControlAction, HostAction, RecentAction};
use crate::event::Event;
use crate::host::{Actor, HostRole};
use crate::limits::RECENT_ACTIONS;
use crate::room::Outcome;

const OWNER: Actor = Actor::Owner;
const SECOND_REMOTE: Actor = Actor::Link {
    role: HostRole::Remote,
    number: Some(2),
};

/// Something that a host did, as it is stored; what became of it.
fn done_by(mut story: Story, by: Actor, command: impl Into<Command>) -> (Story, Outcome) {
    let event = command.into().event(&story.room).unwrap();
    let number = story.journal.len() as u64 + 1;
    let mut batch = story::batch(number, vec![event]);
    batch.by.insert(0, by);
    story.at += SECOND;
    let outcome = story.applied_batch(number, batch).remove(0);
    (story, outcome)
}

fn does_by(story: Story, by: Actor, command: impl Into<Command>) -> Story {
    let (story, outcome) = done_by(story, by, command);
    assert!(matches!(outcome, Outcome::Accepted(_)), "{outcome:?}");
    story
}

/// Who did what to which slide how often, the newest first.
fn listed(story: &Story) -> Vec<(Actor, HostAction, Option<u64>, u32)> {
    let row = |each: RecentAction| (each.by, each.action, each.slide, each.times);
    story.room.recent_actions().into_iter().map(row).collect()
}

#[test]
fn hosts_see_who_did_what_and_the_newest_first() {
    let story = does_by(room(), OWNER, does_to(ControlAction::Go, "knowledge"));
    let story = story.then(picks(ANNA, "knowledge", 1, [0]));
    let story = does_by(story, SECOND_REMOTE, does(ControlAction::Close));
    let story = does_by(story, OWNER, does(ControlAction::Undo));
    let control = HostAction::Control;
    assert_eq!(
        listed(&story),
        [
            (OWNER, control(ControlAction::Undo), None, 1),
            (SECOND_REMOTE, control(ControlAction::Close), Some(2), 1),
            (OWNER, control(ControlAction::Go), Some(2), 1),
        ]
    );
    let last = story.room.undoable().unwrap();
    assert_eq!((last.action, last.by), (ControlAction::Go, Some(OWNER)));
}

#[test]
fn what_somebody_did_again_and_again_is_one_and_the_list_has_an_end() {
    let mut story = does_by(room(), OWNER, does_to(ControlAction::Go, "values"));
    for word in ["rust", "onzin", "ruimte"] {
        story = does_by(story, SECOND_REMOTE, hides(word));
    }
    assert_eq!(
        listed(&story)[0],
        (SECOND_REMOTE, HostAction::Hid, Some(4), 3)
    );
    let last = story.room.recent_actions()[0].at;
    assert_eq!(last, story.at, "the time is that of the last");
    for turn in 0..RECENT_ACTIONS {
        let action = if turn % 2 == 0 {
            ControlAction::Close
        } else {
            ControlAction::Open
        };
        story = does_by(story, OWNER, does(action));
    }
    assert_eq!(listed(&story).len(), RECENT_ACTIONS);
    assert!(listed(&story).iter().all(|(by, ..)| *by == OWNER));
}

#[test]
fn what_was_refused_and_what_nobody_is_named_for_stands_in_no_list() {
    let story = does_by(room(), OWNER, does_to(ControlAction::Go, "knowledge"));
    let (story, outcome) = done_by(
        story,
        SECOND_REMOTE,
        Event::VotingStarted {
            question: "knowledge".into(),
            after: None,
        },
    );
    assert!(matches!(outcome, Outcome::Refused(_)), "{outcome:?}");
    let story = story.then(does(ControlAction::Close));
    assert_eq!(listed(&story).len(), 1);
    assert_eq!(story.room.undoable().unwrap().by, None);
}

#[test]
fn the_list_is_for_whoever_leads() {
    let story = does_by(room(), OWNER, does_to(ControlAction::Go, "knowledge"));
    let rows = |role| {
        let view = story.room.host_view(role, story.at, Default::default());
        view.recent.len()
    };
    assert_eq!((rows(HostRole::Presenter), rows(HostRole::Remote)), (1, 1));
    assert_eq!((rows(HostRole::Stage), rows(HostRole::Moderator)), (0, 0));
}

#[test]
fn a_record_without_hosts_is_written_as_it_always_was() {
    let batch = story::batch(1, vec![Event::DoorSet { open: false }]);
    let written = serde_json::to_value(&batch).unwrap();
    assert!(written.get("by").is_none(), "{written}");
    let mut led = batch;
    led.by.insert(0, SECOND_REMOTE);
    let written = serde_json::to_string(&led).unwrap();
    assert!(
        written.contains(r#""by":{"0":{"link":{"role":"remote","number":2}}}"#),
        "{written}"
    );
    assert_eq!(
        serde_json::from_str::<crate::event::Batch>(&written).unwrap(),
        led
    );
}
