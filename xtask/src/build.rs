//! `cargo xtask build`: the one file that is handed to people, and its symbols beside it.

use crate::bundle::{Effort, bundle};
use crate::place;
use crate::process::{cargo, succeed};
use crate::setup;
use crate::steps::Steps;
use crate::symbols::{self, Split};
use anyhow::Result;

pub fn build() -> Result<()> {
    let mut steps = Steps::default();
    setup::c_compiler()?;
    steps.step("the pages' bundles, small", || bundle(Effort::Small))?;
    let split = steps.step("the server", server)?;
    steps.summary();
    println!(
        "{} ({})",
        place::target().join("release/peil").display(),
        summary(&split)
    );
    Ok(())
}

/// `target/release/peil`, whose symbols lie beside it; what is measured is this one too.
pub fn server() -> Result<Split> {
    let build = &mut cargo("build --release --package server");
    succeed(
        build,
        "The server did not build; the messages above say why.",
    )?;
    symbols::split(&place::target().join("release/peil"))
}

fn summary(split: &Split) -> String {
    let size = split.bytes.div_ceil(1_000_000);
    match &split.symbols {
        Some(symbols) => format!(
            "{size} MB, without symbols; those are in {}",
            symbols.display()
        ),
        None => format!("{size} MB with its symbols: there is no `objcopy` to take them out"),
    }
}

#[cfg(test)]
mod tests {
    use super::summary;
    use crate::place;
    use crate::symbols::Split;

    #[test]
    fn what_was_built_says_how_large_it_is_and_where_its_symbols_are() {
        let split = |symbols: Option<&str>| Split {
            bytes: 23_400_000,
            symbols: symbols.map(Into::into),
        };
        let beside = summary(&split(Some("target/release/peil.debug")));
        assert_eq!(
            beside,
            "24 MB, without symbols; those are in target/release/peil.debug"
        );
        assert_eq!(
            summary(&split(None)),
            "24 MB with its symbols: there is no `objcopy` to take them out"
        );
    }

    /// What a profile of the workspace sets, as it is written.
    fn set_in(manifest: &str, profile: &str, key: &str) -> Option<String> {
        let (_, rest) = manifest.split_once(&format!("[profile.{profile}]\n"))?;
        let lines = rest.lines().take_while(|line| !line.starts_with('['));
        let value = lines
            .filter_map(|line| line.split_once(" = "))
            .find(|(name, _)| *name == key)?
            .1;
        Some(value.trim_matches('"').to_owned())
    }

    #[test]
    fn what_is_handed_to_people_has_symbols_to_take_out_and_wasm_keeps_what_its_tools_read() {
        let manifest = std::fs::read_to_string(place::root().join("Cargo.toml")).unwrap();
        for (profile, key, expected) in [
            ("release", "strip", None),
            ("release", "debug", Some("line-tables-only")),
            ("dist", "inherits", Some("release")),
            ("dist", "strip", None),
            ("dist", "debug", None),
            ("wasm", "debug", Some("false")),
            ("wasm-quick", "debug", Some("false")),
            ("wasm", "strip", Some("debuginfo")),
            ("wasm-quick", "strip", Some("debuginfo")),
        ] {
            assert_eq!(
                set_in(&manifest, profile, key).as_deref(),
                expected,
                "{key} of {profile}"
            );
        }
    }
}
