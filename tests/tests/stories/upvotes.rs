//! Voting for what others wrote: set and taken back, never for oneself, never more than one has.

use tests::{Peil, Phone, Presenter, SampleQuestion, sample, text};

fn three_ideas(peil: &Peil) -> (Presenter, [Phone; 3]) {
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Open]));
    presenter.opens("ideas");
    let mut phones = peil.three_phones();
    for (phone, idea) in phones.iter_mut().zip(["Moestuin", "Eetclub", "Leesclub"]) {
        phone.opens(presenter.code()).votes(text(idea));
    }
    (presenter, phones)
}

fn votes(presenter: &Presenter) -> Vec<u64> {
    presenter
        .results("ideas")
        .texts()
        .into_iter()
        .map(|(_, votes)| votes)
        .collect()
}

#[test]
fn a_vote_is_given_and_taken_back_however_often_it_is_sent() {
    let peil = Peil::starts();
    let (presenter, [_, mut bob, mut carla]) = three_ideas(&peil);
    let up = bob.looks().votes_up("Moestuin");
    bob.sends(&up).assert_stored(presenter.code());
    assert_eq!(
        votes(&presenter),
        [1, 0, 0],
        "an upvote is set, never added"
    );
    carla.looks().votes_up("Moestuin");
    assert_eq!(votes(&presenter), [2, 0, 0]);
    let down = bob.looks().takes_back("Moestuin");
    bob.sends(&down).assert_stored(presenter.code());
    assert_eq!(votes(&presenter), [1, 0, 0]);
    bob.looks().votes_up("Moestuin");
    assert_eq!(votes(&presenter), [2, 0, 0]);
    assert_eq!(presenter.results("ideas").voters(), 3);
}

#[test]
fn nobody_votes_for_a_text_of_their_own() {
    let peil = Peil::starts();
    let (presenter, [mut anna, ..]) = three_ideas(&peil);
    anna.looks();
    assert!(
        anna.vote_for("Moestuin", false).is_none(),
        "the page does not offer it"
    );
    let mut forged = anna
        .vote_for("Eetclub", false)
        .expect("the page offers somebody else's");
    forged.forges(
        "upvote",
        &[&anna.name_of("Moestuin").expect("it has a name")],
    );
    anna.sends(&forged);
    assert!(
        matches!(anna.reply().status, 409 | 422),
        "{:?}",
        anna.reply()
    );
    anna.reply().refusal();
    assert_eq!(votes(&presenter), [0, 0, 0]);
}

#[test]
fn nobody_has_more_votes_than_the_question_gives() {
    let peil = Peil::starts();
    let (presenter, [mut anna, mut bob, mut carla]) = three_ideas(&peil);
    bob.looks().votes(text("Koor"));
    let ids = ["Eetclub", "Leesclub", "Koor"];
    anna.looks();
    let third = anna
        .vote_for(ids[2], false)
        .expect("nothing is used up yet");
    anna.votes_up(ids[0]);
    anna.looks().votes_up(ids[1]);
    anna.sends(&third);
    assert!(
        matches!(anna.reply().status, 409 | 422),
        "{:?}",
        anna.reply()
    );
    anna.reply().refusal();
    assert_eq!(votes(&presenter), [0, 1, 1, 0]);
    anna.looks().takes_back(ids[0]);
    anna.looks().votes_up(ids[2]);
    assert_eq!(
        votes(&presenter),
        [0, 0, 1, 1],
        "a vote that is taken back can be given again"
    );
    carla.looks().votes_up(ids[2]);
    assert_eq!(votes(&presenter), [0, 0, 1, 2]);
}

#[test]
fn an_edited_text_loses_its_votes() {
    let peil = Peil::starts();
    let (presenter, [mut anna, mut bob, _]) = three_ideas(&peil);
    bob.looks().votes_up("Moestuin");
    anna.looks();
    let mut edit = anna.form_of("Moestuin");
    edit.types("text", &["Moestuin op het dak"]);
    anna.sends(&edit).assert_stored(presenter.code());
    let results = presenter.results("ideas");
    assert_eq!(results.texts()[0], ("Moestuin op het dak".to_owned(), 0));
}

#[test]
fn upvotes_survive_the_server() {
    let mut peil = Peil::starts();
    let (presenter, [_, mut bob, _]) = three_ideas(&peil);
    let moestuin = presenter.results("ideas").id_of("Moestuin");
    bob.looks().votes_up("Moestuin");
    peil.kill_9();
    peil.start_again();
    assert_eq!(
        presenter.results("ideas").id_of("Moestuin"),
        moestuin,
        "ids stay"
    );
    assert_eq!(votes(&presenter), [1, 0, 0]);
    bob.looks().takes_back("Moestuin");
    assert_eq!(votes(&presenter), [0, 0, 0]);
}
