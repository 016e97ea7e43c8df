//! peil's server: one function that serves, from a listener, a backend and a signal to stop. Production
//! and tests start it by the same door.

use std::ops::Deref;
use std::sync::Arc;

use anyhow::Context;
use shared::ids::{AnswerId, Boot};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::http::failure::Failure;
use crate::http::guessing::Guessing;
use backend::{Backend, Health, Journal};
use decks::Decks;
use hall::Hall;
use lobby::{Found, Lobby};
use room::{Registry, RoomHandle};
use settings::Settings;
use store::Store;

pub mod auth;
pub mod backend;
pub mod catalogue;
pub mod chance;
pub mod clock;
pub mod decks;
pub mod export;
pub mod forms;
pub mod hall;
pub mod http;
pub mod lobby;
pub mod metrics;
pub mod precondition;
pub mod room;
pub mod seldom;
pub mod settings;
pub mod store;

/// What every request can reach. Cheap to clone, as each request does several times.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// What the server is made of.
pub struct Parts {
    pub settings: Settings,
    pub store: Store,
    pub decks: Decks,
    pub lobby: Lobby,
    pub registry: Arc<Registry>,
    pub hall: Arc<Hall>,
    pub guessing: Guessing,
    pub screens: auth::screens::Screens,
    pub instance: auth::owner::Instance,
    pub health: watch::Receiver<Health>,
    journal: Arc<dyn Journal>,
}

/// A server that is ready to take connections.
pub struct Ready {
    pub app: App,
    listener: TcpListener,
    /// Where it can be reached.
    pub address: String,
}

/// Reads what an instance is, and clears what a crash left half done.
///
/// # Errors
/// Where the backend can't be read or written.
pub async fn prepare(listener: TcpListener, backend: Backend, settings: Settings) -> anyhow::Result<Ready> {
    let local = format!("http://{}", listener.local_addr()?);
    let address = settings.public_url.clone().unwrap_or_else(|| local.clone());
    let store = Store(backend.documents.clone());
    let instance = auth::owner::Instance::begin(&store, &address).await.context("the data folder can't be used")?;
    let registry = Arc::new(Registry::new(backend.journal.clone(), Boot(chance::name(16))));
    tokio::spawn(room::registry::sweep(Arc::downgrade(&registry)));
    let lobby = Lobby::new(store.clone(), backend.journal.clone(), registry.clone());
    lobby.sweep().await.context("what a stop left half done can't be cleared")?;
    auth::owner::sweep(&store).await?;
    let app = App(Arc::new(Parts {
        settings,
        decks: Decks::new(store.clone()),
        store,
        lobby,
        registry,
        hall: Arc::default(),
        guessing: Guessing::default(),
        screens: auth::screens::Screens::default(),
        instance,
        health: backend.health(),
        journal: backend.journal,
    }));
    let reading = app.clone();
    // Each document is read once for the lists: by the time somebody opens the desk, it has been. What can't be read is said there.
    tokio::spawn(async move { (reading.decks.list().await.is_ok(), reading.lobby.list().await.is_ok()) });
    Ok(Ready { app, listener, address: local })
}

/// Serves until `stop` is done, and then finishes what is under way.
///
/// # Errors
/// Where the disk failed in a way after which nothing in memory is to be trusted.
pub async fn serve(ready: Ready, stop: impl Future<Output = ()>) -> anyhow::Result<()> {
    let health = ready.app.health.clone();
    let failing = failed(health.clone());
    let stopped = async {
        tokio::select! {
            () = stop => {}
            _ = failing => {}
        }
    };
    let hall = ready.app.hall.clone();
    crate::http::accept::serve(ready.listener, crate::http::router::router(ready.app), stopped, hall.drain()).await;
    match &*health.borrow() {
        Health::Failed(why) => anyhow::bail!("the disk failed, and what is in memory can't be trusted: {why}"),
        _ => Ok(()),
    }
}

async fn failed(mut health: watch::Receiver<Health>) {
    if health.wait_for(|health| matches!(health, Health::Failed(_))).await.is_err() {
        // The backend lives as long as the server; without it there is nothing more to wait for.
        std::future::pending::<()>().await;
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// Erases one answer for good: from the state at once, and from the journal before this answers.
    ///
    /// # Errors
    /// `unknown_answer`, and those of the room and the store.
    pub async fn erase(&self, found: &Found, handle: &RoomHandle, answer: AnswerId) -> Result<(), Failure> {
        let erased = handle.submit(shared::event::Event::Erased { answer }).await;
        erased.map_err(|trouble| match trouble {
            room::Trouble::Refused(shared::refusal::Refusal::UnknownAnswer) => Failure::unknown("answer"),
            trouble => trouble.into(),
        })?;
        Ok(room::erase::blank(&found.id, &*self.journal).await?)
    }
}
