//! Time: a question stays open a while after the stage has moved on, and a countdown closes it.

use tests::{ControlPress, Peil, Presenter, option, until};

fn two_questions(peil: &Peil, front: &str, first: &str) -> Presenter {
    let deck = format!(
        "---\ntitle: Tijd\nlanguage: nl\n{front}---\nask: choice\nid: first\n{first}---\n\n# De eerste vraag\n\n- Ja\n- \
         Nee\n\n---\nask: choice\nid: second\n---\n\n# De tweede vraag\n\n- Ja\n- Nee\n"
    );
    let presenter = peil.organiser().starts(&deck);
    presenter.opens("first");
    presenter
}

fn waits_until_closed(presenter: &Presenter, question: &str) {
    until("the deadline passes", || {
        (!presenter.room().is_open(question)).then_some(())
    });
}

#[test]
fn who_is_still_typing_when_the_stage_moves_on_is_still_counted() {
    let peil = Peil::starts();
    let presenter = two_questions(&peil, "", "");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).sees("De eerste vraag");
    let form = anna.filled(&option(1));
    let room = presenter.opens("second");
    assert!(
        room.is_open("first"),
        "the grace of a question is 20 seconds"
    );
    anna.sends(&form).assert_stored(presenter.code());
    assert_eq!(presenter.results("first").votes(), [1, 0]);
    anna.sees("De tweede vraag");
    anna.votes(option(2));
    assert_eq!(presenter.results("second").votes(), [0, 1]);
}

#[test]
fn after_the_grace_it_is_too_late_and_what_was_chosen_is_kept() {
    let peil = Peil::starts();
    let presenter = two_questions(&peil, "grace: 1\n", "");
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code());
    let late = anna.filled(&option(1));
    let stored = bob.opens(presenter.code()).votes(option(2));
    presenter.opens("second");
    waits_until_closed(&presenter, "first");
    anna.sends(&late);
    anna.is_refused(409);
    assert_eq!(presenter.results("first").votes(), [0, 1]);
    bob.sends(&stored).assert_stored(presenter.code());
    assert_eq!(
        presenter.results("first").votes(),
        [0, 1],
        "what is stored stays stored, also when it comes again"
    );

    assert!(
        presenter.opens("first").is_open("first"),
        "coming back opens it again"
    );
    anna.sends(&late).assert_stored(presenter.code());
    assert_eq!(presenter.results("first").votes(), [1, 1]);
    presenter.closes();
    let third = anna.looks().forms();
    assert!(third.is_empty(), "a closed question has no form: {third:?}");
    let mut carla = peil.phone("Carla");
    carla.opens(presenter.code());
    carla.sends(&late);
    carla.is_refused(409);
    assert_eq!(presenter.results("first").votes(), [1, 1]);
}

#[test]
fn coming_back_within_the_grace_lifts_it() {
    let peil = Peil::starts();
    let presenter = two_questions(&peil, "grace: 1\n", "");
    presenter.opens("second");
    presenter.opens("first");
    waits_until_closed(&presenter, "second");
    assert!(
        presenter.room().is_open("first"),
        "the deadline of before no longer counts"
    );
}

#[test]
fn a_question_closed_by_hand_stays_closed_when_the_stage_comes_back() {
    let peil = Peil::starts();
    let presenter = two_questions(&peil, "", "");
    presenter.closes();
    presenter.opens("second");
    assert!(!presenter.goes("first").is_open("first"));
    assert!(presenter.does(ControlPress::new("open")).is_open("first"));
    assert!(
        presenter.does(ControlPress::new("open")).is_open("first"),
        "opening an open question is no error"
    );
}

#[test]
fn a_countdown_closes_the_question_and_counts_as_closed_by_hand() {
    let peil = Peil::starts();
    let presenter = two_questions(&peil, "", "countdown: 1\n");
    let [mut anna, mut bob, _] = peil.three_phones();
    bob.opens(presenter.code());
    anna.opens(presenter.code());
    let late = anna.filled(&option(1));
    bob.votes(option(2));
    waits_until_closed(&presenter, "first");
    anna.sends(&late);
    anna.is_refused(409);
    assert_eq!(presenter.results("first").votes(), [0, 1]);
    presenter.opens("second");
    assert!(
        !presenter.goes("first").is_open("first"),
        "coming back does not open it"
    );
}

#[test]
fn a_deadline_that_passed_while_the_server_was_away_has_passed() {
    let mut peil = Peil::starts();
    let presenter = two_questions(&peil, "grace: 1\n", "");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let late = anna.filled(&option(1));
    presenter.opens("second");
    peil.kill_9();
    peil.start_again();
    waits_until_closed(&presenter, "first");
    anna.sends(&late);
    anna.is_refused(409);
    assert_eq!(presenter.results("first").voters(), 0);
}
