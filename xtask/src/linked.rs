//! What is linked into the program and into the pages' bundles: which packages, under which
//! licences, where their sources lie.
//!
//! Cargo knows: `cargo tree` which packages with which features are linked and not only built with,
//! `cargo metadata` the rest. Nothing is asked of a network; what is linked was downloaded to be
//! built. The platform is always the same one, so that the answer is too.

use crate::place;
use crate::process::cargo;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

const PROGRAM: (&str, &str) = ("--package server", "x86_64-unknown-linux-gnu");
const PAGES: (&str, &str) = (
    "--package participant --package host",
    "wasm32-unknown-unknown",
);

/// Name and version.
pub type Id = (String, String);

pub struct Package {
    pub id: Id,
    /// An SPDX expression; of old packages with a `/` for `OR`.
    pub licence: String,
    /// Where its sources are.
    pub folder: PathBuf,
    pub repository: Option<String>,
    /// The SHA-256 of what the registry gave, as Cargo.lock has it.
    pub checksum: Option<String>,
    pub in_program: bool,
    pub in_pages: bool,
    /// What of the other packages is linked because of it.
    pub uses: BTreeSet<Id>,
}

impl Package {
    /// Whether it is a crate of this workspace.
    pub fn is_ours(&self) -> bool {
        self.folder.starts_with(place::root())
    }
}

/// All of them by name and version.
pub fn packages() -> Result<Vec<Package>> {
    let (program, pages) = (linked(PROGRAM)?, linked(PAGES)?);
    let checksums = checksums(&std::fs::read_to_string(place::root().join("Cargo.lock"))?);
    let mut found = BTreeMap::new();
    for (_, target) in [PROGRAM, PAGES] {
        let metadata = metadata(target)?;
        let used = uses(&metadata);
        for package in metadata["packages"].as_array().into_iter().flatten() {
            let id = id(package);
            let (in_program, in_pages) = (program.contains(&id), pages.contains(&id));
            if in_program || in_pages {
                let uses = used.get(&id).into_iter().flatten();
                let uses = uses
                    .filter(|id| program.contains(*id) || pages.contains(*id))
                    .cloned();
                let entry = found.entry(id.clone());
                let entry = entry.or_insert_with(|| {
                    read(package, id.clone(), &checksums, (in_program, in_pages))
                });
                entry.uses.extend(uses);
            }
        }
    }
    let missing: Vec<_> = program
        .union(&pages)
        .filter(|id| !found.contains_key(*id))
        .collect();
    if !missing.is_empty() {
        bail!("cargo metadata does not know {missing:?}");
    }
    Ok(found.into_values().collect())
}

fn read(
    package: &Value,
    id: Id,
    checksums: &BTreeMap<Id, String>,
    (in_program, in_pages): (bool, bool),
) -> Package {
    let text = |key: &str| package[key].as_str().map(str::to_owned);
    let manifest = PathBuf::from(text("manifest_path").unwrap_or_default());
    Package {
        checksum: checksums.get(&id).cloned(),
        licence: text("license").unwrap_or_default(),
        folder: manifest.parent().unwrap_or(&manifest).to_owned(),
        repository: text("repository"),
        in_program,
        in_pages,
        uses: BTreeSet::new(),
        id,
    }
}

fn id(package: &Value) -> Id {
    let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
    (text("name"), text("version"))
}

/// The packages that are linked for a target, of `cargo tree`.
fn linked((packages, target): (&str, &str)) -> Result<BTreeSet<Id>> {
    let words =
        "tree --locked --offline --edges normal,no-proc-macro --prefix none --format {p} --target";
    let output = said(&format!("{words} {target} {packages}"))?;
    let ids = output.lines().filter_map(|line| {
        let (name, rest) = line.split_once(" v")?;
        Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
    });
    Ok(ids.collect())
}

fn metadata(target: &str) -> Result<Value> {
    let output = said(&format!(
        "metadata --locked --offline --format-version 1 --filter-platform {target}"
    ))?;
    serde_json::from_str(&output).context("cargo metadata")
}

/// Which packages each package uses when it runs.
fn uses(metadata: &Value) -> BTreeMap<Id, BTreeSet<Id>> {
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let ids: BTreeMap<&str, Id> = packages
        .filter_map(|package| Some((package["id"].as_str()?, id(package))))
        .collect();
    let named = |value: &Value| ids.get(value.as_str()?).cloned();
    let runs = |dependency: &&Value| {
        dependency["dep_kinds"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|kind| kind["kind"].is_null())
    };
    let nodes = metadata["resolve"]["nodes"]
        .as_array()
        .into_iter()
        .flatten();
    let uses = nodes.filter_map(|node| {
        let dependencies = node["deps"].as_array()?.iter().filter(runs);
        Some((
            named(&node["id"])?,
            dependencies
                .filter_map(|dependency| named(&dependency["pkg"]))
                .collect(),
        ))
    });
    uses.collect()
}

/// What Cargo.lock has of each package from the registry.
fn checksums(lock: &str) -> BTreeMap<Id, String> {
    let value = |block: &str, key: &str| {
        let line = block
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    let packages = lock.split("[[package]]\n").filter_map(|block| {
        Some((
            (value(block, "name")?, value(block, "version")?),
            value(block, "checksum")?,
        ))
    });
    packages.collect()
}

fn said(words: &str) -> Result<String> {
    let output = cargo(words)
        .output()
        .context("cargo could not be started")?;
    if !output.status.success() {
        bail!(
            "`cargo {words}` fails:\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::packages;

    #[test]
    fn what_is_linked_is_known_and_what_only_tests_or_builds_is_not_among_it() {
        let packages = packages().unwrap();
        let linked = |name: &str| packages.iter().find(|package| package.id.0 == name);
        for (name, in_program, in_pages) in [
            ("tokio", true, false),
            ("libsqlite3-sys", true, false),
            ("leptos", true, true),
            ("shared", true, true),
            ("participant", false, true),
        ] {
            let package = linked(name).unwrap_or_else(|| panic!("{name} is linked"));
            assert!(package.in_pages == in_pages, "{name}");
            assert!(package.in_program == in_program, "{name}");
            assert!(
                package.folder.is_dir() && !package.licence.is_empty(),
                "{name}"
            );
            assert_eq!(package.checksum.is_none(), package.is_ours(), "{name}");
        }
        for name in [
            "scraper",
            "proptest",
            "cc",
            "serde_derive",
            "wasm-bindgen-cli-support",
            "xtask",
            "windows-sys",
        ] {
            assert!(
                linked(name).is_none(),
                "{name} is in nothing that is handed to people"
            );
        }
        let tokio = linked("tokio").unwrap();
        assert!(
            tokio.uses.iter().any(|(name, _)| name == "mio"),
            "{:?}",
            tokio.uses
        );
    }
}
