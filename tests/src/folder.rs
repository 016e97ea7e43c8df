//! The bytes of a data folder: where a text still stands, and what happens when one of them turns.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A new folder, gone when dropped.
pub struct Folder(TempDir);

impl Folder {
    /// Makes one.
    #[track_caller]
    pub fn new() -> Self {
        Self(
            tempfile::Builder::new()
                .prefix("peil-story-")
                .tempdir()
                .expect("a new folder"),
        )
    }

    /// Makes one where files outlast a stop of the machine, so not in memory.
    #[track_caller]
    pub fn on_disk() -> Self {
        Self(
            tempfile::Builder::new()
                .prefix("peil-story-")
                .tempdir_in("/var/tmp")
                .expect("a new folder"),
        )
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file in it; gives its path.
    #[track_caller]
    pub fn writes(&self, name: &str, text: &str) -> PathBuf {
        let file = self.path().join(name);
        fs::write(&file, text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        file
    }
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

/// Every file under a folder that holds these bytes.
#[track_caller]
pub fn files_holding(folder: &Path, text: &str) -> Vec<PathBuf> {
    let holds = |file: &PathBuf| places_of(&read(file), text.as_bytes()).next().is_some();
    files_of(folder).into_iter().filter(holds).collect()
}

/// Turns one bit in the middle of the longest stretch of every file that differs from an older copy
/// of the folder, if that stretch is as long as `at_least`; gives how many files there were. So
/// what one long answer added can be hit without knowing how it is stored.
#[track_caller]
pub fn flip_what_changed(older: &Path, folder: &Path, at_least: usize) -> usize {
    let mut flipped = 0;
    for file in files_of(folder) {
        let mut bytes = read(&file);
        let before = older.join(file.strip_prefix(folder).expect("it lies in the folder"));
        let before = if before.is_file() {
            read(&before)
        } else {
            Vec::new()
        };
        let stretch = longest_change(&before, &bytes);
        if stretch.len() >= at_least {
            bytes[stretch.start + stretch.len() / 2] ^= 0b0000_0100;
            fs::write(&file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            flipped += 1;
        }
    }
    flipped
}

/// The longest stretch in which the bytes differ, apart from a few that are the same by chance.
fn longest_change(before: &[u8], after: &[u8]) -> Range<usize> {
    const BY_CHANCE: usize = 8;
    let differs = |at: &usize| before.get(*at) != after.get(*at);
    let (mut longest, mut stretch) = (0..0, 0..0);
    for at in (0..after.len()).filter(differs) {
        stretch = if at > stretch.end + BY_CHANCE {
            at..at + 1
        } else {
            stretch.start..at + 1
        };
        if stretch.len() > longest.len() {
            longest = stretch.clone();
        }
    }
    longest
}

/// Copies every file of a folder that nobody writes to now.
#[track_caller]
pub fn copy_of(folder: &Path) -> Folder {
    let copy = Folder::new();
    for file in files_of(folder) {
        let to = copy
            .path()
            .join(file.strip_prefix(folder).expect("it lies in the folder"));
        fs::create_dir_all(to.parent().expect("it lies in the copy")).expect("a folder");
        fs::copy(&file, &to).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
    copy
}

fn read(file: &Path) -> Vec<u8> {
    fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn places_of<'a>(bytes: &'a [u8], text: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    bytes
        .windows(text.len())
        .enumerate()
        .filter(move |(_, window)| *window == text)
        .map(|(place, _)| place)
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(files_of(&path));
        } else if path.is_file() {
            files.push(path);
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::{Folder, copy_of, files_holding, flip_what_changed};

    #[test]
    fn a_text_is_found_in_any_file() {
        let folder = Folder::new();
        std::fs::create_dir(folder.path().join("a")).expect("a folder");
        std::fs::write(folder.path().join("a/b.db"), b"\0\x01geheim\xff").expect("a file");
        folder.writes("c", "anders");
        assert_eq!(
            files_holding(folder.path(), "geheim"),
            [folder.path().join("a/b.db")]
        );
    }

    #[test]
    fn one_bit_turns_in_the_middle_of_what_was_added() {
        let folder = Folder::new();
        folder.writes("a", "kop..............................staart");
        folder.writes("b", "blijft");
        let older = copy_of(folder.path());
        folder.writes(
            "a",
            "KOP..............................staart en een antwoord",
        );
        assert_eq!(flip_what_changed(older.path(), folder.path(), 10), 1);
        let bytes = std::fs::read(folder.path().join("a")).expect("a file");
        assert_eq!(
            String::from_utf8_lossy(&bytes),
            "KOP..............................staart en een entwoord"
        );
        assert_eq!(flip_what_changed(older.path(), folder.path(), 100), 0);
    }
}
