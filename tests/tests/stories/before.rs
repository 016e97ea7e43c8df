//! A room that was begun under an older version goes on under this one: no figure changes,
//! everybody is who they were, and what was promised then is kept now.

use std::collections::HashMap;
use std::path::PathBuf;

use serde_json::Value;
use tests::before::{Before, ERASED, NOT_PLAYED, assert_still_says};
use tests::{
    ControlPress, FilledAnswer, HtmlForm, Phone, Presenter, Table, files_holding, option, place,
    text, values, words,
};

const NOWHERE: [PathBuf; 0] = [];

/// What each of several things says of itself, by one of its fields.
fn by<'a>(list: &'a Value, field: &str, wanted: &Value) -> &'a Value {
    let found = list
        .as_array()
        .and_then(|list| list.iter().find(|one| one[field] == *wanted));
    found.unwrap_or_else(|| panic!("nothing has {field} = {wanted}: {list}"))
}

#[track_caller]
fn every_question_still_says(old: &Value, now: &Value) {
    for question in old.as_array().expect("questions") {
        assert_still_says(
            question,
            by(now, "id", &question["id"]),
            &question["id"].to_string(),
        );
    }
}

#[track_caller]
fn has_words(presenter: &Presenter, expected: &[(&str, u64)]) {
    let entries = presenter.results("woorden").entries();
    for (word, count) in expected {
        let found = entries
            .iter()
            .find(|(text, _)| text == word)
            .map_or(0, |(_, count)| *count);
        assert_eq!(found, *count, "{word:?} in {entries:?}");
    }
}

/// The form of a host's page with this button.
#[track_caller]
fn button(page: &tests::Page, action: &str, name: &str, value: &str) -> HtmlForm {
    let forms = page.forms();
    let mut pressed = forms
        .iter()
        .filter(|form| form.action.ends_with(action))
        .flat_map(HtmlForm::once_for_each_button);
    let wanted = pressed.find(|form| form.filled(name) == [value]);
    wanted.unwrap_or_else(|| panic!("no button {name}={value}: {}", page.text()))
}

/// Rows of the older version that are part of others now: a second word of one person that counts
/// as their first, and the votes for an answer that counts as another.
const MERGED: usize = 2;

/// Whether a row of the older version is there as it was; or, where a text counts as another one by
/// now, as what was given for it.
fn is_told(row: &HashMap<String, String>, now: &Table) -> bool {
    let about = |now: &&HashMap<String, String>| {
        let columns = [
            "question",
            "kind",
            "prompt",
            "round",
            "participant",
            "answered_at",
        ];
        columns.into_iter().all(|column| now[column] == row[column])
    };
    now.rows.iter().filter(about).any(|now| {
        let (renamed, as_it_was) = (
            now["given"] != now["value"],
            ["item", "value"]
                .iter()
                .all(|column| now[*column] == row[*column]),
        );
        let given = now["item"] == row["item"]
            && now["given"].split(" | ").any(|given| given == row["value"]);
        let votes_elsewhere =
            row["item"] == "upvotes" && row["value"] == "0" && renamed && !now["given"].is_empty();
        as_it_was || given || votes_elsewhere
    })
}

#[test]
fn its_figures_are_what_the_older_version_said() {
    let mut before = Before::goes_on();
    let presenter = before.presenter();
    for _ in 0..2 {
        let results = presenter
            .organiser
            .gets(&presenter.path("/results"))
            .expects(200)
            .json();
        every_question_still_says(
            &before.figures["results"]["questions"],
            &results["questions"],
        );
        let export = presenter.exports("format=json").json();
        every_question_still_says(&before.figures["export"]["questions"], &export["questions"]);
        assert_eq!(export["left_out"], before.figures["export"]["left_out"]);

        let room = presenter
            .organiser
            .gets(&presenter.path(""))
            .expects(200)
            .json();
        let old = &before.figures["room"];
        for field in ["room", "code", "title", "state", "position", "participants"] {
            assert_eq!(room[field], old[field], "{field}");
        }
        for slide in old["slides"]
            .as_array()
            .expect("slides")
            .iter()
            .filter(|slide| slide["id"] != NOT_PLAYED)
        {
            let now = by(&room["slides"], "id", &slide["id"]);
            // Whether it is open, and with it what phones show, depends on how long ago that was.
            for field in ["kind", "prompt", "round", "voting", "results", "answers"] {
                assert_eq!(now[field], slide[field], "{field} of {}", slide["id"]);
            }
        }

        let (long, now) = (
            before.figures["long"].as_str().expect("a table"),
            presenter.long_table(),
        );
        let long = Table::read(long.as_bytes());
        for row in &long.rows {
            assert!(
                is_told(row, &now),
                "{row:?} is no longer in the table: {now:?}"
            );
        }
        assert_eq!(
            now.rows.len(),
            long.rows.len() - MERGED,
            "and nothing else is"
        );
        before.peil.kill_9();
        before.peil.start_again();
    }
}

#[test]
fn what_was_erased_is_nowhere() {
    let before = Before::goes_on();
    let presenter = before.presenter();
    presenter.opens("ideeen");
    for query in [
        "format=csv&shape=long",
        "format=csv&shape=wide",
        "format=json",
    ] {
        let export = presenter.exports(query).text();
        assert!(
            !export.contains(ERASED) && export.contains("Een moestuin"),
            "{query}: {export}"
        );
    }
    assert_eq!(files_holding(&before.peil.data(), ERASED), NOWHERE);
    for role in ["stage", "presenter", "remote", "moderator"] {
        let mut host = before.visitor(role);
        host.goes(&format!("/rooms/{}/{role}", presenter.started.room))
            .expects(200);
        host.was_never_sent(ERASED);
    }
    for name in ["anna", "carla"] {
        before.phone(name).looks().does_not_see(ERASED);
    }
    let idea = &presenter.results("ideeen").id_of("Een moestuin");
    presenter.erases(idea);
    assert!(
        !presenter
            .exports("format=json")
            .text()
            .contains("Een moestuin"),
        "and erasing goes on"
    );
}

#[test]
fn what_was_moderated_stands_and_words_that_were_two_stay_two() {
    let before = Before::goes_on();
    let presenter = before.presenter();
    let (old, rust) = ("ru\u{200b}st", [("rust", 1), ("ru\u{200b}st", 1)]);
    has_words(&presenter, &rust);
    has_words(
        &presenter,
        &[
            ("niet-rokers", 1),
            ("niet\u{2011}rokers", 1),
            ("\u{2764}", 1),
            ("\u{2764}\u{fe0f}", 1),
        ],
    );
    has_words(
        &presenter,
        &[
            ("istanbul", 1),
            ("\u{130}stanbul", 0),
            ("lawaai", 0),
            ("vrede", 3),
            ("hoop", 0),
        ],
    );
    has_words(&presenter, &[("sluisdeur", 1), ("sluis\u{ad}deur", 1)]);

    let given = [
        [old, "NIET-rokers", "HOOP"],
        ["\u{130}STANBUL", "Lawaai!", "onzin"],
        ["\u{2764}\u{fe0f}", "Rust", "ISTANBUL"],
    ];
    for (name, given) in ["Iris", "Jan", "Kim"].into_iter().zip(given) {
        before
            .peil
            .phone(name)
            .opens(presenter.code())
            .votes(words(given));
    }
    assert_eq!(presenter.results("woorden").voters(), 8);
    let entries = presenter.results("woorden").entries();
    let counts = |wanted: &str| {
        entries
            .iter()
            .find(|(text, _)| text == wanted)
            .map_or(0, |(_, count)| *count)
    };
    let folded = |wanted: [&str; 2]| wanted.map(counts).iter().sum::<u64>();
    assert_eq!(
        (folded(["rust", "Rust"]), counts(old)),
        (2, 2),
        "{entries:?}"
    );
    assert_eq!(
        (
            folded(["niet-rokers", "NIET-rokers"]),
            counts("niet\u{2011}rokers")
        ),
        (2, 1),
        "{entries:?}"
    );
    assert_eq!(
        (counts("\u{2764}"), counts("\u{2764}\u{fe0f}")),
        (1, 2),
        "{entries:?}"
    );
    assert_eq!(
        (
            folded(["istanbul", "ISTANBUL"]),
            folded(["\u{130}stanbul", "\u{130}STANBUL"])
        ),
        (2, 0),
        "{entries:?}"
    );
    assert_eq!(
        (counts("vrede"), folded(["hoop", "HOOP"])),
        (4, 0),
        "merged as before: {entries:?}"
    );
    assert_eq!(
        (folded(["lawaai", "Lawaai!"]), counts("onzin")),
        (0, 0),
        "hidden as before: {entries:?}"
    );

    let mut moderator = before.visitor("moderator");
    let page = format!("/rooms/{}/moderator", presenter.started.room);
    for word in ["onzin", "lawaai", "i\u{307}stanbul", "hoop"] {
        moderator.goes(&page).expects(200);
        moderator.sends(&button(&moderator.page(), "/moderate", "restore", word));
    }
    has_words(&presenter, &[("onzin", 1), ("vrede", 2)]);
    let entries = presenter.results("woorden").entries();
    for (word, counts) in [("lawaai", 2), ("\u{130}stanbul", 2), ("hoop", 3)] {
        let same = |text: &str| text.to_lowercase().contains(&word.to_lowercase());
        assert!(
            entries
                .iter()
                .any(|(text, count)| same(text) && *count == counts),
            "{word} is back: {entries:?}"
        );
    }
    let ideas = presenter.results("ideeen");
    assert_eq!(
        ideas
            .texts()
            .iter()
            .filter(|(text, _)| text.contains("groen"))
            .count(),
        1,
        "two that are one: {ideas:?}"
    );
    assert!(
        !ideas.texts().iter().any(|(text, _)| text == "Dom plan"),
        "{ideas:?}"
    );
}

/// What somebody changes at a question, and what then is true.
struct ChangedAnswer {
    who: &'static str,
    question: &'static str,
    voters: u64,
    answer: fn() -> FilledAnswer,
}

#[test]
fn a_phone_with_its_old_cookie_is_the_voter_it_was() {
    let before = Before::goes_on();
    let presenter = before.presenter();
    let joined = presenter.room().participants;
    for ChangedAnswer {
        who,
        question,
        voters,
        answer,
    } in [
        ChangedAnswer {
            who: "anna",
            question: "huisdier",
            voters: 4,
            answer: || option(3),
        },
        ChangedAnswer {
            who: "dina",
            question: "huisdier",
            voters: 4,
            answer: || option(2),
        },
        ChangedAnswer {
            who: "bob",
            question: "stellingen",
            voters: 3,
            answer: || values([Some(5), Some(1)]),
        },
        ChangedAnswer {
            who: "carla",
            question: "geloof",
            voters: 3,
            answer: || place(10),
        },
        ChangedAnswer {
            who: "bob",
            question: "woorden",
            voters: 5,
            answer: || words(["rust", "hoop"]),
        },
        ChangedAnswer {
            who: "carla",
            question: "ideeen",
            voters: 4,
            answer: || text("Een bankje in de zon"),
        },
    ] {
        presenter.opens(question);
        assert_eq!(
            presenter.results(question).voters(),
            voters,
            "{question} before"
        );
        let mut phone = before.phone(who);
        phone.looks().votes(answer());
        assert_eq!(
            presenter.results(question).voters(),
            voters,
            "{who} changes {question}"
        );
        // Whatever cookie it was given meanwhile, it is still the same.
        phone.looks().sees("Opgeslagen");
        phone.looks();
    }
    assert_eq!(presenter.room().participants, joined, "nobody is new");
    assert_eq!(presenter.results("huisdier").votes(), [0, 3, 1]);
    assert_eq!(presenter.results("geloof").values(), [10.0, 70.0, 80.0]);

    let rounds = presenter
        .long_table()
        .cells("value", &[("question", "geloof"), ("round", "1")]);
    assert_eq!(rounds, ["20", "40"], "the round before is as it was");
}

#[test]
fn what_a_phone_had_not_sent_yet_goes_in_once() {
    let before = Before::goes_on();
    let presenter = before.presenter();
    let joined = presenter.room().participants;
    let sends = |name: &str, phone: &Phone| {
        let outbox = before.outbox(name);
        assert_eq!(
            outbox["waiting"].as_array().map(Vec::len),
            Some(1),
            "{outbox}"
        );
        let mut frame = outbox["waiting"][0]["frame"].clone();
        if frame["type"] == "answer" {
            assert_eq!(
                phone.posts_frame(&frame).expects(400).problem().code,
                "protocol",
                "the old page loads again"
            );
            // As the new one sends it: what the form held that it came from.
            let form = outbox["waiting"][0]["fields"]
                .as_array()
                .cloned()
                .unwrap_or_default();
            let hidden = |field: &Value| {
                ["question", "round", "seq"]
                    .iter()
                    .any(|name| field[0] == *name)
            };
            let given = form
                .into_iter()
                .filter(|field| !hidden(field) && field[1] != "");
            frame["fields"] = given.collect();
        }
        phone.posts_frame(&frame).expects(200).json()
    };
    for (name, question, voters) in [("dina", "huisdier", 4), ("erik", "ideeen", 4)] {
        presenter.opens(question);
        let mut phone = before.phone(name);
        // Once as the page sends it when it finds the room again, once more as after an answer that
        // got lost.
        for _ in 0..2 {
            let answer = sends(name, &phone);
            assert_eq!(answer["type"], "saved", "{answer}");
            assert_eq!(
                presenter.results(question).voters(),
                voters + u64::from(name == "erik")
            );
            phone.looks().sees("Opgeslagen");
        }
    }
    assert_eq!(presenter.results("huisdier").votes(), [1, 2, 1]);
    let ideas = presenter.results("ideeen").texts();
    assert_eq!(
        ideas
            .iter()
            .filter(|(text, _)| text == "Een fietspad langs het kanaal")
            .count(),
        1,
        "{ideas:?}"
    );
    assert_eq!(presenter.room().participants, joined, "nobody is new");
}

#[test]
fn every_role_goes_on_with_its_old_cookie() {
    let before = Before::goes_on();
    let presenter = before.presenter();
    let room = &presenter.started.room;
    for (who, page, may) in [
        ("stage", "stage", true),
        ("presenter", "presenter", true),
        ("presenter", "remote", true),
        ("remote", "remote", true),
        ("moderator", "moderator", true),
        ("moderator", "remote", false),
        ("moderator", "stage", false),
        ("anna", "stage", false),
    ] {
        let status = before
            .visitor(who)
            .goes(&format!("/rooms/{room}/{page}"))
            .status;
        assert_eq!(status, if may { 200 } else { 401 }, "{who} at {page}");
    }
    let position = |is: &str| assert_eq!(presenter.room().position.as_deref(), Some(is));
    position("woorden");
    // What can't be played lies between the two, and is passed.
    for who in ["presenter", "remote"] {
        let mut host = before.visitor(who);
        host.goes(&format!("/rooms/{room}/remote")).expects(200);
        host.sends(&button(&host.page(), "/control", "do", "previous"))
            .expects(303);
        position("geloof");
        host.posts(
            &presenter.path("/control"),
            &serde_json::json!({ "do": "next" }),
        )
        .expects(200);
        position("woorden");
    }
    presenter.goes("geloof");
    let mut new = before.peil.phone("Loes");
    new.opens(presenter.code()).votes(place(0));
    let results = presenter.results("geloof");
    assert_eq!(
        (results.round, results.values()),
        (2, vec![0.0, 70.0, 80.0, 100.0]),
        "a new vote counts"
    );
    presenter.resets();
    new.looks().votes(place(50));
    assert_eq!(
        (
            presenter.results("geloof").round,
            presenter.results("geloof").values()
        ),
        (3, vec![50.0])
    );
}

#[test]
fn the_owner_is_still_signed_in_and_a_link_of_before_opens_nothing_any_more() {
    let before = Before::goes_on();
    let presenter = before.presenter();
    let mut owner = before.visitor("owner");
    owner.goes("/desk").expects(200);
    owner
        .sees("De avond van daarvoor")
        .sees("Een deck van vroeger");
    owner
        .goes(&format!("/desk/rooms/{}", presenter.started.room))
        .expects(200);
    owner.sees("De avond van daarvoor");

    let link = before.figures["sign_in"].as_str().expect("a link");
    let opens = |name: &str| {
        let mut visitor = before
            .peil
            .visitor(name)
            .with_origin(&before.peil.address().origin());
        visitor.goes(link);
        let form = visitor
            .page()
            .forms()
            .into_iter()
            .find(|form| form.action.contains("sign-in"));
        if let Some(form) = form {
            visitor.sends(&form);
        }
        visitor.goes("/desk").status
    };
    // Links depend on the last start since then.
    assert_eq!(
        [opens("the colleague"), opens("who finds it later")],
        [401, 401]
    );
    owner.goes("/desk").expects(200);
}

#[test]
fn a_slide_that_could_not_be_played_is_shown_all_the_same() {
    let before = Before::goes_on();
    let presenter = before.presenter();
    presenter.goes(NOT_PLAYED);
    before
        .phone("anna")
        .looks()
        .sees("Wat gaat voor?")
        .sees("Deze vraag kan peil nog niet spelen.");
    let mut stage = before.visitor("stage");
    stage
        .goes(&format!("/rooms/{}/stage", presenter.started.room))
        .expects(200);
    stage
        .sees("Wat gaat voor?")
        .sees("Deze vraag kan peil nog niet spelen.");
    presenter.next();
    before.phone("anna").looks().sees("Waar denk je aan?");
}

#[test]
fn its_decks_are_read_and_played_as_they_were_written() {
    let before = Before::goes_on();
    let organiser = before.peil.organiser();
    let old = &before.figures["old_deck"];
    let name = old["deck"].as_str().expect("a name");
    let list = organiser.gets("/api/v1/decks").expects(200).json();
    for field in ["title", "slides"] {
        assert_eq!(by(&list, "deck", &old["deck"])[field], old[field]);
    }
    assert_eq!(
        organiser
            .gets(&format!("/api/v1/decks/{name}"))
            .expects(200)
            .text(),
        old["text"].as_str().expect("a text")
    );
    before
        .visitor("owner")
        .goes(&format!("/desk/decks/{name}"))
        .expects(200);
    let started = organiser
        .posts("/api/v1/rooms", &serde_json::json!({ "deck": name }))
        .expects(201)
        .json();
    let mut phone = before.peil.phone("Mo");
    phone
        .opens(started["code"].as_str().expect("a code"))
        .sees("Een deck van vroeger");
}

#[test]
fn it_ends_and_goes_as_any_other_room_does() {
    let mut before = Before::goes_on();
    let presenter = before.presenter();
    presenter.closes();
    before.phone("anna").looks().does_not_see("Verstuur");
    presenter.ends();
    assert_eq!(presenter.may_not(ControlPress::new("open")).code, "ended");
    before.peil.terminate();
    before.peil.start_again();
    assert_eq!(presenter.results("huisdier").votes(), [2, 2, 0]);
    before.phone("bob").looks();
    presenter.deletes_the_room();
    presenter.organiser.gets(&presenter.path("")).expects(404);
    assert_eq!(files_holding(&before.peil.data(), "Een moestuin"), NOWHERE);
}
