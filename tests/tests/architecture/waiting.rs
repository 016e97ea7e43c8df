//! No unit test waits on the wall: it waits for a condition, or time passes only while everybody
//! waits (`start_paused`).

use std::collections::BTreeSet;
use std::fs;

use crate::code;
use crate::names::assert_none;
use crate::sources::{all_rust_files, is_a_test, shown};

/// Stories, browsers and broken machines: the program is outside of those, and waits as it likes.
const OUTSIDE: &str = "tests/";
const BUT_RULES: &str = "tests/tests/architecture/";
const WAITS: [&str; 4] = ["sleep(", "sleep_until(", "park_timeout(", "interval("];

/// The lines of a text that are built for tests and wait; of a file that is a test as a whole, all
/// that wait.
fn waiting(text: &str, whole: bool) -> Vec<(usize, String)> {
    let production: BTreeSet<usize> = code::production(text)
        .into_iter()
        .map(|line| line.number)
        .collect();
    let lines = code::lines(text)
        .into_iter()
        .filter(|line| whole || !production.contains(&line.number));
    let part_of_a_word = |c: char| c.is_alphanumeric() || c == '_';
    let calls = |code: &str, name: &str| {
        code.match_indices(name)
            .any(|(at, _)| !code[..at].chars().next_back().is_some_and(part_of_a_word))
    };
    let waiting = lines.filter(|line| WAITS.iter().any(|name| calls(&line.bare, name)));
    waiting
        .map(|line| (line.number, line.text.trim().to_owned()))
        .collect()
}

#[test]
fn no_unit_test_sleeps() {
    let (mut found, mut production) = (Vec::new(), 0);
    for file in all_rust_files() {
        let path = shown(&file);
        if path.starts_with(OUTSIDE) && !path.starts_with(BUT_RULES) {
            continue;
        }
        let whole = is_a_test(&file) || path.contains("/tests/");
        let text = fs::read_to_string(&file).expect("a source can be read");
        production += waiting(&text, true).len();
        found.extend(
            waiting(&text, whole)
                .into_iter()
                .map(|(line, code)| format!("{path}:{line}: {code}")),
        );
    }
    assert!(
        production >= 5,
        "the server itself waits in {production} places: the rule looks elsewhere"
    );
    assert_none(
        &found,
        "wait for a condition instead, or with time that is paused",
    );
}

#[test]
fn a_test_that_sleeps_is_found_wherever_it_stands() {
    let inline = "fn a() {\n    sleep(b);\n}\n\n#[cfg(test)]\nmod tests {\n    fn c() {\n        std::thread::sleep(d);\n    }\n}\n";
    for (text, whole, lines) in [
        (inline, false, &[8][..]),
        (inline, true, &[2, 8]),
        (
            "#[cfg(test)]\nmod tests;\nasync fn a() {\n    tokio::time::sleep(b).await;\n}\n",
            false,
            &[],
        ),
        (
            "// sleep(a)\nlet said = \"sleep(b)\";\nfalls_asleep();\n",
            true,
            &[],
        ),
        ("let mut beat = tokio::time::interval(a);\n", true, &[1]),
    ] {
        let found: Vec<usize> = waiting(text, whole)
            .into_iter()
            .map(|(line, _)| line)
            .collect();
        assert_eq!(found, lines, "{text}");
    }
}
