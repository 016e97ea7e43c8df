//! Files named after their content, compressed beside themselves, and the manifest.

use super::Effort;
use super::compress::{brotli, gzip};
use anyhow::{Context, Result};
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

pub struct File {
    /// What pages ask for, `phone.css`.
    pub name: String,
    /// What it is called, `phone-0123456789abcdef.css`: it never changes under its name, so
    /// browsers may keep it for ever.
    pub hashed: String,
    pub bytes: Vec<u8>,
}

impl File {
    pub fn new(name: String, bytes: Vec<u8>) -> Self {
        let hash = blake3::hash(&bytes).to_hex();
        let (stem, extension) = name.rsplit_once('.').expect("every asset has an extension");
        let hashed = format!("{stem}-{}.{extension}", &hash[..16]);
        Self {
            name,
            hashed,
            bytes,
        }
    }

    /// Fonts are compressed already.
    fn compressible(&self) -> bool {
        !self.name.ends_with(".woff2")
    }
}

/// What is served as it lies in the repository: the fonts, the icon, and the two scripts that are
/// written by hand.
pub fn static_paths(root: &Path) -> Result<Vec<PathBuf>> {
    let font = root.join("client/font");
    let mut paths: Vec<_> = fs::read_dir(&font)
        .with_context(|| format!("{} holds the fonts", font.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    paths.retain(|path| path.extension() == Some(OsStr::new("woff2")));
    paths.sort();
    let by_hand = [
        "client/style/favicon.svg",
        "client/script/checkup.js",
        "client/script/desk.js",
    ];
    paths.extend(by_hand.map(|path| root.join(path)));
    Ok(paths)
}

pub fn statics(root: &Path) -> Result<Vec<File>> {
    static_paths(root)?.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Result<File> {
    let name = path
        .file_name()
        .expect("a path to a file")
        .to_string_lossy()
        .into_owned();
    let bytes = fs::read(path).with_context(|| format!("{} is missing", path.display()))?;
    Ok(File::new(name, bytes))
}

/// Writes all files and the manifest, and takes away what earlier calls left.
pub fn write(folder: &Path, files: &[File], effort: Effort) -> Result<()> {
    let mut keep = HashSet::from(["manifest".to_owned()]);
    let mut manifest = String::new();
    for file in files {
        manifest += &format!("{}\t{}\n", file.name, file.hashed);
        keep.extend(write_file(folder, file, effort)?);
    }
    fs::write(folder.join("manifest"), manifest)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !keep.contains(entry.file_name().to_string_lossy().as_ref()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Writes a file and its compressed forms; gives the names of what belongs to it.
///
/// The mark of the effort (`.small`) is a file of its own: brotli at its best takes seconds, and a
/// name says nothing of quality.
fn write_file(folder: &Path, file: &File, effort: Effort) -> Result<Vec<String>> {
    let name = |ending: &str| format!("{}{ending}", file.hashed);
    let mut names = vec![name("")];
    fs::write(folder.join(name("")), &file.bytes)?;
    if !file.compressible() {
        return Ok(names);
    }
    names.extend([name(".br"), name(".gz"), name(".small")]);
    let is_small = folder.join(name(".small")).is_file();
    let is_there = folder.join(name(".br")).is_file() && folder.join(name(".gz")).is_file();
    if !(is_there && (is_small || effort == Effort::Quick)) {
        fs::write(folder.join(name(".br")), brotli(&file.bytes, effort)?)?;
        fs::write(folder.join(name(".gz")), gzip(&file.bytes, effort)?)?;
        if effort == Effort::Small {
            fs::write(folder.join(name(".small")), "")?;
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_content() {
        let one = File::new("phone.css".into(), b"a{}".to_vec());
        let other = File::new("phone.css".into(), b"b{}".to_vec());
        assert_ne!(one.hashed, other.hashed);
        let hash = one
            .hashed
            .strip_prefix("phone-")
            .unwrap()
            .strip_suffix(".css")
            .unwrap();
        assert_eq!(hash.len(), 16);
    }
}
