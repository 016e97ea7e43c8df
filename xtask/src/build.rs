//! `cargo xtask build`: the one file that is handed to people.

use crate::bundle::{Effort, bundle};
use crate::place;
use crate::process::{cargo, succeed};
use crate::setup;
use crate::steps::Steps;
use anyhow::{Context, Result};

pub fn build() -> Result<()> {
    let mut steps = Steps::default();
    setup::c_compiler()?;
    steps.step("the pages' bundles, small", || bundle(Effort::Small))?;
    steps.step("the server", || {
        succeed(&mut cargo("build --release --package server"), "The server did not build; the messages above say why.")
    })?;
    steps.summary();
    let peil = place::target().join("release/peil");
    let size = std::fs::metadata(&peil).with_context(|| format!("{} was not made", peil.display()))?.len();
    println!("{} ({} MB, without symbols)", peil.display(), size.div_ceil(1_000_000));
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::place;

    /// What a profile of the workspace sets, as it is written.
    fn set_in(manifest: &str, profile: &str, key: &str) -> Option<String> {
        let (_, rest) = manifest.split_once(&format!("[profile.{profile}]\n"))?;
        let lines = rest.lines().take_while(|line| !line.starts_with('['));
        let value = lines.filter_map(|line| line.split_once(" = ")).find(|(name, _)| *name == key)?.1;
        Some(value.trim_matches('"').to_owned())
    }

    #[test]
    fn what_is_handed_to_people_is_stripped_and_wasm_keeps_what_its_tools_read() {
        let manifest = std::fs::read_to_string(place::root().join("Cargo.toml")).unwrap();
        for (profile, key, expected) in [
            ("release", "strip", Some("symbols")),
            ("release", "debug", None),
            ("dist", "inherits", Some("release")),
            ("dist", "strip", None),
            ("wasm", "strip", Some("debuginfo")),
            ("wasm-quick", "strip", Some("debuginfo")),
        ] {
            assert_eq!(set_in(&manifest, profile, key).as_deref(), expected, "{key} of {profile}");
        }
    }
}
