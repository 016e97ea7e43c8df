//! Words that are the same in another form are suggested to a moderator, and count as one once
//! somebody presses; never by themselves.

use serde_json::{Value, json};
use tests::{HtmlForm, Peil, Presenter, Socket, Visitor, words};

fn deck(language: &str) -> String {
    let front = format!("---\ntitle: Proefzaal\nlanguage: {language}\nphones: shown\n---\n");
    front
        + "ask: words\nid: words\n---\n\n# Waaraan denk je?\n\n---\nask: words\nid: later\n---\n\n# En nu?\n"
}

fn starts(peil: &Peil, language: &str) -> Presenter {
    let presenter = peil.organiser().starts(&deck(language));
    presenter.opens("words");
    presenter
}

fn says<const N: usize>(peil: &Peil, presenter: &Presenter, name: &str, said: [&str; N]) {
    let mut phone = peil.phone(name);
    phone.opens(presenter.code());
    phone.votes(words(said));
}

fn moderator(peil: &Peil, presenter: &Presenter) -> Visitor {
    let origin = peil.address().origin();
    let mut visitor = peil.visitor("the moderator").with_origin(&origin);
    visitor.goes(&presenter.started.moderator_url).expects(200);
    visitor
}

fn follows(visitor: &Visitor, presenter: &Presenter, role: &str) -> Socket {
    let room = &presenter.started.room;
    let path = format!("/rooms/{room}/live?protocol=3&role={role}");
    visitor.opens_socket(&path).greeted()
}

/// The forms of suggestions on the page before somebody: only theirs name words that nobody ticks.
fn suggestions(visitor: &Visitor) -> Vec<HtmlForm> {
    let forms = visitor.page().forms().into_iter();
    let is_one = |form: &HtmlForm| form.has("into") && form.offers("pick").is_empty();
    forms.filter(is_one).collect()
}

#[track_caller]
fn shows<const N: usize>(presenter: &Presenter, expected: [(&str, u64); N]) {
    assert_eq!(
        presenter.results("words").entries(),
        expected.map(|(text, count)| (text.to_owned(), count))
    );
}

#[test]
fn two_inflections_are_suggested_and_count_as_one_when_a_moderator_says_so() {
    let peil = Peil::starts();
    let presenter = starts(&peil, "nl");
    says(&peil, &presenter, "Anna", ["Mantelzorgers", "rust"]);
    says(&peil, &presenter, "Bram", ["mantelzorger", "meer tijd"]);
    says(&peil, &presenter, "Carla", ["Mantelzorger", "minder tijd"]);
    let apart = [
        ("mantelzorger", 2),
        ("Mantelzorgers", 1),
        ("rust", 1),
        ("meer tijd", 1),
        ("minder tijd", 1),
    ];
    shows(&presenter, apart);
    let mut moderator = moderator(&peil, &presenter);
    moderator
        .sees("Hetzelfde woord?")
        .sees("Mantelzorgers (1) → mantelzorger (2)")
        .does_not_see("Sla over");
    let suggested = suggestions(&moderator);
    assert_eq!(suggested.len(), 1, "more and less are no suggestion");
    moderator.sends(&suggested[0]);
    moderator.does_not_see("Hetzelfde woord?").sees("Telt mee:");
    let together = [
        ("mantelzorger", 3),
        ("rust", 1),
        ("meer tijd", 1),
        ("minder tijd", 1),
    ];
    shows(&presenter, together);
    let apart_again = json!({ "do": "restore", "word": "mantelzorgers" });
    let path = presenter.path("/moderate");
    presenter.organiser.posts(&path, &apart_again).expects(200);
    shows(&presenter, apart);
}

#[test]
fn only_the_moderators_page_is_sent_suggestions_as_they_come() {
    let peil = Peil::starts();
    let presenter = starts(&peil, "nl-BE");
    says(&peil, &presenter, "Anna", ["hond"]);
    let moderator = moderator(&peil, &presenter);
    let mut follower = follows(&moderator, &presenter, "moderator");
    follower.sees(|view| view["suggested"].is_null());
    let mut stage = peil
        .visitor("the stage")
        .with_origin(&peil.address().origin());
    stage.goes(&presenter.started.stage_url).expects(200);
    let mut stage = follows(&stage, &presenter, "stage");
    says(&peil, &presenter, "Bram", ["honden"]);
    let expected = json!([{ "words": ["honden"], "into": "hond" }]);
    follower.sees(|view| view["suggested"] == expected);
    let both = |view: &Value| view["slide"]["part"]["results"]["voters"] == 2;
    stage.sees(both);
    stage.was_never_sent("suggested");
    let merge = json!({ "do": "merge", "word": "honden", "into": "hond" });
    let path = presenter.path("/moderate");
    presenter.organiser.posts(&path, &merge).expects(200);
    follower.sees(|view| view["suggested"].is_null());
    let hide = json!({ "do": "hide", "word": "hond" });
    presenter.organiser.posts(&path, &hide).expects(200);
    says(&peil, &presenter, "Carla", ["hondje"]);
    let three = |view: &Value| view["slide"]["part"]["voters"] == 3;
    let view = follower.sees(three);
    assert!(
        view["suggested"].is_null(),
        "what is hidden is not suggested"
    );
}

#[test]
fn a_deck_without_dutch_has_no_suggestions_and_an_earlier_question_has_its_own() {
    let peil = Peil::starts();
    let presenter = starts(&peil, "en");
    says(&peil, &presenter, "Anna", ["hond", "honden"]);
    assert_eq!(suggestions(&moderator(&peil, &presenter)).len(), 0);

    let presenter = starts(&peil, "nl");
    says(&peil, &presenter, "Anna", ["huis", "huizen"]);
    presenter.opens("later");
    let mut moderator = moderator(&peil, &presenter);
    assert_eq!(suggestions(&moderator).len(), 0);
    let room = &presenter.started.room;
    let earlier = format!("/rooms/{room}/moderator?question=words");
    moderator.goes(&earlier).expects(200);
    let suggested = suggestions(&moderator);
    moderator.sends(&suggested[0]);
    shows(&presenter, [("huis", 1)]);
}
