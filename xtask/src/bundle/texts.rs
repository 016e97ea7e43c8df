//! The sentences that a bundle's pages need, a file for each language: a browser loads its own
//! alone.

use super::files::File;
use anyhow::{Result, anyhow};
use std::env;
use std::path::{Path, PathBuf};

/// The same folders that `client/build.rs` reads.
fn locales(root: &Path) -> PathBuf {
    env::var_os("PEIL_LOCALES").map_or_else(|| root.join("client/locales"), PathBuf::from)
}

/// `phone-nl.txt` and its siblings, by the same numbers as in the bundles' code.
pub fn files(root: &Path) -> Result<Vec<File>> {
    let catalogue = catalogue::read(&locales(root)).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        anyhow!("The catalogues are not whole:\n{}", lines.join("\n"))
    })?;
    let of_each = catalogue.languages.iter().flat_map(|language| {
        let bundles = catalogue.bundled(language).into_iter();
        bundles.map(|(bundle, data)| {
            File::new(format!("{bundle}-{}.txt", language.tag), data.into_bytes())
        })
    });
    Ok(of_each.collect())
}

/// Every file that they are made of.
pub fn paths(root: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    let mut folders = vec![locales(root)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path)
            } else {
                paths.push(path)
            }
        }
    }
    paths.sort();
    Ok(paths)
}
