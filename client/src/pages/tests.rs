//! Documents as a browser gets them: parsed again, and looked at by element.

mod choosing;
mod console;
mod desk;
mod desk_access;
mod desk_problems;
mod desk_samples;
mod dump;
mod forms;
mod groups;
mod hearing;
mod kind_samples;
mod looks_samples;
mod mail_samples;
mod moderating;
mod more_time;
mod own;
mod own_pace;
mod privacy;
mod pseudo;
mod qa;
mod results;
mod samples;
mod speakers;
mod stage;
mod stage_samples;
mod without_phones;
mod wording;

use scraper::{ElementRef, Html, Selector};
use shared::protocol::view::PartView;
use shared::refusal::Refusal;

use super::*;
use crate::model::message::MessageKind;
use crate::phone::PhoneNotice;
use samples::{
    all, answered, asked, at, choice_input, closed, job_results, open_input, refused, slide,
    waiting, with,
};

fn assets() -> Assets {
    Assets {
        css: "/assets/phone.css".into(),
        script: Some("/assets/participant.js".into()),
        texts: Language::ALL
            .map(|language| (language, format!("/assets/phone-{}.txt", language.tag())))
            .into(),
        favicon: "/assets/favicon.svg".into(),
    }
}

fn page(state: &ParticipantState) -> Html {
    Html::parse_document(&participant(&assets(), state))
}

fn all_of<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(page: &Html, selector: &str) -> String {
    let texts = all_of(page, selector)
        .into_iter()
        .map(|element| element.text().collect::<String>());
    texts.collect::<Vec<_>>().join("|")
}

fn in_both_languages() -> impl Iterator<Item = (&'static str, ParticipantState)> {
    all().into_iter().flat_map(|(name, state)| {
        Language::ALL.into_iter().map(move |language| {
            (
                name,
                ParticipantState {
                    language,
                    ..state.clone()
                },
            )
        })
    })
}

fn documents() -> Vec<(String, String)> {
    let of_states = in_both_languages().map(|(name, state)| {
        (
            format!("{name}-{}", state.language.tag()),
            participant(&assets(), &state),
        )
    });
    let of_messages = Language::ALL.into_iter().flat_map(|language| {
        MessageKind::ALL.map(|what| {
            (
                format!("{}-{}", what.code(), language.tag()),
                message(&assets(), language, &PageMessage::of(what)),
            )
        })
    });
    let of_starts = Language::ALL.into_iter().flat_map(|language| {
        [
            None,
            Some(StartNotice::UnknownCode),
            Some(StartNotice::NotACode),
        ]
        .map(|notice| {
            let name = notice.map_or("start", StartNotice::code);
            (
                format!("{name}-{}", language.tag()),
                start(&assets(), language, notice, "8914 5349"),
            )
        })
    });
    let of_hosts = Language::ALL.into_iter().flat_map(|language| {
        desk_samples::pages(language)
            .into_iter()
            .chain(results::pages(language))
            .map(move |(name, html)| (format!("{name}-{}", language.tag()), html))
    });
    of_states
        .chain(of_messages)
        .chain(of_starts)
        .chain(of_hosts)
        .collect()
}

#[test]
fn every_page_is_a_sound_document() {
    for (name, html) in documents() {
        let page = Html::parse_document(&html);
        assert_eq!(all_of(&page, "h1").len(), 1, "{name}: one first heading");
        assert_eq!(all_of(&page, "main").len(), 1, "{name}: one main part");
        assert!(
            !text(&page, "h1").trim().is_empty(),
            "{name}: the heading says something"
        );
        assert!(
            !text(&page, "title").trim().is_empty(),
            "{name}: the title says something"
        );
        assert!(
            text(&page, "main").trim().chars().count() > 40,
            "{name}: never an empty page"
        );
        let ids: Vec<&str> = all_of(&page, "[id]")
            .iter()
            .filter_map(|element| element.attr("id"))
            .collect();
        let distinct: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len(), "{name}: ids are unique: {ids:?}");
        for element in all_of(&page, "[aria-describedby], [aria-labelledby], label[for]") {
            let names = ["aria-describedby", "aria-labelledby", "for"]
                .into_iter()
                .filter_map(|name| element.attr(name));
            for id in names.flat_map(str::split_whitespace) {
                assert!(ids.contains(&id), "{name}: {id} is named and not there");
            }
        }
    }
}

#[test]
fn no_page_needs_anything_inline() {
    for (name, html) in documents() {
        let page = Html::parse_document(&html);
        assert!(
            all_of(&page, "[style], style").is_empty(),
            "{name}: no style"
        );
        for script in all_of(&page, "script") {
            let inert =
                script.attr("type") == Some("application/json") || script.attr("src").is_some();
            assert!(inert, "{name}: no inline script");
        }
        let handlers = page.tree.nodes().filter_map(|node| {
            node.value()
                .as_element()?
                .attrs()
                .find(|(name, _)| name.starts_with("on"))
        });
        assert_eq!(handlers.count(), 0, "{name}: no inline handlers");
    }
}

#[test]
fn every_field_has_a_name_of_its_own() {
    for (name, html) in documents() {
        let page = Html::parse_document(&html);
        for field in all_of(&page, "input:not([type=hidden]), textarea") {
            let id = field.attr("id").unwrap_or("-");
            let inside = field.ancestors().any(|node| {
                node.value()
                    .as_element()
                    .is_some_and(|e| e.name() == "label")
            });
            let outside = !all_of(&page, &format!("label[for='{id}']")).is_empty();
            assert!(
                inside || outside || field.attr("aria-label").is_some(),
                "{name}: {}",
                field.html()
            );
            assert!(
                field.attr("maxlength").is_none(),
                "{name}: maxlength counts otherwise than people do"
            );
        }
        for set in all_of(&page, "fieldset") {
            let legend = Selector::parse("legend").unwrap();
            assert!(
                set.select(&legend).next().is_some() || set.attr("aria-labelledby").is_some(),
                "{name}"
            );
        }
    }
}

#[test]
fn only_pages_without_a_form_load_themselves_again() {
    let waiting: Vec<&str> = waiting().into_iter().map(|(name, _)| name).collect();
    for (name, state) in in_both_languages() {
        let html = participant(&assets(), &state);
        let page = Html::parse_document(&html);
        // Where scripts run, they follow the room; a page that loads itself again would only be in
        // their way.
        let refreshes =
            html.contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>");
        assert_eq!(
            html.matches("http-equiv=\"refresh\"").count(),
            usize::from(refreshes),
            "{name}"
        );
        assert_eq!(refreshes, waiting.contains(&name), "{name}");
        assert!(
            !refreshes || all_of(&page, "main form").is_empty(),
            "{name}"
        );
        let next = all_of(&page, "a.next");
        assert_eq!(
            next.is_empty(),
            refreshes,
            "{name}: what does not refresh links on"
        );
        assert!(
            next.iter()
                .all(|link| link.attr("href") == Some("/89145348?seq=41")),
            "{name}"
        );
    }
}

#[test]
fn the_state_comes_back_as_it_was() {
    for (name, state) in in_both_languages() {
        let json = text(&page(&state), "script#state");
        let read: ParticipantState = serde_json::from_str(&json).unwrap();
        assert_eq!(read, state, "{name}");
    }
}

#[test]
fn what_people_write_stays_text() {
    let evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&";
    let question = asked(
        "q",
        evil,
        choice_input(&[evil, "Anders"], Default::default()),
    );
    let mut stored = answered(
        question,
        samples::fields(&[("option", "2"), ("other", evil)]),
    );
    stored.view.title = evil.into();
    stored.address = evil.into();
    let open = asked("q", evil, open_input(1, 0));
    let open = refused(
        at(Some(open)),
        PhoneNotice::TryAgain,
        &[("text", &format!("</textarea>{evil}"))],
    );
    let shut = refused(
        at(Some(closed(asked("q", evil, samples::words_input(1))))),
        PhoneNotice::TryAgain,
        &[("entry", evil)],
    );
    for state in [stored.clone(), open.clone(), shut.clone()] {
        let page = page(&state);
        assert_eq!(all_of(&page, "script").len(), 2, "the state and the module");
        assert!(all_of(&page, "img").is_empty());
        assert_eq!(text(&page, "h1"), evil);
        assert!(text(&page, "title").contains(evil));
    }
    assert_eq!(
        all_of(&page(&stored), "input[name=other]")[0].attr("value"),
        Some(evil)
    );
    assert_eq!(text(&page(&open), "textarea"), format!("</textarea>{evil}"));
    assert_eq!(text(&page(&shut), ".given"), evil);
    let start_page = Html::parse_document(&start(&assets(), Language::Nl, None, evil));
    assert_eq!(all_of(&start_page, "#code")[0].attr("value"), Some(evil));
}

#[test]
fn results_show_where_the_view_has_them_and_nowhere_else() {
    for (name, state) in in_both_languages() {
        let shown = state.shown.as_ref().or(state.view.slide.as_ref());
        let results = shown.is_some_and(|slide| match &slide.part {
            PartView::Question(question) => question.results.is_some(),
            _ => false,
        });
        let say = crate::texts::phone::phone(state.language);
        let headings = text(&page(&state), "h2");
        let shows = headings.contains(say.results) || headings.contains(say.results_so_far);
        assert_eq!(shows, results, "{name}");
    }
    let shown = with(
        asked("q", "?", choice_input(&["a", "b"], Default::default())),
        |question| {
            question.results = Some(job_results());
        },
    );
    let hidden = with(shown.clone(), |question| question.results = None);
    assert!(participant(&assets(), &at(Some(shown))).contains("163"));
    assert!(!participant(&assets(), &at(Some(hidden))).contains("163"));
}

#[test]
fn what_is_stored_is_said_where_it_shows() {
    for (name, state) in in_both_languages() {
        let page = page(&state);
        let saved = !all_of(&page, ".saved").is_empty();
        assert!(
            !saved || state.typed.is_none(),
            "{name}: what was typed since is not stored"
        );
        assert!(saved || !state.saved, "{name}: an answer stored just now");
        assert_eq!(
            state.saved,
            text(&page, "title").starts_with('✓'),
            "{name}: a screen reader hears it first"
        );
    }
}

#[test]
fn what_was_not_stored_is_said_at_the_fields_with_its_word() {
    let open = || asked("q", "?", choice_input(&["a", "b"], Default::default()));
    for (notice, code) in [
        (
            PhoneNotice::Refused(Refusal::StaleRound { round: 2 }),
            "stale_round",
        ),
        (PhoneNotice::Cookies, "no_cookie"),
        (PhoneNotice::TryAgain, "try_again"),
        (PhoneNotice::CannotStore, "cannot_store"),
    ] {
        let state = refused(at(Some(open())), notice.clone(), &[("option", "2")]);
        let page = page(&state);
        let first = all_of(&page, "main form > :not(input)")[0];
        assert_eq!(first.attr("data-code"), Some(code));
        assert!(
            first.attr("autofocus").is_some() && first.attr("tabindex") == Some("-1"),
            "a page opens there"
        );
        assert_eq!(first.attr("role"), Some("alert"));
        assert_eq!(
            first.text().collect::<String>(),
            notice.sentence(Language::Nl)
        );
        assert_eq!(
            all_of(&page, "input[checked]")[0].attr("value"),
            Some("2"),
            "what was typed is still there"
        );
    }
}

#[test]
fn a_question_of_another_language_says_so() {
    let mut state = at(Some(asked(
        "q",
        "Wie geht es?",
        choice_input(&["gut", "schlecht"], Default::default()),
    )));
    state.view.language = "de".into();
    let german = page(&state);
    assert_eq!(all_of(&german, "html")[0].attr("lang"), Some("nl"));
    assert_eq!(all_of(&german, "h1")[0].attr("lang"), Some("de"));
    state.view.language = "nl-BE".into();
    assert_eq!(all_of(&page(&state), "h1")[0].attr("lang"), None);
}

#[test]
fn after_the_end_a_question_in_its_grace_still_shows() {
    let mut state = at(Some(slide("s", "Slot", "", PartView::Content)));
    state.view.phase = shared::phase::Phase::Ended;
    assert_eq!(text(&page(&state), "h1"), "Bedankt voor het meedoen");
    let open = with(asked("q", "Nog iets?", open_input(1, 0)), |question| {
        question.grace_ends = Some(1)
    });
    state.view.late = vec![open.clone()];
    let over = page(&state);
    assert_eq!(
        text(&over, "main .lead"),
        "De bijeenkomst is afgelopen.",
        "nobody is sent away while something is open"
    );
    assert_eq!(text(&over, "nav a"), "Nog iets?");
    state.shown = Some(open);
    let late = page(&state);
    assert_eq!(text(&late, "h1"), "Nog iets?");
    assert_eq!(
        text(&late, ".late"),
        "De bijeenkomst is afgelopen. Je kunt dit nog versturen."
    );
    state.view.phase = shared::phase::Phase::Live;
    assert_eq!(
        text(&page(&state), ".late"),
        "We zijn al bij de volgende vraag. Je kunt dit nog versturen."
    );
}

#[test]
fn every_message_has_its_word_and_a_way_on() {
    let code = shared::code::JoinCode::parse("89145348").unwrap();
    for what in MessageKind::ALL {
        for page_message in [
            PageMessage::of(what),
            PageMessage::in_room(what, code.clone()),
        ] {
            let page = Html::parse_document(&message(&assets(), Language::En, &page_message));
            assert_eq!(
                all_of(&page, "[data-code]")[0].attr("data-code"),
                Some(what.code())
            );
            let back = page_message.room.is_some() && what.is_about_an_answer();
            let on = all_of(&page, "main a.button")[0];
            let (href, words) = match (what, back, what.is_at_the_entrance()) {
                (MessageKind::ScreensFull, ..) => ("/stage", "Try again"),
                (_, true, true) => ("/89145348", "Look again"),
                (_, true, false) => ("/89145348", "Back to the question"),
                _ => ("/", "Type a code"),
            };
            assert_eq!(
                (on.attr("href"), on.text().collect::<String>().as_str()),
                (Some(href), words),
                "{what:?}"
            );
            let (again, script) = (
                page.html().contains("http-equiv=\"refresh\""),
                all_of(&page, "script[src]").len(),
            );
            let waits = matches!(what, MessageKind::Wait | MessageKind::DoorClosed);
            assert_eq!(
                (again, script),
                (waits, usize::from(waits)),
                "{what:?}: who waits looks again by themselves"
            );
            assert_eq!(all_of(&page, "html")[0].attr("lang"), Some("en"));
            assert!(text(&page, "title").ends_with(" · peil"), "{what:?}");
        }
    }
}

#[test]
fn who_asked_at_another_address_is_shown_the_right_one() {
    let site = Some("https://peil.example.org".to_owned());
    let page_message = PageMessage {
        site,
        ..PageMessage::of(MessageKind::Misdirected)
    };
    let page = Html::parse_document(&message(&assets(), Language::En, &page_message));
    let on = all_of(&page, "main a.button")[0];
    assert_eq!(on.attr("href"), Some("https://peil.example.org/"));
    assert_eq!(on.text().collect::<String>(), "To the right address");
}
