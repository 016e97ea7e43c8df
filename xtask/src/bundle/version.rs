//! The one version that must match: wasm-bindgen writes notes into the wasm that only the same
//! version's tool can read.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// Checks it before a long build, with a sentence that says what to change.
pub fn check(root: &Path) -> Result<()> {
    let lock = fs::read_to_string(root.join("Cargo.lock")).context("Cargo.lock")?;
    match mismatch(&lock) {
        Some(sentence) => bail!("{sentence}"),
        None => Ok(()),
    }
}

fn mismatch(lock: &str) -> Option<String> {
    let library = version_of(lock, "wasm-bindgen")?;
    let tool = version_of(lock, "wasm-bindgen-cli-support")?;
    (library != tool).then(|| {
        format!(
            "Cargo.lock has wasm-bindgen {library}, but xtask reads only what {tool} wrote. Write \
             `wasm-bindgen-cli-support = \"={library}\"` in xtask/Cargo.toml."
        )
    })
}

fn version_of<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    after.split_once('"').map(|(version, _)| version)
}

#[cfg(test)]
mod tests {
    use super::mismatch;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.131\"\n\n[[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"0.2.130\"\n";

    #[test]
    fn a_mismatch_says_what_to_write() {
        let sentence = mismatch(LOCK).unwrap();
        assert!(
            sentence.contains("wasm-bindgen-cli-support = \"=0.2.131\""),
            "{sentence}"
        );
    }

    #[test]
    fn the_same_version_is_fine() {
        assert_eq!(mismatch(&LOCK.replace("0.2.131", "0.2.130")), None);
    }
}
