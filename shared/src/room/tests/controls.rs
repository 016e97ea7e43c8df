//! What a presenter does: moving, opening, closing, showing, beginning anew, ending.

use super::commands::*;
use super::story::{NOON, room, room_with};
use super::*;
use crate::control::{Control, ControlAction};
use crate::deck::Part;
use crate::event::Audience;
use crate::host::HostRole;
use crate::limits::ROUNDS_MAX;
use crate::phase::Phase;
use crate::protocol::view::Around;
use crate::question::QuestionSpec;

#[test]
fn the_first_move_makes_a_room_live() {
    assert_eq!((room().position(), room().room.phase), (None, Phase::Ready));
    let after = check(room(), does(ControlAction::Next), Accepted);
    assert_eq!(
        (after.position(), after.room.phase),
        (Some("welcome"), Phase::Live)
    );
    assert_eq!(
        room().opened("knowledge").room.phase,
        Phase::Ready,
        "opening is no move"
    );
}

#[test]
fn next_and_previous_go_slide_by_slide() {
    for (given, action, to) in [
        (room().moved("welcome"), ControlAction::Next, "knowledge"),
        (
            room().moved("knowledge"),
            ControlAction::Previous,
            "welcome",
        ),
        (room().moved("break"), ControlAction::Next, "closing"),
        (room().moved("agree"), ControlAction::Next, "statement"),
    ] {
        assert_eq!(check(given, does(action), Accepted).position(), Some(to));
    }
    check(room(), does(ControlAction::Previous), Refusal::AtStart);
    check(
        room().moved("welcome"),
        does(ControlAction::Previous),
        Refusal::AtStart,
    );
    check(
        room().moved("closing"),
        does(ControlAction::Next),
        Refusal::AtEnd,
    );
    check(
        room_with(decks::deck([])),
        does(ControlAction::Next),
        Refusal::AtEnd,
    );
}

#[test]
fn next_and_previous_pass_what_cannot_be_played() {
    let later = |id: &str| decks::ask(id, QuestionSpec::Type(Default::default()));
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
        check(room_with(deck.clone()), does(ControlAction::Next), Accepted).position(),
        Some("b")
    );
    for (from, action, to) in [
        ("b", ControlAction::Next, "d"),
        ("d", ControlAction::Previous, "b"),
        ("a", ControlAction::Next, "b"),
        ("c", ControlAction::Next, "d"),
        ("c", ControlAction::Previous, "b"),
        ("e", ControlAction::Previous, "d"),
    ] {
        assert_eq!(
            check(at(from), does(action), Accepted).position(),
            Some(to),
            "{action:?} from {from}"
        );
    }
    for (from, action, refused) in [
        ("d", ControlAction::Next, Refusal::AtEnd),
        ("e", ControlAction::Next, Refusal::AtEnd),
        ("b", ControlAction::Previous, Refusal::AtStart),
        ("a", ControlAction::Previous, Refusal::AtStart),
    ] {
        check(at(from), does(action), refused);
    }
    check(
        room_with(decks::deck([later("a")])),
        does(ControlAction::Next),
        Refusal::AtEnd,
    );
    for named in ["a", "c", "e", "#1"] {
        assert!(
            check(at("b"), does_to(ControlAction::Go, named), Accepted)
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
    check(room(), does(ControlAction::Go), Refusal::UnknownSlide);
    check(
        room(),
        does_to(ControlAction::Go, "nowhere"),
        Refusal::UnknownSlide,
    );
    check(
        room().moved("knowledge"),
        does_to(ControlAction::Go, "knowledge"),
        Repeated,
    );
    assert_eq!(
        check(room(), does_to(ControlAction::Go, "order"), Accepted).position(),
        Some("order")
    );
}

#[test]
fn arriving_opens_and_coming_back_opens_again_unless_closed_by_hand() {
    assert!(room().moved("knowledge").is_open("knowledge"));
    assert!(!room().is_open("knowledge"));
    let away = |story: Story| story.moved("welcome").later(60 * story::SECOND);
    assert!(!away(room().moved("knowledge")).is_open("knowledge"));
    assert!(
        away(room().moved("knowledge"))
            .moved("knowledge")
            .is_open("knowledge")
    );
    assert!(
        !away(room().moved("knowledge").closed("knowledge"))
            .moved("knowledge")
            .is_open("knowledge")
    );
    assert!(
        away(
            room()
                .moved("knowledge")
                .closed("knowledge")
                .opened("knowledge")
        )
        .moved("knowledge")
        .is_open("knowledge")
    );
    assert!(
        !away(room().closed("knowledge"))
            .moved("knowledge")
            .is_open("knowledge"),
        "also if closed beforehand"
    );
    assert!(
        !away(room().moved("knowledge"))
            .closed("knowledge")
            .moved("knowledge")
            .is_open("knowledge"),
        "or closed after grace"
    );
}

#[test]
fn opening_what_is_open_is_no_change() {
    check(
        room().moved("knowledge"),
        does(ControlAction::Open),
        Repeated,
    );
    check(
        room().moved("knowledge").closed("knowledge"),
        does(ControlAction::Open),
        Accepted,
    );
    check(
        room().moved("welcome"),
        does_to(ControlAction::Open, "knowledge"),
        Accepted,
    );
}

#[test]
fn closing_what_is_closed_is_no_change() {
    check(
        room().moved("knowledge"),
        does(ControlAction::Close),
        Accepted,
    );
    check(
        room().moved("knowledge").closed("knowledge"),
        does(ControlAction::Close),
        Repeated,
    );
}

#[test]
fn controls_are_about_questions_that_can_be_played() {
    use ControlAction::*;
    for action in [Open, Close, Show, Hide, Vote, Reset] {
        check(room(), does(action), Refusal::NotAQuestion);
        check(room().moved("welcome"), does(action), Refusal::NotAQuestion);
        check(room(), does_to(action, "break"), Refusal::NotAQuestion);
        check(room(), does_to(action, "nowhere"), Refusal::UnknownSlide);
        check(room(), does_to(action, "order"), Refusal::NotPlayable);
    }
}

#[test]
fn after_the_end_nothing_can_be_opened() {
    use ControlAction::*;
    let ended = || room().moved("knowledge").ended();
    for given in [ended, || {
        room().moved("knowledge").ended().then(does_to(Go, "guess"))
    }] {
        for action in [Open, Close, Vote, Reset] {
            check(given(), does_to(action, "knowledge"), Refusal::Ended);
            check(given(), does(action), Refusal::Ended);
        }
        check(given(), does_on_phones(Show, "knowledge"), Refusal::Ended);
        check(given(), does_on_phones(Hide, "knowledge"), Refusal::Ended);
    }
    check(ended(), does(End), Refusal::Ended);
    assert_eq!(
        (ended().position(), ended().room.phase),
        (Some("knowledge"), Phase::Ended)
    );
    check(room(), does(End), Accepted);
}

#[test]
fn show_and_hide_set_one_audience_until_reset() {
    let shows = |story: &Story| {
        let (_, slide) = story.room.deck.find(&"knowledge".into()).unwrap();
        let state = story.state("knowledge");
        (
            story.room.shown_on_stage(slide, state),
            story.room.shown_on_phones(slide, state, story.at),
        )
    };
    let moved = || room().moved("knowledge");
    for (story, on_stage_and_phones) in [
        (moved(), (true, false)),
        (moved().closed("knowledge"), (true, true)),
        (moved().hidden("knowledge"), (false, false)),
        (
            moved().hidden("knowledge").closed("knowledge"),
            (false, false),
        ),
        (
            moved()
                .hidden("knowledge")
                .closed("knowledge")
                .shown("knowledge"),
            (true, true),
        ),
        (moved().shown_on_phones("knowledge"), (true, true)),
        (
            moved().hidden("knowledge").shown_on_phones("knowledge"),
            (false, true),
        ),
        (
            moved().hidden_on_phones("knowledge").closed("knowledge"),
            (true, false),
        ),
        (
            moved()
                .hidden_on_phones("knowledge")
                .closed("knowledge")
                .moved("welcome")
                .moved("knowledge"),
            (true, false),
        ),
        (
            moved()
                .hidden("knowledge")
                .shown_on_phones("knowledge")
                .reset("knowledge"),
            (true, false),
        ),
        (
            moved()
                .hidden("knowledge")
                .reset("knowledge")
                .closed("knowledge"),
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
        (room().moved("knowledge"), 2),
        (room().moved("knowledge").closed("knowledge"), 2),
        (room().moved("knowledge").reset("knowledge"), 3),
    ] {
        let after = check(given, does_to(ControlAction::Reset, "knowledge"), Accepted);
        assert_eq!(
            (
                after.state("knowledge").round(),
                after.is_open("knowledge"),
                after.voters("knowledge")
            ),
            (round, true, 0)
        );
    }
}

#[test]
fn rounds_have_an_end() {
    let given = (1..ROUNDS_MAX).fold(room(), |story, _| story.reset("guess"));
    check(
        given,
        does_to(ControlAction::Reset, "guess"),
        Refusal::TooMany {
            limit: ROUNDS_MAX as usize,
        },
    );
}

#[test]
fn a_control_reads_as_the_api_writes_it() {
    for (json, expected) in [
        (r#"{"do":"next"}"#, Control::now(ControlAction::Next)),
        (
            r#"{"do":"show","slide":"knowledge","on":"phones"}"#,
            Control {
                slide: Some("knowledge".into()),
                on: Audience::Phones,
                ..Control::now(ControlAction::Show)
            },
        ),
    ] {
        assert_eq!(serde_json::from_str::<Control>(json).unwrap(), expected);
    }
    assert!(serde_json::from_str::<Control>(r#"{"do":"dance"}"#).is_err());
}
