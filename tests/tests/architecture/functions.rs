//! No function is longer than a screen: what it does in several steps has a name for each.

use std::fs;

use crate::code::{self, CodeLine};
use crate::names::assert_none;
use crate::sources::{is_a_test, rust_files, shown, source_folders};

/// Lines of a function at most.
const HEIGHT: usize = 60;
/// What is longer: one `match` over all events, an arm for each that calls a named function. Events
/// are stored as they are, so that none of them is a part of another enum.
const ONE_MATCH: [(&str, &str); 3] = [
    ("shared/src/event/place.rs", "redacted"),
    ("shared/src/room/apply.rs", "carry_out"),
    ("shared/src/room/decide.rs", "decide"),
];

/// The name of the function that a line begins.
fn function(line: &str) -> Option<&str> {
    let (before, behind) = line.trim_start().split_once("fn ")?;
    let words = ["pub", "const", "async", "default"];
    let leads = |word: &str| words.contains(&word) || word.starts_with("pub(") || word == "in";
    let is_one = before
        .split_whitespace()
        .all(|word| leads(word) || word.ends_with(')'));
    let end = behind.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    (is_one && end > 0).then_some(&behind[..end])
}

/// The functions of a text, with how many lines each has.
fn functions(lines: &[CodeLine]) -> Vec<(&str, usize)> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(name) = function(&line.bare) else {
            continue;
        };
        let indent = line.bare.len() - line.bare.trim_start().len();
        let ends = |line: &&CodeLine| {
            let bare = line.bare.trim_end();
            let inside = bare.len() - bare.trim_start().len();
            inside == indent && (bare.ends_with('}') || bare.ends_with(';'))
        };
        if let Some(last) = lines[at..].iter().find(ends) {
            found.push((name, last.number + 1 - line.number));
        }
    }
    found
}

#[test]
fn no_function_is_longer_than_a_screen() {
    let (mut found, mut read) = (Vec::new(), 0);
    let shipped = source_folders()
        .into_iter()
        .filter(|folder| folder != "tests/src");
    for file in shipped.flat_map(|folder| rust_files(&folder)) {
        if is_a_test(&file) {
            continue;
        }
        let (text, shown) = (
            fs::read_to_string(&file).expect("it can be read"),
            shown(&file),
        );
        let lines = code::production(&text);
        let all = functions(&lines);
        read += all.len();
        let long = all.into_iter().filter(|(name, lines)| {
            *lines > HEIGHT && !ONE_MATCH.contains(&(shown.as_str(), name))
        });
        found.extend(long.map(|(name, lines)| format!("{shown}: `{name}` has {lines} lines")));
    }
    assert_none(&found, "name the parts of what these do");
    assert!(read > 3_000, "the rule reads {read} functions only");
}

#[test]
fn a_function_is_as_long_as_its_last_brace_is_away() {
    let text = "impl A {\n    pub(super) const fn one(\n        a: u8,\n    ) -> u8 {\n        a\n    }\n\n    \
                fn two(&self);\n}\n\nasync fn three() {}\nlet f: fn (u8) = one;\n";
    let lines = code::lines(text);
    assert_eq!(functions(&lines), [("one", 5), ("two", 1), ("three", 1)]);
}
