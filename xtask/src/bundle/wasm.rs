//! From a crate to a module script and its wasm.

use super::files::File;
use super::{Effort, glue};
use crate::place;
use crate::process::{cargo, succeed};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

#[derive(Clone, Copy)]
pub struct Bundle {
    /// The crate that is built.
    krate: &'static str,
    /// What pages call it.
    name: &'static str,
}

pub const BUNDLES: [Bundle; 2] = [
    Bundle {
        krate: "participant",
        name: "phone",
    },
    Bundle {
        krate: "host",
        name: "host",
    },
];

impl Effort {
    /// The cargo profile, which is also the name of its folder.
    pub fn profile(self) -> &'static str {
        match self {
            Self::Quick => "wasm-quick",
            Self::Small => "wasm",
        }
    }
}

/// Compiles the crates, in a call that has nothing of the server in it: cargo would join the
/// server's `ssr` with their `hydrate`.
pub fn build(effort: Effort) -> Result<()> {
    let mut command = cargo(&format!(
        "build --target {TARGET} --profile {}",
        effort.profile()
    ));
    for bundle in BUNDLES {
        command.args(["--package", bundle.krate]);
    }
    succeed(
        &mut command,
        "The pages' bundles did not build; the messages above say why.",
    )
}

/// Where cargo put the compiled crate.
pub fn built(bundle: Bundle, effort: Effort) -> PathBuf {
    place::target()
        .join(TARGET)
        .join(effort.profile())
        .join(bundle.krate)
        .with_extension("wasm")
}

/// The script and the wasm of a compiled crate.
pub fn bind(bundle: Bundle, effort: Effort) -> Result<[File; 2]> {
    let path = built(bundle, effort);
    let mut output = Bindgen::new()
        .input_path(&path)
        .out_name(bundle.name)
        .web(true)?
        .typescript(false)
        .remove_name_section(effort == Effort::Small)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen could not read {}", path.display()))?;
    if output.snippets().values().any(|list| !list.is_empty()) || !output.local_modules().is_empty()
    {
        bail!(
            "The bundle `{}` brings scripts of its own (wasm-bindgen snippets), and nothing serves those.",
            bundle.name
        );
    }
    let mut written = glue::without_comments(output.js());
    if effort == Effort::Small {
        let imports = output.wasm_mut().imports.iter_mut();
        written = glue::with_short_names(&written, imports.map(|import| &mut import.name));
    }
    let wasm = File::new(
        format!("{}.wasm", bundle.name),
        output.wasm_mut().emit_wasm(),
    );
    let script = File::new(
        format!("{}.js", bundle.name),
        glue::starting(&written, &wasm.hashed).into_bytes(),
    );
    Ok([script, wasm])
}
