//! Names that may not stand in a part of the house, and words that every part must begin with.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::code;
use crate::sources::{
    all_rust_files, code_of, is_a_test, lines_naming, root, rust_files, shown, source_folders,
};

#[track_caller]
pub fn assert_none(found: &[String], why: &str) {
    assert!(found.is_empty(), "{why}:\n{}", found.join("\n"));
}

/// Those of these names that stand in none of these lines.
fn gone(names: &[&str], lines: &[String], stands: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let gone = names
        .iter()
        .filter(|name| !lines.iter().any(|line| stands(line, name)));
    gone.map(|name| (*name).to_owned()).collect()
}

/// A rule about a name of ours that is called otherwise by now finds nothing, and holds nothing:
/// each stands in one of the lines in which it may.
#[track_caller]
pub fn assert_each_stands(names: &[&str], allowed: &[String]) {
    let gone = gone(names, allowed, |line, name| line.contains(name));
    assert_none(&gone, "the rule looks for what is not there");
}

/// Whether a line declares an enum of that name, by itself or in a macro.
fn declares_enum(line: &str, name: &str) -> bool {
    let behind = line.split_once("enum ").map(|(_, behind)| behind);
    behind.and_then(|behind| behind.split([' ', '<']).next()) == Some(name)
}

/// The same of enums of the core and of pages, which are declared there.
#[track_caller]
pub fn assert_each_is_declared(enums: &[&str]) {
    let sources = ["shared/src", "client/src"]
        .into_iter()
        .flat_map(rust_files);
    let lines: Vec<String> = sources
        .flat_map(|file| code_of(&file))
        .map(|(_, line)| line)
        .collect();
    let gone = gone(enums, &lines, declares_enum);
    assert_none(&gone, "the rule looks for enums that are not there");
}

#[test]
fn a_rule_about_a_name_that_is_gone_is_found() {
    let lines = ["pub enum Results {", "        pub enum KindFigure<'a> {"].map(str::to_owned);
    for (name, declared) in [
        ("Results", true),
        ("KindFigure", true),
        ("Result", false),
        ("AnyResults", false),
    ] {
        let gone = gone(&[name], &lines, declares_enum);
        assert_eq!(gone.is_empty(), declared, "{name}");
    }
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

/// The same report gives the same file.
#[test]
fn a_report_is_written_from_what_it_is_given() {
    let names = [
        "std::time",
        "SystemTime",
        "Instant",
        "std::fs",
        "std::net",
        "std::env",
        "std::thread",
        "std::process",
        "HashMap",
        "HashSet",
    ];
    for writer in ["server/docx/src", "server/fonts/src", "server/pdf/src"] {
        assert_none(
            &lines_naming(writer, &names),
            "a writer knows no clock, no files and no order by chance",
        );
    }
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
        ("who.joining()", "server/src/http/participant_session.rs"),
        ("ParticipantSession::arrives", "server/src/http/entrance.rs"),
        ("event_of_form(", "server/src/http/pages/participant.rs"),
        ("event_of(", "server/src/http/participant_session.rs"),
    ];
    for (name, place) in allowed {
        let sources = rust_files("server/src")
            .into_iter()
            .filter(|file| !is_a_test(file));
        let using =
            sources.filter(|file| code_of(file).iter().any(|(_, line)| line.contains(name)));
        let using: Vec<String> = using.map(|file| shown(&file)).collect();
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

/// The door between a page's two lives (`hydration.rs`) is the one place beside them.
#[test]
fn the_browser_stays_behind_its_doors() {
    let names = ["web_sys", "js_sys", "wasm_bindgen"];
    let found = lines_naming("client/src", &names);
    let (doors, elsewhere): (Vec<_>, Vec<_>) = found.into_iter().partition(|line| {
        let doors = [
            "client/src/net/",
            "client/src/browser/",
            "client/src/hydration.rs",
        ];
        doors.iter().any(|door| line.starts_with(door))
    });
    assert_none(
        &elsewhere,
        "only client/src/net and browser touch the browser",
    );
    assert_each_stands(&names, &doors);
}

/// Leptos writes the children of a textarea as they are: what somebody typed could end it.
#[test]
fn the_text_of_a_textarea_is_escaped() {
    let mut seen = 0;
    let mut unescaped = Vec::new();
    for file in rust_files("client/src/views") {
        let code = fs::read_to_string(&file).expect("a source can be read");
        for element in code.split("<textarea").skip(1) {
            let Some((element, _)) = element.split_once("</textarea>") else {
                continue;
            };
            seen += 1;
            let is_empty = element.trim_end().ends_with('>');
            if !is_empty && !element.contains("inner_html=inner_html(") {
                unescaped.push(shown(&file));
            }
        }
    }
    assert!(seen > 4, "{seen} of them");
    assert_none(&unescaped, "give these the text by `ui::multiline`");
}

#[test]
fn pages_carry_no_styles_of_their_own() {
    let mut found = Vec::new();
    // A mail is shown by programs that take no style sheet.
    let mail = root().join("client/src/pages/mail.rs");
    for file in rust_files("client")
        .into_iter()
        .filter(|file| !is_a_test(file) && *file != mail)
    {
        let shown = shown(&file);
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
    let says_so = |file: &PathBuf| {
        let text = fs::read_to_string(file).expect("a source can be read");
        text.starts_with("//!")
    };
    let all = all_rust_files().into_iter();
    let silent: Vec<String> = all
        .filter(|file| !says_so(file))
        .map(|file| shown(&file))
        .collect();
    assert_none(&silent, "these begin without `//!`");
}

#[test]
fn no_module_hides_behind_a_name_that_says_nothing() {
    let empty = [
        "mod", "utils", "util", "common", "helpers", "helper", "manager", "misc",
    ];
    let all = all_rust_files().into_iter();
    let named = all.filter(|file| {
        file.file_stem()
            .is_some_and(|stem| empty.contains(&stem.to_string_lossy().as_ref()))
    });
    let named: Vec<String> = named.map(|file| shown(&file)).collect();
    assert_none(&named, "a file is named after what it owns");
}

/// A story is read from its top to its bottom, a module is searched: tests may be longer.
fn longest(file: &Path) -> usize {
    if is_a_test(file) { 700 } else { 500 }
}

#[test]
fn sources_stay_short_enough_to_read() {
    let lines = |file: &PathBuf| {
        let text = fs::read_to_string(file).expect("a source can be read");
        text.lines().count()
    };
    let all = all_rust_files().into_iter();
    let long: Vec<String> = all
        .map(|file| (lines(&file), file))
        .filter(|(lines, file)| *lines > longest(file))
        .map(|(lines, file)| format!("{} has {lines} lines", shown(&file)))
        .collect();
    assert_none(&long, "split these where a seam shows");
}

/// Names that two types have, and why.
const SAME_NAMES: [(&str, &str); 1] = [(
    "Presenter",
    "who presents: the right that a route names, and whoever has it in a story; both are read as \
     sentences, and neither crate sees the other's",
)];

/// The name of the type that a line of code declares. A `type` inside something is what a trait
/// demands of whoever implements it.
fn declared(line: &str) -> Option<&str> {
    let bare = line.trim_start();
    let public = bare.strip_prefix("pub ");
    let restricted = || Some(bare.strip_prefix("pub(")?.split_once(") ")?.1);
    let item = public.or_else(restricted).unwrap_or(bare);
    let (keyword, rest) = item.split_once(' ')?;
    let of_a_trait = keyword == "type" && bare.len() < line.len();
    let declares = ["struct", "enum", "union", "trait", "type"].contains(&keyword);
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
    Some(&rest[..end.unwrap_or(rest.len())])
        .filter(|name| declares && !of_a_trait && name.starts_with(char::is_uppercase))
}

/// Names that several of these sources declare a type by, with the places.
fn declared_twice<'s>(
    sources: impl IntoIterator<Item = (&'s str, &'s str)>,
) -> BTreeMap<String, Vec<String>> {
    let mut places = BTreeMap::<String, Vec<String>>::new();
    for (path, text) in sources {
        let mut in_macro = false;
        for line in code::lines(text) {
            let bare = line.bare.trim();
            let by_macro = Some(bare).filter(|_| in_macro && !bare.is_empty());
            // `name!(` of `shared/src/ids.rs`: behind what is said of it stands the name of a type.
            in_macro = bare == "name!(" || in_macro && bare.is_empty();
            if let Some(name) = by_macro.or_else(|| declared(&line.bare)) {
                let place = format!("{path}:{}", line.number);
                places.entry(name.to_owned()).or_default().push(place);
            }
        }
    }
    places.retain(|_, places| places.len() > 1);
    places
}

/// The type that is made of each file of messages, as a source that declares it.
fn types_of_messages() -> Vec<(String, String)> {
    let language = &languages()[0];
    let place = format!("client/locales/{language}");
    let folder = fs::read_dir(root().join(&place)).expect("messages have a folder");
    let capital = |word: &str| format!("{}{}", word[..1].to_uppercase(), &word[1..]);
    let of_file = |path: PathBuf| {
        let name = path
            .file_stem()
            .expect("a file has a name")
            .to_string_lossy();
        let words: String = name.split('-').map(capital).collect();
        (
            format!("{place}/{name}.ftl"),
            format!("pub struct {words}Texts;"),
        )
    };
    let files = folder.map(|entry| entry.expect("a folder can be read").path());
    let messages = files.filter(|path| path.extension().is_some_and(|ending| ending == "ftl"));
    messages.map(of_file).collect()
}

/// The languages of pages, by their tags.
fn languages() -> Vec<String> {
    let entries = fs::read_dir(root().join("client/locales")).expect("languages have folders");
    let folders = entries
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let languages: Vec<String> = folders.collect();
    assert!(languages.len() >= 2, "{languages:?}");
    languages
}

/// A language is added as a folder and lines of tables; tests may name one as an example.
#[test]
fn no_code_names_a_language() {
    let tags: Vec<String> = languages().iter().map(|tag| format!("\"{tag}\"")).collect();
    let mut found = Vec::new();
    for file in source_folders()
        .iter()
        .filter(|folder| *folder != "tests/src")
        .flat_map(|folder| rust_files(folder))
        .filter(|file| !is_a_test(file))
    {
        let text = fs::read_to_string(&file).expect("a source can be read");
        let lines = code::production(&text).into_iter();
        let naming = lines.filter(|line| tags.iter().any(|tag| line.text.contains(tag)));
        found.extend(naming.map(|line| format!("{}:{}", shown(&file), line.number)));
    }
    assert_none(&found, "what these know of a language belongs to its data");
}

/// Three files are read by functions alone, or looked up by name.
#[test]
fn the_types_of_messages_are_those_that_pages_name() {
    let named = |(_, declares): &(String, String)| {
        let name = declared(declares).expect("a type is declared").to_owned();
        (lines_naming("client/src", &[&name]).is_empty(), name)
    };
    let unnamed: BTreeSet<String> = types_of_messages()
        .iter()
        .map(named)
        .filter_map(|(unnamed, name)| unnamed.then_some(name))
        .collect();
    let functions_alone = ["KindsTexts", "LocaleTexts", "PluralsTexts"];
    assert!(unnamed.iter().eq(functions_alone), "{unnamed:?}");
}

/// The types that a line takes in under another name.
fn renamed(line: &str) -> Vec<&str> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let is_type = |word: &str| {
        word.starts_with(char::is_uppercase) && word.contains(|c: char| c.is_lowercase())
    };
    let renames = line.match_indices(" as ").filter_map(|(at, as_)| {
        let before = &line[..at];
        let word = &before[before.rfind(|c| !is_word(c)).map_or(0, |end| end + 1)..];
        let behind = &line[at + as_.len()..];
        let name = &behind[..behind.find(|c| !is_word(c)).unwrap_or(behind.len())];
        // `<T as Trait>` says of which trait something is.
        let of_a_trait = behind[name.len()..].starts_with('>');
        (is_type(word) && is_type(name) && !of_a_trait).then_some(word)
    });
    renames.collect()
}

/// Under another name nobody finds who uses it.
#[test]
fn types_are_called_by_their_own_name() {
    let mut found = Vec::new();
    for file in source_folders()
        .iter()
        .flat_map(|folder| rust_files(folder))
        .filter(|file| !is_a_test(file))
    {
        let text = fs::read_to_string(&file).expect("a source can be read");
        for line in code::production(&text) {
            let names = renamed(&line.bare).into_iter();
            found.extend(names.map(|name| format!("{}:{}: {name}", shown(&file), line.number)));
        }
    }
    assert_none(&found, "these have another name here");
}

#[test]
fn a_type_under_another_name_is_found() {
    for (line, names) in [
        ("use crate::a::{Deck as Slides, Page};", &["Deck"][..]),
        (
            "    ContentProblem as Wrong, SettingsProblem as Keys,",
            &["ContentProblem", "SettingsProblem"],
        ),
        ("use super::middle::{LINE as ROW, Middle};", &[]),
        ("use std::fmt::Write as _;", &[]),
        ("let a = MOST as u64;", &[]),
        ("<Self as Keyword>::ALL", &[]),
    ] {
        assert_eq!(renamed(line), names, "{line}");
    }
}

#[test]
fn a_type_name_means_one_thing() {
    let read = |file: PathBuf| {
        (
            shown(&file),
            fs::read_to_string(&file).expect("a source can be read"),
        )
    };
    let sources: Vec<(String, String)> = all_rust_files()
        .into_iter()
        .map(read)
        .chain(types_of_messages())
        .collect();
    let twice = declared_twice(sources.iter().map(|(path, text)| (&**path, &**text)));
    let excepted = |name: &str| SAME_NAMES.iter().any(|(same, _)| *same == name);
    let found: Vec<String> = twice
        .iter()
        .filter(|(name, _)| !excepted(name))
        .map(|(name, places)| format!("{name}: {}", places.join(", ")))
        .collect();
    assert_none(&found, "each of these names means several things");
    let needless = SAME_NAMES
        .iter()
        .filter(|(name, _)| !twice.contains_key(*name));
    assert_eq!(needless.count(), 0, "an exception is there for two types");
}

#[test]
fn a_type_of_the_same_name_is_found_wherever_it_is_declared() {
    let first = "//! A file.\npub struct Plan {\n    pub page: u32,\n}\n";
    let cases = [
        ("pub struct Plan(u8);", true),
        ("struct Plan;", true),
        ("pub(super) enum Plan<'a> {\n    Now(&'a str),\n}", true),
        ("pub(crate) trait Plan: Sized {}", true),
        ("type Plan<'a> = Vec<&'a str>;", true),
        ("#[cfg(test)]\nmod tests {\n    struct Plan;\n}", true),
        ("fn a() {\n    enum Plan {}\n}", true),
        ("impl Route for A {\n    type Plan = u8;\n}", false),
        ("pub struct Plans;", false),
        ("pub fn plan() -> Plan {}", false),
        ("// struct Plan;", false),
        ("const A: &str = \"\nstruct Plan;\n\";", false),
        ("use crate::Plan;", false),
    ];
    for (second, found) in cases {
        let twice = declared_twice([("a.rs", first), ("b.rs", second)]);
        assert_eq!(twice.contains_key("Plan"), found, "{second}");
    }
    let by_macro = "name!(\n    /// What it names.\n    Plan\n);\n";
    for (second, found) in [(first, true), ("use crate::Plan;", false)] {
        let twice = declared_twice([("a.rs", by_macro), ("b.rs", second)]);
        assert_eq!(twice.contains_key("Plan"), found, "{second}");
    }
}
