//! The console: where its buttons go, what it names, and what it must not know.

use super::desk::{forms_of, has_form};
use super::desk_samples::{console, links};
use super::*;
use crate::views::desk::remote::RemoteState;
use shared::protocol::view::HeldCount;

fn drawn(state: &RemoteState) -> Html {
    Html::parse_document(&host::console(&assets(), state))
}

#[test]
fn every_button_of_the_console_comes_back_to_it() {
    let page = drawn(&console());
    let forms = forms_of(&page);
    let to_room = forms
        .iter()
        .filter(|form| form.starts_with("/rooms/r1/control"));
    assert!(to_room.clone().count() > 12, "{forms:?}");
    for form in to_room {
        assert!(form.contains("back=console"), "{form}");
    }
    has_form(&page, "/rooms/r1/control do=next&after=3&back=console");
    has_form(
        &page,
        "/rooms/r1/control do=close&after=3&slide=teams&back=console",
    );
}

#[test]
fn the_large_button_names_what_comes_next() {
    for (language, words) in [(Language::Nl, "Volgende: "), (Language::En, "Next: ")] {
        let mut state = RemoteState {
            language,
            ..console()
        };
        let next = state.view.next.clone().unwrap();
        assert_eq!(
            text(&drawn(&state), ".move .button:not(.quiet)").trim(),
            words.to_owned() + &next
        );
        // At the last slide there is no way on, and nothing to press.
        (state.view.next, state.view.upcoming) = (None, None);
        let page = drawn(&state);
        assert_eq!(
            all_of(&page, ".move .button:not(.quiet)[disabled]").len(),
            1
        );
        assert_eq!(all_of(&page, ".upcoming").len(), 0);
    }
}

/// The pictures are pages of their own; whoever hears the console hears it in words instead.
#[test]
fn the_stage_is_drawn_in_frames_that_nobody_can_get_into() {
    let page = drawn(&console());
    let frames = all_of(
        &page,
        ".picture[inert][aria-hidden=true] > iframe[tabindex='-1'][title]",
    );
    let addresses: Vec<_> = frames
        .iter()
        .filter_map(|frame| frame.attr("src"))
        .collect();
    assert_eq!(
        addresses,
        [
            "/rooms/r1/stage?picture=1",
            "/rooms/r1/next?slide=pauze&deck=0"
        ]
    );
    assert_eq!(
        text(&page, "h1#now"),
        "Welke groepen zijn laaghangend fruit?"
    );
}

#[test]
fn the_outline_leads_to_every_slide_and_says_where_the_room_is() {
    let state = console();
    let page = drawn(&state);
    let rows = all_of(&page, ".outline li");
    assert_eq!(rows.len(), state.view.outline.len());
    assert_eq!(all_of(&page, ".outline li[aria-current=step]").len(), 1);
    for row in &state.view.outline {
        has_form(
            &page,
            &format!(
                "/rooms/r1/control do=go&after=3&slide={}&back=console",
                row.id
            ),
        );
    }
    assert!(text(&page, ".outline li.now").contains("142"));
}

#[test]
fn notes_are_on_the_console_and_no_link_of_another_role() {
    let page = drawn(&console());
    assert_eq!(text(&page, ".notes"), "Geef twee deelnemers het woord.");
    assert!(!page.html().contains("s3cret"));
    // Its links are a page of their own, made when somebody asks for it.
    let page = Html::parse_document(&host::links(&assets(), &links(Language::Nl)));
    assert_eq!(
        all_of(&page, ".handing .qr[role=img][aria-label] svg").len(),
        6
    );
    assert_eq!(all_of(&page, "form[action='/sign-out']").len(), 0);
}

/// What waits for a person stands beside its question.
#[test]
fn the_outline_tells_where_texts_wait_for_a_moderator() {
    let mut state = console();
    assert_eq!(all_of(&drawn(&state), ".outline .waits").len(), 0);
    state.view.waits = vec![HeldCount {
        question: "teams".into(),
        count: 2,
    }];
    let said = crate::texts::desk::moderating::waits(Language::Nl, 2);
    assert_eq!(text(&drawn(&state), ".outline li.now .waits"), said);
}
