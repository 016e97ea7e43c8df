//! While the screen is blank, phones show no results either: whoever blanks it wants to be looked
//! at.

use serde_json::{Value, json};
use tests::{ControlPress, Peil, SampleQuestion, option, sample};

fn shows_results(view: &Value) -> bool {
    !view["slide"]["part"]["results"].is_null()
}

/// The page of the question by its name, as somebody reads it who has no scripts.
fn late_page(peil: &Peil, code: &str) -> String {
    let mut visitor = peil.visitor("who goes back");
    visitor.goes(&format!("/{code}?question=pet"));
    visitor.goes(&format!("/{code}?question=pet")).page().text()
}

#[test]
fn a_blank_screen_takes_results_off_phones_and_gives_them_back() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let [mut anna, mut bob, mut late] = peil.three_phones();
    anna.opens(presenter.code()).votes(option(2));
    let mut follows = bob.opens(presenter.code()).follows();
    presenter.does(ControlPress::new("show").on("phones"));
    follows.sees(shows_results);
    anna.looks().sees("100%");
    let turns = |screen: &str| {
        presenter
            .organiser
            .posts(&presenter.path("/screen"), &json!({ "screen": screen }))
            .expects(204);
    };
    turns("blank");
    let blank = follows.sees(|view| !shows_results(view));
    assert_eq!(blank["slide"]["prompt"], "Welk huisdier?", "all else stays");
    anna.looks().does_not_see("100%");
    late.opens(presenter.code()).does_not_see("100%");
    // Whoever asks now and then is told too, though nothing was stored.
    let seq = presenter.room().seq;
    let asked = late.asks_since(seq).json();
    assert!(!shows_results(&asked["view"]), "{asked}");
    // Nor where somebody goes back to a question.
    let back = || late_page(&peil, presenter.code());
    assert!(!back().contains("100%"));
    turns("slides");
    follows.sees(shows_results);
    anna.looks().sees("100%");
    assert!(back().contains("100%"));
    // How many answered, and what, is what it was.
    assert_eq!(presenter.results("pet").voters(), 1);
}
