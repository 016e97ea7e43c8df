//! A whole event without a mouse or a finger: phone, stage and desk by keyboard, with the focus
//! always in sight, and what a screen reader hears meanwhile.

use tests::browser::{Browser, WindowSize};
use tests::{Peil, SampleQuestion, sample};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const LEFT: &str = "\u{e012}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";
const SPACE: &str = " ";

#[test]
fn a_participant_takes_part_by_keyboard_alone() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    let anna = Browser::opens("Anna", WindowSize::Phone, peil.address());
    presenter.opens("pet");
    anna.goes("/")
        .tabs_to("Typ de code")
        .keys(presenter.code())
        .keys(ENTER)
        .sees("Welk huisdier?");

    anna.tabs_to("Kat")
        .keys(SPACE)
        .keys(DOWN)
        .tabs_to("Verstuur")
        .keys(ENTER)
        .sees("Opgeslagen");
    assert_eq!(
        presenter.results("pet").votes(),
        [0, 1, 0],
        "the arrow goes on from Kat to Hond"
    );

    presenter.opens("words");
    anna.hears("Nieuwe vraag: Waar denk je aan?");
    // Enter goes to the next word, and in the last one it sends.
    anna.tabs_to("1")
        .keys("rust")
        .keys(ENTER)
        .keys(ENTER)
        .keys(ENTER)
        .sees("Opgeslagen");
    assert_eq!(
        presenter.results("words").entries(),
        [("rust".to_owned(), 1)]
    );

    presenter.opens("ideas");
    anna.hears("Nieuwe vraag: Wat is jouw idee?");
    anna.tabs_to("antwoord")
        .keys("Een moestuin")
        .keys(TAB)
        .keys(ENTER)
        .sees("Opgeslagen");
    assert_eq!(
        presenter.results("ideas").texts(),
        [("Een moestuin".to_owned(), 0)]
    );

    presenter.opens("statements");
    anna.hears("Nieuwe vraag: Hoe kijk je?");
    anna.tabs_to("1")
        .keys(SPACE)
        .keys(RIGHT)
        .keys(RIGHT)
        .tabs_to("Verstuur")
        .keys(ENTER)
        .sees("Hier koos je nog niets");
    anna.tabs_to("Verstuur").keys(ENTER).sees("Opgeslagen");
    assert_eq!(
        presenter.results("statements").statements()[0].0,
        [0, 0, 1, 0, 0]
    );

    presenter.opens("belief");
    anna.hears("Nieuwe vraag: Geloof je erin?");
    anna.tabs_to("poes")
        .keys(RIGHT)
        .keys(RIGHT)
        .tabs_to("Verstuur")
        .keys(ENTER)
        .sees("Opgeslagen");
    assert_eq!(presenter.results("belief").values(), [52.0]);

    presenter.opens("how-many");
    anna.hears("Nieuwe vraag: Met hoeveel zijn we?");
    anna.tabs_to("getal")
        .keys("veel")
        .keys(ENTER)
        .sees("Dit is geen getal");
    anna.tabs_to("getal")
        .keys("\u{e003}\u{e003}\u{e003}\u{e003}1.250")
        .keys(ENTER)
        .sees("Opgeslagen");
    assert_eq!(presenter.results("how-many").values(), [1250.0]);
}

#[test]
fn who_sends_by_keyboard_is_at_what_became_of_it_and_goes_on_from_there() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    let anna = Browser::opens("Anna", WindowSize::Phone, peil.address());
    presenter.opens("pet");
    anna.goes(&format!("/{}", presenter.code()))
        .tabs_to("Kat")
        .keys(SPACE)
        .tabs_to("Verstuur")
        .keys(ENTER);
    anna.sees("✓ Opgeslagen. Je kunt je antwoord nog wijzigen.")
        .does_not_see("Verstuur");
    let focused = || {
        anna.asks_its_page(
            "return document.activeElement.innerText",
            serde_json::Value::Null,
        )
    };
    tests::until("the focus is at the state", || {
        focused()
            .as_str()?
            .starts_with("✓ Opgeslagen")
            .then_some(())
    });
    anna.keys("\u{e008}\u{e004}")
        .keys(DOWN)
        .sees("Verstuur je wijziging");
    anna.tabs_to("Verstuur je wijziging")
        .keys(ENTER)
        .sees("✓ Opgeslagen")
        .does_not_see("Verstuur");
    assert_eq!(presenter.results("pet").votes(), [0, 1, 0]);
}

#[test]
fn a_presenter_drives_the_room_by_keyboard_alone() {
    let peil = Peil::starts();
    let desk = Browser::opens("the desk", WindowSize::Stage, peil.address());
    desk.goes(
        peil.sign_in()
            .unwrap_or_else(|| panic!("there is no owner yet")),
    );
    let organiser = peil.organiser();
    let deck = organiser.uploads(&sample(SampleQuestion::ALL));
    desk.goes(&format!("/desk/decks/{}", deck.deck))
        .tabs_to("Start")
        .keys(ENTER)
        .sees("Nog niet begonnen");
    desk.tabs_to("Open het scherm");

    let presenter = organiser.starts_again(&deck);
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    stage
        .goes(&presenter.started.stage_url)
        .lives(".strip")
        .keys(RIGHT)
        .sees("Welk huisdier?");
    stage
        .keys("h")
        .sees("Resultaten zijn nog verborgen")
        .keys("h")
        .sees("Nog geen antwoorden");
    stage.keys("o");
    tests::until("the question is closed", || {
        (!presenter.room().is_open("pet")).then_some(())
    });
    stage
        .keys("2")
        .sees("Naar dia 2")
        .keys(ENTER)
        .sees("Waar denk je aan?");
    let mut phone = peil.phone("Anna");
    phone
        .opens(presenter.code())
        .votes(tests::words(["rust", "onzin"]));
    stage
        .sees("onzin")
        .keys("x")
        .keys(RIGHT)
        .sees("‘onzin’")
        .keys("x");
    tests::until("onzin is hidden", || {
        (presenter.results("words").entries().len() == 1).then_some(())
    });
    stage.keys("z").sees("is weer te zien");
    assert_eq!(
        presenter.results("words").entries().len(),
        2,
        "what is said to be back is back"
    );
    // Then what the room did last: the stage goes back to where it was, and on again.
    stage
        .keys("z")
        .sees("Welk huisdier?")
        .keys("2")
        .sees("Naar dia 2")
        .keys(ENTER)
        .sees("Waar denk je aan?");
    stage.keys("r").sees("Een nieuwe ronde begint leeg");
    let covers = "const of = name => document.querySelector(name).getBoundingClientRect();
                  return of('.figure').bottom > of('.undo-notice').top";
    assert_eq!(
        stage.asks_its_page(covers, serde_json::Value::Null),
        false,
        "a question back covers no word"
    );
    stage.keys("\u{e00c}").keys("x").sees("Verberg (X)");
    let hide = |word: &str| serde_json::json!({ "do": "hide", "word": word });
    for word in ["rust", "onzin"] {
        presenter
            .organiser
            .posts(&presenter.path("/moderate"), &hide(word))
            .expects(200);
    }
    tests::until("nothing is pointed at", || {
        (!stage.text().contains("Verberg (X)")).then_some(())
    });
    stage
        .keys("j")
        .sees("Scan, of ga naar")
        .keys("j")
        .sees("Waar denk je aan?")
        .keys("?")
        .sees("nieuwe ronde");
}

#[test]
fn a_key_that_is_held_down_and_a_finger_that_bounces_are_one_press() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    let at = |slide: &str| {
        tests::until(slide, || {
            (presenter.room().position.as_deref() == Some(slide)).then_some(())
        })
    };
    let asked = || {
        presenter
            .room()
            .slides
            .iter()
            .filter(|slide| slide.open == Some(true))
            .count()
    };
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    stage
        .goes(&presenter.started.stage_url)
        .lives(".strip")
        .keys(RIGHT)
        .sees("Welk huisdier?");
    // What comes after the held key is done after it: had it gone further, one step back would not
    // lead to where it began.
    for (key, code) in [("PageDown", 34), ("ArrowRight", 39)] {
        stage
            .holds(key, code, 15)
            .sees("Waar denk je aan?")
            .keys(LEFT)
            .sees("Welk huisdier?");
        at("pet");
    }
    assert_eq!(asked(), 2, "no other question was opened");
    stage
        .holds("h", 72, 15)
        .sees("Resultaten zijn nog verborgen")
        .holds(".", 190, 15)
        .sees("Kijk naar de spreker");
    stage
        .holds("b", 66, 15)
        .sees("Welk huisdier?")
        .keys("h")
        .sees("Nog geen antwoorden");

    let remote = Browser::opens("the remote", WindowSize::Phone, peil.address());
    remote
        .goes(&presenter.started.remote_url)
        .sees("Welk huisdier?")
        .tabs_to("Volgende")
        .holds("Enter", 13, 15);
    // The remote names the next question too, so the number is what says that it moved.
    remote
        .sees("Dia 2 van 7")
        .tabs_to("Sluit")
        .clicks_the_focused(1)
        .sees("gesloten")
        .clicks_the_focused(2);
    stage.sees("De vraag is gesloten");
    at("words");
    tests::until("the question is closed", || {
        (!presenter.room().is_open("words")).then_some(())
    });
    stage.keys("o");
    tests::until("it is open after one press more", || {
        presenter.room().is_open("words").then_some(())
    });
}

#[test]
fn a_mark_stays_on_its_name_while_forty_answers_come_in() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Open]));
    presenter.opens("ideas");
    let gives = |number: usize| {
        peil.phone("Anna")
            .opens(presenter.code())
            .votes(tests::text(&format!(
                "Plan {number}: een bankje bij de vijver"
            )));
    };
    (1..=20).for_each(gives);
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    stage
        .goes(&presenter.started.stage_url)
        .sees("Plan 20:")
        .keys("x");
    let marked = || {
        let script = "return [...document.querySelectorAll('[data-chosen]')].filter(it => it.checkVisibility()).map(it => it.querySelector('p').innerText).join(' | ')";
        stage
            .asks_its_page(script, serde_json::Value::Null)
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    tests::until("something is marked", || {
        (!marked().is_empty()).then_some(())
    });
    let (first, page) = (marked(), pages(&stage));
    (21..=40).for_each(gives);
    stage.sees("van 4");
    assert_eq!(
        (marked(), pages(&stage).0),
        (first.clone(), page.0),
        "the page that shows is the one where it stands"
    );
    let id = presenter.results("ideas").id_of(&first);
    presenter
        .organiser
        .posts(
            &presenter.path("/moderate"),
            &serde_json::json!({ "do": "hide", "answer": id }),
        )
        .expects(200);
    stage
        .sees("staat hier niet meer")
        .keys("x")
        .sees("Er is niets gedaan");
    assert_eq!(
        (marked(), presenter.results("ideas").texts().len()),
        (String::new(), 39),
        "nothing else is hidden"
    );
}

/// Which page of how many a stage says it shows.
fn pages(stage: &Browser) -> (String, String) {
    let text = stage.text();
    let said = text
        .split_once("pagina ")
        .map(|(_, rest)| rest)
        .unwrap_or_default();
    let mut words = said.split_whitespace().map(str::to_owned);
    (
        words.next().unwrap_or_default(),
        words.nth(1).unwrap_or_default(),
    )
}

#[test]
fn a_screen_reader_is_told_what_there_is_and_what_the_room_thinks() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    let anna = Browser::opens("Anna", WindowSize::Phone, peil.address());
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    presenter.opens("belief");
    stage
        .goes(&presenter.started.stage_url)
        .sees("Geloof je erin?");
    anna.goes(&format!("/{}", presenter.code()))
        .sees("Geloof je erin?");
    assert_eq!(anna.is_told_of("heading")[0], "Geloof je erin?");
    tests::until("the page lives, and has a line for its places", || {
        (anna.counts("input[type=range]") == 1).then_some(())
    });
    let slider = anna.is_told_of("slider").join(" / ");
    assert!(
        slider.contains("poes") && slider.contains("hond"),
        "{slider}"
    );
    anna.places(70).sends(&["Verstuur"]).hears("Opgeslagen");
    stage.sees("1 van 1");
    let figures = stage.is_told_of("image").join(" / ");
    assert!(
        figures.contains("hond"),
        "the picture says in words what it shows: {figures}"
    );

    presenter.opens("pet");
    anna.hears("Nieuwe vraag: Welk huisdier?");
    let groups = anna
        .is_told_of("group")
        .into_iter()
        .chain(anna.is_told_of("radiogroup"))
        .collect::<Vec<_>>();
    assert!(
        groups.iter().any(|group| group.contains("Welk huisdier?")),
        "{groups:?}"
    );
    assert_eq!(anna.is_told_of("radio").len(), 3);
    anna.chooses("Hond").sends(&["Verstuur"]);
    stage.sees("1 van 1");
    let cells = stage
        .is_told_of("cell")
        .into_iter()
        .chain(stage.is_told_of("gridcell"))
        .collect::<Vec<_>>()
        .join(" / ");
    assert!(cells.contains('1'), "the numbers stand in a table: {cells}");
}
