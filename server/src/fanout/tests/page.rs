//! A page at the other end of a line, with a kernel between that takes as much as the test lets it.

use std::future::poll_fn;
use std::io::{self, Cursor, ErrorKind, Read, Write};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::sync::Notify;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketContext};
use tokio_tungstenite::tungstenite::{Error, Message};

use crate::fanout::{ByteSink, SocketWriter};
use shared::protocol::Closing;

/// A kernel's side of one socket. Clones are the same socket.
#[derive(Clone, Default)]
pub struct Kernel(Arc<Inner>);

#[derive(Default)]
struct Inner {
    state: Mutex<KernelState>,
    news: Notify,
}

#[derive(Default)]
struct KernelState {
    bytes: Vec<u8>,
    /// How many bytes it takes in all.
    until: usize,
    /// How many at a time; 0 is as many as come.
    bite: usize,
    gone: bool,
    writer: Option<Waker>,
}

impl Kernel {
    /// Takes everything.
    pub fn open() -> Self {
        let kernel = Self::default();
        kernel.takes_everything();
        kernel
    }

    /// Takes nothing yet, and later so many bytes at a time.
    pub fn shut(bite: usize) -> Self {
        let kernel = Self::default();
        kernel.0.state.lock().unwrap().bite = bite;
        kernel
    }

    /// Takes so many bytes more.
    pub fn takes(&self, more: usize) {
        self.change(|state| state.until = state.until.saturating_add(more));
    }

    /// Takes whatever comes.
    pub fn takes_everything(&self) {
        self.change(|state| state.until = usize::MAX);
    }

    /// Takes nothing any more, for now.
    pub fn stalls(&self) {
        self.change(|state| state.until = state.bytes.len());
    }

    /// The other side is gone.
    pub fn is_cut(&self) {
        self.change(|state| state.gone = true);
    }

    /// Waits until something more has arrived.
    pub async fn news(&self) {
        self.0.news.notified().await;
    }

    /// What arrived, byte by byte.
    pub fn bytes(&self) -> Vec<u8> {
        self.0.state.lock().unwrap().bytes.clone()
    }

    /// What arrived, which must be whole messages.
    pub fn messages(&self) -> Vec<Message> {
        messages(&self.bytes())
    }

    /// What arrived so far; the last of it may be half a message.
    pub fn whole_messages(&self) -> Vec<Message> {
        whole_messages(&self.bytes())
    }

    fn change(&self, change: impl FnOnce(&mut KernelState)) {
        let mut state = self.0.state.lock().unwrap();
        change(&mut state);
        let writer = state.writer.take();
        drop(state);
        writer.into_iter().for_each(Waker::wake);
    }
}

impl ByteSink for Kernel {
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.0.state.lock().unwrap();
        let room = state.until.saturating_sub(state.bytes.len());
        if state.gone {
            return Err(ErrorKind::ConnectionReset.into());
        }
        if room == 0 {
            return Err(ErrorKind::WouldBlock.into());
        }
        let bite = if state.bite == 0 {
            bytes.len()
        } else {
            state.bite
        };
        let taken = bytes.len().min(room).min(bite);
        state.bytes.extend_from_slice(&bytes[..taken]);
        self.0.news.notify_one();
        Ok(taken)
    }

    fn poll_writable(&self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let mut state = self.0.state.lock().unwrap();
        if state.gone || state.bytes.len() < state.until {
            return Poll::Ready(Ok(()));
        }
        state.writer = Some(cx.waker().clone());
        Poll::Pending
    }
}

/// Reads what a server sent as a browser would: every frame must be whole.
#[track_caller]
pub fn messages(bytes: &[u8]) -> Vec<Message> {
    let messages = whole_messages(bytes);
    let read: usize = messages.iter().map(wire_length).sum();
    assert_eq!(read, bytes.len(), "nothing is left half: {messages:?}");
    messages
}

#[track_caller]
fn whole_messages(bytes: &[u8]) -> Vec<Message> {
    let mut context = WebSocketContext::new(Role::Client, None);
    let mut sent = SentBytes(Cursor::new(bytes));
    let mut messages = Vec::new();
    loop {
        match context.read(&mut sent) {
            Ok(message) => messages.push(message),
            Err(Error::Io(error)) if error.kind() == ErrorKind::WouldBlock => break,
            Err(error) => panic!("{error} after {messages:?}"),
        }
    }
    messages
}

/// How long a message is with its header.
fn wire_length(message: &Message) -> usize {
    let payload = match message {
        Message::Close(Some(frame)) => 2 + frame.reason.len(),
        message => message.len(),
    };
    payload + [2, 4, 10][usize::from(payload > 125) + usize::from(payload > 0xffff)]
}

struct SentBytes<'a>(Cursor<&'a [u8]>);

impl Read for SentBytes<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        match self.0.read(bytes)? {
            0 => Err(ErrorKind::WouldBlock.into()),
            read => Ok(read),
        }
    }
}

impl Write for SentBytes<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What somebody sees who takes everything at once.
pub struct ReadingPage {
    kernel: Kernel,
    writer: Arc<SocketWriter>,
    read: usize,
}

impl ReadingPage {
    /// A page that knows nothing yet, with its line to sit down.
    pub fn opens() -> (Self, Arc<SocketWriter>) {
        Self::knows(0)
    }

    /// A page that knows a view already.
    pub fn knows(version: u64) -> (Self, Arc<SocketWriter>) {
        let kernel = Kernel::open();
        let writer: Arc<SocketWriter> = Arc::new(SocketWriter::new(kernel.clone(), version));
        (
            Self {
                kernel,
                writer: writer.clone(),
                read: 0,
            },
            writer,
        )
    }

    /// The next view.
    pub async fn next(&mut self) -> serde_json::Value {
        tokio::time::timeout(Duration::from_secs(5), self.message())
            .await
            .expect("something is shown in time")
    }

    async fn message(&mut self) -> serde_json::Value {
        loop {
            if let Some(Message::Text(text)) = self.kernel.messages().get(self.read) {
                self.read += 1;
                return serde_json::from_str::<serde_json::Value>(text).unwrap()["view"].take();
            }
            self.kernel.news().await;
        }
    }

    /// Looks until the view is as it should be.
    pub async fn until(
        &mut self,
        wanted: impl Fn(&serde_json::Value) -> bool,
    ) -> serde_json::Value {
        loop {
            let seen = self.next().await;
            if wanted(&seen) {
                return seen;
            }
        }
    }

    /// Nothing is shown for a minute. Asked where time is paused, so that everything that would
    /// show itself in that time has done so.
    pub async fn quiet(&mut self) {
        let shown = tokio::time::timeout(Duration::from_secs(60), self.message()).await;
        assert!(shown.is_err(), "nothing new: {shown:?}");
    }

    /// Waits until it is sent away: why.
    pub async fn sent_away(&mut self) -> Closing {
        ordered(&self.writer).await
    }
}

/// Waits until a line is ordered to end, as its own task would.
pub async fn ordered(writer: &SocketWriter) -> Closing {
    let order = poll_fn(|cx| {
        let _ = writer.poll_flushed(cx);
        writer.requested_close().map_or(Poll::Pending, Poll::Ready)
    });
    tokio::time::timeout(Duration::from_secs(120), order)
        .await
        .expect("it is sent away in time")
}
