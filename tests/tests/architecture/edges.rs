//! Edges between crates, as cargo resolves them. Imports go one way: shared ← client ← server;
//! tests stand outside.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::sources::root;

/// Clocks, randomness, IO, other people's threads: the core has none of them.
const NEVER_IN_SHARED: [&str; 24] = [
    "tokio",
    "async-std",
    "futures-executor",
    "mio",
    "axum",
    "hyper",
    "reqwest",
    "leptos",
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "rand",
    "rand_core",
    "getrandom",
    "fastrand",
    "uuid",
    "time",
    "chrono",
    "jiff",
    "web-time",
    "rusqlite",
    "rustix",
    "tracing",
    "log4rs",
];
/// What a phone can't run and what only the server knows.
const NEVER_IN_CLIENT: [&str; 7] = [
    "tokio",
    "axum",
    "hyper",
    "rusqlite",
    "rustix",
    "server",
    "tungstenite",
];

fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).env("RUSTUP_AUTO_INSTALL", "0");
    command
}

#[track_caller]
fn output_of(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(
        output.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("cargo speaks UTF-8")
}

/// Which of our crates each of them names in its own manifest, for building or for its tests.
fn edges() -> BTreeMap<String, BTreeSet<String>> {
    let text =
        output_of(cargo().args(["metadata", "--format-version", "1", "--no-deps", "--locked"]));
    let metadata: Value = serde_json::from_str(&text).expect("cargo speaks JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let ours: BTreeSet<&str> = packages.iter().map(name).collect();
    let named = |package: &Value| {
        let all = package["dependencies"].as_array().expect("dependencies");
        let named = all.iter().map(name).filter(|name| ours.contains(name));
        named.map(str::to_owned).collect()
    };
    packages
        .iter()
        .map(|package| (name(package).to_owned(), named(package)))
        .collect()
}

fn name(of: &Value) -> &str {
    of["name"].as_str().expect("a name")
}

/// Every package that a crate of ours is built from, with the features that this crate alone asks
/// for.
fn built_from(crate_: &str, target: Option<&str>) -> BTreeSet<String> {
    let mut command = cargo();
    command.args([
        "tree",
        "--locked",
        "--package",
        crate_,
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    if let Some(target) = target {
        command.args(["--target", target]);
    }
    let tree = output_of(&mut command);
    tree.lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

#[track_caller]
fn assert_without(crate_: &str, target: Option<&str>, forbidden: &[&str]) {
    let packages = built_from(crate_, target);
    assert!(
        packages.contains(crate_),
        "{crate_} is built from itself at least: {packages:?}"
    );
    let found: Vec<_> = forbidden
        .iter()
        .filter(|name| packages.contains(**name))
        .collect();
    assert!(
        found.is_empty(),
        "{crate_} is built from {found:?}; `cargo tree -p {crate_} -i NAME` shows the way"
    );
}

#[test]
fn imports_go_one_way() {
    let allowed: [(&str, &[&str]); 13] = [
        ("shared", &[]),
        ("catalogue", &[]),
        ("client", &["shared", "catalogue"]),
        ("participant", &["client", "shared"]),
        ("host", &["client", "shared"]),
        (
            "server",
            &["client", "docx", "pdf", "shared", "raster", "xlsx"],
        ),
        ("fonts", &["shared"]),
        ("raster", &["fonts"]),
        ("pdf", &["fonts", "shared"]),
        ("xlsx", &[]),
        ("docx", &["shared"]),
        ("tests", &["shared"]),
        ("xtask", &["catalogue"]),
    ];
    let edges = edges();
    assert_eq!(
        edges.len(),
        allowed.len(),
        "a new crate needs a rule: {edges:?}"
    );
    for (crate_, allowed) in allowed {
        let named = edges
            .get(crate_)
            .unwrap_or_else(|| panic!("no crate {crate_}: {edges:?}"));
        let wrong: Vec<_> = named
            .iter()
            .filter(|name| !allowed.contains(&name.as_str()))
            .collect();
        assert!(wrong.is_empty(), "{crate_} must not know {wrong:?}");
    }
}

#[test]
fn the_core_knows_no_clock_no_randomness_and_no_io() {
    assert_without("shared", None, &NEVER_IN_SHARED);
    assert_without("shared", Some("wasm32-unknown-unknown"), &NEVER_IN_SHARED);
}

#[test]
fn what_a_phone_loads_knows_no_server() {
    for bundle in ["participant", "host"] {
        assert_without(bundle, Some("wasm32-unknown-unknown"), &NEVER_IN_CLIENT);
    }
}

#[test]
fn the_server_is_built_from_both() {
    let packages = built_from("server", None);
    assert!(
        packages.contains("client") && packages.contains("shared"),
        "the rules above look at the right thing"
    );
}
