//! What a host's socket rests on ends, in each way that it can: the socket ends, and no other.

use std::sync::Arc;

use shared::host::HostRole::{self, Moderator, Presenter, Remote, Stage};

use super::*;
use crate::auth::links;
use crate::backend::Backend;
use crate::fanout::tests::page::{Kernel, ordered};
use crate::fanout::{SocketWriter, Subscription, ViewKind};
use crate::lobby::NewRoom;
use crate::settings::ServerSettings;

const DECK: &str = "ask: choice\n---\n# Hond of poes?\n\n- hond\n- poes\n";

struct WatchedApp {
    app: App,
    found: FoundRoom,
}

/// A socket that follows the room, and its subscription.
struct WatchedSocket {
    writer: Arc<SocketWriter>,
    _subscription: Subscription,
}

impl WatchedSocket {
    fn is_sent_away(&self) -> bool {
        assert!(matches!(
            self.writer.requested_close(),
            None | Some(Closing::NoRights)
        ));
        self.writer.requested_close().is_some()
    }
}

impl WatchedApp {
    async fn new() -> Self {
        let listener = crate::http::accept::listen("127.0.0.1:0".parse().unwrap()).unwrap();
        let app = crate::prepare(listener, Backend::memory(), ServerSettings::default())
            .await
            .unwrap()
            .app;
        let (deck, _) = app.decks.add(DECK).await.unwrap();
        let found = app.lobby.open(&deck, NewRoom::default()).await.unwrap();
        Self { app, found }
    }

    /// What a browser shows that followed these links and has that session.
    fn shows<const N: usize>(
        &self,
        followed: [HostRole; N],
        session: Option<&str>,
        role: HostRole,
    ) -> Pass {
        Pass {
            room: self.found.id.clone(),
            role,
            token: false,
            session: session.map(sessions::name_of),
            proofs: followed
                .map(|role| (role, links::proof(&self.found, role, 1)))
                .to_vec(),
        }
    }

    async fn sits(&self, pass: Pass) -> WatchedSocket {
        let handle = self.app.registry.get(&self.found.id);
        handle.ready().await.unwrap();
        let hub = self.app.fanout.of(&self.found.id, &handle);
        let mut subscription = hub
            .subscribe_host(ViewKind::Hosts(pass.role))
            .by(Arc::new(pass));
        let writer: Arc<SocketWriter> = Arc::new(SocketWriter::new(Kernel::open(), 0));
        subscription.attach(writer.clone());
        WatchedSocket {
            writer,
            _subscription: subscription,
        }
    }
}

#[tokio::test]
async fn a_new_link_ends_what_rests_on_the_old_one_alone() {
    for renewed in links::ROLES {
        let house = WatchedApp::new().await;
        let session = sessions::begin(&house.app.store, None).await.unwrap();
        let mut sockets = Vec::new();
        for (label, pass, rests_on) in [
            ("the stage", house.shows([Stage], None, Stage), Some(Stage)),
            (
                "the presenter",
                house.shows([Presenter], None, Presenter),
                Some(Presenter),
            ),
            (
                "the remote",
                house.shows([Remote], None, Remote),
                Some(Remote),
            ),
            (
                "the moderator",
                house.shows([Moderator], None, Moderator),
                Some(Moderator),
            ),
            (
                "a presenter who projects",
                house.shows([Presenter], None, Stage),
                Some(Presenter),
            ),
            (
                "a remote that moderates",
                house.shows([Remote], None, Moderator),
                Some(Remote),
            ),
            (
                "a stage that also holds the remote",
                house.shows([Stage, Remote], None, Stage),
                None,
            ),
            ("the owner", house.shows([], Some(&session), Stage), None),
            (
                "the owner with a link",
                house.shows([Presenter], Some(&session), Presenter),
                None,
            ),
            (
                "the token",
                Pass {
                    token: true,
                    ..house.shows([], None, Remote)
                },
                None,
            ),
        ] {
            sockets.push((label, rests_on, house.sits(pass).await));
        }
        let found = renew_link(&house.app, &house.found.id, renewed)
            .await
            .unwrap();
        for (label, rests_on, socket) in &sockets {
            assert_eq!(
                socket.is_sent_away(),
                *rests_on == Some(renewed),
                "{label}, once {renewed:?} has another link"
            );
        }
        for role in links::ROLES {
            let before = links::opens(&found, role, house.found.document.links.of(role));
            assert_eq!(before, role != renewed, "{role:?}");
        }
    }
}

#[tokio::test]
async fn a_session_that_ends_takes_its_own_sockets_with_it() {
    let house = WatchedApp::new().await;
    let (own, other) = (
        sessions::begin(&house.app.store, None).await.unwrap(),
        sessions::begin(&house.app.store, None).await.unwrap(),
    );
    let mut sockets = Vec::new();
    for (label, pass, ends) in [
        ("its stage", house.shows([], Some(&own), Stage), true),
        ("its remote", house.shows([], Some(&own), Remote), true),
        (
            "its stage beside a moderator's link",
            house.shows([Moderator], Some(&own), Stage),
            true,
        ),
        (
            "its stage beside the stage's link",
            house.shows([Stage], Some(&own), Stage),
            false,
        ),
        (
            "that of another session",
            house.shows([], Some(&other), Stage),
            false,
        ),
        ("that of a link", house.shows([Remote], None, Remote), false),
        (
            "the token's",
            Pass {
                token: true,
                ..house.shows([], None, Stage)
            },
            false,
        ),
    ] {
        sockets.push((label, ends, house.sits(pass).await));
    }
    let name = sessions::name_of(&own);
    sessions::end(&house.app.store, &name).await.unwrap();
    session_ended(&house.app, &name).await;
    for (label, ends, socket) in &sockets {
        assert_eq!(socket.is_sent_away(), *ends, "{label}");
    }
}

#[tokio::test]
async fn what_ended_by_other_hands_is_noticed_by_itself() {
    let house = WatchedApp::new().await;
    let session = sessions::begin(&house.app.store, None).await.unwrap();
    let (owner, stage) = (
        house.shows([], Some(&session), Stage),
        house.shows([Stage], None, Stage),
    );
    let (owner, stage) = (house.sits(owner).await, house.sits(stage).await);
    look_again(&house.app, |_| true).await;
    assert!(!owner.is_sent_away() && !stage.is_sent_away());
    sessions::end(&house.app.store, &sessions::name_of(&session))
        .await
        .unwrap();
    house
        .app
        .lobby
        .renew_link(&house.found.id, Stage)
        .await
        .unwrap();
    assert_eq!(
        (ordered(&owner.writer).await, ordered(&stage.writer).await),
        (Closing::NoRights, Closing::NoRights)
    );
}

#[tokio::test]
async fn two_who_make_a_new_link_at_once_both_get_one_and_the_later_opens() {
    let house = WatchedApp::new().await;
    let renewals = [Remote, Remote, Stage, Remote, Stage].map(|role| {
        let (app, room) = (house.app.clone(), house.found.id.clone());
        tokio::spawn(async move { (role, renew_link(&app, &room, role).await.unwrap()) })
    });
    let ended = house.app.lobby.note_end(&house.found.id);
    let mut made = Vec::new();
    for renewal in renewals {
        made.push(renewal.await.unwrap());
    }
    ended.await.unwrap();
    let now = house.app.lobby.find(&house.found.id).await.unwrap();
    assert!(
        now.document.ended_at.is_some(),
        "nor is anything else lost that changed the room at the same time"
    );
    for role in [Remote, Stage] {
        let links: Vec<&str> = made
            .iter()
            .filter(|made| made.0 == role)
            .map(|made| made.1.document.links.of(role))
            .collect();
        assert_eq!(
            links
                .iter()
                .filter(|link| links::opens(&now, role, link))
                .count(),
            1,
            "{role:?}"
        );
        assert!(!links::opens(
            &now,
            role,
            house.found.document.links.of(role)
        ));
    }
    assert_eq!(
        now.document.links.of(Moderator),
        house.found.document.links.of(Moderator)
    );
}

#[tokio::test]
async fn a_room_that_is_gone_gets_no_link() {
    let house = WatchedApp::new().await;
    house.app.lobby.remove(&house.found.id).await.unwrap();
    for room in [
        house.found.id.clone(),
        RoomId::from("nowhere"),
        RoomId::from(""),
    ] {
        assert!(
            matches!(
                renew_link(&house.app, &room, Stage).await,
                Err(LobbyError::Unknown)
            ),
            "{room}"
        );
    }
}
