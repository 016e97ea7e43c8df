//! Files in a tar, packed. The same files make the same bytes: nobody's name, no time.

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeSet;
use std::io::Write;

/// A file, and where it lies in the archive.
#[derive(Clone)]
pub struct Entry {
    pub path: String,
    pub mode: u32,
    pub bytes: Vec<u8>,
}

impl Entry {
    pub fn file(path: &str, bytes: Vec<u8>) -> Self {
        Self {
            path: path.to_owned(),
            mode: 0o644,
            bytes,
        }
    }

    pub fn program(path: &str, bytes: Vec<u8>) -> Self {
        Self {
            path: path.to_owned(),
            mode: 0o755,
            bytes,
        }
    }

    /// The same file in a folder.
    pub fn below(self, folder: &str) -> Self {
        Self {
            path: format!("{folder}/{}", self.path),
            ..self
        }
    }
}

/// A `.tar.gz`.
pub fn packed(entries: &[Entry]) -> Result<Vec<u8>> {
    let mut tar = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::best()));
    // Debian's package manager makes no folder that is not named before what lies in it.
    for folder in folders(entries) {
        append(
            &mut tar,
            tar::EntryType::Directory,
            &Entry::program(&format!("{folder}/"), Vec::new()),
        )?;
    }
    entries
        .iter()
        .try_for_each(|entry| append(&mut tar, tar::EntryType::Regular, entry))?;
    Ok(tar.into_inner()?.finish()?)
}

fn append(tar: &mut tar::Builder<impl Write>, kind: tar::EntryType, entry: &Entry) -> Result<()> {
    let mut header = tar::Header::new_ustar();
    header.set_entry_type(kind);
    header.set_size(entry.bytes.len() as u64);
    header.set_mode(entry.mode);
    Ok(tar.append_data(&mut header, &entry.path, entry.bytes.as_slice())?)
}

/// Every folder that something lies in, each behind the one around it.
fn folders(entries: &[Entry]) -> BTreeSet<&str> {
    entries
        .iter()
        .flat_map(|entry| {
            entry
                .path
                .match_indices('/')
                .map(|(at, _)| &entry.path[..at])
        })
        .collect()
}

/// What is in a `.tar.gz`.
#[cfg(test)]
pub fn unpacked(packed: &[u8]) -> Result<Vec<Entry>> {
    use std::io::Read;

    let mut tar = tar::Archive::new(flate2::read::GzDecoder::new(packed));
    let mut entries = Vec::new();
    for entry in tar.entries()? {
        let mut entry = entry?;
        if entry.header().entry_type().is_dir() {
            continue;
        }
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        entries.push(Entry {
            path: entry.path()?.to_string_lossy().into_owned(),
            mode: entry.header().mode()?,
            bytes,
        });
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::{Entry, folders, packed, unpacked};

    #[test]
    fn what_is_packed_comes_out_the_same_and_every_folder_stands_before_what_is_in_it() {
        let entries = [
            Entry::program("a/peil", vec![1, 2]),
            Entry::file("a/b/c.txt", b"c".to_vec()),
        ];
        assert_eq!(
            folders(&entries).into_iter().collect::<Vec<_>>(),
            ["a", "a/b"]
        );
        let found = unpacked(&packed(&entries).unwrap()).unwrap();
        let listed = |entries: &[Entry]| {
            entries
                .iter()
                .map(|entry| (entry.path.clone(), entry.mode, entry.bytes.clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(listed(&found), listed(&entries));
    }
}
