//! peil's server: one function that serves, from a listener, a backend and a signal to stop.
//! Production and tests start it by the same door.

use std::ops::Deref;
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use anyhow::Context;
use shared::ids::{Millis, ProducerId};
use shared::protocol::view::Around;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::http::checkup::Checkups;
use crate::http::cookies::Bare;
use crate::http::guessing::Guessing;
use crate::http::hosts::rewritten::Rewritten;
use crate::http::made_pages::MadePages;
use after_pages::AfterPages;
use backend::{Backend, Health, Journal};
use child::ChildPool;
use decks::Decks;
use fanout::Fanout;
use forms::{FormStore, Leftovers};
use join_limits::Joining;
use join_limits::proxy::UntrustedProxy;
use lobby::{FoundRoom, Lobby};
use mail::Mail;
use reports::Reports;
use retention::Retention;
use room::{Registry, RoomHandle};
use settings::ServerSettings;
use store::Store;

pub mod after_pages;
pub mod age;
pub mod archive;
pub mod auth;
pub mod backend;
pub mod child;
pub mod clock;
pub mod decks;
pub mod document_index;
pub mod export;
pub mod fanout;
pub mod form_parser;
pub mod forms;
pub mod http;
pub mod ip_prefix;
pub mod join_limits;
pub mod lobby;
pub mod log_throttle;
pub mod mail;
pub mod metrics;
pub mod outcome;
pub mod precondition;
pub mod qr;
pub mod random;
pub mod reports;
pub mod retention;
pub mod room;
pub mod service;
pub mod settings;
pub mod store;
pub mod totals;
pub mod web_address;
pub mod word_lists;
pub mod zone;

/// How often those who wait to join are looked after.
const JOINING_SWEEP: Duration = Duration::from_secs(1);

/// What every request can reach. Cheap to clone, as each request does several times.
#[derive(Clone)]
pub struct App(Arc<AppParts>);

/// What the server is made of.
pub struct AppParts {
    pub settings: ServerSettings,
    pub store: Store,
    pub decks: Decks,
    pub reports: Reports,
    pub after_pages: AfterPages,
    pub made_pages: MadePages,
    pub retention: Retention,
    pub forms: Arc<FormStore>,
    pub mail: Arc<Mail>,
    pub lobby: Lobby,
    pub registry: Arc<Registry>,
    pub fanout: Arc<Fanout>,
    pub guessing: Guessing,
    pub joining: Joining,
    pub unheard: UntrustedProxy,
    pub rewritten: Rewritten,
    pub checkups: Checkups,
    pub children: ChildPool,
    pub identities: auth::identity::Identities,
    pub screens: auth::screens::Screens,
    pub instance: auth::owner::Instance,
    pub bare_cookies: Bare,
    pub health: watch::Receiver<Health>,
    journal: Arc<dyn Journal>,
}

/// A server that is ready to take connections.
pub struct ReadyServer {
    pub app: App,
    listener: TcpListener,
    /// Where it can be reached.
    pub address: String,
}

/// Reads what an instance is, and clears what a crash left half done.
///
/// # Errors
/// Where the backend can't be read or written.
pub async fn prepare(
    listener: TcpListener,
    backend: Backend,
    settings: ServerSettings,
) -> anyhow::Result<ReadyServer> {
    let local = format!("http://{}", listener.local_addr()?);
    let address = settings.public_url.clone().unwrap_or_else(|| local.clone());
    let store = Store(backend.documents.clone());
    let now = age::now_to_clear_by(&store, &*backend.journal, clock::now_ms()).await?;
    let instance = auth::owner::Instance::begin(&store, &address, now)
        .await
        .context("the data folder can't be used")?;
    let registry = Arc::new(Registry::new(
        backend.journal.clone(),
        ProducerId(random::name(16)),
    ));
    let lobby = Lobby::new(store.clone(), backend.journal.clone(), registry.clone());
    clear_leftovers(&store, &lobby, now).await?;
    let leftovers = Leftovers::of(&store).await;
    let leftovers = leftovers.context("the data folder can't be used")?;
    let identities = auth::identity::Identities::begin(&store).await;
    let identities = identities.context("the data folder can't be used")?;
    let unheard = UntrustedProxy::begin(&store, !settings.trusted_proxies.is_empty()).await?;
    let rewritten = Rewritten::begin(&store, settings.public_url.is_some()).await?;
    let mail = Mail::begin(&store, settings.smtp.clone()).await;
    let mail = mail.context("the data folder can't be used")?;
    let app = App(Arc::new(AppParts {
        retention: Retention::new(settings.keep_answers, settings.keep_forms),
        settings,
        decks: Decks::new(store.clone()),
        reports: Reports::new(store.clone()),
        after_pages: AfterPages::new(store.clone()),
        made_pages: MadePages::default(),
        forms: Arc::new(FormStore::new(store.clone())),
        mail: Arc::new(mail),
        store,
        lobby,
        registry,
        fanout: Arc::default(),
        guessing: Guessing::default(),
        joining: Joining::default(),
        unheard,
        rewritten,
        checkups: Checkups::default(),
        children: ChildPool::default(),
        identities,
        screens: auth::screens::Screens::default(),
        bare_cookies: Bare::since(instance.prefixed_since, now, Instant::now()),
        instance,
        health: backend.health(),
        journal: backend.journal,
    }));
    keep_up(&app, leftovers, now);
    Ok(ReadyServer {
        app,
        listener,
        address: local,
    })
}

/// Clears what a stop left half done, and what is over by now.
async fn clear_leftovers(store: &Store, lobby: &Lobby, now: Millis) -> anyhow::Result<()> {
    lobby
        .sweep(now)
        .await
        .context("what a stop left half done can't be cleared")?;
    auth::owner::sweep(store).await?;
    auth::sessions::sweep(store, now).await?;
    Ok(())
}

/// Begins what goes on beside requests, as long as the server is there.
fn keep_up(app: &App, leftovers: Leftovers, now: Millis) {
    tokio::spawn(auth::watch::keep_looking(Arc::downgrade(&app.0)));
    tokio::spawn(look_after_joining(Arc::downgrade(&app.0)));
    tokio::spawn(retention::look_after(
        Arc::downgrade(&app.0),
        leftovers,
        now,
    ));
    tokio::spawn(room::registry::sweep(Arc::downgrade(&app.registry)));
    tokio::spawn(mail::sending::look_after(Arc::downgrade(&app.0)));
    let reading = app.clone();
    // Each document is read once for the lists: by the time somebody opens the desk, it has been.
    // What can't be read is said there.
    tokio::spawn(async move {
        (
            reading.decks.list().await.is_ok(),
            reading.lobby.list().await.is_ok(),
        )
    });
}

/// Serves until `stop` is done, and then finishes what is under way.
///
/// # Errors
/// Where the disk failed in a way after which nothing in memory is to be trusted.
pub async fn serve(ready: ReadyServer, stop: impl Future<Output = ()>) -> anyhow::Result<()> {
    let health = ready.app.health.clone();
    let failing = failed(health.clone());
    let stopped = async {
        tokio::select! {
            () = stop => {}
            _ = failing => {}
        }
    };
    let (fanout, mail) = (ready.app.fanout.clone(), ready.app.mail.clone());
    crate::http::accept::serve(
        ready.listener,
        crate::http::router::router(ready.app),
        stopped,
        fanout.drain(),
    )
    .await;
    mail.stop().await;
    match &*health.borrow() {
        Health::Failed(why) => {
            anyhow::bail!("the disk failed, and what is in memory can't be trusted: {why}")
        }
        _ => Ok(()),
    }
}

/// Lets go of those who no longer wait to join, and notifies hosts of those who do.
async fn look_after_joining(parts: Weak<AppParts>) {
    loop {
        tokio::time::sleep(JOINING_SWEEP).await;
        let Some(parts) = parts.upgrade() else { return };
        for (room, waiting) in parts.joining.sweep(Instant::now()) {
            parts.fanout.tell_waiting(&room, waiting);
        }
    }
}

async fn failed(mut health: watch::Receiver<Health>) {
    if health
        .wait_for(|health| matches!(health, Health::Failed(_)))
        .await
        .is_err()
    {
        // The backend lives as long as the server; without it there is nothing more to wait for.
        std::future::pending::<()>().await;
    }
}

impl Deref for App {
    type Target = AppParts;

    fn deref(&self) -> &AppParts {
        &self.0
    }
}

impl App {
    /// What surrounds a room now, as its hosts are to see it.
    pub fn around(&self, found: &FoundRoom, handle: &RoomHandle) -> Around {
        let hub = self.fanout.of(&found.id, handle);
        hub.tell_waiting(self.joining.waiting(&found.id));
        hub.around()
    }
}
