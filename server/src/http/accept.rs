//! The accept loop: every connection has a deadline for its headers and for its idle time, there is an
//! end to how many there are, and a stop lets what is under way finish.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt;

use crate::metrics::FIGURES;
use crate::metrics::process::RESERVED_DESCRIPTORS;
use crate::seldom::Seldom;

/// Connections that may wait to be accepted: a hall that scans one QR comes in one second.
const BACKLOG: u32 = 4096;
/// How long a client may take to send its headers; also how long an idle connection is kept.
const HEADER_DEADLINE: Duration = Duration::from_secs(15);
/// How long a stop waits for what is under way.
const STOP_WAIT: Duration = Duration::from_secs(10);

static NOT_ACCEPTED: Seldom = Seldom::new();

/// Where a request came from, as the socket says.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// A connection's place among all connections, held also by the socket that a connection becomes.
#[derive(Clone)]
pub struct Place {
    _held: Arc<Held>,
}

struct Held {
    _permit: OwnedSemaphorePermit,
}

impl Place {
    fn takes(permit: OwnedSemaphorePermit) -> Self {
        FIGURES.connections_left.add(-1);
        Self { _held: Arc::new(Held { _permit: permit }) }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        FIGURES.connections_left.add(1);
    }
}

/// Listens on an address.
///
/// # Errors
/// Where the address is taken or not ours.
pub fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Serves connections until `stop` is done, then lets what is under way and `drain` finish, within a bound.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()>,
    drain: impl Future<Output = ()>,
) {
    serve_at_most(connection_limit(), listener, router, stop, drain).await;
}

async fn serve_at_most(
    limit: usize,
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()>,
    drain: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(limit));
    FIGURES.connections_left.add(i64::try_from(limit).unwrap_or(i64::MAX));
    let graceful = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => match places.clone().try_acquire_owned() {
                Ok(permit) => take(stream, peer, Place::takes(permit), &router, &graceful),
                Err(_) => drop(tokio::spawn(turn_away(stream))),
            },
            Err(error) => {
                // Out of descriptors, or the client went away between: never a reason to stop.
                if NOT_ACCEPTED.may_log() {
                    tracing::warn!(%error, "a connection could not be accepted");
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }
    drop(listener);
    let finished = async { tokio::join!(graceful.shutdown(), drain) };
    if tokio::time::timeout(STOP_WAIT, finished).await.is_err() {
        tracing::warn!("some connections were cut: they were not done in time");
    }
}

fn take(stream: TcpStream, peer: SocketAddr, place: Place, router: &Router, graceful: &GracefulShutdown) {
    let _ = stream.set_nodelay(true);
    let held = place.clone();
    let service = router.clone().map_request(move |mut request: http::Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        request.extensions_mut().insert(held.clone());
        request.map(Body::new)
    });
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADER_DEADLINE).max_buf_size(32 * 1024);
    let connection = builder.serve_connection_with_upgrades(TokioIo::new(stream), TowerToHyperService::new(service));
    let connection = graceful.watch(connection.into_owned());
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended early");
        }
        drop(place);
    });
}

async fn turn_away(mut stream: TcpStream) {
    let answer =
        b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 2\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
    let _ = tokio::time::timeout(Duration::from_secs(1), stream.write_all(answer)).await;
}

/// Raises the soft limit of open files to the hard one, and keeps some of them free.
fn connection_limit() -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    if let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, maximum: limit.maximum }) {
        tracing::warn!(%error, "the limit of open files could not be raised");
    }
    let descriptors = getrlimit(Resource::Nofile).current.unwrap_or(1 << 20);
    let connections = descriptors.saturating_sub(RESERVED_DESCRIPTORS).max(16);
    tracing::info!(descriptors, connections, "room for connections");
    usize::try_from(connections).unwrap_or(usize::MAX).min(Semaphore::MAX_PERMITS)
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use tokio::io::AsyncReadExt;

    use super::*;

    /// Asks for a page and keeps the connection; with the head of the answer.
    async fn asks(address: SocketAddr) -> (TcpStream, String) {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nhost: zaal\r\n\r\n").await.unwrap();
        let mut answer = Vec::new();
        while !answer.windows(4).any(|end| end == b"\r\n\r\n") && stream.read_buf(&mut answer).await.unwrap() > 0 {}
        (stream, String::from_utf8(answer).unwrap())
    }

    #[tokio::test]
    async fn there_is_an_end_to_connections_and_who_leaves_makes_room() {
        let listener = listen("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().route("/", get(|| async { "welkom" }));
        let serving = tokio::spawn(serve_at_most(2, listener, router, std::future::pending(), async {}));
        let (anna, bram) = (asks(address).await, asks(address).await);
        assert!([&anna.1, &bram.1].into_iter().all(|said| said.starts_with("HTTP/1.1 200 ")), "{anna:?} {bram:?}");
        let (_, turned_away) = asks(address).await;
        assert!(turned_away.starts_with("HTTP/1.1 503 ") && turned_away.contains("retry-after: 2"), "{turned_away}");
        drop(anna);
        // The server learns a moment later that Anna left.
        let carla = async { while !asks(address).await.1.starts_with("HTTP/1.1 200 ") {} };
        tokio::time::timeout(Duration::from_secs(10), carla).await.expect("there is room again");
        serving.abort();
    }
}
