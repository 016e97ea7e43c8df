//! The organiser's pages as a workshop would meet them.

use shared::code::JoinCode;
use shared::control::{ControlAction, HostAction, RecentAction};
use shared::deck::quick::QuickQuestion;
use shared::host::{Actor, HostRole};
use shared::ids::{AnswerId, RoomId, SlideId};
use shared::phase::Phase;
use shared::protocol::view::{OutlineRow, ResultsVisibility};
use shared::room::Change;

use super::privacy::privacy;
use super::without_phones::{by_hand, counts, tablets};
use super::*;
use crate::model::sign_in::Why;
use crate::views::desk::checkup::Cookie;
use crate::views::desk::forms::{DeskForms, FormCell, FormRow, FormRows};
use crate::views::desk::groups::{GroupCode, GroupCodes};
use crate::views::desk::handing_over::{RoleLink, RoomLinks};
use crate::views::desk::kept::KeptText;
use crate::views::desk::remote::RemoteState;
use crate::views::desk::retention::AnswersKept;
use crate::views::desk::sessions::{DeskSessions, SessionRow};
use crate::views::desk::takeover::{GiftStep, ScreenGift, WaitingScreen};
use crate::views::desk::{
    AnswerRow, DeckProblem, DeckRow, DeskDeck, DeskHome, DeskRoom, DeskRoomDeck, FigureLink,
    FormLink, ListPage, MinuteRow, RemovedRow, Removing, RoomRow, RoomStatus, SlideItem,
};
const QUESTION: &str = "Welke groepen zijn laaghangend fruit?";

pub(super) fn room_row(room: &str, title: &str, status: RoomStatus) -> RoomRow {
    let code = JoinCode::parse("8914 5348").unwrap();
    let participants = matches!(status, RoomStatus::At(_)).then_some(168);
    RoomRow {
        room: room.into(),
        code,
        title: title.into(),
        status,
        participants,
        planned: None,
        made_on: "2026-11-28".into(),
        today: "2026-11-29".into(),
        kept: AnswersKept::default(),
    }
}

pub(super) fn home() -> DeskHome {
    DeskHome {
        language: Language::Nl,
        decks: ListPage::whole(vec![
            DeckRow {
                deck: "d1".into(),
                title: "Groepenwerkplaats".into(),
                slides: 12,
            },
            DeckRow {
                deck: "d2".into(),
                title: "Webinar sociale benadering".into(),
                slides: 1,
            },
        ]),
        rooms: ListPage::whole(vec![
            room_row("r1", "Groepenwerkplaats", RoomStatus::At(Phase::Live)),
            room_row(
                "r2",
                "Webinar sociale benadering",
                RoomStatus::At(Phase::Ready),
            ),
            room_row("r3", "Groepenwerkplaats", RoomStatus::At(Phase::Ended)),
            room_row("r4", "Teamdag", RoomStatus::Damaged),
            room_row("r5", "Teamdag in het voorjaar", RoomStatus::Idle),
        ]),
        notice: None,
        unheard: false,
        rewritten: false,
        text: String::new(),
        problems: Vec::new(),
    }
}

pub(super) fn deck() -> DeskDeck {
    DeskDeck {
        language: Language::Nl,
        deck: "d1".into(),
        title: "Groepenwerkplaats".into(),
        text: "# Welkom\n".into(),
        slides: vec![
            SlideItem {
                number: 1,
                kind: "content".into(),
                prompt: "Welkom".into(),
            },
            SlideItem {
                number: 2,
                kind: "spectrum".into(),
                prompt: "Hoe neem jij beslissingen?".into(),
            },
        ],
        problems: Vec::new(),
        warnings: Vec::new(),
        rooms: ListPage::whole(vec![room_row(
            "r1",
            "Groepenwerkplaats",
            RoomStatus::At(Phase::Live),
        )]),
        version: "7".into(),
        stored: None,
        notice: None,
        confirm_delete: false,
    }
}

pub(super) fn room() -> DeskRoom {
    let link = |role: &str| format!("https://peil.example.org/rooms/r1/enter/{role}/s3cret");
    let leading = RemoteState {
        at_desk: true,
        actor: Some(Actor::Owner),
        ..console()
    };
    DeskRoom {
        leading,
        planned: None,
        today: "2026-11-29".into(),
        unheard: false,
        rewritten: false,
        join_url: "https://peil.example.org/89145348".into(),
        stage_url: link("stage"),
        presenter_url: link("presenter"),
        remote_url: link("remote"),
        moderator_url: link("moderator"),
        speaker_url: link("speaker"),
        answers: vec![AnswerRow {
            id: AnswerId(7),
            question: QUESTION.into(),
            text: "Wandelgroep voor mantelzorgers in de Noordwijk".into(),
            at: "2026-11-21T13:52:04.000Z".into(),
        }],
        figures: vec![FigureLink::of("pet", "Kat of hond?")],
        forms: vec![FormLink {
            question: "evaluation".into(),
            prompt: "Evaluatie".into(),
            filled_in: 12,
        }],
        asks_for_report: true,
        removing: removing(),
        kept: AnswersKept::default(),
        confirm_delete: false,
    }
}

fn removing() -> Removing {
    let minute = |at: &str, ago, people| MinuteRow {
        at: format!("2026-11-21T{at}:00.000Z"),
        ago,
        people,
    };
    let gone = |people, answers, returning| RemovedRow {
        from: "2026-11-21T13:40:00.000Z".into(),
        to: "2026-11-21T13:41:00.000Z".into(),
        people,
        answers,
        returning,
    };
    let minutes = vec![
        minute("13:31", 21, 160),
        minute("13:32", 20, 7),
        minute("13:51", 1, 1),
    ];
    Removing {
        minutes,
        asked: None,
        removed: vec![gone(1_547, 1_702, 1_547), gone(12, 1, 10), gone(2, 0, 0)],
    }
}

/// When the pages are made.
const NOW: u64 = 3_600_000 + 3 * 60_000;

fn link(role: HostRole, number: Option<u32>) -> Actor {
    Actor::Link { role, number }
}

/// What three hosts did.
fn recent() -> Vec<RecentAction> {
    let did = |by, action, slide, times, seconds: u64| RecentAction {
        by,
        action,
        slide,
        times,
        at: NOW - 1_000 * seconds,
    };
    let moderator = link(HostRole::Moderator, Some(2));
    vec![
        did(moderator, HostAction::Approved, Some(2), 3, 20),
        did(
            link(HostRole::Presenter, Some(1)),
            HostAction::Control(ControlAction::Go),
            Some(2),
            1,
            70,
        ),
        did(Actor::Owner, HostAction::SetDoor(false), None, 1, 300),
    ]
}

/// The remote of a room.
pub(super) fn remote() -> RemoteState {
    let shown = ResultsVisibility {
        stage: true,
        phones: false,
    };
    let asked = with(asked("teams", QUESTION, open_input(1, 3)), |question| {
        (question.voters, question.shown) = (Some(142), Some(shown));
    });
    let mut state = super::stage_samples::at(Some(asked));
    let view = &mut state.view;
    (view.recent, view.controls) = (recent(), 3);
    (view.participants, view.present) = (168, 154);
    (view.slides, view.title) = (4, "Groepenwerkplaats".into());
    if let Some(slide) = &mut view.slide {
        (slide.number, slide.kind) = (2, "open".into());
        slide.prompt = QUESTION.into();
    }
    RemoteState {
        language: Language::Nl,
        room: RoomId::from("r1"),
        code: JoinCode::parse("8914 5348").unwrap(),
        role: HostRole::Remote,
        seq: 4,
        view: state.view,
        actor: Some(link(HostRole::Remote, None)),
        join_url: "https://peil.example.org/89145348".into(),
        now: NOW,
        notice: None,
        asks: Vec::new(),
        draft: None,
        clock: String::new(),
        desk: false,
        at_desk: false,
        questions: Vec::new(),
        list: None,
        picked: false,
    }
}

/// The console of a room.
pub(super) fn console() -> RemoteState {
    let mut state = remote();
    (state.role, state.desk) = (HostRole::Presenter, true);
    state.actor = Some(link(HostRole::Presenter, Some(1)));
    state.clock = "13:05".into();
    state.asks = QuickQuestion::kinds().map(str::to_owned).collect();
    let row = |id: &str, kind: &str, prompt: &str, voters| OutlineRow {
        id: SlideId::from(id),
        kind: kind.into(),
        prompt: prompt.into(),
        skip: false,
        later: false,
        open: voters == Some(142),
        voters,
    };
    state.view.outline = vec![
        row("welkom", "content", "Dia over welkom", None),
        row("teams", "open", QUESTION, Some(142)),
        row("pauze", "break", "Dia over pauze", None),
        row("scale", "scale", "Dia over scale", Some(1)),
    ];
    state.view.upcoming = Some(SlideId::from("pauze"));
    state.view.next = Some("Dia over pauze".into());
    state.view.notes = Some("Geef twee deelnemers het woord.".into());
    state
}

/// Before its first slide.
pub(super) fn ready(mut state: RemoteState) -> RemoteState {
    let view = &mut state.view;
    (view.phase, view.slide, view.notes) = (Phase::Ready, None, None);
    (view.participants, view.present) = (0, 0);
    state
}

/// When all is over, still with its last question on the stage.
pub(super) fn ended(mut state: RemoteState) -> RemoteState {
    let view = &mut state.view;
    (view.phase, view.upcoming, view.next) = (Phase::Ended, None, None);
    state
}

/// The links of a room.
pub(super) fn links(language: Language) -> RoomLinks {
    let qr_svg = || "<svg viewBox=\"0 0 29 29\"><path d=\"M4 4h7v7h-7z\"/></svg>".to_owned();
    let link = |role: HostRole| RoleLink {
        role,
        url: format!(
            "https://peil.example.org/rooms/r1/enter/{}/s3cret",
            role.word()
        ),
        qr_svg: qr_svg(),
    };
    let roles = [
        HostRole::Stage,
        HostRole::Presenter,
        HostRole::Remote,
        HostRole::Moderator,
        HostRole::Speaker,
    ];
    RoomLinks {
        language,
        room: RoomId::from("r1"),
        desk: false,
        title: "Groepenwerkplaats".into(),
        join_url: "https://peil.example.org/89145348".into(),
        join_qr: qr_svg(),
        links: roles.map(link).to_vec(),
    }
}

/// The codes of a room's groups, one with a name as long as one may be.
fn groups(language: Language) -> GroupCodes {
    let names = ["Rood", "Afdelingmaatschappelijkewerker", "Groep 3"].into_iter();
    let code = |(number, name): (u64, &str)| GroupCode {
        name: name.into(),
        url: format!("https://peil.example.org/89145348?g={number}"),
        qr_svg: "<svg viewBox=\"0 0 29 29\"><path d=\"M4 4h7v7h-7z\"/></svg>".to_owned(),
    };
    GroupCodes {
        language,
        room: RoomId::from("r1"),
        desk: false,
        title: "Groepenwerkplaats".into(),
        groups: (1..).zip(names).map(code).collect(),
    }
}

/// What another text would do to the deck of a room that runs.
fn room_deck(language: Language) -> DeskRoomDeck {
    let asks_anew = Change::NewRound {
        slide: SlideId::from("words"),
        prompt: QUESTION.into(),
        round: 2,
        answers: 12,
    };
    let added = Change::Added {
        slide: SlideId::from("thanks"),
        place: 3,
        kind: "choice".into(),
        prompt: QUESTION.into(),
    };
    DeskRoomDeck {
        language,
        room: "kamer".into(),
        title: "Groepenwerkplaats".into(),
        text: "# Welkom\n".into(),
        version: "3".into(),
        stored: Some("# Welkom\n".into()),
        changes: Some(vec![Change::Deck, asks_anew, added]),
        can_be_made: true,
        problems: Vec::new(),
        warnings: Vec::new(),
        notice: None,
    }
}

pub(super) fn forms(language: Language) -> DeskForms {
    let row = |name: &str, cells: [&str; 2]| FormRow {
        name: name.into(),
        day: "2026-11-28".into(),
        cells: cells
            .iter()
            .map(|cell| FormCell::Text((*cell).to_owned()))
            .chain([FormCell::Ticked])
            .collect(),
    };
    let rows = vec![
        row("a1", ["8", "Klein beginnen <b>is</b> ook beginnen"]),
        row("b2", ["6", ""]),
    ];
    let round = |number: u32, rows: Vec<FormRow>| FormRows {
        number,
        filled_in: 3,
        labels: vec!["Cijfer".into(), "Wat nam je mee?".into(), "Mag".into()],
        rows,
    };
    DeskForms {
        language,
        room: "kamer".into(),
        title: "Groepenwerkplaats".into(),
        question: "evaluation".into(),
        prompt: "Evaluatie".into(),
        rounds: vec![round(1, rows), round(2, Vec::new())],
    }
}

pub(super) fn sessions(language: Language) -> DeskSessions {
    let row = |session: &str, program: Option<&str>, system: Option<&str>, seen: Option<&str>| {
        SessionRow {
            session: session.into(),
            program: program.map(str::to_owned),
            system: system.map(str::to_owned),
            began: "2026-11-21".into(),
            seen: seen.map(str::to_owned),
            here: false,
        }
    };
    let own = SessionRow {
        here: true,
        ..row("a1", Some("Firefox"), Some("Windows"), Some("2026-11-28"))
    };
    let phone = row("b2", Some("Safari"), Some("iPhone"), Some("2026-11-24"));
    DeskSessions {
        language,
        sessions: vec![own, phone, row("c3", None, None, None)],
    }
}

fn problem(line: usize, quoted: &str, sentence: &str) -> DeckProblem {
    DeckProblem {
        line,
        quoted: quoted.into(),
        sentence: sentence.into(),
        code: "unknown-key".into(),
    }
}

/// Every page in one language, by name.
pub(super) fn pages(language: Language) -> Vec<(&'static str, String)> {
    let (home, deck, room) = (
        DeskHome { language, ..home() },
        DeskDeck {
            language,
            text: "---\ntitle: Groepenwerkplaats\n---\n\n# Welkom\n".repeat(4),
            ..deck()
        },
        DeskRoom {
            leading: RemoteState {
                language,
                ..room().leading
            },
            ..room()
        },
    );
    let wrong = vec![problem(
        31,
        "rigth: ik ben een gokker 🎲",
        "Deze sleutel kennen we niet. Bedoel je `right`?",
    )];
    let notice = |code: &str| Some(code.to_owned());
    let empty = DeskHome {
        decks: ListPage::whole(Vec::new()),
        rooms: ListPage::whole(Vec::new()),
        ..home.clone()
    };
    let refused = DeskHome {
        notice: notice("deck_errors"),
        text: deck.text.clone(),
        problems: wrong.clone(),
        ..home.clone()
    };
    let unsaved = DeskDeck {
        notice: notice("deck_errors"),
        slides: Vec::new(),
        warnings: wrong.clone(),
        problems: wrong,
        ..deck.clone()
    };
    let of = |state: RemoteState| RemoteState { language, ..state };
    let room_ready = DeskRoom {
        leading: ready(room.leading.clone()),
        answers: Vec::new(),
        removing: Removing::default(),
        ..room.clone()
    };
    let asked = room.removing.removed.first().cloned();
    let removing = DeskRoom {
        removing: Removing {
            asked,
            ..room.removing.clone()
        },
        ..room.clone()
    };
    let room_ended = DeskRoom {
        leading: ended(room.leading.clone()),
        ..room.clone()
    };
    let at_end = |state: RemoteState| RemoteState {
        notice: notice("at_end"),
        ..of(state)
    };
    let room_refused = DeskRoom {
        leading: at_end(room.leading.clone()),
        ..room.clone()
    };
    let screen = WaitingScreen {
        language,
        address: "https://peil.example.org/stage/abcdefgh23456789".into(),
        qr_svg: "<svg viewBox=\"0 0 33 33\" aria-hidden=\"true\"><path d=\"M4 4h1v1h-1z\"/></svg>"
            .into(),
    };
    let long = ListPage {
        total: 5_000,
        page: 2,
        before: Some("/desk?rooms=1#rooms".into()),
        after: Some("/desk?rooms=3#rooms".into()),
        ..home.rooms.clone()
    };
    let changed = DeskDeck {
        notice: notice("changed"),
        stored: Some("# Van de ander\n".into()),
        ..deck.clone()
    };
    let kept = KeptText {
        language,
        action: "/desk/decks/d1".into(),
        text: deck.text.clone(),
        version: Some("7".into()),
    };
    let none = || ListPage::whole(Vec::new());
    let gift = |step, rooms| ScreenGift {
        language,
        signed_in: true,
        screen: "abcdefgh23456789".into(),
        rooms,
        step,
    };
    let given = GiftStep::Given { room: "r1".into() };
    let assets = assets();
    let pages = vec![
        ("desk-home", host::desk_home(&assets, &home)),
        ("desk-home-empty", host::desk_home(&assets, &empty)),
        ("desk-home-errors", host::desk_home(&assets, &refused)),
        (
            "desk-home-long",
            host::desk_home(
                &assets,
                &DeskHome {
                    rooms: long,
                    ..home.clone()
                },
            ),
        ),
        (
            "desk-home-proxies",
            host::desk_home(
                &assets,
                &DeskHome {
                    unheard: true,
                    rewritten: true,
                    ..home.clone()
                },
            ),
        ),
        ("desk-deck", host::desk_deck(&assets, &deck)),
        ("desk-deck-changed", host::desk_deck(&assets, &changed)),
        (
            "desk-room-damaged",
            host::desk_damaged(&assets, language, &home.rooms.rows[3]),
        ),
        ("desk-kept", host::kept_text(&assets, &kept)),
        ("desk-deck-errors", host::desk_deck(&assets, &unsaved)),
        (
            "desk-deck-saved",
            host::desk_deck(
                &assets,
                &DeskDeck {
                    notice: notice("saved"),
                    ..deck.clone()
                },
            ),
        ),
        (
            "desk-deck-delete",
            host::desk_deck(
                &assets,
                &DeskDeck {
                    confirm_delete: true,
                    ..deck
                },
            ),
        ),
        ("desk-room", host::desk_room(&assets, &assets, &room)),
        (
            "desk-room-ready",
            host::desk_room(&assets, &assets, &room_ready),
        ),
        (
            "desk-room-ended",
            host::desk_room(&assets, &assets, &room_ended),
        ),
        (
            "desk-room-refused",
            host::desk_room(&assets, &assets, &room_refused),
        ),
        (
            "desk-room-removing",
            host::desk_room(&assets, &assets, &removing),
        ),
        (
            "desk-room-delete",
            host::desk_room(
                &assets,
                &assets,
                &DeskRoom {
                    confirm_delete: true,
                    ..room.clone()
                },
            ),
        ),
        ("console", host::console(&assets, &of(console()))),
        (
            "console-ready",
            host::console(&assets, &ready(of(console()))),
        ),
        (
            "console-ended",
            host::console(&assets, &ended(of(console()))),
        ),
        ("room-links", host::links(&assets, &links(language))),
        ("room-groups", host::groups(&assets, &groups(language))),
        ("room-tablets", host::tablets(&assets, &tablets(language))),
        (
            "by-hand",
            host::by_hand(&assets, &by_hand(language, counts())),
        ),
        ("remote", host::remote(&assets, &of(remote()))),
        ("remote-ready", host::remote(&assets, &ready(of(remote())))),
        ("remote-ended", host::remote(&assets, &ended(of(remote())))),
        ("remote-refused", host::remote(&assets, &at_end(remote()))),
        ("moderator", host::moderator(&assets, &of(remote()))),
        ("questions", host::questions(&assets, &of(remote()))),
        (
            "desk-room-deck",
            host::desk_room_deck(&assets, &room_deck(language)),
        ),
        ("desk-forms", host::desk_forms(&assets, &forms(language))),
        (
            "desk-sessions",
            host::desk_sessions(&assets, &sessions(language)),
        ),
        (
            "sign-in",
            host::sign_in_needed(&assets, language, Why::Needed),
        ),
        (
            "sign-in-host",
            host::sign_in_needed(&assets, language, Why::HostLinkOver),
        ),
        (
            "sign-in-used",
            host::sign_in_needed(&assets, language, Why::LinkUsed),
        ),
        (
            "sign-in-over",
            host::sign_in_needed(&assets, language, Why::LinkOver),
        ),
        (
            "sign-in-earlier",
            host::sign_in_needed(&assets, language, Why::LinkEarlier),
        ),
        (
            "sign-in-unknown",
            host::sign_in_needed(&assets, language, Why::LinkUnknown),
        ),
        ("stage-waiting", host::waiting_screen(&assets, &screen)),
        (
            "takeover",
            host::screen_gift(&assets, &gift(GiftStep::Choosing, home.rooms.clone())),
        ),
        (
            "takeover-nothing",
            host::screen_gift(&assets, &gift(GiftStep::Choosing, none())),
        ),
        (
            "takeover-given",
            host::screen_gift(&assets, &gift(given, none())),
        ),
        (
            "takeover-gone",
            host::screen_gift(&assets, &gift(GiftStep::Gone, none())),
        ),
        ("checkup", host::checkup(&assets, language, Cookie::Unknown)),
        (
            "checkup-cookie",
            host::checkup(&assets, language, Cookie::Kept),
        ),
        (
            "checkup-no-cookie",
            host::checkup(&assets, language, Cookie::Lost),
        ),
        ("privacy", host::privacy(&assets, language, &privacy())),
    ];
    let more = super::results::pages_of_rooms(language);
    [pages, mail_samples::mail_pages(language), more].concat()
}
