//! `cargo xtask test`: everything CI runs, each thing built once, into the one target folder.

use crate::bench;
use crate::bundle::{Effort, bundle};
use crate::fuzz;
use crate::place;
use crate::process::{cargo, cargo_host, succeed};
use crate::setup;
use crate::steps::Steps;
use anyhow::Result;
use std::fs;
use std::process::Command;

/// What is built for the browser, with the profile of the bundles that the other steps build.
const BROWSER: &str = "--package participant --package host --target wasm32-unknown-unknown --profile wasm";

pub fn test() -> Result<()> {
    let mut steps = Steps::default();
    let result = all(&mut steps);
    steps.summary();
    result
}

fn all(steps: &mut Steps) -> Result<()> {
    steps.step("set-up", set_up)?;
    steps.step("rustfmt", || {
        succeed(&mut cargo("fmt --all --check"), "Some code is not formatted: run `cargo fmt --all`.")
    })?;
    steps.step("the pages' bundles, small", || bundle(Effort::Small))?;
    steps.step("clippy, server side", || clippy(cargo_host("clippy --all-targets")))?;
    // They are no part of all targets, and beside these their names would go unheard.
    steps.step("clippy, attacks, bad weather, the API's schema", || {
        clippy(cargo_host("clippy --test weather --test schema"))
    })?;
    steps.step("clippy, browser side", || clippy(cargo(&format!("clippy {BROWSER}"))))?;
    steps.step("rustfmt and clippy, fuzz targets", fuzz::checked)?;
    // In one call, and with the same choice of targets as below: cargo would build what they share anew for another choice.
    steps.step("build peil and the tests", || built("build --bins --tests"))?;
    steps.step("unit tests and stories", tests)?;
    steps.step("stories of attacks and bad weather; the API against its schema", || {
        let program = setup::schemathesis()?;
        let mut tests = of_peil(cargo_host("test --test weather --test schema"))?;
        tested(tests.env("PEIL_SCHEMATHESIS", program))
    })?;
    steps.step("the bench, quick: nothing lost, double or turned away", bench::counts)?;
    steps.step("tests in documents", || tested(&mut cargo_host("test --doc")))?;
    fuzz::briefly(steps)
}

fn set_up() -> Result<()> {
    setup::c_compiler()?;
    setup::wasm_target()?;
    setup::test_tools()
}

fn clippy(mut command: Command) -> Result<()> {
    succeed(command.args(["--", "--deny", "warnings"]), "Clippy has remarks; none is left standing.")
}

fn built(words: &str) -> Result<()> {
    succeed(&mut cargo_host(words), "This did not build; the messages above say why.")
}

fn tested(command: &mut Command) -> Result<()> {
    succeed(command, "A test failed; it says above what it saw.")
}

/// Unit tests, and the stories of the real binary over HTTP and in a browser.
fn tests() -> Result<()> {
    tested(&mut of_peil(cargo_host("test --no-fail-fast --tests"))?)
}

/// The same command, knowing which binary it is about.
fn of_peil(mut command: Command) -> Result<Command> {
    let out = place::target().join("peil-tests");
    fs::create_dir_all(&out)?;
    command.env("PEIL_BIN", place::target().join("debug/peil")).env("PEIL_TESTS_OUT", out);
    Ok(command)
}
