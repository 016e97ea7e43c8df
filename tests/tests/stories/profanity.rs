//! Rude words of the deck's languages wait for a moderator; whoever sent them notices nothing, and
//! what is ordinary shows at once.

use serde_json::{Value, json};
use tests::{Peil, Phone, Presenter, Visitor, option, other, text, words};

const SLIDES: &str = "ask: words\nid: words\nentries: 4\n---\n\n# Waaraan denk je?\n\n\
                      ---\nask: open\nid: ideas\nvotes: 2\n---\n\n# Wat kan beter?\n\n\
                      ---\nask: choice\nid: drink\n---\n\n# Wat drink je?\n\n- koffie\n- anders {other}\n";

/// Everybody sees results at once, so that all that is missing is what waits.
fn deck(setting: &str) -> String {
    format!("---\ntitle: Proefzaal\nlanguage: nl\nphones: shown\n{setting}---\n{SLIDES}")
}

fn starts(peil: &Peil, setting: &str) -> Presenter {
    peil.organiser().starts(&deck(setting))
}

fn phone(peil: &Peil, presenter: &Presenter, name: &str) -> Phone {
    let mut phone = peil.phone(name);
    phone.opens(presenter.code());
    phone
}

fn moderates(presenter: &Presenter, request: &Value) {
    let path = presenter.path("/moderate");
    presenter.organiser.posts(&path, request).expects(200);
}

fn moderator(peil: &Peil, presenter: &Presenter) -> Visitor {
    let mut visitor = peil.visitor("the moderator");
    visitor.goes(&presenter.started.moderator_url).expects(200);
    visitor
}

#[track_caller]
fn shows<const N: usize>(presenter: &Presenter, expected: [(&str, u64); N]) {
    assert_eq!(
        presenter.results("words").entries(),
        expected.map(|(text, count)| (text.to_owned(), count))
    );
}

#[test]
fn a_rude_word_waits_and_the_ordinary_ones_beside_it_count_at_once() {
    let peil = Peil::starts();
    let presenter = starts(&peil, "profanity: hold\n");
    presenter.opens("words");
    let mut anna = phone(&peil, &presenter, "Anna");
    anna.votes(words(["hoop", "KUT!", "pot", "nicht"]));
    anna.looks().sees("Opgeslagen").does_not_see("moderator");
    shows(&presenter, [("hoop", 1), ("pot", 1), ("nicht", 1)]);
    let mut bram = phone(&peil, &presenter, "Bram");
    bram.votes(words(["klootzak"]));
    bram.looks().does_not_see("KUT");
    shows(&presenter, [("hoop", 1), ("pot", 1), ("nicht", 1)]);

    moderator(&peil, &presenter)
        .sees("Wacht op jou (2)")
        .sees("KUT!")
        .sees("klootzak");
    moderates(&presenter, &json!({ "do": "refuse", "word": "kut" }));
    moderates(&presenter, &json!({ "do": "approve", "word": "klootzak" }));
    let all = [("hoop", 1), ("pot", 1), ("nicht", 1), ("klootzak", 1)];
    shows(&presenter, all);
    phone(&peil, &presenter, "Carla").votes(words(["kut", "Klootzak"]));
    shows(
        &presenter,
        [("klootzak", 2), ("hoop", 1), ("pot", 1), ("nicht", 1)],
    );
}

#[test]
fn rude_words_wait_where_the_deck_says_nothing_and_show_where_it_says_off() {
    let peil = Peil::starts();
    for (setting, shown) in [("", 1), ("profanity: off\n", 3)] {
        let presenter = starts(&peil, setting);
        presenter.opens("words");
        phone(&peil, &presenter, "Anna").votes(words(["hoop", "kut", "fuck"]));
        assert_eq!(presenter.results("words").entries().len(), shown);
    }
}

#[test]
fn another_languages_rude_word_is_a_word() {
    let peil = Peil::starts();
    let presenter = starts(&peil, "");
    presenter.opens("words");
    phone(&peil, &presenter, "Anna").votes(words(["arschloch", "Scunthorpe", "kutter"]));
    shows(
        &presenter,
        [("arschloch", 1), ("Scunthorpe", 1), ("kutter", 1)],
    );
}

#[test]
fn answers_edits_and_what_stands_behind_other_wait_too() {
    let peil = Peil::starts();
    let presenter = starts(&peil, "");
    presenter.opens("ideas");
    let mut anna = phone(&peil, &presenter, "Anna");
    anna.votes(text("Meer groen"));
    phone(&peil, &presenter, "Bram").votes(text("Die kut parkeerplaats weg"));
    let texts = || presenter.results("ideas").texts();
    assert_eq!(texts(), [("Meer groen".to_owned(), 0)]);
    anna.looks();
    let edit = anna
        .form_of("Meer groen")
        .types("text", &["Meer groen, klootzakken"])
        .clone();
    anna.sends(&edit).expects(303);
    assert_eq!(texts(), []);
    moderates(&presenter, &json!({ "do": "approve", "answer": "a1" }));
    assert_eq!(texts(), [("Meer groen, klootzakken".to_owned(), 0)]);

    presenter.opens("drink");
    phone(&peil, &presenter, "Carla").votes(other(2, "godverdomme"));
    phone(&peil, &presenter, "Dina").votes(other(2, "thee"));
    phone(&peil, &presenter, "Evert").votes(option(1));
    let others = presenter.results("drink").others();
    assert_eq!(others, [("thee".to_owned(), 1)]);
    moderator(&peil, &presenter)
        .sees("Wacht op jou (1)")
        .sees("godverdomme");
}

#[test]
fn what_was_held_is_held_after_kill_9_and_what_was_approved_shows() {
    let mut peil = Peil::starts();
    let presenter = starts(&peil, "");
    presenter.opens("words");
    phone(&peil, &presenter, "Anna").votes(words(["hoop", "kut", "lul"]));
    moderates(&presenter, &json!({ "do": "approve", "word": "lul" }));
    for _ in 0..2 {
        shows(&presenter, [("hoop", 1), ("lul", 1)]);
        moderator(&peil, &presenter)
            .sees("Wacht op jou (1)")
            .sees("kut");
        peil.kill_9();
        peil.start_again();
    }
}
