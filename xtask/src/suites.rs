//! The test programs that cargo makes of the host's packages: built in one call, asked which tests
//! they have, run one after the other.

use crate::place;
use crate::process::cargo_host;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What wants a step, a program or a machine of its own. Everything else is quick.
const SLOW: [&str; 7] = [
    "browser",
    "faults",
    "mail",
    "network_faults",
    "office",
    "reader",
    "schema",
];

/// What waits more than it computes.
const WAITING: [&str; 2] = ["stories", "server"];
/// What asks nothing of a disk: one that is busy with what was just built would make people wait
/// seconds for what is stored. What survives a kill is tried on a real one.
const IN_MEMORY: [&str; 2] = ["browser", "stories"];
/// Where Linux keeps files in memory, unless a container has none to speak of.
const MEMORY: &str = "/dev/shm";
/// What such files take, in bytes: profiles of browsers, and data of peil.
const MEMORY_BYTES: u64 = 2 << 30;
/// How many tests a program runs at once, as the test harness calls it.
const THREADS: &str = "RUST_TEST_THREADS";

/// One program with tests.
#[derive(Debug, PartialEq)]
pub struct Suite {
    /// What cargo calls it: a crate's own unit tests by the crate's name.
    pub name: String,
    pub program: PathBuf,
    /// The folder of its package, where it runs.
    pub folder: PathBuf,
}

impl Suite {
    /// Whether it is about the real program, from outside.
    pub fn is_black_box(&self) -> bool {
        self.folder.ends_with("tests") && !["tests", "architecture"].contains(&self.name.as_str())
    }

    pub fn is_slow(&self) -> bool {
        SLOW.contains(&self.name.as_str())
    }

    /// Whether the name of one of its tests contains this.
    pub fn has(&self, filter: &str) -> Result<bool> {
        let output = self
            .command()
            .args([filter, "--list", "--format", "terse"])
            .stderr(Stdio::inherit())
            .output();
        let output =
            output.with_context(|| format!("{} could not be started", self.program.display()))?;
        Ok(output.status.success()
            && String::from_utf8_lossy(&output.stdout)
                .lines()
                .any(|line| line.ends_with(": test")))
    }

    /// Runs those of its tests that the arguments choose; whether all of them held.
    pub fn run(&self, choice: &[&str], settings: &[(&str, PathBuf)]) -> Result<bool> {
        let mut command = self.command();
        command
            .args(choice)
            .envs(settings.iter().map(|(name, value)| (name, value)));
        let status = command
            .status()
            .with_context(|| format!("{} could not be started", self.program.display()))?;
        Ok(status.success())
    }

    /// As cargo starts it; with more tests at once than cores where tests wait for peil, the disk
    /// and the clock most of their time.
    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command
            .current_dir(&self.folder)
            .env("CARGO_MANIFEST_DIR", &self.folder);
        if WAITING.contains(&self.name.as_str()) && std::env::var_os(THREADS).is_none() {
            let cores = std::thread::available_parallelism().map_or(1, usize::from);
            command.env(THREADS, (2 * cores + 1).to_string());
        }
        if IN_MEMORY.contains(&self.name.as_str()) && has_memory() {
            command.env("TMPDIR", MEMORY);
        }
        command
    }
}

fn has_memory() -> bool {
    let memory = rustix::fs::statvfs(MEMORY);
    memory.is_ok_and(|memory| memory.f_bavail * memory.f_frsize >= MEMORY_BYTES)
}

/// The suites of `cargo test`, and peil beside them.
pub fn usual() -> Result<Vec<Suite>> {
    built("build --bins --tests")
}

/// Those that cargo runs only where they are named.
pub fn named_alone() -> Result<Vec<Suite>> {
    built("build --test network_faults --test schema --test mail")
}

fn built(words: &str) -> Result<Vec<Suite>> {
    let mut cargo = cargo_host(&format!("{words} --message-format json-render-diagnostics"));
    let output = cargo
        .stderr(Stdio::inherit())
        .output()
        .context("cargo could not be started")?;
    if !output.status.success() {
        bail!("This did not build; the messages above say why.");
    }
    Ok(String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(suite)
        .collect())
}

/// The suite that a line of cargo's tells of.
fn suite(line: &str) -> Option<Suite> {
    let message: Value = serde_json::from_str(line).ok()?;
    let test = message["profile"]["test"].as_bool()?;
    let program = message["executable"].as_str().filter(|_| test)?;
    let folder = Path::new(message["manifest_path"].as_str()?).parent()?;
    Some(Suite {
        name: message["target"]["name"].as_str()?.to_owned(),
        program: program.into(),
        folder: folder.into(),
    })
}

/// Which peil the stories are about, and where they leave pictures.
pub fn settings() -> Result<Vec<(&'static str, PathBuf)>> {
    let out = place::target().join("peil-tests");
    fs::create_dir_all(&out)?;
    Ok(vec![
        ("PEIL_BIN", place::target().join("debug/peil")),
        ("PEIL_TESTS_OUT", out),
    ])
}

#[cfg(test)]
mod tests {
    use super::{SLOW, Suite, suite};
    use crate::place;
    use crate::process::HOST;
    use std::path::PathBuf;

    /// This very program, as cargo would tell of it.
    fn own() -> Suite {
        let (folder, program) = (
            place::root().join("xtask"),
            std::env::current_exe().unwrap(),
        );
        Suite {
            name: "xtask".into(),
            program,
            folder,
        }
    }

    #[test]
    fn a_suite_is_read_from_what_cargo_tells() {
        let message = |test: bool, executable: &str| {
            format!(
                r#"{{"reason":"compiler-artifact","manifest_path":"/p/tests/Cargo.toml","target":{{"kind":["test"],"name":"stories"}},"profile":{{"test":{test}}},"executable":{executable}}}"#
            )
        };
        let stories = Suite {
            name: "stories".into(),
            program: "/t/stories-1".into(),
            folder: "/p/tests".into(),
        };
        assert_eq!(suite(&message(true, "\"/t/stories-1\"")), Some(stories));
        for other in [
            message(false, "\"/t/peil\""),
            message(true, "null"),
            r#"{"reason":"build-finished"}"#.into(),
            String::new(),
        ] {
            assert_eq!(suite(&other), None, "{other}");
        }
    }

    #[test]
    fn a_suite_knows_which_tests_it_has() {
        assert!(own().has("a_suite_knows_which_tests").unwrap());
        assert!(own().has("suites::").unwrap());
        assert!(!own().has("there is no such test").unwrap());
    }

    #[test]
    fn what_is_about_the_program_is_told_from_what_is_about_its_parts() {
        for (name, folder, black_box, slow) in [
            ("stories", "/p/tests", true, false),
            ("browser", "/p/tests", true, true),
            ("faults", "/p/tests", true, true),
            ("network_faults", "/p/tests", true, true),
            ("schema", "/p/tests", true, true),
            ("mail", "/p/tests", true, true),
            ("office", "/p/server/docx", false, true),
            ("reader", "/p/server/pdf", false, true),
            ("architecture", "/p/tests", false, false),
            ("tests", "/p/tests", false, false),
            ("deck", "/p/client", false, false),
            ("server", "/p/server", false, false),
        ] {
            let suite = Suite {
                name: name.into(),
                program: "/t/x".into(),
                folder: folder.into(),
            };
            assert_eq!(
                (suite.is_black_box(), suite.is_slow()),
                (black_box, slow),
                "{name}"
            );
        }
        let folders = ["tests/tests", "server/docx/tests", "server/pdf/tests"]
            .map(|at| place::root().join(at));
        for name in SLOW {
            let is_in = |folder: &PathBuf| {
                folder.join(name).is_dir() || folder.join(name).with_extension("rs").is_file()
            };
            assert!(folders.iter().any(is_in), "{name} is no suite any more");
        }
    }

    #[test]
    fn all_packages_but_the_bundles_are_built_together() {
        let manifest = std::fs::read_to_string(place::root().join("Cargo.toml")).unwrap();
        let (_, members) = manifest.split_once("members = [").unwrap();
        let (members, _) = members.split_once(']').unwrap();
        let members = members
            .split(", ")
            .map(|path| path.trim_matches('"').rsplit('/').next().unwrap());
        for member in members.filter(|member| !["participant", "host"].contains(member)) {
            assert!(HOST.contains(&format!("--package {member}")), "{member}");
        }
    }
}
