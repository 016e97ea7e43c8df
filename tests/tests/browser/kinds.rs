//! The story of each kind: with scripts and without, in each language. The
//! presenter opens the question, a phone answers, changes its answer, sees each time that it is
//! saved, and what the room answered once the question is closed.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tests::browser::{Browser, WindowSize};
use tests::{Peil, Presenter, SampleQuestion, is_added, sample};

/// What a page says, in the language that it speaks.
struct Say {
    language: String,
    waiting: String,
    send: [String; 2],
    edit: String,
    send_change: String,
    saved: String,
    results: String,
}

/// The same in every language that there is.
fn languages() -> Vec<Say> {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../client/locales");
    let folders = fs::read_dir(locales).expect("languages have folders");
    let folders = folders.map(|entry| entry.expect("a folder can be read").path());
    let says: Vec<Say> = folders
        .filter(|folder| folder.join("locale.ftl").is_file())
        .map(|folder| Say::of(&folder))
        .collect();
    assert!(says.len() > 1, "there are {} languages", says.len());
    says
}

impl Say {
    fn of(folder: &Path) -> Self {
        let said = |file: &str, key: &str| {
            let messages = fs::read_to_string(folder.join(file)).expect("messages can be read");
            let message =
                |line: &str| Some(line.strip_prefix(key)?.strip_prefix(" = ")?.to_owned());
            let message = messages.lines().find_map(message);
            message.unwrap_or_else(|| panic!("{} says {key}", folder.display()))
        };
        let phone = |key| said("phone.ftl", key);
        Self {
            language: said("locale.ftl", "own-name"),
            waiting: phone("ready"),
            send: [phone("save-change"), phone("send")],
            edit: phone("edit"),
            send_change: phone("send-change"),
            saved: phone("saved"),
            results: phone("results"),
        }
    }
}

/// Looks at the room: a page with scripts follows by itself, another is loaded again.
fn looks(phone: &Browser, presenter: &Presenter, scripts: bool) {
    if !scripts {
        phone.goes(&format!("/{}", presenter.code())).is_welcome();
    }
}

/// What is stored is what the case says; a case leaves out what it is not about.
fn is_stored(presenter: &Presenter, kind: SampleQuestion, expected: &Value, say: &Say) {
    let results = presenter.results(&kind.id());
    let fields = expected.as_object().expect("results are an object");
    let stored = fields
        .iter()
        .filter(|(name, _)| *name != "voters")
        .all(|(name, value)| by_itself(results.field(name)) == *value);
    assert!(
        stored && results.voters() == 1,
        "{kind:?} in {}: {results:?}",
        say.language
    );
}

/// When something was written, and as which of all answers of the room, is no part of a case.
fn by_itself(value: &Value) -> Value {
    let mut value = value.clone();
    for answer in value.as_array_mut().into_iter().flatten() {
        let Some(answer) = answer.as_object_mut() else {
            continue;
        };
        answer.retain(|name, _| name != "at" && name != "id");
    }
    value
}

fn tells(kind: SampleQuestion, phone: &Browser, presenter: &Presenter, say: &Say, scripts: bool) {
    let changed = &kind.cases()["changed"];
    presenter.opens(&kind.id());
    looks(phone, presenter, scripts);
    phone.sees(&kind.prompt()).does_not_see(&say.saved);
    for (step, stored) in ["from", "to"].map(|step| (step, &changed[step])) {
        if step == "to" && is_added(&stored["fields"]) {
            phone.presses(&[&say.edit]);
        }
        for field in stored["fields"].as_array().into_iter().flatten() {
            let text = |at: usize| field[at].as_str().expect("fields are pairs of texts");
            phone.fills_in(text(0), text(1));
        }
        phone
            .sends(&say.send.each_ref().map(String::as_str))
            .sees(&say.saved);
        if scripts {
            phone.does_not_see(&say.send_change);
        }
        is_stored(presenter, kind, &stored["results"], say);
    }
    phone.does_not_see(&say.results);
    presenter.closes();
    looks(phone, presenter, scripts);
    let seen = changed["seen"].as_str().expect("a case says what is seen");
    // What people fill into a form has no results on any page.
    if kind != SampleQuestion::Form {
        phone.sees(&say.results);
    }
    phone.sees(seen);
}

#[test]
fn each_kind_is_answered_and_changed_with_and_without_scripts_in_each_language() {
    let peil = Peil::starts();
    let deck = sample(SampleQuestion::ALL).replace("entries: 3\n", "");
    let phone = Browser::opens("Anna", WindowSize::Phone, peil.address());
    for say in &languages() {
        for scripts in [true, false] {
            let presenter = peil.organiser().starts(&deck);
            if scripts {
                phone.switches_scripts_on()
            } else {
                phone.switches_scripts_off()
            };
            phone.goes(&format!("/{}", presenter.code())).is_welcome();
            if !phone.text().contains(&say.waiting) {
                phone.sends(&[&say.language]).sees(&say.waiting);
            }
            for kind in SampleQuestion::ALL {
                tells(kind, &phone, &presenter, say, scripts);
            }
            assert_eq!(presenter.room().participants, 1);
        }
    }
}
