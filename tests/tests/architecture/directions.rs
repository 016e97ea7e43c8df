//! Directions inside the crates: modules name each other in no circle, and neither do folders that
//! lie side by side, each with all that is in it. A module may name what is below it, whatever that
//! names above: nothing else could tell of its parts.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;

use crate::names::assert_none;
use crate::paths;
use crate::sources::{is_a_test, root, rust_files, source_folders};

/// What still names something that names it in turn, by crate, and why. Each circle goes through one
/// of these: a name that leaves is taken off, none is added.
type Left = &'static [(&'static str, &'static str, &'static str, &'static str)];
const MODULES_LEFT: Left = &[];
const FOLDERS_LEFT: Left = &[(
    "shared/src",
    "deck",
    "question",
    "a deck is made of questions, and each kind reads, checks and writes its own settings by what \
     decks are read, checked and written with (grammar/reader, validate/findings, write/lines and \
     the problem that each may find). No file is in a circle. To cut it those would leave the \
     folder `deck`, where whoever looks for the format looks for them",
)];

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

fn edges(modules: &BTreeMap<Module, String>) -> Edges {
    let of = |(module, text): (&Module, &String)| {
        let named = paths::named(text)
            .into_iter()
            .filter_map(|path| named_by(modules, module, &path));
        (
            module.clone(),
            named.filter(|other| !other.starts_with(module)).collect(),
        )
    };
    modules.iter().map(of).collect()
}

/// The same between what lies side by side, in the crate and in each folder, each with all that is
/// below it.
fn between_folders(edges: &Edges) -> Edges {
    let mut folders = Edges::new();
    for (module, named) in edges {
        for other in named {
            let same = module.iter().zip(other).take_while(|(a, b)| a == b).count();
            // One around the other has its own way to it.
            if let (Some(one), Some(other)) = (module.get(..=same), other.get(..=same)) {
                let folder = folders.entry(one.to_vec()).or_default();
                folder.insert(other.to_vec());
            }
        }
    }
    folders
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
    let mut seen = BTreeSet::new();
    let mut circles = Vec::new();
    for (module, named) in edges {
        let back = named.iter().filter_map(|next| way(edges, next, module));
        let Some(circle) = back.min_by_key(Vec::len) else {
            continue;
        };
        if seen.insert(
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

/// Holds that what is named in turn in a crate is what is left, and that all of that still is.
#[track_caller]
fn assert_no_circle(left: Left, edges_of: impl Fn(&Edges) -> Edges, why: &str) {
    let (mut found, mut gone) = (Vec::new(), Vec::new());
    for folder in source_folders() {
        let mut edges = edges_of(&edges(&modules(&folder)));
        let left = || left.iter().filter(|(crate_, ..)| *crate_ == &*folder);
        for (_, from, to, _) in left() {
            let (from, to) = (module(from), module(to));
            let names_it = edges.get(&from).is_some_and(|named| named.contains(&to));
            if !names_it || way(&edges, &to, &from).is_none() {
                gone.push(format!("{folder}: {} -> {}", from.join("/"), to.join("/")));
            }
        }
        for (_, from, to, _) in left() {
            edges.entry(module(from)).or_default().remove(&module(to));
        }
        let circles = circles(&edges).into_iter();
        found.extend(circles.map(|circle| format!("{folder}: {circle}")));
    }
    assert_none(
        &gone,
        "no circle goes this way any more: take it off the list",
    );
    assert_none(&found, why);
}

#[test]
fn modules_name_each_other_in_no_circle() {
    let why = "modules that name each other (a parent and its child may)";
    assert_no_circle(MODULES_LEFT, Edges::clone, why);
}

#[test]
fn folders_name_each_other_in_no_circle() {
    let why = "folders that name each other: what both need belongs below them";
    assert_no_circle(FOLDERS_LEFT, between_folders, why);
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
    let wrong: [(&[(&str, &str)], &str); 8] = [
        (
            &[("a", "use crate::b::B;"), ("b", "use crate::a::A;")],
            "a -> b -> a",
        ),
        // By way of the module around it.
        (
            &[
                ("a", "pub mod x;\nuse crate::b::B;"),
                ("a/x", "use super::A;"),
                ("b", "use crate::a::x::X;"),
            ],
            "a -> b -> a/x -> a",
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
        assert!(
            circles_of(texts).iter().any(|found| found == circle),
            "{texts:?}"
        );
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

#[test]
fn a_planted_circle_of_folders_is_found() {
    let circles_of = |texts: &[(&str, &str)]| {
        let text = |(path, text): &(&str, &str)| (module(path), (*text).to_owned());
        let root = (
            Module::new(),
            String::from("pub mod a;\npub mod b;\npub mod c;\n"),
        );
        let modules = texts.iter().map(text).chain([root]).collect();
        circles(&between_folders(&edges(&modules)))
    };
    let wrong: [(&[(&str, &str)], &str); 4] = [
        // No two of these files name each other, but their folders do.
        (
            &[
                ("a", "pub mod x;\npub mod y;"),
                ("a/x", "use crate::b::B;"),
                ("a/y", ""),
                ("b", "pub mod z;"),
                ("b/z", "use crate::a::y::Y;"),
            ],
            "a -> b -> a",
        ),
        (
            &[
                ("a", "pub mod x;\npub mod y;"),
                ("a/x", "use crate::b::B;"),
                ("a/y", ""),
                ("b", "pub mod z;"),
                ("b/z", "fn f() { crate::c::f() }"),
                ("c", "use crate::a::y::Y;"),
            ],
            "a -> b -> c -> a",
        ),
        (
            &[("a", "use crate::b::B;"), ("b", "use crate::a::A;")],
            "a -> b -> a",
        ),
        // Folders in a folder.
        (
            &[
                ("a", "pub mod x;\npub mod y;"),
                ("a/x", "pub mod one;\npub mod two;"),
                ("a/x/one", "use crate::a::y::three;"),
                ("a/x/two", ""),
                ("a/y", "pub mod three;\npub mod four;"),
                ("a/y/three", ""),
                ("a/y/four", "use crate::a::x::two;"),
            ],
            "a/x -> a/y -> a/x",
        ),
    ];
    for (texts, circle) in wrong {
        assert_eq!(circles_of(texts), [circle], "{texts:?}");
    }
    let right: [&[(&str, &str)]; 2] = [
        &[
            ("a", "pub mod x;\npub mod y;"),
            ("a/x", "use crate::b::B;\nuse super::y::Y;"),
            ("a/y", "use crate::c::C;"),
            ("b", "pub mod z;"),
            ("b/z", "use crate::c;"),
            ("c", ""),
        ],
        &[
            ("a", "use crate::b::B;"),
            ("b", "#[cfg(test)]\nmod tests {\n    use crate::a;\n}"),
        ],
    ];
    for texts in right {
        assert_eq!(circles_of(texts), Vec::<String>::new(), "{texts:?}");
    }
}
