//! What each role sees, and what it never sees.

use super::commands::*;
use super::decks::{self, choice, deck, numbers};
use super::story::{NOON, SECOND, question_of, room, room_with};
use super::*;
use crate::control::ControlAction;
use crate::deck::{PhoneResults, PhonesTo, Visibility};
use crate::event::Event;
use crate::host::HostRole;
use crate::protocol::view::{Around, PartView};
use crate::question::{Answer, QuestionSpec};

fn phone_json(story: &Story) -> String {
    serde_json::to_string(&story.phone()).unwrap()
}

#[test]
fn phones_see_results_when_the_setting_says_so() {
    use PhoneResults::{Closed, Hidden, Shown};
    for (phones, stage, while_open, once_closed) in [
        (Closed, Visibility::Shown, false, true),
        (Closed, Visibility::Hidden, false, false),
        (Shown, Visibility::Shown, true, true),
        (Shown, Visibility::Hidden, true, true),
        (Hidden, Visibility::Shown, false, false),
    ] {
        let slide = choice("question", ["ja", "nee"])
            .phones(phones)
            .results(stage);
        let open = room_with(deck([slide]))
            .moved("question")
            .answered(ANNA, "question", 1, [1]);
        let sees = |story: &Story| story.phone_question().results.is_some();
        assert_eq!(sees(&open), while_open, "{phones:?} {stage:?}, open");
        assert_eq!(
            sees(&open.closed("question")),
            once_closed,
            "{phones:?} {stage:?}, closed"
        );
    }
}

#[test]
fn time_alone_may_show_results_to_phones() {
    let story = room().moved("quick").answered(ANNA, "quick", 1, [1]);
    assert!(story.phone_question().results.is_none());
    assert!(story.later(31 * SECOND).phone_question().results.is_some());
}

#[test]
fn hosts_but_the_stage_see_hidden_results() {
    let story = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1])
        .hidden("knowledge");
    for (role, sees) in [
        (HostRole::Stage, false),
        (HostRole::Presenter, true),
        (HostRole::Remote, true),
        (HostRole::Moderator, true),
        (HostRole::Speaker, false),
    ] {
        let question = story.host_question(role);
        assert_eq!(
            (question.results.is_some(), question.voters),
            (sees, Some(1)),
            "{role:?}"
        );
    }
    assert_eq!(
        story.phone_question().voters,
        None,
        "votes cause no new view on phones"
    );
}

/// Two rooms in which as many people answered something else: their stages are sent the same bytes.
#[test]
fn a_stage_that_hides_results_is_told_how_many_answered_and_nothing_else() {
    let scale = |values: [Option<i32>; 2]| Answer::Scale {
        values: values.to_vec(),
    };
    let place = |hundredths| Answer::Spectrum { hundredths };
    let asked = |question: &str| room().moved(question).hidden(question);
    for (question, one, other) in [
        (
            "knowledge",
            picks(ANNA, "knowledge", 1, [1]),
            picks(ANNA, "knowledge", 1, [2]),
        ),
        (
            "choices",
            picks(ANNA, "choices", 1, [0]),
            picks(ANNA, "choices", 1, [1, 2]),
        ),
        (
            "values",
            says(ANNA, "values", 1, ["hoop"]),
            says(ANNA, "values", 1, ["rust", "moed", "lef"]),
        ),
        (
            "step",
            adds(ANNA, "step", "k", 1, "Bellen"),
            adds(ANNA, "step", "k", 1, "Een heel ander plan"),
        ),
        (
            "guess",
            answers(ANNA, "guess", 1, place(100)),
            answers(ANNA, "guess", 1, place(9_900)),
        ),
        (
            "statement",
            answers(ANNA, "statement", 1, scale([Some(1), None])),
            answers(ANNA, "statement", 1, scale([Some(4), Some(2)])),
        ),
    ] {
        let sent = |command: Command| {
            let story = asked(question).then(command);
            let view = story
                .room
                .host_view(HostRole::Stage, story.at, Around::default());
            assert_eq!(
                question_of(view.slide.clone()).voters,
                Some(1),
                "{question}"
            );
            serde_json::to_string(&view).unwrap()
        };
        let hidden = sent(one);
        assert_eq!(hidden, sent(other), "{question}");
        assert!(
            hidden.contains("\"results\":null") && !hidden.contains("\"votes\":1"),
            "{hidden}"
        );
    }
}

#[test]
fn votes_do_not_change_what_phones_show() {
    let before = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1]);
    let after = before
        .clone()
        .answered(BRAM, "knowledge", 1, [1])
        .then(joins(CARLA));
    assert_eq!(before.phone(), after.phone());
}

#[test]
fn notes_are_for_the_presenter_and_the_next_slide_for_hosts_behind_the_stage() {
    let story = room().moved("welcome");
    for (role, notes, next) in [
        (HostRole::Stage, None, None),
        (
            HostRole::Presenter,
            Some("Niet vergeten: dankwoord"),
            Some("Over knowledge"),
        ),
        (HostRole::Remote, None, Some("Over knowledge")),
        (HostRole::Moderator, None, Some("Over knowledge")),
        (HostRole::Speaker, None, None),
    ] {
        let view = story.room.host_view(
            role,
            NOON,
            Around {
                present: 3,
                ..Around::default()
            },
        );
        assert_eq!(
            (view.notes.as_deref(), view.next.as_deref(), view.present),
            (notes, next, 3),
            "{role:?}"
        );
    }
    assert!(!phone_json(&story).contains("dankwoord"));
}

#[test]
fn the_list_of_all_slides_is_for_the_presenter() {
    let story = room().moved("welcome").opened("knowledge");
    for role in [
        HostRole::Stage,
        HostRole::Presenter,
        HostRole::Remote,
        HostRole::Moderator,
        HostRole::Speaker,
    ] {
        let view = story.room.host_view(role, NOON, Around::default());
        let presents = role == HostRole::Presenter;
        assert_eq!(
            (view.outline.len(), view.upcoming.is_some()),
            if presents {
                (story.room.deck.slides.len(), true)
            } else {
                (0, false)
            },
            "{role:?}"
        );
    }
    let view = story
        .answered(ANNA, "knowledge", 1, [1])
        .then(does_to(ControlAction::Skip, "step"))
        .room
        .host_view(HostRole::Presenter, NOON, Around::default());
    let row = |id: &str| view.outline.iter().find(|row| row.id == id.into()).unwrap();
    assert_eq!(
        (row("knowledge").voters, row("knowledge").open),
        (Some(1), true)
    );
    assert_eq!(
        (row("values").voters, row("values").open),
        (None, false),
        "never asked"
    );
    assert!(row("step").skip && !row("knowledge").skip);
    assert_eq!(view.upcoming, Some("knowledge".into()));
}

/// What is drawn as the next slide is the room after *next*, and the room itself stays.
#[test]
fn the_room_one_on_is_what_next_makes_of_it() {
    let mut story = room();
    while let Some(ahead) = story.room.one_on(story.at) {
        let before = story.clone();
        let shown = |room: &Room| room.host_view(HostRole::Stage, NOON, Around::default());
        story = story.then(does(ControlAction::Next));
        assert_eq!(shown(&ahead), shown(&story.room));
        assert_ne!(shown(&ahead), shown(&before.room));
    }
    assert_eq!(
        check(story, does(ControlAction::Next), Refusal::AtEnd)
            .story
            .room
            .one_on(NOON),
        None
    );
}

#[test]
fn phones_learn_of_no_slide_before_its_time() {
    for story in [
        room(),
        room().moved("welcome"),
        room().moved("welcome").closed("knowledge"),
        room()
            .moved("welcome")
            .hidden("knowledge")
            .shown_on_phones("knowledge"),
        room().moved("choices").closed("knowledge"),
    ] {
        assert!(
            !phone_json(&story).contains("knowledge"),
            "{:?}",
            story.journal
        );
        assert!(
            story
                .room
                .phone_question(&"knowledge".into(), story.at)
                .is_none()
        );
    }
    assert!(!phone_json(&room().moved("welcome")).contains("iets"));
}

#[test]
fn right_answers_are_never_sent_to_phones() {
    for story in [
        room().moved("knowledge"),
        room().moved("knowledge").closed("knowledge"),
        room().moved("knowledge").moved("break"),
    ] {
        assert!(!phone_json(&story).contains("correct"));
        let stage = story
            .room
            .host_view(HostRole::Stage, story.at, Around::default());
        assert!(!serde_json::to_string(&stage).unwrap().contains("correct"));
    }
}

/// A right number is sent to stage and phones once the question is closed, and not while it can be
/// answered (again).
#[test]
fn a_right_number_is_told_once_nobody_can_answer_any_more() {
    let asked = || {
        deck([
            numbers("how-many", &["1.234"]),
            choice("after", ["ja", "nee"]),
        ])
    };
    let given = |story: Story, who, turn, thousandths| {
        story.then(answers(
            who,
            "how-many",
            turn,
            Answer::Number { thousandths },
        ))
    };
    let open = || given(room_with(asked()).moved("how-many"), ANNA, 1, 900_000);
    for (named, story, expected) in [
        ("open", open(), false),
        (
            "open, and shown on phones",
            open().shown_on_phones("how-many"),
            false,
        ),
        ("closed", open().closed("how-many"), true),
        (
            "closed before anybody answered",
            room_with(asked()).moved("how-many").closed("how-many"),
            false,
        ),
        (
            "opened again",
            open().closed("how-many").opened("how-many"),
            false,
        ),
        ("in its grace", open().moved("after"), false),
    ] {
        for role in [HostRole::Stage, HostRole::Presenter, HostRole::Remote] {
            let view =
                serde_json::to_string(&story.room.host_view(role, story.at, Around::default()))
                    .unwrap();
            assert_eq!(
                view.contains("1234") && view.contains("nearest"),
                expected,
                "{named}, {role:?}: {view}"
            );
        }
        let phone = phone_json(&story);
        assert_eq!(phone.contains("correct"), expected, "{named}: {phone}");
    }
}

#[test]
fn nobody_sees_who_sent_what() {
    let story = room()
        .moved("step")
        .added(ANNA, "step", "sleutel", "Bellen")
        .upvoted(BRAM, "step", 1)
        .voting("step");
    let own = story.room.own(BRAM);
    for json in [phone_json(&story), serde_json::to_string(&own).unwrap()] {
        assert!(
            !json.contains(&ANNA.to_string()) && !json.contains("sleutel"),
            "{json}"
        );
    }
    assert!(
        !serde_json::to_string(&own).unwrap().contains("Bellen"),
        "another's answer is not one's own"
    );
    assert!(story.room.own(CARLA).is_empty());
}

#[test]
fn a_question_in_its_grace_stays_on_phones() {
    let left = || room().moved("knowledge").moved("welcome");
    let late = |story: Story| {
        story
            .phone()
            .late
            .into_iter()
            .map(|slide| slide.id.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(late(room().moved("knowledge")), [""; 0]);
    assert_eq!(late(left()), ["knowledge"]);
    assert_eq!(late(left().later(20 * SECOND)), [""; 0]);
    assert_eq!(late(left().moved("knowledge")), [""; 0]);
}

#[test]
fn phones_keep_a_list_of_what_was_asked() {
    let asked = |story: Story| {
        story
            .phone()
            .asked
            .into_iter()
            .map(|asked| asked.id.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(asked(room()), [""; 0]);
    assert_eq!(
        asked(room().moved("step").moved("knowledge").moved("order")),
        ["knowledge", "step"]
    );
    assert_eq!(
        asked(room().moved("knowledge").closed("knowledge")),
        ["knowledge"]
    );
}

#[test]
fn what_cannot_be_played_is_shown_with_its_prompt() {
    let ranked = decks::ask("ranked", QuestionSpec::Points(Default::default()));
    let ranked = || room_with(decks::deck([ranked.clone()])).moved("ranked");
    for (story, id, kind, part) in [
        (ranked(), "ranked", "points", PartView::Later),
        (room().moved("order"), "order", "qa", PartView::Content),
    ] {
        let slide = story.phone().slide.unwrap();
        assert_eq!((slide.prompt, &*slide.kind), (format!("Over {id}"), kind));
        assert_eq!(slide.part, part);
        assert!(!story.is_open(id));
        check(story, does(ControlAction::Open), Refusal::NotPlayable);
    }
}

#[test]
fn a_view_is_bounded_whatever_the_room_has_answered() {
    let limit = crate::limits::VIEW_ANSWERS;
    let mut story = room().moved("step");
    for number in 0..limit as u128 + 5 {
        story = story.added(
            crate::ids::ParticipantId(100 + number),
            "step",
            "k",
            &format!("antwoord {number}"),
        );
    }
    let view = story.host_question(HostRole::Stage);
    let Some(crate::question::Results::Open(results)) = view.results else {
        panic!("no results")
    };
    assert_eq!(
        (results.answers.len(), results.total, results.voters),
        (limit, 305, 305)
    );
    assert_eq!(results.answers.last().unwrap().text, "antwoord 304");
    assert_eq!(view.votable.unwrap().len(), limit);
}

/// The deck says that phones see results once a question is closed.
#[test]
fn a_room_shows_results_on_phones_when_its_host_says_so_whatever_its_deck_says() {
    let set = |to| Event::PhonesSet { to };
    let open = || {
        room()
            .moved("knowledge")
            .answered(ANNA, "knowledge", 1, [2])
    };
    let sees = |story: &Story| story.phone_question().results.is_some();
    assert!(!sees(&open()));
    assert!(sees(&open().closed("knowledge")));

    let at_once = check(open(), set(PhonesTo::Shown), Accepted);
    assert!(sees(&at_once));
    check(at_once.story.clone(), set(PhonesTo::Shown), Repeated);
    // What is shown or hidden by hand is so.
    assert!(!sees(&at_once.story.hidden_on_phones("knowledge")));

    let never = check(open().closed("knowledge"), set(PhonesTo::Hidden), Accepted);
    assert!(!sees(&never));
    assert!(sees(&never.story.clone().shown_on_phones("knowledge")));
    let again = check(never.story, set(PhonesTo::Deck), Accepted);
    assert!(sees(&again));
    let controls = (again.room.controls, again.room.undoable());
    assert_eq!(controls.0, 2, "it is no control");
}
