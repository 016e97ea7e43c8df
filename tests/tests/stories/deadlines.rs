//! Time: a question stays open a while after the stage has moved on, and a countdown closes it.

use tests::{ControlPress, Peil, Presenter, option, until};

fn two_questions(peil: &Peil, front: &str, first: &str) -> Presenter {
    let deck = format!(
        "---\ntitle: Tijd\nlanguage: nl\n{front}---\nask: choice\nid: eerste\n{first}---\n\n# De eerste vraag\n\n- Ja\n- \
         Nee\n\n---\nask: choice\nid: tweede\n---\n\n# De tweede vraag\n\n- Ja\n- Nee\n"
    );
    let presenter = peil.organiser().starts(&deck);
    presenter.opens("eerste");
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
    let room = presenter.opens("tweede");
    assert!(
        room.is_open("eerste"),
        "the grace of a question is 20 seconds"
    );
    anna.sends(&form).assert_stored(presenter.code());
    assert_eq!(presenter.results("eerste").votes(), [1, 0]);
    anna.sees("De tweede vraag");
    anna.votes(option(2));
    assert_eq!(presenter.results("tweede").votes(), [0, 1]);
}

#[test]
fn after_the_grace_it_is_too_late_and_what_was_chosen_is_kept() {
    let peil = Peil::starts();
    let presenter = two_questions(&peil, "grace: 1\n", "");
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code());
    let late = anna.filled(&option(1));
    let stored = bob.opens(presenter.code()).votes(option(2));
    presenter.opens("tweede");
    waits_until_closed(&presenter, "eerste");
    anna.sends(&late);
    anna.is_refused(409);
    assert_eq!(presenter.results("eerste").votes(), [0, 1]);
    bob.sends(&stored).assert_stored(presenter.code());
    assert_eq!(
        presenter.results("eerste").votes(),
        [0, 1],
        "what is stored stays stored, also when it comes again"
    );

    assert!(
        presenter.opens("eerste").is_open("eerste"),
        "coming back opens it again"
    );
    anna.sends(&late).assert_stored(presenter.code());
    assert_eq!(presenter.results("eerste").votes(), [1, 1]);
    presenter.closes();
    let third = anna.looks().forms();
    assert!(third.is_empty(), "a closed question has no form: {third:?}");
    let mut carla = peil.phone("Carla");
    carla.opens(presenter.code());
    carla.sends(&late);
    carla.is_refused(409);
    assert_eq!(presenter.results("eerste").votes(), [1, 1]);
}

#[test]
fn coming_back_within_the_grace_lifts_it() {
    let peil = Peil::starts();
    let presenter = two_questions(&peil, "grace: 1\n", "");
    presenter.opens("tweede");
    presenter.opens("eerste");
    waits_until_closed(&presenter, "tweede");
    assert!(
        presenter.room().is_open("eerste"),
        "the deadline of before no longer counts"
    );
}

#[test]
fn a_question_closed_by_hand_stays_closed_when_the_stage_comes_back() {
    let peil = Peil::starts();
    let presenter = two_questions(&peil, "", "");
    presenter.closes();
    presenter.opens("tweede");
    assert!(!presenter.goes("eerste").is_open("eerste"));
    assert!(presenter.does(ControlPress::new("open")).is_open("eerste"));
    assert!(
        presenter.does(ControlPress::new("open")).is_open("eerste"),
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
    waits_until_closed(&presenter, "eerste");
    anna.sends(&late);
    anna.is_refused(409);
    assert_eq!(presenter.results("eerste").votes(), [0, 1]);
    presenter.opens("tweede");
    assert!(
        !presenter.goes("eerste").is_open("eerste"),
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
    presenter.opens("tweede");
    peil.kill_9();
    peil.start_again();
    waits_until_closed(&presenter, "eerste");
    anna.sends(&late);
    anna.is_refused(409);
    assert_eq!(presenter.results("eerste").voters(), 0);
}
