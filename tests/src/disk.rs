//! A disk of a few megabytes that can be filled to its last byte and freed again: a tmpfs, which
//! root may mount.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A small disk, unmounted when dropped. Stop the peil that stands on it first.
pub struct SmallDisk {
    folder: TempDir,
}

impl SmallDisk {
    /// Mounts a disk of this many MiB.
    #[track_caller]
    pub fn of_mib(size: u32) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("peil-small-disk-")
            .tempdir()
            .expect("a new folder");
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}m"), "tmpfs"])
            .arg(folder.path())
            .output()
            .expect("`mount` is there (package mount)");
        let said = String::from_utf8_lossy(&mount.stderr);
        assert!(
            mount.status.success(),
            "a full disk is tried on a small tmpfs, which only root may mount: {said}"
        );
        Self { folder }
    }

    /// Where the disk is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes zeros until not one byte fits any more.
    #[track_caller]
    pub fn fills_up(&self) {
        let ballast = self.ballast();
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&ballast)
            .expect("a file of ballast");
        for size in [1 << 16, 1 << 12, 1 << 8, 1] {
            let zeros = vec![0; size];
            let full = loop {
                if let Err(error) = file.write_all(&zeros) {
                    break error;
                }
            };
            assert_eq!(full.kind(), ErrorKind::StorageFull, "{full}");
        }
    }

    /// Gives the space back.
    #[track_caller]
    pub fn is_freed(&self) {
        fs::remove_file(self.ballast()).expect("the ballast is there");
    }

    fn ballast(&self) -> PathBuf {
        self.path().join("ballast")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: a peil that a failing story left behind must not keep the mount.
        let unmounted = Command::new("umount")
            .arg("--lazy")
            .arg(self.path())
            .status();
        if !unmounted.is_ok_and(|status| status.success()) {
            eprintln!("could not unmount {}", self.path().display());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::SmallDisk;

    #[test]
    fn a_full_disk_takes_nothing_until_it_is_freed() {
        let disk = SmallDisk::of_mib(1);
        let file = disk.path().join("answer");
        disk.fills_up();
        assert!(fs::write(&file, "ja").is_err());
        disk.is_freed();
        fs::write(&file, "ja").expect("there is room again");
    }
}
