//! The list of words or answers: what a button does is said by the name beside it, wherever the row
//! stands.

use leptos::prelude::ArcRwSignal;
use shared::protocol::view::{Input, Moderable, PartView};

use super::desk_samples::{remote, room};
use super::*;
use crate::views::desk::moderator::{ModeratorPage, ModeratorPageProps};
use crate::views::desk::remote::{RemotePage, RemotePageProps, RemoteState};
use crate::views::stage::live::HostLiveState;

fn listed(input: Input, names: &[&str]) -> RemoteState {
    let item = |name: &&str| Moderable {
        name: (*name).to_owned(),
        text: format!("tekst van {name}"),
        count: 1,
        hidden: name.starts_with('h'),
        waits: name.starts_with('w'),
        merged: Vec::new(),
    };
    let mut state = remote(&room());
    if let Some(PartView::Question(question)) =
        state.view.slide.as_mut().map(|slide| &mut slide.part)
    {
        (question.input, question.moderable) = (input, Some(names.iter().map(item).collect()));
    }
    state
}

fn pages(state: &RemoteState, live: &HostLiveState) -> [Html; 2] {
    let signals = || {
        (
            ArcRwSignal::new(state.clone()),
            ArcRwSignal::new(live.clone()),
        )
    };
    let (state, live) = signals();
    let remote = render(|| RemotePage(RemotePageProps { state, live }));
    let (state, live) = signals();
    let moderator = render(|| ModeratorPage(ModeratorPageProps { state, live }));
    [remote, moderator].map(|html| Html::parse_document(&html))
}

/// Every row: the name of its tick, of its button, and whether its text is that of the name.
fn rows(page: &Html) -> Vec<Option<String>> {
    let row = |row: ElementRef<'_>| {
        let value = |selector: &str| {
            row.select(&Selector::parse(selector).unwrap())
                .next()?
                .attr("value")
        };
        let (tick, button) = (value("input[name=pick]"), value("button"));
        assert_eq!(tick, button);
        let text: String = row.text().collect();
        assert!(
            button.is_none_or(|name| text.contains(&format!("tekst van {name}"))),
            "{text}"
        );
        button.map(str::to_owned)
    };
    all_of(page, ".items > li").into_iter().map(row).collect()
}

#[test]
fn enter_in_a_tick_presses_no_row() {
    let names: &[&str] = &["c", "b", "a"];
    let (words, open) = (super::samples::words_input(3), open_input(1, 3));
    let mut busy = HostLiveState {
        alive: true,
        ..HostLiveState::default()
    };
    busy.list(&listed(words.clone(), &["a"]).view);
    for (input, names, live) in [
        (words.clone(), names, HostLiveState::default()),
        (
            words.clone(),
            names,
            HostLiveState {
                alive: true,
                ..HostLiveState::default()
            },
        ),
        (words.clone(), &["h1", "a"], HostLiveState::default()),
        (open.clone(), names, HostLiveState::default()),
        (
            open,
            &["a1"],
            HostLiveState {
                alive: true,
                ..HostLiveState::default()
            },
        ),
        (words, names, busy),
    ] {
        for page in pages(&listed(input.clone(), names), &live) {
            let first = all_of(
                &page,
                "form.moderating button, form.moderating [type=submit]",
            )[0];
            assert!(
                first.attr("disabled").is_some(),
                "the form's own button: {}",
                first.html()
            );
        }
    }
}

#[test]
fn a_button_is_about_the_name_beside_it_and_keeps_its_place_while_somebody_is_at_work() {
    let words = || super::samples::words_input(3);
    let before = listed(words(), &["d", "c", "b", "a"]);
    for (later, shown) in [
        (
            &["e", "d", "c", "b", "a"][..],
            [Some("d"), Some("c"), Some("b"), Some("a")],
        ),
        (
            &["a", "b", "c", "d"],
            [Some("d"), Some("c"), Some("b"), Some("a")],
        ),
        (&["d", "b", "a"], [Some("d"), None, Some("b"), Some("a")]),
        (&["f", "e", "a"], [None, None, None, Some("a")]),
        (&[], [None; 4]),
    ] {
        let mut live = HostLiveState {
            alive: true,
            idle: u32::MAX,
            ..HostLiveState::default()
        };
        live.list(&before.view);
        live.idle = 0;
        let after = listed(words(), later);
        live.list(&after.view);
        for page in pages(&after, &live) {
            assert_eq!(
                rows(&page),
                shown.map(|name| name.map(str::to_owned)),
                "{later:?}"
            );
        }
    }
}
