//! A hall: thousands of phones that follow a room, each on a socket and in a task of its own, each its own person.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::{Notify, Semaphore};
use tokio::task::JoinHandle;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use crate::runtime::start;
use crate::{Address, wait};

/// How long a hall may take for anything.
const PATIENCE: Duration = Duration::from_secs(120);
/// Handshakes under way at once: a hall does not come in single file, and a backlog is finite.
const AT_THE_DOOR: usize = 512;
/// Sockets from one source address: far fewer than it has ports, since looking for a free one among few takes long.
const PER_ADDRESS: usize = 2_000;
/// What a phone keeps for reading, in bytes: thousands of them are one process here.
const READ_BUFFER_BYTES: usize = 1024;

/// Phones that follow one room.
pub struct Hall {
    tally: Arc<Tally>,
    phones: Vec<JoinHandle<()>>,
    /// How long it took until everybody was greeted.
    pub join: Duration,
}

#[derive(Default)]
struct Tally {
    greeted: AtomicU64,
    views: AtomicU64,
    lost: AtomicU64,
    view_bytes: AtomicU64,
    news: Notify,
}

impl Hall {
    /// That many phones, all greeted.
    #[track_caller]
    pub fn gathers(size: usize, address: &Address, code: &str) -> Self {
        let tally = Arc::new(Tally::default());
        let origin = address.origin();
        let host = origin.trim_start_matches("http://").to_owned();
        let door = Arc::new(Semaphore::new(AT_THE_DOOR));
        let begun = Instant::now();
        let phone = |number| follow(number, host.clone(), code.to_owned(), tally.clone(), door.clone());
        let phones = (0..size).map(|number| start(phone(number))).collect();
        let mut hall = Self { tally, phones, join: Duration::ZERO };
        hall.waits_for("greetings", |tally| &tally.greeted, size as u64);
        hall.join = begun.elapsed();
        hall
    }

    /// How many phones there are.
    pub fn size(&self) -> usize {
        self.phones.len()
    }

    /// How many views came, to all phones together.
    pub fn views(&self) -> u64 {
        self.tally.views.load(Ordering::SeqCst)
    }

    /// The size of the last view's payload, in bytes.
    pub fn view_bytes(&self) -> usize {
        self.tally.view_bytes.load(Ordering::SeqCst) as usize
    }

    /// Waits until so many views have come.
    #[track_caller]
    pub fn sees(&self, views: u64) {
        self.waits_for("views", |tally| &tally.views, views);
    }

    #[track_caller]
    fn waits_for(&self, what: &str, counted: impl Fn(&Tally) -> &AtomicU64, wanted: u64) {
        let there = wait(async { tokio::time::timeout(PATIENCE, self.tally.reaches(&counted, wanted)).await });
        let (came, lost) = (counted(&self.tally).load(Ordering::SeqCst), self.tally.lost.load(Ordering::SeqCst));
        assert!(there.is_ok(), "{came} {what} of {wanted} came in {PATIENCE:?}; {lost} phones were lost");
        assert_eq!(lost, 0, "phones were lost");
    }
}

impl Drop for Hall {
    fn drop(&mut self) {
        self.phones.iter().for_each(JoinHandle::abort);
    }
}

impl Tally {
    async fn reaches(&self, counted: impl Fn(&Self) -> &AtomicU64, wanted: u64) {
        loop {
            let news = self.news.notified();
            if counted(self).load(Ordering::SeqCst) >= wanted {
                return;
            }
            // Whoever counts does not tell each time.
            let _ = tokio::time::timeout(Duration::from_millis(1), news).await;
        }
    }
}

async fn follow(number: usize, host: String, code: String, tally: Arc<Tally>, door: Arc<Semaphore>) {
    let entering = door.acquire().await.expect("the door stays open");
    let Ok(mut socket) = open(number, &host, &code).await else {
        tally.lost.fetch_add(1, Ordering::SeqCst);
        return;
    };
    drop((entering, host, code));
    while let Some(Ok(message)) = socket.next().await {
        match message {
            Message::Text(text) if text.starts_with(r#"{"type":"view""#) => {
                tally.view_bytes.store(text.len() as u64, Ordering::Relaxed);
                tally.views.fetch_add(1, Ordering::SeqCst);
            }
            Message::Text(text) if text.starts_with(r#"{"type":"hello""#) => {
                tally.greeted.fetch_add(1, Ordering::SeqCst);
                tally.news.notify_one();
            }
            _ => {}
        }
    }
    tally.lost.fetch_add(1, Ordering::SeqCst);
}

async fn open(number: usize, host: &str, code: &str) -> Result<WebSocketStream<TcpStream>, String> {
    let stream = connect(number, host).await.map_err(|error| error.to_string())?;
    let url = format!("ws://{host}/{code}/live?protocol=1");
    let config = WebSocketConfig::default().read_buffer_size(READ_BUFFER_BYTES).write_buffer_size(0);
    let (socket, _) = client_async_with_config(url, stream, Some(config)).await.map_err(|error| error.to_string())?;
    Ok(socket)
}

/// Connects from an address of its own for every some thousand phones, since one has too few ports; and from others in each
/// process, since a port stays taken for a minute after its socket is closed.
pub(super) async fn connect(number: usize, host: &str) -> std::io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    let [.., third, own] = std::process::id().to_be_bytes();
    let last = u8::try_from(1 + number / PER_ADDRESS).expect("a hall fits in a hundred thousand sockets");
    socket.set_reuseaddr(true)?;
    socket.bind(SocketAddr::from((Ipv4Addr::new(127, 1 + third % 250, own, last), 0)))?;
    let stream = socket.connect(host.parse().expect("an address and a port")).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}
