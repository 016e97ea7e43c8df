//! `peil export`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use clap::{Args, ValueEnum};
use server::backend::{Backend, JournalError};
use server::child::{ChildJob, ChildPool};
use server::export::file_name::{file_name, report_name, spreadsheet_name};
use server::export::{self, ExportFormat, ExportShape, book};
use server::forms::{FormStore, FormTable};
use server::lobby;
use server::reports::Reports;
use server::room::fold::fold_all;
use server::service::forms::form_questions;
use server::service::reporting::{self, ReportFormat};
use server::store::Store;
use server::zone::Zone;
use shared::code::JoinCode;
use shared::ids::RoomId;
use shared::room::Room;

use super::{Data, LocaleOptions};

/// Writes a room's responses, also beside a running server.
#[derive(Args)]
pub struct ExportCommand {
    /// The room's name, or its join code.
    room: String,
    /// The file's format. A spreadsheet (xlsx) has one shape, with all of it; the report is a
    /// PDF, for Word (docx) or a page (html), with what was saved at the desk.
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
    Xlsx,
    Docx,
    Html,
    Pdf,
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
        let room = &folded.room;
        let (bytes, extension) = match self.format {
            FormatFlag::Csv => self.in_rows(room, ExportFormat::Csv),
            FormatFlag::Json => self.in_rows(room, ExportFormat::Json),
            FormatFlag::Xlsx => (self.spreadsheet(room, &store, &id).await?, "xlsx"),
            FormatFlag::Docx => {
                report(room, &store, &id, (&self.zone.zone, ReportFormat::Docx)).await?
            }
            FormatFlag::Html => {
                report(room, &store, &id, (&self.zone.zone, ReportFormat::Html)).await?
            }
            FormatFlag::Pdf => {
                report(room, &store, &id, (&self.zone.zone, ReportFormat::Pdf)).await?
            }
        };
        let file = match &self.out {
            Some(folder) if folder.is_dir() => {
                let code = lobby::code_of(&store, &id).await?;
                Some(folder.join(self.name(room, &code)))
            }
            out => out.clone(),
        };
        write(file, &bytes)?;
        super::start_logging();
        tracing::info!(room = %id, file = extension, bytes = bytes.len(), "answers were exported");
        Ok(ExitCode::SUCCESS)
    }

    fn in_rows(&self, room: &Room, format: ExportFormat) -> (Vec<u8>, &'static str) {
        let wanted = self.wanted(format);
        (wanted.bytes(room, &self.zone.zone), wanted.extension())
    }

    /// Made by a child, as the server has it made.
    async fn spreadsheet(
        &self,
        room: &Room,
        store: &Store,
        id: &RoomId,
    ) -> anyhow::Result<Vec<u8>> {
        let tables = tables(room, store, id).await?;
        let book = book::book(room, &tables, &self.zone.zone);
        Ok(ChildPool::default().run(&ChildJob::Xlsx(book)).await?)
    }

    fn name(&self, room: &Room, code: &JoinCode) -> String {
        let zone = &self.zone.zone;
        match self.format {
            FormatFlag::Csv => file_name(room, code, self.wanted(ExportFormat::Csv), zone),
            FormatFlag::Json => file_name(room, code, self.wanted(ExportFormat::Json), zone),
            FormatFlag::Xlsx => spreadsheet_name(room, code, zone),
            FormatFlag::Docx => report_name(room, code, "docx", zone),
            FormatFlag::Html => report_name(room, code, "html", zone),
            FormatFlag::Pdf => report_name(room, code, "pdf", zone),
        }
    }

    fn wanted(&self, format: ExportFormat) -> export::ExportOptions {
        export::ExportOptions {
            format,
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

/// The report with what its organiser added, and the file's ending.
async fn report(
    room: &Room,
    store: &Store,
    id: &RoomId,
    (zone, format): (&Zone, ReportFormat),
) -> anyhow::Result<(Vec<u8>, &'static str)> {
    let tables = tables(room, store, id).await?;
    let draft = Reports::new(store.clone()).get(id).await?.value.draft;
    let report = reporting::report_of(room, &tables, &draft, (zone, None));
    let bytes = format.bytes(report, &ChildPool::default()).await?;
    Ok((bytes, format.extension()))
}

/// What was filled into each form of a room.
async fn tables(room: &Room, store: &Store, id: &RoomId) -> anyhow::Result<Vec<FormTable>> {
    let forms = Arc::new(FormStore::new(store.clone())).of(&lobby::found(store, id).await?);
    let mut tables = Vec::new();
    for question in form_questions(room) {
        let kept = forms.kept(room.forms_to(&question)).await?;
        let table = FormTable::of(room, &question);
        tables.extend(table.map(|table| table.holding(kept)));
    }
    Ok(tables)
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
