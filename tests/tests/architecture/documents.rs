//! What the documents name is there: files and folders, and the commands of `cargo xtask`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::names::assert_none;
use crate::sources::{all_rust_files, root, shown};

/// What is made by building or downloaded.
const MADE: [&str; 3] = ["target", "node_modules", ".git"];
/// What lies where peil is started, or is made for it.
const ELSEWHERE: [&str; 3] = ["./peil-data", "peil.toml", "phone-nl.txt"];
const ENDINGS: [&str; 11] = [
    "rs", "md", "toml", "json", "jsonl", "yml", "css", "ftl", "js", "txt", "service",
];

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Everything in the repository, by its path from the root.
pub fn everything() -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    gather(&root(), &mut found);
    found
        .iter()
        .filter_map(|path| path.strip_prefix(root()).ok().map(Path::to_owned))
        .collect()
}

fn gather(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder)
        .expect("a folder can be read")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() && !MADE.contains(&entry.file_name().to_string_lossy().as_ref()) {
            gather(&path, found);
        }
        found.insert(path);
    }
}

/// What stands between backticks, in brackets behind a link's words, or at the start of a line that
/// is set in.
fn named(text: &str) -> Vec<String> {
    let quoted = text
        .lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2));
    let linked = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', '#']).next());
    let listed = text
        .lines()
        .filter_map(|line| line.strip_prefix("    ")?.split_once("  "))
        .map(|(words, _)| words);
    let words = quoted.chain(linked).chain(listed).flat_map(|words| {
        words
            .split([',', ' '])
            .filter(|_| !words.contains('{'))
            .chain(words.contains('{').then_some(words))
    });
    words
        .flat_map(alternatives)
        .filter(|word| is_path(word))
        .collect()
}

/// `a/{b,c}.rs` as what it stands for.
fn alternatives(word: &str) -> Vec<String> {
    let Some((before, rest)) = word.split_once('{') else {
        return vec![word.to_owned()];
    };
    let Some((inside, after)) = rest.split_once('}') else {
        return Vec::new();
    };
    inside
        .split(',')
        .map(|one| format!("{before}{}{after}", one.trim()))
        .collect()
}

/// Whether it is a path of this repository, and not an address, an option, a type or a place on a
/// server.
fn is_path(word: &str) -> bool {
    let plain = word
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"_-./".contains(&b));
    let file = word
        .rsplit_once('.')
        .is_some_and(|(name, ending)| !name.is_empty() && ENDINGS.contains(&ending));
    let below = word
        .split_once('/')
        .is_some_and(|(first, _)| root().join(first).is_dir() && !first.is_empty());
    plain
        && (file || below || (word.ends_with('/') && !word.starts_with('/')))
        && !word.starts_with("target")
        && !ELSEWHERE.contains(&word)
        && !word.contains("//")
}

/// Those that are not there. A path counts from the root, or, where the document says so, from any
/// folder.
fn missing(text: &str, all: &BTreeSet<PathBuf>, from_any_folder: bool) -> Vec<String> {
    let is_there = |word: &str| {
        let path = Path::new(word.trim_end_matches('/'));
        all.contains(path) || (from_any_folder && all.iter().any(|known| known.ends_with(path)))
    };
    named(text)
        .into_iter()
        .filter(|word| !is_there(word))
        .collect()
}

#[test]
fn every_path_that_a_document_names_is_there() {
    let all = everything();
    for (file, from_any_folder, at_least) in [
        ("CONTRIBUTING.md", false, 30),
        ("README.md", false, 10),
        ("ARCHITECTURE.md", true, 100),
        ("docs/scale.md", true, 20),
        ("docs/network-faults.md", true, 10),
        ("docs/durability.md", true, 1),
        ("docs/privacy.md", true, 50),
        ("docs/privacy.nl.md", true, 50),
        ("client/locales/README.md", true, 5),
    ] {
        let text = read(file);
        assert!(
            named(&text).len() >= at_least,
            "the rule reads {} paths in {file}",
            named(&text).len()
        );
        assert_none(
            &missing(&text, &all, from_any_folder),
            &format!("{file} names these, and they are not there"),
        );
    }
}

/// What two translations of a document have in common: how deep each heading is, how wide each row
/// of a table, how many items stand in each list, and in each section the files that it names.
fn skeleton(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut files = BTreeSet::new();
    for line in text.lines() {
        let heading = line.bytes().take_while(|b| *b == b'#').count();
        if heading > 0 {
            all.push(format!("{files:?}"));
            files.clear();
            all.push(format!("heading of level {heading}"));
        } else if line.starts_with('|') {
            all.push(format!("row of {}", line.matches('|').count()));
        } else if line.starts_with("- ") {
            all.push("item".to_owned());
        }
        let here = named(line).into_iter();
        files.extend(here.filter(|file| !file.starts_with("privacy")));
    }
    all.push(format!("{files:?}"));
    all
}

#[test]
fn what_is_said_of_privacy_is_the_same_in_both_languages() {
    let (en, nl) = (read("docs/privacy.md"), read("docs/privacy.nl.md"));
    let (en, nl) = (skeleton(&en), skeleton(&nl));
    for (place, (en, nl)) in en.iter().zip(&nl).enumerate() {
        assert_eq!(en, nl, "part {place} of the two");
    }
    assert_eq!(en.len(), nl.len(), "one goes on");
    let headings = en.iter().filter(|part| part.starts_with("heading"));
    assert!(headings.count() >= 18, "{en:?}");
    let planted = skeleton("# A\n\n- `docs/deck.md`\n");
    assert_ne!(planted, skeleton("# A\n\n- `docs/mail.md`\n"));
    assert_ne!(planted, skeleton("# A\n\n| `docs/deck.md` |\n"));
}

/// What comments name as an example, or as it is called where it is served or downloaded.
const EXAMPLES: [&str; 9] = [
    "a.rs",
    "a/b.rs",
    "a/c.rs",
    "phone.js",
    "phone-0123456789abcdef.css",
    "PropList.txt",
    "DerivedCoreProperties.txt",
    "fuzz/corpus/NAME",
    "crate::a",
];

/// What the documentation of a source says, line by line.
fn documentation(source: &str) -> String {
    let lines = source.lines().map(str::trim_start);
    let said = lines.filter_map(|line| line.strip_prefix("//!").or(line.strip_prefix("///")));
    said.map(|line| format!("{}\n", line.trim_start()))
        .collect()
}

/// Paths of modules, and of functions in them, between backticks: `net::host::requests`.
fn modules_named(text: &str) -> Vec<&str> {
    let quoted = text
        .lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2));
    let is_word = |word: &str| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        !word.is_empty() && word.chars().all(plain)
    };
    let is_module = |path: &&str| path.contains("::") && path.split("::").all(is_word);
    quoted.filter(is_module).collect()
}

/// Whether a module of that path, from whichever folder, is a file, or has what is named last.
fn is_module(path: &str, all: &BTreeSet<PathBuf>) -> bool {
    let parts: Vec<&str> = path
        .split("::")
        .skip_while(|part| ["crate", "super", "self"].contains(part))
        .collect();
    let Some((last, around)) = parts.split_last() else {
        return true;
    };
    let file = |parts: &[&str]| PathBuf::from(parts.join("/")).with_extension("rs");
    let has = |path: &PathBuf| {
        let text = read(&path.to_string_lossy());
        let items = ["fn", "mod", "const"];
        items
            .iter()
            .any(|item| text.contains(&format!("{item} {last}")))
    };
    let mut inside = all.iter().filter(|path| path.ends_with(file(around)));
    let is_file = all.iter().any(|path| path.ends_with(file(&parts)));
    is_file || !around.is_empty() && inside.any(has)
}

#[test]
fn every_file_and_module_that_a_comment_names_is_there() {
    let all = everything();
    let (mut found, mut files, mut modules) = (Vec::new(), 0, 0);
    for source in all_rust_files() {
        let text = documentation(&fs::read_to_string(&source).expect("a source can be read"));
        let modules_here = modules_named(&text);
        files += named(&text).len();
        modules += modules_here.len();
        let gone = modules_here
            .into_iter()
            .filter(|path| !is_module(path, &all));
        let gone = gone.map(str::to_owned).chain(missing(&text, &all, true));
        // What begins with a slash is an address.
        let gone = gone.filter(|name| !name.starts_with('/'));
        found.extend(gone.map(|name| format!("{}: {name}", shown(&source))));
    }
    let is_example = |found: &str, name: &str| found.ends_with(&format!(": {name}"));
    let needless: Vec<&str> = EXAMPLES
        .into_iter()
        .filter(|name| !found.iter().any(|found| is_example(found, name)))
        .collect();
    found.retain(|found| !EXAMPLES.iter().any(|name| is_example(found, name)));
    assert_none(&found, "comments name these, and they are not there");
    assert_eq!(needless, [""; 0], "an exception is there for something");
    assert!(
        files > 30 && modules > 15,
        "the rule reads {files} files and {modules} modules only"
    );
}

#[test]
fn a_module_that_is_not_there_is_found_in_comments_alone() {
    let all = everything();
    for (source, gone) in [
        (
            "//! `tests/src/netns.rs` does it; `net::host::requests` sends.",
            &[][..],
        ),
        ("/// `service::rooms::reach`, `super::request_context`", &[]),
        ("    /// See `net::host::orders`.", &["net::host::orders"]),
        (
            "/// See `service::rooms::fetch`.",
            &["service::rooms::fetch"],
        ),
        ("//! (`websocket/trial.rs`)", &["websocket/trial.rs"]),
        ("// See `websocket/trial.rs`.\nlet a = \"`b.rs`\";", &[]),
        ("/// `Room::apply`, `a.b`, `std`", &[]),
    ] {
        let text = documentation(source);
        let modules = modules_named(&text).into_iter();
        let mut found: Vec<String> = modules
            .filter(|path| !is_module(path, &all))
            .map(str::to_owned)
            .collect();
        found.extend(missing(&text, &all, true));
        assert_eq!(found, gone, "{source}");
    }
}

/// Each file of code that a document names tests of, as in "`a.rs`: `one_thing_holds`,
/// `another_does`".
fn tests_named(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split('`').collect();
        let mut file = None;
        for (place, word) in words.iter().enumerate().filter(|(place, _)| place % 2 == 1) {
            let before = words[place - 1].trim();
            let is_test = word.matches('_').count() > 1
                && word
                    .chars()
                    .all(|c| c == '_' || c.is_ascii_digit() || c.is_ascii_lowercase());
            if word.ends_with(".rs") {
                file = Some(*word);
            } else if let (true, Some(file)) = (is_test && [":", ","].contains(&before), file) {
                found.push((file.to_owned(), (*word).to_owned()));
            } else {
                file = None;
            }
        }
    }
    found
}

/// Tests that no file of that name has, nor a file in the folder beside it.
fn tests_missing(text: &str, all: &BTreeSet<PathBuf>) -> Vec<String> {
    let has =
        |path: &Path, test: &str| read(&path.to_string_lossy()).contains(&format!("fn {test}("));
    let is_there = |(file, test): &(String, String)| {
        let inside = file.trim_end_matches(".rs");
        let names = |path: &&PathBuf| {
            let folder = path.parent().is_some_and(|folder| folder.ends_with(inside));
            path.extension().is_some_and(|ending| ending == "rs")
                && (path.ends_with(file) || folder)
        };
        all.iter().filter(names).any(|path| has(path, test))
    };
    let named = tests_named(text).into_iter();
    named
        .filter(|named| !is_there(named))
        .map(|(file, test)| format!("{file}: {test}"))
        .collect()
}

#[test]
fn every_test_that_a_document_names_is_in_its_file() {
    let all = everything();
    for (file, at_least) in [
        ("ARCHITECTURE.md", 200),
        ("docs/scale.md", 20),
        ("docs/network-faults.md", 5),
    ] {
        let text = read(file);
        let named = tests_named(&text).len();
        assert!(named >= at_least, "the rule reads {named} tests in {file}");
        assert_none(
            &tests_missing(&text, &all),
            &format!("{file} names these tests, and they are not there"),
        );
    }
    let planted = "`tests/tests/architecture/documents.rs`: `every_test_that_a_document_names_is_in_its_file`, `no_test_is_called_so`";
    let missed = ["tests/tests/architecture/documents.rs: no_test_is_called_so"];
    assert_eq!(tests_missing(planted, &all), missed);
}

#[test]
fn a_path_that_is_not_there_is_found_however_it_is_named() {
    let all: BTreeSet<PathBuf> = [
        "server",
        "server/src",
        "server/src/lib.rs",
        "docs",
        "docs/deck.md",
    ]
    .map(PathBuf::from)
    .into();
    for (text, from_any_folder, expected) in [
        (
            "see `server/src/lib.rs` and [a deck](docs/deck.md#keys)",
            false,
            &[][..],
        ),
        ("see `server/src/gone.rs`", false, &["server/src/gone.rs"]),
        ("see [it](docs/gone.md)", false, &["docs/gone.md"]),
        (
            "    server/, docs/  both\n    tests/gone/  none",
            false,
            &["tests/gone/"],
        ),
        ("`server/src/{lib,gone}.rs`", false, &["server/src/gone.rs"]),
        ("`src/lib.rs`, `lib.rs`", true, &[]),
        ("`src/lib.rs`", false, &["src/lib.rs"]),
        ("`rc/lib.rs`", true, &["rc/lib.rs"]),
        (
            "`/desk`, `/api/v1/rooms/`, `text/plain`, `Room::apply`, `a.b`, `client/src/kinds/<kind>/`, `target/x.rs`",
            false,
            &[],
        ),
    ] {
        assert_eq!(missing(text, &all, from_any_folder), expected, "{text}");
    }
}

/// The commands and options behind each `cargo xtask`.
fn commands(text: &str) -> BTreeSet<String> {
    let mentions = text
        .split("cargo xtask ")
        .skip(1)
        .filter_map(|rest| rest.split(['`', '\n', '#']).next());
    let words = mentions.flat_map(|rest| {
        let words = rest.split_whitespace();
        words
            .enumerate()
            .take_while(|(at, word)| *at == 0 || word.starts_with(['-', '[']))
            .map(|(_, word)| word)
    });
    let bare = words.map(|word| {
        word.trim_matches(|c: char| !c.is_ascii_lowercase() && c != '-')
            .to_owned()
    });
    bare.filter(|word| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
    })
    .collect()
}

#[test]
fn the_commands_in_documents_are_those_that_there_are() {
    let main = read("xtask/src/main.rs");
    let usage = main
        .split_once("const USAGE")
        .and_then(|(_, rest)| rest.split_once("\";"))
        .expect("the usage")
        .0;
    let known: BTreeSet<String> = commands(usage);
    assert!(known.len() >= 9, "{known:?}");
    let documents = [
        "README.md",
        "CONTRIBUTING.md",
        "ARCHITECTURE.md",
        "client/locales/README.md",
    ]
    .map(str::to_owned);
    let docs = fs::read_dir(root().join("docs"))
        .expect("the documents")
        .flatten();
    let docs = docs
        .filter(|entry| entry.path().is_file())
        .map(|entry| format!("docs/{}", entry.file_name().to_string_lossy()));
    let mut documented = BTreeSet::new();
    for file in documents.into_iter().chain(docs) {
        let named = commands(&read(&file));
        let unknown: Vec<String> = named
            .iter()
            .filter(|word| !usage.contains(word.as_str()))
            .cloned()
            .collect();
        assert_none(&unknown, &format!("{file} names these of `cargo xtask`"));
        documented.extend(named);
    }
    let undocumented: Vec<String> = known.difference(&documented).cloned().collect();
    assert_none(&undocumented, "no document names these of `cargo xtask`");
}

#[test]
fn commands_are_read_with_their_options() {
    for (text, expected) in [
        (
            "`cargo xtask test`, a step of `cargo xtask test`",
            &["test"][..],
        ),
        (
            "    cargo xtask run --lan    for every phone",
            &["--lan", "run"],
        ),
        (
            "cargo xtask run [--lan]   build what is needed",
            &["--lan", "run"],
        ),
        (
            "`cargo xtask bench --quick`, and more --other",
            &["--quick", "bench"],
        ),
        ("`cargo xtask fuzz 600`", &["fuzz"]),
        ("`cargo xtask …`", &[]),
    ] {
        assert_eq!(
            commands(text).into_iter().collect::<Vec<_>>(),
            expected,
            "{text}"
        );
    }
}

/// What the changelog promises as a figure, and where that figure is held.
const FIGURES: [(&str, &str, &str); 8] = [
    (
        "vote after less than 14 kB",
        "tests/tests/browser/weight.rs",
        "FIRST_VOTE_BYTES: u64 = 14_000;",
    ),
    (
        "loads less than 155 kB in all",
        "tests/tests/browser/weight.rs",
        "EVERYTHING_BYTES: u64 = 155_000;",
    ),
    (
        "has 20 seconds more",
        "shared/src/limits.rs",
        "GRACE_SECONDS: u32 = 20;",
    ),
    (
        "one by one, up to fifty",
        "shared/src/limits.rs",
        "UNDO_STEPS: usize = 50;",
    ),
    (
        "After 30 seconds, or with Esc",
        "client/src/views/stage/choosing.rs",
        "CHOOSING_SECONDS: u32 = 30;",
    ),
    (
        "A hall of 2,000 behind one address",
        "server/src/join_limits/tests.rs",
        "get_in(1..=2_000).len(), 2_000",
    ),
    (
        "A room's journal ends at 1 GiB",
        "shared/src/limits.rs",
        "ROOM_JOURNAL_BYTES: u64 = 1024 * 1024 * 1024;",
    ),
    (
        "works once, within 15 minutes",
        "server/src/auth/owner.rs",
        "LINK_MINUTES: u64 = 15;",
    ),
];

#[test]
fn the_figures_in_the_changelog_are_those_that_are_held() {
    let changelog = read("CHANGELOG.md")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let untrue: Vec<String> = FIGURES
        .iter()
        .filter(|(claim, file, held)| !changelog.contains(claim) || !read(file).contains(held))
        .map(|(claim, file, held)| format!("`{claim}` and `{held}` in {file}"))
        .collect();
    assert_none(
        &untrue,
        "these belong together, in the changelog and in what holds it",
    );
}
