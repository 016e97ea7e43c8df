//! `cargo xtask bench`: what peil costs, beside the floors, on this machine; with `--quick` only
//! whether everything counts.

use crate::build;
use crate::bundle::{Effort, bundle};
use crate::place;
use crate::process::{cargo, cargo_host, succeed};
use crate::setup;
use crate::steps::Steps;
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// What is measured.
#[derive(Default)]
pub struct Options {
    /// Few phones and the binary of the tests: less than a minute, and figures that say nothing but
    /// counts.
    quick: bool,
    /// Where all figures go, as JSON.
    json: Option<PathBuf>,
}

impl Options {
    /// From the command line.
    pub fn read(mut args: &[&str]) -> Result<Self> {
        let mut options = Self::default();
        while let [option, rest @ ..] = args {
            args = rest;
            match (*option, rest) {
                ("--quick", _) => options.quick = true,
                ("--json", [file, rest @ ..]) => (options.json, args) = (Some(file.into()), rest),
                ("--json", []) => bail!("`--json` wants a file"),
                (other, _) => bail!("`bench` takes `--quick` and `--json FILE`, not `{other}`"),
            }
        }
        Ok(options)
    }
}

pub fn bench(options: &Options) -> Result<()> {
    let mut steps = Steps::default();
    setup::c_compiler()?;
    steps.step("the pages' bundles, small", || bundle(Effort::Small))?;
    if options.quick {
        steps.step("build peil and the tests", || {
            built(&mut cargo_host("build --bins --tests"))
        })?;
    } else {
        // Each by itself: what is measured is the very binary of `cargo xtask build`.
        steps.step("the server", build::server)?;
        steps.step("its phones", || {
            built(&mut cargo("build --release --package tests --bin load"))
        })?;
    }
    let result = steps.step("the bench", || measure(options));
    steps.summary();
    result
}

/// The quick bench with what `cargo xtask test` has built: nothing lost, nothing double, nobody
/// turned away.
pub fn counts() -> Result<()> {
    measure(&Options {
        quick: true,
        json: None,
    })
}

fn measure(options: &Options) -> Result<()> {
    let folder = place::target().join(if options.quick { "debug" } else { "release" });
    let out = place::target().join("peil-bench");
    let mut load = Command::new(folder.join("load"));
    load.arg("bench")
        .arg("--out")
        .arg(&out)
        .env("PEIL_BIN", folder.join("peil"));
    if options.quick {
        load.arg("--quick");
    }
    if let Some(file) = &options.json {
        load.arg("--json").arg(file);
    }
    succeed(
        &mut load,
        "The bench found something that may never be; it says above what.",
    )?;
    if !options.quick {
        println!("Pictures: {}", out.display());
    }
    Ok(())
}

fn built(command: &mut Command) -> Result<()> {
    succeed(command, "This did not build; the messages above say why.")
}
