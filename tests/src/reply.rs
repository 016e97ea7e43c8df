//! What peil said to one request, and the two ways it says no: a page with a sentence and a code,
//! or problem details.

use std::fmt;
use std::time::Duration;

use reqwest::RequestBuilder;
use reqwest::header::HeaderMap;
use serde_json::Value;

use crate::Page;

/// How long any request may take; after that the server hangs, and the test says so.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// One answer of the server.
#[derive(Clone)]
pub struct Reply {
    /// Method and URL of the request, for messages.
    pub request: String,
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, as it came.
    pub bytes: Vec<u8>,
}

/// No answer came: whether the request did anything is unknown.
#[derive(Clone, Debug)]
pub struct Lost(pub String);

/// RFC 9457 problem details, with what peil promises about them.
#[derive(Clone, Debug)]
pub struct ProblemDetails {
    /// The HTTP status.
    pub status: u16,
    /// The stable word for programs.
    pub code: String,
    /// The sentence for people.
    pub sentence: String,
    /// The whole document.
    pub document: Value,
}

pub(crate) async fn ask(what: String, request: RequestBuilder) -> Result<Reply, Lost> {
    let lost = |error: reqwest::Error| Lost(format!("{what}: {error:?}"));
    let response = request.send().await.map_err(lost)?;
    let status = response.status().as_u16();
    let headers = response.headers().clone();
    let bytes = response.bytes().await.map_err(lost)?.to_vec();
    Ok(Reply {
        request: what,
        status,
        headers,
        bytes,
    })
}

impl Reply {
    /// Fails unless the status is `status`, showing what came instead.
    #[track_caller]
    pub fn expects(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{self:?}");
        self
    }

    /// The body as text.
    #[track_caller]
    pub fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).unwrap_or_else(|_| panic!("not UTF-8: {self:?}"))
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        let kind = self.header("content-type").unwrap_or_default();
        assert!(kind.contains("json"), "JSON, but called {kind:?}: {self:?}");
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error} in {self:?}"))
    }

    /// The body as a page.
    #[track_caller]
    pub fn page(&self) -> Page {
        let kind = self.header("content-type").unwrap_or_default();
        assert!(
            kind.starts_with("text/html"),
            "a page, but called {kind:?}: {self:?}"
        );
        Page::read(&self.text())
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The refusal of a page: its code, after checking that a sentence stands beside it.
    #[track_caller]
    pub fn refusal(&self) -> String {
        assert!(
            self.status >= 400,
            "a refusal has a status of its own: {self:?}"
        );
        let page = self.page();
        let Some((code, sentence)) = page.refusal() else {
            panic!("no element with data-code: {self:?}");
        };
        assert_is_a_code(&code, self);
        assert_is_a_sentence(&sentence, self);
        code
    }

    /// The refusal of the API: problem details with a code and a sentence.
    #[track_caller]
    pub fn problem(&self) -> ProblemDetails {
        assert!(
            self.status >= 400,
            "a problem has a status of its own: {self:?}"
        );
        let kind = self.header("content-type").unwrap_or_default();
        assert!(
            kind.starts_with("application/problem+json"),
            "called {kind:?}: {self:?}"
        );
        let document = self.json();
        let word = |key: &str| document[key].as_str().unwrap_or_default().to_owned();
        let sentence = if word("detail").is_empty() {
            word("title")
        } else {
            word("detail")
        };
        assert_is_a_code(&word("code"), self);
        assert_is_a_sentence(&sentence, self);
        if let Some(status) = document["status"].as_u64() {
            assert_eq!(status, u64::from(self.status), "two statuses: {self:?}");
        }
        ProblemDetails {
            status: self.status,
            code: word("code"),
            sentence,
            document,
        }
    }
}

/// A code is one lower-case word for programs, never a sentence.
#[track_caller]
fn assert_is_a_code(code: &str, reply: &Reply) {
    let fits =
        |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    assert!(
        !code.is_empty() && code.chars().all(fits),
        "not a stable code: {code:?} in {reply:?}"
    );
}

/// A sentence has words and does not speak of the machinery.
#[track_caller]
fn assert_is_a_sentence(sentence: &str, reply: &Reply) {
    assert!(
        sentence.split_whitespace().count() >= 3,
        "not a sentence: {sentence:?} in {reply:?}"
    );
    for machinery in ["Err(", "Some(", "panicked", "serde", "sqlite", "SQLITE"] {
        assert!(
            !sentence.contains(machinery),
            "speaks of the machinery: {sentence:?}"
        );
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = String::from_utf8_lossy(&self.bytes);
        let body = if self
            .header("content-type")
            .is_some_and(|kind| kind.starts_with("text/html"))
        {
            Page::read(&body).text()
        } else {
            body.into_owned()
        };
        let short: String = body.chars().take(1500).collect();
        write!(f, "{} → {} ", self.request, self.status)?;
        if let Some(location) = self.header("location") {
            write!(f, "to {location} ")?;
        }
        write!(f, "{short:?}")
    }
}
