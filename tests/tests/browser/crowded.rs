//! A full hall over the two real decks: two hundred scripted phones answer everything, while a
//! stage and two phones in browsers follow along. What the stage says, the API and the table agree.

use std::collections::BTreeSet;

use tests::browser::{Browser, WindowSize};
use tests::{Peil, Presenter, SampleQuestion, SlideJson, Socket, WEBINAR, WORKSHOP, frame_of};

/// Scripted phones.
const PHONES: usize = 200;
/// Tables of the first deck.
const GROUPS: usize = 8;

struct CrowdedRoom {
    presenter: Presenter,
    crowd: Vec<Socket>,
}

impl CrowdedRoom {
    /// The room of a deck, with everybody in it.
    fn fills(peil: &Peil, deck: &str) -> Self {
        let presenter = peil.organiser().starts(deck);
        let in_groups = !presenter.organiser.gets(&presenter.path("")).json()["groups"].is_null();
        let crowd = peil.crowd(PHONES).phones.into_iter().enumerate();
        let crowd = crowd.map(|(number, mut phone)| {
            phone.opens(presenter.code());
            if in_groups {
                phone.joins_group(&(1 + number % GROUPS).to_string());
            }
            phone.follows()
        });
        Self {
            crowd: crowd.collect(),
            presenter,
        }
    }

    /// Everybody answers at once, each something of their own, and hears that it is stored. How many
    /// groups the question is about, where each has one answer.
    fn answers(&mut self, question: &SlideJson, kind: SampleQuestion) -> Option<usize> {
        let mut groups = None;
        for (number, socket) in self.crowd.iter_mut().enumerate() {
            let view = socket.sees(|view| view["slide"]["id"] == question.id.as_str());
            groups = view["slide"]["part"]["groups"].as_u64();
            let fields = kind.answer_by_number(&view["slide"]["part"]["input"], number);
            socket.says(&frame_of(&question.id, &fields));
        }
        for socket in &mut self.crowd {
            socket.hears("saved");
        }
        groups.map(|groups| groups as usize)
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
            .filter_map(|slide| Some((SampleQuestion::of_kind(&slide.kind)?, slide)));
        for (kind, question) in questions {
            hall.presenter.opens(&question.id);
            let groups = hall.answers(&question, kind);
            let counted = groups.unwrap_or(PHONES);
            let of_all = groups.unwrap_or(PHONES + phones.len());
            stage.sees(&format!("{counted} van {of_all}"));
            let prompt = question.prompt.clone().expect("a question asks something");
            phones
                .iter()
                .for_each(|phone| drop(phone.sees(&prompt).path()));
            // What people fill into forms is in no table of answers.
            let in_table = if question.kind == "form" { 0 } else { counted };
            let expected = [counted, counted, in_table];
            assert_eq!(hall.counts(&question.id), expected, "{}", question.id);
        }
        assert_eq!(
            hall.presenter.room().participants as usize,
            PHONES + phones.len()
        );
        hall.presenter.ends();
    }
}
