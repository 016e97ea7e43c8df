//! The page about decks says what is true: its examples are right, and no key or kind is missing.

use shared::deck::grammar::read;

use crate::{KINDS, said};

const PAGE: &str = include_str!("../../../docs/deck.md");

/// The decks on the page.
fn examples() -> Vec<String> {
    let blocks = PAGE.split("\n````markdown\n").skip(1);
    blocks
        .map(|block| block.split("\n````\n").next().unwrap().to_owned())
        .collect()
}

#[test]
fn every_example_is_right() {
    assert!(examples().len() > 7);
    for example in examples() {
        if let Err(problems) = read(&example) {
            panic!("{example}\n{}", said(&problems));
        }
    }
}

#[test]
fn every_key_and_kind_has_an_example_and_a_row() {
    let examples = examples().join("\n");
    for key in crate::keys::all() {
        assert!(PAGE.contains(&format!("`{key}`")), "{key}");
        assert!(
            examples
                .lines()
                .any(|line| line.starts_with(&format!("{key}:"))),
            "{key}"
        );
    }
    for kind in KINDS {
        assert!(examples.contains(&format!("ask: {kind}\n")), "{kind}");
    }
}

#[test]
fn limits_on_the_page_are_the_limits() {
    use shared::limits::*;
    use shared::question::choice::OTHER_CHARS;
    use shared::question::form::FIELDS_MAX;
    use shared::question::grid::GRID_MAX;
    use shared::question::open::OPEN_LENGTH_MAX;
    use shared::question::scale::STEPS_MAX;
    use shared::question::words::WORDS_LENGTH_MAX;
    for (number, about) in [
        (DECK_BYTES / 1024, "KiB"),
        (DECK_SLIDES, "slides"),
        (TITLE_CHARS, "characters"),
        (PROMPT_CHARS, "characters"),
        (LABEL_CHARS, "characters"),
        (OTHER_CHARS, "characters"),
        (LIST_ITEMS_MAX, "options"),
        (GRID_MAX, "items"),
        (WEIGHED_MAX, "items"),
        (FIELDS_MAX, "fields"),
        (STEPS_MAX as usize, "steps"),
        (WORDS_LENGTH_MAX as usize, "characters"),
        (OPEN_LENGTH_MAX as usize, "characters"),
    ] {
        assert!(
            PAGE.contains(&format!(" {number} {about}")),
            "{number} {about}"
        );
    }
}
