//! `cargo xtask fuzz`: bytes that nobody thought up, against everything that reads what strangers
//! send and what lies on the disk.
//!
//! The targets in `fuzz/` are laid out for `cargo fuzz`, which wants a nightly Rust by default;
//! here the pinned one builds them, with libFuzzer and the instruments that it counts with, and
//! without sanitizers: nothing of ours is unsafe.

use crate::place;
use crate::process::{cargo, host, succeed};
use crate::setup;
use crate::steps::Steps;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How long each target runs where nobody says, in seconds.
const SECONDS: u32 = 60;
/// How long each target runs as a step of `cargo xtask test`, in seconds.
const SECONDS_IN_TEST: u32 = 12;
/// An input that takes longer is a finding, in seconds: the worst of them are read in a fraction of
/// one.
const SLOW_SECONDS: u32 = 20;
/// An input that takes more memory is a finding, in MiB.
const LARGE_MIB: u32 = 1024;

/// What the fuzzer sees of a program: which edges were taken, and what was compared with what.
const INSTRUMENTS: [&str; 6] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

struct Target {
    name: &'static str,
    /// The longest input, in bytes.
    longest: u32,
    /// What it begins with, beside `fuzz/corpus/NAME`.
    also: &'static [&'static str],
}

const TARGETS: [Target; 4] = [
    Target {
        name: "deck",
        longest: 16 * 1024,
        also: &["decks", "shared/tests/deck/written"],
    },
    Target {
        name: "frames",
        longest: 4 * 1024,
        also: &[],
    },
    Target {
        name: "forms",
        longest: 4 * 1024,
        also: &[],
    },
    Target {
        name: "journal",
        longest: 32 * 1024,
        also: &["shared/tests/golden"],
    },
];

/// Every target for so many seconds.
pub fn fuzz(seconds: Option<&str>) -> Result<()> {
    let seconds = match seconds {
        Some(text) => text
            .parse()
            .with_context(|| format!("`fuzz` takes a number of seconds, not `{text}`"))?,
        None => SECONDS,
    };
    let mut steps = Steps::default();
    setup::c_compiler()?;
    setup::cxx_compiler()?;
    let result = all(&mut steps, seconds);
    steps.summary();
    result
}

/// Every target for a moment: what `cargo xtask test` does.
pub fn briefly(steps: &mut Steps) -> Result<()> {
    all(steps, SECONDS_IN_TEST)
}

fn all(steps: &mut Steps, seconds: u32) -> Result<()> {
    let programs = steps.step("build the fuzz targets", build)?;
    for target in &TARGETS {
        steps.step(&format!("fuzz {}, {seconds} s", target.name), || {
            target.run(&programs, seconds)
        })?;
    }
    Ok(())
}

/// The style of the targets, which are no part of the workspace.
pub fn formatted() -> Result<()> {
    succeed(
        &mut cargo("fmt --manifest-path fuzz/Cargo.toml --check"),
        "Some fuzz target is not formatted: run `cargo fmt --manifest-path fuzz/Cargo.toml`.",
    )
}

/// The lints of the targets.
pub fn checked() -> Result<()> {
    let clippy = &mut instrumented("clippy --all-targets")?;
    succeed(
        clippy.args(["--", "--deny", "warnings"]),
        "Clippy has remarks on the fuzz targets; none is left standing.",
    )
}

/// Builds all targets; gives the folder they are in.
fn build() -> Result<PathBuf> {
    let build = &mut instrumented("build --bins")?;
    succeed(
        build,
        "The fuzz targets did not build; the messages above say why.",
    )?;
    Ok(place::target().join(host()?).join("release"))
}

/// Cargo with these words, for the targets: always in the same way, so that what they need is built
/// once.
fn instrumented(words: &str) -> Result<Command> {
    // For a named target, so that the instruments are in what is tried and in no build script.
    let mut cargo = cargo(&format!(
        "{words} --manifest-path fuzz/Cargo.toml --locked --release --target"
    ));
    cargo
        .arg(host()?)
        .env("CARGO_ENCODED_RUSTFLAGS", INSTRUMENTS.join("\x1f"));
    Ok(cargo)
}

impl Target {
    fn run(&self, programs: &Path, seconds: u32) -> Result<()> {
        // What it learns stays out of the repository; the next run goes on from there.
        let learned = place::target().join("peil-fuzz").join(self.name);
        let found = place::target().join("peil-fuzz/found");
        fs::create_dir_all(&learned)?;
        fs::create_dir_all(&found)?;
        let seeds = place::root().join("fuzz/corpus").join(self.name);
        if !seeds.is_dir() {
            bail!(
                "{} is not there: a fuzzer that begins with nothing finds nothing",
                seeds.display()
            );
        }
        let mut run = Command::new(programs.join(self.name));
        run.arg(&learned)
            .arg(seeds)
            .args(self.also.iter().map(|folder| place::root().join(folder)));
        run.arg(format!(
            "-dict={}",
            place::root()
                .join(format!("fuzz/{}.dict", self.name))
                .display()
        ));
        run.arg(format!(
            "-artifact_prefix={}/{}-",
            found.display(),
            self.name
        ));
        run.args([
            format!("-max_total_time={seconds}"),
            format!("-max_len={}", self.longest),
        ]);
        run.args([
            format!("-timeout={SLOW_SECONDS}"),
            format!("-rss_limit_mb={LARGE_MIB}"),
        ]);
        run.args(["-print_final_stats=1", "-print_funcs=0", "-verbosity=0"]);
        succeed(&mut run, &self.finding(&found))
    }

    fn finding(&self, found: &Path) -> String {
        format!(
            "`{0}` found bytes for which something does not hold; it says above what and where they are. Once that is mended, copy \
             them from {1} to fuzz/corpus/{0}, so that they are tried every time.",
            self.name,
            found.display()
        )
    }
}
