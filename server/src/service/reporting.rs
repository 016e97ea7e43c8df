//! The report of a room: what it is made of, and the report itself.

use std::collections::BTreeMap;

use client::language::Language;
use client::report::ReportSource;
use client::results::QuestionRounds;
use client::texts::desk::date;
use client::texts::desk::report::page_of;
use client::texts::desk::retention::answers_ended;
use shared::ids::SlideId;
use shared::report::{Report, ReportDraft};

use super::exporting::Exported;
use super::figures::FONT;
use super::{ServiceError, after_page, outcome};
use crate::App;
use crate::child::{ChildError, ChildJob, ChildPool};
use crate::export::file_name::{FileSubject, report_name};
use crate::lobby::{FoundRoom, LobbyError};
use crate::outcome::RoomOutcome;
use crate::room::RoomHandle;
use crate::zone::Zone;

/// The media type of a document for Word.
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What every question came to, with its rounds before and the totals of forms.
///
/// # Errors
/// As [`outcome::of`].
pub async fn rows(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    split: Option<&SlideId>,
) -> Result<Vec<QuestionRounds>, ServiceError> {
    Ok(outcome::of(app, (found, handle), split).await?.rows)
}

/// How many answers each question has, by which a draft tells what changed since.
pub fn counted(rows: &[QuestionRounds]) -> BTreeMap<SlideId, u64> {
    let all = rows.iter().map(|row| &row.newest.results);
    all.map(|results| (results.id.clone(), results.voters))
        .collect()
}

/// The report of what came of a room, in its deck's language, with that draft; `host` is where the
/// peil is that makes it.
pub fn report_of(
    outcome: &RoomOutcome,
    draft: &ReportDraft,
    (zone, host): (&Zone, Option<&str>),
) -> (Language, Report) {
    let language = outcome.language.unwrap_or(Language::of_programs());
    let in_words = |day: &str| date::day(language, day, day);
    let gone = outcome.answers_ended.map(|at| in_words(&zone.day(at)));
    let day = zone.day(outcome.began_at.unwrap_or(outcome.created_at));
    let source = ReportSource {
        language,
        title: &outcome.title,
        date: in_words(&day),
        host,
        people: outcome.people,
        answers: outcome.answers,
        rows: &outcome.rows,
        qa: &outcome.qa,
        draft,
        answers_gone: gone.map(|day| answers_ended(language, &day)),
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

/// The report with its pictures, drawn on a thread of its own: no vote waits for that.
async fn drawn(
    app: &App,
    (outcome, draft): (RoomOutcome, ReportDraft),
    host: String,
) -> Result<(Language, Report), ServiceError> {
    let app = app.clone();
    let draw = move || report_of(&outcome, &draft, (&app.settings.zone, Some(&host)));
    let drawn = tokio::task::spawn_blocking(draw).await;
    drawn.map_err(|_| ServiceError::NotMade)
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
    let page = after_page::open_link(app, found).await?;
    let host = page.map_or_else(|| host.to_owned(), |page| format!("{host}{}", page.path()));
    let outcome = outcome::of(app, (found, handle), None).await?;
    let (zone, code) = (&app.settings.zone, &found.document.code);
    let report = drawn(app, (outcome.clone(), draft), host).await?;
    let name = report_name(
        FileSubject::of_outcome(&outcome),
        code,
        format.extension(),
        zone,
    );
    Ok(Exported {
        name,
        content_type: format.content_type(),
        bytes: format.bytes(report, &app.children).await?,
    })
}
