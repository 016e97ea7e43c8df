//! The report of a room: what it is made of, and the report itself.

use std::collections::BTreeMap;

use client::language::Language;
use client::report::ReportSource;
use client::results::QuestionRounds;
use client::texts::desk::date;
use client::texts::desk::report::page_of;
use shared::ids::SlideId;
use shared::report::{Report, ReportDraft};
use shared::room::{QuestionResults, Room};

use super::exporting::Exported;
use super::figures::FONT;
use super::{ServiceError, forms, results};
use crate::App;
use crate::child::{ChildError, ChildJob, ChildPool};
use crate::export::file_name::report_name;
use crate::export::json::listed_qa;
use crate::forms::{FormRound, FormTable};
use crate::lobby::{FoundRoom, LobbyError};
use crate::room::RoomHandle;
use crate::zone::Zone;

/// The media type of a document for Word.
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What every question came to, with its rounds before and the totals of forms.
///
/// # Errors
/// [`ServiceError::NotSplittable`] where nothing can be split by that question, and those of the
/// room and the store.
pub async fn rows(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    split: Option<&SlideId>,
) -> Result<Vec<QuestionRounds>, ServiceError> {
    let tables = forms::tables(app, found, handle).await?;
    handle.read(|room| {
        results::can_split(room, split)?;
        Ok(rows_of(room, &tables, split))
    })?
}

fn rows_of(room: &Room, tables: &[FormTable], split: Option<&SlideId>) -> Vec<QuestionRounds> {
    let with_cloud = |results| results::round_results(room, results);
    let row = |results: QuestionResults| {
        let before = results.rounds.iter().rev().copied();
        let before = before.filter(|round| *round != results.round);
        let before = before.filter_map(|round| room.results_of(&results.id, Some(round), None));
        let mut tables = tables.iter();
        let table = tables.find(|table| table.question == results.id);
        let mut rounds = table.into_iter().flat_map(|table| &table.rounds);
        let round = rounds.find(|round| round.number == results.round);
        QuestionRounds {
            earlier: before.map(with_cloud).collect(),
            totals: round.and_then(FormRound::totals),
            newest: with_cloud(results),
        }
    };
    let all = room.results_by_question(split);
    all.into_iter().map(row).collect()
}

/// How many answers each question has, by which a draft tells what changed since.
pub fn counted(rows: &[QuestionRounds]) -> BTreeMap<SlideId, u64> {
    let all = rows.iter().map(|row| &row.newest.results);
    all.map(|results| (results.id.clone(), results.voters))
        .collect()
}

/// The report of a room as it is now, in its deck's language, with that draft; `host` is where the
/// peil is that makes it.
pub fn report_of(
    room: &Room,
    tables: &[FormTable],
    draft: &ReportDraft,
    (zone, host): (&Zone, Option<&str>),
) -> (Language, Report) {
    let language = Language::of_tag(&room.deck.language).unwrap_or(Language::of_programs());
    let day = zone.day(room.began_at.unwrap_or(room.created_at));
    let source = ReportSource {
        language,
        title: &room.deck.title,
        date: date::day(language, &day, &day),
        host,
        people: room.people.len() as u64,
        answers: room.answers_total() as u64,
        rows: &rows_of(room, tables, None),
        qa: &listed_qa(room),
        draft,
    };
    (language, source.report())
}

/// As what a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFormat {
    /// A page of its own.
    Html,
    /// A document for Word.
    Docx,
    /// A document to send and to print.
    Pdf,
}

impl ReportFormat {
    /// The file's ending.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    fn content_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Docx => DOCX,
            Self::Pdf => "application/pdf",
        }
    }

    /// The file; a page is made here, the others by a child.
    ///
    /// # Errors
    /// Those of the child.
    pub async fn bytes(
        self,
        (language, report): (Language, Report),
        children: &ChildPool,
    ) -> Result<Vec<u8>, ChildError> {
        let page_of = page_of(language, "{page}", "{pages}");
        let job = match self {
            Self::Html => {
                let page = client::pages::report::report(language, &report, &FONT);
                return Ok(page.into_bytes());
            }
            Self::Docx => ChildJob::Docx {
                report: Box::new(report),
                page_of,
            },
            Self::Pdf => ChildJob::Pdf {
                report: Box::new(report),
                page_of,
            },
        };
        children.run(&job).await
    }
}

/// The report as it is now, with what was saved, as a file to keep.
///
/// # Errors
/// Those of the room, the store and the child.
pub async fn file(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    format: ReportFormat,
    host: &str,
) -> Result<Exported, ServiceError> {
    let stored = app.reports.get(&found.id).await;
    let draft = stored.map_err(LobbyError::from)?.value.draft;
    let tables = forms::tables(app, found, handle).await?;
    let (zone, code) = (&app.settings.zone, &found.document.code);
    let (report, name) = handle.read(|room| {
        let report = report_of(room, &tables, &draft, (zone, Some(host)));
        (report, report_name(room, code, format.extension(), zone))
    })?;
    Ok(Exported {
        name,
        content_type: format.content_type(),
        bytes: format.bytes(report, &app.children).await?,
    })
}
