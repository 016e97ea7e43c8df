//! Where a request says it comes from: a foreign page may change nothing, one's own may, and old
//! browsers say nothing.

use serde_json::json;
use tests::{Peil, SampleQuestion, TOKEN, option, sample};

#[test]
fn a_foreign_page_can_not_vote_and_ones_own_can() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let own = peil.address().origin();
    let port = own.rsplit(':').next().expect("a port").to_owned();
    let other_port = format!(
        "http://127.0.0.1:{}",
        port.parse::<u32>().expect("a port") - 1
    );
    let foreign = [
        "https://kwaad.example",
        "null",
        other_port.as_str(),
        "http://127.0.0.1.kwaad.example",
        "http://",
    ];
    for origin in foreign {
        let mut eve = peil.phone("Eve").with_origin(origin);
        eve.opens(presenter.code());
        let form = eve.filled(&option(1));
        eve.sends(&form);
        eve.is_refused(403);
    }
    assert_eq!(presenter.results("pet").voters(), 0);

    let mut anna = peil.phone("Anna").with_origin(&own);
    anna.opens(presenter.code()).votes(option(2));
    let mut bob = peil.phone("Bob");
    bob.opens(presenter.code()).votes(option(3));
    assert_eq!(presenter.results("pet").votes(), [0, 1, 1]);
}

#[test]
fn a_foreign_page_can_not_use_the_api_either() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    let foreign = peil
        .organiser()
        .with_header("origin", "https://kwaad.example");
    foreign
        .posts(&presenter.path("/control"), &json!({ "do": "next" }))
        .expects(403)
        .problem();
    foreign.deletes(&presenter.path("")).expects(403).problem();
    foreign.sends_deck("# Welkom\n").expects(403).problem();
    assert_eq!(presenter.room().position, None);
    let own = peil
        .organiser()
        .with_header("origin", &peil.address().origin());
    own.posts(&presenter.path("/control"), &json!({ "do": "next" }))
        .expects(200);
    assert!(TOKEN.len() >= 32);
}
