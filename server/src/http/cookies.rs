//! Cookies in and out. Every cookie of ours is HttpOnly and SameSite=Lax; `Secure` only where people
//! reach this instance by https, since a LAN without TLS would never send it back.

use axum::response::Response;
use http::{HeaderMap, HeaderValue, header};

/// The cookies of a request.
#[derive(Clone, Debug, Default)]
pub struct Cookies(Vec<(String, String)>);

impl Cookies {
    /// Reads the request's headers.
    pub fn of(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        Self(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    /// The names of all cookies.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// The values of all cookies of that name, in the order in which they came.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The first cookie of that name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The answer with a cookie to be kept for that long; 0 forgets it.
pub fn give(mut response: Response, name: &str, value: &str, max_age_seconds: u64, secure: bool) -> Response {
    response.headers_mut().append(header::SET_COOKIE, set(name, value, max_age_seconds, secure));
    response
}

/// A cookie to be kept for that long; 0 forgets it.
pub fn set(name: &str, value: &str, max_age_seconds: u64, secure: bool) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path=/; Max-Age={max_age_seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::try_from(line).expect("names and values of our cookies are letters, digits, `.` and `_`")
}
