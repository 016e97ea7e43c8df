//! The one task that sends mail, one address at a time, and erases the addresses when their day is
//! over.

use std::sync::Weak;
use std::time::{Duration, SystemTime};

use client::pages::mail::MailLetter;
use shared::ids::{Millis, RoomId};

use super::asked_for::is_still_asked_for;
use super::delivery::{Delivery, DeliveryEvent};
use super::letter::letter_to;
use super::mail_store::Mailing;
use super::message::message;
use super::recipient::Recipient;
use super::session::{HandOver, Offer, ServerTrouble, SmtpSession};
use super::smtp_settings::SmtpSettings;
use super::{KEPT_MS, Mail};
use crate::backend::DocumentError;
use crate::clock::now_ms;
use crate::lobby::{LobbyError, clear_mail};
use crate::log_throttle::LogThrottle;
use crate::store::Versioned;
use crate::{App, AppParts};

/// How long is waited at least, unless somebody presses.
const LOOK_MS: Millis = 1_000;
/// How often it is looked whether addresses are to be erased.
const SWEEP_MS: Millis = 600_000;
/// How long is waited where nothing could be stored.
const STORE_REST_MS: Millis = 60_000;

static NOT_STORED: LogThrottle = LogThrottle::new();
static TAKES_NOTHING: LogThrottle = LogThrottle::new();

/// Why sending stops for a while.
enum Halt {
    Trouble(ServerTrouble),
    Store(DocumentError),
}

impl From<DocumentError> for Halt {
    fn from(error: DocumentError) -> Self {
        Self::Store(error)
    }
}

impl From<ServerTrouble> for Halt {
    fn from(trouble: ServerTrouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// Sends what is to be sent, as long as the server is there.
pub async fn look_after(parts: Weak<AppParts>) {
    if let Some(parts) = parts.upgrade()
        && let Err(error) = sweep(&App(parts)).await
    {
        tracing::error!(%error, "what is left of mails of removed rooms is still there; the next start tries again");
    }
    loop {
        let Some(parts) = parts.upgrade() else { return };
        let app = App(parts);
        let next = pass(&app).await;
        let mail = app.mail.clone();
        drop(app);
        let wait = Duration::from_millis(next.saturating_sub(now_ms()).clamp(LOOK_MS, SWEEP_MS));
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = mail.wake.notified() => {}
        }
    }
}

/// Clears what is left of rooms that were removed while their mail was being planned.
async fn sweep(app: &App) -> Result<(), LobbyError> {
    for room in app.mail.store.all_rooms().await? {
        if matches!(app.lobby.find(&room).await, Err(LobbyError::Unknown)) {
            clear_mail(&app.store, &room).await?;
        }
    }
    Ok(())
}

/// Looks at the mail of each room once; when to look again.
async fn pass(app: &App) -> Millis {
    let mut session = None;
    let result = each_room(app, &mut session).await;
    if let Some(session) = session {
        session.close().await;
    }
    match result {
        Ok(next) => next,
        Err(Halt::Store(error)) => {
            if NOT_STORED.may_log() {
                tracing::error!(%error, "mail waits: how it stands can't be stored");
            }
            now_ms().saturating_add(STORE_REST_MS)
        }
        Err(Halt::Trouble(trouble)) => {
            if TAKES_NOTHING.may_log() {
                let (why, said) = (trouble.kind.code(), &trouble.said);
                tracing::warn!(why, said, "mail waits: the server takes none");
            }
            app.mail.begin_rest(trouble, now_ms());
            app.mail.rest().map_or(0, |rest| rest.until)
        }
    }
}

async fn each_room(app: &App, session: &mut Option<SmtpSession>) -> Result<Millis, Halt> {
    let mut next = now_ms().saturating_add(SWEEP_MS);
    for room in app.mail.store.rooms().await? {
        let Some(mailing) = app.mail.store.mailing(&room).await? else {
            continue;
        };
        let mailing = mailing.value;
        if !mailing.is_running && !mailing.holds_addresses {
            continue;
        }
        settle_interrupted(&app.mail, &room).await?;
        if mailing.is_running {
            let rests = app.mail.rest().filter(|rest| rest.until > now_ms());
            match (&app.mail.smtp, rests) {
                (Some(smtp), None) => send_due(app, smtp, &room, session).await?,
                (Some(_), Some(rest)) => next = next.min(rest.until),
                (None, _) => {}
            }
        }
        let then = finish(&app.mail, &room, now_ms()).await?;
        // Where nothing is sent, what is due stays so.
        if app.mail.smtp.is_some() || !mailing.is_running {
            next = next.min(then.unwrap_or(Millis::MAX));
        }
    }
    Ok(next)
}

/// Nobody but this task sends: what is still *sending* was left so by a stop.
async fn settle_interrupted(mail: &Mail, room: &RoomId) -> Result<(), DocumentError> {
    for (name, delivery) in mail.store.deliveries(room).await? {
        if matches!(delivery, Delivery::Sending { .. }) {
            happens(mail, (room, &name), DeliveryEvent::Lost).await?;
        }
    }
    Ok(())
}

async fn send_due(
    app: &App,
    smtp: &SmtpSettings,
    room: &RoomId,
    session: &mut Option<SmtpSession>,
) -> Result<(), Halt> {
    let now = now_ms();
    let deliveries = app.mail.store.deliveries(room).await?.into_iter();
    let mut sent = 0_u32;
    for (name, _) in deliveries.filter(|(_, delivery)| delivery.is_due(now)) {
        let _giving = app.mail.giving.lock().await;
        let mailing = app.mail.store.mailing(room).await?;
        let goes_on = |mailing: &Versioned<Mailing>| mailing.value.is_running;
        let Some(mailing) = mailing.filter(|each| goes_on(each) && !app.mail.is_stopping()) else {
            break;
        };
        let one = Sending {
            app,
            smtp,
            room,
            name: &name,
        };
        sent += u32::from(one.send(&mailing.value, session).await?);
    }
    if sent > 0 {
        tracing::info!(%room, sent, "mail was sent to those who asked for the report");
    }
    Ok(())
}

/// One mail that is due.
struct Sending<'a> {
    app: &'a App,
    smtp: &'a SmtpSettings,
    room: &'a RoomId,
    name: &'a str,
}

impl Sending<'_> {
    /// Sends it, and notes what came of that; whether it was taken.
    async fn send(
        &self,
        mailing: &Mailing,
        session: &mut Option<SmtpSession>,
    ) -> Result<bool, Halt> {
        let mail = &self.app.mail;
        let Some(to) = self.recipient().await? else {
            mail.store.forget(self.room, self.name).await?;
            self.happens(DeliveryEvent::Withdrawn).await?;
            return Ok(false);
        };
        if mail.unsubscribing.has(&to).await? {
            mail.store.forget(self.room, self.name).await?;
            self.happens(DeliveryEvent::Unsubscribed).await?;
            return Ok(false);
        }
        let letter = letter_to(mail, mailing, &to);
        let Some(written) = self.written(&letter, &to) else {
            self.happens(DeliveryEvent::Refused).await?;
            return Ok(false);
        };
        let came_of_it = match self.offer(&to, session).await? {
            Offer::Not(answer) => answer,
            Offer::Wanted => {
                // On disk before anything of it is given out.
                if !self.happens(DeliveryEvent::Begun).await? {
                    return Ok(false);
                }
                match session {
                    Some(session) => session.give(&to, &written).await,
                    None => HandOver::PutOff(String::new()),
                }
            }
        };
        self.note(came_of_it).await
    }

    async fn note(&self, came_of_it: HandOver) -> Result<bool, Halt> {
        let (event, said) = match came_of_it {
            HandOver::Taken => (DeliveryEvent::Taken, None),
            HandOver::Lost => (DeliveryEvent::Lost, None),
            HandOver::Refused(said) => (DeliveryEvent::Refused, Some(said)),
            HandOver::PutOff(said) => (DeliveryEvent::PutOff, Some(said)),
        };
        self.happens(event).await?;
        if let Some(said) = said.filter(|said| !said.is_empty()) {
            self.app
                .mail
                .store
                .note_said(self.room, self.name, said)
                .await?;
        }
        Ok(event == DeliveryEvent::Taken)
    }

    /// To whom it goes; nobody where no form holds the address any more.
    async fn recipient(&self) -> Result<Option<Recipient>, DocumentError> {
        let Some(kept) = self.app.mail.store.address(self.room, self.name).await? else {
            return Ok(None);
        };
        let recipient = Recipient::parse(&kept.address);
        let is_asked_for = is_still_asked_for(self.app, self.room, self.name, &kept).await?;
        Ok(recipient.filter(|_| is_asked_for))
    }

    fn written(&self, letter: &MailLetter, to: &Recipient) -> Option<Vec<u8>> {
        let id = format!("{}.{}", self.name, self.room);
        match message(self.smtp, letter, to, &id, SystemTime::now()) {
            Ok(written) => Some(written),
            Err(error) => {
                tracing::error!(room = %self.room, %error, "a mail can't be made");
                None
            }
        }
    }

    /// Names the address. A connection that was quiet may be gone: then another is asked, since
    /// nothing was given out yet.
    async fn offer(
        &self,
        to: &Recipient,
        session: &mut Option<SmtpSession>,
    ) -> Result<Offer, ServerTrouble> {
        if session.as_ref().is_some_and(SmtpSession::is_spent) {
            *session = None;
        }
        if let Some(open) = session {
            match open.offer(self.smtp, to).await {
                Err(_) if open.is_spent() => *session = None,
                answered => return answered,
            }
        }
        let open = session.insert(SmtpSession::open(self.smtp).await?);
        self.app.mail.clear_rest();
        open.offer(self.smtp, to).await
    }

    async fn happens(&self, event: DeliveryEvent) -> Result<bool, DocumentError> {
        happens(&self.app.mail, (self.room, self.name), event).await
    }
}

/// Notes what happened to a mail; whether it could.
async fn happens(
    mail: &Mail,
    (room, name): (&RoomId, &str),
    event: DeliveryEvent,
) -> Result<bool, DocumentError> {
    let Some(stands) = mail.store.delivery(room, name).await? else {
        return Ok(false);
    };
    let Some(after) = stands.value.after(event, now_ms()) else {
        return Ok(false);
    };
    match mail.store.note((room, name), stands.version, after).await {
        Ok(_) => Ok(true),
        // The room was removed, or a person pressed meanwhile: what they did stands.
        Err(DocumentError::Changed { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Notes that all of a room's mail is over, and erases the addresses a day after that; when
/// there is something to do next.
async fn finish(mail: &Mail, room: &RoomId, now: Millis) -> Result<Option<Millis>, DocumentError> {
    let _planning = mail.planning.lock().await;
    let Some(stands) = mail.store.mailing(room).await? else {
        return Ok(None);
    };
    let deliveries = mail.store.deliveries(room).await?;
    let (mut mailing, open) = (
        stands.value,
        deliveries.iter().any(|(_, each)| each.is_open()),
    );
    let before = mailing.clone();
    if mailing.is_running && open {
        let next = deliveries.iter().filter_map(|(_, each)| match each {
            Delivery::Waiting { not_before, .. } => Some(*not_before),
            _ => None,
        });
        return Ok(next.min().filter(|_| mail.rest().is_none()));
    }
    mailing.is_running = false;
    let last = deliveries
        .iter()
        .filter_map(|(_, each)| each.over_at())
        .max();
    let over = last.map_or(0, |last| last.saturating_add(KEPT_MS));
    if mailing.holds_addresses && over <= now {
        mail.store.forget_all(room).await?;
        mailing.holds_addresses = false;
        tracing::info!(%room, "the addresses of a mail were erased");
    }
    if mailing != before {
        mail.store
            .put_mailing(room, stands.version, &mailing)
            .await?;
    }
    Ok(mailing.holds_addresses.then_some(over))
}

#[cfg(test)]
mod tests {
    use client::language::Language;

    use super::super::mail_store::AddressDocument;
    use super::*;
    use crate::backend::Backend;
    use crate::store::Store;

    const NOON: Millis = 1_800_000_000_000;

    /// A mail of which these are over, or not.
    async fn mail_of(deliveries: &[(&str, Delivery)]) -> (Mail, RoomId) {
        let store = Store(Backend::memory().documents);
        let mail = Mail::begin(&store, None).await.unwrap();
        let room = RoomId::from("room");
        let mailing = Mailing {
            language: Language::default(),
            subject: "Dag".into(),
            lead: String::new(),
            link: "https://peil.example.org/".into(),
            base: "https://peil.example.org".into(),
            is_running: true,
            holds_addresses: true,
        };
        mail.store.put_mailing(&room, 0, &mailing).await.unwrap();
        for (name, delivery) in deliveries {
            let address = AddressDocument {
                address: format!("{name}@example.org"),
                forms: Vec::new(),
                said: Some("550 no".into()),
            };
            mail.store.keep(&room, name, &address).await.unwrap();
            mail.store.add(&room, name, *delivery).await.unwrap();
        }
        (mail, room)
    }

    async fn kept(mail: &Mail, room: &RoomId) -> usize {
        mail.store.addresses(room).await.unwrap().len()
    }

    #[tokio::test]
    async fn addresses_go_a_day_after_the_last_was_sent_and_how_each_stands_stays() {
        let ended = [
            ("anna", Delivery::Sent { at: NOON - 5 }),
            ("bob", Delivery::Unknown { at: NOON }),
            ("carla", Delivery::Refused { at: NOON - 9 }),
        ];
        let (mail, room) = mail_of(&ended).await;
        let end = NOON + KEPT_MS;
        assert_eq!(finish(&mail, &room, end - 1).await.unwrap(), Some(end));
        assert_eq!(kept(&mail, &room).await, 3);
        assert_eq!(finish(&mail, &room, end).await.unwrap(), None);
        assert_eq!(kept(&mail, &room).await, 0);
        let mut stands = mail.store.deliveries(&room).await.unwrap();
        stands.sort_by(|one, other| one.0.cmp(&other.0));
        assert_eq!(
            stands,
            ended.map(|(name, delivery)| (name.to_owned(), delivery))
        );
        let mailing = mail.store.mailing(&room).await.unwrap().unwrap().value;
        assert!(!mailing.is_running && !mailing.holds_addresses);
    }

    #[tokio::test]
    async fn while_one_waits_they_stay() {
        let waiting = Delivery::Waiting {
            tries: 1,
            not_before: NOON + 10 * KEPT_MS,
        };
        let (mail, room) =
            mail_of(&[("anna", Delivery::Sent { at: NOON }), ("bob", waiting)]).await;
        let next = finish(&mail, &room, NOON + 9 * KEPT_MS).await.unwrap();
        assert_eq!(next, Some(NOON + 10 * KEPT_MS));
        assert_eq!(kept(&mail, &room).await, 2);
    }

    #[tokio::test]
    async fn what_a_stop_left_at_sending_is_unknown_and_nothing_else_changes() {
        let left = [
            ("anna", Delivery::Sending { tries: 2, at: NOON }),
            ("bob", Delivery::waiting()),
            ("carla", Delivery::Sent { at: NOON }),
        ];
        let (mail, room) = mail_of(&left).await;
        settle_interrupted(&mail, &room).await.unwrap();
        let stands = mail.store.deliveries(&room).await.unwrap();
        let of = |name: &str| stands.iter().find(|(each, _)| each == name).unwrap().1;
        assert!(matches!(of("anna"), Delivery::Unknown { .. }));
        assert_eq!(of("bob"), Delivery::waiting());
        assert_eq!(of("carla"), Delivery::Sent { at: NOON });
    }
}
