//! Names that may not stand in a part of the house, and words that every part must begin with.

use std::fs;
use std::path::Path;

use crate::sources::{code_of, is_a_test, lines_naming, root, rust_files};

#[track_caller]
pub fn assert_none(found: &[String], why: &str) {
    assert!(found.is_empty(), "{why}:\n{}", found.join("\n"));
}

#[test]
fn the_core_takes_time_and_chance_as_arguments() {
    let names = [
        "std::time",
        "core::time",
        "SystemTime",
        "Instant",
        "rand",
        "std::fs",
        "std::net",
        "std::io",
        "std::env",
        "std::thread",
        "std::process",
        "tokio",
        "async",
        "await",
    ];
    assert_none(&lines_naming("shared/src", &names), "the core is pure");
}

#[test]
fn the_core_folds_over_no_hash_map() {
    let found = lines_naming("shared/src/room", &["HashMap", "HashSet"]);
    assert_none(&found, "the order of a hash map differs from node to node");
}

#[test]
fn the_database_stays_behind_its_trait() {
    let found: Vec<String> = lines_naming("server/src", &["rusqlite"])
        .into_iter()
        .filter(|line| !line.starts_with("server/src/backend/embedded"))
        .collect();
    assert_none(&found, "a driver lives in its own backend folder only");
    assert!(
        !lines_naming("server/src/backend", &["rusqlite"]).is_empty(),
        "the rule looks at the right place"
    );
}

/// Joining is what costs, so there is one way in.
#[test]
fn whoever_joins_comes_by_the_entrance() {
    let allowed = [
        (
            "Event::Joined { participant }",
            "server/src/auth/identity.rs",
        ),
        (
            "who.joining()",
            "server/src/http/live/participant_session.rs",
        ),
        ("ParticipantSession::arrives", "server/src/http/entrance.rs"),
        ("event_of_form(", "server/src/http/pages/participant.rs"),
        ("event_of(", "server/src/http/live/participant_session.rs"),
    ];
    for (name, place) in allowed {
        let sources = rust_files("server/src")
            .into_iter()
            .filter(|file| !is_a_test(file));
        let using =
            sources.filter(|file| code_of(file).iter().any(|(_, line)| line.contains(name)));
        let using: Vec<String> = using
            .map(|file| {
                file.strip_prefix(root())
                    .unwrap_or(&file)
                    .display()
                    .to_string()
            })
            .collect();
        assert_eq!(using, [place], "{name} stands there alone");
    }
}

#[test]
fn charts_are_data_in_and_drawing_out() {
    let names = [
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "Effect",
        "window",
        "document",
        "NodeRef",
        "RwSignal",
        "signal",
    ];
    for folder in ["client/src/charts", "client/src/kinds"] {
        assert_none(
            &lines_naming(folder, &names),
            "charts measure nothing and remember nothing",
        );
    }
}

/// The door between a page's two lives (`mount.rs`) is the one place beside them.
#[test]
fn the_browser_stays_behind_its_doors() {
    let found = lines_naming("client/src", &["web_sys", "js_sys", "wasm_bindgen"]);
    let (doors, elsewhere): (Vec<_>, Vec<_>) = found.into_iter().partition(|line| {
        let doors = [
            "client/src/net/",
            "client/src/browser/",
            "client/src/mount.rs",
        ];
        doors.iter().any(|door| line.starts_with(door))
    });
    assert_none(
        &elsewhere,
        "only client/src/net and browser touch the browser",
    );
    assert!(!doors.is_empty(), "the rule looks at the right place");
}

#[test]
fn pages_carry_no_styles_of_their_own() {
    let mut found = Vec::new();
    for file in rust_files("client/src")
        .into_iter()
        .filter(|file| !is_a_test(file))
    {
        let shown = file
            .strip_prefix(root())
            .unwrap_or(&file)
            .display()
            .to_string();
        for (number, line) in code_of(&file) {
            if line.contains("style=") || line.contains("style:") {
                found.push(format!("{shown}:{number}: {}", line.trim()));
            }
        }
    }
    assert_none(&found, "the content security policy forbids inline styles");
}

#[test]
fn every_module_says_what_it_owns() {
    let folders = [
        "shared/src",
        "client/src",
        "client/participant/src",
        "client/host/src",
        "server/src",
        "tests",
        "xtask/src",
        "fuzz/src",
        "fuzz/fuzz_targets",
    ];
    let silent: Vec<String> = folders
        .iter()
        .flat_map(|folder| rust_files(folder))
        .filter(|file| {
            !file
                .components()
                .any(|part| part.as_os_str() == "node_modules")
        })
        .filter(|file| {
            !fs::read_to_string(file)
                .expect("a source can be read")
                .starts_with("//!")
        })
        .map(|file| {
            file.strip_prefix(root())
                .unwrap_or(&file)
                .display()
                .to_string()
        })
        .collect();
    assert_none(&silent, "these begin without `//!`");
}

#[test]
fn no_module_hides_behind_a_name_that_says_nothing() {
    let empty = [
        "mod", "utils", "util", "common", "helpers", "helper", "manager", "misc",
    ];
    let named: Vec<String> = [
        "shared/src",
        "client/src",
        "server/src",
        "tests",
        "xtask/src",
        "fuzz/src",
    ]
    .iter()
    .flat_map(|folder| rust_files(folder))
    .filter(|file| {
        file.file_stem()
            .is_some_and(|stem| empty.contains(&stem.to_string_lossy().as_ref()))
    })
    .map(|file| file.display().to_string())
    .collect();
    assert_none(&named, "a file is named after what it owns");
}

/// A story is read from its top to its bottom, a module is searched: tests may be longer.
fn longest(file: &Path) -> usize {
    if is_a_test(file) { 700 } else { 500 }
}

#[test]
fn sources_stay_short_enough_to_read() {
    let long: Vec<String> = [
        "shared/src",
        "client/src",
        "server/src",
        "tests",
        "xtask/src",
        "fuzz/src",
    ]
    .iter()
    .flat_map(|folder| rust_files(folder))
    .map(|file| {
        (
            fs::read_to_string(&file)
                .expect("a source can be read")
                .lines()
                .count(),
            file,
        )
    })
    .filter(|(lines, file)| *lines > longest(file))
    .map(|(lines, file)| format!("{} has {lines} lines", file.display()))
    .collect();
    assert_none(&long, "split these where a seam shows");
}
