//! Every page in a language that nobody speaks: what is still readable there came from no
//! catalogue.

use std::collections::BTreeMap;

use super::wording::words_of;
use super::{
    Assets, Html, Language, ParticipantState, assets, desk_samples, looks_samples, message,
    participant, samples, speakers, stage_samples, start,
};
use crate::model::message::MessageKind;
use crate::pages::host;
use crate::views::join::StartNotice;
use crate::views::message::PageMessage;
use crate::views::stage::StageState;

/// What people wrote in these pages' decks, names and answers.
const SAMPLES: [&str; 7] = [
    include_str!("samples.rs"),
    include_str!("desk_samples.rs"),
    include_str!("stage_samples.rs"),
    include_str!("looks_samples.rs"),
    include_str!("qa.rs"),
    include_str!("speakers.rs"),
    include_str!("../tests.rs"),
];

/// What is no sentence of the page's language: our own name, the languages' names for themselves, what
/// is typed or meant for programs, and the text for the chat, which is in the deck's.
const NAMES: [&str; 15] = [
    "peil",
    "peil sign-in",
    "Nederlands",
    "English",
    "NL",
    "EN",
    "width=device-width",
    "initial-scale",
    "interactive-widget=resizes-content",
    "light dark",
    "FAF",
    "UTC",
    "MiB",
    "Doe mee op https",
    "met code",
];

pub(super) fn pages() -> Vec<(String, String)> {
    let language = Language::PSEUDO;
    let screen = Assets {
        css: "/assets/stage.css".into(),
        script: None,
        texts: Vec::new(),
        favicon: String::new(),
    };
    let stages = stage_samples::all().into_iter().chain(looks_samples::all());
    let speakers = speakers::samples().into_iter();
    let stages = stages
        .chain(speakers.map(|(name, state)| (name.to_owned(), state)))
        .filter(|(name, _)| !name.ends_with("-2000"))
        .map(|(name, state)| {
            (
                format!("stage-{name}"),
                host::stage(
                    &screen,
                    &StageState {
                        language,
                        refresh_seconds: None,
                        ..state
                    },
                ),
            )
        });
    let phones = samples::all()
        .into_iter()
        .chain(samples::waiting())
        .map(|(name, state)| (name.to_owned(), state));
    let phones = phones.chain(looks_samples::phones());
    let phones = phones.map(|(name, state)| {
        (
            name,
            participant(&assets(), &ParticipantState { language, ..state }),
        )
    });
    let desk = desk_samples::pages(language)
        .into_iter()
        .map(|(name, html)| (name.to_owned(), html));
    let messages = MessageKind::ALL.map(|what| {
        (
            format!("{what:?}"),
            message(&assets(), language, &PageMessage::of(what)),
        )
    });
    let starts = StartNotice::ALL.map(|notice| {
        (
            "start".to_owned(),
            start(&assets(), language, Some(notice), ""),
        )
    });
    stages
        .chain(phones)
        .chain(desk)
        .chain(messages)
        .chain(starts)
        .collect()
}

/// The pieces of a text that are written in plain letters.
fn plain(text: &str) -> impl Iterator<Item = &str> {
    let breaks = |c: char| !(c.is_ascii_alphabetic() || "'’ -=".contains(c));
    let pieces = text
        .split(breaks)
        .map(|piece| piece.trim_matches(|c: char| !c.is_ascii_alphabetic()));
    pieces.filter(|piece| piece.len() > 1)
}

#[test]
fn no_page_says_what_no_catalogue_holds() {
    let pages = pages();
    assert!(pages.len() > 200, "{} pages", pages.len());
    let mut pieces = BTreeMap::new();
    for (name, html) in &pages {
        assert!(html.contains("<html lang=\"en-XB\" dir=\"rtl\">"), "{name}");
        assert!(html.contains('⟦'), "{name} says something");
        for piece in plain(&words_of(&Html::parse_document(html))) {
            pieces.entry(piece.to_owned()).or_insert(name);
        }
    }
    let cases = crate::kinds::tests::texts();
    let known = |piece: &str| {
        NAMES.contains(&piece)
            || SAMPLES.iter().any(|sample| sample.contains(piece))
            || cases.contains(piece)
            || piece.starts_with("Dia over ")
    };
    let missed: Vec<_> = pieces
        .into_iter()
        .filter(|(piece, _)| !known(piece))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_sentence_that_came_from_no_catalogue_is_found() {
    for (text, found) in [
        ("⟦Ƞǿɠ 12 ŧḗķḗƞş שלום⟧", vec![]),
        (
            "⟦Ƞǿɠ⟧ This one was forgotten. ⟦ḗƞ⟧",
            vec!["This one was forgotten"],
        ),
        ("Wacht even…", vec!["Wacht even"]),
        ("3 × a", vec![]),
    ] {
        assert_eq!(plain(text).collect::<Vec<_>>(), found, "{text}");
    }
}
