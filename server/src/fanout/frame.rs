//! Frames of RFC 6455 as a server sends them: a header without a mask, then the payload. Made once,
//! written to as many sockets as want them. Reading is not done here.

use bytes::{BufMut, Bytes, BytesMut};

/// The longest header of a frame that is not masked, in bytes.
const HEADER_BYTES: usize = 10;
/// The last frame of a message; ours are never split.
const FINAL: u8 = 0x80;
const TEXT: u8 = 0x1;
const CLOSE: u8 = 0x8;
const PING: u8 = 0x9;
/// The largest payload whose length stands in the second byte.
const SHORT: usize = 125;

/// A text frame.
pub fn text(payload: &str) -> Bytes {
    frame(TEXT, payload.as_bytes())
}

/// A ping without a payload.
pub fn ping() -> Bytes {
    const FRAME: [u8; 2] = [FINAL | PING, 0];
    Bytes::from_static(&FRAME)
}

/// A close frame with a code and no words.
pub fn close(code: u16) -> Bytes {
    frame(CLOSE, &code.to_be_bytes())
}

/// Whether bytes that begin a frame begin a close frame.
pub fn is_close(frame: &[u8]) -> bool {
    frame.first().is_some_and(|first| first & 0x0f == CLOSE)
}

fn frame(opcode: u8, payload: &[u8]) -> Bytes {
    let mut bytes = BytesMut::with_capacity(HEADER_BYTES + payload.len());
    bytes.put_u8(FINAL | opcode);
    match payload.len() {
        short @ ..=SHORT => bytes.put_u8(short as u8),
        middle @ ..=0xffff => {
            bytes.put_u8(126);
            bytes.put_u16(middle as u16);
        }
        long => {
            bytes.put_u8(127);
            bytes.put_u64(long as u64);
        }
    }
    bytes.put_slice(payload);
    bytes.freeze()
}

#[cfg(test)]
mod tests {
    use tokio_tungstenite::tungstenite::Message;
    use tokio_tungstenite::tungstenite::protocol::frame::CloseFrame;

    use super::*;
    use crate::fanout::tests::page::messages;

    /// Read by somebody else's code, at every place where the header changes its shape.
    #[test]
    fn a_frame_of_any_length_is_read_as_it_was_written() {
        for length in [0, 1, 124, 125, 126, 127, 65_534, 65_535, 65_536, 300_000] {
            let payload = "x".repeat(length);
            assert_eq!(
                messages(&text(&payload)),
                [Message::text(payload)],
                "{length}"
            );
        }
    }

    #[test]
    fn pings_and_closes_are_read_as_such() {
        assert_eq!(messages(&ping()), [Message::Ping(Bytes::new())]);
        let goodbye = CloseFrame {
            code: 1012.into(),
            reason: Default::default(),
        };
        assert_eq!(messages(&close(1012)), [Message::Close(Some(goodbye))]);
        assert!(is_close(&close(4408)) && !is_close(&ping()) && !is_close(&text("8")));
    }
}
