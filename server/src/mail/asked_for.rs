//! Who asked for the report: the addresses that forms of a room hold, each once.

use std::collections::BTreeMap;

use shared::ids::RoomId;
use shared::question::{FieldInput, FieldValue};
use shared::room::Room;

use super::mail_store::AddressDocument;
use super::recipient::{Recipient, unusable_in_room};
use crate::App;
use crate::backend::DocumentError;
use crate::forms::{FormRound, FormTable, KeptForm};
use crate::lobby::FoundRoom;
use crate::room::{RoomHandle, SubmitError};

/// Why it can't be said who asked.
#[derive(Debug, thiserror::Error)]
pub enum AskedForError {
    #[error(transparent)]
    Room(#[from] SubmitError),
    #[error(transparent)]
    Documents(#[from] DocumentError),
}

/// An address that forms hold.
#[derive(Clone, Debug)]
pub struct AskedFor {
    /// As it was typed.
    pub typed: String,
    /// Nothing where no mail can be sent to that.
    pub recipient: Option<Recipient>,
    /// The names of the forms that it is from.
    pub forms: Vec<String>,
    pub is_unsubscribed: bool,
}

/// Each of them once, by what it is known by in the room.
pub type AskedByName = BTreeMap<String, AskedFor>;

/// Those to whom it goes.
pub fn sendable(asked: &AskedByName) -> impl Iterator<Item = (&str, &AskedFor)> {
    let each = asked.iter().map(|(name, one)| (name.as_str(), one));
    each.filter(|(_, one)| one.recipient.is_some() && !one.is_unsubscribed)
}

/// Whether a form of the room asks for the address of who wants the report.
pub fn asks_for_report(room: &Room) -> bool {
    let tables = tables(room);
    let mut fields = tables
        .iter()
        .flat_map(|table| &table.rounds)
        .flat_map(FormRound::fields);
    fields.any(|field| is_report(&field.input))
}

fn tables(room: &Room) -> Vec<FormTable> {
    let asked = room.asked_slides();
    let tables = asked.filter_map(|(slide, _)| FormTable::of(room, &slide.id));
    tables.collect()
}

fn is_report(input: &FieldInput) -> bool {
    matches!(input, FieldInput::Email { report: true })
}

/// The addresses of those who asked for the report.
///
/// # Errors
/// Those of the room and the store.
pub async fn asked_for(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
) -> Result<AskedByName, AskedForError> {
    let tables = handle.read(|room| {
        let tables = tables(room).into_iter();
        let known = tables.map(|table| {
            let known = room.forms_to(&table.question);
            (table, known)
        });
        known.collect::<Vec<_>>()
    })?;
    let mut asked = AskedByName::new();
    for (table, known) in tables {
        let table = table.holding(app.forms.of(found).kept(known).await?);
        for round in &table.rounds {
            let forms = round.forms.iter();
            forms.for_each(|form| add(found, &mut asked, round, form));
        }
    }
    for one in asked.values_mut() {
        if let Some(recipient) = &one.recipient {
            one.is_unsubscribed = app.mail.unsubscribing.has(recipient).await?;
        }
    }
    Ok(asked)
}

fn add(found: &FoundRoom, asked: &mut AskedByName, round: &FormRound, form: &KeptForm) {
    let fields = round.fields().iter().enumerate();
    for (place, _) in fields.filter(|(_, field)| is_report(&field.input)) {
        let Some(FieldValue::Text(typed)) = form.document.filled.value(place) else {
            continue;
        };
        let recipient = Recipient::parse(typed);
        let name = match &recipient {
            Some(recipient) => recipient.in_room(&found.document),
            None => unusable_in_room(typed, &found.document),
        };
        let one = asked.entry(name).or_insert_with(|| AskedFor {
            typed: typed.trim().to_owned(),
            recipient,
            forms: Vec::new(),
            is_unsubscribed: false,
        });
        one.forms.push(form.name.clone());
    }
}

/// Whether a form holds an address that is about to be mailed.
///
/// # Errors
/// Those of the store.
pub async fn is_still_asked_for(
    app: &App,
    room: &RoomId,
    name: &str,
    kept: &AddressDocument,
) -> Result<bool, DocumentError> {
    for form in &kept.forms {
        if app.forms.is_kept(room, form).await? {
            return Ok(true);
        }
    }
    // Whoever changed their form since gave the address anew.
    let Ok(found) = app.lobby.find(room).await else {
        return Ok(false);
    };
    let handle = app.registry.get(room);
    if handle.ready().await.is_err() {
        return Ok(false);
    }
    match asked_for(app, &found, &handle).await {
        Ok(asked) => Ok(asked.contains_key(name)),
        Err(AskedForError::Documents(error)) => Err(error),
        Err(AskedForError::Room(_)) => Ok(false),
    }
}
