//! A kind of question in one place on the side of the pages: shared drawing knows none, and only
//! the list of kinds and a kind's own folder distinguish them.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::code::{self, CodeLine};
use crate::names::{assert_each_is_declared, assert_each_stands, assert_none};
use crate::sources::{is_a_test, lines_naming, root, rust_files};

/// The list of kinds: what phones ask, and what figures do.
const LIST: [&str; 2] = ["client/src/kinds.rs", "client/src/kinds/figures.rs"];
const FOLDERS: &str = "client/src/kinds";
/// The enums that have a variant for each kind.
const ENUMS: [&str; 6] = [
    "QuestionSpec",
    "Answer",
    "Tally",
    "Input",
    "Results",
    "KindFigure",
];
/// In so many files of the client a kind may be named outside its own folder: the two of the list,
/// and one that shares a limit or a rule of it.
const FILES: usize = 3;

/// The kinds by the names of their folders.
fn kinds() -> Vec<String> {
    let entries = fs::read_dir(root().join(FOLDERS))
        .expect("kinds have folders")
        .flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut kinds: Vec<String> = folders
        .map(|folder| folder.file_name().into_string().expect("a kind is a word"))
        .collect();
    kinds.sort();
    assert!(
        kinds.len() >= 5,
        "the rule looks at the right place: {kinds:?}"
    );
    kinds
}

/// `open` as a variant: `Open`.
fn variant(kind: &str) -> String {
    let mut letters = kind.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// What a line names behind an enum that has a variant for each kind: `Open` of `Input::Open { ..
/// }`.
fn told_apart(line: &str) -> impl Iterator<Item = &str> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    ENUMS.into_iter().flat_map(move |name| {
        line.match_indices(name).filter_map(move |(at, _)| {
            let alone = !line[..at].chars().next_back().is_some_and(is_word);
            let behind = line[at + name.len()..]
                .strip_prefix("::")
                .filter(|_| alone)?;
            let end = behind.find(|c| !is_word(c)).unwrap_or(behind.len());
            Some(&behind[..end]).filter(|word| word.starts_with(char::is_uppercase))
        })
    })
}

/// The files of the client that are built for others than tests, by their paths from the root, with
/// their code.
fn client() -> Vec<(String, Vec<CodeLine>)> {
    let files = rust_files("client/src")
        .into_iter()
        .filter(|file| !is_a_test(file));
    let read = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("a source can be read");
        let path = file
            .strip_prefix(root())
            .unwrap_or(&file)
            .display()
            .to_string();
        (path, code::production(&text))
    };
    files.map(read).collect()
}

#[test]
fn shared_drawing_knows_no_kind() {
    let names = [
        "kinds",
        "Input",
        "Results",
        "shared::question",
        "shared::protocol",
    ];
    let found = lines_naming("client/src", &names).into_iter();
    let (found, elsewhere): (Vec<String>, Vec<String>) = found.partition(|line| {
        ["client/src/charts.rs", "client/src/charts/"]
            .iter()
            .any(|at| line.starts_with(at))
    });
    assert_none(&found, "what one kind draws stands in its own folder");
    assert_each_stands(&names, &elsewhere);
    let charts = ["crate::charts"];
    assert_each_stands(&charts, &lines_naming(FOLDERS, &charts));
}

#[test]
fn only_the_list_of_kinds_and_their_folders_tell_kinds_apart() {
    let (mut found, mut inside) = (Vec::new(), 0);
    let variants: Vec<String> = kinds().iter().map(|kind| variant(kind)).collect();
    for (path, lines) in client() {
        let tells = |line: &&CodeLine| {
            told_apart(&line.bare).any(|name| variants.iter().any(|variant| variant == name))
        };
        let named = lines.iter().filter(tells);
        if path == LIST[0] || path.starts_with(&format!("{FOLDERS}/")) {
            inside += named.count();
        } else {
            found.extend(named.map(|line| format!("{path}:{}: {}", line.number, line.text.trim())));
        }
    }
    assert_none(
        &found,
        "ask for what you want to know by a function of the list",
    );
    assert!(inside > 50, "the rule reads {inside} lines only");
    assert_each_is_declared(&ENUMS);
}

/// What is wrong with the list's code: arms that hide a kind, are of several or do more than to ask,
/// and functions that say more than a
/// line of one.
fn faults(lines: &[CodeLine], kinds: &[String]) -> Vec<String> {
    let hides = |line: &&CodeLine| {
        let bare = line.bare.trim();
        let several = told_apart(bare).count() > 1 && bare.contains(" | ");
        let block = told_apart(bare).count() > 0 && bare.ends_with("=> {");
        let otherwise = bare.starts_with("let ") && bare.contains(" else ");
        otherwise
            || several
            || block
            || bare.starts_with("_ =>")
            || ["matches!", "if let"]
                .iter()
                .any(|word| bare.contains(word))
    };
    let mut faults: Vec<String> = lines
        .iter()
        .filter(hides)
        .map(|line| format!("{}: {}", line.number, line.text.trim()))
        .collect();
    let mut function = "";
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for line in lines {
        let begins = ["fn ", "kinds!("]
            .iter()
            .any(|word| line.bare.contains(word));
        if begins && !line.bare.starts_with(' ') {
            (function, seen) = (line.bare.trim(), BTreeSet::new());
        }
        let of_macro = |kind: &&String| line.bare.contains(&format!("=> {},", variant(kind)));
        let names = |kind: &&String| {
            told_apart(&line.bare).any(|name| *name == variant(kind)) || of_macro(kind)
        };
        let again = kinds
            .iter()
            .filter(names)
            .filter(|kind| !seen.insert(kind.as_str()));
        faults.extend(
            again.map(|kind| format!("{}: `{kind}` once more in `{function}`", line.number)),
        );
    }
    faults
}

#[test]
fn the_list_of_kinds_asks_each_on_a_line_and_leaves_none_out() {
    let lists = LIST.map(|list| {
        let text = fs::read_to_string(root().join(list)).expect("the list is there");
        code::production(&text)
    });
    for lines in &lists {
        assert_none(&faults(lines, &kinds()), "the list of kinds holds no code");
    }
    let functions = lists
        .iter()
        .flatten()
        .filter(|line| line.bare.contains("fn "))
        .count();
    assert!(functions > 20, "the rule reads {functions} functions only");
    let [lines, _] = lists;
    for kind in kinds() {
        let module = lines
            .iter()
            .any(|line| line.bare.trim().ends_with(&format!("mod {kind};")));
        assert!(
            module && root().join(format!("{FOLDERS}/{kind}.rs")).is_file(),
            "{kind} is a module of the list"
        );
    }
}

#[test]
fn a_list_that_hides_a_kind_is_found() {
    let kinds = ["choice".to_owned(), "open".to_owned()];
    let of = |text: &str| faults(&code::production(text), &kinds);
    let right = "pub fn a(input: &Input) -> u32 {\n    match input {\n        Input::Open { votes, .. } => *votes,\n        \
                 Input::Choice { .. } => 0,\n    }\n}\n\npub fn b(results: &Results) {\n    match results {\n        \
                 Results::Choice(_) => {}\n        Results::Open(_) => {}\n    }\n}\n";
    assert_eq!(of(right), Vec::<String>::new());
    for wrong in [
        right.replace("Input::Choice { .. } => 0", "_ => 0"),
        right.replace("Results::Open(_) => {}", "_ => {}"),
        right.replace(
            "Choice(_) => {}\n        Results::Open(_)",
            "Choice(_) | Results::Open(_)",
        ),
        right.replace("=> *votes,", "=> {\n            *votes\n        }"),
        right.replace(
            "match results {",
            "let Results::Open(_) = results else { return };\n    {",
        ),
        right.replace("match results {", "if let Results::Open(_) = results {"),
        right.replace(
            "match input {",
            "match matches!(input, Input::Open { .. }) {",
        ),
        right.replace("=> *votes,", "=> {\n            Input::Open\n        }"),
        right.replace(
            "Input::Choice { .. } => 0,",
            "Input::Choice { .. } => 0,\n        Input::Choice { .. } => 1,",
        ),
    ] {
        assert!(!of(&wrong).is_empty(), "{wrong}");
    }
}

#[test]
fn outside_its_own_folder_a_kind_is_named_in_few_files() {
    let client = client();
    for kind in kinds() {
        let own = [format!("{FOLDERS}/{kind}.rs"), format!("{FOLDERS}/{kind}/")];
        let elsewhere = client
            .iter()
            .filter(|(path, _)| !own.iter().any(|own| path.starts_with(own)));
        let names_it = |path: &str, line: &CodeLine| {
            // There are other modules called `number`.
            let leads = |of: &&str| {
                let apart = line.bare.contains(&format!("{of}::{{"))
                    && line.bare.contains(&format!("{kind}::"));
                apart
                    || ["::", ";"]
                        .iter()
                        .any(|end| line.bare.contains(&format!("{of}::{kind}{end}")))
            };
            let path = ["kinds", "question"].iter().any(leads)
                || LIST.contains(&path) && line.bare.contains(&format!("{kind}::"));
            path || told_apart(&line.bare).any(|name| name == variant(&kind))
        };
        let files = elsewhere
            .filter(|(path, lines)| lines.iter().any(|line| names_it(path, line)))
            .map(|(path, _)| path.as_str());
        let files: Vec<&str> = files.collect();
        println!("{kind}: {files:?}");
        assert!(
            LIST.iter().all(|list| files.contains(list)),
            "{kind} is in the list"
        );
        assert!(
            files.len() <= FILES,
            "{kind} is named in {} files: {files:?}",
            files.len()
        );
    }
}
