//! `peil export`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use clap::{Args, ValueEnum};
use server::after_pages::AfterPages;
use server::backend::{Backend, JournalError};
use server::child::{ChildJob, ChildPool};
use server::export::file_name::{
    FileSubject, archive_name, file_name, report_name, spreadsheet_name,
};
use server::export::{self, ExportFormat, ExportShape, book};
use server::forms::{FormStore, FormTable};
use server::lobby::{self, LobbyError};
use server::outcome::RoomOutcome;
use server::reports::Reports;
use server::room::fold::fold_all;
use server::service::archiving::{self, ZipContents};
use server::service::forms::form_questions;
use server::service::outcome::totals_of;
use server::service::reporting::{self, ReportFormat};
use server::store::Store;
use server::zone::Zone;
use shared::code::JoinCode;
use shared::deck::write;
use shared::ids::RoomId;
use shared::room::Room;

use super::{Data, LocaleOptions};

/// Writes a room's responses, also beside a running server.
#[derive(Args)]
pub struct ExportCommand {
    /// The room's name, or its join code.
    room: String,
    /// The file's format. A spreadsheet (xlsx) has one shape, with all of it; the report is a
    /// PDF, for Word (docx) or a page (html), with what was saved at the desk; everything together
    /// (zip) can be taken in by another peil.
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
    Zip,
}

impl FormatFlag {
    /// Whether it has a row for what each person gave.
    fn is_of_rows(self) -> bool {
        matches!(self, Self::Csv | Self::Json | Self::Zip)
    }
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
        let (room, zone) = (&folded.room, &self.zone.zone);
        let outcome = outcome(room, &store, &id).await?;
        if outcome.answers_ended.is_some() && self.format.is_of_rows() {
            anyhow::bail!(
                "the answers of this room have been erased; its totals stay, as xlsx, docx or html"
            );
        }
        let (bytes, extension) = match self.format {
            FormatFlag::Csv => self.in_rows(room, ExportFormat::Csv),
            FormatFlag::Json => self.in_rows(room, ExportFormat::Json),
            FormatFlag::Xlsx => {
                let book = match outcome.answers_ended {
                    Some(_) => book::totals::book(&outcome, zone),
                    None => book::book(room, &tables(room, &store, &id).await?, zone),
                };
                // Made by a child, as the server has it made.
                (
                    ChildPool::default().run(&ChildJob::Xlsx(book)).await?,
                    "xlsx",
                )
            }
            FormatFlag::Docx => report(&outcome, &store, &id, (zone, ReportFormat::Docx)).await?,
            FormatFlag::Html => report(&outcome, &store, &id, (zone, ReportFormat::Html)).await?,
            FormatFlag::Pdf => report(&outcome, &store, &id, (zone, ReportFormat::Pdf)).await?,
            FormatFlag::Zip => (self.zip((room, &outcome), &backend, &id).await?, "zip"),
        };
        let file = match &self.out {
            Some(folder) if folder.is_dir() => {
                let code = lobby::code_of(&store, &id).await?;
                Some(folder.join(self.name((room, &outcome), &code)))
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

    /// Everything of the room.
    async fn zip(
        &self,
        (room, outcome): (&Room, &RoomOutcome),
        backend: &Backend,
        id: &RoomId,
    ) -> anyhow::Result<Vec<u8>> {
        let store = Store(backend.documents.clone());
        let found = lobby::found(&store, id).await?;
        let tables = tables(room, &store, id).await?;
        let forms = Arc::new(FormStore::new(store.clone())).of(&found);
        let kept = (
            &forms,
            &Reports::new(store.clone()),
            &AfterPages::new(store),
        );
        let archive = archiving::archive(&found, room.all_forms(), kept, &*backend.journal).await?;
        let contents = ZipContents::of(
            (room, outcome, &tables),
            &archive.draft(),
            (&self.zone.zone, None),
            write::text(&room.deck),
        );
        Ok(contents.zip(archive, &ChildPool::default()).await?)
    }

    fn name(&self, (room, outcome): (&Room, &RoomOutcome), code: &JoinCode) -> String {
        let (zone, subject) = (&self.zone.zone, FileSubject::of_outcome(outcome));
        match self.format {
            FormatFlag::Csv => file_name(room, code, self.wanted(ExportFormat::Csv), zone),
            FormatFlag::Json => file_name(room, code, self.wanted(ExportFormat::Json), zone),
            FormatFlag::Xlsx => spreadsheet_name(subject, code, zone),
            FormatFlag::Docx => report_name(subject, code, "docx", zone),
            FormatFlag::Html => report_name(subject, code, "html", zone),
            FormatFlag::Pdf => report_name(subject, code, "pdf", zone),
            FormatFlag::Zip => archive_name(subject, code, zone),
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

/// What came of a room, from its answers or from its totals.
async fn outcome(room: &Room, store: &Store, id: &RoomId) -> anyhow::Result<RoomOutcome> {
    // A journal that lost its document can be read too.
    let found = match lobby::found(store, id).await {
        Err(LobbyError::Unknown) => return Ok(RoomOutcome::of_room(room, &[], None)),
        found => found?,
    };
    let totals = totals_of(store, &found).await?;
    let ended = found.document.answers_ended;
    Ok(match totals.zip(ended) {
        Some((totals, ended)) => RoomOutcome::of_totals(&totals, ended.at),
        None => RoomOutcome::of_room(room, &tables(room, store, id).await?, None),
    })
}

/// The report with what its organiser added, and the file's ending.
async fn report(
    outcome: &RoomOutcome,
    store: &Store,
    id: &RoomId,
    (zone, format): (&Zone, ReportFormat),
) -> anyhow::Result<(Vec<u8>, &'static str)> {
    let draft = Reports::new(store.clone()).get(id).await?.value.draft;
    let report = reporting::report_of(outcome, &draft, (zone, None));
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
