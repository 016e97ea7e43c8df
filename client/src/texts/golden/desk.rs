//! What hosts read: at the desk, on the remote, as a moderator.

use shared::control::{ControlAction, HostAction, RecentAction, Undoable};
use shared::deck::problem::{Problem, ProblemKind, SettingsProblem};
use shared::host::{Actor, HostRole};
use shared::ids::SlideId;
use shared::instant::LocalMoment;
use shared::question::sums::Measure;
use shared::room::Change;

use super::{Book, Readership, say};
use crate::messages::{self, MessageArgument};
use crate::model::mail::MailTrouble;
use crate::model::sign_in::Why;
use crate::texts::desk;

/// Every control.
const HOST_ACTIONS: [HostAction; 27] = [
    HostAction::Control(ControlAction::Go),
    HostAction::Control(ControlAction::Close),
    HostAction::Control(ControlAction::Begin),
    HostAction::Control(ControlAction::End),
    HostAction::Control(ControlAction::Resume),
    HostAction::Control(ControlAction::Undo),
    HostAction::Hid,
    HostAction::Restored,
    HostAction::Merged,
    HostAction::Approved,
    HostAction::Held(true),
    HostAction::Held(false),
    HostAction::ChangedDeck,
    HostAction::SetDoor(true),
    HostAction::SetDoor(false),
    HostAction::SetPhones,
    HostAction::Removed,
    HostAction::Returned,
    HostAction::Erased,
    HostAction::Asked,
    HostAction::Chose,
    HostAction::Answered,
    HostAction::Assigned,
    HostAction::Replied,
    HostAction::Typed,
    HostAction::EndedTablet,
    HostAction::RenewedTablets,
];
const ACTORS: [Actor; 8] = [
    Actor::Owner,
    Actor::Token,
    Actor::Room,
    link(HostRole::Presenter, Some(2)),
    link(HostRole::Remote, Some(1)),
    link(HostRole::Moderator, None),
    link(HostRole::Speaker, Some(1)),
    link(HostRole::Stage, Some(12)),
];

const fn link(role: HostRole, number: Option<u32>) -> Actor {
    Actor::Link { role, number }
}

pub(super) const ACTIONS: [ControlAction; 17] = [
    ControlAction::Next,
    ControlAction::Previous,
    ControlAction::Go,
    ControlAction::Open,
    ControlAction::Close,
    ControlAction::Show,
    ControlAction::Hide,
    ControlAction::Vote,
    ControlAction::Reset,
    ControlAction::Skip,
    ControlAction::Unskip,
    ControlAction::Extend,
    ControlAction::Evaluate,
    ControlAction::Begin,
    ControlAction::End,
    ControlAction::Resume,
    ControlAction::Undo,
];

pub(super) fn chapters(book: &mut Book) {
    let tables: [(&str, &[(&str, usize)]); 27] = [
        ("Desk", &messages::home::NAMED),
        ("A deck", &messages::deck::NAMED),
        ("A room", &messages::room::NAMED),
        ("The console", &messages::console::NAMED),
        ("Changing a room's slides", &messages::editing::NAMED),
        ("Who may come in", &messages::entrance::NAMED),
        ("Removing", &messages::removing::NAMED),
        ("Moderating", &messages::moderating::NAMED),
        (
            "Questions to the speakers, for hosts",
            &messages::questions::NAMED,
        ),
        ("Whether taking part works here", &messages::checkup::NAMED),
        ("Signing in", &messages::sign_in::NAMED),
        ("Sign-ins", &messages::sessions::NAMED),
        ("What was filled into a form", &messages::forms::NAMED),
        ("What came out of a room", &messages::results_page::NAMED),
        ("How long answers are kept", &messages::retention::NAMED),
        ("The report of a room", &messages::report::NAMED),
        ("The page for afterwards", &messages::after_page::NAMED),
        (
            "Mail to those who asked for the report",
            &messages::mail::NAMED,
        ),
        (
            "Everything of a room as one file",
            &messages::archive::NAMED,
        ),
        ("Figures as files", &messages::figures::NAMED),
        ("Answers as a spreadsheet", &messages::spreadsheet::NAMED),
        ("Answers that hosts enter", &messages::by_hand::NAMED),
        ("Tablets at tables", &messages::tablets::NAMED),
        ("Taking over a screen", &messages::takeover::NAMED),
        ("Trying a room out", &messages::trial::NAMED),
        ("Kinds of slides", &messages::kinds::NAMED),
        ("What happened", &messages::notices::NAMED),
    ];
    for (title, each) in tables {
        book.chapter(title, Readership::Hosts);
        book.table(each);
    }
    book.chapter("Desk, counted", Readership::Hosts);
    book.table(&messages::undo::NAMED);
    book.table(&messages::locale::NAMED);
    files(book);
    counted(book);
    of_a_room(book);
    changing(book);
    spelled_out(book);
}

fn files(book: &mut Book) {
    for answers in [1u64, 47] {
        book.add(&format!("figures::answers({answers})"), |language| {
            messages::figures::answers(language, answers)
        });
    }
    book.add("figures::round(2)", |language| {
        messages::figures::round(language, 2u64)
    });
    book.add("spreadsheet::sums_of_round(2)", |language| {
        messages::spreadsheet::sums_of_round(language, 2u64)
    });
    say! { book;
        desk::spreadsheet::measure(Measure::Mean);
    }
}

fn planned() -> LocalMoment {
    LocalMoment::parse("2026-12-12T13:30").expect("a day and a time")
}

fn without_poles() -> Problem {
    let (key, kind) = ("left", "spectrum");
    Problem {
        line: 7,
        wrong: ProblemKind::Settings(SettingsProblem::Missing { key, kind }),
    }
}

fn counted(book: &mut Book) {
    say! { book;
        desk::console::slide(9);
        desk::console::newest(50);
        desk::console::next_named("Pauze");
        desk::console::ask_too_few(2);
        desk::console::quick_problem(&without_poles());
        desk::plurals::slides(1);
        desk::plurals::slides(12);
        desk::plurals::people(0);
        desk::plurals::people(1);
        desk::plurals::people(168);
        desk::plurals::made_on("21 november");
        desk::date::planned_for(&planned(), "2026-11-29");
        desk::date::moment(&planned(), "2027-01-01");
        desk::date::day("2026-11-21", "2026-11-29");
        desk::date::day("2025-05-01", "2026-11-29");
        desk::plurals::page(2, 47);
        desk::plurals::waiting(1, 1);
        desk::plurals::waiting(1240, 1);
        desk::plurals::waiting(12, 3);
        desk::plurals::more_time(1);
        desk::plurals::more_time(12);
        desk::trial::answers(0);
        desk::trial::answers(1);
        desk::trial::answers(14);
        desk::trial::begin_asked(0);
        desk::trial::begin_asked(1);
        desk::trial::begin_asked(1014);
        desk::plurals::answers(1);
        desk::plurals::answers(12);
        desk::plurals::problems(1, 0);
        desk::plurals::problems(0, 3);
        desk::plurals::problems(2, 1);
        desk::plurals::line(6);
        desk::plurals::place(6, 12);
        desk::plurals::where_we_are("6/12", "spectrum", None);
        desk::plurals::where_we_are("6/12", "spectrum", Some(2));
        desk::plurals::round(2);
        desk::plurals::to_slide(3);
    }
}

fn of_a_room(book: &mut Book) {
    let (url, code) = ("https://peil.example.org/69783439", "6978 3439");
    let [url, code] = [url, code].map(MessageArgument::Phrase);
    say! { book;
        desk::room::chat_invitation(code, url);
        desk::room::evaluation_open(0);
        desk::room::evaluation_open(1);
        desk::room::evaluation_open(1_200);
        desk::room::typed_of(1);
        desk::room::typed_of(12);
        desk::room::typed_said(1);
        desk::room::typed_said(12);
        desk::room::chat_question(code, "Wat neem je mee?", url);
    }
    say! { book;
        desk::removing::ago(0);
        desk::removing::ago(1);
        desk::removing::ago(12);
        desk::removing::choice("20:14", 3, 1);
        desk::removing::choice("20:14", 3, 140);
        desk::removing::asked(("20:14", "20:16"), 1, 1);
        desk::removing::asked(("20:14", "20:16"), 140, 28);
        desk::removing::gone(("20:14", "20:16"), 1, 1);
        desk::removing::gone(("20:14", "20:16"), 140, 28);
        desk::removing::again(1);
        desk::removing::again(3);
        desk::removing::of_them(1);
        desk::removing::of_them(140);
        desk::moderating::came(1, 1);
        desk::moderating::came(3, 12);
        desk::moderating::merge(2, "kat");
        desk::moderating::counted_word(3, "kat");
        desk::moderating::would_count_as("kat (5)", "katten (3)");
        desk::moderating::suggested_more(1);
        desk::moderating::suggested_more(17);
        desk::moderating::waiting(1);
        desk::moderating::waiting(12);
        desk::moderating::waits(12);
        desk::moderating::votes(1);
        desk::moderating::votes(12);
        desk::questions::meant_for("dr. De Wit");
        desk::sessions::browser(Some("Firefox"), Some("Windows"));
        desk::sessions::browser(Some("Edge"), None);
        desk::sessions::browser(None, Some("Linux"));
        desk::sessions::browser(None, None);
        desk::sessions::since("2026-11-21");
        desk::sessions::last_used("2026-11-28");
        desk::forms::link("Evaluatie", 1);
        desk::forms::link("Evaluatie", 12);
        desk::forms::filled_in(12);
        desk::forms::round(2);
        desk::date::clock(&planned());
        desk::results::when("28 november", "13.00", "16.21");
        desk::results::when_begun("28 november", "13.00");
        desk::results::votes(1);
        desk::results::votes(1310);
        desk::results::typed(1);
        desk::results::typed(12);
        desk::results::waiting(1);
        desk::results::waiting(12);
        desk::results::round_of("142 antwoorden", 2);
        desk::results::rest(1);
        desk::results::rest(12);
        desk::results::found(1);
        desk::results::found(12);
        desk::results::found_first(1310, 100);
        desk::results::asked(1);
        desk::results::asked(31);
        desk::results::asked_state(27, 4);
        desk::results::field_mean(74, "Cijfer", "8,1");
        desk::retention::answers_end("14 december");
        desk::retention::answers_ended("14 december");
        desk::retention::forms_end("14 december");
        desk::privacy::answers_go("30 dagen");
        desk::privacy::forms_go("30 dagen");
        desk::report::questions_asked(1);
        desk::report::questions_asked(9);
        desk::report::people(1);
        desk::report::people(163);
        desk::report::answers(1);
        desk::report::answers(1310);
        desk::report::mean_label("Cijfer", 74);
        desk::report::page_of("1", "3");
        desk::report::saved_at("28 november om 16.30 uur");
        desk::report::changed_since(1);
        desk::report::changed_since(2);
        desk::report::changed_row("214 woorden", "213 woorden", "Waaraan denk je?");
        desk::after_page::open_until("28 december");
        desk::after_page::closed_since("28 december");
        desk::after_page::status_open("28 december");
        desk::after_page::status_over("28 december");
        desk::after_page::place_of("Waaraan denk je?");
        desk::after_page::url_row(2);
        desk::results::field_count(74, "Kom je weer?");
        desk::by_hand::given(1);
        desk::by_hand::given(12);
        desk::mail::asked(1);
        desk::mail::asked(1_041);
        desk::mail::left_out(1);
        desk::mail::left_out(3);
        desk::mail::send_meaning(1);
        desk::mail::send_meaning(41);
        desk::mail::tried_again("20:14");
        desk::mail::bounces("peil <verslag@example.org>");
        desk::mail::kept_until("2026-11-29 20:14");
        desk::mail::default_subject("Groepenwerkplaats");
        desk::mail::default_lead("Groepenwerkplaats");
        desk::tablets::number(3);
        desk::tablets::people(1);
        desk::tablets::people(12);
        desk::tablets::seat(3);
        desk::kind::kind("spectrum");
        desk::kind::kind("unheard-of");
        desk::moderating::times(3);
    }
}

fn changing(book: &mut Book) {
    for each in changes() {
        say! { book; desk::editing::change(&each); }
    }
}

/// Each thing that a change does, with no answers, one and several.
fn changes() -> Vec<Change> {
    let text = |text: &str| text.to_owned();
    let (slide, prompt) = (SlideId::from("knowledge"), text("Wat weet je?"));
    let (from, to) = (text("Wat weet je?"), text("Wat weten we?"));
    let counted = [0, 1, 12].map(|answers| {
        let (slide, prompt, from, to) = (slide.clone(), prompt.clone(), from.clone(), to.clone());
        [
            Change::Removed {
                slide: slide.clone(),
                prompt: prompt.clone(),
                answers,
            },
            Change::Prompt {
                slide: slide.clone(),
                from: from.clone(),
                to: to.clone(),
                answers,
            },
            Change::Item {
                slide: slide.clone(),
                prompt: prompt.clone(),
                number: 2,
                from,
                to,
                answers,
            },
            Change::NewRound {
                slide,
                prompt,
                round: 2,
                answers,
            },
        ]
    });
    let kind = text("choice");
    let skip = |skip| Change::Skip {
        slide: slide.clone(),
        prompt: prompt.clone(),
        skip,
    };
    let countdown = |seconds, later| Change::Countdown {
        slide: slide.clone(),
        prompt: prompt.clone(),
        seconds,
        later,
    };
    let others = vec![
        Change::Title {
            from: from.clone(),
            to: to.clone(),
        },
        Change::Deck,
        Change::PaceStays,
        Change::Added {
            slide: slide.clone(),
            place: 3,
            kind,
            prompt: prompt.clone(),
        },
        Change::Moved {
            slide: slide.clone(),
            prompt: prompt.clone(),
            from: 5,
            to: 2,
        },
        skip(true),
        skip(false),
        Change::ItemAdded {
            slide: slide.clone(),
            prompt: prompt.clone(),
            number: 3,
            text: text("Alles"),
        },
        Change::ItemRemoved {
            slide: slide.clone(),
            prompt: prompt.clone(),
            number: 3,
            text: text("Niets"),
        },
        Change::Text {
            slide: slide.clone(),
            prompt: prompt.clone(),
        },
        Change::Notes {
            slide: slide.clone(),
            prompt: prompt.clone(),
        },
        countdown(Some(1), false),
        countdown(Some(60), true),
        countdown(None, true),
        Change::Settings {
            slide: slide.clone(),
            prompt: prompt.clone(),
        },
    ];
    counted.into_iter().flatten().chain(others).collect()
}

fn spelled_out(book: &mut Book) {
    for why in [
        Why::Needed,
        Why::HostLinkOver,
        Why::LinkUnknown,
        Why::LinkUsed,
        Why::LinkOver,
        Why::LinkEarlier,
    ] {
        book.add(&format!("desk::sign_in::why({why:?})"), |language| {
            desk::sign_in::why(language, why)
        });
    }
    for trouble in MailTrouble::ALL {
        book.add(&format!("desk::mail::trouble({trouble:?})"), |language| {
            desk::mail::trouble(language, trouble)
        });
    }
    for code in desk::notice::SHARED
        .iter()
        .map(|refusal| refusal.code())
        .chain(["something_new"])
    {
        book.add(&format!("desk::notice::notice({code:?})"), |language| {
            desk::notice::notice(language, code)
        });
    }
    book.add("desk::notice::of_control(\"out_of_range\")", |language| {
        desk::notice::of_control(language, "out_of_range")
    });
    for code in ["offline", "not_signed_in", "ended", "full"] {
        book.add(&format!("desk::notice::held({code:?})"), |language| {
            desk::notice::held(language, code)
        });
    }
    for action in HOST_ACTIONS {
        let recent = |times| RecentAction {
            by: Actor::Owner,
            action,
            slide: Some(3),
            times,
            at: 0,
        };
        for times in [1, 4] {
            let name = format!("desk::hosts::done({action:?}, {times})");
            book.add(&name, |language| {
                desk::hosts::done(language, &recent(times))
            });
        }
    }
    book.table(&messages::hosts::NAMED);
    for minutes in [0u64, 1, 5] {
        book.add(&format!("desk::hosts::ago({minutes})"), |language| {
            desk::hosts::ago(language, minutes)
        });
    }
    for actor in ACTORS {
        let name = format!("desk::hosts::name_for({actor:?})");
        book.add(&name, |language| {
            desk::hosts::name_for(language, actor, Some(Actor::Owner))
        });
        let name = format!("desk::hosts::reader({actor:?})");
        book.add(&name, |language| desk::hosts::reader(language, actor));
        let name = format!("desk::hosts::by_another({actor:?})");
        book.add(&name, |language| {
            desk::hosts::by_another(language, Some(actor), None).unwrap_or_default()
        });
    }
    for action in ACTIONS {
        for slide in [None, Some(7)] {
            let undoable = Undoable {
                control: 3,
                action,
                slide,
                at: 0,
                by: None,
            };
            let name = format!("desk::undo::done({action:?}, {slide:?})");
            book.add(&name, |language| desk::undo::done(language, &undoable));
        }
    }
}
