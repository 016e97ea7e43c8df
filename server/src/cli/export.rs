//! `peil export`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, ValueEnum};
use server::backend::{Backend, JournalError};
use server::export::file_name::file_name;
use server::export::{self, ExportFormat, ExportShape};
use server::lobby;
use server::room::fold::fold_all;
use server::store::Store;
use shared::code::JoinCode;
use shared::ids::RoomId;

use super::{Data, LocaleOptions};

/// Writes a room's responses, also beside a running server.
#[derive(Args)]
pub struct ExportCommand {
    /// The room's name, or its join code.
    room: String,
    /// The file's format.
    #[arg(long, env = "PEIL_FORMAT")]
    format: FormatFlag,
    /// A row per given value (long), or per participant (wide).
    #[arg(long, env = "PEIL_SHAPE", default_value = "long")]
    shape: ShapeFlag,
    /// With semicolons and a byte order mark, as a Dutch Excel expects them.
    #[arg(long, env = "PEIL_EXCEL")]
    excel: bool,
    /// The file to write, or a folder for a file named after title, code, shape and day; else it
    /// goes to standard output.
    #[arg(long, env = "PEIL_OUT")]
    out: Option<PathBuf>,
    #[command(flatten)]
    zone: LocaleOptions,
    #[command(flatten)]
    data: Data,
}

#[derive(Clone, Copy, ValueEnum)]
enum FormatFlag {
    Csv,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum ShapeFlag {
    Long,
    Wide,
}

impl ExportCommand {
    pub async fn run(self) -> anyhow::Result<ExitCode> {
        let backend = Backend::open_to_read(&self.data.data)?;
        let store = Store(backend.documents.clone());
        let id = self.find(&store).await?;
        let folded = fold_all(&id, &*backend.journal, |_, _| {}, |_, _, _| {}).await;
        let folded = folded.map_err(|error| match error {
            JournalError::NoSuchRoom { .. } => {
                anyhow::anyhow!(
                    "there is no room `{}` in {}",
                    self.room,
                    self.data.data.display()
                )
            }
            error => error.into(),
        })?;
        let (wanted, zone) = (self.wanted(), &self.zone.zone);
        let bytes = wanted.bytes(&folded.room, zone);
        let file = match &self.out {
            Some(folder) if folder.is_dir() => {
                let code = lobby::code_of(&store, &id).await?;
                Some(folder.join(file_name(&folded.room, &code, wanted, zone)))
            }
            out => out.clone(),
        };
        write(file, &bytes)?;
        super::start_logging();
        tracing::info!(room = %id, file = wanted.extension(), bytes = bytes.len(), "answers were exported");
        Ok(ExitCode::SUCCESS)
    }

    fn wanted(&self) -> export::ExportOptions {
        export::ExportOptions {
            format: match self.format {
                FormatFlag::Csv => ExportFormat::Csv,
                FormatFlag::Json => ExportFormat::Json,
            },
            shape: match self.shape {
                ShapeFlag::Long => ExportShape::Long,
                ShapeFlag::Wide => ExportShape::Wide,
            },
            excel: self.excel,
        }
    }

    async fn find(&self, store: &Store) -> anyhow::Result<RoomId> {
        let Some(code) = JoinCode::parse(&self.room) else {
            return Ok(RoomId(self.room.clone()));
        };
        let found = store
            .get::<RoomId>(&format!("codes/{}", code.digits()))
            .await?;
        Ok(found
            .with_context(|| {
                format!(
                    "no room has the code {code} in {}",
                    self.data.data.display()
                )
            })?
            .value)
    }
}

fn write(file: Option<PathBuf>, bytes: &[u8]) -> anyhow::Result<()> {
    match file {
        Some(path) => std::fs::write(&path, bytes)
            .with_context(|| format!("{} can't be written", path.display())),
        None => std::io::stdout()
            .write_all(bytes)
            .context("standard output can't be written"),
    }
}
