//! The organiser at the desk: in by the printed link, a deck pasted, mended, started, driven,
//! exported, deleted.

use serde_json::{Value, json};
use tests::browser::{Browser, WindowSize};
use tests::{Peil, SampleQuestion, option, sample, until};

use crate::voting::SEND;

/// Keys as browsers are told of them.
const PAGE_DOWN: &str = "\u{e00f}";
const ARROW_RIGHT: &str = "\u{e014}";

const WRONG: &str = "---\ntitle: Proef\nlanguage: nl\n---\nask: choice\nkleur: rood\n---\n\n# Vraag\n\n- ja\n- nee\n";

fn signs_in(peil: &Peil) -> Browser {
    let desk = Browser::opens("the organiser", WindowSize::Laptop, peil.address());
    desk.goes(peil.sign_in().expect("a link while there is no owner"))
        .is_welcome();
    desk.sees("Nieuwe presentatie");
    desk
}

#[test]
fn an_afternoon_from_paste_to_delete() {
    let peil = Peil::starts();
    for scripts in [true, false] {
        let desk = match scripts {
            true => signs_in(&peil),
            false => signs_in_again(&peil),
        };
        let code = mends_and_starts(&desk);
        let anna = Browser::opens("Anna", WindowSize::Phone, peil.address());
        drives(&desk, &anna, &code, scripts);
        deletes(&desk);
        anna.goes(&format!("/{code}")).is_refused();
    }
}

/// With a new link, and without scripts.
fn signs_in_again(peil: &Peil) -> Browser {
    let said = tests::Terminal::runs_on(peil, &["sign-in"])
        .ends_with(0)
        .text();
    let link = said
        .split_whitespace()
        .find(|word| word.starts_with("http://"))
        .expect("a link");
    let desk = Browser::opens("the organiser", WindowSize::Laptop, peil.address());
    desk.switches_scripts_off()
        .goes(link)
        .is_welcome()
        .sees("Nieuwe presentatie");
    desk
}

/// A deck with an error, its line, the mended deck, a room: its code.
fn mends_and_starts(desk: &Browser) -> String {
    desk.types_into_the_editor(WRONG)
        .sends(&["Bewaar presentatie"])
        .sees("Regel 6")
        .sees("kleur");
    let right = sample([SampleQuestion::Choice, SampleQuestion::Words]);
    desk.types_into_the_editor(&right)
        .sends(&["Bewaar presentatie"])
        .sees("Proefzaal");
    desk.sends(&["Start bijeenkomst"]).sees("Nog niet begonnen");
    code_on(desk)
}

#[test]
fn what_is_said_of_a_line_leads_into_the_text_and_without_scripts_to_that_line() {
    let peil = Peil::starts();
    let slides: String = (1..=40)
        .map(|number| format!("\n# Dia {number}\n\ntekst\n\n---\n"))
        .collect();
    let wrong = format!(
        "---\ntitle: Lang\n---\n{slides}ask: choice\nkleur: rood\n---\n\n# Vraag\n\n- ja\n- nee\n"
    );
    let line = 1 + wrong
        .lines()
        .position(|line| line.starts_with("kleur"))
        .expect("it is there");
    let place = wrong.find("kleur").expect("it is there");
    let desk = signs_in(&peil);
    desk.types_into_the_editor(&wrong)
        .sends(&["Bewaar presentatie"])
        .sees(&format!("Regel {line}"));
    until("the script is there", || {
        (desk.counts("#numbered") == 0).then_some(())
    });
    desk.presses(&[&format!("Regel {line}")]);
    let found = desk.asks_its_page(
        "const field = document.activeElement; const box = field.getBoundingClientRect();
         const high = parseFloat(getComputedStyle(field).lineHeight);
         const top = box.top + (field.value.slice(0, field.selectionStart).split('\\n').length - 1) * high - field.scrollTop;
         return [field.id, field.selectionStart, top > 0 && top + high < innerHeight];",
        Value::Null,
    );
    assert_eq!(found, json!(["text", place, true]));
    desk.takes_a_picture("desk-line-in-text");

    let desk = signs_in_again(&peil);
    desk.types_into_the_editor(&wrong)
        .sends(&["Bewaar presentatie"])
        .sees(&format!("Regel {line}"));
    desk.presses(&[&format!("Regel {line}")]);
    until("the line is where the page is", || {
        (desk.counts(&format!("#line-{line}:target")) == 1).then_some(())
    });
    desk.takes_a_picture("desk-line");
}

/// The code as people read it: two groups of four digits.
fn code_on(desk: &Browser) -> String {
    let text = desk.text();
    let words: Vec<&str> = text.split_whitespace().collect();
    let four = |word: &str| word.len() == 4 && word.chars().all(|c| ('1'..='9').contains(&c));
    let pair = words.windows(2).find(|pair| four(pair[0]) && four(pair[1]));
    pair.unwrap_or_else(|| panic!("no code on the desk: {text}"))
        .concat()
}

/// With scripts the page lives and follows its room; without them each press loads it again.
fn drives(desk: &Browser, anna: &Browser, code: &str, scripts: bool) {
    let does = |text: &str| match scripts {
        true => desk.lives("[data-alive]").presses(&[text]),
        false => desk.sends(&[text]),
    };
    does("Begin").sees("Dia 1 van 2");
    anna.goes(&format!("/{code}"))
        .chooses("Hond")
        .sends(&SEND)
        .sees("Opgeslagen");
    desk.sends(&["Kijk opnieuw"]).sees("Hond");
    does("Sluit de vraag").sees("gesloten");
    does("Volgende: ").sees("Dia 2 van 2");
    anna.goes(&format!("/{code}"))
        .types("entry", "korenbloem")
        .sends(&SEND)
        .sees("Opgeslagen");
    if !scripts {
        desk.sends(&["Kijk opnieuw"]);
    }
    desk.sees("korenbloem");
    if scripts {
        does("Scherm, deur, links en einde");
    }
    does("Nieuwe ronde").sees("ronde 2");
    assert!(
        desk.counts("a[href*='export']") >= 2,
        "tables and JSON to take home"
    );
}

fn deletes(desk: &Browser) {
    desk.sends(&["Gooi deze bijeenkomst weg"])
        .sees("Download eerst wat je wilt bewaren.");
    desk.sends(&["Ja, gooi de bijeenkomst weg"])
        .sees("Nog geen bijeenkomsten.");
}

/// Whoever scrolls to what stands below must not move the room.
#[test]
fn keys_move_no_room_from_the_desk() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    let desk = signs_in(&peil);
    desk.goes(&format!("/desk/rooms/{}", presenter.started.room))
        .lives("[data-alive]");
    for key in [PAGE_DOWN, " ", ARROW_RIGHT, "o"] {
        desk.keys(key);
    }
    // Wherever those keys have scrolled to by now.
    let begin = "document.querySelector('.move .button:not(.quiet)').click()";
    desk.asks_its_page(begin, Value::Null);
    desk.sees("Dia 1 van 1");
    assert_eq!(presenter.room().controls, 1, "the button, and no key");
}

#[test]
fn a_link_is_copied_and_what_a_live_part_copies_stays_its_own() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    let desk = signs_in(&peil);
    desk.goes(&format!("/desk/rooms/{}", presenter.started.room))
        .lives("[data-alive]");
    let says = |copies: &str, words: &str| {
        until(&format!("the button of {copies} says {words}"), || {
            let script = "return document.querySelector(arguments[0]).innerText.trim()";
            let said = desk.asks_its_page(script, json!(format!("[data-copies={copies}]")));
            (said == json!(words)).then_some(())
        });
    };
    desk.taps("button", "Afstandsbediening");
    says("link-remote", "Gekopieerd");
    desk.taps("DisclosureTriangle", "Scherm, deur, links en einde")
        .taps("button", "Kopieer");
    says("chat", "Gekopieerd");
    // The live part goes on drawing its own button: the text follows the question.
    presenter.opens("pet");
    says("chat", "Kopieer");
}

#[test]
fn a_figure_is_copied_as_a_picture_for_a_slide() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    peil.phone("Anna").opens(presenter.code()).votes(option(2));
    presenter.ends();
    let desk = signs_in(&peil);
    let room = format!("/desk/rooms/{}", presenter.started.room);
    // The way there is the first thing that the page of a room says once it is over.
    desk.goes(&room)
        .taps("link", "Bekijk wat eruit kwam")
        .sees("Welk huisdier?");
    desk.taps("button", "Kopieer");
    desk.sees("Gekopieerd");
    presenter.deletes_the_room();
    desk.taps("button", "Gekopieerd");
    desk.sees("Kopiëren lukte niet. Bewaar het plaatje.");
}

#[test]
fn the_desk_is_closed_to_strangers_in_a_sentence() {
    let peil = Peil::starts();
    let owner = signs_in(&peil);
    let desk = owner.path();
    let stranger = Browser::opens("a stranger", WindowSize::Laptop, peil.address());
    stranger
        .goes(&desk)
        .does_not_see("Nieuwe presentatie")
        .sees("Meld je aan");
}
