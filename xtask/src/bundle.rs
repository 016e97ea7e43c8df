//! The bundles: what browsers fetch, made ready to be embedded in the server.
//!
//! Two wasm crates become a module script and its wasm each; style sheets are put together; fonts
//! and the icon are taken as they are. Every file is named after its content and lies compressed
//! beside itself in `target/peil-assets`, with a manifest of one line per file: the name that pages
//! ask for, a tab, the name it has. The sentences of each language are a file for each bundle. It
//! does not know how they are served: `server/build.rs` reads the manifest.

mod compress;
mod files;
mod glue;
mod style;
mod texts;
mod version;
mod wasm;

use crate::{place, setup};
use anyhow::{Context, Result};
use std::fs;

/// How much work goes into a small download.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// While somebody is working on a page.
    Quick,
    /// What ships.
    Small,
}

/// Makes the bundles that ship.
pub fn small() -> Result<()> {
    bundle(Effort::Small)
}

/// Makes the quick bundles where there are none of any kind; what is there may be of other sources.
pub fn any() -> Result<()> {
    let there =
        fs::metadata(place::assets().join("manifest")).is_ok_and(|manifest| manifest.len() > 0);
    if there { Ok(()) } else { bundle(Effort::Quick) }
}

/// Makes the bundles. Nothing is done again for what has not changed.
pub fn bundle(effort: Effort) -> Result<()> {
    version::check(&place::root())?;
    setup::wasm_target()?;
    wasm::build(effort)?;

    let inputs = inputs(effort)?;
    let folder = place::assets();
    let stamp = folder.join("inputs");
    if fs::read_to_string(&stamp).is_ok_and(|was| was == inputs) {
        return Ok(());
    }
    fs::create_dir_all(&folder)?;
    let _ = fs::remove_file(&stamp);

    let statics = files::statics(&place::root())?;
    let mut all = style::sheets(&place::root(), &statics)?;
    all.extend(statics);
    all.extend(texts::files(&place::root())?);
    for crate_and_name in wasm::BUNDLES {
        all.extend(wasm::bind(crate_and_name, effort)?);
    }
    files::write(&folder, &all, effort)?;
    fs::write(&stamp, inputs).context("the bundles' stamp could not be written")
}

/// A hash of everything that decides what the bundles will be, this program included.
fn inputs(effort: Effort) -> Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&[effort as u8]);
    let mut paths = vec![std::env::current_exe()?];
    paths.extend(wasm::BUNDLES.map(|bundle| wasm::built(bundle, effort)));
    paths.extend(style::paths(&place::root())?);
    paths.extend(files::static_paths(&place::root())?);
    paths.extend(texts::paths(&place::root())?);
    for path in paths {
        hasher.update(path.to_string_lossy().as_bytes());
        hasher.update(blake3::hash(&fs::read(&path).unwrap_or_default()).as_bytes());
    }
    Ok(hasher.finalize().to_hex().to_string())
}
