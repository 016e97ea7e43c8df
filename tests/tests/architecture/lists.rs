//! A list of all variants of a type has all of them: what is made or tested from `ALL` forgets none
//! when one is added.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::names::assert_none;
use crate::sources::{code_of, root, rust_files, source_folders};

/// What crates are built from.
fn sources() -> impl Iterator<Item = PathBuf> {
    let folders = source_folders().into_iter();
    folders.flat_map(|folder| rust_files(&folder))
}

/// The words that begin with a capital and stand first in these lines, behind `before`.
fn names<'a>(lines: impl Iterator<Item = &'a str>, before: &str) -> BTreeSet<String> {
    let behind = lines
        .flat_map(|line| line.split(", "))
        .filter_map(|part| part.strip_prefix(before));
    let word = |rest: &str| {
        rest.chars()
            .take_while(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    behind
        .map(word)
        .filter(|name| name.starts_with(char::is_uppercase))
        .collect()
}

/// The variants of the enum of that name, which stand one step in; what they carry stands two.
pub fn variants(lines: &[String], name: &str) -> BTreeSet<String> {
    let begins = |line: &&str| line.trim_end() == format!("pub enum {name} {{");
    let inside = lines
        .iter()
        .map(String::as_str)
        .skip_while(|line| !begins(line))
        .skip(1);
    let inside = inside
        .take_while(|line| *line != "}")
        .filter_map(|line| line.strip_prefix("    "));
    names(
        inside.filter(|line| line.starts_with(char::is_uppercase)),
        "",
    )
}

/// The lists called `ALL` in these lines: the type, and what is in it.
fn lists(lines: &[String]) -> Vec<(String, BTreeSet<String>)> {
    let mut found = Vec::new();
    let mut of = String::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(name) = line.strip_prefix("impl ") {
            of = name
                .trim_end_matches(['{', ' '])
                .rsplit(' ')
                .next()
                .unwrap_or_default()
                .to_owned();
        }
        if line.trim().starts_with("pub const ALL: [Self;") {
            let text: Vec<&str> = lines[at..].iter().map(|line| line.trim()).collect();
            let whole = text.join(" ");
            let list = whole
                .split_once("= [")
                .and_then(|(_, list)| list.split_once("];"));
            let (list, _) =
                list.unwrap_or_else(|| panic!("{of} has a list that can't be read: {whole}"));
            found.push((of.clone(), names(list.split(", ").map(str::trim), "Self::")));
        }
    }
    found
}

/// What is said of the sample pages is said of no page that none of them is.
#[test]
fn every_page_of_hosts_is_among_the_samples() {
    let read = |path: &str| fs::read_to_string(root().join(path)).expect("a source can be read");
    let documents = read("client/src/pages/host.rs");
    let samples = ["desk_samples.rs", "pseudo.rs", "desk.rs", "results.rs"]
        .map(|file| read(&format!("client/src/pages/tests/{file}")));
    // `picture` is the stage once more, for a frame of another page.
    let name = |line: &str| {
        let behind = line.strip_prefix("pub fn ")?;
        Some(behind.split_once('(')?.0.to_owned())
    };
    let pages: Vec<String> = documents
        .lines()
        .filter_map(name)
        .filter(|page| page != "picture")
        .collect();
    assert!(pages.len() > 15, "the rule reads {pages:?}");
    let is_drawn = |page: &str| {
        let call = format!("host::{page}(");
        samples.iter().any(|file| file.contains(&call))
    };
    let missing: Vec<String> = pages.into_iter().filter(|page| !is_drawn(page)).collect();
    assert_none(&missing, "add a sample of these pages to desk_samples.rs");
}

#[test]
fn every_list_of_all_variants_has_all_of_them() {
    let (mut forgotten, mut seen) = (Vec::new(), 0);
    for file in sources() {
        let lines: Vec<String> = code_of(&file).into_iter().map(|(_, line)| line).collect();
        for (name, listed) in lists(&lines) {
            // Of a type that is no enum, what there is of it comes from elsewhere.
            if lines
                .iter()
                .any(|line| line.starts_with(&format!("pub struct {name}")))
            {
                seen += 1;
                continue;
            }
            let all = variants(&lines, &name);
            assert!(all.len() > 1, "{name} is an enum in {}", file.display());
            seen += 1;
            let missing = all
                .symmetric_difference(&listed)
                .map(|variant| format!("{name}::{variant}"));
            forgotten.extend(missing.map(|variant| format!("{}: {variant}", file.display())));
        }
    }
    let consts = sources();
    let consts =
        consts.map(|file| fs::read_to_string(root().join(file)).expect("a source can be read"));
    let written: usize = consts
        .map(|text| text.matches("const ALL: [Self;").count())
        .sum();
    assert!(
        seen >= 9 && seen == written,
        "the rule reads {seen} lists of {written}"
    );
    assert_none(&forgotten, "add these to the list");
}

#[test]
fn a_variant_that_is_left_out_is_found() {
    let source = "pub enum Way {\n    Left,\n    Right { degrees: u32 },\n    Back(u32),\n}\n\nimpl Way {\n    pub const ALL: \
                  [Self; 2] = [Self::Left, Self::Right { degrees: 0 }];\n}\n";
    let lines: Vec<String> = source.lines().map(str::to_owned).collect();
    let all = variants(&lines, "Way");
    assert_eq!(all, ["Back", "Left", "Right"].map(str::to_owned).into());
    assert_eq!(
        lists(&lines),
        [(
            "Way".to_owned(),
            ["Left", "Right"].map(str::to_owned).into()
        )]
    );
}
