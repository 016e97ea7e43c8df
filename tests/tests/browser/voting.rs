//! A stage and two phones, one of them with scripts switched off, through all five kinds.

use tests::browser::{Browser, WindowSize};
use tests::{Peil, Presenter, SampleQuestion, sample};

/// What the button is called, or begins with, before and after there is something stored.
pub const SEND: [&str; 1] = ["Verstuur"];

struct VotingRoom {
    presenter: Presenter,
    stage: Browser,
    anna: Browser,
    bob: Browser,
}

impl VotingRoom {
    /// The stage by its link, Anna with scripts, Bob without.
    fn fills(peil: &Peil) -> Self {
        let all = [
            SampleQuestion::Choice,
            SampleQuestion::Words,
            SampleQuestion::Open,
            SampleQuestion::Scale,
            SampleQuestion::Spectrum,
        ];
        let presenter = peil.organiser().starts(&sample(all));
        let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
        let anna = Browser::opens("Anna", WindowSize::Phone, peil.address());
        let bob = Browser::opens("Bob", WindowSize::Phone, peil.address());
        bob.switches_scripts_off();
        stage.goes(&presenter.started.stage_url);
        anna.goes(&format!("/{}", presenter.code()));
        Self {
            presenter,
            stage,
            anna,
            bob,
        }
    }

    /// The stage moves on. The screen and the phone with scripts follow by themselves, the other
    /// one looks again.
    fn asks(&self, question: &str, prompt: &str) {
        self.presenter.opens(question);
        self.stage.sees(prompt);
        self.anna.sees(prompt);
        self.bob
            .goes(&format!("/{}", self.presenter.code()))
            .sees(prompt);
    }

    /// Both phones fill in and send; both see that it is saved.
    fn both(&self, fill: impl for<'a> Fn(&'a Browser) -> &'a Browser) {
        for phone in [&self.anna, &self.bob] {
            fill(phone);
            phone.sends(&SEND).sees("Opgeslagen");
        }
    }
}

#[test]
fn a_stage_and_two_phones_with_and_without_scripts() {
    let peil = Peil::starts();
    let hall = VotingRoom::fills(&peil);

    hall.asks("pet", "Welk huisdier?");
    hall.both(|phone| phone.chooses("Hond"));
    hall.stage.sees("2 van 2").sees("Hond");
    hall.anna.chooses("Vis").sends(&SEND).sees("Opgeslagen");
    assert_eq!(hall.presenter.results("pet").votes(), [0, 1, 1]);

    hall.asks("words", "Waar denk je aan?");
    hall.both(|phone| phone.types("entry", "rust"));
    hall.stage.sees("rust");

    hall.asks("ideas", "Wat is jouw idee?");
    hall.both(|phone| phone.types("text", "Een moestuin op het dak"));
    hall.stage.sees("Een moestuin op het dak");
    assert_eq!(hall.presenter.results("ideas").texts().len(), 2);

    hall.asks("statements", "Hoe kijk je?");
    hall.both(|phone| phone.picks("value-1", "4").picks("value-2", "2"));
    hall.stage.sees("Ik snap het").sees("Ik doe mee");
    assert_eq!(
        hall.presenter.results("statements").statements()[0].0,
        [0, 0, 0, 2, 0]
    );

    hall.asks("belief", "Geloof je erin?");
    hall.both(|phone| phone.places(70));
    hall.stage.sees("poes").sees("hond").sees("2 van 2");
    assert_eq!(hall.presenter.results("belief").values(), [70.0, 70.0]);
}

#[test]
fn back_and_sending_again_stays_one_vote() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    for scripts in [true, false] {
        let phone = Browser::opens("Anna", WindowSize::Phone, peil.address());
        if !scripts {
            phone.switches_scripts_off();
        }
        phone
            .goes(&format!("/{}", presenter.code()))
            .chooses("Kat")
            .sends(&SEND)
            .sees("Opgeslagen");
        if scripts {
            // The answer made no page of its own to go back from.
            phone.goes("/privacy");
        }
        phone
            .goes_back()
            .chooses("Vis")
            .sends(&SEND)
            .sees("Opgeslagen");
    }
    assert_eq!(presenter.results("pet").votes(), [0, 0, 2]);
}

#[test]
fn a_reloaded_page_keeps_the_phone_who_it_is() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let anna = Browser::opens("Anna", WindowSize::Phone, peil.address());
    anna.goes("/")
        .types("code", presenter.code())
        .sends(&["Doe mee"])
        .sees("Welk huisdier?");
    anna.chooses("Hond").sends(&SEND).sees("Opgeslagen");
    anna.refreshes().sees("Welk huisdier?");
    assert_eq!(anna.counts("input[name=option]:checked"), 1);
    anna.sees("Je kunt je antwoord nog wijzigen")
        .does_not_see("Verstuur");
    assert_eq!(presenter.results("pet").votes(), [0, 1, 0]);
    assert_eq!(presenter.room().participants, 1);
}
