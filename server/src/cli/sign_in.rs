//! `peil sign-in`.

use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use server::auth::owner::{Instance, LINK_MINUTES, LinkScope};
use server::backend::Backend;
use server::store::Store;

use super::Data;

/// Prints a new one-time sign-in link for the owner.
#[derive(Args)]
pub struct SignIn {
    #[command(flatten)]
    data: Data,
    /// The link also signs out every other browser, when it is used.
    #[arg(long)]
    all_out: bool,
}

impl SignIn {
    pub async fn run(self) -> anyhow::Result<ExitCode> {
        let backend = Backend::open_to_read(&self.data.data)?;
        let instance = Instance::read(&Store(backend.documents)).await?;
        let reach = if self.all_out {
            LinkScope::AllOut
        } else {
            LinkScope::One
        };
        let link =
            instance.and_then(|instance| Some((instance.sign_in_path(reach)?, instance.address)));
        let (path, address) = link.with_context(|| {
            format!(
                "{} holds no instance that was started: start `peil serve` first",
                self.data.data.display()
            )
        })?;
        let address = address.unwrap_or_else(|| "http://127.0.0.1:8080".to_owned());
        println!("{address}{path}");
        eprintln!(
            "This link works once, within {LINK_MINUTES} minutes, until `peil serve` is started again."
        );
        if self.all_out {
            eprintln!("Whoever uses it signs out every other browser.");
        }
        Ok(ExitCode::SUCCESS)
    }
}
