//! How the earlier room was made: the story that an older binary was taken through, up to the
//! moment at which it was stopped.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::{CookieValues, ERASED, NOT_PLAYED};
use crate::browser::{Browser, WindowSize};
use crate::{
    Folder, Manner, Peil, Phone, Presenter, Relay, Setup, option, place, text, until, values, words,
};

/// Sessions and links last by the clock on the wall. Those in the tar were made by a server whose
/// clock was far ahead, so that they still last when the tar is opened; everything else was made
/// under the clock of the day.
const AHEAD: &str = "2090-01-01 12:00:00";
const SEND: [&str; 2] = ["Verstuur", "Wijzig je antwoord"];

const DECK: &str = "---
title: De avond van daarvoor
language: nl
grace: 600
---
ask: open
id: ideeen
entries: 3
votes: 2
---

# Wat is jouw idee?

---
ask: choice
id: huisdier
---

# Welk huisdier?

- Kat
- Hond
- Vis

---
ask: scale
id: stellingen
---

# Hoe kijk je?

- Ik snap het
- Ik doe mee

---
ask: spectrum
id: geloof
left: poes
right: hond
---

# Geloof je erin?

---
ask: rank
id: volgorde
---

# Wat gaat voor?

- Rust
- Reinheid
- Regelmaat

---
ask: words
id: woorden
---

# Waar denk je aan?
";

/// Nobody ran it: full of what was read then and may be an error for new decks.
const OLD_DECK: &str = "---
title: Een deck van vroeger
language: nl
reactions: [❤️, 👏, 😂, 🎉, 👍, 🤔, 🙏, 🔥]
qa: moderated
theme: light
pace: own
---

# Welkom

---
ask: grid
id: plannen
x: [kost weinig, kost veel]
y: [doet weinig, doet veel]
---

# Waar staan deze plannen?

- een tuin
- een koor

---
ask: choice
id: kleur
---

# Welke kleur?

- Rood
- Blauw
";

/// Takes the binary that `PEIL_BIN` names through the story; writes `before.tar` and `before.json`
/// into a folder.
#[track_caller]
pub fn make(into: &Path) {
    let folder = Folder::new();
    let data = Some(folder.path().join("data"));
    let mut peil = Peil::starts_with(Setup {
        data,
        clock: Some(AHEAD.to_owned()),
        ..Setup::default()
    });
    let sign_in = the_owner_signs_in(&mut peil, folder.path());
    peil.follows_the_clock(None);
    peil.start_again();
    let presenter = peil.organiser().starts(DECK);
    let old_deck = peil.organiser().uploads(OLD_DECK);
    everything_happens(&peil, &presenter, folder.path());
    let started = &presenter.started;
    let figures = json!({
        "sign_in": sign_in,
        "started": {
            "room": started.room, "code": started.code, "join_url": started.join_url, "stage_url": started.stage_url,
            "presenter_url": started.presenter_url, "remote_url": started.remote_url, "moderator_url": started.moderator_url,
        },
        "old_deck": { "deck": old_deck.deck, "title": old_deck.title, "slides": old_deck.slides, "text": OLD_DECK },
        "room": presenter.organiser.gets(&presenter.path("")).json(),
        "results": presenter.organiser.gets(&presenter.path("/results")).json(),
        "export": presenter.exports("format=json").json(),
        "long": presenter.exports("format=csv&shape=long").text(),
    });
    peil.terminate();
    fs::create_dir_all(into).expect("a folder");
    fs::write(into.join("before.json"), pretty(&figures)).expect("a file");
    let mut tar = Command::new("tar");
    tar.args([
        "--sort=name",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "-cf",
    ])
    .arg(into.join("before.tar"));
    let packed = tar
        .arg("-C")
        .arg(folder.path())
        .args(["data", "cookies", "outbox"])
        .status();
    assert!(
        packed.is_ok_and(|status| status.success()),
        "tar packs a folder"
    );
}

/// With the second link that is printed; gives the path of the first, which nobody used.
fn the_owner_signs_in(peil: &mut Peil, folder: &Path) -> String {
    let unused = peil
        .sign_in()
        .expect("while there is no owner a link is printed")
        .to_owned();
    // Whoever answers listens to signals too.
    peil.health().expects(200);
    peil.terminate();
    peil.start_again();
    let link = peil.sign_in().expect("nobody used the first").to_owned();
    let mut owner = peil.visitor("owner");
    owner.goes(&link).expects(200);
    keep(folder, "owner", &owner.cookies());
    peil.terminate();
    unused[unused.find("/sign-in/").expect("a link to sign in")..].to_owned()
}

fn everything_happens(peil: &Peil, presenter: &Presenter, folder: &Path) {
    let links = &presenter.started;
    for (role, link) in [
        ("stage", &links.stage_url),
        ("presenter", &links.presenter_url),
        ("remote", &links.remote_url),
        ("moderator", &links.moderator_url),
    ] {
        let mut host = peil.visitor(role);
        host.goes(link).expects(200);
        keep(folder, role, &host.cookies());
    }
    let mut phones = ["anna", "bob", "carla"].map(|name| peil.phone(name));
    for phone in &mut phones {
        phone.opens(presenter.code());
    }
    let [dina, erik] = ["dina", "erik"].map(|name| Window::opens(name, peil, presenter.code()));

    ideas(presenter, &mut phones, &dina, &erik);
    votes(presenter, &mut phones, &dina);
    looks_at_what_is_not_played(presenter, &mut phones);
    gives_words(peil, presenter, &mut phones);

    for phone in &phones {
        keep(folder, phone.name(), &phone.cookies());
    }
    for (name, window) in [("dina", &dina), ("erik", &erik)] {
        keep(folder, name, &window.browser.cookies());
        let kept = "return JSON.parse(localStorage.getItem(arguments[0]))";
        let kept = window
            .browser
            .asks_its_page(kept, json!(format!("peil-{}", presenter.code())));
        write(folder, &format!("outbox/{name}.json"), &kept);
    }
}

/// A phone with scripts, behind a network of its own.
struct Window {
    browser: Browser,
    relay: Relay,
}

impl Window {
    fn opens(name: &str, peil: &Peil, code: &str) -> Self {
        let relay = Relay::starts(peil.address());
        let browser = Browser::opens(name, WindowSize::Phone, relay.address());
        browser.goes(&format!("/{code}"));
        until("the page is alive", || {
            (browser.counts("[data-alive]") > 0).then_some(())
        });
        Self { browser, relay }
    }
}

/// One is erased, one hidden, one counts as another; Erik's never leaves his phone.
fn ideas(presenter: &Presenter, [anna, bob, carla]: &mut [Phone; 3], dina: &Window, erik: &Window) {
    presenter.opens("ideeen");
    anna.looks().votes(text("Meer groen"));
    bob.looks().votes(text("meer groen!"));
    carla.looks().votes(text(ERASED));
    carla.looks().votes(text("Dom plan"));
    dina.browser
        .sees("Wat is jouw idee?")
        .types("text", "Een moestuin")
        .sends(&SEND);
    let results = presenter.results("ideeen");
    bob.looks().votes_up(&results.id_of(ERASED));
    bob.votes_up(&results.id_of("Een moestuin"));
    carla.looks().votes_up(&results.id_of("Meer groen"));
    presenter.erases(&results.id_of(ERASED));
    let [green, same, silly] =
        ["Meer groen", "meer groen!", "Dom plan"].map(|text| results.id_of(text));
    moderates(
        presenter,
        &json!({ "do": "merge", "answer": same, "into": green }),
    );
    moderates(presenter, &json!({ "do": "hide", "answer": silly }));
    erik.browser.sees("Wat is jouw idee?");
    erik.relay.becomes(Manner::Dead);
    erik.browser
        .types("text", "Een fietspad langs het kanaal")
        .presses(&SEND)
        .sees("je antwoord staat klaar");
}

/// Dina changes her vote where there is no network. The line is in its second round.
fn votes(presenter: &Presenter, phones: &mut [Phone; 3], dina: &Window) {
    presenter.opens("huisdier");
    for (phone, number) in phones.iter_mut().zip([1, 2, 2]) {
        phone.looks().votes(option(number));
    }
    dina.browser
        .sees("Welk huisdier?")
        .chooses("Kat")
        .sends(&SEND)
        .sees("Opgeslagen");
    dina.relay.becomes(Manner::Dead);
    dina.browser
        .chooses("Vis")
        .presses(&SEND)
        .sees("je antwoord staat klaar");
    presenter.opens("stellingen");
    for (phone, given) in
        phones
            .iter_mut()
            .zip([[Some(4), Some(5)], [Some(2), None], [None, Some(3)]])
    {
        phone.looks().votes(values(given));
    }
    presenter.opens("geloof");
    for (phone, value) in phones.iter_mut().zip([20, 40]) {
        phone.looks().votes(place(value));
    }
    presenter.resets();
    presenter.opens("geloof");
    for (phone, value) in phones.iter_mut().zip([70, 80, 100]) {
        phone.looks().votes(place(value));
    }
}

fn looks_at_what_is_not_played(presenter: &Presenter, [anna, ..]: &mut [Phone; 3]) {
    presenter.goes(NOT_PLAYED);
    anna.looks().sees("kan peil nog niet spelen");
}

/// Words that are two by the rules of then and would be one by newer ones; two are one since a
/// moderator said so, and one of a pair is hidden.
fn gives_words(peil: &Peil, presenter: &Presenter, [anna, bob, carla]: &mut [Phone; 3]) {
    presenter.opens("woorden");
    anna.looks()
        .votes(words(["rust", "niet-rokers", "\u{2764}"]));
    bob.looks().votes(words([
        "ru\u{200b}st",
        "niet\u{2011}rokers",
        "\u{2764}\u{fe0f}",
    ]));
    carla
        .looks()
        .votes(words(["\u{130}stanbul", "hoop", "sluis\u{ad}deur"]));
    for (name, given) in [
        ("gijs", ["istanbul", "vrede", "sluisdeur"]),
        ("hanna", ["Hoop!", "vrede", "lawaai"]),
    ] {
        peil.phone(name).opens(presenter.code()).votes(words(given));
    }
    moderates(
        presenter,
        &json!({ "do": "merge", "word": "hoop", "into": "vrede" }),
    );
    moderates(presenter, &json!({ "do": "hide", "word": "lawaai" }));
    moderates(
        presenter,
        &json!({ "do": "hide", "word": "\u{130}stanbul" }),
    );
    moderates(presenter, &json!({ "do": "hide", "word": "onzin" }));
}

#[track_caller]
fn moderates(presenter: &Presenter, request: &Value) {
    presenter
        .organiser
        .posts(&presenter.path("/moderate"), request)
        .expects(200);
}

fn keep(folder: &Path, name: &str, cookies: &CookieValues) {
    write(folder, &format!("cookies/{name}.json"), &json!(cookies));
}

fn write(folder: &Path, name: &str, value: &Value) {
    let file = folder.join(name);
    fs::create_dir_all(file.parent().expect("it lies in the folder")).expect("a folder");
    fs::write(&file, pretty(value)).expect("a file");
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("plain data") + "\n"
}
