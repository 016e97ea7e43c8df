//! The organiser's pages as a workshop would meet them.

use shared::code::JoinCode;
use shared::control::{HostAction, RecentAction};
use shared::deck::quick::QuickQuestion;
use shared::host::Actor;
use shared::ids::{AnswerId, RoomId, SlideId};
use shared::protocol::view::{MoreTime, OutlineRow, ResultsVisibility};
use shared::room::{Action, HostRole, Phase};

use super::*;
use crate::model::sign_in::Why;
use crate::views::desk::checkup::Cookie;
use crate::views::desk::handing_over::{RoleLink, RoomLinks};
use crate::views::desk::kept::KeptText;
use crate::views::desk::remote::RemoteState;
use crate::views::desk::sessions::{DeskSessions, SessionRow};
use crate::views::desk::takeover::{GiftStep, ScreenGift, WaitingScreen};
use crate::views::desk::{
    AnswerRow, DeckProblem, DeckRow, DeskDeck, DeskHome, DeskRoom, ListPage, MinuteRow, Privacy,
    RemovedRow, Removing, RoomRow, RoomStatus, SlideItem, SlideRow,
};
use crate::views::stage::pace::Pace;

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

/// A slide that is no question, or one that nobody came to yet.
pub(super) fn slide(id: &str, number: u64, kind: &str) -> SlideRow {
    SlideRow {
        id: SlideId::from(id),
        number,
        kind: kind.into(),
        prompt: if number == 2 {
            QUESTION.into()
        } else {
            format!("Dia over {id}")
        },
        round: 1,
        rounds: 1,
        displayed_round: 1,
        open: false,
        voting: false,
        counts_down: false,
        skip: false,
        results_shown: false,
        phones_shown: false,
        answers: 0,
        current: number == 2,
        is_question: !matches!(kind, "content" | "break" | "instructions" | "leaderboard"),
        playable: true,
        can_vote: false,
    }
}

pub(super) fn room() -> DeskRoom {
    let link = |role: &str| format!("https://peil.example.org/rooms/r1/enter/{role}/s3cret");
    let question = slide("teams", 2, "open");
    DeskRoom {
        trial: None,
        phones: Default::default(),
        planned: None,
        today: "2026-11-29".into(),
        language: Language::Nl,
        room: "r1".into(),
        code: JoinCode::parse("8914 5348").unwrap(),
        title: "Groepenwerkplaats".into(),
        phase: Phase::Live,
        position: Some(SlideId::from("teams")),
        participants: 168,
        controls: 3,
        undoable: None,
        recent: recent(),
        actor: Some(Actor::Owner),
        resumable: false,
        present: 154,
        waiting: None,
        door_closed: false,
        more_time: Some(MoreTime {
            question: SlideId::from("teams"),
            people: 2,
        }),
        pace: Pace {
            began_at: Some(0),
            slide_began_at: Some(3_600_000),
            minutes: Some(10),
        },
        now: NOW,
        deck_language: "nl".into(),
        unheard: false,
        rewritten: false,
        slides: vec![
            slide("welkom", 1, "content"),
            SlideRow {
                open: true,
                results_shown: true,
                answers: 142,
                can_vote: true,
                ..question
            },
            slide("pauze", 3, "break"),
            SlideRow {
                answers: 1,
                ..slide("scale", 4, "scale")
            },
        ],
        join_url: "https://peil.example.org/89145348".into(),
        stage_url: link("stage"),
        presenter_url: link("presenter"),
        remote_url: link("remote"),
        moderator_url: link("moderator"),
        answers: vec![AnswerRow {
            id: AnswerId(7),
            question: QUESTION.into(),
            text: "Wandelgroep voor mantelzorgers in de Noordwijk".into(),
            at: "2026-11-21T13:52:04.000Z".into(),
        }],
        removing: removing(),
        notice: None,
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
            HostAction::Control(Action::Go),
            Some(2),
            1,
            70,
        ),
        did(Actor::Owner, HostAction::SetDoor(false), None, 1, 300),
    ]
}

/// The remote of a room.
pub(super) fn remote(room: &DeskRoom) -> RemoteState {
    let shown = ResultsVisibility {
        stage: true,
        phones: false,
    };
    let asked = with(asked("teams", QUESTION, open_input(1, 3)), |question| {
        (question.voters, question.shown) = (Some(142), Some(shown));
    });
    let mut state = super::stage_samples::at(room.position.is_some().then_some(asked));
    state.view.phase = room.phase;
    state.view.recent = room.recent.clone();
    (state.view.participants, state.view.present) = (room.participants, room.present);
    (state.view.slides, state.view.title) = (4, room.title.clone());
    if let Some(slide) = &mut state.view.slide {
        (slide.number, slide.kind) = (2, "open".into());
        slide.prompt = room.slides[1].prompt.clone();
    }
    RemoteState {
        language: room.language,
        room: RoomId::from("r1"),
        code: room.code.clone(),
        role: HostRole::Remote,
        seq: 4,
        view: state.view,
        actor: Some(link(HostRole::Remote, None)),
        join_url: room.join_url.clone(),
        now: room.now,
        notice: room.notice.clone(),
        asks: Vec::new(),
        draft: None,
        clock: String::new(),
        desk: false,
        questions: Vec::new(),
        list: None,
        picked: false,
    }
}

/// The console of a room.
pub(super) fn console(room: &DeskRoom) -> RemoteState {
    let mut state = remote(room);
    (state.role, state.desk) = (HostRole::Presenter, true);
    state.actor = Some(link(HostRole::Presenter, Some(1)));
    state.clock = "13:05".into();
    state.asks = QuickQuestion::kinds().map(str::to_owned).collect();
    let row = |slide: &SlideRow| OutlineRow {
        id: slide.id.clone(),
        kind: slide.kind.clone(),
        prompt: slide.prompt.clone(),
        skip: slide.skip,
        later: !slide.playable,
        open: slide.open,
        voters: slide.is_question.then_some(slide.answers),
    };
    state.view.outline = room.slides.iter().map(row).collect();
    let ended = state.view.has_ended();
    state.view.upcoming = room
        .slides
        .get(2)
        .filter(|_| !ended)
        .map(|slide| slide.id.clone());
    state.view.next = room
        .slides
        .get(2)
        .filter(|_| !ended)
        .map(|slide| slide.prompt.clone());
    state.view.notes = state
        .view
        .slide
        .is_some()
        .then(|| "Geef twee deelnemers het woord.".into());
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
    let others = [
        row("b2", Some("Safari"), Some("iPhone"), Some("2026-11-24")),
        row("c3", None, None, None),
    ];
    DeskSessions {
        language,
        sessions: [own].into_iter().chain(others).collect(),
    }
}

pub(super) fn privacy() -> Privacy {
    Privacy {
        identity_days: 30,
        host: "peil.example.org".into(),
        encrypted: true,
        proxied: true,
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
        DeskRoom { language, ..room() },
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
    let nowhere: Vec<SlideRow> = room
        .slides
        .iter()
        .map(|slide| SlideRow {
            current: false,
            ..slide.clone()
        })
        .collect();
    let ready = DeskRoom {
        phase: Phase::Ready,
        position: None,
        slides: nowhere,
        participants: 0,
        present: 0,
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
    let ended = DeskRoom {
        phase: Phase::Ended,
        ..room.clone()
    };
    let at_end = DeskRoom {
        notice: notice("at_end"),
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
    vec![
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
        ("desk-room", host::desk_room(&assets, &room)),
        ("desk-room-ready", host::desk_room(&assets, &ready)),
        ("desk-room-ended", host::desk_room(&assets, &ended)),
        ("desk-room-refused", host::desk_room(&assets, &at_end)),
        ("desk-room-removing", host::desk_room(&assets, &removing)),
        (
            "desk-room-delete",
            host::desk_room(
                &assets,
                &DeskRoom {
                    confirm_delete: true,
                    ..room.clone()
                },
            ),
        ),
        ("console", host::console(&assets, &console(&room))),
        ("console-ready", host::console(&assets, &console(&ready))),
        ("console-ended", host::console(&assets, &console(&ended))),
        ("room-links", host::links(&assets, &links(language))),
        ("remote", host::remote(&assets, &remote(&room))),
        ("remote-ready", host::remote(&assets, &remote(&ready))),
        ("remote-ended", host::remote(&assets, &remote(&ended))),
        ("remote-refused", host::remote(&assets, &remote(&at_end))),
        (
            "desk-sessions",
            host::desk_sessions(&assets, &sessions(language)),
        ),
        (
            "sign-in",
            host::sign_in_needed(&assets, language, Why::Needed),
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
    ]
}
