//! A crowd: thousands of phones that follow a room, each on a socket and in a task of its own, each
//! its own person.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::{Notify, Semaphore, watch};
use tokio::task::JoinHandle;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use super::voter::{AcknowledgedVote, Answered, Ballot, Voter, Votes};
use crate::runtime::start;
use crate::{Address, wait};

/// How long a crowd may take for anything.
const PATIENCE: Duration = Duration::from_secs(120);
/// Handshakes under way at once: as many as the kernel lets wait for a server
/// (`net.core.somaxconn`). With more, what is turned away would be the kernel's doing.
const AT_THE_DOOR: usize = 4096;
/// Sockets from one source address: far fewer than it has ports, since looking for a free one among
/// few takes long.
const PER_ADDRESS: usize = 2_000;
/// What a phone keeps for reading, in bytes: thousands of them are one process here.
const READ_BUFFER_BYTES: usize = 1024;

/// Phones that follow one room.
pub struct PhoneCrowd {
    tally: Arc<CrowdTally>,
    phones: Vec<JoinHandle<()>>,
    calls: watch::Sender<Option<Ballot>>,
    /// How long it took until everybody was greeted.
    pub join: Duration,
}

#[derive(Default)]
struct CrowdTally {
    greeted: AtomicU64,
    views: AtomicU64,
    lost: AtomicU64,
    view_bytes: AtomicU64,
    acked: AtomicU64,
    acks: Mutex<Vec<AcknowledgedVote>>,
    again: AtomicU64,
    refused: AtomicU64,
    news: Notify,
}

impl PhoneCrowd {
    /// That many phones, all greeted.
    #[track_caller]
    pub fn gathers(size: usize, address: &Address, code: &str) -> Self {
        let tally = Arc::new(CrowdTally::default());
        let (calls, called) = watch::channel(None);
        let host = address.host();
        let door = Arc::new(Semaphore::new(AT_THE_DOOR));
        let begun = Instant::now();
        let phone = |number| {
            let (host, code, tally, door) =
                (host.clone(), code.to_owned(), tally.clone(), door.clone());
            start(follow(number, host, code, tally, door, called.clone()))
        };
        let phones = (0..size).map(phone).collect();
        let mut crowd = Self {
            tally,
            phones,
            calls,
            join: Duration::ZERO,
        };
        crowd.waits_for("greetings", |tally| &tally.greeted, size as u64);
        crowd.join = begun.elapsed();
        crowd
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

    /// The first so many phones vote once each, evenly over that time and whatever the server does
    /// meanwhile, until every one of them was answered.
    #[track_caller]
    pub fn votes(
        &self,
        question: &'static str,
        round: u64,
        voters: usize,
        over: Duration,
    ) -> Votes {
        assert!(
            voters <= self.size(),
            "{voters} of {} phones can't vote",
            self.size()
        );
        let tally = &self.tally;
        tally.acks.lock().expect("no phone panics").clear();
        let before =
            [&tally.acked, &tally.again, &tally.refused].map(|count| count.load(Ordering::SeqCst));
        // Everybody has heard of it before the first votes.
        let begun = Instant::now() + Duration::from_millis(200);
        self.calls.send_replace(Some(Ballot {
            begun,
            over,
            question,
            round,
            voters,
        }));
        self.waits_for(
            "acknowledgements",
            |tally| &tally.acked,
            before[0] + voters as u64,
        );
        Votes {
            last: begun + over * (voters as u32 - 1) / voters as u32,
            acks: tally.acks.lock().expect("no phone panics").clone(),
            again: tally.again.load(Ordering::SeqCst) - before[1],
            refused: tally.refused.load(Ordering::SeqCst) - before[2],
        }
    }

    #[track_caller]
    fn waits_for(&self, what: &str, counted: impl Fn(&CrowdTally) -> &AtomicU64, wanted: u64) {
        let there = wait(async {
            tokio::time::timeout(PATIENCE, self.tally.reaches(&counted, wanted)).await
        });
        let (came, lost) = (
            counted(&self.tally).load(Ordering::SeqCst),
            self.tally.lost.load(Ordering::SeqCst),
        );
        assert!(
            there.is_ok(),
            "{came} {what} of {wanted} came in {PATIENCE:?}; {lost} phones were lost"
        );
        assert_eq!(lost, 0, "phones were lost");
    }
}

impl Drop for PhoneCrowd {
    fn drop(&mut self) {
        self.phones.iter().for_each(JoinHandle::abort);
    }
}

impl CrowdTally {
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

async fn follow(
    number: usize,
    host: String,
    code: String,
    tally: Arc<CrowdTally>,
    door: Arc<Semaphore>,
    mut called: watch::Receiver<Option<Ballot>>,
) {
    let entering = door.acquire().await.expect("the door stays open");
    let Ok(mut socket) = open(number, &host, &code, None).await else {
        tally.lost.fetch_add(1, Ordering::SeqCst);
        return;
    };
    drop((entering, host, code));
    let mut voter = Voter::new(number);
    loop {
        let sent = tokio::select! {
            heard = socket.next() => match heard {
                Some(Ok(Message::Text(text))) => {
                    hears(&text, &tally, &mut voter);
                    true
                }
                Some(Ok(_)) => true,
                Some(Err(_)) | None => false,
            },
            there = called.changed() => {
                voter.is_called(*called.borrow_and_update());
                there.is_ok()
            }
            frame = voter.votes() => socket.send(Message::text(frame)).await.is_ok(),
        };
        if !sent {
            break;
        }
    }
    tally.lost.fetch_add(1, Ordering::SeqCst);
}

fn hears(text: &str, tally: &CrowdTally, voter: &mut Voter) {
    if text.starts_with(r#"{"type":"view""#) {
        tally.view_bytes.store(text.len() as u64, Ordering::Relaxed);
        tally.views.fetch_add(1, Ordering::SeqCst);
    } else if text.starts_with(r#"{"type":"hello""#) {
        tally.greeted.fetch_add(1, Ordering::SeqCst);
        tally.news.notify_one();
    } else {
        match voter.hears(text) {
            Some(Answered::Saved(ack)) => {
                tally.acks.lock().expect("no phone panics").push(ack);
                tally.acked.fetch_add(1, Ordering::SeqCst);
            }
            Some(Answered::Again) => drop(tally.again.fetch_add(1, Ordering::SeqCst)),
            Some(Answered::Refused) => drop(tally.refused.fetch_add(1, Ordering::SeqCst)),
            None => {}
        }
    }
}

/// The socket of a phone, as the person of a cookie or as somebody new.
pub(super) async fn open(
    number: usize,
    host: &str,
    code: &str,
    cookie: Option<&str>,
) -> Result<WebSocketStream<TcpStream>, String> {
    let stream = connect(number, host)
        .await
        .map_err(|error| error.to_string())?;
    let mut request = format!("ws://{host}/{code}/live?protocol=3")
        .into_client_request()
        .map_err(|e| e.to_string())?;
    if let Some(cookie) = cookie {
        let cookie = cookie.parse().map_err(|_| format!("no cookie: {cookie}"))?;
        request.headers_mut().insert("cookie", cookie);
    }
    let config = WebSocketConfig::default()
        .read_buffer_size(READ_BUFFER_BYTES)
        .write_buffer_size(0);
    let (socket, _) = client_async_with_config(request, stream, Some(config))
        .await
        .map_err(|error| error.to_string())?;
    Ok(socket)
}

/// Connects from an address of its own for every some thousand phones, since one has too few ports;
/// and from others in each process, since a port stays taken for a minute after its socket is
/// closed.
pub(super) async fn connect(number: usize, host: &str) -> std::io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    let [.., third, own] = std::process::id().to_be_bytes();
    let last =
        u8::try_from(1 + number / PER_ADDRESS).expect("a crowd fits in a hundred thousand sockets");
    socket.set_reuseaddr(true)?;
    socket.bind(SocketAddr::from((
        Ipv4Addr::new(127, 1 + third % 250, own, last),
        0,
    )))?;
    let stream = socket
        .connect(host.parse().expect("an address and a port"))
        .await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}
