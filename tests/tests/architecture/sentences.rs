//! No sentence stands outside the golden file: every function of texts, and every reason to say no,
//! is named by the test that writes it. That no message of the catalogues is left out is held
//! there.

use std::fs;
use std::path::{Path, PathBuf};

use crate::names::assert_none;
use crate::sources::{code_of, root, rust_files};

const TEXTS: &str = "client/src/texts";
const GOLDEN: &str = "client/src/texts/golden";
/// Every type in here is a reason that has a sentence for each of its variants.
const PROBLEMS: &str = "shared/src/deck/problem";
/// The same for these types, by their files. Refusals are said from their own list, which
/// `lists.rs` holds whole.
const REASONS: [(&str, &str); 3] = [
    ("shared/src/control.rs", "ControlAction"),
    ("client/src/model/sign_in.rs", "Why"),
    ("client/src/model/undo.rs", "Back"),
];

/// What the test that writes the golden file names.
fn golden() -> String {
    let files = rust_files(GOLDEN);
    files
        .iter()
        .map(|file| fs::read_to_string(file).expect("a source can be read"))
        .collect()
}

/// The path of a module from the texts: `phone::counted`. Parts that are private hand on what they
/// say.
fn module(file: &Path) -> String {
    let path = file
        .strip_prefix(root().join(TEXTS))
        .expect("one of the texts")
        .with_extension("");
    let path = path.to_string_lossy().replace('/', "::");
    path.replace("charts::compared", "charts")
}

fn sources() -> impl Iterator<Item = (String, Vec<String>)> {
    let files = rust_files(TEXTS).into_iter().filter(|file| {
        !file.starts_with(root().join(GOLDEN))
            && !file.ends_with("golden.rs")
            && !file.ends_with("tests.rs")
    });
    files.map(|file| {
        (
            module(&file),
            code_of(&file).into_iter().map(|(_, line)| line).collect(),
        )
    })
}

/// The names behind these words at the beginning of lines.
fn names_behind<'a>(lines: &'a [String], words: &'a str) -> impl Iterator<Item = &'a str> {
    let behind = move |line: &'a String| line.trim().strip_prefix(words);
    lines.iter().filter_map(behind).filter_map(|rest| {
        rest.split(|c: char| !c.is_alphanumeric() && c != '_')
            .next()
    })
}

#[test]
fn every_text_function_is_in_the_golden_file() {
    let golden = golden();
    // These are the tables themselves.
    let whole = ["phone::phone", "stage::stage", "desk::notice::is_good"];
    let mut missing = Vec::new();
    for (module, lines) in sources() {
        // What a value tells of itself is no sentence.
        let lines: Vec<String> = lines
            .into_iter()
            .filter(|line| !line.contains("self"))
            .collect();
        let functions = names_behind(&lines, "pub fn ").map(|name| format!("{module}::{name}"));
        let said = |name: &String| golden.contains(&format!("{name}(")) || name.ends_with("::of");
        missing.extend(functions.filter(|name| !whole.contains(&name.as_str()) && !said(name)));
    }
    assert_none(
        &missing,
        "add these to client/src/texts/golden: one line for each sentence that they can say",
    );
}

/// What the kinds of questions say together, from their list: a function of each that pages may ask
/// for a sentence.
#[test]
fn every_sentence_of_the_kinds_is_in_the_golden_file() {
    let golden = golden();
    let list = ["kinds.rs", "kinds/figures.rs", "kinds/alike.rs"];
    let lines = list.map(|file| code_of(&root().join("client/src").join(file)));
    let lines = lines.into_iter().flatten();
    let code: String = lines.map(|(_, line)| line + "\n").collect();
    // A signature is what stands before the body, on however many lines.
    let functions: Vec<&str> = code
        .split("pub fn ")
        .skip(1)
        .filter_map(|function| function.split('{').next())
        .filter(|signature| signature.contains("language: Language"))
        .filter_map(|signature| signature.split('(').next())
        .collect();
    assert!(
        functions.len() > 3,
        "the rule looks at the right place: {functions:?}"
    );
    let missing = functions
        .into_iter()
        .filter(|name| !golden.contains(&format!(" {name}(")))
        .map(str::to_owned);
    assert_none(
        &missing.collect::<Vec<_>>(),
        "add these to client/src/texts/golden",
    );
}

/// Each type that is a reason, with its file.
fn reasons() -> Vec<(PathBuf, String)> {
    let mut reasons: Vec<_> = REASONS
        .iter()
        .map(|(file, name)| (root().join(file), (*name).to_owned()))
        .collect();
    for file in rust_files(PROBLEMS) {
        let lines: Vec<String> = code_of(&file).into_iter().map(|(_, line)| line).collect();
        reasons
            .extend(names_behind(&lines, "pub enum ").map(|name| (file.clone(), name.to_owned())));
    }
    assert!(
        reasons.len() > 12,
        "the rule looks at the right place: {reasons:?}"
    );
    reasons
}

#[test]
fn every_reason_is_in_the_golden_file() {
    let golden = golden();
    let mut missing = Vec::new();
    for (file, reason) in reasons() {
        let lines = code_of(&file);
        let begins = |line: &str| line.trim() == format!("pub enum {reason} {{");
        let inside = lines
            .iter()
            .map(|(_, line)| line)
            .skip_while(|line| !begins(line))
            .skip(1);
        let inside = inside.take_while(|line| line.as_str() != "}");
        // A variant stands one step in; what it carries stands two.
        let variants = inside
            .filter_map(|line| line.strip_prefix("    "))
            .filter(|line| line.starts_with(char::is_uppercase));
        let names: Vec<&str> = variants
            .filter_map(|line| line.split(|c: char| !c.is_alphanumeric()).next())
            .collect();
        assert!(names.len() > 1, "{reason} has reasons: {names:?}");
        let named = |name: &&str| golden.contains(&format!("{reason}::{name}"));
        missing.extend(
            names
                .into_iter()
                .filter(|name| !named(name))
                .map(|name| format!("{reason}::{name}")),
        );
    }
    assert_none(&missing, "add these to client/src/texts/golden");
}
