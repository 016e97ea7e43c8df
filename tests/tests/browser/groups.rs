//! Two phones at one table: they choose it, answer together, and each sees what the other sent.

use tests::browser::{Browser, WindowSize, assert_none};
use tests::{Peil, WORKSHOP};

use crate::voting::SEND;

#[test]
fn a_table_answers_together_and_sees_what_it_gave() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(WORKSHOP);
    presenter.goes("ontwerp-samen-een-proef");
    let room = format!("/{}", presenter.code());
    let anna = Browser::follows(&peil, "Anna", WindowSize::Phone, &room);
    anna.sees("In welke groep zit je?")
        .sees("Kies eerst je groep");
    let mut wrong = anna.is_looked_at("group-asked", &WindowSize::PHONES);
    anna.presses(&["Groep 3"])
        .sees("Namens Groep 3")
        .does_not_see("In welke groep zit je?");
    // The code of the table does the same.
    let bram = Browser::follows(&peil, "Bram", WindowSize::Phone, &format!("{room}?g=3"));
    bram.sees("Namens Groep 3");
    let stage = Browser::follows(
        &peil,
        "the stage",
        WindowSize::Stage,
        &presenter.started.stage_url,
    );
    stage.sees("van 8 groepen");

    anna.picks("column", "1").types("text", "Mantelzorgers");
    anna.sends(&SEND).sees("Opgeslagen");
    bram.sees("Jullie antwoorden").sees("Mantelzorgers");
    bram.picks("column", "1").types("text", "Jonge ouders");
    bram.sends(&SEND).sees("Opgeslagen");
    anna.sees("Jonge ouders").does_not_see("Mantelzorgers");
    stage.sees("1 van 8 groepen").sees("Jonge ouders");
    wrong.extend(anna.is_looked_at("group-answered", &WindowSize::PHONES));

    // Who goes to another table finds what that has given: nothing yet.
    bram.presses(&["Andere groep"])
        .presses(&["Groep 5"])
        .sees("Namens Groep 5")
        .does_not_see("Jonge ouders");
    assert_eq!(presenter.results("ontwerp-samen-een-proef").voters(), 1);
    let host = Browser::follows(
        &peil,
        "the console",
        WindowSize::Laptop,
        &presenter.started.presenter_url,
    );
    host.goes(&format!("/rooms/{}/groups", presenter.started.room));
    host.is_welcome().sees("Groep 8");
    wrong.extend(host.is_looked_at("group-codes", &[WindowSize::Laptop, WindowSize::Phone]));
    assert_none(&wrong);
}
