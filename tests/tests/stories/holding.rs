//! What people type waits for a moderator before anybody sees it, by the deck or by a switch.

use serde_json::{Value, json};
use tests::{HtmlForm, Peil, Phone, Presenter, Reply, Socket, Visitor, text, words};

/// Everybody sees results at once, so that all that is missing is what waits.
const DECK: &str = "---\ntitle: Proefzaal\nlanguage: nl\nphones: shown\n---\nask: words\nid: words\nmoderated: yes\n---\n\n# Waaraan denk je?\n\n\
                    ---\nask: open\nid: ideas\nentries: 3\nvotes: 2\n---\n\n# Wat kan beter?\n\n---\nask: spectrum\nid: belief\nleft: poes\nright: hond\n---\n\n# Waar sta je?\n";

fn starts(peil: &Peil) -> Presenter {
    peil.organiser().starts(DECK)
}

fn phone(peil: &Peil, presenter: &Presenter, name: &str) -> Phone {
    let mut phone = peil.phone(name);
    phone.opens(presenter.code());
    phone
}

fn moderates(presenter: &Presenter, request: &Value) -> Reply {
    presenter
        .organiser
        .posts(&presenter.path("/moderate"), request)
}

fn host(peil: &Peil, link: &str) -> Visitor {
    let mut visitor = peil.visitor("a host").with_origin(&peil.address().origin());
    visitor.goes(link).expects(200);
    visitor
}

/// The socket of a page of that role.
fn follows(visitor: &Visitor, presenter: &Presenter, role: &str) -> Socket {
    let room = &presenter.started.room;
    let path = format!("/rooms/{room}/live?protocol=3&role={role}");
    visitor.opens_socket(&path).greeted()
}

#[track_caller]
fn shows<const N: usize>(presenter: &Presenter, expected: [(&str, u64); N]) {
    assert_eq!(
        presenter.results("words").entries(),
        expected.map(|(text, count)| (text.to_owned(), count))
    );
}

fn waiting(presenter: &Presenter, question: &str) -> Value {
    let room = presenter.organiser.gets(&presenter.path(""));
    let slides = room.json()["slides"].clone();
    let all = slides.as_array().expect("slides").clone();
    let of = all.into_iter().find(|slide| slide["id"] == question);
    let of = of.unwrap_or_else(|| panic!("no slide {question}"));
    json!([of["holds"], of["waiting"]])
}

fn texts_of(view: &Value) -> String {
    view["slide"]["part"]["results"].to_string()
}

#[test]
fn a_held_word_reaches_nobody_before_it_is_approved_and_then_everybody() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    presenter.opens("words");
    let stage = host(&peil, &presenter.started.stage_url);
    let remote = host(&peil, &presenter.started.remote_url);
    let mut stage = follows(&stage, &presenter, "stage");
    let mut remote = follows(&remote, &presenter, "remote");
    let bram = phone(&peil, &presenter, "Bram");
    let mut other = bram.follows();
    let mut anna = phone(&peil, &presenter, "Anna");
    anna.votes(words(["Rotwoord", "hoop"]));
    anna.looks()
        .sees("Opgeslagen. De moderator kijkt er eerst naar.");
    let view = remote.sees(|view| view["waits"][0]["count"] == 2);
    assert_eq!(view["waits"][0]["question"], "words");
    stage.sees(|view| view["slide"]["part"]["results"]["voters"] == 1);
    stage.was_never_sent("rotwoord").was_never_sent("hoop");
    other.sees(|view| view["slide"]["part"]["holds"] == true);
    other.fences();
    other.was_never_sent("rotwoord").was_never_sent("hoop");
    assert_eq!(waiting(&presenter, "words"), json!([true, 2]));
    assert_eq!(*presenter.results("words").field("waiting"), json!(2));
    shows(&presenter, []);
    let export = presenter.exports("format=json");
    assert_eq!(export.json()["left_out"]["waiting"], 2);
    for export in [
        export,
        presenter.exports("format=csv&shape=long"),
        presenter.exports("format=csv&shape=wide"),
    ] {
        assert!(!export.text().contains("Rotwoord"), "{}", export.text());
    }
    moderates(&presenter, &json!({ "do": "approve", "word": "HOOP" })).expects(200);
    stage.sees(|view| texts_of(view).contains("hoop"));
    other.sees(|view| texts_of(view).contains("hoop"));
    moderates(&presenter, &json!({ "do": "refuse", "word": "rotwoord" })).expects(200);
    remote.sees(|view| view["waits"].is_null());
    shows(&presenter, [("hoop", 1)]);
    stage.was_never_sent("rotwoord");
    other.fences();
    other.was_never_sent("rotwoord");
    anna.looks().sees("Opgeslagen");
}

#[test]
fn what_is_approved_refused_and_held_stays_so_after_kill_9() {
    let mut peil = Peil::starts();
    let presenter = starts(&peil);
    presenter.opens("words");
    phone(&peil, &presenter, "Anna").votes(words(["hoop", "onzin", "moed"]));
    for request in [
        json!({ "do": "approve", "word": "hoop" }),
        json!({ "do": "refuse", "word": "onzin" }),
        json!({ "do": "hold", "question": "ideas", "on": true }),
        json!({ "do": "hold", "question": "words", "on": false }),
    ] {
        moderates(&presenter, &request).expects(200);
        peil.kill_9();
        peil.start_again();
    }
    shows(&presenter, [("hoop", 1)]);
    assert_eq!(waiting(&presenter, "words"), json!([false, 1]));
    assert_eq!(waiting(&presenter, "ideas"), json!([true, 0]));
    phone(&peil, &presenter, "Bram").votes(words(["rust"]));
    shows(&presenter, [("hoop", 1), ("rust", 1)]);
    presenter.resets();
    moderates(&presenter, &json!({ "do": "hold", "on": true })).expects(200);
    phone(&peil, &presenter, "Carla").votes(words(["hoop", "lucht"]));
    shows(&presenter, [("hoop", 1)]);
}

#[test]
fn a_held_answer_takes_no_votes_and_an_edit_waits_again() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    presenter.opens("ideas");
    moderates(&presenter, &json!({ "do": "hold", "on": true })).expects(200);
    let mut anna = phone(&peil, &presenter, "Anna");
    anna.votes(text("Meer groen"));
    let mut bram = phone(&peil, &presenter, "Bram");
    bram.does_not_see("Meer groen").was_never_sent("groen");
    moderates(&presenter, &json!({ "do": "approve", "answer": "a1" })).expects(200);
    bram.looks().sees("Meer groen");
    bram.votes_up("Meer groen");
    assert_eq!(
        presenter.results("ideas").texts(),
        [("Meer groen".to_owned(), 1)]
    );
    anna.looks();
    let edit = anna
        .form_of("Meer groen")
        .types("text", &["Minder groen"])
        .clone();
    anna.sends(&edit).expects(303);
    assert_eq!(presenter.results("ideas").texts(), []);
    assert_eq!(waiting(&presenter, "ideas"), json!([true, 1]));
    bram.looks().was_never_sent("Minder");
    moderates(&presenter, &json!({ "do": "approve", "answer": "a1" })).expects(200);
    bram.looks().sees("Minder groen");
}

#[test]
fn what_can_t_be_done_is_said_with_its_code_and_changes_nothing() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    presenter.opens("ideas");
    moderates(&presenter, &json!({ "do": "hold", "on": true })).expects(200);
    phone(&peil, &presenter, "Anna").votes(text("Meer groen"));
    moderates(&presenter, &json!({ "do": "hide", "answer": "a1" })).expects(200);
    presenter.opens("words");
    phone(&peil, &presenter, "Bram").votes(words(["hoop", "onzin"]));
    moderates(&presenter, &json!({ "do": "hide", "word": "onzin" })).expects(200);
    for (request, status, code) in [
        (json!({ "do": "approve", "word": "ONZIN" }), 409, "hidden"),
        (json!({ "do": "approve", "answer": "a1" }), 409, "hidden"),
        (
            json!({ "do": "approve", "word": "olifant" }),
            409,
            "unknown_answer",
        ),
        (
            json!({ "do": "approve", "answer": "a99" }),
            409,
            "unknown_answer",
        ),
        (
            json!({ "do": "hold", "question": "belief", "on": true }),
            422,
            "wrong_kind",
        ),
        (
            json!({ "do": "hold", "question": "nowhere", "on": true }),
            409,
            "unknown_question",
        ),
        (json!({ "do": "hold" }), 400, "malformed"),
        (json!({ "do": "hold", "word": "hoop" }), 400, "malformed"),
        (json!({ "do": "approve", "on": true }), 400, "malformed"),
        (json!({ "do": "approve" }), 400, "malformed"),
    ] {
        let reply = moderates(&presenter, &request);
        assert_eq!(reply.expects(status).problem().code, code, "{request}");
    }
    assert_eq!(waiting(&presenter, "words"), json!([true, 1]));
    assert_eq!(waiting(&presenter, "belief"), json!([false, 0]));
    moderates(&presenter, &json!({ "do": "restore", "word": "onzin" })).expects(200);
    assert_eq!(waiting(&presenter, "words"), json!([true, 2]));
    shows(&presenter, []);
}

#[test]
fn merging_erasing_and_removing_go_with_what_waits() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    presenter.opens("words");
    moderates(&presenter, &json!({ "do": "hold", "on": false })).expects(200);
    phone(&peil, &presenter, "Anna").votes(words(["poes"]));
    moderates(&presenter, &json!({ "do": "hold", "on": true })).expects(200);
    phone(&peil, &presenter, "Bram").votes(words(["kat", "hond"]));
    let merge = json!({ "do": "merge", "word": "kat", "into": "poes" });
    moderates(&presenter, &merge).expects(200);
    shows(&presenter, [("poes", 2)]);
    moderates(&presenter, &json!({ "do": "restore", "word": "kat" })).expects(200);
    shows(&presenter, [("poes", 1)]);
    presenter.erases("a2");
    assert_eq!(waiting(&presenter, "words"), json!([true, 0]));
    phone(&peil, &presenter, "Carla").votes(words(["wolf"]));
    assert_eq!(waiting(&presenter, "words"), json!([true, 1]));
    let all = json!({ "joined_from": "2000-01-01T00:00:00Z", "joined_to": "2100-01-01T00:00:00Z" });
    let participants = |what: &str| {
        let path = presenter.path(&format!("/participants/{what}"));
        presenter.organiser.posts(&path, &all).expects(200);
    };
    participants("remove");
    assert_eq!(waiting(&presenter, "words"), json!([true, 0]));
    participants("return");
    assert_eq!(waiting(&presenter, "words"), json!([true, 1]));
    moderates(&presenter, &json!({ "do": "approve", "word": "wolf" })).expects(200);
    shows(&presenter, [("poes", 1), ("wolf", 1)]);
}

/// A form of the page before somebody: the list, or the switch.
fn form(visitor: &Visitor, is_switch: bool) -> HtmlForm {
    let forms = visitor.page().forms().into_iter();
    let mut forms = forms.filter(|form| form.action.ends_with("/moderate"));
    forms
        .find(|form| form.has("hold") == is_switch)
        .unwrap_or_else(|| panic!("no form: {}", visitor.page().text()))
}

fn list(visitor: &Visitor) -> HtmlForm {
    form(visitor, false)
}

fn switch(visitor: &Visitor) -> HtmlForm {
    form(visitor, true)
}

#[test]
fn a_moderator_without_scripts_approves_refuses_and_switches() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    presenter.opens("words");
    phone(&peil, &presenter, "Anna").votes(words(["hoop", "onzin"]));
    for link in [
        &presenter.started.moderator_url,
        &presenter.started.remote_url,
    ] {
        host(&peil, link)
            .sees("Wacht op jou (2)")
            .sees("Goed")
            .sees("Weiger")
            .sees("Eerst bekijken staat aan");
    }
    let mut moderator = host(&peil, &presenter.started.moderator_url);
    moderator.sends(list(&moderator).presses("approve", "hoop"));
    moderator.sees("Wacht op jou (1)").sees("De rest");
    shows(&presenter, [("hoop", 1)]);
    moderator.sends(list(&moderator).presses("refuse", "onzin"));
    moderator.does_not_see("Wacht op jou").sees("Zet terug");
    moderator.sends(list(&moderator).forges("approve", &["onzin"]));
    moderator.sees("Zet het eerst terug");
    moderator.sends(switch(&moderator).presses("hold", "off"));
    moderator.sees("Eerst bekijken staat uit");
    phone(&peil, &presenter, "Bram").votes(words(["rust"]));
    shows(&presenter, [("hoop", 1), ("rust", 1)]);
    moderator.sends(switch(&moderator).presses("hold", "on"));
    phone(&peil, &presenter, "Carla").votes(words(["lucht"]));
    shows(&presenter, [("hoop", 1), ("rust", 1)]);
}

/// The stage has moved on, and what came to the question before it still waits.
#[test]
fn an_earlier_question_stays_within_reach_of_the_moderator() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    presenter.opens("words");
    phone(&peil, &presenter, "Anna").votes(words(["hoop", "onzin"]));
    presenter.opens("ideas");
    let mut moderator = host(&peil, &presenter.started.moderator_url);
    moderator.sees("Andere vragen").sees("Waaraan denk je?");
    moderator.sees("Wacht op jou (2)").does_not_see("onzin");
    let address = format!("/rooms/{}/moderator", presenter.started.room);
    moderator
        .goes(&format!("{address}?question=words"))
        .expects(200);
    moderator
        .sees("onzin")
        .sees("Naar wat nu op het scherm staat");
    moderator.sends(list(&moderator).presses("approve", "hoop"));
    moderator.sees("onzin").sees("Wacht op jou (1)");
    shows(&presenter, [("hoop", 1)]);
    moderator.sends(list(&moderator).presses("refuse", "onzin"));
    moderator.sends(list(&moderator).forges("approve", &["onzin"]));
    moderator.sees("Zet het eerst terug").sees("onzin");
    moderator.sends(switch(&moderator).presses("hold", "off"));
    assert_eq!(waiting(&presenter, "words"), json!([false, 0]));
    assert_eq!(waiting(&presenter, "ideas"), json!([false, 0]));
    for nowhere in ["nowhere", "belief", "%22%3E%3Cscript%3E"] {
        moderator
            .goes(&format!("{address}?question={nowhere}"))
            .expects(200);
        moderator.sees("Wat kan beter?");
    }
}
