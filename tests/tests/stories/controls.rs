//! The controls of a room: where they lead, what they may not do, and what a room is afterwards.

use tests::{
    ControlPress, Method, Peil, Presenter, RoomState, SampleQuestion, option, sample, words,
};

fn three(peil: &Peil) -> Presenter {
    peil.organiser().starts(&sample([
        SampleQuestion::Choice,
        SampleQuestion::Words,
        SampleQuestion::Scale,
    ]))
}

#[test]
fn next_and_previous_walk_through_the_deck() {
    let peil = Peil::starts();
    let presenter = three(&peil);
    let walk = [
        ("next", "pet"),
        ("next", "words"),
        ("previous", "pet"),
        ("next", "words"),
        ("next", "statements"),
    ];
    for (control, slide) in walk {
        let room = presenter.does(ControlPress::new(control));
        assert_eq!(room.position.as_deref(), Some(slide));
        assert!(room.is_open(slide));
    }
    let at_the_end = presenter.may_not(ControlPress::new("next"));
    presenter.goes("pet");
    presenter.may_not(ControlPress::new("previous"));
    presenter.goes("statements");
    assert_eq!(
        presenter.may_not(ControlPress::new("next")).code,
        at_the_end.code
    );
}

#[test]
fn before_the_first_move_there_is_nothing_to_close() {
    let peil = Peil::starts();
    let presenter = three(&peil);
    for control in ["close", "open", "reset", "hide", "previous"] {
        presenter.may_not(ControlPress::new(control));
    }
    let room = presenter.room();
    assert_eq!(
        (room.state, room.position.as_deref()),
        (RoomState::Ready, None)
    );
    assert_eq!(
        room.slide("pet").round,
        Some(1),
        "a question never opened is round 1"
    );
    assert_eq!(presenter.next().state, RoomState::Live);
}

#[test]
fn every_control_raises_the_sequence_and_names_the_room_as_it_then_is() {
    let peil = Peil::starts();
    let presenter = three(&peil);
    let mut seq = presenter.room().seq;
    for control in ["next", "close", "open", "hide", "show", "reset", "next"] {
        let room = presenter.does(ControlPress::new(control));
        assert!(room.seq > seq, "{control}: {} after {seq}", room.seq);
        assert_eq!(presenter.room().seq, room.seq);
        seq = room.seq;
    }
}

#[test]
fn a_question_elsewhere_can_be_closed_and_opened() {
    let peil = Peil::starts();
    let presenter = three(&peil);
    presenter.opens("pet");
    presenter.opens("words");
    let room = presenter.does(ControlPress::new("close").of("pet"));
    assert!(!room.is_open("pet") && room.is_open("words"));
    assert_eq!(room.position.as_deref(), Some("words"));
    let room = presenter.does(ControlPress::new("reset").of("pet"));
    assert_eq!(
        (room.slide("pet").round, room.slide("words").round),
        (Some(2), Some(1))
    );
}

#[test]
fn voters_and_participants_are_counted_apart() {
    let peil = Peil::starts();
    let presenter = three(&peil);
    presenter.opens("pet");
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    anna.opens(presenter.code()).votes(option(1));
    bob.opens(presenter.code()).votes(option(1));
    let room = presenter.room();
    assert_eq!((room.slide("pet").answers, room.participants), (Some(2), 2));
    presenter.opens("words");
    carla.opens(presenter.code()).votes(words(["rust"]));
    let room = presenter.room();
    assert_eq!(
        (
            room.slide("pet").answers,
            room.slide("words").answers,
            room.participants
        ),
        (Some(2), Some(1), 3)
    );
}

#[test]
fn two_rooms_of_one_deck_know_nothing_of_each_other() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let deck = organiser.uploads(&sample([SampleQuestion::Choice]));
    let (morning, afternoon) = (organiser.starts_again(&deck), organiser.starts_again(&deck));
    assert_ne!(
        (morning.code(), &morning.started.room),
        (afternoon.code(), &afternoon.started.room)
    );
    morning.opens("pet");
    afternoon.opens("pet");
    let mut anna = peil.phone("Anna");
    anna.opens(morning.code()).votes(option(1));
    anna.opens(afternoon.code());
    assert!(
        anna.form().filled("option").is_empty(),
        "an answer stays in its room"
    );
    anna.votes(option(3));
    assert_eq!(
        (
            morning.results("pet").votes(),
            afternoon.results("pet").votes()
        ),
        (vec![1, 0, 0], vec![0, 0, 1])
    );
}

#[test]
fn changing_or_deleting_a_deck_leaves_its_rooms_alone() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let deck = organiser.uploads(&sample([SampleQuestion::Choice]));
    let presenter = organiser.starts_again(&deck);
    presenter.opens("pet");
    let path = format!("/api/v1/decks/{}", deck.deck);
    let changed = sample([SampleQuestion::Words]);
    let reply = organiser.clone().with_header("if-match", "*").calls(
        Method::PUT,
        &path,
        Some(("text/markdown", changed.into_bytes())),
    );
    reply.expects(200);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).sees("Welk huisdier?");
    organiser.deletes(&path).expects(204);
    organiser.gets(&path).expects(404).problem();
    anna.votes(option(1));
    assert_eq!(presenter.results("pet").voters(), 1);
}
