//! chromedriver and the Chromium beneath a window: each with a profile of its own, on a port that
//! the system gives.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tempfile::TempDir;

/// One chromedriver for one window.
pub(super) struct Driver {
    child: Child,
    origin: String,
    profile: TempDir,
}

const FLAGS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--lang=nl",
];

/// How often chromedriver is started before giving up.
const STARTS: usize = 5;

impl Driver {
    /// Starts chromedriver. The port that the system gives it may be taken on the other address
    /// family a moment later; then it says so and ends, and another is started.
    #[track_caller]
    pub fn starts() -> Self {
        let mut said = Vec::new();
        for _ in 0..STARTS {
            match Self::tries_to_start() {
                Ok(driver) => return driver,
                Err(lines) => said.push(lines),
            }
        }
        panic!("chromedriver names no port, it says {said:?}")
    }

    fn tries_to_start() -> Result<Self, Vec<String>> {
        let profile = tempfile::Builder::new()
            .prefix("peil-browser-")
            .tempdir()
            .expect("a new folder");
        let mut command = Command::new("chromedriver");
        command
            .args(["--port=0", "--log-level=SEVERE"])
            .env("LANGUAGE", "nl");
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit());
        let mut child = command
            .spawn()
            .expect("chromedriver is installed; run `cargo xtask test`, which sees to it");
        let mut lines = BufReader::new(child.stdout.take().expect("stdout was asked for"))
            .lines()
            .map_while(Result::ok);
        let mut said = Vec::new();
        let Some(port) = lines
            .by_ref()
            .inspect(|line| said.push(line.clone()))
            .find_map(|line| port_in(&line))
        else {
            // It has closed its output, so it is ending by itself.
            let _ = child.wait();
            return Err(said);
        };
        // chromedriver must never block on a full pipe.
        thread::spawn(move || lines.for_each(drop));
        Ok(Self {
            child,
            origin: format!("http://127.0.0.1:{port}"),
            profile,
        })
    }

    /// Starts Chromium, which logs these things for whoever asks.
    pub async fn session(&self, logs: Value) -> Client {
        let mut flags: Vec<String> = FLAGS.map(str::to_owned).to_vec();
        flags.push(format!("--user-data-dir={}", self.profile.path().display()));
        let mut capabilities = Map::new();
        let languages = json!({ "intl.accept_languages": "nl" });
        capabilities.insert(
            "goog:chromeOptions".into(),
            json!({ "args": flags, "prefs": languages }),
        );
        capabilities.insert("goog:loggingPrefs".into(), logs);
        let connected = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&self.origin)
            .await;
        connected.expect("Chromium starts")
    }

    /// Runs a command of the Chrome DevTools Protocol, and gives what it answers.
    pub async fn cdp(&self, session: &str, command: &str, parameters: Value) -> Value {
        self.posts(
            session,
            "goog/cdp/execute",
            json!({ "cmd": command, "params": parameters }),
        )
        .await
    }

    /// What the log of that name holds since it was asked for last.
    pub async fn log(&self, session: &str, name: &str) -> Value {
        self.posts(session, "se/log", json!({ "type": name })).await
    }

    /// The same of something that may be gone by then; nothing if it is.
    pub async fn tries_cdp(
        &self,
        session: &str,
        command: &str,
        parameters: Value,
    ) -> Option<Value> {
        self.tries(
            session,
            "goog/cdp/execute",
            &json!({ "cmd": command, "params": parameters }),
        )
        .await
        .ok()
    }

    async fn posts(&self, session: &str, path: &str, body: Value) -> Value {
        self.tries(session, path, &body)
            .await
            .unwrap_or_else(|said| panic!("{body}: {said}"))
    }

    async fn tries(&self, session: &str, path: &str, body: &Value) -> Result<Value, String> {
        let url = format!("{}/session/{session}/{path}", self.origin);
        let request = reqwest::Client::builder()
            .no_proxy()
            .build()
            .expect("a plain client")
            .post(url);
        let response = request
            .json(body)
            .send()
            .await
            .expect("chromedriver answers");
        let status = response.status();
        let said = response.text().await.unwrap_or_default();
        if !status.is_success() {
            return Err(said);
        }
        Ok(serde_json::from_str::<Value>(&said).unwrap_or_default()["value"].take())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Its window was closed before; a driver that is gone already is what was wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `ChromeDriver was started successfully on port 40123.`
fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("successfully on port ")?;
    port.trim_end_matches('.').trim().parse().ok()
}
