//! Mail to those who asked for the report in a form.
//!
//! A person presses; then what the forms hold ([`asked_for`]) is written down as one delivery for
//! each address ([`mail_store`]), and one task sends them, one after the other ([`sending`]). How
//! each stands and what may become of it is decided without IO ([`delivery`]): *sending* is on disk
//! before anything of a mail is given out, *sent* once it was taken, and what a stop leaves between
//! is *unknown* until a person says what becomes of it. The addresses are documents of their own
//! and go a day after the last mail; who wants no more is known by a hash ([`unsubscribing`]).

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use shared::ids::Millis;
use tokio::sync::Notify;

use crate::backend::DocumentError;
use crate::store::Store;

pub mod asked_for;
pub mod delivery;
pub mod letter;
pub mod mail_store;
pub mod message;
pub mod recipient;
pub mod sending;
pub mod session;
pub mod smtp_settings;
pub mod unsubscribing;

use mail_store::MailStore;
use session::ServerTrouble;
use smtp_settings::SmtpSettings;
use unsubscribing::Unsubscribing;

/// How long the addresses are kept after the last mail was sent, in milliseconds.
pub const KEPT_MS: Millis = 86_400_000;
/// How long the server is left alone after each time that it took nothing, in milliseconds; after
/// the last it stays at that.
const RESTS_MS: [Millis; 5] = [30_000, 60_000, 120_000, 300_000, 600_000];
/// How long a stop waits for the mail that is being given out.
const LAST_MAIL: Duration = Duration::from_secs(8);

/// The mail of this instance.
pub struct Mail {
    /// Where it is handed in; without that none is sent.
    pub smtp: Option<SmtpSettings>,
    pub store: MailStore,
    pub unsubscribing: Unsubscribing,
    /// Held by whoever changes what is to be sent, and by whoever says that it is done.
    pub planning: tokio::sync::Mutex<()>,
    /// Held while a mail is given out.
    giving: tokio::sync::Mutex<()>,
    is_stopping: AtomicBool,
    wake: Notify,
    rest: Mutex<Option<Rest>>,
}

/// The server takes nothing, and is left alone for a while.
#[derive(Clone, Debug)]
pub struct Rest {
    pub trouble: ServerTrouble,
    pub until: Millis,
    times: usize,
}

impl Mail {
    /// Reads what is stored of it.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn begin(store: &Store, smtp: Option<SmtpSettings>) -> Result<Self, DocumentError> {
        Ok(Self {
            smtp,
            store: MailStore::new(store.clone()),
            unsubscribing: Unsubscribing::begin(store).await?,
            planning: tokio::sync::Mutex::default(),
            giving: tokio::sync::Mutex::default(),
            is_stopping: AtomicBool::new(false),
            wake: Notify::new(),
            rest: Mutex::default(),
        })
    }

    /// Has what there is to be sent looked at now.
    pub fn look_now(&self) {
        self.wake.notify_one();
    }

    /// Has no other mail begun, and waits for the one that is being given out.
    pub async fn stop(&self) {
        self.is_stopping.store(true, Ordering::Relaxed);
        // What is not at its end by then is *unknown* at the next start.
        let _ = tokio::time::timeout(LAST_MAIL, self.giving.lock()).await;
    }

    fn is_stopping(&self) -> bool {
        self.is_stopping.load(Ordering::Relaxed)
    }

    /// Why nothing goes now, if so.
    pub fn rest(&self) -> Option<Rest> {
        self.rests().clone()
    }

    /// Lets the server be asked again now.
    pub fn end_rest(&self) {
        if let Some(rest) = self.rests().as_mut() {
            rest.until = 0;
        }
    }

    fn begin_rest(&self, trouble: ServerTrouble, now: Millis) {
        let mut rests = self.rests();
        let times = rests.as_ref().map_or(0, |rest| rest.times);
        let rest = RESTS_MS[times.min(RESTS_MS.len() - 1)];
        *rests = Some(Rest {
            trouble,
            until: now.saturating_add(rest),
            times: times + 1,
        });
    }

    fn clear_rest(&self) {
        *self.rests() = None;
    }

    fn rests(&self) -> std::sync::MutexGuard<'_, Option<Rest>> {
        self.rest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
