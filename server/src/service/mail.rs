//! The mail to those who asked for the report, as its organiser has it: what it says, and when it
//! goes.

use client::language::Language;
use shared::ids::RoomId;
use shared::phase::Phase;

use super::{ServiceError, after_page};
use crate::App;
use crate::backend::DocumentError;
use crate::clock::now_ms;
use crate::lobby::{FoundRoom, LobbyError};
use crate::mail::asked_for::{AskedFor, asked_for, sendable};
use crate::mail::delivery::{Delivery, DeliveryEvent};
use crate::mail::letter::{LetterText, MailError, usual};
use crate::mail::mail_store::{AddressDocument, Mailing};
use crate::room::RoomHandle;

/// Which mails a person has sent once more.
pub enum SendAgain<'a> {
    /// That one.
    One(&'a str),
    /// All of which nobody knows whether they came.
    Unknown,
    /// All that were not taken.
    Refused,
}

impl SendAgain<'_> {
    fn means(&self, name: &str, delivery: Delivery) -> bool {
        let is_unknown = matches!(delivery, Delivery::Unknown { .. });
        let is_refused = matches!(
            delivery,
            Delivery::Refused { .. } | Delivery::GivenUp { .. }
        );
        match self {
            Self::One(meant) => name == *meant && (is_unknown || is_refused),
            Self::Unknown => is_unknown,
            Self::Refused => is_refused,
        }
    }
}

/// The mail of a room as it is stored, or as it would be if nobody wrote anything; with its
/// version.
///
/// # Errors
/// Those of the room and the store.
pub async fn mailing(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    base: &str,
) -> Result<(u64, Mailing), ServiceError> {
    let stored = app.mail.store.mailing(&found.id).await;
    if let Some(stored) = stored.map_err(LobbyError::from)? {
        return Ok((stored.version, stored.value));
    }
    let tag = handle.read(|room| room.deck.language.clone())?;
    let language = Language::of_tag(&tag).unwrap_or_default();
    let page = after_page::open_link(app, found).await?;
    let link = match page {
        Some(page) => format!("{base}{}", page.path()),
        None => format!("{base}/{}", found.document.code.digits()),
    };
    let mailing = usual(language, &found.document.title, link, base);
    Ok((0, mailing))
}

/// Stores what the organiser wrote.
///
/// # Errors
/// [`MailError`] where it can't be sent so or not be changed now, and those of the room and the
/// store.
pub async fn save(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    base: &str,
    version: u64,
    text: LetterText,
) -> Result<(), ServiceError> {
    let checked = text.checked()?;
    let _planning = app.mail.planning.lock().await;
    let (stored, mailing) = mailing(app, found, handle, base).await?;
    changeable(&mailing, stored, version)?;
    let written = Mailing {
        subject: checked.subject,
        lead: checked.lead,
        link: checked.link,
        base: base.to_owned(),
        ..mailing
    };
    put(app, found, stored, &written).await
}

/// Sends the mail to everybody who asked for it and has not been sent it.
///
/// # Errors
/// [`MailError`] where it can't go now, and those of the room and the store.
pub async fn send(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    base: &str,
    version: u64,
) -> Result<(), ServiceError> {
    may_send(app, handle)?;
    let _planning = app.mail.planning.lock().await;
    let (stored, mailing) = mailing(app, found, handle, base).await?;
    changeable(&mailing, stored, version)?;
    let asked = asked_for(app, found, handle).await?;
    let mut planned = 0;
    for (name, one) in sendable(&asked) {
        let added = plan(app, &found.id, name, one).await;
        planned += u32::from(added.map_err(LobbyError::from)?);
    }
    if planned == 0 {
        return Err(MailError::Nobody.into());
    }
    run(app, found, stored, mailing).await?;
    tracing::info!(room = %found.id, addresses = planned, "mail is sent to those who asked for the report");
    Ok(())
}

/// Sends once more what was not taken, or may not have been.
///
/// # Errors
/// [`MailError`] where it can't go now, and those of the room and the store.
pub async fn send_again(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    base: &str,
    which: SendAgain<'_>,
) -> Result<(), ServiceError> {
    may_send(app, handle)?;
    let _planning = app.mail.planning.lock().await;
    let (stored, mailing) = mailing(app, found, handle, base).await?;
    let asked = asked_for(app, found, handle).await?;
    let deliveries = app.mail.store.deliveries(&found.id).await;
    let mut planned = 0_u32;
    for (name, delivery) in deliveries.map_err(LobbyError::from)? {
        let one = asked.get(&name).filter(|one| !one.is_unsubscribed);
        let Some(one) = one.filter(|_| which.means(&name, delivery)) else {
            continue;
        };
        let added = ask_again(app, &found.id, &name, one).await;
        planned += u32::from(added.map_err(LobbyError::from)?);
    }
    if planned == 0 {
        return Err(MailError::Nobody.into());
    }
    run(app, found, stored, mailing).await?;
    tracing::info!(room = %found.id, addresses = planned, "mail is sent once more");
    Ok(())
}

/// Begins no other mail of a room; what is being given out comes to its end.
///
/// # Errors
/// Those of the room and the store.
pub async fn stop(app: &App, found: &FoundRoom) -> Result<(), ServiceError> {
    let _planning = app.mail.planning.lock().await;
    let stored = app.mail.store.mailing(&found.id).await;
    if let Some(stored) = stored.map_err(LobbyError::from)? {
        let stopped = Mailing {
            is_running: false,
            ..stored.value
        };
        put(app, found, stored.version, &stopped).await?;
        tracing::info!(room = %found.id, "mail is not sent further");
    }
    Ok(())
}

/// Has what waits for a later time go now.
///
/// # Errors
/// Those of the room and the store.
pub async fn try_now(app: &App, found: &FoundRoom) -> Result<(), ServiceError> {
    let _planning = app.mail.planning.lock().await;
    let deliveries = app.mail.store.deliveries(&found.id).await;
    for (name, delivery) in deliveries.map_err(LobbyError::from)? {
        if matches!(delivery, Delivery::Waiting { .. }) && !delivery.is_due(now_ms()) {
            let asked = ask(app, &found.id, &name).await;
            asked.map_err(LobbyError::from)?;
        }
    }
    app.mail.end_rest();
    app.mail.look_now();
    Ok(())
}

/// Whether a press sends to an address whose mail stands like that.
pub fn is_next(delivery: Option<Delivery>) -> bool {
    matches!(
        delivery,
        None | Some(Delivery::Withdrawn { .. } | Delivery::Waiting { .. })
    )
}

fn may_send(app: &App, handle: &RoomHandle) -> Result<(), ServiceError> {
    if app.mail.smtp.is_none() {
        return Err(MailError::NotSetUp.into());
    }
    if !handle.read(|room| room.phase == Phase::Ended)? {
        return Err(MailError::NotEnded.into());
    }
    Ok(())
}

fn changeable(mailing: &Mailing, stored: u64, version: u64) -> Result<(), MailError> {
    if mailing.is_running {
        Err(MailError::Running)
    } else if stored != version {
        Err(MailError::Changed)
    } else {
        Ok(())
    }
}

/// Writes down that an address is to be mailed; whether it is. The address comes first: what a
/// crash leaves between is an address that is erased with the others.
async fn plan(app: &App, room: &RoomId, name: &str, one: &AskedFor) -> Result<bool, DocumentError> {
    let stands = app.mail.store.delivery(room, name).await?;
    if !is_next(stands.as_ref().map(|stands| stands.value)) {
        return Ok(false);
    }
    keep(app, room, name, one).await?;
    match stands.map(|stands| stands.value) {
        None => app
            .mail
            .store
            .add(room, name, Delivery::waiting())
            .await
            .map(|_| true),
        Some(Delivery::Waiting { .. }) => Ok(true),
        Some(_) => ask(app, room, name).await,
    }
}

async fn ask_again(
    app: &App,
    room: &RoomId,
    name: &str,
    one: &AskedFor,
) -> Result<bool, DocumentError> {
    keep(app, room, name, one).await?;
    ask(app, room, name).await
}

async fn keep(app: &App, room: &RoomId, name: &str, one: &AskedFor) -> Result<(), DocumentError> {
    let Some(recipient) = &one.recipient else {
        return Ok(());
    };
    let kept = AddressDocument {
        address: recipient.address().to_string(),
        forms: one.forms.clone(),
        said: None,
    };
    app.mail.store.keep(room, name, &kept).await
}

/// A person asks for a mail; whether that changes how it stands.
async fn ask(app: &App, room: &RoomId, name: &str) -> Result<bool, DocumentError> {
    let Some(stands) = app.mail.store.delivery(room, name).await? else {
        return Ok(false);
    };
    let Some(after) = stands.value.after(DeliveryEvent::Asked, now_ms()) else {
        return Ok(false);
    };
    let noted = app
        .mail
        .store
        .note((room, name), stands.version, after)
        .await;
    match noted {
        Ok(_) => Ok(true),
        Err(DocumentError::Changed { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

async fn run(
    app: &App,
    found: &FoundRoom,
    version: u64,
    mailing: Mailing,
) -> Result<(), ServiceError> {
    let running = Mailing {
        is_running: true,
        holds_addresses: true,
        ..mailing
    };
    put(app, found, version, &running).await?;
    app.mail.end_rest();
    app.mail.look_now();
    Ok(())
}

async fn put(
    app: &App,
    found: &FoundRoom,
    version: u64,
    mailing: &Mailing,
) -> Result<(), ServiceError> {
    match app
        .mail
        .store
        .put_mailing(&found.id, version, mailing)
        .await
    {
        Ok(_) => Ok(()),
        Err(DocumentError::Changed { .. } | DocumentError::Exists) => {
            Err(MailError::Changed.into())
        }
        Err(error) => Err(LobbyError::from(error).into()),
    }
}
