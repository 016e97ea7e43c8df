//! The hub of one room: who looks on, what they see, and what surrounds the room without being
//! stored.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, Weak};
use std::time::{Duration, Instant};

use shared::ids::{Millis, ParticipantId};
use shared::limits::{PHONE_VIEWS_PER_SECOND, VIEWS_PER_SECOND};
use shared::protocol::view::{Around, Screen, WaitingCounts};
use shared::protocol::{Closing, ServerFrame};
use shared::room::Room;
use tokio::sync::Notify;

use super::frame;
use super::presence::Presence;
use super::socket_writer::{EncodedView, SocketWriter};
use super::subscribers::{SubscriberId, SubscriberSet};
use super::view_cache::{View, ViewCache, ViewKind};
use crate::auth::pass::Pass;
use crate::metrics::FIGURES;
use crate::room::handle::locked;
use crate::room::{RoomHandle, SubmitError};

/// People who are told of their groups before others have their turn.
const PEOPLE_AT_ONCE: usize = 256;

/// What of a view changes without a record.
pub(super) struct TransientState {
    /// When the room changes by time alone.
    pub deadline: Option<Millis>,
    /// Whether it spoke of answers on their way.
    pub sending: bool,
}

/// The hub of one room.
pub struct RoomHub {
    handle: RoomHandle,
    view_cache: Mutex<ViewCache>,
    presence: Mutex<Presence>,
    screen: Mutex<Screen>,
    waiting: Mutex<Option<WaitingCounts>>,
    subscribers: BTreeMap<ViewKind, Arc<SubscriberSet>>,
    /// Sockets of hosts, with what they rest on. Some of them may be gone.
    held: Mutex<Vec<(Weak<SocketWriter>, Arc<Pass>)>>,
    over: OnceLock<Closing>,
    /// Up to which record people know of their groups.
    told: AtomicU64,
    stirred: Notify,
}

impl RoomHub {
    pub(super) fn new(handle: RoomHandle) -> Self {
        let subscribers = ViewKind::ALL.map(|kind| (kind, Arc::default()));
        let told = handle.read(|room| room.seq).unwrap_or_default();
        Self {
            handle,
            view_cache: Mutex::default(),
            presence: Mutex::default(),
            screen: Mutex::default(),
            waiting: Mutex::default(),
            subscribers: subscribers.into(),
            held: Mutex::default(),
            over: OnceLock::new(),
            told: AtomicU64::new(told),
            stirred: Notify::new(),
        }
    }

    /// What a kind of view shows of the room, which is locked for reading, at that moment.
    pub fn view(&self, kind: ViewKind, room: &Room, now: Millis) -> View {
        let around = self.around();
        locked(&self.view_cache).show(kind, room, &self.handle, now, around)
    }

    /// Whether phones may see something other than at that sequence; notes that somebody asked.
    pub fn asked(&self, who: ParticipantId, since: u64, room: &Room, now: Millis) -> bool {
        locked(&self.presence).ask(who, Instant::now());
        let around = self.around();
        locked(&self.view_cache).phones_changed_since(since, room, &self.handle, now, around)
    }

    /// What surrounds the room now.
    pub fn around(&self) -> Around {
        let present = locked(&self.presence).count(Instant::now());
        let (screen, waiting) = (*locked(&self.screen), *locked(&self.waiting));
        Around {
            present,
            sending: self.handle.sending(),
            screen,
            waiting,
            more_time: self.handle.more_time_asked(),
            reactions: self.handle.reactions_sent(),
        }
    }

    /// Something that surrounds the room has changed.
    pub fn stir(&self) {
        self.stirred.notify_one();
    }

    /// Sends everybody away who was removed from the room, and counts them as there no more.
    pub fn forget_removed(&self) {
        let forget = |room: &Room| {
            locked(&self.presence).only(|who| !room.people.is_removed(who));
            self.subscribers[&ViewKind::Phones]
                .send_people_away(Closing::Removed, |who| room.people.is_removed(who));
        };
        // A room that can't be read is shown to nobody.
        let _ = self.handle.read(forget);
        self.handle.forget_more_time();
        self.stirred.notify_one();
    }

    /// Uses the projected page for something else.
    pub fn turn_screen(&self, screen: Screen) {
        *locked(&self.screen) = screen;
        self.stirred.notify_one();
    }

    /// Tells hosts who waits to join.
    pub fn tell_waiting(&self, waiting: Option<WaitingCounts>) {
        let before = std::mem::replace(&mut *locked(&self.waiting), waiting);
        if before != waiting {
            self.stirred.notify_one();
        }
    }

    pub(super) fn handle(&self) -> &RoomHandle {
        &self.handle
    }

    /// Waits until something around the room has changed.
    pub(super) async fn stirred(&self) {
        self.stirred.notified().await;
    }

    /// How long after one view to phones the next may follow.
    pub(super) fn phones_pause(&self) -> Duration {
        let phones = self.subscribers[&ViewKind::Phones].count();
        let share = Duration::from_secs_f64(phones as f64 / PHONE_VIEWS_PER_SECOND as f64);
        share.max(Duration::from_secs(1) / VIEWS_PER_SECOND)
    }

    /// Shows each kind of view that has subscribers what is new, in that order.
    pub(super) async fn broadcast(
        &self,
        kinds: &[ViewKind],
        now: Millis,
    ) -> Result<TransientState, SubmitError> {
        self.handle.forget_more_time();
        let (news, shown) = self.handle.read(|room| {
            let around = self.around();
            let mut view_cache = locked(&self.view_cache);
            let seen = kinds
                .iter()
                .filter(|kind| self.subscribers[kind].count() > 0);
            let mut show =
                |kind: &ViewKind| view_cache.show(*kind, room, &self.handle, now, around);
            let news: Vec<_> = seen.map(|kind| (*kind, show(kind))).collect();
            let changes = news.iter().filter_map(|(kind, _)| view_cache.until(*kind));
            let deadline = changes.chain(room.next_deadline(now)).min();
            (
                news,
                TransientState {
                    deadline,
                    sending: around.sending > 0,
                },
            )
        })?;
        if kinds.contains(&ViewKind::Phones) {
            self.tell_groups().await?;
        }
        for (kind, view) in news {
            let subscribers = &self.subscribers[&kind];
            if view.version <= subscribers.newest() {
                continue;
            }
            FIGURES.views_made.count(kind.name());
            match kind {
                ViewKind::Phones => subscribers.begin_showing(&encoded(&view)),
                // Hosts are few: before the phones, and not beside them.
                ViewKind::Hosts(_) => subscribers.broadcast(&encoded(&view)).await,
            }
        }
        Ok(shown)
    }

    /// Tells people that they are in another group, or what others gave in theirs.
    async fn tell_groups(&self) -> Result<(), SubmitError> {
        let since = self.told.load(Ordering::Relaxed);
        let now = self.handle.read(|room| room.people.last_in_group())?;
        if now <= since {
            return Ok(());
        }
        let people = self.subscribers[&ViewKind::Phones].people();
        for some in people.chunks(PEOPLE_AT_ONCE) {
            let frames = self.handle.read(|room| {
                let concerned = |(who, greeted, _): &&(ParticipantId, u64, _)| {
                    room.people.changed_in_group(*who, since.max(*greeted))
                };
                let frame = |(who, _, writer): &(ParticipantId, u64, Arc<SocketWriter>)| {
                    (writer.clone(), group_frame(room, *who))
                };
                some.iter().filter(concerned).map(frame).collect::<Vec<_>>()
            })?;
            frames
                .iter()
                .for_each(|(writer, text)| writer.send(frame::text(text)));
            tokio::task::yield_now().await;
        }
        self.told.fetch_max(now, Ordering::Relaxed);
        Ok(())
    }

    /// Sends everybody away who is there or still comes.
    pub(super) fn end(&self, closing: Closing) {
        self.over.get_or_init(|| closing);
        self.subscribers
            .values()
            .for_each(|subscribers| subscribers.send_away(closing));
    }

    pub(super) fn is_over(&self) -> bool {
        self.over.get().is_some()
    }

    /// Looks after every socket, as of that moment.
    pub(super) async fn sweep(&self, now: tokio::time::Instant) {
        for subscribers in self
            .subscribers
            .values()
            .filter(|subscribers| subscribers.count() > 0)
        {
            subscribers.sweep(now).await;
        }
    }

    pub(super) fn come(&self, kind: ViewKind, who: Option<ParticipantId>) {
        self.subscribers[&kind].expect();
        if let Some(who) = who {
            locked(&self.presence).come(who);
            self.stirred.notify_one();
        }
    }

    /// The sockets of hosts, with what they rest on.
    pub(super) fn held(&self) -> Vec<(Arc<SocketWriter>, Arc<Pass>)> {
        let held = locked(&self.held);
        held.iter()
            .filter_map(|(writer, pass)| Some((writer.upgrade()?, pass.clone())))
            .collect()
    }

    pub(super) fn hold(&self, writer: &Arc<SocketWriter>, pass: Arc<Pass>) {
        let mut held = locked(&self.held);
        held.retain(|(writer, _)| writer.strong_count() > 0);
        held.push((Arc::downgrade(writer), pass));
    }

    pub(super) fn attach(
        &self,
        kind: ViewKind,
        (who, since): (Option<ParticipantId>, u64),
        writer: Arc<SocketWriter>,
    ) -> SubscriberId {
        let id = self.subscribers[&kind].attach(writer.clone(), (who, since));
        FIGURES.sockets.of(kind.name()).add(1);
        // What became of their group since they subscribed may have been told before they came.
        if let Some(who) = who {
            self.tell_group(who, since, &writer);
        }
        // After attaching: whoever sends everybody away has seen this one, or it sees that here.
        if let Some(closing) = self.over.get() {
            writer.request_close(*closing);
        }
        if who.is_some_and(|who| self.handle.read(|room| room.people.is_removed(who)) == Ok(true)) {
            writer.request_close(Closing::Removed);
        }
        id
    }

    fn tell_group(&self, who: ParticipantId, since: u64, writer: &SocketWriter) {
        let news = self.handle.read(|room| {
            let is_news = room.people.changed_in_group(who, since);
            is_news.then(|| group_frame(room, who))
        });
        if let Ok(Some(text)) = news {
            writer.send(frame::text(&text));
        }
    }

    /// The record up to which a newcomer's greeting knows at least.
    pub(super) fn seq(&self) -> u64 {
        self.handle.read(|room| room.seq).unwrap_or_default()
    }

    pub(super) fn go(&self, kind: ViewKind, who: Option<ParticipantId>, id: Option<SubscriberId>) {
        if id.is_some() {
            FIGURES.sockets.of(kind.name()).add(-1);
        }
        self.subscribers[&kind].let_go(id);
        if let Some(who) = who {
            locked(&self.presence).go(who);
            self.stirred.notify_one();
        }
    }
}

/// What somebody is told of their group.
pub fn group_frame(room: &Room, who: ParticipantId) -> String {
    let frame = ServerFrame::<()>::Group {
        group: room.group_of(who),
        own: room.own_of_group(who),
    };
    serde_json::to_string(&frame).expect("frames are plain data with text keys")
}

fn encoded(view: &View) -> EncodedView {
    let frame = ServerFrame::View {
        seq: view.seq,
        view: &*view.json,
    };
    let text = serde_json::to_string(&frame).expect("frames are plain data with text keys");
    EncodedView {
        version: view.version,
        frame: frame::text(&text),
    }
}
