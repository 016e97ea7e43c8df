//! Where things are: the repository, cargo's target folder, what is made in it.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    // At run time when cargo says it, so that a repository that was moved still finds itself.
    let own = std::env::var("CARGO_MANIFEST_DIR")
        .unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    Path::new(&own)
        .parent()
        .expect("xtask is a folder of the repository")
        .to_owned()
}

/// Cargo's target folder: the one this very program was built into, whatever setting made cargo
/// choose it.
pub fn target() -> PathBuf {
    let exe = std::env::current_exe().expect("a running program has a path");
    exe.ancestors()
        .find(|folder| folder.join("CACHEDIR.TAG").is_file())
        .map_or_else(|| root().join("target"), Path::to_owned)
}

/// What the server embeds: see `bundle`.
pub fn assets() -> PathBuf {
    target().join("peil-assets")
}
