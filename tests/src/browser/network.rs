//! What a window fetches, by the browser's own log of its network; and the network taken away and
//! given back.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Browser, WindowSize};
use crate::{Address, until, wait};

/// One thing that a window fetched.
#[derive(Clone, Debug, Default)]
pub struct Fetched {
    /// Where it is.
    pub url: String,
    /// What the browser takes it for: `Document`, `Stylesheet`, `Script`, `Fetch` …
    pub kind: String,
    /// Over the wire, headers included, in bytes.
    pub bytes: u64,
    /// `br`, `gzip`; empty where it came as it is.
    pub encoding: String,
}

impl Browser {
    /// As [`Browser::opens`], with its network watched.
    #[track_caller]
    pub fn opens_watched(name: &str, screen: WindowSize, address: &Address) -> Self {
        Self::logs(name, screen, address, json!({ "performance": "ALL" }))
    }

    /// Forgets what was fetched before, and what is fetched from now on.
    #[track_caller]
    pub fn forgets_what_it_fetched(&self) -> &Self {
        self.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
        self.log();
        self
    }

    /// What a watched window fetched since it was asked for last, once all of that has come and the
    /// page is alive.
    #[track_caller]
    pub fn fetched(&self) -> Vec<Fetched> {
        let mut under_way: BTreeMap<String, Fetched> = BTreeMap::new();
        let mut done = Vec::new();
        until("everything is fetched, and the page is alive", || {
            let alive = self.counts("[data-alive]") > 0;
            self.log()
                .iter()
                .for_each(|event| note(event, &mut under_way, &mut done));
            (alive && under_way.is_empty()).then_some(())
        });
        done
    }

    /// Takes the network away, as airplane mode does, from what this page fetches next.
    #[track_caller]
    pub fn goes_offline(&self) -> &Self {
        self.is_connected(json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 }))
    }

    /// Gives it back.
    #[track_caller]
    pub fn goes_online(&self) -> &Self {
        self.is_connected(json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }))
    }

    #[track_caller]
    fn is_connected(&self, how: Value) -> &Self {
        self.cdp("Network.enable", json!({}));
        self.cdp("Network.emulateNetworkConditions", how);
        self
    }

    /// Stops everything that the page does, as a phone does with a page that nobody looks at.
    #[track_caller]
    pub fn falls_asleep(&self) -> &Self {
        self.cdp("Page.setWebLifecycleState", json!({ "state": "frozen" }));
        self
    }

    /// Lets it go on.
    #[track_caller]
    pub fn wakes_up(&self) -> &Self {
        self.cdp("Page.setWebLifecycleState", json!({ "state": "active" }));
        self
    }

    /// The events that the browser has logged since the last time.
    #[track_caller]
    fn log(&self) -> Vec<Value> {
        let log = wait(self.driver.log(&self.session(), "performance"));
        let lines = log.as_array().cloned().unwrap_or_default();
        let event = |line: &Value| serde_json::from_str::<Value>(line["message"].as_str()?).ok();
        lines
            .iter()
            .filter_map(event)
            .map(|mut event| event["message"].take())
            .collect()
    }
}

fn goes_over_the_network(url: &str) -> bool {
    !["chrome:", "chrome-untrusted:", "data:", "blob:"]
        .iter()
        .any(|own| url.starts_with(own))
}

/// Takes down one event of the browser's log.
fn note(event: &Value, under_way: &mut BTreeMap<String, Fetched>, done: &mut Vec<Fetched>) {
    let said = &event["params"];
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let id = word(&said["requestId"]);
    match event["method"].as_str().unwrap_or_default() {
        // The browser's own first page fetches from itself, and what stands in a page is not
        // fetched at all.
        "Network.requestWillBeSent" if goes_over_the_network(&word(&said["request"]["url"])) => {
            let fetched = Fetched {
                url: word(&said["request"]["url"]),
                kind: word(&said["type"]),
                ..Fetched::default()
            };
            under_way.insert(id, fetched);
        }
        "Network.responseReceived" => {
            if let Some(fetched) = under_way.get_mut(&id) {
                fetched.encoding = word(&said["response"]["headers"]["content-encoding"]);
            }
        }
        "Network.loadingFinished" => {
            let fetched = under_way.remove(&id);
            let bytes = said["encodedDataLength"].as_f64().unwrap_or_default() as u64;
            done.extend(fetched.map(|fetched| Fetched { bytes, ..fetched }));
        }
        "Network.loadingFailed" => done.extend(under_way.remove(&id)),
        _ => {}
    }
}
