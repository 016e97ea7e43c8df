//! Which suites passed as they are: what a change did not touch has nothing new to say.

use crate::place;
use crate::suites::Suite;
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Suites that read the whole repository when they run.
const READ_ALL: [&str; 2] = ["architecture", "xtask"];
/// What tests read at run time beside their own package.
const READ_BY_MANY: [&str; 3] = ["docs", "decks", "tests/data"];

/// Whether the suite passed since its program was made, since peil was where it is about peil, and
/// since anybody touched what it may read.
pub fn has_passed(suite: &Suite) -> bool {
    let passed = modified(&mark(suite));
    !READ_ALL.contains(&suite.name.as_str())
        && passed.is_some_and(|passed| newest(suite).is_some_and(|newest| newest <= passed))
}

/// Notes that it passed just now.
pub fn note(suite: &Suite) -> Result<()> {
    fs::create_dir_all(folder())?;
    Ok(fs::write(mark(suite), "")?)
}

fn folder() -> PathBuf {
    place::target().join("peil-tests/passed")
}

/// A file whose age is when the suite passed last. Two packages may have a suite of one name: the
/// program's has a number of its own.
fn mark(suite: &Suite) -> PathBuf {
    folder().join(suite.program.file_name().unwrap_or_default())
}

/// When what the suite is made of was changed last; nothing where that can't be known.
fn newest(suite: &Suite) -> Option<SystemTime> {
    let peil = place::target().join("debug/peil");
    let programs =
        std::iter::once(suite.program.clone()).chain(suite.is_black_box().then_some(peil));
    let shared = READ_BY_MANY.map(|folder| place::root().join(folder));
    let data = std::iter::once(suite.folder.clone()).chain(shared);
    let mut times = Vec::new();
    for program in programs {
        times.push(modified(&program)?);
    }
    for folder in data {
        read_at_run_time(&folder, &mut times)?;
    }
    times.into_iter().max()
}

/// Files that are no Rust: those are in the program already.
fn read_at_run_time(folder: &Path, times: &mut Vec<SystemTime>) -> Option<()> {
    for entry in fs::read_dir(folder).ok()? {
        let path = entry.ok()?.path();
        let is_made = path.ends_with("target") || path.ends_with("node_modules");
        if path.is_dir() && !is_made {
            read_at_run_time(&path, times)?;
        } else if path.is_file() && path.extension().is_none_or(|extension| extension != "rs") {
            times.push(modified(&path)?);
        }
    }
    Some(())
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A suite of a program and a package made for this, in a folder of its own.
    fn suite(name: &str) -> Suite {
        let folder = place::target().join("peil-tests/passed-of").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("golden")).unwrap();
        fs::write(folder.join(format!("{name}-1")), "").unwrap();
        fs::write(folder.join("golden/one.json"), "").unwrap();
        let program = folder.join(format!("{name}-1"));
        let _ = fs::remove_file(super::folder().join(format!("{name}-1")));
        Suite {
            name: name.into(),
            program,
            folder,
        }
    }

    /// As if it had been changed after everything else.
    fn touch(path: &Path) {
        let file = fs::File::options().append(true).open(path).unwrap();
        let later = SystemTime::now() + std::time::Duration::from_secs(60);
        file.set_modified(later).unwrap();
    }

    #[test]
    fn what_passed_is_passed_over_until_its_program_or_its_data_change() {
        let suite = suite("quiet");
        assert!(!has_passed(&suite), "it never ran");
        note(&suite).unwrap();
        assert!(has_passed(&suite));
        for changed in ["quiet-1", "golden/one.json"] {
            let path = suite.folder.join(changed);
            touch(&path);
            assert!(!has_passed(&suite), "{changed} is newer");
            fs::write(&path, "").unwrap();
            note(&suite).unwrap();
            assert!(has_passed(&suite), "{changed}: it passed again");
        }
        fs::remove_file(&suite.program).unwrap();
        assert!(!has_passed(&suite), "there is nothing to run");
    }

    #[test]
    fn what_reads_the_whole_repository_always_runs() {
        for name in READ_ALL {
            let suite = suite(name);
            note(&suite).unwrap();
            assert!(!has_passed(&suite), "{name}");
        }
    }
}
