//! What a command needs besides Rust: present, fetched, or named in a sentence that says how to get
//! it. Nothing is skipped but the stories that need network namespaces, and these say so.

use crate::place;
use crate::process::{find, succeed};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The wasm32 target of the pinned toolchain.
pub fn wasm_target() -> Result<()> {
    let sysroot = Command::new("rustc")
        .args(["--print", "sysroot"])
        .current_dir(place::root())
        .output()
        .context("`rustc` could not be started")?;
    let sysroot = String::from_utf8_lossy(&sysroot.stdout).trim().to_owned();
    if Path::new(&sysroot)
        .join("lib/rustlib/wasm32-unknown-unknown")
        .is_dir()
    {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "The pages need Rust's target wasm32-unknown-unknown, and this Rust has no rustup to add it. Install Rust with https://rustup.rs."
        );
    }
    succeed(
        // In the repository, so that rustup adds it to the toolchain that rust-toolchain.toml
        // names.
        Command::new("rustup")
            .args(["target", "add", "wasm32-unknown-unknown"])
            .current_dir(place::root()),
        "Rust's target wasm32-unknown-unknown could not be added; rustup says why above.",
    )
}

/// SQLite and the linker need it.
pub fn c_compiler() -> Result<()> {
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let program = compiler.split_whitespace().next().unwrap_or("cc");
    if Path::new(program).is_file() || find(program).is_some() {
        return Ok(());
    }
    bail!(
        "There is no C compiler (`{program}`), which building SQLite needs. Install one: `apt-get install gcc libc6-dev` on Debian, \
         `xcode-select --install` on a Mac."
    )
}

/// The programs that the tests call, and the Debian packages they are in.
const TEST_TOOLS: [(&str, &str); 8] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("strace", "strace"),
    CXX,
    ("ip", "iproute2"),
    ("python3", "python3-minimal"),
    ("soffice", "libreoffice-writer"),
    ("pdftotext", "poppler-utils"),
];
/// The fuzzer is C++.
const CXX: (&str, &str) = ("c++", "g++");

/// What the fuzz targets need.
pub fn cxx_compiler() -> Result<()> {
    if find(CXX.0).is_some() {
        Ok(())
    } else {
        install(&[CXX])
    }
}

/// Chromium, chromedriver, strace, a C++ compiler, what bad lines are made with, what read
/// reports and, for the npm packages of the tests, npm.
pub fn test_tools() -> Result<()> {
    let node = place::root().join("tests/package.json").is_file();
    let wanted = TEST_TOOLS
        .iter()
        .copied()
        .chain(node.then_some(("npm", "npm")));
    let missing: Vec<_> = wanted
        .filter(|(program, _)| find(program).is_none())
        .collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    if node { npm_packages() } else { Ok(()) }
}

/// A program that PyPI has, in an environment below cargo's target folder, as
/// `tests/requirements.txt` pins it. Among them are tools that are written in Rust: there they come
/// built, and building one of them would take longer than all that it looks at.
pub fn from_pypi(program: &str) -> Result<PathBuf> {
    let (folder, wanted) = (
        place::target().join("peil-venv"),
        place::root().join("tests/requirements.txt"),
    );
    let (program, stamp) = (
        folder.join("bin").join(program),
        folder.join("requirements.txt"),
    );
    let pinned =
        fs::read(&wanted).with_context(|| format!("{} can't be read", wanted.display()))?;
    if program.is_file() && fs::read(&stamp).is_ok_and(|installed| installed == pinned) {
        return Ok(program);
    }
    environment(&folder)?;
    succeed(
        Command::new(folder.join("bin/pip"))
            .args(["install", "--quiet", "--requirement"])
            .arg(&wanted),
        "What tests/requirements.txt names could not be installed; pip says why above.",
    )?;
    fs::write(&stamp, pinned).context("the stamp of the Python packages could not be written")?;
    Ok(program)
}

/// A Python environment. Debian keeps what makes one in a package of its own.
fn environment(folder: &Path) -> Result<()> {
    let made = || {
        Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(folder)
            .status()
    };
    if made().context("`python3` could not be started")?.success() {
        return Ok(());
    }
    install(&[("python3 -m venv", "python3-venv")])?;
    if made()?.success() {
        Ok(())
    } else {
        bail!(
            "`python3 -m venv {}` fails; it says why above.",
            folder.display()
        )
    }
}

fn install(missing: &[(&str, &str)]) -> Result<()> {
    let programs: Vec<_> = missing.iter().map(|(program, _)| *program).collect();
    let packages: Vec<_> = missing.iter().map(|(_, package)| *package).collect();
    let by_hand = format!(
        "The tests need {}. On Debian: `apt-get install {}`.",
        programs.join(", "),
        packages.join(" ")
    );
    let debian = Path::new("/etc/debian_version").is_file() && find("apt-get").is_some();
    if !debian || !rustix::process::geteuid().is_root() {
        bail!("{by_hand}");
    }
    succeed(Command::new("apt-get").arg("update"), &by_hand)?;
    succeed(
        Command::new("apt-get")
            .args(["install", "-y", "--no-install-recommends"])
            .args(&packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
        &by_hand,
    )
}

fn npm_packages() -> Result<()> {
    succeed(
        Command::new("npm")
            .args(["ci", "--prefer-offline", "--no-audit", "--no-fund"])
            .current_dir(place::root().join("tests")),
        "The tests' npm packages (tests/package-lock.json) could not be installed; npm says why above.",
    )
}
