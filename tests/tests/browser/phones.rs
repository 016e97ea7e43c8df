//! What a participant is never left to guess about: what was not sent, what is kept, where the page
//! begins, whether the line is alive.

use serde_json::{Value, json};
use tests::browser::{Browser, WindowSize};
use tests::{ControlPress, Manner, Peil, Presenter, Relay, until};

use crate::voting::SEND;

const DECK: &str = "---\ntitle: Proefzaal\nlanguage: nl\ngrace: 1\n---\nask: choice\nid: animal\n---\n\n# Welk huisdier?\n\n\
    - Kat\n- Hond\n- Vis\n- Cavia\n- Konijn\n- Geit\n- Paard\n- Slak\n- Anders {other}\n\n\
    ---\nask: words\nid: words\n---\n\n# Waar denk je aan?\n\n\
    ---\nask: scale\nid: statements\n---\n\n# Hoe kijk je?\n\n- Ik snap het\n- Ik doe mee\n- Ik blijf\n- Ik kom terug\n\n\
    ---\nask: spectrum\nid: belief\nleft: poes\nright: hond\n---\n\n# Geloof je erin?\n\n\
    ---\nask: open\nid: ideas\n---\n\n# Wat is jouw idee?\n\n\
    ---\nask: choice\nid: quick\ncountdown: 12\n---\n\n# Snel?\n\n- Ja\n- Nee\n";
const NOT_SENT: &str = "De vraag is gesloten. Wat je had ingevuld, is niet verstuurd.";

struct PhonesRoom {
    peil: Peil,
    presenter: Presenter,
}

impl PhonesRoom {
    fn opens(question: &str) -> Self {
        let peil = Peil::starts();
        let presenter = peil.organiser().starts(DECK);
        presenter.opens(question);
        Self { peil, presenter }
    }

    fn path(&self) -> String {
        format!("/{}", self.presenter.code())
    }

    fn phone(&self) -> Browser {
        let anna = Browser::opens("Anna", WindowSize::SmallPhone, self.peil.address());
        anna.goes(&self.path()).is_welcome();
        is_alive(&anna);
        until("Anna has a socket", || {
            (anna.counts(".line-mark.on") == 1).then_some(())
        });
        anna
    }

    /// The same behind something that treats what passes in that manner.
    fn phone_behind(&self, manner: Manner) -> (Relay, Browser) {
        let relay = Relay::starts(self.peil.address());
        relay.becomes(manner);
        let anna = Browser::opens("Anna", WindowSize::Phone, relay.address());
        anna.goes(&self.path()).is_welcome();
        is_alive(&anna);
        (relay, anna)
    }
}

fn is_alive(phone: &Browser) {
    phone.lives("[data-alive]");
}

fn fill(phone: &Browser, question: &str) {
    match question {
        "animal" => phone.chooses("Hond"),
        "words" => phone.types("entry", "rust"),
        "statements" => phone.picks("value-1", "4"),
        "belief" => phone.places(70),
        _ => phone.types("text", "Een moestuin"),
    };
}

/// What the fields of the page hold that somebody filled in.
fn filled(phone: &Browser) -> Value {
    let script = "return [...document.querySelectorAll('main form :is(input, textarea)')]
        .filter(field => field.name && field.type !== 'hidden' && (!['radio', 'checkbox'].includes(field.type) || field.checked))
        .filter(field => field.value).map(field => field.name + '=' + field.value)";
    phone.asks_its_page(script, Value::Null)
}

/// How far the page is scrolled down, and what has the focus.
fn place(phone: &Browser) -> (f64, String) {
    let script =
        "const it = document.activeElement; return [window.scrollY, it.id || it.localName]";
    let place = phone.asks_its_page(script, Value::Null);
    (
        place[0].as_f64().unwrap_or(-1.0),
        place[1].as_str().unwrap_or_default().to_owned(),
    )
}

/// Whether what is to be said can be seen whole, clear of the bar with the button.
fn sees_the_notice(phone: &Browser) -> bool {
    let script = "const box = document.querySelector('#notice').getBoundingClientRect();
        const bar = document.querySelector('.send')?.getBoundingClientRect().top ?? innerHeight;
        return box.top >= 0 && box.bottom <= bar + 1";
    phone.asks_its_page(script, Value::Null) == json!(true)
}

#[test]
fn what_was_filled_in_is_there_after_a_reload_and_in_the_other_language_and_its_end_is_told() {
    for question in ["animal", "words", "statements", "belief", "ideas"] {
        let hall = PhonesRoom::opens(question);
        let anna = hall.phone();
        fill(&anna, question);
        let before = filled(&anna);
        assert_ne!(before, json!([]), "{question}");
        anna.refreshes();
        is_alive(&anna);
        until(&format!("{question} is kept"), || {
            (filled(&anna) == before).then_some(())
        });
        anna.presses(&["English"]).sees("Send");
        is_alive(&anna);
        until(&format!("{question} is kept in English"), || {
            (filled(&anna) == before).then_some(())
        });
        anna.presses(&["Nederlands"]).sees("Verstuur");
        is_alive(&anna);
        hall.presenter.closes();
        anna.sees(NOT_SENT)
            .sees("Dit wilde je versturen")
            .hears(NOT_SENT);
        anna.refreshes().sees(NOT_SENT);
    }
}

#[test]
fn the_next_question_begins_at_its_top_with_the_focus_on_its_heading() {
    let hall = PhonesRoom::opens("animal");
    let anna = hall.phone();
    for (question, prompt) in [
        ("statements", "Hoe kijk je?"),
        ("words", "Waar denk je aan?"),
        ("animal", "Welk huisdier?"),
        ("ideas", "Wat is jouw idee?"),
        ("belief", "Geloof je erin?"),
    ] {
        anna.asks_its_page(
            "window.scrollTo(0, document.body.scrollHeight)",
            Value::Null,
        );
        hall.presenter.opens(question);
        anna.sees(prompt);
        until(&format!("{question} begins at its top"), || {
            (place(&anna) == (0.0, "prompt".into())).then_some(())
        });
    }
    hall.presenter.ends();
    anna.sees("Bedankt voor het meedoen");
    until("the end begins at its top", || {
        (place(&anna) == (0.0, "h1".into())).then_some(())
    });
}

#[test]
fn a_refusal_is_in_sight_beside_its_field_and_has_the_focus_with_and_without_scripts() {
    for scripts in [true, false] {
        let hall = PhonesRoom::opens("animal");
        let anna = Browser::opens("Anna", WindowSize::SmallPhone, hall.peil.address());
        if !scripts {
            anna.switches_scripts_off();
        }
        for (question, said, beside) in [
            (
                "animal",
                "Je hebt nog niets ingevuld",
                "form #notice + .options",
            ),
            (
                "statements",
                "Je hebt nog niets ingevuld",
                "form #notice + .statement",
            ),
            ("words", "is te lang", ".entry + #notice"),
            (
                "belief",
                "Je hebt nog niets ingevuld",
                "form #notice + .spectrum",
            ),
            (
                "ideas",
                "Je hebt nog niets ingevuld",
                "form #notice + .fields",
            ),
        ] {
            hall.presenter.opens(question);
            anna.goes(&hall.path()).is_welcome();
            if scripts {
                is_alive(&anna);
            }
            if question == "words" {
                anna.types("entry", "veel langer dan vijfentwintig tekens");
            }
            anna.presses(&SEND).sees(said);
            assert_eq!(anna.counts(beside), 1, "{question}, scripts {scripts}");
            until(
                &format!("{question}, scripts {scripts}: the focus is on it"),
                || (place(&anna).1 == "notice" && sees_the_notice(&anna)).then_some(()),
            );
        }
    }
}

#[test]
fn enter_goes_to_the_next_word_and_in_the_last_one_sends() {
    let enter = "\u{e007}";
    let hall = PhonesRoom::opens("words");
    let anna = hall.phone();
    anna.types("entry", "rust").keys(enter);
    for (number, word) in [(2, "ruimte"), (3, "reuring")] {
        assert_eq!(place(&anna).1, format!("entry-{number}"));
        assert_eq!(
            hall.presenter.results("words").voters(),
            0,
            "nothing is sent yet"
        );
        anna.keys(word).keys(enter);
    }
    anna.sees("Opgeslagen");
    assert_eq!(hall.presenter.results("words").entries().len(), 3);
}

#[test]
fn a_countdown_is_seen_and_spoken() {
    let hall = PhonesRoom::opens("animal");
    let anna = hall.phone();
    hall.presenter.opens("quick");
    anna.sees("Snel?").chooses("Ja").sees("seconden");
    anna.hears("Nog 10 seconden")
        .hears("Nog 5 seconden")
        .sees("Nog 3 seconden");
    anna.sees(NOT_SENT).hears(NOT_SENT);
}

#[test]
fn a_proxy_that_swallows_sockets_is_found_out_by_the_first_one() {
    let hall = PhonesRoom::opens("animal");
    let (relay, anna) = hall.phone_behind(Manner::SwallowingSockets);
    hall.presenter.opens("words");
    anna.sees("Waar denk je aan?");
    assert_eq!(relay.sockets(), 1, "it did not take a second one");
    anna.types("entry", "rust").sends(&SEND).sees("Opgeslagen");
    until("the mark is full", || {
        (anna.counts(".line-mark.on") == 1).then_some(())
    });
}

#[test]
fn where_a_proxy_holds_answers_back_a_phone_says_so() {
    let hall = PhonesRoom::opens("animal");
    let (_relay, anna) = hall.phone_behind(Manner::Renaming);
    anna.chooses("Hond")
        .presses(&SEND)
        .sees("Je antwoord komt niet aan")
        .does_not_see("Bezig met versturen…");
    assert_eq!(hall.presenter.results("animal").voters(), 0);
    hall.presenter.opens("words");
    anna.sees("Waar denk je aan?")
        .types("entry", "rust")
        .presses(&SEND)
        .sees("Je antwoord komt niet aan");
}

#[test]
fn a_page_that_only_waits_says_that_it_has_no_line_and_when_it_has_one_again() {
    let hall = PhonesRoom::opens("animal");
    let (relay, anna) = hall.phone_behind(Manner::Faithful);
    until("the mark is full", || {
        (anna.counts(".line-mark.on") == 1).then_some(())
    });
    hall.presenter.closes();
    anna.sees("De vraag is gesloten.")
        .does_not_see("Geen verbinding");
    relay.becomes(Manner::Dead);
    anna.goes_offline()
        .sees("Geen verbinding")
        .hears("Geen verbinding");
    assert_eq!(anna.counts(".line-mark:not(.on)"), 1);
    relay.becomes(Manner::Faithful);
    anna.goes_online();
    until("the line is back", || {
        (anna.counts(".line-mark.on") == 1).then_some(())
    });
    anna.does_not_see("Geen verbinding");
}

#[test]
fn before_a_closed_door_a_page_looks_by_itself_and_keeps_everybodys_place() {
    let hall = PhonesRoom::opens("animal");
    let door = |to: &str| {
        let path = hall.presenter.path("/control");
        hall.presenter
            .organiser
            .posts(&path, &json!({ "do": "door", "to": to }))
            .expects(200);
    };
    door("closed");
    let anna = Browser::opens("Anna", WindowSize::Phone, hall.peil.address());
    anna.runs_before_pages(
        "window.looked = 0; const ask = window.fetch; window.fetch = (...all) => (window.looked++, ask(...all))",
    );
    anna.goes(&hall.path()).sees("De deur is dicht");
    anna.asks_its_page(
        "document.querySelector('a.button').focus(); window.same = true",
        Value::Null,
    );
    until("it has looked", || {
        (anna.asks_its_page("return window.looked", Value::Null) == json!(1)).then_some(())
    });
    assert_eq!(
        anna.asks_its_page(
            "return [window.same, document.activeElement.localName]",
            Value::Null
        ),
        json!([true, "a"])
    );
    door("open");
    anna.sees("Welk huisdier?");
}

#[test]
fn who_is_removed_is_told_at_once() {
    let hall = PhonesRoom::opens("animal");
    let anna = hall.phone();
    let between =
        json!({ "joined_from": "2020-01-01T00:00:00Z", "joined_to": "2100-01-01T00:00:00Z" });
    hall.presenter
        .organiser
        .posts(&hall.presenter.path("/participants/remove"), &between)
        .expects(200);
    anna.sees("De organisator heeft je uit deze bijeenkomst gehaald.");
    hall.presenter.does(ControlPress::new("close"));
}

#[test]
fn a_reaction_shows_on_the_stage_for_a_moment_and_a_phone_can_put_the_bar_away() {
    let peil = Peil::starts();
    let deck = DECK.replace("grace: 1\n", "grace: 1\nreactions: [❤️, 👏]\n");
    let presenter = peil.organiser().starts(&deck);
    presenter.opens("animal");
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    stage
        .goes(&presenter.started.stage_url)
        .sees("Welk huisdier?");
    stage.lives(".strip");
    let room = PhonesRoom { peil, presenter };
    let anna = room.phone();
    anna.sees("Laat het iedereen zien").presses(&["hart"]);
    until("it shows on the stage", || {
        (stage.counts(".reaction") == 1).then_some(())
    });
    stage.takes_a_picture("reaction");
    until("it goes by itself", || {
        (stage.counts(".reaction") == 0).then_some(())
    });
    // The page stayed where it was.
    anna.chooses("Kat").presses(&["Zet uit"]);
    until("the bar is away", || {
        (anna.counts(".reactions-bar") == 0).then_some(())
    });
    anna.refreshes().sees("Reacties tonen");
    assert_eq!(anna.counts(".reactions-bar"), 0);
    anna.presses(&["Reacties tonen"])
        .sees("Laat het iedereen zien");
}
