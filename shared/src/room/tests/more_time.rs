//! More time for a countdown: who may ask for it and when, who hears of it, and when it comes by
//! itself.

use super::commands::*;
use super::story::{NOON, SECOND, room, room_with};
use super::*;
use crate::control::ControlAction;
use crate::deck::{Deck, Part};
use crate::event::Event;
use crate::host::HostRole;
use crate::ids::Millis;
use crate::protocol::view::{Around, MoreTime, TimeRequests};
use crate::question::QuestionSpec;

/// When the countdown of the story is at nought.
const ENDS: Millis = NOON + 30 * SECOND;

fn counting() -> Story {
    room().then(joins(ANNA)).moved("quick")
}

fn asked(people: u64) -> TimeRequests {
    TimeRequests {
        until: ENDS,
        people,
    }
}

#[track_caller]
fn asks(story: &Story, question: &str, round: u32, expected: Result<Millis, Refusal>) {
    let came = story
        .room
        .more_time_for(ANNA, &question.into(), round, story.at);
    assert_eq!(came, expected, "{question}, round {round}");
}

#[test]
fn more_time_is_asked_for_while_the_countdown_runs_that_everybody_sees() {
    asks(&counting(), "quick", 1, Ok(ENDS));
    asks(&counting().later(30 * SECOND), "quick", 1, Ok(ENDS));
    for (story, question, round, refusal) in [
        (counting().later(31 * SECOND), "quick", 1, Refusal::Closed),
        (counting().closed("quick"), "quick", 1, Refusal::Closed),
        (counting(), "quick", 2, Refusal::StaleRound { round: 1 }),
        (counting(), "quick", 0, Refusal::StaleRound { round: 1 }),
        (
            counting().reset("quick"),
            "quick",
            1,
            Refusal::StaleRound { round: 2 },
        ),
        (
            counting().moved("knowledge"),
            "knowledge",
            1,
            Refusal::NoCountdown,
        ),
        (
            counting().moved("knowledge"),
            "quick",
            1,
            Refusal::NoCountdown,
        ),
        (counting(), "knowledge", 1, Refusal::Closed),
        (counting(), "nowhere", 1, Refusal::UnknownQuestion),
        (counting(), "welcome", 1, Refusal::UnknownQuestion),
        (counting(), "order", 1, Refusal::NotPlayable),
        (counting().ended(), "quick", 1, Refusal::Ended),
        (
            counting().later(SECOND).then(Event::Removed {
                joined_from: NOON,
                joined_to: NOON + SECOND,
            }),
            "quick",
            1,
            Refusal::Removed,
        ),
    ] {
        asks(&story, question, round, Err(refusal));
    }
    assert!(!room().is_open("quick"));
    asks(&room().then(joins(ANNA)), "quick", 1, Err(Refusal::Closed));
}

#[test]
fn only_who_leads_hears_of_it_and_only_as_long_as_it_is_about_that_countdown() {
    let heard = |story: &Story, role, people| {
        let around = Around {
            more_time: Some(asked(people)),
            ..Around::default()
        };
        story.room.host_view(role, story.at, around).more_time
    };
    let told = Some(MoreTime {
        question: "quick".into(),
        people: 2,
    });
    for (role, expected) in [
        (HostRole::Presenter, told.clone()),
        (HostRole::Remote, told),
        (HostRole::Moderator, None),
        (HostRole::Stage, None),
    ] {
        assert_eq!(heard(&counting(), role, 2), expected, "{role:?}");
    }
    for (what, story) in [
        ("closed", counting().closed("quick")),
        ("run out", counting().later(31 * SECOND)),
        ("extended", counting().then(does(ControlAction::Extend))),
        ("a new round", counting().later(SECOND).reset("quick")),
        ("moved on", counting().moved("knowledge")),
        ("voting", with_votes().voting("quick")),
        ("over", counting().ended()),
    ] {
        assert_eq!(heard(&story, HostRole::Presenter, 2), None, "{what}");
    }
    assert_eq!(heard(&counting(), HostRole::Presenter, 0), None);
}

/// The same question, whose answers can be voted for.
fn with_votes() -> Story {
    let mut deck = decks::afternoon();
    for slide in &mut deck.slides {
        if slide.id.as_str() == "quick" {
            *slide = decks::open("quick", 1, 2).countdown(30);
        }
    }
    room_with(deck).moved("quick")
}

fn fast() -> Deck {
    let mut deck = decks::afternoon();
    for slide in &mut deck.slides {
        if let Part::Question(question) = &mut slide.part
            && let QuestionSpec::Choice(choice) = &mut question.ask
        {
            choice.quiz.speed = true;
        }
    }
    deck
}

#[test]
fn it_comes_by_itself_where_nobody_did_anything_and_speed_does_not_count() {
    let given = |story: &Story| story.room.more_time_by_itself(asked(1), story.at);
    let (round, event) = given(&counting()).unwrap();
    assert_eq!(round, ("quick".into(), 1));
    assert!(matches!(event, Event::Extended { seconds: 30, .. }));
    let mut longer = counting().later(10 * SECOND);
    let events = vec![given(&longer).unwrap().1];
    let outcomes = longer.applied_batch(9, story::batch(9, events));
    assert!(matches!(outcomes.as_slice(), [Outcome::Accepted(_)]));
    assert_eq!(
        longer.state("quick").countdown_ends(),
        Some(ENDS + 30 * SECOND)
    );
    assert_eq!(given(&longer), None, "and not again for what was answered");
    for (what, story) in [
        (
            "a host was first",
            counting().then(does(ControlAction::Extend)),
        ),
        ("closed", counting().closed("quick")),
        ("moved on", counting().moved("knowledge")),
        ("a new round", counting().later(SECOND).reset("quick")),
        ("speed counts", room_with(fast()).moved("quick")),
    ] {
        assert_eq!(given(&story), None, "{what}");
    }
    assert_eq!(counting().room.more_time_by_itself(asked(0), NOON), None);
}

#[test]
fn what_comes_by_itself_never_comes_on_top_of_what_a_host_just_did() {
    let (_, event) = counting().room.more_time_by_itself(asked(1), NOON).unwrap();
    for control in [
        ControlAction::Extend,
        ControlAction::Close,
        ControlAction::Reset,
    ] {
        let mut story = counting().then(does(control));
        let before = story.state("quick").countdown_ends();
        let outcomes = story.applied_batch(9, story::batch(9, vec![event.clone()]));
        assert_eq!(outcomes, [Outcome::Refused(Refusal::Moved)], "{control:?}");
        assert_eq!(story.state("quick").countdown_ends(), before);
    }
}

#[test]
fn who_leads_knows_since_when_and_how_long_it_was_to_be() {
    let mut deck = decks::afternoon();
    deck.slides[1].minutes = Some(10);
    let story = room_with(deck);
    let pace = |story: &Story, role| {
        let view = story.room.host_view(role, story.at, Around::default());
        (view.began_at, view.slide_began_at, view.minutes)
    };
    let none = (None, None, None);
    assert_eq!(pace(&story, HostRole::Presenter), none, "not begun");
    let first = story.later(5 * SECOND).moved("knowledge");
    let began = NOON + 5 * SECOND;
    for (role, expected) in [
        (HostRole::Presenter, (Some(began), Some(began), Some(10))),
        (HostRole::Remote, (Some(began), Some(began), Some(10))),
        (HostRole::Moderator, none),
        (HostRole::Stage, none),
    ] {
        assert_eq!(pace(&first, role), expected, "{role:?}");
    }
    let second = first.later(90 * SECOND).moved("break");
    assert_eq!(
        pace(&second, HostRole::Remote),
        (Some(began), Some(began + 90 * SECOND), Some(15)),
        "the length of a break is its planned length"
    );
    let back = second.later(SECOND).then(does(ControlAction::Undo));
    assert_eq!(
        pace(&back, HostRole::Remote),
        (Some(began), Some(began), Some(10)),
        "a move that was taken back begins nothing anew"
    );
    let again = back.then(does(ControlAction::Undo));
    assert_eq!(pace(&again, HostRole::Remote), none, "nor has it begun");
    let later = again.later(60 * SECOND).moved("welcome");
    let (began_at, ..) = pace(&later, HostRole::Remote);
    assert_eq!(began_at, Some(began + 151 * SECOND));
    assert_eq!(pace(&later.ended(), HostRole::Presenter), none, "over");
}
