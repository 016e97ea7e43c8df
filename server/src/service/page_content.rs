//! What stands on the page on which people read afterwards what came out of a room. Results are
//! those of [`reporting::rows`], through the gate, and nothing else of what people gave.

use client::language::Language;
use client::results::published;
use client::texts::desk::date;
use client::views::after_page::AfterPage;
use shared::ids::SlideId;

use super::{ServiceError, reporting};
use crate::App;
use crate::after_pages::{AfterPageDraft, transcript};
use crate::clock::now_ms;
use crate::lobby::FoundRoom;
use crate::room::RoomHandle;

/// What of a room decides what its page shows, besides what its organiser puts there.
///
/// # Errors
/// Why the room can't be read.
pub fn shows(handle: &RoomHandle) -> Result<(u64, Vec<SlideId>), ServiceError> {
    Ok(handle.read(|room| (room.seq, room.evaluation_asked(now_ms())))?)
}

/// The page as it is now, in that language, open until that day.
///
/// # Errors
/// Those of the room and the store.
pub async fn page(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    language: Language,
    draft: &AfterPageDraft,
    until: &str,
) -> Result<AfterPage, ServiceError> {
    let rows = reporting::rows(app, found, handle, None).await?;
    let zone = &app.settings.zone;
    let code = found.document.code.digits();
    let (began_at, evaluation) = handle.read(|room| {
        let began_at = room.began_at.unwrap_or(room.created_at);
        let asked = room.evaluation_asked(now_ms()).into_iter();
        let asked = asked.filter_map(|id| {
            let (_, slide) = room.deck.find(&id)?;
            Some((slide.heading().to_owned(), format!("/{code}?question={id}")))
        });
        (began_at, asked.collect())
    })?;
    let paragraphs = draft.text.split("\n\n").map(str::trim);
    let paragraphs = paragraphs.filter(|text| !text.is_empty());
    let links = draft.urls.iter();
    Ok(AfterPage {
        language,
        title: found.document.title.clone(),
        date: date::day(language, &zone.day(began_at), ""),
        until: date::day(language, until, ""),
        text: paragraphs.map(str::to_owned).collect(),
        questions: published(&rows, draft.show.as_deref()),
        evaluation,
        links: links
            .map(|link| (link.label.clone(), link.url.clone()))
            .collect(),
        transcript: transcript::paragraphs(&draft.transcript),
        own: format!("/{code}?past=evaluation"),
        is_preview: false,
    })
}
