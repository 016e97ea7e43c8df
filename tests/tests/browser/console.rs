//! The console in a browser: led by keys, with the stage drawn in it as it is and as it will be.

use serde_json::{Value, json};
use tests::browser::{Browser, WindowSize};
use tests::{
    ControlPress, Peil, Presenter, RoomState, SampleQuestion, SlideJson, WEBINAR, WORKSHOP, option,
    sample, until, words,
};

/// Keys as browsers are told of them.
const PAGE_DOWN: &str = "\u{e00f}";
const PAGE_UP: &str = "\u{e00e}";
const ENTER: &str = "\u{e007}";

fn begun(peil: &Peil) -> Presenter {
    let deck = sample([
        SampleQuestion::Choice,
        SampleQuestion::Words,
        SampleQuestion::Scale,
    ]);
    peil.organiser()
        .starts(&deck.replace("id: words\n", "id: words\nnotes: Eerst even stil zijn\n"))
}

fn console(peil: &Peil, presenter: &Presenter, screen: WindowSize) -> Browser {
    let console = Browser::opens("the console", screen, peil.address());
    console.goes(&presenter.started.presenter_url).is_welcome();
    until("it is alive", || {
        // What comes with its keys.
        (console.counts("details.keys") == 1).then_some(())
    });
    console
}

/// What stands in a picture of the stage.
fn drawn(console: &Browser, picture: &str) -> String {
    let script = "const frame = document.querySelector(arguments[0] + ' iframe');
        return frame?.contentDocument?.body?.innerText ?? ''";
    let text = console.asks_its_page(script, json!(picture));
    text.as_str().unwrap_or_default().to_owned()
}

/// Presses what stands behind the bar with the large buttons until somebody scrolls.
#[track_caller]
fn presses(console: &Browser, text: &str) {
    console.sees(text);
    let script = "const all = [...document.querySelectorAll('button, summary, a')];
        all.find(it => it.innerText.includes(arguments[0]))?.scrollIntoView({ block: 'center' })";
    console.asks_its_page(script, json!(text));
    console.presses(&[text]);
}

#[track_caller]
fn shows(console: &Browser, picture: &str, text: &str) {
    until(&format!("{picture} shows {text}"), || {
        drawn(console, picture).contains(text).then_some(())
    });
}

#[test]
fn an_afternoon_is_led_from_the_console_by_keys_alone() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let console = console(&peil, &presenter, WindowSize::Laptop);
    shows(&console, ".now", presenter.code().get(..4).unwrap());
    shows(&console, ".upcoming", "Welk huisdier?");
    console.keys(PAGE_DOWN).sees("Volgende: Waar denk je aan?");
    shows(&console, ".now", "Welk huisdier?");
    shows(&console, ".upcoming", "Waar denk je aan?");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(option(2));
    shows(&console, ".now", "van 1 heeft gestemd");
    // Each is pressed on what the console shows by then: a press on what it showed before would be
    // one too many.
    let done = |key: &str, shown: &str, is_done: fn(&Presenter) -> bool| {
        console.keys(key).sees(shown);
        assert!(is_done(&presenter), "{key}");
    };
    done("o", "Open de vraag", |presenter| {
        !presenter.room().is_open("pet")
    });
    done("h", "Toon resultaten", |presenter| {
        presenter.room().slide("pet").results.as_deref() == Some("hidden")
    });
    done("z", "Verberg resultaten", |presenter| {
        presenter.room().slide("pet").results.as_deref() == Some("shown")
    });
    // A new round asks first.
    console.keys("r").sees("Weet je het zeker?");
    done(ENTER, "Rondes op het scherm", |presenter| {
        presenter.room().slide("pet").round == Some(2)
    });
    console.keys("3").sees("Naar dia 3");
    done(ENTER, "Dia 3 van", |presenter| {
        presenter.room().position.as_deref() == Some("statements")
    });
    done(PAGE_UP, "Dia 2 van", |presenter| {
        presenter.room().position.as_deref() == Some("words")
    });
    console.sees("Eerst even stil zijn");
    // What the screen is used for is drawn too.
    console.keys("b").sees("Het scherm is leeg");
    shows(&console, ".now", "Kijk naar de spreker");
    // A key in a field is a letter.
    console.types("hide", "boz");
    assert_eq!(presenter.room().position.as_deref(), Some("words"));
    assert!(presenter.room().is_open("words"));
}

#[test]
fn a_console_goes_on_after_somebody_elses_control_and_never_skips_a_slide() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let console = console(&peil, &presenter, WindowSize::Laptop);
    presenter.next();
    console
        .sees("Volgende: Waar denk je aan?")
        .presses(&["Volgende: Waar denk je aan?"]);
    until("it moved on by one", || {
        (presenter.room().position.as_deref() == Some("words")).then_some(())
    });
    assert_eq!(presenter.room().controls, 2);
    console
        .presses(&["Vorige"])
        .sees("Volgende: Waar denk je aan?");
}

/// Faster than the page can show what came of the first.
#[test]
fn buttons_that_are_pressed_one_right_after_the_other_all_do_what_they_say_once() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    presenter.opens("pet");
    let console = console(&peil, &presenter, WindowSize::Laptop);
    let at_once = "const button = text => [...document.querySelectorAll('button')]
            .find(it => it.textContent.includes(text));
        for (const text of ['Sluit de vraag', 'Volgende: ', 'Volgende: ', 'Leeg scherm'])
            button(text).click()";
    console.asks_its_page(at_once, Value::Null);
    console.sees("Het scherm is leeg").sees("Dia 2 van");
    console.does_not_see("Iemand anders deed net ook iets");
    assert_eq!(presenter.room().position.as_deref(), Some("words"));
    assert!(!presenter.room().is_open("pet"));
}

#[test]
fn where_peil_is_gone_the_console_says_so_and_keeps_the_last_state() {
    let mut peil = Peil::starts();
    let presenter = begun(&peil);
    presenter.next();
    let console = console(&peil, &presenter, WindowSize::Laptop);
    peil.kill_9();
    console
        .sees("Geen verbinding")
        .sees("Welk huisdier?")
        .sees("Hoe kijk je?");
    let listens = peil.address().origin().replace("http://", "");
    peil.listens_on(&listens);
    peil.start_again();
    until("it is back", || {
        (!console.text().contains("Geen verbinding")).then_some(())
    });
    console.keys(PAGE_DOWN).sees("Volgende: Hoe kijk je?");
}

/// As the remote in somebody's hand: all that leads is in reach, and nothing is wider than the page.
#[test]
fn on_a_phone_the_console_is_a_remote_with_notes() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let console = console(&peil, &presenter, WindowSize::SmallPhone);
    let next = "Volgende: Waar denk je aan?";
    // Two presses on one place at once are one: in between somebody looks at what else there is.
    console.presses(&["Begin"]).sees(next);
    presses(&console, "Scherm, deur, links en einde");
    console.sees("Nieuwe ronde");
    console
        .presses(&[next])
        .sees("Eerst even stil zijn")
        .sees("Nieuwe ronde");
    peil.phone("Anna")
        .opens(presenter.code())
        .votes(words(["onzin"]));
    console.sees("onzin");
    let queue = "document.querySelector('.queue').scrollIntoView({ block: 'center' })";
    console.asks_its_page(queue, Value::Null);
    console.presses(&["Verberg: onzin"]);
    until("it is hidden", || {
        presenter
            .results("words")
            .entries()
            .is_empty()
            .then_some(())
    });
    presses(&console, "Sluit de vraag");
    console.sees("Open de vraag");
    let wide = console.asks_its_page(
        "return document.documentElement.scrollWidth > window.innerWidth",
        Value::Null,
    );
    assert_eq!(wide, json!(false));
    presenter.does(ControlPress::new("end"));
    console.sees("De bijeenkomst is afgelopen");
}

/// A slide that *next* stops at.
struct SlideOnTheWay {
    id: String,
    number: usize,
    asks: bool,
}

/// All of them, in their order.
fn way(presenter: &Presenter) -> Vec<SlideOnTheWay> {
    let slides = presenter.room().slides.into_iter().zip(1..);
    let stops = slides.filter(|(slide, _)| !slide.skip);
    let stop = |(slide, number): (SlideJson, usize)| SlideOnTheWay {
        asks: slide.round.is_some(),
        id: slide.id,
        number,
    };
    stops.map(stop).collect()
}

/// The room is at a slide, and the console shows that: a press on what it showed before is one too
/// many.
#[track_caller]
fn is_at(console: &Browser, presenter: &Presenter, stop: &SlideOnTheWay) {
    console.sees(&format!("Dia {} van", stop.number));
    assert_eq!(presenter.room().position.as_deref(), Some(stop.id.as_str()));
}

#[test]
fn both_decks_are_led_from_the_console_by_the_keyboard_alone() {
    let peil = Peil::starts();
    for deck in [WORKSHOP, WEBINAR] {
        let presenter = peil.organiser().starts(deck);
        let console = console(&peil, &presenter, WindowSize::Laptop);
        for stop in way(&presenter) {
            console.keys(PAGE_DOWN);
            is_at(&console, &presenter, &stop);
            if stop.asks {
                console
                    .sees("Sluit de vraag")
                    .keys("o")
                    .sees("Open de vraag");
                assert!(!presenter.room().is_open(&stop.id), "{}", stop.id);
            }
        }
        // What has no key is reached by Tab, and the end asks first.
        console.tabs_to("Scherm, deur, links en einde").keys(ENTER);
        console.tabs_to("Beëindig deze bijeenkomst").keys(ENTER);
        console.tabs_to("Ja, beëindig de bijeenkomst").keys(ENTER);
        console.sees("De bijeenkomst is afgelopen");
        assert_eq!(presenter.room().state, RoomState::Ended);
    }
}

#[test]
fn both_decks_are_led_from_the_console_on_a_phone_alone() {
    let peil = Peil::starts();
    for deck in [WORKSHOP, WEBINAR] {
        let presenter = peil.organiser().starts(deck);
        let console = console(&peil, &presenter, WindowSize::Phone);
        console.presses(&["Begin"]);
        for stop in way(&presenter) {
            is_at(&console, &presenter, &stop);
            if stop.asks {
                presses(&console, "Sluit de vraag");
                console.sees("Open de vraag");
                assert!(!presenter.room().is_open(&stop.id), "{}", stop.id);
            } else {
                // Two presses on one place at once are one.
                console.taps("checkbox", "Groter");
            }
            if console.counts(".upcoming") == 1 {
                console.presses(&["Volgende: "]);
            }
        }
        for text in [
            "Scherm, deur, links en einde",
            "Beëindig deze bijeenkomst",
            "Ja, beëindig de bijeenkomst",
        ] {
            presses(&console, text);
        }
        console.sees("De bijeenkomst is afgelopen");
    }
}

/// Whoever leads by a link that was made anew is told so, at once and in words for them.
#[test]
fn an_open_console_says_that_its_link_was_made_anew() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    presenter.next();
    let console = console(&peil, &presenter, WindowSize::Laptop);
    console.sees("Welk huisdier?");
    let asked = json!({ "role": "presenter" });
    let renewed = presenter.organiser.posts(&presenter.path("/links"), &asked);
    let renewed = renewed.expects(200).json()["url"]
        .as_str()
        .map(str::to_owned);
    console
        .sees("Deze link werkt niet meer")
        .sees("Vraag wie de bijeenkomst maakte");
    console
        .goes(&renewed.expect("a link"))
        .sees("Welk huisdier?");
}
