//! Looking back at a room that has ended: only the stage moves.

use proptest::prelude::*;

use super::commands::*;
use super::generated::{fold, journal};
use super::story::{SECOND, question_of, room, room_with};
use super::*;
use crate::control::{Control, ControlAction};
use crate::deck::Visibility;
use crate::event::{Audience, Batch, Event};
use crate::host::HostRole;
use crate::limits::RESUME_MS;
use crate::protocol::view::{Around, HostView, PartView};

/// A room with two rounds, a hidden word and a stage that stopped half-way.
fn ended() -> Story {
    room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1])
        .reset("knowledge")
        .then(picks(BRAM, "knowledge", 1, [2]).round(2))
        .moved("values")
        .said(ANNA, "values", 1, ["moed", "rust"])
        .then(hides("moed"))
        .moved("guess")
        .ended()
        .later(60 * SECOND)
}

fn go(to: &str) -> Command {
    does_to(ControlAction::Go, to)
}

fn round(question: &str, round: u32) -> Command {
    Command::Control(Control {
        slide: Some(question.into()),
        round: Some(round),
        ..Control::now(ControlAction::Show)
    })
}

fn seen(story: &Story, role: HostRole) -> HostView {
    story.room.host_view(role, story.at, Around::default())
}

/// The slide that the stage shows; none where it shows that all is over.
fn on_stage(story: &Story) -> Option<String> {
    seen(story, HostRole::Stage)
        .on_stage()
        .map(|slide| slide.id.to_string())
}

fn figure(story: &Story) -> Option<Vec<u64>> {
    match question_of(seen(story, HostRole::Stage).slide).results? {
        crate::question::Results::Choice(choice) => {
            Some(choice.options.iter().map(|option| option.votes).collect())
        }
        _ => None,
    }
}

#[test]
fn the_stage_walks_through_a_room_that_has_ended() {
    use ControlAction::*;
    let last = || ended().then(go("closing"));
    for (name, given, control, expected, shows) in [
        (
            "the end itself",
            ended(),
            does(Next),
            Refused(Refusal::AtEnd),
            None,
        ),
        (
            "back from the end",
            ended(),
            does(Previous),
            Accepted,
            Some("guess"),
        ),
        (
            "further back",
            ended().then(does(Previous)),
            does(Previous),
            Accepted,
            Some("step"),
        ),
        (
            "and on again",
            ended().then(does(Previous)),
            does(Next),
            Accepted,
            Some("quick"),
        ),
        (
            "to any slide",
            ended(),
            go("welcome"),
            Accepted,
            Some("welcome"),
        ),
        (
            "by its number",
            ended(),
            go("#3"),
            Accepted,
            Some("choices"),
        ),
        (
            "to one that nobody saw",
            ended(),
            go("statement"),
            Accepted,
            Some("statement"),
        ),
        (
            "to the same",
            ended().then(go("knowledge")),
            go("knowledge"),
            Repeated,
            Some("knowledge"),
        ),
        (
            "to none",
            ended(),
            go("nowhere"),
            Refused(Refusal::UnknownSlide),
            None,
        ),
        (
            "before the first",
            ended().then(go("welcome")),
            does(Previous),
            Refused(Refusal::AtStart),
            Some("welcome"),
        ),
        ("past the last", last(), does(Next), Accepted, None),
        (
            "to the end at once",
            ended().then(go("knowledge")),
            does(End),
            Accepted,
            None,
        ),
        (
            "a step back",
            ended().then(go("knowledge")),
            does(Undo),
            Accepted,
            None,
        ),
        (
            "a step back to a slide",
            last().then(does(Next)),
            does(Undo),
            Accepted,
            Some("closing"),
        ),
        (
            "no step back behind the end",
            ended(),
            does(Undo),
            Refused(Refusal::Ended),
            None,
        ),
        (
            "a room that never began",
            room().ended(),
            does(Previous),
            Accepted,
            Some("closing"),
        ),
        (
            "a deck without slides",
            room_with(decks::deck([])).ended(),
            does(Previous),
            Refused(Refusal::AtStart),
            None,
        ),
    ] {
        let after = check(given, control, expected);
        assert_eq!(on_stage(&after).as_deref(), shows, "{name}");
        for role in [HostRole::Presenter, HostRole::Remote, HostRole::Moderator] {
            assert_eq!(
                seen(&after, role).on_stage().map(|slide| slide.id.as_str()),
                shows,
                "{name}: {role:?}"
            );
        }
    }
}

#[test]
fn every_round_can_be_shown_again() {
    let at = || ended().then(go("knowledge"));
    for (name, given, figures) in [
        ("the last", at(), Some(vec![0, 1, 0])),
        (
            "the first",
            at().then(round("knowledge", 1)),
            Some(vec![1, 0, 0]),
        ),
        (
            "the last again",
            at().then(round("knowledge", 1)).then(round("knowledge", 2)),
            Some(vec![0, 1, 0]),
        ),
        (
            "taken back",
            at().then(round("knowledge", 1))
                .then(does(ControlAction::Undo)),
            Some(vec![0, 1, 0]),
        ),
        (
            "named before the stage is there",
            ended().then(round("knowledge", 1)).then(go("knowledge")),
            Some(vec![1, 0, 0]),
        ),
        ("hidden by hand", at().then(does(ControlAction::Hide)), None),
        (
            "and shown",
            at().then(does(ControlAction::Hide))
                .then(does(ControlAction::Show)),
            Some(vec![0, 1, 0]),
        ),
    ] {
        assert_eq!(figure(&given), figures, "{name}");
    }
    check(at(), round("knowledge", 3), Refusal::UnknownRound);
    check(at(), round("break", 1), Refusal::NotAQuestion);
    check(ended(), does(ControlAction::Show), Refusal::Ended);
}

/// What is hidden until everybody has answered is shown; what somebody hid by hand is not, until
/// somebody shows it.
#[test]
fn figures_are_shown_but_for_those_that_were_hidden_by_hand() {
    let mut deck = decks::deck([
        decks::choice("knowledge", ["a", "b"]),
        decks::choice("guess", ["a", "b"]),
    ]);
    deck.results = Visibility::Hidden;
    let given = || {
        room_with(deck.clone())
            .moved("knowledge")
            .answered(ANNA, "knowledge", 1, [1])
    };
    let back = |story: Story| story.ended().then(go("knowledge"));
    assert_eq!(figure(&given()), None);
    assert_eq!(figure(&back(given())), Some(vec![1, 0]));
    assert_eq!(figure(&back(given().shown("knowledge"))), Some(vec![1, 0]));
    assert_eq!(figure(&back(given().hidden("knowledge"))), None);
    assert_eq!(
        figure(&back(given().hidden("knowledge")).then(does(ControlAction::Show))),
        Some(vec![1, 0])
    );
    assert_eq!(
        figure(&back(given()).then(does(ControlAction::Resume))),
        None,
        "and hidden again when it goes on"
    );
}

#[test]
fn what_is_hidden_by_moderation_stays_hidden() {
    let given = ended().then(go("values"));
    let shown = serde_json::to_string(&seen(&given, HostRole::Stage)).unwrap();
    assert!(shown.contains("rust") && !shown.contains("moed"), "{shown}");
    let more = given.then(hides("rust"));
    let shown = serde_json::to_string(&seen(&more, HostRole::Stage)).unwrap();
    assert!(
        !shown.contains("rust"),
        "also what is hidden meanwhile: {shown}"
    );
}

#[test]
fn a_break_of_long_ago_counts_down_to_nothing() {
    let part = seen(&ended().then(go("break")), HostRole::Stage)
        .slide
        .unwrap()
        .part;
    assert!(
        matches!(
            part,
            PartView::Break {
                minutes: None,
                until: None,
                ..
            }
        ),
        "{part:?}"
    );
    assert_eq!(seen(&ended().then(go("break")), HostRole::Stage).next, None);
}

#[test]
fn a_room_goes_on_as_if_nobody_had_looked_back() {
    let walk = |story: Story| {
        story
            .then(go("knowledge"))
            .then(round("knowledge", 1))
            .then(does(ControlAction::Hide))
    };
    let resumed = |story: Story| check(story, does(ControlAction::Resume), Accepted);
    let (plain, walked) = (resumed(ended()), resumed(walk(ended())));
    let without_count = |story: &Story| HostView {
        controls: 0,
        ..seen(story, HostRole::Presenter)
    };
    assert_eq!(without_count(&walked), without_count(&plain));
    assert_eq!(walked.position(), Some("guess"));
    assert!(walked.is_open("guess"));
    check(
        walked.story,
        does(ControlAction::Undo),
        Refusal::NothingToUndo,
    );
    let late = walk(ended()).later(RESUME_MS + SECOND);
    check(late, does(ControlAction::Resume), Refusal::NotResumable);
    assert_eq!(
        on_stage(&walk(ended()).later(30 * RESUME_MS)).as_deref(),
        Some("knowledge"),
        "for as long as it is there"
    );
}

#[test]
fn a_second_press_and_one_that_crossed_another_do_nothing() {
    let saw = |after, action| {
        Command::Control(Control {
            after: Some(after),
            ..Control::now(action)
        })
    };
    let seen = ended().room.controls;
    let once = check(ended(), saw(seen, ControlAction::Previous), Accepted);
    check(
        once.story,
        saw(seen, ControlAction::Previous),
        Refusal::Moved,
    );
    check(
        ended().then(does(ControlAction::Resume)),
        saw(seen, ControlAction::Previous),
        Refusal::Moved,
    );
}

/// A control that was stored behind an end before there was any looking back changed nothing, and
/// still doesn't.
#[test]
fn what_was_meant_for_a_room_that_goes_on_does_nothing_behind_its_end() {
    let moved = |looks_back| Event::Moved {
        to: "knowledge".into(),
        looks_back,
        after: None,
    };
    let shown = |looks_back| Event::Shown {
        question: "knowledge".into(),
        audience: Audience::Stage,
        shown: false,
        round: None,
        looks_back,
        after: None,
    };
    for event in [moved as fn(bool) -> Event, shown] {
        check(ended(), event(false), Refusal::Ended);
        check(ended(), event(true), Accepted);
        check(
            ended().then(does(ControlAction::Resume)),
            event(true),
            Refusal::Moved,
        );
        check(
            ended().then(does(ControlAction::Resume)),
            event(false),
            Accepted,
        );
    }
}

#[test]
fn a_slide_that_an_edit_took_away_is_looked_back_at_no_more() {
    let deck = decks::deck([decks::choice("knowledge", ["niets", "iets", "veel"])]);
    let edited = |at: &str| ended().then(go(at)).then(deck_named(deck.clone()));
    assert_eq!(on_stage(&edited("guess")), None);
    assert_eq!(on_stage(&edited("knowledge")).as_deref(), Some("knowledge"));
}

#[test]
fn answers_that_were_on_their_way_at_the_end_come_in_while_the_stage_looks_back() {
    let given = room()
        .moved("knowledge")
        .ended()
        .then(go("knowledge"))
        .later(SECOND);
    let after = check(given, picks(ANNA, "knowledge", 1, [1]), Accepted);
    assert_eq!(figure(&after), Some(vec![1, 0, 0]));
    check(
        after.story.later(60 * SECOND),
        picks(BRAM, "knowledge", 1, [1]),
        Refusal::Closed,
    );
}

fn stroll() -> impl Strategy<Value = Vec<Event>> {
    const SLIDES: &[&str] = &["welcome", "knowledge", "values", "step", "guess", "quick"];
    let slide = || proptest::sample::select(SLIDES).prop_map(crate::ids::SlideId::from);
    let step = prop_oneof![
        3 => slide().prop_map(|to| Event::Moved { to, looks_back: true, after: None }),
        2 => (slide(), any::<bool>(), proptest::option::of(1..3u32)).prop_map(|(question, shown, round)| {
            let (audience, round) = (Audience::Stage, round.filter(|_| shown));
            Event::Shown { question, audience, shown, round, looks_back: true, after: None }
        }),
        1 => Just(Event::Ended { after: None }),
    ];
    proptest::collection::vec(step, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever happened in the room and however the stage strolls through it.
    #[test]
    fn no_phone_notices_that_the_stage_looks_back(journal in journal(), stroll in stroll()) {
        let (mut room, _) = fold(&journal);
        let (seq, at) = (room.seq + 1, room.at);
        room.apply(seq, at, &Batch { producer: crate::ids::ProducerId("stroll".into()), ..story::batch(1, vec![Event::Ended { after: None }]) });
        let questions = |room: &Room| room.deck.slides.iter().map(|slide| room.phone_question(&slide.id, at)).collect::<Vec<_>>();
        let before = (room.phone_view(at), questions(&room), room.resumable_until(), room.next_deadline(at));
        let open: Vec<bool> = room.all_questions().map(|(_, state)| state.is_open(at)).collect();
        for (number, step) in (2..).zip(stroll) {
            room.apply(seq + number, at, &Batch { producer: crate::ids::ProducerId("stroll".into()), ..story::batch(number, vec![step]) });
            prop_assert_eq!(&(room.phone_view(at), questions(&room), room.resumable_until(), room.next_deadline(at)), &before);
            prop_assert_eq!(&room.all_questions().map(|(_, state)| state.is_open(at)).collect::<Vec<_>>(), &open);
        }
    }
}
