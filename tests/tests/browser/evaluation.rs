//! The evaluation in browsers: it takes the place of what a phone showed, and gives way once it is
//! filled in or passed over.

use tests::browser::{Browser, WindowSize};
use tests::{Peil, Presenter};

fn starts(peil: &Peil) -> Presenter {
    let deck = "---\ntitle: Een avond\nlanguage: nl\n---\nask: open\nid: idea\n---\n\n# Wat kan beter?\n\n\
                ---\nask: form\nid: form\npace: after\n---\n\n# Hoe was het?\n\n- Wat neem je mee? {text}\n\n\
                ---\nid: bye\n---\n\n# Tot ziens\n";
    let presenter = peil.organiser().starts(deck);
    presenter.next();
    presenter
}

#[test]
fn one_press_at_the_console_brings_it_to_phones_but_takes_nobody_from_what_they_write() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let code = format!("/{}", presenter.code());
    let [anna, bob] =
        ["Anna", "Bob"].map(|name| Browser::follows(&peil, name, WindowSize::Phone, &code));
    let console = Browser::follows(
        &peil,
        "the console",
        WindowSize::Laptop,
        &presenter.started.presenter_url,
    );
    bob.types("text", "Meer pauze");
    presenter.goes("bye");
    console
        .meets("heading", "Tot ziens")
        .presses(&["Evaluatie"]);
    console.sees("De evaluatie staat op de telefoons. Nog niemand heeft haar ingevuld.");
    anna.meets("heading", "Hoe was het?");
    anna.takes_a_picture("evaluation-phone");
    bob.meets("heading", "Wat kan beter?")
        .presses(&["Verstuur"]);
    bob.meets("heading", "Hoe was het?");
    anna.types("field-1", "Klein beginnen")
        .presses(&["Verstuur"]);
    anna.meets("heading", "Tot ziens");
    console.sees("De evaluatie staat op de telefoons. 1 keer ingevuld.");
    bob.presses(&["Volgende vraag"])
        .meets("heading", "Tot ziens");
    bob.sees("Dit kun je nog beantwoorden")
        .presses(&["Hoe was het?"]);
    bob.meets("heading", "Hoe was het?");
}

#[test]
fn the_end_brings_it_and_phones_say_goodbye_after_it() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let anna = Browser::follows(
        &peil,
        "Anna",
        WindowSize::Phone,
        &format!("/{}", presenter.code()),
    );
    let stage = Browser::follows(
        &peil,
        "the stage",
        WindowSize::Stage,
        &presenter.started.stage_url,
    );
    presenter.ends();
    anna.meets("heading", "Hoe was het?");
    stage
        .meets("heading", "Bedankt voor het meedoen")
        .sees("De evaluatie staat op je telefoon.");
    assert!(stage.counts(".qr") > 0, "whoever is late finds the way");
    anna.types("field-1", "Klein beginnen");
    let address = format!("/{}", presenter.code());
    anna.goes(&address).lives("[data-alive]");
    assert_eq!(
        anna.asks_its_page(
            "return document.querySelector('[name=field-1]').value",
            1.into()
        ),
        "Klein beginnen",
        "a reload keeps it"
    );
    anna.presses(&["Verstuur"])
        .meets("heading", "Bedankt voor het meedoen");
    stage.sees("1 keer ingevuld.");
}
