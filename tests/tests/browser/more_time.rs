//! More time for a countdown, in browsers: what was typed stays, nothing moves under the pointer,
//! and whoever leads gives it with one press. And what else stands on hosts' pages for such moments.

use serde_json::Value;
use tests::browser::{Browser, WindowSize};
use tests::{Peil, Presenter, text, until};

fn counting(peil: &Peil) -> Presenter {
    let deck = "---\ntitle: Tijd\nlanguage: nl\n---\nask: words\nid: first\ncountdown: 600\nminutes: 10\n---\n\n# Waar denk je \
                aan?\n\n---\nask: open\nid: second\n---\n\n# Wat wil je kwijt?\n";
    let presenter = peil.organiser().starts(deck);
    presenter.opens("first");
    presenter
}

/// How far from the top an element stands.
fn top_of(browser: &Browser, selector: &str) -> f64 {
    browser.measures(&format!(
        "return document.querySelector('{selector}').getBoundingClientRect().top"
    ))
}

#[test]
fn a_phone_asks_whoever_leads_gives_and_nothing_moves_or_is_lost() {
    let peil = Peil::starts();
    let presenter = counting(&peil);
    let started = &presenter.started;
    let code = format!("/{}", presenter.code());
    let anna = Browser::follows(&peil, "Anna", WindowSize::Phone, &code);
    let leading = [
        ("the remote", WindowSize::Phone, &started.remote_url),
        ("the presenter", WindowSize::Laptop, &started.presenter_url),
    ];
    for (name, screen, link) in leading {
        let host = Browser::follows(&peil, name, screen, link);
        host.sees("van 10 min");
        anna.types("entry", "rust");
        let (send, below) = (top_of(&anna, ".send .button"), ".more-time + *");
        let before = top_of(&host, below);
        anna.presses(&["Ik heb meer tijd nodig"])
            .sees("Gevraagd. Je hoort het als er tijd bij komt.");
        assert!(
            (top_of(&anna, ".send .button") - send).abs() < 1.0,
            "a second tap presses nothing else"
        );
        host.sees("1 deelnemer vraagt meer tijd");
        assert!((top_of(&host, below) - before).abs() < 1.0, "{name}");
        host.takes_a_picture(&format!("more-time-{}", screen.name()));
        anna.takes_a_picture("more-time-phone");
        let button = "document.querySelector('.more-time button').click()";
        host.asks_its_page(&format!("{button}; return 1"), 1.into());
        until("it is given", || {
            (host.counts(".more-time button") == 0).then_some(())
        });
        anna.sees("Ik heb meer tijd nodig");
        let typed = "return document.querySelector('[name=entry]').value.length";
        assert_eq!(anna.measures(typed), 4.0, "what was typed is still there");
    }
}

#[test]
fn a_phone_without_scripts_keeps_what_was_typed() {
    let peil = Peil::starts();
    let presenter = counting(&peil);
    let anna = Browser::opens("Anna", WindowSize::Phone, peil.address());
    anna.switches_scripts_off()
        .goes(&format!("/{}", presenter.code()))
        .is_welcome();
    anna.types("entry", "rust")
        .presses(&["Ik heb meer tijd nodig"])
        .sees("Gevraagd");
    anna.switches_scripts_on();
    let typed = "return document.querySelector('[name=entry]').value.length";
    assert_eq!(anna.measures(typed), 4.0);
}

#[test]
fn the_text_for_the_chat_is_copied_with_one_press() {
    let peil = Peil::starts();
    let presenter = counting(&peil);
    let started = &presenter.started;
    let remote = Browser::follows(&peil, "the remote", WindowSize::Phone, &started.remote_url);
    remote.presses(&["Kopieer"]).sees("Gekopieerd");
    presenter.opens("second");
    remote.sees("Wat wil je kwijt?").sees("Kopieer");
    // What is copied is what is asked by then.
    let copied = "return document.getElementById('chat').value";
    until("the text names the question that is on", || {
        let text = remote.asks_its_page(copied, serde_json::Value::Null);
        text.as_str()?.contains("Wat wil je kwijt?").then_some(())
    });
    remote
        .goes(&started.presenter_url)
        .goes(&format!("/rooms/{}/links", started.room))
        .presses(&["Kopieer"])
        .sees("Gekopieerd");
}

#[test]
fn every_answer_can_be_erased_without_going_sideways() {
    let peil = Peil::starts();
    let presenter = counting(&peil);
    presenter.opens("second");
    for (name, said) in [("Bram", "Kort"), ("Clara", &"Een lang antwoord ".repeat(9))] {
        peil.phone(name)
            .opens(presenter.code())
            .votes(text(said.trim()));
    }
    let desk = Browser::opens("the organiser", WindowSize::Laptop, peil.address());
    desk.goes(peil.sign_in().expect("a link while there is no owner"))
        .is_welcome();
    let room = format!("/desk/rooms/{}", presenter.started.room);
    for screen in [
        WindowSize::Phone,
        WindowSize::SmallPhone,
        WindowSize::SmallWindow,
        WindowSize::Laptop,
    ] {
        desk.becomes(screen).goes(&room).is_welcome();
        let middle = "document.querySelector('[data-copies=link-join]')\
                      .scrollIntoView({ block: 'center' })";
        desk.asks_its_page(middle, Value::Null);
        desk.presses(&["Kopieer"]).sees("Gekopieerd");
        let furthest = "return Math.max(...[...document.querySelectorAll('.answers summary')]\
                        .map((it) => it.getBoundingClientRect().right))";
        let width = f64::from(screen.size().0);
        assert!(desk.measures(furthest) <= width, "{screen:?}");
    }
}
