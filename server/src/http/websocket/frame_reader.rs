//! What comes in from one socket, frame by frame (RFC 6455): fragments put together, masks taken
//! off, rules kept. What has to be answered by rule, a ping or a goodbye, goes out by the socket's
//! writer.

use std::io::{self, ErrorKind, Read, Write};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use shared::limits::FRAME_BYTES;
use shared::protocol::Closing;
use tokio::io::{AsyncRead, ReadBuf};
use tokio_tungstenite::tungstenite::error::ProtocolError;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig, WebSocketContext};
use tokio_tungstenite::tungstenite::{Error, Message};

use crate::fanout::{SocketWriter, frame};

/// What is kept for reading while nothing comes, in bytes: a vote fits.
const READ_BUFFER_BYTES: usize = 256;
/// Bytes that are read at once from a client that is no longer listened to.
const DISCARD_BYTES: usize = 1024;

/// What a message may take on its way, in bytes: its frame, and the headers of more pieces than
/// anybody has a reason to make of it. Pieces without anything in them count for nothing else.
const MESSAGE_BYTES: u32 = 5 * FRAME_BYTES as u32 / 4;

/// What comes in from one socket.
pub struct FrameReader<R> {
    read: R,
    /// What was read since the last message, in bytes.
    since_message: u32,
    context: WebSocketContext,
}

/// Why nothing more is read.
#[derive(Debug, PartialEq, Eq)]
pub enum ReadClosed {
    /// The other side is gone.
    Gone,
    /// Both sides have said goodbye.
    Finished,
    /// What came can't be read, and nothing after it can.
    Wrong(Closing),
}

impl<R: AsyncRead + Unpin> FrameReader<R> {
    /// Listens, first to what was read already with the handshake.
    pub fn new(read: R, left_over: &[u8]) -> Self {
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER_BYTES)
            .write_buffer_size(0)
            .max_message_size(Some(FRAME_BYTES))
            .max_frame_size(Some(FRAME_BYTES));
        // The bytes are copied: they share memory with everything else that came with the
        // handshake.
        let context =
            WebSocketContext::from_partially_read(left_over.to_vec(), Role::Server, Some(config));
        Self {
            read,
            since_message: 0,
            context,
        }
    }

    /// The next message.
    pub fn poll_frame(
        &mut self,
        cx: &mut Context<'_>,
        writer: &SocketWriter,
    ) -> Poll<Result<Message, ReadClosed>> {
        let since_message = &mut self.since_message;
        match self.context.read(&mut Wire {
            read: &mut self.read,
            since_message,
            cx,
            writer,
        }) {
            Ok(message) => {
                self.since_message = 0;
                Poll::Ready(Ok(message))
            }
            Err(_) if self.since_message > MESSAGE_BYTES => {
                Poll::Ready(Err(ReadClosed::Wrong(Closing::TooLarge)))
            }
            Err(Error::Io(error)) if error.kind() == ErrorKind::WouldBlock => Poll::Pending,
            Err(error) => Poll::Ready(Err(ReadClosed::from(&error))),
        }
    }

    /// Lets everything pass until the other side has nothing more.
    pub fn poll_discard(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let mut bytes = [0; DISCARD_BYTES];
        loop {
            let mut buffer = ReadBuf::new(&mut bytes);
            let read = ready!(Pin::new(&mut self.read).poll_read(cx, &mut buffer));
            if read.is_err() || buffer.filled().is_empty() {
                return Poll::Ready(());
            }
        }
    }
}

impl From<&Error> for ReadClosed {
    fn from(error: &Error) -> Self {
        match error {
            Error::ConnectionClosed | Error::AlreadyClosed => Self::Finished,
            Error::Capacity(_) => Self::Wrong(Closing::TooLarge),
            Error::Utf8(_) => Self::Wrong(Closing::NotText),
            Error::Protocol(ProtocolError::ResetWithoutClosingHandshake) => Self::Gone,
            Error::Protocol(_) => Self::Wrong(Closing::Malformed),
            _ => Self::Gone,
        }
    }
}

/// Both directions as the reader of frames wants them: reading registers for more, writing never
/// waits.
struct Wire<'a, 'b, R> {
    read: &'a mut R,
    since_message: &'a mut u32,
    cx: &'a mut Context<'b>,
    writer: &'a SocketWriter,
}

impl<R: AsyncRead + Unpin> Read for Wire<'_, '_, R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        if *self.since_message > MESSAGE_BYTES {
            return Err(ErrorKind::FileTooLarge.into());
        }
        let mut buffer = ReadBuf::new(bytes);
        match Pin::new(&mut *self.read).poll_read(self.cx, &mut buffer) {
            Poll::Ready(read) => {
                let read = read.map(|()| buffer.filled().len())?;
                *self.since_message += u32::try_from(read).expect("a buffer is small");
                Ok(read)
            }
            Poll::Pending => Err(ErrorKind::WouldBlock.into()),
        }
    }
}

impl<R> Write for Wire<'_, '_, R> {
    /// Takes whole frames: the writer of frames hands them over one by one, since this never takes
    /// less.
    fn write(&mut self, frame: &[u8]) -> io::Result<usize> {
        let bytes = Bytes::copy_from_slice(frame);
        if frame::is_close(frame) {
            self.writer.send_last(bytes)
        } else {
            self.writer.send(bytes)
        }
        Ok(frame.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
