//! Bad networks: no sockets, sockets that are cut, answers that vanish, airplane mode, sleep. The
//! page always says the truth, and every answer is there exactly once.

use std::time::Duration;

use serde_json::{Value, json};
use tests::browser::{Browser, WindowSize};
use tests::{Manner, Peil, Presenter, Relay, SampleQuestion, sample, until};

use crate::voting::SEND;

const SENDING: &str = "Bezig met versturen…";
const OFFLINE: &str = "Geen verbinding, je antwoord staat klaar";
const SAVED: &str = "✓ Opgeslagen";

/// One question that is open, a relay, and a phone behind it that shows the question and is alive.
struct RelayedPhone {
    peil: Peil,
    presenter: Presenter,
    relay: Relay,
    anna: Browser,
}

impl RelayedPhone {
    fn opens(manner: Manner) -> Self {
        let peil = Peil::starts();
        let presenter = peil
            .organiser()
            .starts(&sample([SampleQuestion::Choice, SampleQuestion::Words]));
        presenter.opens("pet");
        let relay = Relay::starts(peil.address());
        relay.becomes(manner);
        let anna = Browser::opens("Anna", WindowSize::Phone, relay.address());
        anna.goes(&format!("/{}", presenter.code())).is_welcome();
        anna.lives("[data-alive]");
        Self {
            peil,
            presenter,
            relay,
            anna,
        }
    }

    fn path(&self) -> String {
        format!("/{}", self.presenter.code())
    }

    fn votes(&self) -> Vec<u64> {
        self.presenter.results("pet").votes()
    }

    /// What is stored of Anna's, exactly once.
    #[track_caller]
    fn has_stored_once(&self, votes: [u64; 3]) {
        assert_eq!(self.votes(), votes);
        assert_eq!(self.presenter.results("pet").voters(), 1);
        assert_eq!(
            self.presenter.long_table().rows.len(),
            1,
            "one row of one person"
        );
        assert_eq!(
            self.presenter.room().participants,
            1,
            "and no second person"
        );
    }

    /// Who Anna is to the room, and what it has of hers under which turn.
    fn own(&self) -> (Value, Value) {
        let ask = "return fetch(arguments[0]).then(answer => answer.json())";
        let hello = self
            .anna
            .asks_its_page(ask, json!(format!("{}/state", self.path())));
        (hello["you"].clone(), hello["own"]["pet"].clone())
    }

    /// What waits in Anna's phone to be acknowledged.
    fn waiting(&self) -> Value {
        let ask = "return JSON.parse(localStorage.getItem(arguments[0])).waiting";
        self.anna
            .asks_its_page(ask, json!(format!("peil-{}", self.presenter.code())))
    }
}

#[test]
fn behind_a_proxy_that_refuses_sockets_a_phone_asks_and_votes_all_the_same() {
    let hall = RelayedPhone::opens(Manner::WithoutSockets);
    until("the page has found out", || {
        (hall.relay.sockets() >= 3).then_some(())
    });
    hall.anna.chooses("Hond").sends(&SEND).sees(SAVED);
    hall.has_stored_once([0, 1, 0]);
    hall.anna.chooses("Vis").sends(&SEND).sees(SAVED);
    hall.has_stored_once([0, 0, 1]);
    hall.presenter.opens("words");
    hall.anna
        .sees("Waar denk je aan?")
        .types("entry", "rust")
        .sends(&SEND)
        .sees(SAVED);
    assert_eq!(
        hall.presenter.results("words").entries(),
        [("rust".to_owned(), 1)]
    );
    assert!(
        hall.relay.sockets() < 8,
        "it does not knock for ever: {}",
        hall.relay.sockets()
    );
}

#[test]
fn behind_a_proxy_that_cuts_sockets_no_vote_is_lost_or_doubled() {
    // Long enough that a socket is one before it is cut, however busy the machine is.
    let hall = RelayedPhone::opens(Manner::Cutting(Duration::from_millis(900)));
    // Sockets are cut at any moment of this: before, between and after.
    for (option, votes) in [("Hond", [0, 1, 0]), ("Kat", [1, 0, 0]), ("Vis", [0, 0, 1])]
        .into_iter()
        .cycle()
        .take(9)
    {
        hall.anna.chooses(option).sends(&SEND).sees(SAVED);
        hall.has_stored_once(votes);
    }
    until("it was cut until it gave sockets up", || {
        (hall.relay.sockets() >= 3).then_some(())
    });
    hall.presenter.opens("words");
    hall.anna.sees("Waar denk je aan?");
}

#[test]
fn while_the_acknowledgement_is_missing_the_page_says_so_and_then_that_it_is_there() {
    let hall = RelayedPhone::opens(Manner::Faithful);
    until("Anna has a socket", || {
        (hall.presenter.room().present == 1).then_some(())
    });
    hall.relay.becomes(Manner::Swallowing);
    hall.anna
        .chooses("Hond")
        .presses(&SEND)
        .sees(SENDING)
        .does_not_see(SAVED);
    until("the answer has arrived", || {
        (hall.votes() == [0, 1, 0]).then_some(())
    });
    hall.anna.sees(OFFLINE).does_not_see(SAVED);
    hall.relay.becomes(Manner::Faithful);
    hall.anna.sees(SAVED).does_not_see(OFFLINE);
    hall.has_stored_once([0, 1, 0]);
    assert_eq!(hall.waiting(), json!([]));
}

#[test]
fn an_answer_that_waits_survives_a_reload_under_the_turn_it_has() {
    let hall = RelayedPhone::opens(Manner::Faithful);
    until("Anna has a socket", || {
        (hall.presenter.room().present == 1).then_some(())
    });
    hall.anna.chooses("Kat").sends(&SEND).sees(SAVED);
    let (you, _) = hall.own();
    hall.relay.becomes(Manner::Dead);
    hall.anna.chooses("Hond").presses(&SEND).sees(OFFLINE);
    let waiting = hall.waiting();
    let turn = waiting[0]["frame"]["turn"].clone();
    assert_eq!(
        (waiting.as_array().map(Vec::len), &turn),
        (Some(1), &json!(2))
    );
    hall.anna.goes("data:text/html,weg");
    assert_eq!(hall.votes(), [1, 0, 0], "it has not arrived yet");
    hall.relay.becomes(Manner::Faithful);
    hall.anna.goes(&hall.path()).sees(SAVED);
    until("the answer has arrived", || {
        (hall.votes() == [0, 1, 0]).then_some(())
    });
    hall.anna.sees(SAVED);
    assert_eq!(
        hall.own(),
        (
            you,
            json!({ "round": 1, "turn": turn, "fields": [["option", "2"]] })
        )
    );
    hall.has_stored_once([0, 1, 0]);
}

#[test]
fn in_airplane_mode_an_answer_waits_and_the_phone_stays_who_it_is() {
    let hall = RelayedPhone::opens(Manner::Faithful);
    hall.anna.chooses("Kat").sends(&SEND).sees(SAVED);
    let (you, _) = hall.own();
    hall.relay.becomes(Manner::Dead);
    hall.anna
        .goes_offline()
        .chooses("Vis")
        .presses(&SEND)
        .sees(OFFLINE);
    assert_eq!(hall.votes(), [1, 0, 0]);
    hall.relay.becomes(Manner::Faithful);
    hall.anna.goes_online().sees(SAVED);
    until("the answer has arrived", || {
        (hall.votes() == [0, 0, 1]).then_some(())
    });
    assert_eq!(hall.own().0, you, "the same person");
    hall.has_stored_once([0, 0, 1]);
}

#[test]
fn a_phone_that_slept_is_who_it_was_and_where_the_room_is() {
    let hall = RelayedPhone::opens(Manner::Faithful);
    hall.anna.chooses("Kat").sends(&SEND).sees(SAVED);
    let (you, own) = hall.own();
    // What ten minutes do to a phone that sleeps: the page stands still, and whoever carries its
    // socket forgets it.
    hall.anna.falls_asleep();
    hall.relay.becomes(Manner::Dead);
    hall.presenter.opens("words");
    hall.presenter.opens("pet");
    let mut bob = hall.peil.phone("Bob");
    bob.opens(hall.presenter.code()).votes(tests::option(2));
    hall.presenter.opens("words");
    hall.relay.becomes(Manner::Faithful);
    hall.anna.wakes_up().sees("Waar denk je aan?");
    assert_eq!(
        hall.own(),
        (you, own),
        "the same person, with the same answer"
    );
    hall.anna.types("entry", "rust").sends(&SEND).sees(SAVED);
    hall.presenter.opens("pet");
    hall.anna.sees("Welk huisdier?");
    assert_eq!(
        hall.anna.counts("input[name=option][value='1']:checked"),
        1,
        "her own answer is chosen"
    );
    assert_eq!(
        (hall.votes(), hall.presenter.room().participants),
        (vec![1, 1, 0], 2)
    );
}
