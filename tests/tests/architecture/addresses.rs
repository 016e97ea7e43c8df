//! A type of the core is asked for where it is defined: a module may hand on what its own children
//! define, and nobody else's types.

use crate::names::assert_none;
use crate::sources::{code_of, is_a_test, rust_files, shown};

#[test]
fn a_type_of_the_core_has_one_address() {
    let files = rust_files("shared/src");
    let sources = files.into_iter().filter(|file| !is_a_test(file));
    let found = sources.flat_map(|file| {
        let lines = code_of(&file);
        let text = lines.iter().map(|(_, line)| format!("{line}\n"));
        let given = handed_on(&text.collect::<String>());
        given
            .into_iter()
            .map(move |given| format!("{}: {given}", shown(&file)))
    });
    assert_none(
        &found.collect::<Vec<_>>(),
        "let others ask for these where they are defined",
    );
}

/// The types that come from elsewhere and are there for everybody.
fn handed_on(text: &str) -> Vec<String> {
    let statements = text
        .split(';')
        .filter_map(|statement| statement.rsplit_once("pub use "))
        .map(|(_, path)| path.split_whitespace().collect::<Vec<_>>().join(" "));
    let elsewhere = statements.filter(|path| {
        let is_type = |word: &str| {
            let mut letters = word.chars();
            letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
        };
        let mut words = path.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        let parents = path.starts_with("crate::") || path.starts_with("super::");
        parents && words.any(is_type)
    });
    elsewhere.collect()
}

#[test]
fn a_type_that_is_handed_on_is_found() {
    for (line, found) in [
        ("pub use crate::question::Answer;", 1),
        (
            "use a::B;\n\npub use super::problem::{\n    Problem,\n    Wanted,\n};\n",
            1,
        ),
        ("pub use qa::{QaAction, QaRequest};", 0),
        ("pub use super::text::emoji::is_emoji;", 0),
        ("pub use crate::limits::MOST_WORDS;", 0),
        ("use crate::question::Answer;", 0),
    ] {
        assert_eq!(handed_on(line).len(), found, "{line}");
    }
}
