//! Reactions: a phone shows everybody something for a moment; nothing of it is stored.

use serde_json::Value;
use tests::{ControlPress, Peil, Phone, Presenter, Reply, Socket};

const DECK: &str = "---\ntitle: Proef\nlanguage: nl\nreactions: [❤️, 👏]\n---\n\n# Eerste\n\nWat tekst.\n\n---\nreactions: [👌]\n---\n\n# Tweede\n\n---\nreactions: []\n---\n\n# Derde\n";

fn stage(peil: &Peil, presenter: &Presenter) -> Socket {
    let mut visitor = peil.visitor("the stage");
    visitor.goes(&presenter.started.stage_url).expects(200);
    let room = &presenter.started.room;
    visitor
        .opens_socket(&format!("/rooms/{room}/live?role=stage&protocol=3"))
        .greeted()
}

/// How often each was sent, as the stage is told.
fn sent(view: &Value) -> Vec<(String, u64)> {
    let each = view["reactions"].as_array().cloned().unwrap_or_default();
    let pair = |sent: &Value| {
        let reaction = sent["reaction"].as_str().unwrap_or_default();
        (
            reaction.to_owned(),
            sent["times"].as_u64().unwrap_or_default(),
        )
    };
    each.iter().map(pair).collect()
}

fn told(expected: &[(&str, u64)]) -> impl Fn(&Value) -> bool {
    let expected: Vec<(String, u64)> = expected
        .iter()
        .map(|(reaction, times)| ((*reaction).to_owned(), *times))
        .collect();
    move |view| sent(view) == expected
}

/// As a page does that lives.
fn reacts(phone: &Phone, code: &str, reaction: &str) -> Reply {
    phone.posts_fields(
        &format!("/{code}/reactions"),
        &[("live", "1"), ("reaction", reaction)],
    )
}

#[test]
fn what_phones_show_everybody_comes_to_the_stage_and_is_stored_nowhere() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    let mut stage = stage(&peil, &presenter);
    let code = presenter.code();
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(code).does_not_see("Laat het iedereen zien");
    presenter.next();
    stage.sees(told(&[("❤️", 0), ("👏", 0)]));
    anna.looks().sees("Laat het iedereen zien").sees("hart");
    bob.opens(code);
    let seq = presenter.room().seq;
    reacts(&anna, code, "❤️").expects(204);
    stage.sees(told(&[("❤️", 1), ("👏", 0)]));
    // One a second of each phone shows; the rest is passed over without a word.
    reacts(&anna, code, "👏").expects(204);
    reacts(&bob, code, "👏").expects(204);
    stage.sees(told(&[("❤️", 1), ("👏", 1)]));
    assert_eq!(presenter.room().seq, seq + 1, "Bob joined, and that is all");
    presenter.next();
    stage.sees(told(&[("👌", 1)]));
    reacts(&bob, code, "👏").expects(204);
    bob.looks().sees("oké").does_not_see("hart");
    presenter.next();
    stage.sees(told(&[]));
    bob.looks().does_not_see("Laat het iedereen zien");
    presenter.does(ControlPress::new("end"));
    bob.looks().does_not_see("Laat het iedereen zien");
}

#[test]
fn without_scripts_a_press_leads_back_to_the_page_and_strangers_show_nothing() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    presenter.next();
    let mut stage = stage(&peil, &presenter);
    let code = presenter.code();
    let mut anna = peil.phone("Anna");
    anna.opens(code);
    let path = format!("/{code}/reactions");
    let answer = anna.posts_fields(&path, &[("reaction", "❤️")]);
    let leads = answer.expects(303).header("location").unwrap_or_default();
    assert_eq!(leads, format!("/{code}"));
    stage.sees(told(&[("❤️", 1), ("👏", 0)]));
    let stranger = peil.phone("a stranger").without_cookies();
    let refused = stranger.posts_fields(&path, &[("live", "1"), ("reaction", "❤️")]);
    refused.expects(409);
    // What is not offered, and no emoji at all.
    for odd in ["🦸", "", "<b>"] {
        anna.posts_fields(&path, &[("live", "1"), ("reaction", odd)])
            .expects(204);
    }
    let mut bob = peil.phone("Bob");
    bob.opens(code);
    reacts(&bob, code, "👏").expects(204);
    stage.sees(told(&[("❤️", 1), ("👏", 1)]));
    assert_eq!(presenter.room().participants, 2);
}
