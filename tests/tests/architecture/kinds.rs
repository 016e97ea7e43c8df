//! A kind of question in one place: only its own files and the list of kinds name it, and the list
//! holds no code.

use std::collections::BTreeMap;
use std::fs;

use crate::documents::everything;
use crate::names::{assert_each_is_declared, assert_none};
use crate::paths;
use crate::sources::{code_of, is_a_test, lines_naming, root, rust_files, shown};

/// Kinds by the names of their variants and of their modules in `shared/src/question`.
pub const KINDS: [(&str, &str); 13] = [
    ("Choice", "choice"),
    ("Words", "words"),
    ("Open", "open"),
    ("Scale", "scale"),
    ("Spectrum", "spectrum"),
    ("Rank", "rank"),
    ("Points", "points"),
    ("Grid", "grid"),
    ("Pin", "pin"),
    ("Number", "number"),
    ("Type", "typed"),
    ("Form", "form"),
    ("Qa", "qa"),
];
/// What has a variant for each kind.
const FAMILIES: [&str; 6] = [
    "QuestionSpec",
    "Answer",
    "Tally",
    "Results",
    "Input",
    "Kind",
];
/// The list of kinds.
const LIST: [&str; 3] = [
    "shared/src/question.rs",
    "shared/src/question/answer.rs",
    "shared/src/question/input.rs",
];
/// Files of the core and the server in which one kind may stand besides its own and those of tests.
const FILES_MOST: usize = 5;

/// Whether a path leads to a kind: to its variant, or into its module.
fn leads_to(path: &[String], (variant, module): (&str, &str), in_list: bool) -> bool {
    let is = |pair: &[String], one: &str, other: &str| pair[0] == one && pair[1] == other;
    let variants = path
        .windows(2)
        .any(|pair| FAMILIES.iter().any(|family| is(pair, family, variant)));
    let own = |at: usize| {
        in_list
            && path.get(at).is_some_and(|name| name == "Self")
            && path.get(at + 1).is_some_and(|name| name == variant)
    };
    variants || own(0) || path.windows(2).any(|pair| is(pair, "question", module))
}

/// The files of the core and the server that name a kind, but for its own and those of tests.
fn files_naming(kind: (&str, &str)) -> Vec<String> {
    let own = [
        format!("shared/src/question/{}.rs", kind.1),
        format!("shared/src/question/{}/", kind.1),
    ];
    let mut found = Vec::new();
    for folder in ["shared/src", "server/src"] {
        for file in rust_files(folder)
            .into_iter()
            .filter(|file| !is_a_test(file))
        {
            let shown = shown(&file);
            if own.iter().any(|own| shown.starts_with(own.as_str())) {
                continue;
            }
            let text = fs::read_to_string(&file).expect("a source can be read");
            let in_list = LIST.contains(&shown.as_str());
            if paths::named(&text)
                .iter()
                .any(|path| leads_to(path, kind, in_list))
            {
                found.push(shown);
            }
        }
    }
    found
}

#[test]
fn a_kind_stands_in_few_files_beside_its_own() {
    for kind in KINDS {
        let files = files_naming(kind);
        assert!(
            LIST[..1]
                .iter()
                .all(|list| files.iter().any(|file| file == list)),
            "{kind:?} is not in the list"
        );
        assert!(
            files.len() <= FILES_MOST,
            "{} stands in {} files:\n{}",
            kind.0,
            files.len(),
            files.join("\n")
        );
    }
}

/// Code that can't name a variant can't leave one out: capabilities are asked for by their names,
/// and each kind answers.
#[test]
fn nobody_tells_kinds_apart_but_the_list_and_themselves() {
    let mut found = BTreeMap::<String, Vec<&str>>::new();
    for (variant, module) in KINDS {
        for folder in ["shared/src", "server/src"] {
            for file in rust_files(folder)
                .into_iter()
                .filter(|file| !is_a_test(file))
            {
                let shown = shown(&file);
                let own = shown.starts_with(&format!("shared/src/question/{module}"));
                if own || LIST.contains(&shown.as_str()) {
                    continue;
                }
                let text = fs::read_to_string(&file).expect("a source can be read");
                let names = |path: &Vec<String>| {
                    path.windows(2)
                        .any(|pair| FAMILIES.contains(&pair[0].as_str()) && pair[1] == variant)
                };
                if paths::named(&text).iter().any(names) {
                    found.entry(shown).or_default().push(variant);
                }
            }
        }
    }
    let found: Vec<String> = found
        .into_iter()
        .map(|(file, kinds)| format!("{file}: {}", kinds.join(", ")))
        .collect();
    assert_none(&found, "these tell kinds apart: let the list ask the kind");
    assert_each_is_declared(&FAMILIES);
}

/// What hands out one kind's own settings, and where it may: whoever else asks is asking for a
/// capability.
const ACCESSORS: [(&str, &[&str]); 1] =
    [("as_form", &["shared/src/room/forms.rs", "server/src/forms"])];

#[test]
fn the_settings_of_one_kind_are_handed_to_what_is_about_it() {
    let list = fs::read_to_string(root().join(LIST[0])).expect("the list is there");
    let accessor = |line: &str| {
        let (name, _) = line.strip_prefix("    pub as_")?.split_once(": ")?;
        Some(format!("as_{name}"))
    };
    let public: Vec<String> = list.lines().filter_map(accessor).collect();
    let known = ACCESSORS.map(|(name, _)| name);
    assert_eq!(public, known, "each accessor says where it may be used");
    for (name, places) in ACCESSORS {
        let folders = ["shared/src", "server/src", "client/src"].into_iter();
        let lines = folders.flat_map(|folder| lines_naming(folder, &[name]));
        let (about, found): (Vec<String>, Vec<String>) = lines
            .filter(|line| !line.starts_with(LIST[0]))
            .partition(|line| places.iter().any(|place| line.starts_with(place)));
        assert_none(&found, "these tell kinds apart: ask for a capability");
        for place in places {
            let here = about.iter().filter(|line| line.starts_with(place));
            assert!(here.count() > 0, "{place} asks for {name} no more");
        }
    }
}

/// No kind can be forgotten in it: every `match` names all of them, and a line does no more than
/// hand on to the kind.
#[test]
fn the_list_has_no_arm_for_the_rest() {
    let mut found = Vec::new();
    for file in LIST {
        for (number, line) in code_of(&root().join(file)) {
            found.extend(for_the_rest(&line).then(|| format!("{file}:{number}: {}", line.trim())));
        }
    }
    assert_none(&found, "a kind that is left out here would compile");
}

fn for_the_rest(line: &str) -> bool {
    let code = line.trim_start();
    code.starts_with("_ ")
        || code.contains("matches!(")
        || (code.contains("let Self::") && code.contains("else"))
}

#[test]
fn what_the_rules_look_for_is_found() {
    for (line, wrong) in [
        ("            _ => None,", true),
        ("            _ if late => None,", true),
        ("        matches!(self, Self::Open(_))", true),
        ("        let Self::Open(open) = self else { return };", true),
        ("            Self::Open(_) => None,", false),
        ("        let (_, slide) = found;", false),
    ] {
        assert_eq!(for_the_rest(line), wrong, "{line}");
    }
    let open = ("Open", "open");
    for (text, names) in [
        ("if let QuestionSpec::Open(open) = ask {}", true),
        ("use crate::question::{choice, open::Open};", true),
        ("let a = shared::question::Results::Open(b);", true),
        ("use crate::deck::QaMode; let a = QaMode::Open;", false),
        ("let a = file.open();", false),
    ] {
        assert_eq!(
            paths::named(text)
                .iter()
                .any(|path| leads_to(path, open, false)),
            names,
            "{text}"
        );
    }
}

/// The kinds that can be played, by their words.
pub fn played() -> Vec<String> {
    let cases = fs::read_dir(root().join("tests/data/kinds")).expect("kinds have cases");
    let words = cases.map(|file| {
        file.expect("a folder can be read")
            .path()
            .with_extension("")
    });
    let words = words.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()));
    let played: Vec<String> = words.collect();
    assert!(played.len() >= 6, "the rule knows {played:?}");
    played
}

/// Whether a text names a kind, as code, decks or people do.
fn tells_of(text: &str, kind: &str) -> bool {
    let variant = format!("{}{}", kind[..1].to_uppercase(), &kind[1..]);
    let part_of_a_word = |c: char| c.is_alphanumeric() || c == '_';
    let as_variant = text.match_indices(&variant).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let behind = text[at + variant.len()..].chars().next();
        !before.is_some_and(part_of_a_word) && !behind.is_some_and(part_of_a_word)
    });
    let written = [
        format!("\"{kind}\""),
        format!("`{kind}`"),
        format!("ask: {kind}"),
    ];
    as_variant || written.iter().any(|word| text.contains(word))
}

/// Files that know all of these kinds, but for what tests wrote down of a deck of all of them.
fn files_with_all(kinds: &[String]) -> Vec<String> {
    let told = [
        "tests/golden/",
        ".golden",
        "proptest-regressions/",
        "CONTRIBUTING.md",
    ];
    let mut files: Vec<String> = everything()
        .iter()
        .map(|path| path.display().to_string())
        .filter(|path| !told.iter().any(|part| path.contains(part)))
        .collect();
    files.retain(|path| {
        let text = fs::read_to_string(root().join(path)).unwrap_or_default();
        kinds.iter().all(|kind| tells_of(&text, kind))
    });
    files
}

/// Whoever adds a kind finds each list of kinds in the steps for it, also where nothing fails
/// without it.
#[test]
fn the_steps_for_a_kind_name_every_file_that_knows_all_kinds() {
    let text = fs::read_to_string(root().join("CONTRIBUTING.md")).expect("it can be read");
    let steps = text
        .split_once("**A kind of question.**")
        .and_then(|(_, behind)| behind.split_once("**A language.**"))
        .expect("it has the steps")
        .0;
    let files = files_with_all(&played());
    assert!(files.len() > 20, "the rule finds {files:?}");
    let missing: Vec<String> = files
        .into_iter()
        .filter(|file| !steps.contains(&format!("`{file}`")))
        .collect();
    assert_none(&missing, "these know every kind: name them in its steps");
}

#[test]
fn a_kind_is_known_by_each_of_its_names() {
    for (text, tells) in [
        ("Self::Scale(scale)", true),
        ("ask: scale\n", true),
        ("the kind `scale`", true),
        ("[\"scale\"]", true),
        ("Scaled, DownScale, rescale a scale", false),
    ] {
        assert_eq!(tells_of(text, "scale"), tells, "{text}");
    }
}
