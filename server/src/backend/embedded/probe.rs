//! Whether there is room on the disk again: found out by writing, since quotas and reserves make
//! every count wrong.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

const PROBE: &str = "peil.probe";
/// A full batch and its pages in the log, and as much again.
const ROOM_BYTES: usize = 512 * 1024;

pub(super) fn has_room(folder: &Path) -> bool {
    let path = folder.join(PROBE);
    let written = write(&path);
    // Also after a failure: half a probe takes the room that is missing.
    let removed = fs::remove_file(&path);
    written.is_ok() && removed.is_ok()
}

fn write(path: &Path) -> io::Result<()> {
    let mut file = File::create(path)?;
    // Not zeroes: some file systems store those for nothing.
    file.write_all(&[0x55; ROOM_BYTES])?;
    file.sync_all()
}
