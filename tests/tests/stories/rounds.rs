//! A question asked again: what comes late for the old round is refused, kept on the phone, and
//! never counted by itself.

use tests::{ControlPress, Peil, Phone, Presenter, SampleQuestion, option, sample, text, words};

#[test]
fn a_phone_that_was_away_keeps_what_it_typed_and_sends_it_into_the_new_round_only_on_purpose() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Words]));
    presenter.opens("words");
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code());
    bob.opens(presenter.code()).votes(words(["rust"]));
    let typed_before = anna.filled(&words(["ruimte", "tijd"]));

    let room = presenter.resets();
    assert_eq!(
        (room.slide("words").round, room.is_open("words")),
        (Some(2), true)
    );
    let fresh = presenter.results("words");
    assert_eq!(
        (fresh.round, fresh.voters(), fresh.entries()),
        (2, 0, vec![])
    );

    assert_refused_and_kept(&mut anna, &typed_before);
    assert_eq!(presenter.results("words").voters(), 0);
    let again = anna.form();
    assert_eq!(
        again.filled("entry")[..2],
        ["ruimte", "tijd"],
        "what was typed is still in the form"
    );
    assert_eq!(
        again.filled("round"),
        ["2"],
        "one more press is meant for the new round"
    );
    anna.sends(&again).assert_stored(presenter.code());
    bob.looks();
    assert!(
        bob.form().filled("entry").iter().all(String::is_empty),
        "a new round begins empty"
    );
    assert_eq!(presenter.results("words").voters(), 1);
    assert_both_rounds_are_exported(&presenter);
}

fn assert_refused_and_kept(anna: &mut Phone, typed_before: &tests::HtmlForm) {
    anna.sends(typed_before);
    let code = anna.is_refused(409);
    anna.sends(typed_before);
    assert_eq!(
        anna.is_refused(409),
        code,
        "the same refusal has the same code"
    );
}

fn assert_both_rounds_are_exported(presenter: &Presenter) {
    let long = presenter.long_table();
    assert_eq!(
        long.cells("value", &[("question", "words"), ("round", "1")]),
        ["rust"]
    );
    assert_eq!(
        long.cells("value", &[("question", "words"), ("round", "2")]),
        ["ruimte", "tijd"]
    );
    let whole = presenter.exports("format=json").json().to_string();
    assert!(whole.contains("rust") && whole.contains("ruimte"));
}

#[test]
fn an_added_text_of_the_old_round_is_refused_too() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Open]));
    presenter.opens("ideas");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let late = anna.filled(&text("Een laat idee over de moestuin"));
    presenter.resets();
    anna.sends(&late);
    anna.is_refused(409);
    assert_eq!(
        anna.form().filled("text"),
        ["Een laat idee over de moestuin"]
    );
    assert!(presenter.results("ideas").texts().is_empty());
}

#[test]
fn what_was_stored_in_the_old_round_is_not_counted_in_the_new_one_when_it_is_sent_again() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let sent = anna.votes(option(1));
    presenter.resets();
    anna.sends(&sent);
    assert_eq!(presenter.results("pet").voters(), 0);
    anna.looks();
    assert!(
        anna.form().filled("option").is_empty(),
        "the new round is empty for everybody"
    );
}

#[test]
fn rounds_survive_the_server() {
    let mut peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(option(1));
    presenter.resets();
    anna.looks().votes(option(2));
    peil.kill_9();
    peil.start_again();
    let results = presenter.results("pet");
    assert_eq!((results.round, results.votes()), (2, vec![0, 1, 0]));
}

const AGAIN: &str = "---
title: Proefzaal
language: nl
---

# Welkom

---
ask: words
id: first
---

# Waar denk je aan?

---
show: results
question: first
round: 1
---

---
show: results
question: first
---

# En nu?
";

/// A slide that shows an earlier question again: in the round that it names, and to phones as far
/// as they see that question's results.
#[test]
fn a_slide_shows_an_earlier_question_again_in_the_round_that_it_names() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(AGAIN);
    let [mut anna, mut bob, _] = peil.three_phones();
    let mut stage = peil.visitor("the stage");
    presenter.goes("slide-3");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.sees("Waar denk je aan?").sees("Nog geen antwoorden");
    anna.opens(presenter.code());
    anna.was_never_sent("Waar denk je aan?");

    presenter.opens("first");
    anna.looks().votes(words(["rust"]));
    presenter.resets();
    bob.opens(presenter.code()).votes(words(["ruimte"]));
    presenter.closes();
    let room = presenter.next();
    assert_eq!(
        room.position.as_deref(),
        Some("slide-3"),
        "it is on the way"
    );
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.sees("rust").does_not_see("ruimte").sees("Ronde 1");
    bob.looks().sees("ruimte");
    for control in ["close", "show", "reset"] {
        assert_eq!(
            presenter.may_not(ControlPress::new(control)).code,
            "not_a_question"
        );
    }
    presenter.next();
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.sees("En nu?").sees("ruimte").does_not_see("rust");
}
