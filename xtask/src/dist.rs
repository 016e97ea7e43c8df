//! `cargo xtask dist`: what is handed to people, into `target/peil-dist`: an archive, a package for
//! Debian, a list of what is in it (SBOM), and the symbols beside them.

mod archive;
mod deb;
mod sbom;

use crate::bundle::{Effort, bundle};
use crate::linked;
use crate::place;
use crate::process::{cargo, host, succeed};
use crate::setup;
use crate::steps::Steps;
use crate::symbols;
use crate::third_party;
use anyhow::{Context, Result, ensure};
use archive::Entry;
use std::fs;
use std::path::{Path, PathBuf};

/// The version of the whole workspace: all of its crates have one.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What lies beside the program, by its path in the repository.
const BESIDE: [&str; 8] = [
    "README.md",
    "CHANGELOG.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "THIRD-PARTY.md",
    "deploy",
    "decks",
    "docs",
];

pub fn dist() -> Result<()> {
    let mut steps = Steps::default();
    setup::c_compiler()?;
    setup::wasm_target()?;
    steps.step("THIRD-PARTY.md is true", third_party_is_true)?;
    steps.step("the pages' bundles, small", || bundle(Effort::Small))?;
    steps.step("the server", || {
        succeed(
            &mut cargo("build --profile dist --package server"),
            "The server did not build; the messages above say why.",
        )
    })?;
    let made = steps.step("archive, package, SBOM", || {
        make(&place::target().join("dist/peil"), &folder())
    })?;
    steps.summary();
    for file in made {
        println!(
            "{} ({} kB)",
            file.display(),
            fs::metadata(&file)?.len().div_ceil(1000)
        );
    }
    Ok(())
}

fn folder() -> PathBuf {
    place::target().join("peil-dist")
}

fn third_party_is_true() -> Result<()> {
    let written = fs::read_to_string(place::root().join("THIRD-PARTY.md")).unwrap_or_default();
    let write = "PEIL_TESTS_WRITE=golden cargo test -p xtask third_party";
    ensure!(
        written == third_party::document()?,
        "THIRD-PARTY.md is not what is linked now; write it anew: {write}"
    );
    Ok(())
}

/// All files of a program that was built, in a folder that is new.
fn make(built: &Path, folder: &Path) -> Result<Vec<PathBuf>> {
    let host = host()?;
    let name = format!("peil-{VERSION}-{host}");
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    let program = folder.join("peil");
    fs::copy(built, &program).with_context(|| format!("{} was not made", built.display()))?;
    let symbols = symbols::split(&program)?.symbols;
    let mut made = vec![
        folder.join(format!("{name}.tar.gz")),
        folder.join(format!("{name}.cdx.json")),
    ];
    let beside = beside()?;
    fs::write(
        &made[0],
        archive::packed(&in_folder(&name, &program, &beside)?)?,
    )?;
    fs::write(&made[1], sbom::of(&linked::packages()?, VERSION)?)?;
    if let Some(architecture) = deb::architecture(&host) {
        made.push(folder.join(format!("peil_{VERSION}_{architecture}.deb")));
        fs::write(
            &made[2],
            deb::package(&fs::read(&program)?, &beside, VERSION, architecture)?,
        )?;
    }
    made.extend(symbols);
    Ok(made)
}

/// What lies beside the program, the fonts' licences as files of their own.
fn beside() -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for path in BESIDE {
        gather(&place::root(), Path::new(path), &mut entries)?;
    }
    Ok(entries)
}

fn gather(root: &Path, path: &Path, entries: &mut Vec<Entry>) -> Result<()> {
    let full = root.join(path);
    if !full.is_dir() {
        let bytes = fs::read(&full).with_context(|| full.display().to_string())?;
        entries.push(Entry::file(&path.to_string_lossy(), bytes));
        return Ok(());
    }
    let mut names: Vec<_> = fs::read_dir(&full)?
        .map(|entry| Ok(entry?.file_name()))
        .collect::<Result<_>>()?;
    names.sort();
    names
        .iter()
        .try_for_each(|name| gather(root, &path.join(name), entries))
}

fn in_folder(name: &str, program: &Path, beside: &[Entry]) -> Result<Vec<Entry>> {
    let program = Entry::program("peil", fs::read(program)?);
    Ok([program]
        .into_iter()
        .chain(beside.iter().cloned())
        .map(|entry| entry.below(name))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::{archive, make};
    use crate::place;
    use std::fs;

    #[test]
    fn all_that_is_handed_to_people_is_made_of_a_program_that_was_built() {
        // This very program stands in for peil.
        let folder = place::target().join("peil-tests/dist");
        let made = make(&std::env::current_exe().unwrap(), &folder).unwrap();
        let names: Vec<String> = made
            .iter()
            .map(|file| file.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        for ending in [".tar.gz", ".cdx.json", ".debug"] {
            assert!(
                names.iter().any(|name| name.ends_with(ending)),
                "{names:?} has no {ending}"
            );
        }
        let entries = archive::unpacked(&fs::read(&made[0]).unwrap()).unwrap();
        let entry = |path: &str| {
            let found = entries.iter().find(|entry| {
                entry
                    .path
                    .split_once('/')
                    .is_some_and(|(_, rest)| rest == path)
            });
            found.unwrap_or_else(|| panic!("{path} is missing"))
        };
        assert_eq!(entry("peil").mode, 0o755);
        for path in [
            "README.md",
            "LICENSE-MIT",
            "LICENSE-APACHE",
            "THIRD-PARTY.md",
            "deploy/peil.service",
            "decks/workshop.md",
            "docs/deck.md",
        ] {
            assert_eq!(
                entry(path).bytes,
                fs::read(place::root().join(path)).unwrap(),
                "{path}"
            );
            assert_eq!(entry(path).mode, 0o644, "{path}");
        }
        let again = make(
            &std::env::current_exe().unwrap(),
            &place::target().join("peil-tests/dist-again"),
        )
        .unwrap();
        for (one, other) in made.iter().zip(&again).take(2) {
            assert!(
                fs::read(one).unwrap() == fs::read(other).unwrap(),
                "{}: the same of the same",
                one.display()
            );
        }
    }
}
