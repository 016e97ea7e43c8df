//! Without eyes, or by keys alone: the focus stays on something, what is new is said, and single
//! keys can be switched off.

use tests::browser::{Browser, WindowSize};
use tests::{
    ControlPress, Peil, Presenter, SampleQuestion, number, option, place, sample, text, values,
    words,
};

const ENTER: &str = "\u{e007}";
const TAB: &str = "\u{e004}";
const RIGHT: &str = "\u{e014}";
const LEFT: &str = "\u{e012}";

fn alive(browser: &Browser) {
    browser.lives("[data-alive]");
}

fn focuses(browser: &Browser, selector: &str) {
    let script = "const it = document.querySelector(arguments[0]); it.focus(); return document.activeElement === it";
    assert_eq!(
        browser.asks_its_page(script, selector.into()),
        true,
        "{selector} takes the focus"
    );
}

/// What happens in the room while somebody has the focus in the form.
type Happens = fn(&Presenter);

#[test]
fn the_focus_never_falls_to_the_body_when_results_come_or_anything_else_does() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    let anna = Browser::opens("Anna", WindowSize::Phone, peil.address());
    anna.goes(&format!("/{}", presenter.code())).is_welcome();
    alive(&anna);
    let closes: Happens = |presenter| drop(presenter.closes());
    let resets: Happens = |presenter| drop(presenter.resets());
    let votes: Happens = |presenter| drop(presenter.does(ControlPress::new("vote").of("ideas")));
    let shows: Happens =
        |presenter| drop(presenter.does(ControlPress::new("show").of("pet").on("phones")));
    let moves: Happens = |presenter| drop(presenter.next());
    for (question, focus, answer, happens, seen) in [
        (
            "pet",
            "[name=option]",
            option(2),
            closes,
            "Zo antwoordden we",
        ),
        (
            "pet",
            ".send button",
            option(1),
            shows,
            "Zo antwoordden we tot nu toe",
        ),
        (
            "words",
            "#entry-1",
            words(["rust"]),
            closes,
            "Zo antwoordden we",
        ),
        (
            "ideas",
            "#text",
            text("Een moestuin"),
            closes,
            "Zo antwoordden we",
        ),
        (
            "statements",
            "[name=value-1]",
            values([Some(4), Some(2)]),
            closes,
            "Zo antwoordden we",
        ),
        (
            "belief",
            "[type=range]",
            place(70),
            closes,
            "Zo antwoordden we",
        ),
        (
            "how-many",
            "#number",
            number("1.250"),
            closes,
            "Zo antwoordden we",
        ),
        (
            "ideas",
            ".send button, .sends button",
            text("Een bankje"),
            votes,
            "Stem nu op wat jij belangrijk vindt.",
        ),
        (
            "statements",
            ".send button",
            values([Some(1), Some(2)]),
            resets,
            "Hoe kijk je?",
        ),
        (
            "pet",
            ".send button, .sends button",
            option(1),
            moves,
            "Waar denk je aan?",
        ),
    ] {
        presenter.goes(question);
        presenter.resets();
        tests::until("the form is there", || {
            (anna.counts(focus) > 0).then_some(())
        });
        peil.phone("Bram").opens(presenter.code()).votes(answer);
        focuses(&anna, focus);
        happens(&presenter);
        anna.sees(seen);
        let what = format!("{question}, {focus}: {seen}");
        tests::until(&what, || (anna.focused() != "body").then_some(()));
        presenter.does(ControlPress::new("hide").of(question).on("phones"));
    }
}

#[test]
fn on_the_remote_the_focus_stays_when_a_button_goes_with_what_it_did() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    let remote = Browser::opens("the remote", WindowSize::Phone, peil.address());
    remote.goes(&presenter.started.remote_url).is_welcome();
    alive(&remote);
    presenter.opens("pet");
    presenter.closes();
    remote.sees("gesloten");
    for (step, back) in [
        ("Zet terug: vraag gesloten", "Vraag: open"),
        ("Zet terug: naar dia 1 gegaan", "Nog niet begonnen"),
    ] {
        remote.sees(step);
        focuses(&remote, ".undo button");
        remote.keys(ENTER).sees(back);
        tests::until(step, || (remote.focused() != "body").then_some(()));
    }
    assert_eq!(
        remote.counts(".undo button"),
        0,
        "there is nothing more to take back"
    );
}

#[test]
fn a_phone_a_remote_and_a_moderator_say_what_is_new() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    let anna = Browser::opens("Anna", WindowSize::Phone, peil.address());
    let remote = Browser::opens("the remote", WindowSize::Phone, peil.address());
    let moderator = Browser::opens("the moderator", WindowSize::Phone, peil.address());
    anna.goes(&format!("/{}", presenter.code())).is_welcome();
    remote.goes(&presenter.started.remote_url).is_welcome();
    moderator
        .goes(&presenter.started.moderator_url)
        .is_welcome();
    [&anna, &remote, &moderator].into_iter().for_each(alive);
    presenter.opens("words");
    anna.hears("Nieuwe vraag: Waar denk je aan?");
    remote.hears("Waar denk je aan?");
    moderator.hears("Waar denk je aan?");
    presenter.resets();
    anna.hears("Nieuwe ronde: Waar denk je aan?");
    remote.hears("ronde 2");
    peil.phone("Bram")
        .opens(presenter.code())
        .votes(words(["rust"]));
    moderator.hears("1 nieuwe, 1 in totaal");
    presenter.closes();
    anna.hears("Zo antwoordden we: ");
    remote.hears("Vraag: gesloten");
    presenter.does(ControlPress::new("open").of("words"));
    anna.hears("De vraag is weer open: Waar denk je aan?");
    presenter.ends();
    anna.hears("Bedankt voor het meedoen");
    remote.hears("De bijeenkomst is afgelopen");
}

#[test]
fn keys_of_one_character_are_switched_off_until_they_are_switched_on_again() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    stage.goes(&presenter.started.stage_url);
    alive(&stage);
    stage
        .keys(RIGHT)
        .sees("Welk huisdier?")
        .keys("?")
        .sees("nieuwe ronde")
        .presses(&["letters, cijfers en tekens uit"]);
    stage
        .sees("doen nu niets")
        .keys("\u{e00c}")
        .does_not_see("doen nu niets");
    for again in [false, true] {
        if again {
            stage.refreshes();
            alive(&stage);
        }
        for key in ["h", "o", "r", "j", ".", "2", "?", "x"] {
            stage
                .keys(key)
                .keys(RIGHT)
                .sees("Waar denk je aan?")
                .keys(LEFT)
                .sees("Welk huisdier?");
            let texts = [
                "verborgen",
                "Scan, of ga naar",
                "Naar dia",
                "Een nieuwe ronde",
                "Verberg (X)",
            ];
            for words in texts {
                stage.does_not_see(words);
            }
        }
        assert!(presenter.room().is_open("pet"), "and o has closed nothing");
    }
    stage
        .tabs_to("Toetsen")
        .keys(ENTER)
        .sees("doen nu niets")
        .presses(&["letters, cijfers en tekens aan"]);
    stage
        .sees("Spreek je tegen je computer")
        .keys("\u{e00c}")
        .keys("h")
        .sees("Resultaten zijn nog verborgen");
}

#[test]
fn the_way_past_the_bar_is_there_at_full_size_while_it_has_the_focus() {
    let peil = Peil::starts();
    let desk = Browser::opens("the desk", WindowSize::Laptop, peil.address());
    desk.goes(
        peil.sign_in()
            .unwrap_or_else(|| panic!("there is no owner yet")),
    );
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    presenter.opens("words");
    peil.phone("Bram")
        .opens(presenter.code())
        .votes(words(["rust"]));
    let code = format!("/{}", presenter.code());
    let room = format!("/desk/rooms/{}", presenter.started.room);
    let started = &presenter.started;
    for screen in [
        WindowSize::Phone,
        WindowSize::SmallPhone,
        WindowSize::Laptop,
    ] {
        for place in [
            code.as_str(),
            &started.remote_url,
            &started.moderator_url,
            "/desk",
            &room,
            "/privacy",
        ] {
            desk.becomes(screen).goes(place).is_welcome();
            focuses(&desk, "a.past");
            let seen =
                "const it = document.activeElement, at = it.getBoundingClientRect(), style = getComputedStyle(it);
                const top = document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
                return at.width >= 44 && at.height >= 40 && at.left >= 0 && at.top >= 0 && at.right <= innerWidth
                    && style.clipPath === 'none' && style.outlineStyle !== 'none' && top === it";
            assert_eq!(
                desk.asks_its_page(seen, serde_json::Value::Null),
                true,
                "{place} on {screen:?}"
            );
            desk.takes_a_picture(&format!("past-{}", screen.name()));
            // There is nothing to go on to on the page about privacy.
            if place == "/privacy" {
                continue;
            }
            desk.keys(ENTER).keys(TAB);
            let within = "return document.activeElement.closest('main, footer') !== null";
            assert_eq!(
                desk.asks_its_page(within, serde_json::Value::Null),
                true,
                "{place} on {screen:?}: past the bar"
            );
        }
    }
}
