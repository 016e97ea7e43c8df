//! Who gets in and who goes: links that are made anew, sessions, sign-in, people who are removed.

use super::desk::{forms_of, has_form, parsed, room_page};
use super::desk_samples::{room, sessions};
use super::*;
use crate::model::sign_in::Why;
use crate::texts::charts::grouped;
use crate::views::desk::DeskRoom;
use crate::views::desk::remote::RemoteState;
use crate::views::desk::sessions::DeskSessions;

#[test]
fn each_link_of_a_role_can_be_made_anew_and_says_first_what_ends() {
    let page = room_page(&room());
    for role in ["stage", "presenter", "remote", "moderator", "speaker"] {
        has_form(&page, &format!("/desk/rooms/r1/links role={role}"));
    }
    assert_eq!(
        forms_of(&page)
            .iter()
            .filter(|form| form.contains("/links "))
            .count(),
        5,
        "and nobody joins by a role"
    );
    let asked: Vec<String> = all_of(&page, ".links details p")
        .iter()
        .map(|paragraph| paragraph.text().collect())
        .collect();
    assert!(
        asked.len() == 5
            && asked
                .iter()
                .all(|text| text.contains("De oude link werkt dan meteen niet meer"))
    );
}

#[test]
fn every_browser_but_ones_own_can_be_signed_out() {
    let page = parsed(&host::desk_sessions(&assets(), &sessions(Language::Nl)));
    let forms = forms_of(&page);
    let expected =
        ["session=b2", "session=c3", "others=1"].map(|what| format!("/desk/sessions/end {what}"));
    assert_eq!(forms, expected);
    let shown = text(&page, "main");
    for words in [
        "Firefox op Windows",
        "deze browser",
        "Safari op iPhone",
        "24 november 2026",
        "Onbekende browser",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let alone = DeskSessions {
        sessions: sessions(Language::Nl).sessions[..1].to_vec(),
        language: Language::Nl,
    };
    assert_eq!(
        forms_of(&parsed(&host::desk_sessions(&assets(), &alone))),
        [""; 0]
    );
}

#[test]
fn why_a_link_signs_nobody_in_is_said_in_words_of_its_own() {
    let mut said = std::collections::BTreeSet::new();
    for language in Language::ALL {
        for why in Why::ALL {
            let page = parsed(&host::sign_in_needed(&assets(), language, why));
            assert_eq!(
                all_of(&page, "[data-code]")[0].attr("data-code"),
                Some(why.code())
            );
            assert!(
                said.insert(text(&page, "[data-code]")),
                "{why:?} is said twice"
            );
            assert!(
                text(&page, "pre").contains("peil sign-in"),
                "and how to get another"
            );
        }
    }
}

#[test]
fn who_joined_in_some_minutes_can_be_removed_and_returned() {
    for language in Language::ALL {
        let leading = RemoteState {
            language,
            ..room().leading
        };
        let in_language = DeskRoom { leading, ..room() };
        let page = room_page(&in_language);
        let (first, full) = ("2026-11-21T13:40:00.000Z", "2026-11-21T13:31:00.000Z");
        // The fullest minute is chosen beforehand.
        has_form(&page, "/desk/rooms/r1/participants do=remove");
        for name in ["from", "to"] {
            let chosen = all_of(
                &page,
                &format!("form[action$=participants] select[name={name}] option[selected]"),
            );
            assert_eq!(
                chosen
                    .iter()
                    .map(|option| option.attr("value"))
                    .collect::<Vec<_>>(),
                [Some(full)],
                "{name}"
            );
        }
        let back = format!(
            "/desk/rooms/r1/participants do=return&joined_from={first}&joined_to=2026-11-21T13:41:00.000Z"
        );
        let backs = forms_of(&page)
            .into_iter()
            .filter(|form| *form == back)
            .count();
        assert_eq!(backs, 2, "who joined again, all of them, can't be returned");
        let asks = in_language.removing.removed.first().cloned();
        let asking = room_page(&DeskRoom {
            removing: crate::views::desk::Removing {
                asked: asks,
                ..room().removing
            },
            ..in_language
        });
        has_form(&asking, &back.replace("do=return", "do=remove&confirm=1"));
        assert!(
            all_of(&asking, ".asks")[0]
                .text()
                .collect::<String>()
                .contains(&grouped(language, 1547)),
            "it says how many"
        );
    }
    let nobody = room_page(&DeskRoom {
        removing: Default::default(),
        ..room()
    });
    assert!(
        forms_of(&nobody)
            .iter()
            .all(|form| !form.contains("/participants"))
    );
}
