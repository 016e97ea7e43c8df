//! The sources of the workspace, and single lines of them with comments taken out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::code;

/// The root of the workspace.
pub fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.expect("this crate lies in the workspace").to_owned()
}

/// The folders of all crates: those that the workspace has, and those that it keeps apart.
pub fn crates() -> Vec<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the workspace is written");
    let named = ["\nmembers = [", "\nexclude = ["].map(|key| {
        let (_, behind) = manifest.split_once(key).expect("the workspace has both");
        behind.split_once(']').expect("a list ends").0
    });
    let all = named.iter().flat_map(|list| list.split(','));
    all.map(|name| name.trim().trim_matches('"').to_owned())
        .collect()
}

/// The folders of what crates are built from, but for their tests.
pub fn source_folders() -> Vec<String> {
    crates()
        .iter()
        .map(|folder| format!("{folder}/src"))
        .collect()
}

/// Every Rust file of every crate, also what it is built and tested by.
pub fn all_rust_files() -> BTreeSet<PathBuf> {
    crates()
        .iter()
        .flat_map(|folder| rust_files(folder))
        .collect()
}

/// The path of a file from the root, as people write it.
pub fn shown(file: &Path) -> String {
    let path = file.strip_prefix(root()).unwrap_or(file);
    path.display().to_string()
}

/// Every Rust file under a folder of the workspace, by its path from the root.
#[track_caller]
pub fn rust_files(folder: &str) -> Vec<PathBuf> {
    let start = root().join(folder);
    assert!(
        start.is_dir(),
        "{folder} is not there: a rule that looks nowhere finds nothing"
    );
    let mut files = Vec::new();
    gather(&start, &mut files);
    assert!(!files.is_empty(), "no sources in {folder}");
    files.sort();
    files
}

/// What tools of others put between our sources.
const NOT_OURS: [&str; 2] = ["node_modules", "target"];

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder)
        .expect("a folder can be read")
        .flatten()
    {
        let path = entry.path();
        if NOT_OURS.iter().any(|name| path.ends_with(name)) {
            continue;
        }
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The code of a file line by line, without comments; numbers count from 1.
pub fn code_of(file: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(file).expect("a source can be read");
    code::lines(&text)
        .into_iter()
        .map(|line| (line.number, line.text))
        .collect()
}

/// Whether a file holds tests only: by its name, or because it, or a module around it, is declared
/// under `#[cfg(test)]`.
pub fn is_a_test(file: &Path) -> bool {
    let path = file.strip_prefix(root()).unwrap_or(file);
    // The crate of tests has sources as any other.
    let inside = path.strip_prefix("tests/src").unwrap_or(path);
    let named =
        inside.components().any(|part| part.as_os_str() == "tests") || inside.ends_with("tests.rs");
    named
        || file
            .ancestors()
            .take_while(|path| path.file_name().is_some_and(|name| name != "src"))
            .any(is_declared_a_test)
}

/// Looks for `#[cfg(test)] mod NAME;` in the file of the module around it.
fn is_declared_a_test(module: &Path) -> bool {
    let (Some(folder), Some(name)) = (module.parent(), module.file_stem()) else {
        return false;
    };
    let declaration = format!("mod {};", name.to_string_lossy());
    let around = [
        folder.with_extension("rs"),
        folder.join("lib.rs"),
        folder.join("main.rs"),
    ];
    around
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok())
        .any(|text| {
            let lines: Vec<&str> = text.lines().map(str::trim).collect();
            lines
                .windows(2)
                .any(|pair| pair[0] == "#[cfg(test)]" && pair[1].ends_with(&declaration))
        })
}

/// The lines of a folder in which one of these names stands as a whole word (or path), as
/// `FILE:LINE: code`. What is built for tests alone is free.
#[track_caller]
pub fn lines_naming(folder: &str, names: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in rust_files(folder)
        .into_iter()
        .filter(|file| !is_a_test(file))
    {
        let shown = shown(&file);
        let text = fs::read_to_string(&file).expect("a source can be read");
        found.extend(
            naming(&text, names)
                .into_iter()
                .map(|(number, line)| format!("{shown}:{number}: {line}")),
        );
    }
    found
}

/// The lines of a text in which one of these names stands, but for those that are built for tests
/// alone.
fn naming(text: &str, names: &[&str]) -> Vec<(usize, String)> {
    let lines = code::production(text).into_iter();
    let named = lines.filter(|line| names.iter().any(|name| names_it(&line.text, name)));
    named
        .map(|line| (line.number, line.text.trim().to_owned()))
        .collect()
}

/// Whether `name` stands in a line with no letter, digit or underscore on either side. In front of a
/// name that begins with a dot stands what has it.
fn names_it(line: &str, name: &str) -> bool {
    let part_of_a_word = |c: char| c.is_alphanumeric() || c == '_';
    let is_word = name.starts_with(part_of_a_word);
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_some_and(part_of_a_word);
        let after = line[at + name.len()..]
            .chars()
            .next()
            .is_some_and(part_of_a_word);
        !(after || is_word && before)
    })
}

#[test]
fn every_crate_is_known_by_its_folder() {
    let known = crates();
    for folder in ["shared", "client", "client/catalogue", "fuzz"] {
        assert!(known.iter().any(|crate_| crate_ == folder), "{known:?}");
    }
    let manifest = |folder: &String| root().join(folder).join("Cargo.toml").is_file();
    assert!(known.iter().all(manifest), "{known:?}");
    for file in ["client/host/src/lib.rs", "shared/tests/deck/main.rs"] {
        assert!(all_rust_files().contains(&root().join(file)), "{file}");
    }
}

#[test]
fn a_name_is_found_as_a_whole_word_only() {
    assert!(names_it("use std::time::Instant;", "std::time"));
    assert!(names_it("let x = web_sys::window();", "window"));
    assert!(!names_it("let windows = 3;", "window"));
    assert!(names_it("self.router.route(path, handler)", ".route"));
    assert!(!names_it("self.router.route_service(path)", ".route"));
    assert!(!names_it("use std::timeless;", "std::time"));
}

/// A rule that stopped reading at the tests' declaration would see nothing of what stands behind
/// it.
#[test]
fn what_stands_behind_the_declaration_of_tests_is_read() {
    for crate_ in source_folders() {
        let mut behind = 0;
        for file in rust_files(&crate_)
            .into_iter()
            .filter(|file| !is_a_test(file))
        {
            let text = fs::read_to_string(&file).expect("a source can be read");
            let texts = planted(&text);
            behind += texts.len() - 1;
            for (line, text) in texts {
                let found: Vec<usize> = naming(&text, &["planted::here"])
                    .into_iter()
                    .map(|(at, _)| at)
                    .collect();
                assert_eq!(found, [line], "planted in {}", file.display());
            }
        }
        let declares = ["shared/src", "client/src", "server/src"].contains(&&*crate_);
        assert!(
            behind > 0 || !declares,
            "{crate_} declares tests in {behind} files only: the rule looks elsewhere"
        );
    }
}

/// The text with a violation on its last line, and with one behind each `#[cfg(test)] mod NAME;`;
/// the line it is on.
fn planted(text: &str) -> Vec<(usize, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let declares = |at: &usize| {
        *at > 1
            && lines[at - 2].trim() == "#[cfg(test)]"
            && lines[at - 1].starts_with("mod ")
            && lines[at - 1].ends_with(';')
    };
    let places = (0..lines.len()).filter(declares).chain([lines.len()]);
    let plant = |at: usize| {
        [&lines[..at], &["use planted::here;"], &lines[at..]]
            .concat()
            .join("\n")
    };
    places.map(|at| (at + 1, plant(at))).collect()
}
