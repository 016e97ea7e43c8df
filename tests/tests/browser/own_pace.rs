//! A survey that one goes through by oneself, in a browser: by keyboard, over a reload, without a
//! connection, and as everybody sees it.

use tests::browser::{Browser, Theme, WindowSize, assert_none};
use tests::{Manner, Peil, Presenter, Relay, filled_in, option};

const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";

fn deck(language: &str) -> String {
    format!(
        "---\ntitle: Wensen\nlanguage: {language}\npace: own\n---\n# Welkom\n\nFijn dat je er bent.\n\n\
         ---\nask: choice\nid: werk\nrequired: yes\n---\n\n# Waar werk je?\n\n- zorg\n- welzijn\n\n\
         ---\nask: open\nid: wens\nentries: 2\n---\n\n# Wat wens je?\n\n\
         ---\nask: form\nid: over\n---\n\n# Over jou\n\n- Hoe heet je straat? {{text}}\n"
    )
}

fn starts(peil: &Peil, language: &str) -> Presenter {
    let presenter = peil.organiser().starts(&deck(language));
    presenter.next();
    presenter
}

#[test]
fn a_participant_goes_through_it_by_keyboard_alone() {
    let peil = Peil::starts();
    let presenter = starts(&peil, "nl");
    let address = format!("/{}", presenter.code());
    let anna = Browser::follows(&peil, "Anna", WindowSize::Phone, &address);
    let stage = Browser::follows(
        &peil,
        "the stage",
        WindowSize::Stage,
        &presenter.started.stage_url,
    );
    stage.sees("0 klaar");
    anna.meets("heading", "Welkom").sees("1 van 4");
    for (prompt, far) in [
        ("Waar werk je?", "2 van 4"),
        ("Wat wens je?", "3 van 4"),
        ("Over jou", "4 van 4"),
        ("Bijna klaar", "Dit moet nog"),
    ] {
        anna.tabs_to("Verder").keys(ENTER).meets("heading", prompt);
        anna.sees(far);
        if far.contains("van") {
            anna.hears(far);
        }
    }
    anna.tabs_to("Klaar").keys(ENTER);
    anna.sees("Nog niet alles is beantwoord");
    anna.tabs_to("Waar werk je?").keys(ENTER);
    anna.meets("heading", "Waar werk je?");
    anna.tabs_to("zorg")
        .keys(SPACE)
        .tabs_to("Verstuur")
        .keys(ENTER);
    anna.meets("heading", "Wat wens je?");
    anna.tabs_to("antwoord").keys("Meer tijd");
    // What is typed is there again, back and forth and after a reload.
    anna.tabs_to("Terug").keys(ENTER);
    anna.meets("heading", "Waar werk je?").sees("Opgeslagen");
    anna.tabs_to("Verder")
        .keys(ENTER)
        .meets("heading", "Wat wens je?");
    anna.goes(&address).lives("[data-alive]");
    anna.meets("heading", "Wat wens je?");
    let typed = "return document.querySelector('textarea').value";
    assert_eq!(anna.asks_its_page(typed, 1.into()), "Meer tijd");
    anna.tabs_to("Verstuur").keys(ENTER).sees("Opgeslagen");
    anna.tabs_to("Verder")
        .keys(ENTER)
        .meets("heading", "Over jou");
    anna.tabs_to("Verder")
        .keys(ENTER)
        .meets("heading", "Bijna klaar");
    anna.tabs_to("Klaar")
        .keys(ENTER)
        .meets("heading", "Bedankt");
    stage.sees("1 klaar");
    anna.goes(&address).lives("[data-alive]");
    anna.meets("heading", "Bedankt")
        .presses(&["Terug naar je antwoorden"]);
    anna.meets("heading", "Bijna klaar");
}

#[test]
fn without_a_connection_answers_wait_and_so_does_the_end() {
    let peil = Peil::starts();
    let presenter = starts(&peil, "nl");
    let relay = Relay::starts(peil.address());
    let anna = Browser::opens("Anna", WindowSize::Phone, relay.address());
    anna.goes(&format!("/{}", presenter.code()))
        .lives("[data-alive]");
    anna.meets("heading", "Welkom");
    relay.becomes(Manner::Dead);
    anna.goes_offline();
    anna.presses(&["Verder"]).meets("heading", "Waar werk je?");
    anna.chooses("welzijn").presses(&["Verstuur"]);
    anna.sees("Geen verbinding");
    for prompt in ["Wat wens je?", "Over jou", "Bijna klaar"] {
        anna.presses(&["Verder"]).meets("heading", prompt);
    }
    anna.presses(&["Klaar"]).sees("Geen verbinding");
    assert_eq!(presenter.results("werk").voters(), 0);
    relay.becomes(Manner::Faithful);
    anna.goes_online().meets("heading", "Bedankt");
    assert_eq!(presenter.results("werk").votes(), [0, 1]);
}

#[test]
fn a_host_begins_and_ends_from_the_console() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&deck("nl"));
    let console = Browser::follows(
        &peil,
        "the console",
        WindowSize::Laptop,
        &presenter.started.presenter_url,
    );
    console.presses(&["Begin"]);
    console.meets("heading", "Iedereen gaat in eigen tempo");
    let mut bram = peil.phone("Bram");
    bram.opens(presenter.code());
    bram.goes(&format!("/{}?slide=werk", presenter.code()));
    let form = bram.filled(&option(1));
    bram.sends(&form).expects(303);
    let done = format!("/{}/finish", presenter.code());
    bram.posts_fields(&done, &[]).expects(303);
    console.sees("klaar 1");
    assert_eq!(console.counts("button[data-do=next]"), 0);
    console
        .presses(&["Beëindig deze bijeenkomst"])
        .presses(&["Ja, beëindig"]);
    console.meets("heading", "De bijeenkomst is afgelopen");
}

#[test]
fn every_page_of_it_in_both_languages() {
    let peil = Peil::starts();
    let mut wrong = Vec::new();
    for language in ["nl", "en"] {
        let presenter = starts(&peil, language);
        let code = presenter.code().to_owned();
        let anna = Browser::opens("Anna", WindowSize::Phone, peil.address());
        let pages = ["welkom", "werk", "wens", "over", "last"];
        for page in pages {
            anna.goes(&format!("/{code}?slide={page}"))
                .lives("[data-alive]");
            let name = format!("own-pace-{page}-{language}");
            wrong.extend(anna.is_looked_at(&name, &WindowSize::PHONES));
        }
        anna.forces_colours(Theme::Light, true);
        assert_eq!(anna.unseen(), [""; 0]);
        anna.forces_colours(Theme::Light, false);
        for (slide, answer) in [
            ("werk", option(1)),
            ("over", filled_in(&[], &[(1, "Laan")])),
        ] {
            let mut bram = peil.phone("Bram");
            bram.opens(&code);
            bram.goes(&format!("/{code}?slide={slide}"));
            let form = bram.filled(&answer);
            bram.sends(&form).expects(303);
            bram.posts_fields(&format!("/{code}/finish"), &[]);
        }
        anna.goes(&format!("/{code}?slide=werk"))
            .lives("[data-alive]");
        let send = if language == "nl" { "Verstuur" } else { "Send" };
        anna.chooses("zorg").presses(&[send]);
        let wish = format!("/{code}?slide=last");
        anna.meets("heading", "Wat wens je?")
            .goes(&wish)
            .lives("[data-alive]");
        let (done, thanks) = if language == "nl" {
            ("Klaar", "Bedankt")
        } else {
            ("Done", "Thank you")
        };
        anna.presses(&[done]).meets("heading", thanks);
        wrong.extend(
            anna.is_looked_at(&format!("own-pace-through-{language}"), &WindowSize::PHONES),
        );
        let host = Browser::opens("a host", WindowSize::Stage, peil.address());
        host.goes(&presenter.started.stage_url)
            .lives("[data-alive]");
        wrong.extend(host.is_looked_at(&format!("own-pace-stage-{language}"), &WindowSize::STAGES));
        host.goes(&presenter.started.presenter_url)
            .lives("[data-alive]");
        let screens = [WindowSize::Laptop, WindowSize::SmallWindow];
        wrong.extend(host.is_looked_at(&format!("own-pace-console-{language}"), &screens));
    }
    assert_none(&wrong);
}

/// Back in the browser is back in the survey, and leaves it from its first page alone.
#[test]
fn back_in_the_browser_leads_to_the_page_before() {
    let peil = Peil::starts();
    let presenter = starts(&peil, "nl");
    let anna = Browser::opens("Anna", WindowSize::Phone, peil.address());
    anna.goes("/privacy");
    let address = format!("/{}", presenter.code());
    anna.goes(&address).lives("[data-alive]");
    anna.meets("heading", "Welkom").presses(&["Verder"]);
    anna.meets("heading", "Waar werk je?").presses(&["Verder"]);
    anna.meets("heading", "Wat wens je?")
        .goes_back()
        .meets("heading", "Waar werk je?");
    anna.chooses("zorg").presses(&["Verstuur"]);
    anna.meets("heading", "Wat wens je?");
    // Loaded again it is the same place, once.
    anna.refreshes().lives("[data-alive]");
    anna.meets("heading", "Wat wens je?")
        .goes_back()
        .meets("heading", "Waar werk je?")
        .sees("Opgeslagen");
    anna.goes_back().meets("heading", "Welkom");
    anna.goes_back();
    assert_eq!(anna.path(), "/privacy");
    // Who comes again is where they were.
    anna.goes(&address).lives("[data-alive]");
    anna.meets("heading", "Welkom").goes_back();
    assert_eq!(anna.path(), "/privacy");
}
