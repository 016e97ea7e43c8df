//! Directions inside the crates: modules name each other in no circle, but for a parent with its
//! child.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;

use crate::names::assert_none;
use crate::paths;
use crate::sources::{is_a_test, root, rust_files};

const CRATES: [&str; 6] = [
    "shared/src",
    "client/src",
    "server/src",
    "tests/src",
    "xtask/src",
    "fuzz/src",
];

/// What still names a module that names it in turn, and why. Each circle goes through one of these:
/// a name that leaves is taken off, none is added.
const LEFT: [(&str, &str, &str, &str); 0] = [];

/// A module by its path from the root of its crate, which has none: `["room", "tests"]`.
type Module = Vec<String>;
/// The modules that each of them names.
type Edges = BTreeMap<Module, BTreeSet<Module>>;

/// The modules of a crate that are built for others than tests, with their texts.
fn modules(folder: &str) -> BTreeMap<Module, String> {
    let files = rust_files(folder)
        .into_iter()
        .filter(|file| !is_a_test(file));
    let module = |file: &std::path::Path| {
        let path = file
            .strip_prefix(root().join(folder))
            .expect("a file of the crate")
            .with_extension("");
        let parts: Module = path
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        if parts == ["lib"] || parts == ["main"] {
            Module::new()
        } else {
            parts
        }
    };
    files
        .map(|file| {
            (
                module(&file),
                fs::read_to_string(&file).expect("a source can be read"),
            )
        })
        .collect()
}

/// The module in which what a path names is declared, as far as its words tell.
fn named_by(modules: &BTreeMap<Module, String>, from: &Module, path: &[String]) -> Option<Module> {
    let mut at = from.clone();
    let mut rest = path;
    match path.first()?.as_str() {
        "crate" => (at, rest) = (Module::new(), &path[1..]),
        "self" => rest = &path[1..],
        "super" => {
            while let Some(("super", behind)) = rest
                .split_first()
                .map(|(first, behind)| (first.as_str(), behind))
            {
                at.pop();
                rest = behind;
            }
        }
        _ => {
            let child = [from.as_slice(), &path[..1]].concat();
            modules.contains_key(&child).then_some(())?;
        }
    }
    at.extend_from_slice(rest);
    while !modules.contains_key(&at) {
        at.pop()?;
    }
    Some(at)
}

/// A module and one around it may name each other.
fn are_kin(one: &Module, other: &Module) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

fn edges(modules: &BTreeMap<Module, String>) -> Edges {
    let of = |(module, text): (&Module, &String)| {
        let named = paths::named(text)
            .into_iter()
            .filter_map(|path| named_by(modules, module, &path));
        (
            module.clone(),
            named.filter(|other| !are_kin(module, other)).collect(),
        )
    };
    modules.iter().map(of).collect()
}

/// The shortest way from a module to another.
fn way(edges: &Edges, from: &Module, to: &Module) -> Option<Vec<Module>> {
    let mut ways = VecDeque::from([vec![from.clone()]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        let last = way.last()?;
        if last == to {
            return Some(way);
        }
        for next in edges.get(last).into_iter().flatten() {
            if seen.insert(next.clone()) {
                ways.push_back([way.as_slice(), std::slice::from_ref(next)].concat());
            }
        }
    }
    None
}

/// A shortest circle through each module that is in one, said once: `a -> b -> a`.
fn circles(edges: &Edges) -> Vec<String> {
    let mut told = BTreeSet::new();
    let mut circles = Vec::new();
    for (module, named) in edges {
        let back = named.iter().filter_map(|next| way(edges, next, module));
        let Some(circle) = back.min_by_key(Vec::len) else {
            continue;
        };
        if told.insert(
            circle
                .iter()
                .collect::<BTreeSet<_>>()
                .into_iter()
                .cloned()
                .collect::<Vec<_>>(),
        ) {
            let names = [module]
                .into_iter()
                .chain(&circle)
                .map(|module| module.join("/"));
            circles.push(names.collect::<Vec<_>>().join(" -> "));
        }
    }
    circles
}

fn module(path: &str) -> Module {
    path.split('/').map(str::to_owned).collect()
}

#[test]
fn modules_name_each_other_in_no_circle() {
    let mut found = Vec::new();
    let mut gone = Vec::new();
    for folder in CRATES {
        let mut edges = edges(&modules(folder));
        for (_, from, to, _) in LEFT.iter().filter(|(crate_, ..)| *crate_ == folder) {
            let (from, to) = (module(from), module(to));
            let names_it = edges.get(&from).is_some_and(|named| named.contains(&to));
            if !names_it || way(&edges, &to, &from).is_none() {
                gone.push(format!("{folder}: {} -> {}", from.join("/"), to.join("/")));
            }
        }
        for (_, from, to, _) in LEFT.iter().filter(|(crate_, ..)| *crate_ == folder) {
            edges.entry(module(from)).or_default().remove(&module(to));
        }
        found.extend(
            circles(&edges)
                .into_iter()
                .map(|circle| format!("{folder}: {circle}")),
        );
    }
    assert_none(
        &gone,
        "no circle goes this way any more: take it off the list",
    );
    assert_none(
        &found,
        "modules that name each other (a parent and its child may)",
    );
}

#[test]
fn every_crate_is_read() {
    for (folder, least) in [
        ("shared/src", 150),
        ("client/src", 300),
        ("server/src", 250),
        ("tests/src", 40),
        ("xtask/src", 15),
    ] {
        let edges = edges(&modules(folder));
        let named: usize = edges.values().map(BTreeSet::len).sum();
        assert!(
            named >= least,
            "{folder} names {named} modules: the rule reads too few"
        );
    }
}

#[test]
fn a_planted_circle_is_found() {
    let circles_of = |texts: &[(&str, &str)]| {
        let text = |(path, text): &(&str, &str)| (module(path), (*text).to_owned());
        let root = (
            Module::new(),
            String::from("pub mod a;\npub mod b;\npub mod c;\n"),
        );
        circles(&edges(&texts.iter().map(text).chain([root]).collect()))
    };
    let wrong: [(&[(&str, &str)], &str); 7] = [
        (
            &[("a", "use crate::b::B;"), ("b", "use crate::a::A;")],
            "a -> b -> a",
        ),
        (
            &[("a", "use super::b;"), ("b", "fn f() { crate::a::f() }")],
            "a -> b -> a",
        ),
        (
            &[
                ("a", "use crate::b::B;"),
                ("b", "use crate::c::C;"),
                ("c", "use crate::a;"),
            ],
            "a -> b -> c -> a",
        ),
        (
            &[
                ("a", "mod x;\nmod y;"),
                ("a/x", "use super::y::Y;"),
                ("a/y", "use super::{x::X};"),
            ],
            "a/x -> a/y -> a/x",
        ),
        (
            &[
                ("a", "use crate::b::B;"),
                ("b", "#[cfg(test)]\nmod tests;\nuse crate::a;"),
            ],
            "a -> b -> a",
        ),
        (
            &[
                ("a", "mod x;"),
                ("a/x", "use crate::b::B;"),
                ("b", "use crate::a::x::{X};"),
            ],
            "a/x -> b -> a/x",
        ),
        (
            &[
                ("a", "mod x;\nuse crate::b;"),
                ("a/x", "use super::A;"),
                ("b", "mod y; use crate::a::{A, x};"),
            ],
            "a -> b -> a",
        ),
    ];
    for (texts, circle) in wrong {
        assert_eq!(circles_of(texts), [circle], "{texts:?}");
    }
    let right: [&[(&str, &str)]; 4] = [
        &[("a", "mod x;\nuse x::X;"), ("a/x", "use super::A;")],
        &[
            ("a", "use crate::b::B;"),
            ("b", "#[cfg(test)]\nmod tests {\n    use crate::a;\n}"),
        ],
        &[
            ("a", "use crate::b::B;"),
            ("b", "// crate::a\nconst A: &str = \"crate::a::A\";"),
        ],
        &[
            ("a", "use crate::b::B;"),
            ("b", "use crate::c::a;"),
            ("c", "pub mod a;"),
            ("c/a", ""),
        ],
    ];
    for texts in right {
        assert_eq!(circles_of(texts), Vec::<String>::new(), "{texts:?}");
    }
}
