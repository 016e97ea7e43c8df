//! The list of words or answers: what a button does is said by the name beside it, wherever the row
//! stands.

use leptos::prelude::ArcRwSignal;
use shared::protocol::view::{MergeSuggestion, Moderable, PartView};
use shared::question::Input;

use super::desk_samples::remote;
use super::*;
use crate::views::desk::moderator::{ModeratorPage, ModeratorPageProps};
use crate::views::desk::remote::live::RemoteLiveState;
use crate::views::desk::remote::{RemotePage, RemotePageProps, RemoteState};

fn listed(input: Input, names: &[&str]) -> RemoteState {
    let item = |name: &&str| Moderable {
        name: (*name).to_owned(),
        text: format!("tekst van {name}"),
        count: 1,
        hidden: name.starts_with('h'),
        waits: name.starts_with('w'),
        merged: Vec::new(),
    };
    let mut state = remote();
    if let Some(PartView::Question(question)) =
        state.view.slide.as_mut().map(|slide| &mut slide.part)
    {
        (question.input, question.moderable) = (input, Some(names.iter().map(item).collect()));
    }
    state
}

fn pages(state: &RemoteState, live: &RemoteLiveState) -> [Html; 2] {
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
    let mut alive = RemoteLiveState::default();
    alive.host.alive = true;
    let mut busy = alive.clone();
    busy.moderation.list(&listed(words.clone(), &["a"]).view);
    for (input, names, live) in [
        (words.clone(), names, RemoteLiveState::default()),
        (words.clone(), names, alive.clone()),
        (words.clone(), &["h1", "a"], RemoteLiveState::default()),
        (open.clone(), names, RemoteLiveState::default()),
        (open, &["a1"], alive.clone()),
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
fn what_waits_stands_first_with_buttons_to_approve_and_to_refuse_it() {
    for input in [super::samples::words_input(3), open_input(1, 3)] {
        let state = listed(input, &["b", "w2", "a", "w1"]);
        for page in pages(&state, &RemoteLiveState::default()) {
            let about = |button: &str| {
                let all = all_of(&page, &format!(".items button[name={button}]"));
                let names = all.iter().filter_map(|button| button.attr("value"));
                names.collect::<Vec<_>>().join(" ")
            };
            assert_eq!(about("approve"), "w2 w1");
            assert_eq!(about("refuse"), "w2 w1");
            assert_eq!(about("hide"), "b a");
            let rows = rows(&page);
            let first = rows.iter().flatten().map(String::as_str);
            assert_eq!(first.collect::<Vec<_>>(), ["w2", "w1", "b", "a"]);
            assert!(text(&page, "h3").contains("Wacht op jou (2)"));
        }
    }
}

/// A second press on the same place lands on a button that does nothing.
#[test]
fn who_goes_through_what_waits_finds_each_row_where_it_was() {
    let input = super::samples::words_input(3);
    let mut live = RemoteLiveState::default();
    live.host.alive = true;
    let mut state = listed(input, &["b", "w2", "w1"]);
    live.moderation.begin(&state.view);
    live.moderation.idle = 0;
    if let Some(PartView::Question(question)) =
        state.view.slide.as_mut().map(|slide| &mut slide.part)
    {
        question.moderable.as_mut().unwrap()[1].waits = false;
    }
    live.moderation.list(&state.view);
    for page in pages(&state, &live) {
        let approve = all_of(&page, ".items button[name=approve]");
        let kinds = approve
            .iter()
            .map(|button| (button.attr("value"), button.attr("type")));
        assert_eq!(
            kinds.collect::<Vec<_>>(),
            [(Some("w2"), Some("button")), (Some("w1"), Some("submit"))]
        );
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
        let mut live = RemoteLiveState::default();
        live.host.alive = true;
        live.moderation.begin(&before.view);
        live.moderation.idle = 0;
        let after = listed(words(), later);
        live.moderation.list(&after.view);
        for page in pages(&after, &live) {
            assert_eq!(
                rows(&page),
                shown.map(|name| name.map(str::to_owned)),
                "{later:?}"
            );
        }
    }
}

/// Words that may be the same: only on the moderator's page, and no tick is touched.
#[test]
fn what_may_be_the_same_stands_above_the_list_with_a_button_to_count_it_as_one() {
    let mut state = listed(
        super::samples::words_input(3),
        &["kat", "boek", "boeken", "h1"],
    );
    let suggestion = |word: &str, into: &str| MergeSuggestion {
        words: vec![word.to_owned()],
        into: into.to_owned(),
    };
    // One of the second is not in the list, one of the third is hidden.
    state.view.suggested = vec![
        suggestion("boeken", "boek"),
        suggestion("banen", "baan"),
        suggestion("h1", "kat"),
    ];
    let mut alive = alive_with(&state);
    for (live, passes) in [(&RemoteLiveState::default(), 0), (&alive, 1)] {
        let page = moderators(&state, live);
        let said = text(&page, ".suggested .same .what");
        assert_eq!(said, "tekst van boeken (1) → tekst van boek (1)");
        let values = |selector: &str| {
            let all = all_of(&page, &format!(".suggested form {selector}"));
            let values = all.iter().filter_map(|field| field.attr("value"));
            values.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(values("input[name=pick]"), "boeken boek");
        assert_eq!(values("input[name=into]"), "boek");
        assert_eq!(values("input[name=of]"), "word");
        assert_eq!(values("button[name=merge]"), "suggested");
        assert_eq!(all_of(&page, "button[name=pass]").len(), passes);
        assert_eq!(all_of(&page, ".suggested li").len(), 1);
    }
    let [remote, _] = pages(&state, &alive);
    assert_eq!(all_of(&remote, ".suggested").len(), 0);
    alive.moderation.suggestions.pass("boek");
    let page = moderators(&state, &alive);
    let buttons = all_of(&page, ".suggested button");
    let kinds = buttons.iter().map(|button| button.attr("type"));
    assert_eq!(kinds.collect::<Vec<_>>(), [Some("button"); 2], "it stays");
    alive.moderation.list(&state.view);
    let page = moderators(&state, &alive);
    assert_eq!(all_of(&page, ".suggested").len(), 0);
}

#[test]
fn many_suggestions_are_folded_and_what_is_unfolded_stays_so() {
    let names = ["k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9", "k10"];
    let mut state = listed(super::samples::words_input(3), &names);
    let pairs = names.chunks(2).map(|pair| MergeSuggestion {
        words: vec![pair[0].to_owned()],
        into: pair[1].to_owned(),
    });
    state.view.suggested = pairs.collect();
    let mut live = alive_with(&state);
    for (unfolds, open) in [(false, false), (true, true)] {
        if unfolds {
            live.moderation.unfold("ALL");
            live.moderation.list(&state.view);
        }
        let page = moderators(&state, &live);
        assert_eq!(all_of(&page, ".suggested form").len(), 5);
        assert_eq!(all_of(&page, ".suggested details form").len(), 2);
        assert_eq!(text(&page, ".suggested summary"), "Nog 2");
        let details = all_of(&page, ".suggested details");
        assert_eq!(details[0].attr("open").is_some(), open);
    }
}

/// What a page that lives, and that nobody has touched yet, knows of that list.
fn alive_with(state: &RemoteState) -> RemoteLiveState {
    let mut live = RemoteLiveState::default();
    live.host.alive = true;
    live.moderation.begin(&state.view);
    live
}

fn moderators(state: &RemoteState, live: &RemoteLiveState) -> Html {
    let [_, moderator] = pages(state, live);
    moderator
}
