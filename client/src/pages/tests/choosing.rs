//! Something that is pointed at on a stage stays pointed at while answers come, move and go, in
//! every way in which they are shown.

use std::collections::BTreeSet;

use leptos::prelude::ArcRwSignal;
use shared::cloud::CloudWord;
use shared::control::ControlAction;
use shared::ids::AnswerId;
use shared::phase::Phase;
use shared::protocol::view::{PartView, QuestionView, Screen};
use shared::question::Results;
use shared::question::choice::{ChoiceLayout, OtherText};
use shared::question::open::OpenLayout;
use shared::room::{ModerationAction, ModerationTarget};

use super::stage_samples::{choice, listed_words, open, ranked, words};
use super::*;
use crate::charts::frame::Shape;
use crate::views::stage::choosing::{CHOOSING_SECONDS, PointedItem};
use crate::views::stage::host_request::HostRequest;
use crate::views::stage::keys::pressed;
use crate::views::stage::live::{PAGE_SECONDS, StageLiveState};
use crate::views::stage::{StagePage, StagePageProps, StageState};

/// What takes a key for what is pointed at.
const KEYS: [&str; 10] = [
    "x",
    "Delete",
    "Backspace",
    "m",
    "Enter",
    "Escape",
    "ArrowRight",
    "ArrowLeft",
    "ArrowUp",
    "ArrowDown",
];

type AnswersSample = fn(u64) -> StageState;

/// Every way to show what people type, with so many answers.
const SHOWN: [(&str, AnswersSample); 9] = [
    ("wall", |people| open(OpenLayout::Wall, 0, people)),
    ("wall by votes", |people| {
        voted(open(OpenLayout::Wall, 3, people))
    }),
    ("ranked", |people| voted(ranked(people))),
    ("one by one", |people| open(OpenLayout::One, 0, people)),
    ("columns", |people| {
        voted(open(OpenLayout::Columns, 3, people))
    }),
    ("list", |people| voted(open(OpenLayout::List, 3, people))),
    ("cloud", |people| words(people * 8)),
    ("words in a list", |people| listed_words(people * 4)),
    ("typed beside options", others),
];

/// Votes that put other answers on top whenever their number is another.
fn voted(mut state: StageState) -> StageState {
    asks(&mut state, |question| {
        if let Some(Results::Open(open)) = &mut question.results {
            let total = open.answers.len() as u64;
            open.answers
                .iter_mut()
                .for_each(|answer| answer.votes = (answer.id.0 * 13 + total) % 37);
            open.votes = open.answers.iter().map(|answer| answer.votes).sum();
        }
    });
    state
}

/// So many different texts behind an option; the later ones come first, as if they had more votes.
fn others(people: u64) -> StageState {
    let mut state = choice(ChoiceLayout::Bars, 60);
    let other = |n: u64| OtherText {
        text: format!("Iets anders, namelijk nummer {n}"),
        votes: n,
    };
    asks(&mut state, |question| {
        if let Some(Results::Choice(choice)) = &mut question.results {
            choice.others = Some((1..=people).rev().map(other).collect());
        }
    });
    state
}

fn asks(state: &mut StageState, change: impl FnOnce(&mut QuestionView)) {
    if let Some(PartView::Question(question)) =
        state.view.slide.as_mut().map(|slide| &mut slide.part)
    {
        change(question);
    }
}

/// The same without one word or answer.
fn without(state: &StageState, name: &str) -> StageState {
    let mut state = state.clone();
    asks(&mut state, |question| {
        match &mut question.results {
            Some(Results::Open(open)) => {
                open.answers.retain(|answer| answer.id.to_string() != name)
            }
            Some(Results::Words(words)) => {
                words.entries.retain(|entry| entry.text != name);
                words.distinct -= 1;
            }
            Some(Results::Choice(choice)) => choice
                .others
                .iter_mut()
                .for_each(|it| it.retain(|it| it.text != name)),
            _ => {}
        }
        let placed: Option<&mut Vec<CloudWord>> =
            question.cloud.as_mut().map(|cloud| &mut cloud.words);
        placed
            .into_iter()
            .for_each(|words| words.retain(|word| word.text != name));
    });
    state
}

fn html(state: &StageState, live: &StageLiveState) -> Html {
    let props = StagePageProps {
        state: ArcRwSignal::new(state.clone()),
        live: ArcRwSignal::new(live.clone()),
    };
    Html::parse_document(&render(|| StagePage(props)))
}

fn marked(page: &Html) -> Vec<String> {
    let named = |element: ElementRef<'_>| element.attr("data-name").unwrap_or_default().to_owned();
    let mut names: Vec<String> = all_of(page, "[data-chosen]")
        .into_iter()
        .map(named)
        .collect();
    names.dedup();
    names
}

/// Everything that stands somewhere, once; no more than a few of many.
fn targets(state: &StageState) -> Vec<(usize, PointedItem)> {
    let pages = state.figure_pages(Shape::Wide).pages;
    let each = pages
        .into_iter()
        .enumerate()
        .flat_map(|(page, names)| names.into_iter().map(move |name| (page, name)));
    let mut each: Vec<(usize, PointedItem)> = each.collect();
    let mut seen = BTreeSet::new();
    each.retain(|(_, target)| seen.insert(target.name.clone()));
    let step = each.len() / 6;
    each.into_iter().step_by(step.max(1)).collect()
}

/// A page on which somebody points at something.
fn pointing(state: &StageState, page: usize, target: &PointedItem) -> StageLiveState {
    let figure_pages = state.figure_pages(Shape::Wide);
    let turn = page as i32 - figure_pages.first as i32;
    let mut live = StageLiveState {
        page: turn,
        ..StageLiveState::default()
    };
    live.host.alive = true;
    live.point(target.clone(), &state.view, &figure_pages);
    live
}

/// What the stage shows from now on.
fn becomes(live: &mut StageLiveState, before: &StageState, after: &StageState) {
    live.follow(Some(&before.view), &after.view);
    live.keep_in_sight(&after.figure_pages(Shape::Wide));
}

fn press(key: &str, live: &mut StageLiveState, state: &StageState) -> Option<HostRequest> {
    pressed(
        key,
        live,
        &state.view,
        state.pages(),
        &state.figure_pages(Shape::Wide),
    )
}

fn hidden(name: &str) -> Vec<ModerationTarget> {
    let answer = AnswerId::parse(name).map(ModerationTarget::Answer);
    answer
        .into_iter()
        .chain([ModerationTarget::Word(name.to_owned())])
        .collect()
}

#[test]
fn a_mark_follows_its_name_while_answers_come_and_is_always_in_sight() {
    for (name, sample) in SHOWN {
        let (before, after) = (sample(40), sample(75));
        let all = targets(&before);
        assert!(
            before.pages() > 1 && all.len() >= 5,
            "{name}: {} of {} pages",
            all.len(),
            before.pages()
        );
        for (page, target) in all {
            let mut live = pointing(&before, page, &target);
            becomes(&mut live, &before, &after);
            assert_eq!(
                marked(&html(&after, &live)),
                [target.name.as_str()],
                "{name}"
            );
            let Some(HostRequest::Moderate(moderation_request)) = press("x", &mut live, &after)
            else {
                panic!("{name}: {target:?}")
            };
            assert_eq!(moderation_request.action, ModerationAction::Hide);
            assert!(
                hidden(&target.name).contains(&moderation_request.about),
                "{name}: {moderation_request:?} for {target:?}"
            );
        }
    }
}

#[test]
fn nothing_turns_while_something_is_chosen_and_it_goes_on_after() {
    for (name, sample) in SHOWN {
        let state = sample(40);
        let shown = |live: &StageLiveState| text(&html(&state, live), ".pages");
        let (page, target) = targets(&state).pop().unwrap();
        let mut live = pointing(&state, page, &target);
        let before = shown(&live);
        (1..CHOOSING_SECONDS).for_each(|second| live.second(u64::from(second)));
        press("m", &mut live, &state);
        (1..CHOOSING_SECONDS).for_each(|second| live.second(u64::from(second)));
        assert_eq!(
            (shown(&live), live.chosen.is_some()),
            (before.clone(), true),
            "{name}"
        );
        let mut left = live.clone();
        press("Escape", &mut left, &state);
        live.second(0);
        for live in [&mut live, &mut left] {
            assert_eq!(
                (shown(live), live.chosen.is_none()),
                (before.clone(), true),
                "{name}"
            );
            while live.led > 0 {
                live.second(0);
                assert_eq!(shown(live), before, "{name}");
            }
            (0..PAGE_SECONDS).for_each(|second| live.second(u64::from(second)));
            assert_ne!(shown(live), before, "{name}");
        }
    }
}

#[test]
fn what_went_is_marked_no_more_and_a_key_does_nothing_but_say_so() {
    for (name, sample) in SHOWN {
        let before = sample(40);
        for (page, target) in targets(&before).into_iter().step_by(3) {
            let mut live = pointing(&before, page, &target);
            let after = without(&before, &target.name);
            becomes(&mut live, &before, &after);
            let page = html(&after, &live);
            assert_eq!(marked(&page), [""; 0], "{name}");
            assert!(
                text(&page, ".undo-notice").contains("staat hier niet meer"),
                "{name}"
            );
            for key in KEYS {
                let mut live = live.clone();
                assert_eq!(press(key, &mut live, &after), None, "{name}: {key}");
                let page = html(&after, &live);
                assert!(
                    text(&page, ".undo-notice").contains("Er is niets gedaan"),
                    "{name}: {key}"
                );
                assert_eq!(marked(&page), [""; 0], "{name}: {key}");
            }
            assert_eq!(
                [press("x", &mut live, &after), press("x", &mut live, &after)],
                [None, None],
                "{name}"
            );
        }
    }
}

#[test]
fn whatever_takes_it_out_of_sight_takes_the_mark() {
    let before = open(OpenLayout::Wall, 0, 40);
    type StateChange = fn(&mut StageState);
    let changes: [(&str, StateChange); 6] = [
        ("hidden results", |state| {
            asks(state, |question| question.results = None)
        }),
        ("another round", |state| {
            asks(state, |question| question.round += 1)
        }),
        ("another slide", |state| {
            state.view.slide = words(20).view.slide
        }),
        ("how to join", |state| state.view.screen = Screen::Join),
        ("a blank screen", |state| state.view.screen = Screen::Blank),
        ("the end", |state| state.view.phase = Phase::Ended),
    ];
    for (name, change) in changes {
        let mut after = before.clone();
        change(&mut after);
        let (page, target) = targets(&before).pop().unwrap();
        let mut live = pointing(&before, page, &target);
        becomes(&mut live, &before, &after);
        assert_eq!(
            (marked(&html(&after, &live)), live.chosen.clone()),
            (Vec::new(), None),
            "{name}"
        );
        assert_eq!(
            press("ArrowRight", &mut live.clone(), &after),
            None,
            "{name}"
        );
        assert_eq!(
            press("PageDown", &mut live, &after),
            Some(HostRequest::to(ControlAction::Next)),
            "{name}: that was not for it"
        );
    }
}
