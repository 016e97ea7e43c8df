//! Style sheets: what each is put together from, with the addresses of fonts and pictures made those of the hashed files.

use super::files::File;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Each sheet and its parts in `client/style`, in order.
const SHEETS: [(&str, [&str; 2]); 3] = [
    ("phone.css", ["tokens.css", "phone.css"]),
    ("stage.css", ["tokens.css", "stage.css"]),
    ("desk.css", ["tokens.css", "desk.css"]),
];

/// Every part of every sheet.
pub fn paths(root: &Path) -> Vec<PathBuf> {
    let parts = SHEETS.iter().flat_map(|(_, parts)| parts);
    parts.map(|part| path(root, part)).collect()
}

fn path(root: &Path, part: &str) -> PathBuf {
    root.join("client/style").join(part)
}

pub fn sheets(root: &Path, statics: &[File]) -> Result<Vec<File>> {
    SHEETS
        .iter()
        .map(|(name, parts)| {
            let mut css = String::new();
            for part in parts {
                let path = path(root, part);
                css += &fs::read_to_string(&path).with_context(|| format!("{} is missing", path.display()))?;
            }
            let css = addressed(&css, statics).with_context(|| format!("in the parts of {name}"))?;
            Ok(File::new((*name).to_owned(), css.into_bytes()))
        })
        .collect()
}

/// `url("../font/x.woff2")` becomes `url("/assets/x-HASH.woff2")`; an address that leads nowhere is an error here and not a
/// missing font in somebody's hall.
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
        let want = format!("a{{src:url(\"/assets/{}\") format('woff2')}}b{{fill:url(#x)}}", font.hashed);
        assert_eq!(got, want);
    }

    #[test]
    fn an_address_that_leads_nowhere_is_an_error() {
        let error = addressed("a{src:url(/font/gone.woff2)}", &[]).unwrap_err();
        assert!(error.to_string().contains("/font/gone.woff2"), "{error}");
    }
}
