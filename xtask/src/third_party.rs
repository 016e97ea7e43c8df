//! `THIRD-PARTY.md`: what peil is made of besides its own code, under which licences, with their
//! texts.

mod licences;

pub use licences::as_spdx;

use crate::linked::{self, Package};
use crate::place;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

const HEAD: &str = "\
# What peil is made of besides its own code

Written by `PEIL_TESTS_WRITE=golden cargo test -p xtask third_party`, from what cargo links into the program (on Linux) and into the scripts of its pages.

Besides these packages there are in the program: Rust's standard library, under MIT or Apache-2.0 (the text is in LICENSE-APACHE); SQLite and the rules of time zones, which
are in the public domain; the fonts of `client/font` and `server/fonts/font` under the SIL Open Font License; and the words of `server/data`: rude ones from the List of Dirty, Naughty, Obscene, and
Otherwise Bad Words under CC BY 4.0, as they come but sorted, and Dutch inflections made of OpenTaal's dictionary for Hunspell under BSD-3-Clause. Their texts stand at the end.

";

/// What is no package, with the text that goes with it.
const BESIDES: [(&str, &str); 10] = [
    ("Atkinson Hyperlegible Next: OFL-1.1", "client/font/OFL.txt"),
    ("Noto Emoji: OFL-1.1", "client/font/OFL-noto-emoji.txt"),
    ("Noto Sans: OFL-1.1", "server/fonts/font/OFL-noto-sans.txt"),
    (
        "Noto Sans Arabic: OFL-1.1",
        "server/fonts/font/OFL-noto-sans-arabic.txt",
    ),
    (
        "Noto Sans Devanagari: OFL-1.1",
        "server/fonts/font/OFL-noto-sans-devanagari.txt",
    ),
    (
        "Noto Sans Hebrew: OFL-1.1",
        "server/fonts/font/OFL-noto-sans-hebrew.txt",
    ),
    (
        "Noto Sans Math: OFL-1.1",
        "server/fonts/font/OFL-noto-sans-math.txt",
    ),
    ("Vazirmatn: OFL-1.1", "server/fonts/font/OFL-vazirmatn.txt"),
    (
        "List of Dirty, Naughty, Obscene, and Otherwise Bad Words: CC-BY-4.0",
        "server/data/profanity/LICENSE",
    ),
    (
        "OpenTaal's Dutch dictionary for Hunspell: BSD-3-Clause",
        "server/data/inflections/LICENSE",
    ),
];

/// The library in C inside a package, and its own licence there.
const MIMALLOC: (&str, &str) = ("libmimalloc-sys", "c_src/mimalloc/v3/LICENSE");

/// The whole file.
pub fn document() -> Result<String> {
    let packages = linked::packages()?;
    let foreign: Vec<&Package> = packages
        .iter()
        .filter(|package| !package.is_ours())
        .collect();
    let mut document = HEAD.to_owned() + &table(&foreign)?;
    for ((licence, text), packages) in texts(&foreign)? {
        section(
            &mut document,
            &format!("{licence}: {}", packages.join(", ")),
            &text,
        )?;
    }
    let mimalloc = packages
        .iter()
        .find(|package| package.id.0 == MIMALLOC.0)
        .context("mimalloc is linked")?;
    let text =
        fs::read_to_string(mimalloc.folder.join(MIMALLOC.1)).context("mimalloc's licence")?;
    section(
        &mut document,
        "mimalloc, the C library: MIT",
        text.trim_end(),
    )?;
    for (name, file) in BESIDES {
        let text = fs::read_to_string(place::root().join(file)).with_context(|| file.to_owned())?;
        section(&mut document, name, text.trim_end())?;
    }
    Ok(document)
}

fn table(packages: &[&Package]) -> Result<String> {
    let mut table = "| package | version | licence | in |\n| --- | --- | --- | --- |\n".to_owned();
    for package in packages {
        let place = match (package.in_program, package.in_pages) {
            (true, true) => "program, pages",
            (true, false) => "program",
            _ => "pages",
        };
        let (name, version) = &package.id;
        writeln!(
            table,
            "| {name} | {version} | {} | {place} |",
            as_spdx(&package.licence)?
        )?;
    }
    Ok(table)
}

/// Every text once, with the packages it is of; the same words in other lines are the same text.
fn texts(packages: &[&Package]) -> Result<BTreeMap<(&'static str, String), Vec<String>>> {
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    let mut texts: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for package in packages {
        let of = || format!("{} {}", package.id.0, package.id.1);
        for licence in licences::chosen(&package.licence).with_context(of)? {
            let text = licences::text(package, licence).with_context(of)?;
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let text = known.entry(words).or_insert(text).clone();
            texts
                .entry((licence, text))
                .or_default()
                .push(package.id.0.clone());
        }
    }
    texts.values_mut().for_each(|packages| packages.dedup());
    Ok(texts)
}

fn section(document: &mut String, title: &str, text: &str) -> Result<()> {
    Ok(write!(document, "\n## {title}\n\n~~~text\n{text}\n~~~\n")?)
}

#[cfg(test)]
mod tests {
    use super::document;
    use crate::place;

    #[test]
    fn what_third_party_says_is_what_is_linked() {
        let file = place::root().join("THIRD-PARTY.md");
        let document = document().unwrap();
        if std::env::var_os("PEIL_TESTS_WRITE").is_some_and(|what| what == "golden") {
            std::fs::write(&file, &document).unwrap();
        }
        let written = std::fs::read_to_string(&file).unwrap();
        let write = "write it anew: PEIL_TESTS_WRITE=golden cargo test -p xtask third_party";
        assert!(
            written == document,
            "THIRD-PARTY.md is not what is linked now; {write}"
        );
        for package in [
            "tokio",
            "rusqlite",
            "leptos",
            "wasm-bindgen",
            "Noto Emoji",
            "Otherwise Bad Words: CC-BY-4.0",
            "OpenTaal's Dutch dictionary for Hunspell: BSD-3-Clause",
            "mimalloc",
        ] {
            assert!(document.contains(package), "{package}");
        }
        assert!(!document.contains("<year>"), "a text has holders");
        assert_eq!(
            document.matches("~~~").count() % 2,
            0,
            "no text closes what it stands in"
        );
    }
}
