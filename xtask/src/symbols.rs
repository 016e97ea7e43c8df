//! What a program is searched with when it falls over, taken out of the program and put beside it:
//! people copy the one, and keep the other.

use crate::process::{find, succeed};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program without symbols, and the file beside it that has them.
pub struct Split {
    pub bytes: u64,
    /// None where the machine has no `objcopy` (package binutils, which a C compiler brings): then
    /// the program keeps its symbols.
    pub symbols: Option<PathBuf>,
}

/// Does so with `PROGRAM`; the symbols are `PROGRAM.debug`, which debuggers find by the name that
/// the program holds.
pub fn split(program: &Path) -> Result<Split> {
    let symbols = if find("objcopy").is_some() {
        Some(taken_out(program)?)
    } else {
        None
    };
    let bytes = fs::metadata(program)
        .with_context(|| format!("{} was not made", program.display()))?
        .len();
    Ok(Split { bytes, symbols })
}

fn taken_out(program: &Path) -> Result<PathBuf> {
    let (symbols, bare) = (
        program.with_extension("debug"),
        program.with_extension("bare"),
    );
    let objcopy = |options: &[&str], to: &Path| {
        succeed(
            Command::new("objcopy").args(options).arg(program).arg(to),
            "objcopy says above what is wrong.",
        )
    };
    objcopy(&["--only-keep-debug"], &symbols)?;
    objcopy(
        &[
            "--strip-all",
            &format!("--add-gnu-debuglink={}", symbols.display()),
        ],
        &bare,
    )?;
    // In its place as another file: what cargo built has a second name, and stays.
    fs::rename(&bare, program)?;
    Ok(symbols)
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::place;
    use std::fs;
    use std::process::Command;

    #[test]
    fn what_is_left_still_runs_and_what_was_taken_out_lies_beside_it() {
        let folder = place::target().join("peil-tests/symbols");
        fs::create_dir_all(&folder).unwrap();
        let program = folder.join("xtask");
        let whole = fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
        let split = split(&program).unwrap();
        let symbols = split.symbols.expect("whoever builds has objcopy");
        assert_eq!(symbols, folder.join("xtask.debug"));
        assert_eq!(split.bytes, fs::metadata(&program).unwrap().len());
        assert!(
            split.bytes * 2 < whole,
            "{} of {whole} bytes are left",
            split.bytes
        );
        assert!(
            fs::metadata(&symbols).unwrap().len() > split.bytes / 2,
            "the symbols are there"
        );
        let said = Command::new(&program).arg("--list").output().unwrap();
        assert!(said.status.success() && said.stdout.ends_with(b"benchmarks\n"));
        assert!(
            fs::read(&program)
                .unwrap()
                .windows(11)
                .any(|bytes| bytes == b"xtask.debug"),
            "a debugger finds them"
        );
    }
}
