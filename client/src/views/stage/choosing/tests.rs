//! Pointing, by press and by key. What pages show of it stands with the tests of pages.

use shared::ids::AnswerId;
use shared::room::ModerationTarget;

use super::*;
use crate::views::stage::leading::KeysState;
use crate::views::stage::tests::view;

fn target(name: &str) -> PointedItem {
    PointedItem {
        name: name.to_owned(),
        text: format!("tekst van {name}"),
    }
}

/// Two pages of two.
fn figure_pages() -> FigurePages {
    FigurePages {
        first: 0,
        pages: vec![
            vec![target("a1"), target("a2")],
            vec![target("a3"), target("a4")],
        ],
    }
}

fn asked(ask: Option<HostRequest>) -> Option<(ModerationAction, ModerationTarget, Option<String>)> {
    match ask? {
        HostRequest::Moderate(moderation_request) => Some((
            moderation_request.action,
            moderation_request.about,
            moderation_request.into,
        )),
        other => panic!("{other:?}"),
    }
}

fn answer(number: u64) -> ModerationTarget {
    ModerationTarget::Answer(AnswerId(number))
}

fn aimed(live: &StageLiveState) -> Option<(String, usize)> {
    live.chosen
        .as_ref()
        .map(|chosen| (chosen.aim().name.clone(), figure_pages().page(live.page)))
}

/// Presses keys one after the other; what the last one asks.
fn keys(live: &mut StageLiveState, keys: &[&str]) -> Option<HostRequest> {
    keys.iter()
        .map(|key| {
            live.choose(key, &view("step", true, true), &figure_pages())
                .1
        })
        .last()
        .flatten()
}

#[test]
fn what_is_pointed_at_is_hidden_by_a_key_and_taken_back_by_another() {
    let (mut live, view) = (StageLiveState::default(), view("step", true, true));
    assert_eq!(live.point(target("a1"), &view, &figure_pages()), None);
    let (done, ask) = live.choose("x", &view, &figure_pages());
    assert_eq!(
        (done, asked(ask)),
        (true, Some((ModerationAction::Hide, answer(1), None)))
    );
    assert_eq!(live.chosen, None);
    assert_eq!(
        asked(live.undo.take_back(&view)),
        Some((ModerationAction::Restore, answer(1), None))
    );
    assert_eq!(
        live.choose("Delete", &view, &figure_pages()),
        (false, None),
        "nothing is pointed at"
    );
}

#[test]
fn two_are_merged_by_two_presses_or_by_keys_and_enter() {
    let merged =
        |from, into: &str| Some((ModerationAction::Merge, answer(from), Some(into.to_owned())));
    let (mut live, view) = (StageLiveState::default(), view("step", true, true));
    live.point(target("a1"), &view, &figure_pages());
    live.choose("m", &view, &figure_pages());
    assert_eq!(
        live.point(target("a1"), &view, &figure_pages()),
        None,
        "not with itself"
    );
    assert_eq!(
        asked(live.point(target("a2"), &view, &figure_pages())),
        merged(1, "a2")
    );
    assert_eq!(
        asked(keys(
            &mut StageLiveState::default(),
            &["x", "m", "ArrowRight", "ArrowRight", "Enter"]
        )),
        merged(1, "a3")
    );
    assert_eq!(
        asked(keys(
            &mut StageLiveState::default(),
            &["x", "m", "ArrowDown", "ArrowRight", "Enter"]
        )),
        merged(1, "a4")
    );
    let mut live = StageLiveState::default();
    assert_eq!(asked(keys(&mut live, &["x", "m", "Enter"])), None);
    assert_eq!(
        aimed(&live),
        Some(("a1".to_owned(), 0)),
        "there is nothing to confirm yet"
    );
}

#[test]
fn arrows_go_on_over_pages_and_the_page_goes_along() {
    for (pressed, at) in [
        (&["x"][..], ("a1", 0)),
        (&["x", "ArrowRight", "ArrowRight"], ("a3", 1)),
        (&["x", "ArrowLeft"], ("a4", 1)),
        (&["x", "ArrowDown"], ("a3", 1)),
        (&["x", "ArrowDown", "ArrowDown"], ("a1", 0)),
        (&["x", "ArrowUp", "ArrowRight"], ("a4", 1)),
        (&["x", "m", "ArrowLeft", "ArrowLeft"], ("a3", 1)),
    ] {
        let mut live = StageLiveState::default();
        keys(&mut live, pressed);
        assert_eq!(aimed(&live), Some((at.0.to_owned(), at.1)), "{pressed:?}");
    }
}

#[test]
fn another_key_lets_go_and_does_what_it_does() {
    let view = view("step", true, true);
    for (key, done) in [
        ("h", false),
        ("PageDown", false),
        (" ", false),
        ("1", false),
        ("z", false),
        ("Escape", true),
    ] {
        let mut live = StageLiveState::default();
        keys(&mut live, &["x"]);
        assert_eq!(
            (live.choose(key, &view, &figure_pages()), live.chosen),
            ((done, None), None),
            "{key}"
        );
    }
}

#[test]
fn of_two_that_are_to_be_merged_the_one_that_went_is_let_go() {
    let (mut live, view) = (StageLiveState::default(), view("step", true, true));
    keys(&mut live, &["x", "m", "ArrowRight"]);
    live.keep_in_sight(&FigurePages {
        first: 0,
        pages: vec![vec![target("a1"), target("a3")]],
    });
    assert_eq!(live.pointed(), Pointed([Some("a1"), None]));
    assert_eq!(
        live.choose("Enter", &view, &figure_pages()),
        (true, None),
        "that was for the one that went"
    );
    assert!(
        live.gone
            .as_ref()
            .is_some_and(|gone| gone.pressed && gone.text == "tekst van a2")
    );
    assert_eq!(
        live.choose("ArrowRight", &view, &figure_pages()),
        (true, None)
    );
    assert_eq!(
        (live.gone.clone(), live.pointed()),
        (None, Pointed([Some("a1"), Some("a2")]))
    );
    live.keep_in_sight(&FigurePages {
        first: 0,
        pages: vec![vec![target("a2")]],
    });
    assert_eq!(
        (live.pointed(), live.gone.is_some()),
        (Pointed::default(), true),
        "nothing is left to be merged"
    );
}

#[test]
fn enter_confirms_nothing_that_was_asked_before_something_was_chosen() {
    let mut live = StageLiveState {
        keys: KeysState {
            sure: true,
            typed: "12".into(),
            help: true,
            characters_off: false,
        },
        ..StageLiveState::default()
    };
    keys(&mut live, &["x"]);
    assert_eq!(live.keys, KeysState::default());
}

#[test]
fn an_answer_is_shown_by_itself_by_a_press_or_a_key_and_escape_goes_back() {
    let (view, a1) = (view("step", true, true), Some("a1".to_owned()));
    let (pressed, other) = ("press a1", "press a2");
    for (does, alone, chosen) in [
        (&[pressed][..], true, true),
        (&[pressed, "Escape"], false, true),
        (&[pressed, "Escape", "Escape"], false, false),
        (&[pressed, pressed], false, true),
        (&[pressed, "ArrowRight", "ArrowLeft"], true, true),
        (&[other, "ArrowLeft"], true, true),
        (&["x"], false, true),
        (&["x", "Enter"], true, true),
        (&["x", "Enter", "Enter"], false, true),
        (&["x", "Enter", "Escape"], false, true),
        (&["x", "Enter", "m"], false, true),
        (&["x", "Enter", "x"], false, false),
        (&["x", "Enter", "h"], false, false),
        (&["m"], false, false),
    ] {
        let mut live = StageLiveState::default();
        for step in does {
            match step.strip_prefix("press ") {
                Some(name) => drop(live.point(target(name), &view, &figure_pages())),
                None => drop(live.choose(step, &view, &figure_pages())),
            }
        }
        assert_eq!(
            live.enlarged().cloned(),
            a1.clone().filter(|_| alone),
            "{does:?}"
        );
        assert_eq!(live.chosen.is_some(), chosen, "{does:?}");
    }
}

#[test]
fn what_is_shown_by_itself_stays_and_goes_when_it_is_gone() {
    let (mut live, view) = (StageLiveState::default(), view("step", true, true));
    live.point(target("a1"), &view, &figure_pages());
    (0..CHOOSING_SECONDS * 20).for_each(|second| live.second(u64::from(second)));
    assert_eq!(live.enlarged().map(String::as_str), Some("a1"));
    live.keep_in_sight(&FigurePages {
        first: 0,
        pages: vec![vec![target("a2")]],
    });
    assert_eq!((live.enlarged(), live.gone.is_some()), (None, true));
}
