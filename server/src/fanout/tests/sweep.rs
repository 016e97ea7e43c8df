//! The one sweep that looks after all sockets of a room: who is asked whether they are there, who
//! is given up, and when.

use std::sync::Arc;
use std::time::Duration;

use shared::host::HostRole;
use shared::ids::ParticipantId;
use shared::protocol::Closing;
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Message;

use super::page::{Kernel, ordered};
use super::room_fixture::RoomFixture;
use crate::fanout::socket_writer::{EncodedView, PING_EVERY, SILENT_FOR, WRITE_WAIT};
use crate::fanout::{SocketWriter, Subscription, ViewKind, frame, look_after};

/// Somebody's socket in the room.
struct Somebody {
    kernel: Kernel,
    writer: Arc<SocketWriter>,
    _subscription: Subscription,
}

impl Somebody {
    fn sits(mut subscription: Subscription, kernel: Kernel) -> Self {
        let writer: Arc<SocketWriter> = Arc::new(SocketWriter::new(kernel.clone(), 0));
        subscription.attach(writer.clone());
        Self {
            kernel,
            writer,
            _subscription: subscription,
        }
    }

    fn pings(&self) -> usize {
        let messages = self.kernel.messages();
        messages
            .iter()
            .filter(|message| matches!(message, Message::Ping(_)))
            .count()
    }
}

/// A sweep every second, from then to then.
async fn sweeps(
    fixture: &RoomFixture,
    seconds: std::ops::RangeInclusive<u64>,
    begun: Instant,
    mut each: impl FnMut(Instant),
) {
    for second in seconds {
        let now = begun + Duration::from_secs(second);
        look_after(fixture.fanout.all(), now).await;
        each(now);
    }
}

#[tokio::test]
async fn everybody_is_asked_after_25_seconds_and_the_silent_are_sent_away_after_60() {
    let fixture = RoomFixture::begin().await;
    let hub = fixture.hub();
    let answers = Somebody::sits(hub.subscribe_phone(ParticipantId(1)), Kernel::open());
    let silent = Somebody::sits(hub.subscribe_phone(ParticipantId(2)), Kernel::open());
    let host = Somebody::sits(
        hub.subscribe_host(ViewKind::Hosts(HostRole::Stage)),
        Kernel::open(),
    );
    let all = [&answers, &silent, &host];
    let begun = Instant::now();

    sweeps(&fixture, 1..=PING_EVERY.as_secs() - 1, begun, |_| ()).await;
    assert_eq!(all.map(Somebody::pings), [0, 0, 0]);
    // Some of the sockets were there a moment before `begun`, none of them a whole second.
    sweeps(
        &fixture,
        PING_EVERY.as_secs()..=PING_EVERY.as_secs(),
        begun,
        |now| answers.writer.touch(now),
    )
    .await;
    assert_eq!(all.map(Somebody::pings), [1, 1, 1], "{PING_EVERY:?}");
    let last = SILENT_FOR.as_secs() - 1;
    sweeps(&fixture, PING_EVERY.as_secs() + 1..=last, begun, |_| ()).await;
    assert_eq!(
        all.map(|somebody| somebody.writer.requested_close()),
        [None; 3]
    );
    assert_eq!(
        all.map(Somebody::pings),
        [2, 2, 2],
        "asked again {PING_EVERY:?} later"
    );
    sweeps(&fixture, last + 1..=last + 1, begun, |_| ()).await;
    assert_eq!(
        all.map(|somebody| somebody.writer.requested_close()),
        [None, Some(Closing::TooSlow), Some(Closing::TooSlow)],
        "{SILENT_FOR:?}"
    );
}

#[tokio::test]
async fn who_takes_no_frame_for_15_seconds_is_sent_away_though_they_speak() {
    let fixture = RoomFixture::begin().await;
    let hub = fixture.hub();
    let stuck = Somebody::sits(hub.subscribe_phone(ParticipantId(1)), Kernel::shut(0));
    let takes = Somebody::sits(hub.subscribe_phone(ParticipantId(2)), Kernel::open());
    for somebody in [&stuck, &takes] {
        somebody.writer.send(frame::text("ack"));
        somebody.writer.offer_view(&EncodedView {
            version: 100,
            frame: frame::text("view"),
        });
    }
    let begun = Instant::now();
    let hears = |now| {
        [&stuck, &takes]
            .into_iter()
            .for_each(|somebody| somebody.writer.touch(now))
    };
    let last = WRITE_WAIT.as_secs() - 1;
    sweeps(&fixture, 1..=last, begun, hears).await;
    assert_eq!(stuck.writer.requested_close(), None);
    sweeps(&fixture, last + 1..=last + 1, begun, hears).await;
    assert_eq!(
        [&stuck, &takes].map(|somebody| somebody.writer.requested_close()),
        [Some(Closing::TooSlow), None]
    );
    assert_eq!(
        stuck.kernel.bytes(),
        b"",
        "who takes nothing is asked nothing"
    );
}

#[tokio::test(start_paused = true)]
async fn a_hall_sweeps_by_itself() {
    let fixture = RoomFixture::begin().await;
    let silent = Somebody::sits(
        fixture.hub().subscribe_phone(ParticipantId(1)),
        Kernel::open(),
    );
    let long_ago = Instant::now()
        .checked_sub(SILENT_FOR)
        .expect("this machine runs for a minute already");
    silent.writer.touch(long_ago);
    assert_eq!(ordered(&silent.writer).await, Closing::TooSlow);
}
