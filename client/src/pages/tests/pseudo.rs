//! Every page in a language that nobody speaks: what is still readable there came from no
//! catalogue.

use std::collections::BTreeMap;

use super::wording::words_of;
use super::{
    Assets, Html, Language, ParticipantState, assets, desk_samples, looks_samples, message,
    own_pace, participant, samples, speakers, stage_samples, start,
};
use crate::model::message::MessageKind;
use crate::pages::host;
use crate::views::join::StartNotice;
use crate::views::message::PageMessage;
use crate::views::stage::StageState;

#[path = "../../../../tests/tests/architecture/lexer.rs"]
mod lexer;

/// What people wrote in these pages' decks, names and answers.
const SAMPLES: [&str; 11] = [
    include_str!("samples.rs"),
    include_str!("desk_samples.rs"),
    include_str!("mail_samples.rs"),
    include_str!("stage_samples.rs"),
    include_str!("looks_samples.rs"),
    include_str!("results.rs"),
    include_str!("own_pace.rs"),
    include_str!("qa.rs"),
    include_str!("speakers.rs"),
    include_str!("without_phones.rs"),
    include_str!("../tests.rs"),
];

/// What is no sentence of the page's language: our own name, what is typed or meant for programs, as
/// cookies' names are, and the text for the chat, which is in the deck's.
const NAMES: [&str; 15] = [
    "Host",
    "host",
    "screen",
    "test",
    "peil",
    "peil sign-in",
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
    let phones = phones.chain(own_pace::samples());
    let phones = phones.map(|(name, state)| {
        (
            name,
            participant(&assets(), &ParticipantState { language, ..state }),
        )
    });
    let desk = desk_samples::pages(language)
        .into_iter()
        .chain(super::results::pages(language))
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

/// Everything that may be read as it is: what people wrote, what languages are called by their own
/// speakers and on a button, and the names.
fn written() -> String {
    let samples = SAMPLES.iter().flat_map(|sample| lexer::strings(sample));
    let languages = Language::ALL.map(|language| {
        [
            language.own_name().to_owned(),
            language.tag().to_uppercase(),
        ]
    });
    let texts = samples
        .chain(crate::kinds::tests::texts())
        .chain(languages.into_iter().flatten())
        .chain(NAMES.map(str::to_owned));
    texts.map(|text| text + "\n").collect()
}

/// Whether somebody wrote these words. Figures break a text anywhere between its words, and cut it
/// in one where it has no room; one word by itself is whole.
fn is_written(written: &str, piece: &str) -> bool {
    let cut = piece.contains(' ');
    written.match_indices(piece).any(|(at, _)| {
        let before = written[..at].chars().next_back();
        let behind = written[at + piece.len()..].chars().next();
        !before.is_some_and(|c| c.is_ascii_alphabetic())
            && (cut || !behind.is_some_and(|c| c.is_ascii_alphabetic()))
    })
}

/// The pieces of a page that nobody wrote and no catalogue holds.
fn unwritten(written: &str, html: &str) -> Vec<String> {
    let words = words_of(&Html::parse_document(html));
    let unwritten = plain(&words).filter(|piece| !is_written(written, piece));
    unwritten
        .filter(|piece| !piece.starts_with("Dia over "))
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_page_says_what_no_catalogue_holds() {
    let pages = pages();
    assert!(pages.len() > 200, "{} pages", pages.len());
    let written = written();
    let mut missed = BTreeMap::new();
    for (name, html) in &pages {
        assert!(html.contains("<html lang=\"en-XB\" dir=\"rtl\">"), "{name}");
        assert!(html.contains('⟦'), "{name} says something");
        for piece in unwritten(&written, html) {
            missed.entry(piece).or_insert(name);
        }
    }
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

/// Words of the samples' code, and parts of words, are nothing that somebody wrote in them.
#[test]
fn a_button_that_came_from_no_catalogue_is_found() {
    let written = written();
    for (label, found) in [
        ("Close", Some("Close")),
        ("Refusal", Some("Refusal")),
        ("Choice", Some("Choice")),
        ("Ander", Some("Ander")),
        ("Anders", None),
        ("NL", None),
        ("⟦Ŝŀǿŧ⟧", None),
    ] {
        let page = format!("<html><body><button>{label}</button></body></html>");
        let found: Vec<&str> = found.into_iter().collect();
        assert_eq!(unwritten(&written, &page), found, "{label}");
    }
}
