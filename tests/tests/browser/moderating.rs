//! The moderator with a phone in the hand: the list is soon in sight, long answers are folded, and
//! what is merged counts as what was chosen.

use serde_json::Value;
use tests::browser::{Browser, WindowSize};
use tests::{Peil, Presenter, SampleQuestion, sample, text, until, words};

const ENTER: &str = "\u{e007}";
/// Above this the list begins, in CSS pixels of a phone's screen.
const LIST_BEGINS: f64 = 300.0;

fn moderator(peil: &Peil, presenter: &Presenter) -> Browser {
    let moderator = Browser::opens("the moderator", WindowSize::Phone, peil.address());
    moderator
        .goes(&presenter.started.moderator_url)
        .is_welcome();
    moderator.lives("[data-alive]");
    moderator
}

fn gives(peil: &Peil, presenter: &Presenter, name: &str, answer: tests::FilledAnswer) {
    peil.phone(name).opens(presenter.code()).votes(answer);
}

fn height(browser: &Browser, selector: &str) -> f64 {
    let script = "return document.querySelector(arguments[0]).getBoundingClientRect().height";
    browser
        .asks_its_page(script, Value::from(selector))
        .as_f64()
        .expect("a height")
}

#[test]
fn the_list_is_in_sight_and_a_long_answer_is_folded_until_somebody_wants_it() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Open]));
    presenter.opens("ideas");
    gives(
        &peil,
        &presenter,
        "Anna",
        text(&"Samen iets moois maken van het plein. ".repeat(5)),
    );
    let moderator = moderator(&peil, &presenter);
    moderator.sees("Meer").does_not_see("Minder");
    let top = "return document.querySelector('.items').getBoundingClientRect().top";
    let top = moderator
        .asks_its_page(top, Value::Null)
        .as_f64()
        .expect("the list has a place");
    assert!(top < LIST_BEGINS, "the list begins {top} pixels down");
    let folded = height(&moderator, ".items .wrote");
    moderator.presses(&["Meer"]).sees("Minder");
    assert!(
        height(&moderator, ".items .wrote") > folded * 1.2,
        "all of it is there"
    );
    // Whoever has ticked something is at work, however long it takes.
    moderator.picks("pick", "a1");
    gives(&peil, &presenter, "Bram", text("Meer bankjes"));
    moderator
        .sees("Toon 1 nieuwe")
        .presses(&["Toon 1 nieuwe"])
        .sees("Meer bankjes")
        .sees("Minder");
    moderator.presses(&["Minder"]).does_not_see("Minder");
}

#[test]
fn what_is_merged_counts_as_what_was_chosen_and_a_word_is_hidden_ahead() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Words]));
    presenter.opens("words");
    gives(&peil, &presenter, "Anna", words(["poes"]));
    gives(&peil, &presenter, "Bram", words(["poes", "kat"]));
    let moderator = moderator(&peil, &presenter);
    moderator
        .picks("pick", "poes")
        .sees("Kruis er nog een aan")
        .picks("pick", "kat")
        .sees("Voeg 2 samen als ‘poes’");
    moderator
        .picks("into", "kat")
        .sees("Voeg 2 samen als ‘kat’")
        .presses(&["Voeg 2 samen"])
        .sees("Telt mee");
    until("they count as one", || {
        (presenter.results("words").entries() == [("kat".to_owned(), 2)]).then_some(())
    });
    moderator
        .types("hide", "Onzin")
        .keys(ENTER)
        .sees("nog door niemand gegeven");
    gives(&peil, &presenter, "Carla", words(["onzin!"]));
    assert_eq!(presenter.results("words").entries().len(), 1);
}

/// What was dealt with stays in its place until the hand is gone: a second press hits nothing.
#[test]
fn words_in_another_form_are_counted_as_one_or_passed_over_with_one_press() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Words]));
    presenter.opens("words");
    gives(&peil, &presenter, "Anna", words(["katten", "boeken"]));
    gives(&peil, &presenter, "Bram", words(["kat", "boek"]));
    let moderator = moderator(&peil, &presenter);
    moderator
        .sees("Hetzelfde woord?")
        .sees("katten (1) → kat (1)")
        .sees("boeken (1) → boek (1)")
        .picks("pick", "boek");
    let before = height(&moderator, ".suggested");
    moderator.presses(&["Sla over: boeken, boek"]);
    let is_dealt_with = |count| {
        until("it was dealt with", || {
            (moderator.counts(".suggested .hidden") == count).then_some(())
        });
    };
    is_dealt_with(1);
    moderator
        .presses(&["Tel als één: katten, kat"])
        .sees("Telt mee")
        .sees("Kruis er nog een aan");
    is_dealt_with(2);
    let after = height(&moderator, ".suggested");
    assert!(
        (before - after).abs() < 1.0,
        "no row moved: {before}, {after}"
    );
    until("they count as one", || {
        let entries = presenter.results("words").entries();
        let expected = [("kat", 2), ("boek", 1), ("boeken", 1)];
        let mut counts: Vec<_> = entries
            .iter()
            .map(|(word, n)| (word.as_str(), *n))
            .collect();
        counts.sort_by_key(|(word, count)| (std::cmp::Reverse(*count), *word));
        (counts == expected).then_some(())
    });
}

#[test]
fn hosts_pages_speak_the_language_that_is_chosen_on_them() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Words]));
    presenter.opens("words");
    let moderator = moderator(&peil, &presenter);
    moderator
        .sees("Woorden")
        .presses(&["EN"])
        .sees("No answers yet.")
        .presses(&["NL"])
        .sees("Nog geen antwoorden.");
    moderator
        .goes(&presenter.started.remote_url)
        .sees("Vorige")
        .presses(&["EN"])
        .sees("Previous");
}
