//! What is in the program, for programs that look for known weaknesses: a software bill of
//! materials, CycloneDX 1.6 as JSON.

use crate::linked::{Id, Package};
use crate::third_party::as_spdx;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

/// The crate that is the program.
const PROGRAM: &str = "server";
/// The crates that become scripts inside the program.
const PAGES: [&str; 2] = ["participant", "host"];
/// Where C code lies whose weaknesses are known by its own name.
const SQLITE: (&str, &str) = ("libsqlite3-sys", "sqlite3/sqlite3.h");

pub fn of(packages: &[Package], version: &str) -> Result<String> {
    let mut components = Vec::new();
    let mut dependencies = vec![json!({ "ref": root(version), "dependsOn": below_root(packages) })];
    for package in packages.iter().filter(|package| package.id.0 != PROGRAM) {
        components.push(component(package)?);
        dependencies.push(
            json!({ "ref": reference(&package.id), "dependsOn": used_by(package, packages)? }),
        );
        if package.id.0 == SQLITE.0 {
            let sqlite = sqlite(package)?;
            dependencies.push(json!({ "ref": sqlite["bom-ref"], "dependsOn": [] }));
            components.push(sqlite);
        }
    }
    let peil = json!({
        "type": "application", "bom-ref": root(version), "name": "peil", "version": version,
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    });
    let bom = json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": { "component": peil }, "components": components, "dependencies": dependencies,
    });
    Ok(serde_json::to_string_pretty(&bom)? + "\n")
}

fn root(version: &str) -> String {
    format!("peil@{version}")
}

fn reference((name, version): &Id) -> String {
    format!("pkg:cargo/{name}@{version}")
}

/// What the program itself uses, and the scripts in it.
fn below_root(packages: &[Package]) -> BTreeSet<String> {
    let program = packages
        .iter()
        .filter(|package| package.id.0 == PROGRAM)
        .flat_map(|package| &package.uses);
    let pages = packages
        .iter()
        .map(|package| &package.id)
        .filter(|id| PAGES.contains(&id.0.as_str()));
    program.chain(pages).map(reference).collect()
}

fn used_by(package: &Package, packages: &[Package]) -> Result<BTreeSet<String>> {
    let known = package
        .uses
        .iter()
        .filter(|id| packages.iter().any(|other| other.id == **id));
    let mut used: BTreeSet<String> = known.map(reference).collect();
    if package.id.0 == SQLITE.0 {
        used.extend(sqlite(package)?["bom-ref"].as_str().map(str::to_owned));
    }
    Ok(used)
}

fn component(package: &Package) -> Result<Value> {
    let (name, version) = &package.id;
    let reference = reference(&package.id);
    let mut component = json!({
        "type": "library", "bom-ref": reference, "name": name, "version": version, "purl": reference,
        "licenses": [{ "expression": as_spdx(&package.licence)? }],
    });
    if let Some(checksum) = &package.checksum {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if let Some(repository) = &package.repository {
        component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    Ok(component)
}

/// SQLite, whose version stands in its header.
fn sqlite(package: &Package) -> Result<Value> {
    let header = fs::read_to_string(package.folder.join(SQLITE.1)).context("SQLite's header")?;
    let version = header
        .lines()
        .find_map(|line| line.strip_prefix("#define SQLITE_VERSION"));
    let version = version
        .and_then(|rest| rest.split('"').nth(1))
        .context("SQLite's version")?;
    let reference = format!("pkg:generic/sqlite@{version}");
    Ok(
        json!({ "type": "library", "bom-ref": reference, "name": "sqlite", "version": version, "purl": reference,
        "cpe": format!("cpe:2.3:a:sqlite:sqlite:{version}:*:*:*:*:*:*:*") }),
    )
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::linked::packages;
    use serde_json::Value;
    use std::collections::BTreeSet;

    #[test]
    fn the_list_has_every_package_once_and_nothing_depends_on_what_is_not_in_it() {
        let packages = packages().unwrap();
        let bom: Value = serde_json::from_str(&of(&packages, "1.2.3").unwrap()).unwrap();
        assert_eq!(
            (bom["bomFormat"].as_str(), bom["specVersion"].as_str()),
            (Some("CycloneDX"), Some("1.6"))
        );
        let components = bom["components"].as_array().unwrap();
        // All but the program itself, and SQLite.
        assert_eq!(components.len(), packages.len());
        let references = components
            .iter()
            .map(|component| component["bom-ref"].as_str().unwrap());
        let mut known: BTreeSet<&str> = references.collect();
        assert_eq!(known.len(), components.len());
        known.insert("peil@1.2.3");
        let mut reached = BTreeSet::from(["peil@1.2.3"]);
        let dependencies = bom["dependencies"].as_array().unwrap();
        assert_eq!(dependencies.len(), known.len());
        for dependency in dependencies {
            assert!(
                known.contains(dependency["ref"].as_str().unwrap()),
                "{dependency}"
            );
            for used in dependency["dependsOn"].as_array().unwrap() {
                assert!(
                    known.contains(used.as_str().unwrap()),
                    "{used} is used and not listed"
                );
                reached.insert(used.as_str().unwrap());
            }
        }
        assert_eq!(reached, known, "each is there because something uses it");
        for component in components {
            assert!(
                component["licenses"][0]["expression"].is_string() || component["name"] == "sqlite",
                "{component}"
            );
        }
    }
}
