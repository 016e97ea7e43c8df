//! What outlives a reload, and another language of the same page.

use super::unsent::{changed, touched};
use super::*;
use crate::views::participant::live::Sending;

/// The same phone after a reload of a page that shows this.
fn reloaded(pocket: &Pocket, slide: SlideView, language: Language) -> Pocket {
    let kept = serde_json::to_string(pocket.kept()).unwrap();
    let kept = crate::reading::read::<Kept>(&kept).unwrap();
    let mut again = Pocket::new(ParticipantState { language, ..state(slide) }, Some(kept));
    // The form as the server drew it: nobody has touched it. An open answer gets a key of its own each time.
    let key = again.page().key.to_string();
    again.take(Event::Found(form("q", 1, &[("entry", ""), ("entry", ""), ("other", "")])));
    again.take(Event::Found(form("q", 1, &[("key", &key), ("text", "")])));
    again
}

#[test]
fn what_was_filled_in_and_not_sent_survives_a_reload_and_another_language() {
    for (input, fields) in touched() {
        for language in Language::ALL {
            let slide = question("q", 1, input.clone());
            let mut pocket = at(slide.clone());
            typed(&mut pocket, fields);
            let again = reloaded(&pocket, slide, language);
            assert_eq!(again.page().typed, Some(form("q", 1, fields).0), "{fields:?}");
        }
    }
}

#[test]
fn a_change_of_what_is_stored_survives_a_reload_too() {
    let slide = words("q", 1);
    let mut pocket = at(slide.clone());
    let hello = || hello(words("q", 1), anna(), vec![("q", stored(1, "oud"))]);
    pocket.take(hello());
    typed(&mut pocket, &[("entry", "nieuw")]);
    let mut page = state(slide);
    page.own.insert("q".into(), stored(1, "oud"));
    let mut again = Pocket::new(page, Some(pocket.kept().clone()));
    again.take(Event::Found(form("q", 1, &[("entry", "oud"), ("entry", "")])));
    again.take(hello());
    assert_eq!(Fields(again.page().typed.unwrap()).first("entry"), Some("nieuw"));
}

#[test]
fn what_somebody_typed_before_the_script_had_come_counts() {
    for (input, fields) in touched() {
        let mut pocket = at(question("q", 1, input));
        pocket.take(Event::Found(form("q", 1, fields)));
        assert_eq!(pocket.page().typed, Some(form("q", 1, fields).0), "{fields:?}");
    }
}

#[test]
fn a_round_that_began_while_the_page_was_away_is_told() {
    for (input, fields) in touched() {
        let slide = question("q", 1, input);
        let mut pocket = at(slide.clone());
        typed(&mut pocket, fields);
        let again = changed(&slide, |asked| asked.round = 2);
        let again = Pocket::new(state(again), Some(pocket.kept().clone()));
        assert_eq!(code(&again), Some("stale_round"), "{fields:?}");
        assert_eq!(Fields(again.page().typed.unwrap()).first("round"), Some("2"), "{fields:?}: to be sent on purpose");
    }
}

#[test]
fn what_was_said_of_a_busy_server_is_over_once_the_answer_is_stored() {
    let about = || Some(shared::protocol::About { question: "q".into(), round: 1, turn: 1 });
    let own = |entry| hello(words("q", 1), anna(), vec![("q", stored(1, entry))]);
    for word in ["too_fast", "cannot_store"] {
        for (how, arrives) in [("acknowledged", saved(1, None)), ("found in the greeting", own("rust"))] {
            let mut pocket = at(words("q", 1));
            press(&mut pocket, &[("entry", "rust")]);
            pocket.take(Event::Heard(ServerFrame::Error { code: word.into(), about: about() }));
            assert_eq!(code(&pocket), Some(word));
            pocket.take(arrives);
            assert_eq!((code(&pocket), sending(&pocket)), (None, 0), "{word}, {how}");
        }
    }
    let mut pocket = at(words("q", 1));
    press(&mut pocket, &[("entry", "rust")]);
    pocket.take(Event::ShutOut(Notice::Removed));
    pocket.take(saved(1, None));
    assert_eq!(code(&pocket), Some("removed"), "what is about more than that answer stays");
}

#[test]
fn an_answer_that_is_not_taken_says_so_until_one_is() {
    let how = |pocket: &Pocket| pocket.page().live.unwrap().sending(&"q".into());
    let mut pocket = at(words("q", 1));
    press(&mut pocket, &[("entry", "rust")]);
    assert_eq!(how(&pocket), Some(Sending::UnderWay));
    pocket.take(Event::Blocked(true));
    assert_eq!(how(&pocket), Some(Sending::Blocked));
    pocket.take(Event::Again);
    pocket.take(hello(words("q", 1), anna(), vec![]));
    assert_eq!(how(&pocket), Some(Sending::Blocked), "that the room can be heard changes nothing");
    pocket.take(Event::Reached(false));
    assert_eq!(how(&pocket), Some(Sending::Offline));
    pocket.take(Event::Reached(true));
    pocket.take(saved(1, None));
    assert_eq!((how(&pocket), pocket.page().live.unwrap().blocked), (None, false));
}

#[test]
fn the_mark_of_the_line_is_full_only_once_the_room_was_heard() {
    let mark = |pocket: &Pocket| pocket.page().live.map(|live| (live.reached, live.heard)).unwrap();
    let mut pocket = at(words("q", 1));
    assert_eq!(mark(&pocket), (true, false), "nothing was heard yet, and nothing is wrong");
    for (event, expected) in [
        (hello(words("q", 1), anna(), vec![]), (true, true)),
        (Event::Reached(false), (false, true)),
        (moved(words("q", 1), vec![]), (true, true)),
        (Event::Reached(false), (false, true)),
        (Event::Reached(true), (true, true)),
        (Event::ShutOut(Notice::Gone), (false, true)),
    ] {
        pocket.take(event.clone());
        assert_eq!(mark(&pocket), expected, "{event:?}");
    }
}
