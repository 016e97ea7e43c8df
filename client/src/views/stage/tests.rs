//! Keys, and what the page takes note of.

use shared::code::JoinCode;
use shared::control::{Control, ControlAction, Undoable};
use shared::ids::SlideId;
use shared::phase::Phase;
use shared::protocol::view::{
    HostView, Moderable, PartView, QuestionView, ResultsVisibility, Screen, SlideView,
};
use shared::question::Input;
use shared::question::open::{OpenInput, OpenLayout};

use super::StageState;
use super::figure_pages::FigurePages;
use super::host_request::HostRequest;
use super::keys::{Focus, KeyHandling, dealt, is_character, pressed};
use super::leading::SWITCH;
use super::live::{LED_SECONDS, PAGE_SECONDS, StageLiveState};
use super::undo::offered;
use crate::language::Language;
use crate::model::undo::Back;
use crate::views::desk::moderating::live::ModerationLiveState;

pub(super) fn view(slide: &str, open: bool, shown: bool) -> HostView {
    let question = QuestionView {
        round: 1,
        open,
        voting: false,
        change: true,
        holds: false,
        required: false,
        countdown_ends: None,
        grace_ends: None,
        evaluation: false,
        groups: None,
        rules: shared::rules::Rules::LATEST,
        input: Input::Open(OpenInput {
            entries: 1,
            length: 200,
            votes: 3,
            layout: OpenLayout::Wall,
            columns: Vec::new(),
        }),
        results: None,
        split: None,
        results_round: None,
        rounds: None,
        cloud: None,
        votable: None,
        voters: Some(0),
        shown: Some(ResultsVisibility {
            stage: shown,
            phones: false,
        }),
        moderable: None,
        typed: None,
    };
    let part = PartView::Question(Box::new(question));
    let (id, kind, prompt) = (SlideId::from(slide), "open".into(), "Wat?".into());
    HostView {
        trial: None,
        phones: Default::default(),
        title: "Zaal".into(),
        language: "nl".into(),
        phase: Phase::Live,
        looks_back: false,
        participants: 0,
        present: 0,
        sending: 0,
        screen: Screen::Slides,
        slides: 9,
        slide: Some(SlideView {
            id,
            number: 3,
            kind,
            prompt,
            body: String::new(),
            part,
        }),
        notes: None,
        outline: Vec::new(),
        upcoming: None,
        deck_version: 0,
        next: None,
        next_part: None,
        wifi: None,
        door_closed: false,
        waiting: None,
        more_time: None,
        began_at: None,
        slide_began_at: None,
        minutes: None,
        waits: Vec::new(),
        suggested: Vec::new(),
        compared: None,
        controls: 0,
        undoable: None,
        recent: Vec::new(),
        qa: None,
        reactions: Vec::new(),
        finished: None,
        evaluation: None,
        groups: None,
        resumable_until: None,
    }
}

/// A stage that shows it.
pub(super) fn state(slide: &str, open: bool, shown: bool) -> StageState {
    StageState {
        language: Language::Nl,
        room: "hall".into(),
        controls: true,
        code: JoinCode::parse("8914 5348").unwrap(),
        address: "peil.example.org".into(),
        qr_svg: "<svg></svg>".into(),
        seq: 1,
        view: view(slide, open, shown),
        refresh_seconds: None,
        turn: 0,
        now: 0,
    }
}

fn control(action: ControlAction, slide: Option<&str>) -> Option<HostRequest> {
    Some(HostRequest::Control(Control {
        slide: slide.map(SlideId::from),
        ..Control::now(action)
    }))
}

#[test]
fn keys_of_one_character_can_be_switched_off_and_no_others() {
    for key in ["h", "H", "o", "1", "0", ".", "?", "é", "/", "-"] {
        assert!(is_character(key), "{key}");
    }
    for key in [
        "ArrowRight",
        "PageDown",
        "Enter",
        "Escape",
        " ",
        "Tab",
        "F5",
        "",
        SWITCH,
    ] {
        assert!(!is_character(key), "{key}");
    }
    let (view, figure_pages) = (view("q", true, true), FigurePages::default());
    let mut live = StageLiveState::default();
    live.keys.help = true;
    for off in [true, false] {
        assert_eq!(pressed(SWITCH, &mut live, &view, 1, &figure_pages), None);
        assert_eq!(
            (live.keys.characters_off, live.keys.help),
            (off, true),
            "and the keys stay in sight"
        );
    }
}

#[test]
fn every_key_asks_for_one_thing() {
    for (keys, asked) in [
        (&["ArrowRight"][..], control(ControlAction::Next, None)),
        (&[" "], control(ControlAction::Next, None)),
        (&["PageDown"], control(ControlAction::Next, None)),
        (&["PageUp"], control(ControlAction::Previous, None)),
        (&["ArrowUp"], control(ControlAction::Previous, None)),
        (&["h"], control(ControlAction::Hide, Some("q"))),
        (&["O"], control(ControlAction::Close, Some("q"))),
        (&["v"], control(ControlAction::Vote, Some("q"))),
        (&["r"], None),
        (&["r", "Enter"], control(ControlAction::Reset, Some("q"))),
        (&["r", "Escape", "Enter"], None),
        (&["j"], Some(HostRequest::Screen(Screen::Join))),
        (&["."], Some(HostRequest::Screen(Screen::Blank))),
        (&["f"], Some(HostRequest::FullScreen)),
        (
            &["1", "2", "Enter"],
            control(ControlAction::Go, Some("#12")),
        ),
        (&["1", "Escape", "Enter"], None),
        (&["x"], None),
        (&["Shift"], None),
        (&["z"], None),
    ] {
        let mut live = StageLiveState::default();
        let last = keys
            .iter()
            .map(|key| {
                pressed(
                    key,
                    &mut live,
                    &view("q", true, true),
                    1,
                    &FigurePages::default(),
                )
            })
            .last();
        assert_eq!(last.flatten(), asked, "{keys:?}");
    }
}

#[test]
fn what_was_asked_can_be_taken_back_once() {
    for (key, back) in [
        ("ArrowRight", None),
        ("h", None),
        ("v", None),
        ("b", Some(HostRequest::Screen(Screen::Slides))),
        ("j", Some(HostRequest::Screen(Screen::Slides))),
    ] {
        let mut live = StageLiveState::default();
        let before = view("q", true, true);
        pressed(key, &mut live, &before, 1, &FigurePages::default());
        assert_eq!(
            pressed("z", &mut live, &before, 1, &FigurePages::default()),
            back,
            "{key}"
        );
        assert_eq!(
            pressed("z", &mut live, &before, 1, &FigurePages::default()),
            None,
            "{key}"
        );
    }
}

fn undoable(action: ControlAction, at: u64) -> Option<Undoable> {
    Some(Undoable {
        control: 7,
        action,
        slide: Some(3),
        at,
        by: None,
    })
}

#[test]
fn what_the_room_did_last_is_taken_back_by_the_room_whoever_did_it() {
    use ControlAction::*;
    for action in [Go, Open, Close, Show, Hide, Vote, Reset] {
        let mut live = StageLiveState::default();
        let view = HostView {
            undoable: undoable(action, 0),
            controls: 7,
            ..view("q", true, true)
        };
        let asked = pressed("z", &mut live, &view, 1, &FigurePages::default());
        assert_eq!(asked, Some(HostRequest::to(Undo)), "{action:?}");
        assert_eq!(live.undo.returning, Some(Back::Before(action)));
        let control = Control {
            after: Some(7),
            ..Control::now(Undo)
        };
        assert_eq!(
            asked.map(|asked| asked.after(view.controls)),
            Some(HostRequest::Control(control))
        );
    }
}

#[test]
fn what_this_page_alone_did_last_goes_first() {
    let (mut live, nothing) = (StageLiveState::default(), FigurePages::default());
    let view = HostView {
        undoable: undoable(ControlAction::Go, 0),
        ..view("q", true, true)
    };
    pressed("b", &mut live, &view, 1, &nothing);
    assert_eq!(
        pressed("z", &mut live, &view, 1, &nothing),
        Some(HostRequest::Screen(Screen::Slides))
    );
    assert_eq!(
        pressed("z", &mut live, &view, 1, &nothing),
        Some(HostRequest::to(ControlAction::Undo))
    );
}

#[test]
fn the_way_back_is_offered_for_ten_seconds_and_not_for_every_step() {
    for (action, seconds, expected) in [
        (ControlAction::Reset, 0, true),
        (ControlAction::Reset, 9, true),
        (ControlAction::Reset, 10, false),
        (ControlAction::Close, 3, true),
        (ControlAction::Go, 0, false),
    ] {
        let view = HostView {
            undoable: undoable(action, 50_000),
            ..view("q", true, true)
        };
        let now = Some(50_000 + seconds * 1000);
        assert_eq!(
            offered(&view, now).is_some(),
            expected,
            "{action:?} {seconds}"
        );
    }
    let view = HostView {
        undoable: undoable(ControlAction::Reset, 0),
        ..view("q", true, true)
    };
    assert_eq!(offered(&view, None), None, "nothing where no script runs");
}

#[test]
fn what_came_back_is_said_once_the_room_has_done_it_and_not_for_long() {
    let (mut live, nothing) = (StageLiveState::default(), FigurePages::default());
    let before = HostView {
        undoable: undoable(ControlAction::Hide, 0),
        ..view("q", true, true)
    };
    pressed("z", &mut live, &before, 1, &nothing);
    assert_eq!(live.undo.said, None, "not before it is done");
    let back = live.undo.returning.take();
    live.answered(Ok(()), back);
    assert_eq!(
        live.undo.said.as_ref().map(|said| &said.back),
        Some(&Back::Before(ControlAction::Hide))
    );
    (0..9).for_each(|second| live.second(second));
    assert_eq!(live.undo.said, None);
    pressed("z", &mut live, &view("q", true, true), 1, &nothing);
    assert_eq!(
        live.undo.said.take().map(|said| said.back),
        Some(Back::Nothing)
    );
    pressed("z", &mut live, &before, 1, &nothing);
    let back = live.undo.returning.take();
    live.answered(Err("offline".to_owned()), back);
    assert_eq!(
        (live.undo.said, live.host.refused.as_deref()),
        (None, Some("offline"))
    );
}

#[test]
fn arrows_up_and_down_turn_pages_where_there_are_any() {
    let mut live = StageLiveState::default();
    for (key, turn) in [("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1)] {
        assert_eq!(
            pressed(
                key,
                &mut live,
                &view("q", true, true),
                4,
                &FigurePages::default()
            ),
            None
        );
        assert_eq!(live.page, turn);
    }
}

#[test]
fn pages_turn_calmly_and_begin_anew_on_another_slide() {
    let mut live = StageLiveState::default();
    (0..PAGE_SECONDS * 2 + 1).for_each(|second| live.second(u64::from(second)));
    assert_eq!((live.page, live.seconds), (2, 1));
    live.keys.typed = "1".into();
    live.follow(Some(&view("a", true, true)), &view("a", true, false));
    assert_eq!((live.page, live.keys.typed.as_str()), (2, "1"));
    live.follow(Some(&view("a", true, true)), &view("a", false, true));
    assert_eq!(
        (live.page, live.keys.typed.as_str()),
        (0, "1"),
        "closed, the most voted come first"
    );
    live.follow(Some(&view("a", true, true)), &view("b", true, true));
    assert_eq!((live.page, live.keys.typed.as_str()), (0, ""));
}

/// What happens, how many seconds pass after it, and how many pages have turned by then.
#[test]
fn no_page_turns_within_a_minute_of_whoever_leads() {
    type Does = fn(&mut StageLiveState);
    let moves: [(&str, Does); 8] = [
        ("a key", |live| {
            drop(pressed(
                "h",
                live,
                &view("a", true, true),
                4,
                &FigurePages::default(),
            ))
        }),
        ("a page forward and back", |live| {
            drop(pressed(
                "ArrowDown",
                live,
                &view("a", true, true),
                4,
                &FigurePages::default(),
            ));
            drop(pressed(
                "ArrowUp",
                live,
                &view("a", true, true),
                4,
                &FigurePages::default(),
            ));
        }),
        ("a digit", |live| {
            drop(pressed(
                "1",
                live,
                &view("a", true, true),
                4,
                &FigurePages::default(),
            ))
        }),
        ("a key that means nothing", |live| {
            drop(pressed(
                "k",
                live,
                &view("a", true, true),
                4,
                &FigurePages::default(),
            ))
        }),
        ("a press", StageLiveState::is_led),
        ("a word let go", |live| {
            drop(pressed(
                "Escape",
                live,
                &view("a", true, true),
                4,
                &FigurePages::default(),
            ))
        }),
        ("a control from elsewhere", |live| {
            live.follow(
                Some(&view("a", true, true)),
                &HostView {
                    controls: 1,
                    ..view("a", true, true)
                },
            );
        }),
        ("two controls", |live| {
            live.follow(
                Some(&view("a", true, true)),
                &HostView {
                    controls: 1,
                    ..view("a", true, true)
                },
            );
            live.follow(
                Some(&HostView {
                    controls: 1,
                    ..view("a", true, true)
                }),
                &HostView {
                    controls: 2,
                    ..view("a", true, true)
                },
            );
        }),
    ];
    for (what, does) in moves {
        let mut live = StageLiveState::default();
        does(&mut live);
        let turn = live.page;
        (0..LED_SECONDS).for_each(|second| live.second(u64::from(second)));
        assert_eq!(live.page, turn, "{what}: a minute");
        (0..PAGE_SECONDS).for_each(|second| live.second(u64::from(second)));
        assert_eq!(live.page, turn + 1, "{what}: and a page later");
    }
}

/// What a clicker sends and what has a meaning on the stage.
const PRESSED: [&str; 20] = [
    "PageDown",
    "PageUp",
    "ArrowRight",
    "ArrowLeft",
    "ArrowUp",
    "ArrowDown",
    " ",
    "F5",
    "Escape",
    "b",
    "B",
    ".",
    "Enter",
    "1",
    "h",
    "o",
    "r",
    "z",
    "x",
    "Delete",
];

#[test]
fn a_key_that_is_held_down_is_one_press() {
    for key in PRESSED {
        assert_eq!(
            dealt(key, false, Focus::Page),
            KeyHandling::ByStage,
            "{key}"
        );
        assert_eq!(
            dealt(key, true, Focus::Page),
            KeyHandling::ByNobody,
            "{key} held"
        );
    }
    for (key, again, focus, by) in [
        ("Enter", false, Focus::Button, KeyHandling::ByBrowser),
        ("Enter", true, Focus::Button, KeyHandling::ByNobody),
        // It presses when it comes up.
        (" ", false, Focus::Button, KeyHandling::ByBrowser),
        (" ", true, Focus::Button, KeyHandling::ByBrowser),
        ("PageDown", false, Focus::Button, KeyHandling::ByStage),
        ("PageDown", true, Focus::Button, KeyHandling::ByNobody),
        ("h", false, Focus::Field, KeyHandling::ByBrowser),
        ("h", true, Focus::Field, KeyHandling::ByBrowser),
        ("Enter", false, Focus::Field, KeyHandling::ByBrowser),
        ("Enter", true, Focus::Field, KeyHandling::ByNobody),
        // Whoever types a capital X or a question mark means one key.
        ("Shift", false, Focus::Page, KeyHandling::ByBrowser),
        ("Shift", true, Focus::Page, KeyHandling::ByBrowser),
        ("CapsLock", false, Focus::Page, KeyHandling::ByBrowser),
        ("Tab", true, Focus::Page, KeyHandling::ByBrowser),
        ("Tab", true, Focus::Button, KeyHandling::ByBrowser),
    ] {
        assert_eq!(
            dealt(key, again, focus),
            by,
            "{key}, again: {again}, on a {focus:?}"
        );
    }
}

fn listed(counts: &[(&str, u64)]) -> HostView {
    let mut view = view("q", true, true);
    let item = |(name, count): &(&str, u64)| Moderable {
        name: (*name).to_owned(),
        text: (*name).to_owned(),
        count: *count,
        hidden: false,
        waits: false,
        merged: Vec::new(),
    };
    if let Some(PartView::Question(question)) = view.slide.as_mut().map(|slide| &mut slide.part) {
        question.moderable = Some(counts.iter().map(item).collect());
    }
    view
}

#[test]
fn what_is_ticked_counts_as_what_the_button_said_whatever_comes_meanwhile() {
    for (later, picks, into, said) in [
        (
            &[("a", 1), ("b", 9), ("c", 1)][..],
            &["a", "c"][..],
            None,
            Some("c"),
        ),
        (
            &[("a", 9), ("b", 1), ("c", 1)],
            &["a", "b"],
            None,
            Some("b"),
        ),
        (
            &[("c", 1), ("b", 5), ("a", 9)],
            &["b", "a"],
            None,
            Some("b"),
        ),
        (
            &[("a", 9), ("b", 1), ("c", 1)],
            &["a", "b"],
            Some("a"),
            Some("a"),
        ),
        (
            &[("a", 9), ("b", 1), ("c", 1)],
            &["a", "b"],
            Some("c"),
            Some("b"),
        ),
        (&[("a", 9), ("c", 1)], &["a", "b"], None, Some("a")),
        (&[("c", 1)], &["a", "b"], None, None),
    ] {
        let mut live = ModerationLiveState::default();
        let before = listed(&[("a", 1), ("b", 2), ("c", 3)]);
        picks.iter().for_each(|name| live.pick(name, true, &before));
        live.into = into.map(str::to_owned);
        let after = listed(later);
        live.list(&after);
        let items = super::host_request::question(&after)
            .and_then(|(_, asked)| asked.moderable.as_deref())
            .unwrap();
        let picked: Vec<&Moderable> = items
            .iter()
            .filter(|item| live.picked.contains(&item.name))
            .collect();
        assert_eq!(
            live.into_of(&picked).map(|item| item.name.as_str()),
            said,
            "{later:?}, {picks:?}, {into:?}"
        );
    }
}

/// The room has ended, and the stage looks back at a slide or says that all is over.
fn over(looks_back: bool) -> HostView {
    HostView {
        phase: Phase::Ended,
        looks_back,
        ..view("q", false, true)
    }
}

#[test]
fn when_all_is_over_keys_move_the_stage_and_open_nothing() {
    for (key, looks_back, asked, refused) in [
        (
            "ArrowLeft",
            false,
            control(ControlAction::Previous, None),
            None,
        ),
        ("PageDown", true, control(ControlAction::Next, None), None),
        ("h", true, control(ControlAction::Hide, Some("q")), None),
        ("h", false, None, None),
        ("b", true, Some(HostRequest::Screen(Screen::Blank)), None),
        ("f", false, Some(HostRequest::FullScreen), None),
        ("o", true, None, Some("ended")),
        ("O", false, None, Some("ended")),
        ("v", true, None, Some("ended")),
        ("r", true, None, Some("ended")),
        ("j", false, None, Some("ended")),
    ] {
        let mut live = StageLiveState::default();
        assert_eq!(
            pressed(
                key,
                &mut live,
                &over(looks_back),
                1,
                &FigurePages::default()
            ),
            asked,
            "{key} {looks_back}"
        );
        assert_eq!(
            (live.host.refused.as_deref(), live.keys.sure),
            (refused, false),
            "{key} {looks_back}"
        );
    }
}

#[test]
fn a_strip_comes_with_a_movement_and_goes_after_some_seconds() {
    let (mut live, mut shown) = (StageLiveState::default(), 0);
    live.stirred();
    while live.strip > 0 {
        live.second(shown);
        shown += 1;
    }
    assert_eq!(shown, 5);
    live.stirred();
    live.second(1);
    live.stirred();
    assert_eq!(live.strip, 5, "it stays while something moves");
}
