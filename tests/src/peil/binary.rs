//! Which peil is under test: the one that `PEIL_BIN` names, or the one beside these tests in
//! cargo's target folder, which is built first.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The same choice of packages and features as everywhere, so that nothing is built a second time.
const HOST: &str = include_str!("../../../xtask/host-packages");
/// A test beside the program: with one among what is built, cargo chooses the features that tests
/// want, as `cargo xtask test` does.
const BESIDE: &str = "protocol";

/// The binary under test. The first who asks finds it out for all of this process.
#[track_caller]
pub(crate) fn binary() -> PathBuf {
    static BINARY: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let found = BINARY.get_or_init(|| match env::var_os("PEIL_BIN") {
        Some(path) => named(PathBuf::from(path)),
        None => built(),
    });
    found.clone().unwrap_or_else(|why| panic!("{why}"))
}

/// Cargo's target folder: the one that this very program was built into.
pub(crate) fn target() -> PathBuf {
    let exe = env::current_exe().expect("a running program has a path");
    let target = exe
        .ancestors()
        .find(|folder| folder.join("CACHEDIR.TAG").is_file());
    target
        .expect("a test lies in cargo's target folder")
        .to_owned()
}

fn named(path: PathBuf) -> Result<PathBuf, String> {
    if path.is_file() {
        Ok(path)
    } else {
        Err(format!("PEIL_BIN is {}, which is no file", path.display()))
    }
}

/// Whether the binary is older than its sources only cargo knows. Where it is not, this takes a
/// moment.
fn built() -> Result<PathBuf, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("this crate lies in the workspace");
    let target = target();
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .args(["build", "--bin", "peil", "--test", BESIDE])
        .args(HOST.split_whitespace());
    cargo.current_dir(root).env("CARGO_TARGET_DIR", &target);
    let status = cargo
        .status()
        .map_err(|error| format!("cargo could not be started to build peil: {error}"))?;
    if !status.success() {
        return Err("peil does not build; cargo says above why".to_owned());
    }
    named(target.join("debug/peil"))
        .map_err(|_| format!("cargo left no peil in {}", target.join("debug").display()))
}

#[cfg(test)]
mod tests {
    use super::{built, named, target};

    #[test]
    fn where_nobody_names_a_peil_the_one_beside_the_tests_is_built_and_runs() {
        let peil = built().expect("it builds");
        assert!(peil.starts_with(target()), "{}", peil.display());
        let said = std::process::Command::new(&peil)
            .arg("--version")
            .output()
            .expect("it starts");
        assert!(
            said.status.success() && said.stdout.starts_with(b"peil "),
            "{said:?}"
        );
    }

    #[test]
    fn a_name_that_leads_nowhere_is_told() {
        let result = named("/there/is/no/peil".into());
        assert_eq!(
            result,
            Err("PEIL_BIN is /there/is/no/peil, which is no file".to_owned())
        );
    }
}
