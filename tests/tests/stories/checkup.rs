//! `/test`: whether this network and this browser let people take part, said without scripts as far
//! as that goes.

use serde_json::Value;
use tests::{Method, Page, Peil};

/// The state of each thing that is looked at, and what is said of it.
fn said(page: &Page) -> Vec<(String, String)> {
    let shown = |check: &scraper::ElementRef<'_>| {
        let state = check.attr("data-state").expect("a state").to_owned();
        let shown = scraper::Selector::parse("[data-when]:not([hidden])").expect("a selector");
        let sentences: Vec<String> = check
            .select(&shown)
            .map(|said| said.text().collect())
            .collect();
        assert_eq!(sentences.len(), 1, "one sentence at a time: {sentences:?}");
        (
            format!("{} {state}", check.attr("data-check").expect("a name")),
            sentences.concat(),
        )
    };
    page.all("[data-check]").iter().map(shown).collect()
}

#[test]
fn without_scripts_the_page_says_what_can_be_known_and_how_to_know_more() {
    let peil = Peil::starts();
    let mut phone = peil.visitor("a phone");
    phone.goes("/").expects(200);
    assert!(
        phone.page().links().iter().any(|link| link == "/test"),
        "the start page leads there"
    );
    phone.goes("/test").expects(200);
    let states: Vec<String> = said(&phone.page())
        .into_iter()
        .map(|(state, _)| state)
        .collect();
    let unknown = ["scripts", "cookies", "sending", "line", "clock", "storage"]
        .map(|check| format!("{check} unknown"));
    assert_eq!(states[..2], ["all unknown", "page good"]);
    assert_eq!(states[2..], unknown);
    phone.goes("/test?again=1").expects(200);
    phone.sees("Cookies komen terug");

    let checks = said(
        &peil
            .visitor("a phone that kept nothing")
            .fetches("/test?again=1")
            .page(),
    );
    assert_eq!(
        (checks[0].0.as_str(), checks[3].0.as_str()),
        ("all bad", "cookies bad"),
        "{checks:?}"
    );
    assert!(
        checks[3].1.contains("Sta cookies van deze site toe"),
        "it says what to do"
    );
}

#[test]
fn the_clock_and_the_cookie_are_told_to_pages_of_this_site_alone() {
    let peil = Peil::starts();
    let mut phone = peil.visitor("a phone");
    let state = |phone: &tests::Visitor| -> Value {
        phone
            .calls(Method::POST, "/test/state", &[], "")
            .expects(200)
            .json()
    };
    assert_eq!(state(&phone)["cookie"], false);
    phone.goes("/test").expects(200);
    assert_eq!(state(&phone)["cookie"], true);
    assert!(
        state(&phone)["now"]
            .as_u64()
            .is_some_and(|now| now > 1_700_000_000_000),
        "milliseconds of today"
    );
    let foreign = [("origin", "https://kwaad.example")];
    let stranger = peil.organiser().with_header(foreign[0].0, foreign[0].1);
    stranger
        .calls(Method::POST, "/test/state", None)
        .expects(403);
}

#[test]
fn a_line_is_greeted_and_so_many_can_be_tried_from_one_network() {
    let peil = Peil::starts();
    let phone = peil.visitor("a phone");
    let mut lines: Vec<_> = (0..50)
        .map(|_| phone.opens_socket("/test/live").greeted_as("here"))
        .collect();
    assert_eq!(
        phone.opens_socket("/test/live").opens().is_closed(),
        Some(1013),
        "one too many is told so"
    );
    drop(lines.pop());
    tests::until("there is a place again", || {
        let mut one = phone.opens_socket("/test/live").opens();
        one.is_welcome().is_ok().then_some(())
    });
    assert_eq!(
        phone
            .opens_socket("/test/live")
            .with("origin", "https://kwaad.example")
            .tries()
            .err(),
        Some(403)
    );
}
