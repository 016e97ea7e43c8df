//! The story of each kind, four times: with scripts and without, in Dutch and in English. The
//! presenter opens the question, a phone answers, changes its answer, sees each time that it is
//! saved, and what the room answered once the question is closed.

use tests::browser::{Browser, WindowSize};
use tests::{Peil, Presenter, QuestionJson, SampleQuestion, sample};

/// What a page says, in the language that it speaks.
struct Say {
    language: &'static str,
    waiting: &'static str,
    send: [&'static str; 2],
    edit: &'static str,
    send_change: &'static str,
    saved: &'static str,
    results: &'static str,
}

const LANGUAGES: [Say; 2] = [
    Say {
        language: "Nederlands",
        waiting: "Je bent binnen",
        send: ["Bewaar je wijziging", "Verstuur"],
        edit: "Wijzig",
        send_change: "Verstuur je wijziging",
        saved: "✓ Opgeslagen",
        results: "Zo antwoordden we",
    },
    Say {
        language: "English",
        waiting: "You’re in",
        send: ["Save your change", "Send"],
        edit: "Change",
        send_change: "Send your change",
        saved: "✓ Saved",
        results: "What we answered",
    },
];

/// One kind: how it is answered, what is then stored, and what a phone sees of it in the end.
struct KindCase {
    question: &'static str,
    prompt: &'static str,
    answers: for<'a> fn(&'a Browser, &Say) -> &'a Browser,
    changes: for<'a> fn(&'a Browser, &Say) -> &'a Browser,
    stored: [fn(&QuestionJson) -> bool; 2],
    seen: &'static str,
}

fn kinds() -> [KindCase; 6] {
    [
        KindCase {
            question: "pet",
            prompt: "Welk huisdier?",
            answers: |phone, _| phone.chooses("Hond"),
            changes: |phone, _| phone.chooses("Vis"),
            stored: [|of| of.votes() == [0, 1, 0], |of| of.votes() == [0, 0, 1]],
            seen: "100%",
        },
        KindCase {
            question: "words",
            prompt: "Waar denk je aan?",
            answers: |phone, _| phone.types("entry", "rust"),
            changes: |phone, _| phone.types("entry", "ruimte"),
            stored: [
                |of| of.entries() == [("rust".to_owned(), 1)],
                |of| of.entries() == [("ruimte".to_owned(), 1)],
            ],
            seen: "ruimte",
        },
        KindCase {
            question: "ideas",
            prompt: "Wat is jouw idee?",
            answers: |phone, _| phone.types("text", "Een moestuin"),
            changes: |phone, say| {
                phone
                    .presses(&[say.edit])
                    .types("text", "Een moestuin op het dak")
            },
            stored: [
                |of| of.texts() == [("Een moestuin".to_owned(), 0)],
                |of| of.texts() == [("Een moestuin op het dak".to_owned(), 0)],
            ],
            seen: "Een moestuin op het dak",
        },
        KindCase {
            question: "statements",
            prompt: "Hoe kijk je?",
            answers: |phone, _| phone.picks("value-1", "4").picks("value-2", "2"),
            changes: |phone, _| phone.picks("value-1", "5"),
            stored: [
                |of| {
                    of.statements()[0].0 == [0, 0, 0, 1, 0]
                        && of.statements()[1].0 == [0, 1, 0, 0, 0]
                },
                |of| {
                    of.statements()[0].0 == [0, 0, 0, 0, 1]
                        && of.statements()[1].0 == [0, 1, 0, 0, 0]
                },
            ],
            seen: "Ik doe mee",
        },
        KindCase {
            question: "belief",
            prompt: "Geloof je erin?",
            answers: |phone, _| phone.places(70),
            changes: |phone, _| phone.places(30),
            stored: [|of| of.values() == [70.0], |of| of.values() == [30.0]],
            seen: "hond",
        },
        KindCase {
            question: "how-many",
            prompt: "Met hoeveel zijn we?",
            answers: |phone, _| phone.types("value", "1.250"),
            changes: |phone, _| phone.types("value", "7,5"),
            stored: [|of| of.values() == [1250.0], |of| of.values() == [7.5]],
            seen: "deelnemers",
        },
    ]
}

/// Looks at the room: a page with scripts follows by itself, another is loaded again.
fn looks(phone: &Browser, presenter: &Presenter, scripts: bool) {
    if !scripts {
        phone.goes(&format!("/{}", presenter.code())).is_welcome();
    }
}

fn tells(kind: &KindCase, phone: &Browser, presenter: &Presenter, say: &Say, scripts: bool) {
    presenter.opens(kind.question);
    looks(phone, presenter, scripts);
    phone.sees(kind.prompt).does_not_see(say.saved);
    for (fills, stored) in [kind.answers, kind.changes].into_iter().zip(kind.stored) {
        fills(phone, say);
        phone.sends(&say.send).sees(say.saved);
        if scripts {
            phone.does_not_see(say.send_change);
        }
        let results = presenter.results(kind.question);
        assert!(
            stored(&results) && results.voters() == 1,
            "{} in {}: {results:?}",
            kind.question,
            say.language
        );
    }
    phone.does_not_see(say.results);
    presenter.closes();
    looks(phone, presenter, scripts);
    phone.sees(say.results).sees(kind.seen);
}

#[test]
fn each_kind_is_answered_and_changed_with_and_without_scripts_in_both_languages() {
    let peil = Peil::starts();
    let deck = sample(SampleQuestion::ALL).replace("entries: 3\n", "");
    let phone = Browser::opens("Anna", WindowSize::Phone, peil.address());
    for say in &LANGUAGES {
        for scripts in [true, false] {
            let presenter = peil.organiser().starts(&deck);
            if scripts {
                phone.switches_scripts_on()
            } else {
                phone.switches_scripts_off()
            };
            phone.goes(&format!("/{}", presenter.code())).is_welcome();
            if !phone.text().contains(say.waiting) {
                phone.sends(&[say.language]).sees(say.waiting);
            }
            for kind in &kinds() {
                tells(kind, &phone, &presenter, say, scripts);
            }
            assert_eq!(presenter.room().participants, 1);
        }
    }
}
