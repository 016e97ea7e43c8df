//! What outlives a reload, and another language of the same page.

use super::unsent::{changed, touched};
use super::*;
use crate::phone::live::SendState;

/// The same phone after a reload of a page that shows this.
fn reloaded(outbox: &PhoneState, slide: SlideView, language: Language) -> PhoneState {
    let kept = serde_json::to_string(outbox.kept()).unwrap();
    let kept = crate::reading::read::<Kept>(&kept).unwrap();
    let mut again = PhoneState::new(
        ParticipantState {
            language,
            ..state(slide)
        },
        Some(kept),
    );
    // The form as the server drew it: nobody has touched it. An open answer gets a key of its own
    // each time.
    let key = again.page().key.to_string();
    again.take(OutboxEvent::Found(form(
        "q",
        1,
        &[("entry", ""), ("entry", ""), ("other", "")],
    )));
    again.take(OutboxEvent::Found(form(
        "q",
        1,
        &[("key", &key), ("text", "")],
    )));
    again
}

#[test]
fn what_was_filled_in_and_not_sent_survives_a_reload_and_another_language() {
    for (input, fields) in touched() {
        for language in Language::ALL {
            let slide = question("q", 1, input.clone());
            let mut outbox = at(slide.clone());
            typed(&mut outbox, fields);
            let again = reloaded(&outbox, slide, language);
            assert_eq!(
                again.page().typed,
                Some(form("q", 1, fields).0),
                "{fields:?}"
            );
        }
    }
}

#[test]
fn a_change_of_what_is_stored_survives_a_reload_too() {
    let slide = words("q", 1);
    let mut outbox = at(slide.clone());
    let hello = || hello(words("q", 1), anna(), vec![("q", stored(1, "oud"))]);
    outbox.take(hello());
    typed(&mut outbox, &[("entry", "nieuw")]);
    let mut page = state(slide);
    page.own.insert("q".into(), stored(1, "oud"));
    let mut again = PhoneState::new(page, Some(outbox.kept().clone()));
    again.take(OutboxEvent::Found(form(
        "q",
        1,
        &[("entry", "oud"), ("entry", "")],
    )));
    again.take(hello());
    assert_eq!(
        Fields(again.page().typed.unwrap()).first("entry"),
        Some("nieuw")
    );
}

#[test]
fn what_somebody_typed_before_the_script_had_come_counts() {
    for (input, fields) in touched() {
        let mut outbox = at(question("q", 1, input));
        outbox.take(OutboxEvent::Found(form("q", 1, fields)));
        assert_eq!(
            outbox.page().typed,
            Some(form("q", 1, fields).0),
            "{fields:?}"
        );
    }
}

#[test]
fn a_round_that_began_while_the_page_was_away_is_told() {
    for (input, fields) in touched() {
        let slide = question("q", 1, input);
        let mut outbox = at(slide.clone());
        typed(&mut outbox, fields);
        let again = changed(&slide, |asked| asked.round = 2);
        let again = PhoneState::new(state(again), Some(outbox.kept().clone()));
        assert_eq!(code(&again), Some("stale_round"), "{fields:?}");
        assert_eq!(
            Fields(again.page().typed.unwrap()).first("round"),
            Some("2"),
            "{fields:?}: to be sent on purpose"
        );
    }
}

#[test]
fn what_was_said_of_a_busy_server_is_over_once_the_answer_is_stored() {
    let about = || {
        Some(shared::protocol::About {
            question: "q".into(),
            round: 1,
            turn: 1,
        })
    };
    let own = |entry| hello(words("q", 1), anna(), vec![("q", stored(1, entry))]);
    for word in ["too_fast", "cannot_store"] {
        for (how, arrives) in [
            ("acknowledged", saved(1, None)),
            ("found in the greeting", own("rust")),
        ] {
            let mut outbox = at(words("q", 1));
            press(&mut outbox, &[("entry", "rust")]);
            outbox.take(OutboxEvent::Heard(ServerFrame::Error {
                code: word.into(),
                about: about(),
            }));
            assert_eq!(code(&outbox), Some(word));
            outbox.take(arrives);
            assert_eq!(
                (code(&outbox), sending(&outbox)),
                (None, 0),
                "{word}, {how}"
            );
        }
    }
    let mut outbox = at(words("q", 1));
    press(&mut outbox, &[("entry", "rust")]);
    outbox.take(OutboxEvent::ShutOut(PhoneNotice::Removed));
    outbox.take(saved(1, None));
    assert_eq!(
        code(&outbox),
        Some("removed"),
        "what is about more than that answer stays"
    );
}

#[test]
fn an_answer_that_is_not_taken_says_so_until_one_is() {
    let how = |outbox: &PhoneState| outbox.page().live.unwrap().sending(&"q".into());
    let mut outbox = at(words("q", 1));
    press(&mut outbox, &[("entry", "rust")]);
    assert_eq!(how(&outbox), Some(SendState::UnderWay));
    outbox.take(OutboxEvent::Blocked(true));
    assert_eq!(how(&outbox), Some(SendState::Blocked));
    outbox.take(OutboxEvent::Again);
    outbox.take(hello(words("q", 1), anna(), vec![]));
    assert_eq!(
        how(&outbox),
        Some(SendState::Blocked),
        "that the room can be heard changes nothing"
    );
    outbox.take(OutboxEvent::Reached(false));
    assert_eq!(how(&outbox), Some(SendState::Offline));
    outbox.take(OutboxEvent::Reached(true));
    outbox.take(saved(1, None));
    assert_eq!(
        (how(&outbox), outbox.page().live.unwrap().blocked),
        (None, false)
    );
}

#[test]
fn the_mark_of_the_line_is_full_only_once_the_room_was_heard() {
    let mark = |outbox: &PhoneState| {
        outbox
            .page()
            .live
            .map(|live| (live.reached, live.heard))
            .unwrap()
    };
    let mut outbox = at(words("q", 1));
    assert_eq!(
        mark(&outbox),
        (true, false),
        "nothing was heard yet, and nothing is wrong"
    );
    for (event, expected) in [
        (hello(words("q", 1), anna(), vec![]), (true, true)),
        (OutboxEvent::Reached(false), (false, true)),
        (moved(words("q", 1), vec![]), (true, true)),
        (OutboxEvent::Reached(false), (false, true)),
        (OutboxEvent::Reached(true), (true, true)),
        (OutboxEvent::ShutOut(PhoneNotice::Gone), (false, true)),
    ] {
        outbox.take(event.clone());
        assert_eq!(mark(&outbox), expected, "{event:?}");
    }
}
