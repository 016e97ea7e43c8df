//! What somebody hears who does not see the page: names of their own, stops, what a host's page
//! says by itself.

use shared::phase::Phase;
use shared::protocol::view::{PartView, ResultsVisibility, Screen};

use super::desk_samples::{console, remote};
use super::samples::{answered, asked, at, spectrum_input, with};
use super::*;
use crate::phone::live::PhoneLiveState;
use crate::views::desk::news::{came, changed, counted};
use crate::views::desk::remote::RemoteState;

/// What a screen reader calls a button, a link or a summary.
fn called(page: &Html, control: ElementRef<'_>) -> String {
    let words = |element: ElementRef<'_>| element.text().collect::<String>();
    let named = control.attr("aria-labelledby").map(|ids| {
        let named = ids
            .split_whitespace()
            .map(|id| all_of(page, &format!("[id='{id}']"))[0]);
        named.map(words).collect::<Vec<_>>().join(" ")
    });
    let name = named
        .or_else(|| control.attr("aria-label").map(str::to_owned))
        .unwrap_or_else(|| words(control));
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn no_two_buttons_that_do_different_things_to_different_answers_have_one_name() {
    for (name, html) in documents() {
        let page = Html::parse_document(&html);
        let mut names = std::collections::BTreeSet::new();
        for control in all_of(
            &page,
            ".upvote button, .edit summary, .edit button, .items button, .items summary",
        ) {
            let called = called(&page, control);
            assert!(
                names.insert(called.clone()),
                "{name}: two are called {called:?}"
            );
        }
    }
    let (_, voting) = all()
        .into_iter()
        .find(|(name, _)| *name == "open-voting")
        .unwrap();
    let page = page(&voting);
    let names: Vec<String> = all_of(&page, ".upvote button")
        .into_iter()
        .map(|button| called(&page, button))
        .collect();
    assert!(
        names.len() > 2 && names.iter().all(|name| name.starts_with("Stem")),
        "what is seen comes first: {names:?}"
    );
    assert!(
        names
            .iter()
            .any(|name| name.contains("Wie wacht op een intake")),
        "{names:?}"
    );
}

#[test]
fn stops_are_heard_with_their_places_and_where_somebody_is_on_one() {
    let live = Some(PhoneLiveState {
        reached: true,
        ..PhoneLiveState::default()
    });
    for (stops, value, list, said) in [
        (&["b"][..], 50.0, "50: b", "b: 50, tussen ‘l’ en ‘r’"),
        (
            &["a", "b"],
            33.0,
            "33,33: a|66,67: b",
            "a: 33, tussen ‘l’ en ‘r’",
        ),
        (
            &["a", "b", "c"],
            75.0,
            "25: a|50: b|75: c",
            "c: 75, tussen ‘l’ en ‘r’",
        ),
        (
            &["a", "b", "c"],
            80.0,
            "25: a|50: b|75: c",
            "80, tussen ‘l’ en ‘r’",
        ),
        (
            &["a", "b", "c", "d"],
            20.0,
            "20: a|40: b|60: c|80: d",
            "a: 20, tussen ‘l’ en ‘r’",
        ),
        (&[], 50.0, "", "50, tussen ‘l’ en ‘r’"),
    ] {
        let line = spectrum_input(("l", "", ""), ("r", "", ""), stops);
        let state = answered(
            asked("q", "?", line),
            super::samples::fields(&[("value", &value.to_string())]),
        );
        for live in [None, live.clone()] {
            let page = page(&ParticipantState {
                live,
                ..state.clone()
            });
            assert_eq!(text(&page, ".stops li"), list);
            assert!(all_of(&page, ".stops[aria-hidden], [aria-hidden] .stops").is_empty());
        }
        let alive = page(&ParticipantState {
            live: live.clone(),
            ..state
        });
        assert_eq!(
            all_of(&alive, "input[type=range]")[0].attr("aria-valuetext"),
            Some(said)
        );
    }
}

#[test]
fn the_field_for_a_code_is_called_after_the_code() {
    for language in Language::ALL {
        for notice in [
            None,
            Some(StartNotice::UnknownCode),
            Some(StartNotice::NotACode),
        ] {
            let page = Html::parse_document(&start(&assets(), language, notice, ""));
            let name = text(&page, "label[for=code]");
            assert!(name.contains("code"), "{name}");
            assert_eq!(text(&page, "h1"), crate::texts::phone::phone(language).join);
        }
    }
}

/// The remote after one thing was changed.
fn after(change: impl FnOnce(&mut RemoteState)) -> RemoteState {
    let mut state = remote();
    change(&mut state);
    state
}

fn asks(state: &mut RemoteState, change: impl FnOnce(&mut shared::protocol::view::QuestionView)) {
    state.view.slide = state.view.slide.take().map(|slide| with(slide, change));
}

#[test]
fn a_remote_says_what_somebody_else_did() {
    let before = remote();
    assert_eq!(changed(&before, &before), None);
    type Case = (RemoteState, &'static str);
    let cases: [Case; 9] = [
        (
            after(|state| asks(state, |asked| asked.open = false)),
            "Vraag: gesloten",
        ),
        (
            after(|state| asks(state, |asked| asked.voting = true)),
            "Vraag: stemfase",
        ),
        (
            after(|state| {
                asks(state, |asked| {
                    asked.shown = Some(ResultsVisibility {
                        stage: false,
                        phones: false,
                    })
                })
            }),
            "Resultaten op het scherm: verborgen",
        ),
        (
            after(|state| {
                asks(state, |asked| {
                    asked.shown = Some(ResultsVisibility {
                        stage: true,
                        phones: true,
                    })
                })
            }),
            "Resultaten op telefoons: zichtbaar",
        ),
        (
            after(|state| asks(state, |asked| asked.round = 2)),
            "ronde 2",
        ),
        (
            after(|state| state.view.screen = Screen::Join),
            "Op het scherm: hoe je meedoet",
        ),
        (after(|state| state.view.door_closed = true), "Deur: dicht"),
        (
            after(|state| state.view.phase = Phase::Ended),
            "De bijeenkomst is afgelopen",
        ),
        (
            after(|state| {
                if let Some(slide) = &mut state.view.slide {
                    (slide.number, slide.part) = (3, PartView::Content)
                }
            }),
            "Dia 3 van 4",
        ),
    ];
    for (now, said) in cases {
        let news = changed(&before, &now).unwrap_or_default();
        assert!(news.contains(said), "{said:?} is not in {news:?}");
    }
    let voted = after(|state| (state.view.participants, state.view.present) = (400, 400));
    assert_eq!(changed(&before, &voted), None, "figures are no news");
}

#[test]
fn a_moderator_hears_how_many_came_and_never_each() {
    let list = |question: &str, length| (question.into(), 1, length);
    for (before, now, said) in [
        (None, list("q", 3), Some("3 nieuwe, 3 in totaal")),
        (Some(list("q", 3)), list("q", 3), None),
        (
            Some(list("q", 3)),
            list("q", 4),
            Some("1 nieuwe, 4 in totaal"),
        ),
        (
            Some(list("q", 3)),
            list("q", 203),
            Some("200 nieuwe, 203 in totaal"),
        ),
        (Some(list("q", 3)), list("q", 2), None),
        (
            Some(list("q", 30)),
            list("r", 2),
            Some("2 nieuwe, 2 in totaal"),
        ),
    ] {
        assert_eq!(came(Language::Nl, before.as_ref(), &now).as_deref(), said);
    }
    assert_eq!(
        counted(&remote().view),
        None,
        "where there is no list there is nothing to count"
    );
}

#[test]
fn hosts_pages_have_a_place_that_speaks_before_there_is_anything_to_say() {
    for (name, html, places) in [
        ("remote", host::remote(&assets(), &remote()), 2),
        ("moderator", host::moderator(&assets(), &remote()), 2),
        // And what a key left half done.
        ("console", host::console(&assets(), &console()), 3),
    ] {
        let page = Html::parse_document(&html);
        assert_eq!(
            all_of(&page, "main [role=status]").len(),
            places,
            "{name}: what is said for a moment, and what is new"
        );
        assert_eq!(text(&page, "#news").trim(), "", "{name}");
    }
}

#[test]
fn a_screen_that_waits_is_not_loaded_again_and_again() {
    let (_, html) = super::desk_samples::pages(Language::Nl)
        .into_iter()
        .find(|(name, _)| *name == "stage-waiting")
        .unwrap();
    assert!(html.contains("<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>"));
    assert_eq!(html.matches("http-equiv").count(), 1);
    let page = Html::parse_document(&html);
    assert_eq!(
        all_of(&page, "main a.again, main .again a")[0].attr("href"),
        Some("/stage")
    );
    assert!(
        !all_of(&page, "script[type=module]").is_empty(),
        "where scripts run they look"
    );
}

#[test]
fn the_same_words_twice_are_two_paragraphs_to_hear() {
    let live = |announcements| {
        Some(PhoneLiveState {
            news: "Pauze".into(),
            announcements,
            ..PhoneLiveState::default()
        })
    };
    let said = |announcements| {
        text(
            &page(&ParticipantState {
                live: live(announcements),
                ..at(None)
            }),
            "#news p",
        )
    };
    assert_eq!((said(0).as_str(), said(1).as_str()), ("", "Pauze"));
}
