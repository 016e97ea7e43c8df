//! A deck that was stored before a rule was added opens as it did, with warnings, until it is saved
//! again.

use shared::deck::Deck;
use shared::deck::grammar::{read, read_stored};

/// Decks that earlier versions took, and the line and code of what is an error now.
const EARLIER: [(&str, usize, &str); 11] = [
    (
        "# A\n\n---\nAsk: choice\n---\n\n# Wat?\n\n- ja\n- nee\n",
        4,
        "key-misspelt",
    ),
    (
        "# A\n\n---\n ask: choice\n---\n\n# Wat?\n",
        4,
        "key-misspelt",
    ),
    ("# A\n\n- ask: choice\n", 3, "key-misspelt"),
    ("# A\n\nNotes: zacht\n", 3, "key-misspelt"),
    ("# A\n\nnotes: zacht\n", 3, "key-outside-block"),
    ("Title: X\n\n# A\n", 1, "key-misspelt"),
    ("# A\n\n<!-- nooit dicht\n", 3, "comment-not-closed"),
    (
        "ask: open\n---\n# A\n\n---\nask: open\n---\n# A <!-- twee -->\n",
        8,
        "same-id",
    ),
    ("ask: choice\n---\n# A\n\n???\n\n- a\n- b\n", 3, "too-few"),
    ("{\\rtf1 # A}\n", 1, "deck-not-text"),
    (
        "ask: choice\n---\n# <!-- A -->\n\n- a\n- b\n",
        1,
        "no-heading",
    ),
];

#[test]
fn it_opens_with_warnings_and_is_refused_when_it_is_saved() {
    for (text, line, code) in EARLIER {
        let errors = read(text).expect_err(text);
        assert!(
            errors
                .iter()
                .any(|problem| (problem.line, problem.code()) == (line, code)),
            "{text:?}"
        );
        let reading =
            read_stored(text).unwrap_or_else(|errors| panic!("{text:?}\n{}", crate::said(&errors)));
        assert!(
            errors.iter().all(|error| reading.warnings.contains(error)),
            "{text:?}"
        );
        assert!(!reading.deck.slides.is_empty(), "{text:?}");
    }
}

#[test]
fn it_means_what_it_meant() {
    let heading = |deck: &Deck, slide: usize| deck.slides[slide].heading().to_owned();
    let misspelt = read_stored(EARLIER[0].0).unwrap().deck;
    assert_eq!(
        (misspelt.slides.len(), misspelt.slides[1].body.as_str()),
        (3, "Ask: choice")
    );
    let commented = read_stored(EARLIER[7].0).unwrap().deck;
    assert_eq!(heading(&commented, 1), "A <!-- twee -->");
    let noted = read_stored(EARLIER[8].0).unwrap().deck;
    assert_eq!(
        (
            noted.slides[0].notes.as_deref(),
            noted.slides[0].body.as_str()
        ),
        (None, "???")
    );
}

#[test]
fn what_is_right_is_read_by_the_rules_of_now_and_what_never_was_is_still_refused() {
    let text = "# A <!-- x -->\n\nTekst\n\n???\nZacht";
    assert_eq!(read_stored(text), read(text));
    assert_eq!(
        read_stored(text).unwrap().deck.slides[0].notes.as_deref(),
        Some("Zacht")
    );
    for wrong in [
        "",
        "ask: choice\n---\n# A\n- a",
        "ask: choice",
        "# A\nask: open\n",
        "---\nx: [\n---\n# A",
        "---\nmarp: true\n---\n# A",
    ] {
        assert_eq!(read_stored(wrong), read(wrong), "{wrong:?}");
        assert!(read_stored(wrong).is_err(), "{wrong:?}");
    }
}
