//! Calling other programs, and saying in one sentence what went wrong when one fails.

use crate::place;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Cargo with these words, in the repository, building into the one target folder.
pub fn cargo(words: &str) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .args(words.split_whitespace())
        .current_dir(place::root())
        .env("CARGO_TARGET_DIR", place::target());
    cargo
}

/// What is built for this computer, always together: cargo chooses the features of what they share
/// for all that one call names, so naming fewer would build much of it a second time. The two wasm
/// crates are never among them; their `hydrate` does not go with `ssr`. In a file, since a story
/// that was started by hand builds peil in the same way (`tests/src/peil/binary.rs`).
pub const HOST: &str = include_str!("../host-packages");

/// Cargo with these words, for everything that is built for this computer.
pub fn cargo_host(words: &str) -> Command {
    cargo(&format!("{words} {HOST}"))
}

/// Runs `command` to its end with its output shown; `failed` is the sentence for when it does not
/// succeed.
pub fn succeed(command: &mut Command, failed: &str) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .with_context(|| format!("`{program}` could not be started"))?;
    if !status.success() {
        bail!("{failed}");
    }
    Ok(())
}

/// The name of this computer's kind, as Rust has it.
pub fn host() -> Result<String> {
    let output = Command::new("rustc")
        .arg("-vV")
        .current_dir(place::root())
        .output();
    let output = output.context("`rustc` could not be started")?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .context("`rustc -vV` does not say for which computer it builds")
}

/// Where `program` is on the PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| is_executable(file))
}

fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata()
        .is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}
