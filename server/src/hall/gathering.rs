//! One room's share of the hall: who sits there, what they see, and what surrounds the room without being stored.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use shared::ids::{Millis, ParticipantId};
use shared::limits::{PHONE_VIEWS_PER_SECOND, VIEWS_PER_SECOND};
use shared::protocol::Closing;
use shared::protocol::view::{Around, Screen};
use shared::room::Room;
use tokio::sync::{Notify, watch};

use super::board::{Audience, Board, View};
use super::presence::Presence;
use crate::room::{RoomHandle, Trouble};

/// What a socket finds when it looks.
#[derive(Clone, Debug)]
pub enum Shown {
    /// Nothing since it took its seat.
    Nothing,
    /// The newest view.
    View(View),
    /// It is over, for that reason.
    Over(Closing),
}

/// One room's share of the hall.
pub struct Gathering {
    handle: RoomHandle,
    board: Mutex<Board>,
    presence: Mutex<Presence>,
    screen: Mutex<Screen>,
    shown: BTreeMap<Audience, watch::Sender<Shown>>,
    stirred: Notify,
}

/// A place in the hall: what is shown there, and that somebody is there for as long as it is held.
pub struct Seat {
    /// The newest view of the seat's audience.
    pub shown: watch::Receiver<Shown>,
    gathering: Arc<Gathering>,
    who: Option<ParticipantId>,
}

impl Gathering {
    pub(super) fn new(handle: RoomHandle) -> Self {
        let shown = Audience::ALL.map(|audience| (audience, watch::Sender::new(Shown::Nothing)));
        Self {
            handle,
            board: Mutex::default(),
            presence: Mutex::default(),
            screen: Mutex::default(),
            shown: shown.into(),
            stirred: Notify::new(),
        }
    }

    /// A participant's seat.
    pub fn seat_phone(self: &Arc<Self>, who: ParticipantId) -> Seat {
        locked(&self.presence).come(who);
        self.stirred.notify_one();
        self.seat(Audience::Phones, Some(who))
    }

    /// A seat of a host's page.
    pub fn seat_host(self: &Arc<Self>, audience: Audience) -> Seat {
        self.seat(audience, None)
    }

    fn seat(self: &Arc<Self>, audience: Audience, who: Option<ParticipantId>) -> Seat {
        Seat { shown: self.shown[&audience].subscribe(), gathering: self.clone(), who }
    }

    /// What an audience sees of the room, which is locked for reading, at that moment.
    pub fn view(&self, audience: Audience, room: &Room, now: Millis) -> View {
        let around = self.around();
        locked(&self.board).show(audience, room, now, around)
    }

    /// Whether phones may see something else than at that sequence; notes that somebody asked.
    pub fn asked(&self, who: ParticipantId, since: u64, room: &Room, now: Millis) -> bool {
        locked(&self.presence).ask(who, Instant::now());
        locked(&self.board).phones_changed_since(since, room, now)
    }

    /// What surrounds the room now.
    pub fn around(&self) -> Around {
        let present = locked(&self.presence).count(Instant::now());
        Around { present, sending: self.handle.sending(), screen: *locked(&self.screen) }
    }

    /// Uses the projected page for something else.
    pub fn turn_screen(&self, screen: Screen) {
        *locked(&self.screen) = screen;
        self.stirred.notify_one();
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
        let phones = self.shown[&Audience::Phones].receiver_count();
        let share = Duration::from_secs_f64(phones as f64 / PHONE_VIEWS_PER_SECOND as f64);
        share.max(Duration::from_secs(1) / VIEWS_PER_SECOND)
    }

    /// Shows an audience what is new, if it has anybody; answers when the room changes by time alone.
    pub(super) fn show(&self, audiences: &[Audience], now: Millis) -> Result<Option<Millis>, Trouble> {
        self.handle.read(|room| {
            let around = self.around();
            let mut board = locked(&self.board);
            for audience in audiences {
                let sender = &self.shown[audience];
                if sender.receiver_count() > 0 {
                    let view = board.show(*audience, room, now, around);
                    sender.send_if_modified(|shown| replace(shown, view));
                }
            }
            room.next_deadline(now)
        })
    }

    pub(super) fn end(&self, closing: Closing) {
        self.shown.values().for_each(|sender| drop(sender.send_replace(Shown::Over(closing))));
    }

    pub(super) fn is_over(&self) -> bool {
        matches!(*self.shown[&Audience::Phones].borrow(), Shown::Over(_))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        if let Some(who) = self.who {
            locked(&self.gathering.presence).go(who);
            self.gathering.stirred.notify_one();
        }
    }
}

/// Puts the newer view in place; whether it is one.
fn replace(shown: &mut Shown, view: View) -> bool {
    match shown {
        Shown::Over(_) => false,
        Shown::View(before) if before.version >= view.version => false,
        _ => {
            *shown = Shown::View(view);
            true
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("nobody panics while holding a lock of the hall")
}
