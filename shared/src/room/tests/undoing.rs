//! Controls that say what they saw, and controls that are taken back.

use super::commands::*;
use super::decks::{choice, deck, words};
use super::story::{NOON, SECOND, room, room_with};
use super::*;
use crate::control::Control;
use crate::control::ControlAction::{
    self, Close, End, Go, Hide, Next, Open, Previous, Reset, Resume, Show, Undo, Vote,
};
use crate::event::{Audience, Event};
use crate::host::HostRole;
use crate::ids::ControlNumber;
use crate::limits::{RESUME_MS, UNDO_STEPS};
use crate::phase::Phase;

/// A control of a page that saw the room after that control.
fn saw(after: ControlNumber, action: ControlAction, slide: Option<&str>) -> Command {
    Command::Control(Control {
        slide: slide.map(Into::into),
        after: Some(after),
        ..Control::now(action)
    })
}

fn undo() -> Command {
    does(Undo)
}

fn shows_round(slide: &str, on: Audience, round: u32) -> Command {
    Command::Control(Control {
        slide: Some(slide.into()),
        on,
        round: Some(round),
        ..Control::now(Show)
    })
}

/// What controls do, without what only grows.
fn switched(story: &Story) -> impl PartialEq + std::fmt::Debug + use<> {
    let questions = story.room.all_questions().map(|(id, state)| {
        let (_, slide) = story.room.deck.find(id).unwrap();
        // Of what is not on the stage phones show nothing.
        let on_phones = story.room.position.as_ref() == Some(id)
            && story.room.shown_on_phones(slide, state, story.at);
        let shown = (story.room.shown_on_stage(slide, state), on_phones);
        let rounds =
            [Audience::Stage, Audience::Phones].map(|audience| state.displayed_round(audience));
        (
            id.clone(),
            state.is_open(story.at),
            state.voting(),
            state.round(),
            state.deadline(),
            shown,
            rounds,
        )
    });
    (
        story.room.phase,
        story.room.position.clone(),
        story.room.moved_at,
        questions.collect::<Vec<_>>(),
    )
}

#[test]
fn a_control_of_who_saw_something_else_does_nothing() {
    let given = || room().moved("knowledge").moved("step");
    for action in [
        Next, Previous, Open, Close, Show, Hide, Vote, Reset, End, Resume, Undo,
    ] {
        for seen in [0, 1, 3, u64::MAX] {
            check(given(), saw(seen, action, None), Refusal::Moved);
        }
    }
    check(given(), saw(1, Go, Some("guess")), Refusal::Moved);
    // Whatever else would be the matter with it.
    check(given(), saw(1, Go, Some("nowhere")), Refusal::Moved);
    check(
        room().moved("knowledge").ended(),
        saw(1, Next, None),
        Refusal::Moved,
    );
    check(room().moved("closing"), saw(0, Next, None), Refusal::Moved);
}

#[test]
fn a_control_of_who_saw_the_last_one_is_carried_out_once() {
    for (given, action, slide) in [
        (room(), Next, None),
        (room().moved("step"), Next, None),
        (room().moved("step"), Previous, None),
        (room().moved("step"), Go, Some("guess")),
        (room().moved("step"), Close, None),
        (room().moved("step").closed("step"), Open, None),
        (room().moved("step"), Hide, None),
        (room().moved("step"), Show, None),
        (room().moved("step"), Vote, None),
        (room().moved("step"), Reset, None),
        (room().moved("step"), Undo, None),
        (room().moved("step"), End, None),
        (room().moved("step").ended(), Resume, None),
    ] {
        let seen = given.room.controls;
        let once = check(given, saw(seen, action, slide), Accepted);
        assert_eq!(once.room.controls, seen + 1);
        check(once.story, saw(seen, action, slide), Refusal::Moved);
    }
}

/// The event may have been made before another control was stored: the fold compares.
#[test]
fn what_was_seen_is_compared_when_the_event_is_applied() {
    let event = does_with(&room().moved("knowledge"), 1);
    check(room().moved("knowledge"), event.clone(), Accepted);
    check(
        room().moved("knowledge").moved("guess"),
        event,
        Refusal::Moved,
    );
}

fn does_with(story: &Story, after: ControlNumber) -> Event {
    saw(after, Next, None).event(&story.room).unwrap()
}

#[test]
fn only_what_changed_something_counts_and_participants_count_nothing() {
    let given = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1]);
    assert_eq!(given.room.controls, 1);
    let repeated = check(given, does(Open), Repeated);
    assert_eq!(repeated.room.controls, 1);
}

#[test]
fn every_control_can_be_taken_back() {
    for (name, given, control) in [
        ("first move", room(), does(Next)),
        ("next", room().moved("knowledge"), does(Next)),
        ("previous", room().moved("guess"), does(Previous)),
        ("go", room().moved("guess"), does_to(Go, "break")),
        ("open", room().moved("welcome"), does_to(Open, "knowledge")),
        (
            "open again",
            room().moved("knowledge").closed("knowledge"),
            does(Open),
        ),
        ("close", room().moved("knowledge"), does(Close)),
        ("hide", room().moved("knowledge"), does(Hide)),
        (
            "show",
            room().moved("knowledge").hidden("knowledge"),
            does(Show),
        ),
        (
            "show on phones",
            room().moved("knowledge"),
            does_on_phones(Show, "knowledge"),
        ),
        (
            "hide on phones",
            room().moved("guess").closed("guess"),
            does_on_phones(Hide, "guess"),
        ),
        ("vote", room().moved("step"), does(Vote)),
        (
            "new round",
            room()
                .moved("knowledge")
                .answered(ANNA, "knowledge", 1, [1]),
            does(Reset),
        ),
        (
            "an earlier round",
            room().moved("knowledge").reset("knowledge"),
            shows_round("knowledge", Audience::Stage, 1),
        ),
    ] {
        let before = switched(&given);
        let back = check(given.then(control).later(SECOND), undo(), Accepted);
        assert_eq!(switched(&back), before, "{name}");
    }
}

#[test]
fn undo_goes_back_one_by_one() {
    let mut story = room();
    let mut before = Vec::new();
    for control in [
        does(Next),
        does(Next),
        does(Close),
        does(Hide),
        does(Reset),
        does(Next),
    ] {
        before.push(switched(&story));
        story = story.then(control);
    }
    for was in before.into_iter().rev() {
        story = check(story, undo(), Accepted).story;
        assert_eq!(switched(&story), was);
    }
    check(story, undo(), Refusal::NothingToUndo);
}

#[test]
fn so_many_controls_can_be_taken_back_and_no_more() {
    let slides = ["welcome", "break"];
    let moved = |story: Story, number: usize| story.moved(slides[number % 2]);
    let story = (0..UNDO_STEPS + 5).fold(room(), moved);
    let back = (0..UNDO_STEPS).fold(story, |story, _| story.then(undo()));
    assert_eq!(back.position(), Some("welcome"));
    check(back, undo(), Refusal::NothingToUndo);
}

#[test]
fn undo_stops_at_a_change_of_the_deck_and_at_the_end() {
    let changed = deck_named(decks::deck([choice("knowledge", ["niets", "veel"])]));
    check(
        room().moved("knowledge").then(changed),
        undo(),
        Refusal::NothingToUndo,
    );
    check(room().moved("knowledge").ended(), undo(), Refusal::Ended);
    check(
        room().moved("knowledge").ended().then(does(Resume)),
        undo(),
        Refusal::NothingToUndo,
    );
    check(room(), undo(), Refusal::NothingToUndo);
}

/// Two hosts press at once: the second one's takes back nothing that it did not see.
#[test]
fn what_is_taken_back_is_the_control_that_was_named() {
    let story = room().moved("knowledge").moved("guess");
    let undone = Event::Undone {
        control: 2,
        after: None,
    };
    let back = check(story, undone.clone(), Accepted);
    check(back.story, undone, Refusal::Moved);
    check(
        room().moved("knowledge"),
        Event::Undone {
            control: 7,
            after: None,
        },
        Refusal::Moved,
    );
}

#[test]
fn answers_to_a_round_that_was_taken_back_stay_in_it() {
    let first = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1]);
    let second = first
        .reset("knowledge")
        .then(picks(BRAM, "knowledge", 1, [2]).round(2));
    let back = check(second, undo(), Accepted);
    assert_eq!(
        (back.state("knowledge").round(), back.votes("knowledge")),
        (1, vec![1, 0, 0])
    );
    let away = back.state("knowledge").nth(2).unwrap().voters();
    assert_eq!(away, 1, "the round is not lost");
    check(
        back.story.clone(),
        picks(CARLA, "knowledge", 1, [2]).round(2),
        Refusal::StaleRound { round: 1 },
    );
    // Whoever heard nothing of it sends again, and hears that it is stored.
    check(
        back.story.clone(),
        picks(BRAM, "knowledge", 1, [2]).round(2),
        Repeated,
    );
    let third = back.story.reset("knowledge");
    assert_eq!(
        (third.state("knowledge").round(), third.voters("knowledge")),
        (3, 0),
        "numbers never go back"
    );
    let shown = third.then(shows_round("knowledge", Audience::Stage, 2));
    let seen = shown.host_question(HostRole::Stage);
    assert_eq!((seen.results_round, seen.voters), (Some(2), Some(1)));
}

#[test]
fn any_round_can_be_shown_and_the_newest_again() {
    let story = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1])
        .reset("knowledge");
    let story = story.then(picks(BRAM, "knowledge", 1, [2]).round(2));
    let votes = |view: crate::protocol::view::QuestionView| match view.results {
        Some(crate::question::Results::Choice(results)) => {
            results.options.iter().map(|it| it.votes).collect()
        }
        _ => Vec::new(),
    };
    for (round, on, stage, phones) in [
        (1, Audience::Stage, vec![1, 0, 0], vec![]),
        (2, Audience::Stage, vec![0, 1, 0], vec![]),
        (1, Audience::Phones, vec![0, 1, 0], vec![1, 0, 0]),
        (2, Audience::Phones, vec![0, 1, 0], vec![0, 1, 0]),
    ] {
        let shown = story.clone().then(shows_round("knowledge", on, round));
        let presenter = shown.host_question(HostRole::Presenter);
        assert_eq!((presenter.round, presenter.rounds), (2, Some(2)));
        assert_eq!(
            (
                votes(shown.host_question(HostRole::Stage)),
                votes(shown.phone_question())
            ),
            (stage, phones)
        );
        assert!(
            shown.is_open("knowledge"),
            "the newest goes on taking answers"
        );
    }
    for round in [0, 3, u32::MAX] {
        check(
            story.clone(),
            shows_round("knowledge", Audience::Stage, round),
            Refusal::UnknownRound,
        );
    }
}

#[test]
fn a_cloud_of_an_earlier_round_is_there_when_it_is_shown() {
    let first = room()
        .moved("values")
        .said(ANNA, "values", 1, ["hoop", "moed"]);
    let second = first.clone().reset("values");
    assert_eq!(super::clouds::words(&second), Vec::<String>::new());
    let back = second.clone().then(undo());
    assert_eq!(
        super::clouds::cloud(&back, HostRole::Stage),
        super::clouds::cloud(&first, HostRole::Stage),
        "the same words in the same places"
    );
    let third = second
        .reset("values")
        .then(shows_round("values", Audience::Stage, 1));
    assert_eq!(super::clouds::words(&third), ["hoop 1", "moed 1"]);
}

const COUNTED: &str = "quick";

/// What is left of the countdown on the screen, in seconds.
fn left(story: &Story) -> Option<u64> {
    let ends = story.state(COUNTED).countdown_ends()?;
    Some(ends.saturating_sub(story.at) / SECOND)
}

#[test]
fn what_was_cut_off_of_a_countdown_goes_on_with_what_was_left() {
    let ten_in = || room().moved(COUNTED).later(10 * SECOND);
    for (name, given, expected) in [
        (
            "closed by hand",
            ten_in().closed(COUNTED).later(60 * SECOND).then(undo()),
            Some(20),
        ),
        (
            "a new round",
            ten_in().reset(COUNTED).later(5 * SECOND).then(undo()),
            Some(20),
        ),
        (
            "moved on, within its grace",
            ten_in().moved("agree").later(5 * SECOND).then(undo()),
            Some(15),
        ),
        (
            "moved on, after its grace",
            ten_in().moved("agree").later(25 * SECOND).then(undo()),
            None,
        ),
        (
            "hidden",
            ten_in().hidden(COUNTED).later(5 * SECOND).then(undo()),
            Some(15),
        ),
        (
            "the end",
            ten_in().ended().later(60 * SECOND).then(does(Resume)),
            None,
        ),
    ] {
        match expected {
            Some(seconds) => assert_eq!(
                (left(&given), given.is_open(COUNTED)),
                (Some(seconds), true),
                "{name}"
            ),
            // The grace was 20 seconds, and so was what was left: it ran out.
            None => assert!(!given.is_open(COUNTED), "{name}"),
        }
    }
}

#[test]
fn a_countdown_that_ran_out_stays_out() {
    let out = || room().moved(COUNTED).later(40 * SECOND);
    assert!(!out().hidden(COUNTED).then(undo()).is_open(COUNTED));
    assert!(!out().moved("agree").then(undo()).is_open(COUNTED));
    assert!(
        !out()
            .moved("agree")
            .then(undo())
            .moved("agree")
            .moved(COUNTED)
            .is_open(COUNTED),
        "nor by coming back"
    );
    assert!(
        out()
            .moved("agree")
            .then(undo())
            .opened(COUNTED)
            .is_open(COUNTED),
        "but by hand"
    );
}

#[test]
fn an_opening_that_was_taken_back_leaves_what_is_left_for_the_next() {
    let opened = || room().moved("guess").moved(COUNTED).later(10 * SECOND);
    let back = opened().then(undo());
    assert!(!back.is_open(COUNTED));
    let again = back.clone().later(100 * SECOND).moved(COUNTED);
    assert_eq!((left(&again), again.is_open(COUNTED)), (Some(20), true));
    let by_hand = back.later(100 * SECOND).opened(COUNTED);
    assert_eq!((left(&by_hand), by_hand.is_open(COUNTED)), (Some(20), true));
    let out = opened().later(40 * SECOND).then(undo()).moved(COUNTED);
    assert!(!out.is_open(COUNTED), "it ran out meanwhile");
}

/// A phone that saw the question and sends to it hears that it is closed, not that there is none.
#[test]
fn what_people_have_seen_is_not_taken_back() {
    let back = room()
        .moved("welcome")
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1])
        .then(undo());
    assert!(back.state("knowledge").was_open());
    check(
        back.clone(),
        picks(BRAM, "knowledge", 1, [1]),
        Refusal::Closed,
    );
    assert_eq!(
        back.moved("knowledge").votes("knowledge"),
        [1, 0, 0],
        "and its answers are there when it comes again"
    );
}

/// Whoever comes later learns nothing of a slide that came by mistake.
#[test]
fn an_opening_that_was_taken_back_before_anybody_answered_is_told_to_nobody() {
    let slipped = room().moved("welcome").moved("knowledge").then(undo());
    let view = serde_json::to_string(&slipped.phone()).unwrap();
    assert!(!view.contains("Over knowledge"), "{view}");
    assert_eq!(
        slipped.room.phone_question(&"knowledge".into(), slipped.at),
        None
    );
    let answered = room()
        .moved("welcome")
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1])
        .then(undo());
    assert!(
        serde_json::to_string(&answered.phone())
            .unwrap()
            .contains("Over knowledge"),
        "whoever answered finds it again"
    );
    let again = slipped.moved("knowledge");
    assert!(
        serde_json::to_string(&again.phone())
            .unwrap()
            .contains("Over knowledge")
    );
}

#[test]
fn an_end_can_be_taken_back_for_a_day() {
    let given = || {
        room()
            .moved("knowledge")
            .answered(ANNA, "knowledge", 1, [1])
    };
    let before = switched(&given());
    for (passed, expected) in [
        (0, Accepted),
        (SECOND, Accepted),
        (RESUME_MS, Accepted),
        (RESUME_MS + 1, Refused(Refusal::NotResumable)),
        (30 * RESUME_MS, Refused(Refusal::NotResumable)),
    ] {
        let resumed = check(
            given().ended().later(passed),
            does(Resume),
            expected.clone(),
        );
        if expected == Accepted {
            assert_eq!(switched(&resumed), before);
        }
    }
    check(given(), does(Resume), Refusal::NotResumable);
    check(room(), does(Resume), Refusal::NotResumable);
    let again = given()
        .ended()
        .then(does(Resume))
        .ended()
        .then(does(Resume));
    assert_eq!(
        (again.room.phase, again.votes("knowledge")),
        (Phase::Live, vec![1, 0, 0])
    );
    let ready = room().ended().then(does(Resume));
    assert_eq!((ready.room.phase, ready.position()), (Phase::Ready, None));
}

/// What was edited begins anew, and nothing of the old rounds comes back with the room.
#[test]
fn a_room_whose_deck_changed_after_its_end_goes_on_with_the_new_one() {
    let deck = decks::deck([choice("knowledge", ["niets", "veel"]), words("new", 3)]);
    let changed = deck_named(deck);
    let given = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1])
        .ended()
        .then(changed);
    let resumed = check(given, does(Resume), Accepted);
    assert_eq!(
        (resumed.room.phase, resumed.position()),
        (Phase::Live, Some("knowledge"))
    );
    assert_eq!(
        (
            resumed.state("knowledge").round(),
            resumed.is_open("knowledge"),
            resumed.voters("knowledge")
        ),
        (2, true, 0)
    );
    let gone = deck_named(decks::deck([words("new", 3)]));
    let resumed = check(
        room().moved("knowledge").ended().then(gone),
        does(Resume),
        Accepted,
    );
    assert_eq!(
        (resumed.position(), resumed.is_open("new")),
        (Some("new"), true)
    );
}

#[test]
fn hosts_are_told_what_would_be_taken_back() {
    let view = |story: &Story| {
        story
            .room
            .host_view(HostRole::Stage, story.at, Default::default())
    };
    assert_eq!((view(&room()).controls, view(&room()).undoable), (0, None));
    let story = room().moved("knowledge").later(SECOND).reset("knowledge");
    let undoable = view(&story).undoable.unwrap();
    assert_eq!(
        (undoable.control, undoable.action, undoable.slide),
        (2, Reset, Some(2))
    );
    assert_eq!(undoable.at, NOON + SECOND);
    let back = story.then(undo());
    assert_eq!(
        view(&back).undoable.map(|it| (it.control, it.action)),
        Some((1, Go))
    );
    let ended = back.ended();
    assert_eq!(
        (view(&ended).undoable, view(&ended).resumable_until),
        (None, Some(ended.at + RESUME_MS))
    );
    assert_eq!(view(&ended.later(RESUME_MS + 1)).resumable_until, None);
}

#[test]
fn what_is_hidden_in_one_round_is_hidden_in_every_other_that_comes_on_stage() {
    let first = || {
        room()
            .moved("values")
            .said(ANNA, "values", 1, ["hoop", "scheld"])
    };
    let second = || {
        first()
            .reset("values")
            .then(says(BRAM, "values", 1, ["scheld"]).round(2))
    };
    for (name, story) in [
        ("the same", second().then(hides("scheld"))),
        (
            "an earlier one on stage",
            second()
                .then(hides("scheld"))
                .then(shows_round("values", Audience::Stage, 1)),
        ),
        (
            "an earlier one on phones",
            second()
                .then(hides("scheld"))
                .then(shows_round("values", Audience::Phones, 1)),
        ),
        (
            "one shown before it was hidden",
            second()
                .then(shows_round("values", Audience::Stage, 1))
                .then(hides("scheld")),
        ),
        ("taken back", second().then(hides("scheld")).then(undo())),
        (
            "taken back and begun anew",
            second().then(hides("scheld")).then(undo()).reset("values"),
        ),
        (
            "the next",
            second()
                .then(hides("scheld"))
                .reset("values")
                .then(says(CARLA, "values", 1, ["scheld"]).round(3)),
        ),
    ] {
        let hall = (story.host_question(HostRole::Stage), story.phone_question());
        let seen = format!("{:?} {:?}", hall.0.results, hall.0.cloud);
        assert!(
            !seen.contains("scheld") && !format!("{:?}", hall.1.results).contains("scheld"),
            "{name}: {seen}"
        );
    }
    let back = second()
        .then(hides("scheld"))
        .then(restores("scheld"))
        .then(shows_round("values", Audience::Stage, 1));
    assert!(
        format!("{:?}", back.host_question(HostRole::Stage).results).contains("scheld"),
        "and back in all of them"
    );
}

/// Both rounds' words can be moderated while the earlier one is shown.
#[test]
fn moderating_an_earlier_round_holds_when_it_is_shown() {
    let story = room_with(deck([words("values", 3)])).moved("values").said(
        ANNA,
        "values",
        1,
        ["hoop", "scheld"],
    );
    let hide = Event::WordHidden {
        question: "values".into(),
        round: 1,
        word: "scheld".to_owned(),
        hidden: true,
    };
    let shown = story
        .reset("values")
        .reset("values")
        .then(hide)
        .then(shows_round("values", Audience::Stage, 1));
    let seen = format!("{:?}", shown.host_question(HostRole::Stage));
    assert!(seen.contains("hoop") && !seen.contains("scheld"), "{seen}");
}
