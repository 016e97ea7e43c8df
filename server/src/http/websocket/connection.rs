//! One socket from its first frame to its last. Its task reads what the page sends, and writes each
//! answer as it comes; views are written by the fan-out. It goes when the page, the room or the
//! server does.
//!
//! There is one for every phone of a room, so it is kept small: what only some of them need, for as
//! long as they need it, lies in a box.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_util::future::BoxFuture;
use futures_util::stream::{FuturesUnordered, StreamExt};
use shared::limits::FRAMES_WAITING;
use shared::protocol::{ClientFrame, Closing, ServerFrame};
use tokio::io::AsyncRead;
use tokio::time::{Instant, timeout};
use tokio_tungstenite::tungstenite::Message;

use super::frame_reader::{FrameReader, ReadClosed};
use crate::fanout::{ByteSink, SocketWriter, Subscription, frame};
use crate::http::accept::ConnectionPermit;
use crate::http::frame_text::text;
use crate::http::participant_session::ParticipantSession;
use crate::metrics::FIGURES;
use crate::room::{RoomHandle, TokenBucket};

/// How long it may take until the last answers are on their way.
const FLUSH_WAIT: Duration = Duration::from_secs(5);
/// How long the other side may take to say goodbye too.
const CLOSE_WAIT: Duration = Duration::from_secs(3);

/// Whoever is at the other end.
pub enum OtherEnd {
    Participant(ParticipantSession),
    /// With how many frames its page may send; a participant's count wherever they send them.
    Host(RoomHandle, TokenBucket),
}

/// A socket's page, admitted and not yet greeted.
pub struct Admitted {
    pub other_end: OtherEnd,
    pub subscription: Subscription,
    pub hello: String,
    /// The version of the view in the greeting.
    pub seen: u64,
}

/// One socket's task.
pub struct SocketTask<R> {
    reader: FrameReader<R>,
    writer: Arc<SocketWriter>,
    other_end: OtherEnd,
    subscription: Subscription,
    /// Frames whose answer is on its way; nothing while there are none.
    waiting: Option<Box<PendingAnswers>>,
    permit: Option<ConnectionPermit>,
}

type PendingAnswers = FuturesUnordered<BoxFuture<'static, Bytes>>;

enum SocketInput {
    Heard(Result<Message, ReadClosed>),
    Answered(Bytes),
    Ordered(Closing),
    Gone,
}

/// Why it is over.
enum End {
    /// The other side is gone.
    Gone,
    /// The other side said goodbye, and has been answered.
    Finished,
    /// For that reason.
    Closes(Closing),
    /// For that reason, and what comes can't be read any more.
    BreaksOff(Closing),
}

impl<R: AsyncRead + Unpin + Send + 'static> SocketTask<R> {
    /// Greets the page, and shows it from now on what comes.
    pub fn begin(
        admitted: Admitted,
        reader: FrameReader<R>,
        pipe: impl ByteSink + 'static,
        permit: Option<ConnectionPermit>,
    ) -> Box<Self> {
        let Admitted {
            other_end,
            mut subscription,
            hello,
            seen,
        } = admitted;
        let writer: Arc<SocketWriter> = Arc::new(SocketWriter::new(pipe, seen));
        writer.send(frame::text(&hello));
        subscription.attach(writer.clone());
        Box::new(Self {
            reader,
            writer,
            other_end,
            subscription,
            waiting: None,
            permit,
        })
    }

    /// Runs until one side has enough.
    pub async fn run(mut self: Box<Self>) {
        // In a box, as the connection is: for as long as it runs, a socket has no room for its end.
        let end = self.serve().await;
        Box::pin(self.finish(end)).await;
    }

    async fn serve(&mut self) -> End {
        loop {
            match poll_fn(|cx| self.poll_step(cx)).await {
                SocketInput::Heard(Ok(message)) => {
                    if let Err(closing) = self.hear(message) {
                        return End::Closes(closing);
                    }
                }
                SocketInput::Heard(Err(ReadClosed::Finished)) => return End::Finished,
                SocketInput::Heard(Err(ReadClosed::Wrong(closing))) => {
                    return End::BreaksOff(closing);
                }
                SocketInput::Answered(frame) => self.writer.send(frame),
                SocketInput::Ordered(closing) => return End::Closes(closing),
                SocketInput::Heard(Err(ReadClosed::Gone)) | SocketInput::Gone => return End::Gone,
            }
        }
    }

    fn poll_step(&mut self, cx: &mut Context<'_>) -> Poll<SocketInput> {
        match self
            .waiting
            .as_mut()
            .map(|waiting| waiting.poll_next_unpin(cx))
        {
            Some(Poll::Ready(Some(frame))) => return Poll::Ready(SocketInput::Answered(frame)),
            Some(Poll::Ready(None)) => self.waiting = None,
            Some(Poll::Pending) | None => {}
        }
        let flushed = self.writer.poll_flushed(cx);
        // After asking to be woken for it.
        if let Some(closing) = self.writer.requested_close() {
            return Poll::Ready(SocketInput::Ordered(closing));
        }
        match flushed {
            Poll::Ready(Ok(())) if self.may_read() => self
                .reader
                .poll_frame(cx, &self.writer)
                .map(SocketInput::Heard),
            Poll::Ready(Err(_)) => Poll::Ready(SocketInput::Gone),
            // A client that does not take answers is not listened to: so what waits for it stays
            // short.
            _ => Poll::Pending,
        }
    }

    fn may_read(&self) -> bool {
        self.waiting
            .as_ref()
            .is_none_or(|waiting| waiting.len() < FRAMES_WAITING)
    }

    fn hear(&mut self, message: Message) -> Result<(), Closing> {
        let now = Instant::now();
        self.writer.touch(now);
        match message {
            Message::Text(frame) if self.other_end.spends(now) => {
                match serde_json::from_str(&frame) {
                    Ok(frame) => self.answer(frame),
                    Err(_) => self.writer.send(error("unreadable")),
                }
            }
            Message::Text(_) => return Err(Closing::TooFast),
            Message::Binary(_) => return Err(Closing::Binary),
            // Below, pings and closes are answered; a flood of them is a flood, and so is one of
            // answers to pings.
            Message::Ping(_) | Message::Pong(_) if !self.other_end.spends(now) => {
                return Err(Closing::TooFast);
            }
            _ => {}
        }
        Ok(())
    }

    fn answer(&mut self, frame: ClientFrame) {
        match (frame, &self.other_end) {
            (ClientFrame::Ping { id }, other_end) => {
                let seq = other_end.handle().read(|room| room.seq).unwrap_or_default();
                self.writer
                    .send(frame::text(&text(&ServerFrame::<()>::Pong { id, seq })));
            }
            (frame, OtherEnd::Participant(session)) => {
                let session = session.clone();
                let answer =
                    Box::pin(async move { frame::text(&text(&session.send(frame).await)) });
                self.waiting.get_or_insert_default().push(answer);
            }
            (_, OtherEnd::Host(..)) => self.writer.send(error("no_rights")),
        }
    }

    async fn finish(self: Box<Self>, end: End) {
        let Self {
            reader,
            writer,
            subscription,
            waiting,
            permit,
            ..
        } = *self;
        match end {
            End::Gone => {}
            End::Finished => drop(timeout(FLUSH_WAIT, poll_fn(|cx| writer.poll_flushed(cx))).await),
            End::Closes(closing) => {
                if closing == Closing::GoingAway {
                    answer_all(waiting, &writer).await;
                }
                drop(subscription);
                close(reader, writer, closing).await;
            }
            End::BreaksOff(closing) => {
                drop(subscription);
                break_off(reader, writer, closing).await;
            }
        }
        drop(permit);
    }
}

impl OtherEnd {
    fn handle(&self) -> &RoomHandle {
        match self {
            Self::Participant(session) => &session.handle,
            Self::Host(handle, _) => handle,
        }
    }

    /// Whether one more frame is within what they may send.
    fn spends(&mut self, now: Instant) -> bool {
        match self {
            Self::Participant(session) => session.handle.spend(session.participant).is_ok(),
            Self::Host(_, allowance) => allowance.take(now),
        }
    }
}

/// The server stops: what was sent is still acknowledged.
async fn answer_all(waiting: Option<Box<PendingAnswers>>, writer: &SocketWriter) {
    let mut waiting = waiting.unwrap_or_default();
    while let Some(frame) = waiting.next().await {
        writer.send(frame);
    }
}

/// Says why, and waits a moment for the other side to have read it.
pub async fn close<R: AsyncRead + Unpin>(
    reader: FrameReader<R>,
    writer: Arc<SocketWriter>,
    closing: Closing,
) {
    FIGURES.sockets_closed.count(closing.name());
    say_goodbye(reader, writer, closing.code()).await;
}

/// The same for a code that is no reason of a room's.
pub async fn say_goodbye<R: AsyncRead + Unpin>(
    mut reader: FrameReader<R>,
    writer: Arc<SocketWriter>,
    code: u16,
) {
    writer.send_last(frame::close(code));
    if let Ok(Ok(())) = timeout(FLUSH_WAIT, poll_fn(|cx| writer.poll_flushed(cx))).await {
        let heard = async { while poll_fn(|cx| reader.poll_frame(cx, &writer)).await.is_ok() {} };
        // Whatever happens now, the socket is done with.
        let _ = timeout(CLOSE_WAIT, heard).await;
    }
}

/// Says why to a peer whose goodbye could not be read, and waits a moment until they are gone:
/// were the socket closed on what still comes, they would never read it.
async fn break_off<R: AsyncRead + Unpin>(
    mut reader: FrameReader<R>,
    writer: Arc<SocketWriter>,
    closing: Closing,
) {
    FIGURES.sockets_closed.count(closing.name());
    writer.send_last(frame::close(closing.code()));
    if let Ok(Ok(())) = timeout(FLUSH_WAIT, poll_fn(|cx| writer.poll_flushed(cx))).await {
        // This ends our direction, so that they have no more to wait for.
        drop(writer);
        let _ = timeout(CLOSE_WAIT, poll_fn(|cx| reader.poll_discard(cx))).await;
    }
}

fn error(code: &str) -> Bytes {
    frame::text(&text(&ServerFrame::<()>::Error {
        code: code.to_owned(),
        about: None,
    }))
}
