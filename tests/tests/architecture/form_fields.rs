//! What the fields of forms are called stands once: those of every form in one file, a kind's own
//! beside its settings. Whoever writes or reads a form goes by that.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::code;
use crate::kinds::{KINDS, played};
use crate::names::assert_none;
use crate::sources::{is_a_test, root, rust_files, shown};

/// The names that forms of all kinds have; each kind's own are in a file of that name in its
/// folder.
const SHARED: &str = "shared/src/question/form_fields.rs";
/// Where participants' forms are read and written.
const PLACES: [&str; 8] = [
    "shared/src/question",
    "shared/src/room",
    "client/src/kinds",
    "client/src/net",
    "client/src/outbox",
    "client/src/phone",
    "client/src/views/participant",
    "server/src/http/pages/participant",
];
/// The same, and other modules beside them.
const FILES: [&str; 3] = [
    "client/src/outbox.rs",
    "client/src/phone.rs",
    "server/src/http/pages/participant.rs",
];
/// Forms of hosts, which have fields of their own.
const OF_HOSTS: &str = "client/src/net/host/";

/// Where the kinds that are played name their fields, and the names that all forms have.
fn declaring() -> Vec<PathBuf> {
    let played = played();
    let modules = KINDS.iter().filter(|(variant, _)| {
        let word = variant.to_lowercase();
        played.contains(&word)
    });
    let of_kind = |(_, module): &(&str, &str)| {
        root().join(format!("shared/src/question/{module}/form_fields.rs"))
    };
    let files: Vec<PathBuf> = modules.map(of_kind).chain([root().join(SHARED)]).collect();
    assert_eq!(files.len(), played.len() + 1, "each kind is a module");
    files
}

/// The constants of a text that are names of fields: `const ENTRY: &str = "entry";`.
fn declared(text: &str) -> Vec<String> {
    let name = |line: &str| {
        let (_, value) = line
            .trim()
            .split_once("const ")?
            .1
            .split_once(": &str = \"")?;
        Some(value.strip_suffix("\";")?.to_owned())
    };
    text.lines().filter_map(name).collect()
}

/// Whether a line writes or reads a field by that name: a name that ends in a dash has a number
/// behind it.
fn spells(line: &str, name: &str) -> bool {
    if name.ends_with('-') {
        return line.contains(&format!("\"{name}"));
    }
    let ways = [
        format!(".first(\"{name}\")"),
        format!(".all(\"{name}\")"),
        format!(".push(\"{name}\","),
        format!("(\"name\", \"{name}\")"),
        format!(" field(\"{name}\","),
        format!("name == \"{name}\""),
        format!("name() == \"{name}\""),
        format!("set_name(\"{name}\")"),
        format!("[name={name}]"),
    ];
    ways.iter().any(|way| line.contains(way))
}

#[test]
fn each_kind_names_the_fields_of_its_form_once() {
    let declaring = declaring();
    let mut names = BTreeSet::new();
    for file in &declaring {
        let text = fs::read_to_string(file).unwrap_or_default();
        let declared = declared(&text);
        // A kind may share all of its names.
        let named = !declared.is_empty() || text.contains("::form_fields::");
        assert!(named, "{} names no field", shown(file));
        names.extend(declared);
    }
    assert!(names.len() >= 14, "the rule knows {names:?}");
    let files = PLACES.into_iter().flat_map(rust_files);
    let files = files
        .chain(FILES.map(|file| root().join(file)))
        .filter(|file| !is_a_test(file) && !declaring.contains(file))
        .filter(|file| !shown(file).starts_with(OF_HOSTS));
    let (mut found, mut by_name) = (Vec::new(), 0);
    for file in files {
        let text = fs::read_to_string(&file).expect("a source can be read");
        for line in code::production(&text) {
            by_name += usize::from(line.text.contains("form_fields::"));
            if names.iter().any(|name| spells(&line.text, name)) {
                let place = format!("{}:{}", shown(&file), line.number);
                found.push(format!("{place}: {}", line.text.trim()));
            }
        }
    }
    assert_none(
        &found,
        "name a field by what `form_fields` of its kind calls it",
    );
    assert!(by_name > 30, "only {by_name} lines go by that");
}

#[test]
fn a_field_that_is_spelled_out_is_found() {
    for (line, name, found) in [
        ("let text = fields.first(\"text\")?;", "text", true),
        ("fields.all(\"entry\").count()", "entry", true),
        ("fields.push(\"option\", number)", "option", true),
        ("let name = format!(\"value-{number}\");", "value-", true),
        ("name.strip_prefix(\"skip-\")", "skip-", true),
        (".set(\"name\", \"other\")", "other", true),
        ("let key = field(\"key\", key);", "key", true),
        ("form.query_selector(\"[name=entry]\")", "entry", true),
        ("field.set_name(\"value\");", "value", true),
        (".set(\"value\", number)", "value", false),
        (".class(\"option\")", "option", false),
        ("Read::read(&json.field(\"text\"))?", "text", false),
        ("fields.first(form_fields::OTHER)", "other", false),
    ] {
        assert_eq!(spells(line, name), found, "{line}");
    }
    let text = "/// A.\npub const A: &str = \"a\";\nconst B: &str = \"b-\";\nconst C: usize = 1;\n";
    assert_eq!(declared(text), ["a", "b-"]);
}
