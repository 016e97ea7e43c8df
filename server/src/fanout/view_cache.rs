//! What each kind of view of a room shows, as bytes: made once for all of them, and made again only
//! when it may have changed. The same bytes are never new.

use std::collections::BTreeMap;
use std::sync::Arc;

use client::language::Language;
use client::texts::desk::date;
use serde::Serialize;
use serde_json::value::RawValue;
use shared::host::HostRole;
use shared::ids::Millis;
use shared::protocol::view::{Around, PhoneView};
use shared::room::Room;

use crate::room::RoomHandle;

/// How long after a change that time alone made (a deadline has no sequence) a page that asks by
/// sequence gets the whole again, in milliseconds.
const RESEND_MS: u64 = 60_000;

/// Who sees the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ViewKind {
    /// Every phone of the room.
    Phones,
    /// Every host's page of that role.
    Hosts(HostRole),
}

impl ViewKind {
    /// All kinds, hosts first.
    pub const ALL: [Self; 6] = [
        Self::Hosts(HostRole::Stage),
        Self::Hosts(HostRole::Presenter),
        Self::Hosts(HostRole::Remote),
        Self::Hosts(HostRole::Moderator),
        Self::Hosts(HostRole::Speaker),
        Self::Phones,
    ];
    /// Those of hosts.
    pub const HOSTS: &[Self] = Self::ALL.split_at(5).0;

    /// The word by which figures distinguish kinds.
    pub fn name(self) -> &'static str {
        match self {
            Self::Phones => "phones",
            Self::Hosts(HostRole::Stage) => "stage",
            Self::Hosts(HostRole::Presenter) => "presenter",
            Self::Hosts(HostRole::Remote) => "remote",
            Self::Hosts(HostRole::Moderator) => "moderator",
            Self::Hosts(HostRole::Speaker) => "speaker",
        }
    }
}

/// What a kind of view shows. Cheap to clone.
#[derive(Clone, Debug)]
pub struct View {
    /// The room's sequence when it became this.
    pub seq: u64,
    /// Counts what this kind has shown, from 1: the same number is the same bytes.
    pub version: u64,
    /// The view, for the inside of a frame.
    pub json: Arc<RawValue>,
}

/// What was shown last, per kind.
#[derive(Default)]
pub struct ViewCache {
    seen: BTreeMap<ViewKind, CachedView>,
}

struct CachedView {
    view: View,
    as_of: u64,
    until: Option<Millis>,
    around: Around,
    resend_until: Millis,
}

impl ViewCache {
    /// What a kind of view shows at that moment.
    pub fn show(
        &mut self,
        kind: ViewKind,
        room: &Room,
        handle: &RoomHandle,
        now: Millis,
        around: Around,
    ) -> View {
        if let Some(seen) = self
            .seen
            .get(&kind)
            .filter(|seen| seen.holds(kind, room, now, around))
        {
            return seen.view.clone();
        }
        let (json, changes) = json(kind, room, handle, now, around);
        let until = [room.next_deadline(now), changes]
            .into_iter()
            .flatten()
            .min();
        let before = self.seen.remove(&kind);
        let is_same = |seen: &CachedView| seen.view.json.get() == json.get();
        let (view, resend_until) = match before {
            Some(seen) if is_same(&seen) => (seen.view, seen.resend_until),
            before => {
                let by_time = match &before {
                    Some(seen) => seen.as_of == room.seq,
                    // Nobody has looked before: whoever knows this sequence may know it as it was
                    // when it was written.
                    None => self::json(kind, room, handle, room.at, around).0.get() != json.get(),
                };
                let view = View {
                    seq: room.seq,
                    version: before.map_or(0, |seen| seen.view.version) + 1,
                    json,
                };
                (view, if by_time { now + RESEND_MS } else { 0 })
            }
        };
        let seen = CachedView {
            view: view.clone(),
            as_of: room.seq,
            until,
            around,
            resend_until,
        };
        self.seen.insert(kind, seen);
        view
    }

    /// Until when a kind shows what it showed last, as long as nothing is stored.
    pub fn until(&self, kind: ViewKind) -> Option<Millis> {
        self.seen.get(&kind)?.until
    }

    /// Whether phones may see something other than at that sequence. In doubt, yes.
    pub fn phones_changed_since(
        &mut self,
        since: u64,
        room: &Room,
        handle: &RoomHandle,
        now: Millis,
        around: Around,
    ) -> bool {
        let view = self.show(ViewKind::Phones, room, handle, now, around);
        let resend = self
            .seen
            .get(&ViewKind::Phones)
            .is_some_and(|seen| now < seen.resend_until);
        view.seq > since || (view.seq == since && resend)
    }
}

impl CachedView {
    fn holds(&self, kind: ViewKind, room: &Room, now: Millis, around: Around) -> bool {
        // Of all that surrounds a room, phones know the screen alone.
        let same_around = match kind {
            ViewKind::Phones => self.around.screen == around.screen,
            ViewKind::Hosts(_) => self.around == around,
        };
        self.as_of == room.seq && same_around && self.until.is_none_or(|until| now < until)
    }
}

/// The view, and when it changes by time alone, but for deadlines.
fn json(
    kind: ViewKind,
    room: &Room,
    handle: &RoomHandle,
    now: Millis,
    around: Around,
) -> (Arc<RawValue>, Option<Millis>) {
    match kind {
        ViewKind::Phones => {
            let view = room.phone_view(now).while_screen_is(around.screen);
            // All phones get the same: it speaks the deck's language.
            let language = Language::of_tag(&view.language).unwrap_or_default();
            let view = with_day_in_words(view, language);
            (raw(&view), None)
        }
        ViewKind::Hosts(role) => {
            let (view, changes) = handle.host_view(room, role, now, around);
            (raw(&view), changes)
        }
    }
}

/// The same with the last day of the page as people write it: a phone loads no names of months.
pub fn with_day_in_words(view: PhoneView, language: Language) -> PhoneView {
    let in_words = |day: String| date::day(language, &day, "");
    PhoneView {
        page_day: view.page_day.map(in_words),
        ..view
    }
}

fn raw(view: &impl Serialize) -> Arc<RawValue> {
    serde_json::value::to_raw_value(view)
        .expect("views are plain data with text keys")
        .into()
}
