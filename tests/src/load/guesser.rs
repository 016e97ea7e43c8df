//! A guesser who tries one code after the other, over many connections at once and as fast as they
//! are answered.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinHandle;

use super::crowd::connect;
use crate::Address;
use crate::runtime::start;

/// Numbers of their connections begin here: from the same house as the sockets of phones that
/// arrive, and none of their addresses.
const BESIDE: usize = 90_000;
/// An address in the house from which arriving phones load their page.
const BESIDE_PAGES: Ipv4Addr = Ipv4Addr::new(127, 253, 1, 250);
/// How long until a connection that was closed is opened again.
const AGAIN_AFTER: Duration = Duration::from_millis(50);

/// A guesser in both houses that arriving phones come from. Dropped, they stop.
pub struct Guesser {
    counts: Arc<GuessCounts>,
    guessing: Vec<JoinHandle<()>>,
    begun: Instant,
}

/// What guessing has come to.
#[derive(Clone, Copy, Debug)]
pub struct Guessed {
    /// Codes of which they know now that they are wrong.
    pub wrong: u64,
    /// How often they were asked to come again, and know nothing.
    pub again: u64,
    /// Codes that were right.
    pub right: u64,
    /// How long they have been at it.
    pub took: Duration,
}

#[derive(Default)]
struct GuessCounts {
    next: AtomicU64,
    wrong: AtomicU64,
    again: AtomicU64,
    right: AtomicU64,
}

impl Guesser {
    /// Begins, over so many connections at once.
    pub fn begins(connections: usize, address: &Address) -> Self {
        let counts = Arc::new(GuessCounts::default());
        let host: Arc<str> = address.host().into();
        let guess = |number| start(guess(number, host.clone(), counts.clone()));
        let guessing = (0..connections).map(guess).collect();
        Self {
            counts,
            guessing,
            begun: Instant::now(),
        }
    }

    /// What it has come to.
    pub fn tells(&self) -> Guessed {
        let [wrong, again, right] = [&self.counts.wrong, &self.counts.again, &self.counts.right]
            .map(|count| count.load(Ordering::SeqCst));
        Guessed {
            wrong,
            again,
            right,
            took: self.begun.elapsed(),
        }
    }
}

impl Drop for Guesser {
    fn drop(&mut self) {
        self.guessing.iter().for_each(JoinHandle::abort);
    }
}

async fn guess(number: usize, host: Arc<str>, counts: Arc<GuessCounts>) {
    loop {
        let stream = if number.is_multiple_of(2) {
            connect(BESIDE, &host).await
        } else {
            beside_pages(&host).await
        };
        if let Ok(stream) = stream {
            // It ends where the server ends it.
            let _ = guess_on(stream, &host, &counts).await;
        }
        tokio::time::sleep(AGAIN_AFTER).await;
    }
}

async fn beside_pages(host: &str) -> std::io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::from((BESIDE_PAGES, 0)))?;
    socket
        .connect(host.parse().map_err(std::io::Error::other)?)
        .await
}

async fn guess_on(mut stream: TcpStream, host: &str, counts: &GuessCounts) -> std::io::Result<()> {
    let mut answer = Vec::new();
    loop {
        let code = code(counts.next.fetch_add(1, Ordering::SeqCst));
        stream
            .write_all(format!("GET /join?code={code} HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes())
            .await?;
        let status = status(&mut stream, &mut answer).await?;
        let counted = match status {
            404 => &counts.wrong,
            503 => &counts.again,
            _ => &counts.right,
        };
        counted.fetch_add(1, Ordering::SeqCst);
    }
}

/// Codes that no room has but by a chance of one in millions: in the order of their digits, without
/// a 0.
fn code(number: u64) -> String {
    let digits = (0..8)
        .rev()
        .map(|place| char::from(b'1' + (number / 9_u64.pow(place) % 9) as u8));
    digits.collect()
}

/// The status of the next answer, with its body read too.
async fn status(stream: &mut TcpStream, answer: &mut Vec<u8>) -> std::io::Result<u16> {
    answer.clear();
    let head = loop {
        if stream.read_buf(answer).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let text = String::from_utf8_lossy(&answer[..head]).to_ascii_lowercase();
    let length = text
        .lines()
        .find_map(|line| line.strip_prefix("content-length: ")?.trim().parse().ok());
    let mut left = head + length.unwrap_or(0_usize);
    while answer.len() < left {
        if stream.read_buf(answer).await? == 0 {
            left = answer.len();
        }
    }
    text.split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
        .ok_or_else(|| std::io::ErrorKind::InvalidData.into())
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn every_guess_is_another_code_without_a_zero() {
        assert_eq!(
            [0, 1, 8, 9, 81].map(code),
            ["11111111", "11111112", "11111119", "11111121", "11111211"]
        );
    }
}
