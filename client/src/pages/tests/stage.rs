//! The projected page as a browser gets it.

use std::collections::BTreeSet;

use shared::protocol::view::{HostView, PartView};
use shared::question::choice::{ChoiceInput, ChoiceLayout};
use shared::question::number::NumberInput;
use shared::question::open::{OpenInput, OpenLayout};
use shared::question::scale::ScaleInput;
use shared::question::spectrum::SpectrumInput;
use shared::question::word::Word;
use shared::question::{Input, words};
use shared::rules::Rules;

use super::looks_samples::hidden;
use super::samples::with;
use super::stage_samples::{all, choice, open, scale, words as words_shown};
use super::*;
use crate::pages::host;
use crate::texts::charts::grouped;
use crate::views::stage::StageState;
use crate::views::stage::pages::LOADS;

fn shown(state: &StageState) -> Html {
    Html::parse_document(&host::stage(&assets(), state))
}

/// What each page of a figure shows while it turns by itself, from its first page on. It loads
/// itself several times before it turns, and is looked at once.
fn every_page(state: &StageState, selector: &str) -> Vec<Vec<String>> {
    let (mut seen, mut turned, mut numbers) = (Vec::new(), state.clone(), BTreeSet::new());
    loop {
        let page = shown(&turned);
        if numbers.insert(text(&page, ".pages")) {
            seen.push(
                all_of(&page, selector)
                    .into_iter()
                    .map(|found| found.text().collect())
                    .collect(),
            );
        }
        let Some(next) = turned.turns_to() else { break };
        let (slide, load) = next.trim_start_matches("?turn=").rsplit_once('.').unwrap();
        let load = load.parse::<u32>().unwrap() - 1 + LOADS;
        turned = state.clone().turned_to(&format!("{slide}.{load}"));
        if turned.turn == 0 {
            break;
        }
    }
    seen
}

#[test]
fn the_wall_shows_all_its_answers_page_by_page() {
    for (layout, votes) in [
        (OpenLayout::Wall, 0),
        (OpenLayout::Wall, 3),
        (OpenLayout::One, 0),
        (OpenLayout::List, 3),
    ] {
        let state = open(layout, votes, 60);
        let pages = every_page(&state, ".wall:not(.flat) .card");
        assert_eq!(pages.iter().map(Vec::len).sum::<usize>(), 60, "{layout:?}");
        assert!(pages.iter().all(|page| page.len() <= 12), "{layout:?}");
        assert!(
            text(&shown(&state), ".pages").contains(&format!("van {}", pages.len())),
            "{layout:?}"
        );
    }
}

#[test]
fn statements_go_on_to_further_pages() {
    let pages = every_page(&scale(18, 12), "svg.wide .row");
    assert!(pages.len() > 2);
    assert_eq!(pages.iter().map(Vec::len).sum::<usize>(), 18);
}

#[test]
fn while_results_are_hidden_all_that_can_be_chosen_stands_there_and_no_figure() {
    for (name, state) in all().into_iter().filter(|(name, _)| name.ends_with("-168")) {
        let Some(PartView::Question(question)) = state.view.slide.as_ref().map(|slide| &slide.part)
        else {
            continue;
        };
        let choosable: Vec<String> = match &question.input {
            Input::Choice(ChoiceInput { options, .. }) => {
                options.iter().map(|option| option.label.clone()).collect()
            }
            Input::Scale(ScaleInput { statements, .. }) => statements.clone(),
            Input::Spectrum(SpectrumInput { left, right, .. }) => {
                vec![left.label.clone(), right.label.clone()]
            }
            Input::Open(OpenInput {
                layout: OpenLayout::Columns,
                columns,
                ..
            }) => columns.clone(),
            Input::Number(NumberInput { low, high, .. }) => {
                low.iter().chain(high).cloned().collect()
            }
            Input::Words(_) | Input::Open(_) | Input::Form(_) => Vec::new(),
        };
        let (state, voters) = (
            StageState {
                view: HostView {
                    compared: None,
                    ..state.view.clone()
                },
                ..state.clone()
            },
            question.voters,
        );
        let mut hidden = hidden(state);
        let html = host::stage(&assets(), &hidden);
        let page = Html::parse_document(&html);
        let seen = every_page(&hidden, "figure svg.wide text, .figure h2")
            .concat()
            .join(" ");
        let bare = |text: &str| text.replace([' ', '-'], "");
        for label in &choosable {
            assert!(
                bare(&seen).contains(&bare(label)),
                "{name}: {label} is not in {seen}"
            );
            assert!(
                text(&page, "figure li, .figure h2").contains(label),
                "{name}: {label} is not in the text"
            );
        }
        assert!(html.contains("Resultaten zijn nog verborgen"), "{name}");
        assert!(
            all_of(
                &page,
                "figure table, .count, .mean-label, .share, .card, .word, .dots, .density"
            )
            .is_empty(),
            "{name}"
        );
        assert!(
            all_of(&page, "rect")
                .iter()
                .all(|bar| bar.attr("height") == Some("0")),
            "{name}"
        );
        assert!(
            text(&page, ".tally").starts_with(&grouped(Language::Nl, voters.unwrap_or_default())),
            "{name}"
        );
        // How many answered is said in the foot and nowhere else: with another number the rest is
        // the same.
        hidden.view.slide = hidden
            .view
            .slide
            .map(|slide| with(slide, |question| question.voters = Some(7)));
        let other = Html::parse_document(&host::stage(&assets(), &hidden));
        let main = |page: &Html| {
            all_of(page, "main")
                .iter()
                .map(ElementRef::html)
                .collect::<String>()
        };
        assert_eq!(main(&page), main(&other), "{name}");
    }
}

#[test]
fn what_was_given_stays_given_when_words_are_merged() {
    let given = [
        vec!["Poes", "hond"],
        vec!["kat", "poes"],
        vec!["KAT"],
        vec!["poes"],
    ];
    let word = |text: &&str| Word {
        key: shared::text::word_key(text, Rules::LATEST),
        text: (*text).to_owned(),
    };
    for (merged, said) in [
        (&[][..], "6 antwoorden, 3 verschillende"),
        (&[("kat", "poes")], "6 antwoorden, 2 verschillende"),
        (&[("poes", "kat")], "6 antwoorden, 2 verschillende"),
        (&[("hond", "kat")], "6 antwoorden, 2 verschillende"),
    ] {
        let mut tally = words::WordsTally::default();
        merged
            .iter()
            .for_each(|(word, into)| tally.entries.moderated_mut().merge(word, Some(into)));
        given
            .iter()
            .for_each(|given| tally.add(&given.iter().map(word).collect::<Vec<Word>>()));
        let state = super::looks_samples::worded(&tally);
        assert_eq!(text(&shown(&state), ".sentence"), said, "{merged:?}");
        assert!(
            text(&shown(&state), ".tally").starts_with('4'),
            "{merged:?}"
        );
    }
}

#[test]
fn an_address_about_another_slide_turns_nothing() {
    let state = open(OpenLayout::Wall, 0, 60);
    assert_eq!(state.clone().turned_to("tomorrow.7").turn, 7);
    for address in [
        "anders.7",
        "tomorrow.x",
        "tomorrow",
        "",
        "tomorrow.-1",
        "tomorrow.99999999999999999999",
        "tomorrow.4294967295",
    ] {
        assert_eq!(state.clone().turned_to(address).turn, 0, "{address}");
    }
    assert_eq!(choice(ChoiceLayout::Bars, 12).turns_to(), None);
}

#[test]
fn the_page_goes_on_to_its_next_turn_by_itself() {
    let html = host::stage(
        &assets(),
        &open(OpenLayout::Wall, 0, 60).turned_to("tomorrow.4"),
    );
    assert!(
        html.contains("content=\"2; url=?turn=tomorrow.5\""),
        "{}",
        &html[..600]
    );
}

#[test]
fn what_was_typed_besides_stands_beside_the_options() {
    let page = shown(&choice(ChoiceLayout::Bars, 168));
    assert_eq!(text(&page, ".beside:not(.low) h2"), "Anders");
    assert!(text(&page, ".beside li").contains("Een verkennend gesprek"));
    assert!(all_of(&shown(&choice(ChoiceLayout::Bars, 0)), ".beside").is_empty());
}

#[test]
fn every_word_is_in_the_picture_or_counted_beside_it() {
    for people in [1, 12, 168, 2000] {
        let state = words_shown(people);
        let page = shown(&state);
        for shape in ["wide", "tall"] {
            let drawn = all_of(&page, &format!("svg.{shape} .word")).len();
            let beside: String = text(&page, &format!(".beside.{shape} h2"))
                .chars()
                .filter(char::is_ascii_digit)
                .collect();
            let all = super::stage_samples::words_of(people).results().distinct as usize;
            assert_eq!(
                drawn + beside.parse::<usize>().unwrap_or(0),
                all,
                "{shape} of {people}"
            );
        }
    }
}

#[test]
fn every_stage_is_a_sound_and_bounded_document() {
    for (name, state) in all() {
        let html = host::stage(&assets(), &state);
        let page = Html::parse_document(&html);
        let ids: Vec<&str> = all_of(&page, "[id]")
            .iter()
            .filter_map(|element| element.attr("id"))
            .collect();
        assert_eq!(
            ids.len(),
            ids.iter().collect::<BTreeSet<_>>().len(),
            "{name}: {ids:?}"
        );
        assert_eq!(all_of(&page, "h1").len(), 1, "{name}");
        assert!(all_of(&page, "[style]").is_empty(), "{name}");
        assert!(
            all_of(&page, "*").len() < 2500,
            "{name}: {}",
            all_of(&page, "*").len()
        );
        assert!(!html.contains("NaN") && !html.contains("inf "), "{name}");
    }
}

/// Every word that a style sheet says of a class.
fn styled() -> BTreeSet<String> {
    fn read(folder: &std::path::Path, css: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, css);
            } else if path.extension().is_some_and(|end| end == "css") {
                css.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut css = String::new();
    read(
        &std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("style"),
        &mut css,
    );
    let ends = |c: char| !(c.is_alphanumeric() || c == '-' || c == '_');
    css.split('.')
        .skip(1)
        .filter_map(|rest| rest.split(ends).next())
        .map(str::to_owned)
        .collect()
}

/// What a picture is drawn of has its colour from its class: without a style it is black, and on a
/// dark stage nobody sees it. A pile only keeps its dots from those of others.
#[test]
fn every_class_in_a_picture_has_a_style() {
    let mut styled = styled();
    styled.insert("pile".to_owned());
    let mut unstyled = BTreeSet::new();
    for (name, state) in all() {
        for element in all_of(&shown(&state), "svg [class]") {
            let classes = element.attr("class").unwrap_or_default().split_whitespace();
            let missing = classes.filter(|class| !styled.contains(*class));
            unstyled.extend(missing.map(|class| format!("{class} in {name}")));
        }
    }
    assert_eq!(unstyled, BTreeSet::new());
}
