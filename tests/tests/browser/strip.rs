//! What lies over the stage, and what it leaves in sight: the strip of buttons, the way back, the
//! pages of an end. And what a stage asks of its browser: to stay awake, and one set of emoji.

use serde_json::{Value, json};
use tests::browser::{Browser, WindowSize};
use tests::{ControlPress, Peil, SampleQuestion, option, sample, until};

const SCREENS: [WindowSize; 4] = [
    WindowSize::Stage,
    WindowSize::Beamer,
    WindowSize::Wide,
    WindowSize::Low,
];

/// What is read on a stage, and what of it the element named covers.
const COVERED: &str = "
    const over = document.querySelector(arguments[0]).getBoundingClientRect();
    const read = [...document.querySelectorAll('.figure text, .figure p, .prompt, .tally, .join p, .qr, .slide, .clock')];
    return read.filter(it => {
        const box = it.getBoundingClientRect();
        return box.width > 0 && box.right > over.left && box.left < over.right && box.bottom > over.top && box.top < over.bottom;
    }).map(it => it.textContent.slice(0, 40)).join(' | ');";

fn asks(stage: &Browser, script: &str) -> Value {
    stage.asks_its_page(script, Value::Null)
}

fn is_awake(stage: &Browser) -> bool {
    asks(
        stage,
        "return getComputedStyle(document.querySelector('.strip')).opacity === '1'",
    ) == json!(true)
}

/// A mouse that moves a little.
fn moves(stage: &Browser) {
    asks(
        stage,
        "for (const at of [10, 11, 12]) window.dispatchEvent(new PointerEvent('pointermove', { screenX: at, screenY: at }));",
    );
    until("the strip shows", || is_awake(stage).then_some(()));
}

#[test]
fn a_strip_comes_with_a_movement_covers_nothing_and_goes() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([
        SampleQuestion::Choice,
        SampleQuestion::Scale,
        SampleQuestion::Words,
    ]));
    presenter.opens("pet");
    peil.phone("Anna").opens(presenter.code()).votes(option(1));
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    stage
        .goes(&presenter.started.stage_url)
        .sees("Welk huisdier?");
    stage.lives(".strip");
    assert!(!is_awake(&stage), "nothing shows before a movement");
    for screen in SCREENS {
        stage.becomes(screen);
        moves(&stage);
        let covered = stage.asks_its_page(COVERED, json!(".strip"));
        stage.takes_a_picture(&format!("strip-{}", screen.name()));
        assert_eq!(covered, json!(""), "{screen:?}");
    }
    stage.becomes(WindowSize::Stage);
    until("the strip goes by itself", || {
        (!is_awake(&stage)).then_some(())
    });
    moves(&stage);
    stage
        .presses(&["Vraag sluiten"])
        .sees("De vraag is gesloten");
    moves(&stage);
    stage.presses(&["Resultaten verbergen"]);
    // It goes after some seconds, however slow the machine is.
    moves(&stage);
    stage.presses(&["Leeg scherm"]).sees("Kijk naar de spreker");
    moves(&stage);
    stage.presses(&["De dia weer tonen"]).sees("Welk huisdier?");
    moves(&stage);
    stage.presses(&["Volgende dia"]).sees("Hoe kijk je?");
    // By keyboard too.
    until("it goes again", || (!is_awake(&stage)).then_some(()));
    stage
        .tabs_to("Vorige dia")
        .keys("\u{e007}")
        .sees("Welk huisdier?");
    assert!(is_awake(&stage), "what has the focus is in sight");
}

#[test]
fn a_tap_that_brings_the_strip_is_on_none_of_its_buttons() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([
        SampleQuestion::Choice,
        SampleQuestion::Scale,
        SampleQuestion::Words,
    ]));
    presenter.opens("pet");
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    stage
        .goes(&presenter.started.stage_url)
        .sees("Welk huisdier?");
    stage.lives(".strip");
    let tap = "const button = document.querySelector('.strip [data-key=ArrowRight]');
               button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
               button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));";
    asks(&stage, tap);
    until("the strip shows", || is_awake(&stage).then_some(()));
    asks(&stage, tap);
    stage.sees("Hoe kijk je?");
    assert_eq!(presenter.room().controls, 2, "the first tap moved nothing");
}

#[test]
fn the_way_back_leaves_the_tally_in_sight() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    peil.phone("Anna").opens(presenter.code()).votes(option(1));
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    stage
        .goes(&presenter.started.stage_url)
        .sees("van 1 heeft gestemd");
    for screen in SCREENS {
        stage.becomes(screen);
        // With the QR code in the foot, and without it.
        for _ in 0..2 {
            let open = presenter.room().is_open("pet");
            stage.keys("o");
            until("it is done", || {
                (presenter.room().is_open("pet") != open).then_some(())
            });
            stage.sees("Zet terug (Z)").sees("van 1 heeft gestemd");
            assert_eq!(
                stage.asks_its_page(COVERED, json!(".undo-notice")),
                json!(""),
                "{screen:?}"
            );
            stage.takes_a_picture(&format!("way-back-{}", screen.name()));
            stage.keys("q");
        }
    }
}

const LOCKS: &str = "
    window.asked = []; window.released = 0;
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request: kind => {
        window.asked.push(kind);
        return Promise.resolve({ release: () => { window.released += 1; return Promise.resolve(); } });
    } } });";

#[test]
fn a_stage_and_a_remote_keep_the_screen_awake_and_let_go_of_it() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    let page = Browser::opens("a host", WindowSize::Laptop, peil.address());
    page.runs_before_pages(LOCKS);
    let started = &presenter.started;
    for link in [
        &started.stage_url,
        &started.presenter_url,
        &started.remote_url,
        &started.moderator_url,
    ] {
        page.goes(link);
        until("it is asked", || {
            (asks(&page, "return window.asked") == json!(["screen"])).then_some(())
        });
        asks(
            &page,
            "document.dispatchEvent(new Event('visibilitychange'))",
        );
        until("and again when it is back", || {
            (asks(&page, "return window.asked.length") == json!(2)).then_some(())
        });
        asks(&page, "window.dispatchEvent(new Event('pagehide'))");
        until("it lets go", || {
            (asks(&page, "return window.released") == json!(1)).then_some(())
        });
    }
    page.runs_before_pages(
        "Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: undefined })",
    );
    page.goes(&started.stage_url)
        .lives(".strip")
        .keys("\u{e014}")
        .sees("Welk huisdier?");
    page.runs_before_pages(
        "Object.defineProperty(navigator, 'wakeLock', { value: { request: () => Promise.reject(new Error('no')) } })",
    );
    page.goes(&started.stage_url).sees("Welk huisdier?");
}

#[test]
fn emoji_are_of_one_font_which_is_loaded_where_there_are_any() {
    let peil = Peil::starts();
    let deck = "---\ntitle: Dieren\nlanguage: nl\n---\n\n# Welkom\n\nGoedemiddag 1 2 3 — €\n\n---\nask: choice\nid: animal\n---\n\n# Welk dier?\n\n\
                - 🐱 kat\n- 🚀 raket\n- ⏰ wekker\n";
    let presenter = peil.organiser().starts(deck);
    let loaded = "return [...document.fonts].filter(it => it.family.includes('Noto Emoji') && it.status === 'loaded').length";
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    presenter.next();
    stage.goes(&presenter.started.stage_url).sees("Goedemiddag");
    asks(
        &stage,
        "document.fonts.load('36px \"Atkinson Hyperlegible Next\"')",
    );
    assert_eq!(
        asks(&stage, loaded),
        json!(0),
        "a slide without emoji loads none"
    );
    presenter.next();
    stage.sees("raket");
    until("three slices are there", || {
        (asks(&stage, loaded) == json!(3)).then_some(())
    });
    stage.takes_a_picture("emoji");
    let phone = Browser::opens("Anna", WindowSize::Phone, peil.address());
    phone.goes(&format!("/{}", presenter.code())).sees("raket");
    assert_eq!(asks(&phone, loaded), json!(0), "phones show their own");
}

#[test]
fn a_room_that_is_over_is_walked_through_by_keys_and_buttons() {
    let peil = Peil::starts();
    let presenter = peil
        .organiser()
        .starts(&sample([SampleQuestion::Choice, SampleQuestion::Words]));
    presenter.opens("pet");
    let phone = Browser::opens("Anna", WindowSize::Phone, peil.address());
    phone
        .goes(&format!("/{}", presenter.code()))
        .sees("Welk huisdier?")
        .chooses("Kat")
        .presses(&["Verstuur"]);
    phone.sees("Opgeslagen");
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    stage
        .goes(&presenter.started.stage_url)
        .sees("van 1 heeft gestemd");
    presenter.ends();
    let code = presenter.code();
    let shown = format!("{} {}", &code[..4], &code[4..]);
    stage.sees("Bedankt voor het meedoen").does_not_see(&shown);
    phone.sees("afgelopen");
    let over = phone.text();
    stage
        .keys("\u{e012}")
        .sees("van 1 heeft gestemd")
        .does_not_see(&shown);
    assert_eq!(stage.counts(".qr"), 0);
    stage
        .keys("j")
        .sees("al afgelopen")
        .does_not_see("Scan")
        .keys("o")
        .sees("al afgelopen");
    for screen in SCREENS {
        stage
            .becomes(screen)
            .takes_a_picture(&format!("looking-back-{}", screen.name()));
    }
    stage
        .keys("2")
        .sees("Naar dia 2")
        .keys("\u{e007}")
        .sees("Waar denk je aan?");
    let remote = Browser::opens("the remote", WindowSize::Phone, peil.address());
    remote
        .goes(&presenter.started.remote_url)
        .sees("Waar denk je aan?")
        .takes_a_picture("remote-looking-back");
    remote.presses(&["Vorige"]).sees("Welk huisdier?");
    stage.sees("Welk huisdier?");
    let own = Browser::opens("the presenter", WindowSize::Laptop, peil.address());
    own.goes(&presenter.started.presenter_url)
        .sees("Welk huisdier?")
        .keys("\u{e014}")
        .sees("Waar denk je aan?");
    stage
        .sees("Waar denk je aan?")
        .keys("\u{e014}")
        .sees("Bedankt voor het meedoen");
    assert_eq!(phone.text(), over, "phones stay where the end left them");
    presenter.does(ControlPress::new("resume"));
    stage.sees(&shown);
}
