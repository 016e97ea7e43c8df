//! A phone of a room that was begun under an older version: its new page sends what the old one had
//! not sent yet.

use serde_json::{Value, json};
use tests::before::Before;
use tests::browser::{Browser, WindowSize};
use tests::until;

#[test]
fn a_new_page_reads_what_the_old_one_had_kept_and_sends_it_once() {
    let before = Before::goes_on();
    let presenter = before.presenter();
    let kept = format!("peil-{}", presenter.code());
    for (name, question, saved) in [
        ("dina", "huisdier", "Vis"),
        ("erik", "ideeen", "Een fietspad langs het kanaal"),
    ] {
        presenter.opens(question);
        let voters = presenter.results(question).voters();
        let phone = Browser::opens(name, WindowSize::Phone, before.peil.address());
        phone.has_cookies(&before.cookies(name));
        let outbox = json!(before.outbox(name).to_string());
        phone.runs_before_pages(&format!(
            "localStorage.getItem('{kept}') || localStorage.setItem('{kept}', {outbox})"
        ));
        phone
            .goes(&format!("/{}", presenter.code()))
            .is_welcome()
            .sees("Opgeslagen");
        let ask = "return JSON.parse(localStorage.getItem(arguments[0])).waiting";
        until("nothing waits any more", || {
            (phone.asks_its_page(ask, json!(kept)) == Value::Array(Vec::new())).then_some(())
        });
        let new = u64::from(name == "erik");
        assert_eq!(presenter.results(question).voters(), voters + new, "{name}");
        assert!(
            presenter
                .exports("format=csv&shape=long")
                .text()
                .contains(saved),
            "{saved}"
        );
    }
    assert_eq!(presenter.results("huisdier").votes(), [1, 2, 1]);
}
