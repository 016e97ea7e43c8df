//! The accept loop: every connection has a deadline for its headers and for its idle time, there is
//! an end to how many there are, and a stop lets what is under way finish. When places get scarce,
//! those that say nothing make room ([`silent_connections`]), and nobody keeps a place for what
//! they may ask next.

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::{Body, HttpBody};
use axum::response::Response;
use axum::{BoxError, Router};
use futures_util::future::Abortable;
use http::{HeaderValue, StatusCode, header};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::HttpService;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt;

use crate::http::hosts::{LocalAddress, RequestHost};
use crate::log_throttle::LogThrottle;
use crate::metrics::FIGURES;
use crate::metrics::process::RESERVED_DESCRIPTORS;

mod silent_connections;

use silent_connections::{Silent, SilentConnections};

/// Connections that may wait to be accepted: a hall that scans one QR comes in one second.
const BACKLOG: u32 = 4096;
/// How long a client may take to begin, and then as long again to send its headers; also how long
/// an idle connection is kept.
const HEADER_DEADLINE: Duration = Duration::from_secs(15);
/// What is kept of a request's head, in bytes; one that is longer is refused.
const HEAD_BYTES: usize = 32 * 1024;
/// How long what was sent may stay without a sign that it arrived, also where the other side takes
/// nothing any more: after that the connection is over. A phone in a tunnel comes back sooner, or
/// comes back anew.
const GONE_AFTER: Duration = Duration::from_secs(30);
/// How long a connection may be silent once there are fewer free places than silent connections.
const SILENT_FOR: Duration = Duration::from_secs(2);
/// How long a newcomer waits for the place of a connection that was just sent away.
const PLACE_WAIT: Duration = Duration::from_millis(100);
/// One in so many places is kept for newcomers: once fewer are free, a connection ends with what it
/// asked for.
const KEPT_FREE: usize = 8;
/// Connections beyond all places that are answered so at a time. These too are open files.
const TURNED_AWAY: usize = 64;
/// How long a client that is turned away may take to read it.
const TURN_AWAY_WAIT: Duration = Duration::from_secs(1);
/// How long a stop waits for what is under way.
const STOP_WAIT: Duration = Duration::from_secs(10);

/// What somebody reads for whom there is no place.
const NO_PLACE: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 2\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

static NOT_ACCEPTED: LogThrottle = LogThrottle::new();

/// Where a request came from, as the socket says.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// A connection's place among all connections, held also by the socket that a connection becomes.
#[derive(Clone)]
pub struct ConnectionPermit {
    _held: Arc<HeldPermit>,
}

struct HeldPermit {
    _permit: OwnedSemaphorePermit,
}

impl ConnectionPermit {
    fn takes(permit: OwnedSemaphorePermit) -> Self {
        FIGURES.connections_left.add(-1);
        Self {
            _held: Arc::new(HeldPermit { _permit: permit }),
        }
    }
}

impl Drop for HeldPermit {
    fn drop(&mut self) {
        FIGURES.connections_left.add(1);
    }
}

/// Listens on an address.
///
/// # Errors
/// Where the address is taken or not ours.
pub fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() {
        TcpSocket::new_v4()?
    } else {
        TcpSocket::new_v6()?
    };
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Serves connections until `stop` is done, then lets what is under way and `drain` finish, within
/// a bound.
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
    let door = Acceptor::new(limit, router);
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => match door.finds_place().await {
                Some(permit) => door.takes(stream, peer, permit),
                None => door.turns_away(stream),
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
    let finished = async { tokio::join!(door.closes(), drain) };
    if tokio::time::timeout(STOP_WAIT, finished).await.is_err() {
        tracing::warn!("some connections were cut: they were not done in time");
    }
}

/// Who lets people in.
struct Acceptor {
    router: Router,
    places: Arc<Semaphore>,
    limit: usize,
    silence: Arc<SilentConnections>,
    turned_away: Arc<Semaphore>,
    stopping: CancellationToken,
    connections: TaskTracker,
}

impl Acceptor {
    fn new(limit: usize, router: Router) -> Self {
        FIGURES
            .connections_left
            .add(i64::try_from(limit).unwrap_or(i64::MAX));
        Self {
            router,
            places: Arc::new(Semaphore::new(limit)),
            limit,
            silence: Arc::default(),
            turned_away: Arc::new(Semaphore::new(TURNED_AWAY)),
            stopping: CancellationToken::new(),
            connections: TaskTracker::new(),
        }
    }

    /// A place for a newcomer. Where few are left, a connection that has been silent for a while
    /// goes; where none is, also one that came just now.
    async fn finds_place(&self) -> Option<ConnectionPermit> {
        let now = Instant::now();
        if self.silence.count() > self.places.available_permits() {
            self.silence.sends_one_away(SILENT_FOR, now);
        }
        if let Ok(permit) = self.places.clone().try_acquire_owned() {
            return Some(ConnectionPermit::takes(permit));
        }
        if !self.silence.sends_one_away(Duration::ZERO, now) {
            return None;
        }
        // Their place is free as soon as their task has been looked at.
        let permit = tokio::time::timeout(PLACE_WAIT, self.places.clone().acquire_owned()).await;
        Some(ConnectionPermit::takes(permit.ok()?.ok()?))
    }

    fn takes(&self, stream: TcpStream, peer: SocketAddr, permit: ConnectionPermit) {
        let _ = stream.set_nodelay(true);
        end_when_gone(&stream);
        let (silent, end) = self.silence.begins(peer.ip(), Instant::now());
        let connection = ConnectionFacts {
            peer: Peer(peer),
            here: stream
                .local_addr()
                .ok()
                .map(|address| LocalAddress(address.ip())),
            permit: permit.clone(),
            silent: Arc::new(silent),
        };
        let (places, kept_free) = (self.places.clone(), self.limit / KEPT_FREE);
        let answered = move |response| {
            if places.available_permits() < kept_free {
                ending(response)
            } else {
                response
            }
        };
        let router = self.router.clone();
        let service = router
            .map_request(move |request| connection.tell(request))
            .map_response(answered);
        let stopping = self.stopping.clone();
        let served = async move {
            if says_something(&stream, &stopping).await {
                answer_requests(stream, TowerToHyperService::new(service), &stopping).await;
            }
            drop(permit);
        };
        drop(self.connections.spawn(Abortable::new(served, end)));
    }

    /// Lets what was asked be answered, and then ends every connection.
    async fn closes(&self) {
        self.stopping.cancel();
        self.connections.close();
        self.connections.wait().await;
    }

    fn turns_away(&self, stream: TcpStream) {
        match self.turned_away.clone().try_acquire_owned() {
            Ok(permit) => drop(tokio::spawn(turn_away(stream, permit))),
            // One more would be one file more: these learn it from a connection that ends.
            Err(_) => drop(stream),
        }
    }
}

/// What every request of a connection knows of it.
#[derive(Clone)]
struct ConnectionFacts {
    peer: Peer,
    here: Option<LocalAddress>,
    permit: ConnectionPermit,
    silent: Arc<Silent>,
}

impl ConnectionFacts {
    fn tell(&self, mut request: http::Request<Incoming>) -> http::Request<Body> {
        let named = RequestHost::by(&request);
        let extensions = request.extensions_mut();
        extensions.insert(named);
        extensions.insert(self.peer);
        if let Some(here) = self.here {
            extensions.insert(here);
        }
        extensions.insert(self.permit.clone());
        request.map(|body| until_whole(body, &self.silent))
    }
}

/// Answers what a connection asks, until it ends or the server stops. One version of HTTP: a server
/// that first looks which one somebody speaks has no deadline while it looks.
async fn answer_requests<S>(stream: TcpStream, service: S, stopping: &CancellationToken)
where
    S: HttpService<Incoming, ResBody = Body, Error: Into<BoxError>>,
{
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_DEADLINE)
        .max_buf_size(HEAD_BYTES);
    let connection = builder.serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection.with_upgrades());
    let ended = tokio::select! {
        ended = &mut connection => ended,
        () = stopping.cancelled() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended early");
    }
}

/// Waits for the first word of a connection, without keeping anything for it but its socket: most
/// of what attackers can make a server hold is buffers for what never comes.
async fn says_something(stream: &TcpStream, stopping: &CancellationToken) -> bool {
    tokio::select! {
        word = tokio::time::timeout(HEADER_DEADLINE, stream.readable()) => {
            matches!(word, Ok(Ok(())))
        }
        () = stopping.cancelled() => false,
    }
}

/// Says that there is no place, and waits a moment until it is read: a connection that is closed on
/// what still comes is reset, and then nobody reads why.
async fn turn_away(mut stream: TcpStream, _permit: OwnedSemaphorePermit) {
    let say = async {
        stream.write_all(NO_PLACE).await?;
        stream.shutdown().await?;
        let mut unread = [0; 1024];
        while stream.read(&mut unread).await? > 0 {}
        std::io::Result::Ok(())
    };
    let _ = tokio::time::timeout(TURN_AWAY_WAIT, say).await;
}

/// A request's body. Until the first of a connection is whole, whoever sends it is silent.
fn until_whole(body: Incoming, silent: &Arc<Silent>) -> Body {
    if body.is_end_stream() {
        silent.speaks();
        return Body::new(body);
    }
    let whole = Whole(silent.clone());
    Body::new(body.map_frame(move |frame| {
        // It lives as long as the body does.
        let _held = &whole;
        frame
    }))
}

/// Dropped with the body.
struct Whole(Arc<Silent>);

impl Drop for Whole {
    fn drop(&mut self) {
        self.0.speaks();
    }
}

/// The same, with its connection ending after it. One that becomes a socket goes on.
fn ending(mut response: Response) -> Response {
    if response.status() != StatusCode::SWITCHING_PROTOCOLS {
        response
            .headers_mut()
            .insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// Has the kernel end a connection whose other side shows no sign any more, or takes nothing.
fn end_when_gone(stream: &TcpStream) {
    #[cfg(target_os = "linux")]
    {
        let timeout_ms = u32::try_from(GONE_AFTER.as_millis()).expect("half a minute fits");
        if let Err(error) = rustix::net::sockopt::set_tcp_user_timeout(stream, timeout_ms) {
            tracing::debug!(%error, "a connection has the system's own patience");
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (stream, GONE_AFTER);
}

/// Raises the soft limit of open files to the hard one, and keeps some of them free.
fn connection_limit() -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    if let Err(error) = setrlimit(
        Resource::Nofile,
        Rlimit {
            current: limit.maximum,
            maximum: limit.maximum,
        },
    ) {
        tracing::warn!(%error, "the limit of open files could not be raised");
    }
    let descriptors = getrlimit(Resource::Nofile).current.unwrap_or(1 << 20);
    let connections = descriptors.saturating_sub(RESERVED_DESCRIPTORS).max(16);
    tracing::info!(descriptors, connections, "room for connections");
    usize::try_from(connections)
        .unwrap_or(usize::MAX)
        .min(Semaphore::MAX_PERMITS)
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use tokio::io::AsyncReadExt;

    use super::*;

    /// Asks for a page and keeps the connection; with the head of the answer.
    async fn asks(address: SocketAddr) -> (TcpStream, String) {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream
            .write_all(b"GET / HTTP/1.1\r\nhost: hall\r\n\r\n")
            .await
            .unwrap();
        let mut answer = Vec::new();
        while !answer.windows(4).any(|end| end == b"\r\n\r\n")
            && stream.read_buf(&mut answer).await.unwrap() > 0
        {}
        (stream, String::from_utf8(answer).unwrap())
    }

    #[tokio::test]
    async fn when_places_get_scarce_a_connection_ends_with_its_answer() {
        let listener = listen("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().route("/", get(|| async { "welkom" }));
        let serving = tokio::spawn(serve_at_most(
            KEPT_FREE,
            listener,
            router,
            std::future::pending(),
            async {},
        ));
        let mut kept = Vec::new();
        for number in 1..=KEPT_FREE {
            let (stream, said) = asks(address).await;
            let ends = said.to_ascii_lowercase().contains("connection: close");
            assert_eq!(ends, number == KEPT_FREE, "{number}: {said}");
            kept.push(stream);
        }
        serving.abort();
    }

    #[tokio::test]
    async fn there_is_an_end_to_connections_and_who_leaves_makes_room() {
        let listener = listen("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().route("/", get(|| async { "welkom" }));
        let serving = tokio::spawn(serve_at_most(
            2,
            listener,
            router,
            std::future::pending(),
            async {},
        ));
        let (anna, bram) = (asks(address).await, asks(address).await);
        assert!(
            [&anna.1, &bram.1]
                .into_iter()
                .all(|said| said.starts_with("HTTP/1.1 200 ")),
            "{anna:?} {bram:?}"
        );
        let (_, turned_away) = asks(address).await;
        assert!(
            turned_away.starts_with("HTTP/1.1 503 ") && turned_away.contains("retry-after: 2"),
            "{turned_away}"
        );
        drop(anna);
        // The server learns a moment later that Anna left.
        let carla = async { while !asks(address).await.1.starts_with("HTTP/1.1 200 ") {} };
        tokio::time::timeout(Duration::from_secs(10), carla)
            .await
            .expect("there is room again");
        serving.abort();
    }
}
