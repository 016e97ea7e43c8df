//! The report of a room: what it is made of, and the report itself.

use std::collections::BTreeMap;

use client::language::Language;
use client::outcome::{OutcomeRow, RoundOutcome};
use client::report::ReportSource;
use client::texts::desk::date;
use client::texts::desk::report::page_of;
use shared::ids::SlideId;
use shared::report::{Report, ReportDraft};
use shared::room::{QuestionResults, Room};

use super::exporting::Exported;
use super::figures::FONT;
use super::{ServiceError, forms};
use crate::App;
use crate::child::ChildJob;
use crate::export::file_name::report_name;
use crate::export::json::listed_qa;
use crate::forms::{FormRound, FormTable};
use crate::lobby::FoundRoom;
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
) -> Result<Vec<OutcomeRow>, ServiceError> {
    let tables = forms::tables(app, found, handle).await?;
    let rows = handle.read(|room| {
        let splits = split.is_none_or(|by| room.can_split_by(by));
        splits.then(|| rows_of(room, &tables, split))
    })?;
    rows.ok_or(ServiceError::NotSplittable)
}

fn rows_of(room: &Room, tables: &[FormTable], split: Option<&SlideId>) -> Vec<OutcomeRow> {
    let with_cloud = |results: QuestionResults| RoundOutcome {
        cloud: room.cloud_of(&results.id, results.round),
        results,
    };
    let row = |results: QuestionResults| {
        let before = results.rounds.iter().rev().copied();
        let before = before.filter(|round| *round != results.round);
        let before = before.filter_map(|round| room.results_of(&results.id, Some(round), None));
        let mut tables = tables.iter();
        let table = tables.find(|table| table.question == results.id);
        let mut rounds = table.into_iter().flat_map(|table| &table.rounds);
        let round = rounds.find(|round| round.number == results.round);
        OutcomeRow {
            earlier: before.map(with_cloud).collect(),
            totals: round.and_then(FormRound::totals),
            newest: with_cloud(results),
        }
    };
    let all = room.results_by_question(split);
    all.into_iter().map(row).collect()
}

/// How many answers each question has, by which a draft tells what changed since.
pub fn counted(rows: &[OutcomeRow]) -> BTreeMap<SlideId, u64> {
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

async fn report(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    draft: &ReportDraft,
    host: &str,
) -> Result<(Language, Report), ServiceError> {
    let tables = forms::tables(app, found, handle).await?;
    let made_by = (&app.settings.zone, Some(host));
    Ok(handle.read(|room| report_of(room, &tables, draft, made_by))?)
}

/// The report as a page.
pub fn page(language: Language, report: &Report) -> Vec<u8> {
    client::pages::report::report(language, report, &FONT).into_bytes()
}

/// What a child is asked for to write it for Word.
pub fn docx_job(language: Language, report: Report) -> ChildJob {
    ChildJob::Docx {
        report: Box::new(report),
        page_of: page_of(language, "{page}", "{pages}"),
    }
}

/// The report as a page of its own.
///
/// # Errors
/// Those of the room and the store.
pub async fn html(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    draft: &ReportDraft,
    host: &str,
) -> Result<Exported, ServiceError> {
    let (language, report) = report(app, (found, handle), draft, host).await?;
    let (zone, code) = (&app.settings.zone, &found.document.code);
    let name = handle.read(|room| report_name(room, code, "html", zone))?;
    Ok(Exported {
        name,
        content_type: "text/html; charset=utf-8",
        bytes: page(language, &report),
    })
}

/// The report for Word, made by a child.
///
/// # Errors
/// Those of the room, the store and the child.
pub async fn docx(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    draft: &ReportDraft,
    host: &str,
) -> Result<Exported, ServiceError> {
    let (language, report) = report(app, (found, handle), draft, host).await?;
    let (zone, code) = (&app.settings.zone, &found.document.code);
    let name = handle.read(|room| report_name(room, code, "docx", zone))?;
    let bytes = app.children.run(&docx_job(language, report)).await?;
    Ok(Exported {
        name,
        content_type: DOCX,
        bytes,
    })
}
