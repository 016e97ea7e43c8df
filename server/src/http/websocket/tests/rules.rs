//! RFC 6455 as far as a server has to keep it, with everything at once and byte by byte.

use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use shared::limits::FRAME_BYTES;
use shared::protocol::Closing;
use tokio::io::{AsyncRead, ReadBuf};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;

use crate::fanout::SocketWriter;
use crate::fanout::tests::page::Kernel;
use crate::http::websocket::frame_reader::{FrameReader, ReadClosed};

const TEXT: u8 = 0x81;
const CLOSE: u8 = 0x88;
const PING: u8 = 0x89;

/// Bytes that come a few at a time, and then no more.
struct Coming {
    bytes: Vec<u8>,
    bite: usize,
}

impl AsyncRead for Coming {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let count = self.bite.min(self.bytes.len()).min(into.remaining());
        into.put_slice(&self.bytes[..count]);
        self.bytes.drain(..count);
        Poll::Ready(Ok(()))
    }
}

/// A frame as a client sends it.
fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let mask = [7, 99, 200, 31];
    let mut bytes = vec![first];
    match payload.len() {
        short @ ..=125 => bytes.push(0x80 | short as u8),
        middle @ ..=0xffff => {
            bytes.extend([[0xfe].as_slice(), &(middle as u16).to_be_bytes()].concat())
        }
        long => bytes.extend([[0xff].as_slice(), &(long as u64).to_be_bytes()].concat()),
    }
    bytes.extend(mask);
    bytes.extend(
        payload
            .iter()
            .zip(mask.iter().cycle())
            .map(|(byte, mask)| byte ^ mask),
    );
    bytes
}

/// What is heard, why nothing more is, and what went back.
async fn heard(bytes: &[u8], bite: usize) -> (Vec<Message>, ReadClosed, Vec<Message>) {
    let kernel = Kernel::open();
    let writer: Arc<SocketWriter> = Arc::new(SocketWriter::new(kernel.clone(), 0));
    let (first, rest) = bytes.split_at(bytes.len().min(bite - 1));
    let mut reader = FrameReader::new(
        Coming {
            bytes: rest.to_vec(),
            bite,
        },
        first,
    );
    let mut messages = Vec::new();
    loop {
        match poll_fn(|cx| reader.poll_frame(cx, &writer)).await {
            Ok(message) => messages.push(message),
            Err(closed) => return (messages, closed, kernel.messages()),
        }
    }
}

#[track_caller]
fn hears(bytes: &[u8], expected: &(Vec<Message>, ReadClosed, Vec<Message>)) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    for bite in [1, 2, 7, 100_000] {
        assert_eq!(
            runtime.block_on(heard(bytes, bite)),
            *expected,
            "{bite} at a time"
        );
    }
}

#[track_caller]
fn is_wrong(bytes: &[u8], closing: Closing) {
    hears(bytes, &(vec![], ReadClosed::Wrong(closing), vec![]));
}

fn close(code: u16) -> Message {
    Message::Close(Some(CloseFrame {
        code: code.into(),
        reason: Default::default(),
    }))
}

#[test]
fn a_text_of_any_length_up_to_the_limit_is_heard_and_none_above_it() {
    for length in [0, 1, 125, 126, 127, FRAME_BYTES] {
        let text = "é".repeat(length / 2) + if length % 2 == 1 { "e" } else { "" };
        hears(
            &frame(TEXT, text.as_bytes()),
            &(vec![Message::text(text)], ReadClosed::Gone, vec![]),
        );
    }
    for length in [FRAME_BYTES + 1, 65_535, 65_536, 70_000] {
        is_wrong(&frame(TEXT, &vec![b'x'; length]), Closing::TooLarge);
    }
    is_wrong(
        &[
            0x81, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0,
        ],
        Closing::TooLarge,
    );
}

#[test]
fn fragments_are_one_text_and_a_ping_between_them_is_answered() {
    let bytes = [
        frame(0x01, b"Ha\xc3"),
        frame(PING, b"there?"),
        frame(0x00, b""),
        frame(0x80, b"\xa9"),
    ]
    .concat();
    let (ping, text) = (Message::Ping("there?".into()), Message::text("Haé"));
    hears(
        &bytes,
        &(
            vec![ping, text],
            ReadClosed::Gone,
            vec![Message::Pong("there?".into())],
        ),
    );
    let half = [frame(0x01, &[b'x'; FRAME_BYTES]), frame(0x80, b"x")].concat();
    is_wrong(&half, Closing::TooLarge);
}

#[test]
fn what_breaks_the_rules_is_wrong() {
    let unmasked = [0x81, 2, b'h', b'i'];
    is_wrong(&unmasked, Closing::Malformed);
    for reserved in [0xc1, 0xa1, 0x91, 0x83, 0x87, 0x8b, 0x8f] {
        is_wrong(&frame(reserved, b"x"), Closing::Malformed);
    }
    is_wrong(&frame(0x80, b"goes on with nothing"), Closing::Malformed);
    is_wrong(
        &[frame(0x01, b"one"), frame(TEXT, b"another")].concat(),
        Closing::Malformed,
    );
    is_wrong(&frame(0x09, b"a ping in pieces"), Closing::Malformed);
    is_wrong(&frame(PING, &[0; 126]), Closing::Malformed);
    is_wrong(&frame(CLOSE, &[3]), Closing::Malformed);
}

#[test]
fn a_text_is_utf_8() {
    is_wrong(&frame(TEXT, b"\xff"), Closing::NotText);
    is_wrong(&frame(TEXT, b"half \xc3"), Closing::NotText);
    is_wrong(
        &[frame(0x01, b"\xed\xa0"), frame(0x80, b"\x80")].concat(),
        Closing::NotText,
    );
    is_wrong(
        &[frame(0x01, b"half \xc3"), frame(0x80, b"")].concat(),
        Closing::NotText,
    );
}

#[test]
fn a_goodbye_is_returned_and_nothing_after_it_is_heard() {
    let bytes = [frame(CLOSE, &1001_u16.to_be_bytes()), frame(TEXT, b"late")].concat();
    hears(
        &bytes,
        &(vec![close(1001)], ReadClosed::Finished, vec![close(1001)]),
    );
    hears(
        &frame(CLOSE, b""),
        &(
            vec![Message::Close(None)],
            ReadClosed::Finished,
            vec![Message::Close(None)],
        ),
    );
    for never_sent in [0_u16, 999, 1005, 1006, 1015] {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        let (_, closed, back) =
            runtime.block_on(heard(&frame(CLOSE, &never_sent.to_be_bytes()), 3));
        let Some(Message::Close(Some(answer))) = back.last() else {
            panic!("{never_sent}: {back:?}")
        };
        assert_eq!(
            (closed, u16::from(answer.code)),
            (ReadClosed::Finished, 1002),
            "{never_sent}"
        );
    }
}

#[test]
fn whoever_goes_in_a_frame_is_gone() {
    let whole = frame(TEXT, b"hello");
    for length in 0..whole.len() {
        hears(&whole[..length], &(vec![], ReadClosed::Gone, vec![]));
    }
}
