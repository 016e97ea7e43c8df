//! The mail to those who asked for the report: who they are, what it says, and when it goes.

use std::collections::BTreeMap;

use client::language::Language;
use client::pages::mail::MailLetter;
use client::texts::desk::mail::{default_lead, default_subject};
use shared::ids::{RoomId, SlideId};
use shared::phase::Phase;
use shared::question::{FieldInput, FieldValue};
use shared::room::Room;
use url::Url;

use super::{ServiceError, forms, rooms};
use crate::App;
use crate::backend::DocumentError;
use crate::clock::now_ms;
use crate::forms::{FormRound, KeptForm};
use crate::lobby::{FoundRoom, LobbyError};
use crate::mail::Mail;
use crate::mail::delivery::{Delivery, DeliveryEvent};
use crate::mail::mail_store::{AddressDocument, Mailing};
use crate::mail::recipient::{Recipient, unusable_in_room};
use crate::room::RoomHandle;

/// A subject, in characters.
const SUBJECT_CHARS: usize = 150;
/// What stands above the link, in characters.
const LEAD_CHARS: usize = 4_000;
/// The address in the mail, in bytes.
const LINK_BYTES: usize = 500;

/// Why a mail was not stored or sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    #[error("this instance sends no mail")]
    NotSetUp,
    #[error("the room has not ended")]
    NotEnded,
    #[error("the mail is being sent")]
    Running,
    #[error("the mail was changed meanwhile")]
    Changed,
    #[error("nobody is left to be sent it")]
    Nobody,
    #[error("the subject is no line of 1 to {SUBJECT_CHARS} characters")]
    Subject,
    #[error("the text has more than {LEAD_CHARS} characters")]
    Lead,
    #[error("the link is no address of a page")]
    Link,
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

/// What an organiser writes.
#[derive(Clone, Debug, Default)]
pub struct LetterText {
    pub subject: String,
    pub lead: String,
    pub link: String,
}

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

/// Whether a form of the room asks for the address of who wants the report.
pub fn asks_for_report(room: &Room) -> bool {
    let mut asked = room.asked_slides();
    asked.any(|(_, state)| {
        let mut rounds = state.rounds();
        rounds.any(|(_, round)| {
            let form = round.ask.as_form();
            form.is_some_and(|form| form.fields.iter().any(|field| is_report(&field.input)))
        })
    })
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
) -> Result<AskedByName, ServiceError> {
    let questions: Vec<SlideId> = handle.read(|room| {
        let asked = room.asked_slides();
        let forms = asked.filter(|(_, state)| state.current().ask.is_kept_apart());
        forms.map(|(slide, _)| slide.id.clone()).collect()
    })?;
    let mut asked = AskedByName::new();
    for question in questions {
        let table = forms::table(app, found, handle, &question).await?;
        for round in &table.rounds {
            let forms = round.forms.iter();
            forms.for_each(|form| add(found, &mut asked, round, form));
        }
    }
    for one in asked.values_mut() {
        if let Some(recipient) = &one.recipient {
            let has = app.mail.unsubscribing.has(recipient).await;
            one.is_unsubscribed = has.map_err(LobbyError::from)?;
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
    let Ok((found, handle)) = rooms::reach(app, room).await else {
        return Ok(false);
    };
    match asked_for(app, &found, &handle).await {
        Ok(asked) => Ok(asked.contains_key(name)),
        Err(ServiceError::Lobby(LobbyError::Documents(error))) => Err(error),
        Err(_) => Ok(false),
    }
}

/// The mail of a room as it is stored, or as it would be if nobody wrote anything, with its version.
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
    let title = one_line(&found.document.title);
    let mailing = Mailing {
        language,
        subject: default_subject(language, &title)
            .chars()
            .take(SUBJECT_CHARS)
            .collect(),
        lead: default_lead(language, &title),
        link: format!("{base}/{}", found.document.code.digits()),
        base: base.to_owned(),
        is_running: false,
        holds_addresses: false,
    };
    Ok((0, mailing))
}

/// The mail as somebody gets it.
pub fn letter_to(mail: &Mail, mailing: &Mailing, to: &Recipient) -> MailLetter {
    letter(mailing, &mail.unsubscribing.token(to))
}

/// The same with a way out that is not anybody's yet.
pub fn letter(mailing: &Mailing, token: &str) -> MailLetter {
    MailLetter {
        language: mailing.language,
        subject: mailing.subject.clone(),
        lead: mailing.lead.clone(),
        link: mailing.link.clone(),
        unsubscribe: format!("{}/unsubscribe/{token}", mailing.base),
    }
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

/// Those to whom it goes.
pub fn sendable(asked: &AskedByName) -> impl Iterator<Item = (&str, &AskedFor)> {
    let each = asked.iter().map(|(name, one)| (name.as_str(), one));
    each.filter(|(_, one)| one.recipient.is_some() && !one.is_unsubscribed)
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
            .add(room, name, Delivery::new())
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

impl LetterText {
    fn checked(self) -> Result<Self, MailError> {
        let subject = self.subject.trim().to_owned();
        let is_line = !subject.chars().any(char::is_control);
        if !is_line || !(1..=SUBJECT_CHARS).contains(&subject.chars().count()) {
            return Err(MailError::Subject);
        }
        let lead = self.lead.replace("\r\n", "\n");
        let is_text = !lead
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\t'));
        if !is_text || lead.chars().count() > LEAD_CHARS {
            return Err(MailError::Lead);
        }
        let link = link(&self.link).ok_or(MailError::Link)?;
        Ok(Self {
            subject,
            lead,
            link,
        })
    }
}

/// An address of a page, as it goes over the wire.
fn link(typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let url = Url::parse(typed).ok()?;
    let is_page = matches!(url.scheme(), "http" | "https") && url.has_host();
    let is_plain = url.username().is_empty() && url.password().is_none();
    let link = String::from(url);
    (is_page && is_plain && link.len() <= LINK_BYTES).then_some(link)
}

fn one_line(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    line.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(subject: &str, lead: &str, link: &str, expected: Result<&str, MailError>) {
        let text = LetterText {
            subject: subject.into(),
            lead: lead.into(),
            link: link.into(),
        };
        let checked = text.checked();
        assert_eq!(
            checked
                .as_ref()
                .map(|text| text.link.as_str())
                .map_err(|error| *error),
            expected,
            "{subject:?} {lead:?} {link:?}"
        );
    }

    #[test]
    fn what_would_end_a_header_is_refused_where_it_is_typed() {
        let link = "https://peil.example.org/89145348";
        check(" Verslag ", "Dag!\r\n\r\nTot later", link, Ok(link));
        check("Ωmega 漢字", "", link, Ok(link));
        check(
            "Dag\nBcc: bob@example.org",
            "",
            link,
            Err(MailError::Subject),
        );
        check(
            "Dag\r\nBcc: bob@example.org",
            "",
            link,
            Err(MailError::Subject),
        );
        check("", "", link, Err(MailError::Subject));
        check("  ", "", link, Err(MailError::Subject));
        check(&"a".repeat(SUBJECT_CHARS), "", link, Ok(link));
        check(
            &"a".repeat(SUBJECT_CHARS + 1),
            "",
            link,
            Err(MailError::Subject),
        );
        check("Dag", &"ë".repeat(LEAD_CHARS), link, Ok(link));
        check(
            "Dag",
            &"ë".repeat(LEAD_CHARS + 1),
            link,
            Err(MailError::Lead),
        );
        check("Dag", "a\u{0}b", link, Err(MailError::Lead));
    }

    #[test]
    fn a_link_is_the_address_of_a_page() {
        let ways = |typed: &str| link(typed);
        assert_eq!(
            ways(" https://x.nl/über?a=b ").as_deref(),
            Some("https://x.nl/%C3%BCber?a=b")
        );
        for wrong in [
            "",
            "peil.example.org",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "https://x.nl/\r\nBcc: y@z.nl",
            "https://x.nl/a b",
            "https://ik:geheim@x.nl/",
            "mailto:a@b.nl",
        ] {
            assert_eq!(ways(wrong), None, "{wrong}");
        }
        assert_eq!(ways(&format!("https://x.nl/{}", "a".repeat(500))), None);
    }
}
