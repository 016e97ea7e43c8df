//! A room with all that belongs to it as one ZIP, and one that another peil kept taken in.

use shared::room::{KnownForm, Room};

use super::exporting::Exported;
use super::{ServiceError, after_page, editing, forms, rooms};
use crate::App;
use crate::after_pages::{AfterPageDraft, AfterPages};
use crate::archive::{ArchiveError, ArchivedRoom, RoomArchive};
use crate::backend::Journal;
use crate::export::file_name::{FileSubject, archive_name};
use crate::forms::RoomForms;
use crate::lobby::{FoundRoom, LobbyError};
use crate::outcome::RoomOutcome;
use crate::precondition::Precondition;
use crate::reports::Reports;
use crate::room::{RoomHandle, erase};
pub use contents::ZipContents;

mod contents;

/// Everything of a room: the report, its pictures, its answers, its deck, and the room itself for
/// another peil.
///
/// # Errors
/// [`ServiceError::AnswersEnded`], and those of the room, the store and the child.
pub async fn zip(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    host: &str,
) -> Result<Exported, ServiceError> {
    rooms::has_answers(found)?;
    let tables = forms::tables(app, found, handle).await?;
    let deck = editing::deck(app, found, handle).await?.text;
    let known = handle.read(|room| room.all_forms())?;
    let kept = (&app.forms.of(found), &app.reports, &app.after_pages);
    let archive = archive(found, known, kept, &*app.journal).await?;
    let draft = archive.draft();
    let (app_there, code, host) = (app.clone(), found.document.code.clone(), host.to_owned());
    let contents = move |room: &Room| {
        let zone = &app_there.settings.zone;
        let outcome = RoomOutcome::of_room(room, &tables, None);
        let name = archive_name(FileSubject::of_outcome(&outcome), &code, zone);
        let of = (room, &outcome, &*tables);
        (ZipContents::of(of, &draft, (zone, Some(&host)), deck), name)
    };
    let (contents, name) = handle.read_apart(contents).await?;
    let bytes = contents.zip(archive, &app.children).await?;
    tracing::info!(room = %found.id, file = "zip", bytes = bytes.len(), "answers were exported");
    Ok(Exported {
        name,
        content_type: "application/zip",
        bytes,
    })
}

/// A room as it is kept outside a peil, with those forms that it knows.
///
/// # Errors
/// Those of the store and the journal.
pub async fn archive(
    found: &FoundRoom,
    known: Vec<KnownForm>,
    (forms, reports, pages): (&RoomForms, &Reports, &AfterPages),
    journal: &dyn Journal,
) -> Result<RoomArchive, ServiceError> {
    let kept = forms.kept(known).await.map_err(LobbyError::from)?;
    let stored = reports.get(&found.id).await.map_err(LobbyError::from)?;
    let report = (stored.version > 0).then_some(stored.value);
    let stored = pages.get(&found.id).await.map_err(LobbyError::from)?;
    let page = (stored.version > 0).then_some(stored.value.draft);
    Ok(RoomArchive {
        about: ArchivedRoom::of(found, report, page),
        records: erase::records(&found.id, journal).await?,
        forms: kept.into_iter().map(|kept| kept.document).collect(),
    })
}

/// Takes in a room that a peil wrote into that ZIP, with everything that belongs to it.
///
/// # Errors
/// Those of the archive; [`LobbyError::Exists`] where the room is here already; and those of the
/// store.
pub async fn import(app: &App, zip: bytes::Bytes) -> Result<FoundRoom, ServiceError> {
    let read = tokio::task::spawn_blocking(move || {
        let archive = RoomArchive::read(&zip)?;
        let (room, kept) = archive.room()?;
        Ok::<_, ArchiveError>((archive, room, kept))
    });
    // A journal on which the fold falls over was written by no peil.
    let (archive, room, kept) = read.await.map_err(|_| ArchiveError::Unsound)??;
    let page = archive.about.page.clone();
    let claimed = app.lobby.claim(room.id.clone(), kept).await?;
    let imported = fill(app, &claimed, archive, &room).await;
    match imported {
        Ok(()) => {
            let found = app.lobby.admit(&claimed.id).await?;
            keep_page(app, &found, page).await?;
            tracing::info!(room = %found.id, "a room was taken in from an archive");
            Ok(found)
        }
        Err(error) => {
            if let Err(error) = app.lobby.give_up(&claimed).await {
                tracing::warn!(room = %claimed.id, %error, "a room that was half taken in is cleared at the next start");
            }
            Err(error)
        }
    }
}

/// Keeps what stood on its page, closed: people found it at another address.
async fn keep_page(
    app: &App,
    found: &FoundRoom,
    page: Option<AfterPageDraft>,
) -> Result<(), ServiceError> {
    let Some(page) = page else {
        return Ok(());
    };
    let draft = AfterPageDraft {
        open: false,
        slug: String::new(),
        ..page
    };
    let (found, handle) = rooms::reach(app, &found.id).await?;
    after_page::save(app, (&found, &handle), &Precondition::Any, draft).await?;
    Ok(())
}

async fn fill(
    app: &App,
    claimed: &FoundRoom,
    mut archive: RoomArchive,
    room: &Room,
) -> Result<(), ServiceError> {
    let records = std::mem::take(&mut archive.records);
    app.lobby.import_journal(&claimed.id, records).await?;
    let forms = app.forms.of(claimed);
    for (known, form) in archive.known_forms(room) {
        let taken = forms.take_in(&known, form).await;
        taken.map_err(LobbyError::from)?;
    }
    if let Some(report) = &archive.about.report {
        let taken = app.reports.take_in(&claimed.id, report).await;
        taken.map_err(LobbyError::from)?;
    }
    Ok(())
}
