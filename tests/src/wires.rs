//! A socket byte by byte, for what no browser would send: frames of one's own making, in pieces,
//! too early, or never read.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpSocket;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocket};
use tokio_tungstenite::tungstenite::{Error, Message};

use crate::{Address, Opening, wait};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// The least that a kernel keeps for a client that does not read, in bytes.
const SMALL_BUFFER: u32 = 4 * 1024;

/// A participant's socket whose bytes are ours.
pub struct Wires {
    socket: WebSocket<TcpStream>,
}

impl Wires {
    /// Opens a socket of a room, and sends `early` in one go with the handshake.
    #[track_caller]
    pub fn open(address: &Address, code: &str, early: &[u8]) -> Self {
        Self::open_with(address, &format!("/{code}/live?protocol=3"), "", early)
    }

    /// Opens the socket that a page would open, with its headers.
    #[track_caller]
    pub fn of(address: &Address, opening: &Opening) -> Self {
        let headers: String = opening
            .headers()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        Self::open_with(address, opening.path(), &headers, b"")
    }

    #[track_caller]
    fn open_with(address: &Address, path: &str, headers: &str, early: &[u8]) -> Self {
        let host = address.host();
        let mut stream = connect(&host).expect("a server that runs takes connections");
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\n{headers}Connection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        );
        stream
            .write_all(&[request.as_bytes(), early].concat())
            .expect("a request can be sent");
        let answer = head(&mut stream);
        assert!(answer.starts_with("HTTP/1.1 101 "), "{answer}");
        assert!(
            answer.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="),
            "the key of RFC 6455 section 1.3: {answer}"
        );
        Self {
            socket: WebSocket::from_raw_socket(stream, Role::Client, None),
        }
    }

    /// Sends bytes as they are.
    pub fn sends(&mut self, bytes: &[u8]) -> &mut Self {
        // A server that has closed already says why in what can still be read.
        let _ = self.socket.get_mut().write_all(bytes);
        self
    }

    /// Sends bytes as they are to a server that may have enough of them; whether it took them.
    pub fn tries_to_send(&mut self, bytes: &[u8]) -> bool {
        self.socket.get_mut().write_all(bytes).is_ok()
    }

    /// The next message.
    #[track_caller]
    pub fn reads(&mut self) -> Message {
        self.socket
            .read()
            .unwrap_or_else(|error| panic!("another message comes: {error}"))
    }

    /// The next frame of that type, past all others.
    #[track_caller]
    pub fn hears(&mut self, kind: &str) -> Value {
        loop {
            if let Message::Text(text) = self.reads() {
                let frame: Value =
                    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}"));
                if frame["type"] == kind {
                    return frame;
                }
            }
        }
    }

    /// Reads until the server has closed the connection too: with which code it said goodbye.
    #[track_caller]
    pub fn is_closed(&mut self) -> Option<u16> {
        let mut code = None;
        loop {
            match self.socket.read() {
                Ok(Message::Close(frame)) => code = frame.map(|frame| frame.code.into()),
                Ok(_) => {}
                Err(Error::ConnectionClosed) => return code,
                Err(error) => panic!(
                    "a connection ends with a goodbye, and not with {error}; until now {code:?}"
                ),
            }
        }
    }

    /// Reads until the connection ends, however it does: with which code the server said goodbye,
    /// if that could still be read.
    #[track_caller]
    pub fn is_cut(&mut self) -> Option<u16> {
        let mut code = None;
        loop {
            match self.socket.read() {
                Ok(Message::Close(frame)) => code = frame.map(|frame| frame.code.into()),
                Ok(_) => {}
                Err(Error::Io(error)) if error.kind() == std::io::ErrorKind::WouldBlock => {
                    panic!("a connection that is to be cut goes on; until now {code:?}")
                }
                Err(_) => return code,
            }
        }
    }
}

/// The first byte of a text frame that is whole.
pub const TEXT: u8 = 0x81;

/// A frame as a client sends it, with any first byte.
pub fn masked(first: u8, payload: &[u8]) -> Vec<u8> {
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

fn connect(host: &str) -> std::io::Result<TcpStream> {
    let stream = wait(async {
        let socket = TcpSocket::new_v4()?;
        socket.set_recv_buffer_size(SMALL_BUFFER)?;
        socket
            .connect(host.parse().map_err(std::io::Error::other)?)
            .await?
            .into_std()
    })?;
    stream.set_nonblocking(false)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    Ok(stream)
}

/// The head of an answer, byte by byte: what follows it is not ours to read.
fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).expect("an answer has a head");
        head.push(byte[0]);
    }
    String::from_utf8(head).expect("a head is plain")
}
