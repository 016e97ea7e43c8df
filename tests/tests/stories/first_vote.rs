//! The main job at its smallest: one question, one vote, a server that dies, the same result.

use tests::{Peil, SampleQuestion, Setup, option, sample};

#[test]
fn a_vote_survives_the_server() {
    let mut peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code())
        .sees("Welk huisdier?")
        .sees("Kat")
        .sees("Hond")
        .sees("Vis");
    assert_eq!(anna.form().offers("option"), ["1", "2", "3"]);
    assert!(
        anna.form().filled("option").is_empty(),
        "nothing is chosen beforehand"
    );

    anna.votes(option(2));
    assert_eq!(
        anna.form().filled("option"),
        ["2"],
        "the form comes back with what is stored"
    );
    let before = presenter.results("pet");
    assert_eq!((before.votes(), before.voters()), (vec![0, 1, 0], 1));

    peil.kill_9();
    peil.start_again();

    let after = presenter.results("pet");
    assert_eq!((after.votes(), after.voters()), (vec![0, 1, 0], 1));
    assert_eq!(presenter.room().position.as_deref(), Some("pet"));
    assert_eq!(presenter.room().participants, 1);
    anna.looks().sees("Welk huisdier?");
    assert_eq!(
        anna.form().filled("option"),
        ["2"],
        "the phone is still Anna's"
    );
    anna.votes(option(3));
    assert_eq!(presenter.results("pet").votes(), [0, 0, 1]);
}

#[test]
fn a_form_opened_before_the_server_died_can_be_sent_after_it() {
    let mut peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    peil.kill_9();
    peil.start_again();
    anna.votes(option(1));
    assert_eq!(presenter.results("pet").votes(), [1, 0, 0]);
}

/// An address of its own, so that no other connection of this machine can hold the port meanwhile.
#[test]
fn a_killed_server_starts_again_on_the_same_port_at_once() {
    let mut peil = Peil::starts_with(Setup {
        listen: "127.0.61.7:0".into(),
        ..Setup::default()
    });
    let (origin, listen) = (peil.address().origin(), peil.address().host());
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    anna.votes(option(1));
    peil.kill_9();
    peil.listens_on(&listen);
    peil.start_again();
    assert_eq!(peil.address().origin(), origin);
    assert_eq!(presenter.results("pet").votes(), [1, 0, 0]);
}
