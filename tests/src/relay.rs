//! What stands between a phone and peil: a proxy that can refuse sockets, cut them, or let
//! everything vanish, as long as a story wants.
//!
//! It passes bytes on and reads no more of them than it takes to distinguish a socket from a page.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::runtime::start;
use crate::{Address, wait};

/// The head of a request is no longer than this.
const HEAD_BYTES: usize = 64 * 1024;
const REFUSAL: &[u8] = b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

/// What the relay does with what passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Passes everything on.
    Faithful,
    /// Refuses every socket.
    WithoutSockets,
    /// Passes pages on, and lets whatever a socket is sent vanish, its handshake too.
    SwallowingSockets,
    /// Tells peil another host than the phone does, as a proxy that was not set up does.
    Renaming,
    /// Cuts every socket after so long.
    Cutting(Duration),
    /// Passes on what is sent to peil, and lets what comes back vanish.
    Swallowing,
    /// Lets everything vanish.
    Dead,
}

/// A proxy in front of one peil.
pub struct Relay {
    address: Address,
    state: Arc<RelayState>,
    accepting: JoinHandle<()>,
}

struct RelayState {
    peil: Address,
    manner: watch::Sender<Manner>,
    sockets: AtomicUsize,
}

/// Which way bytes go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    ToPeil,
    ToPhone,
}

impl Relay {
    /// Starts one that passes everything on.
    #[track_caller]
    pub fn starts(peil: &Address) -> Self {
        let listener = wait(TcpListener::bind("127.0.0.1:0")).expect("a free port");
        let port = listener
            .local_addr()
            .expect("a listener has an address")
            .port();
        let manner = watch::Sender::new(Manner::Faithful);
        let state = Arc::new(RelayState {
            peil: peil.clone(),
            manner,
            sockets: AtomicUsize::new(0),
        });
        let accepting = start(accept(listener, Arc::clone(&state)));
        Self {
            address: Address::new(&format!("http://127.0.0.1:{port}")),
            state,
            accepting,
        }
    }

    /// Where phones find it.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Changes its manner, for all that passes now too. What has lost bytes is cut once it would
    /// pass any again.
    pub fn becomes(&self, manner: Manner) {
        self.state.manner.send_replace(manner);
    }

    /// How many sockets were asked for so far.
    pub fn sockets(&self) -> usize {
        self.state.sockets.load(Ordering::SeqCst)
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, state: Arc<RelayState>) {
    while let Ok((phone, _)) = listener.accept().await {
        let state = Arc::clone(&state);
        // A connection that breaks is what this is for.
        start(async move { drop(pass(phone, &state).await) });
    }
}

async fn pass(mut phone: TcpStream, state: &RelayState) -> std::io::Result<()> {
    let head = head(&mut phone).await?;
    let socket = String::from_utf8_lossy(&head)
        .to_ascii_lowercase()
        .contains("\r\nupgrade: websocket\r\n");
    state
        .sockets
        .fetch_add(usize::from(socket), Ordering::SeqCst);
    let mut manner = state.manner.subscribe();
    if socket && *manner.borrow_and_update() == Manner::WithoutSockets {
        return phone.write_all(REFUSAL).await;
    }
    let head = if *manner.borrow_and_update() == Manner::Renaming {
        renamed(&head)
    } else {
        head
    };
    // What reaches a dead relay is gone; its connection ends when there is one again.
    manner
        .wait_for(|manner| *manner != Manner::Dead)
        .await
        .map_err(std::io::Error::other)?;
    let mut peil = TcpStream::connect(state.peil.host()).await?;
    peil.set_nodelay(true)?;
    phone.set_nodelay(true)?;
    peil.write_all(&head).await?;
    if socket && *manner.borrow_and_update() == Manner::SwallowingSockets {
        return swallow(phone, peil, manner).await;
    }
    let ((from_phone, to_phone), (from_peil, to_peil)) = (phone.into_split(), peil.into_split());
    tokio::select! {
        ended = copy(from_phone, to_peil, Way::ToPeil, state.manner.subscribe()) => ended,
        ended = copy(from_peil, to_phone, Way::ToPhone, state.manner.subscribe()) => ended,
        () = time_is_up(state.manner.subscribe()), if socket => Ok(()),
    }
}

/// Keeps both ends for as long as the relay swallows sockets, and passes nothing on.
async fn swallow(
    _phone: TcpStream,
    _peil: TcpStream,
    mut manner: watch::Receiver<Manner>,
) -> std::io::Result<()> {
    drop(
        manner
            .wait_for(|manner| *manner != Manner::SwallowingSockets)
            .await,
    );
    Ok(())
}

/// The same head for another host. Each request has a connection of its own then: only the first of
/// one is read here.
fn renamed(head: &[u8]) -> Vec<u8> {
    let head = String::from_utf8_lossy(head);
    let line = |line: &str| match line
        .split_once(':')
        .map(|(name, _)| name.to_ascii_lowercase())
        .as_deref()
    {
        Some("host") => "Host: intern.example".to_owned(),
        Some("connection") if line.to_ascii_lowercase().contains("keep-alive") => {
            "Connection: close".to_owned()
        }
        _ => line.to_owned(),
    };
    head.split("\r\n")
        .map(line)
        .collect::<Vec<_>>()
        .join("\r\n")
        .into_bytes()
}

/// The first bytes of a connection, up to the empty line.
async fn head(phone: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::new();
    while !head.windows(4).any(|four| four == b"\r\n\r\n") {
        if phone.read_buf(&mut head).await? == 0 || head.len() > HEAD_BYTES {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    }
    Ok(head)
}

async fn copy(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    way: Way,
    mut manner: watch::Receiver<Manner>,
) -> std::io::Result<()> {
    let mut bytes = vec![0; 16 * 1024];
    let mut lost = false;
    loop {
        let vanishes = |manner: Manner| {
            manner == Manner::Dead || (manner == Manner::Swallowing && way == Way::ToPhone)
        };
        let read = tokio::select! {
            read = from.read(&mut bytes) => read?,
            changed = manner.wait_for(|manner| lost && !vanishes(*manner)) => {
                drop(changed);
                return Ok(());
            }
        };
        let vanishes = vanishes(*manner.borrow());
        match (read, vanishes) {
            (0, false) => return Ok(()),
            // The end vanishes as everything else does.
            (0, true) => {
                let _ = manner.wait_for(|manner| *manner == Manner::Faithful).await;
                return Ok(());
            }
            (_, true) => lost = true,
            (read, false) => to.write_all(&bytes[..read]).await?,
        }
    }
}

/// Waits until a relay that cuts sockets has had this one for long enough.
async fn time_is_up(mut manner: watch::Receiver<Manner>) {
    let cutting = |manner: &Manner| matches!(manner, Manner::Cutting(_));
    let after = match manner.wait_for(cutting).await.map(|manner| *manner) {
        Ok(Manner::Cutting(after)) => after,
        _ => return std::future::pending().await,
    };
    tokio::time::sleep(after).await;
}
