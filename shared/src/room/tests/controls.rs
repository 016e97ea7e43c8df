//! What a presenter does: moving, opening, closing, showing, beginning anew, ending.

use super::commands::*;
use super::story::{NOON, room, room_with};
use super::*;
use crate::deck::{Part, QuestionSpec};
use crate::event::Audience;
use crate::limits::ROUNDS_MAX;
use crate::protocol::view::Around;
use crate::room::{Action, Control, HostRole, Phase};

#[test]
fn the_first_move_makes_a_room_live() {
    assert_eq!((room().position(), room().room.stage), (None, Phase::Ready));
    let after = check(room(), does(Action::Next), Accepted);
    assert_eq!(
        (after.position(), after.room.stage),
        (Some("welkom"), Phase::Live)
    );
    assert_eq!(
        room().opened("kennis").room.stage,
        Phase::Ready,
        "opening is no move"
    );
}

#[test]
fn next_and_previous_go_slide_by_slide() {
    for (given, action, to) in [
        (room().moved("welkom"), Action::Next, "kennis"),
        (room().moved("kennis"), Action::Previous, "welkom"),
        (room().moved("pauze"), Action::Next, "tot-slot"),
        (room().moved("eens"), Action::Next, "stelling"),
    ] {
        assert_eq!(check(given, does(action), Accepted).position(), Some(to));
    }
    check(room(), does(Action::Previous), Refusal::AtStart);
    check(
        room().moved("welkom"),
        does(Action::Previous),
        Refusal::AtStart,
    );
    check(room().moved("tot-slot"), does(Action::Next), Refusal::AtEnd);
    check(
        room_with(decks::deck([])),
        does(Action::Next),
        Refusal::AtEnd,
    );
}

#[test]
fn next_and_previous_pass_what_cannot_be_played() {
    let later = |id: &str| decks::ask(id, QuestionSpec::Qa(Default::default()));
    let content = |id: &str| decks::slide(id, Part::Content);
    let ranked = decks::ask("ranked", QuestionSpec::Points(Default::default()));
    let deck = decks::deck([
        later("a"),
        content("b"),
        later("c"),
        ranked,
        content("d"),
        decks::slide("e", Part::Leaderboard),
    ]);
    let at = |place: &str| room_with(deck.clone()).moved(place);
    assert_eq!(
        check(room_with(deck.clone()), does(Action::Next), Accepted).position(),
        Some("b")
    );
    for (from, action, to) in [
        ("b", Action::Next, "d"),
        ("d", Action::Previous, "b"),
        ("a", Action::Next, "b"),
        ("c", Action::Next, "d"),
        ("c", Action::Previous, "b"),
        ("e", Action::Previous, "d"),
    ] {
        assert_eq!(
            check(at(from), does(action), Accepted).position(),
            Some(to),
            "{action:?} from {from}"
        );
    }
    for (from, action, refused) in [
        ("d", Action::Next, Refusal::AtEnd),
        ("e", Action::Next, Refusal::AtEnd),
        ("b", Action::Previous, Refusal::AtStart),
        ("a", Action::Previous, Refusal::AtStart),
    ] {
        check(at(from), does(action), refused);
    }
    check(
        room_with(decks::deck([later("a")])),
        does(Action::Next),
        Refusal::AtEnd,
    );
    for named in ["a", "c", "e", "#1"] {
        assert!(
            check(at("b"), does_to(Action::Go, named), Accepted)
                .position()
                .is_some(),
            "{named} by its name"
        );
    }
    for (from, next) in [("b", Some("Over d")), ("d", None), ("c", Some("Over d"))] {
        let view = at(from)
            .room
            .host_view(HostRole::Presenter, NOON, Around::default());
        assert_eq!(view.next.as_deref(), next, "what comes after {from}");
    }
}

#[test]
fn go_needs_a_slide_that_is_there() {
    check(room(), does(Action::Go), Refusal::UnknownSlide);
    check(
        room(),
        does_to(Action::Go, "nergens"),
        Refusal::UnknownSlide,
    );
    check(
        room().moved("kennis"),
        does_to(Action::Go, "kennis"),
        Repeated,
    );
    assert_eq!(
        check(room(), does_to(Action::Go, "volgorde"), Accepted).position(),
        Some("volgorde")
    );
}

#[test]
fn arriving_opens_and_coming_back_opens_again_unless_closed_by_hand() {
    assert!(room().moved("kennis").is_open("kennis"));
    assert!(!room().is_open("kennis"));
    let away = |story: Story| story.moved("welkom").later(60 * story::SECOND);
    assert!(!away(room().moved("kennis")).is_open("kennis"));
    assert!(
        away(room().moved("kennis"))
            .moved("kennis")
            .is_open("kennis")
    );
    assert!(
        !away(room().moved("kennis").closed("kennis"))
            .moved("kennis")
            .is_open("kennis")
    );
    assert!(
        away(room().moved("kennis").closed("kennis").opened("kennis"))
            .moved("kennis")
            .is_open("kennis")
    );
    assert!(
        !away(room().closed("kennis"))
            .moved("kennis")
            .is_open("kennis"),
        "also if closed beforehand"
    );
    assert!(
        !away(room().moved("kennis"))
            .closed("kennis")
            .moved("kennis")
            .is_open("kennis"),
        "or closed after grace"
    );
}

#[test]
fn opening_what_is_open_is_no_change() {
    check(room().moved("kennis"), does(Action::Open), Repeated);
    check(
        room().moved("kennis").closed("kennis"),
        does(Action::Open),
        Accepted,
    );
    check(
        room().moved("welkom"),
        does_to(Action::Open, "kennis"),
        Accepted,
    );
}

#[test]
fn closing_what_is_closed_is_no_change() {
    check(room().moved("kennis"), does(Action::Close), Accepted);
    check(
        room().moved("kennis").closed("kennis"),
        does(Action::Close),
        Repeated,
    );
}

#[test]
fn controls_are_about_questions_that_can_be_played() {
    use Action::*;
    for action in [Open, Close, Show, Hide, Vote, Reset] {
        check(room(), does(action), Refusal::NotAQuestion);
        check(room().moved("welkom"), does(action), Refusal::NotAQuestion);
        check(room(), does_to(action, "pauze"), Refusal::NotAQuestion);
        check(room(), does_to(action, "nergens"), Refusal::UnknownSlide);
        check(room(), does_to(action, "volgorde"), Refusal::NotPlayable);
    }
}

#[test]
fn after_the_end_nothing_can_be_opened() {
    use Action::*;
    let ended = || room().moved("kennis").ended();
    for given in [ended, || {
        room().moved("kennis").ended().then(does_to(Go, "gok"))
    }] {
        for action in [Open, Close, Vote, Reset] {
            check(given(), does_to(action, "kennis"), Refusal::Ended);
            check(given(), does(action), Refusal::Ended);
        }
        check(given(), does_on_phones(Show, "kennis"), Refusal::Ended);
        check(given(), does_on_phones(Hide, "kennis"), Refusal::Ended);
    }
    check(ended(), does(End), Refusal::Ended);
    assert_eq!(
        (ended().position(), ended().room.stage),
        (Some("kennis"), Phase::Ended)
    );
    check(room(), does(End), Accepted);
}

#[test]
fn show_and_hide_set_one_audience_until_reset() {
    let shows = |story: &Story| {
        let (_, slide) = story.room.deck.find(&"kennis".into()).unwrap();
        let state = story.state("kennis");
        (
            story.room.shown_on_stage(slide, state),
            story.room.shown_on_phones(slide, state, story.at),
        )
    };
    let moved = || room().moved("kennis");
    for (story, on_stage_and_phones) in [
        (moved(), (true, false)),
        (moved().closed("kennis"), (true, true)),
        (moved().hidden("kennis"), (false, false)),
        (moved().hidden("kennis").closed("kennis"), (false, false)),
        (
            moved().hidden("kennis").closed("kennis").shown("kennis"),
            (true, true),
        ),
        (moved().shown_on_phones("kennis"), (true, true)),
        (
            moved().hidden("kennis").shown_on_phones("kennis"),
            (false, true),
        ),
        (
            moved().hidden_on_phones("kennis").closed("kennis"),
            (true, false),
        ),
        (
            moved()
                .hidden_on_phones("kennis")
                .closed("kennis")
                .moved("welkom")
                .moved("kennis"),
            (true, false),
        ),
        (
            moved()
                .hidden("kennis")
                .shown_on_phones("kennis")
                .reset("kennis"),
            (true, false),
        ),
        (
            moved().hidden("kennis").reset("kennis").closed("kennis"),
            (true, true),
        ),
    ] {
        assert_eq!(shows(&story), on_stage_and_phones, "{:?}", story.journal);
    }
}

#[test]
fn a_reset_begins_the_next_round_open() {
    for (given, round) in [
        (room(), 2),
        (room().moved("kennis"), 2),
        (room().moved("kennis").closed("kennis"), 2),
        (room().moved("kennis").reset("kennis"), 3),
    ] {
        let after = check(given, does_to(Action::Reset, "kennis"), Accepted);
        assert_eq!(
            (
                after.state("kennis").round(),
                after.is_open("kennis"),
                after.voters("kennis")
            ),
            (round, true, 0)
        );
    }
}

#[test]
fn rounds_have_an_end() {
    let given = (1..ROUNDS_MAX).fold(room(), |story, _| story.reset("gok"));
    check(
        given,
        does_to(Action::Reset, "gok"),
        Refusal::TooMany {
            limit: ROUNDS_MAX as usize,
        },
    );
}

#[test]
fn a_control_reads_as_the_api_writes_it() {
    for (json, expected) in [
        (r#"{"do":"next"}"#, Control::now(Action::Next)),
        (
            r#"{"do":"show","slide":"kennis","on":"phones"}"#,
            Control {
                slide: Some("kennis".into()),
                on: Audience::Phones,
                ..Control::now(Action::Show)
            },
        ),
    ] {
        assert_eq!(serde_json::from_str::<Control>(json).unwrap(), expected);
    }
    assert!(serde_json::from_str::<Control>(r#"{"do":"dance"}"#).is_err());
}
