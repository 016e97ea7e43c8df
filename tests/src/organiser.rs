//! The organiser's scripts: the HTTP API with a token. Every method asserts the status and the
//! shape that the contract names.

mod presenter;
mod results;
mod room;

use reqwest::{Client, Method};
use serde_json::{Value, json};

use crate::reply::{PATIENCE, ask};
use crate::{Address, Lost, ProblemDetails, Reply, wait};

pub use presenter::{ControlPress, Presenter};
pub use results::QuestionJson;
pub use room::{RoomJson, RoomState, SlideJson};

/// Whoever calls the API.
#[derive(Clone)]
pub struct Organiser {
    address: Address,
    token: Option<String>,
    headers: Vec<(String, String)>,
    client: Client,
}

/// What the API says of a deck that was stored.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Uploaded {
    /// Its id.
    pub deck: String,
    /// Its title.
    pub title: String,
    /// How many slides it has.
    pub slides: usize,
}

/// What is wrong with one line of a deck.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct DeckLineError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to write instead.
    pub message: String,
}

/// What the API says of a room that was started.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Started {
    /// The id of the room.
    pub room: String,
    /// Its code, 8 digits.
    pub code: String,
    /// Where phones go.
    pub join_url: String,
    /// The link of the projected page.
    pub stage_url: String,
    /// The link of the console.
    pub presenter_url: String,
    /// The link of the presenter's second device.
    pub remote_url: String,
    /// The link of the moderator.
    pub moderator_url: String,
    /// The link of the speakers; an older peil has none.
    #[serde(default)]
    pub speaker_url: String,
}

impl Organiser {
    pub(crate) fn new(address: &Address, token: Option<&str>) -> Self {
        let client = Client::builder()
            .timeout(PATIENCE)
            .no_proxy()
            .build()
            .expect("a plain client");
        Self {
            address: address.clone(),
            token: token.map(str::to_owned),
            headers: Vec::new(),
            client,
        }
    }

    /// The same organiser, whose requests carry one header more.
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Calls the API; `body` with its type.
    #[track_caller]
    pub fn calls(&self, method: Method, path: &str, body: Option<(&str, Vec<u8>)>) -> Reply {
        let tried = self.tries(method, path, body);
        tried.unwrap_or_else(|Lost(why)| panic!("the organiser got no answer: {why}"))
    }

    /// As [`Organiser::calls`], of a server that may be gone.
    pub fn tries(
        &self,
        method: Method,
        path: &str,
        body: Option<(&str, Vec<u8>)>,
    ) -> Result<Reply, Lost> {
        let mut request = self.client.request(method.clone(), self.address.url(path));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        request = self.headers.iter().fold(request, |request, (name, value)| {
            request.header(name, value)
        });
        if let Some((kind, bytes)) = body {
            request = request.header("content-type", kind).body(bytes);
        }
        wait(ask(format!("organiser: {method} {path}"), request))
    }

    /// `GET`.
    #[track_caller]
    pub fn gets(&self, path: &str) -> Reply {
        self.calls(Method::GET, path, None)
    }

    /// `GET`, asking for a type.
    #[track_caller]
    pub fn gets_as(&self, path: &str, kind: &str) -> Reply {
        self.clone().with_header("accept", kind).gets(path)
    }

    /// `POST` with JSON.
    #[track_caller]
    pub fn posts(&self, path: &str, body: &Value) -> Reply {
        self.calls(
            Method::POST,
            path,
            Some(("application/json", body.to_string().into_bytes())),
        )
    }

    /// `PUT` with JSON.
    #[track_caller]
    pub fn puts(&self, path: &str, body: &Value) -> Reply {
        let body = body.to_string().into_bytes();
        self.calls(Method::PUT, path, Some(("application/json", body)))
    }

    /// `DELETE`.
    #[track_caller]
    pub fn deletes(&self, path: &str) -> Reply {
        self.calls(Method::DELETE, path, None)
    }

    /// Sends a deck, whatever comes of it.
    #[track_caller]
    pub fn sends_deck(&self, deck: &str) -> Reply {
        self.calls(
            Method::POST,
            "/api/v1/decks",
            Some(("text/markdown", deck.as_bytes().to_vec())),
        )
    }

    /// Uploads a deck that is right.
    #[track_caller]
    pub fn uploads(&self, deck: &str) -> Uploaded {
        let reply = self.sends_deck(deck);
        read(reply.expects(201))
    }

    /// Uploads a deck that is wrong: what is wrong with it.
    #[track_caller]
    pub fn is_refused_a_deck(&self, deck: &str) -> (ProblemDetails, Vec<DeckLineError>) {
        let reply = self.sends_deck(deck);
        let problem = reply.expects(422).problem();
        let errors = serde_json::from_value(problem.document["errors"].clone());
        let errors: Vec<DeckLineError> =
            errors.unwrap_or_else(|error| panic!("{error} in {reply:?}"));
        assert!(!errors.is_empty(), "a refused deck has an error: {reply:?}");
        (problem, errors)
    }

    /// Uploads a deck and starts a room on it.
    #[track_caller]
    pub fn starts(&self, deck: &str) -> Presenter {
        let uploaded = self.uploads(deck);
        self.starts_again(&uploaded)
    }

    /// Starts a room on a deck that was uploaded before.
    #[track_caller]
    pub fn starts_again(&self, deck: &Uploaded) -> Presenter {
        self.starts_as(&json!({ "deck": deck.deck }))
    }

    /// Uploads a deck and starts a room on it that is tried out until it begins.
    #[track_caller]
    pub fn tries_out(&self, deck: &str) -> Presenter {
        let uploaded = self.uploads(deck);
        self.starts_as(&json!({ "deck": uploaded.deck, "trial": true }))
    }

    /// Starts a room as the API is asked to.
    #[track_caller]
    pub fn starts_as(&self, wanted: &Value) -> Presenter {
        let reply = self.posts("/api/v1/rooms", wanted);
        let started: Started = read(reply.expects(201));
        let digits = started.code.chars().all(|c| ('1'..='9').contains(&c));
        assert!(
            started.code.len() == 8 && digits,
            "a code is 8 digits without 0: {started:?}"
        );
        let like_a_code =
            started.room.len() == 8 && started.room.chars().all(|c| c.is_ascii_digit());
        assert!(!like_a_code, "a room id is never 8 digits: {started:?}");
        assert!(
            started.join_url.ends_with(&format!("/{}", started.code)),
            "phones join by the code: {started:?}"
        );
        Presenter::new(self.clone(), started)
    }
}

#[track_caller]
fn read<T: serde::de::DeserializeOwned>(reply: &Reply) -> T {
    serde_json::from_value(reply.json()).unwrap_or_else(|error| panic!("{error} in {reply:?}"))
}
