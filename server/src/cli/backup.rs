//! `peil backup`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use server::backend::Backend;

use super::Data;

/// Copies everything into one file, also beside a running server.
#[derive(Args)]
pub struct Backup {
    /// The file to write; it must not be there yet. To restore: stop peil, and put it as `peil.db`
    /// into an empty data folder.
    file: PathBuf,
    #[command(flatten)]
    data: Data,
}

impl Backup {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        super::start_logging();
        let bytes = Backend::backup(&self.data.data, &self.file)?;
        tracing::info!(bytes, "a backup was made");
        println!(
            "{} has everything that was stored ({} KiB)",
            self.file.display(),
            bytes.div_ceil(1024)
        );
        Ok(ExitCode::SUCCESS)
    }
}
