//! Keys, and what the page takes note of.

use shared::event::Audience;
use shared::ids::SlideId;
use shared::protocol::HostView;
use shared::protocol::view::{Input, PartView, QuestionView, Screen, Shown, SlideView};
use shared::question::open::OpenLayout;
use shared::room::{Action, Control, Stage};

use super::keys::pressed;
use super::live::{Live, PAGE_SECONDS};
use super::orders::Ask;
use super::undo::Back;

pub(super) fn view(slide: &str, open: bool, shown: bool) -> HostView {
    let question = QuestionView {
        round: 1,
        open,
        voting: false,
        change: true,
        countdown_ends: None,
        grace_ends: None,
        input: Input::Open { entries: 1, length: 200, votes: 3, layout: OpenLayout::Wall, columns: Vec::new() },
        results: None,
        cloud: None,
        votable: None,
        voters: Some(0),
        shown: Some(Shown { stage: shown, phones: false }),
        moderable: None,
    };
    let part = PartView::Question(Box::new(question));
    let (id, kind, prompt) = (SlideId::from(slide), "open".into(), "Wat?".into());
    HostView {
        title: "Zaal".into(),
        language: "nl".into(),
        stage: Stage::Live,
        participants: 0,
        present: 0,
        sending: 0,
        screen: Screen::Slides,
        slides: 9,
        slide: Some(SlideView { id, number: 3, kind, prompt, body: String::new(), part }),
        notes: None,
        next: None,
        door_closed: false,
        waiting: None,
        compared: None,
    }
}

fn control(action: Action, slide: Option<&str>) -> Option<Ask> {
    Some(Ask::Control(Control { action, slide: slide.map(SlideId::from), on: Audience::Stage }))
}

#[test]
fn every_key_asks_for_one_thing() {
    for (keys, asked) in [
        (&["ArrowRight"][..], control(Action::Next, None)),
        (&[" "], control(Action::Next, None)),
        (&["PageDown"], control(Action::Next, None)),
        (&["PageUp"], control(Action::Previous, None)),
        (&["ArrowUp"], control(Action::Previous, None)),
        (&["h"], control(Action::Hide, Some("q"))),
        (&["O"], control(Action::Close, Some("q"))),
        (&["v"], control(Action::Vote, Some("q"))),
        (&["r"], None),
        (&["r", "Enter"], control(Action::Reset, Some("q"))),
        (&["r", "Escape", "Enter"], None),
        (&["j"], Some(Ask::Screen(Screen::Join))),
        (&["."], Some(Ask::Screen(Screen::Blank))),
        (&["f"], Some(Ask::FullScreen)),
        (&["1", "2", "Enter"], control(Action::Go, Some("#12"))),
        (&["1", "Escape", "Enter"], None),
        (&["x"], None),
        (&["Shift"], None),
        (&["z"], None),
    ] {
        let mut live = Live::default();
        let last = keys.iter().map(|key| pressed(key, &mut live, &view("q", true, true), 1)).last();
        assert_eq!(last.flatten(), asked, "{keys:?}");
    }
}

#[test]
fn what_was_asked_can_be_taken_back_once() {
    for (key, back) in [
        ("ArrowRight", control(Action::Go, Some("q"))),
        ("h", control(Action::Show, Some("q"))),
        ("o", control(Action::Open, Some("q"))),
        ("b", Some(Ask::Screen(Screen::Slides))),
        ("v", None),
    ] {
        let mut live = Live::default();
        let before = view("q", true, true);
        pressed(key, &mut live, &before, 1);
        assert_eq!(pressed("z", &mut live, &before, 1), back, "{key}");
        assert_eq!(pressed("z", &mut live, &before, 1), None, "{key}");
    }
}

#[test]
fn what_came_back_is_said_once_the_room_has_done_it_and_not_for_long() {
    let (mut live, before) = (Live::default(), view("q", true, true));
    pressed("h", &mut live, &before, 1);
    pressed("z", &mut live, &before, 1);
    assert_eq!(live.said, None, "not before it is done");
    let back = live.returning.take();
    live.answered(Ok(()), back);
    assert_eq!(live.said.as_ref().map(|said| &said.back), Some(&Back::Shown));
    (0..9).for_each(|second| live.second(second));
    assert_eq!(live.said, None);
    pressed("z", &mut live, &before, 1);
    assert_eq!(live.said.take().map(|said| said.back), Some(Back::Nothing));
    pressed("ArrowRight", &mut live, &before, 1);
    pressed("z", &mut live, &before, 1);
    let back = live.returning.take();
    live.answered(Err("offline".to_owned()), back);
    assert_eq!((live.said, live.refused.as_deref()), (None, Some("offline")));
}

#[test]
fn arrows_up_and_down_turn_pages_where_there_are_any() {
    let mut live = Live::default();
    for (key, turn) in [("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1)] {
        assert_eq!(pressed(key, &mut live, &view("q", true, true), 4), None);
        assert_eq!(live.turn, turn);
    }
}

#[test]
fn pages_turn_calmly_and_begin_anew_on_another_slide() {
    let mut live = Live::default();
    (0..PAGE_SECONDS * 2 + 1).for_each(|second| live.second(u64::from(second)));
    assert_eq!((live.turn, live.seconds), (2, 1));
    live.typed = "1".into();
    live.follow(Some(&view("a", true, true)), &view("a", false, true));
    assert_eq!((live.turn, live.typed.as_str()), (2, "1"));
    live.follow(Some(&view("a", true, true)), &view("b", true, true));
    assert_eq!((live.turn, live.typed.as_str()), (0, ""));
}
