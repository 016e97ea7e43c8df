//! Phones on a bad line: each does what the page does, follows the room, answers what is asked,
//! comes back when its socket breaks, and sends again what was never acknowledged.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{WebSocketStream, client_async};

use crate::Address;
use crate::load::{option_of, vote};

/// The slide at which everybody goes home.
pub const LAST_SLIDE: &str = "slot";

/// How long a handshake may take before it is tried again.
const HANDSHAKE: Duration = Duration::from_secs(20);
/// How long until a broken socket is opened again.
const AGAIN_AFTER: Duration = Duration::from_millis(500);

/// One phone on its way through the questions.
#[derive(Debug)]
struct LossyPhone {
    number: usize,
    cookie: Option<String>,
    /// What was sent and not answered yet, and since when.
    owed: BTreeMap<String, Instant>,
    answered: BTreeSet<String>,
    journey: Journey,
}

/// What one phone brings home.
#[derive(Debug, Default)]
pub struct Journey {
    /// Questions whose answer was acknowledged, and the option that was chosen.
    pub saved: BTreeMap<String, usize>,
    /// Questions whose answer was refused: it came too late.
    pub refused: BTreeSet<String>,
    /// From the first time that a vote was sent to its acknowledgement.
    pub delays: Vec<Duration>,
    /// How many sockets it took.
    pub sockets: usize,
    /// The sequence of the newest view that it saw.
    pub newest: u64,
}

/// So many phones follow a room until each of them sees its last slide and is owed nothing. Whoever
/// is not there in time is not among them.
pub fn lossy_phones(
    phones: usize,
    address: &Address,
    code: &str,
    patience: Duration,
) -> Vec<Journey> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime on this shore");
    let host = address.host();
    let journeys = (0..phones)
        .map(|number| tokio::time::timeout(patience, LossyPhone::new(number).goes(&host, code)));
    let journeys = runtime.block_on(async { join_all(journeys).await });
    journeys.into_iter().filter_map(Result::ok).collect()
}

impl LossyPhone {
    fn new(number: usize) -> Self {
        let (owed, answered) = (BTreeMap::new(), BTreeSet::new());
        Self {
            number,
            cookie: None,
            owed,
            answered,
            journey: Journey::default(),
        }
    }

    async fn goes(mut self, host: &str, code: &str) -> Journey {
        loop {
            if let Ok(Some(socket)) = tokio::time::timeout(HANDSHAKE, self.opens(host, code)).await
            {
                self.journey.sockets += 1;
                if self.follows(socket).await {
                    return self.journey;
                }
            }
            tokio::time::sleep(AGAIN_AFTER).await;
        }
    }

    async fn opens(&mut self, host: &str, code: &str) -> Option<WebSocketStream<TcpStream>> {
        let stream = TcpStream::connect(host).await.ok()?;
        stream.set_nodelay(true).ok()?;
        let mut request = format!("ws://{host}/{code}/live?protocol=3")
            .into_client_request()
            .ok()?;
        if let Some(cookie) = &self.cookie {
            request.headers_mut().insert("cookie", cookie.parse().ok()?);
        }
        let (socket, response) = client_async(request, stream).await.ok()?;
        let cookies = response
            .headers()
            .get_all("set-cookie")
            .iter()
            .filter_map(|cookie| cookie.to_str().ok());
        let own = cookies
            .filter_map(|cookie| cookie.split(';').next())
            .find(|cookie| cookie.starts_with("peil_id="));
        self.cookie = own.map(str::to_owned).or(self.cookie.take());
        Some(socket)
    }

    /// Until the socket breaks, or the phone goes home: whether it did.
    async fn follows(&mut self, mut socket: WebSocketStream<TcpStream>) -> bool {
        let mut seen_last = false;
        while let Some(Ok(message)) = socket.next().await {
            let Message::Text(text) = message else {
                continue;
            };
            let Ok(frame) = serde_json::from_str::<Value>(&text) else {
                continue;
            };
            let votes = self.hears(&frame);
            seen_last |= frame["view"]["slide"]["id"] == LAST_SLIDE;
            for question in votes {
                if socket
                    .send(Message::text(vote(self.number, &question, 1)))
                    .await
                    .is_err()
                {
                    return false;
                }
            }
            if seen_last && self.owed.is_empty() {
                return true;
            }
        }
        false
    }

    /// The questions to answer now: what the view asks, and after a greeting what is owed too.
    fn hears(&mut self, frame: &Value) -> Vec<String> {
        let mut votes = Vec::new();
        match frame["type"].as_str() {
            Some("hello") => votes.extend(self.owed.keys().cloned()),
            Some("saved") => self.is_saved(frame),
            Some("refused") => {
                let question = name(frame);
                self.owed.remove(&question);
                self.journey.refused.insert(question);
            }
            Some("error") => votes.push(name(frame)),
            _ => {}
        }
        let slide = &frame["view"]["slide"];
        if let Some(seq) = frame["seq"].as_u64().filter(|_| !frame["view"].is_null()) {
            self.journey.newest = self.journey.newest.max(seq);
        }
        if slide["part"]["open"] == true
            && let Some(question) = slide["id"].as_str()
            && self.answered.insert(question.to_owned())
        {
            self.owed.insert(question.to_owned(), Instant::now());
            votes.push(question.to_owned());
        }
        votes
    }

    fn is_saved(&mut self, frame: &Value) {
        let question = name(frame);
        if let Some(since) = self.owed.remove(&question) {
            self.journey.delays.push(since.elapsed());
            self.journey.saved.insert(question, option_of(self.number));
        }
    }
}

fn name(frame: &Value) -> String {
    frame["question"].as_str().unwrap_or_default().to_owned()
}
