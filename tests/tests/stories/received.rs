//! Everything that one phone receives in a whole run of a room, held as a file: every page, every
//! greeting, every frame. What a phone gets changes on purpose only, and nothing secret is ever in
//! it.
//!
//! With `PEIL_TESTS_WRITE=golden` in the environment the file is written anew; the difference is
//! then to be read, line by line.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use tests::{ControlPress, Peil, Phone, Presenter, Socket, option, place, text, values, words};

/// Whatever a phone may not know has this in it.
const SECRET: &str = "geheim";
/// A deck that has everything: notes, a right answer, results that are hidden, votes for texts,
/// questions to the speakers.
const DECK: &str = "---
title: Een hele avond
language: nl
qa: moderated
---
notes: geheim briefje bij het begin
---

# Welkom

- Eerst dit
- Dan **dat**

---
show: instructions
---

# Doe mee

---
ask: choice
id: quiz
notes: geheim briefje bij de quiz
---

# Hoeveel poten heeft een spin?

- Zes
- Acht {correct}
- Anders {other}

---
ask: words
id: words
phones: hidden
---

# Waar denk je aan?

---
ask: open
id: ideas
entries: 2
votes: 1
---

# Wat is jouw idee?

---
ask: scale
id: statements
phones: shown
---

# Hoe kijk je?

- Ik snap het
- Ik doe mee

---
ask: spectrum
id: belief
left: {label: poes, note: het zal wel, image: 🐱}
right: {label: hond, note: reken maar, image: 🐶}
results: hidden
---

# Geloof je erin?

---
show: break
minutes: 15
notes: geheim briefje bij de pauze
---

# Pauze

---
ask: qa
---

# Vragen aan de sprekers

---
ask: choice
id: surprise
---

# Een geheim dat later komt

- geheim een
- geheim twee
";

struct RecordedRoom {
    presenter: Presenter,
    host: String,
    anna: Phone,
    socket: Socket,
    others: [Phone; 2],
    /// Everything as it came.
    received: String,
    /// The same for the file: what differs from run to run is named instead.
    transcript: String,
}

impl RecordedRoom {
    fn begins(peil: &Peil) -> Self {
        let presenter = peil.organiser().starts(DECK);
        let [mut anna, bob, carla] = peil.three_phones();
        let others = [bob, carla].map(|mut phone| {
            phone.opens(presenter.code());
            phone
        });
        anna.opens(presenter.code());
        let socket = anna.follows();
        let host = peil.address().origin().replace("http://", "");
        Self {
            presenter,
            host,
            anna,
            socket,
            others,
            received: String::new(),
            transcript: String::new(),
        }
    }

    /// Anna looks: at the page, and at what her page is sent live.
    fn sees(&mut self, step: &str) {
        let page = self.anna.looks().reply().text();
        let greeting = self.anna.asks_since(0).expects(200).json();
        let view = self.socket.sees(|view| *view == greeting["view"]);
        assert_eq!(
            view, greeting["view"],
            "{step}: a socket shows what a page shows"
        );
        self.keeps(&format!("{step}, the page"), &page.replace("><", ">\n<"));
        self.keeps(&format!("{step}, live"), &format!("{greeting:#}"));
    }

    fn keeps(&mut self, what: &str, text: &str) {
        self.received += text;
        let named = self.named(text);
        self.transcript += &format!("\n════ {what}\n{named}\n");
    }

    /// Anna answers live; what she hears of it.
    fn says(&mut self, frame: &Value, kind: &str) {
        let reply = self.socket.says(frame).hears(kind);
        self.keeps(
            &format!("{kind}: {}", frame["type"].as_str().unwrap_or_default()),
            &format!("{reply:#}"),
        );
    }

    fn named(&self, text: &str) -> String {
        let code = self.presenter.code();
        let spaced = format!("{} {}", &code[..4], &code[4..]);
        let room = &self.presenter.started.room;
        let mut named = text
            .replace(code, "CODE")
            .replace(&spaced, "CO DE")
            .replace(room, "ROOM")
            .replace(&self.host, "HOST");
        for (before, end) in [
            ("seq=", "\""),
            ("\"seq\":", ","),
            ("\"now\":", "}"),
            ("\"seq\": ", ","),
            ("name=\"seq\" value=\"", "\""),
            ("name=\"key\" value=\"", "\""),
            ("\"key\":\"", "\""),
            ("\"key\": \"", "\""),
            ("\"you\":\"", "\""),
            ("\"you\": \"", "\""),
            ("_at\":", ","),
            ("_at\": ", ","),
            ("_ends\":", ","),
            ("_ends\": ", ","),
            ("/assets/phone-", "."),
            ("/assets/favicon-", "."),
            ("\"at\":\"", "\""),
            ("\"at\": \"", "\""),
        ] {
            named = without(&named, before, end);
        }
        nameless(&named)
    }
}

/// The text with one name for every answer: phones know each by another number in every room.
fn nameless(text: &str) -> String {
    let mut parts = text.split("a");
    let mut named = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let name = if digits > 5 { "…" } else { &part[..digits] };
        named += &format!("a{name}{}", &part[digits..]);
    }
    named
}

/// The text with dots for whatever stands between `before` and `end` on one line.
fn without(text: &str, before: &str, end: &str) -> String {
    let mut parts = text.split(before);
    let mut named = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let line = part.lines().next().unwrap_or_default();
        let rest = line.find(end).unwrap_or(line.len());
        named += &format!("{before}…{}", &part[rest..]);
    }
    named
}

fn answer(question: &str, turn: u32, fields: Value) -> Value {
    json!({ "type": "answer", "question": question, "round": 1, "turn": turn, "fields": fields })
}

/// The run of the room, slide by slide.
fn record(peil: &Peil) -> RecordedRoom {
    let mut recorded = RecordedRoom::begins(peil);
    recorded.sees("before it begins");
    recorded.presenter.goes("welkom");
    recorded.sees("a slide to read");
    recorded.presenter.goes("doe-mee");
    recorded.sees("how to join");
    quiz(&mut recorded);
    words_that_stay_hidden(&mut recorded);
    ideas(&mut recorded);
    statements(&mut recorded);
    a_place(&mut recorded);
    recorded.presenter.goes("pauze");
    recorded.sees("a break");
    recorded.presenter.goes("vragen-aan-de-sprekers");
    recorded.sees("questions to the speakers");
    recorded.presenter.ends();
    recorded.sees("the end");
    recorded
}

fn quiz(recorded: &mut RecordedRoom) {
    recorded.presenter.opens("quiz");
    recorded.sees("a quiz question");
    let [bob, carla] = &mut recorded.others;
    bob.looks().votes(option(2));
    carla.looks().votes(option(1));
    recorded.says(&answer("quiz", 1, json!([["option", "1"]])), "saved");
    recorded.says(&answer("quiz", 1, json!([["option", "2"]])), "refused");
    recorded.sees("a quiz question, answered");
    recorded.presenter.closes();
    recorded.sees("a quiz question, closed");
}

fn words_that_stay_hidden(recorded: &mut RecordedRoom) {
    recorded.presenter.opens("words");
    let [bob, carla] = &mut recorded.others;
    bob.looks().votes(words(["geheimwoord", "geheimrust"]));
    carla.looks().votes(words(["geheimrust"]));
    recorded.says(
        &answer("words", 1, json!([["entry", "rust"], ["entry", "ruimte"]])),
        "saved",
    );
    recorded.sees("words, answered");
    recorded.presenter.closes();
    recorded.sees("words, closed and hidden on phones");
}

fn ideas(recorded: &mut RecordedRoom) {
    recorded.presenter.opens("ideas");
    recorded.sees("an open question");
    // One of others, since each phone shows them in an order of its own.
    recorded.others[1].looks().votes(text("Samen wandelen"));
    let add = json!({ "type": "add", "question": "ideas", "round": 1, "key": "k1", "turn": 1, "text": "Een koor" });
    recorded.says(&add, "saved");
    recorded.sees("an open question, answered");
    recorded.presenter.does(ControlPress::new("vote"));
    let id = recorded.others[0]
        .looks()
        .name_of("Samen wandelen")
        .expect("it can be voted for");
    recorded.says(
        &json!({ "type": "upvote", "question": "ideas", "answer": id, "on": true }),
        "saved",
    );
    recorded.sees("an open question, voted");
    recorded.presenter.closes();
    recorded.sees("an open question, closed");
}

fn statements(recorded: &mut RecordedRoom) {
    recorded.presenter.opens("statements");
    let [bob, carla] = &mut recorded.others;
    bob.looks().votes(values([Some(4), None]));
    carla.looks().votes(values([Some(5), Some(2)]));
    recorded.says(
        &answer("statements", 1, json!([["value-1", "3"], ["skip-2", "1"]])),
        "saved",
    );
    recorded.sees("statements, shown on phones while open");
    recorded.presenter.closes();
    recorded.sees("statements, closed");
}

fn a_place(recorded: &mut RecordedRoom) {
    recorded.presenter.opens("belief");
    let [bob, carla] = &mut recorded.others;
    bob.looks().votes(place(20));
    carla.looks().votes(place(90));
    recorded.says(&answer("belief", 1, json!([["value", "64"]])), "saved");
    recorded.sees("a place between two poles, answered");
    recorded.presenter.closes();
    recorded.sees("a place between two poles, closed and hidden");
}

#[test]
fn what_a_phone_receives_in_a_room_is_what_it_was_and_nothing_secret() {
    let peil = Peil::starts();
    let recorded = record(&peil);
    let everything = recorded.received + &recorded.socket.received.concat();
    let everything = everything.to_lowercase();
    for secret in [SECRET, "correct", "surprise", "spiekbrief"] {
        assert!(
            !everything.contains(secret),
            "{secret:?} was sent to a phone"
        );
    }
    for never in ["zaal", "zalen", "mensen", "personen", "publiek"] {
        assert!(!everything.contains(never), "a phone read {never:?}");
    }
    // Figures of what stays hidden: two of the others stand at 20 and 90, and 58 is the mean.
    for figure in ["\"histogram\":", "\"entries\":[{", "\"median\":"] {
        assert!(
            !everything.contains(figure),
            "{figure:?} was sent to a phone"
        );
    }
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/stories/received.golden");
    if std::env::var_os("PEIL_TESTS_WRITE").is_some_and(|what| what == "golden") {
        fs::write(&file, &recorded.transcript).expect("the file can be written");
    }
    let was =
        fs::read_to_string(&file).expect("the file is there: PEIL_TESTS_WRITE=golden writes it");
    let differs = was
        .lines()
        .zip(recorded.transcript.lines())
        .enumerate()
        .find(|(_, (was, is))| was != is);
    if let Some((line, (was, is))) = differs {
        panic!(
            "a phone receives something else from line {} of {} on:\n- {was}\n+ {is}",
            line + 1,
            file.display()
        );
    }
    assert_eq!(
        was.lines().count(),
        recorded.transcript.lines().count(),
        "as much as it was"
    );
}
