//! What participants read, on whole pages: the words that are never said there, and what is said
//! only where it is true.

use shared::protocol::view::{PartView, SlideView};
use shared::question::Fields;
use shared::question::choice::Pick;

use super::samples::{
    answered, asked, at, cat_and_dog, choice_input, closed, fields, open_input, scale_input, slide,
    with, words_input,
};
use super::{
    Html, Language, ParticipantState, all_of, desk_samples, looks_samples, page, participant,
    stage_samples, text,
};
use crate::phone::live::PhoneLiveState;
use crate::texts::golden::never;
use crate::views::stage::StageState;

/// Every page that participants see: on their phones, and on the screen in front of them.
fn in_sight() -> Vec<(String, Language, String)> {
    let screen = super::Assets {
        css: "/assets/stage.css".into(),
        script: None,
        texts: Vec::new(),
        favicon: String::new(),
    };
    // Thousands of marks bring no other words.
    let stages = stage_samples::all().into_iter().chain(looks_samples::all());
    let stages = stages
        .filter(|(name, _)| !name.ends_with("-2000"))
        .flat_map(|(name, state)| {
            Language::ALL.map(|language| {
                let state = StageState {
                    language,
                    refresh_seconds: None,
                    ..state.clone()
                };
                (
                    format!("stage-{name}"),
                    language,
                    crate::pages::host::stage(&screen, &state),
                )
            })
        });
    let phones = looks_samples::phones()
        .into_iter()
        .flat_map(|(name, state)| {
            Language::ALL.map(|language| {
                let state = ParticipantState {
                    language,
                    ..state.clone()
                };
                (
                    name.clone(),
                    language,
                    participant(&super::assets(), &state),
                )
            })
        });
    let privacy = |name: &str| name.starts_with("privacy");
    let of_hosts: Vec<&str> = desk_samples::pages(Language::Nl)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    let of_hosts = |name: &str| {
        of_hosts
            .iter()
            .any(|host| !privacy(name) && name.strip_suffix("-en") == Some(host))
    };
    // In Dutch hosts read the same words as everybody; in English a session is their room.
    let documents = super::documents()
        .into_iter()
        .filter(|(name, _)| !of_hosts(name));
    let documents = documents.map(|(name, html)| {
        let language = if name.ends_with("-en") {
            Language::En
        } else {
            Language::Nl
        };
        (name, language, html)
    });
    documents.chain(stages).chain(phones).collect()
}

/// What is read, and what is read aloud.
pub(super) fn words_of(page: &Html) -> String {
    let mut words = String::new();
    for node in page.tree.nodes() {
        let inside = |name: &str| {
            node.parent()
                .and_then(|around| around.value().as_element())
                .is_some_and(|e| e.name() == name)
        };
        if let Some(text) = node
            .value()
            .as_text()
            .filter(|_| !inside("script") && !inside("style"))
        {
            words.extend([text, "\n"]);
        }
        let attributes = [
            "aria-label",
            "aria-valuetext",
            "alt",
            "title",
            "placeholder",
            "value",
            "content",
        ];
        let element = node.value().as_element();
        // The value of a button or of a hidden field is read by the server alone.
        let is_read = |name: &str| {
            name != "value"
                || element.is_some_and(|e| e.name() != "button" && e.attr("type") != Some("hidden"))
        };
        attributes
            .iter()
            .filter(|name| is_read(name))
            .filter_map(|name| element?.attr(name))
            .for_each(|said| words.extend([said, "\n"]));
    }
    words
}

#[test]
fn no_page_that_participants_see_says_zaal_or_mensen() {
    let pages = in_sight();
    assert!(pages.len() > 400, "{} pages", pages.len());
    for (name, language, html) in pages {
        // In Dutch not even in what the page is made of.
        let dutch = if language == Language::Nl {
            html.clone()
        } else {
            String::new()
        };
        assert_eq!(never(Language::Nl, &dutch), [""; 0], "{name}");
        let words = words_of(&Html::parse_document(&html));
        assert_eq!(
            never(language, &words),
            [""; 0],
            "{name} in {}: {words}",
            language.tag()
        );
    }
}

fn kinds() -> [(SlideView, Fields, (&'static str, &'static str)); 5] {
    let all = Pick { min: 1, max: 2 };
    [
        (
            asked(
                "one",
                "Welke?",
                choice_input(&["Kat", "Hond"], Pick { min: 1, max: 1 }),
            ),
            fields(&[("option", "1")]),
            ("option", "2"),
        ),
        (
            asked("more", "Welke?", choice_input(&["Kat", "Hond"], all)),
            fields(&[("option", "1")]),
            ("option", "2"),
        ),
        (
            asked("words", "Waaraan?", words_input(3)),
            fields(&[("entry", "rust")]),
            ("entry", "ruimte"),
        ),
        (
            asked("scale", "Hoe?", scale_input(&["Ik snap het"])),
            fields(&[("value-1", "4")]),
            ("value-1", "5"),
        ),
        (
            asked("line", "Waar?", cat_and_dog()),
            fields(&[("value", "73")]),
            ("value", "74"),
        ),
    ]
}

/// The words of the button of the answer's form.
fn button(state: &ParticipantState) -> String {
    text(&page(state), "#answer button")
}

#[test]
fn a_stored_answer_has_no_button_before_it_is_changed() {
    for (slide, value, (name, typed)) in kinds() {
        let id = slide.id.clone();
        assert_eq!(
            button(&at(Some(slide.clone()))),
            "Verstuur",
            "{id}: before the first answer"
        );
        let stored = answered(slide, value);
        assert_eq!(
            button(&stored),
            "Verstuur je wijziging",
            "{id}: without scripts nobody knows what is changed"
        );
        let live = PhoneLiveState {
            reached: true,
            ..PhoneLiveState::default()
        };
        let alive = ParticipantState {
            live: Some(live),
            ..stored
        };
        assert_eq!(button(&alive), "", "{id}");
        assert_eq!(
            text(&page(&alive), "#answer .saved"),
            "✓ Opgeslagen. Je kunt je antwoord nog wijzigen.",
            "{id}"
        );
        let fields = [("question", id.as_str()), ("round", "1"), (name, typed)];
        let typed = fields
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec();
        let changed = ParticipantState {
            typed: Some(typed),
            ..alive
        };
        assert_eq!(button(&changed), "Verstuur je wijziging", "{id}: changed");
        assert_eq!(
            text(&page(&changed), "#answer .saved"),
            "",
            "{id}: what is changed is not saved"
        );
    }
}

#[test]
fn after_the_last_slide_nobody_waits_for_another_question() {
    const THANKS: &str = "Bedankt voor het meedoen. Je kunt deze pagina sluiten.";
    const FOLLOWS: &str = "De volgende vraag komt vanzelf op deze pagina.";
    let question = || {
        asked(
            "q",
            "Nog iets?",
            choice_input(&["Ja", "Nee"], Pick { min: 1, max: 1 }),
        )
    };
    let content = |prompt: &str, body: &str| at(Some(slide("s", prompt, body, PartView::Content)));
    let later = "Deze vraag kan peil nog niet spelen.";
    let fixed = with(question(), |question| question.change = false);
    for (name, state, before, at_last) in [
        (
            "text",
            content("Tot ziens", ""),
            FOLLOWS.to_owned(),
            THANKS.to_owned(),
        ),
        (
            "text without a heading",
            content("", "<p>Tot ziens</p>"),
            FOLLOWS.to_owned(),
            THANKS.to_owned(),
        ),
        (
            "a closed question",
            at(Some(closed(question()))),
            FOLLOWS.to_owned(),
            THANKS.to_owned(),
        ),
        (
            "a closed open one",
            at(Some(closed(asked("o", "Wat?", open_input(1, 0))))),
            FOLLOWS.to_owned(),
            THANKS.to_owned(),
        ),
        (
            "one answered for good",
            answered(fixed, fields(&[("option", "1")])),
            FOLLOWS.to_owned(),
            THANKS.to_owned(),
        ),
        (
            "what can't be played",
            at(Some(slide("r", "Zet op volgorde", "", PartView::Later))),
            format!("{later} De presentator gaat zo verder."),
            format!("{later} {THANKS}"),
        ),
    ] {
        assert!(
            text(&page(&state), "main").contains(&before),
            "{name}: {}",
            text(&page(&state), "main")
        );
        let mut last = state;
        last.view.last = true;
        let shown = text(&page(&last), "main");
        assert!(
            shown.contains(&at_last) && !shown.contains(FOLLOWS),
            "{name}: {shown}"
        );
        last.view.late = vec![with(asked("l", "Wie?", words_input(1)), |question| {
            question.grace_ends = Some(1)
        })];
        let open = text(&page(&last), "main");
        assert!(
            !open.contains(THANKS),
            "{name}: nobody is sent away while something is open: {open}"
        );
    }
    let mut empty = content("", "");
    empty.view.last = true;
    assert_eq!(text(&page(&empty), "h1"), "Bedankt voor het meedoen");
    assert_eq!(all_of(&page(&empty), "main .lead").len(), 1);
}
