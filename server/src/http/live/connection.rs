//! One socket from its first frame to its last. It reads what the page sends, writes acks as they come and the
//! newest view when it is ready for one, and goes when the page, the room or the server does.

use std::time::Duration;

use futures_util::SinkExt;
use futures_util::future::BoxFuture;
use futures_util::stream::{FuturesUnordered, StreamExt};
use shared::limits::{FRAMES_AT_ONCE, FRAMES_PER_SECOND, FRAMES_WAITING};
use shared::protocol::{ClientFrame, Closing, ServerFrame};
use tokio::sync::watch;
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::{Error, Message};

use super::guest::Guest;
use super::handshake::Socket;
use super::text;
use crate::hall::{Seat, Shown, View};
use crate::room::RoomHandle;

/// How long the other side may take for what is written.
const WRITE_WAIT: Duration = Duration::from_secs(15);
/// How long a goodbye may take.
const CLOSE_WAIT: Duration = Duration::from_secs(3);
/// How often the other side is asked whether it is there.
const PING_EVERY: Duration = Duration::from_secs(25);
/// After how long without a sign the other side is taken for gone.
const SILENT_FOR: Duration = Duration::from_secs(60);

/// Whoever is at the other end.
pub enum Speaker {
    Guest(Guest),
    Host(RoomHandle),
}

/// A socket's page, admitted and not yet greeted.
pub struct Connection {
    pub speaker: Speaker,
    pub seat: Seat,
    pub hello: String,
    /// The version of the view in the greeting.
    pub seen: u64,
    pub stopping: watch::Receiver<bool>,
}

type Waiting = FuturesUnordered<BoxFuture<'static, String>>;

enum Step {
    Heard(Option<Result<Message, Error>>),
    Answered(String),
    Shown,
    Tick,
    Stopping,
}

impl Connection {
    /// Runs until one side has enough.
    pub async fn run(mut self, mut socket: Socket) {
        if let Err(Some(closing)) = self.serve(&mut socket).await {
            close(socket, closing).await;
        }
    }

    /// Ends with the reason to close, or nothing where the other side is gone.
    async fn serve(&mut self, socket: &mut Socket) -> Result<(), Option<Closing>> {
        let mut waiting = Waiting::new();
        let mut allowance = Allowance::new(Instant::now());
        let mut heard_at = Instant::now();
        let mut ticks = tokio::time::interval_at(heard_at + PING_EVERY, PING_EVERY);
        send(socket, Message::text(std::mem::take(&mut self.hello))).await?;
        loop {
            match self.next_step(socket, &mut waiting, &mut ticks).await {
                Step::Heard(message) => {
                    heard_at = Instant::now();
                    self.hear(socket, read(message)?, &mut waiting, &mut allowance).await?;
                }
                Step::Answered(frame) => send(socket, Message::text(frame)).await?,
                Step::Shown => self.show(socket).await?,
                Step::Tick if heard_at.elapsed() > SILENT_FOR => return Err(Some(Closing::TooSlow)),
                Step::Tick => send(socket, Message::Ping(Default::default())).await?,
                Step::Stopping => return self.finish(socket, waiting).await,
            }
        }
    }

    async fn next_step(
        &mut self,
        socket: &mut Socket,
        waiting: &mut Waiting,
        ticks: &mut tokio::time::Interval,
    ) -> Step {
        let may_read = waiting.len() < FRAMES_WAITING;
        tokio::select! {
            biased;
            Some(frame) = waiting.next() => Step::Answered(frame),
            message = socket.next(), if may_read => Step::Heard(message),
            Ok(()) = self.seat.shown.changed() => Step::Shown,
            _ = ticks.tick() => Step::Tick,
            _ = self.stopping.wait_for(|stopping| *stopping) => Step::Stopping,
        }
    }

    async fn hear(
        &self,
        socket: &mut Socket,
        message: Message,
        waiting: &mut Waiting,
        allowance: &mut Allowance,
    ) -> Result<(), Option<Closing>> {
        match message {
            Message::Text(frame) if allowance.take(Instant::now()) => match serde_json::from_str(&frame) {
                Ok(frame) => waiting.push(self.answer(frame)),
                Err(_) => send(socket, Message::text(error("unreadable"))).await?,
            },
            Message::Text(_) => return Err(Some(Closing::TooFast)),
            Message::Binary(_) => return Err(Some(Closing::Binary)),
            // A library below answers pings and closes; a flood of them is a flood.
            Message::Ping(_) if !allowance.take(Instant::now()) => return Err(Some(Closing::TooFast)),
            _ => {}
        }
        Ok(())
    }

    /// The frame that answers a frame, when there is one.
    fn answer(&self, frame: ClientFrame) -> BoxFuture<'static, String> {
        match (frame, &self.speaker) {
            (ClientFrame::Ping { id }, _) => {
                let seq = self.handle().read(|room| room.seq).unwrap_or_default();
                Box::pin(std::future::ready(text(&ServerFrame::<()>::Pong { id, seq })))
            }
            (frame, Speaker::Guest(guest)) => {
                let guest = guest.clone();
                Box::pin(async move { text(&guest.send(frame).await) })
            }
            (_, Speaker::Host(_)) => Box::pin(std::future::ready(error("no_rights"))),
        }
    }

    fn handle(&self) -> &RoomHandle {
        match &self.speaker {
            Speaker::Guest(guest) => &guest.handle,
            Speaker::Host(handle) => handle,
        }
    }

    async fn show(&mut self, socket: &mut Socket) -> Result<(), Option<Closing>> {
        let shown = self.seat.shown.borrow_and_update().clone();
        match shown {
            Shown::Over(closing) => Err(Some(closing)),
            Shown::View(View { seq, version, json }) if version > self.seen => {
                self.seen = version;
                send(socket, Message::text(text(&ServerFrame::View { seq, view: &*json }))).await
            }
            _ => Ok(()),
        }
    }

    /// The server stops: what was sent is still acknowledged.
    async fn finish(&mut self, socket: &mut Socket, mut waiting: Waiting) -> Result<(), Option<Closing>> {
        while let Some(frame) = waiting.next().await {
            send(socket, Message::text(frame)).await?;
        }
        Err(Some(Closing::GoingAway))
    }
}

/// Says why, and waits a moment for the other side to have read it.
pub async fn close(mut socket: Socket, closing: Closing) {
    let frame = CloseFrame { code: closing.code().into(), reason: Default::default() };
    let goodbye = async {
        socket.close(Some(frame)).await?;
        while let Some(message) = socket.next().await {
            message?;
        }
        Ok::<(), Error>(())
    };
    // Whatever happens now, the socket is done with.
    let _ = tokio::time::timeout(CLOSE_WAIT, goodbye).await;
}

async fn send(socket: &mut Socket, message: Message) -> Result<(), Option<Closing>> {
    match tokio::time::timeout(WRITE_WAIT, socket.send(message)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) => Err(None),
        Err(_) => Err(Some(Closing::TooSlow)),
    }
}

fn read(message: Option<Result<Message, Error>>) -> Result<Message, Option<Closing>> {
    match message {
        Some(Ok(message)) => Ok(message),
        Some(Err(Error::Capacity(_))) => Err(Some(Closing::TooLarge)),
        Some(Err(_)) | None => Err(None),
    }
}

fn error(code: &str) -> String {
    text(&ServerFrame::<()>::Error { code: code.to_owned(), about: None })
}

/// How many frames a page may send: a bucket that fills with time.
struct Allowance {
    left: f64,
    as_of: Instant,
}

impl Allowance {
    fn new(now: Instant) -> Self {
        Self { left: FRAMES_AT_ONCE.into(), as_of: now }
    }

    fn take(&mut self, now: Instant) -> bool {
        let filled = now.duration_since(self.as_of).as_secs_f64() * f64::from(FRAMES_PER_SECOND);
        (self.left, self.as_of) = ((self.left + filled).min(FRAMES_AT_ONCE.into()), now);
        let may = self.left >= 1.0;
        self.left -= if may { 1.0 } else { 0.0 };
        may
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_faster_than_the_bucket_fills() {
        let noon = Instant::now();
        let mut allowance = Allowance::new(noon);
        let mut taken = |after| (0..1000).take_while(|_| allowance.take(noon + Duration::from_secs(after))).count();
        assert_eq!(taken(0), FRAMES_AT_ONCE as usize);
        assert_eq!(taken(1), FRAMES_PER_SECOND as usize);
        assert_eq!(taken(3600), FRAMES_AT_ONCE as usize);
    }
}
