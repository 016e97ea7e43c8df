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

use super::ServiceError;
use super::exporting::Exported;
use super::figures::FONT;
use super::results::{self, WantedResults, WithTotals};
use crate::App;
use crate::child::ChildJob;
use crate::export::file_name::report_name;
use crate::export::json::listed_qa;
use crate::lobby::FoundRoom;
use crate::room::RoomHandle;

/// The media type of a document for Word.
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What every question came to, with its rounds before and the totals of forms.
///
/// # Errors
/// Those of the room and the store.
pub async fn rows(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    split: Option<&SlideId>,
) -> Result<Vec<OutcomeRow>, ServiceError> {
    let wanted = WantedResults {
        question: None,
        split,
    };
    let all = results::of_room(app, found, handle, wanted).await?;
    Ok(handle.read(|room| all.into_iter().map(|of| row(room, of)).collect())?)
}

fn row(room: &Room, of: WithTotals) -> OutcomeRow {
    let with_cloud = |results: QuestionResults| RoundOutcome {
        cloud: room.cloud_of(&results.id, results.round),
        results,
    };
    let before = of.results.rounds.iter().rev().copied();
    let before = before.filter(|round| *round != of.results.round);
    let before = before.filter_map(|round| room.results_of(&of.results.id, Some(round), None));
    OutcomeRow {
        earlier: before.map(with_cloud).collect(),
        newest: with_cloud(of.results),
        totals: of.totals,
    }
}

/// How many answers each question has, by which a draft tells what changed since.
pub fn counted(rows: &[OutcomeRow]) -> BTreeMap<SlideId, u64> {
    let all = rows.iter().map(|row| &row.newest.results);
    all.map(|results| (results.id.clone(), results.voters))
        .collect()
}

/// The report as it is now, with that draft.
///
/// # Errors
/// Those of the room and the store.
pub async fn report(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    draft: &ReportDraft,
    host: &str,
) -> Result<(Language, Report), ServiceError> {
    let rows = rows(app, found, handle, None).await?;
    let zone = &app.settings.zone;
    Ok(handle.read(|room| {
        let language = Language::of_tag(&room.deck.language).unwrap_or(Language::of_programs());
        let day = zone.day(room.began_at.unwrap_or(room.created_at));
        let source = ReportSource {
            language,
            title: &room.deck.title,
            date: date::day(language, &day, &day),
            host,
            people: room.people.len() as u64,
            answers: room.answers_total() as u64,
            rows: &rows,
            qa: &listed_qa(room),
            draft,
        };
        (language, source.report())
    })?)
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
        bytes: client::pages::report::report(language, &report, &FONT).into_bytes(),
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
    let page_of = page_of(language, "{page}", "{pages}");
    let bytes = app
        .children
        .run(&ChildJob::Docx {
            report: Box::new(report),
            page_of,
        })
        .await?;
    Ok(Exported {
        name,
        content_type: DOCX,
        bytes,
    })
}
