//! `peil sign-in`.

use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use server::auth::owner::Instance;
use server::backend::Backend;
use server::store::Store;

use super::Data;

/// Prints a new one-time sign-in link for the owner.
#[derive(Args)]
pub struct SignIn {
    #[command(flatten)]
    data: Data,
}

impl SignIn {
    pub async fn run(self) -> anyhow::Result<ExitCode> {
        let backend = Backend::open_to_read(&self.data.data)?;
        let instance = Instance::read(&Store(backend.documents)).await?;
        let instance = instance
            .with_context(|| format!("{} holds no instance yet: start `peil serve` once", self.data.data.display()))?;
        let address = instance.address.clone().unwrap_or_else(|| "http://127.0.0.1:8080".to_owned());
        println!("{address}{}", instance.sign_in_path());
        eprintln!("This link works once, within an hour.");
        Ok(ExitCode::SUCCESS)
    }
}
