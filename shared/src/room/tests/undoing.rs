//! Controls that say what they saw, and controls that are taken back.

use super::commands::*;
use super::decks::{choice, deck, words};
use super::story::{NOON, SECOND, room, room_with};
use super::*;
use crate::event::{Audience, Event};
use crate::ids::ControlNumber;
use crate::limits::{RESUME_MS, UNDO_STEPS};
use crate::room::{Action, Control, HostRole, Phase};

/// A control of a page that saw the room after that control.
fn saw(after: ControlNumber, action: Action, slide: Option<&str>) -> Command {
    Command::Control(Control {
        slide: slide.map(Into::into),
        after: Some(after),
        ..Control::now(action)
    })
}

fn undo() -> Command {
    does(Action::Undo)
}

fn shows_round(slide: &str, on: Audience, round: u32) -> Command {
    Command::Control(Control {
        slide: Some(slide.into()),
        on,
        round: Some(round),
        ..Control::now(Action::Show)
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
        story.room.stage,
        story.room.position.clone(),
        story.room.moved_at,
        questions.collect::<Vec<_>>(),
    )
}

#[test]
fn a_control_of_who_saw_something_else_does_nothing() {
    use Action::*;
    let given = || room().moved("kennis").moved("stap");
    for action in [
        Next, Previous, Open, Close, Show, Hide, Vote, Reset, End, Resume, Undo,
    ] {
        for seen in [0, 1, 3, u64::MAX] {
            check(given(), saw(seen, action, None), Refusal::Moved);
        }
    }
    check(given(), saw(1, Go, Some("gok")), Refusal::Moved);
    // Whatever else would be the matter with it.
    check(given(), saw(1, Go, Some("nergens")), Refusal::Moved);
    check(
        room().moved("kennis").ended(),
        saw(1, Next, None),
        Refusal::Moved,
    );
    check(room().moved("tot-slot"), saw(0, Next, None), Refusal::Moved);
}

#[test]
fn a_control_of_who_saw_the_last_one_is_carried_out_once() {
    use Action::*;
    for (given, action, slide) in [
        (room(), Next, None),
        (room().moved("stap"), Next, None),
        (room().moved("stap"), Previous, None),
        (room().moved("stap"), Go, Some("gok")),
        (room().moved("stap"), Close, None),
        (room().moved("stap").closed("stap"), Open, None),
        (room().moved("stap"), Hide, None),
        (room().moved("stap"), Show, None),
        (room().moved("stap"), Vote, None),
        (room().moved("stap"), Reset, None),
        (room().moved("stap"), Undo, None),
        (room().moved("stap"), End, None),
        (room().moved("stap").ended(), Resume, None),
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
    let event = does_with(&room().moved("kennis"), 1);
    check(room().moved("kennis"), event.clone(), Accepted);
    check(room().moved("kennis").moved("gok"), event, Refusal::Moved);
}

fn does_with(story: &Story, after: ControlNumber) -> Event {
    saw(after, Action::Next, None).event(&story.room).unwrap()
}

#[test]
fn only_what_changed_something_counts_and_participants_count_nothing() {
    let given = room().moved("kennis").answered(ANNA, "kennis", 1, [1]);
    assert_eq!(given.room.controls, 1);
    let repeated = check(given, does(Action::Open), Repeated);
    assert_eq!(repeated.room.controls, 1);
}

#[test]
fn every_control_can_be_taken_back() {
    for (name, given, control) in [
        ("first move", room(), does(Action::Next)),
        ("next", room().moved("kennis"), does(Action::Next)),
        ("previous", room().moved("gok"), does(Action::Previous)),
        ("go", room().moved("gok"), does_to(Action::Go, "pauze")),
        (
            "open",
            room().moved("welkom"),
            does_to(Action::Open, "kennis"),
        ),
        (
            "open again",
            room().moved("kennis").closed("kennis"),
            does(Action::Open),
        ),
        ("close", room().moved("kennis"), does(Action::Close)),
        ("hide", room().moved("kennis"), does(Action::Hide)),
        (
            "show",
            room().moved("kennis").hidden("kennis"),
            does(Action::Show),
        ),
        (
            "show on phones",
            room().moved("kennis"),
            does_on_phones(Action::Show, "kennis"),
        ),
        (
            "hide on phones",
            room().moved("gok").closed("gok"),
            does_on_phones(Action::Hide, "gok"),
        ),
        ("vote", room().moved("stap"), does(Action::Vote)),
        (
            "new round",
            room().moved("kennis").answered(ANNA, "kennis", 1, [1]),
            does(Action::Reset),
        ),
        (
            "an earlier round",
            room().moved("kennis").reset("kennis"),
            shows_round("kennis", Audience::Stage, 1),
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
        does(Action::Next),
        does(Action::Next),
        does(Action::Close),
        does(Action::Hide),
        does(Action::Reset),
        does(Action::Next),
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
    let slides = ["welkom", "pauze"];
    let moved = |story: Story, number: usize| story.moved(slides[number % 2]);
    let story = (0..UNDO_STEPS + 5).fold(room(), moved);
    let back = (0..UNDO_STEPS).fold(story, |story, _| story.then(undo()));
    assert_eq!(back.position(), Some("welkom"));
    check(back, undo(), Refusal::NothingToUndo);
}

#[test]
fn undo_stops_at_a_change_of_the_deck_and_at_the_end() {
    let changed = deck_named(decks::deck([choice("kennis", ["niets", "veel"])]));
    check(
        room().moved("kennis").then(changed),
        undo(),
        Refusal::NothingToUndo,
    );
    check(room().moved("kennis").ended(), undo(), Refusal::Ended);
    check(
        room().moved("kennis").ended().then(does(Action::Resume)),
        undo(),
        Refusal::NothingToUndo,
    );
    check(room(), undo(), Refusal::NothingToUndo);
}

/// Two hosts press at once: the second one's takes back nothing that it did not see.
#[test]
fn what_is_taken_back_is_the_control_that_was_named() {
    let story = room().moved("kennis").moved("gok");
    let undone = Event::Undone {
        control: 2,
        after: None,
    };
    let back = check(story, undone.clone(), Accepted);
    check(back.story, undone, Refusal::Moved);
    check(
        room().moved("kennis"),
        Event::Undone {
            control: 7,
            after: None,
        },
        Refusal::Moved,
    );
}

#[test]
fn answers_to_a_round_that_was_taken_back_stay_in_it() {
    let first = room().moved("kennis").answered(ANNA, "kennis", 1, [1]);
    let second = first
        .reset("kennis")
        .then(picks(BRAM, "kennis", 1, [2]).round(2));
    let back = check(second, undo(), Accepted);
    assert_eq!(
        (back.state("kennis").round(), back.votes("kennis")),
        (1, vec![1, 0, 0])
    );
    let away = back.state("kennis").nth(2).unwrap().voters();
    assert_eq!(away, 1, "the round is not lost");
    check(
        back.story.clone(),
        picks(CARLA, "kennis", 1, [2]).round(2),
        Refusal::StaleRound { round: 1 },
    );
    // Whoever heard nothing of it sends again, and hears that it is stored.
    check(
        back.story.clone(),
        picks(BRAM, "kennis", 1, [2]).round(2),
        Repeated,
    );
    let third = back.story.reset("kennis");
    assert_eq!(
        (third.state("kennis").round(), third.voters("kennis")),
        (3, 0),
        "numbers never go back"
    );
    let shown = third.then(shows_round("kennis", Audience::Stage, 2));
    let seen = shown.host_question(HostRole::Stage);
    assert_eq!((seen.results_round, seen.voters), (Some(2), Some(1)));
}

#[test]
fn any_round_can_be_shown_and_the_newest_again() {
    let story = room()
        .moved("kennis")
        .answered(ANNA, "kennis", 1, [1])
        .reset("kennis");
    let story = story.then(picks(BRAM, "kennis", 1, [2]).round(2));
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
        let shown = story.clone().then(shows_round("kennis", on, round));
        let presenter = shown.host_question(HostRole::Presenter);
        assert_eq!((presenter.round, presenter.rounds), (2, Some(2)));
        assert_eq!(
            (
                votes(shown.host_question(HostRole::Stage)),
                votes(shown.phone_question())
            ),
            (stage, phones)
        );
        assert!(shown.is_open("kennis"), "the newest goes on taking answers");
    }
    for round in [0, 3, u32::MAX] {
        check(
            story.clone(),
            shows_round("kennis", Audience::Stage, round),
            Refusal::UnknownRound,
        );
    }
}

#[test]
fn a_cloud_of_an_earlier_round_is_there_when_it_is_shown() {
    let first = room()
        .moved("waarden")
        .said(ANNA, "waarden", 1, ["hoop", "moed"]);
    let second = first.clone().reset("waarden");
    assert_eq!(super::clouds::words(&second), Vec::<String>::new());
    let back = second.clone().then(undo());
    assert_eq!(
        super::clouds::cloud(&back, HostRole::Stage),
        super::clouds::cloud(&first, HostRole::Stage),
        "the same words in the same places"
    );
    let third = second
        .reset("waarden")
        .then(shows_round("waarden", Audience::Stage, 1));
    assert_eq!(super::clouds::words(&third), ["hoop 1", "moed 1"]);
}

const COUNTED: &str = "vlug";

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
            ten_in().moved("eens").later(5 * SECOND).then(undo()),
            Some(15),
        ),
        (
            "moved on, after its grace",
            ten_in().moved("eens").later(25 * SECOND).then(undo()),
            None,
        ),
        (
            "hidden",
            ten_in().hidden(COUNTED).later(5 * SECOND).then(undo()),
            Some(15),
        ),
        (
            "the end",
            ten_in()
                .ended()
                .later(60 * SECOND)
                .then(does(Action::Resume)),
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
    assert!(!out().moved("eens").then(undo()).is_open(COUNTED));
    assert!(
        !out()
            .moved("eens")
            .then(undo())
            .moved("eens")
            .moved(COUNTED)
            .is_open(COUNTED),
        "nor by coming back"
    );
    assert!(
        out()
            .moved("eens")
            .then(undo())
            .opened(COUNTED)
            .is_open(COUNTED),
        "but by hand"
    );
}

#[test]
fn an_opening_that_was_taken_back_leaves_what_is_left_for_the_next() {
    let opened = || room().moved("gok").moved(COUNTED).later(10 * SECOND);
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
        .moved("welkom")
        .moved("kennis")
        .answered(ANNA, "kennis", 1, [1])
        .then(undo());
    assert!(back.state("kennis").was_open());
    check(back.clone(), picks(BRAM, "kennis", 1, [1]), Refusal::Closed);
    assert_eq!(
        back.moved("kennis").votes("kennis"),
        [1, 0, 0],
        "and its answers are there when it comes again"
    );
}

/// Whoever comes later learns nothing of a slide that came by mistake.
#[test]
fn an_opening_that_was_taken_back_before_anybody_answered_is_told_to_nobody() {
    let slipped = room().moved("welkom").moved("kennis").then(undo());
    let view = serde_json::to_string(&slipped.phone()).unwrap();
    assert!(!view.contains("Over kennis"), "{view}");
    assert_eq!(
        slipped.room.phone_question(&"kennis".into(), slipped.at),
        None
    );
    let answered = room()
        .moved("welkom")
        .moved("kennis")
        .answered(ANNA, "kennis", 1, [1])
        .then(undo());
    assert!(
        serde_json::to_string(&answered.phone())
            .unwrap()
            .contains("Over kennis"),
        "whoever answered finds it again"
    );
    let again = slipped.moved("kennis");
    assert!(
        serde_json::to_string(&again.phone())
            .unwrap()
            .contains("Over kennis")
    );
}

#[test]
fn an_end_can_be_taken_back_for_a_day() {
    let given = || room().moved("kennis").answered(ANNA, "kennis", 1, [1]);
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
            does(Action::Resume),
            expected.clone(),
        );
        if expected == Accepted {
            assert_eq!(switched(&resumed), before);
        }
    }
    check(given(), does(Action::Resume), Refusal::NotResumable);
    check(room(), does(Action::Resume), Refusal::NotResumable);
    let again = given()
        .ended()
        .then(does(Action::Resume))
        .ended()
        .then(does(Action::Resume));
    assert_eq!(
        (again.room.stage, again.votes("kennis")),
        (Phase::Live, vec![1, 0, 0])
    );
    let ready = room().ended().then(does(Action::Resume));
    assert_eq!((ready.room.stage, ready.position()), (Phase::Ready, None));
}

/// What was edited begins anew, and nothing of the old rounds comes back with the room.
#[test]
fn a_room_whose_deck_changed_after_its_end_goes_on_with_the_new_one() {
    let deck = decks::deck([choice("kennis", ["niets", "veel"]), words("new", 3)]);
    let changed = deck_named(deck);
    let given = room()
        .moved("kennis")
        .answered(ANNA, "kennis", 1, [1])
        .ended()
        .then(changed);
    let resumed = check(given, does(Action::Resume), Accepted);
    assert_eq!(
        (resumed.room.stage, resumed.position()),
        (Phase::Live, Some("kennis"))
    );
    assert_eq!(
        (
            resumed.state("kennis").round(),
            resumed.is_open("kennis"),
            resumed.voters("kennis")
        ),
        (2, true, 0)
    );
    let gone = deck_named(decks::deck([words("new", 3)]));
    let resumed = check(
        room().moved("kennis").ended().then(gone),
        does(Action::Resume),
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
    let story = room().moved("kennis").later(SECOND).reset("kennis");
    let undoable = view(&story).undoable.unwrap();
    assert_eq!(
        (undoable.control, undoable.action, undoable.slide),
        (2, Action::Reset, Some(2))
    );
    assert_eq!(undoable.at, NOON + SECOND);
    let back = story.then(undo());
    assert_eq!(
        view(&back).undoable.map(|it| (it.control, it.action)),
        Some((1, Action::Go))
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
            .moved("waarden")
            .said(ANNA, "waarden", 1, ["hoop", "scheld"])
    };
    let second = || {
        first()
            .reset("waarden")
            .then(says(BRAM, "waarden", 1, ["scheld"]).round(2))
    };
    for (name, story) in [
        ("the same", second().then(hides("scheld"))),
        (
            "an earlier one on stage",
            second()
                .then(hides("scheld"))
                .then(shows_round("waarden", Audience::Stage, 1)),
        ),
        (
            "an earlier one on phones",
            second()
                .then(hides("scheld"))
                .then(shows_round("waarden", Audience::Phones, 1)),
        ),
        (
            "one shown before it was hidden",
            second()
                .then(shows_round("waarden", Audience::Stage, 1))
                .then(hides("scheld")),
        ),
        ("taken back", second().then(hides("scheld")).then(undo())),
        (
            "taken back and begun anew",
            second().then(hides("scheld")).then(undo()).reset("waarden"),
        ),
        (
            "the next",
            second()
                .then(hides("scheld"))
                .reset("waarden")
                .then(says(CARLA, "waarden", 1, ["scheld"]).round(3)),
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
        .then(shows_round("waarden", Audience::Stage, 1));
    assert!(
        format!("{:?}", back.host_question(HostRole::Stage).results).contains("scheld"),
        "and back in all of them"
    );
}

/// Both rounds' words can be moderated while the earlier one is shown.
#[test]
fn moderating_an_earlier_round_holds_when_it_is_shown() {
    let story = room_with(deck([words("waarden", 3)]))
        .moved("waarden")
        .said(ANNA, "waarden", 1, ["hoop", "scheld"]);
    let hide = Event::WordHidden {
        question: "waarden".into(),
        round: 1,
        word: "scheld".to_owned(),
        hidden: true,
    };
    let shown = story
        .reset("waarden")
        .reset("waarden")
        .then(hide)
        .then(shows_round("waarden", Audience::Stage, 1));
    let seen = format!("{:?}", shown.host_question(HostRole::Stage));
    assert!(seen.contains("hoop") && !seen.contains("scheld"), "{seen}");
}
