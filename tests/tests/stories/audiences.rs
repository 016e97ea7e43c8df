//! Who sees results when: the stage and the phones, by setting and by control.

use tests::{ControlPress, Peil, Phone, Presenter, Visitor, words};

fn asks(peil: &Peil, settings: &str) -> (Presenter, Visitor, Phone) {
    let deck = format!(
        "---\ntitle: Publiek\nlanguage: nl\n{settings}---\nask: words\nid: words\n---\n\n# Waar denk je aan?\n\n---\n\n# \
         Tot slot\n\nDank je wel.\n"
    );
    let presenter = peil.organiser().starts(&deck);
    presenter.opens("words");
    let mut bob = peil.phone("Bob");
    bob.opens(presenter.code()).votes(words(["korenbloem"]));
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    (presenter, stage, peil.phone("Anna"))
}

/// Looks at the stage and at a phone that has not answered: which of them was sent the word.
fn shown(presenter: &Presenter, stage: &mut Visitor, phone: &mut Phone) -> (bool, bool) {
    stage.goes(&presenter.started.stage_url).expects(200);
    phone.opens(presenter.code());
    let sent = |source: String| source.to_lowercase().contains("korenbloem");
    (sent(stage.reply().text()), sent(phone.reply().text()))
}

/// What the API says of stage and phones.
fn said(presenter: &Presenter) -> (String, String) {
    let slide = presenter.room().slide("words").clone();
    (
        slide.results.expect("a question shows or hides"),
        slide.phones.expect("a question shows or hides"),
    )
}

fn visibility(stage: &str, phones: &str) -> (String, String) {
    (stage.to_owned(), phones.to_owned())
}

#[test]
fn without_settings_the_stage_shows_at_once_and_phones_once_the_question_is_closed() {
    let peil = Peil::starts();
    let (presenter, mut stage, mut anna) = asks(&peil, "");
    assert_eq!(shown(&presenter, &mut stage, &mut anna), (true, false));
    assert_eq!(said(&presenter), visibility("shown", "hidden"));
    presenter.closes();
    assert_eq!(shown(&presenter, &mut stage, &mut anna), (true, true));
    assert_eq!(said(&presenter), visibility("shown", "shown"));
    presenter.does(ControlPress::new("hide"));
    assert_eq!(
        shown(&presenter, &mut stage, &mut anna),
        (false, false),
        "phones follow what the stage shows"
    );
}

#[test]
fn hidden_results_reach_nobody_until_they_are_shown() {
    let peil = Peil::starts();
    let (presenter, mut stage, mut anna) = asks(&peil, "results: hidden\n");
    assert_eq!(shown(&presenter, &mut stage, &mut anna), (false, false));
    assert_eq!(said(&presenter), visibility("hidden", "hidden"));
    presenter.closes();
    assert_eq!(
        shown(&presenter, &mut stage, &mut anna),
        (false, false),
        "phones wait for the stage"
    );
    presenter.does(ControlPress::new("show"));
    assert_eq!(shown(&presenter, &mut stage, &mut anna), (true, true));
    assert_eq!(said(&presenter), visibility("shown", "shown"));
}

#[test]
fn phones_that_may_look_look_while_the_question_is_open() {
    let peil = Peil::starts();
    let (presenter, mut stage, mut anna) = asks(&peil, "phones: shown\n");
    assert_eq!(shown(&presenter, &mut stage, &mut anna), (true, true));
}

#[test]
fn phones_that_may_not_look_never_do() {
    let peil = Peil::starts();
    let (presenter, mut stage, mut anna) = asks(&peil, "phones: hidden\n");
    presenter.closes();
    assert_eq!(shown(&presenter, &mut stage, &mut anna), (true, false));
}

#[test]
fn each_audience_has_a_control_of_its_own_until_the_reset() {
    let peil = Peil::starts();
    let (presenter, mut stage, mut anna) = asks(&peil, "");
    presenter.does(ControlPress::new("show").on("phones"));
    assert_eq!(shown(&presenter, &mut stage, &mut anna), (true, true));
    presenter.does(ControlPress::new("hide").on("stage"));
    assert_eq!(said(&presenter).0, "hidden");
    presenter.does(ControlPress::new("show").on("stage"));
    presenter.does(ControlPress::new("hide").on("phones"));
    presenter.closes();
    assert_eq!(shown(&presenter, &mut stage, &mut anna), (true, false));
    presenter.resets();
    assert_eq!(
        said(&presenter),
        visibility("shown", "hidden"),
        "a new round begins as the deck says"
    );
    let mut bob = peil.phone("Bob again");
    bob.opens(presenter.code()).votes(words(["korenbloem"]));
    presenter.closes();
    assert_eq!(shown(&presenter, &mut stage, &mut anna), (true, true));
}

#[test]
fn the_stage_says_where_to_join_what_is_asked_and_how_many_answered() {
    let peil = Peil::starts();
    let (presenter, mut stage, mut anna) = asks(&peil, "");
    anna.opens(presenter.code())
        .votes(words(["korenbloem", "klaproos"]));
    stage.goes(&presenter.started.stage_url);
    let code = presenter.code();
    stage
        .sees("Waar denk je aan?")
        .sees(&format!("{} {}", &code[..4], &code[4..]));
    stage.sees("korenbloem").sees("klaproos").sees("2 van 2");
    let qr = stage.page().all("svg").len();
    assert!(qr > 0, "a code to scan, and a chart");
    assert!(
        stage.page().refreshes(),
        "until scripts follow the room live, the stage refreshes itself"
    );
    presenter.next();
    stage.goes(&presenter.started.stage_url);
    stage.sees("Tot slot").sees("Dank je wel.");
}

#[test]
fn a_host_is_not_told_for_ever_of_answers_that_have_long_arrived() {
    let peil = Peil::starts();
    let (presenter, stage, _) = asks(&peil, "");
    let path = format!(
        "/rooms/{}/live?protocol=3&role=stage",
        presenter.started.room
    );
    let mut stage = stage.opens_socket(&path).greeted();
    for number in 2..6_u64 {
        peil.phone("Carla")
            .opens(presenter.code())
            .votes(words(["klaproos"]));
        stage.sees(|view| view["participants"] == number && view["sending"] == 0);
    }
}
