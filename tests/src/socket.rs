//! A page that follows a room live, without a browser: it sends frames and reads what comes, in
//! order. It asks for nothing that a page could not ask for.

use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::{HeaderName, HeaderValue, Request};
use tokio_tungstenite::tungstenite::{Error, Message};

use crate::{Address, wait};

/// How long a frame may take to come.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long the one that is waited for may take among others.
const PATIENCE_FOR_ONE: Duration = Duration::from_secs(90);

/// A socket that is about to be opened.
#[derive(Clone)]
pub struct Opening {
    name: String,
    address: Address,
    path: String,
    headers: Vec<(String, String)>,
}

/// An open socket, with everything that came over it.
pub struct Socket {
    name: String,
    stream: WebSocketStream<TcpStream>,
    /// The headers of the handshake's answer that name a cookie.
    pub cookies: Vec<String>,
    /// Every frame that came, as text.
    pub received: Vec<String>,
    pings: u64,
}

impl Opening {
    pub(crate) fn new(name: &str, address: &Address, path: &str) -> Self {
        Self {
            name: name.to_owned(),
            address: address.clone(),
            path: path.to_owned(),
            headers: Vec::new(),
        }
    }

    /// With one header more, in place of any of that name.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Without a header.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Opens the socket; or the status with which the handshake was refused.
    pub fn tries(&self) -> Result<Socket, u16> {
        wait(self.handshake()).map_err(|error| match error {
            Error::Http(response) => response.status().as_u16(),
            error => panic!("{} could not open {}: {error}", self.name, self.path),
        })
    }

    /// Opens the socket, which must be possible.
    #[track_caller]
    pub fn opens(&self) -> Socket {
        self.tries().unwrap_or_else(|status| {
            panic!("{} was refused {} with {status}", self.name, self.path)
        })
    }

    /// Opens the socket and reads its greeting.
    #[track_caller]
    pub fn greeted(&self) -> Socket {
        self.greeted_as("hello")
    }

    /// The same where the greeting is another frame.
    #[track_caller]
    pub fn greeted_as(&self, kind: &str) -> Socket {
        let mut socket = self.opens();
        socket.hears(kind);
        socket
    }

    /// Opens the socket of a server that may die meanwhile.
    pub fn survives(&self) -> Option<Socket> {
        wait(self.handshake()).ok()
    }

    async fn handshake(&self) -> Result<Socket, Error> {
        let host = self.address.host();
        let tcp = TcpStream::connect(&host).await.map_err(Error::Io)?;
        tcp.set_nodelay(true).map_err(Error::Io)?;
        let connecting = tokio_tungstenite::client_async(self.request(&host)?, tcp);
        let (stream, response) = tokio::time::timeout(PATIENCE, connecting)
            .await
            .expect("a handshake is answered")?;
        let cookies = response
            .headers()
            .get_all("set-cookie")
            .iter()
            .filter_map(|value| value.to_str().ok());
        let cookies = cookies.map(str::to_owned).collect();
        Ok(Socket {
            name: self.name.clone(),
            stream,
            cookies,
            received: Vec::new(),
            pings: 0,
        })
    }

    fn request(&self, host: &str) -> Result<Request<()>, Error> {
        let mut request = format!("ws://{host}{}", self.path).into_client_request()?;
        for (name, value) in &self.headers {
            let name: HeaderName = name.parse().expect("a header has a name");
            request.headers_mut().insert(
                name,
                HeaderValue::from_str(value).expect("a header is plain"),
            );
        }
        Ok(request)
    }
}

impl Socket {
    /// Sends a frame.
    #[track_caller]
    pub fn says(&mut self, frame: &Value) -> &mut Self {
        self.sends(Message::text(frame.to_string()))
    }

    /// Sends anything.
    #[track_caller]
    pub fn sends(&mut self, message: Message) -> &mut Self {
        if let Err(error) = self.tries_to_send(message) {
            panic!("{} could not send: {error}", self.name);
        }
        self
    }

    /// Sends anything to a server that may have closed meanwhile.
    pub fn tries_to_send(&mut self, message: Message) -> Result<(), Error> {
        wait(self.stream.send(message))
    }

    /// The next frame of that type, past all others.
    #[track_caller]
    pub fn hears(&mut self, kind: &str) -> Value {
        self.hears_where(kind, |_| true)
    }

    /// The next frame of that type that is as it should be, past all others.
    #[track_caller]
    pub fn hears_where(&mut self, kind: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + PATIENCE_FOR_ONE;
        loop {
            match self.next() {
                Ok(frame) if frame["type"] == kind && wanted(&frame) => return frame,
                Ok(_) if Instant::now() < until => {}
                Ok(_) => panic!("{} heard no {kind} in {:#?}", self.name, self.received),
                Err(closed) => {
                    panic!(
                        "{} waits for {kind}, and is closed with {closed:?} after {:#?}",
                        self.name, self.received
                    )
                }
            }
        }
    }

    /// The next view that is as it should be: also one that came with the greeting.
    #[track_caller]
    pub fn sees(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        let known = self
            .received
            .iter()
            .rev()
            .filter_map(|frame| serde_json::from_str::<Value>(frame).ok());
        let newest = known
            .map(|frame| frame["view"].clone())
            .find(|view| !view.is_null());
        match newest.filter(|view| wanted(view)) {
            Some(view) => view,
            None => {
                let holds = |frame: &Value| !frame["view"].is_null() && wanted(&frame["view"]);
                self.hears_where("view", holds)["view"].clone()
            }
        }
    }

    /// Whether it is greeted; or the code with which it is closed instead.
    #[track_caller]
    pub fn is_welcome(&mut self) -> Result<Value, Option<u16>> {
        self.next()
    }

    /// Waits until the server has dealt with everything that was said before: the room's sequence
    /// then.
    #[track_caller]
    pub fn fences(&mut self) -> u64 {
        self.pings += 1;
        let id = self.pings;
        self.says(&json!({ "type": "ping", "id": id }));
        let pong = self.hears_where("pong", |frame| frame["id"] == id);
        pong["seq"]
            .as_u64()
            .expect("a pong says how far the room is")
    }

    /// The next frame of one of these types, past all others; none if the server is gone before it
    /// came.
    pub fn tries_to_hear(&mut self, kinds: &[&str]) -> Option<Value> {
        loop {
            let frame = self.next().ok()?;
            if kinds.iter().any(|kind| frame["type"] == *kind) {
                return Some(frame);
            }
        }
    }

    /// Reads until the server closes: with which code.
    #[track_caller]
    pub fn is_closed(&mut self) -> Option<u16> {
        loop {
            if let Err(code) = self.next() {
                return code;
            }
        }
    }

    /// Nothing that came holds that text, in whatever case.
    #[track_caller]
    pub fn was_never_sent(&self, text: &str) -> &Self {
        let text = text.to_lowercase();
        let told = self.received.iter();
        let told: Vec<_> = told
            .filter(|frame| frame.to_lowercase().contains(&text))
            .collect();
        assert!(told.is_empty(), "{} was sent {text}: {told:#?}", self.name);
        self
    }

    /// How many frames of that type came.
    pub fn count(&self, kind: &str) -> usize {
        let mark = format!("\"type\":\"{kind}\"");
        self.received
            .iter()
            .filter(|frame| frame.contains(&mark))
            .count()
    }

    /// The next frame, or the code with which it was closed; none where it was cut.
    fn next(&mut self) -> Result<Value, Option<u16>> {
        // Pings come for ever, and are no frame. A cloud comes to rest in silence.
        let until = tokio::time::Instant::now() + PATIENCE_FOR_ONE;
        loop {
            let next = wait(async { tokio::time::timeout_at(until, self.stream.next()).await });
            match next.unwrap_or_else(|_| {
                panic!(
                    "{} heard nothing more after {:#?}",
                    self.name, self.received
                )
            }) {
                Some(Ok(Message::Text(text))) => {
                    let frame = serde_json::from_str(&text)
                        .unwrap_or_else(|error| panic!("{error} in {text}"));
                    self.received.push(text.to_string());
                    return Ok(frame);
                }
                Some(Ok(Message::Close(frame))) => return Err(frame.map(|frame| frame.code.into())),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Err(None),
            }
        }
    }
}
