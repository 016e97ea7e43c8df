//! Languages as browsers know them: numbers and plurals are those that the server writes, else a
//! page would say something else once it comes alive.

use serde_json::{Value, json};
use tests::browser::{Browser, WindowSize};
use tests::{Peil, SampleQuestion, sample};

/// What the server writes, by a test beside it: each language's numbers with their decimals, and
/// the category of what is counted.
const WRITTEN: &str = include_str!("../../../client/tests/golden/numbers.json");

/// The same as `client/src/browser/numbers.rs` asks for.
const AS_WRITTEN: &str = r"
    return arguments[0].map(([tag, units, decimals]) => {
      const value = units / 10 ** decimals;
      const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      const category = decimals === 0 ? new Intl.PluralRules([tag]).select(value) : null;
      return [tag, units, decimals, new Intl.NumberFormat([tag], options).format(value), category];
    });
";

#[test]
fn a_browser_writes_numbers_and_counts_as_the_server_does() {
    let written: Vec<Value> = serde_json::from_str(WRITTEN).expect("a list");
    assert!(written.len() > 100, "{}", written.len());
    let asked: Vec<Value> = written
        .iter()
        .map(|row| json!([row[0], row[1], row[2]]))
        .collect();
    let peil = Peil::starts();
    let browser = Browser::opens("somebody", WindowSize::Phone, peil.address());
    let found = browser.goes("/").asks_its_page(AS_WRITTEN, json!(asked));
    let found = found.as_array().expect("a list");
    for (written, found) in written.iter().zip(found) {
        assert_eq!(written, found);
    }
    assert_eq!(written.len(), found.len());
}

#[test]
fn a_page_loads_the_sentences_of_its_own_language_alone() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    let phone = Browser::opens_watched("the phone", WindowSize::Phone, peil.address());
    phone
        .forgets_what_it_fetched()
        .goes(&format!("/{}", presenter.code()))
        .is_welcome();
    let texts: Vec<_> = phone
        .fetched()
        .into_iter()
        .filter(|each| each.url.ends_with(".txt"))
        .collect();
    let [texts] = texts.as_slice() else {
        panic!("one file, once: {texts:#?}")
    };
    assert!(texts.url.contains("/assets/phone-nl-"), "{}", texts.url);
    assert_eq!(texts.encoding, "br", "{}", texts.url);
}
