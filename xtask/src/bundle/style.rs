//! Style sheets: what each is put together from, with the addresses of fonts and pictures made
//! those of the hashed files.

use super::files::File;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Each sheet and its parts in `client/style`, in order.
const SHEETS: [(&str, &[&str]); 3] = [
    ("phone.css", &["tokens.css", "phone.css"]),
    ("stage.css", &["tokens.css", "charts.css", "stage.css"]),
    ("desk.css", &["tokens.css", "charts.css", "desk.css"]),
];

/// A folder for each kind of question, with its share of a part under that part's name, if it has
/// any.
const KINDS: &str = "client/style/kinds";
/// The line of a part in whose place those shares go.
const KINDS_HERE: &str =
    "/* Here stands what only one kind of question looks like: kinds/KIND/SHEET. */\n";

/// Every part of every sheet.
pub fn paths(root: &Path) -> Result<Vec<PathBuf>> {
    let parts = SHEETS
        .iter()
        .flat_map(|(_, parts)| *parts)
        .map(|part| path(root, part));
    let mut paths: Vec<PathBuf> = parts.collect();
    for part in SHEETS.iter().flat_map(|(_, parts)| *parts) {
        paths.extend(of_kinds(root, part)?);
    }
    paths.sort();
    paths.dedup();
    Ok(paths)
}

fn path(root: &Path, part: &str) -> PathBuf {
    root.join("client/style").join(part)
}

/// What only one kind looks like in that part, kind by kind in the order of their names.
fn of_kinds(root: &Path, part: &str) -> Result<Vec<PathBuf>> {
    let folder = root.join(KINDS);
    let entries =
        fs::read_dir(&folder).with_context(|| format!("{} is missing", folder.display()))?;
    let parts = entries.map(|entry| Ok(entry?.path().join(part)));
    let mut parts = parts.collect::<Result<Vec<PathBuf>>>()?;
    parts.retain(|part| part.exists());
    parts.sort();
    Ok(parts)
}

pub fn sheets(root: &Path, statics: &[File]) -> Result<Vec<File>> {
    SHEETS
        .iter()
        .map(|(name, parts)| {
            let part = |part: &&str| {
                let own = read(of_kinds(root, part)?.into_iter())?;
                placed(&read([path(root, part)].into_iter())?, &own)
            };
            let css: Result<String> = parts.iter().map(part).collect();
            let css = css.with_context(|| format!("in the parts of {name}"))?;
            let css =
                addressed(&css, statics).with_context(|| format!("in the parts of {name}"))?;
            Ok(File::new((*name).to_owned(), css.into_bytes()))
        })
        .collect()
}

fn read(parts: impl Iterator<Item = PathBuf>) -> Result<String> {
    let text = |part: PathBuf| {
        fs::read_to_string(&part).with_context(|| format!("{} is missing", part.display()))
    };
    parts.map(text).collect()
}

/// The part with what the kinds look like in its place.
fn placed(css: &str, of_kinds: &str) -> Result<String> {
    match css.matches(KINDS_HERE).count() {
        1 => Ok(css.replace(KINDS_HERE, of_kinds)),
        0 if of_kinds.is_empty() => Ok(css.to_owned()),
        places => {
            bail!("kinds have rules of their own, and the part has {places} places for them")
        }
    }
}

/// `url("../font/x.woff2")` becomes `url("/assets/x-HASH.woff2")`; an address that leads nowhere is
/// an error here and not a missing font in somebody's hall.
fn addressed(css: &str, statics: &[File]) -> Result<String> {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("url(") {
        let (address, behind) = after.split_once(')').context("`url(` without `)`")?;
        let bare = address.trim().trim_matches(['"', '\'']);
        out += before;
        if bare.starts_with("data:") || bare.starts_with('#') {
            out += &format!("url({address})");
        } else {
            let name = bare.rsplit('/').next().unwrap_or(bare);
            let Some(file) = statics.iter().find(|file| file.name == name) else {
                bail!("`{bare}` is none of the fonts and pictures that are served");
            };
            out += &format!("url(\"/assets/{}\")", file.hashed);
        }
        rest = behind;
    }
    Ok(out + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_those_of_the_hashed_files() {
        let font = File::new("atkinson.woff2".into(), b"font".to_vec());
        let css = "a{src:url('../font/atkinson.woff2') format('woff2')}b{fill:url(#x)}";
        let got = addressed(css, std::slice::from_ref(&font)).unwrap();
        let want = format!(
            "a{{src:url(\"/assets/{}\") format('woff2')}}b{{fill:url(#x)}}",
            font.hashed
        );
        assert_eq!(got, want);
    }

    #[test]
    fn what_a_kind_looks_like_stands_in_the_place_that_the_sheet_names() {
        let css = format!("a{{}}\n{KINDS_HERE}b{{}}\n");
        assert_eq!(placed(&css, ".x{}\n").unwrap(), "a{}\n.x{}\nb{}\n");
        assert_eq!(placed("a{}\n", "").unwrap(), "a{}\n");
        for (css, of_kinds) in [
            ("a{}\n", ".x{}\n"),
            (&*css.repeat(2), ".x{}\n"),
            (&*css.repeat(2), ""),
        ] {
            let error = placed(css, of_kinds).unwrap_err().to_string();
            assert!(error.contains("places for them"), "{css}: {error}");
        }
    }

    #[test]
    fn every_kind_has_its_part_of_each_sheet_once_and_in_the_order_of_names() {
        let root = crate::place::root();
        let names = |sheet: &str| {
            let parts = of_kinds(&root, sheet).unwrap();
            let kind = |part: &PathBuf| {
                part.parent()
                    .unwrap()
                    .file_name()
                    .unwrap()
                    .to_string_lossy()
                    .into_owned()
            };
            parts.iter().map(kind).collect::<Vec<String>>()
        };
        for sheet in SHEETS.iter().flat_map(|(_, parts)| *parts) {
            assert!(names(sheet).is_sorted(), "{sheet}: {:?}", names(sheet));
            let css = read([path(&root, sheet)].into_iter()).unwrap();
            let whole = placed(
                &css,
                &read(of_kinds(&root, sheet).unwrap().into_iter()).unwrap(),
            )
            .unwrap();
            assert!(!whole.contains(KINDS_HERE), "{sheet}");
        }
        // A folder of styles is that of a kind.
        let modules = root.join("client/src/kinds");
        for entry in fs::read_dir(root.join(KINDS)).unwrap() {
            let (kind, folder) = entry
                .map(|entry| (entry.file_name(), entry.path()))
                .unwrap();
            assert!(
                modules.join(&kind).is_dir(),
                "{} is no kind",
                kind.display()
            );
            let files = fs::read_dir(folder)
                .unwrap()
                .map(|file| file.unwrap().file_name().into_string().unwrap());
            let strange: Vec<String> = files
                .filter(|file| {
                    let mut parts = SHEETS.iter().flat_map(|(_, parts)| *parts);
                    parts.all(|part| part != file)
                })
                .collect();
            assert!(
                strange.is_empty(),
                "{}: {strange:?} go into no sheet",
                kind.display()
            );
        }
    }

    #[test]
    fn an_address_that_leads_nowhere_is_an_error() {
        let error = addressed("a{src:url(/font/gone.woff2)}", &[]).unwrap_err();
        assert!(error.to_string().contains("/font/gone.woff2"), "{error}");
    }
}
