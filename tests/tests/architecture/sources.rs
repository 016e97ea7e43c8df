//! The sources of the workspace, and single lines of them with comments taken out.

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the workspace.
pub fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.expect("this crate lies in the workspace").to_owned()
}

/// Every Rust file under a folder of the workspace, by its path from the root.
#[track_caller]
pub fn rust_files(folder: &str) -> Vec<PathBuf> {
    let start = root().join(folder);
    assert!(start.is_dir(), "{folder} is not there: a rule that looks nowhere finds nothing");
    let mut files = Vec::new();
    gather(&start, &mut files);
    assert!(!files.is_empty(), "no sources in {folder}");
    files.sort();
    files
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder can be read").flatten() {
        let path = entry.path();
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
    let code = |line: &str| line.split_once("//").map_or(line, |(code, _)| code).to_owned();
    text.lines()
        .enumerate()
        .map(|(at, line)| (at + 1, code(line)))
        .filter(|(_, line)| !line.trim().is_empty())
        .collect()
}

/// Whether a file holds tests only: by its name, or because it, or a module around it, is declared under `#[cfg(test)]`.
pub fn is_a_test(file: &Path) -> bool {
    let named = file.components().any(|part| part.as_os_str() == "tests") || file.ends_with("tests.rs");
    named
        || file
            .ancestors()
            .take_while(|path| path.file_name().is_some_and(|name| name != "src"))
            .any(is_declared_a_test)
}

/// Looks for `#[cfg(test)] mod NAME;` in the file of the module around it.
fn is_declared_a_test(module: &Path) -> bool {
    let (Some(folder), Some(name)) = (module.parent(), module.file_stem()) else { return false };
    let declaration = format!("mod {};", name.to_string_lossy());
    let around = [folder.with_extension("rs"), folder.join("lib.rs"), folder.join("main.rs")];
    around.iter().filter_map(|file| fs::read_to_string(file).ok()).any(|text| {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        lines.windows(2).any(|pair| pair[0] == "#[cfg(test)]" && pair[1].ends_with(&declaration))
    })
}

/// The lines of a folder in which one of these names stands as a whole word (or path), as `FILE:LINE: code`.
/// Lines after `#[cfg(test)]` and files of tests are free.
#[track_caller]
pub fn lines_naming(folder: &str, names: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in rust_files(folder).into_iter().filter(|file| !is_a_test(file)) {
        let shown = file.strip_prefix(root()).unwrap_or(&file).display().to_string();
        let code = code_of(&file).into_iter().take_while(|(_, line)| !line.contains("#[cfg(test)]"));
        for (number, line) in code {
            if names.iter().any(|name| names_it(&line, name)) {
                found.push(format!("{shown}:{number}: {}", line.trim()));
            }
        }
    }
    found
}

/// Whether `name` stands in a line with no letter, digit or underscore on either side.
fn names_it(line: &str, name: &str) -> bool {
    let part_of_a_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_some_and(part_of_a_word);
        let after = line[at + name.len()..].chars().next().is_some_and(part_of_a_word);
        !before && !after
    })
}

#[test]
fn a_name_is_found_as_a_whole_word_only() {
    assert!(names_it("use std::time::Instant;", "std::time"));
    assert!(names_it("let x = web_sys::window();", "window"));
    assert!(!names_it("let windows = 3;", "window"));
    assert!(!names_it("use std::timeless;", "std::time"));
}
