//! The organiser's pages: what they say, and what a browser would send from them.

use shared::control::{ControlAction, Undoable};

use super::desk_samples::{deck, ended, forms, home, remote, room, sessions};
use super::forms::sent;
use super::mail_samples::mail_new;
use super::privacy::privacy;
use super::*;
use crate::model::sign_in::Why;
use crate::views::desk::kept::KeptText;
use crate::views::desk::remote::RemoteState;
use crate::views::desk::{DeskDeck, DeskHome, DeskRoom, ListPage, RoomRow, RoomStatus};

pub(super) fn parsed(html: &str) -> Html {
    Html::parse_document(html)
}

pub(super) fn room_page(state: &DeskRoom) -> Html {
    parsed(&host::desk_room(&assets(), &assets(), state))
}

/// The address and the fields of every form in the main part, each as `address name=value&…`.
pub(super) fn forms_of(page: &Html) -> Vec<String> {
    let summary = |form: ElementRef<'_>| {
        assert_eq!(form.attr("method"), Some("post"));
        let fields: Vec<String> = sent(form)
            .into_iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        format!("{} {}", form.attr("action").unwrap(), fields.join("&"))
    };
    all_of(page, "main form, .organising form")
        .into_iter()
        .map(summary)
        .collect()
}

#[track_caller]
pub(super) fn has_form(page: &Html, form: &str) {
    let forms = forms_of(page);
    assert!(
        forms.iter().any(|each| each == form),
        "no form {form:?} in {forms:#?}"
    );
}

/// The buttons that can't be pressed now.
pub(super) fn disabled(page: &Html) -> Vec<String> {
    all_of(page, "button[disabled]")
        .iter()
        .map(|button| button.text().collect())
        .collect()
}

#[test]
fn the_ways_out_are_on_every_page_of_the_desk() {
    for language in Language::ALL {
        let other = if language == Language::Nl { "en" } else { "nl" };
        let inside = [
            host::desk_home(&assets(), &DeskHome { language, ..home() }),
            host::desk_deck(&assets(), &DeskDeck { language, ..deck() }),
            host::desk_sessions(&assets(), &sessions(language)),
            host::desk_forms(&assets(), &forms(language)),
            host::desk_mail(&assets(), &mail_new(language)),
        ];
        let outside = [
            host::remote(&assets(), &of(language, remote())),
            host::sign_in_needed(&assets(), language, Why::Needed),
            host::privacy(&assets(), language, &privacy()),
            host::unsubscribe(&assets(), language, "a1b2", false),
        ];
        for (html, signed_in) in inside
            .iter()
            .map(|html| (html, 1))
            .chain(outside.iter().map(|html| (html, 0)))
        {
            let page = parsed(html);
            assert_eq!(
                all_of(&page, "form[action='/sign-out'][method=post]").len(),
                signed_in
            );
            let switch = all_of(
                &page,
                "form[action='/language'][method=post] button[name=language]",
            );
            assert_eq!(switch[0].attr("value"), Some(other));
            assert_eq!(all_of(&page, "body > a[href='#main']").len(), 1);
            assert_eq!(all_of(&page, "main#main").len(), 1);
            assert_eq!(all_of(&page, "html")[0].attr("lang"), Some(language.tag()));
        }
    }
}

fn of(language: Language, state: RemoteState) -> RemoteState {
    RemoteState { language, ..state }
}

fn led(leading: RemoteState) -> DeskRoom {
    DeskRoom { leading, ..room() }
}

#[test]
fn the_page_of_a_room_is_the_console_and_leads_back_to_the_desk() {
    let page = room_page(&room());
    assert_eq!(
        all_of(&page, "#page header .mark")[0].attr("href"),
        Some("/desk")
    );
    assert_eq!(all_of(&page, "#page a[href='#main']").len(), 1);
    assert_eq!(all_of(&page, "#page main#main").len(), 1);
    assert_eq!(all_of(&page, "#page form[action='/language']").len(), 1);
    assert_eq!(
        all_of(&page, "#page ~ .organising").len(),
        1,
        "what does not come alive stands outside of what does"
    );
    assert_eq!(
        all_of(&page, "#page ~ script").len(),
        3,
        "its state, and both scripts"
    );
    for needed in ["#now", ".outline", ".queue", ".noted"] {
        assert_eq!(all_of(&page, needed).len(), 1, "{needed}");
    }
    let forms = forms_of(&page);
    let mut to_room = forms.iter().filter(|form| form.starts_with("/rooms/r1/"));
    assert!(to_room.clone().count() > 12, "{forms:?}");
    assert!(to_room.all(|form| form.contains("back=desk")), "{forms:?}");
}

#[test]
fn an_empty_desk_says_how_to_begin() {
    let empty = DeskHome {
        decks: ListPage::whole(Vec::new()),
        rooms: ListPage::whole(Vec::new()),
        ..home()
    };
    let page = parsed(&host::desk_home(&assets(), &empty));
    assert_eq!(all_of(&page, ".empty").len(), 2);
    assert_eq!(
        forms_of(&page),
        ["/desk/decks text=&file=", "/desk/rooms/import archive="]
    );
    for form in all_of(&page, "main form") {
        assert_eq!(
            form.attr("enctype"),
            Some("multipart/form-data"),
            "a file travels in parts only"
        );
    }
}

#[test]
fn a_damaged_room_can_be_thrown_away_from_the_list() {
    let mut state = home();
    state.rooms = ListPage::whole(vec![RoomRow {
        status: RoomStatus::Damaged,
        ..state.rooms.rows[0].clone()
    }]);
    let page = parsed(&host::desk_home(&assets(), &state));
    has_form(&page, "/desk/rooms/r1/delete confirm=1");
    assert!(
        all_of(&page, "a[href='/desk/rooms/r1']").is_empty(),
        "its page can't be shown"
    );
    assert!(text(&page, ".state").contains("Beschadigd"));
}

#[test]
fn a_deck_is_saved_played_and_thrown_away() {
    let stored = parsed(&host::desk_deck(&assets(), &deck()));
    has_form(&stored, "/desk/decks/d1 version=7&text=# Welkom\n");
    has_form(&stored, "/desk/decks/d1/rooms expected=&planned=");
    has_form(&stored, "/desk/decks/d1/delete ");
    assert_eq!(all_of(&stored, ".slides li").len(), 2);
    assert_eq!(text(&stored, ".slides small"), "tekst|tussen twee polen");
    let asked = parsed(&host::desk_deck(
        &assets(),
        &DeskDeck {
            confirm_delete: true,
            ..deck()
        },
    ));
    assert_eq!(
        forms_of(&asked)[0],
        "/desk/decks/d1/delete confirm=1&version=7"
    );
    assert_eq!(
        all_of(&asked, ".confirm a")[0].attr("href"),
        Some("/desk/decks/d1")
    );
    let saved = parsed(&host::desk_deck(
        &assets(),
        &DeskDeck {
            notice: Some("saved".into()),
            ..deck()
        },
    ));
    assert_eq!(
        all_of(&saved, ".notice.good")[0].attr("role"),
        Some("status")
    );
}

#[test]
fn a_text_that_met_another_one_is_kept_beside_it() {
    let typed = "# Van mij</textarea><script>alert(1)</script>";
    let met = DeskDeck {
        notice: Some("changed".into()),
        text: typed.into(),
        version: "8".into(),
        stored: Some("# Van de ander</textarea>".into()),
        ..deck()
    };
    let page = parsed(&host::desk_deck(&assets(), &met));
    has_form(&page, &format!("/desk/decks/d1 version=8&text={typed}"));
    assert_eq!(text(&page, "form textarea"), typed);
    assert_eq!(
        text(&page, "textarea[readonly]"),
        "# Van de ander</textarea>"
    );
    assert_eq!(
        text(&page, ".editor button"),
        "Bewaar mijn tekst eroverheen"
    );
    assert_eq!(
        all_of(&page, ".section a[href='/desk/decks/d1']").len(),
        1,
        "or go on with the other"
    );
    assert_eq!(
        all_of(&page, ".notice")[0].attr("data-code"),
        Some("changed")
    );
}

#[test]
fn a_text_without_a_session_is_kept_to_be_sent_again() {
    let typed = "\n# Van mij</textarea><script>alert(1)</script>";
    let kept = |version: Option<&str>, action: &str| {
        let (action, version) = (action.to_owned(), version.map(str::to_owned));
        parsed(&host::kept_text(
            &assets(),
            &KeptText {
                language: Language::Nl,
                action,
                text: typed.into(),
                version,
            },
        ))
    };
    let page = kept(Some("7"), "/desk/decks/d1");
    has_form(&page, &format!("/desk/decks/d1 version=7&text={typed}"));
    assert_eq!(
        all_of(&page, ".notice")[0].attr("data-code"),
        Some("not_signed_in")
    );
    assert_eq!(all_of(&page, "script").len(), 0);
    has_form(
        &kept(None, "/desk/decks"),
        &format!("/desk/decks text={typed}"),
    );
}

#[test]
fn a_long_list_has_a_way_on() {
    let mut long = home();
    long.rooms = ListPage {
        total: 5_000,
        page: 2,
        before: Some("/desk?rooms=1".into()),
        after: Some("/desk?rooms=3".into()),
        ..long.rooms
    };
    let page = parsed(&host::desk_home(&assets(), &long));
    let links: Vec<_> = all_of(&page, "#rooms nav a")
        .iter()
        .filter_map(|way| way.attr("href"))
        .collect();
    assert_eq!(links, ["/desk?rooms=1", "/desk?rooms=3"]);
    assert!(text(&page, "#rooms nav").contains("pagina 2, 5.000 in totaal"));
    assert!(
        all_of(&page, "#decks nav").is_empty(),
        "one page has no way on"
    );
}

#[test]
fn a_room_is_moved_and_its_question_controlled() {
    let open = room_page(&room());
    for fields in [
        "do=previous&after=3",
        "do=next&after=3",
        "do=go&after=3&slide=welkom",
        "do=close&after=3&slide=teams",
        "do=reset&after=3&slide=teams",
        "do=hide&after=3&slide=teams&on=stage",
        "do=show&after=3&slide=teams&on=phones",
        "do=end&after=3",
    ] {
        has_form(&open, &format!("/rooms/r1/control {fields}&back=desk"));
    }
}

#[test]
fn when_all_is_over_the_stage_can_be_moved_and_nothing_opened() {
    // Looking back at a question, and on the page that says that all is over.
    for looks_back in [true, false] {
        let mut state = ended(room().leading);
        state.view.looks_back = looks_back;
        let over = room_page(&led(state));
        let forms = forms_of(&over);
        for gone in [
            "do=open",
            "do=close",
            "do=vote",
            "do=reset",
            "do=end",
            "do=door",
            "on=phones",
        ] {
            assert!(
                !forms.iter().any(|form| form.contains(gone)),
                "{gone}: {forms:?}"
            );
        }
        has_form(&over, "/rooms/r1/control do=previous&after=3&back=desk");
        assert_eq!(
            forms.iter().any(|form| form.contains("do=hide")),
            looks_back,
            "{forms:?}"
        );
        assert_eq!(text(&over, ".move button"), "Vorige|Volgende");
        assert!(forms.iter().any(|form| form.contains("do=go")));
        has_form(&over, "/desk/rooms/r1/erase answer=a7");
        has_form(&over, "/desk/rooms/r1/delete ");
    }
}

#[test]
fn answers_are_erased_for_good_and_downloaded() {
    let page = room_page(&room());
    has_form(&page, "/desk/rooms/r1/erase answer=a7");
    assert_eq!(
        all_of(&page, "details form[action$=erase]").len(),
        1,
        "it asks first"
    );
    assert_eq!(text(&page, "td.when"), "2026-11-21 13:52");
    let downloads = all_of(&page, "a[href*='/export?']");
    let queries: Vec<&str> = downloads
        .iter()
        .filter_map(|link| link.attr("href")?.split_once('?'))
        .map(|(_, query)| query)
        .collect();
    assert!(queries.contains(&"format=csv&shape=long") && queries.contains(&"format=json"));
    assert!(queries.contains(&"format=csv&shape=wide&excel=1"));
    let none = room_page(&DeskRoom {
        answers: Vec::new(),
        removing: Default::default(),
        ..room()
    });
    assert!(all_of(&none, "table").is_empty());
    assert!(text(&none, ".empty").contains("Nog geen antwoorden"));
    let asked = room_page(&DeskRoom {
        confirm_delete: true,
        ..room()
    });
    has_form(&asked, "/desk/rooms/r1/delete confirm=1");
    assert_eq!(
        all_of(&asked, ".confirm a")[0].attr("href"),
        Some("/desk/rooms/r1")
    );
}

#[test]
fn the_last_control_can_be_taken_back_and_an_end_too() {
    let mut state = room().leading;
    state.view.undoable = Some(Undoable {
        control: 3,
        action: ControlAction::Reset,
        slide: Some(2),
        at: 0,
        by: None,
    });
    let undone = room_page(&led(state));
    has_form(&undone, "/rooms/r1/control do=undo&after=3&back=desk");
    assert!(text(&undone, ".undo").contains("nieuwe ronde begonnen (dia 2)"));
    assert!(
        !forms_of(&room_page(&room()))
            .iter()
            .any(|form| form.contains("undo")),
        "nothing was done yet"
    );
    let mut state = ended(room().leading);
    state.view.resumable_until = Some(1);
    has_form(
        &room_page(&led(state)),
        "/rooms/r1/control do=resume&after=3&back=desk",
    );
    let over = room_page(&led(ended(room().leading)));
    assert!(
        !forms_of(&over).iter().any(|form| form.contains("resume")),
        "too long ago"
    );
}

#[test]
fn the_remote_sends_to_its_own_address() {
    let page = parsed(&host::remote(&assets(), &remote()));
    let forms = forms_of(&page);
    assert!(
        forms
            .iter()
            .all(|form| form.starts_with("/rooms/r1/control do=")),
        "{forms:?}"
    );
    has_form(&page, "/rooms/r1/control do=next&after=3");
    has_form(&page, "/rooms/r1/control do=close&after=3&slide=teams");
    has_form(
        &page,
        "/rooms/r1/control do=hide&after=3&slide=teams&on=stage",
    );
    assert!(
        !forms.iter().any(|form| form.contains("do=end")),
        "nobody ends a room by a slip of the thumb"
    );
    assert_eq!(text(&page, "h1"), "Welke groepen zijn laaghangend fruit?");
    assert!(text(&page, ".counts").contains("168"));
    for secret in [
        "stage/s3cret",
        "remote/s3cret",
        "moderator/s3cret",
        "Wandelgroep",
    ] {
        assert!(
            !page.html().contains(secret),
            "a remote gets no other role's link and no list of answers: {secret}"
        );
    }
}

#[test]
fn a_refused_control_is_said_first() {
    let refused = |state: RemoteState| RemoteState {
        notice: Some("at_end".to_owned()),
        ..state
    };
    for html in [
        host::desk_room(&assets(), &assets(), &led(refused(room().leading))),
        host::remote(&assets(), &refused(remote())),
    ] {
        let page = parsed(&html);
        let first = all_of(&page, "main > :first-child, main > :first-child *");
        let first = first
            .into_iter()
            .find(|first| first.attr("role") == Some("alert"))
            .expect("it is in the first part");
        assert_eq!(first.attr("data-code"), Some("at_end"));
        assert!(
            first
                .text()
                .collect::<String>()
                .starts_with("Dit is de laatste dia.")
        );
    }
    let renewed = RemoteState {
        notice: Some("new_link".to_owned()),
        ..room().leading
    };
    let said = room_page(&led(renewed));
    assert_eq!(
        all_of(&said, ".notice.good")[0].attr("role"),
        Some("status"),
        "what went well frightens nobody"
    );
}

#[test]
fn what_people_and_decks_hold_stays_text() {
    let evil = "<script>alert(1)</script>\"'&";
    let mut state = room();
    let view = &mut state.leading.view;
    (view.title, view.outline[1].prompt) = (evil.into(), evil.into());
    let mut in_hand = remote();
    in_hand.view.title = evil.into();
    (state.answers[0].text, state.answers[0].question) = (evil.into(), evil.into());
    state.join_url = format!("http://x/\"{evil}");
    let mut first = home();
    (
        first.decks.rows[0].title,
        first.rooms.rows[0].title,
        first.text,
    ) = (evil.into(), evil.into(), evil.into());
    let mut one = deck();
    (one.title, one.slides[0].prompt, one.slides[0].kind) = (evil.into(), evil.into(), evil.into());
    let facts = crate::views::desk::Privacy {
        host: evil.into(),
        ..privacy()
    };
    for html in [
        host::desk_room(&assets(), &assets(), &state),
        host::remote(&assets(), &in_hand),
        host::desk_home(&assets(), &first),
        host::desk_deck(&assets(), &one),
        host::privacy(&assets(), Language::En, &facts),
    ] {
        let page = parsed(&html);
        let typed = all_of(&page, "script")
            .iter()
            .filter(|script| script.text().collect::<String>() == "alert(1)")
            .count();
        assert_eq!(typed, 0, "nothing typed became one");
        assert!(
            page.root_element()
                .text()
                .collect::<String>()
                .contains(evil)
        );
    }
}

#[test]
fn codes_read_as_people_read_them() {
    assert_eq!(text(&room_page(&room()), "#page .code"), "code 8914 5348");
    assert!(
        text(&parsed(&host::desk_home(&assets(), &home())), ".item .code").contains("8914 5348")
    );
}

#[test]
fn privacy_says_how_this_instance_is_reached() {
    let of = |encrypted, proxied| {
        let facts = crate::views::desk::Privacy {
            encrypted,
            proxied,
            ..privacy()
        };
        text(
            &parsed(&host::privacy(&assets(), Language::En, &facts)),
            "main",
        )
    };
    assert!(
        of(true, false).contains("is encrypted") && !of(true, false).contains("another server")
    );
    assert!(
        of(false, true).contains("is not encrypted") && of(false, true).contains("another server")
    );
    assert!(of(true, true).contains("peil.example.org") && of(true, true).contains("30 days"));
}
