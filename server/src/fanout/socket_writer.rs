//! What goes out to one socket. Whoever has something to say writes it there and then, without
//! waiting: the frame that is half sent first, then what was said to this socket alone, then the
//! newest view. What the kernel does not take stays behind: one frame, a short queue of answers,
//! and never more than one view.
//!
//! It writes and never reads. The socket's own task is woken when something stays behind, and goes
//! on with it when the kernel takes more ([`SocketWriter::poll_flushed`]).

use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::sync::{Mutex, MutexGuard};
use std::task::{Context, Poll, Waker, ready};
use std::time::Duration;

use bytes::{Buf, Bytes};
use rustix::io::Errno;
use rustix::net::{SendFlags, send};
use shared::protocol::Closing;
use tokio::net::tcp::OwnedWriteHalf;
use tokio::time::Instant;

use super::frame;
use crate::metrics::FIGURES;
use crate::metrics::count::GaugeGuard;

/// How long the other side may take for a frame.
pub const WRITE_WAIT: Duration = Duration::from_secs(15);
/// How often the other side is asked whether it is there.
pub const PING_EVERY: Duration = Duration::from_secs(25);
/// After how long without a sign the other side is taken for gone.
pub const SILENT_FOR: Duration = Duration::from_secs(60);
/// Frames said to one socket that may wait: those of every frame that it may have waiting for an
/// answer, and some.
const SAID_WAITING: usize = 4 * shared::limits::FRAMES_WAITING;

/// A socket that nobody reads any more is an error and no signal. Where a system has no such flag,
/// that signal is one that Rust ignores.
#[cfg(not(target_vendor = "apple"))]
const AT_ONCE: SendFlags = SendFlags::DONTWAIT.union(SendFlags::NOSIGNAL);
#[cfg(target_vendor = "apple")]
const AT_ONCE: SendFlags = SendFlags::DONTWAIT;

/// Where bytes go.
pub trait ByteSink: Send + Sync {
    /// Takes as many bytes as it can without waiting.
    ///
    /// # Errors
    /// `WouldBlock` if it can take none now; anything else is the end.
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize>;

    /// Whether it is worth trying again.
    fn poll_writable(&self, cx: &mut Context<'_>) -> Poll<io::Result<()>>;
}

impl ByteSink for OwnedWriteHalf {
    /// Asks the kernel first, and the runtime only where the kernel takes nothing: it then notes
    /// that, and tells when that changes. What the runtime knows of a socket lies elsewhere in
    /// memory, and a view to a full room would fetch it for every socket.
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
        match send(self.as_ref(), bytes, AT_ONCE) {
            Err(Errno::AGAIN) => OwnedWriteHalf::try_write(self, bytes),
            taken => Ok(taken?),
        }
    }

    fn poll_writable(&self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.as_ref().poll_write_ready(cx)
    }
}

/// A view as it goes over the wire, made once for everybody. Cheap to clone.
#[derive(Clone, Debug)]
pub struct EncodedView {
    /// The view's number: higher is newer.
    pub version: u64,
    /// Header and payload.
    pub frame: Bytes,
}

/// What goes out to one socket.
pub struct SocketWriter<P: ?Sized = dyn ByteSink> {
    state: Mutex<WriterState>,
    pipe: P,
}

struct WriterState {
    /// What the kernel did not take yet; nothing while all is sent.
    backlog: Option<Box<Backlog>>,
    /// The newest view that was begun.
    shown: u64,
    /// The last frame was said: a close frame, or the other side is gone.
    ended: bool,
    broken: bool,
    close: Option<Closing>,
    touched_at: Instant,
    pinged_at: Instant,
    reader: Option<Waker>,
}

/// Never empty: its rest is what comes next.
struct Backlog {
    /// Of a frame that is being sent, what is left.
    rest: Bytes,
    /// Since when that frame has been waiting.
    since: Instant,
    said: VecDeque<Bytes>,
    view: Option<EncodedView>,
    _behind: GaugeGuard,
}

enum Written {
    All,
    Blocked,
    Broken,
}

impl<P: ByteSink> SocketWriter<P> {
    /// A writer by which nothing was sent. Views up to `seen` are known at the other end.
    pub fn new(pipe: P, seen: u64) -> Self {
        let now = Instant::now();
        let state = WriterState {
            backlog: None,
            shown: seen,
            ended: false,
            broken: false,
            close: None,
            touched_at: now,
            pinged_at: now,
            reader: None,
        };
        Self {
            state: Mutex::new(state),
            pipe,
        }
    }
}

impl<P: ByteSink + ?Sized> SocketWriter<P> {
    /// Says a frame to this socket alone, after all that was said to it before.
    pub fn send(&self, frame: Bytes) {
        self.write(&mut self.locked(), frame);
    }

    /// Says the last frame: nothing comes after it.
    pub fn send_last(&self, frame: Bytes) {
        let mut state = self.locked();
        if let Some(backlog) = &mut state.backlog {
            backlog.view = None;
        }
        self.write(&mut state, frame);
        state.ended = true;
    }

    /// Shows a view, unless a newer one was begun. One that waits gives way to it.
    pub fn offer_view(&self, encoded: &EncodedView) {
        let mut state = self.locked();
        if state.ended || encoded.version <= state.shown {
            return;
        }
        if let Some(backlog) = &mut state.backlog {
            if backlog
                .view
                .as_ref()
                .is_none_or(|waiting| waiting.version < encoded.version)
            {
                backlog.view = Some(encoded.clone());
            }
            return;
        }
        match self.put(&encoded.frame) {
            Ok(taken) if taken == encoded.frame.len() => state.begins(encoded.version),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                let view = Some(encoded.clone());
                self.stay_behind(
                    &mut state,
                    Backlog {
                        view,
                        ..Backlog::of(Bytes::new())
                    },
                );
            }
            written => {
                state.begins(encoded.version);
                self.go_on(&mut state, encoded.frame.clone(), written);
            }
        }
    }

    /// Tells the socket's own task to say goodbye, for that reason. The first reason counts.
    pub fn request_close(&self, closing: Closing) {
        let mut state = self.locked();
        if !state.ended && state.close.is_none() {
            state.close = Some(closing);
            state.wake_reader();
        }
    }

    /// Why the socket's own task should say goodbye, if it should.
    pub fn requested_close(&self) -> Option<Closing> {
        self.locked().close
    }

    /// Something came from the other side.
    pub fn touch(&self, now: Instant) {
        self.locked().touched_at = now;
    }

    /// Asks the other side whether it is there when it is time, and gives up on one that takes or
    /// says nothing.
    pub fn sweep(&self, now: Instant) {
        let mut state = self.locked();
        let stuck = state
            .backlog
            .as_ref()
            .is_some_and(|backlog| now.duration_since(backlog.since) >= WRITE_WAIT);
        if stuck || now.duration_since(state.touched_at) >= SILENT_FOR {
            drop(state);
            return self.request_close(Closing::TooSlow);
        }
        if state.backlog.is_none() && now.duration_since(state.pinged_at) >= PING_EVERY {
            state.pinged_at = now;
            self.write(&mut state, frame::ping());
        }
    }

    /// Goes on with what stayed behind; done when the kernel has taken all of it. From now on the
    /// task that asks is woken when something stays behind or is ordered.
    pub fn poll_flushed(&self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        loop {
            let mut state = self.locked();
            state.remember(cx.waker());
            match self.flush(&mut state) {
                Written::All => return Poll::Ready(Ok(())),
                Written::Broken => return Poll::Ready(Err(ErrorKind::BrokenPipe.into())),
                Written::Blocked => {}
            }
            drop(state);
            ready!(self.pipe.poll_writable(cx))?;
        }
    }

    /// Writes a frame behind what is there.
    fn write(&self, state: &mut WriterState, frame: Bytes) {
        if state.ended {
            return;
        }
        match &mut state.backlog {
            // To lose an answer is worse than to lose the socket: the page sends again what was not
            // answered.
            Some(backlog) if backlog.said.len() >= SAID_WAITING => {
                state.close.get_or_insert(Closing::TooSlow);
                state.wake_reader();
            }
            Some(backlog) => backlog.said.push_back(frame),
            None => {
                let written = self.put(&frame);
                self.go_on(state, frame, written);
            }
        }
    }

    /// Keeps what is left of a frame after the first try.
    fn go_on(&self, state: &mut WriterState, mut frame: Bytes, written: io::Result<usize>) {
        match written {
            Ok(taken) if taken == frame.len() => {}
            Ok(0) => state.break_off(),
            Ok(taken) => {
                frame.advance(taken);
                self.stay_behind(state, Backlog::of(frame));
            }
            Err(error) if may_pass(&error) => self.stay_behind(state, Backlog::of(frame)),
            Err(_) => state.break_off(),
        }
    }

    fn stay_behind(&self, state: &mut WriterState, backlog: Backlog) {
        state.backlog = Some(Box::new(backlog));
        state.wake_reader();
    }

    fn flush(&self, state: &mut WriterState) -> Written {
        if state.broken {
            return Written::Broken;
        }
        while let Some(backlog) = state.unsent() {
            match self.put(&backlog.rest) {
                Ok(taken) if taken > 0 => backlog.rest.advance(taken),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Written::Blocked,
                Err(error) if may_pass(&error) => {}
                _ => {
                    state.break_off();
                    return Written::Broken;
                }
            }
        }
        Written::All
    }

    /// Gives the kernel as much as it takes.
    fn put(&self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.pipe.try_write(bytes)?;
        FIGURES.socket_bytes.add(taken as u64);
        Ok(taken)
    }

    fn locked(&self) -> MutexGuard<'_, WriterState> {
        self.state
            .lock()
            .expect("nobody panics while writing to a socket")
    }
}

enum NextFrame {
    Said(Bytes),
    View(EncodedView),
}

impl Backlog {
    fn of(rest: Bytes) -> Self {
        let _behind = GaugeGuard::by(&FIGURES.sockets_behind);
        Self {
            rest,
            since: Instant::now(),
            said: VecDeque::new(),
            view: None,
            _behind,
        }
    }

    fn next(&mut self) -> Option<NextFrame> {
        self.said
            .pop_front()
            .map(NextFrame::Said)
            .or_else(|| self.view.take().map(NextFrame::View))
    }

    fn begin(&mut self, frame: Bytes) {
        (self.rest, self.since) = (frame, Instant::now());
    }
}

impl WriterState {
    fn begins(&mut self, version: u64) {
        self.shown = version;
        FIGURES.views_sent.add(1);
    }

    /// What stayed behind, with the frame that is under way; nothing once all of it was taken.
    fn unsent(&mut self) -> Option<&mut Backlog> {
        let backlog = self.backlog.as_mut()?;
        if backlog.rest.is_empty() {
            match backlog.next() {
                Some(NextFrame::Said(frame)) => backlog.begin(frame),
                Some(NextFrame::View(encoded)) => {
                    backlog.begin(encoded.frame);
                    self.begins(encoded.version);
                }
                None => self.backlog = None,
            }
        }
        self.backlog.as_deref_mut()
    }

    fn break_off(&mut self) {
        (self.backlog, self.ended, self.broken) = (None, true, true);
        self.wake_reader();
    }

    fn wake_reader(&mut self) {
        if let Some(reader) = &self.reader {
            reader.wake_by_ref();
        }
    }

    fn remember(&mut self, reader: &Waker) {
        if !self
            .reader
            .as_ref()
            .is_some_and(|known| known.will_wake(reader))
        {
            self.reader = Some(reader.clone());
        }
    }
}

/// Whether the same again may work.
fn may_pass(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted)
}
