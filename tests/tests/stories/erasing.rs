//! For good means for good: one answer, or a room with everything in it, out of results, exports
//! and the files themselves.

use std::path::PathBuf;

use tests::{
    HtmlForm, Peil, Phone, Presenter, SampleQuestion, files_holding, option, sample, text,
};

const NOWHERE: [PathBuf; 0] = [];
const SECRET: &str = "Waarom-zei-ik-dit-nu-hardop";

fn somebody_says_too_much(peil: &Peil) -> (Presenter, Phone, HtmlForm) {
    let presenter = peil
        .organiser()
        .starts(&sample([SampleQuestion::Open, SampleQuestion::Choice]));
    presenter.opens("ideas");
    let [mut anna, mut bob, _] = peil.three_phones();
    let sent = anna.opens(presenter.code()).votes(text(SECRET));
    bob.opens(presenter.code()).votes(text("Moestuin"));
    bob.looks().votes_up(SECRET);
    (presenter, anna, sent)
}

#[test]
fn an_erased_answer_is_nowhere_any_more() {
    let mut peil = Peil::starts();
    let (presenter, mut anna, sent) = somebody_says_too_much(&peil);
    let id = presenter.results("ideas").id_of(SECRET);
    presenter.erases(&id);
    assert_gone(&peil, &presenter);

    anna.sends(&sent);
    assert_eq!(anna.reply().refusal(), "erased");
    anna.reply().expects(409);
    presenter
        .organiser
        .deletes(&presenter.path(&format!("/answers/{id}")))
        .expects(204);
    assert_gone(&peil, &presenter);

    peil.kill_9();
    peil.start_again();
    assert_gone(&peil, &presenter);
    anna.sends(&sent);
    assert_eq!(anna.reply().refusal(), "erased", "also after a restart");
    assert_gone(&peil, &presenter);
    anna.looks().votes(text("Iets anders"));
    assert_eq!(
        presenter.results("ideas").texts().len(),
        2,
        "the person may go on"
    );
}

fn assert_gone(peil: &Peil, presenter: &Presenter) {
    let results = presenter.organiser.gets(&presenter.path("/results")).text();
    assert!(
        !results.contains(SECRET) && results.contains("Moestuin"),
        "{results}"
    );
    for query in [
        "format=csv&shape=long",
        "format=csv&shape=wide",
        "format=json",
        "format=csv&shape=long&excel=1",
    ] {
        let export = presenter.exports(query).text();
        assert!(
            !export.contains(SECRET) && export.contains("Moestuin"),
            "{query}: {export}"
        );
    }
    assert_eq!(files_holding(&peil.data(), SECRET), NOWHERE);
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.was_never_sent(SECRET);
}

#[test]
fn erasing_leaves_everything_else_as_it_was() {
    let mut peil = Peil::starts();
    let (presenter, _, _) = somebody_says_too_much(&peil);
    presenter.opens("pet");
    let mut carla = peil.phone("Carla");
    carla.opens(presenter.code()).votes(option(2));
    let before = presenter.room().seq;
    presenter.erases(&presenter.results("ideas").id_of(SECRET));
    assert!(presenter.room().seq >= before, "sequences never go back");
    carla.looks().votes(option(3));
    peil.terminate();
    peil.start_again();
    assert_eq!(presenter.results("pet").votes(), [0, 0, 1]);
    assert_eq!(
        presenter.results("ideas").texts(),
        [("Moestuin".to_owned(), 0)]
    );
    assert_eq!(presenter.room().participants, 3);
}

#[test]
fn a_deleted_room_is_gone_with_everything_in_it() {
    let mut peil = Peil::starts();
    let (presenter, mut anna, sent) = somebody_says_too_much(&peil);
    let other = peil.organiser().starts(&sample([SampleQuestion::Open]));
    other.opens("ideas");
    let mut carla = peil.phone("Carla");
    carla.opens(other.code()).votes(text("In een andere zaal"));

    let unknown = anna.goes("/12345678").refusal();
    presenter.deletes_the_room();
    for _ in 0..2 {
        presenter
            .organiser
            .gets(&presenter.path(""))
            .expects(404)
            .problem();
        presenter
            .organiser
            .gets(&presenter.path("/results"))
            .expects(404)
            .problem();
        presenter
            .organiser
            .gets(&presenter.path("/export?format=json"))
            .expects(404)
            .problem();
        assert_eq!(
            anna.goes(&format!("/{}", presenter.code()))
                .expects(404)
                .refusal(),
            unknown
        );
        anna.sends(&sent);
        assert_eq!(anna.reply().expects(404).refusal(), unknown);
        let stage = peil.visitor("the stage").goes(&presenter.started.stage_url);
        assert_eq!(
            stage.expects(404).refusal(),
            "unknown_room",
            "its links are worth nothing"
        );
        assert_eq!(files_holding(&peil.data(), SECRET), NOWHERE);
        assert_eq!(files_holding(&peil.data(), "Moestuin"), NOWHERE);
        assert_eq!(
            other.results("ideas").texts().len(),
            1,
            "the room beside it is untouched"
        );
        let rooms = peil.organiser().gets("/api/v1/rooms").expects(200).text();
        assert!(
            !rooms.contains(presenter.code()) && rooms.contains(other.code()),
            "{rooms}"
        );
        if peil.runs() {
            peil.terminate();
            peil.start_again();
        }
    }
}
