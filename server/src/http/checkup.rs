//! `/test`: whether this network and this browser let people take part. The page says it in words;
//! what it can't know by itself it asks here: a cookie that comes back, the clock, and a line that
//! stays open for a minute (`websocket/checkup.rs`).
//!
//! Nothing of it is stored, and it is about no room. Lines are bounded, in all and for each
//! network.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Json;
use axum::response::{Html, IntoResponse, Response};
use client::pages;
use client::views::desk::checkup::Cookie;
use serde::Deserialize;
use serde_json::json;

use super::query_params::QueryParams;
use super::request_context::CHECKUP_COOKIE;
use super::rights::Anyone;
use super::{cookies, urls};
use crate::clock::now_ms;
use crate::ip_prefix::IpPrefix;

/// How long the cookie lasts that is given to see whether it comes back, in seconds.
const COOKIE_SECONDS: u64 = 600;
/// Lines that are tried at once.
const LINES: usize = 500;
/// Lines of one network that are tried at once: more than a few people who look into a hall
/// beforehand.
const LINES_THERE: usize = 50;

/// What the address of the page carries.
#[derive(Deserialize)]
pub struct CheckupQuery {
    /// The page was here before, and gave a cookie then.
    again: Option<String>,
}

/// `GET /test`
pub async fn page(asker: Anyone, QueryParams(step): QueryParams<CheckupQuery>) -> Response {
    let cookie = match (asker.tries(), step.again) {
        (true, _) => Cookie::Kept,
        (false, Some(_)) => Cookie::Lost,
        (false, None) => Cookie::Unknown,
    };
    let html = pages::host::checkup(&urls::assets("checkup"), asker.language(), cookie);
    cookies::give(
        Html(html).into_response(),
        CHECKUP_COOKIE,
        "1",
        COOKIE_SECONDS,
        asker.is_secure(),
    )
}

/// `POST /test/state`: what the clock here says, and whether the cookie came back. Posted as
/// answers are, so that what would be refused of those is refused of this.
pub async fn state(asker: Anyone) -> Json<serde_json::Value> {
    Json(json!({ "now": now_ms(), "cookie": asker.tries() }))
}

/// How many try a line, by their network.
#[derive(Clone, Default)]
pub struct Checkups(Arc<Mutex<HashMap<IpPrefix, usize>>>);

/// The place of a visitor who tries a line; it is free again when this is dropped.
pub struct CheckupPermit {
    all: Checkups,
    from: IpPrefix,
}

impl Checkups {
    /// A place for one more, if there is one here and for where they are.
    pub fn enter(&self, address: IpAddr) -> Option<CheckupPermit> {
        let from = IpPrefix::of(address);
        let mut lines = self.locked();
        let there = lines.get(&from).copied().unwrap_or_default();
        if there >= LINES_THERE || lines.values().sum::<usize>() >= LINES {
            return None;
        }
        lines.insert(from, there + 1);
        Some(CheckupPermit {
            all: self.clone(),
            from,
        })
    }

    fn locked(&self) -> MutexGuard<'_, HashMap<IpPrefix, usize>> {
        self.0.lock().expect("nobody panics while counting lines")
    }
}

impl Drop for CheckupPermit {
    fn drop(&mut self) {
        let mut lines = self.all.locked();
        match lines.get_mut(&self.from) {
            Some(there) if *there > 1 => *there -= 1,
            _ => drop(lines.remove(&self.from)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(network: u16, host: u8) -> IpAddr {
        let [high, low] = network.to_be_bytes();
        [10, high, low, host].into()
    }

    #[test]
    fn no_network_takes_all_lines_and_a_place_comes_back() {
        let all = Checkups::default();
        let enter = |network: u16, wanted: usize| -> Vec<CheckupPermit> {
            (0..wanted)
                .filter_map(|host| all.enter(address(network, host as u8)))
                .collect()
        };
        let mut here = enter(1, 3 * LINES_THERE);
        assert_eq!(here.len(), LINES_THERE);
        let elsewhere: Vec<CheckupPermit> = (2..100)
            .flat_map(|network| enter(network, LINES_THERE))
            .collect();
        assert_eq!(here.len() + elsewhere.len(), LINES);
        here.pop();
        assert!(
            all.enter(address(1, 1)).is_some(),
            "that place is free again"
        );
        drop((here, elsewhere));
        assert!(all.locked().is_empty(), "nothing is kept of who was here");
    }
}
