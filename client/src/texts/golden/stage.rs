//! What the projected page says, where everybody sees it.

use shared::protocol::view::Screen;
use shared::question::Results;

use super::charts::{cloud, field, line, options, scale, statements};
use super::desk::ACTIONS;
use super::{Book, Readership, say, tell};
use crate::kinds::of_people;
use crate::kinds::scale::means;
use crate::language::Language;
use crate::messages;
use crate::model::undo::Back;
use crate::texts::stage::{self, strip::Tool};

pub(super) fn chapters(book: &mut Book) {
    book.chapter("Stage", Readership::Everybody);
    book.table(&messages::stage::NAMED);
    tell! { book, "stage";
        of_people(&options(), 0, 168);
        of_people(&options(), 1, 168);
        of_people(&options(), 142, 1168);
        of_people(&field(0), 1, 168);
        of_people(&field(0), 30, 168);
        of_people(&cloud(), 0, 168);
        of_people(&cloud(), 1, 168);
        of_people(&cloud(), 8, 168);
        of_people(&statements(), 1, 168);
        of_people(&line(), 2, 168);
    }
    say! { book;
        stage::of_groups(8);
        stage::evaluation(0);
        stage::evaluation(1);
        stage::evaluation(1_200);
        stage::votes_on(1, 9);
        stage::votes_on(12, 1);
        stage::qa_votes(1);
        stage::qa_votes(41);
        stage::qa_total(1);
        stage::qa_total(31);
        stage::qa_total_open(1);
        stage::qa_total_open(31);
        stage::people_joined(0);
        stage::people_joined(1);
        stage::people_joined(168);
        stage::joined(1);
        stage::joined(168);
        stage::took_part(1);
        stage::took_part(168);
        stage::minutes(1);
        stage::minutes(15);
        stage::elapsed(0);
        stage::elapsed(12);
        stage::elapsed_hours(2, 15);
        stage::of_planned(3, 10);
        stage::over_time(2);
        stage::words_sentence(1283, 307);
        stage::words_sentence(1, 1);
        stage::page_of(2, 8);
        stage::newest_of(400, 1283);
        stage::most_frequent_of(300, 1283);
        stage::qr_label("peil.example.org/89145348");
    }
    for means in [&[4.1, 2.3][..], &[3.0]] {
        let Results::Scale(results) = scale(means) else {
            continue;
        };
        let name = format!("stage::means::sentence({means:?})");
        book.add(&name, |language| means::sentence(language, &results));
    }
    for code in [
        "at_end",
        "at_start",
        "unknown_slide",
        "moved",
        "nothing_to_undo",
        "ended",
        "not_signed_in",
        "offline",
        "",
    ] {
        book.add(&format!("stage::refused({code:?})"), |language| {
            stage::refused(language, code)
        });
    }
    let backs = [
        Back::Seen("onzin".to_owned()),
        Back::Apart("kat".to_owned()),
        Back::Nothing,
    ];
    let screens = [Screen::Slides, Screen::Join, Screen::Blank].map(Back::Screen);
    for back in backs
        .into_iter()
        .chain(screens)
        .chain(ACTIONS.map(Back::Before))
    {
        book.add(&format!("stage::back({back:?})"), |language| {
            stage::back(language, &back)
        });
    }
    book.chapter("Keys", Readership::Everybody);
    book.table(&messages::strip::NAMED);
    book.table(&messages::stage_keys::NAMED);
    say! { book;
        stage::until_part("Onze waarden");
        stage::late_for_part("Onze waarden");
    }
    book.add("stage::strip::name()", stage::strip::name);
    for tool in Tool::ALL {
        book.add(&format!("stage::strip::tool({tool:?})"), |language| {
            stage::strip::tool(language, tool)
        });
    }
    for key in 0..stage::keys::all(Language::ALL[0]).count() {
        let name = format!("stage::keys::all({key})");
        book.add(&name, |language| {
            stage::keys::all(language).nth(key).map(pressed)
        });
    }
    for key in 0..stage::keys::of_console(Language::ALL[0]).count() {
        let name = format!("stage::keys::of_console({key})");
        book.add(&name, |language| {
            stage::keys::of_console(language).nth(key).map(pressed)
        });
    }
}

/// A key and what it does.
fn pressed((key, does): (&str, &str)) -> String {
    format!("{key}: {does}")
}
