//! `cargo xtask build`: the one file that is handed to people.

use crate::bundle::{Effort, bundle};
use crate::place;
use crate::process::{cargo, succeed};
use crate::setup;
use crate::steps::Steps;
use anyhow::Result;

pub fn build() -> Result<()> {
    let mut steps = Steps::default();
    setup::c_compiler()?;
    steps.step("the pages' bundles, small", || bundle(Effort::Small))?;
    steps.step("the server", || {
        succeed(&mut cargo("build --release --package server"), "The server did not build; the messages above say why.")
    })?;
    steps.summary();
    println!("{}", place::target().join("release/peil").display());
    Ok(())
}
