//! The slides of a room are changed while everyone takes part: what is said before, what happens to
//! answers, what phones see of it, and what is refused.

use std::thread;

use serde_json::{Value, json};
use tests::{
    ControlPress, HtmlForm, Method, Peil, Presenter, Reply, Socket, TOKEN, Visitor, number, option,
    place, words,
};

const DECK: &str = "---
title: Groepenwerkplats
language: nl
---

# Welkom

---
ask: choice
---

# Wat neem je mee?

- brood
- kaas

---
ask: words
---

# Waar denk je aan?
";

fn changes(presenter: &Presenter, query: &str, text: &str) -> Reply {
    let body = Some(("text/markdown", text.as_bytes().to_vec()));
    let path = presenter.path(&format!("/deck{query}"));
    presenter.organiser.calls(Method::PUT, &path, body)
}

/// The changes that an answer lists, by their words.
fn listed(reply: &Reply) -> Vec<String> {
    let list = reply.expects(200).json()["changes"].clone();
    let list: Vec<Value> = serde_json::from_value(list).expect("a list of changes");
    let word = |change: &Value| change["change"].as_str().unwrap_or_default().to_owned();
    list.iter().map(word).collect()
}

/// What can be chosen, as the results call it.
fn labels(presenter: &Presenter) -> Vec<String> {
    let results = presenter.results("wat-neem-je-mee");
    let options = results
        .field("options")
        .as_array()
        .cloned()
        .unwrap_or_default();
    let label = |option: &Value| option["label"].as_str().unwrap_or_default().to_owned();
    options.iter().map(label).collect()
}

fn begun(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(DECK);
    presenter.opens("wat-neem-je-mee");
    for (name, picked) in [("Anna", 1), ("Bram", 2)] {
        let mut phone = peil.phone(name);
        phone.opens(presenter.code()).votes(option(picked));
    }
    presenter
}

#[test]
fn a_typo_is_mended_and_options_are_added_while_everybody_stays() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let mut anna = peil.phone("Clara");
    anna.opens(presenter.code()).sees("kaas");
    let text = DECK
        .replace("Groepenwerkplats", "Groepenwerkplaats")
        .replace("- kaas\n", "- oude kaas\n- melk\n");
    let before = presenter.room();
    let dry = changes(&presenter, "?dry=1", &text);
    assert_eq!(listed(&dry), ["title", "item", "item_added"]);
    assert_eq!(
        dry.json()["changes"][1],
        json!({ "change": "item", "slide": "wat-neem-je-mee", "prompt": "Wat neem je mee?", "number": 2, "from": "kaas", "to": "oude kaas", "answers": 1 })
    );
    assert_eq!(presenter.room().seq, before.seq, "nothing was done");
    anna.looks().does_not_see("melk");
    assert_eq!(
        listed(&changes(&presenter, "", &text)),
        ["title", "item", "item_added"]
    );
    anna.looks().sees("Groepenwerkplaats").sees("oude kaas");
    anna.votes(option(3));
    assert_eq!(presenter.results("wat-neem-je-mee").votes(), [1, 1, 1]);
    let rooms = presenter.organiser.gets("/api/v1/rooms");
    assert_eq!(rooms.expects(200).json()[0]["title"], "Groepenwerkplaats");
    assert_eq!(
        listed(&changes(&presenter, "", &text)),
        Vec::<String>::new()
    );
}

#[test]
fn exports_carry_both_wordings_and_what_was_taken_out() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let text = DECK
        .replace("# Wat neem je mee?", "# Wat nemen we mee?")
        .replace("- kaas", "- oude kaas");
    changes(&presenter, "", &text).expects(200);
    let mut anna = peil.phone("Clara");
    anna.opens(presenter.code()).votes(option(2));
    let table = presenter.long_table();
    let of = |participant: &str| {
        let row = &table.with(&[("participant", participant)])[0];
        ["prompt", "item", "prompt_then", "item_then"].map(|column| row[column].clone())
    };
    assert_eq!(
        of("P2"),
        ["Wat nemen we mee?", "oude kaas", "Wat neem je mee?", "kaas"]
    );
    assert_eq!(of("P3"), ["Wat nemen we mee?", "oude kaas", "", ""]);
    let whole = presenter.exports("format=json").expects(200).json();
    let before = &whole["questions"][0]["wordings_before"][0];
    assert_eq!(
        (&before["round"], &before["prompt"], &before["items"]),
        (
            &json!(1),
            &json!("Wat neem je mee?"),
            &json!(["brood", "kaas"])
        )
    );

    presenter.goes("welkom");
    let (before, rest) = text.split_once("---\nask: choice").expect("the question");
    let (_, rest) = rest.split_once("- oude kaas\n\n").expect("its end");
    assert_eq!(
        listed(&changes(&presenter, "", &format!("{before}{rest}"))),
        ["removed"]
    );
    assert_eq!(presenter.results("wat-neem-je-mee").votes(), [1, 2]);
    assert_eq!(presenter.long_table().rows.len(), 3);
    assert_eq!(listed(&changes(&presenter, "", &text)), ["added"]);
    assert_eq!(presenter.results("wat-neem-je-mee").votes(), [1, 2]);
}

#[test]
fn another_question_begins_a_round_and_a_kill_later_it_is_still_so() {
    let mut peil = Peil::starts();
    let presenter = begun(&peil);
    let text = DECK.replace("- brood\n- kaas", "- brood");
    assert_eq!(
        changes(&presenter, "", &text).expects(422).problem().code,
        "deck_errors"
    );
    let text = DECK.replace("- brood\n- kaas", "- kaas\n- brood");
    assert_eq!(listed(&changes(&presenter, "", &text)), ["new_round"]);
    let room = presenter.does(ControlPress::new("skip").of("waar-denk-je-aan"));
    assert!(room.slide("waar-denk-je-aan").skip);
    peil.kill_9();
    peil.start_again();
    let results = presenter.results("wat-neem-je-mee");
    assert_eq!((results.round, results.votes()), (2, vec![0, 0]));
    assert_eq!(presenter.long_table().rows.len(), 2);
    assert_eq!(presenter.may_not(ControlPress::new("next")).code, "at_end");
    let written = presenter.organiser.gets(&presenter.path("/deck"));
    assert!(
        written.expects(200).text().contains("skip: yes"),
        "{written:?}"
    );
    presenter.does(ControlPress::new("undo"));
    assert_eq!(
        presenter.next().position.as_deref(),
        Some("waar-denk-je-aan")
    );
}

#[test]
fn the_slide_on_the_stage_stays_and_two_who_change_do_not_write_over_each_other() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let (welcome, _) = DECK.split_once("---\nask: choice").expect("the question");
    for query in ["", "?dry=1"] {
        let refused = changes(&presenter, query, welcome).expects(409).problem();
        assert_eq!(refused.code, "on_stage", "{query}");
    }

    let first = presenter.organiser.gets(&presenter.path("/deck"));
    let tag = first
        .expects(200)
        .header("etag")
        .expect("a version")
        .to_owned();
    assert_eq!(
        first.text(),
        DECK,
        "comments and all, while it says the same"
    );
    let mut one = presenter.clone();
    one.organiser = one.organiser.with_header("if-match", &tag);
    let bread = DECK.replace("brood", "bruin brood");
    assert_eq!(listed(&changes(&one, "", &bread)), ["item"]);
    let refused = changes(&one, "", &DECK.replace("kaas", "oude kaas"));
    assert_eq!(refused.expects(412).problem().code, "changed");
    assert_eq!(presenter.results("wat-neem-je-mee").votes(), [1, 1]);
    for wrong in ["?dry=maybe", "?dry=-1"] {
        assert_eq!(
            changes(&presenter, wrong, DECK).expects(400).problem().code,
            "malformed"
        );
    }
}

/// Whoever names no version means whatever is there: each change is made, one after the other.
#[test]
fn changes_of_several_people_at_once_are_all_made() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    thread::scope(|scope| {
        let change = |number: usize| {
            let presenter = &presenter;
            move || {
                let text = DECK.replace("kaas", &format!("kaas {number}"));
                changes(presenter, "", &text).expects(200);
            }
        };
        let all: Vec<_> = (0..8).map(|number| scope.spawn(change(number))).collect();
        all.into_iter()
            .for_each(|one| one.join().expect("it was made"));
    });
    let last = presenter.organiser.gets(&presenter.path("/deck"));
    assert_eq!(last.expects(200).header("etag"), Some("\"9\""));
    assert_eq!(presenter.results("wat-neem-je-mee").votes(), [1, 1]);
}

/// What changes for nobody's phone is heard by nobody's phone.
#[test]
fn phones_hear_of_what_they_show_and_of_nothing_else() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let mut socket: Socket = anna.follows();
    socket.fences();
    let heard = socket.count("view");
    let text = DECK
        .replace("# Waar denk je aan?", "# Waaraan denk je?")
        .replace("ask: words\n", "ask: words\nnotes: rustig aan\n");
    assert_eq!(listed(&changes(&presenter, "", &text)), ["prompt", "notes"]);
    // One that is behind them: a phone does hear when its slide is the last from now on.
    presenter.does(ControlPress::new("skip").of("welkom"));
    // Phones get a view of this control, and with it of everything before it.
    presenter.closes();
    socket.sees(|view| view["slide"]["part"]["open"] == false);
    assert_eq!(socket.count("view"), heard + 1);
    let text = text.replace("# Wat neem je mee?", "# Wat nemen we mee?");
    changes(&presenter, "", &text).expects(200);
    socket.sees(|view| view["slide"]["prompt"] == "Wat nemen we mee?");
    assert_eq!(socket.count("view"), heard + 2);
}

#[test]
fn a_countdown_is_given_more_time_and_a_closed_question_none() {
    let peil = Peil::starts();
    let text = DECK.replace("ask: choice\n", "ask: choice\ncountdown: 2\n");
    let presenter = peil.organiser().starts(&text);
    presenter.opens("wat-neem-je-mee");
    presenter.does(ControlPress::new("extend").seconds(600));
    let refused = presenter.presses(&ControlPress::new("extend").seconds(0));
    assert_eq!(refused.expects(422).problem().code, "out_of_range");
    presenter.closes();
    assert_eq!(
        presenter.may_not(ControlPress::new("extend")).code,
        "closed"
    );
    presenter.opens("waar-denk-je-aan");
    assert_eq!(
        presenter.may_not(ControlPress::new("extend")).code,
        "no_countdown"
    );
}

fn desk(peil: &Peil) -> Visitor {
    peil.visitor("the desk").with_token(TOKEN)
}

/// The form of the page, with another text and one of its buttons.
fn filled(desk: &Visitor, text: &str, button: &str) -> HtmlForm {
    let mut forms = desk.page().forms().into_iter();
    let mut form = forms
        .find(|form| form.has("text"))
        .expect("a text to change");
    form.forges("text", &[text]).forges("do", &[button]);
    form
}

#[test]
fn at_the_desk_what_happens_is_said_before_it_happens() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let mut desk = desk(&peil);
    let room = presenter.started.room.clone();
    desk.goes(&format!("/desk/rooms/{room}")).expects(200);
    desk.goes(&format!("/desk/rooms/{room}/deck")).expects(200);
    desk.sees("Wijzig de dia’s");
    let text = DECK.replace("- kaas", "- oude kaas");
    desk.sends(&filled(&desk, &text, "look")).expects(200);
    desk.sees("‘kaas’ wordt ‘oude kaas’")
        .sees("1 antwoord")
        .sees("Voer door");
    assert_eq!(labels(&presenter), ["brood", "kaas"]);
    desk.sends(&filled(&desk, &text, "make")).expects(303);
    desk.goes(&format!("/desk/rooms/{room}?changed=1"))
        .expects(200);
    desk.sees("De dia’s zijn gewijzigd");
    assert_eq!(labels(&presenter), ["brood", "oude kaas"]);

    // Somebody else was first: what was typed is still there, with what it would do now.
    desk.goes(&format!("/desk/rooms/{room}/deck")).expects(200);
    let form = filled(&desk, &text.replace("brood", "bruin brood"), "make");
    changes(&presenter, "", DECK).expects(200);
    desk.sends(&form).expects(412);
    desk.sees("intussen ergens anders gewijzigd")
        .sees("bruin brood")
        .sees("Dit staat er nu");
    let page = desk.page();
    let now = page.all("textarea#stored[readonly]");
    let now: String = now.iter().flat_map(|field| field.text()).collect();
    assert_eq!(now.trim(), DECK.trim(), "what somebody else made of it");
    let again = filled(&desk, &text.replace("brood", "bruin brood"), "make");
    desk.sends(&again).expects(303);
    assert_eq!(labels(&presenter), ["bruin brood", "oude kaas"]);

    // What can't be made is not offered.
    desk.goes(&format!("/desk/rooms/{room}/deck")).expects(200);
    desk.sends(&filled(&desk, "# Welkom", "look")).expects(200);
    desk.sees("staat nu op het scherm")
        .does_not_see("Voer door");

    // And a text with an error says where.
    desk.goes(&format!("/desk/rooms/{room}/deck")).expects(200);
    let broken = DECK.replace("ask: words", "ask: wrods");
    desk.sends(&filled(&desk, &broken, "make")).expects(422);
    desk.sees("ask: wrods").sees("regel");
    assert_eq!(presenter.results("wat-neem-je-mee").voters(), 2);
    let mut clara = peil.phone("Clara");
    presenter.opens("waar-denk-je-aan");
    clara.opens(presenter.code()).votes(words(["rust"]));
}

#[test]
fn whoever_goes_back_with_something_typed_still_has_it() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let mut desk = desk(&peil);
    let room = format!("/desk/rooms/{}", presenter.started.room);
    let page = format!("{room}/deck");
    for (what, text, status) in [
        ("another word", DECK.replace("kaas", "oude kaas"), 200),
        ("one question more", format!("{DECK}\n---\n\n# Slot\n"), 200),
        ("the stage's slide gone", "# Welkom".to_owned(), 200),
        ("an error", DECK.replace("ask: words", "ask: wrods"), 422),
        ("nothing left", String::new(), 422),
    ] {
        desk.goes(&page).expects(200);
        desk.sends(&filled(&desk, &text, "back")).expects(status);
        let kept = desk.page();
        let kept = kept.all("textarea#text");
        let kept: String = kept.iter().flat_map(|field| field.text()).collect();
        assert_eq!(kept.trim(), text.trim(), "{what}");
        desk.sees("Laat alles zoals het was");
        assert!(desk.page().links().contains(&room), "{what}");
    }
    for untouched in [DECK.to_owned(), format!("{DECK}\n"), DECK.trim().to_owned()] {
        desk.goes(&page).expects(200);
        let back = desk.sends(&filled(&desk, &untouched, "back"));
        assert_eq!(back.expects(303).header("location"), Some(room.as_str()));
    }
    assert_eq!(labels(&presenter), ["brood", "kaas"]);
}

/// What answers to a whole question point at has no column of its own.
#[test]
fn poles_and_units_of_before_are_in_the_export() {
    let peil = Peil::starts();
    let deck = "---\ntitle: Woorden\nlanguage: nl\n---\nask: spectrum\nid: belief\nleft: poes\nright: hond\n---\n\n# Wat ben \
                jij?\n\n---\nask: number\nid: far\nunit: km\n---\n\n# Hoe ver?\n";
    let presenter = peil.organiser().starts(deck);
    let mut anna = peil.phone("Anna");
    presenter.opens("belief");
    anna.opens(presenter.code()).votes(place(30));
    presenter.opens("far");
    anna.looks().votes(number("12"));
    let then = |question: &str| {
        let table = presenter.long_table();
        table.with(&[("question", question)])[0]["item_then"].clone()
    };
    assert_eq!(
        (then("belief"), then("far")),
        (String::new(), String::new())
    );
    for (text, belief, far) in [
        (deck.replace("left: poes", "left: kat"), "poes – hond", ""),
        (
            deck.replace("right: hond", "right: wolf"),
            "poes – hond",
            "",
        ),
        (deck.replace("unit: km", "unit: kilometer"), "", "km"),
        (
            deck.replace("hond", "wolf").replace("km", "mijl"),
            "poes – hond",
            "km",
        ),
        (deck.to_owned(), "", ""),
    ] {
        changes(&presenter, "", &text).expects(200);
        assert_eq!(
            (then("belief").as_str(), then("far").as_str()),
            (belief, far),
            "{text}"
        );
    }
}

#[test]
fn a_control_that_is_refused_says_why_in_a_hosts_words() {
    let peil = Peil::starts();
    let text = DECK.replace("ask: choice\n", "ask: choice\ncountdown: 600\n");
    let presenter = peil.organiser().starts(&text);
    presenter.opens("wat-neem-je-mee");
    let why = |control: ControlPress| presenter.presses(&control).problem().sentence;
    let extend = || ControlPress::new("extend");
    let mut said = vec![
        why(extend().seconds(0)),
        why(extend().of("nowhere")),
        why(extend().of("welkom")),
        why(ControlPress::new("skip").of("nowhere")),
        why(ControlPress::new("vote")),
    ];
    presenter.closes();
    said.push(why(extend()));
    presenter.opens("waar-denk-je-aan");
    said.push(why(extend()));
    presenter.ends();
    said.push(why(extend()));
    said.push(why(ControlPress::new("skip").of("welkom")));
    for sentence in &said {
        let phones = ["our answer", "too late", "send it", "Choose one of"];
        assert!(
            sentence.ends_with('.') && !phones.iter().any(|words| sentence.contains(words)),
            "{sentence}"
        );
    }
    assert_eq!(said[0], "No time was added. Add at least 1 second.");
}
