//! A full hall over the two real decks: two hundred scripted phones answer everything, while a
//! stage and two phones in browsers follow along. What the stage says, the API and the table agree.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::browser::{Browser, WindowSize};
use tests::{Peil, Presenter, SlideJson, Socket, WEBINAR, WORKSHOP};

/// Scripted phones.
const PHONES: usize = 200;
/// What can be played.
const KINDS: [&str; 5] = ["choice", "words", "open", "scale", "spectrum"];

struct CrowdedRoom {
    presenter: Presenter,
    crowd: Vec<Socket>,
}

impl CrowdedRoom {
    /// The room of a deck, with everybody in it.
    fn fills(peil: &Peil, deck: &str) -> Self {
        let presenter = peil.organiser().starts(deck);
        let crowd = peil.crowd(PHONES).phones.into_iter().map(|mut phone| {
            phone.opens(presenter.code());
            phone.follows()
        });
        Self {
            crowd: crowd.collect(),
            presenter,
        }
    }

    /// Everybody answers at once, each something of their own, and hears that it is stored.
    fn answers(&mut self, question: &SlideJson) {
        for (number, socket) in self.crowd.iter_mut().enumerate() {
            let view = socket.sees(|view| view["slide"]["id"] == question.id.as_str());
            socket.says(&frame(question, &view["slide"]["part"]["input"], number));
        }
        for socket in &mut self.crowd {
            socket.hears("saved");
        }
    }

    /// How many people answered, as the room, its results and its table tell it.
    fn counts(&self, question: &str) -> [usize; 3] {
        let table = self.presenter.long_table();
        let people: BTreeSet<String> = table
            .cells("participant", &[("question", question)])
            .into_iter()
            .collect();
        let answers = self
            .presenter
            .room()
            .slide(question)
            .answers
            .unwrap_or_default();
        [
            answers as usize,
            self.presenter.results(question).voters() as usize,
            people.len(),
        ]
    }
}

fn frame(question: &SlideJson, input: &Value, number: usize) -> Value {
    let fields = match question.kind.as_str() {
        "choice" => json!([["option", (1 + number % 3).to_string()]]),
        "words" => json!([["entry", format!("woord {}", number % 40)]]),
        "scale" => {
            let statements = input["statements"].as_array().map_or(0, Vec::len);
            let value = |at: usize| {
                [
                    format!("value-{}", at + 1),
                    (1 + (number + at) % 5).to_string(),
                ]
            };
            json!((0..statements).map(value).collect::<Vec<_>>())
        }
        "spectrum" => json!([["value", ((number * 37) % 101).to_string()]]),
        _ => return added(question, number),
    };
    json!({ "type": "answer", "question": question.id, "round": 1, "turn": 1, "fields": fields })
}

fn added(question: &SlideJson, number: usize) -> Value {
    let text = format!("Idee {number}: iets nieuws in de wijk");
    json!({ "type": "add", "question": question.id, "round": 1, "key": "k1", "turn": 1, "text": text })
}

#[test]
fn two_hundred_phones_answer_both_decks_and_every_count_agrees() {
    let peil = Peil::starts();
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    let phones =
        ["Anna", "Bob"].map(|name| Browser::opens(name, WindowSize::Phone, peil.address()));
    for deck in [WORKSHOP, WEBINAR] {
        let mut hall = CrowdedRoom::fills(&peil, deck);
        stage.goes(&hall.presenter.started.stage_url).is_welcome();
        phones.iter().for_each(|phone| {
            drop(
                phone
                    .goes(&format!("/{}", hall.presenter.code()))
                    .is_welcome()
                    .path(),
            )
        });
        let questions = hall
            .presenter
            .room()
            .slides
            .into_iter()
            .filter(|slide| KINDS.contains(&slide.kind.as_str()));
        for question in questions {
            hall.presenter.opens(&question.id);
            hall.answers(&question);
            stage.sees(&format!("{PHONES} van {}", PHONES + phones.len()));
            let prompt = question.prompt.clone().expect("a question asks something");
            phones
                .iter()
                .for_each(|phone| drop(phone.sees(&prompt).path()));
            assert_eq!(hall.counts(&question.id), [PHONES; 3], "{}", question.id);
        }
        assert_eq!(
            hall.presenter.room().participants as usize,
            PHONES + phones.len()
        );
        hall.presenter.ends();
    }
}
