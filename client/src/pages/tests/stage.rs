//! The projected page as a browser gets it.

use std::collections::BTreeSet;

use shared::question::choice::ChoiceLayout;
use shared::question::open::OpenLayout;

use super::stage_samples::{all, choice, open, presenter, scale, words};
use super::*;
use crate::pages::host;
use crate::views::stage::StageState;

fn shown(state: &StageState) -> Html {
    Html::parse_document(&host::stage(&assets(), state))
}

/// What each page of a figure shows while it loads itself again and again, from its first page on.
fn every_page(state: &StageState, selector: &str) -> Vec<Vec<String>> {
    let (mut seen, mut turned, mut numbers) = (Vec::new(), state.clone(), BTreeSet::new());
    loop {
        let page = shown(&turned);
        if numbers.insert(text(&page, ".pages")) {
            seen.push(all_of(&page, selector).into_iter().map(|found| found.text().collect()).collect());
        }
        let Some(next) = turned.turns_to() else { break };
        turned = state.clone().turned_to(next.trim_start_matches("?turn="));
        if turned.turn == 0 {
            break;
        }
    }
    seen
}

#[test]
fn the_wall_shows_all_its_answers_page_by_page() {
    for (layout, votes) in [(OpenLayout::Wall, 0), (OpenLayout::Wall, 3), (OpenLayout::One, 0), (OpenLayout::List, 3)] {
        let state = open(layout, votes, 60);
        let pages = every_page(&state, ".card");
        assert_eq!(pages.iter().map(Vec::len).sum::<usize>(), 60, "{layout:?}");
        assert!(pages.iter().all(|page| page.len() <= 12), "{layout:?}");
        assert!(text(&shown(&state), ".pages").contains(&format!("van {}", pages.len())), "{layout:?}");
    }
}

#[test]
fn statements_go_on_to_further_pages() {
    let pages = every_page(&scale(18, 12), "svg.wide .row");
    assert!(pages.len() > 2);
    assert_eq!(pages.iter().map(Vec::len).sum::<usize>(), 18);
}

#[test]
fn an_address_about_another_slide_turns_nothing() {
    let state = open(OpenLayout::Wall, 0, 60);
    assert_eq!(state.clone().turned_to("morgen.7").turn, 7);
    for address in
        ["anders.7", "morgen.x", "morgen", "", "morgen.-1", "morgen.99999999999999999999", "morgen.4294967295"]
    {
        assert_eq!(state.clone().turned_to(address).turn, 0, "{address}");
    }
    assert_eq!(choice(ChoiceLayout::Bars, 12).turns_to(), None);
}

#[test]
fn the_page_goes_on_to_its_next_turn_by_itself() {
    let html = host::stage(&assets(), &open(OpenLayout::Wall, 0, 60).turned_to("morgen.4"));
    assert!(html.contains("content=\"2; url=?turn=morgen.5\""), "{}", &html[..600]);
}

#[test]
fn what_was_typed_besides_stands_beside_the_options() {
    let page = shown(&choice(ChoiceLayout::Bars, 168));
    assert_eq!(text(&page, ".beside h2"), "Anders");
    assert!(text(&page, ".beside li").contains("Een verkennend gesprek"));
    assert!(all_of(&shown(&choice(ChoiceLayout::Bars, 0)), ".beside").is_empty());
}

#[test]
fn notes_are_in_the_presenters_window() {
    assert!(text(&shown(&presenter()), ".backstage").contains("Geef twee deelnemers het woord."));
    assert!(text(&shown(&presenter()), ".backstage").contains("Pauze"));
}

#[test]
fn every_word_is_in_the_picture_or_counted_beside_it() {
    for people in [1, 12, 168, 2000] {
        let state = words(people);
        let page = shown(&state);
        for shape in ["wide", "tall"] {
            let drawn = all_of(&page, &format!("svg.{shape} .word")).len();
            let beside: String =
                text(&page, &format!(".beside.{shape} h2")).chars().filter(char::is_ascii_digit).collect();
            let all = super::stage_samples::words_of(people).results().distinct as usize;
            assert_eq!(drawn + beside.parse::<usize>().unwrap_or(0), all, "{shape} of {people}");
        }
    }
}

#[test]
fn every_stage_is_a_sound_and_bounded_document() {
    for (name, state) in all() {
        let html = host::stage(&assets(), &state);
        let page = Html::parse_document(&html);
        let ids: Vec<&str> = all_of(&page, "[id]").iter().filter_map(|element| element.attr("id")).collect();
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{name}: {ids:?}");
        assert_eq!(all_of(&page, "h1").len(), 1, "{name}");
        assert!(all_of(&page, "[style]").is_empty(), "{name}");
        assert!(all_of(&page, "*").len() < 2500, "{name}: {}", all_of(&page, "*").len());
        assert!(!html.contains("NaN") && !html.contains("inf "), "{name}");
    }
}
