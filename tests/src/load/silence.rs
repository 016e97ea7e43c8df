//! A client that connects thousands of times and says nothing, in a process of its own: one process
//! may not hold as many files as it and a server have. Whatever is closed on it, it opens again.

use std::io::{BufRead, Error, Result};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::io::AsyncReadExt;
use tokio::net::TcpSocket;

use super::account::raise_descriptors;
use super::child_process::ChildProcess;
use crate::runtime::start;

/// Connections from one source address: far fewer than it has ports.
const PER_ADDRESS: usize = 1_500;
/// How long until what was closed is opened again.
const AGAIN_AFTER: Duration = Duration::from_secs(5);

/// A process of silent connections. Dropped, all of them are gone.
pub struct Silence(ChildProcess);

/// What became of silent connections until now.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
pub struct SilenceReport {
    /// How many are open.
    pub open: u64,
    /// How often one was opened.
    pub opened: u64,
    /// How often one was closed without a word.
    pub cut: u64,
    /// How often one heard that there is no place.
    pub refused: u64,
}

impl Silence {
    /// So many connections, from the addresses of one house such as `127.0.0`. `load` is the load
    /// program. All of them have been open once, or were refused.
    #[track_caller]
    pub fn falls(load: &Path, connections: usize, host: &str, house: &str) -> Self {
        let words = ["silence", &connections.to_string(), host, house].map(str::to_owned);
        let mut process = ChildProcess::of(load, &words);
        assert_eq!(process.says(), "all");
        Self(process)
    }

    /// What became of them.
    #[track_caller]
    pub fn tells(&mut self) -> SilenceReport {
        self.0.does("tell");
        serde_json::from_str(&self.0.says()).expect("it tells in JSON")
    }
}

#[derive(Default)]
struct SilenceCounts {
    open: AtomicU64,
    opened: AtomicU64,
    cut: AtomicU64,
    refused: AtomicU64,
}

/// The process of a [`Silence`].
pub fn serve_silence(connections: usize, host: &str, house: &str) -> Result<()> {
    raise_descriptors();
    let to: SocketAddr = host.parse().map_err(Error::other)?;
    let house: Ipv4Addr = format!("{house}.0").parse().map_err(Error::other)?;
    let counts = Arc::new(SilenceCounts::default());
    for number in 0..connections {
        let [a, b, c, _] = house.octets();
        let own = u8::try_from(2 + number / PER_ADDRESS).map_err(Error::other)?;
        start(keep_open(Ipv4Addr::new(a, b, c, own), to, counts.clone()));
    }
    while counts.opened.load(Ordering::SeqCst) < connections as u64 {
        std::thread::sleep(Duration::from_millis(10));
    }
    println!("all");
    for order in std::io::stdin().lock().lines() {
        assert_eq!(order?, "tell");
        println!("{}", serde_json::to_string(&counts.report())?);
    }
    Ok(())
}

impl SilenceCounts {
    fn report(&self) -> SilenceReport {
        let [open, opened, cut, refused] = [&self.open, &self.opened, &self.cut, &self.refused]
            .map(|count| count.load(Ordering::SeqCst));
        SilenceReport {
            open,
            opened,
            cut,
            refused,
        }
    }
}

async fn keep_open(from: Ipv4Addr, to: SocketAddr, counts: Arc<SilenceCounts>) {
    loop {
        // A port that is not free yet, or a door at which too many wait.
        let _ = be_silent(from, to, &counts).await;
        tokio::time::sleep(AGAIN_AFTER).await;
    }
}

async fn be_silent(from: Ipv4Addr, to: SocketAddr, counts: &SilenceCounts) -> Result<()> {
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.bind(SocketAddr::from((from, 0)))?;
    let mut stream = socket.connect(to).await?;
    counts.opened.fetch_add(1, Ordering::SeqCst);
    counts.open.fetch_add(1, Ordering::SeqCst);
    let mut said = [0; 16];
    let heard = stream.read(&mut said).await;
    counts.open.fetch_sub(1, Ordering::SeqCst);
    let refused = heard.is_ok_and(|read| said[..read].starts_with(b"HTTP/1.1 503"));
    let ended = if refused {
        &counts.refused
    } else {
        &counts.cut
    };
    ended.fetch_add(1, Ordering::SeqCst);
    Ok(())
}
